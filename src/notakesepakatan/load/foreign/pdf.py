"""A PDF in, its paragraphs out: lines put together, form values read, what is no text told."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from ctypes import byref, c_double, create_string_buffer
from dataclasses import dataclass
from itertools import islice
from threading import Lock
from typing import Any

from notakesepakatan.load.foreign.account import (
    IS_SCAN,
    Cell,
    ForeignText,
    Paragraph,
    Unread,
)
from notakesepakatan.load.foreign.bounds import Refused, bounded
from notakesepakatan.load.foreign.lines import Gap, Line, Page, join_lines
from notakesepakatan.load.foreign.rulings import Box, Ruled, tables_of
from notakesepakatan.load.foreign.trial import check_bearable

_PAGE_LIMIT = 2_000
_LETTER_LIMIT = 3_000_000
"""Characters of all pages, spaces and what stands over the edge too."""
_PDFIUM = Lock()
"""PDFium is not made for threads: one at a time from opening to closing."""
_STRANGE_SHARE = 0.2
"""More of a page's letters than this without a meaning: its font says nothing of them."""
_CUT_MARKS = "\ufffe\x02"
"""What PDFium gives for a hyphen at the end of a line."""
_GAP_WIDTH = 12.0
"""Points; what parts two columns, and no word space of justified text."""
_PATH_LIMIT = 20_000
_FORM = "isian formulir"


def read_pdf(
    content: bytes, is_known_word: Callable[[str], bool] | None = None
) -> ForeignText:
    """The paragraphs of a PDF.

    Args:
        content: its bytes.
        is_known_word: whether a word is one of Indonesian, for words cut at line ends;
            None where no dictionary is at hand.

    Raises:
        Refused: it is damaged or locked, or too much.
    """
    check_bearable(content)
    return read_document(content, is_known_word)


def read_document(
    content: bytes, is_known_word: Callable[[str], bool] | None
) -> ForeignText:
    """The same, whatever it asks of this machine."""
    with _PDFIUM:
        import pypdfium2

        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as cause:
            raise _refusal(str(cause)) from None
        with closing(document):
            return _read(document, is_known_word)


def _refusal(cause: str) -> Refused:
    if "password" in cause.lower():
        return Refused(
            "terkunci dengan kata sandi; buka kuncinya, simpan, lalu coba lagi"
        )
    return Refused("berkas rusak atau bukan pdf; minta berkasnya sekali lagi")


def _read(document: Any, is_known_word: Callable[[str], bool] | None) -> ForeignText:
    from pypdfium2 import raw

    count = len(document)
    if count > _PAGE_LIMIT:
        raise Refused("lebih dari 2.000 halaman")
    unread = list[Unread]()
    if document.get_formtype() in (raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND):
        alasan = "dibuat untuk Acrobat saja (XFA); cetak ke PDF biasa lebih dahulu"
        unread.append(Unread("formulir", alasan, is_page=True))
    document.init_forms()
    pages = list[Page]()
    values = list[Paragraph]()
    letters = 0
    for number in range(1, count + 1):
        with closing(document[number - 1]) as page:
            read = _read_page(page, number)
            letters += sum(len(line.text) for line in read.page.lines)
            if letters > _LETTER_LIMIT:
                raise Refused("teksnya lebih dari tiga juta karakter")
            pages.append(read.page)
            unread += read.unread
            values += _form_values(document, page, number)
    paragraphs = [*join_lines(pages, is_known_word), *values]
    return ForeignText(tuple(bounded(paragraphs)), tuple(unread), count)


@dataclass(frozen=True)
class _ReadPage:
    page: Page
    unread: tuple[Unread, ...] = ()


def _read_page(page: Any, number: int) -> _ReadPage:
    width, height = page.get_size()
    tables = tables_of(_drawn(page))
    with closing(page.get_textpage()) as written:
        lines = tuple(_lines(written, tables))
    read = Page(number, width, height, lines)
    reason = _why_unread(page, lines)
    if not reason:
        return _ReadPage(read)
    if not lines:
        return _ReadPage(read, (Unread(f"halaman {number}", reason, is_page=True),))
    words = sum(len(line.text.split()) for line in lines)
    unread = Unread(f"halaman {number}", reason, words, is_page=True)
    return _ReadPage(Page(number, width, height, ()), (unread,))


def _drawn(page: Any) -> list[Box]:
    """The edges of everything drawn on a page."""
    from pypdfium2 import raw

    paths = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3)
    return [Box(*one.get_bounds()) for one in islice(paths, _PATH_LIMIT)]


