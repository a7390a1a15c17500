"""A change of words told as such: the words as written and as they should be, with enough around them to be found."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

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
    """The tree with the value at a path reworded, and the operations; None where more than words differ."""
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


def phrases(lama: str, new: str, around: int) -> list[tuple[str, str]]:
    """Words as written and as they should be, with so many words around; changes that meet become one."""
    a, b = lama.split(" "), new.split(" ")
    difference = [
        op[1:]
        for op in SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
        if op[0] != "equal"
    ]
    span = list[list[int]]()
    for i1, i2, j1, j2 in difference:
        front, back = min(around, i1, j1), min(around, len(a) - i2, len(b) - j2)
        one = [i1 - front, i2 + back, j1 - front, j2 + back]
        if span and (one[0] <= span[-1][1] or one[2] <= span[-1][3]):
            span[-1][1], span[-1][3] = one[1], one[3]
        else:
            span.append(one)
    return [(" ".join(a[i1:i2]), " ".join(b[j1:j2])) for i1, i2, j1, j2 in span]
