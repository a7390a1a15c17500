"""The Rencana Kerja of a draft as the table of its form: heads of the columns, rows of cells."""

from dataclasses import dataclass
from typing import NamedTuple

from notakesepakatan.compute.editing.edits import Data, read_text
from notakesepakatan.compute.editing.grid import (
    YEAR_COLUMN,
    Column,
    GridRow,
    cell,
    cell_of_terjemahan,
    columns,
    grid_rows,
    pihak_keys,
)
from notakesepakatan.compute.text.terjemahan import KEY as TERJEMAHAN
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
        label: number of the stage as it is printed before its words; else empty.
        cells: its cells.
        dihapus: whether the stage, or what it lies in, is deleted.
    """

    name: str
    program: str
    nomor: str
    depth: int
    label: str
    cells: tuple[Cell, ...]
    dihapus: bool


def grid_heads(data: Data, numbers: Nomor) -> list[str]:
    """What stands above the columns."""
    many = len(pihak_keys(data))
    places = [("para_pihak", i) for i in range(many)]
    para_pihak = [item_name(place, numbers) for place in places]
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
        cells = [_cell(data, row, column, head) for column, head in every_column]
        table_row = TableRow(
            name=Place(row.path).field,
            program=Place(row.program).field if row.program else "",
            nomor=_number_of_program(row, numbers),
            depth=row.depth,
            label=_label(row, numbers),
            cells=tuple(cells),
            dihapus=_is_deleted(data, row.path),
        )
        result.append(table_row)
    return result


@dataclass(frozen=True)
class TerjemahanRow:
    """A row of the Rencana Kerja in its second language.

    Attributes:
        nomor: number of its programme on the first row of that; else empty.
        cells: its cells.
    """

    nomor: str
    cells: tuple["TerjemahanCell", ...]


class TerjemahanCell(NamedTuple):
    """A cell: the name of its field, empty where there is nothing to translate; what is
    typed there, the text that it renders, its head.
    """

    name: str
    text: str
    own: str
    head: str


def terjemahan_heads(data: Data, numbers: Nomor) -> list[str]:
    """What stands above the columns that have words."""
    pairs = zip(columns(data), grid_heads(data, numbers), strict=True)
    return [head for column, head in pairs if column != YEAR_COLUMN]


def terjemahan_rows(data: Data, numbers: Nomor) -> list[TerjemahanRow]:
    """The rows with what renders their cells; none where nothing is translated."""
    rows = grid_rows(data)
    asked = bool(read_text(data, ("bahasa_kedua",)))
    has_any = any(_has_terjemahan(data, row) for row in rows)
    if not asked and not has_any:
        return []
    pairs = zip(columns(data), grid_heads(data, numbers), strict=True)
    worded = [(column, head) for column, head in pairs if column != YEAR_COLUMN]
    return [
        TerjemahanRow(
            _number_of_program(row, numbers),
            tuple(_terjemahan_cell(data, row, *one) for one in worded),
        )
        for row in rows
    ]


def _has_terjemahan(data: Data, row: GridRow) -> bool:
    above = (row.program, row.path)
    return any(path and get_at(data, (*path, TERJEMAHAN)) for path in above)


def _terjemahan_cell(
    data: Data, row: GridRow, column: Column, head: str
) -> TerjemahanCell:
    own_path = cell(row, column)
    path = cell_of_terjemahan(row, column)
    if own_path is None or path is None:
        return TerjemahanCell("", "", "", head)
    own = read_text(data, own_path)
    text = read_text(data, path)
    name = Place(path).field if own or text else ""
    return TerjemahanCell(name, text, own, head)


def _cell(data: Data, row: GridRow, column: Column, head: str) -> Cell:
    path = cell(row, column)
    if path is None:
        return Cell("", "", head)
    place = Place(path)
    text = read_text(data, path)
    return Cell(place.field, text, head)


def _label(row: GridRow, numbers: Nomor) -> str:
    """The number of a stage with its full stop; a programme's own row has none here."""
    if row.path == row.program:
        return ""
    number = numbers.get(row.path)
    return f"{number}." if number else ""


def _number_of_program(row: GridRow, numbers: Nomor) -> str:
    """On the first row of a programme its number."""
    if row.program is None:
        return ""
    return numbers.get(row.program, "")


def _is_deleted(data: Data, path: DataPath) -> bool:
    """Whether a stage, or what it lies in, is deleted."""
    ends = range(3, len(path) + 1)
    above = [get_at(data, path[:end]) for end in ends]
    parts = [node for node in above if isinstance(node, dict)]
    return any(map(deleted, parts))
