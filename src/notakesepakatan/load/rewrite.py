"""YAML text and the data it should hold to YAML text that differs only in the lines meant.

An entry of a block mapping or list is kept as the lines it stands on, with the comments right above it; only what
changed inside is written anew, in the style it had. Comments indented deeper than what follows stay with what is above.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product
from json import dumps
from typing import Any

import yaml

from notakesepakatan.load.yaml import LOADER, YamlRefused, read_yaml
from notakesepakatan.place import Place
from notakesepakatan.temuan import Position, Temuan

_WIDTH = 110
_LENGTH = 90
"""A text longer than this is folded when it is new."""
_SHORT = 5
_SIMILAR = 0.3
_EMPTY = "tag:yaml.org,2002:null"
_TEXT = "tag:yaml.org,2002:str"
_ABOVE = re.compile(r"(?: *(?:#.*)?\n)*")
"""Comments and blank lines."""

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
        YamlRefused: the old text is none that this program reads, or the new one would be none, or other lines would change.
    """
    lama = read_yaml(text.encode(), "").data
    if lama == data:
        return text
    if (many := text.count("\r\n")) and many == text.count("\n"):
        return rewrite(text.replace("\r\n", "\n"), data).replace("\n", "\r\n")
    root = yaml.compose(text, Loader=LOADER)
    if (
        isinstance(root, yaml.CollectionNode)
        and not root.flow_style
        and type(lama) is type(data)
        and data
    ):
        complete = text if text.endswith("\n") else text + "\n"
        result = _apply(
            complete,
            0,
            len(complete),
            _collection(complete, root, lama, data, 0, len(complete)),
        )
        if read_yaml(result.encode(), "").data != data:
            raise YamlRefused([_NOT_EDITABLE])
        return result
    return _dump(
        _node(data)
    )  # the few shapes that cannot be edited in place: an empty file, a flow mapping as root


def _apply(text: str, start: int, end: int, replace: Iterator[Replace]) -> str:
    result = []
    for origin, until, new in sorted(replace):
        result += [text[start:origin], new]
        start = until
    return "".join((*result, text[start:end]))


@dataclass(frozen=True)
class _Butir:
    """An entry of a block collection: where its lines are, where its value may begin, and the value."""

    awal: int
    end: int
    setelah: int
    value: yaml.Node


def _collection(
    text: str, node: yaml.CollectionNode, lama: Any, new: Any, after: int, limit: int
) -> Iterator[Replace]:
    """Changes of a block collection that stays one and holds something before and after."""
    column, attached = (
        node.start_mark.column,
        "\n" not in text[after : node.start_mark.index] and after > 0,
    )
    butir = _entries(text, node, after, limit, attached)
    if isinstance(new, dict):
        name = list(lama)
        arrangement: list[tuple[int | None, Any, Any]] = [
            (name.index(k) if k in lama else None, k, new[k])
            for k in _order(name, list(new))
        ]
    else:
        arrangement = [(origin, i, new[i]) for i, origin in enumerate(_pair(lama, new))]
    piece = []
    for origin, key, value in arrangement:
        if origin is None:
            whole = (
                _mapping([(_node(key), _node(value))])
                if isinstance(new, dict)
                else _list([_node(value)])
            )
            line = _indent(_dump(whole, column), column)
            loose = text[butir[-1].awal] == "\n" and len(butir) > 1
            piece.append("\n" * loose + " " * column + line)
            continue
        b, before = butir[origin], lama[key] if isinstance(new, dict) else lama[origin]
        piece.append(" " * (column * (attached and origin == 0)))
        piece.append(
            _apply(
                text,
                b.awal,
                b.end,
                _value(text, b, before, value, column, isinstance(new, list)),
            )
        )
    result = "".join(piece)
    yield butir[0].awal, butir[-1].end, result.lstrip(" \n") if attached else result


