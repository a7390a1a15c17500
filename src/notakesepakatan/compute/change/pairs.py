"""Two lists of parts of an agreement in, which part became which out: by number, by
role, by words.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from json import dumps
from typing import NamedTuple

from notakesepakatan.align import Pair, align, overlap
from notakesepakatan.compute.change.halves import are_halves
from notakesepakatan.compute.text.tree import Tree, bare, deleted, label_key, labels
from notakesepakatan.place import DataPath

_ALWAYS_TOLD_BY_ITEMS = (("pasal",),)
"""Lists whose items keep their numbers whatever is put before them.

Of others the part above is written anew.
"""

_WORD = re.compile(r"\w+")
_CERTAIN = 2.0
_IN_ITS_PLACE = 0.05
"""What pairing any two at all is worth: an item replaced in its place counts as changed."""


class _Part(NamedTuple):
    """What tells a part.

    Attributes:
        content: what it says, without its number.
        nomor: its number where one is written; of an old part, as it stands on paper.
        kunci: its role.
        dihapus: whether it is deleted.
    """

    content: str
    nomor: str | None
    kunci: str | None
    dihapus: bool


def pair_parts(old: Sequence[Tree], new: Sequence[Tree], path: DataPath) -> list[Pair]:
    """Places of the old and the new parts of the list at `path`, in order of the text."""
    stated = labels(old, path)
    old_parts = list(_old_parts(old, stated, path))
    new_parts = list(_new_parts(new, stated, path))
    pairs = align(
        [part.content for part in old_parts],
        [part.content for part in new_parts],
        lambda i, j: _likeness(old_parts[i], new_parts[j]),
    )
    return _first_halves(pairs, old, new, path)


def _first_halves(
    pairs: list[Pair], old: Sequence[Tree], new: Sequence[Tree], path: DataPath
) -> list[Pair]:
    """A part that was split is its first half, however short; joined ones are the first.

    What bears a number of its own is what it says.
    """
    key = label_key(path)
    result = list(pairs)
    for n, i, j in _staying(pairs):
        if key in new[j]:
            continue
        joined = _each(_around(pairs, n, _NEW), _OLD)
        if joined[0] != i and are_halves(new[j], [old[place] for place in joined]):
            _put_over(result, n - joined.index(i), _joined(joined, j))
        halves = _each(_around(pairs, n, _OLD), _NEW)
        if halves[0] != j and _is_split(old[i], [new[place] for place in halves], key):
            _put_over(result, n - halves.index(j), _apart(i, halves))
    return result


def _staying(pairs: Sequence[Pair]) -> Iterator[tuple[int, int, int]]:
    """Where in the list each pair stands that has both an old and a new part, with them."""
    for n, (old, new) in enumerate(pairs):
        if old is not None and new is not None:
            yield n, old, new


def _joined(places: Sequence[int], new: int) -> list[Pair]:
    """Old parts that became a new one, which is the first of them."""
    first, *rest = places
    gone: list[Pair] = [(place, None) for place in rest]
    return [(first, new), *gone]


def _apart(old: int, places: Sequence[int]) -> list[Pair]:
    """An old part and the new ones it became, of which it is the first."""
    first, *rest = places
    come: list[Pair] = [(None, place) for place in rest]
    return [(old, first), *come]


_OLD, _NEW = 0, 1
"""The sides of a pair."""


def _each(pairs: Sequence[Pair], side: int) -> list[int]:
    """The places on one side."""
    return [place for pair in pairs if (place := pair[side]) is not None]


def _is_split(whole: Tree, parts: Sequence[Tree], key: str) -> bool:
    """Whether parts without numbers of their own are what one part was."""
    return not any(key in part for part in parts) and are_halves(whole, parts)


def _put_over(pairs: list[Pair], start: int, others: Sequence[Pair]) -> None:
    """In the very list: other pairs in the place of as many from one on."""
    pairs[start : start + len(others)] = others


def _around(pairs: Sequence[Pair], n: int, side: int) -> Sequence[Pair]:
    """A pair with those right before and behind it that lack the same side."""
    start, stop = n, n + 1
    while start and pairs[start - 1][side] is None:
        start -= 1
    while stop < len(pairs) and pairs[stop][side] is None:
        stop += 1
    return pairs[start:stop]


def pair_rows(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> list[Pair]:
    """Places of the old and the new rows of a table, in its order."""
    old_cells = [frozenset(enumerate(row)) for row in old]
    new_cells = [frozenset(enumerate(row)) for row in new]

    def likeness(i: int, j: int) -> float:
        return overlap(old_cells[i], new_cells[j]) or _IN_ITS_PLACE

    return align([tuple(row) for row in old], [tuple(row) for row in new], likeness)


def told_by_items(pairs: Sequence[Pair], path: DataPath) -> bool:
    """Whether a list is told by its items: something of it stays, and nothing comes
    before its first.
    """
    if path in _ALWAYS_TOLD_BY_ITEMS:
        return True
    stays = any(old is not None and new is not None for old, new in pairs)
    return stays and pairs[0][0] is not None


def _old_parts(
    old: Sequence[Tree], stated: Sequence[str], path: DataPath
) -> Iterator[_Part]:
    key = label_key(path)
    for item, nomor in zip(old, stated, strict=True):
        yield _part(item, key, nomor)


def _new_parts(
    new: Sequence[Tree], stated: Sequence[str], path: DataPath
) -> Iterator[_Part]:
    """A number that the old list lacks marks what is new, even where it says the same
    as something old.
    """
    key = label_key(path)
    for item in new:
        nomor = item.get(key)
        foreign = nomor if nomor and nomor not in stated else ""
        yield _part(item, key, nomor, foreign)


def _part(item: Tree, key: str, nomor: str | None, foreign: str = "") -> _Part:
    said = bare({name: value for name, value in item.items() if name != key})
    content = dumps([said, foreign], sort_keys=True)
    return _Part(content, nomor, item.get("kunci"), deleted(item))


def _likeness(old: _Part, new: _Part) -> float:
    """0 where they cannot be the same; the same number or role is proof."""
    if new.nomor:
        return _CERTAIN if new.nomor == old.nomor else 0.0
    if old.dihapus and not new.dihapus:
        return 0.0
    if old.kunci and old.kunci == new.kunci:
        return _CERTAIN
    return _IN_ITS_PLACE + overlap(_words(old.content), _words(new.content))


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))
