"""The Rencana Kerja as a grid: its columns, its rows, and a block of cells put in from a spreadsheet."""

import csv
import io
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from notakesepakatan.compute.editing.edits import Data, put_text
from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.model.dasar import flatten
from notakesepakatan.model.lampiran import SHARED
from notakesepakatan.place import PROGRAM, DataPath, keys_of
from notakesepakatan.words.numbers import roman


@dataclass(frozen=True)
class GridRow:
    """A row: its stage, how deep it lies, and the programme whose name it shows, on the first row of each.

    A programme without stages is a row too; it shows nothing but its name.
    """

    path: DataPath
    inside: int
    program: DataPath | None


def party_keys(data: Data) -> tuple[str, ...]:
    """Keys of the parties that the data have; none where they are no list."""
    pihak = data.get("para_pihak")
    return keys_of(len(pihak)) if isinstance(pihak, list) else ()


def columns(data: Data) -> list[tuple[str, ...]]:
    """What each column holds, as steps below the row's path; the first is the name of the programme."""
    tugas = [("tugas", k) for k in (*party_keys(data), SHARED)]
    return [
        ("nama",),
        ("isi",),
        ("lokasi",),
        ("sumber_dana",),
        ("tahun",),
        *tugas,
        ("output",),
        ("outcome",),
    ]


def grid_rows(data: Data) -> list[GridRow]:
    """Every stage in order; nothing where the data are of another shape."""
    result = []
    for i, program in enumerate(_list(get_at(data, PROGRAM))):
        here: DataPath = (*PROGRAM, i)
        line = list(_stages(program, here, 0)) or [(here, 0)]
        result += [
            GridRow(j, d, here if n == 0 else None) for n, (j, d) in enumerate(line)
        ]
    return result


def _list(thing: Any) -> list[Any]:
    return thing if isinstance(thing, list) else []


def _stages(above: Any, path: DataPath, inside: int) -> Iterator[tuple[DataPath, int]]:
    for i, one in enumerate(
        _list(above.get("tahapan")) if isinstance(above, dict) else ()
    ):
        yield (*path, "tahapan", i), inside
        yield from _stages(one, (*path, "tahapan", i), inside + 1)


def cell(line: GridRow, column: tuple[str, ...]) -> DataPath | None:
    """Path of a cell; None for the programme's name below its first row, and for a stage that is not there."""
    if column == ("nama",):
        return (*line.program, "nama") if line.program else None
    return None if line.path == line.program else (*line.path, *column)


def read_block(text: str) -> list[list[str]]:
    """Cells as spreadsheets put them on the clipboard: tabs between, a line a row, quotes around what holds a line end.

    Raises:
        ValueError: a cell is too long.
    """
    try:
        line = list(csv.reader(io.StringIO(text, newline=""), dialect="excel-tab"))
    except csv.Error as cause:
        raise ValueError(str(cause)) from None
    return [one for one in line if any(map(str.strip, one))]


def paste(data: Data, begin: DataPath, text: str) -> Data:
    """The data with a block of cells put in from a cell on, to the right and down; rows that are missing are made.

    A name in the programme's column begins a programme, unless the programme above is called so; an empty cell there, as
    cells merged in a spreadsheet leave it, is one more stage of the programme above.

    Raises:
        LookupError: `begin` is no cell, nor the table itself, which means below its last row.
        ValueError: no block of cells.
    """
    column = columns(data)
    line, k = _find(data, begin)
    block = _with_years(read_block(text), k, column, _years(data))
    result = deepcopy(data)
    ada = len(grid_rows(data))
    origin = (
        line if k == 0 else ada
    )  # right of the first column a block tells nothing of programmes
    _make_rows(
        result,
        origin,
        [flatten(content[0]) if k == 0 else "" for content in block[origin - line :]],
    )
    for one, content in zip(grid_rows(result)[line:], block, strict=False):
        for name, cell_ in zip(column[k:], content, strict=False):
            path = cell(one, name)
            if (
                path is not None
                and name != ("nama",)
                and not (name[-1] == SHARED and not cell_.strip())
            ):
                put_text(result, path, cell_)
    return result


def _years(data: Data) -> int:
    from notakesepakatan.model.dasar import Lama

    try:
        return Lama.model_validate(data.get("jangka_waktu")).jumlah_tahun
    except ValueError:
        return 1


def _with_years(
    block: list[list[str]], k: int, column: list[tuple[str, ...]], year: int
) -> list[list[str]]:
    """A block as wide as the printed table has a column for each year; their marks become the years' numerals."""
    letak = column.index(("tahun",)) - k
    width = len(column) - k - 1 + year
    if (
        year < 2
        or letak < 0
        or not any(width - 1 <= len(content) <= width for content in block)
    ):
        return block
    result = []
    for content in block:
        mark = content[letak : letak + year]
        ada = [
            roman(i + 1)
            for i, one in enumerate(mark)
            if one.strip() not in ("", "-", "–")
        ]
        result.append([*content[:letak], ", ".join(ada), *content[letak + year :]])
    return result


def _find(data: Data, begin: DataPath) -> tuple[int, int]:
    if begin == PROGRAM:
        return len(grid_rows(data)), 0
    for i, line in enumerate(grid_rows(data)):
        for k, column in enumerate(columns(data)):
            if cell(line, column) == begin:
                return i, k
    raise LookupError(begin)


def _make_rows(data: Data, origin: int, name: list[str]) -> None:
    """In the very data: a row for each name from a place on, and the programmes that these names begin or go on with."""
    program = get_at(data, PROGRAM)
    if not isinstance(program, list):
        raise LookupError(PROGRAM)
    series, result, loose = list(_flat(program)), list[Data](), None
    for r in range(max(len(series), origin + len(name))):
        start, tahapan, inside = (
            series[r] if r < len(series) else (None, {"isi": ""}, 0)
        )
        pasted = origin <= r < origin + len(name)
        same = (
            pasted
            and bool(result)
            and name[r - origin].casefold()
            in ("", str(result[-1].get("nama")).casefold())
        )
        if inside:  # it lies within the stage above, with which it moves
            if pasted and not same:
                raise LookupError(r)
            continue
        start, loose = start or loose, None
        if same and not (start and r == origin):
            start, loose = (
                None,
                start,
            )  # what else the programme had that began here still bears its name
        elif pasted and (name[r - origin] or not start):
            start = {**(start or {}), "nama": name[r - origin]}
        if start:
            result.append({**start, "tahapan": []})
        result[-1]["tahapan"].append(tahapan)
    program[:] = result


def _flat(program: list[Any]) -> Iterator[tuple[Data | None, Any, int]]:
    """The rows of `grid_rows`: the programme on its first, the stage, how deep it lies."""
    for one in program:
        content = one if isinstance(one, dict) else {"nama": str(one)}
        for n, (tahapan, inside) in enumerate(
            list(_nested(content, 0)) or [({"isi": ""}, 0)]
        ):
            yield (content if n == 0 else None), tahapan, inside


def _nested(above: Any, inside: int) -> Iterator[tuple[Any, int]]:
    for one in _list(above.get("tahapan")) if isinstance(above, dict) else ():
        yield one, inside
        yield from _nested(one, inside + 1)
