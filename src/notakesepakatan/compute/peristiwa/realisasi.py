"""From the work plan and its reports to achievements: every row in every year, what is behind."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from notakesepakatan.compute.peristiwa.tugas import plan_rows
from notakesepakatan.compute.text.rencana_kerja import PlanRow
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.lampiran import EVERY
from notakesepakatan.model.peristiwa import Peristiwa, RealisasiRow
from notakesepakatan.words.numbers import one_decimal, roman

_ENOUGH = 100
"""Percent of the target from which a row is not behind."""


@dataclass(frozen=True)
class Capaian:
    """One row of the work plan in one year.

    Attributes:
        alamat: address of the row.
        rencana_kerja: the row.
        tahun: roman numeral of the year.
        direncanakan: the plan has this row in this year.
        isi: what was recorded, None where nothing was.
        past: the year is over.
    """

    alamat: str
    rencana_kerja: PlanRow
    tahun: str
    direncanakan: bool
    isi: RealisasiRow | None
    past: bool

    @property
    def is_behind(self) -> bool:
        """Planned, the year over, and not recorded or short of the target."""
        percent = self.isi.persen if self.isi else None
        return (
            self.direncanakan
            and self.past
            and (self.isi is None or (percent is not None and percent < _ENOUGH))
        )

    @property
    def keadaan(self) -> str:
        """One word for the table; what no number proves is only reported."""
        if not self.direncanakan:
            return "tidak direncanakan"
        if self.isi is None:
            return "belum dilaporkan"
        if self.isi.persen is None:
            return "dilaporkan"
        return (
            "tercapai"
            if self.isi.persen >= _ENOUGH
            else "tertinggal"
            if self.past
            else "berjalan"
        )


@dataclass(frozen=True)
class Behind:
    """A row of the work plan that is behind, said once for all its years.

    Attributes:
        alamat: address of the row.
        rencana_kerja: the row.
        unreported: roman numerals of the years of which nothing was recorded.
        short: year and percent where the target was not reached.
    """

    alamat: str
    rencana_kerja: PlanRow
    unreported: tuple[str, ...]
    short: tuple[tuple[str, float], ...]


def behind_list(capaian: Sequence[Capaian]) -> tuple[Behind, ...]:
    """The rows that are behind, in the order of their first year that is."""
    by_row: dict[str, list[Capaian]] = {}
    for one in capaian:
        if one.is_behind:
            by_row.setdefault(one.alamat, []).append(one)
    return tuple(
        Behind(
            alamat,
            years[0].rencana_kerja,
            tuple(one.tahun for one in years if one.isi is None),
            tuple(
                (one.tahun, one.isi.persen)
                for one in years
                if one.isi and one.isi.persen is not None
            ),
        )
        for alamat, years in by_row.items()
    )


@dataclass(frozen=True)
class YearsOfRow:
    """A row of the work plan over the years: what each year's cell says.

    Attributes:
        alamat: address of the row.
        rencana_kerja: the row.
        cells: one a year, from year I: a percent, a word, or a dash where nothing is
            planned.
    """

    alamat: str
    rencana_kerja: PlanRow
    cells: tuple[str, ...]


def over_years(capaian: Sequence[Capaian]) -> tuple[YearsOfRow, ...]:
    """Every row with its years beside each other; rows as in the work plan."""
    by_row: dict[str, list[Capaian]] = {}
    for one in capaian:
        by_row.setdefault(one.alamat, []).append(one)
    return tuple(
        YearsOfRow(alamat, years[0].rencana_kerja, tuple(map(_cell, years)))
        for alamat, years in by_row.items()
    )


def _cell(one: Capaian) -> str:
    if one.isi and one.isi.persen is not None:
        return one_decimal(one.isi.persen)
    if one.isi:
        return "dilaporkan"
    return one.keadaan if one.direncanakan else "–"


def capaian_list(
    reading: Kesepakatan,
    items: Sequence[Peristiwa],
    until_year: int,
    begin: date,
    at: date,
) -> tuple[Capaian, ...]:
    """Rows by address, years I to `until_year`; of what was recorded twice the last counts.

    Args:
        reading: the agreement as it reads.
        items: its events.
        until_year: last year wanted.
        begin: first day of the work plan.
        at: the day it is looked at; a year that ends later is not over.
    """
    recorded = {
        (p.tahun, one.alamat): one
        for p in items
        if p.jenis == "realisasi"
        for one in p.baris
    }
    result = []
    for address, line in plan_rows(reading).items():
        for n in range(1, until_year + 1):
            year = roman(n)
            plan = EVERY in line.tahapan.tahun or year in line.tahapan.tahun
            past = begin + relativedelta(years=n) <= at
            result.append(
                Capaian(address, line, year, plan, recorded.get((year, address)), past)
            )
    return tuple(result)
