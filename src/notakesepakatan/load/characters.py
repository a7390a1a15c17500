"""Text in, the characters out that nobody sees and that belong in no signed text."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from notakesepakatan.place import DataPath

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff"
    "\U0001fffe\U0001ffff\ud800-\udfff]"
)
"""Unicode's control characters except tab and newlines, and what turns the direction of reading."""


def hidden_character(text: str) -> str | None:
    """The first control or invisible character of a text, as messages name it: "U+200B".

    None where there is none.
    """
    match = HIDDEN.search(text)
    return character_name(match[0]) if match else None


def character_name(character: str) -> str:
    """As messages name it: "U+200B"."""
    return f"U+{ord(character):04X}"


def hidden_characters(node: Any, path: DataPath = ()) -> Iterator[tuple[DataPath, str]]:
    """Each text of plain data that has one, by its path, and the character."""
    if isinstance(node, Mapping):
        for key, content in node.items():
            yield from hidden_characters(content, (*path, key))
    elif isinstance(node, list | tuple):
        for position, content in enumerate(node):
            yield from hidden_characters(content, (*path, position))
    elif isinstance(node, str):
        character = hidden_character(node)
        if character:
            yield path, character
