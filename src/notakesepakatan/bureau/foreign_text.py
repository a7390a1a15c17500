"""Lines of a file that is not ours: Word, PDF or plain text.

What comes from outside is bounded before it is unfolded.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing
from io import BytesIO
from itertools import islice
from pathlib import Path, PurePath
from threading import Lock
from typing import TYPE_CHECKING
from zipfile import ZipFile, ZipInfo

from notakesepakatan.errors import CannotRead, NotaError

if TYPE_CHECKING:
    from docx.document import Document
    from pypdfium2 import PdfDocument


class UnreadableNaskah(NotaError):
    """A file that cannot be checked or put right."""

    def __init__(self, nama: str, sebab: str) -> None:
        super().__init__(f"{nama}: tidak dapat diperiksa: {sebab}")


_LIMIT = 50_000_000
_UNPACKED_LIMIT = 50_000_000
"""Bytes of a Word file unpacked, pictures too; a small file may hold a mountain."""
_XML_LIMIT = 20_000_000
_ELEMENT_LIMIT = 2_000_000
"""Tags and attributes of a Word file; of each the library makes an object."""
_PARAGRAPH_LIMIT = 100_000
_PIECE_LIMIT = 300_000
"""Paragraphs, runs and what stands in runs."""
_PIECES = ("p", "r", "hyperlink", "t", "br", "cr", "tab", "ptab", "noBreakHyphen")
_PAGE_LIMIT = 2_000
_CHARACTER_LIMIT = 1_000_000
"""Characters of a text; the rules read as many in some seconds."""
_PDFIUM = Lock()
"""PDFium is not made for threads: one at a time from opening to closing."""


def read_file(file: Path) -> bytes:
    """The bytes of a file, which may not be too many.

    Raises:
        UnreadableNaskah: another kind of file, or more than 50 MB.
        CannotRead: no such file.
    """
    _kind(str(file))
    try:
        if file.stat().st_size > _LIMIT:
            raise UnreadableNaskah(str(file), "lebih dari 50 MB")
        return file.read_bytes()
    except OSError as cause:
        raise CannotRead(file, cause) from None


def read_document(name: str, content: bytes) -> list[str]:
    """Paragraphs of a Word file (cells too), lines of a PDF or a text.

    Args:
        name: its name; the ending tells what it is, and messages begin with it.
        content: its bytes.

    Raises:
        UnreadableNaskah: another kind of file, a broken or too large one.
    """
    kind = _kind(name)
    read = {".docx": _word, ".pdf": _pdf, ".txt": _text}[kind]
    try:
        return read(content)
    except _TooLarge as cause:
        raise UnreadableNaskah(name, str(cause)) from None
    except Exception:  # whatever a broken file does to a library is the file's fault
        raise UnreadableNaskah(name, f"berkas rusak atau bukan {kind[1:]}") from None


def _kind(name: str) -> str:
    """The ending of a name, one of those that can be read."""
    kind = PurePath(name).suffix.lower()
    if kind not in (".docx", ".pdf", ".txt"):
        raise UnreadableNaskah(name, "hanya .docx, .pdf, dan .txt yang dapat diperiksa")
    return kind


class _TooLarge(Exception):
    """A file that would unfold to too much; `str()` says what."""


def _bounded(lines: Iterable[str]) -> list[str]:
    """The lines, as long as they are not too much together."""
    result = list[str]()
    count = 0
    for line in lines:
        count += len(line)
        if count > _CHARACTER_LIMIT:
            raise _TooLarge(
                "teksnya lebih dari satu juta karakter (kira-kira 400 halaman)"
            )
        result.append(line)
    return result


def _text(content: bytes) -> list[str]:
    return _bounded(content.decode("utf-8-sig").splitlines())


def _word(content: bytes) -> list[str]:
    import docx

    with ZipFile(BytesIO(content)) as package:
        _weigh(package)
    return _bounded(_paragraphs(docx.Document(BytesIO(content))))


def _weigh(package: ZipFile) -> None:
    """Refuse a package that would unfold to too much, before it becomes objects."""
    parts = package.infolist()  # no part unpacks to more than its header says
    if sum(part.file_size for part in parts) > _UNPACKED_LIMIT:
        raise _TooLarge("isinya lebih dari 50 MB setelah dibuka")
    xml_size = sum(part.file_size for part in parts if _is_xml(part))
    if xml_size > _XML_LIMIT:
        raise _TooLarge("isi XML-nya lebih dari 20 MB setelah dibuka")
    elements = 0
    for part in parts:  # whatever their names, for a part is read as its type says
        text = package.read(part)
        elements += text.count(b"<") + text.count(b"=")
        if elements > _ELEMENT_LIMIT:
            raise _TooLarge("isinya lebih dari dua juta unsur setelah dibuka")


def _is_xml(part: ZipInfo) -> bool:
    return part.filename.lower().endswith((".xml", ".rels"))


def _paragraphs(document: "Document") -> Iterator[str]:
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    body = document.element.body
    pieces = body.iter(*(qn(f"w:{name}") for name in _PIECES))
    if _has_more_than(_PIECE_LIMIT, pieces):
        raise _TooLarge("lebih dari 300.000 potongan teks")
    paragraphs = list(islice(body.iter(qn("w:p")), _PARAGRAPH_LIMIT + 1))
    if len(paragraphs) > _PARAGRAPH_LIMIT:
        raise _TooLarge("lebih dari 100.000 alinea")
    for element in paragraphs:
        text = Paragraph(element, document).text
        yield text.replace("\n", " ").replace("\t", " ")


def _has_more_than(limit: int, items: Iterable[object]) -> bool:
    return any(True for _ in islice(items, limit, None))


def _pdf(content: bytes) -> list[str]:
    with _PDFIUM:
        import pypdfium2

        with closing(pypdfium2.PdfDocument(content)) as document:
            if len(document) > _PAGE_LIMIT:
                raise _TooLarge("lebih dari 2.000 halaman")
            return _bounded(_page_lines(document))


def _page_lines(document: "PdfDocument") -> Iterator[str]:
    """Lines of every page; nothing of a page stays open."""
    for i in range(len(document)):
        with closing(document[i]) as page, closing(page.get_textpage()) as written:
            text = written.get_text_range().replace("\ufffe", "-")
        for line in text.splitlines():
            yield " ".join(line.split())
