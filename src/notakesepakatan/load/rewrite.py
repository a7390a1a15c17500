"""YAML text and the data it should hold to YAML text that differs only in the lines meant.

An entry of a block mapping or list is kept as the lines it stands on, with the comments
right above it; only what changed inside is written anew, in the style it had. Comments
indented deeper than what follows stay with what is above. The work is linear in what
changed, beside one reading of the old text and one of the new.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from json import dumps
from typing import Any

import yaml

from notakesepakatan.align import origins, overlap
from notakesepakatan.load.emit import (
    dump,
    indent,
    is_long,
    is_text,
    list_node,
    mapping_node,
    to_node,
)
from notakesepakatan.load.yaml import LOADER, Source, YamlRefused, read_yaml
from notakesepakatan.place import Place
from notakesepakatan.temuan import Position, Temuan

_SIMILAR = 0.3
"""Items less alike than this are two.

So much is added for those at the same place of lists equally long.
"""
_SAME_ROLE = 2.0
_ABOVE = re.compile(r"(?: *(?:#.*)?\n)*")
"""Comments and blank lines."""
_WORD = re.compile(r"\w+")

_NOT_EDITABLE = Temuan(
    Position(""),
    Place(),
    "tak-tersunting",
    "perubahan ini tidak dapat ditulis tanpa mengubah baris lain dari berkasnya",
    "sunting berkasnya dengan penyunting teks",
)

Replace = tuple[int, int, str]
"""Characters from, to, and what stands there instead."""


@dataclass(frozen=True)
class _Entry:
    """An entry of a block collection.

    Attributes:
        start: where its lines begin, with the comments above it.
        end: where its lines end.
        behind: behind its colon or hyphen, where its value may begin.
        value: the value as it stands.
    """

    start: int
    end: int
    behind: int
    value: yaml.Node


@dataclass(frozen=True)
class _Block:
    """A block collection.

    Attributes:
        column: where its keys or hyphens stand.
        attached: whether it begins on the line of the hyphen or key above it.
        entries: what it holds, line after line.
    """

    column: int
    attached: bool
    entries: list[_Entry]


def rewrite(text: str, data: Any) -> str:
    """The text changed so that it reads as `data`: mappings, lists, texts and None.

    Raises:
        YamlRefused: the old text is none that this program reads, or the new one would
            be none, or other lines would change.
    """
    return rewrite_source(read_yaml(text.encode(), ""), data).text


def rewrite_source(source: Source, data: Any) -> Source:
    """The same of a file that is parsed already; what is parsed to prove it is handed on.

    Raises:
        YamlRefused: the new text would be none, or other lines would change.
    """
    if source.data == data:
        return source
    result = read_yaml(_rewritten(source.text, source.data, data).encode(), source.file)
    if result.data != data:
        raise YamlRefused([_NOT_EDITABLE])
    return result


def _rewritten(text: str, old: Any, data: Any) -> str:
    if (many := text.count("\r\n")) and many == text.count("\n"):
        unix = text.replace("\r\n", "\n")
        return _rewritten(unix, old, data).replace("\n", "\r\n")
    root = yaml.compose(text, Loader=LOADER)
    if not isinstance(root, yaml.CollectionNode) or not _stays_block(root, old, data):
        # The few shapes that cannot be edited in place: an empty file, a flow mapping as root.
        return dump(to_node(data))
    complete = text if text.endswith("\n") else text + "\n"
    changes = _collection(complete, root, old, data, 0, len(complete))
    return _apply(complete, 0, len(complete), changes)


def _apply(text: str, start: int, end: int, changes: Iterable[Replace]) -> str:
    pieces = []
    for origin, until, new in sorted(changes):
        pieces += [text[start:origin], new]
        start = until
    return "".join((*pieces, text[start:end]))


def _collection(
    text: str, node: yaml.CollectionNode, old: Any, new: Any, after: int, limit: int
) -> Iterator[Replace]:
    """Changes of a block collection that stays one and holds something before and after.

    Args:
        text: the whole file.
        node: the collection.
        old: what it holds.
        new: what it should hold.
        after: behind the colon or hyphen before it; 0 for the root.
        limit: where its lines end at the latest.
    """
    block = _block(text, node, after, limit)
    pieces = _pieces(text, block, old, new)
    written = "".join(pieces)
    if block.attached:
        written = written.lstrip(" \n")
    yield block.entries[0].start, block.entries[-1].end, written


def _pieces(text: str, block: _Block, old: Any, new: Any) -> Iterator[str]:
    """The lines of each entry in the order of the new data."""
    in_list = isinstance(new, list)
    for origin, key in _arrangement(old, new):
        if origin is None:
            yield _fresh(text, block, key, new[key], in_list)
            continue
        entry = block.entries[origin]
        was = old[origin] if in_list else old[key]
        changes = _value(text, entry, was, new[key], block.column, in_list)
        lines = _apply(text, entry.start, entry.end, changes)
        first_attached = block.attached and origin == 0
        yield " " * block.column + lines if first_attached else lines


def _arrangement(old: Any, new: Any) -> list[tuple[int | None, Any]]:
    """For each entry of the new data the place it had, and its key or place there."""
    if isinstance(new, dict):
        place = {key: i for i, key in enumerate(old)}
        return [(place.get(key), key) for key in _order(list(old), list(new))]
    return [(origin, i) for i, origin in enumerate(_pair(old, new))]


def _fresh(text: str, block: _Block, key: Any, value: Any, in_list: bool) -> str:
    """The lines of a new entry, with a blank line above where the others have one."""
    column, entries = block.column, block.entries
    content = to_node(value)
    whole = list_node([content]) if in_list else mapping_node([(to_node(key), content)])
    spaced = len(entries) > 1 and text[entries[-1].start] == "\n"
    lines = indent(dump(whole, column), column)
    return "\n" * spaced + " " * column + lines


def _block(text: str, node: yaml.CollectionNode, after: int, limit: int) -> _Block:
    column, start = node.start_mark.column, node.start_mark.index
    attached = after > 0 and "\n" not in text[after:start]
    if not attached:
        start = _next_line(text, after) if after else start - column
    entries = []
    for child in node.value:
        value = child[1] if isinstance(child, tuple) else child
        if isinstance(child, tuple):
            behind = _behind_key(text, child[0])
        else:
            behind = _behind_hyphen(text, start)
        last_line = _next_line(text, max(_end(text, value), behind))
        end = _cut(text, last_line, limit, column)
        entries.append(_Entry(start, end, behind, value))
        start = end
    return _Block(column, attached, entries)


def _behind_key(text: str, key: yaml.Node) -> int:
    return text.index(":", key.end_mark.index) + 1


def _behind_hyphen(text: str, start: int) -> int:
    """Behind the hyphen of the list item whose lines begin here, past the comments above it."""
    above = _ABOVE.match(text, start)
    return text.index("-", above.end() if above else start) + 1


def _next_line(text: str, place: int) -> int:
    line_end = text.find("\n", place)
    return len(text) if line_end < 0 else line_end + 1


def _end(text: str, node: yaml.Node) -> int:
    """Where the last words of a value end.

    Blank lines behind a block scalar are not of it unless it keeps them.
    """
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        if isinstance(last, tuple):
            key, value = last
            return max(_end(text, value), _behind_key(text, key))
        return max(_end(text, last), int(last.start_mark.index))
    start, end = node.start_mark.index, node.end_mark.index
    in_block = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
    if in_block and "+" in _head(text, start):
        return int(end) - 1
    return start + len(text[start:end].rstrip())


def _head(text: str, start: int) -> str:
    """The indicators of a block scalar."""
    return text[start : _next_line(text, start)].partition("#")[0]


def _cut(text: str, begin: int, limit: int, column: int) -> int:
    """Where an entry's lines end: behind the comments that are indented deeper than its column."""
    end, line = begin, begin
    while line < limit:
        content = text[line : _next_line(text, line)]
        plain = content.lstrip(" ")
        if plain.startswith("#") and len(content) - len(plain) > column:
            end = line + len(content)
        elif plain != "\n":
            break
        line += len(content)
    return end


