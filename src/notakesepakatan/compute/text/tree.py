"""The agreement as a tree of plain data, which adenda change: keys and order of the YAML.

A tree is never changed in place: what a step does not touch is the very same object before and after.
"""

from collections.abc import Sequence
from typing import Any

from notakesepakatan.compute.text.numbering import fill_labels, only_stage
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import CHILDREN, DataPath, Place, level

Tree = dict[str, Any]
"""Mappings, lists, texts and whole numbers, as `Kesepakatan` validates them."""


def to_tree(k: Kesepakatan) -> Tree:
    """The tree of an agreement; equal agreements give equal trees, however their YAML is folded.

    Words that stand on paper by default are in it, so that they too can be amended; what is empty is not.
    """
    result: Tree = without_empty(k.model_dump(mode="json", exclude={"abaikan"}))
    return result


def without_empty(thing: Any) -> Any:
    """A dump of the model without what says nothing: None, empty lists and mappings, `dihapus: tidak`."""
    if isinstance(thing, dict):
        content = {
            key: without_empty(value)
            for key, value in thing.items()
            if (key, value) != ("dihapus", "tidak")
        }
        return {
            key: value for key, value in content.items() if value not in (None, [], {})
        }
    return (
        [without_empty(content) for content in thing]
        if isinstance(thing, list)
        else thing
    )


def label_key(path: DataPath) -> str:
    """The key that holds a written number in the items of this list: a law has a `nomor` of its own."""
    return "angka" if path == ("dasar_hukum",) else "nomor"


def labels(items: Sequence[Tree], path: DataPath) -> tuple[str, ...]:
    """Numbers of the items of the list at `path`, as they stand on paper."""
    key = label_key(path)
    if path[-1] == "tahapan" and path.count("tahapan") == 1 and len(items) == 1:
        one = items[0]
        if only_stage(one.get("tahapan"), one.get("nomor")):
            return ("",)
    return fill_labels([one.get(key) for one in items], level(path) or "angka")


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


def bare(thing: Any) -> Any:
    """What is said, apart from numbers of parts and from what is deleted."""
    if isinstance(thing, list):
        return [
            bare(content)
            for content in thing
            if not (isinstance(content, dict) and deleted(content))
        ]
    if isinstance(thing, dict):
        part = "isi" in thing or any(
            isinstance(thing.get(child), list) for child in CHILDREN
        )
        return {
            key: bare(content)
            for key, content in thing.items()
            if key != "nomor" or not part
        }
    return thing


def get_at(tree: Any, path: DataPath) -> Any:
    """What stands at a path; None where nothing does."""
    for step in path:
        try:
            tree = tree[step]
        except (KeyError, IndexError, TypeError):
            return None
    return tree


def set_at(tree: Tree, path: DataPath, value: Any) -> Tree:
    """The tree with another value at a path; mappings on the way are made where they are missing."""
    result: Tree = _set(tree, path, value)
    return result


def _set(thing: Any, path: DataPath, value: Any) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(thing, list):
        return [
            _set(content, rest, value) if i == head else content
            for i, content in enumerate(thing)
        ]
    thing = thing or {}
    return {**thing, head: _set(thing.get(head), rest, value)}


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


def shorten(thing: Any, path: DataPath = ()) -> Any:
    """The tree as a person would write it: a part that holds nothing but its words, and a list of one text, as bare text."""
    if isinstance(thing, dict):
        if (
            thing.keys() == {"isi"}
            and path[:1] != ("lampiran",)
            and path != ("pasal",)
            and isinstance(thing["isi"], str)
        ):
            return thing["isi"]
        return {key: shorten(content, (*path, key)) for key, content in thing.items()}
    if isinstance(thing, list):
        if len(thing) == 1 and isinstance(thing[0], str):
            return thing[0]
        return [shorten(content, path) for content in thing]
    return thing
