"""From the difference of two agreements to the operations of an adendum.

The law of this module: for every base and new agreement, with `tujuan = settle(base,
new)`,

    apply(base, diff(base, tujuan)) == tujuan
"""

import re
import string
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import Any

from notakesepakatan.compute.change.pairs import (
    pair_parts,
    pair_rows,
    told_by_items,
)
from notakesepakatan.compute.change.wording import reword, texts
from notakesepakatan.compute.text.tree import (
    Tree,
    bare,
    deleted,
    drop_at,
    get_at,
    label_key,
    labels,
    place_at,
    set_at,
)
from notakesepakatan.model.adendum import Append, Change, Delete, Insert, Operation
from notakesepakatan.place import CHILDREN, PARA_PIHAK, DataPath, is_rows, level
from notakesepakatan.words.normal import looks

_WORD = re.compile(r"\w+")
_NO_WORDS = (
    "jangka_waktu",
    "konvensi_berakhir",
    "tenggat",
    "rangkap",
    "penandatanganan",
    "induk",
)
"""Values that the text only takes over: their change is no change of words."""

Origins = list[int | None]
"""For every item of a list the position it had before, None for a new one."""


def diff(old: Tree, new: Tree, *, kata: bool = False) -> list[Operation]:
    """Operations that turn the old tree into the new one, which is settled; in order of
    the text.

    Addresses are those of the tree each operation meets, the earlier ones being
    applied. With `kata`, as corrections want it, words are replaced by words where
    nothing else differs.
    """
    return list(_Comparison(old, kata).values(old, new, ()))


def changed_parts(old: Tree, new: Tree) -> set[str]:
    """The parts that differ: pasal by their number, all else by its key.

    One that was deleted and is put back has a letter behind its number (4A), so that a
    number and those inserted behind it are one part.
    """
    before, after = _parts(old), _parts(new)
    names = before.keys() | after.keys()
    return {name for name in names if before.get(name) != after.get(name)}


def _parts(tree: Tree) -> dict[str, list[Any]]:
    result: dict[str, list[Any]] = {
        key: [content] for key, content in tree.items() if key != "pasal"
    }
    pasal_list = tree.get("pasal") or []
    numbers = labels(pasal_list, ("pasal",))
    for label, pasal in zip(numbers, pasal_list, strict=True):
        number = label.rstrip(string.ascii_uppercase)
        result.setdefault(f"pasal {number}", []).append(pasal)
    return result


def changed_share(old: Tree, new: Tree) -> float:
    """How much of the text an amendment touches, 0 to 1 (rule 237).

    By pairs of words that follow one another, whatever their capitals and marks; what is
    deleted is gone. What stands before the pasal, and annexes, hide no change of the pasal.
    """
    only_pasal = ({"pasal": tree.get("pasal") or []} for tree in (old, new))
    return max(_share(old, new), _share(*only_pasal))


def _share(old: Tree, new: Tree) -> float:
    old_pairs, new_pairs = _word_pairs(old), _word_pairs(new)
    same = (old_pairs & new_pairs).total()
    return 1 - same / max(old_pairs.total(), new_pairs.total(), 1)


_MARKS = re.compile(r"[^\w ]+")


def _word_pairs(tree: Tree) -> Counter[tuple[str, str]]:
    pairs = Counter[tuple[str, str]]()
    for text in texts(bare(tree)):
        words = ["", *_MARKS.sub(" ", looks(text).lower()).split(), ""]
        pairs.update(pairwise(words))
    return pairs


def _plain(text: str) -> str:
    """The letters and figures of a text, however they are set."""
    return " ".join(_WORD.findall(text.casefold()))


def same_but_for_typography(old: Tree, new: Tree) -> bool:
    """Whether two texts differ in capitals, punctuation or spaces alone."""
    both = zip_longest(texts(old), texts(new), fillvalue="")
    return all(_plain(before) == _plain(after) for before, after in both)


