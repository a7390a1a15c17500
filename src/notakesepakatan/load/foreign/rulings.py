"""Lines drawn on a page in, the cells of its tables out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from notakesepakatan.load.foreign.account import Cell

_THIN = 2.5
"""Points; what is thinner is a line and no box."""
_NEAR = 2.5
"""Points by which two edges that are one may differ."""
_FEWEST_CELLS = 4
_MOST_LINES = 5_000


class Box(NamedTuple):
    """The edges of something drawn, in points."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def is_upright(self) -> bool:
        """Whether it is a line from top to bottom."""
        return self.right - self.left <= _THIN < self.top - self.bottom

    @property
    def is_level(self) -> bool:
        """Whether it is a line from left to right."""
        return self.top - self.bottom <= _THIN < self.right - self.left

    def sides(self) -> Iterator["Box"]:
        """Its outline where it is a box, else itself."""
        if self.is_upright or self.is_level:
            yield self
            return
        yield Box(self.left, self.bottom, self.left, self.top)
        yield Box(self.right, self.bottom, self.right, self.top)
        yield Box(self.left, self.bottom, self.right, self.bottom)
        yield Box(self.left, self.top, self.right, self.top)

    def meets(self, other: "Box") -> bool:
        """Whether both touch."""
        return (
            self.left <= other.right + _NEAR
            and other.left <= self.right + _NEAR
            and self.bottom <= other.top + _NEAR
            and other.bottom <= self.top + _NEAR
        )


@dataclass(frozen=True)
class Ruled:
    """One table: edges of its columns from the left, of its rows from the top, its cells."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[tuple[int, int, int, int], ...]
    """Of each cell its first row and column, and how many it covers of both."""

    def cell_at(self, x: float, y: float, table: int) -> Cell | None:
        """The cell in which a point lies; None outside of the table."""
        column = _between(self.columns, x)
        row = _between([-edge for edge in self.rows], -y)
        if column is None or row is None:
            return None
        for first, left, rows, columns in self.cells:
            if first <= row < first + rows and left <= column < left + columns:
                return Cell(table, first, left, columns)
        return None


def _between(edges: Sequence[float], value: float) -> int | None:
    for i, (low, high) in enumerate(pairwise(edges)):
        if low <= value < high:
            return i
    return None


def tables_of(drawn: Sequence[Box]) -> list[Ruled]:
    """The tables that lines make, the upper ones first."""
    if len(drawn) > _MOST_LINES:
        return []
    lines = [
        side
        for box in drawn
        for side in box.sides()
        if side.is_upright or side.is_level
    ]
    tables = [table for group in _groups(lines) if (table := _table(group))]
    return sorted(tables, key=lambda table: -table.rows[0])


def _groups(lines: Sequence[Box]) -> list[list[Box]]:
    """Lines that touch each other, directly or through others."""
    groups = list[tuple[Box, list[Box]]]()
    for line in lines:
        near = [group for group in groups if group[0].meets(line)]
        groups = [group for group in groups if group not in near]
        members = [line, *(one for _, group in near for one in group)]
        groups.append((_hull(members), members))
    return [members for _, members in groups]


def _hull(boxes: Sequence[Box]) -> Box:
    """The smallest box around them."""
    return Box(
        min(one.left for one in boxes),
        min(one.bottom for one in boxes),
        max(one.right for one in boxes),
        max(one.top for one in boxes),
    )


def _table(lines: Sequence[Box]) -> Ruled | None:
    upright = [line for line in lines if line.is_upright]
    level = [line for line in lines if line.is_level]
    columns = _edges([(line.left + line.right) / 2 for line in upright])
    rows = _edges([(line.bottom + line.top) / 2 for line in level])[::-1]
    if (len(columns) - 1) * (len(rows) - 1) < _FEWEST_CELLS or len(columns) < 3:
        return None
    return Ruled(tuple(columns), tuple(rows), tuple(_cells(columns, rows, lines)))


def _edges(values: Sequence[float]) -> list[float]:
    """Places in order, those that are meant to be one once."""
    result = list[float]()
    for value in sorted(values):
        if not result or value - result[-1] > _NEAR:
            result.append(value)
    return result


def _cells(
    columns: Sequence[float], rows: Sequence[float], lines: Sequence[Box]
) -> Iterator[tuple[int, int, int, int]]:
    """The cells, each as wide and as high as no line parts it."""
    taken = set[tuple[int, int]]()
    for i in range(len(rows) - 1):
        for j in range(len(columns) - 1):
            if (i, j) in taken:
                continue
            wide = 1
            middle = (rows[i] + rows[i + 1]) / 2
            while j + wide < len(columns) - 1 and not _has_upright(
                lines, columns[j + wide], middle
            ):
                wide += 1
            high = 1
            center = (columns[j] + columns[j + 1]) / 2
            while i + high < len(rows) - 1 and not _has_level(
                lines, center, rows[i + high]
            ):
                high += 1
            taken |= {(i + a, j + b) for a in range(high) for b in range(wide)}
            yield i, j, high, wide


def _has_upright(lines: Sequence[Box], x: float, y: float) -> bool:
    return any(
        line.is_upright
        and abs((line.left + line.right) / 2 - x) <= _NEAR
        and line.bottom - _NEAR <= y <= line.top + _NEAR
        for line in lines
    )


def _has_level(lines: Sequence[Box], x: float, y: float) -> bool:
    return any(
        line.is_level
        and abs((line.bottom + line.top) / 2 - y) <= _NEAR
        and line.left - _NEAR <= x <= line.right + _NEAR
        for line in lines
    )
