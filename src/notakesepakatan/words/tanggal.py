"""Dates in Indonesian words. Month and day names are babel's (CLDR, locale `id`); dates, never times."""

import re
from datetime import date

from babel.dates import get_day_names, get_month_names

from notakesepakatan.words.numbers import terbilang

_BULAN: dict[int, str] = dict(get_month_names("wide", locale="id"))
_HARI: dict[int, str] = dict(get_day_names("wide", locale="id"))


def parse_iso(teks: str) -> date:
    """A day written TTTT-BB-HH and no other way: `date` alone takes "2026-W05-1" too.

    Raises:
        ValueError: it is none.
    """
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", teks, re.ASCII):
        raise ValueError(teks)
    return date.fromisoformat(teks)


def tanggal_panjang(tanggal: date) -> str:
    """Day, month name, year: "16 Juni 2022"."""
    return f"{tanggal.day} {_BULAN[tanggal.month]} {tanggal.year}"


def nama_hari(tanggal: date) -> str:
    """Weekday: "Kamis"."""
    return _HARI[tanggal.weekday()]


def nama_bulan(tanggal: date) -> str:
    """Month: "Juni"."""
    return _BULAN[tanggal.month]


def tanggal_angka(tanggal: date) -> str:
    """Digits as in the opening of an agreement: "16-06-2022"."""
    return tanggal.strftime("%d-%m-%Y")


def terbilang_kapital(bilangan: int) -> str:
    """Words with capitals, as the opening spells day and year: 16 -> "Enam Belas"."""
    return terbilang(bilangan).title()
