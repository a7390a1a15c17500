"""Decrees of one day under two titles, and other papers that are cited with our own number."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from notakesepakatan.compute.rules.front import front_of
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Level, Reading
from notakesepakatan.words.tanggal import LONG_PATTERN

_DECREE = re.compile(
    r"\b(?P<maker>(?:Keputusan|Surat Keputusan|Surat Edaran|Instruksi|Peraturan)"
    r"(?: (?:[A-Z][\w-]*|dan)){1,8})(?: Nomor:? \S{1,40})?,? (?:tertanggal|tanggal)"
    rf" (?P<day>{LONG_PATTERN}),? tentang (?P<title>[^.,;:()]{{5,200}})"
)
_PAPER = re.compile(
    r"\b(?P<kind>(?:Nota|Kesepakatan|Perjanjian|Memorandum|Kontrak)(?: [A-Z][a-z]+){0,3})"
    r" Nomor:? (?P<number>(?=\S*\d)[\w./-]+\w)"
)
_FIRST = 12
"""Paragraphs among which the title of a text stands."""
_WARNING: Level = "peringatan"


def cited_alike(reading: Reading) -> Iterator[Flaw]:
    """A decree of one maker and day under two titles; another paper with our own number."""
    yield from _two_titles(reading)
    yield from _own_number(reading)


def _two_titles(reading: Reading) -> Iterator[Flaw]:
    places = defaultdict[tuple[str, str], list[tuple[Excerpt, re.Match[str]]]](list)
    for excerpt in reading.excerpts:
        for match in _DECREE.finditer(excerpt.text):
            places[match["maker"], match["day"]].append((excerpt, match))
    for found in places.values():
        titles = [match["title"].strip().lower() for _, match in found]
        for (excerpt, match), title in zip(found, titles, strict=True):
            others = [one for one in titles if not _is_beginning(one, title)]
            if others:
                message = f'di tempat lain "tentang {others[0]}"'
                piece, begin = match["title"], match.start("title")
                yield excerpt.flaw(
                    piece,
                    message,
                    "samakan judulnya",
                    begin,
                    _WARNING,
                )


def _is_beginning(one: str, other: str) -> bool:
    """Whether of two titles one is the beginning of the other, as a sentence may go on."""
    return one.startswith(other) or other.startswith(one)


def _own_number(reading: Reading) -> Iterator[Flaw]:
    """`Kesepakatan Bersama Nomor …`, which is the number of this Perjanjian Kerja Sama."""
    own = {number for number, _ in front_of(reading).numbers}
    kinds = _own_kinds(reading)
    for excerpt in reading.excerpts if own and any(kinds) else ():
        for match in _PAPER.finditer(excerpt.text):
            is_own = any(match["kind"].lower() in kind for kind in kinds)
            if match["number"] in own and not is_own:
                message = f"nomor itu nomor naskah ini, bukan {match['kind']}"
                piece, begin = match["number"], match.start("number")
                saran = "periksa nomornya"
                yield excerpt.flaw(
                    piece,
                    message,
                    saran,
                    begin,
                    _WARNING,
                )


def _own_kinds(reading: Reading) -> Sequence[str]:
    """What this paper is called, in small letters: by its data, or by its first lines."""
    if reading.typed:
        return (reading.kesepakatan.jenis.lower(),)
    first = (excerpt.text.strip() for excerpt in reading.excerpts[:_FIRST])
    return [text.lower() for text in first if text.isupper()]
