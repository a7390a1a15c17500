"""The Rencana Kerja of a draft as the table of its form: heads of the columns, rows of cells."""

from dataclasses import dataclass
from typing import NamedTuple

from notakesepakatan.compute.editing.edits import Data, read_text
from notakesepakatan.compute.editing.grid import (
    Column,
    GridRow,
    cell,
    columns,
    grid_rows,
    pihak_keys,
)
from notakesepakatan.compute.text.tree import deleted, get_at
from notakesepakatan.place import DataPath, Place
from notakesepakatan.web.editor.places import Nomor, item_name


class Cell(NamedTuple):
    """A cell: the name of its field, empty where nothing may be typed; its text, its head."""

    name: str
    text: str
    head: str


@dataclass(frozen=True)
class TableRow:
    """A row of the table.

    Attributes:
        name: field name of its stage.
        program: field name of its programme on the first row of that; else empty.
        nomor: number of that programme.
        depth: how many stages the stage lies in.
        cells: its cells.
        dihapus: whether the stage, or what it lies in, is deleted.
    """

    name: str
    program: str
    nomor: str
    depth: int
    cells: tuple[Cell, ...]
    dihapus: bool


def grid_heads(data: Data, numbers: Nomor) -> list[str]:
    """What stands above the columns."""
    many = len(pihak_keys(data))
    para_pihak = [item_name(("para_pihak", i), numbers) for i in range(many)]
    return [
        "Program/Kegiatan",
        "Tahapan",
        "Lokasi",
        "Sumber dana",
        "Tahun",
        *[f"Tugas {pihak}" for pihak in para_pihak],
        "Tugas bersama",
        "Output",
        "Outcome",
    ]


def table_rows(data: Data, numbers: Nomor) -> list[TableRow]:
    """The rows with their cells."""
    heads = grid_heads(data, numbers)
    every_column = list(zip(columns(data), heads, strict=True))
    result = []
    for row in grid_rows(data):
        cells = tuple(_cell(data, row, column, head) for column, head in every_column)
        table_row = TableRow(
            name=Place(row.path).field,
            program=Place(row.program).field if row.program else "",
            nomor=numbers.get(row.program, "") if row.program else "",
            depth=row.depth,
            cells=cells,
            dihapus=_is_deleted(data, row.path),
        )
        result.append(table_row)
    return result


def _cell(data: Data, row: GridRow, column: Column, head: str) -> Cell:
    path = cell(row, column)
    if path is None:
        return Cell("", "", head)
    return Cell(Place(path).field, read_text(data, path), head)


def _is_deleted(data: Data, path: DataPath) -> bool:
    """Whether a stage, or what it lies in, is deleted."""
    above = (get_at(data, path[:n]) for n in range(3, len(path) + 1))
    return any(isinstance(node, dict) and deleted(node) for node in above)
