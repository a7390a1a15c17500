"""Dates in Indonesian words; dates, never times.

Month and day names are babel's (CLDR, locale `id`).
"""

import re
from datetime import date

from babel.dates import get_day_names, get_month_names

from notakesepakatan.words.numbers import terbilang

_MONTH: dict[int, str] = dict(get_month_names("wide", locale="id"))
_DAY: dict[int, str] = dict(get_day_names("wide", locale="id"))


def parse_iso(text: str) -> date:
    """A day written TTTT-BB-HH and no other way: `date` alone takes "2026-W05-1" too.

    Raises:
        ValueError: it is none.
    """
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        raise ValueError(text)
    return date.fromisoformat(text)


def tanggal_long(tanggal: date) -> str:
    """Day, month name, year: "16 Juni 2022"."""
    return f"{tanggal.day} {_MONTH[tanggal.month]} {tanggal.year}"


def day_name(tanggal: date) -> str:
    """Weekday: "Kamis"."""
    return _DAY[tanggal.weekday()]


def month_name(tanggal: date) -> str:
    """Month: "Juni"."""
    return _MONTH[tanggal.month]


def tanggal_angka(tanggal: date) -> str:
    """Digits as in the opening of an agreement: "16-06-2022"."""
    return tanggal.strftime("%d-%m-%Y")


def terbilang_capitals(number: int) -> str:
    """Words with capitals, as the opening spells day and year: 16 -> "Enam Belas"."""
    return terbilang(number).title()
