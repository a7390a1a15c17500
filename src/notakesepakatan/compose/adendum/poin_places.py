"""Sentences that name bullets in, the same by where the bullets stand on paper out.

A bullet bears no number, so what counts for a reader is its place: the one that an earlier
adendum put in as "2a" is the third, and the former third is the fourth.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pasal import Butir, Pasal
from notakesepakatan.place import RINCIAN
from notakesepakatan.words.numbers import order

Places = Mapping[str, str]
"""Of a pasal, by the label of each of its bullets the place on paper: {"2a": "3"}."""

_QUOTED_OR_POIN = re.compile(r"\"[^\"]*\"|\bpoin (?P<label>\w+)")
_PASAL = re.compile(r"\bPasal (\w+)")
_NAMED_ANEW = re.compile(r", yakni (poin \w+(?:(?:, dan |, | dan )poin \w+)*)")
"""What a sentence says of the bullets that it puts in, which stand below it anyway."""


def poin_places(before: Kesepakatan, after: Kesepakatan) -> dict[str, Places]:
    """The pasal whose bullets are labelled otherwise than by their places, with these.

    Args:
        before: the text that an adendum changes, whose places its sentences are told by.
        after: the text with it, for the bullets that it puts in.
    """
    result = dict[str, Places]()
    for pasal in chain(after.pasal, before.pasal):
        label = pasal.nomor or ""
        result[label] = {**result.get(label, {}), **dict(_places(pasal))}
    return {
        label: places
        for label, places in result.items()
        if any(label != place for label, place in places.items())
    }


def _places(part: Pasal | Butir) -> Iterator[tuple[str, str]]:
    for place, butir in enumerate(part.poin, 1):
        yield butir.nomor or "", str(place)
    for key in ("ayat", *RINCIAN):
        for butir in getattr(part, key, ()):
            yield from _places(butir)


def in_order(sentence: str) -> str:
    """A sentence of the program's own, its bullets named in words: "poin kedua"."""

    def called(match: re.Match[str]) -> str:
        label = match["label"] or ""
        return f"poin {order(int(label))}" if label.isdigit() else match[0]

    return _QUOTED_OR_POIN.sub(called, sentence)


def by_place(sentence: str, pasal_list: Mapping[str, Places]) -> str:
    """A sentence of the program's own whose bullets are named by where they stand.

    Of two pasal in one sentence it is not certain whose they are, and it stays as it is.
    """
    named = {label for label in _PASAL.findall(sentence) if label in pasal_list}
    if len(named) != 1:
        return sentence
    places = pasal_list[named.pop()]

    def called(match: re.Match[str]) -> str:
        label = match["label"]
        return f"poin {places.get(label, label)}" if label else match[0]

    return _QUOTED_OR_POIN.sub(called, _NAMED_ANEW.sub("", sentence))
