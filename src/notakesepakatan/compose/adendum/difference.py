"""One place of a naskah that changed, with the words taken out and put in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from notakesepakatan.naskah.blocks import Cut, Track

_WORD = re.compile(r"\S+\s*|\s+")


class Excerpt(NamedTuple):
    """A change with a few words around it, as written and as it should be."""

    tertulis: tuple[Cut, ...]
    seharusnya: tuple[Cut, ...]


@dataclass(frozen=True)
class Difference:
    """One changed place.

    Attributes:
        datum: path of the datum, or of the nearest one above.
        letak: the place as a person finds it on paper.
        kata: old and new words as one, each marked as it came.
        translated: whether it is of the second language.
        in_both: whether the second language reads the same there, before and after.
        others: the paths of what it tells beside, where one row tells several items.
    """

    datum: str
    letak: str
    kata: tuple[Cut, ...]
    translated: bool = False
    in_both: bool = False
    others: tuple[str, ...] = ()

    @property
    def new(self) -> bool:
        """Nothing of it stood there before."""
        return not self.semula

    @property
    def semula(self) -> tuple[Cut, ...]:
        """The words that stood there."""
        return self._without("sisip")

    @property
    def menjadi(self) -> tuple[Cut, ...]:
        """The words that stand there now."""
        return self._without("hapus")

    def _without(self, track: Track) -> tuple[Cut, ...]:
        content = tuple(cut for cut in self.kata if cut.lacak != track)
        says_something = any(cut.teks.strip() for cut in content)
        return content if says_something else ()

    def excerpts(self, around: int = 4) -> list[Excerpt]:
        """Each change with so many words around it; dots for what is left out."""
        words = list(_split(self.kata))
        changed = [i for i, word in enumerate(words) if word.lacak]
        result = list[Excerpt]()
        for stretch in _stretches(changed, around, len(words)):
            tertulis = _excerpt(words, stretch, "sisip")
            seharusnya = _excerpt(words, stretch, "hapus")
            result.append(Excerpt(tertulis, seharusnya))
        return result


def words_only(content: Sequence[Cut]) -> str:
    """The words, without their look."""
    return "".join(cut.teks for cut in content)


def _split(content: Sequence[Cut]) -> Iterator[Cut]:
    """Word by word, on one line."""
    for cut in content:
        words = [" "] if cut.teks == "\n" else _WORD.findall(cut.teks)
        for word in words:
            yield cut._replace(teks=word)


def _stretches(changed: Sequence[int], around: int, many: int) -> list[range]:
    """Positions with so many around, of so many in all; those that meet are one stretch."""
    result = list[range]()
    for position in changed:
        start = max(0, position - around)
        end = min(many, position + around + 1)
        if result and start <= result[-1].stop:
            start = result.pop().start
        result.append(range(start, end))
    return result


def _excerpt(words: Sequence[Cut], stretch: range, without: Track) -> tuple[Cut, ...]:
    inside = words[stretch.start : stretch.stop]
    if not inside[0].teks.strip():
        inside = inside[1:]
    content = [word for word in inside if word.lacak != without]
    front = [Cut("… ")] if stretch.start else []
    back = [Cut("…")] if stretch.stop < len(words) else []
    return (*front, *content, *back)
