"""A Word file in, what a person would read on its pages after accepting all changes out.

By the local names of WordprocessingML (ECMA-376 part 1, chapter 17), so that strict files
are read like all others.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from notakesepakatan.load.foreign.account import (
    BODY,
    Cell,
    ForeignText,
    Look,
    Mark,
    Paragraph,
    Unread,
    count_words,
)
from notakesepakatan.load.foreign.bounds import Refused, bounded
from notakesepakatan.load.foreign.looks import Looks, bookmarks_in, read_looks
from notakesepakatan.load.foreign.numbering import Numbering, read_numbering
from notakesepakatan.load.foreign.package import (
    Element,
    Package,
    attribute,
    child,
    has_more_than,
    local_name,
    open_package,
)

_PARAGRAPH_LIMIT = 100_000
_PIECE_LIMIT = 300_000
"""Paragraphs, runs and what stands in runs."""
_PIECES = ("p", "r", "hyperlink", "t", "br", "cr", "tab", "ptab", "noBreakHyphen")
_STORIES = {
    "header": "kepala halaman",
    "footer": "kaki halaman",
    "footnotes": "catatan kaki",
    "endnotes": "catatan akhir",
}
"""What is read besides the body, by its kind."""
LINE_END = "\v"
"""Stands in `Look.raw` for the end of a line inside a paragraph."""
_AS_TEXT = {
    "tab": "\t",
    "ptab": "\t",
    "br": LINE_END,
    "cr": LINE_END,
    "noBreakHyphen": "-",
}
_AS_SPACE = str.maketrans("\t\n\v", "   ")
_NO_TEXT = ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "tcPr", "sectPr")
_NOT_ON_PAPER = ("instrText", "delText", "delInstrText")
_PAGE_NUMBERS = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_REMOVED = ("del", "moveFrom")
_ADDED = ("ins", "moveTo")
_WORD = re.compile(r"[A-Za-z]{3,} ")
_OFF = ("0", "false", "off")


def read_word(content: bytes) -> ForeignText:
    """What a person reads in a Word file.

    Raises:
        Refused: it is damaged or none, or it would unfold to too much.
    """
    package = open_package(content)
    _check_size(package)
    found = _Found()
    try:
        paragraphs = tuple(bounded(_read_stories(package, found)))
    except RecursionError:
        raise Refused("susunannya terlalu dalam untuk dibaca") from None
    unread = (*_left_out(found), *_unread_parts(package))
    marks = (*found.marks, *_comments(package))
    comments = [mark for mark in marks if mark.jenis == "komentar"]
    if comments:
        words = count_words(mark.teks for mark in comments)
        alasan = "berada di tepi naskah, bukan isi naskah"
        unread += (Unread(f"komentar ({len(comments)})", alasan, words),)
    return ForeignText(paragraphs, unread, marks=marks)


def _check_size(package: Package) -> None:
    body = package.body
    named = (one for one in body.iter() if local_name(one) in _PIECES)
    if has_more_than(_PIECE_LIMIT, named):
        raise Refused("lebih dari 300.000 potongan teks")
    paragraphs = (one for one in body.iter() if local_name(one) == "p")
    if has_more_than(_PARAGRAPH_LIMIT, paragraphs):
        raise Refused("lebih dari 100.000 alinea")


@dataclass
class _Found:
    """What is met on the way and is no text of the page."""

    marks: list[Mark] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    blanks: list[str] = field(default_factory=list)


def _read_stories(package: Package, found: _Found) -> Iterator[Paragraph]:
    """The body, then headers, footers and notes, each text once."""
    looks = read_looks(package)
    body = _Story(BODY, found, read_numbering(package), looks)
    yield from body.read(package.body)
    read = set[tuple[str, ...]]()
    for kind, name in package.related(*_STORIES):
        bagian = _STORIES[kind]
        story = _Story(bagian, found, read_numbering(package), looks)
        paragraphs = list(story.read(package.tree(name)))
        texts = tuple(one.text for one in paragraphs if one.text.strip())
        if texts not in read:
            read.add(texts)
            yield from (one for one in paragraphs if one.text.strip())


class _Story:
    """One part of the file as it is walked: what is open in it, and what waits."""

    def __init__(
        self, bagian: str, found: _Found, numbering: Numbering, looks: Looks
    ) -> None:
        self._part = bagian
        self._found = found
        self._numbering = numbering
        self._looks = looks
        self._tables = 0
        """How many have begun."""
        self._cell: Cell | None = None
        """The cell that is walked."""
        self._fields = list[bool]()
        """Of each field that is open, whether its result has begun."""
        self._instructions = list[str]()
        """What each of them computes."""
        self._boxes = list[Element]()
        """Text boxes of the paragraph at hand; they are read after it."""
        self._carried = ""
        """Text of paragraphs whose mark was deleted: they go on in the next."""

    def read(self, root: Element) -> Iterator[Paragraph]:
        """Every paragraph below an element."""
        yield from self._blocks(root)
        if self._carried:
            yield Paragraph(self._carried, self._part)

    def _blocks(self, element: Element) -> Iterator[Paragraph]:
        for one in element:
            name = local_name(one)
            if name == "p":
                yield from self._paragraph(one)
            elif name == "tr" and child(one, "trPr", "del") is not None:
                self._mark("hapusan", child(one, "trPr", "del"), _all_text(one))
            elif name in _REMOVED:
                self._mark("hapusan", one, _all_text(one))
            elif name == "AlternateContent":
                yield from self._blocks(_alternative(one))
            elif name == "tbl":
                yield from self._table(one)
            elif name == "tr":
                yield from self._row(one)
            elif name not in _NO_TEXT:
                yield from self._blocks(one)

    def _table(self, element: Element) -> Iterator[Paragraph]:
        outer = self._cell
        self._cell = Cell(self._tables, -1, 0)
        self._tables += 1
        yield from self._blocks(element)
        self._cell = outer

    def _row(self, element: Element) -> Iterator[Paragraph]:
        """The paragraphs of a row, cell by cell."""
        last = self._cell or Cell(self._tables, -1, 0)
        row = last._replace(row=last.row + 1, column=0, columns=0)
        self._cell = row
        for one in element:
            if local_name(one) == "tc":
                self._cell = _next_cell(self._cell, one)
                here = self._cell
                yield from self._blocks(one)
                self._cell = here
            elif local_name(one) not in _NO_TEXT:
                yield from self._blocks((one,))

    def _paragraph(self, element: Element) -> Iterator[Paragraph]:
        label = "" if self._carried else self._numbering.label(element)
        raw = "".join(self._inside(element)).replace("\n", " ")
        text = raw.translate(_AS_SPACE)
        if label and (text.strip() or _is_in_words(label)):
            text = f"{label} {text.lstrip()}".rstrip()
        boxes, self._boxes = self._boxes, []
        mark = child(element, "pPr", "rPr")
        if mark is not None and any(local_name(one) in _REMOVED for one in mark):
            self._carried += text
        else:
            look = self._look(element, raw, label)
            yield Paragraph(self._carried + text, self._part, look=look)
            self._carried = ""
        for box in boxes:
            story = _Story(self._part, self._found, self._numbering, self._looks)
            yield from story.read(box)

    def _look(self, element: Element, raw: str, label: str) -> Look:
        named = bookmarks_in(element)
        return Look(
            self._carried + raw,
            label,
            self._looks.style(element),
            self._looks.indent(element, self._numbering),
            self._looks.is_in_middle(element, self._numbering),
            named.over_words,
            self._cell,
            named.points,
        )

    def _inside(self, element: Element) -> Iterator[str]:
        """The text of what stands in a paragraph, piece by piece."""
        for one in element:
            name = local_name(one)
            if name == "r":
                yield from self._run(one)
            elif name in _REMOVED:
                self._mark("hapusan", one, _all_text(one))
            elif name in _ADDED:
                yield from self._added(one)
            elif name == "txbxContent":
                self._boxes.append(one)
            elif name == "AlternateContent":
                yield from self._inside(_alternative(one))
            elif _is_placeholder(one):
                self._found.blanks.append(_all_text(one))
            elif _holds_text(one):
                yield from self._inside(one)

    def _added(self, element: Element) -> Iterator[str]:
        """What a reviewer put in, read as if accepted."""
        pieces = list(self._inside(element))
        self._mark("sisipan", element, "".join(pieces).translate(_AS_SPACE))
        yield from pieces

    def _run(self, element: Element) -> Iterator[str]:
        if _is_hidden(element):
            self._found.hidden.append(_all_text(element))
            return
        for one in element:
            name = local_name(one)
            if name == "fldChar":
                yield from self._field(one)
            elif name == "instrText" and self._instructions:
                self._instructions[-1] += one.text or ""
            elif name not in _NOT_ON_PAPER and all(self._fields):
                yield from self._printed(one)

    def _printed(self, element: Element) -> Iterator[str]:
        """The text of a piece of a run that is on paper."""
        name = local_name(element)
        if name == "t":
            yield element.text or ""
        elif name == "sym":
            yield _symbol(element)
        elif name in _AS_TEXT:
            yield _AS_TEXT[name]
        elif name not in _NO_TEXT:
            yield from self._inside((element,))

    def _field(self, element: Element) -> Iterator[str]:
        """Of a field only the result is on paper, not what computes it."""
        step = attribute(element, "fldCharType")
        if step == "begin":
            if all(self._fields):
                yield _chosen(element)
            self._fields.append(False)
            self._instructions.append("")
        elif self._fields and step == "separate":
            self._fields[-1] = not _is_page_number(self._instructions[-1])
        elif self._fields and step == "end":
            self._fields.pop()
            self._instructions.pop()

    def _mark(
        self, jenis: Literal["sisipan", "hapusan"], element: Element, teks: str
    ) -> None:
        if teks.strip():
            self._found.marks.append(Mark(jenis, attribute(element, "author"), teks))


def _is_in_words(label: str) -> bool:
    """Whether a label says something where no text follows it: "Pasal 3", "BAB II"."""
    return _WORD.match(label) is not None


def _is_page_number(instruction: str) -> bool:
    """Whether a field gives the number of a page, which is no word of the text."""
    return instruction.strip().upper().split(" ", 1)[0] in _PAGE_NUMBERS


def _is_placeholder(element: Element) -> bool:
    """Whether it is a field to fill in that only shows how."""
    is_control = local_name(element) == "sdt"
    return is_control and child(element, "sdtPr", "showingPlcHdr") is not None


def _holds_text(element: Element) -> bool:
    """Whether what stands in it are words of the text."""
    name = local_name(element)
    if name == "fldSimple":
        return not _is_page_number(attribute(element, "instr"))
    return name not in _NO_TEXT


def _next_cell(before: Cell, element: Element) -> Cell:
    """The cell right of one, with what the file says of it."""
    spanned = child(element, "tcPr", "gridSpan")
    number = attribute(spanned, "val") if spanned is not None else ""
    merged = child(element, "tcPr", "vMerge")
    is_covered = merged is not None and attribute(merged, "val") != "restart"
    return before._replace(
        column=before.column + before.columns,
        columns=int(number) if number.isdecimal() and len(number) < 3 else 1,
        is_covered=is_covered,
    )


def _alternative(element: Element) -> Element:
    """Of two ways to store the same thing the first: what is in both is read once."""
    for name in ("Choice", "Fallback"):
        chosen = child(element, name)
        if chosen is not None:
            return chosen
    return ()


def _is_hidden(run: Element) -> bool:
    vanish = child(run, "rPr", "vanish")
    return vanish is not None and attribute(vanish, "val") not in _OFF


def _symbol(element: Element) -> str:
    """A letter of a symbol font; what has no meaning outside of it reads as a bullet."""
    try:
        number = int(attribute(element, "char"), 16)
    except ValueError:
        return ""
    return "•" if 0xE000 <= number <= 0xF8FF or number < 0x20 else chr(number)


def _chosen(field_begin: Element) -> str:
    """What is chosen in a list to choose from, which has no text of its own."""
    choices = child(field_begin, "ffData", "ddList")
    if choices is None:
        return ""
    entries = [
        attribute(one, "val") for one in choices if local_name(one) == "listEntry"
    ]
    chosen = child(choices, "result")
    if chosen is None:
        chosen = child(choices, "default")
    number = attribute(chosen, "val") if chosen is not None else "0"
    known = number.isdecimal() and int(number) < len(entries)
    return entries[int(number)] if known else ""


def _all_text(element: Element) -> str:
    """Every text below an element, deleted text too."""
    texts = (
        one.text or "" for one in element.iter() if local_name(one) in ("t", "delText")
    )
    return "".join(texts)


def _comments(package: Package) -> Iterator[Mark]:
    for _, name in package.related("comments"):
        for one in package.tree(name):
            if local_name(one) == "comment":
                yield Mark("komentar", attribute(one, "author"), _all_text(one))


def _left_out(found: _Found) -> Iterator[Unread]:
    removed = [mark.teks for mark in found.marks if mark.jenis == "hapusan"]
    if removed:
        alasan = "dihapus dengan pelacakan perubahan; dibaca seolah diterima"
        yield Unread(f"teks terhapus ({len(removed)})", alasan, count_words(removed))
    hidden = [text for text in found.hidden if text.strip()]
    if hidden:
        alasan = "disembunyikan, sehingga tidak tercetak"
        yield Unread("teks tersembunyi", alasan, count_words(hidden))
    if found.blanks:
        alasan = "belum diisi; yang tampak hanya petunjuk mengisinya"
        yield Unread(
            f"isian kosong ({len(found.blanks)})", alasan, count_words(found.blanks)
        )


def _unread_parts(package: Package) -> Iterator[Unread]:
    """What stands on the pages and is no text of the file."""
    yield from _drawn(package)
    yield from _other_files(package)
    objects = sum(1 for _ in package.related("oleObject", "package"))
    if objects:
        alasan = "dibuat dengan program lain; lihat pada halamannya"
        yield Unread(f"objek tertanam ({objects})", alasan)
    pictures = sum(
        local_name(one) in ("blip", "imagedata") for one in package.body.iter()
    )
    if pictures:
        alasan = "tulisan di dalam gambar tidak dibaca"
        yield Unread(f"gambar ({pictures})", alasan)


def _drawn(package: Package) -> Iterator[Unread]:
    """Diagrams and charts, with the words in them."""
    for kind, bagian in (("diagramData", "diagram"), ("chart", "grafik")):
        for _, name in package.related(kind):
            words = count_words(
                one.text or "" for one in package.tree(name).iter() if _is_words(one)
            )
            yield Unread(bagian, "isinya bukan alinea; lihat pada halamannya", words)


def _other_files(package: Package) -> Iterator[Unread]:
    """Documents that Word sets into this one when it opens it."""
    for kind, _ in package.related("aFChunk", "subDocument"):
        is_chunk = kind == "aFChunk"
        bagian = "dokumen sisipan" if is_chunk else "dokumen bawahan"
        alasan = "disimpan sebagai berkas lain; buka dengan Word dan simpan kembali"
        yield Unread(bagian, alasan, is_page=True)


def _is_words(element: Element) -> bool:
    return local_name(element) in ("t", "v")
