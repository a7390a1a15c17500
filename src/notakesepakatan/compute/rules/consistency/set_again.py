"""Terms that are set for two things: in one sentence, or for what is defined already."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from notakesepakatan.compute.rules.consistency.sameness import SET_TOGETHER
from notakesepakatan.compute.rules.front import front_of
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Reading

_TERM = r"[A-Z][\w/-]*(?: [A-Z][\w/-]*){0,4}"
_CALLED = re.compile(
    rf"\bdisebut,? (?:(?:juga|sebagai|dengan) )?[“\"']?(?P<term>{_TERM})"
)
_CALLED_LATER = re.compile(
    rf"\bselanjutnya (?:disebut|disingkat),? (?:(?:juga|sebagai|dengan) )?[“\"']?(?P<term>{_TERM})"
)
_IN_BRACKETS = re.compile(r"\((?P<term>[A-Z][a-z]+)\)")
_TOGETHER = "bersama-sama disebut"
_SARAN = "periksa sebutan mana yang dimaksud"


def for_two(
    reading: Reading, definitions: Sequence[tuple[str, Excerpt]]
) -> Iterator[Flaw]:
    """`bersama-sama disebut PARA PIHAK, dan sendiri-sendiri disebut PARA PIHAK`."""
    for excerpt in reading.excerpts:
        yield from _twice(excerpt, _CALLED)
        if _TOGETHER in excerpt.text:
            yield from _twice(excerpt, _IN_BRACKETS)
    yield from _of_one(reading)
    yield from _defined_elsewhere(reading, definitions)


def _twice(excerpt: Excerpt, pattern: re.Pattern[str]) -> Iterator[Flaw]:
    """What one sentence calls two things, at both places: either may be the wrong one."""
    found = list(pattern.finditer(excerpt.text))
    count = Counter(match["term"] for match in found)
    for match in found:
        if count[match["term"]] > 1:
            yield _flaw(excerpt, match, "satu sebutan untuk dua hal dalam kalimat ini")


def _of_one(reading: Reading) -> Iterator[Flaw]:
    """All parties together are called what one of them is called."""
    terms = {one.sebutan for one in front_of(reading).para_pihak if one.sebutan}
    for excerpt in reading.excerpts:
        for match in SET_TOGETHER.finditer(excerpt.text):
            if match[1] in terms:
                message = "sebutan bersama ini sudah menjadi sebutan satu pihak"
                yield excerpt.flaw(match[1], message, _SARAN, match.start(1))


def _defined_elsewhere(
    reading: Reading, definitions: Sequence[tuple[str, Excerpt]]
) -> Iterator[Flaw]:
    """`yang selanjutnya disebut Perangkat`, where the definitions have Perangkat."""
    places = {term: excerpt.path for term, excerpt in definitions}
    for excerpt in reading.excerpts if places else ():
        for match in _CALLED_LATER.finditer(excerpt.text):
            where = places.get(match["term"])
            if where is not None and where != excerpt.path:
                yield _flaw(excerpt, match, "istilah ini sudah didefinisikan")


def _flaw(excerpt: Excerpt, match: re.Match[str], message: str) -> Flaw:
    term, begin = match["term"], match.start("term")
    return excerpt.flaw(term, message, _SARAN, begin)
