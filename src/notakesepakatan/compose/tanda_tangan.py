"""Where the tanda tangan of many parties begin a new page.

A page holds as many rows as it has room for, all pages about as many, and each that
begins anew says whose tanda tangan it holds: none stands on a page without words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from notakesepakatan.model.para_pihak import PenandaTanganLain, Pihak, Saksi
from notakesepakatan.naskah.gaya import Page
from notakesepakatan.naskah.letters import width_of

_ROOM_TO_SIGN = 5.3
_GAP = 1.5
"""Lines of a block without words: to sign in, and below it."""
_CLOSING = 10
"""Lines of the words that the first rows stay with."""
_GAP_OF_COLUMNS = 4
"""Millimetres."""
_LINE = 1.4
_POINTS_OF_MM = 72 / 25.4

Rows = Sequence[Sequence[int]]
Block = tuple[str, ...]


@dataclass(frozen=True)
class TandaTanganLayout:
    """How the blocks stand on pages.

    Attributes:
        fresh: places, from 0, of the rows that begin a new page.
        together: whether the saksi stand on the page of the last row.
    """

    fresh: frozenset[int]
    together: bool


def tanda_tangan_layout(
    rows: Rows,
    para_pihak: Sequence[Pihak],
    saksi: Sequence[Saksi],
    pages: dict[str, Page],
    points: float,
    page: str = "badan",
) -> TandaTanganLayout:
    """Where new pages begin.

    Args:
        rows: places of the parties, row by row.
        para_pihak: the parties.
        saksi: who signs below them.
        pages: the pages there are.
        points: size of the letters.
        page: name of the page that they stand on.
    """
    on = pages[page]
    lines = on.content_height * _POINTS_OF_MM / (points * _LINE)
    room = lines - _CLOSING
    heights = [_row_height(row, para_pihak, on, points) for row in rows]
    below = _saksi_height(saksi, on, points)
    if sum(heights) + below <= room:
        return TandaTanganLayout(frozenset(), together=True)
    fresh = _fresh(heights, room)
    last = sum(heights[max(fresh, default=0) :])
    return TandaTanganLayout(fresh, together=last + below <= room)


def _fresh(heights: Sequence[float], room: float) -> frozenset[int]:
    """The rows that begin a page, where each page holds about as many."""
    if sum(heights) <= room:
        return frozenset()
    most = max(int(room // max(heights)), 1)
    count = ceil(len(heights) / most)
    return frozenset(len(heights) * i // count for i in range(1, count))


def _row_height(
    row: Sequence[int], para_pihak: Sequence[Pihak], page: Page, points: float
) -> float:
    """Lines that a row of blocks is high."""
    people = [one for i in row for one in para_pihak[i].penanda_tangan_list]
    wide = page.content_width / len(people) - _GAP_OF_COLUMNS
    above = max(_lines(one.above_signature, wide, points) for one in people)
    below = max(_lines(_name(one), wide, points) for one in people)
    own_day = any(one.penandatanganan for one in para_pihak)
    return own_day + 1 + above + _ROOM_TO_SIGN + below + _GAP


def _name(one: Pihak | PenandaTanganLain) -> Block:
    return (one.pejabat or "", *one.bawah_nama)


def _saksi_height(saksi: Sequence[Saksi], page: Page, points: float) -> float:
    """Lines that all of them take, two beside each other."""
    wide = page.content_width / 2 - _GAP_OF_COLUMNS
    heights = [
        _lines((*one.jabatan, one.nama or "", *one.bawah_nama), wide, points)
        for one in saksi
    ]
    rows = [max(heights[i : i + 2]) for i in range(0, len(heights), 2)]
    return sum(rows) + len(rows) * (_ROOM_TO_SIGN + _GAP) + bool(rows)


def _lines(texts: Sequence[str], wide: float, points: float) -> int:
    return sum(max(ceil(width_of(one, points, bold=True) / wide), 1) for one in texts)
