"""BAB are numbered through the text, in roman numerals, whatever pasal stand below them."""

import pytest

from conftest import MINIMAL
from notakesepakatan.compute.text.bab import BabOfPasal, bab_labels
from notakesepakatan.compute.text.gaya_rincian import printed_label
from notakesepakatan.load.kesepakatan import parse_kesepakatan

A, B, NONE = BabOfPasal("A"), BabOfPasal("B"), BabOfPasal("")


@pytest.mark.parametrize(
    ("pasal", "expect"),
    [
        ([A, NONE, B], ["I", "", "II"]),
        ([NONE, A, NONE, B], ["", "I", "", "II"]),
        ([A, BabOfPasal("X", "IA"), B], ["I", "IA", "II"]),
        ([A, BabOfPasal("X", "IV"), B], ["I", "IV", "V"]),
        # A deleted pasal keeps its BAB, unless the next pasal begins it anew.
        ([A, BabOfPasal("B", dihapus=True), NONE], ["I", "II", ""]),
        ([A, BabOfPasal("B", dihapus=True), B], ["I", "", "II"]),
    ],
)
def test_numbers(pasal: list[BabOfPasal], expect: list[str]) -> None:
    assert list(bab_labels(pasal)) == expect


def test_pasal_are_numbered_on_through_the_bab() -> None:
    text = MINIMAL + "- {bab: Dua, isi: b}\n- {isi: c}\n- {bab: Tiga, isi: d}\n"
    reading = parse_kesepakatan(text.encode(), "uji").reading
    said = [(pasal.nomor, pasal.nomor_bab) for pasal in reading.pasal]
    assert said == [("1", None), ("2", "I"), ("3", None), ("4", "II")]


@pytest.mark.parametrize(
    ("level", "nomor", "gaya", "expect"),
    [
        ("ayat", "1a", None, "(1a)"),
        ("ayat", "2", "1.", "2."),
        ("huruf", "b", "(a)", "(b)"),
        ("subhuruf", "b", None, "b)"),
        ("subhuruf", "b", "a.", "b."),
        ("angka", "3", "1)", "3)"),
        ("romawi", "iv", None, "iv."),
        ("romawi", "iv", "(i)", "(iv)"),
        ("poin", "3", None, "-"),
        ("poin", "3", "•", "•"),
    ],
)
def test_labels(level: str, nomor: str, gaya: str | None, expect: str) -> None:
    assert printed_label(level, nomor, gaya) == expect
