"""What was read of a file that is not ours, and what was not."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

BODY = "naskah"
"""The part that is no header, no note and no box."""
IS_SCAN = "berupa gambar atau pindaian, tanpa teks"
"""Why a page was not read that is only a picture."""


class Piece(NamedTuple):
    """Where a line of the file begins in a paragraph.

    Attributes:
        begin: its place in the paragraph's text, from 0.
        line: its number in the file, from 1.
        column: where its first letter stands in that line, from 1.
    """

    begin: int
    line: int
    column: int


class Cell(NamedTuple):
    """Which cell of a table a paragraph is in; all counted from 0.

    Attributes:
        table: the table, in the order of the file; one inside another counts for itself.
        row: its row.
        column: the first column that it covers.
        columns: how many it covers.
        is_covered: it goes on with the cell above.
    """

    table: int
    row: int
    column: int
    columns: int = 1
    is_covered: bool = False


class Look(NamedTuple):
    """What the file says of a paragraph beside its words.

    Attributes:
        raw: its words without the label, with tabs, and vertical tabs at line breaks.
        label: what a word processor counts before it: "(1)"; its text begins with that.
        style: name of its style.
        indent: points from the left edge of the text to where it begins; None: unknown.
        is_in_middle: it stands in the middle.
        names: bookmarks over words of it.
        cell: the cell it is in; None outside of tables.
        points: bookmarks in it that stand over nothing.
    """

    raw: str
    label: str = ""
    style: str = ""
    indent: float | None = None
    is_in_middle: bool = False
    names: tuple[str, ...] = ()
    cell: Cell | None = None
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """One paragraph, or one cell's, in the order of reading.

    Attributes:
        text: as it stands there, in one line.
        bagian: which part of the file it is of, in Indonesian: "naskah", "catatan kaki".
        page: its page from 1; None where the file does not say.
        pieces: the lines that were put into it, in order; empty where the file has none.
        look: what else the file says of it; None where it says nothing.
    """

    text: str
    bagian: str = BODY
    page: int | None = None
    pieces: tuple[Piece, ...] = ()
    look: Look | None = None


@dataclass(frozen=True)
class Unread:
    """A part that was not read.

    Attributes:
        bagian: which, in Indonesian: "halaman 3", "teks tersembunyi".
        alasan: why, in Indonesian.
        kata: how many words it has, as far as that is known.
        is_page: on paper it is a part of the text, and perhaps all of it.
    """

    bagian: str
    alasan: str
    kata: int = 0
    is_page: bool = False

    def data(self) -> dict[str, object]:
        """The row as plain data."""
        return {"bagian": self.bagian, "alasan": self.alasan, "kata": self.kata}


@dataclass(frozen=True)
class Mark:
    """What a reviewer left beside or in the text.

    Attributes:
        jenis: "sisipan" and "hapusan" are tracked changes; "komentar" stands beside the text.
        oleh: who, as the file says.
        teks: its words.
    """

    jenis: Literal["sisipan", "hapusan", "komentar"]
    oleh: str
    teks: str

    def data(self) -> dict[str, object]:
        """The row as plain data."""
        return {"jenis": self.jenis, "oleh": self.oleh, "teks": self.teks}


@dataclass(frozen=True)
class ForeignText:
    """What a person reads in a file, and what was left out.

    Attributes:
        paragraphs: all of them, the body first; empty ones too, so that they can be counted.
        unread: every part that was not read.
        pages: how many there are; None where the file does not say.
        marks: changes, which were read as if accepted, and comments, which were not read.
        remarks: how it was read, where that is not plain, in Indonesian.
    """

    paragraphs: tuple[Paragraph, ...]
    unread: tuple[Unread, ...] = ()
    pages: int | None = None
    marks: tuple[Mark, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def kata(self) -> int:
        """How many words were read."""
        return count_words(paragraph.text for paragraph in self.paragraphs)

    @property
    def written(self) -> list[Paragraph]:
        """Paragraphs in which something stands."""
        return [paragraph for paragraph in self.paragraphs if paragraph.text.strip()]

    @property
    def is_scan(self) -> bool:
        """Whether pages of it are only pictures."""
        return any(part.is_page and part.alasan == IS_SCAN for part in self.unread)

    @property
    def is_whole(self) -> bool:
        """Whether there was something to read, and no page without its text."""
        return bool(self.written) and not any(part.is_page for part in self.unread)


def count_words(texts: Iterable[str]) -> int:
    """How many words stand there, between spaces."""
    return sum(len(text.split()) for text in texts)
