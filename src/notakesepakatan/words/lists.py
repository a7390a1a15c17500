"""Listing words and labels in Indonesian."""

import re
from collections.abc import Sequence
from string import ascii_lowercase

END_MARK = re.compile(r"(?:[;,](?: (?:dan/atau|dan|atau|and/or|and|or))?|\.)$")
"""How an item ends for where it stands in its list, which says nothing of what it says."""


_LABEL = re.compile(r"\w{1,2}[.)] ")
"""What stands before an item: "a. ", "1) "."""
_ENDS = (".", ";", ":", "…", "?", "!", '."', ".”", ".)")


def merge(items: Sequence[str], link: str = "dan") -> str:
    """Join as running text: "A", "A dan B", "A, B, dan C"."""
    if len(items) <= 2:
        return f" {link} ".join(items)
    return ", ".join(items[:-1]) + f", {link} {items[-1]}"


def closed(text: str, dots: str = "…") -> str:
    """A text as the end of a sentence: one full stop, and none behind dots to be filled in."""
    bare = text.rstrip().rstrip(".;")
    return text.rstrip() if text.rstrip().endswith(dots) else f"{bare}."


def open_end(text: str) -> str:
    """A text as it stands inside a sentence, without the mark that it was typed with."""
    return text.rstrip(" .;,")


def plain_reason(text: str) -> str:
    """A reason as the recital takes it, which says "bahwa" before it and ";" after it."""
    return open_end(re.sub(r"(?i)^\s*bahwa\s+", "", text))


def as_sentence(text: str) -> str:
    """A text typed as a sentence: with its capital, and a stop where no mark ends it."""
    words = text.strip()
    if not _LABEL.match(words):
        words = words[:1].upper() + words[1:]
    return words if words.endswith(_ENDS) else f"{words}."


def place_of_huruf(huruf: str) -> int:
    """What `nth_huruf` counts: 1 for a, 27 for aa."""
    return ord(huruf[0]) - ord("a") + 1 + 26 * (len(huruf) - 1)


def nth_huruf(position: int) -> str:
    """Letter label of place 1 and up: 1 -> "a", 26 -> "z".

    Then as statutes go on: 27 -> "aa", 28 -> "bb".
    """
    rounds, rest = divmod(position - 1, 26)
    return ascii_lowercase[rest] * (rounds + 1)
