"""How wide words are on paper, near enough to choose by it what fits.

The widths are those of Bookman, the widest of the fonts that offices print with: what
is reckoned to fit in it fits in the others too. No font is asked, so that every machine
sets the same page.
"""

from collections.abc import Mapping
from functools import lru_cache

_MM_OF_POINT = 25.4 / 72
_BOLD = {
    240: "'",
    340: "[](){} ,.:;jl",
    400: "!-ifI`",
    460: '"*rt',
    520: "_s",
    600: "zaceg+/<=>\\^bvx|~",
    660: "oqyJLZdp#$0123456789?PSku",
    720: "FhnTYABEV",
    800: "CNUDGRX&KOQw",
    940: "@H%MW",
    1000: "m",
}
_REGULAR = {
    240: "'{}",
    320: "!()[]ijl ,.:;f",
    400: '"t-I`',
    440: "*r",
    520: "z_cesv",
    580: "?gyoxaq",
    640: "+/<=>JL\\^|~#$0123456789PTbdkpFYZ",
    720: "ShnAuVEKRX",
    800: "BCNUw&DGHO",
    920: "@Q%M",
    960: "mW",
}
_UNKNOWN = 800
"""Of a letter that no table has; as those, thousandths of the size."""


def _by_letter(groups: Mapping[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in groups.items() for letter in letters}


_BOLD_WIDTH, _REGULAR_WIDTH = _by_letter(_BOLD), _by_letter(_REGULAR)


@lru_cache(maxsize=20_000)
def _thousandths(text: str, *, bold: bool) -> int:
    table = _BOLD_WIDTH if bold else _REGULAR_WIDTH
    return sum(table.get(letter, _UNKNOWN) for letter in text)


def width_of(text: str, points: float, *, bold: bool = False) -> float:
    """Width of a line of text in millimetres, rather too wide than too narrow.

    Args:
        text: the line.
        points: size of its letters.
        bold: whether they are bold.
    """
    return _thousandths(text, bold=bold) / 1000 * points * _MM_OF_POINT


def longest_word(text: str, points: float, *, bold: bool = False) -> float:
    """Width in millimetres of the widest of its words; 0 where there is none."""
    return max((width_of(word, points, bold=bold) for word in text.split()), default=0)
