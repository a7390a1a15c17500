"""What two people made of one text, put together: each one's changes stay, and no words go that nobody took out.

The items of a list are known again on both sides by what they say, so a list is merged like a mapping that has an order.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from json import dumps
from re import findall
from typing import Any

from notakesepakatan.place import LEVEL

_NONE: Any = object()
"""What stands at a key that a mapping does not have."""
_SIMILAR = 0.5
"""Items less alike than this are two: where that is wrong both stay, where the opposite is wrong words would be lost."""
_MANY = 100_000
"""About as many pairs are looked at; of lists too long for that, those not far from each other."""
_TRAIT = ("isi", "judul", "nama")
"""Keys whose words alone tell an item."""


def merge(start: Any, theirs: Any, mine: Any) -> Any:
    """What two made of one thing: each one's changes; where both changed the same text, mine.

    An item that one deleted goes unless the other changed it; what either added stays where it was put, theirs first;
    what one moved stands there, what both moved where I put it.
    """
    if mine in (start, theirs):
        return theirs
    if theirs == start:
        return mine
    three = _alike(start, theirs, mine)
    if all(isinstance(one, dict) for one in three):
        return _merge_mappings(
            *three, short=isinstance(theirs, str) or isinstance(mine, str)
        )
    if all(isinstance(one, list) for one in three):
        result = _merge_lists(*three)
        return (
            result[0]
            if len(result) == 1 and (isinstance(theirs, str) or isinstance(mine, str))
            else result
        )
    return theirs if mine is _NONE and isinstance(theirs, dict) else mine


def as_ayat(pasal: dict[str, Any]) -> dict[str, Any]:
    """A pasal whose words, with what is tabulated below them, are its first ayat; one that has ayat is as it was."""
    if pasal.get("ayat") or not pasal.get("isi"):
        return pasal
    move = ("isi", *LEVEL, "korespondensi", "penutup")
    content = {k: pasal[k] for k in move if k in pasal}
    return {**{k: v for k, v in pasal.items() if k not in move}, "ayat": [content]}


def _alike(*three: Any) -> list[Any]:
    """Three things in one shape where they have one: a part written short is a mapping, one paragraph a list."""
    if any(isinstance(one, dict) for one in three):
        length = [{"isi": one} if isinstance(one, str) else one for one in three]
        if not isinstance(length[0], dict) and all(
            isinstance(one, dict) for one in length[1:]
        ):
            length[0] = {}
        with_ayat = any(isinstance(one, dict) and one.get("ayat") for one in length)
        return [
            as_ayat(one) if with_ayat and isinstance(one, dict) else one
            for one in length
        ]
    if any(isinstance(one, list) for one in three):
        return [
            []
            if one is _NONE or one is None
            else [one]
            if isinstance(one, str)
            else one
            for one in three
        ]
    return list(three)


def _merge_mappings(start: Any, theirs: Any, mine: Any, *, short: bool) -> Any:
    """Key by key; a list of which nothing is left goes with its key, a part that has only its words is short again."""
    result = {}
    for k in _order(start, theirs, mine):
        content = merge(start.get(k, _NONE), theirs.get(k, _NONE), mine.get(k, _NONE))
        if content is not _NONE and (
            content != [] or [] in (theirs.get(k), mine.get(k))
        ):
            result[k] = content
    return result["isi"] if short and result.keys() == {"isi"} else result


def _merge_lists(start: list[Any], theirs: list[Any], mine: list[Any]) -> list[Any]:
    """Item by item, each under a name: its place in the list of old, or for a new one whose it is and where."""
    a: dict[Hashable, Any] = dict(enumerate(start))
    m: dict[Hashable, Any] = {}
    for j, origin in enumerate(pair(start, theirs)):
        m[("mereka", j) if origin is None else origin] = theirs[j]
    s: dict[Hashable, Any] = {}
    for j, origin in enumerate(pair(start, mine)):
        same = (
            t for t in m if t not in a and t not in s and m[t] == mine[j]
        )  # both added the very same
        s[next(same, ("saya", j)) if origin is None else origin] = mine[j]
    content = (
        _merge_item(*(items.get(t, _NONE) for items in (a, m, s)))
        for t in _order(a, m, s)
    )
    return [one for one in content if one is not _NONE]


def _merge_item(start: Any, theirs: Any, mine: Any) -> Any:
    """An item that one side does not have is there only if the other added or changed it, and then whole."""
    if theirs is not _NONE and mine is not _NONE:
        return merge(start, theirs, mine)
    ada = mine if theirs is _NONE else theirs
    return _NONE if ada == start else ada


def _order(
    start: Iterable[Any], theirs: Iterable[Any], mine: Iterable[Any]
) -> list[Any]:
    """All names as they stand with them, but what I moved or added behind the last before it that they left in place."""
    lama, now, their_items = list(start), list(mine), list(theirs)
    move, shifted = _moved(lama, now), _moved(lama, their_items)
    result, position = [t for t in their_items if t not in move], 0
    for t in now:
        new = t not in result
        if new:
            while (
                t not in lama and position < len(result) and result[position] not in now
            ):
                position += 1
            result.insert(position, t)
        if new or t not in shifted:
            position = result.index(t) + 1
    return result


def _moved(lama: list[Any], now: list[Any]) -> set[Any]:
    """What is on both sides, but not in the order that most of it keeps."""
    block = SequenceMatcher(None, lama, now, autojunk=False).get_matching_blocks()
    return (set(lama) & set(now)) - {
        lama[b.a + n] for b in block for n in range(b.size)
    }


def pair(lama: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """For each new item the old one that it was: equal ones in order, then equal ones moved and the likest."""
    a, b = ([dumps(one, sort_keys=True) for one in items] for items in (lama, new))
    result: dict[int, int] = {}
    for i, j, n in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        result |= {j + k: i + k for k in range(n)}
    words_a = {i: _words(lama[i]) for i in set(range(len(a))) - set(result.values())}
    words_b = {j: _words(new[j]) for j in set(range(len(b))) - set(result)}
    far = _MANY // max(len(words_a), len(words_b), 1)
    value = [
        (
            3.0
            if a[i] == b[j]
            else 2.0
            if _same_name(lama[i], new[j])
            else _likeness(words_a[i], words_b[j]),
            -abs(i - j),
            i,
            j,
        )
        for i in words_a
        for j in range(max(i - far, 0), min(i + far + 1, len(b)))
        if j in words_b
    ]
    for similar, _, i, j in sorted(value, reverse=True):
        if similar >= _SIMILAR and i in words_a and j in words_b:
            result[j] = i
            del words_a[i], words_b[j]
    return [result.get(j) for j in range(len(new))]


def _same_name(x: Any, y: Any) -> bool:
    """Whether a role or a written number proves that they are one; the number of a law does not, without its kind."""
    if not isinstance(x, dict) or not isinstance(y, dict):
        return False
    return any(
        x.get(k) and x.get(k) == y.get(k)
        for k in (("kunci",) if "jenis" in x else ("kunci", "nomor"))
    )


def _words(one: Any) -> list[frozenset[str]]:
    """The words of an item, then of what tells it alone."""
    trait = [one.get(k) for k in _TRAIT] if isinstance(one, dict) else [one, None, None]
    return [
        frozenset(findall(r"\w+", " ".join(_texts(content)).lower()))
        for content in (one, *trait)
    ]


def _texts(thing: Any) -> Iterator[str]:
    if isinstance(thing, dict | list):
        for content in thing.values() if isinstance(thing, dict) else thing:
            yield from _texts(content)
    elif thing is not None:
        yield str(thing)


def _likeness(x: list[frozenset[str]], y: list[frozenset[str]]) -> float:
    return max(
        (
            2 * len(p & q) / (len(p) + len(q))
            for p, q in zip(x, y, strict=True)
            if p and q
        ),
        default=0.0,
    )
