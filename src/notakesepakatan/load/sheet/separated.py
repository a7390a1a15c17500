"""Text with separators in (`.csv`, whatever separates), one sheet out."""

import csv
from collections.abc import Iterator
from io import StringIO

from notakesepakatan.compute.intake.sheet import Book, Cell, Sheet
from notakesepakatan.load.sheet.bounds import CELL_LENGTH, COLUMN_LIMIT, ROW_LIMIT

_SEPARATORS = (";", "\t", ",", "|")
_LOOKED_AT = 40
"""Rows that tell which separator it is."""


def read_separated(name: str, content: bytes) -> Book:
    """The one sheet of a text.

    Raises:
        ValueError: it is no text.
    """
    text = decoded(content)
    rows = list(_rows(text, separator_of(text)))
    unread: tuple[str, ...] = ()
    if len(rows) > ROW_LIMIT:
        unread = (f"baris setelah baris ke-{ROW_LIMIT}",)
    return Book(name, (Sheet("", rows[:ROW_LIMIT]),), unread)


def decoded(content: bytes) -> str:
    """The text of bytes, by their mark, as UTF-8, or as old Windows wrote it.

    Raises:
        ValueError: it is no text.
    """
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if b"\0" in content:
        raise ValueError
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def separator_of(text: str) -> str:
    """What separates the columns: what gives most rows the same number of them."""
    first = text.partition("\n")[0]
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[4]
    return max(_SEPARATORS, key=lambda separator: _evenness(text, separator))


def _evenness(text: str, separator: str) -> tuple[int, int]:
    """How many rows have the commonest number of columns, and that number; (0, 0) for one."""
    widths = list[int]()
    for row in _rows(text, separator):
        if any(cell.text for cell in row):
            widths.append(len(row))
        if len(widths) == _LOOKED_AT:
            break
    several = [width for width in widths if width > 1]
    if not several:
        return 0, 0
    commonest = max(several, key=lambda width: (several.count(width), width))
    return several.count(commonest), commonest


def _rows(text: str, separator: str) -> Iterator[list[Cell]]:
    lines = csv.reader(StringIO(text, newline=""), delimiter=separator)
    try:
        for number, line in enumerate(lines):
            if number == 0 and line and line[0].lower().startswith("sep="):
                continue
            yield [
                Cell(" ".join(cell[:CELL_LENGTH].split(" ")).strip())
                for cell in line[:COLUMN_LIMIT]
            ]
    except csv.Error:
        return
