"""What was meant by a day, a number or a span of time that is written in another way."""

from datetime import date

import pytest

from notakesepakatan.words.typed import (
    day_meant,
    lama_meant,
    number_meant,
    whole_number,
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31 Desember 2027", date(2027, 12, 31)),
        ("31 DESEMBER 2027", date(2027, 12, 31)),
        ("Jumat, 31 Desember 2027", date(2027, 12, 31)),
        ("tanggal 5 Pebruari 2027", date(2027, 2, 5)),
        ("1 Nop 2027", date(2027, 11, 1)),
        ("17 Agt. 2027", date(2027, 8, 17)),
        ("31-12-2027", date(2027, 12, 31)),
        ("5/6/2027", date(2027, 6, 5)),
        ("31.12.2027", date(2027, 12, 31)),
        ("2027/12/31", date(2027, 12, 31)),
        ("2027-1-5", date(2027, 1, 5)),
        ("2027-12-31 00:00:00", date(2027, 12, 31)),
        ("31-12-27", None),
        ("31 Desember", None),
        ("30 Februari 2027", None),
        ("30-02-2027", None),
        ("13/13/2027", None),
        ("akhir tahun 2027", None),
        ("sampai dengan 31 Desember 2027", None),
    ],
)
def test_day(text: str, day: date | None) -> None:
    assert day_meant(text) == day


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Rp1.000.000", 1_000_000),
        ("Rp. 1.500.000,-", 1_500_000),
        ("Rp1.500.000,00", 1_500_000),
        ("Rp 250.000 (dua ratus lima puluh ribu rupiah)", 250_000),
        ("10.000", 10_000),
        ("2 (dua)", 2),
        ("dua", 2),
        ("dua belas", 12),
        ("1.5", None),
        ("1.00", None),
        ("satu atau dua", None),
        ("", None),
    ],
)
def test_number(text: str, number: int | None) -> None:
    assert number_meant(text) == number


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("1 (satu) tahun", "1 tahun"),
        ("5 (lima)  tahun", "5 tahun"),
        ("dua tahun", "2 tahun"),
        ("dua belas bulan", "12 bulan"),
        ("3 bln", "3 bulan"),
        ("2 thn.", "2 tahun"),
        ("7 (tujuh) hari kerja", "7 hari kerja"),
        ("1 tahun 6 bulan", "18 bulan"),
        ("1 (satu) tahun dan 6 (enam) bulan", "18 bulan"),
        ("0 tahun", None),
        ("sampai dengan 5 tahun", None),
        ("5 tahun lagi", None),
        ("1 tahun 10 hari", None),
        ("tanpa batas waktu", None),
    ],
)
def test_span(text: str, span: str | None) -> None:
    assert lama_meant(text) == span


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1000000", 1_000_000),
        ("1.000.000", 1_000_000),
        ("Rp1.000.000,00", 1_000_000),
        ("Rp. 1.000.000,-", 1_000_000),
        ("-3", -3),
        ("1.5", None),
        ("1e3", None),
        ("", None),
        ("9" * 5000, None),
    ],
)
def test_a_number_that_was_asked_for(text: str, number: int | None) -> None:
    assert whole_number(text) == number
