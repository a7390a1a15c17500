"""Listing words and labels in Indonesian."""

from collections.abc import Sequence
from string import ascii_lowercase


def merge(items: Sequence[str], link: str = "dan") -> str:
    """Join as running text: "A", "A dan B", "A, B, dan C"."""
    if len(items) <= 2:
        return f" {link} ".join(items)
    return ", ".join(items[:-1]) + f", {link} {items[-1]}"


def nth_huruf(index: int) -> str:
    """Letter label of place 1 and up: 1 -> "a", 26 -> "z", 27 -> "aa", 28 -> "bb" (as statutes go on)."""
    kali, rest = divmod(index - 1, 26)
    return ascii_lowercase[rest] * (kali + 1)
