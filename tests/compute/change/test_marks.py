"""Where an item of a list is deleted the marks of the others stay at their places."""

import pytest

from notakesepakatan.compute.change.diff import diff
from notakesepakatan.compute.change.settle import settle
from notakesepakatan.compute.text.tree import Tree
from notakesepakatan.model.adendum import Delete


def listed(*items: str) -> Tree:
    return {
        "pasal": [
            {
                "judul": "A",
                "isi": "Lingkup:",
                "huruf": [{"isi": each} for each in items],
            }
        ]
    }


ABC = listed("satu;", "dua; dan", "tiga.")


@pytest.mark.parametrize(
    ("new", "gone"),
    [
        (listed("satu; dan", "tiga."), ["Pasal 1 huruf b"]),
        (listed("satu;", "tiga."), ["Pasal 1 huruf b"]),
        (listed("satu; dan", "dua."), ["Pasal 1 huruf c"]),
        (listed("satu."), ["Pasal 1 huruf b", "Pasal 1 huruf c"]),
    ],
)
def test_nothing_but_the_deletion_is_told(new: Tree, gone: list[str]) -> None:
    """However whoever typed it moved the marks."""
    operations = diff(ABC, settle(ABC, new))
    assert all(isinstance(each, Delete) for each in operations)
    assert [each.letak for each in operations if isinstance(each, Delete)] == gone


def test_a_mark_put_anew_is_a_change() -> None:
    (first, second) = diff(ABC, settle(ABC, listed("satu; atau", "tiga.")))
    assert isinstance(second, Delete) and first.tindakan == "ubah"
