"""The text as every rule reads it, walked once: each sentence with its path, words and names counted."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from pydantic import BaseModel

from notakesepakatan.compute.text.numbering import Numbers, number
from notakesepakatan.compute.text.reading import resolve
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import DataPath, Place, at

Level = Literal["galat", "peringatan", "catatan"]
WordList = Callable[[str], bool]
"""Whether a word is one of Indonesian."""

_NO_TEXT = (
    "kunci",
    "korespondensi",
    "sebutan",
    "konvensi_berakhir",
    "kode_pos",
    "telepon",
    "faksimile",
    "email",
    "angka",
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True)
class Excerpt:
    """One text with its place in the data, as it reads on paper."""

    place: Place
    teks: str

    @property
    def path(self) -> DataPath:
        """The path of its place."""
        return self.place.path


@dataclass(frozen=True)
class Flaw:
    """One finding.

    Attributes:
        place: where the text stands, or what is missing something.
        piece: the words it is about, as they read; empty where it is about the whole.
        message: what is wrong, in Indonesian.
        saran: what to do.
        replace: words for `piece` that may be put in without asking.
    """

    place: Place
    piece: str
    message: str
    saran: str
    replace: str | None = None


@dataclass(frozen=True)
class Reading:
    """A text with what rules ask of it.

    Attributes:
        excerpt: every sentence in order.
        k: the agreement as typed, None for a text that is not ours.
        dictionary: the dictionary, None where none is installed.
        read_as: the agreement as it reads, None for a text that is not ours.
        numbered: where everything numbered stands, None for a text that is not ours.
    """

    excerpt: tuple[Excerpt, ...]
    k: Kesepakatan | None = None
    dictionary: WordList | None = None
    read_as: Kesepakatan | None = None
    numbered: Numbers | None = None

    @property
    def reading(self) -> Kesepakatan:
        """The agreement as it reads; only where there is one."""
        if self.read_as is None:
            raise ValueError("no agreement behind this text")
        return self.read_as

    @property
    def numbers(self) -> Numbers:
        """Where everything numbered stands; only where there is an agreement."""
        if self.numbered is None:
            raise ValueError("no agreement behind this text")
        return self.numbered

    @cached_property
    def word_count(self) -> Counter[str]:
        """How often each word stands, in small letters."""
        return Counter(word.lower() for p in self.excerpt for word in words(p.teks))


def words(text: str) -> list[str]:
    """Words of letters; a hyphenated one is one."""
    return _WORD.findall(text)


def read_agreement(
    k: Kesepakatan,
    dictionary: WordList | None = None,
    reading: Kesepakatan | None = None,
    numbers: Numbers | None = None,
) -> Reading:
    """The reading of an agreement.

    Args:
        k: the agreement as typed.
        dictionary: the dictionary.
        reading: the same as it reads, where that is computed already.
        numbers: its numbers, where they are.
    """
    if reading is None or numbers is None:
        numbered = number(k)
        _, numbers, _ = numbered
        reading, _ = resolve(k, numbered)
    return Reading(tuple(_walk(reading, ())), k, dictionary, reading, numbers)


def read_lines(line: list[str], dictionary: WordList | None = None) -> Reading:
    """The reading of any text, a path being the number of the line from 0."""
    return Reading(
        tuple(Excerpt(at(i), text) for i, text in enumerate(line) if text.strip()),
        None,
        dictionary,
    )


def _walk(thing: Any, path: DataPath) -> Iterator[Excerpt]:
    if isinstance(thing, str):
        yield Excerpt(Place(path), thing)
    elif isinstance(thing, tuple | list):
        for i, content in enumerate(thing):
            yield from _walk(content, (*path, i))
    elif isinstance(thing, dict):
        for key, content in thing.items():
            yield from _walk(content, (*path, key))
    elif isinstance(thing, BaseModel) and not getattr(thing, "dihapus", False):
        for name in type(thing).model_fields:
            content = getattr(thing, name)
            if (
                content
                and name not in ("dihapus", "riwayat_nama", "abaikan")
                and not (name in _NO_TEXT and isinstance(content, str))
            ):
                if name == "nomor" and path[-2:-1] != ("para_pihak",):
                    continue
                yield from _walk(content, (*path, name))
