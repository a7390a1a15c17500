"""Lines of a file that is not ours: Word, PDF or plain text. What comes from outside is bounded before it is unfolded."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from io import BytesIO
from itertools import islice
from pathlib import Path, PurePath
from threading import Lock
from typing import TYPE_CHECKING
from zipfile import ZipFile

from notakesepakatan.errors import NaskahTidakTerbaca, TidakDapatDibaca

if TYPE_CHECKING:
    from docx.document import Document
    from pypdfium2 import PdfDocument

_BATAS = 50_000_000
_BATAS_TERURAI = 50_000_000
"""Bytes of a Word file unpacked, pictures too; a small file may hold a mountain."""
_BATAS_XML = 20_000_000
_BATAS_UNSUR = 2_000_000
"""Tags and attributes of a Word file; of each the library makes an object."""
_BATAS_ALINEA = 100_000
_BATAS_POTONGAN = 300_000
"""Paragraphs, runs and what stands in runs."""
_POTONGAN = ("p", "r", "hyperlink", "t", "br", "cr", "tab", "ptab", "noBreakHyphen")
_BATAS_HALAMAN = 2_000
_BATAS_KARAKTER = 1_000_000
"""Characters of a text; the rules read as many in some seconds."""
_PDFIUM = Lock()
"""PDFium is not made for threads: one at a time from opening to closing."""


def read_file(berkas: Path) -> bytes:
    """The bytes of a file, which may not be too many.

    Raises:
        NaskahTidakTerbaca: another kind of file, or more than 50 MB.
        TidakDapatDibaca: no such file.
    """
    _kind(str(berkas))
    try:
        if berkas.stat().st_size > _BATAS:
            raise NaskahTidakTerbaca(str(berkas), "lebih dari 50 MB")
        return berkas.read_bytes()
    except OSError as sebab:
        raise TidakDapatDibaca(berkas, sebab) from None


def read_document(nama: str, isi: bytes) -> list[str]:
    """Paragraphs of a Word file (cells too), lines of a PDF or a text.

    Args:
        nama: its name; the ending tells what it is, and messages begin with it.
        isi: its bytes.

    Raises:
        NaskahTidakTerbaca: another kind of file, a broken or too large one.
    """
    jenis = _kind(nama)
    try:
        baris = {".docx": _word, ".pdf": _pdf, ".txt": _text}[jenis](isi)
    except _TooLarge as sebab:
        raise NaskahTidakTerbaca(nama, str(sebab)) from None
    except Exception:  # whatever a broken file does to a library is the file's fault
        raise NaskahTidakTerbaca(nama, f"berkas rusak atau bukan {jenis[1:]}") from None
    return baris


def _kind(nama: str) -> str:
    """The ending of a name, one of those that can be read."""
    jenis = PurePath(nama).suffix.lower()
    if jenis not in (".docx", ".pdf", ".txt"):
        raise NaskahTidakTerbaca(nama, "hanya .docx, .pdf, dan .txt yang dapat diperiksa")
    return jenis


class _TooLarge(Exception):
    """A file that would unfold to too much; `str()` says what."""


def _bounded(baris: Iterable[str]) -> list[str]:
    """The lines, as long as they are not too much together."""
    hasil, banyak = list[str](), 0
    for satu in baris:
        banyak += len(satu)
        if banyak > _BATAS_KARAKTER:
            raise _TooLarge("teksnya lebih dari satu juta karakter (kira-kira 400 halaman)")
        hasil.append(satu)
    return hasil


def _text(isi: bytes) -> list[str]:
    return _bounded(isi.decode("utf-8-sig").splitlines())


def _word(isi: bytes) -> list[str]:
    import docx

    with ZipFile(BytesIO(isi)) as paket:
        _weigh(paket)
    return _bounded(_paragraphs(docx.Document(BytesIO(isi))))


def _weigh(paket: ZipFile) -> None:
    """Refuse a package that would unfold to too much, before any of it becomes objects."""
    bagian = paket.infolist()  # no part unpacks to more than its header says
    if sum(satu.file_size for satu in bagian) > _BATAS_TERURAI:
        raise _TooLarge("isinya lebih dari 50 MB setelah dibuka")
    if sum(satu.file_size for satu in bagian if satu.filename.lower().endswith((".xml", ".rels"))) > _BATAS_XML:
        raise _TooLarge("isi XML-nya lebih dari 20 MB setelah dibuka")
    unsur = 0
    for satu in bagian:  # whatever their names, for a part is read as its type says
        teks = paket.read(satu)
        unsur += teks.count(b"<") + teks.count(b"=")
        if unsur > _BATAS_UNSUR:
            raise _TooLarge("isinya lebih dari dua juta unsur setelah dibuka")


def _paragraphs(dokumen: "Document") -> Iterator[str]:
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    potongan = dokumen.element.body.iter(*(qn(f"w:{nama}") for nama in _POTONGAN))
    if any(True for _ in islice(potongan, _BATAS_POTONGAN, None)):
        raise _TooLarge("lebih dari 300.000 potongan teks")
    alinea = list(islice(dokumen.element.body.iter(qn("w:p")), _BATAS_ALINEA + 1))
    if len(alinea) > _BATAS_ALINEA:
        raise _TooLarge("lebih dari 100.000 alinea")
    for p in alinea:
        yield Paragraph(p, dokumen).text.replace("\n", " ").replace("\t", " ")


def _pdf(isi: bytes) -> list[str]:
    with _PDFIUM:
        import pypdfium2

        with closing(pypdfium2.PdfDocument(isi)) as dokumen:
            if len(dokumen) > _BATAS_HALAMAN:
                raise _TooLarge("lebih dari 2.000 halaman")
            return _bounded(baris for i in range(len(dokumen)) for baris in _page_lines(dokumen, i))


def _page_lines(dokumen: "PdfDocument", i: int) -> list[str]:
    """Lines of one page; nothing of it stays open."""
    with closing(dokumen[i]) as halaman, closing(halaman.get_textpage()) as bagian:
        teks = bagian.get_text_range().replace("\ufffe", "-")
    return [" ".join(baris.split()) for baris in teks.splitlines()]
