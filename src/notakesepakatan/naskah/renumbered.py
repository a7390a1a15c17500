"""Two lists of blocks in, which numbered paragraph became which out, where numbers moved.

A new first item gives every item behind it another number and no other words; so items
of one list are paired by what they say, where that pairs more of them than their
numbers do.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from notakesepakatan.align import Span, spans
from notakesepakatan.naskah.blocks import Paragraph, Table

_END = re.compile(r"[;.,]?( dan| atau| dan/atau)?$")
"""How an item ends, which says nothing of what it says."""


class _Item(NamedTuple):
    datum: str
    words: str


def renumbered(
    old: Sequence[Paragraph | Table], new: Sequence[Paragraph | Table]
) -> Mapping[str, str]:
    """Paths of old items, each with the path that the same item has now.

    An item that is gone has a path that no new one has. Lists whose numbers stand are
    not in it.
    """
    result = dict[str, str]()
    new_lists = _lists(new)
    for above, items in _lists(old).items():
        result |= _moved(items, new_lists.get(above, []))
    return result


def path_now(datum: str, moved: Mapping[str, str]) -> str:
    """The path that a datum has now, be it an item that moved or something below one."""
    above, below = datum, ""
    while above:
        if above in moved:
            return f"{moved[above]}{below}"
        above, dot, last = above.rpartition(".")
        below = f"{dot}{last}{below}"
    return datum


def _lists(blocks: Iterable[Paragraph | Table]) -> dict[str, list[_Item]]:
    """The labelled paragraphs by the path of the list that they stand in."""
    result = dict[str, list[_Item]]()
    for block in blocks:
        if isinstance(block, Paragraph) and block.datum and block.label:
            above = block.datum.rpartition(".")[0]
            words = _END.sub("", "".join(cut.teks for cut in block.isi).strip())
            result.setdefault(above, []).append(_Item(block.datum, words))
    return result


def _moved(old: Sequence[_Item], new: Sequence[_Item]) -> dict[str, str]:
    """The paths of one list; none where numbers pair as many items as words do."""
    pairs = list(_pairs(old, new))
    by_words = sum(one.words == other.words for one, other in pairs)
    by_number = len(set(old) & set(new))
    if by_words <= by_number:
        return {}
    gone = {item.datum: f"{item.datum}#" for item in old}
    return gone | {one.datum: other.datum for one, other in pairs}


def _pairs(old: Sequence[_Item], new: Sequence[_Item]) -> Iterator[tuple[_Item, _Item]]:
    """Items that say the same, also on the other side of one that stays, and between
    them those that changed in their place.
    """
    stretches = spans([item.words for item in old], [item.words for item in new])
    same = {i: j for span in stretches if span.equal for i, j in _both(span)}
    same |= _crossed(old, new, same)
    yield from ((old[i], new[j]) for i, j in same.items())
    said = set(same.values())
    for span in stretches:
        if span.equal or len(span.old) != len(span.new):
            continue
        for i, j in _both(span):
            if i not in same and j not in said:
                yield old[i], new[j]


def _both(span: Span) -> Iterator[tuple[int, int]]:
    return zip(span.old, span.new, strict=True)


def _crossed(
    old: Sequence[_Item], new: Sequence[_Item], known: Mapping[int, int]
) -> dict[int, int]:
    """Places of items that exchanged their numbers; none where one has another's alone."""
    places = {item.words: j for j, item in enumerate(new) if j not in known.values()}
    crossed = {
        i: places.pop(item.words)
        for i, item in enumerate(old)
        if i not in known and item.words in places
    }
    taken = {new[j].datum for j in (*known.values(), *crossed.values())}
    exchanged = all(old[i].datum in taken for i in crossed)
    return crossed if exchanged else {}