def _order(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """Keys in the order of the file, each new one behind the key it follows in the new data."""
    before, kept = set(old), set(new)
    result = [key for key in old if key in kept]
    for i, key in enumerate(new):
        if key not in before:
            result.insert(result.index(new[i - 1]) + 1 if i else 0, key)
    return result


def _pair(old: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """For each new item the place of the old one that it was."""
    old_keys = [dumps(item, sort_keys=True) for item in old]
    new_keys = [dumps(item, sort_keys=True) for item in new]
    old_words = cache(lambda i: _words(old_keys[i]))
    new_words = cache(lambda j: _words(new_keys[j]))

    def likeness(i: int, j: int) -> float:
        if _same_role(old[i], new[j]):
            return _SAME_ROLE
        in_place = i == j and len(old) == len(new)
        return _SIMILAR * in_place + overlap(old_words(i), new_words(j))

    return origins(old_keys, new_keys, likeness, at_least=_SIMILAR)


def _same_role(one: Any, other: Any) -> bool:
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return False
    role = one.get("kunci")
    return bool(role) and role == other.get("kunci")


def _words(text: str) -> frozenset[str]:
    """Its words.

    One that comes again is another, since it counts for likeness how often it does.
    """
    words = list[str]()
    for word, times in Counter(_WORD.findall(text)).items():
        words += [word, *(f"{word} {n}" for n in range(1, times))]
    return frozenset(words)


def _value(
    text: str, entry: _Entry, old: Any, new: Any, column: int, in_list: bool
) -> Iterator[Replace]:
    """Changes of the value of one entry."""
    if old == new:
        return
    node: Any = entry.value
    if _stays_block(node, old, new):
        yield from _collection(text, node, old, new, entry.behind, entry.end)
    elif _stays_flow(node, old, new):
        yield from _flow(node, old, new)
    else:
        yield from _anew(text, entry, new, column, in_list)


def _stays_block(node: yaml.Node, old: Any, new: Any) -> bool:
    block = isinstance(node, yaml.CollectionNode) and not node.flow_style
    return block and type(old) is type(new) and bool(new)


def _stays_flow(node: yaml.Node, old: Any, new: Any) -> bool:
    flow = isinstance(node, yaml.CollectionNode) and bool(node.flow_style)
    return flow and type(old) is type(new) and _flat(old) and _flat(new)


def _anew(
    text: str, entry: _Entry, new: Any, column: int, in_list: bool
) -> Iterator[Replace]:
    """A value written anew in its place, its comment kept: what follows the first line
    goes below the comment.
    """
    start, end = _span(text, entry)
    content = _in_its_style(entry.value, to_node(new), end - start)
    style = getattr(content, "style", None)
    head, tail = _head_and_tail(content, column, in_list)
    if tail and style and text.startswith(head.strip(), start):
        # A block scalar stays one, with what its head says.
        yield _next_line(text, start), end, tail
        return
    yield start, end, head if start == entry.behind else head.lstrip(" ")
    if tail:
        line_end = max(_next_line(text, end) - 1, end)
        yield line_end, line_end, "\n" + tail


def _span(text: str, entry: _Entry) -> tuple[int, int]:
    """From where to where a value stands.

    An empty one, or one on lines of its own, from behind its key on.
    """
    node = entry.value
    start, end = node.start_mark.index, _end(text, node)
    in_block = isinstance(node, yaml.CollectionNode) and not node.flow_style
    if in_block or end <= start:
        return entry.behind, max(end, entry.behind)
    return start, end


def _in_its_style(node: Any, content: Any, length: int) -> Any:
    """The new content in the style of the old, whose length in the file is given."""
    scalar = isinstance(node, yaml.ScalarNode) and is_text(content)
    if scalar and (node.style or is_long(length)):
        content.style = node.style
    return content


def _head_and_tail(content: Any, column: int, in_list: bool) -> tuple[str, str]:
    """What stands on the line of the key or hyphen, and the lines below it."""
    alone = list_node([content])
    under_key = mapping_node([(to_node("x"), content)])
    fold = getattr(content, "style", ">") == ">"
    lines = indent(dump(alone if in_list else under_key, column, fold=fold), column)
    value = lines.removeprefix("-" if in_list else "x:").removesuffix("\n")
    head, _, tail = value.partition("\n")
    return head, tail


def _flow(node: yaml.CollectionNode, old: Any, new: Any) -> Iterator[Replace]:
    """A flow collection of texts: the texts that changed, or all of it where its shape did."""
    keys = _keys(old)
    if keys != _keys(new):
        content = to_node(new)
        content.flow_style = True
        written = dump(content, fold=False).strip()
        yield node.start_mark.index, node.end_mark.index, written
        return
    for key, child in zip(keys, node.value, strict=True):
        if old[key] != new[key]:
            value = child[1] if isinstance(child, tuple) else child
            yield _flow_text(value, new[key])


def _flow_text(node: yaml.Node, new: Any) -> Replace:
    content = to_node(new)
    content.style = None
    if isinstance(node, yaml.ScalarNode) and is_text(content):
        content.style = node.style
    start, end = node.start_mark.index, node.end_mark.index
    written = dump(list_node([content], flow=True), fold=False).strip()[1:-1]
    return start, end, " " + written if start == end else written


def _keys(collection: Any) -> list[Any]:
    return list(collection if isinstance(collection, dict) else range(len(collection)))


def _flat(new: Any) -> bool:
    items = list(new.values()) if isinstance(new, dict) else new
    return bool(new) and all(item is None or isinstance(item, str) for item in items)
