"""YAML text and the data it should hold to YAML text that differs only in the lines meant.

An entry of a block mapping or list is kept as the lines it stands on, with the comments
right above it; only what changed inside is written anew, in the style it had. Comments
indented deeper than what follows stay with what is above. The work is linear in what
changed, beside one reading of the old text and one of the new.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from notakesepakatan.load.yaml.arrangement import arrangement
from notakesepakatan.load.yaml.emit import (
    dump,
    indent,
    is_long,
    is_text,
    list_node,
    mapping_node,
    to_node,
)
from notakesepakatan.load.yaml.entries import (
    Block,
    Entry,
    block_head,
    end_of_value,
    next_line,
    read_block,
)
from notakesepakatan.load.yaml.text import LOADER, Source, YamlRefused, read_yaml
from notakesepakatan.place import Place
from notakesepakatan.temuan import Position, Temuan

_NOT_EDITABLE = Temuan(
    Position(""),
    Place(),
    "tak-tersunting",
    "perubahan ini tidak dapat ditulis tanpa mengubah baris lain dari berkasnya",
    "sunting berkasnya dengan penyunting teks",
)

Replace = tuple[int, int, str]
"""Characters from, to, and what stands there instead."""


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
    block = read_block(text, node, after, limit)
    pieces = _pieces(text, block, old, new)
    written = "".join(pieces)
    if block.attached:
        written = written.lstrip(" \n")
    yield block.entries[0].start, block.entries[-1].end, written


def _pieces(text: str, block: Block, old: Any, new: Any) -> Iterator[str]:
    """The lines of each entry in the order of the new data."""
    in_list = isinstance(new, list)
    for origin, key in arrangement(old, new):
        if origin is None:
            yield _fresh(text, block, key, new[key], in_list)
            continue
        entry = block.entries[origin]
        was = old[origin] if in_list else old[key]
        changes = _value(text, entry, was, new[key], block.column, in_list)
        lines = _apply(text, entry.start, entry.end, changes)
        first_attached = block.attached and origin == 0
        yield " " * block.column + lines if first_attached else lines


def _fresh(text: str, block: Block, key: Any, value: Any, in_list: bool) -> str:
    """The lines of a new entry, with a blank line above where the others have one."""
    column, entries = block.column, block.entries
    content = to_node(value)
    whole = list_node([content]) if in_list else mapping_node([(to_node(key), content)])
    spaced = len(entries) > 1 and text[entries[-1].start] == "\n"
    lines = indent(dump(whole, column), column)
    return "\n" * spaced + " " * column + lines


def _value(
    text: str, entry: Entry, old: Any, new: Any, column: int, in_list: bool
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
    text: str, entry: Entry, new: Any, column: int, in_list: bool
) -> Iterator[Replace]:
    """A value written anew in its place, its comment kept: what follows the first line
    goes below the comment.
    """
    start, end = _span(text, entry)
    content = _in_its_style(entry.value, to_node(new), end - start)
    style = getattr(content, "style", None)
    head, tail = _head_and_tail(content, column, in_list)
    if tail and style and block_head(text, start).strip() == head.strip():
        # A block scalar stays one, with what its head says.
        yield next_line(text, start), end, tail
        return
    yield start, end, head if start == entry.behind else head.lstrip(" ")
    if tail:
        line_end = max(next_line(text, end) - 1, end)
        yield line_end, line_end, "\n" + tail


def _span(text: str, entry: Entry) -> tuple[int, int]:
    """From where to where a value stands.

    An empty one, or one on lines of its own, from behind its key on.
    """
    node = entry.value
    start, end = node.start_mark.index, end_of_value(text, node)
    in_block = isinstance(node, yaml.CollectionNode) and not node.flow_style
    if in_block or end <= start:
        return entry.behind, max(end, entry.behind)
    return start, end


def _in_its_style(node: Any, content: Any, length: int) -> Any:
    """The new content in the style of the old, whose length in the file is given."""
    scalar = isinstance(node, yaml.ScalarNode) and is_text(content)
    if scalar and (node.style or is_long(length)):
        content.style = node.style
        # A block that ends in blank lines would end the document with them.
        is_open = content.value.endswith("\n\n") or not content.value.strip()
        if node.style in ("|", ">") and is_open:
            content.style = '"'
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
