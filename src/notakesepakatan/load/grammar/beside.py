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

_ORDER = re.compile(r"\A[IVX]{1,5}\.\s+")
_TITLE_WORD = re.compile(r"antara|dan|dengan|tentang", re.IGNORECASE)
"""A word of the title that the program prints in both languages."""


class Translations:
    """Pairs of paragraphs, and which of them have found their place."""

    def __init__(self, pairs: Iterable[tuple[Item, Item]]) -> None:
        self._right = dict[str, list[tuple[int, str]]]()
        self.placed = set[int]()
        for left, right in pairs:
            words, translation = _below_heading(left, right)
            if words and not _TITLE_WORD.fullmatch(words):
                waiting = self._right.setdefault(_plain(words), [])
                waiting.append((right.number, translation))
            else:
                self.placed.add(right.number)

    def take(self, text: str) -> str:
        """The translation of a text, which then has its place; empty without one.

        Of a text that was put together of several paragraphs, of each of them.
        """
        pieces = list(self._pieces_of(_plain(text)))
        translations = list[str]()
        for piece in pieces:
            number, translation = self._right[piece].pop(0)
            self.placed.add(number)
            translations.append(translation)
        return " ".join(translations)

    def _pieces_of(self, plain: str) -> Iterator[str]:
        """The paragraphs that a text is made of, in order; none where it is not."""
        if self._right.get(plain):
            yield plain
            return
        begins = [
            words
            for words, waiting in self._right.items()
            if waiting and plain.startswith(f"{words} ")
        ]
        for words in sorted(begins, key=len, reverse=True):
            rest = list(self._pieces_of(plain[len(words) + 1 :]))
            if rest:
                yield words
                yield from rest
                return


def _below_heading(left: Item, right: Item) -> tuple[str, str]:
    """The words of a pair, without the lines "Pasal 1" and "Article 1" above them.

    The number of a party, "I.", is printed in both languages too.

    Empty where there is nothing else.
    """
    first, *below = left.lines or (left.whole,)
    if not _HEADING.fullmatch(first.strip()):
        return _ORDER.sub("", left.text), _ORDER.sub("", right.text)
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
    for pihak in data["para_pihak"]:
        _add_to_pihak(pihak, found)
    data["pertimbangan"] = [
        _with_translation(one, found) for one in data.get("pertimbangan", [])
    ]
    data["pasal"] = [_with_translation(one, found) for one in data.get("pasal", [])]
    return frozenset(found.placed)


def _add_to_pihak(pihak: dict[str, Any], found: Translations) -> None:
    """The name of a party, and the sentence on it."""
    name = found.take(pihak.get("nama_judul", pihak["nama"]))
    sentence = _sentence_of(pihak, found)
    said = {"nama_judul": name, "kalimat": sentence}
    if any(said.values()):
        pihak[_KEY] = {key: text for key, text in said.items() if text}


def _sentence_of(pihak: dict[str, Any], found: Translations) -> str:
    """The translation of the sentence on a party, without the name before it."""
    sentence = pihak.get("kalimat", "")
    whole = f"{pihak.get('pejabat', '')} : {sentence}"
    translation = found.take(whole)
    return translation.partition(" : ")[2] or translation or found.take(sentence)


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
