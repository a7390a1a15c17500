"""Amounts of sentences against the sums of tables: digits changed round, a zero lost."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from notakesepakatan.compute.rules.numbers.instalments import MONEY, instalments
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Level, Reading
from notakesepakatan.compute.text.tabel import read_number

_WARNING: Level = "peringatan"
_SMALLEST = Decimal(10_000)


def swapped_sums(reading: Reading) -> Iterator[Flaw]:
    """An amount in a sentence that is the sum of a table but for two digits, or for a zero."""
    yield from instalments(reading)
    amounts = [
        (excerpt, match, read_number(match[0]))
        for excerpt in reading.excerpts
        for match in MONEY.finditer(excerpt.text)
    ]
    totals = set(_totals(reading))
    if not totals:
        return
    for excerpt, match, amount in amounts:
        if amount is None or amount in totals or amount < _SMALLEST:
            continue
        if "\t" in excerpt.text or excerpt.path[-3:-2] == ("baris",):
            continue
        near = [total for total in totals if is_changed_round(amount, total)]
        if len(near) == 1:
            message = "dua angkanya tertukar terhadap jumlah pada tabel"
            saran, begin = "samakan dengan jumlah tabelnya", match.start()
            yield excerpt.flaw(match[0], message, saran, begin)
    yield from _by_a_zero(reading, amounts, totals)


def _by_a_zero(
    reading: Reading,
    amounts: Sequence[tuple[Excerpt, re.Match[str], Decimal | None]],
    totals: set[Decimal],
) -> Iterator[Flaw]:
    """`Rp15.000.000,00`, where the table makes Rp150.000.000,00 and no sentence says so."""
    cells = {read_number(cell) for one in reading.excerpts for cell in _cells(one)}
    said = {amount for one, _, amount in amounts if not any(_cells(one))}
    lost = totals - said
    for excerpt, match, amount in amounts:
        if (
            amount is None
            or amount < _SMALLEST
            or amount in cells
            or any(_cells(excerpt))
        ):
            continue
        if amount * 10 in lost or amount / 10 in lost:
            message = "satu nol kurang atau lebih terhadap jumlah pada tabel"
            saran, begin = "samakan dengan jumlah tabelnya", match.start()
            yield excerpt.flaw(match[0], message, saran, begin, _WARNING)


def _cells(excerpt: Excerpt) -> Sequence[str]:
    """The cells of a row; none of a sentence."""
    if "\t" in excerpt.text:
        return excerpt.text.split("\t")
    return [excerpt.text] if excerpt.path[-3:-2] == ("baris",) else []


def _totals(reading: Reading) -> Iterator[Decimal]:
    """The sums of columns of tables."""
    if reading.typed is None:
        for excerpt in reading.excerpts:
            if re.match(r"\s*(?:jumlah|total)\b", excerpt.text, re.IGNORECASE):
                cells = map(read_number, excerpt.text.split("\t")[1:])
                yield from (cell for cell in cells if cell is not None)
        return
    rows = [one for one in reading.excerpts if one.path[-3:-2] == ("baris",)]
    sums = Counter[tuple[object, ...]]()
    result = defaultdict[tuple[object, ...], Decimal](Decimal)
    for cell in rows:
        number = read_number(cell.text)
        column = (*cell.path[:-2], cell.path[-1])
        if number is not None:
            result[column] += number
            sums[column] += 1
    yield from (total for column, total in result.items() if sums[column] > 1)


def is_changed_round(one: Decimal, other: Decimal) -> bool:
    """Whether two digits of one number, put in each other's place, make the other."""
    first, second = str(int(one)), str(int(other))
    if len(first) != len(second) or sorted(first) != sorted(second):
        return False
    differing = [i for i in range(len(first)) if first[i] != second[i]]
    return len(differing) == len((1, 2))
