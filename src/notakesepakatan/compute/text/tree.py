"""The agreement as a tree of plain data, which adenda change: keys and order of the YAML.

A tree is never changed in place: what a step does not touch is the very same object
before and after.
"""

from collections.abc import Sequence
from typing import Any

from notakesepakatan.compute.text.numbering import fill_labels, only_tahapan
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pasal import HEADS
from notakesepakatan.model.tabel import CELL_BETWEEN, CELL_MARK
from notakesepakatan.place import CHILDREN, DataPath, Place, level

Tree = dict[str, Any]
"""Mappings, lists, texts and whole numbers, as `Kesepakatan` validates them."""


def to_tree(k: Kesepakatan) -> Tree:
    """The tree of an agreement.

    Equal agreements give equal trees, however their YAML is folded. Words that stand on
    paper by default are in it, so that they too can be amended; what is empty is not.
    """
    result: Tree = without_empty(
        k.model_dump(mode="json", exclude={"abaikan", "disisihkan"})
    )
    return result


def without_empty(node: Any) -> Any:
    """A dump of the model without what says nothing.

    That is None, empty lists and mappings, `dihapus: tidak`.
    """
    if isinstance(node, list):
        return [without_empty(content) for content in node]
    if not isinstance(node, dict):
        return node
    result = {}
    for key, content in node.items():
        value = without_empty(content)
        if value not in (None, [], {}) and (key, value) != ("dihapus", "tidak"):
            result[key] = value
    return result


def label_key(path: DataPath) -> str:
    """The key that holds a written number in the items of this list.

    A law has a `nomor` of its own.
    """
    return "angka" if path == ("dasar_hukum",) else "nomor"


def labels(items: Sequence[Tree], path: DataPath) -> tuple[str, ...]:
    """Numbers of the items of the list at `path`, as they stand on paper."""
    is_tahapan_of_program = path[-1] == "tahapan" and path.count("tahapan") == 1
    if is_tahapan_of_program and len(items) == 1:
        (tahapan,) = items
        if only_tahapan(tahapan.get("tahapan"), tahapan.get("nomor")):
            return ("",)
    key = label_key(path)
    return fill_labels([item.get(key) for item in items], level(path) or "angka")


def place_at(tree: Tree, path: DataPath) -> Place:
    """The place at a path with its numbers, as far as this tree has them."""
    numbers = list[str]()
    for end, step in enumerate(path):
        if isinstance(step, int):
            written = _numbers(tree, path[:end])
            if step >= len(written):
                break
            numbers.append(written[step])
    return Place(path, tuple(numbers))


def _numbers(tree: Tree, series: DataPath) -> tuple[str, ...]:
    """The numbers of the items of any list; counted where it is not numbered on paper."""
    items = get_at(tree, series)
    if not isinstance(items, list | tuple):
        return ()
    if level(series) is None:
        return tuple(str(position + 1) for position in range(len(items)))
    return labels(items, series)


def deleted(node: Tree) -> bool:
    """Whether a numbered part is deleted; what it said is still in the tree."""
    return node.get("dihapus") == "ya"


def bare(node: Any) -> Any:
    """What is said, apart from numbers of parts and from what is deleted."""
    if isinstance(node, list):
        kept = (item for item in node if not _is_deleted_part(item))
        return [bare(item) for item in kept]
    if not isinstance(node, dict):
        return node
    unsaid = ("nomor", *HEADS.values()) if _is_part(node) else ()
    return {key: bare(content) for key, content in node.items() if key not in unsaid}


def _is_deleted_part(item: Any) -> bool:
    return isinstance(item, dict) and deleted(item)


def _is_part(node: Tree) -> bool:
    """Whether it is a numbered part, so that its `nomor` is none of what it says."""
    return "isi" in node or any(isinstance(node.get(key), list) for key in CHILDREN)


def get_at(tree: Any, path: DataPath) -> Any:
    """What stands at a path; None where nothing does."""
    for step in path:
        try:
            tree = tree[step]
        except (KeyError, IndexError, TypeError):
            return None
    return tree


def set_at(tree: Tree, path: DataPath, value: Any) -> Tree:
    """The tree with another value at a path; mappings missing on the way are made."""
    result: Tree = _set(tree, path, value)
    return result


def _set(node: Any, path: DataPath, value: Any) -> Any:
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(node, list):
        return [
            _set(content, rest, value) if position == step else content
            for position, content in enumerate(node)
        ]
    mapping = node or {}
    return {**mapping, step: _set(mapping.get(step), rest, value)}


def drop_at(tree: Tree, path: DataPath) -> Tree:
    """The tree without the key at a path, and without mappings that this leaves empty."""
    above = {
        key: content
        for key, content in get_at(tree, path[:-1]).items()
        if key != path[-1]
    }
    if above or len(path) == 1 or isinstance(path[-2], int):
        return set_at(tree, path[:-1], above)
    return drop_at(tree, path[:-1])


def shorten(node: Any, path: DataPath = ()) -> Any:
    """The tree as a person would write it.

    A part that holds nothing but its words, and a list of one text, as bare text; a row
    of a table as one text with bars between its cells.
    """
    if isinstance(node, dict):
        if _is_bare_text(node, path):
            return node["isi"]
        return {key: shorten(content, (*path, key)) for key, content in node.items()}
    if isinstance(node, list):
        return _shorten_list(node, path)
    return node


def _shorten_list(items: list[Any], path: DataPath) -> Any:
    if len(items) == 1 and isinstance(items[0], str):
        return items[0]
    if path[-1:] == ("baris",) and all(map(_may_be_barred, items)):
        return [CELL_BETWEEN.join(cells) for cells in items]
    return [shorten(content, path) for content in items]


def _may_be_barred(row: Any) -> bool:
    """Whether it is a row of a table in whose cells no bar stands."""
    is_row = isinstance(row, list) and all(isinstance(cell, str) for cell in row)
    return is_row and not any(CELL_MARK in cell for cell in row)


def _is_bare_text(node: Tree, path: DataPath) -> bool:
    """Whether a part says nothing but its words and may be written as them alone."""
    may_be_short = path[:1] != ("lampiran",) and path != ("pasal",)
    return may_be_short and node.keys() == {"isi"} and isinstance(node["isi"], str)
