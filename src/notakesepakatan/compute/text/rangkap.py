"""How many originals a sentence says: all of them, the stamped ones, those for the archive."""

import re

from notakesepakatan.words.spelt import NUMBER_WORDS, spelt_number

_WORDS = rf"(?:(?:{'|'.join(sorted(NUMBER_WORDS))})(?![a-z]) ?){{1,4}}(?<! )"
_COUNT = rf"(?:(?P<figures>\d{{1,3}}) \([a-z ]+\)|(?<!\()(?P<words>{_WORDS}))"
WHOLE = re.compile(rf"\brangkap {_COUNT}", re.IGNORECASE)
MADE_IN = re.compile(
    rf"\bdalam {_COUNT} rangkap\b(?! (?:asli|bermeterai|tanpa|untuk|sebagai))",
    re.IGNORECASE,
)
"""`dibuat dalam 3 (tiga) rangkap`: of all, or of those with a stamp where others follow."""
ORIGINALS = re.compile(rf"{_COUNT} rangkap asli", re.IGNORECASE)
STAMPED = re.compile(
    rf"{_COUNT} (?:rangkap|(?:rangkap )?di ?antaranya) bermeterai", re.IGNORECASE
)
ARCHIVED = re.compile(
    rf"{_COUNT} rangkap (?:tanpa meterai|untuk arsip|sebagai arsip)", re.IGNORECASE
)


def count_of(match: re.Match[str]) -> int:
    """How many one of these says, in figures or in words alone; 0 where words say none."""
    if match["figures"]:
        return int(match["figures"])
    said = spelt_number(match["words"].lower().split())
    return said[0] if said else 0
