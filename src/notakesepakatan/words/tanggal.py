"""Dates in Indonesian words; dates, never times.

Month and day names are babel's (CLDR, locale `id`).
"""

import re
from datetime import date, datetime

from babel.dates import get_day_names, get_month_names

from notakesepakatan.words.numbers import terbilang

_MONTH: dict[int, str] = dict(get_month_names("wide", locale="id"))
_DAY: dict[int, str] = dict(get_day_names("wide", locale="id"))
DAYS = tuple(_DAY.values())
"""The days of the week, "Minggu" among them."""
MONTHS = (*_MONTH.values(), *get_month_names("wide", locale="en").values())
"""Januari, Februari, …; January, February, …"""
_NUMBER_OF_MONTH = {name.lower(): number for number, name in _MONTH.items()}
LONG_PATTERN = rf"\d{{1,2}} (?:{'|'.join(_MONTH.values())}) \d{{4}}"
"""A day as `tanggal_long` writes it; not each one that matches is in the calendar."""


_DAY_OF = rf"(?P<day>\d{{1,2}})(?: (?P<month>{'|'.join(_MONTH.values())}))?"


def parse_day_of(text: str) -> tuple[int, int | None]:
    """A day of each year or month: "31 Januari" -> (31, 1), "10" -> (10, None).

    Raises:
        ValueError: it is none, or comes in no year.
    """
    match = re.fullmatch(_DAY_OF, text, re.ASCII | re.IGNORECASE)
    if match is None:
        raise ValueError(text)
    month = _NUMBER_OF_MONTH[match["month"].lower()] if match["month"] else None
    # In a leap year, so that 29 February is a day.
    date(2000, month or 1, int(match["day"]))
    return int(match["day"]), month


def parse_iso(text: str) -> date:
    """A day written TTTT-BB-HH and no other way: `date` alone takes "2026-W05-1" too.

    Raises:
        ValueError: it is none.
    """
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        raise ValueError(text)
    return date.fromisoformat(text)


def parse_long(text: str) -> date:
    """A day written as `tanggal_long` does, whatever its capitals: "31 desember 2027".

    Raises:
        ValueError: it is none, or none of the calendar.
    """
    if not re.fullmatch(LONG_PATTERN, text, re.ASCII | re.IGNORECASE):
        raise ValueError(text)
    day, month, year = text.split(" ")
    return date(int(year), _NUMBER_OF_MONTH[month.lower()], int(day))


def day_said(text: str) -> date | None:
    """The day that `parse_long` reads; None where it is none, or none of the calendar."""
    try:
        return parse_long(text)
    except ValueError:
        return None


def tanggal_long(tanggal: date) -> str:
    """Day, month name, year: "16 Juni 2022"."""
    return f"{tanggal.day} {_MONTH[tanggal.month]} {tanggal.year}"


def day_of_time(text: str) -> str:
    """The day of a time that a file keeps: "2026-11-28T11:10:00+09:00" is "28 November 2026".

    What is no time stays as it is.
    """
    try:
        return tanggal_long(datetime.fromisoformat(text).date())
    except ValueError:
        return text


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


def left_words(days: int) -> str:
    """How far a day is, as days from today: "3 hari lagi", "hari ini", "lewat 2 hari"."""
    if days == 0:
        return "hari ini"
    return f"{days} hari lagi" if days > 0 else f"lewat {-days} hari"
