"""Changes that one replacement of words explains in, that replacement out.

A name that changes in eight pasal is one item of an adendum, and not eight pasal that
stand anew.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from notakesepakatan.compute.change.apply import apply, apply_one
from notakesepakatan.compute.change.wording import MoreThanWords, changed_texts, phrases
from notakesepakatan.compute.change.words import replace_words
from notakesepakatan.compute.text.letak import find
from notakesepakatan.compute.text.tree import Tree, get_at, place_at
from notakesepakatan.model.adendum import Change, Operation, ReplaceWords
from notakesepakatan.place import DataPath

MANY = 3
"""Changes from which on one replacement is told instead of each of them."""
_AROUND = (0, 1, 2, 3)
_STOPS = ",.;:"


class _Words(NamedTuple):
    tertulis: str
    menjadi: str


class _Reworded(NamedTuple):
    """A change of a pasal: its operation, what stood at its place, what stands there now."""

    operation: Operation
    path: DataPath
    old: Any
    new: Any


def told_as_words(tree: Tree, operations: Sequence[Operation]) -> list[Operation]:
    """The operations, those that one replacement explains told as that replacement.

    As they were where no replacement explains at least `MANY` of them.

    Args:
        tree: the tree that the first operation meets.
        operations: in their order.
    """
    changes = list(_reworded(tree, operations))
    explained_by = {words: _explained(words, changes) for words in _candidates(changes)}
    if not explained_by:
        return list(operations)
    words = max(explained_by, key=lambda each: _worth(each, explained_by[each]))
    best = explained_by[words]
    if len(best) < MANY:
        return list(operations)
    told = [_replacement(tree, change, words) for change in best]
    explained = [change.operation for change in best]
    rest = [each for each in operations if each not in explained]
    result = [*told, *rest]
    same = apply(tree, result) == apply(tree, operations)
    return result if same else list(operations)


def _worth(words: _Words, explained: Sequence[_Reworded]) -> tuple[int, int]:
    """Who explains more is better; of equals the fuller name."""
    return len(explained), len(words.tertulis)


def _reworded(tree: Tree, operations: Sequence[Operation]) -> Iterator[_Reworded]:
    """The changes of pasal among operations, one after the other."""
    for operation in operations:
        after = apply_one(tree, operation)
        if isinstance(operation, Change):
            path = find(tree, operation.letak)
            if path[0] == "pasal":
                old, new = get_at(tree, path), get_at(after, path)
                yield _Reworded(operation, path, old, new)
        tree = after


def _candidates(changes: Sequence[_Reworded]) -> list[_Words]:
    """Words that changed, with more and more around them, each once."""
    result = list[_Words]()
    for change in changes:
        try:
            pairs = list(changed_texts(change.old, change.new))
        except MoreThanWords:
            continue
        for around in _AROUND:
            for pair in pairs:
                result += (
                    _without_stop(*both) for both in phrases(pair.old, pair.new, around)
                )
    return [words for words in dict.fromkeys(result) if words.tertulis]


def _without_stop(tertulis: str, menjadi: str) -> _Words:
    """Without the stop that both end in."""
    if tertulis[-1:] in _STOPS and tertulis[-1:] == menjadi[-1:]:
        return _Words(tertulis[:-1], menjadi[:-1])
    return _Words(tertulis, menjadi)


def _explained(words: _Words, changes: Sequence[_Reworded]) -> list[_Reworded]:
    return [
        change
        for change in changes
        if replace_words(change.old, *words)[0] == change.new
    ]


def _replacement(tree: Tree, change: _Reworded, words: _Words) -> Operation:
    _, times = replace_words(change.old, *words)
    return ReplaceWords(
        tindakan="ganti_kata",
        letak=place_at(tree, change.path).words,
        tertulis=words.tertulis,
        menjadi=words.menjadi,
        sebanyak=times,
    )
