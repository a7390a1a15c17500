"""A text whose translation stands beside it in, the data with each text's translation out.

A paragraph and the one that stands beside it in the same row are a pair. Where a row holds
other numbers of them on both sides nothing is paired, and its words have no place.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from notakesepakatan.load.grammar.stream import Item
from notakesepakatan.place import RINCIAN

_KEY = "terjemahan"
_LISTS = ("ayat", *RINCIAN)
_TEXTS = ("judul", "isi", "penutup")
_HEADING = re.compile(r"pasal\s+\w{1,6}\.?", re.IGNORECASE)
"""A line whose words the program itself prints in both languages."""


class Translations:
    """Pairs of paragraphs, and which of them have found their place."""

    def __init__(self, pairs: Iterable[tuple[Item, Item]]) -> None:
        self._right = dict[str, list[tuple[int, str]]]()
        self.placed = set[int]()
        for left, right in pairs:
            words, translation = _below_heading(left, right)
            if words:
                waiting = self._right.setdefault(_plain(words), [])
                waiting.append((right.number, translation))
            else:
                self.placed.add(right.number)

    def take(self, text: str) -> str:
        """The translation of a text, which then has its place; empty without one."""
        waiting = self._right.get(_plain(text))
        if not waiting:
            return ""
        number, translation = waiting.pop(0)
        self.placed.add(number)
        return translation


def _below_heading(left: Item, right: Item) -> tuple[str, str]:
    """The words of a pair, without the lines "Pasal 1" and "Article 1" above them.

    Empty where there is nothing else.
    """
    first, *below = left.lines or (left.whole,)
    if not _HEADING.fullmatch(first.strip()):
        return left.text, right.text
    return " ".join(below), " ".join(right.lines[1:])


def add_translations(
    data: dict[str, Any], pairs: Iterable[tuple[Item, Item]]
) -> frozenset[int]:
    """Put the translation of each text under `terjemahan` beside it.

    Args:
        data: the agreement as it was read; what has a translation is changed.
        pairs: each paragraph and the one beside it.

    Returns:
        Numbers of the paragraphs that have a place now.
    """
    found = Translations(pairs)
    said = {key: found.take(data.get(key, "")) for key in ("jenis", "judul")}
    data[_KEY] = {key: text for key, text in said.items() if text}
    _add_to_sentences(data, found)
    data["pertimbangan"] = [
        _with_translation(one, found) for one in data.get("pertimbangan", [])
    ]
    data["pasal"] = [_with_translation(one, found) for one in data.get("pasal", [])]
    return frozenset(found.placed)


def _add_to_sentences(data: dict[str, Any], found: Translations) -> None:
    """The fixed sentences; those of several paragraphs are a list."""
    kalimat = data.get("kalimat", {})
    said = dict[str, Any]()
    for key, text in kalimat.items():
        translated = [found.take(one) for one in _as_list(text)]
        if translated and all(translated):
            said[key] = translated if isinstance(text, list) else translated[0]
    if said:
        data["kalimat"] = {**kalimat, _KEY: said}


def _with_translation(part: Any, found: Translations) -> Any:
    """A part and all below it with what stands beside them; a bare text is its `isi`."""
    if isinstance(part, str):
        translation = found.take(part)
        return {"isi": part, _KEY: translation} if translation else part
    made = dict(part)
    said = dict(_said(made, found))
    for key in _LISTS:
        if key in made:
            made[key] = [_with_translation(one, found) for one in made[key]]
    if said:
        made[_KEY] = said["isi"] if set(said) == {"isi"} else said
    return made


def _said(part: dict[str, Any], found: Translations) -> Iterator[tuple[str, str]]:
    for key in _TEXTS:
        text = part.get(key)
        if isinstance(text, str) and (translation := found.take(text)):
            yield key, translation


def _as_list(text: Any) -> list[str]:
    return text if isinstance(text, list) else [text]


def _plain(text: str) -> str:
    """As texts are compared: titles stand in capitals on paper."""
    return " ".join(text.split()).casefold()
