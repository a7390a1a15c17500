"""The entries of an old mapping or list and those of the new: which of them is which."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from json import dumps
from typing import Any

from notakesepakatan.align import origins, overlap

_SIMILAR = 0.3
"""Items less alike than this are two.

So much is added for those at the same place of lists equally long.
"""
_SAME_ROLE = 2.0
_WORD = re.compile(r"\w+")


def arrangement(old: Any, new: Any) -> list[tuple[int | None, Any]]:
    """For each entry of the new data the place it had, and its key or place there."""
    if isinstance(new, dict):
        place = {key: i for i, key in enumerate(old)}
        return [(place.get(key), key) for key in _order(list(old), list(new))]
    return [(origin, i) for i, origin in enumerate(_pair(old, new))]


def _order(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """Keys in the order of the file, each new one behind the key it follows in the new data."""
    before, kept = set(old), set(new)
    result = [key for key in old if key in kept]
    for i, key in enumerate(new):
        if key not in before:
            result.insert(result.index(new[i - 1]) + 1 if i else 0, key)
    return result


def _pair(old: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """For each new item the place of the old one that it was."""
    old_keys = [dumps(item, sort_keys=True) for item in old]
    new_keys = [dumps(item, sort_keys=True) for item in new]
    old_words = cache(lambda i: _words(old_keys[i]))
    new_words = cache(lambda j: _words(new_keys[j]))

    def likeness(i: int, j: int) -> float:
        if _same_role(old[i], new[j]):
            return _SAME_ROLE
        in_place = i == j and len(old) == len(new)
        return _SIMILAR * in_place + overlap(old_words(i), new_words(j))

    return origins(old_keys, new_keys, likeness, at_least=_SIMILAR)


def _same_role(one: Any, other: Any) -> bool:
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return False
    role = one.get("kunci")
    return bool(role) and role == other.get("kunci")


def _words(text: str) -> frozenset[str]:
    """Its words.

    One that comes again is another, since it counts for likeness how often it does.
    """
    words = list[str]()
    for word, times in Counter(_WORD.findall(text)).items():
        words += [word, *(f"{word} {n}" for n in range(1, times))]
    return frozenset(words)
