"""Notices of one agreement, written on demand or when their time has come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from notakesepakatan.catat import record
from notakesepakatan.compose.penyusun import Penyusun
from notakesepakatan.compose.surat import Pemberitahuan, compose_pemberitahuan, compose_tanda_terima
from notakesepakatan.compute.kalender import Kalender
from notakesepakatan.compute.register import Ringkasan, condition, happened_this_term
from notakesepakatan.compute.tenggat import Tenggat, add_lama, tenggat_pemberitahuan
from notakesepakatan.daftar import open_register
from notakesepakatan.errors import NotaError, SuratBermasalah
from notakesepakatan.load.adendum import load_riwayat
from notakesepakatan.load.kalender import load_kalender
from notakesepakatan.load.register import load_ringkasan
from notakesepakatan.load.ruang_kerja import RuangKerja
from notakesepakatan.model.dasar import Lama
from notakesepakatan.susun import FORMAT_BAWAAN, Dokumen, write_set

WAKTU_BALAS = Lama(jumlah=14, satuan="hari kerja")
"""How long a reply is waited for, unless the letter says otherwise; the office's practice, no rule of law."""


def parse_span(teks: str) -> Lama:
    """A span as written on the command line.

    Raises:
        SuratBermasalah: it is none.
    """
    try:
        return Lama.model_validate(teks)
    except ValidationError:
        raise SuratBermasalah(f'"{teks}"', "bukan jangka waktu", "tulis bilangan dan satuan: 5 tahun, 3 bulan") from None


@dataclass(frozen=True)
class Kantor:
    """A workspace with what every letter of it needs, read once however many are written."""

    ruang: RuangKerja
    penyusun: Penyusun
    kalender: Kalender

    @classmethod
    def of(cls, ruang: RuangKerja) -> "Kantor":
        """The office of a workspace.

        Raises:
            NaskahBermasalah: its settings or calendar are wrong.
        """
        return cls(ruang, Penyusun.of(ruang.akar), load_kalender(ruang.akar))

    def sender(self, slug: str, pihak: Sequence[str]) -> int:
        """Index of the party that this office is: `pihak_kami`, or the first where the settings name none.

        Raises:
            SuratBermasalah: the named one is no party of this agreement; nobody else's letter is written in its stead.
        """
        kami = self.penyusun.pengaturan.pihak_kami
        if kami is None:
            return 0
        if kami not in pihak:
            raise SuratBermasalah(slug, f'pihak_kami "{kami}" bukan pihak kesepakatan ini', "sebut pengirimnya dengan --dari")
        return pihak.index(kami)


@dataclass(frozen=True)
class SuratTertulis:
    """The files of one letter and its receipt, and what the operator should know."""

    berkas: tuple[Path, ...]
    peringatan: str = ""


