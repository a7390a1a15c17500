"""What the English text calls the paper and each of its parties: one name each."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from notakesepakatan.compute.rules.reading import Flaw, Reading
from notakesepakatan.compute.text.terjemahan import translated_texts
from notakesepakatan.place import Place

_KINDS = (
    "Memorandum|Agreement|Arrangement|Contract|Letter|Declaration|Understanding|Protocol"
    "|Treaty|Charter|Addendum"
)
_PAPER = re.compile(
    rf"\b[Tt]his (?P<name>\[\[jenis\]\]|(?:[A-Z][a-z]+ ){{0,3}}(?:{_KINDS})"
    r"(?: of [A-Z][a-z]+)?(?: [A-Z][a-z]+)*)"
)
_EACH = re.compile(
    r"(?:\b(?:[Ee]ach|[Ee]ither|[Aa]ny|[Nn]either|[Oo]ther|[Bb]oth|[Tt]he|THE|[Oo]ne|a) |(?=\[))"
    r"(?P<name>\[\[sebutan_(?:tunggal|bersama)\]\]|[A-Z]{4,})(?![\w ]?[A-Z])"
)
_MARKS = ("[[jenis]]", "[[sebutan_tunggal]]", "[[sebutan_bersama]]")
_MOSTLY = 3
"""A name that stands so often is the one in use; another is a slip where it is once."""


class _Named(NamedTuple):
    """One place of a name: where it stands, its words, and the name that they are."""

    place: Place
    piece: str
    begin: int
    name: str


def stray(reading: Reading) -> Iterator[Flaw]:
    """`this Agreement` in a Memorandum of Understanding; `Either PARTICIPANT` beside PARTIES."""
    texts = list(_texts(reading))
    for pattern in (_PAPER, _EACH):
        places = list(_named(texts, pattern, reading))
        count = Counter(one.name for one in places)
        usual, many = next(iter(count.most_common(1)), ("", 0))
        for one in places if many >= _MOSTLY else ():
            if one.name != usual and count[one.name] == 1:
                message = f'"{one.piece}", padahal naskah ini memakai {usual}'
                saran = f"samakan dengan {usual}"
                yield Flaw(
                    one.place,
                    one.piece,
                    message,
                    saran,
                    offset=one.begin,
                )


def _texts(reading: Reading) -> Iterator[tuple[Place, str]]:
    """The texts of the other language; of a text of others all, as none says which they are."""
    if reading.typed is None:
        for excerpt in reading.excerpts:
            if not excerpt.text.isupper():
                yield excerpt.place, excerpt.text
    elif reading.typed.bahasa_kedua:
        for path, _, other in translated_texts(reading.typed):
            yield Place(path), other


def _named(
    texts: list[tuple[Place, str]], pattern: re.Pattern[str], reading: Reading
) -> Iterator[_Named]:
    for place, text in texts:
        for match in pattern.finditer(text):
            piece, begin = match["name"], match.start("name")
            yield _Named(place, piece, begin, _plain(piece, reading))


def _plain(name: str, reading: Reading) -> str:
    """A name without its plural, and for a mark what it is filled in with."""
    if name in _MARKS:
        titles = reading.typed.terjemahan if reading.typed else None
        own = titles.jenis if titles else None
        return (own or name) if name == _MARKS[0] else "PARTY"
    if not name.isupper():
        return name
    return re.sub("IES$", "Y", name).removesuffix("S")
