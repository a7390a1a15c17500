"""Paragraphs of a foreign file in, a stream of items and tables out.

An item is a paragraph with its label split off; paragraphs in the cells of a table, or in
lines with tabs, are a grid.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from notakesepakatan.load.foreign.account import BODY, ForeignText, Look, Paragraph
from notakesepakatan.load.foreign.word import LINE_END
from notakesepakatan.load.grammar.labels import split_label
from notakesepakatan.model.pasal import HEADS
from notakesepakatan.place import CHILDREN, id_of_bookmark

_OWN = (
    *HEADS,
    "dasar_hukum",
    "jenis",
    "judul",
    "kalimat",
    "lampiran",
    "para_pihak",
    "pasal",
    "pertimbangan",
    "tanda_tangan",
)
"""What a bookmark of our own begins with."""
_BELOW_PASAL = (*CHILDREN, "isi", "penutup", "paragraf", "tabel", "baris")
_COPY = re.compile(r"_Copy_\d+$")
"""What LibreOffice adds to the name of a bookmark that is pasted."""
_SHORTENED = re.compile(r"-[0-9a-f]{8}$")
_UNSEEN = dict.fromkeys(
    [*range(0x200B, 0x2010), 0xAD, 0x2060, 0xFEFF, *range(9), *range(14, 32)]
) | {0xA0: " ", 0x202F: " ", 0x2007: " ", 0x2011: "-"}
PAGE_OF = re.compile(r"Halaman(?: \d+)? dari(?: \d+)?")
_DASHED = re.compile(r"[-–—]\s*\d{1,3}\s*[-–—]")
_PASAL = re.compile(r"pasal \d+\b", re.IGNORECASE)
_WORD_OF_AYAT = re.compile(
    r"\Aayat\s+(?=\(\d{1,2}\)(?:\s+(?-i:[A-Z])(?!asal\b)|$))", re.I
)
"""Before the number of an ayat, where it is no word of a sentence: "Ayat (1) Maksud …"."""
_FEWEST_PASAL = 2
_MOST_BESIDE = 3
"""Columns of two texts side by side, with one between them."""
_WIDE = re.compile(r"\t+| {3,}")


@dataclass(frozen=True)
class Item:
    """One paragraph.

    Attributes:
        number: its place among all paragraphs of the file, from 0.
        text: its words without the label.
        label: what stands before them: "(1)", "a.", "-"; or nothing.
        lines: the same words, the label with them, as lines break in it.
        cells: the same words as wide gaps part them.
        path: what a bookmark of our own says it is: ("pasal", "4", "ayat", "2").
        style: name of its style.
        indent: points to where it begins; None where that says nothing.
        is_in_middle: it stands in the middle.
        page: its page from 1; None where the file does not say.
        label_at: the number of the paragraph in which its label stands alone; None: its own.
    """

    number: int
    text: str
    label: str = ""
    lines: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    style: str = ""
    indent: float | None = None
    is_in_middle: bool = False
    page: int | None = None
    label_at: int | None = None

    @property
    def whole(self) -> str:
        """Its words with the label."""
        return f"{self.label} {self.text}".strip()

    @property
    def with_label_in_text(self) -> "Item":
        """The same whose label is a part of the words."""
        return replace(self, text=self.whole, label="")


@dataclass(frozen=True)
class GridCell:
    """A cell: what stands in it, the column it begins at and how many it covers."""

    items: tuple[Item, ...]
    column: int
    columns: int = 1
    is_covered: bool = False

    @property
    def text(self) -> str:
        """Its words as one line."""
        return " ".join(item.whole for item in self.items)


@dataclass(frozen=True)
class Grid:
    """A table, row by row."""

    rows: tuple[tuple[GridCell, ...], ...]
    again: tuple[Item, ...] = ()
    """Its head as it stands on further pages."""

    @property
    def items(self) -> tuple[Item, ...]:
        """All that stands in it, in the order of reading."""
        return tuple(item for row in self.rows for cell in row for item in cell.items)

    @property
    def width(self) -> int:
        """How many columns it has."""
        ends = (cell.column + cell.columns for row in self.rows for cell in row)
        return max(ends, default=0)


Block = Item | Grid


def stream(read: ForeignText) -> list[Block]:
    """The body of a file as items and grids; what is empty is left out."""
    numbered = [
        (i, paragraph)
        for i, paragraph in enumerate(_named_once(read.paragraphs))
        if paragraph.bagian == BODY and not is_page_number(paragraph.text.strip())
    ]
    says_indent = _says_indent([paragraph for _, paragraph in numbered])
    blocks = list[Block]()
    for table, group in groupby(numbered, _table_of):
        if table is None:
            lines = (_item(i, one, says_indent) for i, one in group)
            blocks += _outside(line for line in lines if line.whole)
        elif table == _TABBED:
            blocks.append(_tabbed(list(group)))
        else:
            _add_table(blocks, _grid(list(group)))
    return blocks


def _add_table(blocks: list[Block], grid: Grid) -> None:
    """A table; one that sets a text beside its translation gives that text."""
    if _holds_a_text(grid):
        blocks += _outside(_left_column(grid))
    elif grid.items:
        _add_grid(blocks, grid)


def _holds_a_text(grid: Grid) -> bool:
    """Whether a text with its pasal stands in the table, its translation beside it."""
    headings = [item for item in _left_column(grid) if _PASAL.match(item.whole)]
    return len(headings) >= _FEWEST_PASAL and grid.width <= _MOST_BESIDE


def _left_column(grid: Grid) -> Iterator[Item]:
    for row in grid.rows:
        yield from (item for cell in row if cell.column == 0 for item in cell.items)


def _add_grid(blocks: list[Block], grid: Grid) -> None:
    """One more table; where the last one goes on, its rows are that one's."""
    last = blocks[-1] if blocks else None
    if not isinstance(last, Grid) or last.width != grid.width:
        blocks.append(grid)
        return
    many = 0
    pairs = zip(last.rows, grid.rows, strict=False)
    for above, below in pairs:
        if [cell.text for cell in above] != [cell.text for cell in below]:
            break
        many += 1
    if many == 0 and not _is_on_next_page(last, grid):
        blocks.append(grid)
        return
    head = Grid(grid.rows[:many]).items
    blocks[-1] = Grid((*last.rows, *grid.rows[many:]), (*last.again, *head))


