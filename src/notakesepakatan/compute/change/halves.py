"""Parts before and after in, whether they exchanged places, or are one and its halves, out."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from notakesepakatan.compute.text.tree import Tree, deleted, label_key
from notakesepakatan.place import DataPath, level

_WHOLE_LISTS = (("pasal",), ("lampiran",), ("dasar_hukum",))
"""Lists whose numbers are known far beyond them, so that no part of them changes place."""
_ALIKE = 0.8
"""How much of a text has to be in its halves, word by word."""


def may_change_places(series: DataPath) -> bool:
    """Whether parts of a list may change their numbers: those of a pasal."""
    return bool(level(series)) and series not in _WHOLE_LISTS and series[0] == "pasal"


def swapped(
    old: Sequence[Tree], new: Sequence[Tree], path: DataPath
) -> tuple[int, int] | None:
    """The places of the two parts that say what the other said; None where no two do.

    Args:
        old: the parts of a list.
        new: those of the new one.
        path: where the list stands.
    """
    if len(old) != len(new) or not may_change_places(path):
        return None
    key = label_key(path)
    before = [_without(part, key) for part in old]
    after = [_without(part, key) for part in new]
    other = [i for i in range(len(old)) if before[i] != after[i]]
    if len(other) != 2:
        return None
    i, j = other
    crossed = before[i] == after[j] and before[j] == after[i]
    gone = any(map(deleted, (before[i], before[j])))
    return (i, j) if crossed and not gone else None


def are_halves(whole: Any, parts: Sequence[Any]) -> bool:
    """Whether parts say one after another what one part says, all in words alone."""
    said = [_only_words(part) for part in (whole, *parts)]
    if not all(said):
        return False
    first, *rest = (each.lower().split() for each in said)
    together = [word for each in rest for word in each]
    begins = first[0] == rest[0][0]
    matcher = SequenceMatcher(None, first, together, autojunk=False)
    return begins and matcher.ratio() >= _ALIKE


def _only_words(part: Any) -> str:
    """The words of a part that says nothing else; empty of any other."""
    if isinstance(part, str):
        return part
    if not isinstance(part, dict) or set(part) - {"isi", "nomor"}:
        return ""
    return str(part.get("isi") or "")


def _without(part: Tree, key: str) -> Tree:
    return {name: content for name, content in part.items() if name != key}
