"""Plain data in, YAML text out as `rewrite` puts it into a file: the style is chosen
node by node.
"""

import re
from typing import Any

import yaml

_WIDTH = 110
_LEAST_WIDTH = 40
_UNFOLDED = 10**9
_LENGTH = 90
"""A text longer than this is folded when it is new."""
_NO_BLOCK = re.compile(r" (?:\n|\Z)")
"""A space at the end of a line, which a folded text cannot keep; it stands in quotes."""
_SHORT = 5
"""A list of texts no longer than this stands on one line."""
_EMPTY = "tag:yaml.org,2002:null"
_TEXT = "tag:yaml.org,2002:str"


class _Writer(yaml.BaseDumper):
    """PyYAML's writer, to which everything is text but what this project reads as
    nothing; it quotes doubly.
    """

    def choose_scalar_style(self) -> Any:
        style = super().choose_scalar_style()
        asked = getattr(self.event, "style", None)
        return '"' if style == "'" and asked != "'" else style


_Writer.add_implicit_resolver(_EMPTY, re.compile("(?:~|null|)$"), ["~", "n", ""])


def to_node(value: Any) -> Any:
    """The node of mappings, lists, texts and None, in the style that new data has."""
    if isinstance(value, dict):
        items = [(to_node(key), to_node(item)) for key, item in value.items()]
        return mapping_node(items, flow=not value)
    if isinstance(value, list):
        short = all(isinstance(item, str) and len(item) <= _SHORT for item in value)
        return list_node([to_node(item) for item in value], flow=short)
    if value is None:
        return yaml.ScalarNode(_EMPTY, "null")
    text = str(value)
    is_folded = len(text) > _LENGTH and not _NO_BLOCK.search(text)
    return yaml.ScalarNode(_TEXT, text, style=">" if is_folded else None)


def is_text(node: yaml.Node) -> bool:
    """Whether the node of new data is a text, whose style may be chosen."""
    return bool(node.tag == _TEXT)


def is_long(length: int) -> bool:
    """Whether a text of so many letters is folded."""
    return length > _LENGTH


def mapping_node(
    items: list[tuple[Any, Any]], *, flow: bool = False
) -> yaml.MappingNode:
    return yaml.MappingNode("tag:yaml.org,2002:map", items, flow_style=flow)


def list_node(items: list[Any], *, flow: bool = False) -> yaml.SequenceNode:
    return yaml.SequenceNode("tag:yaml.org,2002:seq", items, flow_style=flow)


def dump(node: yaml.Node, column: int = 0, *, fold: bool = True) -> str:
    """The lines of a node; from a column on, with texts folded at the width of the page."""
    width = max(_WIDTH - column, _LEAST_WIDTH) if fold else _UNFOLDED
    text: str = yaml.serialize(node, Dumper=_Writer, allow_unicode=True, width=width)
    return text


def indent(text: str, column: int) -> str:
    """Every line but the first moved to the right."""
    return re.sub(r"\n(?=[^\n])", "\n" + " " * column, text)