def _is_on_next_page(above: Grid, below: Grid) -> bool:
    """Whether a table begins on the page behind another's last row, without a head of its own.

    The head that is repeated there is read once, with the first page.
    """
    ends = [item.page for item in above.items[-1:]]
    begins = [item.page for item in below.items[:1]]
    pages = zip(ends, begins, strict=False)
    return any(end and begin and begin == end + 1 for end, begin in pages)


def is_page_number(text: str) -> bool:
    """Whether a paragraph is only the number of its page."""
    return bool(PAGE_OF.fullmatch(text) or _DASHED.fullmatch(text))


def holds_two_texts(read: ForeignText) -> bool:
    """Whether two texts stand beside each other in a table, of which one is read."""
    return any(True for _ in _grids_of_two_texts(read))


def pairs_beside(read: ForeignText) -> Iterator[tuple[Item, Item]]:
    """Each paragraph of the text that is read and the one beside it in the same row.

    Of a row that holds more of them on one side than on the other none.
    """
    for grid in _grids_of_two_texts(read):
        for row in grid.rows:
            left = [item for cell in row if cell.column == 0 for item in cell.items]
            right = [item for cell in row if cell.column > 0 for item in cell.items]
            if len(left) == len(right):
                yield from zip(left, right, strict=True)


def _grids_of_two_texts(read: ForeignText) -> Iterator[Grid]:
    groups = groupby(enumerate(read.paragraphs), _table_of)
    for table, group in groups:
        if table not in (None, _TABBED):
            grid = _grid(list(group))
            if _holds_a_text(grid):
                yield grid


def items_of(blocks: Sequence[Block]) -> Iterator[Item]:
    """All items, those of grids too."""
    for block in blocks:
        if isinstance(block, Item):
            yield block
        else:
            yield from block.items


_TABBED = -1


def _table_of(numbered: tuple[int, Paragraph]) -> int | None:
    _, paragraph = numbered
    look = paragraph.look
    if look is None:
        return None
    if look.cell is not None:
        return look.cell.table
    raw = look.raw.strip()
    first, tab, rest = raw.partition("\t")
    is_labelled = split_label(first) == (first, "") and "\t" not in rest.strip()
    is_row = bool(paragraph.pieces) and bool(tab) and not is_labelled
    return _TABBED if is_row else None


