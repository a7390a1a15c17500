"""Dates of an agreement with their reasons: end of the term, notice, years of the work plan.

Months are always counted from the anchor date, never chained, and clamp to the month's end
(31 January + 1 month is 28 February). Where law is unsettled (is the last day of five years
from 16 June 2022 the 15th or the 16th?) both readings are shown, and `safe` follows the
earlier, on a working day.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateutil.relativedelta import relativedelta

from notakesepakatan.compute.time.calendar import (
    DAY,
    HariKerja,
    OfficeCalendar,
    Skipped,
)
from notakesepakatan.model.dasar import Convention, Lama
from notakesepakatan.words.numbers import angka_terbilang, roman
from notakesepakatan.words.provisional import all_years
from notakesepakatan.words.tanggal import day_name, tanggal_long

KindTenggat = Literal[
    "berakhir",
    "pemberitahuan",
    "tahun-rencana-kerja",
    "berita-acara-kahar",
    "kewajiban",
    "tindak-lanjut",
]

_CONVENTION_WORDS = {
    "hari_yang_sama": "hari ulang tanggalnya ikut dihitung sebagai hari terakhir",
    "sehari_sebelum": "hari terakhir adalah sehari sebelum tanggal ulangnya",
}


@dataclass(frozen=True)
class Tenggat:
    """One date to mind.

    Attributes:
        jenis: what falls due.
        tanggal: the date as shown, by the agreement's convention.
        safe: the last safe day to act: earliest reading, moved to a working day.
        dasar: the clause it rests on, as printed: "Pasal 6 ayat (2)".
        explain: gives the reasons when asked; a register of thousands shows few of them.
        base: what tells it from others of its kind: the day of the event, the year of the plan.
        provisional_years: years without a decree that `safe` rests on.
        tanggal_provisional_years: those that `tanggal` rests on; they are among the former.
    """

    jenis: KindTenggat
    tanggal: date
    safe: date
    dasar: str
    explain: Callable[[], list[str]]
    base: str = ""
    provisional_years: tuple[int, ...] = ()
    tanggal_provisional_years: tuple[int, ...] = ()

    @property
    def kunci(self) -> str:
        """Name of this deadline within its agreement, which stays when its date moves."""
        return f"{self.jenis}-{self.base}" if self.base else self.jenis

    @property
    def alasan(self) -> tuple[str, ...]:
        """Each step in Indonesian, in order."""
        return tuple(self.explain())


@dataclass(frozen=True)
class Reckoned:
    """A day as reckoned, and the years without a decree that it rests on."""

    tanggal: date
    provisional_years: tuple[int, ...] = ()


@dataclass(frozen=True)
class Ended:
    """The last day of a term: by the agreement's convention, and by the earliest reading.

    With the years without a decree that both rest on.
    """

    tanggal: date
    earliest: date
    provisional_years: tuple[int, ...] = ()


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


def tenggat_of_end(
    begin: date,
    span: Lama,
    end: Ended,
    convention: Convention,
    basis: str,
    calendar: OfficeCalendar,
) -> Tenggat:
    """The end of a term as a date to mind.

    Safe is the last working day on or before the earliest reading.
    """
    safe, skipped = calendar.move(end.earliest, "mundur")
    moved_over = calendar.provisional_years(safe, end.earliest)
    provisional_years = all_years((end.provisional_years, moved_over))

    def explain() -> list[str]:
        words = f"{angka_terbilang(span.jumlah)} {span.satuan}"
        return [
            f"{_basis(basis)}{words} terhitung sejak {_day(begin)}",
            f"berakhir {_day(end.tanggal)}: {_CONVENTION_WORDS[convention]}",
            *_readings(end),
            *_passed(end.earliest, safe, skipped),
            *_decrees(calendar, provisional_years, safe, end.earliest),
        ]

    return Tenggat(
        "berakhir",
        end.tanggal,
        safe,
        basis,
        explain,
        provisional_years=provisional_years,
        tanggal_provisional_years=end.provisional_years,
    )


def tenggat_pemberitahuan(
    end: Ended, before: Lama, basis: str, calendar: OfficeCalendar
) -> Tenggat:
    """The last day of a notice that must be given a span before the end.

    It is counted backward, so moved earlier.
    """
    reckoned = reckon_lama(end.tanggal, before, calendar, -1)
    shown = reckoned.tanggal
    reckoned_earliest = reckon_lama(end.earliest, before, calendar, -1)
    earliest = reckoned_earliest.tanggal
    safe, skipped = calendar.move(earliest, "mundur")
    moved_over = calendar.provisional_years(safe, earliest)
    of_shown = all_years((end.provisional_years, reckoned.provisional_years))
    of_safe = all_years((of_shown, reckoned_earliest.provisional_years, moved_over))

    def explain() -> list[str]:
        words = f"paling lambat {angka_terbilang(before.jumlah)} {before.satuan}"
        until = f"sebelum berakhir {_day(end.tanggal)}: {_day(shown)}"
        reading = f"menurut pembacaan paling awal ({_day(end.earliest)})"
        return [
            f"{_basis(basis)}{words} {until}",
            *([f"{reading}: {_day(earliest)}"] if earliest != shown else []),
            *_passed(earliest, safe, skipped),
            *_decrees(calendar, of_safe, safe, earliest),
        ]

    return Tenggat(
        "pemberitahuan",
        shown,
        safe,
        basis,
        explain,
        provisional_years=of_safe,
        tanggal_provisional_years=of_shown,
    )


def years_of_plan(
    begin: date, span: Lama, convention: Convention, calendar: OfficeCalendar
) -> tuple[tuple[str, date, date], ...]:
    """Years I…N of the work plan: numeral, first day, last day (inclusive).

    The last ends with the term.
    """
    end = end_of_term(begin, span, convention, calendar).tanggal
    count = span.jumlah_tahun
    first_days = [begin + relativedelta(years=i) for i in range(count)]
    last_days = [*(day - DAY for day in first_days[1:]), end]
    numerals = [roman(i) for i in range(1, count + 1)]
    return tuple(zip(numerals, first_days, last_days, strict=True))


def tenggat_hari_kerja(
    happening: date,
    within: Lama,
    kind: KindTenggat,
    basis: str,
    calendar: OfficeCalendar,
) -> Tenggat:
    """A deadline counted forward in working days from an event whose own day does not count."""
    reckoning = calendar.count(happening, within.jumlah)
    return Tenggat(
        kind,
        reckoning.hasil,
        reckoning.safe,
        basis,
        lambda: _explain_count(happening, within, basis, reckoning, calendar),
        base=str(happening),
        provisional_years=reckoning.provisional_years,
        tanggal_provisional_years=reckoning.provisional_years,
    )


def _explain_count(
    happening: date,
    within: Lama,
    basis: str,
    reckoning: HariKerja,
    calendar: OfficeCalendar,
) -> list[str]:
    words = f"paling lambat {angka_terbilang(within.jumlah)} hari kerja"
    since = f"sejak {_day(happening)}, hari kejadian tidak dihitung"
    reasons = [
        f"{_basis(basis)}{words} {since}: {_day(reckoning.hasil)}",
        *(f"dilewati {_day(day.tanggal)}: {day.sebab}" for day in reckoning.skipped),
    ]
    other = reckoning.with_cuti_bersama_at_work
    if reckoning.hasil != other:
        condition = "bila cuti bersama dihitung sebagai hari kerja"
        reasons.append(f"{condition}: {_day(other)}")
    first_counted = happening + DAY
    years = reckoning.provisional_years
    return reasons + _decrees(calendar, years, first_counted, reckoning.hasil)


def _day(tanggal: date) -> str:
    return f"{day_name(tanggal)}, {tanggal_long(tanggal)}"


def _basis(basis: str) -> str:
    return f"{basis}: " if basis else ""


def _readings(end: Ended) -> list[str]:
    if end.tanggal == end.earliest:
        return []
    other = f"pembacaan lain, sehari sebelumnya: {_day(end.earliest)}"
    return [f"{other}; hari aman mengikuti yang lebih awal"]


def _passed(origin: date, safe: date, skipped: tuple[Skipped, ...]) -> list[str]:
    if not skipped:
        return [f"hari aman {_day(safe)}"]
    return [
        *(f"dilewati {_day(day.tanggal)}: {day.sebab}" for day in skipped),
        f"hari aman {_day(safe)}, hari kerja terakhir sebelum {_day(origin)}",
    ]


def _decrees(
    calendar: OfficeCalendar, provisional_years: Iterable[int], *tanggal: date
) -> list[str]:
    """What the days off of the years of these days rest on: the decree, or none yet.

    And of every other year that is provisional.
    """
    start, end = min(tanggal).year, max(tanggal).year
    years = all_years((range(start, end + 1), provisional_years))
    return [_decree(calendar, year) for year in years]


def _decree(calendar: OfficeCalendar, year: int) -> str:
    decree = calendar.keputusan(year)
    if decree:
        return f"hari libur tahun {year} menurut {decree}"
    return no_decree(year)


def no_decree(year: int) -> str:
    """Why a day that rests on the days off of a year may still move."""
    return f"hari libur tahun {year} masih sementara: keputusan bersamanya belum ada"
