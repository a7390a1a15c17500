"""A text as typed in, the same as a person reads it out, each letter knowing where it stood.

What looks like a space is a space, what looks like a hyphen is one; what nobody sees is
gone. So rules and comparisons go by what is read, and point at what was typed.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

_SPACE = dict.fromkeys(
    map(chr, (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)), " "
)
_HYPHEN = {"\u2010": "-", "\u2011": "-", "\ufe63": "-", "\uff0d": "-"}
_QUOTE = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201a": "'",
    "\u201b": "'",
    "\u02bc": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u201f": '"',
}
_LIGATURE = {
    letter: unicodedata.normalize("NFKD", letter)
    for letter in map(chr, range(0xFB00, 0xFB07))
}
_UNSEEN = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
_READS: dict[str, str] = {**_SPACE, **_HYPHEN, **_QUOTE, **_LIGATURE, **_UNSEEN}
"""What each of these characters reads as."""
_LOOKS = {**_SPACE, "\u2010": "-", "\u2011": "-", **_LIGATURE, **_UNSEEN}
"""The same of what cannot be told apart on paper."""
_NAMES = {
    "\u2010": "tanda hubung lain",
    "\u2011": "tanda hubung tak-putus",
    "\u00ad": "tanda hubung lunak",
    **dict.fromkeys(_SPACE, "spasi tak-putus atau spasi lain"),
    **dict.fromkeys(_LIGATURE, "huruf rangkap"),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff", "huruf tanpa lebar"),
}
"""What each of them is called."""
_PATTERN = re.compile(f"[{''.join(map(re.escape, _READS))}]")


@dataclass(frozen=True)
class Normal:
    """A text as it reads.

    Attributes:
        typed: as it was typed.
        text: as it reads.
    """

    typed: str
    text: str

    @cached_property
    def _origins(self) -> Sequence[int]:
        """Where in `typed` each character of `text` begins, and where it ends."""
        origins = list[int]()
        for i, letter in enumerate(self.typed):
            origins += [i] * len(_READS.get(letter, letter))
        return [*origins, len(self.typed)]

    def origin(self, position: int) -> int:
        """The place in the typed text of a place in the text as it reads, both from 0."""
        if self.typed == self.text:
            return position
        return self._origins[min(position, len(self.text))]

    def reading(self, position: int) -> int:
        """The place in the text as it reads of a place in the typed text, both from 0."""
        if self.typed == self.text:
            return position
        return bisect_left(self._origins, position)


def normal(typed: str) -> Normal:
    """A text as it reads."""
    if typed.isascii():
        return Normal(typed, typed)
    return Normal(typed, _PATTERN.sub(lambda match: _READS[match[0]], typed))


def looks(typed: str) -> str:
    """A text as it looks on paper: quotes stay what they are, spaces are all alike."""
    if typed.isascii():
        return typed
    return "".join(_LOOKS.get(letter, letter) for letter in typed)


def unseen_of(typed: str) -> frozenset[str]:
    """What stands in a text and is not told from something else, in Indonesian."""
    return frozenset(_NAMES[letter] for letter in typed if letter in _NAMES)
