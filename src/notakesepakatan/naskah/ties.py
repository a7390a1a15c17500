"""Words that stay together on one line: a text in, where its ties stand out.

A number does not stand on the next line without what it counts: "Pasal 6", "ayat (1)",
"PIHAK KESATU", a sum of money, a day and its month. The text keeps its plain spaces;
each writer binds them in its own way.
"""

import re

from notakesepakatan.words.tanggal import MONTHS

NO_BREAK_SPACE = "\u00a0"
_TIES = (
    r"PIHAK (?:KE[A-Z]+|PERTAMA)(?: BELAS)?",
    r"(?:Pasal|Article) \d+[A-Z]*",
    r"(?:ayat|paragraph) \(\d+[a-z]*\)",
    r"Rp \S+",
    rf"\d{{1,2}} (?:{'|'.join(MONTHS)})",
)
TIE = re.compile(rf"(?<!\w)(?:{'|'.join(_TIES)})(?!\w)")
"""A piece of a text that stands on one line."""


def bound(text: str) -> str:
    """The text with spaces that no line breaks at: "Pasal 6" -> "Pasal\u00a06"."""
    return TIE.sub(_bind, text)


def _bind(tie: re.Match[str]) -> str:
    return tie[0].replace(" ", NO_BREAK_SPACE)
