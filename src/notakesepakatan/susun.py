"""The whole way for one agreement: file → load → compose → write. What the command and, later, the desk call."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from notakesepakatan.compose.kesepakatan import compose_kesepakatan, daftar_rangkap
from notakesepakatan.compose.penyusun import Penyusun
from notakesepakatan.errors import NaskahBermasalah, NotaError, PustakaSistemTidakAda, TemplatBermasalah
from notakesepakatan.load.kesepakatan import Termuat, load_kesepakatan
from notakesepakatan.load.pesan import nama_kunci
from notakesepakatan.load.ruang_kerja import RuangKerja
from notakesepakatan.load.yaml import Jalur, Sumber
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


@dataclass(frozen=True)
class Pesanan:
    """What is wanted: formats, folder, the agreement itself or its duplicates, and which documents by name."""

    format: tuple[str, ...] = FORMAT_BAWAAN
    ke: Path | None = None
    rangkap: bool = False
    dokumen: tuple[str, ...] = ()


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
            for jalur in _write_one(ruang, slug, penyusun, pesanan):
                berkas.append(jalur)
        except NotaError as masalah:
            yield Hasil(slug, tuple(berkas), masalah)
        else:
            yield Hasil(slug, tuple(berkas))


def write_set(folder: Path, daftar: Iterable[tuple[str, Naskah, Sumber]], format_: Sequence[str]) -> Iterator[Path]:
    """Render every naskah in every format first, then write them: an error leaves the old documents whole.

    Args:
        folder: where to.
        daftar: file name without ending, naskah, and the file its words come from.
        format_: endings.

    Raises:
        NaskahBermasalah, TidakDapatDitulis; PustakaSistemTidakAda after all that can be written is.
    """
    siap: list[tuple[Path, bytes]] = []
    kurang: PustakaSistemTidakAda | None = None
    for nama, naskah, sumber in daftar:
        _check_letters(sumber, naskah)
        for jenis in format_:
            try:
                siap.append((folder / f"{nama}.{jenis}", writer(jenis)(naskah)))
            except PustakaSistemTidakAda as sebab:
                kurang = sebab
    for jalur, isi in siap:
        save(jalur, isi)
        yield jalur
    if kurang:
        raise kurang


def _write_one(ruang: RuangKerja, slug: str, penyusun: Penyusun, pesanan: Pesanan) -> Iterator[Path]:
    termuat = load_kesepakatan(ruang.berkas(slug))
    dokumen = ((nama, naskah, termuat.sumber) for nama, naskah in _documents(termuat, penyusun, pesanan))
    yield from write_set((pesanan.ke or ruang.output) / slug, dokumen, pesanan.format)


def _documents(termuat: Termuat, penyusun: Penyusun, pesanan: Pesanan) -> Iterator[tuple[str, Naskah]]:
    nama = document_name(termuat)
    if pesanan.dokumen and nama not in pesanan.dokumen:
        return
    if not pesanan.rangkap:
        yield nama, compose_kesepakatan(penyusun, termuat)
        return
    for rangkap_ini in daftar_rangkap(termuat.terbaca):
        yield f"{nama}-rangkap-{rangkap_ini.nomor}", compose_kesepakatan(penyusun, termuat, rangkap_ini)


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


def _check_letters(sumber: Sumber, naskah: Naskah) -> None:
    if not (asing := uncovered(naskah.isi)):
        return
    if asing - set(sumber.teks):
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
