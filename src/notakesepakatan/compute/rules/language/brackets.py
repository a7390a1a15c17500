"""Brackets and quotation marks: what is opened is closed, and nothing else is."""

import re
from collections.abc import Iterator

from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Reading

_MARK = re.compile(r"[()“”\"]")
_LABEL = re.compile(r"(?:(?<=\s)|^)(?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,5})\)")
"""`a)` and `1)`: the bracket belongs to the number of an item."""
_CLOSES = {")": "(", "”": "“"}
_NAMED = {
    "(": "tanda kurung",
    ")": "tanda kurung",
    "“": "tanda kutip",
    "”": "tanda kutip",
    '"': "tanda kutip",
}
_PIECE = 30
"""Letters behind an opening mark that are shown."""


def without_pair(reading: Reading) -> Iterator[Flaw]:
    """A bracket or a quotation mark without its other half in the same paragraph."""
    for excerpt in reading.excerpts:
        for begin in _lone_places(excerpt.text):
            yield _flaw(excerpt, begin)


def _lone_places(text: str) -> list[int]:
    """Where the marks stand that have no other half."""
    of_labels = {match.end() - 1 for match in _LABEL.finditer(text)}
    opened = list[int]()
    alone = list[int]()
    straight = list[int]()  # a quotation mark that opens as it closes
    for match in _MARK.finditer(text):
        begin, mark = match.start(), match[0]
        if mark == '"':
            straight.append(begin)
        elif mark not in _CLOSES:
            opened.append(begin)
        elif opened and text[opened[-1]] == _CLOSES[mark]:
            opened.pop()
        elif begin not in of_labels:
            alone.append(begin)
    if len(straight) % 2:
        alone.append(straight[-1])
    return sorted([*opened, *alone])


def _flaw(excerpt: Excerpt, begin: int) -> Flaw:
    mark = excerpt.text[begin]
    is_closing = mark in _CLOSES
    piece = excerpt.text[begin : begin + 1 if is_closing else begin + _PIECE].strip()
    half = "pembukanya" if is_closing else "penutupnya"
    message = f"{_NAMED[mark]} tanpa {half}"
    return excerpt.flaw(piece, message, "lengkapi pasangannya", begin)
