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
from notakesepakatan.words.numbers import roman

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
    def tertinggal(self) -> bool:
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
