"""Lines of a file that is not ours: Word, PDF or plain text."""

from pathlib import Path

from notakesepakatan.errors import NaskahTidakTerbaca, TidakDapatDibaca

_BATAS = 50_000_000


def read_document(berkas: Path) -> list[str]:
    """Paragraphs of a Word file (cells too), lines of a PDF or a text.

    Raises:
        NaskahTidakTerbaca: another kind of file, a broken or too large one.
        TidakDapatDibaca: no such file.
    """
    jenis = berkas.suffix.lower()
    if jenis not in (".docx", ".pdf", ".txt"):
        raise NaskahTidakTerbaca(berkas, "hanya .docx, .pdf, dan .txt yang dapat diperiksa")
    try:
        if berkas.stat().st_size > _BATAS:
            raise NaskahTidakTerbaca(berkas, "lebih dari 50 MB")
        return {".docx": _word, ".pdf": _pdf, ".txt": _text}[jenis](berkas)
    except NaskahTidakTerbaca:
        raise
    except OSError as sebab:
        raise TidakDapatDibaca(berkas, sebab) from None
    except Exception as sebab:  # whatever a broken file does to a library is the file's fault
        raise NaskahTidakTerbaca(berkas, f"berkas rusak atau bukan {jenis[1:]} ({type(sebab).__name__})") from None


def _text(berkas: Path) -> list[str]:
    return berkas.read_text(encoding="utf-8-sig").splitlines()


def _word(berkas: Path) -> list[str]:
    import docx
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    dokumen = docx.Document(str(berkas))
    return [Paragraph(p, dokumen).text.replace("\n", " ").replace("\t", " ") for p in dokumen.element.body.iter(qn("w:p"))]


def _pdf(berkas: Path) -> list[str]:
    import pypdfium2

    hasil = list[str]()
    for halaman in pypdfium2.PdfDocument(berkas):
        teks = halaman.get_textpage().get_text_range().replace("\ufffe", "-")
        hasil += [" ".join(baris.split()) for baris in teks.splitlines()]
    return hasil
