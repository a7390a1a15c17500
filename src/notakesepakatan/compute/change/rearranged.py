"""Operations that only put text elsewhere in, told as such out.

Parts that change places, one that is split, several that are joined, one that is
moved, new ones before the first: none of these is a deletion and an insertion. Every
telling is held against the operations it stands for: both give the same text.
"""

from collections.abc import Callable, Iterator, Sequence

from notakesepakatan.compute.change.apply import apply, apply_one
from notakesepakatan.compute.change.halves import (
    are_halves,
    may_change_places,
    reordered,
)
from notakesepakatan.compute.text.letak import WrongLetak, find
from notakesepakatan.compute.text.tree import Tree, get_at, label_key, labels, place_at
from notakesepakatan.model.adendum import (
    Append,
    Change,
    Delete,
    Insert,
    Join,
    Move,
    Operation,
    Split,
    Swap,
)
from notakesepakatan.place import CHILDREN, DataPath, level

Told = tuple[int, list[Operation]]
"""How many operations are told otherwise, and by which."""


def told_as_rearranged(tree: Tree, operations: Sequence[Operation]) -> list[Operation]:
    """The operations, with those told as a rearrangement that are one.

    Args:
        tree: the tree that the first of them meets.
        operations: in their order.
    """
    rest = _moved(tree, operations)
    result = list[Operation]()
    while rest:
        many, told = _first_told(tree, rest)
        result += told
        for operation in told:
            tree = apply_one(tree, operation)
        rest = rest[many:]
    return result


def _first_told(tree: Tree, operations: Sequence[Operation]) -> Told:
    """How the first operation, and those that belong to it, are told."""
    for tell in _WAYS_TO_TELL:
        for many, told in tell(tree, operations):
            plain = operations[:many]
            if told and apply(tree, told) == apply(tree, plain):
                return many, told
    return 1, [operations[0]]


def _as_front_insertion(tree: Tree, operations: Sequence[Operation]) -> Iterator[Told]:
    """A list written anew that only has more before its first, the others as they were."""
    for path, old, new in _only_list(tree, operations[0]):
        more = len(new) - len(old)
        if more > 0 and new[more:] == old and not _numbered([*old, *new], path):
            first = place_at(tree, (*path, 0)).words
            yield 1, [_front_insertion(first, new[:more])]


def _front_insertion(first: str, put_in: Sequence[Tree]) -> Insert:
    return Insert(
        tindakan="sisip",
        sebelum=first,
        isi=tuple(put_in),
        geser="ya",
    )


def _as_swap(tree: Tree, operations: Sequence[Operation]) -> Iterator[Told]:
    """Parts that say what others said, in a list written anew or one by one."""
    for path, old, new in _only_list(tree, operations[0]):
        yield 1, _swaps(tree, path, reordered(old, new, path))
    series, changes = _changed_in_one_list(tree, operations)
    if len(changes) > 1:
        after, _ = apply(tree, changes)
        both = get_at(tree, series), get_at(after, series)
        yield len(changes), _swaps(tree, series, reordered(*both, series))


def _changed_in_one_list(
    tree: Tree, operations: Sequence[Operation]
) -> tuple[DataPath, list[Operation]]:
    """The first operations as far as they are changes in one list, and that list."""
    series, changes = DataPath(), list[Operation]()
    for operation in operations:
        path = _place(tree, operation.letak) if isinstance(operation, Change) else ()
        if not _is_part(path) or (changes and path[:-1] != series):
            break
        series = path[:-1]
        changes.append(operation)
    return series, changes


def _swaps(
    tree: Tree, path: DataPath, origins: Sequence[int] | None
) -> list[Operation]:
    """The exchanges of two parts that lead to another order; none where there is none.

    Args:
        tree: the tree that the first of them meets.
        path: the list.
        origins: where each part of the new order stands.
    """
    now = list(range(len(origins or ())))
    result = list[Operation]()
    for place, origin in enumerate(origins or ()):
        other = now.index(origin)
        if other != place:
            result.append(_swap(tree, path, (place, other)))
            now[place], now[other] = now[other], now[place]
    return result


def _is_part(path: DataPath) -> bool:
    """Whether a path leads to a part that may change its number."""
    is_item = bool(path) and isinstance(path[-1], int)
    return is_item and may_change_places(path[:-1])


