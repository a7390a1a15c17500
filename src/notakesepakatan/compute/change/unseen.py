"""Differences that nobody sees on paper: they are named, and no adendum is made of them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from notakesepakatan.compute.change.wording import texts
from notakesepakatan.compute.text.tree import Tree
from notakesepakatan.words.normal import looks, unseen_of

_SHOWN = 40
"""Letters of a text that are shown of it."""


class Seen(NamedTuple):
    """A new text without what nobody sees.

    Attributes:
        tree: the new text, its texts as before where they look the same.
        remarks: each text that differs in nothing that is seen, and in what, in Indonesian.
    """

    tree: Tree
    remarks: tuple[str, ...]


def as_seen(old: Tree, new: Tree) -> Seen:
    """The new text with the old words wherever both look the same on paper."""
    before = set(texts(old))
    by_look = {looks(text): text for text in before}
    same = dict[str, str]()
    for text in texts(new):
        twin = by_look.get(looks(text))
        if twin is not None and text not in before:
            same[text] = twin
    if not same:
        return Seen(new, ())
    remarks = tuple(_remark(text, twin) for text, twin in same.items())
    return Seen(_with_twins(new, same), remarks)


def _remark(text: str, twin: str) -> str:
    marks = sorted(unseen_of(text) ^ unseen_of(twin)) or ["letak huruf tak tampak"]
    shown = looks(text)[:_SHOWN]
    return (
        f'"{shown}" hanya berbeda pada yang tidak tampak di kertas '
        f"({', '.join(marks)}), jadi bukan perubahan."
    )


def _with_twins(node: Any, same: Mapping[str, str]) -> Any:
    if isinstance(node, str):
        return same.get(node, node)
    if isinstance(node, list):
        return [_with_twins(item, same) for item in node]
    if isinstance(node, dict):
        return {key: _with_twins(content, same) for key, content in node.items()}
    return node
