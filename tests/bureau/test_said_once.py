"""One fault is one finding, however many rules see it and however often the data are printed."""

from collections import Counter

import pytest

from conftest import MINIMAL
from notakesepakatan.bureau.check import Found, check_document, temuan_list
from notakesepakatan.bureau.said_once import said_once
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.load.dictionary import load_dictionary
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.place import Place
from notakesepakatan.temuan import Position

APPOINTED = "Keputusan Presiden Nomor 7 tanggal 31 April 2020"
AS_SENTENCE = '"[[jabatan]], diangkat dengan [[pengangkatan]], disebut [[sebutan]]."'


def _found(old: str, new: str) -> list[Found]:
    assert old in MINIMAL
    loaded = parse_kesepakatan(MINIMAL.replace(old, new, 1).encode(), "uji")
    return temuan_list(Riwayat(loaded), loaded, load_dictionary())


@pytest.mark.parametrize(
    ("old", "new", "piece", "kode"),
    [
        # A datum, and the sentence that it is printed in.
        (
            "- nama: Badan A\n",
            f"- nama: Badan A\n  pengangkatan: {APPOINTED}\n  kalimat: {AS_SENTENCE}\n",
            "31 April 2020",
            "ANGKA-HARI",
        ),
        # Rules of days, of terms, of kinds of papers, of spelling.
        (
            "isi: Isi.",
            "isi: KEDUA BELAH PIHAK sepakat.",
            "KEDUA BELAH PIHAK",
            "SAMA-SEBUTAN",
        ),
        (
            "isi: Isi.",
            "isi: Nota ini di tandatangani.",
            "di tandatangani",
            "BAHASA-SALAH",
        ),
        ("isi: Isi.", "isi: Nomor …… berlaku.", "……", "ISIAN-KOSONG"),
    ],
)
def test_one_fault_is_one_finding(old: str, new: str, piece: str, kode: str) -> None:
    found = _found(old, new)
    at = [one.tempat for one in found if one.piece == piece]
    assert len(at) == 1
    there = [one.kode for one in found if one.tempat == at[0] and one.piece]
    assert there == [kode]


def test_the_better_one_is_kept() -> None:
    def one(kode: str, column: int, piece: str) -> Found:
        position = Position("a", 1, column)
        return Found(position, Place(), kode, "galat", f"{kode} {piece}", "", "", piece)

    day, again = one("ANGKA-HARI", 5, "Jumat"), one("SAMA-HARI", 5, "Jumat")
    beside = one("SAMA-HARI", 10, "Mei")
    assert said_once([day, again, beside, day]) == [day, beside]
    assert said_once([again, beside]) == [again, beside]


@pytest.mark.slow
def test_many_findings_of_a_line_cost_little() -> None:
    """Each is held against what stands before it, not against each."""
    text = "di laksanakan tandatangani " * 4000
    found = check_document("a.txt", text.encode()).found
    assert Counter(one.kode for one in found)["BAHASA-SALAH"] == 4000
