"""Notices of one agreement, written on demand or when their time has come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from notakesepakatan.bureau.peristiwa import record
from notakesepakatan.bureau.register import open_register
from notakesepakatan.compose.composer import Penyusun
from notakesepakatan.compose.surat import Pemberitahuan, compose_pemberitahuan, compose_tanda_terima
from notakesepakatan.compute.time.calendar import Kalender
from notakesepakatan.compute.time.register import Ringkasan, condition, events_this_term
from notakesepakatan.compute.time.tenggat import Tenggat, add_lama, tenggat_pemberitahuan
from notakesepakatan.errors import NotaError, SuratBermasalah
from notakesepakatan.load.adendum import load_riwayat
from notakesepakatan.load.calendar import load_kalender
from notakesepakatan.load.register import load_ringkasan
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.press.order import FORMAT_BAWAAN
from notakesepakatan.press.render import Dokumen, write_set
from notakesepakatan.workspace.folders import RuangKerja

WAKTU_BALAS = Lama(jumlah=14, satuan="hari kerja")
"""How long a reply is waited for, unless the letter says otherwise; the office's practice, no rule of law."""
_DISUSUN = ("pemberitahuan_disusun", "pemberitahuan_dikirim")


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
class RancanganSurat:
    """One letter and its receipt before they are written, and what the operator should know."""

    dokumen: tuple[Dokumen, ...]
    peringatan: str = ""


@dataclass(frozen=True)
class SuratTertulis:
    """The files of one letter and its receipt, and what the operator should know."""

    berkas: tuple[Path, ...]
    peringatan: str = ""


def draft_notice(kantor: Kantor, slug: str, surat: Pemberitahuan, balas: date | None = None) -> RancanganSurat:
    """A notice and its receipt, not yet written.

    Args:
        kantor: the workspace and what its letters need.
        slug: the agreement.
        surat: what the letter says; its `balas` is replaced.
        balas: the day a reply is asked for; default fourteen working days after the letter.

    Raises:
        SuratBermasalah: a draft, an agreement that has ended or names no period of notice, an unknown party.
        NaskahBermasalah.
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
    return RancanganSurat(dokumen, _warning(surat.tanggal, batas))


def write_notice(
    kantor: Kantor, slug: str, surat: Pemberitahuan, balas: date | None = None, format_: Sequence[str] = FORMAT_BAWAAN
) -> SuratTertulis:
    """Write a notice and its receipt to `output/<slug>/surat/`; the same arguments as `draft_notice`, and the endings.

    Raises:
        SuratBermasalah, NaskahBermasalah, TidakDapatDitulis, PustakaSistemTidakAda.
    """
    hasil = draft_notice(kantor, slug, surat, balas)
    return SuratTertulis(tuple(write_set(letter_folder(kantor.ruang, slug), hasil.dokumen, format_)), hasil.peringatan)


def letter_folder(ruang: RuangKerja, slug: str) -> Path:
    """Where the letters of an agreement are written."""
    return ruang.output / slug / "surat"


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
    daftar, masalah = due_notices(kantor, per)
    for pesan in masalah:
        yield Terbitan("", keterangan=pesan, gagal=True)
    for satu in daftar:
        if satu.waktunya > per:
            continue
        if satu.disusun:
            yield Terbitan(
                satu.ringkasan.slug, keterangan=f"surat sudah disusun; menunggu tanda terima, hari aman {satu.tenggat.aman}"
            )
            continue
        yield _publish_one(kantor, satu.ringkasan, per, format_)


@dataclass(frozen=True)
class SuratTiba:
    """A notice that an agreement still owes.

    Attributes:
        ringkasan: the agreement.
        tenggat: its deadline.
        waktunya: the day from which it is to be written.
        disusun: the event that it was written or sent, while it waits for its receipt.
    """

    ringkasan: Ringkasan
    tenggat: Tenggat
    waktunya: date
    disusun: Peristiwa | None


def due_notices(kantor: Kantor, per: date) -> tuple[list[SuratTiba], list[str]]:
    """Every notice not yet received, the most urgent first, and the messages of agreements that cannot be read."""
    daftar, masalah = open_register(kantor.ruang, per)
    hasil = list[SuratTiba]()
    for baris in daftar:
        r = baris.ringkasan
        for t in (t for t in baris.keadaan.tenggat if t.jenis == "pemberitahuan"):
            waktunya = add_lama(t.aman, kantor.penyusun.pengaturan.waktu_muka, kantor.kalender, -1)
            # Whatever day it was recorded for: a run for an earlier day must not write the letter again.
            disusun = next((p for p in reversed(events_this_term(r, r.peristiwa)) if p.jenis in _DISUSUN), None)
            hasil.append(SuratTiba(r, t, waktunya, disusun))
    return sorted(hasil, key=lambda satu: (satu.tenggat.aman, satu.ringkasan.slug)), masalah


def publish_notice(
    kantor: Kantor, r: Ringkasan, surat: Pemberitahuan, balas: date | None = None, format_: Sequence[str] = FORMAT_BAWAAN
) -> SuratTertulis:
    """Write a notice and record that it was, as an event of the day of the letter; once, however often it is written anew.

    Raises:
        As `write_notice` and `record`.
    """
    hasil = write_notice(kantor, r.slug, surat, balas, format_)
    dari = r.kunci_pihak[surat.dari]
    sudah = {(p.jenis, p.tanggal, p.perihal, p.dari) for p in r.peristiwa}
    if ("pemberitahuan_disusun", surat.tanggal, surat.perihal, dari) not in sudah:
        isi = {"jenis": "pemberitahuan_disusun", "tanggal": str(surat.tanggal), "perihal": surat.perihal, "dari": dari}
        record(kantor.ruang, r.slug, isi | ({"nomor": surat.nomor} if surat.nomor else {}))
    return hasil


def _publish_one(kantor: Kantor, r: Ringkasan, per: date, format_: Sequence[str]) -> Terbitan:
    try:
        surat = Pemberitahuan("perpanjangan", kantor.sender(r.slug, r.pihak), per, per)
        hasil = publish_notice(kantor, r, surat, None, format_)
    except NotaError as sebab:
        return Terbitan(r.slug, keterangan=str(sebab), gagal=True)
    return Terbitan(r.slug, hasil.berkas, hasil.peringatan)
