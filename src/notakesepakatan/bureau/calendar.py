"""The days of a workspace.

Deadlines in, a calendar file out; or a month of deadlines, events and days off.
"""

from calendar import Calendar
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from notakesepakatan.bureau.register import RegisterRow, all_tenggat
from notakesepakatan.compute.time.calendar import WEEKEND, OfficeCalendar
from notakesepakatan.compute.time.tenggat import Tenggat
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.words.provisional import all_years, mark_meaning, marked
from notakesepakatan.write.ics import Entry, write_ics
from notakesepakatan.zona import Zona, begin_of


def write_tenggat(
    tenggat_list: Iterable[tuple[RegisterRow, Tenggat]], zona: Zona
) -> bytes:
    """Deadlines as an iCalendar file, each on its last safe day."""
    entries = [_entry(row, tenggat, zona) for row, tenggat in tenggat_list]
    return write_ics(entries, zona)


def _entry(row: RegisterRow, tenggat: Tenggat, zona: Zona) -> Entry:
    summary = row.summary
    since = row.changes[-1] if row.changes else summary.begin or tenggat.safe
    return Entry(
        uid=f"{summary.slug}-{tenggat.kunci}@notakesepakatan",
        tanggal=tenggat.safe,
        brief=marked(f"{tenggat.named}: {summary.judul}", tenggat.provisional_years),
        uraian="\n".join(_description(row, tenggat)),
        sejak=begin_of(since, zona),
        moved=len(row.changes),
    )


def _description(row: RegisterRow, tenggat: Tenggat) -> Iterator[str]:
    """The day by the agreement, its reasons, and what the mark means where it has one.

    First that the text was changed since it was sealed, since the day is reckoned from it.
    """
    if row.seal == "berubah":
        yield "Naskahnya berubah sejak disegel: periksa dahulu kesepakatannya."
    limit = marked(str(tenggat.tanggal), tenggat.tanggal_provisional_years)
    yield f"Batas {limit}."
    yield from tenggat.alasan
    if tenggat.provisional_years:
        yield mark_meaning(tenggat.provisional_years)


@dataclass(frozen=True)
class MonthDay:
    """One day of a month.

    Attributes:
        tanggal: the day.
        off_reason: why it is off; None on a working day.
        outside: it belongs to the month before or after, and fills the week.
        tenggat: deadlines whose last safe day it is.
        peristiwa: what was recorded for it, with the agreement.
    """

    tanggal: date
    off_reason: str | None
    outside: bool
    tenggat: tuple[tuple[RegisterRow, Tenggat], ...]
    peristiwa: tuple[tuple[RegisterRow, Peristiwa], ...]

    @property
    def hari_libur(self) -> str:
        """The holiday's name.

        Empty on a working day, and on a plain weekend, which the column says already.
        """
        if self.off_reason is None or self.off_reason == WEEKEND:
            return ""
        return self.off_reason


def month(
    rows: Sequence[RegisterRow], calendar: OfficeCalendar, year: int, number: int
) -> list[list[MonthDay]]:
    """Weeks of a month from Monday to Sunday, whole ones, with what falls on each day.

    Args:
        rows: agreements, as they are today.
        calendar: days off.
        year: year.
        number: month, 1 to 12.
    """
    tenggat = dict[date, list[tuple[RegisterRow, Tenggat]]]()
    for due in all_tenggat(rows):
        tenggat.setdefault(due[1].safe, []).append(due)
    peristiwa = dict[date, list[tuple[RegisterRow, Peristiwa]]]()
    for row in rows:
        for recorded in row.summary.peristiwa:
            peristiwa.setdefault(recorded.tanggal, []).append((row, recorded))

    def on(day: date) -> MonthDay:
        return MonthDay(
            tanggal=day,
            off_reason=calendar.off_reason(day),
            outside=day.month != number,
            tenggat=tuple(tenggat.get(day, ())),
            peristiwa=tuple(peristiwa.get(day, ())),
        )

    weeks = Calendar().monthdatescalendar(year, number)
    return [[on(day) for day in week] for week in weeks]


def provisional_years_of(weeks: Sequence[Sequence[MonthDay]]) -> tuple[int, ...]:
    """Years without a decree that a deadline of a month rests on."""
    tenggat_list = (
        tenggat
        for week in weeks
        for day in week
        if not day.outside
        for _, tenggat in day.tenggat
    )
    return all_years(tenggat.provisional_years for tenggat in tenggat_list)
