"""The days of a workspace: deadlines as a calendar file, and a month of deadlines, events and days off."""

from calendar import Calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from notakesepakatan.bureau.register import RegisterRow, all_deadlines
from notakesepakatan.compute.time.calendar import WEEKEND, OfficeCalendar
from notakesepakatan.compute.time.tenggat import Tenggat
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.write.ics import Acara, write_ics


def write_deadlines(every: Iterable[tuple[RegisterRow, Tenggat]]) -> bytes:
    """Deadlines as an iCalendar file, each on its last safe day."""
    return write_ics([_entry(line, t) for line, t in every])


def _entry(line: RegisterRow, t: Tenggat) -> Acara:
    r = line.summary
    return Acara(
        uid=f"{r.slug}-{t.kunci}@notakesepakatan",
        tanggal=t.safe,
        brief=f"{t.jenis}: {r.judul}",
        uraian="\n".join((f"Batas {t.tanggal}.", *t.alasan)),
        sejak=r.begin or t.safe,
    )


@dataclass(frozen=True)
class MonthDay:
    """One day of a month.

    Attributes:
        tanggal: the day.
        libur: why it is off; None on a working day.
        outside: it belongs to the month before or after, and fills the week.
        tenggat: deadlines whose last safe day it is.
        peristiwa: what was recorded for it, with the agreement.
    """

    tanggal: date
    libur: str | None
    outside: bool
    tenggat: tuple[tuple[RegisterRow, Tenggat], ...]
    peristiwa: tuple[tuple[RegisterRow, Peristiwa], ...]

    @property
    def libur_name(self) -> str:
        """The holiday's name; empty on a working day and on a plain weekend, which the column says already."""
        return "" if self.libur is None or self.libur == WEEKEND else self.libur


def month(
    items: Sequence[RegisterRow], calendar: OfficeCalendar, year: int, month_: int
) -> list[list[MonthDay]]:
    """Weeks of a month from Monday to Sunday, whole ones, with what falls on each day.

    Args:
        items: agreements, as they are today.
        calendar: days off.
        year: year.
        month: month, 1 to 12.
    """
    tenggat, peristiwa = (
        dict[date, list[tuple[RegisterRow, Tenggat]]](),
        dict[date, list[tuple[RegisterRow, Peristiwa]]](),
    )
    for line, t in all_deadlines(items):
        tenggat.setdefault(t.safe, []).append((line, t))
    for line in items:
        for p in line.summary.peristiwa:
            peristiwa.setdefault(p.tanggal, []).append((line, p))
    return [
        [
            MonthDay(
                day,
                calendar.off_reason(day),
                day.month != month_,
                tuple(tenggat.get(day, ())),
                tuple(peristiwa.get(day, ())),
            )
            for day in week
        ]
        for week in Calendar().monthdatescalendar(year, month_)
    ]
