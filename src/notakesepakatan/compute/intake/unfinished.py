"""A cell that says of a day only its year or month in; what the day may be out.

A year of the budget ends on 31 December, and so does "akhir tahun 2026"; "s.d. 2028" may end on any
day of that year, which is asked.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from notakesepakatan.compute.intake.days import month_of_name

_UNTIL = r"(?:s\.?\s?/?\s?d\.?|sampai(?: dengan)?|hingga|until|[-–—])"
_BUDGET = r"(?:t\.?\s?a\b\.?|tahun anggaran)"
_MONTH = r"(?P<month>[a-z]{3,9}|\d{1,2}(?=[-/ ]))[-/,.\s]*"
_PERIOD = re.compile(
    rf"(?:(?P<first>(?:{_BUDGET}|tahun|[a-z]{{3,9}})?\s*(?:19|20)\d\d)\s*)?"
    rf"(?:{_UNTIL}\s*)?(?P<end>akhir\s+)?(?:bulan\s+)?(?P<budget>{_BUDGET}\s*)?"
    rf"(?:tahun\s+|thn?\.?\s+)?(?:{_MONTH})?(?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_STARTS_BUDGET = re.compile(_BUDGET, re.IGNORECASE)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Unfinished:
    """The year or month in which a term ends.

    Attributes:
        first: its first day.
        last: its last day.
        reason: why it ends on that; empty where it may end on any.
    """

    first: date
    last: date
    reason: str = ""

    def choices(self, begin: date | None) -> tuple[date, ...]:
        """The days on which a term that begins on a day likely ends."""
        whole = _anniversary(begin, self.last.year) if begin else None
        within = whole is not None and self.first <= whole < self.last
        return (whole, self.last) if whole and within else (self.last,)


def _anniversary(begin: date, year: int) -> date | None:
    years = year - begin.year
    return begin + relativedelta(years=years) if years > 0 else None


def read_unfinished(text: str) -> Unfinished | None:
    """The period in which a term ends: "s/d 2028", "Desember 2027", "TA 2024".

    None where a text says anything else.
    """
    match = _PERIOD.fullmatch(" ".join(text.split()))
    if match is None:
        return None
    year, month = int(match["year"]), _month(match["month"])
    if month is None:
        return None
    last_month = month or 12
    _, days = calendar.monthrange(year, last_month)
    first, last = date(year, month or 1, 1), date(year, last_month, days)
    begins_budget = _STARTS_BUDGET.match(match["first"] or "")
    if match["budget"] or begins_budget:
        return Unfinished(first, last, f"tahun anggaran {year} berakhir 31 Desember")
    if match["end"]:
        return Unfinished(first, last, "akhir bulan" if month else "akhir tahun")
    return Unfinished(first, last)


def _month(text: str | None) -> int | None:
    """The number of a month; 0 where none is said, None where it is none."""
    if text is None:
        return 0
    number = int(text) if text.isdigit() else month_of_name(text)
    return number if 1 <= number <= 12 else None