def write_notice(
    kantor: Kantor, slug: str, surat: Pemberitahuan, balas: date | None = None, format_: Sequence[str] = FORMAT_BAWAAN
) -> SuratTertulis:
    """Write a notice and its receipt to `output/<slug>/surat/`.

    Args:
        kantor: the workspace and what its letters need.
        slug: the agreement.
        surat: what the letter says; its `balas` is replaced.
        balas: the day a reply is asked for; default fourteen working days after the letter.
        format_: endings.

    Raises:
        SuratBermasalah: a draft, an agreement that has ended or names no period of notice, an unknown party.
        NaskahBermasalah, TidakDapatDitulis, PustakaSistemTidakAda.
    """
    ruang, penyusun, kalender = kantor.ruang, kantor.penyusun, kantor.kalender
    riwayat = load_riwayat(ruang, slug)
    termuat, r = riwayat.on(surat.tanggal), load_ringkasan(ruang, slug, riwayat).on(surat.tanggal)
    keadaan = condition(r, surat.tanggal, penyusun.pengaturan.ingatkan, kalender)
    if keadaan.status in ("konsep", "berakhir", "diakhiri", "batal") or keadaan.berakhir is None:
        raise SuratBermasalah(slug, f"pada {surat.tanggal} statusnya {keadaan.status}", "periksa tanggal surat")
    if not r.pemberitahuan:
        raise SuratBermasalah(slug, "tidak ada tenggat pemberitahuan", 'tambahkan "tenggat: {pemberitahuan: 3 bulan}"')
    if not 0 <= surat.dari < len(r.pihak):
        raise SuratBermasalah(slug, "pihak pengirim tidak ada", f"pilih salah satu: {', '.join(r.kunci_pihak)}")
    batas = tenggat_pemberitahuan(keadaan.berakhir, r.pemberitahuan, "", kalender)
    surat = replace(surat, balas=balas or add_lama(surat.tanggal, WAKTU_BALAS, kalender))
    nama = f"{surat.tanggal.isoformat()}-pemberitahuan-{surat.perihal}"
    sumber = (termuat.sumber, *(a.sumber for a in riwayat.adendum))
    dokumen = (
        Dokumen(nama, compose_pemberitahuan(penyusun, termuat, r, keadaan.berakhir, batas.tanggal, surat), sumber),
        Dokumen(f"{nama}-tanda-terima", compose_tanda_terima(penyusun, termuat, surat), sumber),
    )
    berkas = tuple(write_set(ruang.output / slug / "surat", dokumen, format_))
    return SuratTertulis(berkas, _warning(surat.tanggal, batas))


def _warning(tanggal: date, batas: Tenggat) -> str:
    if tanggal > batas.tanggal:
        return f"Surat bertanggal {tanggal} sesudah batas pemberitahuan {batas.tanggal}."
    if tanggal > batas.aman:
        return f"Surat bertanggal {tanggal} sesudah hari aman {batas.aman}; batasnya {batas.tanggal}."
    return ""


@dataclass(frozen=True)
class Terbitan:
    """What became of one agreement in a run: files written, or why none."""

    slug: str
    berkas: tuple[Path, ...] = ()
    keterangan: str = ""
    gagal: bool = False


def publish(ruang: RuangKerja, per: date, format_: Sequence[str] = FORMAT_BAWAAN) -> Iterator[Terbitan]:
    """Write every notice whose time has come, once each, however often and late it runs.

    A notice's time has come when the last safe day less the office's lead (`waktu_muka`) is on or before `per`. That it
    was written is recorded as an event, so a later run leaves it.
    """
    kantor = Kantor.of(ruang)
    muka = kantor.penyusun.pengaturan.waktu_muka
    daftar, masalah = open_register(ruang, per)
    for pesan in masalah:
        yield Terbitan("", keterangan=pesan, gagal=True)
    for baris in daftar:
        r = baris.ringkasan
        buka = [t for t in baris.keadaan.tenggat if t.jenis == "pemberitahuan"]
        if not buka or add_lama(buka[0].aman, muka, kantor.kalender, -1) > per:
            continue
        # Whatever day it was recorded for: a run for an earlier day must not write the letter again.
        if any(happened_this_term(r, r.peristiwa, jenis) for jenis in ("pemberitahuan_disusun", "pemberitahuan_dikirim")):
            yield Terbitan(r.slug, keterangan=f"surat sudah disusun; menunggu tanda terima, hari aman {buka[0].aman}")
            continue
        yield _publish_one(kantor, r, per, format_)


def _publish_one(kantor: Kantor, r: Ringkasan, per: date, format_: Sequence[str]) -> Terbitan:
    try:
        dari = kantor.sender(r.slug, r.pihak)
        hasil = write_notice(kantor, r.slug, Pemberitahuan("perpanjangan", dari, per, per), None, format_)
        isi = {"jenis": "pemberitahuan_disusun", "tanggal": str(per), "perihal": "perpanjangan", "dari": r.kunci_pihak[dari]}
        record(kantor.ruang, r.slug, isi)
    except NotaError as sebab:
        return Terbitan(r.slug, keterangan=str(sebab), gagal=True)
    return Terbitan(r.slug, hasil.berkas, hasil.peringatan)
