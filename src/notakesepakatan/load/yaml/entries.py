"""Where the entries of a block mapping or list stand in the text of a file."""

import re
from dataclasses import dataclass

import yaml

_ABOVE = re.compile(r"(?: *(?:#.*)?\n)*")
"""Comments and blank lines."""


@dataclass(frozen=True)
class Entry:
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
class Block:
    """A block collection.

    Attributes:
        column: where its keys or hyphens stand.
        attached: whether it begins on the line of the hyphen or key above it.
        entries: what it holds, line after line.
    """

    column: int
    attached: bool
    entries: list[Entry]


def read_block(text: str, node: yaml.CollectionNode, after: int, limit: int) -> Block:
    column, start = node.start_mark.column, node.start_mark.index
    attached = after > 0 and "\n" not in text[after:start]
    if not attached:
        start = next_line(text, after) if after else start - column
    entries = []
    for child in node.value:
        value = child[1] if isinstance(child, tuple) else child
        if isinstance(child, tuple):
            behind = _behind_key(text, child[0])
        else:
            behind = _behind_hyphen(text, start)
        last_line = next_line(text, max(end_of_value(text, value), behind))
        end = _cut(text, last_line, limit, column)
        entries.append(Entry(start, end, behind, value))
        start = end
    return Block(column, attached, entries)


def _behind_key(text: str, key: yaml.Node) -> int:
    return text.index(":", key.end_mark.index) + 1


def _behind_hyphen(text: str, start: int) -> int:
    """Behind the hyphen of the list item whose lines begin here, past the comments above it."""
    above = _ABOVE.match(text, start)
    return text.index("-", above.end() if above else start) + 1


def next_line(text: str, place: int) -> int:
    line_end = text.find("\n", place)
    return len(text) if line_end < 0 else line_end + 1


def end_of_value(text: str, node: yaml.Node) -> int:
    """Where the last words of a value end.

    Blank lines behind a block scalar are not of it unless it keeps them.
    """
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        if isinstance(last, tuple):
            key, value = last
            return max(end_of_value(text, value), _behind_key(text, key))
        return max(end_of_value(text, last), int(last.start_mark.index))
    start, end = node.start_mark.index, node.end_mark.index
    in_block = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
    if in_block and "+" in block_head(text, start):
        return int(end) - 1
    return start + len(text[start:end].rstrip())


def block_head(text: str, start: int) -> str:
    """The indicators of a block scalar."""
    return text[start : next_line(text, start)].partition("#")[0]


def _cut(text: str, begin: int, limit: int, column: int) -> int:
    """Where an entry's lines end: behind the comments that are indented deeper than its column."""
    end, line = begin, begin
    while line < limit:
        content = text[line : next_line(text, line)]
        plain = content.lstrip(" ")
        if plain.startswith("#") and len(content) - len(plain) > column:
            end = line + len(content)
        elif plain != "\n":
            break
        line += len(content)
    return end
