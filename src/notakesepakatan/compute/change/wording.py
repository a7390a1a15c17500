"""A change of words told as such: the words as written and as they should be, with
enough around them to be found.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from notakesepakatan.align import Span, spans
from notakesepakatan.compute.change.apply import apply_one
from notakesepakatan.compute.text.letak import WrongLetak
from notakesepakatan.compute.text.tree import Tree, get_at, place_at, set_at
from notakesepakatan.model.adendum import Operation, ReplaceWords
from notakesepakatan.place import DataPath

_AROUND = (2, 4, 8, 16, 10_000)
"""Words around a change, as few of these as make the place certain."""


class _Texts(NamedTuple):
    """A text before and after."""

    old: str
    new: str


class MoreThanWords(Exception):
    """Two values differ in more than their texts."""


def texts(value: Any) -> Iterator[str]:
    """Every text of a tree."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for content in value.values():
            yield from texts(content)
    elif isinstance(value, list):
        for content in value:
            yield from texts(content)


def reword(tree: Tree, path: DataPath, new: Any) -> tuple[Tree, list[Operation]] | None:
    """The tree with the value at a path reworded, and the operations.

    None where more than words differ.
    """
    try:
        changed = list(changed_texts(get_at(tree, path), new))
    except MoreThanWords:
        return None
    # Where nothing was said, as in an empty cell, no word can be put in another's place.
    if not changed or not all(text.old for text in changed):
        return None
    letak = place_at(tree, path).words
    target = set_at(tree, path, new)
    for around in _AROUND:
        operations = _operations(changed, letak, around)
        if _apply_all(tree, operations) == target:
            return target, operations
    return None


def _operations(changed: Sequence[_Texts], letak: str, around: int) -> list[Operation]:
    result = list[Operation]()
    for text in changed:
        for tertulis, menjadi in phrases(text.old, text.new, around):
            operation = ReplaceWords(
                tindakan="ganti_kata", letak=letak, tertulis=tertulis, menjadi=menjadi
            )
            result.append(operation)
    return result


def _apply_all(tree: Tree, operations: Sequence[Operation]) -> Tree | None:
    """The tree after all of them; None where one does not fit."""
    try:
        for operation in operations:
            tree = apply_one(tree, operation)
    except WrongLetak:
        return None
    return tree


def changed_texts(old: Any, new: Any) -> Iterator[_Texts]:
    """Texts that differ.

    Raises:
        MoreThanWords: something else differs too.
    """
    if old == new:
        return
    if isinstance(old, str) and isinstance(new, str):
        yield _Texts(old, new)
        return
    for before, after in _both_contents(old, new):
        yield from changed_texts(before, after)


def _both_contents(old: Any, new: Any) -> list[tuple[Any, Any]]:
    """What two mappings or lists of one shape hold, place by place."""
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() == new.keys():
        return [(content, new[key]) for key, content in old.items()]
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return list(zip(old, new, strict=True))
    raise MoreThanWords


class _Window(NamedTuple):
    """Stretches of words of both texts that hold one change and what is around it."""

    old: range
    new: range


def phrases(old: str, new: str, around: int) -> list[tuple[str, str]]:
    """Words as written and as they should be, with so many words around.

    Changes that meet become one.
    """
    old_words, new_words = old.split(" "), new.split(" ")
    windows = list[_Window]()
    for span in spans(old_words, new_words):
        if span.equal:
            continue
        window = _window(span, len(old_words), len(new_words), around)
        if windows and _meet(windows[-1], window):
            window = _joined(windows.pop(), window)
        windows.append(window)
    return [
        (_phrase(old_words, window.old), _phrase(new_words, window.new))
        for window in windows
    ]


def _window(span: Span, many_old: int, many_new: int, around: int) -> _Window:
    """The change with the same words around on both sides, as far as there are any."""
    before = min(around, span.old.start, span.new.start)
    behind = min(around, many_old - span.old.stop, many_new - span.new.stop)
    return _Window(_wider(span.old, before, behind), _wider(span.new, before, behind))


def _wider(stretch: range, before: int, behind: int) -> range:
    return range(stretch.start - before, stretch.stop + behind)


def _meet(last: _Window, this: _Window) -> bool:
    return this.old.start <= last.old.stop or this.new.start <= last.new.stop


def _joined(last: _Window, this: _Window) -> _Window:
    old = range(last.old.start, this.old.stop)
    new = range(last.new.start, this.new.stop)
    return _Window(old, new)


def _phrase(words: list[str], window: range) -> str:
    return " ".join(words[window.start : window.stop])
