"""Lines of a file that is not ours: Word, PDF or plain text. What comes from outside is bounded before it is unfolded."""

from io import BytesIO
from pathlib import Path, PurePath
from zipfile import ZipFile

from notakesepakatan.errors import NaskahTidakTerbaca, TidakDapatDibaca

_BATAS = 50_000_000
_BATAS_TERURAI = 200_000_000
"""Bytes of a Word file unpacked; a small file may hold a mountain."""
_BATAS_HALAMAN = 2_000
_BATAS_KARAKTER = 5_000_000
_TERLALU_PANJANG = "teksnya lebih dari lima juta karakter"


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
    except Exception as sebab:  # whatever a broken file does to a library is the file's fault
        raise NaskahTidakTerbaca(nama, f"berkas rusak atau bukan {jenis[1:]} ({type(sebab).__name__})") from None
    if sum(map(len, baris)) > _BATAS_KARAKTER:
        raise NaskahTidakTerbaca(nama, _TERLALU_PANJANG)
    return baris


def _kind(nama: str) -> str:
    """The ending of a name, one of those that can be read."""
    jenis = PurePath(nama).suffix.lower()
    if jenis not in (".docx", ".pdf", ".txt"):
        raise NaskahTidakTerbaca(nama, "hanya .docx, .pdf, dan .txt yang dapat diperiksa")
    return jenis


class _TooLarge(Exception):
    """A file that would unfold to too much; `str()` says what."""


def _text(isi: bytes) -> list[str]:
    return isi.decode("utf-8-sig").splitlines()


def _word(isi: bytes) -> list[str]:
    import docx
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    with ZipFile(BytesIO(isi)) as paket:  # no part unpacks to more than its header says
        if sum(bagian.file_size for bagian in paket.infolist()) > _BATAS_TERURAI:
            raise _TooLarge("isinya lebih dari 200 MB setelah dibuka")
    dokumen = docx.Document(BytesIO(isi))
    return [Paragraph(p, dokumen).text.replace("\n", " ").replace("\t", " ") for p in dokumen.element.body.iter(qn("w:p"))]


def _pdf(isi: bytes) -> list[str]:
    import pypdfium2

    dokumen = pypdfium2.PdfDocument(isi)
    if len(dokumen) > _BATAS_HALAMAN:
        raise _TooLarge("lebih dari 2.000 halaman")
    hasil, banyak = list[str](), 0
    for halaman in dokumen:
        teks = halaman.get_textpage().get_text_range().replace("\ufffe", "-")
        banyak += len(teks)
        if banyak > _BATAS_KARAKTER:
            raise _TooLarge(_TERLALU_PANJANG)
        hasil += [" ".join(baris.split()) for baris in teks.splitlines()]
    return hasil
