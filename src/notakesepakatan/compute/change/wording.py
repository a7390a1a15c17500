"""A change of words told as such: the words as written and as they should be, with
enough around them to be found.
"""

from collections.abc import Iterator
from typing import Any

from notakesepakatan.align import spans
from notakesepakatan.compute.change.apply import apply_one
from notakesepakatan.compute.text.letak import WrongLetak
from notakesepakatan.compute.text.tree import Tree, get_at, place_at, set_at
from notakesepakatan.model.adendum import Operation, ReplaceWords
from notakesepakatan.place import DataPath

_AROUND = (2, 4, 8, 16, 10_000)
"""Words around a change, as few of these as make the place certain."""


def texts(thing: Any) -> Iterator[str]:
    """Every text of a tree."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict | list):
        for content in thing.values() if isinstance(thing, dict) else thing:
            yield from texts(content)


def reword(tree: Tree, path: DataPath, new: Any) -> tuple[Tree, list[Operation]] | None:
    """The tree with the value at a path reworded, and the operations.

    None where more than words differ.
    """
    pair = list(_pairs(get_at(tree, path), new))
    if not pair or None in pair:
        return None
    letak = place_at(tree, path).words
    for around in _AROUND:
        word = [one for couple in pair if couple for one in phrases(*couple, around)]
        items: list[Operation] = [
            ReplaceWords(tindakan="ganti_kata", letak=letak, tertulis=a, menjadi=b)
            for a, b in word
        ]
        result = tree
        try:
            for operation in items:
                result = apply_one(result, operation)
        except WrongLetak:
            continue
        if result == set_at(tree, path, new):
            return result, items
    return None


def _pairs(lama: Any, new: Any) -> Iterator[tuple[str, str] | None]:
    """Texts that differ; None where something else does."""
    if lama == new:
        return
    if isinstance(lama, str) and isinstance(new, str):
        yield lama, new
    elif isinstance(lama, dict) and isinstance(new, dict) and lama.keys() == new.keys():
        for key, content in lama.items():
            yield from _pairs(content, new[key])
    elif isinstance(lama, list) and isinstance(new, list) and len(lama) == len(new):
        for a, b in zip(lama, new, strict=True):
            yield from _pairs(a, b)
    else:
        yield None


def phrases(old: str, new: str, around: int) -> list[tuple[str, str]]:
    """Words as written and as they should be, with so many words around.

    Changes that meet become one.
    """
    old_words, new_words = old.split(" "), new.split(" ")
    windows = list[tuple[range, range]]()
    for span in spans(old_words, new_words):
        if span.equal:
            continue
        before = min(around, span.old.start, span.new.start)
        old_left = len(old_words) - span.old.stop
        new_left = len(new_words) - span.new.stop
        behind = min(around, old_left, new_left)
        a = range(span.old.start - before, span.old.stop + behind)
        b = range(span.new.start - before, span.new.stop + behind)
        if windows and _meet(windows[-1], (a, b)):
            last_a, last_b = windows.pop()
            a, b = range(last_a.start, a.stop), range(last_b.start, b.stop)
        windows.append((a, b))
    return [(_phrase(old_words, a), _phrase(new_words, b)) for a, b in windows]


def _meet(last: tuple[range, range], this: tuple[range, range]) -> bool:
    pairs = zip(last, this, strict=True)
    return any(here.start <= earlier.stop for earlier, here in pairs)


def _phrase(words: list[str], window: range) -> str:
    return " ".join(words[window.start : window.stop])
