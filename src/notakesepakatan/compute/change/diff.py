"""From the difference of two agreements to the operations of an adendum.

The law of this module: for every base and new agreement, with `tujuan = settle(base,
new)`,

    apply(base, diff(base, tujuan)) == tujuan

`settle` is the new agreement as law numbers it: numbers never shift (UU 12/2011
Lampiran II 230-238), so what was taken out stays as deleted under its number and what
was put in between gets a number of its own. A text that keeps these rules already is
left as it is.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from notakesepakatan.compute.change.pairs import pair_parts
from notakesepakatan.compute.change.wording import reword, texts
from notakesepakatan.compute.text.numbering import whole
from notakesepakatan.compute.text.tree import (
    Tree,
    deleted,
    drop_at,
    label_key,
    labels,
    place_at,
    set_at,
)
from notakesepakatan.model.adendum import Append, Change, Delete, Insert, Operation
from notakesepakatan.place import CHILDREN, DataPath, level

_NO_KALIMAT = (
    "jangka_waktu",
    "konvensi_berakhir",
    "tenggat",
    "rangkap",
    "penandatanganan",
)
"""Values that the text only takes over: their change is no change of words."""

_ALWAYS_DETAILED = (("pasal",),)
"""Lists whose items keep their numbers whatever is put before them.

