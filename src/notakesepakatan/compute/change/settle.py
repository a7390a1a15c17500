"""Two agreements in, the new one as law numbers it beside the old one out.

Numbers never shift (UU 12/2011 Lampiran II 230-238), so what was taken out stays as
deleted under its number and what was put in between gets a number of its own. A text
that keeps these rules already is left as it is.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from notakesepakatan.compute.change.bab import settle_bab
from notakesepakatan.compute.change.halves import end_marks, reordered, with_mark_of
from notakesepakatan.compute.change.pairs import pair_parts, told_by_items
from notakesepakatan.compute.text.numbering import whole
from notakesepakatan.compute.text.tree import Tree, deleted, label_key, labels
from notakesepakatan.place import RINCIAN, DataPath, level, nth_label

_TAIL = re.compile(r"[0-9]+$|^[a-z]+$|[A-Za-z]$")
"""The last figure or letter of a number, which is counted on."""
_STAMPED = "bermeterai"
"""How many originals a text was made in, below `rangkap`."""


def settle(old: Any, new: Any, path: DataPath = ()) -> Any:
    """The new tree with the numbers it has in law beside the old one.

    Equal to `new` but for labels, deleted parts, and the mark in front of those at the
    end of a list.
    """
    if old == new:
        return old
    if isinstance(old, dict) and isinstance(new, dict):
        return _settle_mapping(old, new, path)
    if isinstance(old, list) and isinstance(new, list):
        return _settle_list(old, new, path)
    return new


def with_originals_as_made(old: Tree, new: Tree) -> Tree:
    """The new tree, whose text still was made in as many originals as the old one was.

    Unless a text says it, there is one for each party: who joins or leaves afterwards
    does not alter how many were signed.
    """
    before, after = old.get("para_pihak") or [], new.get("para_pihak") or []
    said = any(_says_originals(tree) for tree in (old, new))
    if said or len(before) == len(after):
        return new
    return {**new, "rangkap": {**(new.get("rangkap") or {}), _STAMPED: len(before)}}


def _says_originals(tree: Tree) -> bool:
    return (tree.get("rangkap") or {}).get(_STAMPED) is not None


def _settle_mapping(old: Tree, new: Tree, path: DataPath) -> Tree:
    result = dict(new)
    for key in new.keys() & old.keys():
        result[key] = settle(old[key], new[key], (*path, key))
    return result


def _settle_list(old: list[Any], new: list[Any], path: DataPath) -> list[Any]:
    if level(path):
        return _settle_parts(old, new, path)
    if len(old) != len(new):
        return new
    both = enumerate(zip(old, new, strict=True))
    return [settle(before, after, (*path, i)) for i, (before, after) in both]


def _settle_parts(old: list[Tree], new: list[Tree], path: DataPath) -> list[Tree]:
    if reordered(old, new, path):
        return _by_place(old, new, path)
    pairs = pair_parts(old, new, path)
    if not told_by_items(pairs, path):
        return new
    numbers = labels(old, path)
    used = set(numbers)
    result = list[Tree]()
    put_in = list[Tree]()
    in_front = ""
    for i, j in pairs:
        item = None if j is None else new[j]
        if i is not None:
            result += _between(put_in, in_front, numbers[i], used, path)
            put_in.clear()
            in_front = numbers[i]
            result.append(_settle_part(old[i], item, (*path, i)))
        elif item is not None:
            put_in.append(item)
    result += list(_appended(put_in, result, path))
    if level(path) in RINCIAN and len(result) == len(old):
        _keep_marks(old, result)
    return settle_bab(old, result) if path == ("pasal",) else result


def _keep_marks(old: Sequence[Tree], result: list[Tree]) -> None:
    """What stands in front of items that are deleted now ends as it did.

    They keep their places, and so do the marks: "a. …;", "b. dihapus; dan", "c. …." and
    "b. …; dan", "c. dihapus." (rule 91). A mark that is nowhere behind was put anew.
    """
    gone = [i for i, part in enumerate(result) if deleted(part) and not deleted(old[i])]
    if not gone:
        return
    standing = [i for i, part in enumerate(result) if not deleted(part)]
    is_tail = bool(standing) and standing[-1] < gone[0]
    for i in (place for place in standing if place < gone[-1]):
        behind = [end_marks(part) for part in old[i + 1 :]]
        ends_the_list = is_tail and i == standing[-1]
        if ends_the_list or end_marks(result[i]) in behind:
            result[i] = with_mark_of(result[i], old[i])


def _by_place(old: list[Tree], new: list[Tree], path: DataPath) -> list[Tree]:
    """The new parts, each under the number that stands at its place."""
    key = label_key(path)
    result = list[Tree]()
    for before, part in zip(old, new, strict=True):
        bare = _without(part, key)
        result.append({**bare, key: before[key]} if key in before else bare)
    return result


def _settle_part(old: Tree, new: Tree | None, path: DataPath) -> Tree:
    """A part under its number; deleted where it is not in the new text."""
    if new is None:
        return old if deleted(old) else {**old, "dihapus": "ya"}
    if deleted(old) and deleted(new):
        return old
    key = label_key(path[:-1])
    result: Tree = settle(_without(old, key), _without(new, key), path)
    return {**result, key: old[key]} if key in old else result


def _without(part: Tree, key: str) -> Tree:
    return {name: content for name, content in part.items() if name != key}


def _between(
    put_in: Sequence[Tree], in_front: str, behind: str, used: set[str], path: DataPath
) -> Iterator[Tree]:
    """Parts put in between two numbers, each with one of its own, which is then used."""
    key = label_key(path)
    unit = level(path) or ""
    for part in put_in:
        asked = part.get(key)
        if asked and asked not in used and _lies_between(asked, in_front, behind, unit):
            in_front = asked
        else:
            in_front = _free_label(in_front, asked, used, unit)
        used.add(in_front)
        yield {**part, key: in_front}


def _appended(
    added: Sequence[Tree], in_front: Sequence[Tree], path: DataPath
) -> Iterator[Tree]:
    """Without numbers, which are counted on.

    Unless one is written that says otherwise and is free.
    """
    key = label_key(path)
    bare = [_without(part, key) for part in added]
    numbered = any(key in part for part in added)
    if not numbered or _clashes([*in_front, *added], path):
        yield from bare
        return
    for n, part in enumerate(added):
        counted = labels([*in_front, *added[:n], bare[n]], path)[-1]
        yield bare[n] if part.get(key) == counted else part


def _clashes(items: Sequence[Tree], path: DataPath) -> bool:
    numbers = labels(items, path)
    return len(set(numbers)) < len(numbers)


def _lies_between(asked: str, in_front: str, behind: str, level: str) -> bool:
    """Whether a whole number is free between two others: 8 between 7 and 9."""
    number = whole(asked, level)
    is_whole = nth_label(level, number) == asked if number else False
    return is_whole and whole(in_front or "0", level) < number < whole(behind, level)


def _free_label(in_front: str, asked: str | None, used: set[str], level: str) -> str:
    """A number of its own behind another: 7 -> 7A, 7B; (1) -> 1a; a -> a1.

    Before the first: 0A.
    """
    same_whole = asked is not None and whole(asked, level) == whole(in_front, level)
    if asked is not None and asked not in used and same_whole:
        return asked
    behind = _labels_behind(in_front or "0", level)
    return next(label for label in behind if label not in used)


def _labels_behind(label: str, level: str) -> Iterator[str]:
    """The next of its kind first, then ever longer ones."""
    if level == "lampiran" and nth_label(level, whole(label, level)) == label:
        yield from (label + "A" * times for times in count(1))
    match = _TAIL.search(label)
    tail = match[0] if match else ""
    base = label.removesuffix(tail)
    if base and tail not in "zZ":
        yield base + _following(tail)
    longer = "1"
    if tail.isdigit():
        longer = "A" if level in ("pasal", "lampiran") else "a"
    for times in count(1):
        yield label + longer * times


def _following(tail: str) -> str:
    """The figure or letter after this one."""
    return str(int(tail) + 1) if tail.isdigit() else chr(ord(tail) + 1)
