"""Dates of an agreement with their reasons: end of the term, notice, years of the work plan.

Months are always counted from the anchor date, never chained, and clamp to the month's end (31 January + 1 month is
28 February). Where law is unsettled (is the last day of five years from 16 June 2022 the 15th or the 16th?) both
readings are shown, and `aman` follows the earlier, on a working day.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateutil.relativedelta import relativedelta

from notakesepakatan.compute.time.calendar import SEHARI, Dilewati, HariKerja, Kalender
from notakesepakatan.model.dasar import Konvensi, Lama
from notakesepakatan.words.numbers import angka_terbilang, romawi
from notakesepakatan.words.tanggal import nama_hari, tanggal_panjang

JenisTenggat = Literal["berakhir", "pemberitahuan", "tahun-rencana-kerja", "berita-acara-kahar", "kewajiban", "tindak-lanjut"]

_KATA_KONVENSI = {
    "hari_yang_sama": "hari ulang tanggalnya ikut dihitung sebagai hari terakhir",
    "sehari_sebelum": "hari terakhir adalah sehari sebelum tanggal ulangnya",
}


@dataclass(frozen=True)
class Tenggat:
    """One date to mind.

    Attributes:
        jenis: what falls due.
        tanggal: the date as shown, by the agreement's convention.
        aman: the last safe day to act: earliest reading, moved to a working day.
        dasar: the clause it rests on, as printed: "Pasal 6 ayat (2)".
        explain: gives the reasons when asked; a register of thousands shows few of them.
        pangkal: what tells it from others of its kind: the day of the event, the year of the plan.
        sementara: years it rests on whose days off no decree has fixed yet.
    """

    jenis: JenisTenggat
    tanggal: date
    aman: date
    dasar: str
    explain: Callable[[], list[str]]
    pangkal: str = ""
    sementara: tuple[int, ...] = ()

    @property
    def kunci(self) -> str:
        """Name of this deadline within its agreement, which stays when its date moves."""
        return f"{self.jenis}-{self.pangkal}" if self.pangkal else self.jenis

    @property
    def alasan(self) -> tuple[str, ...]:
        """Each step in Indonesian, in order."""
        return tuple(self.explain())


@dataclass(frozen=True)
class Berakhir:
    """The last day of a term: by the agreement's convention, and by the earliest reading."""

    tanggal: date
    paling_awal: date


def add_lama(mulai: date, rentang: Lama, kalender: Kalender, arah: Literal[1, -1] = 1) -> date:
    """The day a span after its anchor, or before it with `arah` -1."""
    n = rentang.jumlah * arah
    if rentang.satuan == "hari kerja":
        return kalender.count(mulai, n).hasil
    if rentang.satuan == "tahun":
        return mulai + relativedelta(years=n)
    if rentang.satuan == "bulan":
        return mulai + relativedelta(months=n)
    return mulai + SEHARI * (n * 7 if rentang.satuan == "minggu" else n)


def end_of_term(mulai: date, rentang: Lama, konvensi: Konvensi, kalender: Kalender) -> Berakhir:
    """End of a term counted from its first day: 5 tahun from 2022-06-16 -> 2027-06-16 (or 2027-06-15)."""
    ulang = add_lama(mulai, rentang, kalender)
    return Berakhir(ulang if konvensi == "hari_yang_sama" else ulang - SEHARI, ulang - SEHARI)


def tenggat_berakhir(mulai: date, rentang: Lama, konvensi: Konvensi, dasar: str, kalender: Kalender) -> Tenggat:
    """The end of the term as a date to mind; safe is the last working day on or before the earliest reading."""
    akhir = end_of_term(mulai, rentang, konvensi, kalender)
    aman, dilewati = kalender.move(akhir.paling_awal, "mundur")
    explain = lambda: [  # noqa: E731 - said only when asked
        f"{_dasar(dasar)}{angka_terbilang(rentang.jumlah)} {rentang.satuan} terhitung sejak {_hari(mulai)}",
        f"berakhir {_hari(akhir.tanggal)}: {_KATA_KONVENSI[konvensi]}",
        *_readings(akhir),
        *_passed(akhir.paling_awal, aman, dilewati),
        *_decrees(kalender, aman, akhir.tanggal),
    ]
    sementara = kalender.provisional_years(aman, akhir.tanggal)
    return Tenggat("berakhir", akhir.tanggal, aman, dasar, explain, sementara=sementara)


