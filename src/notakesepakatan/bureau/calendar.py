"""From the register to calendars: a file of deadlines, a month with what falls on each day."""

from calendar import Calendar
from collections import defaultdict
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
        """The holiday's name.

        Empty on a working day and on a plain weekend, which the column says already.
        """
        return "" if self.libur in (None, WEEKEND) else str(self.libur)


def month(
    rows: Sequence[RegisterRow], calendar: OfficeCalendar, year: int, nth: int
) -> list[list[MonthDay]]:
    """Weeks of a month from Monday to Sunday, whole ones, with what falls on each day.

    Args:
        rows: agreements, as they are today.
        calendar: days off.
        year: year.
        nth: month, 1 to 12.
    """
    tenggat: dict[date, list[tuple[RegisterRow, Tenggat]]] = defaultdict(list)
    peristiwa: dict[date, list[tuple[RegisterRow, Peristiwa]]] = defaultdict(list)
    for row, t in all_deadlines(rows):
        tenggat[t.safe].append((row, t))
    for row in rows:
        for p in row.summary.peristiwa:
            peristiwa[p.tanggal].append((row, p))

    def month_day(day: date) -> MonthDay:
        return MonthDay(
            tanggal=day,
            libur=calendar.off_reason(day),
            outside=day.month != nth,
            tenggat=tuple(tenggat[day]),
            peristiwa=tuple(peristiwa[day]),
        )

    weeks = Calendar().monthdatescalendar(year, nth)
    return [[month_day(day) for day in week] for week in weeks]
