"""The term that an agreement has on a day: its first day, its last day, or why it has none.

Here alone is reckoned when a term ends; whatever else asks for that day asks here.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Literal

from dateutil.relativedelta import relativedelta

from notakesepakatan.compute.time.calendar import DAY, OfficeCalendar
from notakesepakatan.model.dasar import Convention, Lama
from notakesepakatan.model.jangka_waktu import JangkaWaktu
from notakesepakatan.words.numbers import angka_terbilang
from notakesepakatan.words.provisional import all_years
from notakesepakatan.words.tanggal import day_name, tanggal_long

_IN_MONTHS = {"bulan": 1, "tahun": 12}
_CONVENTION_WORDS = {
    "hari_yang_sama": "hari ulang tanggalnya ikut dihitung sebagai hari terakhir",
    "sehari_sebelum": "hari terakhir adalah sehari sebelum tanggal ulangnya",
}


@dataclass(frozen=True)
class Reckoned:
    """A day as reckoned, and the years without a decree that it rests on."""

    tanggal: date
    provisional_years: tuple[int, ...] = ()


@dataclass(frozen=True)
class Ended:
    """The last day of a term: by the agreement's convention, and by the earliest reading.

    With the years without a decree that both rest on, and whether it is the last day at
    the latest, since a condition may end it sooner.
    """

    tanggal: date
    earliest: date
    provisional_years: tuple[int, ...] = ()
    at_latest: bool = False

    @property
    def limit(self) -> str:
        """What stands before the day in words: "paling lambat ", or nothing."""
        return "paling lambat " if self.at_latest else ""


def reckon_lama(
    begin: date, span: Lama, calendar: OfficeCalendar, direction: Literal[1, -1] = 1
) -> Reckoned:
    """The day a span after its anchor, or before it with `direction` -1.

    Only a span of working days rests on decrees.
    """
    if span.satuan == "hari kerja":
        count = calendar.count(begin, span.jumlah * direction)
        return Reckoned(count.hasil, count.provisional_years)
    return Reckoned(_add_calendar_days(begin, span, direction))


def add_lama(
    begin: date, span: Lama, calendar: OfficeCalendar, direction: Literal[1, -1] = 1
) -> date:
    """The same, for whoever needs no more than the day."""
    return reckon_lama(begin, span, calendar, direction).tanggal


def _add_calendar_days(begin: date, span: Lama, direction: Literal[1, -1]) -> date:
    n = span.jumlah * direction
    if span.satuan == "tahun":
        return begin + relativedelta(years=n)
    if span.satuan == "bulan":
        return begin + relativedelta(months=n)
    return begin + DAY * (n * 7 if span.satuan == "minggu" else n)


def end_of_term(
    begin: date, span: Lama, convention: Convention, calendar: OfficeCalendar
) -> Ended:
    """End of a term counted from its first day.

    5 tahun from 2022-06-16 -> 2027-06-16 (or 2027-06-15).
    """
    again = reckon_lama(begin, span, calendar)
    day_before = again.tanggal - DAY
    shown = again.tanggal if convention == "hari_yang_sama" else day_before
    return Ended(shown, day_before, again.provisional_years)


@dataclass(frozen=True)
class Term:
    """A term that runs, or has run.

    Attributes:
        begin: its first day.
        end: its last day; None where nothing says which that is.
        explain: gives the reasons of the end, when asked.
        years: years begun by it; None where it has no last day.
        span: what the end was counted by; None where the end is a day that was named.
        counted: first day and whole length of all terms that were counted on from it.
        open_words: why it has no last day, in words; empty where it has one.
        awaited: the condition that ends it before its last day; empty without one.
    """

    begin: Reckoned
    end: Ended | None
    explain: Callable[[], list[str]]
    years: int | None = None
    span: Lama | None = None
    counted: tuple[date, Lama] | None = None
    open_words: str = ""
    awaited: str = ""

    @property
    def usual_span(self) -> Lama | None:
        """How long it is, in whole years or months; None where it is no such span."""
        if self.span or self.end is None:
            return self.span
        after = relativedelta(self.end.tanggal + DAY, self.begin.tanggal)
        months = after.years * 12 + after.months
        if after.days or not months:
            return None
        if months % 12:
            return Lama(jumlah=months, satuan="bulan")
        return Lama(jumlah=months // 12, satuan="tahun")


def first_term(
    jangka_waktu: JangkaWaktu,
    signed: date,
    convention: Convention,
    calendar: OfficeCalendar,
) -> Term:
    """The term of an agreement signed on a day, before any extension."""
    term = _first_term(jangka_waktu, signed, convention, calendar)
    awaited = jangka_waktu.sampai_terpenuhi
    return at_latest(term, awaited or "") if term.end else term


def _first_term(
    jangka_waktu: JangkaWaktu,
    signed: date,
    convention: Convention,
    calendar: OfficeCalendar,
) -> Term:
    begin = Reckoned(jangka_waktu.first_day(signed))
    if jangka_waktu.span:
        return _spanning(begin, jangka_waktu.span, convention, calendar)
    without_first_day = begin.tanggal == date.min
    years = None if without_first_day else jangka_waktu.years(signed)
    last = jangka_waktu.last_day
    if last is None:
        return Term(begin, None, list, open_words=jangka_waktu.open_words)
    return Term(begin, Ended(last, last), partial(_named, begin.tanggal, last), years)


def at_latest(term: Term, awaited: str) -> Term:
    """A term whose last day comes sooner where the condition is met; as it is without one."""
    if not awaited:
        return term
    end = replace(term.end, at_latest=True) if term.end else None

    def explain() -> list[str]:
        sooner = f"lebih awal, sampai dengan {awaited}"
        return [*term.explain(), f"{sooner}, bila dicatat sebagai syarat_terpenuhi"]

    return replace(term, end=end, explain=explain, awaited=awaited)


def extended_for(
    term: Term, selama: Lama, convention: Convention, calendar: OfficeCalendar
) -> Term:
    """The term that follows on one for a span; the same where that one has no end.

    A span goes on from the day the one before it was counted to. Months and years are
    counted from the first day of all, so that 31 August and twice 6 months is 31 August
    again. The day after a day that was named is the first of the next term.
    """
    if term.end is None:
        return term
    if term.span:
        begin = _next_begin(term.begin, term.span, calendar)
        following = _spanning(begin, selama, convention, calendar)
        return _counted_from_first(term, following, convention)
    last = term.end.tanggal
    reckoned = _goes_on(last, selama, calendar)
    years = all_years((term.end.provisional_years, reckoned.provisional_years))
    end = Ended(reckoned.tanggal, reckoned.tanggal, years)
    begin = Reckoned(last + DAY, term.end.provisional_years)
    because = partial(_counted_on, selama, last, end.tanggal)
    return Term(begin, end, because, selama.jumlah_tahun)


def _goes_on(last: date, span: Lama, calendar: OfficeCalendar) -> Reckoned:
    """The last day of a span that begins the day after one: 30 June and 6 months, 31 December."""
    if span.satuan not in _IN_MONTHS:
        return reckon_lama(last, span, calendar)
    again = reckon_lama(last + DAY, span, calendar)
    return Reckoned(again.tanggal - DAY, again.provisional_years)


def _counted_from_first(term: Term, following: Term, convention: Convention) -> Term:
    """A term that follows on one, its days counted from the first day of all.

    Only of months and years: days are the same however they are counted.
    """
    first, so_far = term.counted or (term.begin.tanggal, term.span)
    span = following.span
    if (
        so_far is None
        or span is None
        or not {so_far.satuan, span.satuan} <= {*_IN_MONTHS}
    ):
        return following
    months = _months(so_far) + _months(span)
    whole = Lama(jumlah=months, satuan="bulan")
    begin = replace(following.begin, tanggal=_add_calendar_days(first, so_far, 1))
    end = end_of_term(first, whole, convention, OfficeCalendar())
    end = replace(end, provisional_years=term.begin.provisional_years)
    because = partial(_counted, begin.tanggal, span, end, convention)
    counted = first, whole
    return replace(following, begin=begin, end=end, explain=because, counted=counted)


def _months(span: Lama) -> int:
    return span.jumlah * _IN_MONTHS[span.satuan]


def extended_until(term: Term, sampai: date) -> Term:
    """The term that follows on one until a day; the same where that one has no end."""
    if term.end is None:
        return term
    begin = Reckoned(term.end.tanggal + DAY, term.end.provisional_years)
    because = partial(_named, begin.tanggal, sampai)
    years = JangkaWaktu(mulai=begin.tanggal, sampai=max(sampai, begin.tanggal)).years(
        None
    )
    return Term(begin, Ended(sampai, sampai), because, years)


def certain_end(
    jangka_waktu: JangkaWaktu, signed: date | None, convention: Convention
) -> date | None:
    """The last day of a term, where no calendar of days off is needed to tell it.

    None too where the day of signing is needed and not known.
    """
    span = jangka_waktu.span
    if span is None:
        return jangka_waktu.last_day
    first_known = signed or jangka_waktu.mulai
    if first_known is None or span.satuan == "hari kerja":
        return None
    first = jangka_waktu.first_day(first_known)
    return end_of_term(first, span, convention, OfficeCalendar()).tanggal


def _spanning(
    begin: Reckoned, span: Lama, convention: Convention, calendar: OfficeCalendar
) -> Term:
    """A term whose first day was itself reckoned, counted by a span."""
    counted = end_of_term(begin.tanggal, span, convention, calendar)
    years = all_years((begin.provisional_years, counted.provisional_years))
    end = replace(counted, provisional_years=years)
    because = partial(_counted, begin.tanggal, span, end, convention)
    return Term(begin, end, because, span.jumlah_tahun, span)


def _next_begin(begin: Reckoned, span: Lama, calendar: OfficeCalendar) -> Reckoned:
    following = reckon_lama(begin.tanggal, span, calendar)
    years = all_years((begin.provisional_years, following.provisional_years))
    return Reckoned(following.tanggal, years)


def _counted(begin: date, span: Lama, end: Ended, convention: Convention) -> list[str]:
    return [
        f"{span_words(span)} terhitung sejak {day_words(begin)}",
        f"berakhir {day_words(end.tanggal)}: {_CONVENTION_WORDS[convention]}",
        *_readings(end),
    ]


def _counted_on(span: Lama, last: date, end: date) -> list[str]:
    return [
        f"diperpanjang {span_words(span)} terhitung sejak berakhir {day_words(last)}",
        f"berakhir {day_words(end)}: dihitung sejak sehari sesudahnya",
    ]


def _named(begin: date, last: date) -> list[str]:
    if begin == date.min:
        return [f"berakhir {day_words(last)}: disebut daftar, tanpa hari mulainya"]
    return [
        f"berlaku {day_words(begin)} sampai dengan {day_words(last)}",
        f"berakhir {day_words(last)}: hari terakhirnya disebut naskah",
    ]


def span_words(span: Lama) -> str:
    """A span as a sentence says it: "6 (enam) bulan"."""
    return f"{angka_terbilang(span.jumlah)} {span.satuan}"


def day_words(tanggal: date) -> str:
    """A day with its weekday: "Kamis, 16 Juni 2022"."""
    return f"{day_name(tanggal)}, {tanggal_long(tanggal)}"


def _readings(end: Ended) -> list[str]:
    if end.tanggal == end.earliest:
        return []
    other = f"pembacaan lain, sehari sebelumnya: {day_words(end.earliest)}"
    return [f"{other}; hari aman mengikuti yang lebih awal"]