class _Comparison:
    """Walks both trees; keeps the old one as it changes, since addresses are read in it."""

    def __init__(self, tree: Tree, kata: bool) -> None:
        self._tree = tree
        self._words_of = kata

    def values(self, old: Any, new: Any, path: DataPath) -> Iterator[Operation]:
        """Operations below one path, which is no item of a numbered list."""
        if old == new:
            return
        if not (isinstance(old, dict) and isinstance(new, dict)):
            yield from self._change(path, new)
            return
        for key in dict.fromkeys((*old, *new)):
            yield from self._key(old, new, (*path, key))

    def _key(self, old: Tree, new: Tree, path: DataPath) -> Iterator[Operation]:
        """Operations for one key of two mappings, the last step of the path."""
        key = str(path[-1])
        if key not in new:
            yield Delete(tindakan="hapus", letak=self._letak(path))
            self._tree = drop_at(self._tree, path)
        elif key not in old:
            yield from self._change(path, new[key])
        elif old[key] == new[key]:
            return
        elif level(path) and _are_lists(old[key], new[key]):
            yield from self._list(old[key], new[key], path)
        elif is_rows(path) and _are_lists(old[key], new[key]):
            yield from self._rows(old[key], new[key], path)
        elif path == PARA_PIHAK and len(old[key]) == len(new[key]):
            yield from self._each(old[key], new[key], path)
        else:
            yield from self.values(old[key], new[key], path)

    def _letak(self, path: DataPath) -> str:
        return place_at(self._tree, path).words

    def _change(self, path: DataPath, new: Any) -> Iterator[Operation]:
        by_words = self._words_of and path[0] not in _NO_WORDS
        reworded = reword(self._tree, path, new) if by_words else None
        if reworded:
            self._tree, operations = reworded
            yield from operations
            return
        yield Change(
            tindakan="ubah",
            letak=self._letak(path),
            menjadi=new,
        )
        self._tree = set_at(self._tree, path, new)

    def _each(
        self, old: list[Tree], new: list[Tree], path: DataPath
    ) -> Iterator[Operation]:
        """Operations for lists of one length, position by position."""
        for i, (before, after) in enumerate(zip(old, new, strict=True)):
            if _signs_in_its_stead(before, after):
                yield from self._change((*path, i), after)
            else:
                yield from self.values(before, after, (*path, i))

    def _list(
        self, old: list[Tree], new: list[Tree], path: DataPath
    ) -> Iterator[Operation]:
        origins = _settled_origins(old, new, path)
        if origins is None:
            yield from self._change(path, new)
            return
        position = 0  # in the list as it stands by now
        put_in = list[Tree]()
        for item, origin in zip(new, origins, strict=True):
            if origin is None:
                put_in.append(item)
                continue
            if put_in:
                yield self._insert(path, position, put_in)
                position += len(put_in)
                put_in = []
            yield from self._part(old[origin], item, (*path, position))
            position += 1
        if put_in:
            yield self._append(path, position, put_in)

    def _rows(
        self, old: list[Any], new: list[Any], path: DataPath
    ) -> Iterator[Operation]:
        """Operations for the rows of a table; the last row first, so that each is counted
        as in the old table.
        """
        pairs = pair_rows(old, new)
        if not any(i is not None and j is not None for i, j in pairs):
            yield from self._change(path, new)
            return
        put_in = list[Any]()
        for i, j in reversed(pairs):
            if i is None and j is not None:
                put_in.insert(0, new[j])
                continue
            if i is not None and put_in:
                yield self._put_rows(path, i + 1, put_in)
                put_in = []
            if i is not None:
                yield from self._row((*path, i), None if j is None else new[j])
        if put_in:
            yield self._put_rows(path, 0, put_in)

    def _row(self, path: DataPath, new: Any) -> Iterator[Operation]:
        """What becomes of one row; None where it is gone."""
        if new is None:
            yield Delete(tindakan="hapus", letak=self._letak(path))
            series, position = path[:-1], int(path[-1])
            now = get_at(self._tree, series)
            rest = [*now[:position], *now[position + 1 :]]
            self._tree = set_at(self._tree, series, rest)
        elif get_at(self._tree, path) != new:
            yield from self._change(path, new)

    def _put_rows(self, path: DataPath, position: int, items: list[Any]) -> Operation:
        """Rows put in; behind the last they are appended."""
        is_last = position == len(get_at(self._tree, path))
        return (
            self._append(path, position, items)
            if is_last
            else self._insert(path, position, items)
        )

    def _insert(self, path: DataPath, position: int, items: list[Tree]) -> Operation:
        setelah = self._letak((*path, position - 1)) if position else None
        sebelum = None if position else self._letak((*path, 0))
        isi = tuple(items)
        self._put_in(path, position, items)
        return Insert(
            tindakan="sisip",
            setelah=setelah,
            sebelum=sebelum,
            isi=isi,
        )

    def _append(self, path: DataPath, position: int, items: list[Tree]) -> Operation:
        setelah = self._letak((*path, position - 1))
        self._put_in(path, position, items)
        return Append(
            tindakan="tambah",
            setelah=setelah,
            isi=tuple(items),
        )

    def _put_in(self, path: DataPath, position: int, items: list[Tree]) -> None:
        now = get_at(self._tree, path)
        new = [*now[:position], *items, *now[position:]]
        self._tree = set_at(self._tree, path, new)

    def _part(self, old: Tree, new: Tree, path: DataPath) -> Iterator[Operation]:
        """Operations for an item of a numbered list."""
        if old == new:
            return
        if new == {**old, "dihapus": "ya"}:
            yield Delete(tindakan="hapus", letak=self._letak(path))
            self._tree = set_at(self._tree, path, new)
        elif _told_by_content(old, new, path):
            yield from self.values(old, new, path)
        else:
            yield from self._change(path, _with_number_of(old, new, path))


