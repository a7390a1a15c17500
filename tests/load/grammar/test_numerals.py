"""Pasal headed in roman, and parties labelled otherwise than "I.", are read as such."""

from typing import Any

import pytest

from notakesepakatan.load.grammar.numerals import choices_of_heads, label_of_pihak


@pytest.mark.parametrize(
    ("numbers", "heads", "choices", "left"),
    [
        (["I", "II", "III"], ["Pasal I"], {"pasal": "romawi"}, [None, None, None]),
        (["I", "IIA", "V"], ["Pasal I"], {"pasal": "romawi"}, [None, "2A", "5"]),
        (
            ["I", "II"],
            ["PASAL I"],
            {"kata_pasal": "PASAL", "pasal": "romawi"},
            [None] * 2,
        ),
        ([None, "3"], ["PASAL 1", "PASAL 3"], {"kata_pasal": "PASAL"}, [None, "3"]),
        ([None, None], ["Pasal 1", "PASAL 2"], {}, [None, None]),
        (["I", None], ["Pasal I", "Pasal 1"], {}, ["I", None]),
        (["I"], ["Pasal I"], {}, ["I"]),
    ],
)
def test_heads_of_pasal(
    numbers: list[str | None],
    heads: list[str],
    choices: dict[str, str],
    left: list[str | None],
) -> None:
    pasal: list[dict[str, Any]] = [{"nomor": one} if one else {} for one in numbers]
    assert choices_of_heads(pasal, heads) == choices
    assert [one.get("nomor") for one in pasal] == left


@pytest.mark.parametrize(
    ("begins", "choice"),
    [
        (["I.", "II."], ""),
        (["1.", "2."], "angka"),
        (["1)", "2)", "3)"], "angka"),
        (["a.", "b."], "huruf"),
        (["Bupati", "PT"], "tanpa_nomor"),
        (["1.", "PT"], ""),
        ([], ""),
    ],
)
def test_labels_of_parties(begins: list[str], choice: str) -> None:
    assert label_of_pihak(begins) == choice
