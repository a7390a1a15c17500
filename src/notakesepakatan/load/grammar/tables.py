"""Tables of a foreign text in, rows of names and values or a table of our own out."""

import re
from collections.abc import Sequence
from typing import Any

from notakesepakatan.load.grammar.stream import Grid, GridCell

_MOST_COLUMNS = 12
_COLON = ":"
_COUNTED_STYLE = "Sel Angka"
_USUAL_SUM = "Jumlah"
_MONEY = re.compile(r"Rp([\d.]+),00")


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
    kolom = _titles(grid.rows[:head], width)
    below = _below_head(grid, head)
    sums = [row for row in below if _is_own_sum(row)]
    rows = [row for row in below if row not in sums]
    if not all(kolom) or not rows:
        return None
    baris = [row_texts(row, width) for row in rows]
    made: dict[str, Any] = {"kolom": kolom, "baris": baris}
    counted = _counted_columns(rows)
    if counted:
        _count(made, counted, row_texts(sums[0], width) if sums else [])
    return made


def _titles(head: Sequence[Sequence[GridCell]], width: int) -> list[str]:
    """The title of each column, of all rows of the head."""
    rows = [row_texts(row, width) for row in head]
    return [" ".join(filter(None, parts)) for parts in zip(*rows, strict=True)]


def _below_head(grid: Grid, head: int) -> list[Sequence[GridCell]]:
    """The rows without the head, wherever a page says it again."""
    said = {_said(row) for row in grid.rows[:head]}
    return [row for row in grid.rows[head:] if _said(row) not in said]


def _is_own_sum(row: Sequence[GridCell]) -> bool:
    """Whether a bookmark of our own says that the row is the sums."""
    return any(
        item.path[-2:] == ("tabel", "jumlah") for cell in row for item in cell.items
    )


def _counted_columns(rows: Sequence[Sequence[GridCell]]) -> set[int]:
    """Columns of our own style for numbers."""
    cells = [cell for row in rows for cell in row]
    return {
        cell.column
        for cell in cells
        if any(item.style == _COUNTED_STYLE for item in cell.items)
    }


def _count(made: dict[str, Any], counted: set[int], sums: Sequence[str]) -> None:
    """Say of columns that they hold numbers, and which of them are summed."""
    for column in counted:
        texts = [row[column] for row in made["baris"] if row[column]]
        is_money = all(_MONEY.fullmatch(text) for text in texts)
        if is_money:
            _take_currency_off(made["baris"], column)
        kolom = {"judul": made["kolom"][column]}
        kolom["jenis"] = "uang" if is_money else "bilangan"
        if sums and sums[column]:
            kolom["jumlah"] = "ya"
        made["kolom"][column] = kolom
    if sums and sums[0] not in ("", _USUAL_SUM):
        made["kata_jumlah"] = sums[0]


def _take_currency_off(baris: Sequence[list[str]], column: int) -> None:
    for row in baris:
        row[column] = _MONEY.sub(r"\1", row[column])


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
