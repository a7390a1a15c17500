"""The papers of one agreement: which there are, without composing them; one of them as bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from notakesepakatan.bureau.adendum import konsolidasi_document
from notakesepakatan.compose.adendum.papers import name_of
from notakesepakatan.compose.composer import Penyusun
from notakesepakatan.compose.kesepakatan import daftar_rangkap
from notakesepakatan.compose.peristiwa import load_documents
from notakesepakatan.errors import DokumenTidakAda
from notakesepakatan.load.adendum import Riwayat, load_riwayat
from notakesepakatan.load.register import load_events
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.press.documents import document_name, documents, event_papers
from notakesepakatan.press.order import Pesanan
from notakesepakatan.press.render import Dokumen, render
from notakesepakatan.workspace.folders import RuangKerja

BENTUK = ("pdf", "docx", "txt", "html")


@dataclass(frozen=True)
class Kertas:
    """One paper: the file's name without ending, what it is, its endings; `tanggal` of an event's paper.

    `pokok` is the document it is a duplicate of.
    """

    nama: str
    judul: str
    bentuk: tuple[str, ...] = BENTUK
    tanggal: date | None = None
    pokok: str = ""


def papers(ruang: RuangKerja, slug: str, riwayat: Riwayat, penyusun: Penyusun) -> list[Kertas]:
    """Every paper of an agreement, in the order of its life.

    Raises:
        NaskahBermasalah: an event of it is wrong.
    """
    asal = riwayat.asal
    hasil = [Kertas(document_name(asal), asal.terbaca.jenis, tanggal=asal.terbaca.penandatanganan.tanggal)]
    hasil += _duplicates(document_name(asal), asal.terbaca)
    for a in riwayat.adendum:
        nama, kata, hari = f"adendum-{a.nomor:02}", name_of(a), a.adendum.penandatanganan.tanggal
        hasil.append(Kertas(nama, kata, tanggal=hari))
        hasil += _duplicates(nama, a.sesudah.terbaca)
        hasil.append(Kertas(f"{nama}-sandingan", f"Sandingan {kata}", tanggal=hari))
        hasil.append(Kertas(f"{nama}-lacak-perubahan", f"{kata} dengan lacak perubahan", ("docx",), hari))
    return hasil + list(_event_papers(ruang, slug, riwayat, penyusun))


def _duplicates(pokok: str, k: Kesepakatan) -> Iterator[Kertas]:
    for satu in daftar_rangkap(k):
        kata = f"Rangkap {satu.nomor}, {satu.pemegang}"
        yield Kertas(f"{pokok}-rangkap-{satu.nomor}", kata, pokok=pokok)


def _event_papers(ruang: RuangKerja, slug: str, riwayat: Riwayat, penyusun: Penyusun) -> Iterator[Kertas]:
    if riwayat.asal.kesepakatan.konsep:
        return
    jenis, (_, termuat) = load_documents(penyusun.templat), load_events(ruang, slug, riwayat)
    for berkas, nama, satu in event_papers(jenis, termuat):
        bentuk = (*BENTUK, "xlsx") if satu.peristiwa.jenis == "realisasi" else BENTUK
        yield Kertas(berkas, jenis[nama].judul, bentuk, satu.peristiwa.tanggal)


def make_paper(ruang: RuangKerja, slug: str, nama: str, bentuk: str) -> bytes:
    """One paper of an agreement in one format.

    Raises:
        DokumenTidakAda: it has no such paper, or not in this format.
        NaskahBermasalah, TemplatBermasalah, PustakaSistemTidakAda, KesepakatanTidakAda, SlugTidakSah.
    """
    riwayat, penyusun = load_riwayat(ruang, slug), Penyusun.of(ruang.akar)
    kertas = next((satu for satu in papers(ruang, slug, riwayat, penyusun) if satu.nama == nama), None)
    if kertas is None or bentuk not in kertas.bentuk:
        raise DokumenTidakAda(slug, f"{nama}.{bentuk}")
    pesanan = Pesanan(rangkap=bool(kertas.pokok), dokumen=(kertas.pokok or nama,))
    for dokumen in documents(ruang, slug, riwayat, penyusun, pesanan):
        if dokumen.nama == nama:
            return document_bytes(dokumen, bentuk)
    raise DokumenTidakAda(slug, nama)


def make_konsolidasi(ruang: RuangKerja, slug: str, per: date, bentuk: str, *, konsep: bool = False) -> bytes:
    """The text in force on a day, in one format.

    Raises:
        DokumenTidakAda: not in this format.
        NaskahBermasalah, PustakaSistemTidakAda, KesepakatanTidakAda, SlugTidakSah.
    """
    if bentuk not in BENTUK:
        raise DokumenTidakAda(slug, f"konsolidasi.{bentuk}")
    return document_bytes(konsolidasi_document(ruang, slug, per, konsep), bentuk)


def document_bytes(dokumen: Dokumen, bentuk: str) -> bytes:
    """One document in one format.

    Raises:
        PustakaSistemTidakAda: the machine lacks what it takes.
        NaskahBermasalah, TemplatBermasalah: a character that no font has.
    """
    jadi, kurang = render([dokumen], ("docx",) if bentuk == "xlsx" else (bentuk,))
    for satu in jadi:
        if satu.nama.endswith(f".{bentuk}") and satu.isi is not None:
            return satu.isi
    raise kurang or DokumenTidakAda(dokumen.nama, bentuk)
