"""The changes of an adendum in, the same with the marks that its agreement quotes with out."""

from collections.abc import Sequence
from dataclasses import replace

from notakesepakatan.compose.adendum.item import PerubahanItem
from notakesepakatan.compose.adendum.rows import PerubahanRow
from notakesepakatan.compose.quoting import Marks, with_marks_of


def items_with_marks(
    items: Sequence[PerubahanItem], marks: Marks
) -> list[PerubahanItem]:
    """The items of an adendum, with these marks around the words they name."""
    return [replace(item, kalimat=with_marks_of(item.kalimat, marks)) for item in items]


def rows_with_marks(rows: Sequence[PerubahanRow], marks: Marks) -> list[PerubahanRow]:
    """Its rows; only where words replace words are their cells the program's own."""
    result = list[PerubahanRow]()
    for row in rows:
        if row.kalimat and row.semula:
            cells = (row.semula, row.menjadi)
            old, new = (
                tuple(with_marks_of(one, marks) for one in cell) for cell in cells
            )
            row = replace(row, semula=old, menjadi=new)
        result.append(replace(row, kalimat=with_marks_of(row.kalimat, marks)))
    return result