def tenggat_pemberitahuan(akhir: Berakhir, sebelum: Lama, dasar: str, kalender: Kalender) -> Tenggat:
    """The last day of a notice that must be given a span before the end; counted backward, so moved earlier."""
    tampil = add_lama(akhir.tanggal, sebelum, kalender, -1)
    awal = add_lama(akhir.paling_awal, sebelum, kalender, -1)
    aman, dilewati = kalender.move(awal, "mundur")
    kata = f"{angka_terbilang(sebelum.jumlah)} {sebelum.satuan}"
    explain = lambda: [  # noqa: E731 - said only when asked
        f"{_dasar(dasar)}paling lambat {kata} sebelum berakhir {_hari(akhir.tanggal)}: {_hari(tampil)}",
        *([f"menurut pembacaan paling awal ({_hari(akhir.paling_awal)}): {_hari(awal)}"] if awal != tampil else []),
        *_passed(awal, aman, dilewati),
        *_decrees(kalender, aman, tampil),
    ]
    return Tenggat("pemberitahuan", tampil, aman, dasar, explain, sementara=kalender.provisional_years(aman, tampil))


def years_of_plan(mulai: date, rentang: Lama, konvensi: Konvensi, kalender: Kalender) -> tuple[tuple[str, date, date], ...]:
    """Years I…N of the work plan: numeral, first day, last day (inclusive); the last ends with the term."""
    akhir = end_of_term(mulai, rentang, konvensi, kalender).tanggal
    n = rentang.jumlah_tahun
    awal = [mulai + relativedelta(years=i) for i in range(n)]
    batas = [satu - SEHARI for satu in awal[1:]] + [akhir]
    return tuple((romawi(i + 1), awal[i], batas[i]) for i in range(n))


def tenggat_hari_kerja(kejadian: date, dalam: Lama, jenis: JenisTenggat, dasar: str, kalender: Kalender) -> Tenggat:
    """A deadline counted forward in working days from an event whose own day does not count."""
    hitung = kalender.count(kejadian, dalam.jumlah)
    return Tenggat(
        jenis,
        hitung.hasil,
        hitung.aman,
        dasar,
        lambda: _explain_count(kejadian, dalam, dasar, hitung, kalender),
        str(kejadian),
        hitung.tahun_sementara,
    )


def _explain_count(kejadian: date, dalam: Lama, dasar: str, hitung: HariKerja, kalender: Kalender) -> list[str]:
    alasan = [
        f"{_dasar(dasar)}paling lambat {angka_terbilang(dalam.jumlah)} hari kerja sejak {_hari(kejadian)}, "
        f"hari kejadian tidak dihitung: {_hari(hitung.hasil)}",
        *(f"dilewati {_hari(hari.tanggal)}: {hari.sebab}" for hari in hitung.dilewati),
    ]
    if hitung.hasil != hitung.hasil_cuti_bersama_kerja:
        alasan.append(f"bila cuti bersama dihitung sebagai hari kerja: {_hari(hitung.hasil_cuti_bersama_kerja)}")
    return alasan + _decrees(kalender, kejadian, hitung.hasil)


def _hari(tanggal: date) -> str:
    return f"{nama_hari(tanggal)}, {tanggal_panjang(tanggal)}"


def _dasar(dasar: str) -> str:
    return f"{dasar}: " if dasar else ""


def _readings(akhir: Berakhir) -> list[str]:
    if akhir.tanggal == akhir.paling_awal:
        return []
    return [f"pembacaan lain, sehari sebelumnya: {_hari(akhir.paling_awal)}; hari aman mengikuti yang lebih awal"]


def _passed(dari: date, aman: date, dilewati: tuple[Dilewati, ...]) -> list[str]:
    if not dilewati:
        return [f"hari aman {_hari(aman)}"]
    return [
        *(f"dilewati {_hari(hari.tanggal)}: {hari.sebab}" for hari in dilewati),
        f"hari aman {_hari(aman)}, hari kerja terakhir sebelum {_hari(dari)}",
    ]


def _decrees(kalender: Kalender, *tanggal: date) -> list[str]:
    """What the days off of these years rest on: the decree, or none yet."""
    awal, akhir = min(tanggal).year, max(tanggal).year
    return [_decree(kalender, tahun) for tahun in range(awal, akhir + 1)]


def _decree(kalender: Kalender, tahun: int) -> str:
    if keputusan := kalender.keputusan(tahun):
        return f"hari libur tahun {tahun} menurut {keputusan}"
    return f"hari libur tahun {tahun} masih sementara: keputusan bersamanya belum ada"
