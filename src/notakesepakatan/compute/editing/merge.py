"""One text and what two people made of it in, both together out: each one's changes,
and no word lost that none took.

The items of a list are known again on both sides by what they say, so a list is merged
like a mapping that has an order.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cache
from json import dumps
from re import findall
from typing import Any

from notakesepakatan.align import origins, overlap, spans
from notakesepakatan.place import RINCIAN

_ABSENT: Any = object()
"""What stands at a key that a mapping does not have."""
_SIMILAR = 0.5
"""Items less alike than this are two.

Where that is wrong both stay, where the opposite is wrong words would be lost.
"""
_SAME_NAME = 2.0
"""The likeness of items whose role or number proves that they are one."""
_TRAIT = ("isi", "judul", "nama")
"""Keys whose words alone tell an item."""


def merge(start: Any, theirs: Any, mine: Any) -> Any:
    """What two made of one thing: each one's changes; where both changed the same text, mine.

    An item that one deleted goes unless the other changed it; what either added stays
    where it was put, theirs first; what one moved stands there, what both moved where I
    put it.
    """
    if mine in (start, theirs):
        return theirs
    if theirs == start:
        return mine
    return _merge_changed(start, theirs, mine)


def _merge_changed(start: Any, theirs: Any, mine: Any) -> Any:
    """The same of what both changed, each otherwise."""
    three = _in_one_shape(start, theirs, mine)
    short = isinstance(theirs, str) or isinstance(mine, str)
    if _are_all(dict, three):
        return _merge_mappings(*three, short=_words_key(three) if short else "")
    if _are_all(list, three):
        merged = _merge_lists(*three)
        return merged[0] if short and len(merged) == 1 else merged
    if mine is _ABSENT and isinstance(theirs, dict):
        return theirs
    return mine


def _are_all(shape: type, things: Iterable[Any]) -> bool:
    return all(isinstance(one, shape) for one in things)


_MOVED = (
    "isi",
    "paragraf",
    "korespondensi",
    "baris",
    "tabel",
    "gaya_rincian",
    *RINCIAN,
    "penutup",
)
"""Keys of a pasal whose content belongs to its words."""


def as_ayat(pasal: dict[str, Any]) -> dict[str, Any]:
    """A pasal whose words, with what is tabulated below them, are its first ayat.

    One that has ayat is as it was, and so is one whose words only lead up to them.
    """
    if pasal.get("ayat") or not pasal.get("isi"):
        return pasal
    has_list = any(pasal.get(name) for name in _MOVED if name != "isi")
    if str(pasal["isi"]).endswith(":") and not has_list:
        return pasal
    ayat = {key: pasal[key] for key in _MOVED if key in pasal}
    rest = {key: value for key, value in pasal.items() if key not in _MOVED}
    return {**rest, "ayat": [ayat]}


def _in_one_shape(*three: Any) -> list[Any]:
    """Three things in one shape where they have one: a part written short is a mapping,
    one paragraph a list.
    """
    if any(isinstance(one, dict) for one in three):
        return _as_mappings(three)
    if any(isinstance(one, list) for one in three):
        return [_as_list(one) for one in three]
    return list(three)


def _as_mappings(three: Sequence[Any]) -> list[Any]:
    key = _words_key(three)
    spelled = [{key: one} if isinstance(one, str) else one for one in three]
    start, *changed = spelled
    if not isinstance(start, dict) and _are_all(dict, changed):
        spelled[0] = {}
    if not any(map(_has_ayat, spelled)):
        return spelled
    return [as_ayat(one) if isinstance(one, dict) else one for one in spelled]


def _has_ayat(one: Any) -> bool:
    return isinstance(one, dict) and bool(one.get("ayat"))


def _words_key(three: Sequence[Any]) -> str:
    """The key of the words of a part that one of three wrote short."""
    of_law = ("teks", "tentang")
    is_law = any(isinstance(one, dict) and any(map(one.get, of_law)) for one in three)
    return "teks" if is_law else "isi"


def _as_list(one: Any) -> Any:
    if one is _ABSENT or one is None:
        return []
    return [one] if isinstance(one, str) else one


def _merge_mappings(
    start: dict[str, Any], theirs: dict[str, Any], mine: dict[str, Any], *, short: str
) -> Any:
    """Key by key; a part of which only the words are left, under the key `short`, is bare
    text again.
    """
    merged = {}
    for key in _order(start, theirs, mine):
        both = theirs.get(key, _ABSENT), mine.get(key, _ABSENT)
        value = merge(start.get(key, _ABSENT), *both)
        # A list of which nothing is left goes with its key, unless one of them left it empty.
        emptied = value == [] and [] not in both
        if value is not _ABSENT and not emptied:
            merged[key] = value
    return merged[short] if merged.keys() == {short} else merged


def _merge_lists(start: list[Any], theirs: list[Any], mine: list[Any]) -> list[Any]:
    """Item by item, each under a name: its place in the list of old, or for a new one
    whose it is and where.
    """
    old: dict[Hashable, Any] = dict(enumerate(start))
    their_items = _named(theirs, pair(start, theirs), "theirs")
    my_items = _named(mine, pair(start, mine), "mine")
    my_items = _with_shared_names(old, their_items, my_items)
    three = old, their_items, my_items
    merged = (
        _merge_item(*(items.get(name, _ABSENT) for items in three))
        for name in _order(*three)
    )
    return [item for item in merged if item is not _ABSENT]


def _named(
    items: list[Any], places: list[int | None], whose: str
) -> dict[Hashable, Any]:
    return {
        (whose, j) if place is None else place: items[j]
        for j, place in enumerate(places)
    }


def _with_shared_names(
    old: dict[Hashable, Any],
    their_items: dict[Hashable, Any],
    my_items: dict[Hashable, Any],
) -> dict[Hashable, Any]:
    """My items; what both added alike bears the name that it has with them."""
    free = {name: item for name, item in their_items.items() if name not in old}
    renamed = dict[Hashable, Any]()
    for name, item in my_items.items():
        if name not in old:
            name = next((one for one in free if free[one] == item), name)
            free.pop(name, None)
        renamed[name] = item
    return renamed


def _merge_item(start: Any, theirs: Any, mine: Any) -> Any:
    """An item that one side does not have is there only if the other added or changed
    it, and then whole.
    """
    if theirs is not _ABSENT and mine is not _ABSENT:
        return merge(start, theirs, mine)
    left = mine if theirs is _ABSENT else theirs
    return _ABSENT if left == start else left


def _order(
    start: Iterable[Any], theirs: Iterable[Any], mine: Iterable[Any]
) -> list[Any]:
    """All names as they stand with them.

    What I moved or added stands behind the last before it that they left in place.
    What one of us took out holds its place, so that what each put in another's stead
    stays in order.
    """
    old = list(start)
    their_names, my_names = _with_gone(old, theirs), _with_gone(old, mine)
    moved_by_me, moved_by_them = _moved(old, my_names), _moved(old, their_names)
    result = [name for name in their_names if name not in moved_by_me]
    position = 0
    for name in my_names:
        placed = name in result
        if not placed:
            if name not in old:
                position = _behind_their_own(result, position, my_names)
            result.insert(position, name)
        if not placed or name not in moved_by_them:
            position = result.index(name) + 1
    return result


def _with_gone(old: list[Any], now: Iterable[Any]) -> list[Any]:
    """The names of now, and what is gone behind what it stood behind."""
    names = list(now)
    present = set(names)
    position = 0
    for name in old:
        if name in present:
            position = names.index(name) + 1
        else:
            names.insert(position, name)
            position += 1
    return names


def _behind_their_own(names: list[Any], position: int, mine: list[Any]) -> int:
    """The place behind what stands there and is not with me."""
    while position < len(names) and names[position] not in mine:
        position += 1
    return position


def _moved(old: list[Any], now: list[Any]) -> set[Any]:
    """What is on both sides, but not in the order that most of it keeps."""
    in_place = {old[i] for span in spans(old, now) if span.equal for i in span.old}
    return (set(old) & set(now)) - in_place


def pair(old: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """For each new item the place of the old one that it was."""
    old_words = cache(lambda i: _words(old[i]))
    new_words = cache(lambda j: _words(new[j]))

    def likeness(i: int, j: int) -> float:
        if _same_name(old[i], new[j]):
            return _SAME_NAME
        return _likeness(old_words(i), new_words(j))

    return origins(_keys(old), _keys(new), likeness, at_least=_SIMILAR)


def _keys(items: Sequence[Any]) -> list[str]:
    return [dumps(item, sort_keys=True) for item in items]


def _same_name(one: Any, other: Any) -> bool:
    """Whether a role or a written number proves that they are one.

    The number of a law does not, without its kind.
    """
    if not isinstance(one, dict) or not isinstance(other, dict):
        return False
    proof = ("kunci",) if "jenis" in one else ("kunci", "nomor")
    return any(one.get(key) and one.get(key) == other.get(key) for key in proof)


def _words(item: Any) -> list[frozenset[str]]:
    """The words of an item, then of what tells it alone."""
    traits = [item, None, None]
    if isinstance(item, dict):
        traits = [item.get(key) for key in _TRAIT]
    said = (" ".join(_texts(thing)).lower() for thing in (item, *traits))
    return [frozenset(findall(r"\w+", text)) for text in said]


def _texts(thing: Any) -> Iterator[str]:
    if isinstance(thing, dict | list):
        for value in thing.values() if isinstance(thing, dict) else thing:
            yield from _texts(value)
    elif thing is not None:
        yield str(thing)


def _likeness(one: list[frozenset[str]], other: list[frozenset[str]]) -> float:
    """The likest of what tells both."""
    both = zip(one, other, strict=True)
    return max((overlap(x, y) for x, y in both if x and y), default=0.0)
