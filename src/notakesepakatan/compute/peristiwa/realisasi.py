"""The work plan against what was done: every row in every year, what is behind, figures for the chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from notakesepakatan.compute.peristiwa.content import plan_rows
from notakesepakatan.compute.text.rencana_kerja import BarisRencana
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.lampiran import SEMUA
from notakesepakatan.model.peristiwa import BarisRealisasi, Peristiwa
from notakesepakatan.words.numbers import romawi

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
        lewat: the year is over.
    """

    alamat: str
    rencana_kerja: BarisRencana
    tahun: str
    direncanakan: bool
    isi: BarisRealisasi | None
    lewat: bool

    @property
    def tertinggal(self) -> bool:
        """Planned, the year over, and not recorded or short of the target."""
        persen = self.isi.persen if self.isi else None
        return self.direncanakan and self.lewat and (self.isi is None or (persen is not None and persen < _CUKUP))

    @property
    def keadaan(self) -> str:
        """One word for the table; what no number proves is only reported."""
        if not self.direncanakan:
            return "tidak direncanakan"
        if self.isi is None:
            return "belum dilaporkan"
        if self.isi.persen is None:
            return "dilaporkan"
        return "tercapai" if self.isi.persen >= _CUKUP else "tertinggal" if self.lewat else "berjalan"


def achievements(
    terbaca: Kesepakatan, daftar: Sequence[Peristiwa], sampai_tahun: int, mulai: date, pada: date
) -> tuple[Capaian, ...]:
    """Rows by address, years I to `sampai_tahun`; of what was recorded twice the last counts.

    Args:
        terbaca: the agreement as it reads.
        daftar: its events.
        sampai_tahun: last year wanted.
        mulai: first day of the work plan.
        pada: the day it is looked at; a year that ends later is not over.
    """
    tercatat = {(p.tahun, satu.alamat): satu for p in daftar if p.jenis == "realisasi" for satu in p.baris}
    hasil = []
    for alamat, baris in plan_rows(terbaca).items():
        for n in range(1, sampai_tahun + 1):
            tahun = romawi(n)
            rencana = SEMUA in baris.tahapan.tahun or tahun in baris.tahapan.tahun
            lewat = mulai + relativedelta(years=n) <= pada
            hasil.append(Capaian(alamat, baris, tahun, rencana, tercatat.get((tahun, alamat)), lewat))
    return tuple(hasil)