def _says_indent(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether paragraphs begin at different places, so that these say something."""
    looks = (paragraph.look for paragraph in paragraphs if paragraph.text.strip())
    return len({look.indent for look in looks if look and not look.cell}) > 1


def _item(number: int, paragraph: Paragraph, says_indent: bool) -> Item:
    look = paragraph.look
    whole = clean(paragraph.text)
    counted = clean(look.label) if look else ""
    label, text = split_label(_WORD_OF_AYAT.sub("", whole, count=1))
    if not label:
        text = whole
    if counted and whole.startswith(counted) and not label:
        label, text = _counted_label(counted, whole)
    if look is None:
        return Item(number, text, label, (whole,), (whole,), page=paragraph.page)
    raw = look.raw.translate(_UNSEEN)
    return Item(
        number,
        text,
        label,
        tuple(filter(None, map(clean, raw.split(LINE_END)))),
        tuple(filter(None, map(clean, _WIDE.split(raw)))),
        _own_path(look.names),
        look.style,
        look.indent if says_indent else None,
        look.is_in_middle,
        paragraph.page,
    )


def _counted_label(counted: str, whole: str) -> tuple[str, str]:
    """A label that Word counts and that is none of the usual ones: "Pasal 3", "1.2."."""
    rest = whole.removeprefix(counted).strip()
    parts = re.fullmatch(r"(?:\d+\.)+(\d+)\.?", counted)
    return (f"{parts[1]}.", rest) if parts else ("", whole)


def writes_ayat_out(text: str) -> bool:
    """Whether the word stands before the number of an ayat: "Ayat (1) Maksud …"."""
    return _WORD_OF_AYAT.match(clean(text)) is not None


def clean(text: str) -> str:
    """Words in one line, with nothing that cannot be seen."""
    return " ".join(text.translate(_UNSEEN).split())


def _named_once(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, each with one bookmark of our own at most, and that only once.

    A paragraph that was parted has its bookmark twice; one that was moved has it as a
    copy, and where it stood there is a bookmark over nothing.
    """
    looks = [paragraph.look for paragraph in paragraphs if paragraph.look]
    kept = {name for look in looks for name in look.names}
    seen = set[str]()
    for paragraph in paragraphs:
        look = paragraph.look
        if look is None:
            yield paragraph
            continue
        names = (name for name in _own_names(look, kept) if name not in seen)
        own = next((name for name in names if _own_path([name])), "")
        seen.add(own)
        yield replace(paragraph, look=look._replace(names=(own,) if own else ()))


def _own_names(look: Look, kept: Container[str]) -> Iterator[str]:
    """Names that may be ours: over words, as a copy of what is gone, or of the first days."""
    for name in look.names:
        source = _COPY.sub("", name)
        if name == source or source not in kept:
            yield source
    yield from (name for name in look.points if "." in name or "_" not in name)


def _own_path(names: Sequence[str]) -> tuple[str, ...]:
    """What the first of the bookmarks that is ours says.

    Files of the program's first days have the id itself as the name, with its dots.
    """
    for name in names:
        is_old = "." in name and not _SHORTENED.search(name)
        path = tuple((name if is_old else id_of_bookmark(name)).split("."))
        if path[0] in _OWN and _is_of_ours(path):
            return path
    return ()


def _is_of_ours(path: tuple[str, ...]) -> bool:
    """Whether a pasal is followed by its number and what a pasal has below it.

    Others name their bookmarks "pasal_1_maksud".
    """
    if path[0] != "pasal":
        return True
    is_numbered = path[1:] == () or path[1][:1].isdigit()
    below = path[2:3]
    return is_numbered and (below == () or below[0] in _BELOW_PASAL)


def _outside(items: Iterator[Item]) -> Iterator[Item]:
    """Items outside of tables; a label that stands alone goes to the words below it."""
    waiting: Item | None = None
    for item in items:
        if waiting is not None and not item.label:
            label, indent = waiting.label, waiting.indent
            yield replace(item, label=label, indent=indent, label_at=waiting.number)
            waiting = None
            continue
        if waiting is not None:
            yield waiting
            waiting = None
        if item.label and not item.text:
            waiting = item
        else:
            yield item
    if waiting is not None:
        yield waiting


def _tabbed(numbered: Sequence[tuple[int, Paragraph]]) -> Grid:
    """Lines of a text file with tabs between their cells."""
    return Grid(tuple(_tabbed_row(i, one) for i, one in numbered))


def _tabbed_row(number: int, paragraph: Paragraph) -> tuple[GridCell, ...]:
    raw = paragraph.look.raw if paragraph.look else paragraph.text
    whole = _item(number, paragraph, False)
    cells = list[GridCell]()
    for column, text in enumerate(map(clean, raw.split("\t"))):
        item = replace(whole, text=text, label="", lines=(text,), cells=(text,))
        cells.append(GridCell((item,) if text else (), column))
    return tuple(cells)


def _grid(numbered: Sequence[tuple[int, Paragraph]]) -> Grid:
    rows = list[tuple[GridCell, ...]]()
    for _, row in groupby(numbered, _row_of):
        cells = list[GridCell]()
        for (column, columns, is_covered), group in groupby(row, _place_of):
            items = tuple(
                item for i, one in group if (item := _item(i, one, False)).whole
            )
            cells.append(GridCell(items, column, columns, is_covered))
        rows.append(tuple(cells))
    return Grid(tuple(rows))


def _row_of(numbered: tuple[int, Paragraph]) -> int:
    look = numbered[1].look
    return look.cell.row if look and look.cell else 0


def _place_of(numbered: tuple[int, Paragraph]) -> tuple[int, int, bool]:
    look = numbered[1].look
    cell = look.cell if look else None
    return (cell.column, cell.columns, cell.is_covered) if cell else (0, 1, False)
