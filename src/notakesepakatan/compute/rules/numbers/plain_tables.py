"""Tables, row by row: sums of a text of others, and a quantity times its price in any."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from notakesepakatan.compute.rules.numbers.table_sums import (
    is_changed_round,
    swapped_sums,
)
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Reading, typed_at
from notakesepakatan.compute.text.tabel import column_sum, is_subtotal, read_number
from notakesepakatan.model.tabel import Tabel
from notakesepakatan.place import Place

_SUM = re.compile(
    r"(?:jumlah|total|seluruhnya|jumlah seluruhnya|jumlah total)\W*$", re.I
)
_MONEY = re.compile(r"Rp\.? ?\d[\d.]*(?:,\d{2})?")
_FEWEST_CELLS = 2
_FEWEST_PRODUCTS = 2
"""Rows in which the same columns make the same product, so that another is a slip."""


class _Row(NamedTuple):
    """One row.

    Attributes:
        cells: its words by column.
        places: where each stands.
        offsets: where each begins in its text.
    """

    cells: Sequence[str]
    places: Sequence[Place]
    offsets: Sequence[int | None]

    def numbers(self) -> list[Decimal | None]:
        """The number in each cell; None where it is none."""
        return [read_number(cell) for cell in self.cells]


def sums(reading: Reading) -> Iterator[Flaw]:
    """The last row of a table says the sum of those above; a row, the product of two others."""
    yield from _unlike_sentence(reading)
    yield from swapped_sums(reading)
    tables = _typed_tables(reading) if reading.typed else _plain_tables(reading)
    for rows in tables:
        if reading.typed is None:  # of ours the sums are held when it is loaded
            yield from _wrong_sums(rows)
        yield from _wrong_products(rows)


def _unlike_sentence(reading: Reading) -> Iterator[Flaw]:
    """One amount in the sentence above a table of ours, and another sum below its column."""
    if reading.typed is None:
        return
    for excerpt in reading.excerpts:
        amounts = _MONEY.findall(excerpt.text) if excerpt.path[-1] == "isi" else []
        tabel = _tabel_below(reading, excerpt) if len(amounts) == 1 else None
        if tabel is None:
            continue
        columns = enumerate(tabel.kolom)
        summed = [i for i, each in columns if each.jumlah and each.jenis == "uang"]
        (said,) = amounts
        if len(summed) == 1 and read_number(said) != column_sum(tabel, summed[0]):
            message = f"tertulis {said}, padahal jumlah tabel di bawahnya lain"
            saran = "samakan kalimat dengan jumlah tabelnya"
            yield excerpt.flaw(said, message, saran)


def _tabel_below(reading: Reading, excerpt: Excerpt) -> Tabel | None:
    """The table of what a sentence leads up to; None where it has none, or is no whole of it."""
    if not excerpt.text.rstrip().endswith(":") and "rinci" not in excerpt.text.lower():
        return None
    part = typed_at(reading.typed, excerpt.path[:-1])
    return getattr(part, "tabel", None)


def _plain_tables(reading: Reading) -> Iterator[list[_Row]]:
    """Rows of a text of others that stand below each other with as many cells."""
    for count, series in groupby(reading.excerpts, lambda one: one.text.count("\t")):
        rows = [_plain_row(excerpt) for excerpt in series] if count else []
        if count + 1 >= _FEWEST_CELLS and len(rows) > 1:
            yield rows


def _plain_row(excerpt: Excerpt) -> _Row:
    cells, offsets, begin = list[str](), list[int | None](), 0
    for cell in excerpt.text.split("\t"):
        cells.append(cell.strip())
        offsets.append(begin)
        begin += len(cell) + 1
    return _Row(cells, [excerpt.place] * len(cells), offsets)


def _typed_tables(reading: Reading) -> Iterator[list[_Row]]:
    """The rows of each table of ours with columns of its own."""
    cells = [one for one in reading.excerpts if one.path[-3:-2] == ("baris",)]
    for _, table in groupby(cells, lambda one: one.path[:-2]):
        rows = groupby(table, lambda one: one.path[-2])
        yield [_typed_row(list(row)) for _, row in rows]


def _typed_row(row: Sequence[Excerpt]) -> _Row:
    return _Row(
        [one.text for one in row], [one.place for one in row], [None] * len(row)
    )


def _wrong_sums(rows: Sequence[_Row]) -> Iterator[Flaw]:
    last = rows[-1]
    if not any(_SUM.match(cell) for cell in last.cells):
        return
    counted = [row for row in rows[:-1] if not is_subtotal(row.cells)]
    for column, said in enumerate(last.numbers()):
        above = [row.numbers()[column] for row in counted]
        numbers = [number for number in above if number is not None]
        # The head of a column is words; all below it has to be numbers.
        is_whole = len(numbers) > 1 and None not in above[len(above) - len(numbers) :]
        if said is not None and is_whole and sum(numbers) != said:
            cell = last.cells[column]
            message = f"tertulis {cell}, padahal baris di atasnya berjumlah lain"
            saran = "periksa jumlahnya dan barisnya"
            place, begin = last.places[column], last.offsets[column]
            yield Flaw(
                place,
                cell,
                message,
                saran,
                offset=begin,
            )
            missing = said - sum(numbers)
            yield from _changed_round(counted, column, missing)


def _changed_round(
    rows: Sequence[_Row], column: int, missing: Decimal
) -> Iterator[Flaw]:
    """The one row whose number makes the sum right when two of its digits change places."""
    found = list[_Row]()
    for row in rows:
        number = row.numbers()[column]
        if number is not None and is_changed_round(number, number + missing):
            found.append(row)
    if len(found) == 1:
        (row,) = found
        message = "dengan dua angkanya tertukar jumlahnya cocok"
        saran = "periksa urutan angkanya"
        place, begin = row.places[column], row.offsets[column]
        yield Flaw(
            place,
            row.cells[column],
            message,
            saran,
            offset=begin,
        )


def _wrong_products(rows: Sequence[_Row]) -> Iterator[Flaw]:
    """Where all rows but one have a column that is the product of the two before it."""
    numbers = [row.numbers() for row in rows]
    for column in range(2, max(map(len, numbers), default=0)):
        right, wrong = 0, list[_Row]()
        for row, values in zip(rows, numbers, strict=True):
            three = values[column - 2 : column + 1]
            if len(three) < 3 or None in three:
                continue
            quantity, price, product = (value or Decimal(0) for value in three)
            if quantity * price == product:
                right += 1
            else:
                wrong.append(row)
        if right >= _FEWEST_PRODUCTS and len(wrong) == 1:
            yield _not_the_product(wrong[0], column)


def _not_the_product(row: _Row, column: int) -> Flaw:
    quantity, price, product = row.cells[column - 2 : column + 1]
    message = f"{quantity} kali {price} bukan {product}"
    saran = "periksa banyaknya, harganya, dan jumlahnya"
    return Flaw(
        row.places[column],
        product,
        message,
        saran,
        offset=row.offsets[column],
    )
