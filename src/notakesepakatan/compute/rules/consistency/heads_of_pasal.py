"""Two pasal with one heading, of which one probably has the heading of another."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Reading
from notakesepakatan.compute.rules.structure import foreign_pasal
from notakesepakatan.place import at

_NUMBER = re.compile(r"(?:Pasal|PASAL) \d{1,3}[A-Z]?\.?\s*")
_BAB = re.compile(r"BAB [IVXLC]+\b")


def alike(reading: Reading) -> Iterator[Flaw]:
    """`HAK DAN KEWAJIBAN PIHAK PERTAMA` over two pasal of one BAB."""
    groups = _typed(reading) if reading.typed else _plain(reading)
    for headings in groups:
        count = Counter(one.text.upper() for one in headings)
        for one in headings:
            # Which of the two is meant nobody can tell, so that both are named.
            if count[one.text.upper()] > 1:
                message = "judul ini sudah dipakai pasal lain"
                saran = "periksa judulnya dengan isi pasalnya"
                yield one.flaw(one.text, message, saran)


def _typed(reading: Reading) -> Iterator[Sequence[Excerpt]]:
    """The headings of ours, BAB by BAB."""
    headings = list[Excerpt]()
    for i, pasal in enumerate(reading.kesepakatan.pasal):
        if pasal.bab or pasal.judul_bagian:
            yield headings
            headings = []
        if pasal.judul and not pasal.dihapus:
            headings.append(Excerpt(at("pasal", i, "judul"), pasal.judul))
    yield headings


def _plain(reading: Reading) -> Iterator[Sequence[Excerpt]]:
    """The headings of a text of others, behind the number or in the next line in capitals."""
    headings = list[Excerpt]()
    for pasal in foreign_pasal(reading.excerpts):
        below = [excerpt for excerpt, _ in pasal.excerpts]
        title = _NUMBER.sub("", pasal.heading.text.strip())
        if title:
            headings.append(Excerpt(pasal.heading.place, title))
        elif below and below[0].text.isupper():
            headings.append(Excerpt(below[0].place, below[0].text.strip()))
        if any(_BAB.match(excerpt.text.strip()) for excerpt in below):
            yield headings
            headings = []
    yield headings
