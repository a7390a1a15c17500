"""Working days of an Indonesian office: which days are off and why, counting, moving.

Days off are Saturdays (five-day offices), Sundays, national holidays and cuti bersama, from the `holidays` library with
both categories, corrected by `hari-libur.yaml`. A year without a decree there is provisional.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

import holidays

from notakesepakatan.model.hari_libur import HariLibur

SEHARI = timedelta(days=1)
AKHIR_PEKAN = "akhir pekan"


@dataclass(frozen=True)
class Dilewati:
    """A day passed over, and why: "akhir pekan", "Cuti Bersama Hari Raya Natal"."""

    tanggal: date
    sebab: str


@dataclass(frozen=True)
class HariKerja:
    """A count of working days.

    Attributes:
        hasil: the last day, cuti bersama being days off (or work, where the office has chosen so).
        hasil_cuti_bersama_kerja: the same with cuti bersama counted as working days.
        aman: the safe one of both readings: the earlier of two deadlines.
        dilewati: days off between, by the reading of `hasil`.
        tahun_sementara: years touched that no decree is known for.
    """

    hasil: date
    hasil_cuti_bersama_kerja: date
    aman: date
    dilewati: tuple[Dilewati, ...]
    tahun_sementara: tuple[int, ...]


class Kalender:
    """The days off of one office. Immutable; days are looked up year by year and remembered."""

    def __init__(self, *berkas: HariLibur) -> None:
        """Later files add to earlier ones; the last says how the office works."""
        self._keputusan = {tahun: nama for satu in berkas for tahun, nama in satu.keputusan.items()}
        self._tambah = {hari.tanggal: hari for satu in berkas for hari in satu.tambah}
        self._hapus = frozenset(hari for satu in berkas for hari in satu.hapus) - {
            hari.tanggal for satu in berkas[-1:] for hari in satu.tambah
        }
        self._enam_hari = any(satu.enam_hari_kerja for satu in berkas[-1:])
        self.cuti_bersama_kerja = any(satu.cuti_bersama_hari_kerja for satu in berkas[-1:])

    def keputusan(self, tahun: int) -> str | None:
        """The decree of a year; None where none is known, and its days are provisional."""
        return self._keputusan.get(tahun)

    def sebab_libur(self, tanggal: date, *, cuti_bersama_kerja: bool | None = None) -> str | None:
        """Why a day is off; None on a working day."""
        cuti_kerja = self.cuti_bersama_kerja if cuti_bersama_kerja is None else cuti_bersama_kerja
        if tambahan := self._tambah.get(tanggal):
            if tambahan.jenis == "libur" or not cuti_kerja:
                return tambahan.nama
        elif tanggal not in self._hapus:
            libur, cuti = _national(tanggal.year)
            if sebab := libur.get(tanggal) or (None if cuti_kerja else cuti.get(tanggal)):
                # What the library estimates is settled once the decree is there.
                return sebab.removesuffix(" (perkiraan)") if tanggal.year in self._keputusan else sebab
        if tanggal.weekday() == 6 or (tanggal.weekday() == 5 and not self._enam_hari):
            return AKHIR_PEKAN
        return None

    def count(self, mulai: date, jumlah_hari_kerja: int) -> HariKerja:
        """Count working days from the day after `mulai` (before it, when negative); `mulai` itself does not count.

        Args:
            mulai: the event's day, excluded.
            jumlah_hari_kerja: how many; 0 gives `mulai` itself.
        """
        hasil, dilewati = self._walk(mulai, jumlah_hari_kerja, self.cuti_bersama_kerja)
        lain, _ = self._walk(mulai, jumlah_hari_kerja, True)
        return HariKerja(hasil, lain, min(hasil, lain), dilewati, self.provisional_years(mulai, hasil))

    def _walk(self, mulai: date, jumlah: int, cuti_kerja: bool) -> tuple[date, tuple[Dilewati, ...]]:
        langkah = SEHARI if jumlah >= 0 else -SEHARI
        kini, sisa, dilewati = mulai, abs(jumlah), list[Dilewati]()
        while sisa:
            kini += langkah
            if sebab := self.sebab_libur(kini, cuti_bersama_kerja=cuti_kerja):
                dilewati.append(Dilewati(kini, sebab))
            else:
                sisa -= 1
        return kini, tuple(dilewati)

    def move(self, tanggal: date, arah: Literal["maju", "mundur"]) -> tuple[date, tuple[Dilewati, ...]]:
        """The nearest working day: the day itself, or later (`maju`), or earlier (`mundur`); and the days passed over.

        A deadline counted backward moves earlier, one counted forward moves later.
        """
        langkah = SEHARI if arah == "maju" else -SEHARI
        dilewati = []
        while sebab := self.sebab_libur(tanggal):
            dilewati.append(Dilewati(tanggal, sebab))
            tanggal += langkah
        return tanggal, tuple(dilewati)

    def provisional_years(self, *tanggal: date) -> tuple[int, ...]:
        """Years between the earliest and latest of these days that no decree is known for."""
        awal, akhir = min(tanggal).year, max(tanggal).year
        return tuple(tahun for tahun in range(awal, akhir + 1) if tahun not in self._keputusan)


@lru_cache(maxsize=400)
def _national(tahun: int) -> tuple[dict[date, str], dict[date, str]]:
    """National holidays and cuti bersama of a year, by the library; language fixed, whatever the locale."""
    return tuple(dict(_days(tahun, kategori)) for kategori in ("public", "government"))  # type: ignore[return-value] # two


def _days(tahun: int, kategori: str) -> Iterator[tuple[date, str]]:
    yield from holidays.country_holidays("ID", years=tahun, categories=(kategori,), language="id").items()
