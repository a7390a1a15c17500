"""BAB are numbered through the text, in roman numerals, whatever pasal stand below them."""

import pytest

from conftest import MINIMAL
from notakesepakatan.compute.text.bab import HeadedPasal, number_heads
from notakesepakatan.compute.text.gaya_rincian import printed_label
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.place import head_words


def said(dihapus: bool = False, **heads: str) -> HeadedPasal:
    return HeadedPasal(heads, dihapus)


A, B, NONE = said(bab="A"), said(bab="B"), said()


@pytest.mark.parametrize(
    ("pasal", "expect"),
    [
        ([A, NONE, B], ["I", "", "II"]),
        ([NONE, A, NONE, B], ["", "I", "", "II"]),
        ([A, said(bab="X", nomor_bab="IA"), B], ["I", "IA", "II"]),
        ([A, said(bab="X", nomor_bab="IV"), B], ["I", "IV", "V"]),
        # A deleted pasal keeps its BAB, unless the next pasal begins it anew.
        ([A, said(True, bab="B"), NONE], ["I", "II", ""]),
        ([A, said(True, bab="B"), B], ["I", "", "II"]),
    ],
)
def test_numbers(pasal: list[HeadedPasal], expect: list[str]) -> None:
    assert list(number_heads(pasal).labels["bab"]) == expect


@pytest.mark.parametrize(
    ("pasal", "bagian", "paragraf"),
    [
        # counted anew in each BAB, a Paragraf in each Bagian
        (
            [
                said(bab="A", judul_bagian="P", judul_paragraf="x"),
                said(judul_paragraf="y"),
                said(judul_bagian="Q", judul_paragraf="z"),
                said(bab="B", judul_bagian="P"),
            ],
            ["1", "", "2", "1"],
            ["1", "2", "1", ""],
        ),
        # a written number is counted on from; without BAB they are counted through
        (
            [said(judul_bagian="P", nomor_bagian="1A"), said(judul_bagian="Q")],
            ["1A", "2"],
            ["", ""],
        ),
        # a deleted pasal hands on what begins with the next, in the same BAB alone
        (
            [
                said(bab="A"),
                said(True, bab="B", judul_bagian="P"),
                said(bab="B", judul_bagian="P"),
            ],
            ["", "", "1"],
            ["", "", ""],
        ),
        (
            [said(True, bab="A", judul_bagian="P"), said(bab="B", judul_bagian="P")],
            ["1", "1"],
            ["", ""],
        ),
    ],
)
def test_numbers_below_bab(
    pasal: list[HeadedPasal], bagian: list[str], paragraf: list[str]
) -> None:
    labels = number_heads(pasal).labels
    assert list(labels["judul_bagian"]) == bagian
    assert list(labels["judul_paragraf"]) == paragraf


@pytest.mark.parametrize(
    ("key", "label", "expect"),
    [
        ("bab", "IIA", "BAB IIA"),
        ("judul_bagian", "1", "Bagian Kesatu"),
        ("judul_bagian", "12A", "Bagian Kedua Belas A"),
        ("judul_bagian", "Ketiga", "Bagian Ketiga"),
        ("judul_paragraf", "3", "Paragraf 3"),
    ],
)
def test_heads_are_said(key: str, label: str, expect: str) -> None:
    assert head_words(key, label) == expect


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
