"""A table of programmes and stages in, a Rencana Kerja out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from notakesepakatan.load.grammar.labels import Reading, readings, split_label
from notakesepakatan.load.grammar.stream import Grid, GridCell, Item
from notakesepakatan.place import keys_of
from notakesepakatan.words.numbers import roman

_COLUMNS = (
    ("nomor", "No", re.compile(r"no(?:mor)?\.?$", re.IGNORECASE)),
    ("program", "Program/Kegiatan", re.compile(r"program|kegiatan", re.IGNORECASE)),
    ("tahapan", "Tahapan Kegiatan", re.compile(r"tahapan", re.IGNORECASE)),
    ("lokasi", "Lokasi", re.compile(r"lokasi", re.IGNORECASE)),
    ("sumber_dana", "Sumber Dana", re.compile(r"sumber|dana", re.IGNORECASE)),
    ("tahun", "Tahun (Sesuai Jangka Waktu)", re.compile(r"tahun|waktu", re.IGNORECASE)),
    ("tugas", "Tugas dan Tanggung Jawab", re.compile(r"tugas", re.IGNORECASE)),
    ("output", "Output", re.compile(r"output|keluaran", re.IGNORECASE)),
    ("outcome", "Outcome", re.compile(r"outcome|hasil", re.IGNORECASE)),
)
"""Keys of the columns, the usual words of each, and how they are recognised."""
_ROMAN = re.compile(r"[IVX]{1,5}")


@dataclass(frozen=True)
class RencanaKerja:
    """`kolom`, `tanda` and `program` of the annex, how many years it has, and the
    paragraphs that say again what goes on with the page before.
    """

    data: dict[str, Any]
    tahun: int
    again: tuple[Item, ...] = ()


@dataclass(frozen=True)
class _Columns:
    """Where each column of the table begins."""

    first: Mapping[str, int]
    years: tuple[int, ...]
    tugas: tuple[int, ...]
    kolom: Mapping[str, Any]


def read_rencana_kerja(
    grid: Grid,
    para_pihak: int,
    keys: Mapping[str, str],
) -> RencanaKerja | None:
    """The plan of a table; None where its head is not that of one.

    Args:
        grid: the table.
        parties: how many there are.
        keys: the key of each party by how it is called.
    """
    columns = _columns(grid, para_pihak)
    if columns is None:
        return None
    rows = [row for row in grid.rows[2:] if not _is_head_again(row, grid)]
    marks = _marks(rows, columns)
    program = list(_programs(rows, columns, marks, para_pihak))
    if not program:
        return None
    data: dict[str, Any] = {"kolom": dict(columns.kolom)}
    tanda, empty = marks
    data["tanda"] = "" if tanda == "V" else tanda
    data["tanda_kosong"] = None if empty == "-" else empty
    data["program"] = program
    made = {key: value for key, value in data.items() if value}
    if empty == "":
        made["tanda_kosong"] = ""
    return RencanaKerja(made, len(columns.years), tuple(_again(rows, columns, program)))


class _Head(NamedTuple):
    """One column of the head: its key, the words it usually has, and its own."""

    key: str
    usual: str
    column: int
    text: str


def _heads(grid: Grid) -> list[_Head]:
    """The columns by the words of the head; none unless each is there once."""
    if len(grid.rows) < 3:
        return []
    cells = [cell for cell in grid.rows[0] if cell.text]
    if len(cells) != len(_COLUMNS):
        return []
    pairs = list(zip(cells, _COLUMNS, strict=True))
    is_plan = all(pattern.search(cell.text) for cell, (_, _, pattern) in pairs)
    if not is_plan:
        return []
    return [
        _Head(key, usual, cell.column, cell.text) for cell, (key, usual, _) in pairs
    ]


def _columns(
    grid: Grid,
    para_pihak: int,
) -> _Columns | None:
    """Where each column begins; None where the head is not that of a plan."""
    heads = _heads(grid)
    if not heads:
        return None
    first = {head.key: head.column for head in heads}
    kolom: dict[str, Any] = {
        head.key: head.text for head in heads if head.text != head.usual
    }
    years = tuple(range(first["tahun"], first["tugas"]))
    tugas = tuple(range(first["tugas"], first["output"]))
    below = {cell.column: cell.text for cell in grid.rows[1]}
    are_years = all(_ROMAN.fullmatch(below.get(column, "")) for column in years)
    if len(tugas) != para_pihak or not are_years:
        return None
    named = zip(keys_of(para_pihak), tugas, strict=True)
    kolom["pihak"] = {key: below[column] for key, column in named if below.get(column)}
    return _Columns(first, years, tugas, kolom)


def _is_head_again(
    row: Sequence[GridCell],
    grid: Grid,
) -> bool:
    said = [cell.text for cell in row]
    return any(said == [cell.text for cell in head] for head in grid.rows[:2])


def _marks(
    rows: Sequence[Sequence[GridCell]],
    columns: _Columns,
) -> tuple[str, str]:
    """What stands for a year with work, and for one without."""
    seen = [_cells(row).get(column) for row in rows for column in columns.years]
    texts = [cell.text for cell in seen if cell is not None and cell.text]
    marks = [text for text in texts if text != "-"]
    return (marks[0] if marks else "V"), "-"


def _cells(row: Sequence[GridCell]) -> dict[int, GridCell]:
    return {cell.column: cell for cell in row if not cell.is_covered}


def _programs(
    rows: Sequence[Sequence[GridCell]],
    columns: _Columns,
    marks: tuple[str, str],
    para_pihak: int,
) -> Iterator[dict[str, Any]]:
    program: dict[str, Any] = {}
    owners = list[_Owner]()
    for row in rows:
        cells = _cells(row)
        name = _text(cells, columns.first["program"])
        if name and not _goes_on(name, program):
            if program:
                yield program
            program = {"nama": name, "tahapan": []}
            owners = []
        label, tahapan = _tahapan(cells, columns, marks, para_pihak)
        if not program or not tahapan:
            continue
        reading = next(readings(label), None) if label else None
        owners = owners[: _depth(reading, owners)]
        above = owners[-1].data if owners else program
        above.setdefault("tahapan", []).append(tahapan)
        owners.append(_Owner(reading, tahapan))
    if program:
        yield program


def _again(
    rows: Sequence[Sequence[GridCell]],
    columns: _Columns,
    program: Sequence[Mapping[str, Any]],
) -> Iterator[Item]:
    """The cells with number and name of a programme where it goes on."""
    for row in map(_cells, rows):
        name = _text(row, columns.first["program"])
        if any(_goes_on(name, one) for one in program):
            for key in ("nomor", "program"):
                cell = row.get(columns.first[key])
                yield from cell.items if cell else ()


def _goes_on(
    name: str,
    program: Mapping[str, Any],
) -> bool:
    """Whether these words say that a programme goes on, as we print it on a next page.

    Of a page of a PDF perhaps the last of them alone: the lines above, which are those
    of the page before, are taken for a running head.
    """
    said, mark, rest = name.partition(" (lanjutan)")
    whole = str(program.get("nama", ""))
    return bool(mark) and not rest and whole.endswith(said)


class _Owner(NamedTuple):
    """A stage that others may stand below, and how its label is read."""

    reading: Reading | None
    data: dict[str, Any]


def _depth(
    reading: Reading | None,
    owners: Sequence[_Owner],
) -> int:
    """How many stages it stands below: beside the one that it follows, else one deeper."""
    if reading is None:
        return 0
    for depth in reversed(range(len(owners))):
        last = owners[depth].reading
        if last is not None and reading.follows(last):
            return depth
    return len(owners) if reading.is_first else max(len(owners) - 1, 0)


def _text(
    cells: Mapping[int, GridCell],
    column: int,
) -> str:
    cell = cells.get(column)
    return cell.text if cell else ""


def _tahapan(
    cells: Mapping[int, GridCell],
    columns: _Columns,
    marks: tuple[str, str],
    para_pihak: int,
) -> tuple[str, dict[str, Any]]:
    label, isi = split_label(_text(cells, columns.first["tahapan"]))
    if not isi:
        return "", {}
    made: dict[str, Any] = {
        "isi": isi,
        "lokasi": _text(cells, columns.first["lokasi"]),
        "sumber_dana": _text(cells, columns.first["sumber_dana"]),
        "tahun": _years(cells, columns, marks[0]),
        "tugas": _tugas(cells, columns, para_pihak),
        "output": _listed(cells.get(columns.first["output"])),
        "outcome": _listed(cells.get(columns.first["outcome"])),
    }
    return label, {key: value for key, value in made.items() if value}


def _years(
    cells: Mapping[int, GridCell],
    columns: _Columns,
    tanda: str,
) -> str | list[str]:
    marked = [
        roman(i + 1)
        for i, column in enumerate(columns.years)
        if _text(cells, column) == tanda
    ]
    return "semua" if len(marked) == len(columns.years) else marked


def _tugas(
    cells: Mapping[int, GridCell],
    columns: _Columns,
    para_pihak: int,
) -> dict[str, Any]:
    first = cells.get(columns.tugas[0])
    if first and first.columns == para_pihak and para_pihak > 1:
        listed = _listed(first)
        return {"bersama": listed} if listed else {}
    pairs = zip(keys_of(para_pihak), columns.tugas, strict=True)
    said = {key: _listed(cells.get(column)) for key, column in pairs}
    return {key: listed for key, listed in said.items() if listed}


def _listed(cell: GridCell | None) -> str | list[str]:
    """One text, or the texts that stand there as 1. 2. 3."""
    if cell is None or not cell.items:
        return ""
    if len(cell.items) > 1 and all(item.label for item in cell.items):
        return [item.text for item in cell.items]
    parts = _numbered(cell.text)
    return parts if len(parts) > 1 else cell.text


def _numbered(text: str) -> list[str]:
    """ "1. … 2. … 3. …" in one line, cut before each number in its turn."""
    parts, rest, number = list[str](), text, 1
    if not rest.startswith("1. "):
        return [text]
    while True:
        body = rest.removeprefix(f"{number}. ")
        number += 1
        at = body.find(f" {number}. ")
        if at < 0:
            return [*parts, body]
        parts.append(body[:at])
        rest = body[at + 1 :]
