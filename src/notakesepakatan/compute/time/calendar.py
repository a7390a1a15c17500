"""Working days of an Indonesian office: which days are off and why, counting, moving.

Days off are Saturdays (five-day offices), Sundays, national holidays and cuti bersama, from
the `holidays` library with both categories, corrected by `hari-libur.yaml`. A year without
a decree there is provisional.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

import holidays

from notakesepakatan.model.hari_libur import ExtraDay, HariLibur

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
        hasil: the last day, cuti bersama being days off (or work, where the office has
            chosen so).
        with_cuti_bersama_at_work: the same with cuti bersama counted as working days.
        safe: the safe one of both readings: the earlier of two deadlines.
        skipped: days off between, by the reading of `hasil`.
        provisional_years: years of the days looked at that no decree is known for.
    """

    hasil: date
    with_cuti_bersama_at_work: date
    safe: date
    skipped: tuple[Skipped, ...]
    provisional_years: tuple[int, ...]


class OfficeCalendar:
    """The days off of one office. Immutable; days are looked up year by year and kept."""

    def __init__(self, *files: HariLibur) -> None:
        """Later files add to earlier ones; the last says how the office works."""
        self._decree = dict[int, str]()
        self._added = dict[date, ExtraDay]()
        removed = set[date]()
        for file in files:
            self._decree.update(file.keputusan)
            self._added.update({day.tanggal: day for day in file.tambah})
            removed.update(file.hapus)
        office = files[-1] if files else HariLibur()
        self._removed = removed - {day.tanggal for day in office.tambah}
        self._six_days = office.enam_hari_kerja
        self.cuti_bersama_at_work = office.cuti_bersama_hari_kerja

    def keputusan(self, year: int) -> str | None:
        """The decree of a year; None where none is known, and its days are provisional."""
        return self._decree.get(year)

    def off_reason(
        self, tanggal: date, *, cuti_bersama_at_work: bool | None = None
    ) -> str | None:
        """Why a day is off; None on a working day.

        Args:
            tanggal: the day.
            cuti_bersama_at_work: whether cuti bersama is a working day; None for what the
                office has chosen.
        """
        if cuti_bersama_at_work is None:
            cuti_bersama_at_work = self.cuti_bersama_at_work
        hari_libur = self._holiday(tanggal, cuti_bersama_at_work)
        if hari_libur:
            return hari_libur
        return WEEKEND if self._is_weekend(tanggal) else None

    def _holiday(self, tanggal: date, cuti_bersama_at_work: bool) -> str | None:
        """The name of a day off that is no end of a week."""
        added = self._added.get(tanggal)
        if added:
            is_off = added.jenis == "libur" or not cuti_bersama_at_work
            return added.nama if is_off else None
        if tanggal in self._removed:
            return None
        hari_libur, cuti_bersama = _national(tanggal.year)
        name = hari_libur.get(tanggal)
        if not name and not cuti_bersama_at_work:
            name = cuti_bersama.get(tanggal)
        if name and tanggal.year in self._decree:
            # What the library estimates is settled once the decree is there.
            return name.removesuffix(" (perkiraan)")
        return name

    def _is_weekend(self, tanggal: date) -> bool:
        is_saturday, is_sunday = tanggal.weekday() == 5, tanggal.weekday() == 6
        return is_sunday or (is_saturday and not self._six_days)

    def count(self, begin: date, days: int) -> HariKerja:
        """Count working days from the day after `begin`; before it, when negative.

        Args:
            begin: the event's day, which does not count itself.
            days: how many working days; 0 gives `begin` itself.
        """
        result, skipped = self._walk(begin, days, self.cuti_bersama_at_work)
        at_work, _ = self._walk(begin, days, True)
        safe = min(result, at_work)
        provisional_years = self._provisional_of_count(begin, result)
        return HariKerja(result, at_work, safe, skipped, provisional_years)

    def _provisional_of_count(self, begin: date, result: date) -> tuple[int, ...]:
        """Such years between the day after `begin`, or before it, and the result."""
        if begin == result:
            return ()
        first = begin + DAY if begin < result else begin - DAY
        return self.provisional_years(first, result)

    def _walk(
        self, begin: date, days: int, cuti_bersama_at_work: bool
    ) -> tuple[date, tuple[Skipped, ...]]:
        step = DAY if days >= 0 else -DAY
        skipped = list[Skipped]()
        now, left = begin, abs(days)
        while left:
            now += step
            cause = self.off_reason(now, cuti_bersama_at_work=cuti_bersama_at_work)
            if cause:
                skipped.append(Skipped(now, cause))
            else:
                left -= 1
        return now, tuple(skipped)

    def move(
        self, tanggal: date, direction: Literal["maju", "mundur"]
    ) -> tuple[date, tuple[Skipped, ...]]:
        """The nearest working day: the day itself, or later, or earlier.

        With it the days passed over. A deadline counted backward moves earlier
        (`mundur`), one counted forward moves later (`maju`).
        """
        step = DAY if direction == "maju" else -DAY
        skipped = list[Skipped]()
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

    In Indonesian, whatever the locale.
    """
    return dict(_days(year, "public")), dict(_days(year, "government"))


def _days(year: int, category: str) -> Iterator[tuple[date, str]]:
    yield from holidays.country_holidays(
        "ID", years=year, categories=(category,), language="id"
    ).items()
