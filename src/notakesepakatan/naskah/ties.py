"""Words that stay together on one line: a text in, where its ties stand out.

A number does not stand on the next line without what it counts: "Pasal 6", "ayat (1)",
"PIHAK KESATU", a sum of money, a day and its month; the number of an office holder is
not torn. The text keeps its plain spaces; each writer binds them in its own way.
"""

import re
from collections.abc import Sequence

from notakesepakatan.words.tanggal import MONTHS

NO_BREAK_SPACE = "\u00a0"
_IDENTITY = (
    r"N(?:IP|IPPPK|RP|IK|IDN)[.:]?(?: :)? ?\d[\d .-]*\d",
    r"\([IVX]{1,4}/[a-e]\)",
)
"""The number that a person has in office, and the grade."""
_TIES = (
    *_IDENTITY,
    r"PIHAK (?:KE[A-Z]+|PERTAMA)(?: BELAS)?",
    r"(?:Pasal|Article) (?:\d+|[IVXLC]+)[A-Z]*",
    r"(?:ayat|paragraph) (?:\(\d+[a-z]*\)|\d+[a-z]*\)?)",
    r"Rp \S+",
    rf"\d{{1,2}} (?:{'|'.join(MONTHS)})",
)


def _pattern(ties: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(ties)})(?!\w)")


TIE = _pattern(_TIES)
"""A piece of a text that stands on one line."""
IDENTITY = _pattern(_IDENTITY)
"""A piece that stands on one line in narrow columns too, which are made for it."""


LAST_WORDS = re.compile(
    r"(?<![^\s>])(?=[^<>]{1,20}(?:\Z|</p>))[^\s<>]+ [^\s<>]{1,8}(?=\Z|</p>)"
)
"""The end of a paragraph in a narrow column, where no short word stands alone on its line."""


def bound(text: str, ties: re.Pattern[str] = TIE) -> str:
    """The text with spaces that no line breaks at: "Pasal 6" -> "Pasal\u00a06"."""
    return ties.sub(_bind, text)


def _bind(tie: re.Match[str]) -> str:
    return tie[0].replace(" ", NO_BREAK_SPACE)
