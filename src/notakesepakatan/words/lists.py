"""Listing words and labels in Indonesian."""

import re
from collections.abc import Sequence
from string import ascii_lowercase

END_MARK = re.compile(r"(?:[;,](?: (?:dan/atau|dan|atau|and/or|and|or))?|\.)$")
"""How an item ends for where it stands in its list, which says nothing of what it says."""


def merge(items: Sequence[str], link: str = "dan") -> str:
    """Join as running text: "A", "A dan B", "A, B, dan C"."""
    if len(items) <= 2:
        return f" {link} ".join(items)
    return ", ".join(items[:-1]) + f", {link} {items[-1]}"


def closed(text: str, dots: str = "…") -> str:
    """A text as the end of a sentence: one full stop, and none behind dots to be filled in."""
    bare = text.rstrip().rstrip(".;")
    return text.rstrip() if text.rstrip().endswith(dots) else f"{bare}."


def nth_huruf(position: int) -> str:
    """Letter label of place 1 and up: 1 -> "a", 26 -> "z".

    Then as statutes go on: 27 -> "aa", 28 -> "bb".
    """
    rounds, rest = divmod(position - 1, 26)
    return ascii_lowercase[rest] * (rounds + 1)