Of others the part above is written anew.
"""


def settle(lama: Any, new: Any, path: DataPath = ()) -> Any:
    """The new tree with the numbers it has in law beside the old one.

    Equal to `new` but for labels and deleted parts.
    """
    if lama == new:
        return lama
    if isinstance(lama, list) and isinstance(new, list) and level(path):
        return _settle_list(lama, new, path)
    if isinstance(lama, dict) and isinstance(new, dict):
        return {
            key: settle(lama[key], content, (*path, key)) if key in lama else content
            for key, content in new.items()
        }
    if isinstance(lama, list) and isinstance(new, list) and len(lama) == len(new):
        return [
            settle(a, b, (*path, i))
            for i, (a, b) in enumerate(zip(lama, new, strict=True))
        ]
    return new


def _settle_list(lama: list[Tree], new: list[Tree], path: DataPath) -> list[Tree]:
    pair = pair_parts(lama, new, path)
    if not _in_detail(pair, path):
        return new
    key, result, insert = label_key(path), list[Tree](), list[Tree]()
    ada = labels(lama, path)
    used = set(ada)

    def flush(in_front: str) -> None:
        for one in insert:
            in_front = _free_label(in_front, one.get(key), used, level(path) or "")
            result.append({**one, key: in_front})
        insert.clear()

    last = ""
    for i, j in pair:
        if i is None:
            insert.append(new[j or 0])
            continue
        flush(last)
        last = ada[i]
        result.append(
            _settle_node(lama[i], None if j is None else new[j], (*path, i), key)
        )
    return result + list(_appended(insert, result, path))


def _settle_node(lama: Tree, new: Tree | None, path: DataPath, key: str) -> Tree:
    if new is None:
        return lama if deleted(lama) else {**lama, "dihapus": "ya"}
    if deleted(lama) and deleted(new):
        return lama
    result: Tree = settle(
        {n: v for n, v in lama.items() if n != key},
        {n: v for n, v in new.items() if n != key},
        path,
    )
    return {**result, key: lama[key]} if key in lama else result


def _appended(
    tambahan: list[Tree], in_front: list[Tree], path: DataPath
) -> Iterator[Tree]:
    """Without numbers, which are counted on.

    Unless one is written that says otherwise and is free.
    """
    key = label_key(path)
    without = [{n: v for n, v in one.items() if n != key} for one in tambahan]
    if all(key not in one for one in tambahan) or _clashes(
        [*in_front, *tambahan], path
    ):
        yield from without
        return
    for n, one in enumerate(tambahan):
        natural = labels([*in_front, *tambahan[:n], without[n]], path)[-1]
        yield without[n] if one.get(key) == natural else one


def _clashes(items: list[Tree], path: DataPath) -> bool:
    every = labels(items, path)
    return len(set(every)) < len(every)


def _free_label(in_front: str, asked: str | None, used: set[str], level: str) -> str:
    """A number of its own behind another: 7 -> 7A, 7B; (1) -> 1a; a -> a1.

    Before the first: 0A. Marked as used.
    """
    if asked is None or asked in used or whole(asked, level) != whole(in_front, level):
        asked = next(
            one for one in _labels_behind(in_front or "0", level) if one not in used
        )
    used.add(asked)
    return asked


def _labels_behind(label: str, level: str) -> Iterator[str]:
    """The next of its kind first, then ever longer ones."""
    end = re.search(r"[0-9]+$|^[a-z]+$|[A-Za-z]$", label)
    tail = end[0] if end else ""
    base = label[: len(label) - len(tail)]
    if tail.isdigit():
        if base:
            yield f"{base}{int(tail) + 1}"
        tambahan = "A" if level == "pasal" else "a"
    elif base and tail not in "zZ":
        yield f"{base}{chr(ord(tail) + 1)}"
        tambahan = "1"
    else:
        tambahan = "1"
    for kali in count(1):
        yield label + tambahan * kali


def _in_detail(pair: Sequence[tuple[int | None, int | None]], path: DataPath) -> bool:
    """Whether a list is told by its items: something of it stays, and nothing comes
    before its first.
    """
    if path in _ALWAYS_DETAILED:
        return True
    return (
        bool(pair)
        and pair[0][0] is not None
        and any(i is not None and j is not None for i, j in pair)
    )


def diff(lama: Tree, new: Tree, *, kata: bool = False) -> list[Operation]:
    """Operations that turn the first tree into the second, which is settled; in order of the text.

    Addresses are those of the tree each operation meets, the earlier ones being
    applied. With `kata`, as corrections want it, words are replaced by words where
    nothing else differs.
    """
    return list(_Comparer(lama, kata).values(lama, new, ()))


def changed_share(lama: Tree, new: Tree) -> float:
    """How much of the text an amendment touches, 0 to 1: words of texts that are not
    the same in both (rule 237).
    """
    old_content, new_content = (Counter(texts(one)) for one in (lama, new))
    same = old_content & new_content
    n = [
        sum(len(text.split()) * kali for text, kali in content.items())
        for content in (same, old_content, new_content)
    ]
    return 1 - n[0] / max(n[1], n[2], 1)


class _Comparer:
    """Walks both trees; keeps the old one as it changes, since addresses are read in it."""

    def __init__(self, tree: Tree, kata: bool) -> None:
        self._tree = tree
        self._word = kata

    def _words(self, path: DataPath) -> str:
        return place_at(self._tree, path).words

    def _change(self, path: DataPath, new: Any) -> Iterator[Operation]:
        if (
            self._word
            and path[0] not in _NO_KALIMAT
            and (result := reword(self._tree, path, new))
        ):
            yield from result[1]
            self._tree = result[0]
            return
        yield Change(tindakan="ubah", letak=self._words(path), menjadi=new)
        self._tree = set_at(self._tree, path, new)

    def values(self, lama: Any, new: Any, path: DataPath) -> Iterator[Operation]:
        """Operations below one path, which is no item of a numbered list."""
        if lama == new:
            return
        if not (isinstance(lama, dict) and isinstance(new, dict)):
            yield from self._change(path, new)
            return
        for key in dict.fromkeys((*lama, *new)):
            here: DataPath = (*path, key)
            if key not in new:
                yield Delete(tindakan="hapus", letak=self._words(here))
                self._tree = drop_at(self._tree, here)
            elif key not in lama:
                yield from self._change(here, new[key])
            elif level(here) and lama[key] != new[key]:
                yield from self._list(lama[key], new[key], here)
            elif _same_parties(here, lama[key], new[key]):
                for i, (a, b) in enumerate(zip(lama[key], new[key], strict=True)):
                    yield from self.values(a, b, (*here, i))
            else:
                yield from self.values(lama[key], new[key], here)

    def _list(
        self, lama: list[Tree], new: list[Tree], path: DataPath
    ) -> Iterator[Operation]:
        pair = _settled_pairs(lama, new, path)
        if pair is None:
            yield from self._change(path, new)
            return
        i = 0  # place in the list as it stands by now
        insert = list[Tree]()
        for one, origin in zip(new, pair, strict=True):
            if origin is None:
                insert.append(one)
                continue
            if insert:
                yield from self._insert(path, i, insert)
                i += len(insert)
                insert = []
            yield from self._node(lama[origin], one, (*path, i))
            i += 1
        if insert:
            yield Append(
                tindakan="tambah",
                setelah=self._words((*path, i - 1)),
                isi=tuple(insert),
            )
            self._place(path, i, insert)

    def _insert(
        self, path: DataPath, i: int, content: list[Tree]
    ) -> Iterator[Operation]:
        if i:
            yield Insert(
                tindakan="sisip",
                setelah=self._words((*path, i - 1)),
                isi=tuple(content),
            )
        else:
            yield Insert(
                tindakan="sisip", sebelum=self._words((*path, 0)), isi=tuple(content)
            )
        self._place(path, i, content)

    def _place(self, path: DataPath, i: int, content: list[Tree]) -> None:
        items = self._tree
        for step in path:
            items = items[step]  # type: ignore[index] # steps of this very tree
        now: Any = items
        self._tree = set_at(self._tree, path, [*now[:i], *content, *now[i:]])

    def _node(self, lama: Tree, new: Tree, path: DataPath) -> Iterator[Operation]:
        if lama == new:
            return
        if new == {**lama, "dihapus": "ya"}:
            yield Delete(tindakan="hapus", letak=self._words(path))
            self._tree = set_at(self._tree, path, new)
        elif _by_parts(lama, new, path):
            yield from self.values(lama, new, path)
        else:
            key = label_key(path[:-1])
            without = {n: v for n, v in new.items() if n != key}
            yield from self._change(
                path, without if key not in lama else {**without, key: lama[key]}
            )


def _same_parties(path: DataPath, lama: Any, new: Any) -> bool:
    return path == ("para_pihak",) and len(lama) == len(new)


def _by_parts(lama: Tree, new: Tree, path: DataPath) -> bool:
    """Whether a change of this part is told by what stands in it: rows and laws by
    their cells, others by their items.
    """
    if deleted(lama) != deleted(new):
        return False
    if path[0] in ("lampiran", "dasar_hukum"):
        return all(
            (child in lama) == (child in new)
            and (
                child not in lama
                or _settled_pairs(lama[child], new[child], (*path, child)) is not None
            )
            for child in CHILDREN
            if level((*path, child))
        )
    old_children, new_children = (
        [name for name in CHILDREN if name in one] for one in (lama, new)
    )
    return (
        len(old_children) == 1
        and old_children == new_children
        and _settled_pairs(
            lama[old_children[0]], new[new_children[0]], (*path, old_children[0])
        )
        is not None
    )


def _settled_pairs(
    lama: list[Tree], new: list[Tree], path: DataPath
) -> list[int | None] | None:
    """For every item of a settled list the place it had before, None for a new one.

    None where it is no such list.
    """
    label_lama, new_label = labels(lama, path), labels(new, path)
    if label_lama == ("",) and new_label[:1] == ("1",) and "nomor" not in new[0]:
        label_lama = ("1",)
    origin = {label: i for i, label in enumerate(label_lama)}
    result = [origin.get(label) for label in new_label]
    ada = [i for i in result if i is not None]
    if ada != list(range(len(lama))) or len(set(new_label)) < len(new_label):
        return None
    if not _in_detail(pair_parts(lama, new, path), path):
        return None
    key = label_key(path)
    tertulis = all(
        i is None or lama[i].get(key) == one.get(key)
        for one, i in zip(new, result, strict=True)
    )
    last = max((n for n, i in enumerate(result) if i is not None), default=-1)
    insertion = all(
        i is not None or key in one for one, i in zip(new[:last], result, strict=False)
    )
    return result if tertulis and insertion else None
