"""Lines of a title, broken once for every format: about as long as each other."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from html import escape, unescape
from math import ceil
from typing import NamedTuple

from notakesepakatan.naskah.gaya import Gaya, Page
from notakesepakatan.naskah.letters import width_of

TITLES = ("judul", "judul-lampiran")
"""Styles of titles."""
_TITLE = re.compile(
    rf'<(?P<tag>p|h[1-6]) class="(?P<gaya>{"|".join(TITLES)})"(?P<id>[^>]*)>'
    r"(?P<words>.*?)</(?P=tag)>",
    re.DOTALL,
)
_SECTION = re.compile(r'(?=<section class=")')
_PAGE = re.compile(r'<section class="([^"]*)"')
_BREAK = "<br/>"
_LINKS = frozenset(("DAN", "ATAU", "DI", "KE", "DARI", "UNTUK", "DENGAN", "TENTANG"))
"""Words that lead on to the next and end no line."""


def balanced(
    content: str, pages: Mapping[str, Page], gaya: Mapping[str, Gaya], points: float
) -> str:
    """The naskah with its titles in lines of about one length.

    A title that fits on a line, and a break that is there already, stay.

    Args:
        content: sections of the naskah.
        pages: pages by section class.
        gaya: styles by name.
        points: size of letters where a style has none.
    """
    return "".join(
        _TITLE.sub(partial(_balance, page, gaya, points), section)
        if (page := _page(section, pages))
        else section
        for section in _SECTION.split(content)
    )


def _page(section: str, pages: Mapping[str, Page]) -> Page | None:
    named = _PAGE.match(section)
    return pages.get(named[1]) if named else None


def _balance(
    page: Page, gaya: Mapping[str, Gaya], points: float, title: re.Match[str]
) -> str:
    tag, name, words = title["tag"], title["gaya"], title["words"]
    look = gaya.get(name)
    if look is None or "<" in words.replace(_BREAK, ""):
        return title[0]
    wide = page.content_width - look.masuk - look.masuk_kanan
    size = look.ukuran or points
    lines = [
        line
        for typed in words.split(_BREAK)
        for line in lines_of(unescape(typed), wide, size, bold=look.tebal)
    ]
    broken = _BREAK.join(escape(line, quote=False) for line in lines)
    return f'<{tag} class="{name}"{title["id"]}>{broken}</{tag}>'


def lines_of(text: str, wide: float, points: float, *, bold: bool) -> list[str]:
    """A text in as few lines as it needs, about as long as each other.

    No line ends in a word that leads on to the next, where that can be.

    Args:
        text: the title.
        wide: room of a line, millimetres.
        points: size of its letters.
        bold: whether they are bold.
    """
    whole = width_of(text, points, bold=bold)
    if whole <= wide:
        return [text]
    words = text.split()
    width = partial(width_of, points=points, bold=bold)
    for count in range(ceil(whole / wide), len(words) + 1):
        if lines := _even_lines(words, count, wide, whole / count, width):
            return lines
    return [text]


def _even_lines(
    words: Sequence[str],
    count: int,
    wide: float,
    even: float,
    width: Callable[[str], float],
) -> list[str]:
    """The words in so many lines that come nearest to an even length; none if too wide.

    For each number of lines, and each number of words, the best way to set these words
    in those lines is kept, and longer ones are made of it.
    """
    best: dict[int, _Way] = {0: _Way(0, [])}
    for _ in range(count):
        further: dict[int, _Way] = {}
        for begin, way in best.items():
            for end in range(begin + 1, len(words) + 1):
                line = " ".join(words[begin:end])
                length = width(line)
                if length > wide:
                    break
                leads_on = words[end - 1].upper() in _LINKS and end < len(words)
                cost = way.cost + (length - even) ** 2 + leads_on * wide**2
                if end not in further or cost < further[end].cost:
                    further[end] = _Way(cost, [*way.lines, line])
        best = further
    return best[len(words)].lines if len(words) in best else []


class _Way(NamedTuple):
    """Some of the words set in lines; what is uneven of them costs."""

    cost: float
    lines: list[str]
