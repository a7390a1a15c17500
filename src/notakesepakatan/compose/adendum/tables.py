"""Two tables of a naskah in, what changed between them out: cell by cell, row by row, or
column by column.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from notakesepakatan.compose.adendum.difference import Difference
from notakesepakatan.compose.adendum.paper import paper_words
from notakesepakatan.compute.text.tabel import row_names
from notakesepakatan.naskah.blocks import Cut, Paragraph, Table, TableLine
from notakesepakatan.naskah.compare import pair_rows, word_changes
from notakesepakatan.place import (
    PARTS_OF_TABEL,
    address_id,
    address_of_id,
    address_words,
    unit_words,
)

COLUMN = " kolom "
"""Before the head of the column that a cell stands in."""
_CELL_LIMIT = 4
"""Changed cells beyond which a row is one place."""

_Lines = tuple[TableLine | None, TableLine | None]
"""A row before and after."""

_Row = Mapping[str, Sequence[Paragraph]]
"""The cells of a row, by the head of their column."""


def table_differences(
    old: Table | None, new: Table | None, sebutan: Mapping[str, str]
) -> Iterator[Difference]:
    """Every place of a table that differs; None where there is no such table."""
    table = new or old
    if table and table.datum:
        letak = paper_words(table.datum, sebutan)
        yield from _differing(table.datum, letak, _all_rows(old), _all_rows(new))
    elif old and new and len(old.width) != len(new.width):
        yield from _of_unlike_width(old, new, sebutan)
    else:
        yield from _by_rows(old, new, sebutan)


def _of_unlike_width(
    old: Table, new: Table, sebutan: Mapping[str, str]
) -> Iterator[Difference]:
    """By the heads of the columns; as one place where there are none."""
    if _column_heads_known(new):
        yield from _by_columns(old, new, sebutan)
    else:
        place = ("tanda_tangan", "tanda tangan")
        yield from _differing(*place, _all_rows(old), _all_rows(new))


def _by_rows(
    old: Table | None, new: Table | None, sebutan: Mapping[str, str]
) -> Iterator[Difference]:
    """Row by row, and the cells of a row where it stands in both."""
    table = new or old
    heads = _column_heads(table) if table else []
    old_names, new_names = _row_names(old), _row_names(new)
    for before, after in _rows(old, new):
        datum, letak = _row_place(after or before, sebutan)
        letak = _by_name(letak, datum, new_names if after else old_names)
        if before and after:
            yield from _row(before, after, heads, datum, letak)
        else:
            yield from _differing(datum, letak, _all_cells(before), _all_cells(after))


def _all_rows(table: Table | None) -> list[Paragraph]:
    return [
        paragraph
        for line in (table.baris if table else ())
        for paragraph in _all_cells(line)
        if paragraph.teks
    ]


def _column_heads_known(table: Table) -> bool:
    """Whether its columns have heads; those of the signatures have none."""
    return any(line.kepala for line in table.baris)


def changed_words(
    old: Sequence[Paragraph], new: Sequence[Paragraph]
) -> tuple[Cut, ...]:
    """Both runs of paragraphs as one, with what changed; none where only spaces did."""
    kata = word_changes(_lines(old), _lines(new))
    differs = any(cut.lacak and cut.teks.strip() for cut in kata)
    return kata if differs else ()


def _differing(
    datum: str, letak: str, old: Sequence[Paragraph], new: Sequence[Paragraph]
) -> Iterator[Difference]:
    kata = changed_words(old, new)
    if kata:
        yield Difference(datum, letak, kata)


def _lines(paragraphs: Sequence[Paragraph]) -> tuple[Cut, ...]:
    """Labels and words, a paragraph a line: a number that changed is a change too."""
    result = list[Cut]()
    for paragraph in paragraphs:
        if result:
            result.append(Cut("\n"))
        if paragraph.label:
            result.append(Cut(f"{paragraph.label} "))
        result += paragraph.isi
    return tuple(result)


def _rows(old: Table | None, new: Table | None) -> Sequence[_Lines]:
    if old and new:
        return pair_rows(old, new)
    if old:
        return [(line, None) for line in old.baris]
    return [(None, line) for line in new.baris] if new else []


def _row_place(line: TableLine | None, sebutan: Mapping[str, str]) -> tuple[str, str]:
    """Path of a row, and the place on paper."""
    if line and line.datum:
        return line.datum, paper_words(line.datum, sebutan)
    if line is None or line.kepala:
        return "", "kepala tabel Lampiran"
    named = (paragraph.datum for paragraph in _all_cells(line) if paragraph.datum)
    return next(named, "tanda_tangan"), "tanda tangan"


def _row_names(table: Table | None) -> dict[str, str]:
    """What the rows of a table are called, by their paths; nothing of other tables."""
    lines = [line for line in (table.baris if table else ()) if _is_row(line)]
    if table is None or not lines:
        return {}
    texts = [
        [" ".join(p.teks for p in cell.isi) for cell in line.cell] for line in lines
    ]
    names = row_names(_column_heads(table), texts)
    return {line.datum: name for line, name in zip(lines, names, strict=True)}


def _is_row(line: TableLine) -> bool:
    """Whether it is a row of a table of the text, and neither its head nor its sums."""
    _, mark, last = line.datum.rpartition(".tabel.")
    return bool(mark) and last not in PARTS_OF_TABEL


def _by_name(letak: str, datum: str, names: Mapping[str, str]) -> str:
    """The place of a row with the name that the paper gives it."""
    if datum not in names:
        return letak
    place = unit_words("tabel", datum.rpartition(".")[2])
    return letak.replace(place, unit_words("tabel", names[datum]))


def _all_cells(line: TableLine | None) -> list[Paragraph]:
    cells = line.cell if line else ()
    return [paragraph for cell in cells for paragraph in cell.isi]


def _row(
    old: TableLine, new: TableLine, heads: Sequence[str], datum: str, letak: str
) -> list[Difference]:
    result = list[Difference]()
    column = 0
    has_columns = new.datum and not new.kepala
    for before, after in zip(old.cell, new.cell, strict=True):
        is_named = has_columns and heads[column]
        place = f"{letak}{COLUMN}{heads[column]}" if is_named else letak
        result += _differing(datum, place, before.isi, after.isi)
        column += after.kolom
    return _row_or_cells(result, datum, letak)


def _row_or_cells(cells: list[Difference], datum: str, letak: str) -> list[Difference]:
    """The changed cells, or where they are many the row with the words of all."""
    if len(cells) <= _CELL_LIMIT:
        return cells
    kata = list[Cut]()
    for cell in cells:
        kata += (*cell.kata, Cut(" "))
    return [Difference(datum, letak, tuple(kata))]


def _by_columns(
    old: Table, new: Table, sebutan: Mapping[str, str]
) -> Iterator[Difference]:
    """Columns that came or went are one place each, with the words of all their rows.

    The others cell by cell.
    """
    old_rows, new_rows = _rows_by_datum(old), _rows_by_datum(new)
    for datum in dict.fromkeys((*old_rows, *new_rows)):
        before, after = old_rows.get(datum, {}), new_rows.get(datum, {})
        yield from _row_by_heads(before, after, datum, paper_words(datum, sebutan))
    old_heads, new_heads = _column_heads(old), _column_heads(new)
    for head in dict.fromkeys((*old_heads, *new_heads)):
        if head in old_heads and head in new_heads:
            continue
        gone = _column_words(old_rows, head, sebutan)
        come = _column_words(new_rows, head, sebutan)
        datum, whole = _whole_table(new_rows or old_rows, sebutan)
        yield Difference(datum, f"{whole}{COLUMN}{head}", word_changes(gone, come))


def _whole_table(
    rows: Mapping[str, _Row], sebutan: Mapping[str, str]
) -> tuple[str, str]:
    """Path of a table and its place on paper: "Lampiran II", "Pasal 4 tabel"."""
    first = next(iter(rows), "lampiran")
    above, mark, _ = first.rpartition(".tabel.")
    if mark:
        return above, f"{paper_words(above, sebutan)} tabel"
    lampiran = address_of_id(first)[:1]
    return address_id(lampiran) or "lampiran", address_words(lampiran) or "Lampiran"


def _row_by_heads(old: _Row, new: _Row, datum: str, letak: str) -> Iterator[Difference]:
    """The cells that stand under one head in both; of a row in one only, all of it."""
    cells = list[Difference]()
    for head in old:
        if head in new:
            cells += _differing(datum, f"{letak}{COLUMN}{head}", old[head], new[head])
    yield from _row_or_cells(cells, datum, letak)
    if not old or not new:
        yield from _differing(datum, letak, _all_heads(old), _all_heads(new))


def _all_heads(row: _Row) -> list[Paragraph]:
    return [paragraph for content in row.values() for paragraph in content]


def _rows_by_datum(table: Table) -> dict[str, _Row]:
    heads = _column_heads(table)
    result = dict[str, dict[str, tuple[Paragraph, ...]]]()
    for line in table.baris:
        if line.kepala:
            continue
        row = result.setdefault(line.datum, {})
        column = 0
        for cell in line.cell:
            row[heads[column]] = cell.isi
            column += cell.kolom
    return dict(result)


def _column_words(
    rows: Mapping[str, _Row], head: str, sebutan: Mapping[str, str]
) -> list[Cut]:
    """One column from top to bottom: "baris 1: V; baris 2: -"."""
    result = list[str]()
    for datum, row in rows.items():
        words = " ".join(paragraph.teks for paragraph in row.get(head, ()))
        if words:
            letak = paper_words(datum, sebutan)
            result.append(f"{_row_alone(letak)}: {words}")
    return [Cut("; ".join(result))] if result else []


def _row_alone(letak: str) -> str:
    """A row without the table that it stands in: "baris 1"."""
    row = _ROW.search(letak)
    words = row[0] if row else letak
    return words.removesuffix(" tabel")


_ROW = re.compile(r"\b(?:baris|jumlah)\b.*")


def _column_heads(table: Table) -> list[str]:
    """Heads of the columns; one that stands under another bears both."""
    many = len(table.width)
    heads = [""] * many
    spanned = [0] * many  # rows that the head above a column still takes up
    for line in table.baris:
        if not line.kepala:
            break
        column = 0
        for cell in line.cell:
            while column < many and spanned[column]:
                spanned[column] -= 1
                column += 1
            words = " ".join(paragraph.teks for paragraph in cell.isi)
            for below in range(column, min(column + cell.kolom, many)):
                heads[below] = f"{heads[below]} {words}".strip()
                spanned[below] = cell.baris - 1
            column += cell.kolom
    return heads
