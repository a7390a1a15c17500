"""The Rencana Kerja as a grid: its columns, its rows, and a block of cells pasted in."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from notakesepakatan.compute.editing.clipboard import COVERED, Pasted, Rows
from notakesepakatan.compute.editing.edits import Data, put_text
from notakesepakatan.compute.editing.plan_columns import (
    Shape,
    UnsureColumns,
    body_of,
    grid_block,
    guess,
    is_of_print,
    lone_tugas,
    without_labels,
)
from notakesepakatan.compute.text.terjemahan import KEY as TERJEMAHAN
from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.model.dasar import flatten
from notakesepakatan.model.jangka_waktu import JangkaWaktu
from notakesepakatan.model.lampiran import SHARED
from notakesepakatan.place import PROGRAM, DataPath, default_sebutan, keys_of
from notakesepakatan.words.numbers import roman

Column = tuple[str, ...]
"""What a column holds, as steps below the path of a row."""
NAME_COLUMN: Column = ("nama",)
YEAR_COLUMN: Column = ("tahun",)


@dataclass(frozen=True)
class GridRow:
    """A row of the grid; a programme without stages is one too, with nothing but its name.

    Attributes:
        path: path of its stage.
        depth: how many stages that one lies in.
        program: on the first row of each programme its path, whose name is shown there.
    """

    path: DataPath
    depth: int
    program: DataPath | None


def pihak_keys(data: Data) -> tuple[str, ...]:
    """Keys of the parties that the data have; none where they are no list."""
    pihak = data.get("para_pihak")
    return keys_of(len(pihak)) if isinstance(pihak, list) else ()


def program_path(data: Data) -> DataPath:
    """Where the programmes of the Rencana Kerja are, or would be in the only annex."""
    lampiran = data.get("lampiran")
    for i, each in enumerate(lampiran if isinstance(lampiran, list) else ()):
        if isinstance(each, dict) and each.get("program") is not None:
            return ("lampiran", i, "program")
    return PROGRAM


def columns(data: Data) -> list[Column]:
    """The columns in order; the first is the name of the programme."""
    tugas = [("tugas", key) for key in (*pihak_keys(data), SHARED)]
    return [
        NAME_COLUMN,
        ("isi",),
        ("lokasi",),
        ("sumber_dana",),
        YEAR_COLUMN,
        *tugas,
        ("output",),
        ("outcome",),
    ]


def grid_rows(data: Data) -> list[GridRow]:
    """Every stage in order; nothing where the data are of another shape."""
    result: list[GridRow] = []
    series = program_path(data)
    for i, program in enumerate(_as_list(get_at(data, series))):
        path: DataPath = (*series, i)
        tahapan_list = list(_tahapan_list(program, path, 0))
        first, *others = tahapan_list or [_Tahapan(path, 0, None)]
        result.append(GridRow(first.path, first.depth, path))
        result += [GridRow(tahapan.path, tahapan.depth, None) for tahapan in others]
    return result


def _as_list(thing: Any) -> list[Any]:
    return thing if isinstance(thing, list) else []


@dataclass(frozen=True)
class _Tahapan:
    path: DataPath
    depth: int
    content: Any


def _tahapan_list(above: Any, path: DataPath, depth: int) -> Iterator[_Tahapan]:
    """The stages below a programme or a stage, each followed by those below it."""
    items = above.get("tahapan") if isinstance(above, dict) else None
    for i, item in enumerate(_as_list(items)):
        here = (*path, "tahapan", i)
        yield _Tahapan(here, depth, item)
        yield from _tahapan_list(item, here, depth + 1)


def cell(row: GridRow, column: Column) -> DataPath | None:
    """Path of a cell.

    None for the programme's name below its first row, and for a stage that is not there.
    """
    if column == NAME_COLUMN:
        return (*row.program, "nama") if row.program else None
    return None if row.path == row.program else (*row.path, *column)


def cell_of_terjemahan(row: GridRow, column: Column) -> DataPath | None:
    """Path of what renders a cell in the second language; None where there is no cell."""
    if cell(row, column) is None:
        return None
    above = row.program if column == NAME_COLUMN else row.path
    return (*(above or ()), TERJEMAHAN, *column)


def plan_shape(data: Data) -> Shape:
    """What the Rencana Kerja of these data has columns for."""
    para_pihak = data.get("para_pihak")
    parts = para_pihak if isinstance(para_pihak, list) else []
    called = {
        key: str(
            (isinstance(part, dict) and part.get("sebutan")) or default_sebutan(key)
        )
        for key, part in zip(pihak_keys(data), parts, strict=True)
    }
    return Shape(called, _count_years(data))


def paste(data: Data, start: DataPath, text: str) -> Data:
    """The data with the text of a block of cells put in from a cell on; as `paste_rows`."""
    pasted = Pasted(text)
    rows = pasted.rows()
    return paste_rows(data, start, None, rows)


def paste_rows(
    data: Data,
    start: DataPath,
    column: int | None,
    rows: Rows,
    *,
    is_plain: bool = False,
) -> Data:
    """The data with a block of cells put in from a cell on, to the right and down.

    Rows that are missing are made. A name in the programme's column begins a programme,
    unless the programme above is called so; an empty cell there, as cells merged in a
    spreadsheet leave it, is one more stage of the programme above. A table with heads or
    a column No is put in by what its columns hold, from the first column on.

    Args:
        data: the data.
        start: path of the cell; of its row where `column` says which one; of the table
            itself, which means below its end.
        column: place of the column; None where `start` is the cell.
        rows: the cells.
        is_plain: words alone, so that a cell merged over others is not told from the first.

    Raises:
        LookupError: `start` is nothing of the kind.
        UnsureColumns: what the columns hold has to be asked; nothing was put in.
        ValueError: no block of cells.
    """
    every_column = columns(data)
    first_row, first_column = _find(data, start, column)
    shape = plan_shape(data)
    if is_of_print(rows, shape, from_first=first_column == 0):
        found = guess(rows, shape)
        if not found.sure:
            raise UnsureColumns
        body = body_of(rows, found.head)
        if is_plain and lone_tugas(body, found.roles, shape):
            raise UnsureColumns
        block = without_labels(grid_block(body, found.roles, shape))
        first_column = 0
    else:
        plain = [[words.strip(COVERED) for words in row] for row in rows]
        block = _with_year_numerals(plain, every_column, first_column, shape.years)
    if _is_too_wide(block, len(every_column) - first_column):
        raise UnsureColumns
    return put_block(data, first_row, first_column, block)


def append_block(data: Data, block: Rows) -> Data:
    """The data with rows in the order of the grid's columns put in below its end.

    Raises:
        LookupError: there is no Rencana Kerja.
    """
    return put_block(data, len(grid_rows(data)), 0, block)


def put_block(data: Data, first_row: int, first_column: int, block: Rows) -> Data:
    """The data with rows of cells put in from a row and a column on."""
    every_column = columns(data)
    result = deepcopy(data)
    if first_column == 0:
        _make_rows(result, first_row, [flatten(line[0]) for line in block])
    else:  # such a block tells nothing of programmes
        many = len(grid_rows(data))
        end = first_row + len(block)
        _make_rows(result, many, [""] * (end - many))
        rows = grid_rows(result)
        _give_tahapan(result, rows[first_row:end])
    pasted_rows = grid_rows(result)[first_row:]
    for row, line in zip(pasted_rows, block, strict=False):
        for column, words in zip(every_column[first_column:], line, strict=False):
            _put_cell(result, cell(row, column), column, words)
    return result


def _give_tahapan(data: Data, rows: Sequence[GridRow]) -> None:
    """In the very data: a stage for each programme among the rows that has none yet."""
    for row in rows:
        if row.path == row.program:
            get_at(data, row.path)["tahapan"] = [{"isi": ""}]


def _is_too_wide(block: Rows, width: int) -> bool:
    """Whether words would stand behind the last column."""
    return any(any(map(str.strip, line[width:])) for line in block)


def _put_cell(data: Data, path: DataPath | None, column: Column, words: str) -> None:
    """In the very data: the words of a cell; names of programmes stand there already."""
    is_empty_shared = column[-1] == SHARED and not words.strip()
    if path is not None and column != NAME_COLUMN and not is_empty_shared:
        put_text(data, path, words)


def _count_years(data: Data) -> int:
    try:
        return JangkaWaktu.model_validate(data.get("jangka_waktu")).jumlah_tahun
    except ValueError:
        return 1


def _with_year_numerals(
    block: list[list[str]], every_column: list[Column], first_column: int, years: int
) -> list[list[str]]:
    """A block as wide as the printed table has a column for each year.

    The marks in those columns become the numerals of their years.
    """
    place = every_column.index(YEAR_COLUMN) - first_column
    if years < 2 or place < 0:
        return block
    width = len(every_column) - first_column - 1 + years
    if not any(len(line) in (width - 1, width) for line in block):
        return block
    result = []
    for line in block:
        marks = line[place : place + years]
        numerals = [roman(i) for i, mark in enumerate(marks, 1) if _is_marked(mark)]
        result.append([*line[:place], ", ".join(numerals), *line[place + years :]])
    return result


def _is_marked(mark: str) -> bool:
    return mark.strip() not in ("", "-", "–")


def _find(data: Data, start: DataPath, place: int | None) -> tuple[int, int]:
    """Row and column of a cell; of the table itself, the cell below its first column."""
    rows = grid_rows(data)
    if start == program_path(data):
        return len(rows), 0
    every_column = columns(data)
    if place is not None:
        return _row_at(rows, start), range(len(every_column))[place]
    for i, row in enumerate(rows):
        for j, column in enumerate(every_column):
            if cell(row, column) == start:
                return i, j
    raise LookupError(start)


def _row_at(rows: Sequence[GridRow], path: DataPath) -> int:
    """Place of the row of a stage, or of a programme without stages."""
    found = (i for i, row in enumerate(rows) if row.path == path)
    place = next(found, None)
    if place is None:
        raise LookupError(path)
    return place


@dataclass(frozen=True)
class _FlatRow:
    """A row of `grid_rows` with what it holds: the programme on its first row, the stage."""

    program: Data | None
    tahapan: Any
    depth: int


def _flat_rows(programs: Sequence[Any]) -> Iterator[_FlatRow]:
    for item in programs:
        program = item if isinstance(item, dict) else {"nama": str(item)}
        tahapan_list = [
            (tahapan.content, tahapan.depth)
            for tahapan in _tahapan_list(program, (), 0)
        ]
        for n, (content, depth) in enumerate(tahapan_list or [({"isi": ""}, 0)]):
            yield _FlatRow(program if n == 0 else None, content, depth)


def _make_rows(data: Data, first: int, names: list[str]) -> None:
    """In the very data: a row for each name from a row on.

    The names begin programmes, or go on with the one above.
    """
    programs = _program_list(data)
    rows = _at_least(first + len(names), list(_flat_rows(programs)))
    pasted = dict(enumerate(names, first))
    made: list[Data] = []
    headless: Data | None = None  # a programme whose first row went to the one above
    for number, row in enumerate(rows):
        name = pasted.get(number)
        goes_on = name is not None and _goes_on(made, name)
        if row.depth:  # it lies within the stage above, with which it moves
            if name is not None and not goes_on:
                raise LookupError(number)
            continue
        program = row.program or headless
        if goes_on and (number != first or not program):
            begun, headless = None, program
        else:
            begun, headless = _named(program, name), None
        _append_row(made, begun, row.tahapan)
    programs[:] = made


def _program_list(data: Data) -> list[Any]:
    """The very list of programmes in the data.

    Raises:
        LookupError: there is none.
    """
    series = program_path(data)
    programs = get_at(data, series)
    if not isinstance(programs, list):
        raise LookupError(series)
    return programs


def _at_least(many: int, rows: list[_FlatRow]) -> list[_FlatRow]:
    """The rows, and empty ones behind them until there are as many."""
    missing = many - len(rows)
    return rows + [_FlatRow(None, {"isi": ""}, 0) for _ in range(missing)]


def _append_row(made: list[Data], begun: Data | None, tahapan: Any) -> None:
    """In the very list: a stage of the programme that begins with it, else of the last."""
    if begun:
        made.append({**begun, "tahapan": []})
    made[-1]["tahapan"].append(tahapan)


def _goes_on(made: list[Data], name: str) -> bool:
    """Whether a row with this name goes on with the programme above."""
    if not made:
        return False
    return name.casefold() in ("", str(made[-1].get("nama")).casefold())


def _named(program: Data | None, name: str | None) -> Data | None:
    """The programme that begins on a row, under the name pasted there."""
    if name is None or (program and not name):
        return program
    return {**(program or {}), "nama": name}
