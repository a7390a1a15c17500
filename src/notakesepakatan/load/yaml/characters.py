"""Text in, the characters out that nobody sees and that belong in no signed text."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from notakesepakatan.place import DataPath

_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
"""Unicode's control characters except tab and newlines."""
_NO_CHARACTERS = "\ud800-\udfff\ufff9-\uffff\U0001fffe\U0001ffff"
_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""What Unicode calls default ignorable: shown as nothing, and what turns the direction."""
_BLANK = "\u2800\U00016fe4\U0001d159"
"""Letters by name that are blank, or nothing, on paper."""
HIDDEN = re.compile(f"[{_CONTROLS}{_NO_CHARACTERS}{_UNSEEN}{_BLANK}]")
"""Every character that nobody sees; none of them belongs in a text in Latin letters."""


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
