"""The whole way for one agreement: file → load → compose → write. What the command and, later, the desk call."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from notakesepakatan.compose.adendum import compose_adendum, compose_sandingan
from notakesepakatan.compose.kesepakatan import RangkapIni, compose_kesepakatan, daftar_rangkap
from notakesepakatan.compose.konsolidasi import mark_draft
from notakesepakatan.compose.penyusun import Penyusun
from notakesepakatan.compose.peristiwa import KOLOM_LAPORAN, Perkara, compose_dokumen, load_documents, report_rows
from notakesepakatan.compute.periksa import check, read_agreement
from notakesepakatan.errors import NaskahBermasalah, NotaError, PustakaSistemTidakAda, TemplatBermasalah
from notakesepakatan.load.adendum import Riwayat, load_riwayat
from notakesepakatan.load.kalender import load_kalender
from notakesepakatan.load.kesepakatan import Termuat
from notakesepakatan.load.pesan import nama_kunci
from notakesepakatan.load.register import load_events
from notakesepakatan.load.ruang_kerja import RuangKerja
from notakesepakatan.load.yaml import Jalur, Sumber
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.naskah import Naskah
from notakesepakatan.temuan import Temuan
from notakesepakatan.write.huruf import uncovered
from notakesepakatan.write.simpan import save

FORMAT_BAWAAN = ("docx", "pdf", "txt")


@dataclass(frozen=True)
class Hasil:
    """What became of one agreement: the files written, and what went wrong, if anything."""

    slug: str
    berkas: tuple[Path, ...]
    masalah: NotaError | None = None
    temuan: int = 0
    """Findings of level galat that stand in the text in force, spelling left aside."""


@dataclass(frozen=True)
class Pesanan:
    """What is wanted: formats, folder, the agreement itself or its duplicates, and which documents by name."""

    format: tuple[str, ...] = FORMAT_BAWAAN
    ke: Path | None = None
    rangkap: bool = False
    dokumen: tuple[str, ...] = ()

    def wants(self, *nama: str) -> bool:
        """Whether a document that goes by any of these names is wanted."""
        return not self.dokumen or any(satu in self.dokumen for satu in nama)


def susun(ruang: RuangKerja, daftar_slug: Sequence[str], pesanan: Pesanan) -> Iterator[Hasil]:
    """Write the documents of each agreement; one that fails does not stop the others.

    Args:
        ruang: the workspace.
        daftar_slug: slugs; one that is not there fails alone.
        pesanan: what is wanted.

    Raises:
        NaskahBermasalah, TemplatBermasalah: the workspace's settings or styles are wrong, before anything is written.
    """
    penyusun = Penyusun.of(ruang.akar)
    for slug in daftar_slug:
        berkas: list[Path] = []
        try:
            riwayat = load_riwayat(ruang, slug)
            for jalur in _write_one(ruang, slug, riwayat, penyusun, pesanan):
                berkas.append(jalur)
        except NotaError as masalah:
            yield Hasil(slug, tuple(berkas), masalah)
        else:
            yield Hasil(slug, tuple(berkas), temuan=count_faults(riwayat.on(None)))


@dataclass(frozen=True)
class Dokumen:
    """One document to write.

    Attributes:
        nama: file name without ending.
        naskah: what it says.
        sumber: the files its words come from.
        lama: an older naskah from which every change is tracked; such a document is a DOCX and nothing else.
        lembar: the same as rows of plain data, for a sheet beside it; none for most.
    """

    nama: str
    naskah: Naskah
    sumber: tuple[Sumber, ...]
    lama: Naskah | None = None
    lembar: tuple[Mapping[str, object], ...] = ()


def count_faults(termuat: Termuat) -> int:
    """Findings of level galat in a text; without the dictionary, which takes a second to load."""
    return sum(aturan.tingkat == "galat" for aturan, _ in check(read_agreement(termuat.kesepakatan)))


def write_set(folder: Path, daftar: Iterable[Dokumen], format_: Sequence[str]) -> Iterator[Path]:
    """Render every naskah in every format first, then write them: an error leaves the old documents whole.

    Args:
        folder: where to.
        daftar: the documents.
        format_: endings.

    Raises:
        NaskahBermasalah, TidakDapatDitulis; PustakaSistemTidakAda after all that can be written is.
    """
    siap: list[tuple[Path, bytes]] = []
    kurang: PustakaSistemTidakAda | None = None
    for dokumen in daftar:
        _check_letters(dokumen.sumber, dokumen.naskah)
        for jenis in format_ if dokumen.lama is None else [satu for satu in format_ if satu == "docx"]:
            try:
                siap.append((folder / f"{dokumen.nama}.{jenis}", _write(dokumen, jenis)))
            except PustakaSistemTidakAda as sebab:
                kurang = sebab
        if dokumen.lembar and "docx" in format_:
            from notakesepakatan.write.lembar import write_lembar

            siap.append((folder / f"{dokumen.nama}.xlsx", write_lembar("Laporan", KOLOM_LAPORAN, dokumen.lembar)))
    for jalur, isi in siap:
        save(jalur, isi)
        yield jalur
    if kurang:
        raise kurang


def _write(dokumen: Dokumen, jenis: str) -> bytes:
    if dokumen.lama is None:
        return writer(jenis)(dokumen.naskah)
    from notakesepakatan.write.docx.lacak import write_docx_tracked

    return write_docx_tracked(dokumen.lama, dokumen.naskah)


def _write_one(ruang: RuangKerja, slug: str, riwayat: Riwayat, penyusun: Penyusun, pesanan: Pesanan) -> Iterator[Path]:
    dokumen = (*_documents(riwayat, penyusun, pesanan), *event_documents(ruang, slug, riwayat, penyusun, pesanan))
    yield from write_set((pesanan.ke or ruang.output) / slug, dokumen, pesanan.format)


def _documents(riwayat: Riwayat, penyusun: Penyusun, pesanan: Pesanan) -> Iterator[Dokumen]:
    """The agreement as signed, then each adendum with its papers; only what is asked for is composed."""
    asal = riwayat.asal
    if pesanan.wants(nama := document_name(asal)):
        for tambahan, rangkap_ini in _originals(asal.terbaca, pesanan):
            naskah = compose_kesepakatan(penyusun, asal, rangkap_ini)
            if asal.kesepakatan.konsep and (galat := count_faults(asal)):
                naskah = mark_draft(penyusun, naskah, galat)
            yield Dokumen(nama + tambahan, naskah, (asal.sumber,))
    for i, a in enumerate(riwayat.adendum):
        nama, sumber = f"adendum-{a.nomor:02}", (asal.sumber, *(b.sumber for b in riwayat.adendum[: i + 1]))
        if pesanan.wants(nama):
            for tambahan, rangkap_ini in _originals(a.sesudah.terbaca, pesanan):
                yield Dokumen(nama + tambahan, compose_adendum(penyusun, a, riwayat.adendum[:i], rangkap_ini), sumber)
        if pesanan.wants(f"{nama}-sandingan") and not pesanan.rangkap:
            yield Dokumen(f"{nama}-sandingan", compose_sandingan(penyusun, a), sumber)
        if pesanan.wants(f"{nama}-lacak-perubahan") and not pesanan.rangkap:
            lama, baru = (compose_kesepakatan(penyusun, termuat) for termuat in (a.sebelum, a.sesudah))
            yield Dokumen(f"{nama}-lacak-perubahan", baru, sumber, lama)


def event_documents(
    ruang: RuangKerja, slug: str, riwayat: Riwayat, penyusun: Penyusun, pesanan: Pesanan, hanya: Path | None = None
) -> Iterator[Dokumen]:
    """The papers of the events of an agreement, named by their day: `2026-01-12-berita-acara-kahar`.

    Args:
        ruang: the workspace.
        slug: the agreement.
        riwayat: it with its adenda.
        penyusun: composer of the workspace.
        pesanan: what is wanted.
        hanya: the file of the one event wanted.
    """
    if pesanan.rangkap or riwayat.asal.kesepakatan.konsep:
        return
    jenis, kalender = load_documents(penyusun.templat), load_kalender(ruang.akar)
    ringkasan, termuat = load_events(ruang, slug, riwayat)
    sumber = (riwayat.asal.sumber, *(a.sumber for a in riwayat.adendum), *(lain.sumber for lain in termuat))
    terpakai = Counter[str]()
    for satu in termuat:
        p = satu.peristiwa
        for nama in (nama for nama, dokumen in jenis.items() if dokumen.peristiwa == p.jenis):
            berkas = f"{p.tanggal.isoformat()}-{nama}"
            terpakai[berkas] += 1
            if terpakai[berkas] > 1:
                berkas += f"-{terpakai[berkas]}"
            if pesanan.wants(nama, berkas) and hanya in (None, satu.berkas):
                perkara = Perkara(p, riwayat.on(p.tanggal), ringkasan.peristiwa, kalender)
                yield Dokumen(
                    berkas, compose_dokumen(penyusun, jenis[nama], perkara), sumber, lembar=tuple(report_rows(perkara))
                )


def _originals(k: Kesepakatan, pesanan: Pesanan) -> list[tuple[str, RangkapIni | None]]:
    """The document itself, or each of its duplicates: what is added to its name, and the duplicate."""
    if not pesanan.rangkap:
        return [("", None)]
    return [(f"-rangkap-{satu.nomor}", satu) for satu in daftar_rangkap(k)]


def document_name(termuat: Termuat) -> str:
    """File name of the instrument: "Nota Kesepakatan" -> "nota-kesepakatan"."""
    return re.sub(r"[^a-z0-9]+", "-", termuat.kesepakatan.jenis.lower()).strip("-")[:80] or "kesepakatan"


def writer(jenis: str) -> Callable[[Naskah], bytes]:
    """The writer of a format, imported only when asked for: WeasyPrint alone takes half a second."""
    if jenis == "docx":
        from notakesepakatan.write.docx import write_docx

        return write_docx
    if jenis == "pdf":
        from notakesepakatan.write.pdf import write_pdf

        return write_pdf
    if jenis == "html":
        from notakesepakatan.write.html import write_html

        return write_html
    from notakesepakatan.write.teks import write_teks

    return write_teks


def _check_letters(daftar: Sequence[Sumber], naskah: Naskah) -> None:
    if not (asing := uncovered(naskah.isi)):
        return
    if asing - {huruf for sumber in daftar for huruf in sumber.teks}:
        raise TemplatBermasalah(
            "templates/",
            None,
            "memuat karakter yang tidak ada pada huruf mana pun: " + ", ".join(f"U+{ord(c):04X}" for c in sorted(asing)),
        )
    raise NaskahBermasalah(
        [
            Temuan(
                sumber.tempat(jalur), nama_kunci(jalur), "huruf",
                f'tidak ada huruf terpasang yang memuat "{satu}" (U+{ord(satu):04X})',
                "ganti karakter itu, atau pasang huruf yang memuatnya",
            )
            for sumber in daftar
            for jalur, teks in _texts(sumber.data, ())
            for satu in sorted(asing & set(teks))
        ]
    )  # fmt: skip


def _texts(data: Any, jalur: Jalur) -> Iterator[tuple[Jalur, str]]:
    if isinstance(data, str):
        yield jalur, data
    elif isinstance(data, dict):
        for kunci, isi in data.items():
            yield from _texts(isi, (*jalur, kunci))
    elif isinstance(data, list):
        for i, isi in enumerate(data):
            yield from _texts(isi, (*jalur, i))
