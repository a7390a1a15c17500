"""Parts before and after in, whether they changed places, or are one and its halves, out."""

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Any

from notakesepakatan.compute.text.tree import Tree, deleted, label_key
from notakesepakatan.place import CHILDREN, DataPath, level
from notakesepakatan.words.lists import END_MARK

_WHOLE_LISTS = (("pasal",), ("lampiran",), ("dasar_hukum",))
"""Lists whose numbers are known far beyond them, so that no part of them changes place."""
_ALIKE = 0.8
"""How much of a text has to be in its halves, word by word."""
_SAME_WORDS = 0.6
"""How much of each half has to be in the text, whatever the order."""
_JOINING = frozenset(("dan", "atau", "dan/atau", "serta"))


def may_change_places(series: DataPath) -> bool:
    """Whether parts of a list may change their numbers: those of a pasal."""
    return bool(level(series)) and series not in _WHOLE_LISTS and series[0] == "pasal"


def reordered(
    old: Sequence[Tree], new: Sequence[Tree], path: DataPath
) -> list[int] | None:
    """Where each new part stood before, in a list that only has another order.

    The marks at the ends of its items stay at their places. None where anything else
    changes, and where nothing does.

    Args:
        old: the parts of a list.
        new: those of the new one.
        path: where the list stands.
    """
    if len(old) != len(new) or not may_change_places(path):
        return None
    key = label_key(path)
    before = [without_mark(_without(part, key)) for part in old]
    after = [without_mark(_without(part, key)) for part in new]
    origins = _origins(before, after)
    if origins is None:
        return None
    moved = [old[i] for j, i in enumerate(origins) if i != j]
    return origins if moved and not any(map(deleted, moved)) else None


def _origins(before: Sequence[Tree], after: Sequence[Tree]) -> list[int] | None:
    """The place in the one for each part of the other, its own where that says the same."""
    own = [before[j] == part for j, part in enumerate(after)]
    free = [i for i in range(len(before)) if not own[i]]
    result = list[int]()
    for j, part in enumerate(after):
        place = j if own[j] else next((i for i in free if before[i] == part), None)
        if place is None:
            return None
        if not own[j]:
            free.remove(place)
        result.append(place)
    return result


def without_mark(part: Tree) -> Tree:
    """A part without the mark that it ends with for where it stands."""
    return _with_ends(part, lambda text: END_MARK.sub("", text))


def end_marks(part: Tree) -> list[str]:
    """The mark that a part ends with for where it stands, in each language."""
    marks = (END_MARK.search(text) for text in _ends(part))
    return [mark[0] if mark else "" for mark in marks]


def with_mark_of(part: Tree, other: Tree) -> Tree:
    """A part that ends as another does, where both end as items of lists do."""
    marks = iter(_ends(other))

    def ended(text: str) -> str:
        mark = END_MARK.search(next(marks, ""))
        return END_MARK.sub(mark[0], text) if mark else text

    return _with_ends(part, ended)


def _ends(part: Tree) -> list[str]:
    """The texts that a part ends with, in each language."""
    found = list[str]()

    def look(text: str) -> str:
        found.append(text)
        return text

    _with_ends(part, look)
    return found


def _with_ends(part: Tree, change: Callable[[str], str]) -> Tree:
    """A part of which the last words are changed, in each language."""
    for child in CHILDREN:
        items = part.get(child)
        if isinstance(items, list) and items and isinstance(items[-1], dict):
            return {**part, child: [*items[:-1], _with_ends(items[-1], change)]}
    result = dict(part)
    if isinstance(part.get("isi"), str):
        result["isi"] = change(part["isi"])
    other = part.get("terjemahan")
    if isinstance(other, dict) and isinstance(other.get("isi"), str):
        result["terjemahan"] = {**other, "isi": change(other["isi"])}
    return result


def are_halves(whole: Any, parts: Sequence[Any]) -> bool:
    """Whether parts say one after another what one part says, all in words alone.

    Each part says some of it: one that says anything else is a new one.
    """
    said = [_only_words(part) for part in (whole, *parts)]
    if not all(said):
        return False
    first, *rest = map(_words, said)
    if not all((first, *rest)) or first[0] != rest[0][0]:
        return False
    if any(_share_of(part, first) < _SAME_WORDS for part in rest):
        return False
    together = [word for each in rest for word in each]
    matcher = SequenceMatcher(None, first, together, autojunk=False)
    return matcher.ratio() >= _ALIKE


def _words(text: str) -> list[str]:
    """The words of a text, in small letters, without marks and what only joins items."""
    bare = (word.strip(".,;:()") for word in text.lower().split())
    return [word for word in bare if word and word not in _JOINING]


def _share_of(part: Sequence[str], whole: Sequence[str]) -> float:
    """How much of the words of a part the whole has too, 0 to 1."""
    known = set(whole)
    return sum(word in known for word in part) / len(part)


def _only_words(part: Any) -> str:
    """The words of a part that says nothing else; empty of any other."""
    if isinstance(part, str):
        return part
    if not isinstance(part, dict) or set(part) - {"isi", "nomor"}:
        return ""
    return str(part.get("isi") or "")


def _without(part: Tree, key: str) -> Tree:
    return {name: content for name, content in part.items() if name != key}
