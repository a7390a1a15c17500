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
from notakesepakatan.compute.time.term import (
    Ended,
    Reckoned,
    Term,
    add_lama,
    day_words,
    reckon_lama,
    span_words,
)
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.kesepakatan import Kewajiban
from notakesepakatan.words.numbers import angka_terbilang, roman
from notakesepakatan.words.provisional import all_years

KindTenggat = Literal[
    "berakhir",
    "pemberitahuan",
    "tahun-rencana-kerja",
    "berita-acara-kahar",
    "kewajiban",
    "tindak-lanjut",
]


OF_TEXT = "naskah-"
"""How the base of a duty begins that the text itself says, and no event has left."""


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
        uraian: what is to be done, where the kind alone does not say it.
    """

    jenis: KindTenggat
    tanggal: date
    safe: date
    dasar: str
    explain: Callable[[], list[str]]
    base: str = ""
    provisional_years: tuple[int, ...] = ()
    tanggal_provisional_years: tuple[int, ...] = ()
    uraian: str = ""

    @property
    def named(self) -> str:
        """Its kind, and what is to be done where the kind alone does not say it."""
        return f"{self.jenis}: {self.uraian}" if self.uraian else self.jenis

    @property
    def kunci(self) -> str:
        """Name of this deadline within its agreement, which stays when its date moves."""
        return f"{self.jenis}-{self.base}" if self.base else self.jenis

    @property
    def alasan(self) -> tuple[str, ...]:
        """Each step in Indonesian, in order."""
        return tuple(self.explain())


def tenggat_of_end(
    term: Term, end: Ended, basis: str, calendar: OfficeCalendar
) -> Tenggat:
    """The end of a term as a date to mind.

    Safe is the last working day on or before the earliest reading.
    """
    safe, skipped = calendar.move(end.earliest, "mundur")
    moved_over = calendar.provisional_years(safe, end.earliest)
    provisional_years = all_years((end.provisional_years, moved_over))

    def explain() -> list[str]:
        why, *more = term.explain()
        return [
            f"{_basis(basis)}{why}",
            *more,
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
        uraian=f"paling lambat, atau sampai dengan {term.awaited}"
        if term.awaited
        else "",
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
        until = f"sebelum berakhir {day_words(end.tanggal)}: {day_words(shown)}"
        reading = f"menurut pembacaan paling awal ({day_words(end.earliest)})"
        return [
            f"{_basis(basis)}{words} {until}",
            *([f"{reading}: {day_words(earliest)}"] if earliest != shown else []),
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


def tenggat_kewajiban(
    kewajiban: Kewajiban,
    day: Reckoned,
    counted: tuple[int, int, date],
    calendar: OfficeCalendar,
) -> Tenggat:
    """A day on which a duty of the text is due; it is done on a working day before.

    Args:
        kewajiban: the duty; `dasar` is the clause as printed.
        day: the day.
        counted: its place among the duties, how many times it has come, and what it is
            counted from.
        calendar: days off.
    """
    order, nth, first = counted
    due = day.tanggal
    safe, skipped = calendar.move(due, "mundur")
    moved_over = calendar.provisional_years(safe, due)
    years = all_years((day.provisional_years, moved_over))
    basis = kewajiban.dasar or ""

    def explain() -> list[str]:
        when = _counted_words(kewajiban, nth, first)
        return [
            f"{_basis(basis)}{kewajiban.uraian}, {when}{day_words(due)}",
            *_passed(due, safe, skipped),
            *_decrees(calendar, years, safe, due),
        ]

    base = f"{OF_TEXT}{order}-{nth}" if nth else f"{OF_TEXT}{order}"
    of_day = day.provisional_years
    what = kewajiban.uraian
    return Tenggat("kewajiban", due, safe, basis, explain, base, years, of_day, what)


def _counted_words(kewajiban: Kewajiban, nth: int, first: date) -> str:
    """How the day of a duty follows from the text, up to that day."""
    if every := kewajiban.setiap:
        since = f"terhitung sejak {day_words(first)}"
        how = f"pada tanggal {kewajiban.pada}" if kewajiban.pada else since
        return f"setiap {span_words(every)} {how}, yang ke-{nth}: "
    if within := kewajiban.dalam:
        since = f"setelah {kewajiban.setelah} ({day_words(first)})"
        return f"paling lambat {span_words(within)} {since}: "
    return "paling lambat "


def years_of_plan(term: Term, count: int) -> tuple[tuple[str, date, date], ...]:
    """Years I…N of the work plan: numeral, first day, last day (inclusive).

    The last ends with the term; a whole year after its first day where that has no end.
    """
    begin = term.begin.tanggal
    first_days = [begin + relativedelta(years=i) for i in range(count)]
    day_after = begin + relativedelta(years=count)
    last_day = term.end.tanggal if term.end else day_after - DAY
    last_days = [*(day - DAY for day in first_days[1:]), last_day]
    numerals = [roman(i) for i in range(1, count + 1)]
    return tuple(zip(numerals, first_days, last_days, strict=True))


def tenggat_since(
    happening: date,
    within: Lama,
    kind: KindTenggat,
    basis: str,
    calendar: OfficeCalendar,
) -> Tenggat:
    """A deadline counted forward from an event whose own day does not count.

    A span of working days ends on one; any other ends on the day of the calendar, and is
    safe on the last working day until then.
    """
    if within.satuan != "hari kerja":
        return _tenggat_by_calendar(happening, within, kind, basis, calendar)
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


def _tenggat_by_calendar(
    happening: date,
    within: Lama,
    kind: KindTenggat,
    basis: str,
    calendar: OfficeCalendar,
) -> Tenggat:
    """A deadline counted forward in days, weeks, months or years."""
    due = add_lama(happening, within, calendar)
    safe, skipped = calendar.move(due, "mundur")
    if safe < happening:
        # No working day lies between: the last day itself is all there is.
        safe, skipped = due, ()
    years = calendar.provisional_years(safe, due)

    def explain() -> list[str]:
        words = f"paling lambat {span_words(within)} {_since(happening)}"
        return [
            f"{_basis(basis)}{words}: {day_words(due)}",
            *_passed(due, safe, skipped),
            *_decrees(calendar, years, safe, due),
        ]

    base = str(happening)
    return Tenggat(kind, due, safe, basis, explain, base, provisional_years=years)


def _since(happening: date) -> str:
    return f"sejak {day_words(happening)}, hari kejadian tidak dihitung"


def _explain_count(
    happening: date,
    within: Lama,
    basis: str,
    reckoning: HariKerja,
    calendar: OfficeCalendar,
) -> list[str]:
    words = f"paling lambat {angka_terbilang(within.jumlah)} hari kerja"
    reasons = [
        f"{_basis(basis)}{words} {_since(happening)}: {day_words(reckoning.hasil)}",
        *(
            f"dilewati {day_words(day.tanggal)}: {day.sebab}"
            for day in reckoning.skipped
        ),
    ]
    other = reckoning.with_cuti_bersama_at_work
    if reckoning.hasil != other:
        condition = "bila cuti bersama dihitung sebagai hari kerja"
        reasons.append(f"{condition}: {day_words(other)}")
    first_counted = happening + DAY
    years = reckoning.provisional_years
    return reasons + _decrees(calendar, years, first_counted, reckoning.hasil)


def _basis(basis: str) -> str:
    return f"{basis}: " if basis else ""


def _passed(origin: date, safe: date, skipped: tuple[Skipped, ...]) -> list[str]:
    if not skipped:
        return [f"hari aman {day_words(safe)}"]
    return [
        *(f"dilewati {day_words(day.tanggal)}: {day.sebab}" for day in skipped),
        f"hari aman {day_words(safe)}, hari kerja terakhir sebelum {day_words(origin)}",
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
