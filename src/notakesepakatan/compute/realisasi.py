"""The work plan against what was done: every row in every year, what is behind, figures for the chart."""

from collections.abc import Sequence
from dataclasses import dataclass

from notakesepakatan.bahasa.bilangan import romawi
from notakesepakatan.compute.peristiwa import plan_rows
from notakesepakatan.compute.rencana_kerja import BarisRencana
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.lampiran import SEMUA
from notakesepakatan.model.peristiwa import BarisRealisasi, Peristiwa

_CUKUP = 100
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
    """

    alamat: str
    rencana_kerja: BarisRencana
    tahun: str
    direncanakan: bool
    isi: BarisRealisasi | None

    @property
    def tertinggal(self) -> bool:
        """Planned and not recorded, or short of the target, or without a target and nothing done."""
        if not self.direncanakan:
            return False
        if self.isi is None:
            return True
        persen = self.isi.persen
        return persen < _CUKUP if persen is not None else not (self.isi.realisasi or self.isi.capaian)


def achievements(terbaca: Kesepakatan, daftar: Sequence[Peristiwa], sampai_tahun: int) -> tuple[Capaian, ...]:
    """Rows by address, years I to `sampai_tahun`; of what was recorded twice the last counts."""
    tercatat = {(p.tahun, satu.alamat): satu for p in daftar if p.jenis == "realisasi" for satu in p.baris}
    return tuple(
        Capaian(
            alamat, baris, tahun, SEMUA in baris.tahapan.tahun or tahun in baris.tahapan.tahun, tercatat.get((tahun, alamat))
        )
        for alamat, baris in plan_rows(terbaca).items()
        for tahun in map(romawi, range(1, sampai_tahun + 1))
    )
