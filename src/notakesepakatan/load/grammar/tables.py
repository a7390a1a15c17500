"""Tables of a foreign text in, rows of names and values or a table of our own out."""

from collections.abc import Sequence
from typing import Any

from notakesepakatan.load.grammar.stream import Grid, GridCell

_MOST_COLUMNS = 12
_COLON = ":"


def lines_of(grid: Grid) -> list[dict[str, str]]:
    """Names and values of a table without lines: "Nama Bank", ":", "Bank Contoh".

    None at all where one row is no such pair.
    """
    result = list[dict[str, str]]()
    for row in grid.rows:
        pair = pair_in([cell.text for cell in row if cell.text])
        if pair is None:
            return []
        result.append({"label": pair[0], "isi": pair[1]})
    return result


def pair_in(texts: Sequence[str]) -> tuple[str, str] | None:
    """A name and its value with a colon between them, as one row has them."""
    if len(texts) == 3 and texts[1] == _COLON:
        return texts[0], texts[2]
    if len(texts) == 2 and texts[0].endswith(_COLON):
        return texts[0].removesuffix(_COLON).strip(), texts[1]
    if len(texts) == 2 and texts[1].startswith(_COLON):
        return texts[0], texts[1].removeprefix(_COLON).strip()
    return None


def read_tabel(grid: Grid) -> dict[str, Any] | None:
    """A table by its head and rows; None where it is none that can be held."""
    width = grid.width
    head = head_rows(grid)
    if not 1 < width <= _MOST_COLUMNS or len(grid.rows) <= head:
        return None
    titles = [row_texts(row, width) for row in grid.rows[:head]]
    kolom = [" ".join(filter(None, parts)) for parts in zip(*titles, strict=True)]
    if not all(kolom):
        return None
    heads = {_said(row) for row in grid.rows[:head]}
    rows = [row for row in grid.rows[head:] if _said(row) not in heads]
    baris = [row_texts(row, width) for row in rows]
    return {"kolom": kolom, "baris": baris} if baris else None


def head_rows(grid: Grid) -> int:
    """How many rows the head has: two where a title of the first spans columns."""
    first = grid.rows[0] if grid.rows else ()
    has_span = any(cell.columns > 1 for cell in first)
    return 2 if has_span and len(grid.rows) > 2 else 1


def _said(row: Sequence[GridCell]) -> str:
    return "|".join(cell.text for cell in row)


def row_texts(row: Sequence[GridCell], width: int) -> list[str]:
    """The words of each column; what a span covers is empty."""
    by_column = {cell.column: cell.text for cell in row if not cell.is_covered}
    return [by_column.get(column, "") for column in range(width)]