def _swap(tree: Tree, path: DataPath, places: tuple[int, int]) -> Swap:
    letak, dengan = (place_at(tree, (*path, place)).words for place in places)
    return Swap(
        tindakan="tukar",
        letak=letak,
        dengan=dengan,
    )


def _as_split(tree: Tree, operations: Sequence[Operation]) -> Iterator[Told]:
    """A part of which the rest stands behind it as parts of their own."""
    if len(operations) < 2:
        return
    first, second = operations[:2]
    if not isinstance(first, Change) or not isinstance(second, Insert | Append):
        return
    if second.setelah != first.letak:
        return
    old = get_at(tree, find(tree, first.letak))
    parts = [first.menjadi, *second.isi]
    if are_halves(old, parts):
        isi = tuple(parts)
        yield (
            2,
            [
                Split(
                    tindakan="pecah",
                    letak=first.letak,
                    isi=isi,
                )
            ],
        )


def _as_join(tree: Tree, operations: Sequence[Operation]) -> Iterator[Told]:
    """A part that says what those deleted behind it said too."""
    first = operations[0]
    if not isinstance(first, Change):
        return
    path = find(tree, first.letak)
    if not isinstance(path[-1], int):
        return
    gone = list[str]()
    for operation in operations[1:]:
        if not isinstance(operation, Delete):
            break
        following: DataPath = (*path[:-1], path[-1] + len(gone) + 1)
        if _place(tree, operation.letak) != following:
            break
        gone.append(operation.letak)
    parts = [get_at(tree, path), *(get_at(tree, find(tree, each)) for each in gone)]
    if gone and are_halves(first.menjadi, parts):
        join = Join(
            tindakan="gabung",
            letak=first.letak,
            dengan=tuple(gone),
            menjadi=first.menjadi,
        )
        yield 1 + len(gone), [join]


_WAYS_TO_TELL: tuple[Callable[[Tree, Sequence[Operation]], Iterator[Told]], ...] = (
    _as_front_insertion,
    _as_swap,
    _as_split,
    _as_join,
)


def _moved(tree: Tree, operations: Sequence[Operation]) -> list[Operation]:
    """The operations, a part deleted here and put in there told as moved."""
    result = list(operations)
    for deletion in operations:
        if not isinstance(deletion, Delete):
            continue
        for new in operations:
            move = _move(tree, deletion, new)
            if move is None or new not in result:
                continue
            told = [
                move if each is new else each for each in result if each is not deletion
            ]
            if apply(tree, told) == apply(tree, result):
                result = told
                break
    return result


def _move(tree: Tree, deletion: Delete, new: Operation) -> Move | None:
    """The move that a deletion and what is put in elsewhere may be."""
    if not isinstance(new, Insert | Append) or not new.setelah or len(new.isi) != 1:
        return None
    path = _place(tree, deletion.letak)
    if not _is_part(path):
        return None
    key = label_key(path[:-1])
    old, item = get_at(tree, path), new.isi[0]
    if not isinstance(item, dict) or _without(old, key) != _without(item, key):
        return None
    nomor = item.get(key)
    return Move(
        tindakan="pindah", letak=deletion.letak, setelah=new.setelah, nomor=nomor
    )


def _place(tree: Tree, letak: str) -> DataPath:
    """Where an address leads in a tree; `()` where it leads nowhere yet."""
    try:
        return find(tree, letak)
    except WrongLetak:
        return ()


def _only_list(
    tree: Tree, operation: Operation
) -> Iterator[tuple[DataPath, list[Tree], list[Tree]]]:
    """The only list in which a part changes, with what it held and what it holds."""
    if not isinstance(operation, Change) or not isinstance(operation.menjadi, dict):
        return
    path = find(tree, operation.letak)
    old, new = get_at(tree, path), operation.menjadi
    if not isinstance(old, dict):
        return
    changed = [key for key in {*old, *new} if old.get(key) != new.get(key)]
    if len(changed) != 1 or changed[0] not in CHILDREN:
        return
    (key,) = changed
    before, after = old.get(key), new.get(key)
    inside: DataPath = (*path, key)
    if isinstance(before, list) and isinstance(after, list) and level(inside):
        yield inside, before, after


def _numbered(items: Sequence[Tree], path: DataPath) -> bool:
    """Whether any of these bears a number of its own, or none is counted on paper."""
    key = label_key(path)
    return any(key in item for item in items) or not labels(items, path)[0]


def _without(part: Tree, key: str) -> Tree:
    return {name: content for name, content in part.items() if name != key}
