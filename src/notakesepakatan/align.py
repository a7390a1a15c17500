"""An old and a new list in, which item became which out: the program's one aligner.

Callers say by a key when two items are equal and by a likeness how near two others are;
the aligner knows nothing of what they hold. Places are counted from 0; None stands
where an item is new, or gone.

The law:
    every place of both lists is told exactly once, the new ones in their order;
    a list aligned with itself gives every item itself;
    equal items are paired first, the longest runs before the shorter ones;
    of the others only those are paired whose likeness is above 0 (`align`), or at
    least what is asked (`origins`).

The bound: looking for equal runs costs at most `_STEPS` steps and another per item; in
each stretch without equal items at most `_LIKENESSES` likenesses and another per item
are asked. So the work grows with the length of what changed, not with its square. Of
lists too long for that, items about as far along in both are looked at.
"""

from collections import Counter, defaultdict, deque
from collections.abc import (
    Callable,
    Collection,
    Hashable,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from difflib import SequenceMatcher
from itertools import accumulate
from typing import NamedTuple

Pair = tuple[int | None, int | None]
"""Places in the old and the new list."""

Likeness = Callable[[int, int], float]
"""How near the items at a place of the old and a place of the new list are.

0: they cannot be one.
"""

_STEPS = 2_000_000
_LIKENESSES = 30_000


class Span(NamedTuple):
    """Stretches of both lists that belong together: equal item by item, or nothing in
    them known to be equal.
    """

    equal: bool
    old: range
    new: range


def spans(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Span]:
    """Both lists from end to end: equal runs, and between them what differs."""
    result = list[Span]()
    i = j = 0
    for run in _equal_runs(old, new):
        result += _gap(range(i, run.old.start), range(j, run.new.start))
        result.append(run)
        i, j = run.old.stop, run.new.stop
    return result + _gap(range(i, len(old)), range(j, len(new)))


def align(
    old: Sequence[Hashable], new: Sequence[Hashable], likeness: Likeness
) -> list[Pair]:
    """Pairs in the order of both lists, of the greatest likeness together.

    Where nothing is paired, what is gone comes before what is new.

    Args:
        old: the keys of the old items.
        new: the keys of the new items.
        likeness: of two items that are not equal.
    """
    result = list[Pair]()
    for span in spans(old, new):
        if span.equal:
            result += zip(span.old, span.new, strict=True)
        else:
            matches = _likest_in_order(span.old, span.new, likeness)
            result += _all_places(span.old, span.new, matches)
    return result


def origins(
    old: Sequence[Hashable],
    new: Sequence[Hashable],
    likeness: Likeness,
    *,
    at_least: float,
) -> list[int | None]:
    """For each new item the old one that it was, wherever that stood.

    Equal ones in order come first, then equal ones that were moved, then the likest.

    Args:
        old: the keys of the old items.
        new: the keys of the new items.
        likeness: of two items that are not equal; of equal likenesses the nearer places
            are paired.
        at_least: items less alike than this are two.
    """
    result: dict[int, int] = {}
    for span in spans(old, new):
        if span.equal:
            result |= zip(span.new, span.old, strict=True)
    result |= _equal_elsewhere(old, new, result)
    rest_old = _without_match(old, result.values())
    rest_new = _without_match(new, result)
    result |= _likest_anywhere(rest_old, rest_new, likeness, at_least)
    return [result.get(j) for j in range(len(new))]


def overlap(one: frozenset[Hashable], other: frozenset[Hashable]) -> float:
    """How much two sets have in common, 0 to 1: twice the common part by the size of both."""
    return 2 * len(one & other) / (len(one) + len(other) or 1)


def _gap(old: range, new: range) -> list[Span]:
    return [Span(False, old, new)] if old or new else []


def _equal_runs(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Span]:
    """Runs of equal items in order: the longest first, then what is left on both sides of it.

    When the steps are spent, only what is equal at both ends of a stretch is still found.
    """
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    times = Counter(new)
    cost = [0, *accumulate(1 + times[key] for key in old)]
    steps = _STEPS
    runs = list[Span]()
    waiting = deque([(range(len(old)), range(len(new)))])
    while waiting:
        old_part, new_part = waiting.popleft()
        steps -= cost[old_part.stop] - cost[old_part.start]
        if steps < 0:
            runs += _equal_ends(old, new, old_part, new_part)
            continue
        i, j, length = matcher.find_longest_match(
            old_part.start, old_part.stop, new_part.start, new_part.stop
        )
        if length:
            before = range(old_part.start, i), range(new_part.start, j)
            behind = range(i + length, old_part.stop), range(j + length, new_part.stop)
            waiting += [sides for sides in (before, behind) if all(sides)]
            runs.append(_run(i, j, length))
    return list(_joined(sorted(runs, key=lambda run: run.old.start)))


def _run(i: int, j: int, length: int) -> Span:
    return Span(True, range(i, i + length), range(j, j + length))


def _equal_ends(
    old: Sequence[Hashable],
    new: Sequence[Hashable],
    old_part: range,
    new_part: range,
) -> list[Span]:
    """What two stretches have in common at their beginning and at their end."""
    head = _common(old, new, zip(old_part, new_part, strict=False))
    rest = zip(reversed(old_part[head:]), reversed(new_part[head:]), strict=False)
    tail = _common(old, new, rest)
    ends = (
        _run(old_part.start, new_part.start, head),
        _run(old_part.stop - tail, new_part.stop - tail, tail),
    )
    return [run for run in ends if run.old]


def _common(
    old: Sequence[Hashable], new: Sequence[Hashable], places: Iterable[tuple[int, int]]
) -> int:
    """How many of the places hold equal items, up to the first that do not."""
    length = 0
    for i, j in places:
        if old[i] != new[j]:
            break
        length += 1
    return length


def _joined(runs: Iterable[Span]) -> Iterator[Span]:
    """Runs that follow one upon the other in both lists, as one."""
    last: Span | None = None
    for run in runs:
        if last and last.old.stop == run.old.start and last.new.stop == run.new.start:
            length = len(last.old) + len(run.old)
            last = _run(last.old.start, last.new.start, length)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _windows(old: int, new: int) -> list[range]:
    """For each place of so many old ones the new ones to be looked at: all, or those
    about as far along.
    """
    width = min(new, max(_LIKENESSES // max(old, 1), 1))
    result = []
    for i in range(old):
        middle = i * new // old
        start = min(max(middle - width // 2, 0), new - width)
        result.append(range(start, start + width))
    return result


def _all_places(
    old: range, new: range, matches: Iterable[tuple[int, int]]
) -> Iterator[Pair]:
    """Matches with everything that stands between them: what is gone before what is new."""
    i, j = old.start, new.start
    for match in (*matches, (old.stop, new.stop)):
        next_i, next_j = match
        yield from ((gone, None) for gone in range(i, next_i))
        yield from ((None, fresh) for fresh in range(j, next_j))
        if next_i < old.stop:
            yield match
        i, j = next_i + 1, next_j + 1


_MATCH, _GONE, _NEW = range(3)
"""What to do at a pair of places: pair them, pass the old one, pass the new one."""


def _likest_in_order(
    old: range, new: range, likeness: Likeness
) -> Iterator[tuple[int, int]]:
    """The order-keeping matches of the greatest likeness together; of several such the earliest."""
    windows = _windows(len(old), len(new))
    choices = _best_choices(old, new, windows, likeness)
    i = j = 0
    while i < len(old) and j < len(new):
        window = windows[i]
        if j >= window.stop:
            i += 1
        elif j < window.start or choices[i][j - window.start] == _NEW:
            j += 1
        elif choices[i][j - window.start] == _GONE:
            i += 1
        else:
            yield old[i], new[j]
            i, j = i + 1, j + 1


def _best_choices(
    old: range, new: range, windows: Sequence[range], likeness: Likeness
) -> list[bytearray]:
    """For each old place and each new one in its window what to do to reach the
    greatest likeness from there on.
    """
    choices = [bytearray(len(window)) for window in windows]
    # What can be reached from each new place on, with the old places from i on.
    best = [0.0] * (len(new) + 1)
    for i in reversed(range(len(old))):
        window = windows[i]
        below = best[
            window.stop
        ]  # what the next old place reaches from the next new one
        for j in reversed(window):
            near = likeness(old[i], new[j])
            match = near + below if near else 0.0
            below = best[j]
            best[j] = max(match, below, best[j + 1])
            choice = _GONE if best[j] == below else _NEW
            if near and match == best[j]:
                choice = _MATCH
            choices[i][j - window.start] = choice
        earlier = windows[i - 1].start if i else 0
        # The places that this one cannot meet and the one before it may.
        for j in range(earlier, window.start):
            best[j] = best[window.start]
    return choices


def _equal_elsewhere(
    old: Sequence[Hashable], new: Sequence[Hashable], known: Mapping[int, int]
) -> dict[int, int]:
    """New places to old ones that hold the very same; where several do, the nearest."""
    old_places, new_places = defaultdict(list), defaultdict(list)
    for i in _without_match(old, known.values()):
        old_places[old[i]].append(i)
    for j in _without_match(new, known):
        new_places[new[j]].append(j)
    result = dict[int, int]()
    for key in old_places.keys() & new_places.keys():
        result |= _likest_anywhere(old_places[key], new_places[key], _equally, 0)
    return result


def _equally(i: int, j: int) -> float:
    return 1.0


def _without_match(items: Sequence[Hashable], matched: Collection[int]) -> list[int]:
    taken = set(matched)
    return [place for place in range(len(items)) if place not in taken]


def _likest_anywhere(
    old: Sequence[int], new: Sequence[int], likeness: Likeness, at_least: float
) -> dict[int, int]:
    """New places to old ones, the likest first; of those the nearest."""
    candidates = list[tuple[float, int, int, int]]()
    for i, window in zip(old, _windows(len(old), len(new)), strict=True):
        for j in new[window.start : window.stop]:
            near = likeness(i, j)
            if near >= at_least:
                candidates.append((near, -abs(i - j), i, j))
    result = dict[int, int]()
    used = set[int]()
    for _, _, i, j in sorted(candidates, reverse=True):
        if i not in used and j not in result:
            used.add(i)
            result[j] = i
    return result
