"""A file that is not ours in, what each of its paragraphs is called out: "Pasal 3 ayat (2)".

Only what its own headings and labels say; nothing before the first pasal, nor from the
closing on.
"""

import re
from collections.abc import Iterator

from notakesepakatan.load.foreign.account import ForeignText
from notakesepakatan.load.grammar.parts import heading, is_lampiran
from notakesepakatan.load.grammar.stream import Block, Item, items_of, stream
from notakesepakatan.place import unit_words

_AYAT = re.compile(r"\((\d{1,3}[a-z]?)\)")
_HURUF = re.compile(r"\(?([a-z])[.)]")
_ANGKA = re.compile(r"(\d{1,3})[.)]")
_CLOSING = re.compile(r"demikian", re.IGNORECASE)
_LAMPIRAN = "Lampiran"


def whereabouts(read: ForeignText) -> dict[int, str]:
    """What the paragraphs are called, by their places among all of the file."""
    walk = _Walk()
    return {
        number: words for block in stream(read) for number, words in walk.over(block)
    }


class _Walk:
    """The paragraphs one by one, with the parts that they stand in."""

    def __init__(self) -> None:
        self._pasal = ""
        self._ayat = ""

    def over(self, block: Block) -> Iterator[tuple[int, str]]:
        """The numbers of a block's paragraphs, and what each is called."""
        if is_lampiran(block):
            self._pasal, self._ayat = _LAMPIRAN, ""
        for item in items_of([block]):
            words = self._words(item)
            if words:
                yield item.number, words

    def _words(self, item: Item) -> str:
        found = heading(item)
        if found and self._pasal != _LAMPIRAN:
            self._pasal, self._ayat = unit_words("pasal", found["nomor"]), ""
            return self._pasal
        if _CLOSING.match(item.text) and self._pasal != _LAMPIRAN:
            self._pasal = self._ayat = ""
        if self._pasal in ("", _LAMPIRAN):
            return self._pasal
        ayat = _AYAT.fullmatch(item.label)
        if ayat:
            self._ayat = unit_words("ayat", ayat[1])
        return " ".join(filter(None, (self._pasal, self._ayat, _below(item.label))))


def _below(label: str) -> str:
    """An item of a list by its label; empty for an ayat, a bullet, or nothing."""
    for pattern, unit in ((_HURUF, "huruf"), (_ANGKA, "angka")):
        found = pattern.fullmatch(label)
        if found:
            return unit_words(unit, found[1])
    return ""