def _why_unread(page: Any, lines: tuple[Line, ...]) -> str:
    """Why a page has no text of its own, or none that can be read; empty where it has."""
    text = "".join(line.text for line in lines)
    if not text.strip():
        is_empty = next(iter(page.get_objects(max_depth=1)), None) is None
        return "" if is_empty else IS_SCAN
    strange = sum(_is_strange(letter) for letter in text)
    if strange > len(text) * _STRANGE_SHARE:
        return "hurufnya tersimpan tanpa arti, sehingga tidak dapat dibaca"
    return ""


def _is_strange(letter: str) -> bool:
    number = ord(letter)
    return number < 0x20 or letter == "\ufffd" or 0xE000 <= number <= 0xF8FF


@dataclass(frozen=True)
class _Letter:
    """One letter and the edges of what it prints, in points; none of a space."""

    text: str
    edges: tuple[float, float, float, float] | None = None


def _lines(written: Any, tables: Sequence[Ruled]) -> Iterator[Line]:
    """Lines as they lie in the file, each with where it stands on the page.

    In a table what is in one cell is a line of its own.
    """
    letters = list[_Letter]()
    here: Cell | None = None
    for letter in _letters(written):
        cell = _cell_of(letter, tables) if letter.edges else here
        if letter.text in "\r\n" or cell != here or _is_below(letter, letters):
            yield from _line(letters, here)
            letters = []
        here = cell
        if letter.text not in "\r\n":
            letters.append(letter)
    yield from _line(letters, here)


def _is_below(letter: _Letter, before: Sequence[_Letter]) -> bool:
    """Whether a letter stands wholly below the last: a word was cut, and no line ended."""
    last = before[-1].edges if before else None
    if letter.edges is None or last is None:
        return False
    _, _, bottom, _ = last
    _, _, _, top = letter.edges
    return before[-1].text == "-" and top < bottom


def _cell_of(letter: _Letter, tables: Sequence[Ruled]) -> Cell | None:
    if letter.edges is None:
        return None
    left, right, bottom, top = letter.edges
    x, y = (left + right) / 2, (bottom + top) / 2
    cells = (table.cell_at(x, y, i) for i, table in enumerate(tables))
    return next(filter(None, cells), None)


def _letters(written: Any) -> Iterator[_Letter]:
    from pypdfium2 import raw

    handle = written.raw
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    box = (byref(left), byref(right), byref(bottom), byref(top))
    for i in range(written.count_chars()):
        text = chr(raw.FPDFText_GetUnicode(handle, i))
        if text in _CUT_MARKS:
            text = "-"
        if text.strip() and raw.FPDFText_GetCharBox(handle, i, *box):
            yield _Letter(text, (left.value, right.value, bottom.value, top.value))
        elif text != "\0":
            yield _Letter(text)


def _line(letters: list[_Letter], cell: Cell | None) -> Iterator[Line]:
    """The letters as one line, spaces in a row as one."""
    text = ""
    gaps = list[Gap]()
    boxes = list[tuple[float, float, float, float]]()
    is_after_space = False
    for letter in letters:
        if letter.edges is None:
            is_after_space = bool(text)
            continue
        if is_after_space:
            text += " "
            is_after_space = False
        if boxes and letter.edges[0] - boxes[-1][1] > _GAP_WIDTH:
            gaps.append(Gap(len(text), boxes[-1][1], letter.edges[0]))
        text += letter.text
        boxes.append(letter.edges)
    if boxes:
        lefts, rights, bottoms, tops = zip(*boxes, strict=True)
        edges = min(lefts), max(rights), min(bottoms), max(tops)
        yield Line(text, *edges, tuple(gaps), cell=cell)


def _form_values(document: Any, page: Any, number: int) -> Iterator[Paragraph]:
    """What stands in the fields of a form, whether the page shows it or not."""
    from pypdfium2 import raw

    if document.formenv is None:
        return
    form = document.formenv.raw
    for i in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        note = raw.FPDFPage_GetAnnot(page.raw, i)
        try:
            kind = raw.FPDFAnnot_GetFormFieldType(form, note)
            if kind in (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX):
                value = _field_value(form, note)
                if value.strip():
                    yield Paragraph(" ".join(value.split()), _FORM, number)
        finally:
            raw.FPDFPage_CloseAnnot(note)


def _field_value(form: Any, note: Any) -> str:
    from pypdfium2 import raw

    size = raw.FPDFAnnot_GetFormFieldValue(form, note, None, 0)
    buffer = create_string_buffer(size)
    place = (raw.FPDF_WCHAR * (size // 2)).from_buffer(buffer)
    raw.FPDFAnnot_GetFormFieldValue(form, note, place, size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
