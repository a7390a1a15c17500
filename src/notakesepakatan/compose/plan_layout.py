"""The table of a Rencana Kerja: widths of its columns, size of its letters, its paper.

All of it follows from what stands in the columns. The words of the head are never
broken. Where the columns do not hold their words on the office's own paper, long words
of the rows are parted at syllables, then the letters become smaller, and at last the
paper becomes A3.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from notakesepakatan.compute.text.rencana_kerja import PlanRow
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.lampiran import Column, Lampiran, Program, Tahapan
from notakesepakatan.naskah.gaya import Page
from notakesepakatan.naskah.letters import longest_word, width_of
from notakesepakatan.words.numbers import roman

PAGE, LARGE_PAGE = "lampiran", "lampiran-a3"
SIZES = {"": 9.0, "-kecil": 8.0, "-renik": 7.0}
"""Size in points of the letters in cells, by what the names of their styles end with."""

_EDGE = 2.6
"""Millimetres of a cell that hold no letters: its margins and its line."""
_LABEL = 4.0
"""Millimetres that the number of an item takes."""
_PARTED = 1.9
"""Millimetres that hold any piece of a word parted at its syllables, for each point of
its size.
"""
_LEAST_TEXT = 1.7
"""Millimetres, likewise, below which a column of text is no longer read with ease."""
_USUAL_LINES = 3
"""Into as many lines a cell of usual length is set, before a column is wide enough."""


@dataclass(frozen=True)
class PlanLayout:
    """How a Rencana Kerja is set.

    Attributes:
        page: the page that it stands on, "lampiran" or "lampiran-a3".
        suffix: what the names of the styles of its cells end with.
        width: of each column, percent of the width of the text.
        fits: whether every word has room; where not even A3 gives it, the words are
            broken where the column ends.
    """

    page: str
    suffix: str
    width: tuple[float, ...]
    fits: bool


@dataclass(frozen=True)
class _Column:
    """What stands in one column.

    Attributes:
        head: the words of its head.
        cells: of each cell, its items.
        labelled: whether items are numbered in it.
        closed: whether it holds numbers and marks, which want no more room than they take.
    """

    head: str
    cells: tuple[tuple[str, ...], ...]
    labelled: bool = False
    closed: bool = False

    def least(self, points: float, *, parted: bool) -> float:
        """Millimetres that it must have."""
        head = longest_word(self.head, points, bold=True)
        items = [item for cell in self.cells for item in cell]
        word = max((longest_word(item, points) for item in items), default=0)
        word = min(word, _PARTED * points) if parted else word
        floor = 0 if self.closed else _LEAST_TEXT * points
        return max(head, word + _LABEL * self.labelled, floor) + _EDGE

    def wanted(self, points: float) -> float:
        """Millimetres that its cells would fill in a few lines."""
        written = [cell for cell in self.cells if any(cell)]
        if self.closed or not written:
            return 0
        whole = sum(width_of(item, points) for cell in written for item in cell)
        return whole / len(written) / _USUAL_LINES


def plan_layout(
    lampiran: Lampiran,
    rows: Sequence[PlanRow],
    heads: Sequence[str],
    year_count: int,
    pages: tuple[Page, Page],
) -> PlanLayout:
    """The layout of a Rencana Kerja.

    Args:
        lampiran: the annex as it reads.
        rows: its rows.
        heads: the heads of the parties' columns.
        year_count: how many columns of years it has.
        pages: the office's own page for it, and the A3 one.
    """
    columns = list(_columns(lampiran, rows, heads, year_count))
    own, large = (page.content_width for page in pages)
    usual, small, tiny = SIZES
    tries = (
        (PAGE, own, usual, False),
        (PAGE, own, usual, True),
        (PAGE, own, small, True),
        (LARGE_PAGE, large, usual, True),
        (LARGE_PAGE, large, small, True),
        (LARGE_PAGE, large, tiny, True),
    )
    for page, room, suffix, parted in tries:
        points = SIZES[suffix]
        least = _least(columns, lampiran, points, year_count, parted=parted)
        if sum(least) <= room:
            whole = _least(columns, lampiran, points, year_count, parted=False)
            width = _shared_out(columns, least, whole, points, room)
            return PlanLayout(page, suffix, _percent(width), fits=True)
    return PlanLayout(LARGE_PAGE, tiny, _percent(least), fits=False)


def pihak_heads(k: Kesepakatan, lampiran: Lampiran) -> list[str]:
    """The heads of the parties' columns: as the annex has them, or as they are called."""
    pihak_list = zip(k.kunci_pihak, k.para_pihak, strict=True)
    named = lampiran.kolom.pihak
    return [named.get(key) or pihak.sebutan or "" for key, pihak in pihak_list]


