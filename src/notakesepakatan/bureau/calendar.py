"""The days of a workspace: deadlines as a calendar file, and a month of deadlines, events and days off."""

from calendar import Calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from notakesepakatan.bureau.register import BarisDaftar, all_deadlines
from notakesepakatan.compute.time.calendar import AKHIR_PEKAN, Kalender
from notakesepakatan.compute.time.tenggat import Tenggat
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.write.ics import Acara, write_kalender


def write_deadlines(semua: Iterable[tuple[BarisDaftar, Tenggat]]) -> bytes:
    """Deadlines as an iCalendar file, each on its last safe day."""
    return write_kalender([_entry(baris, t) for baris, t in semua])


def _entry(baris: BarisDaftar, t: Tenggat) -> Acara:
    r = baris.ringkasan
    return Acara(
        uid=f"{r.slug}-{t.kunci}@notakesepakatan",
        tanggal=t.aman,
        ringkas=f"{t.jenis}: {r.judul}",
        uraian="\n".join((f"Batas {t.tanggal}.", *t.alasan)),
        sejak=r.mulai or t.aman,
    )


@dataclass(frozen=True)
class HariBulan:
    """One day of a month.

    Attributes:
        tanggal: the day.
        libur: why it is off; None on a working day.
        di_luar: it belongs to the month before or after, and fills the week.
        tenggat: deadlines whose last safe day it is.
        peristiwa: what was recorded for it, with the agreement.
    """

    tanggal: date
    libur: str | None
    di_luar: bool
    tenggat: tuple[tuple[BarisDaftar, Tenggat], ...]
    peristiwa: tuple[tuple[BarisDaftar, Peristiwa], ...]

    @property
    def nama_libur(self) -> str:
        """The holiday's name; empty on a working day and on a plain weekend, which the column says already."""
        return "" if self.libur is None or self.libur == AKHIR_PEKAN else self.libur


def month(daftar: Sequence[BarisDaftar], kalender: Kalender, tahun: int, bulan: int) -> list[list[HariBulan]]:
    """Weeks of a month from Monday to Sunday, whole ones, with what falls on each day.

    Args:
        daftar: agreements, as they are today.
        kalender: days off.
        tahun: year.
        bulan: month, 1 to 12.
    """
    tenggat, peristiwa = dict[date, list[tuple[BarisDaftar, Tenggat]]](), dict[date, list[tuple[BarisDaftar, Peristiwa]]]()
    for baris, t in all_deadlines(daftar):
        tenggat.setdefault(t.aman, []).append((baris, t))
    for baris in daftar:
        for p in baris.ringkasan.peristiwa:
            peristiwa.setdefault(p.tanggal, []).append((baris, p))
    return [
        [
            HariBulan(
                hari, kalender.sebab_libur(hari), hari.month != bulan, tuple(tenggat.get(hari, ())),
                tuple(peristiwa.get(hari, ())),
            )
            for hari in pekan
        ]
        for pekan in Calendar().monthdatescalendar(tahun, bulan)
    ]  # fmt: skip
