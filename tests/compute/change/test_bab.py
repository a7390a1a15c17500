"""The numbers of BAB never shift: what is put in between gets one of its own."""

from typing import Any

import pytest

from notakesepakatan.compute.change.bab import settle_bab
from notakesepakatan.compute.change.settle import settle
from notakesepakatan.compute.text.bab import HeadedPasal, number_heads
from notakesepakatan.compute.text.tree import Tree

OLD = ["A: satu satu satu", "dua dua dua", "B: tiga tiga tiga", "C: empat empat empat"]


def tree(said: list[str]) -> Tree:
    """Pasal written as "title of the BAB: words"."""
    return {"pasal": [pasal(one) for one in said]}


def pasal(said: str) -> dict[str, Any]:
    bab, mark, isi = said.rpartition(": ")
    return {"bab": bab, "isi": isi} if mark else {"isi": isi}


def numbers(settled: Tree) -> list[str]:
    """Of each pasal that is not deleted the number of the BAB that it begins."""
    every = settled["pasal"]
    labels = number_heads(
        [HeadedPasal(one, one.get("dihapus") == "ya") for one in every]
    ).labels["bab"]
    pairs = zip(labels, every, strict=True)
    return [label for label, one in pairs if one.get("dihapus") != "ya"]


@pytest.mark.parametrize(
    ("new", "expect"),
    [
        # put in between, twice, before the first, behind the last
        ([*OLD[:2], "X: baru baru baru", *OLD[2:]], ["I", "", "IA", "II", "III"]),
        (
            [*OLD[:2], "X: baru baru baru", "Y: lain lain lain", *OLD[2:]],
            ["I", "", "IA", "IB", "II", "III"],
        ),
        ([*OLD, "X: baru baru baru"], ["I", "", "II", "III", "IV"]),
        # another title keeps its number; one taken away leaves a gap
        ([OLD[0], OLD[1], "X: tiga tiga tiga", OLD[3]], ["I", "", "II", "III"]),
        ([OLD[0], OLD[1], "tiga tiga tiga", OLD[3]], ["I", "", "", "III"]),
        # the same BAB begun a pasal earlier, and begun with the next as its first is gone
        ([OLD[0], "B: dua dua dua", "tiga tiga tiga", OLD[3]], ["I", "II", "", "III"]),
        ([OLD[0], OLD[1], OLD[2], "C: lima lima lima"], ["I", "", "II", "III"]),
    ],
)
def test_numbers_stay(new: list[str], expect: list[str]) -> None:
    settled = settle(tree(OLD), tree(new))
    assert numbers(settled) == expect
    assert settle(tree(OLD), settled) == settled


def test_a_text_without_bab_is_left_as_it_is() -> None:
    new = [{"isi": "a"}]
    assert settle_bab([], new) == new


UNDER = [
    {"bab": "A", "judul_bagian": "P", "isi": "satu satu satu"},
    {"judul_bagian": "Q", "isi": "dua dua dua"},
    {"bab": "B", "judul_bagian": "R", "isi": "tiga tiga tiga"},
]


@pytest.mark.parametrize(
    ("at", "put_in", "expect"),
    [
        (1, {"judul_bagian": "X", "isi": "baru baru baru"}, ["1", "1A", "2", "1"]),
        (2, {"judul_bagian": "X", "isi": "baru baru baru"}, ["1", "2", "3", "1"]),
        (3, {"judul_bagian": "X", "isi": "baru baru baru"}, ["1", "2", "1", "2"]),
        (
            2,
            {"bab": "X", "judul_bagian": "Y", "isi": "baru baru"},
            ["1", "2", "1", "1"],
        ),
    ],
)
def test_bagian_keep_their_numbers(at: int, put_in: Tree, expect: list[str]) -> None:
    new = [*UNDER[:at], put_in, *UNDER[at:]]
    settled = settle({"pasal": UNDER}, {"pasal": new})
    heads = [HeadedPasal(one) for one in settled["pasal"]]
    assert list(number_heads(heads).labels["judul_bagian"]) == expect
    assert settle({"pasal": UNDER}, settled) == settled
