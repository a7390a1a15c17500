"""The steps by which a text was edited, so that each may be undone and done again.

A step keeps what it replaced and nothing else. Data before in, data after out; going back
gives the very data that were there, down to the order of their keys.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from notakesepakatan.compute.editing.edits import Data
from notakesepakatan.place import DataPath

MOST_STEPS = 500
"""Steps that are kept; the oldest go first."""
MOST_CHARACTERS = 2_000_000
"""Of all steps together, as JSON; the last step is kept however large it is."""
_TYPED_AT_ONCE = 60
"""Characters by which a text may grow or shrink in one step of typing."""

TYPING = "mengetik"
"""What was done where words were typed into a field."""


@dataclass(frozen=True)
class Replacement:
    """A run of members of a list or mapping, replaced.

    Attributes:
        path: path of the list or mapping, the same before and after.
        start: members before the run.
        old: the members that were there; of a mapping pairs [key, value].
        new: those that are there now.
    """

    path: DataPath
    start: int
    old: list[Any]
    new: list[Any]

    @property
    def inverted(self) -> "Replacement":
        """The way back."""
        return replace(self, old=self.new, new=self.old)


@dataclass(frozen=True)
class Step:
    """One thing that was done.

    Attributes:
        deed: what, in Indonesian: "menghapus".
        place: path of what it was done to, or of what stands nearest to it.
        replaced: what it replaced; no two of them touch each other.
        size: characters that it takes.
    """

    deed: str
    place: DataPath
    replaced: tuple[Replacement, ...]
    size: int

    def undo(self, data: Data) -> Data:
        """The data before it, of the data after it."""
        for each in self.replaced:
            data = _put(data, each.path, each.inverted)
        return data

    def redo(self, data: Data) -> Data:
        """The data after it, of the data before it."""
        for each in self.replaced:
            data = _put(data, each.path, each)
        return data


@dataclass(frozen=True)
class History:
    """Steps that may be undone, the oldest first, and undone ones, the last undone last."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    def with_step(self, step: Step) -> "History":
        """After one more step; what was undone before it is not done again any more."""
        done = self.done
        joined = _joined(done[-1], step) if done and not self.undone else None
        steps = (*done[:-1], joined) if joined else (*done, step)
        return History(_bounded(steps))

    def back(self) -> tuple["History", Step] | None:
        """After undoing the last step, and that step; None where there is none."""
        if not self.done:
            return None
        last = self.done[-1]
        return History(self.done[:-1], (*self.undone, last)), last

    def forward(self) -> tuple["History", Step] | None:
        """After doing the last undone step again, and it; None where there is none."""
        if not self.undone:
            return None
        last = self.undone[-1]
        return History((*self.done, last), self.undone[:-1]), last


def step_between(before: Data, after: Data, deed: str, place: DataPath) -> Step | None:
    """What was done between two states; None where they are the same.

    Args:
        before: the data before.
        after: the data after.
        deed: what was done, in Indonesian.
        place: path of what it was done to; where empty, of the first thing replaced.
    """
    replaced = tuple(_replacements(before, after, ()))
    if not replaced:
        return None
    return _step(deed, place or _place_of(replaced[0]), replaced)


def _step(deed: str, place: DataPath, replaced: tuple[Replacement, ...]) -> Step:
    size = sum(
        len(json.dumps([each.path, each.old, each.new], ensure_ascii=False))
        for each in replaced
    )
    return Step(deed, place, replaced, size)


def _place_of(replacement: Replacement) -> DataPath:
    """Path of the first member replaced."""
    first = (replacement.new or replacement.old)[0]
    is_pair = isinstance(first, list) and len(first) == 2
    key = first[0] if is_pair and isinstance(first[0], str) else replacement.start
    return (*replacement.path, key)


def _members(container: Any) -> list[Any] | None:
    """What a list or mapping holds, in order; None of what is neither."""
    if isinstance(container, dict):
        return [[key, value] for key, value in container.items()]
    return list(container) if isinstance(container, list) else None


def _replacements(old: Any, new: Any, path: DataPath) -> Iterator[Replacement]:
    """What differs between two containers of one kind."""
    was, will = _members(old) or [], _members(new) or []
    if not _same_places(old, new):
        yield _run(path, was, will)
        return
    keys = list(old) if isinstance(old, dict) else range(len(old))
    for place, key in enumerate(keys):
        below, above = old[key], new[key]
        if _same(below, above):
            continue
        if type(below) is type(above) and isinstance(below, dict | list):
            yield from _replacements(below, above, (*path, key))
        else:
            here = slice(place, place + 1)
            yield Replacement(path, place, was[here], will[here])


def _same_places(old: Any, new: Any) -> bool:
    """Whether two containers have members at the same keys, in the same order."""
    if isinstance(old, dict):
        return list(old) == list(new)
    return len(old) == len(new)


def _same(old: Any, new: Any) -> bool:
    """Whether two values are written the same; mappings in another order are not."""
    if type(old) is not type(new):
        return False
    if isinstance(old, dict):
        return list(old) == list(new) and all(_same(old[key], new[key]) for key in old)
    if isinstance(old, list):
        return len(old) == len(new) and all(map(_same, old, new))
    return bool(old == new)


def _run(path: DataPath, was: list[Any], will: list[Any]) -> Replacement:
    """The one run between what both have at their head and at their tail."""
    shorter = min(len(was), len(will))
    head = 0
    while head < shorter and _same(was[head], will[head]):
        head += 1
    tail = 0
    while tail < shorter - head and _same(was[-1 - tail], will[-1 - tail]):
        tail += 1
    old, new = was[head : len(was) - tail], will[head : len(will) - tail]
    return Replacement(path, head, old, new)


def _put(container: Any, path: DataPath, replacement: Replacement) -> Any:
    """The container with a run replaced below a path; what is not on the way is shared.

    Raises:
        LookupError: the data are not those that the step was made of.
    """
    if path:
        below = _put(container[path[0]], path[1:], replacement)
        copied: Any = container.copy()
        copied[path[0]] = below
        return copied
    members = _members(container)
    end = replacement.start + len(replacement.old)
    if members is None or members[replacement.start : end] != replacement.old:
        raise LookupError(replacement.path)
    members[replacement.start : end] = replacement.new
    return dict(members) if isinstance(container, dict) else members


def _joined(last: Step, step: Step) -> Step | None:
    """Two steps of typing in one field as one; None where they stay two."""
    if (last.deed, step.deed) != (TYPING, TYPING):
        return None
    if len(last.replaced) != 1 or len(step.replaced) != 1:
        return None
    first, second = last.replaced[0], step.replaced[0]
    is_same_place = (first.path, first.start) == (second.path, second.start)
    if not is_same_place or first.new != second.old:
        return None
    grown = _length(second.new) - _length(first.old)
    if abs(grown) > _TYPED_AT_ONCE:
        return None
    return _step(TYPING, last.place, (replace(first, new=second.new),))


def _length(members: list[Any]) -> int:
    return len(json.dumps(members, ensure_ascii=False))


def _bounded(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The last of them, as many as are kept."""
    kept = list[Step]()
    room = MOST_CHARACTERS
    for step in reversed(steps[-MOST_STEPS:]):
        room -= step.size
        if room < 0 and kept:
            break
        kept.append(step)
    return tuple(reversed(kept))
