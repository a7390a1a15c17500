"""How wide the tanda tangan of the parties stand, and where those of many begin a new page.

A page holds as many rows as it has room for, all pages about as many, and each that
begins anew says whose tanda tangan it holds: none stands on a page without words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from notakesepakatan.model.para_pihak import PenandaTanganLain, Pihak, Saksi
from notakesepakatan.naskah.gaya import Page
from notakesepakatan.naskah.letters import width_of
from notakesepakatan.naskah.ties import bound

_ROOM_TO_SIGN = 5.3
_GAP = 1.5
"""Lines of a block without words: to sign in, and below it."""
_CLOSING = 10
"""Lines of the words that the first rows stay with."""
_GAP_BELOW_WORDS = 2
"""Lines below the words above the rows of a page that only goes on with them."""
_GAP_OF_COLUMNS = 4
"""Millimetres."""
_LINE = 1.4
_POINTS_OF_MM = 72 / 25.4

Rows = Sequence[Sequence[int]]
Block = tuple[str, ...]
PenandaTangan = Pihak | PenandaTanganLain


@dataclass(frozen=True)
class TandaTanganLayout:
    """How the blocks stand on pages.

    Attributes:
        rows: places of the parties, row by row; fewer beside each other than were asked
            for where a number of office would not stand on one line.
        widths: of each row the width of each signer's column, in percent.
        fresh: places, from 0, of the rows that begin a new page.
        together: whether the saksi stand on the page of the last row.
    """

    rows: Rows
    widths: Sequence[Sequence[float]]
    fresh: frozenset[int]
    together: bool


def tanda_tangan_layout(
    rows: Rows,
    para_pihak: Sequence[Pihak],
    saksi: Sequence[Saksi],
    pages: dict[str, Page],
    points: float,
    page: str = "badan",
    continued: str = "",
) -> TandaTanganLayout:
    """Where each stands, and where new pages begin.

    Args:
        rows: places of the parties, row by row, as asked for.
        para_pihak: the parties.
        saksi: who signs below them.
        pages: the pages there are.
        points: size of the letters.
        page: name of the page that they stand on.
        continued: the words above the rows of a page that only goes on with them.
    """
    on = pages[page]
    rows, widths = _columns(rows, para_pihak, on.content_width, points)
    lines = on.content_height * _POINTS_OF_MM / (points * _LINE)
    heights = [
        _row_height(row, wide, para_pihak, points)
        for row, wide in zip(rows, widths, strict=True)
    ]
    percent = [
        tuple(round(100 * each / on.content_width, 3) for each in wide)
        for wide in widths
    ]
    below = _saksi_height(saksi, on, points)
    room = lines - _CLOSING
    if sum(heights) + below <= room:
        return TandaTanganLayout(rows, percent, frozenset(), together=True)
    words = ceil(width_of(continued, points) / on.content_width)
    further = lines - words - _GAP_BELOW_WORDS
    fresh = fresh_rows(heights, room, further)
    left = further if fresh else room
    last = sum(heights[max(fresh, default=0) :])
    return TandaTanganLayout(rows, percent, fresh, together=last + below <= left)


def _columns(
    rows: Rows,
    para_pihak: Sequence[Pihak],
    room: float,
    points: float,
) -> tuple[Rows, list[list[float]]]:
    """The rows, with the width of each column in millimetres."""
    widths = [_widths(_people(row, para_pihak), room, points) for row in rows]
    fitting = [wide for wide in widths if wide]
    if len(fitting) == len(rows):
        return rows, fitting
    asked = max(map(len, rows))
    if asked == 1:
        equal = [_equal(len(_people(row, para_pihak)), room) for row in rows]
        return rows, equal
    order = [i for row in rows for i in row]
    fewer = [order[i : i + asked - 1] for i in range(0, len(order), asked - 1)]
    return _columns(fewer, para_pihak, room, points)


def _people(
    row: Sequence[int],
    para_pihak: Sequence[Pihak],
) -> list[PenandaTangan]:
    return [one for i in row for one in para_pihak[i].penanda_tangan_list]


def _equal(
    count: int,
    room: float,
) -> list[float]:
    return [room / count] * count


def _widths(
    people: Sequence[PenandaTangan],
    room: float,
    points: float,
) -> list[float]:
    """As wide as each other where nothing needs more; empty where they do not fit.

    Rank and number of office stand on one line each where there is room, the number
    always.
    """
    needed = [_widest(_pieces(one), points) for one in people]
    whole = [_widest(one.bawah_nama, points) for one in people]
    wished = [max(both) for both in zip(needed, whole, strict=True)]
    return _shared(wished, room) or _shared(needed, room)


def _pieces(one: PenandaTangan) -> Block:
    """The pieces of a block that no line breaks in."""
    texts = (*one.above_signature, *_name(one))
    return tuple(piece for text in texts for piece in bound(text).split(" "))


def _widest(
    texts: Sequence[str],
    points: float,
) -> float:
    """Millimetres that a column for these lines takes."""
    widths = (width_of(text, points, bold=True) for text in texts)
    return max(widths, default=0) + _GAP_OF_COLUMNS


def _shared(
    asked: Sequence[float],
    room: float,
) -> list[float]:
    """The room dealt out: what one asks above its share is taken from the others."""
    if sum(asked) > room:
        return []
    wide = set[int]()
    while True:
        rest = room - sum(asked[i] for i in wide)
        share = rest / max(len(asked) - len(wide), 1)
        more = {i for i, one in enumerate(asked) if one > share} - wide
        if not more:
            return [one if i in wide else share for i, one in enumerate(asked)]
        wide |= more


def fresh_rows(
    heights: Sequence[float],
    first: float,
    further: float,
) -> frozenset[int]:
    """The rows that begin a page, where each page holds about as many.

    Args:
        heights: of the rows, in lines.
        first: lines that the first page has for them, below its text.
        further: lines of each page behind it.
    """
    filled = _filled(heights, first, further)
    count = len(filled) + 1
    alike = frozenset(len(heights) * i // count for i in range(1, count))
    begins = [0, *sorted(alike), len(heights)]
    sums = [sum(heights[a:b]) for a, b in pairwise(begins)]
    fits = sums[0] <= first and all(one <= further for one in sums[1:])
    return alike if fits else filled


def _filled(
    heights: Sequence[float],
    first: float,
    further: float,
) -> frozenset[int]:
    """The rows that begin a page, where each page holds what it can."""
    fresh = set[int]()
    room, used = first, 0.0
    for i, height in enumerate(heights):
        if i and used + height > room:
            fresh.add(i)
            room, used = further, 0.0
        used += height
    return frozenset(fresh)


def _row_height(
    row: Sequence[int],
    wide: Sequence[float],
    para_pihak: Sequence[Pihak],
    points: float,
) -> float:
    """Lines that a row of blocks is high.

    Args:
        row: places of its parties.
        wide: width of each column, in millimetres.
        para_pihak: the parties.
        points: size of the letters.
    """
    columns = [
        (one, width - _GAP_OF_COLUMNS)
        for one, width in zip(_people(row, para_pihak), wide, strict=True)
    ]
    above = max(_lines(one.above_signature, width, points) for one, width in columns)
    below = max(_lines(_name(one), width, points) for one, width in columns)
    own_day = any(one.penandatanganan for one in para_pihak)
    return own_day + 1 + above + _ROOM_TO_SIGN + below + _GAP


def _name(one: PenandaTangan) -> Block:
    return (one.pejabat or "", *one.bawah_nama)


def _saksi_height(
    saksi: Sequence[Saksi],
    page: Page,
    points: float,
) -> float:
    """Lines that all of them take, two beside each other."""
    wide = page.content_width / 2 - _GAP_OF_COLUMNS
    heights = [
        _lines((*one.jabatan, one.nama or "", *one.bawah_nama), wide, points)
        for one in saksi
    ]
    rows = [max(heights[i : i + 2]) for i in range(0, len(heights), 2)]
    return sum(rows) + len(rows) * (_ROOM_TO_SIGN + _GAP) + bool(rows)


def _lines(
    texts: Sequence[str],
    wide: float,
    points: float,
) -> int:
    return sum(max(ceil(width_of(one, points, bold=True) / wide), 1) for one in texts)
