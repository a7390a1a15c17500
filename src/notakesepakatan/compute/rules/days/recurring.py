"""How often a duty recurs, and on which day it is due, in the words of sentences."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from babel.dates import get_month_names
from dateutil.relativedelta import relativedelta

from notakesepakatan.words.spelt import NUMBER_WORDS, leading_number, spelt_number

UNITS = "hari kerja|hari kalender|hari|minggu|bulan|tahun"
SPELT = rf"(?:(?:{'|'.join(NUMBER_WORDS)}) ){{1,5}}"
SPAN = (
    rf"(?:(?P<figures>\d{{1,3}}) (?:\([a-z ]+\) )?|(?P<words>{SPELT}))(?P<unit>{UNITS})"
)
_IN_MONTHS = {
    "bulan": 1,
    "triwulan": 3,
    "kuartal": 3,
    "caturwulan": 4,
    "semester": 6,
    "tahun": 12,
}
_IN_DAYS = {"hari": 1, "minggu": 7}
_MONTHS = "|".join(get_month_names("wide", locale="id").values())
_EACH = r"\b(?:setiap|tiap-tiap|tiap|per) "
_PERIOD = "|".join((*_IN_MONTHS, "hari kerja", *_IN_DAYS))
_OF_A_SPAN = re.compile(rf"{_EACH}{SPAN}", re.IGNORECASE)
_OF_A_PERIOD = re.compile(
    rf"{_EACH}(?:(?:awal|akhir|pertengahan) )?(?P<unit>{_PERIOD})\b(?! \()",
    re.IGNORECASE,
)
_ON_A_DATE = re.compile(
    rf"\bsetiap (?:tanggal )?\d{{1,2}}(?: (?P<month>{_MONTHS}))?"
    rf"(?=[.,;]| (?!dan\b|\(|\d|kali\b|{UNITS}|{_MONTHS}))",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\b(?:sekali|(?P<times>\d{1,2}) (?:\([a-z ]+\) )?kali) (?:(?:dalam|setiap|per) )?"
    r"(?:1 \(satu\) |satu |se)?(?P<unit>tahun|bulan|minggu|semester)\b",
    re.IGNORECASE,
)
_TIMES_IN_A_SPAN = re.compile(
    rf"\b(?:sekali|(?P<times>\d{{1,2}}) (?:\([a-z ]+\) )?kali) (?:dalam|setiap|tiap|per)"
    rf"(?: jangka waktu)? {SPAN}",
    re.IGNORECASE,
)
_SINCE_PENANDATANGANAN = re.compile(
    rf"{SPAN} (?:(?:kalender|terhitung|dihitung) )*(?:sejak|setelah|sesudah|dari)"
    r"(?: (?:hari|tanggal|dilakukannya))* (?:penandatanganan|ditandatangani)",
    re.IGNORECASE,
)


class Often(NamedTuple):
    """How often something recurs.

    Attributes:
        match: the words that say so.
        many: how many of the unit lie between two times.
        unit: "bulan", "hari", or "hari kerja".
        is_plain: whether the words say the span itself.
    """

    match: re.Match[str]
    many: float
    unit: str
    is_plain: bool = False


def recurring(text: str) -> Iterator[Often]:
    """What a text says of how often something recurs."""
    for match in _OF_A_SPAN.finditer(text):
        many = length(match)
        if many:
            yield Often(match, *in_common(many, match["unit"]), is_plain=True)
    for match in _OF_A_PERIOD.finditer(text):
        yield Often(match, *in_common(1, match["unit"]))
    for match in _ON_A_DATE.finditer(text):
        yield Often(match, 12 if match["month"] else 1, "bulan")
    for match in _TIMES_IN_A_SPAN.finditer(text):
        yield from _in_a_span(match)
    for match in _TIMES.finditer(text):
        many, unit = in_common(1, match["unit"])
        yield Often(match, many / int(match["times"] or 1), unit)


def _in_a_span(match: re.Match[str]) -> Iterator[Often]:
    """`1 (satu) kali dalam 6 (enam) bulan`."""
    count = length(match)
    if count and count > 1:
        many, unit = in_common(count, match["unit"])
        yield Often(match, many / int(match["times"] or 1), unit)


def in_common(many: int, unit: str) -> tuple[int, str]:
    """A span in months or in days, so that `1 tahun` and `12 bulan` are one."""
    unit = unit.lower().removesuffix(" kalender")
    if unit in _IN_MONTHS:
        return many * _IN_MONTHS[unit], "bulan"
    return many * _IN_DAYS.get(
        unit, 1
    ), "hari kerja" if unit == "hari kerja" else "hari"


def length(match: re.Match[str]) -> int | None:
    """How many of its unit a span says; None where its words are no number."""
    if match["figures"]:
        return int(match["figures"])
    spelt, _ = leading_number(match["words"])
    said = spelt_number(spelt)
    return said[0] if said else None


def days_since_penandatanganan(
    text: str, signed: date
) -> Iterator[tuple[re.Match[str], date]]:
    """`30 hari setelah penandatanganan`, each with its day; working days are nobody's sum."""
    for match in _SINCE_PENANDATANGANAN.finditer(text):
        many = length(match)
        if many and match["unit"].lower() != "hari kerja":
            count, unit = in_common(many, match["unit"])
            in_days = timedelta(days=count)
            span = relativedelta(months=count) if unit == "bulan" else in_days
            yield match, signed + span
