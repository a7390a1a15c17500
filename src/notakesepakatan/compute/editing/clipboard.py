"""What the clipboard holds of a table in, its cells out: as text of a spreadsheet, or as HTML.

A cell that another covers is `COVERED` to its right and says the same below: cells merged
downward mean the same for each of their rows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

Rows = list[list[str]]
COVERED = "\0"
"""What stands where the cell to the left reaches over; no text holds it."""
LONGEST_CELL = 131_072
_MOST_CELLS = 60_000
_MOST_ACROSS = 200
_MOST_DOWN = 5_000
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=\t|\r\n|\n|\r|$)')
_PLAIN = re.compile(r"[^\t\r\n]*")
_LINE_END = re.compile(r"\r\n|\n|\r")
_WHITE = re.compile(r"[ \t\r\n\xa0]+")
_BREAKS = ("br", "p", "div", "li")
_CELLS = ("td", "th")
_UNSEEN = ("style", "script", "title")


@dataclass(frozen=True)
class Pasted:
    """What the clipboard held: words with tabs between the cells, and HTML where any."""

    text: str
    html: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether it is words alone, which do not tell of merged cells."""
        return "<t" not in self.html

    def rows(self) -> Rows:
        """Its cells: of the HTML where a table is there, since that knows merged cells.

        Raises:
            ValueError: there are too many, or one is too long.
        """
        found = [] if self.is_plain else read_html_cells(self.html)
        return found or read_cells(self.text)


def read_cells(text: str) -> Rows:
    """Cells as spreadsheets put them on the clipboard, rows without words left out.

    There are tabs between them and a line a row. A cell stands in quotes only where it
    holds a line end, a tab or doubled quotes; a quote at the head of other words is one.

    Raises:
        ValueError: a cell is too long.
    """
    rows: Rows = [[]]
    place = 0
    while place <= len(text):
        words, place = _cell_at(text, place)
        if len(words) > LONGEST_CELL:
            raise ValueError(f"field larger than {LONGEST_CELL} characters")
        rows[-1].append(words)
        if text[place : place + 1] == "\t":
            place += 1
            continue
        line_end = _LINE_END.match(text, place)
        if line_end is None:
            break
        place = line_end.end()
        rows.append([])
    return [row for row in rows if any(map(str.strip, row))]


def _cell_at(text: str, place: int) -> tuple[str, int]:
    """A cell that begins at a place, and where it ends."""
    quoted = _QUOTED.match(text, place)
    if quoted and re.search(r'[\t\r\n]|""', quoted[1]):
        return quoted[1].replace('""', '"'), quoted.end()
    plain = _PLAIN.match(text, place)
    return (plain[0], plain.end()) if plain else ("", place)


def read_html_cells(html: str) -> Rows:
    """Cells of the tables of a page, as Word, Excel and browsers put them on the clipboard.

    Raises:
        ValueError: there are too many, or one is too long.
    """
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    rows = list(_laid_out(reader.rows))
    return [row for row in rows if any(cell.strip(" \0\n") for cell in row)]


@dataclass
class _HtmlCell:
    """A cell as it is read: its words, and how far it reaches."""

    across: int
    down: int
    parts: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Its words, a paragraph a line."""
        lines = "".join(self.parts).split("\n")
        clean = (_WHITE.sub(" ", line).strip() for line in lines)
        return "\n".join(line for line in clean if line)


class _TableReader(HTMLParser):
    """Rows of cells; what stands in no cell is passed over."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[_HtmlCell]] = []
        self._open: _HtmlCell | None = None
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A row, a cell, a line, or what nobody sees begins."""
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "tr":
            self.rows.append([])
        elif tag in _CELLS:
            said = dict(attrs)
            across = _reach(said.get("colspan"), _MOST_ACROSS)
            self._open = _HtmlCell(across, _reach(said.get("rowspan"), _MOST_DOWN))
            if not self.rows:
                self.rows.append([])
            self.rows[-1].append(self._open)
        elif tag in _BREAKS and self._open:
            self._open.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """The same ends."""
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag in (*_CELLS, "tr", "table"):
            self._open = None
        elif tag in _BREAKS and self._open:
            self._open.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Words of the cell that is open."""
        if self._open and not self._unseen:
            self._open.parts.append(_WHITE.sub(" ", data))


def _reach(said: str | None, most: int) -> int:
    """Over how many columns or rows a cell reaches."""
    many = int(said) if said and said.isdecimal() and len(said) < 6 else 1
    return min(max(many, 1), most)


def _laid_out(rows: list[list[_HtmlCell]]) -> Iterator[list[str]]:
    """The rows as wide as they look, cells that reach down said again in each row."""
    reaching = dict[int, tuple[str, int]]()
    count = 0
    for row in rows:
        line = dict[int, str]()
        left = dict[int, tuple[str, int]]()
        for column, (words, rest) in reaching.items():
            line[column] = words
            if rest > 1:
                left[column] = (words, rest - 1)
        column = 0
        for cell in row:
            while column in line:
                column += 1
            for offset in range(cell.across):
                words = COVERED if offset else _bounded(cell.words)
                line[column + offset] = words
                if cell.down > 1:
                    left[column + offset] = (words, cell.down - 1)
            column += cell.across
        reaching = left
        count += len(line)
        if count > _MOST_CELLS:
            raise ValueError("too many cells")
        yield [line.get(each, "") for each in range(max(line, default=-1) + 1)]


def _bounded(words: str) -> str:
    if len(words) > LONGEST_CELL:
        raise ValueError(f"field larger than {LONGEST_CELL} characters")
    return words
