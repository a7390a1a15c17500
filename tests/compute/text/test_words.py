"""Numbers, days, terms and addresses in another language."""

from datetime import date

import pytest

from notakesepakatan.compute.text.words import INDONESIAN, OtherWords
from notakesepakatan.load.yaml.datum import parse
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.jangka_waktu import JangkaWaktu
from notakesepakatan.model.language import Language
from notakesepakatan.workspace.layout import package_templates

FILE = package_templates() / "bahasa/inggris.yaml"
ENGLISH = OtherWords(parse(Language, FILE.read_bytes(), str(FILE))[0])


@pytest.mark.parametrize(
    ("term", "indonesian", "english"),
    [
        ("5 tahun", "5 (lima) tahun", "5 (five) years"),
        ("1 tahun", "1 (satu) tahun", "1 (one) year"),
        ("7 hari kerja", "7 (tujuh) hari kerja", "7 (seven) working days"),
        (
            "2 tahun sejak 1 April 2026",
            "2 (dua) tahun terhitung sejak tanggal 1 April 2026",
            "2 (two) years commencing on 1 April 2026",
        ),
        (
            "1 April 2026 sampai dengan 31 Maret 2027",
            "1 April 2026 sampai dengan 31 Maret 2027",
            "1 April 2026 until 31 March 2027",
        ),
        (
            "sampai dengan 31 Desember 2027",
            "sampai dengan 31 Desember 2027",
            "until 31 December 2027",
        ),
        ("tahun anggaran 2027", "Tahun Anggaran 2027", "Fiscal Year 2027"),
        ("tanpa batas waktu", "tanpa batas waktu", "an indefinite period"),
    ],
)
def test_a_term(term: str, indonesian: str, english: str) -> None:
    value = JangkaWaktu.model_validate(term)
    assert INDONESIAN.term(value) == indonesian
    assert ENGLISH.term(value) == english


def test_days_and_numbers() -> None:
    day = date(2022, 6, 16)
    assert ENGLISH.day(day) == "16 June 2022"
    assert ENGLISH.weekday(day) == "Thursday"
    assert ENGLISH.month(day) == "June"
    assert ENGLISH.spelled(21) == "Twenty-One"
    assert ENGLISH.spelled(2022) == "2022"
    assert ENGLISH.number(100) == "100 (one hundred)"
    assert ENGLISH.number(1500) == "1,500"
    assert ENGLISH.money(10000) == "IDR 10,000"
    assert ENGLISH.span(Lama.model_validate("3 bulan")) == "3 (three) months"


def test_addresses_and_lists() -> None:
    address = (("pasal", "4"), ("ayat", "2"), ("huruf", "a"))
    assert INDONESIAN.address(address) == "Pasal 4 ayat (2) huruf a"
    assert ENGLISH.address(address) == "Article 4 paragraph (2) letter a"
    assert ENGLISH.listed(["A", "B", "C"]) == "A, B, and C"
    assert ENGLISH.listed(["A", "B"], "atau") == "A or B"