def _columns(
    lampiran: Lampiran, rows: Sequence[PlanRow], heads: Sequence[str], year_count: int
) -> Iterator[_Column]:
    head = lampiran.kolom
    program_list = [row.program for row in rows if row.awal]
    tahapan_list = [row.tahapan for row in rows]
    yield from _program_columns(head, program_list)
    yield from _tahapan_columns(head, tahapan_list)
    yield from _year_columns(lampiran, year_count)
    yield from _tugas_columns(heads, rows)
    yield _column(head.output, [one.output for one in tahapan_list])
    yield _column(head.outcome, [one.outcome for one in tahapan_list])


def _program_columns(
    head: Column, program_list: Sequence[Program]
) -> Iterator[_Column]:
    yield _column(head.nomor, [(one.nomor or "",) for one in program_list], closed=True)
    yield _column(head.program, [(one.nama,) for one in program_list])


def _tahapan_columns(
    head: Column, tahapan_list: Sequence[Tahapan]
) -> Iterator[_Column]:
    yield _column(head.tahapan, [(one.isi,) for one in tahapan_list], labelled=True)
    yield _column(head.lokasi, [(one.lokasi or "",) for one in tahapan_list])
    yield _column(head.sumber_dana, [(one.sumber_dana or "",) for one in tahapan_list])


def _year_columns(lampiran: Lampiran, year_count: int) -> Iterator[_Column]:
    marks = (lampiran.tanda, lampiran.tanda_kosong)
    for year in range(1, year_count + 1):
        yield _column(roman(year), [marks], closed=True)


def _tugas_columns(heads: Sequence[str], rows: Sequence[PlanRow]) -> Iterator[_Column]:
    """A column of each party; what all share is set across them and widens none."""
    for i, name in enumerate(heads):
        yield _column(name, [() if row.bersama else row.tugas[i] for row in rows])


def _column(
    head: str,
    cells: Sequence[tuple[str, ...] | None],
    *,
    labelled: bool = False,
    closed: bool = False,
) -> _Column:
    """A column of cells with their items, which are numbered where there are several."""
    written = tuple(items or () for items in cells)
    numbered = not closed and any(len(items) > 1 for items in written)
    return _Column(head, written, labelled or numbered, closed)


def _least(
    columns: Sequence[_Column],
    lampiran: Lampiran,
    points: float,
    year_count: int,
    *,
    parted: bool,
) -> list[float]:
    """Of each column, what it must have; under a head that several share, its part."""
    least = [column.least(points, parted=parted) for column in columns]
    years = slice(_BEFORE_YEARS, _BEFORE_YEARS + year_count)
    tugas = slice(years.stop, len(least) - _BEHIND_TUGAS)
    each_year = max(least[years])
    least[years] = _under(lampiran.kolom.tahun, [each_year] * year_count, points)
    least[tugas] = _under(lampiran.kolom.tugas, least[tugas], points)
    return least


def _under(head: str, group: Sequence[float], points: float) -> list[float]:
    """The columns below one head, wide enough together for its longest word."""
    part = (longest_word(head, points, bold=True) + _EDGE) / len(group)
    return [max(width, part) for width in group]


_BEFORE_YEARS = 5
_BEHIND_TUGAS = 2


def _shared_out(
    columns: Sequence[_Column],
    least: Sequence[float],
    whole: Sequence[float],
    points: float,
    room: float,
) -> list[float]:
    """What room is left keeps words whole first, and then goes where the most is written."""
    whole_words = _toward(least, whole, room)
    wanted = [column.wanted(points) for column in columns]
    filled = _toward(whole_words, wanted, room)
    return [width * room / sum(filled) for width in filled]


def _toward(width: Sequence[float], aim: Sequence[float], room: float) -> list[float]:
    """The widths nearer to those aimed at, each by the same part of what it lacks."""
    lacks = [max(wide - now, 0) for now, wide in zip(width, aim, strict=True)]
    left = room - sum(width)
    part = min(left / sum(lacks), 1) if any(lacks) else 0
    return [now + part * lack for now, lack in zip(width, lacks, strict=True)]


def _percent(width: Sequence[float]) -> tuple[float, ...]:
    return tuple(round(100 * one / sum(width), 3) for one in width)
