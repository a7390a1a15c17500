"""Lines of a file that is not ours: Word, PDF or plain text. What comes from outside is bounded before it is unfolded."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from io import BytesIO
from itertools import islice
from pathlib import Path, PurePath
from threading import Lock
from typing import TYPE_CHECKING
from zipfile import ZipFile

from notakesepakatan.errors import CannotRead, NotaError


class UnreadableNaskah(NotaError):
    """A file that cannot be checked or put right."""

    def __init__(self, nama: str, sebab: str) -> None:
        super().__init__(f"{nama}: tidak dapat diperiksa: {sebab}")


if TYPE_CHECKING:
    from docx.document import Document
    from pypdfium2 import PdfDocument

_LIMIT = 50_000_000
_UNPACKED_LIMIT = 50_000_000
"""Bytes of a Word file unpacked, pictures too; a small file may hold a mountain."""
_XML_LIMIT = 20_000_000
_ELEMENT_LIMIT = 2_000_000
"""Tags and attributes of a Word file; of each the library makes an object."""
_PARAGRAPH_LIMIT = 100_000
_PIECE_LIMIT = 300_000
"""Paragraphs, runs and what stands in runs."""
_PIECE = ("p", "r", "hyperlink", "t", "br", "cr", "tab", "ptab", "noBreakHyphen")
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
    try:
        line = {".docx": _word, ".pdf": _pdf, ".txt": _text}[kind](content)
    except _TooLarge as cause:
        raise UnreadableNaskah(name, str(cause)) from None
    except Exception:  # whatever a broken file does to a library is the file's fault
        raise UnreadableNaskah(name, f"berkas rusak atau bukan {kind[1:]}") from None
    return line


def _kind(name: str) -> str:
    """The ending of a name, one of those that can be read."""
    kind = PurePath(name).suffix.lower()
    if kind not in (".docx", ".pdf", ".txt"):
        raise UnreadableNaskah(name, "hanya .docx, .pdf, dan .txt yang dapat diperiksa")
    return kind


class _TooLarge(Exception):
    """A file that would unfold to too much; `str()` says what."""


def _bounded(line: Iterable[str]) -> list[str]:
    """The lines, as long as they are not too much together."""
    result, many = list[str](), 0
    for one in line:
        many += len(one)
        if many > _CHARACTER_LIMIT:
            raise _TooLarge(
                "teksnya lebih dari satu juta karakter (kira-kira 400 halaman)"
            )
        result.append(one)
    return result


def _text(content: bytes) -> list[str]:
    return _bounded(content.decode("utf-8-sig").splitlines())


def _word(content: bytes) -> list[str]:
    import docx

    with ZipFile(BytesIO(content)) as package:
        _weigh(package)
    return _bounded(_paragraphs(docx.Document(BytesIO(content))))


def _weigh(package: ZipFile) -> None:
    """Refuse a package that would unfold to too much, before any of it becomes objects."""
    part = package.infolist()  # no part unpacks to more than its header says
    if sum(one.file_size for one in part) > _UNPACKED_LIMIT:
        raise _TooLarge("isinya lebih dari 50 MB setelah dibuka")
    if (
        sum(
            one.file_size
            for one in part
            if one.filename.lower().endswith((".xml", ".rels"))
        )
        > _XML_LIMIT
    ):
        raise _TooLarge("isi XML-nya lebih dari 20 MB setelah dibuka")
    element = 0
    for one in part:  # whatever their names, for a part is read as its type says
        text = package.read(one)
        element += text.count(b"<") + text.count(b"=")
        if element > _ELEMENT_LIMIT:
            raise _TooLarge("isinya lebih dari dua juta unsur setelah dibuka")


def _paragraphs(document: "Document") -> Iterator[str]:
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    piece = document.element.body.iter(*(qn(f"w:{name}") for name in _PIECE))
    if any(True for _ in islice(piece, _PIECE_LIMIT, None)):
        raise _TooLarge("lebih dari 300.000 potongan teks")
    paragraph = list(
        islice(document.element.body.iter(qn("w:p")), _PARAGRAPH_LIMIT + 1)
    )
    if len(paragraph) > _PARAGRAPH_LIMIT:
        raise _TooLarge("lebih dari 100.000 alinea")
    for p in paragraph:
        yield Paragraph(p, document).text.replace("\n", " ").replace("\t", " ")


def _pdf(content: bytes) -> list[str]:
    with _PDFIUM:
        import pypdfium2

        with closing(pypdfium2.PdfDocument(content)) as document:
            if len(document) > _PAGE_LIMIT:
                raise _TooLarge("lebih dari 2.000 halaman")
            return _bounded(
                line for i in range(len(document)) for line in _page_lines(document, i)
            )


def _page_lines(document: "PdfDocument", i: int) -> list[str]:
    """Lines of one page; nothing of it stays open."""
    with closing(document[i]) as page, closing(page.get_textpage()) as part:
        text = part.get_text_range().replace("\ufffe", "-")
    return [" ".join(line.split()) for line in text.splitlines()]
