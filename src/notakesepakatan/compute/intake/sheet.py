"""A sheet as it was read: rows of cells, whatever file they stood in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

Merged = tuple[int, int, int, int]
"""First row, first column, last row, last column of cells that are one; from 0."""


class Cell(NamedTuple):
    """One cell.

    Attributes:
        text: as a person reads it; empty for an empty cell.
        day: the day, where the file itself says that it is one.
        number: the number, where the file says that it is one.
        above: what stands in it, where that means the cell above: "sda".
    """

    text: str
    day: date | None = None
    number: float | None = None
    above: str = ""


EMPTY = Cell("")


@dataclass(frozen=True)
class Sheet:
    """One sheet.

    Attributes:
        name: as the file calls it; empty where it has no names.
        rows: its rows from the first of the file on, empty ones too.
        merged: cells that are one.
        starts_1904: whether its serial numbers count from 1904.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    merged: Sequence[Merged] = ()
    starts_1904: bool = False

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a place; an empty one where there is none."""
        if row >= len(self.rows) or column >= len(self.rows[row]):
            return EMPTY
        return self.rows[row][column]


@dataclass(frozen=True)
class Book:
    """All sheets of a file.

    Attributes:
        name: the file's.
        sheets: those that hold something.
        unread: what was not read of it and why, in Indonesian.
        hidden: what its program does not show and was read all the same.
    """

    name: str
    sheets: tuple[Sheet, ...]
    unread: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


def column_letters(column: int) -> str:
    """How a sheet calls a column, from 0: "A", "Z", "AA"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def filled_rows(sheet: Sheet) -> list[list[Cell]]:
    """The rows, with what stands in merged cells in each cell of them."""
    width = max((len(row) for row in sheet.rows), default=0)
    rows = [[*row, *[EMPTY] * (width - len(row))] for row in sheet.rows]
    for top, left, bottom, right in sheet.merged:
        if top >= len(rows) or left >= width:
            continue
        content = rows[top][left]
        for row in rows[top : bottom + 1]:
            last = min(right, width - 1)
            row[left : last + 1] = [content] * (last + 1 - left)
    return rows
