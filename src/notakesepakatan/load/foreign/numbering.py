"""Word's automatic numbers: the label that a person sees before a paragraph, computed.

The label stands nowhere in the file; it follows from the paragraph's list, its level, and
all numbered paragraphs before it (ECMA-376 part 1, 17.9).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from notakesepakatan.load.foreign.package import (
    Element,
    Package,
    attribute,
    child,
    local_name,
)
from notakesepakatan.words.numbers import roman

_MOST_LEVELS = 9
_BULLET = "•"


class _Use(NamedTuple):
    """The list of a paragraph and its level in it; None where the style says it."""

    list_id: str | None
    level: int | None


@dataclass(frozen=True)
class _Level:
    """How the numbers of a level are written."""

    start: int = 1
    kind: str = "decimal"
    pattern: str = ""
    restarts: bool = True
    is_plain: bool = False
    """Numbers of levels above are decimal here, whatever they are there."""
    properties: Element | None = None
    """Where its paragraphs begin; None where it does not say."""


@dataclass(frozen=True)
class _List:
    """A list: whose counters it uses, its levels, and where some start anew."""

    counted_as: str
    levels: Mapping[int, _Level]
    starts: Mapping[int, int]


@dataclass
class Numbering:
    """The lists of a file, and how far each has counted.

    One for the body, one for every other part: each counts for itself.
    """

    _lists: Mapping[str, _List]
    _styles: Mapping[str, _Use]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, paragraph: Element) -> str:
        """The label of the next paragraph; empty where it has none."""
        use = self._use_of(paragraph)
        numbered = self._lists.get(use.list_id or "")
        if numbered is None:
            return ""
        level = min(use.level or 0, _MOST_LEVELS - 1)
        counts = self._counts.setdefault(numbered.counted_as, {})
        self._count(numbered, use.list_id or "", level, counts)
        return _written(numbered, level, counts)

    def properties(self, paragraph: Element) -> Element | None:
        """What its list says of where a paragraph begins; None where it says nothing."""
        use = self._use_of(paragraph)
        numbered = self._lists.get(use.list_id or "")
        return None if numbered is None else _level(numbered, use.level or 0).properties

    def _use_of(self, paragraph: Element) -> _Use:
        """What the paragraph says itself, and else its style."""
        properties = child(paragraph, "pPr")
        own = _use_in(properties)
        style_name = child(properties, "pStyle") if properties is not None else None
        style = attribute(style_name, "val") if style_name is not None else ""
        of_style = self._styles.get(style, _Use(None, None))
        return _Use(
            of_style.list_id if own.list_id is None else own.list_id,
            of_style.level if own.level is None else own.level,
        )

    def _count(
        self, numbered: _List, list_id: str, level: int, counts: dict[int, int]
    ) -> None:
        start = numbered.starts.get(level)
        if start is not None and (list_id, level) not in self._begun:
            self._begun.add((list_id, level))
            counts[level] = start
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = _level(numbered, level).start
        for above in range(level):
            counts.setdefault(above, _level(numbered, above).start)
        for deeper in [each for each in counts if each > level]:
            if _level(numbered, deeper).restarts:
                del counts[deeper]


def read_numbering(package: Package) -> Numbering:
    """The lists of a Word file, none counted yet."""
    styles = dict[str, _Use]()
    parents = dict[str, str]()
    for _, name in package.related("styles"):
        for style in package.tree(name):
            if local_name(style) == "style":
                number = attribute(style, "styleId")
                styles[number] = _use_in(child(style, "pPr"))
                based_on = child(style, "basedOn")
                parents[number] = (
                    attribute(based_on, "val") if based_on is not None else ""
                )
    inherited = {name: _inherited(name, styles, parents) for name in styles}
    lists = dict[str, _List]()
    for _, name in package.related("numbering"):
        lists = _lists_in(package.tree(name), inherited)
    return Numbering(lists, inherited)


def _inherited(
    name: str, styles: Mapping[str, _Use], parents: Mapping[str, str]
) -> _Use:
    """What a style says of lists, or the nearest of those that it is based on."""
    list_id: str | None = None
    level: int | None = None
    seen = set[str]()
    while name in styles and name not in seen:
        seen.add(name)
        use = styles[name]
        list_id = use.list_id if list_id is None else list_id
        level = use.level if level is None else level
        name = parents.get(name, "")
    return _Use(list_id, level)


def _use_in(properties: Element | None) -> _Use:
    if properties is None:
        return _Use(None, None)
    list_id = child(properties, "numPr", "numId")
    level = child(properties, "numPr", "ilvl")
    return _Use(
        attribute(list_id, "val") if list_id is not None else None,
        _number(level, 0) if level is not None else None,
    )


def _lists_in(root: Element, styles: Mapping[str, _Use]) -> dict[str, _List]:
    patterns = {
        attribute(one, "abstractNumId"): one
        for one in root
        if local_name(one) == "abstractNum"
    }
    told = {attribute(one, "numId"): one for one in root if local_name(one) == "num"}
    lists = dict[str, _List]()
    for list_id, one in told.items():
        pattern_id = _pattern_of(one, patterns, told, styles)
        if pattern_id not in patterns:
            continue
        levels = dict(_levels_in(patterns[pattern_id]))
        starts = dict[int, int]()
        for override in (each for each in one if local_name(each) == "lvlOverride"):
            level = _number(override, 0, "ilvl")
            levels.update(_levels_in(override))
            start = child(override, "startOverride")
            if start is not None:
                starts[level] = _number(start, 1)
        lists[list_id] = _List(pattern_id, levels, starts)
    return lists


def _pattern_of(
    one: Element,
    patterns: Mapping[str, Element],
    told: Mapping[str, Element],
    styles: Mapping[str, _Use],
) -> str:
    """The pattern of a list; one that only names a style is that of the style's list."""
    pattern_id = _named_pattern(one)
    pattern = patterns.get(pattern_id)
    link = child(pattern, "numStyleLink") if pattern is not None else None
    if link is None:
        return pattern_id
    use = styles.get(attribute(link, "val"), _Use(None, None))
    linked = told.get(use.list_id or "")
    return _named_pattern(linked) if linked is not None else pattern_id


