"""Paragraphs of a Word file in, their styles, places and bookmarks out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from notakesepakatan.load.foreign.numbering import Numbering
from notakesepakatan.load.foreign.package import (
    Element,
    Package,
    attribute,
    child,
    local_name,
)

_TWENTIETHS = 20.0
_MOST_STEPS = 20
"""Styles that may be based on each other; more go round in a circle."""
_LEFT = ("left", "start")
_MIDDLE = ("center",)


@dataclass(frozen=True)
class _Place:
    """Where paragraphs of a style or a list begin; None where nothing is said of it."""

    left: float | None = None
    first: float | None = None
    adjust: str = ""

    def over(self, other: "_Place") -> "_Place":
        """The same, and where it says nothing what the other says."""
        return _Place(
            other.left if self.left is None else self.left,
            other.first if self.first is None else self.first,
            self.adjust or other.adjust,
        )


@dataclass(frozen=True)
class _Style:
    name: str
    place: _Place
    based_on: str


@dataclass(frozen=True)
class Looks:
    """The styles of a file by their ids."""

    _styles: Mapping[str, _Style]

    def style(self, paragraph: Element) -> str:
        """The name of its style, which stays where ids change; empty without one."""
        style = self._styles.get(_style_id(paragraph))
        return style.name if style else ""

    def indent(self, paragraph: Element, numbering: Numbering) -> float:
        """Points from the left edge to where its label or first word begins."""
        place = self._place(paragraph, numbering)
        return (place.left or 0.0) + (place.first or 0.0)

    def is_in_middle(self, paragraph: Element, numbering: Numbering) -> bool:
        """Whether it stands in the middle."""
        return self._place(paragraph, numbering).adjust in _MIDDLE

    def _place(self, paragraph: Element, numbering: Numbering) -> _Place:
        own = _place_in(child(paragraph, "pPr"))
        listed = _place_in(numbering.properties(paragraph))
        place = own.over(listed)
        style = self._styles.get(_style_id(paragraph))
        steps = 0
        while style and steps < _MOST_STEPS:
            place = place.over(style.place)
            style = self._styles.get(style.based_on)
            steps += 1
        return place


def read_looks(package: Package) -> Looks:
    """The styles of a Word file."""
    styles = dict[str, _Style]()
    for _, name in package.related("styles"):
        for one in package.tree(name):
            if local_name(one) == "style":
                named = child(one, "name")
                based_on = child(one, "basedOn")
                styles[attribute(one, "styleId")] = _Style(
                    attribute(named, "val") if named is not None else "",
                    _place_in(child(one, "pPr")),
                    attribute(based_on, "val") if based_on is not None else "",
                )
    return Looks(styles)


@dataclass(frozen=True)
class Bookmarks:
    """Names of bookmarks that begin in a paragraph: over words, and over nothing."""

    over_words: tuple[str, ...]
    points: tuple[str, ...]


def bookmarks_in(paragraph: Element) -> Bookmarks:
    """The bookmarks that begin in a paragraph."""
    open_names = dict[str, str]()
    over_words, points = list[str](), list[str]()
    for one in paragraph.iter():
        kind = local_name(one)
        if kind == "bookmarkStart":
            open_names[attribute(one, "id")] = attribute(one, "name")
        elif kind == "bookmarkEnd":
            points += filter(None, [open_names.pop(attribute(one, "id"), "")])
        elif kind in ("t", "delText") and one.text:
            over_words += open_names.values()
            open_names.clear()
    return Bookmarks(tuple(over_words), (*points, *open_names.values()))


def _style_id(paragraph: Element) -> str:
    named = child(paragraph, "pPr", "pStyle")
    return attribute(named, "val") if named is not None else ""


def _place_in(properties: Element | None) -> _Place:
    if properties is None:
        return _Place()
    adjust = child(properties, "jc")
    place = _Place(adjust=attribute(adjust, "val") if adjust is not None else "")
    indent = child(properties, "ind")
    if indent is None:
        return place
    lefts = (_points(attribute(indent, name)) for name in _LEFT)
    left = next((value for value in lefts if value is not None), None)
    hanging = _points(attribute(indent, "hanging"))
    first = _points(attribute(indent, "firstLine"))
    return replace(place, left=left, first=first if hanging is None else -hanging)


def _points(text: str) -> float | None:
    try:
        return float(text) / _TWENTIETHS
    except ValueError:
        return None
