"""Working days of an Indonesian office: which days are off and why, counting, moving.

Days off are Saturdays (five-day offices), Sundays, national holidays and cuti bersama, from
the `holidays` library with both categories, corrected by `hari-libur.yaml`. A year without a
decree there is provisional.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain
from typing import Literal

import holidays

from notakesepakatan.model.hari_libur import HariLibur

DAY = timedelta(days=1)
WEEKEND = "akhir pekan"


@dataclass(frozen=True)
class Skipped:
    """A day passed over, and why: "akhir pekan", "Cuti Bersama Hari Raya Natal"."""

    tanggal: date
    sebab: str


@dataclass(frozen=True)
class HariKerja:
    """A count of working days.

    Attributes:
        hasil: the last day, cuti bersama being days off (or work, where the office has chosen so).
        with_cuti_bersama_at_work: the same with cuti bersama counted as working days.
        safe: the safe one of both readings: the earlier of two deadlines.
        skipped: days off between, by the reading of `hasil`.
        provisional_years: years touched that no decree is known for.
    """

    hasil: date
    with_cuti_bersama_at_work: date
    safe: date
    skipped: tuple[Skipped, ...]
    provisional_years: tuple[int, ...]


class OfficeCalendar:
    """The days off of one office. Immutable; days are looked up year by year and remembered."""

    def __init__(self, *files: HariLibur) -> None:
        """Later files add to earlier ones; the last says how the office works."""
        last = files[-1] if files else HariLibur()
        self._decree = dict(chain.from_iterable(f.keputusan.items() for f in files))
        added = chain.from_iterable(f.tambah for f in files)
        self._add = {day.tanggal: day for day in added}
        removed = frozenset(chain.from_iterable(f.hapus for f in files))
        self._remove = removed - {day.tanggal for day in last.tambah}
        self._six_days = last.enam_hari_kerja
        self.cuti_bersama_kerja = last.cuti_bersama_hari_kerja

    def keputusan(self, year: int) -> str | None:
        """The decree of a year; None where none is known, and its days are provisional."""
        return self._decree.get(year)

    def off_reason(
        self, tanggal: date, *, cuti_bersama_kerja: bool | None = None
    ) -> str | None:
        """Why a day is off; None on a working day."""
        if cuti_bersama_kerja is None:
            cuti_bersama_kerja = self.cuti_bersama_kerja
        holiday = self._holiday(tanggal, cuti_bersama_kerja)
        return holiday or (WEEKEND if self._is_weekend(tanggal) else None)

    def _holiday(self, tanggal: date, cuti_bersama_kerja: bool) -> str | None:
        """The name of a day that is off, whatever day of the week it is."""
        added = self._add.get(tanggal)
        if added:
            is_off = added.jenis == "libur" or not cuti_bersama_kerja
            return added.nama if is_off else None
        if tanggal in self._remove:
            return None
        libur, cuti_bersama = _national(tanggal.year)
        name = libur.get(tanggal)
        if name is None and not cuti_bersama_kerja:
            name = cuti_bersama.get(tanggal)
        # What the library estimates is settled once the decree is there.
        settled = tanggal.year in self._decree
        return name.removesuffix(" (perkiraan)") if name and settled else name

    def _is_weekend(self, tanggal: date) -> bool:
        first_day_off = 6 if self._six_days else 5
        return tanggal.weekday() >= first_day_off

    def count(self, begin: date, hari_kerja_count: int) -> HariKerja:
        """Count working days from the day after `begin` (before it, when negative).

        `begin` itself does not count.

        Args:
            begin: the event's day, excluded.
            hari_kerja_count: how many; 0 gives `begin` itself.
        """
        result, skipped = self._walk(begin, hari_kerja_count, self.cuti_bersama_kerja)
        lain, _ = self._walk(begin, hari_kerja_count, True)
        return HariKerja(
            result,
            lain,
            min(result, lain),
            skipped,
            self.provisional_years(begin, result),
        )

    def _walk(
        self, begin: date, count: int, cuti_kerja: bool
    ) -> tuple[date, tuple[Skipped, ...]]:
        step = DAY if count >= 0 else -DAY
        now, rest, skipped = begin, abs(count), list[Skipped]()
        while rest:
            now += step
            if cause := self.off_reason(now, cuti_bersama_kerja=cuti_kerja):
                skipped.append(Skipped(now, cause))
            else:
                rest -= 1
        return now, tuple(skipped)

    def move(
        self, tanggal: date, direction: Literal["maju", "mundur"]
    ) -> tuple[date, tuple[Skipped, ...]]:
        """The nearest working day, and the days passed over.

        It is the day itself, or later (`maju`), or earlier (`mundur`).

        A deadline counted backward moves earlier, one counted forward moves later.
        """
        step = DAY if direction == "maju" else -DAY
        skipped = []
        while cause := self.off_reason(tanggal):
            skipped.append(Skipped(tanggal, cause))
            tanggal += step
        return tanggal, tuple(skipped)

    def provisional_years(self, *tanggal: date) -> tuple[int, ...]:
        """Years between the earliest and latest of these days that no decree is known for."""
        start, end = min(tanggal).year, max(tanggal).year
        return tuple(year for year in range(start, end + 1) if year not in self._decree)


@lru_cache(maxsize=400)
def _national(year: int) -> tuple[dict[date, str], dict[date, str]]:
    """National holidays and cuti bersama of a year, by the library.

    The language is fixed, whatever the locale.
    """
    return dict(_days(year, "public")), dict(_days(year, "government"))


def _days(year: int, category: str) -> Iterator[tuple[date, str]]:
    yield from holidays.country_holidays(
        "ID", years=year, categories=(category,), language="id"
    ).items()