def _named_pattern(one: Element) -> str:
    named = child(one, "abstractNumId")
    return attribute(named, "val") if named is not None else ""


def _levels_in(element: Element) -> Iterator[tuple[int, _Level]]:
    for one in element:
        if local_name(one) == "lvl":
            kind = child(one, "numFmt")
            pattern = child(one, "lvlText")
            restart = child(one, "lvlRestart")
            yield (
                _number(one, 0, "ilvl"),
                _Level(
                    start=_number(child(one, "start"), 1),
                    kind=attribute(kind, "val") if kind is not None else "decimal",
                    pattern=attribute(pattern, "val") if pattern is not None else "",
                    restarts=restart is None or attribute(restart, "val") != "0",
                    is_plain=child(one, "isLgl") is not None,
                    properties=child(one, "pPr"),
                ),
            )


def _level(numbered: _List, level: int) -> _Level:
    return numbered.levels.get(level, _Level(pattern=f"%{level + 1}."))


def _written(numbered: _List, level: int, counts: Mapping[int, int]) -> str:
    """The label as it stands on paper: "(2)", "Pasal 3", "1.2."."""
    own = _level(numbered, level)
    if own.kind == "bullet":
        return _BULLET
    label = own.pattern
    for above in range(_MOST_LEVELS):
        mark = f"%{above + 1}"
        if mark in label:
            kind = _level(numbered, above).kind
            kind = "decimal" if own.is_plain and kind != "none" else kind
            label = label.replace(mark, _figure(counts.get(above, 0), kind))
    return label.strip()


def _figure(number: int, kind: str) -> str:
    """A number as its kind writes it."""
    if kind == "none":
        return ""
    if kind == "decimalZero":
        return f"{number:02}"
    if number > 0 and kind in ("lowerLetter", "upperLetter"):
        times, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) * (times + 1)
        return letters.upper() if kind == "upperLetter" else letters
    if 0 < number < 4000 and kind in ("lowerRoman", "upperRoman"):
        figure = roman(number)
        return figure if kind == "upperRoman" else figure.lower()
    return str(number)


def _number(element: Element | None, otherwise: int, name: str = "val") -> int:
    text = attribute(element, name) if element is not None else ""
    return int(text) if text.isdecimal() and len(text) < 10 else otherwise
