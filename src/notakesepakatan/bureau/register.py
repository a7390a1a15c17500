"""The register of a workspace on a day: what the commands `daftar` and `tenggat`, and later the desk, show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from notakesepakatan.compose.gaya import load_pengaturan
from notakesepakatan.compose.kesepakatan import daftar_rangkap
from notakesepakatan.compute.time.register import Keadaan, Ringkasan, condition
from notakesepakatan.compute.time.tenggat import Tenggat, tenggat_hari_kerja
from notakesepakatan.load.adendum import load_riwayat
from notakesepakatan.load.calendar import load_kalender
from notakesepakatan.load.register import load_register, load_ringkasan
from notakesepakatan.workspace.folders import RuangKerja

KOLOM_DAFTAR = {
    "kesepakatan": 28, "status": 18, "jenis": 22, "judul": 50, "para_pihak": 50, "nomor": 36, "mulai": 12,
    "berakhir": 12, "tenggat": 20, "tanggal": 12, "aman": 12, "sisa_hari": 10,
}  # fmt: skip
"""Columns of the register as a sheet, with their widths in characters."""


@dataclass(frozen=True)
class BarisDaftar:
    """One agreement on a day."""

    ringkasan: Ringkasan
    keadaan: Keadaan
    per: date

    @property
    def tenggat_berikut(self) -> Tenggat | None:
        """The deadline whose last safe day comes first."""
        return self.keadaan.tenggat[0] if self.keadaan.tenggat else None

    def data(self) -> dict[str, object]:
        """The row as plain data, dates as ISO text; `sisa_hari` counts to the last safe day."""
        tenggat, akhir = self.tenggat_berikut, self.keadaan.berakhir
        return {
            "kesepakatan": self.ringkasan.slug,
            "status": self.keadaan.status,
            "jenis": self.ringkasan.jenis,
            "judul": self.ringkasan.judul,
            "para_pihak": list(self.ringkasan.pihak),
            "nomor": list(self.ringkasan.nomor),
            "mulai": self.ringkasan.mulai,
            "berakhir": akhir.tanggal if akhir else None,
            "tenggat": tenggat.jenis if tenggat else None,
            "tanggal": tenggat.tanggal if tenggat else None,
            "aman": tenggat.aman if tenggat else None,
            "sisa_hari": (tenggat.aman - self.per).days if tenggat else None,
        }


@dataclass(frozen=True)
class Saringan:
    """Which agreements are wanted; what is empty asks nothing."""

    status: tuple[str, ...] = ()
    pihak: str = ""
    berakhir_sebelum: date | None = None
    kata: tuple[str, ...] = ()

    def passes(self, baris: BarisDaftar) -> bool:
        r, akhir = baris.ringkasan, baris.keadaan.berakhir
        if self.status and baris.keadaan.status not in self.status:
            return False
        if self.pihak and not any(self.pihak.lower() in nama.lower() for nama in r.pihak):
            return False
        if self.berakhir_sebelum and not (akhir and akhir.tanggal < self.berakhir_sebelum):
            return False
        teks = " ".join((r.slug, r.jenis, r.judul, *r.pihak, *r.nomor)).lower()
        return all(kata.lower() in teks for kata in self.kata)


def open_register(ruang: RuangKerja, per: date, saringan: Saringan | None = None) -> tuple[list[BarisDaftar], list[str]]:
    """Agreements on a day, by slug, and the messages of those that cannot be read.

    Raises:
        NaskahBermasalah: settings or calendar of the workspace are wrong.
    """
    kalender, ingatkan = load_kalender(ruang.akar), load_pengaturan(ruang.akar).ingatkan
    baris, masalah = [], []
    for satu in load_register(ruang):
        if satu.ringkasan is None:
            masalah.append(satu.masalah)
            continue
        kini = BarisDaftar(satu.ringkasan.on(per), condition(satu.ringkasan, per, ingatkan, kalender), per)
        if saringan is None or saringan.passes(kini):
            baris.append(kini)
    return baris, masalah


def all_deadlines(daftar: Sequence[BarisDaftar], dalam: int | None = None) -> list[tuple[BarisDaftar, Tenggat]]:
    """Every open deadline, the most urgent first; with `dalam`, only those whose safe day is at most that many days off."""
    semua = [
        (baris, t) for baris in daftar for t in baris.keadaan.tenggat if dalam is None or (t.aman - baris.per).days <= dalam
    ]
    return sorted(semua, key=lambda satu: (satu[1].aman, satu[0].ringkasan.slug, satu[1].jenis))


def deadline_data(baris: BarisDaftar, t: Tenggat) -> dict[str, object]:
    """A deadline as plain data; `sisa_hari` counts to the last safe day."""
    return {
        "kesepakatan": baris.ringkasan.slug,
        "jenis": t.jenis,
        "tanggal": t.tanggal,
        "aman": t.aman,
        "sisa_hari": (t.aman - baris.per).days,
        "dasar": t.dasar,
        "alasan": list(t.alasan),
    }


def kahar_deadline(ruang: RuangKerja, slug: str, kejadian: date) -> Tenggat | None:
    """The last day for the minutes of a force majeure; None where the agreement sets none."""
    r, kalender = load_ringkasan(ruang, slug).on(kejadian), load_kalender(ruang.akar)
    if not r.kahar:
        return None
    return tenggat_hari_kerja(kejadian, r.kahar, "berita-acara-kahar", r.dasar.get("kahar", ""), kalender)


def duplicates(ruang: RuangKerja, slug: str) -> list[dict[str, object]]:
    """Each original of an agreement: who holds it, at whose signature the stamp is, and where it was taken."""
    riwayat = load_riwayat(ruang, slug)
    k = riwayat.asal.terbaca
    serah = {p.rangkap: p for p in load_ringkasan(ruang, slug, riwayat).peristiwa if p.jenis == "penyerahan_rangkap"}
    hasil = []
    for satu in daftar_rangkap(k):
        p = serah.get(satu.nomor)
        meterai = None if satu.meterai_pada is None else k.para_pihak[satu.meterai_pada].sebutan
        hasil.append(
            {
                "rangkap": satu.nomor, "pemegang": satu.pemegang, "meterai_pada": meterai, "arsip": satu.arsip,
                "diserahkan": p.tanggal if p else None, "penerima": p.penerima if p else None,
                "penyimpanan": p.penyimpanan if p else None,
            }
        )  # fmt: skip
    return hasil