def _entries(
    text: str, node: yaml.CollectionNode, after: int, limit: int, attached: bool
) -> list[_Butir]:
    column = node.start_mark.column
    if attached:
        start = node.start_mark.index
    elif after:
        start = _next_line(text, after)
    else:
        start = node.start_mark.index - column
    result = []
    for child in node.value:
        value = child[1] if isinstance(child, tuple) else child
        point = (
            text.index(":", child[0].end_mark.index) + 1
            if isinstance(child, tuple)
            else _dash(text, start)
        )
        end = _cut(text, _next_line(text, max(_end(text, value), point)), limit, column)
        result.append(_Butir(start, end, point, value))
        start = end
    return result


def _dash(text: str, start: int) -> int:
    """Behind the hyphen of the list item whose lines begin here, past the comments above it."""
    return text.index("-", _ABOVE.match(text, start).end()) + 1  # type: ignore[union-attr] # it matches the empty text


def _next_line(text: str, letak: int) -> int:
    replace = text.find("\n", letak)
    return len(text) if replace < 0 else replace + 1


def _end(text: str, node: yaml.Node) -> int:
    """Where the last words of a value end; blank lines behind a block scalar are not of it unless it keeps them."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        child = node.value[-1]
        if not isinstance(child, tuple):
            return max(_end(text, child), int(child.start_mark.index))
        return max(_end(text, child[1]), text.index(":", child[0].end_mark.index) + 1)
    start, end = node.start_mark.index, node.end_mark.index
    if (
        isinstance(node, yaml.ScalarNode)
        and node.style in ("|", ">")
        and "+" in _head(text, start)
    ):
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


def _order(lama: Sequence[str], new: Sequence[str]) -> list[str]:
    """Keys in the order of the file, each new one behind the key it follows in the new data."""
    result = [k for k in lama if k in new]
    for i, k in enumerate(new):
        if k not in lama:
            result.insert(result.index(new[i - 1]) + 1 if i else 0, k)
    return result


def _pair(lama: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """For each new item the old one it came from: equal ones in order, equal ones moved, then the likest."""
    a, b = ([dumps(one, sort_keys=True) for one in items] for items in (lama, new))
    result: dict[int, int] = {}
    for i, j, n in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        result |= {j + k: i + k for k in range(n)}
    rest_a = [i for i in range(len(a)) if i not in result.values()]
    rest_b = [j for j in range(len(b)) if j not in result]
    value = [
        (_likeness(lama, a, i, new, b, j), -abs(i - j), i, j)
        for i, j in product(rest_a, rest_b)
    ]
    for similar, _, i, j in sorted(value, reverse=True):
        if similar >= _SIMILAR and i not in result.values() and j not in result:
            result[j] = i
    return [result.get(j) for j in range(len(new))]


def _likeness(
    lama: Sequence[Any],
    a: Sequence[str],
    i: int,
    new: Sequence[Any],
    b: Sequence[str],
    j: int,
) -> float:
    if a[i] == b[j]:
        return 3
    x, y = lama[i], new[j]
    if (
        isinstance(x, dict)
        and isinstance(y, dict)
        and x.get("kunci")
        and x.get("kunci") == y.get("kunci")
    ):
        return 2
    p, q = Counter(re.findall(r"\w+", a[i])), Counter(re.findall(r"\w+", b[j]))
    local = _SIMILAR if i == j and len(a) == len(b) else 0.0
    return local + 2 * sum((p & q).values()) / ((p.total() + q.total()) or 1)


def _value(
    text: str, b: _Butir, lama: Any, new: Any, column: int, items: bool
) -> Iterator[Replace]:
    """Changes of the value of one entry."""
    node: Any = b.value
    if lama == new:
        return
    kept = isinstance(node, yaml.CollectionNode) and type(lama) is type(new)
    if kept and not node.flow_style and new:
        yield from _collection(text, node, lama, new, b.setelah, b.end)
    elif kept and node.flow_style and _flat(lama) and _flat(new):
        yield from _flow(node, lama, new)
    else:
        yield from _anew(text, b, new, column, items)


def _anew(
    text: str, b: _Butir, new: Any, column: int, items: bool
) -> Iterator[Replace]:
    """A value written anew in its place, its comment kept: what follows the first line goes below the comment."""
    node, end = b.value, _end(text, b.value)
    start = node.start_mark.index
    if end <= start or (isinstance(node, yaml.CollectionNode) and not node.flow_style):
        start, end = b.setelah, max(end, b.setelah)
    content = _node(new)
    if (
        isinstance(node, yaml.ScalarNode)
        and content.tag == _TEXT
        and (node.style or end - start > _LENGTH)
    ):
        content.style = node.style
    parent = _list([content]) if items else _mapping([(_node("x"), content)])
    writing = _indent(
        _dump(parent, column, fold=getattr(content, "style", ">") == ">"), column
    )
    head, _, tail = writing[1 if items else 2 :].removesuffix("\n").partition("\n")
    if (
        tail
        and getattr(content, "style", None)
        and text[start:].startswith(head.strip())
    ):  # a block scalar stays one, with what its head says
        yield _next_line(text, start), end, tail
        return
    yield start, end, head if start == b.setelah else head.lstrip(" ")
    if tail:
        tip = max(_next_line(text, end) - 1, end)
        yield tip, tip, "\n" + tail


def _flow(node: yaml.CollectionNode, lama: Any, new: Any) -> Iterator[Replace]:
    """A flow collection of texts: the texts that changed, or all of it where its shape did."""
    key = list(lama) if isinstance(lama, dict) else list(range(len(lama)))
    if key != (list(new) if isinstance(new, dict) else list(range(len(new)))):
        content = _node(new)
        content.flow_style = True
        yield (
            node.start_mark.index,
            node.end_mark.index,
            _dump(content, fold=False).strip(),
        )
        return
    for k, child in zip(key, node.value, strict=True):
        value = child[1] if isinstance(child, tuple) else child
        if lama[k] != new[k]:
            content = _node(new[k])
            content.style = (
                value.style
                if isinstance(value, yaml.ScalarNode) and content.tag == _TEXT
                else None
            )
            start, end = value.start_mark.index, value.end_mark.index
            yield (
                start,
                end,
                " " * (start == end)
                + _dump(_list([content], flow=True), fold=False).strip()[1:-1],
            )


def _flat(new: Any) -> bool:
    content = list(new.values()) if isinstance(new, dict) else new
    return bool(new) and all(one is None or isinstance(one, str) for one in content)


def _node(value: Any) -> Any:
    if isinstance(value, dict):
        return _mapping(
            [(_node(k), _node(v)) for k, v in value.items()], flow=not value
        )
    if isinstance(value, list):
        return _list(
            [_node(one) for one in value],
            flow=all(isinstance(t, str) and len(t) <= _SHORT for t in value),
        )
    if value is None:
        return yaml.ScalarNode(_EMPTY, "null")
    return yaml.ScalarNode(
        _TEXT, str(value), style=">" if len(str(value)) > _LENGTH else None
    )


def _mapping(content: list[tuple[Any, Any]], *, flow: bool = False) -> yaml.MappingNode:
    return yaml.MappingNode("tag:yaml.org,2002:map", content, flow_style=flow)


def _list(content: list[Any], *, flow: bool = False) -> yaml.SequenceNode:
    return yaml.SequenceNode("tag:yaml.org,2002:seq", content, flow_style=flow)


class _Writer(yaml.BaseDumper):
    """PyYAML's writer, to which everything is text but what this project reads as nothing; it quotes doubly."""

    def choose_scalar_style(self) -> Any:
        gaya = super().choose_scalar_style()
        return (
            '"' if gaya == "'" and getattr(self.event, "style", None) != "'" else gaya
        )


_Writer.add_implicit_resolver(_EMPTY, re.compile("(?:~|null|)$"), ["~", "n", ""])


def _dump(node: yaml.Node, column: int = 0, *, fold: bool = True) -> str:
    width = max(_WIDTH - column, 40) if fold else 10**9
    result: str = yaml.serialize(node, Dumper=_Writer, allow_unicode=True, width=width)
    return result


def _indent(text: str, column: int) -> str:
    """Every line but the first moved to the right."""
    return re.sub(r"\n(?=[^\n])", "\n" + " " * column, text)