def _signs_in_its_stead(old: Tree, new: Tree) -> bool:
    """Whether another body stands at the place of one that signed on a day of its own.

    That day goes with who signed, and cannot be changed by itself.
    """
    is_other = old.get("nama") != new.get("nama")
    return is_other and old.get(_OWN_DAY) != new.get(_OWN_DAY)


_OWN_DAY = "penandatanganan"


def _are_lists(old: Any, new: Any) -> bool:
    """Whether both are lists; a single annex is none, though several are."""
    return isinstance(old, list) and isinstance(new, list)


def _with_number_of(old: Tree, new: Tree, path: DataPath) -> Tree:
    """The new part under the number that the old one has."""
    key = label_key(path[:-1])
    result = {name: value for name, value in new.items() if name != key}
    return {**result, key: old[key]} if key in old else result


def _told_by_content(old: Tree, new: Tree, path: DataPath) -> bool:
    """Whether a change of this part is told by what stands in it: rows and laws by
    their cells, others by their items.
    """
    if deleted(old) != deleted(new):
        return False
    if path[0] in ("lampiran", "dasar_hukum"):
        lists = [name for name in CHILDREN if level((*path, name))]
        return all(_told_by_list(old, new, (*path, name)) for name in lists)
    old_lists = [name for name in CHILDREN if name in old]
    new_lists = [name for name in CHILDREN if name in new]
    if len(old_lists) != 1 or old_lists != new_lists:
        return False
    return _told_by_list(old, new, (*path, old_lists[0]))


def _told_by_list(old: Tree, new: Tree, path: DataPath) -> bool:
    """Whether the list under a key, the last step of the path, is settled, or in neither."""
    key = str(path[-1])
    if key not in old and key not in new:
        return True
    if key not in old or key not in new:
        return False
    return _settled_origins(old[key], new[key], path) is not None


def _settled_origins(
    old: list[Tree], new: list[Tree], path: DataPath
) -> Origins | None:
    """Where the items of a settled list come from; None where it is no such list."""
    old_numbers, new_numbers = _numbers(old, new, path)
    positions = {number: i for i, number in enumerate(old_numbers)}
    origins = [positions.get(number) for number in new_numbers]
    kept = [origin for origin in origins if origin is not None]
    if kept != list(range(len(old))) or len(set(new_numbers)) < len(new_numbers):
        return None
    if not told_by_items(pair_parts(old, new, path), path):
        return None
    if not _kept_as_written(old, new, origins, label_key(path)):
        return None
    if not _put_in_with_numbers(new, origins, label_key(path)):
        return None
    return origins


def _numbers(
    old: list[Tree], new: list[Tree], path: DataPath
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The numbers of both lists; an only stage, which bears none, counts as the first."""
    old_numbers, new_numbers = labels(old, path), labels(new, path)
    becomes_first = new_numbers[:1] == ("1",) and "nomor" not in new[0]
    if old_numbers == ("",) and becomes_first:
        old_numbers = ("1",)
    return old_numbers, new_numbers


def _kept_as_written(
    old: list[Tree], new: list[Tree], origins: Origins, key: str
) -> bool:
    """Whether every item that stays has its number written as before."""
    for item, origin in zip(new, origins, strict=True):
        if origin is not None and old[origin].get(key) != item.get(key):
            return False
    return True


def _put_in_with_numbers(new: list[Tree], origins: Origins, key: str) -> bool:
    """Whether everything new before the last item that stays has its number written."""
    kept = [i for i, origin in enumerate(origins) if origin is not None]
    last = max(kept, default=-1)
    put_in = [i for i, origin in enumerate(origins[:last]) if origin is None]
    return all(key in new[i] for i in put_in)
