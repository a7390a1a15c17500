"""Which item of an old list has become which item of a new one, in order: equal ones first, then the nearest."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from json import dumps
from typing import NamedTuple

from notakesepakatan.compute.text.tree import Tree, bare, deleted, label_key, labels
from notakesepakatan.place import DataPath

Pair = tuple[int | None, int | None]
"""Places in the old and the new list; None where the item is new, or gone."""

_WORD = re.compile(r"\w+")
_CERTAIN = 2.0
_BASIS = 0.05
"""What pairing any two at all is worth: an item replaced in its place counts as changed."""


def align(lama: Sequence[Tree], new: Sequence[Tree], path: DataPath) -> list[Pair]:
    """Pairs in order of the text; in a gap between equal items, what is gone comes before what is new."""
    a, b = _traces(lama, new, path)
    result = list[Pair]()
    for kind, i1, i2, j1, j2 in SequenceMatcher(
        None, [x.isi for x in a], [x.isi for x in b], autojunk=False
    ).get_opcodes():
        if kind == "equal":
            result += zip(range(i1, i2), range(j1, j2), strict=True)
        else:
            result += _pair_gap(a, b, range(i1, i2), range(j1, j2))
    return result


class _Hash(NamedTuple):
    """What tells an item: its content without numbers, its number where written (of the old: as it stands), its role."""

    isi: str
    nomor: str | None
    kunci: str | None
    dihapus: bool


def _traces(
    lama: Sequence[Tree], new: Sequence[Tree], path: DataPath
) -> tuple[list[_Hash], list[_Hash]]:
    key, ada = label_key(path), labels(lama, path)

    def trace(one: Tree, nomor: str | None, mark: str) -> _Hash:
        content = dumps(
            [bare({n: v for n, v in one.items() if n != key}), mark], sort_keys=True
        )
        return _Hash(content, nomor, one.get("kunci"), deleted(one))

    a = [trace(one, label, "") for one, label in zip(lama, ada, strict=True)]
    # A number that the old list does not have marks what is new, even where it says the same as something old.
    foreign = {
        nomor: nomor for one in new if (nomor := one.get(key)) and nomor not in ada
    }
    return a, [
        trace(one, one.get(key), foreign.get(one.get(key) or "", "")) for one in new
    ]


def _pair_gap(
    lama: Sequence[_Hash], new: Sequence[_Hash], a: range, b: range
) -> list[Pair]:
    """The order-keeping pairing of the greatest likeness."""
    value = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    similar = [[_likeness(lama[i], new[j]) for j in b] for i in a]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            value[i][j] = max(
                value[i + 1][j],
                value[i][j + 1],
                similar[i][j] + value[i + 1][j + 1] if similar[i][j] else 0,
            )
    result, i, j = list[Pair](), 0, 0
    while i < len(a) or j < len(b):
        if (
            i < len(a)
            and j < len(b)
            and similar[i][j]
            and value[i][j] == similar[i][j] + value[i + 1][j + 1]
        ):
            result.append((a[i], b[j]))
            i, j = i + 1, j + 1
        elif i < len(a) and (j == len(b) or value[i][j] == value[i + 1][j]):
            result.append((a[i], None))
            i += 1
        else:
            result.append((None, b[j]))
            j += 1
    return result


def _likeness(lama: _Hash, new: _Hash) -> float:
    """0 where they cannot be the same; the same number or role is proof."""
    if new.nomor:
        return _CERTAIN if new.nomor == lama.nomor else 0.0
    if lama.dihapus and not new.dihapus:
        return 0.0
    if lama.kunci and lama.kunci == new.kunci:
        return _CERTAIN
    x, y = _words(lama.isi), _words(new.isi)
    return _BASIS + 2 * len(x & y) / (len(x) + len(y) or 1)


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))
