"""The columns of tables with columns of their own: no word, and no sum, is broken in them.

A table that its page does not hold has smaller letters; that of an annex then turns to
the page across, and at last to A3.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.etree import ElementTree

from notakesepakatan.compose.plan_layout import LARGE_PAGE, PAGE
from notakesepakatan.compute.text.tabel import printed
from notakesepakatan.model.tabel import Tabel
from notakesepakatan.naskah.gaya import Gaya, Page
from notakesepakatan.naskah.letters import longest_word, width_of

SUFFIXES = ("", "-kecil", "-renik")
"""What the styles of the cells end with, from the largest letters down."""
_CELLS = ("kepala-paraf", "sel-paraf", "sel-angka", "sel-jumlah")
"""Styles of the cells of such a table."""
_EDGE = 2.6
"""Millimetres of a column beside its words."""
_WIDEST = 70.0
"""Millimetres that a column asks for at most, if no word is wider."""
_SECTION = re.compile(r'(?=<section class=")')
_PAGE_OF = re.compile(r'<section class="([^"]*)"')
_TABLE = re.compile(
    r'<table class="bergaris">(?:(?!</table>).)*?\.tabel\.kepala".*?</table>',
    re.DOTALL,
)
_COLUMNS = re.compile(r"<colgroup>.*?</colgroup>")
_STYLE = re.compile(rf'class="({"|".join(_CELLS)})"')
_OF_LAMPIRAN = 'class="judul-lampiran"'
_UPRIGHT_HEAD = '"kepala-lampiran-tegak'
_HEAD_ACROSS = '"kepala-lampiran'


class _Look(NamedTuple):
    """How the words of a cell look."""

    points: float
    bold: bool


class _Column(NamedTuple):
    """Millimetres that a column must have, and that its words would fill."""

    least: float
    wanted: float


class _Try(NamedTuple):
    """A page, and how large its letters are."""

    page: str
    suffix: str


def with_tables_fitted(
    content: str,
    pages: Mapping[str, Page],
    gaya: Mapping[str, Gaya],
    points: float,
) -> str:
    """The naskah with the widths of the columns that the words in them need.

    Args:
        content: sections of the naskah.
        pages: pages by section class.
        gaya: styles by name.
        points: size of letters where a style has none.
    """
    sections = _SECTION.split(content)
    looks = {name: _look(style, points) for name, style in gaya.items()}
    return "".join(_fitted(section, pages, looks) for section in sections)


def tabel_fits(
    tabel: Tabel,
    room: float,
) -> bool:
    """Whether a table stands in so many millimetres, in the smallest letters.

    Reckoned as if all of it were bold.
    """
    said = printed(tabel)
    heads = [column.judul for column in said.columns]
    rows = [heads, *said.rows, *([said.sums[said.before_sums :]] if said.sums else ())]
    widths = [0.0] * len(heads)
    for row in rows:
        first = len(heads) - len(row)
        for i, text in enumerate(row, first):
            word = longest_word(text, _SMALLEST, bold=True)
            widths[i] = max(widths[i], word)
    return sum(widths) + _EDGE * len(widths) <= room


_SMALLEST = 8.0
"""Points."""


def _look(
    style: Gaya,
    points: float,
) -> _Look:
    return _Look(style.ukuran or points, style.tebal)


def _fitted(
    section: str,
    pages: Mapping[str, Page],
    looks: Mapping[str, _Look],
) -> str:
    tables = _TABLE.findall(section)
    named = _PAGE_OF.match(section)
    if not tables or not named or named[1] not in pages:
        return section
    is_lampiran = _OF_LAMPIRAN in section
    tries = [one for one in _tries(named[1], is_lampiran) if one.page in pages]
    chosen = next(
        (one for one in tries if _holds(one, tables, pages, looks)), tries[-1]
    )
    room = pages[chosen.page].content_width
    made = _TABLE.sub(
        lambda table: _with_widths(table[0], chosen.suffix, room, looks), section
    )
    return _on_page(made, named[1], chosen.page)


def _tries(
    page: str,
    is_lampiran: bool,
) -> Iterator[_Try]:
    """Pages and letters, what is best first."""
    pages = [page, PAGE, LARGE_PAGE] if is_lampiran else [page]
    for each in dict.fromkeys(pages):
        for suffix in SUFFIXES:
            yield _Try(each, suffix)


def _on_page(
    section: str,
    before: str,
    now: str,
) -> str:
    if before == now:
        return section
    turned = section.replace(f'class="{before}"', f'class="{now}"', 1)
    return turned.replace(_UPRIGHT_HEAD, _HEAD_ACROSS)


def _holds(
    one: _Try,
    tables: Sequence[str],
    pages: Mapping[str, Page],
    looks: Mapping[str, _Look],
) -> bool:
    """Whether every table has room for its words."""
    room = pages[one.page].content_width
    each = (_columns(table, one.suffix, looks) for table in tables)
    return all(sum(column.least for column in columns) <= room for columns in each)


def _with_widths(
    table: str,
    suffix: str,
    room: float,
    looks: Mapping[str, _Look],
) -> str:
    widths = _shared(_columns(table, suffix, looks), room)
    columns = "".join(
        f'<col style="width:{round(100 * wide / sum(widths), 3)}%"/>' for wide in widths
    )
    fitted = _COLUMNS.sub(f"<colgroup>{columns}</colgroup>", table, count=1)
    return _STYLE.sub(rf'class="\g<1>{suffix}"', fitted)


def _columns(
    table: str,
    suffix: str,
    looks: Mapping[str, _Look],
) -> list[_Column]:
    """What each column needs; a cell over several asks nothing."""
    # Ours and well-formed: the template's own words, escaped.
    root = ElementTree.fromstring(table)  # noqa: S314
    count = len(root.findall("colgroup/col"))
    least, wanted = [_EDGE] * count, [_EDGE] * count
    for row in root.iter("tr"):
        place = 0
        for cell in row:
            across = int(cell.get("colspan", "1"))
            for words in cell.findall("p") if across == 1 else ():
                look = looks[f"{words.get('class')}{suffix}"]
                text = "".join(words.itertext())
                need = longest_word(text, look.points, bold=look.bold)
                whole = width_of(text, look.points, bold=look.bold)
                least[place] = max(least[place], need + _EDGE)
                wanted[place] = max(wanted[place], min(whole, _WIDEST) + _EDGE)
            place += across
    pairs = zip(least, wanted, strict=True)
    return [_Column(need, max(need, wish)) for need, wish in pairs]


def _shared(
    columns: Sequence[_Column],
    room: float,
) -> list[float]:
    """The room dealt out: what they need, and the rest by what they would fill."""
    least = sum(column.least for column in columns)
    wanted = sum(column.wanted for column in columns)
    if wanted <= room or wanted == least:
        return [column.wanted * room / wanted for column in columns]
    share = (room - least) / (wanted - least)
    return [
        column.least + (column.wanted - column.least) * max(share, 0)
        for column in columns
    ]
