"""The naskah's HTML as a flat list of blocks for the writers that are not browsers.

Named tuples, since a long annex makes hundreds of thousands of them and they are the
quickest frozen data.

Vocabulary, and nothing else: `section` (class = page); `h1`…`h6` and `p` (class =
style, id = path of the datum), inside them `b`, `i`, `s`, `u`, `br` and one leading
`span.label`; `img` alone in a `p` (src = name of a picture, alt = what it shows; class
`lebar`: as wide as the text, `besar`: as on a cover); `table` (class `bergaris` or
`polos`, or `dwibahasa` for two texts side by side, and `utuh` to stay on one page; id
where all of it is one datum) with `colgroup`, `thead`, `tbody`, `tr` (id; class `lanjut`
keeps it with the next, `tinggi` lets it break), `td` and `th` (colspan, rowspan; `th` is
set midway in height; an empty `td` of class `sambung` goes on the cell above it) that
hold `p`.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element


class WrongVocabulary(Exception):
    """The HTML is not of the vocabulary; `str()` says what, in Indonesian."""


Track = Literal["", "sisip", "hapus"]
"""A tracked change: put in, or taken out."""


class Cut(NamedTuple):
    """A run of words of one look; the words "\\n" alone are a line break."""

    teks: str
    tebal: bool = False
    miring: bool = False
    struck: bool = False
    garis_bawah: bool = False
    lacak: Track = ""


class Paragraph(NamedTuple):
    """A paragraph: style, path of its datum, label ("(1)", "a.") and words; or a picture.

    `code` is its language where that is not Indonesian: "en-GB"; `label_before` the label
    that it had, where it bears another in tracked changes; `alt` what a picture shows, for
    those who do not see it.
    """

    gaya: str
    datum: str
    label: str
    isi: tuple[Cut, ...]
    picture: str = ""
    lacak: Track = ""
    width: bool = False
    large: bool = False
    code: str = ""
    label_before: str = ""
    alt: str = ""

    @property
    def teks(self) -> str:
        """Label and words on one line."""
        word = "".join(" " if p.teks == "\n" else p.teks for p in self.isi)
        return f"{self.label} {word}" if self.label else word


class Cell(NamedTuple):
    """A cell.

    `kolom` and `baris` are how many columns and rows it spans, `middle` sets it midway
    in height; one that is `joined` goes on the cell above it.
    """

    isi: tuple[Paragraph, ...]
    kolom: int = 1
    baris: int = 1
    middle: bool = False
    joined: bool = False


class TableLine(NamedTuple):
    """A row of a table.

    `kepala` rows are repeated on every page, `lanjut` rows stay with the next.
    """

    cell: tuple[Cell, ...]
    datum: str = ""
    kepala: bool = False
    lanjut: bool = False
    lacak: Track = ""


class Table(NamedTuple):
    """A table; widths of its columns in percent of the text width.

    `datum` is the path of what it tells as a whole; `beside` sets two texts side by
    side, whose rows are as long as their paragraphs.
    """

    width: tuple[float, ...]
    baris: tuple[TableLine, ...]
    ruled: bool
    utuh: bool
    datum: str = ""
    beside: bool = False


class Sheet(NamedTuple):
    """Blocks on one kind of page."""

    page: str
    block: tuple[Paragraph | Table, ...]


_LOOK = {
    "b": Cut("", tebal=True),
    "i": Cut("", miring=True),
    "s": Cut("", struck=True),
    "u": Cut("", garis_bawah=True),
}
_PARAGRAPH = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))


def read_blocks(content: str) -> tuple[Sheet, ...]:
    """Parse the naskah's XHTML.

    Raises:
        WrongVocabulary: not well-formed, or an element outside the vocabulary.
    """
    try:
        # Ours, and no DTD can stand inside an element.
        root = ElementTree.fromstring(f"<naskah>{content}</naskah>")  # noqa: S314
    except ElementTree.ParseError as cause:
        raise WrongVocabulary(f"HTML tidak tertutup rapi ({cause})") from None
    section = tuple(
        Sheet(s.get("class", ""), tuple(_blocks(s)))
        for s in _children(root, ("section",))
    )
    if not any(one.block for one in section):
        raise WrongVocabulary("templat tidak menghasilkan satu paragraf pun")
    return section


def paragraphs(items: tuple[Sheet, ...]) -> Iterator[Paragraph]:
    """Every paragraph in order, those in cells too."""
    for section in items:
        for block in section.block:
            if isinstance(block, Paragraph):
                yield block
            else:
                yield from (
                    p for line in block.baris for cell in line.cell for p in cell.isi
                )


def _children(
    element: Element, allowed: frozenset[str] | tuple[str, ...]
) -> Iterator[Element]:
    if element.text and element.text.strip():
        raise WrongVocabulary(
            f'teks "{element.text.strip()[:40]}" langsung di dalam <{element.tag}>'
        )
    for child in element:
        if child.tag not in allowed:
            raise WrongVocabulary(
                f"<{child.tag}> tidak boleh berada di dalam <{element.tag}>"
            )
        if child.tail and child.tail.strip():
            raise WrongVocabulary(
                f'teks "{child.tail.strip()[:40]}" langsung di dalam <{element.tag}>'
            )
        yield child


def _blocks(section: Element) -> Iterator[Paragraph | Table]:
    for child in _children(section, _PARAGRAPH | {"table"}):
        yield _table(child) if child.tag == "table" else _paragraph(child)


def _paragraph(element: Element) -> Paragraph:
    label = _label(element)
    picture = _picture(element)
    has_no_words_first = label is not None or picture is not None
    content = _content(element, element[0] if has_no_words_first else None)
    return Paragraph(
        element.get("class", ""),
        element.get("id", ""),
        "" if label is None else label,
        tuple(content),
        "" if picture is None else picture.get("src", ""),
        width=picture is not None and picture.get("class") == "lebar",
        large=picture is not None and picture.get("class") == "besar",
        code=element.get("lang", ""),
        alt="" if picture is None else picture.get("alt", ""),
    )


def _content(element: Element, before: Element | None) -> Iterator[Cut]:
    """The words of a paragraph, without the label or picture that stands before them."""
    if element.text:
        yield Cut(element.text)
    for child in element:
        if len(child):
            raise WrongVocabulary(f"elemen di dalam <{child.tag}>")
        if child is not before:
            yield _cut(element, child)
        if child.tail:
            yield Cut(child.tail)


def _label(element: Element) -> str | None:
    """The number before the words, where the first that stands in it is one."""
    if element.text or not len(element):
        return None
    first = element[0]
    is_label = first.tag == "span" and first.get("class") == "label"
    return (first.text or "").strip() if is_label else None


def _picture(element: Element) -> Element | None:
    """The picture of a paragraph that holds nothing else."""
    alone = len(element) == 1 and not element.text and element[0].tag == "img"
    return element[0] if alone else None


def _cut(element: Element, child: Element) -> Cut:
    if child.tag == "br":
        return Cut("\n")
    if child.tag in _LOOK:
        return _LOOK[child.tag]._replace(teks=child.text or "")
    raise WrongVocabulary(
        f"<{child.tag}> tidak boleh berada di sini di dalam <{element.tag}>"
    )


def _table(element: Element) -> Table:
    class_name = element.get("class", "").split()
    width, line = list[float](), list[TableLine]()
    for part in _children(element, ("colgroup", "thead", "tbody")):
        if part.tag == "colgroup":
            width = [
                _percent(column.get("style", ""))
                for column in _children(part, ("col",))
            ]
        else:
            head = part.tag == "thead"
            line += [
                TableLine(
                    tuple(_cell(cell) for cell in _children(tr, ("td", "th"))),
                    tr.get("id", ""),
                    head,
                    "lanjut" in tr.get("class", "").split(),
                )
                for tr in _children(part, ("tr",))
            ]
    if not width or any(
        sum(cell.kolom for cell in one.cell) > len(width) for one in line
    ):
        raise WrongVocabulary("tabel tanpa colgroup yang cukup untuk kolomnya")
    return Table(
        tuple(width),
        tuple(line),
        "bergaris" in class_name,
        "utuh" in class_name,
        element.get("id", ""),
        "dwibahasa" in class_name,
    )


def _percent(style: str) -> float:
    match = re.fullmatch(r"width:\s*(\d{1,3}(?:\.\d{1,6})?)%", style)
    if not match:
        raise WrongVocabulary(f'lebar kolom "{style}" bukan width:…%')
    return float(match[1])


def _span(element: Element, name: str) -> int:
    value = element.get(name, "1")
    if not re.fullmatch(r"[1-9]\d{0,2}", value):
        raise WrongVocabulary(f'{name} "{value}" bukan bilangan')
    return int(value)


def _cell(element: Element) -> Cell:
    content = tuple(_paragraph(p) for p in _children(element, _PARAGRAPH))
    column, line = _span(element, "colspan"), _span(element, "rowspan")
    joined = element.get("class") == "sambung"
    return Cell(content, column, line, element.tag == "th", joined)
