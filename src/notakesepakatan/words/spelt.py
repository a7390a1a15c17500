"""Numbers in Indonesian words read back, in whatever capitals and with slips of spelling."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from notakesepakatan.words.numbers import terbilang

_UNITS = {terbilang(number): number for number in range(12)}
_GROUPS = {
    "ribu": 10**3,
    "juta": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
    "triliun": 10**12,
    "trilyun": 10**12,
}
_STEPS = {"ratus": 100, "puluh": 10}
_WITH_ONE = {
    "seratus": "ratus",
    "seribu": "ribu",
    "sejuta": "juta",
    "semiliar": "miliar",
}
NUMBER_WORDS = frozenset(
    (*_UNITS, *_GROUPS, *_WITH_ONE, "belas", "puluh", "ratus", "koma")
)
"""Every word that a number may have."""
_WORD = re.compile(r"[^\W\d_]+")


def leading_number(text: str) -> tuple[list[str], list[str]]:
    """The words of a number that a text begins with, in small letters, and the words after.

    "Lima puluh persen" gives ["lima", "puluh"] and ["persen"].
    """
    words = [word.lower() for word in _WORD.findall(text)]
    many = 0
    while many < len(words) and words[many] in NUMBER_WORDS:
        many += 1
    return words[:many], words[many:]


def spelt_number(words: Sequence[str]) -> tuple[int, str] | None:
    """The number that words say: the whole part, and the digits behind the comma.

    ["dua", "koma", "nol", "lima"] gives (2, "05"). None where they say none.
    """
    if "koma" in words:
        comma = words.index("koma")
        whole, behind = _whole(words[:comma]), _digits(words[comma + 1 :])
        return None if whole is None or not behind else (whole, behind)
    whole = _whole(words)
    return None if whole is None else (whole, "")


def _digits(words: Sequence[str]) -> str:
    """Digits said one by one, or as one number: "nol lima" and "dua puluh lima"."""
    if all(_UNITS.get(word, 10) < 10 for word in words):
        return "".join(str(_UNITS[word]) for word in words)
    number = _whole(words)
    return "" if number is None else str(number)


def _whole(words: Sequence[str]) -> int | None:
    """The value of a whole number; None where the words make none."""
    total, last_group = 0, 10**15
    hundreds = list[str]()
    for word in _split(words):
        value = _GROUPS.get(word)
        if value is None:
            hundreds.append(word)
            continue
        many = _below_thousand(hundreds)
        if not many or value >= last_group:
            return None
        total += many * value
        last_group = value
        hundreds = []
    if not words:
        return None
    rest = _below_thousand(hundreds) if hundreds else 0
    return None if rest is None else total + rest


def _split(words: Sequence[str]) -> list[str]:
    """The same words, "seribu" as "satu ribu"."""
    result = list[str]()
    for word in words:
        group = _WITH_ONE.get(word)
        result += ["satu", group] if group else [word]
    return result


class _Part(NamedTuple):
    """What words say of a number below a thousand: its hundreds, its tens, or the rest.

    Attributes:
        value: how many that are.
        step: 100, 10 or 1.
        words: how many words say it.
    """

    value: int
    step: int
    words: int

    @property
    def is_teen(self) -> bool:
        """Whether it says tens and units at once: "sebelas", "dua belas"."""
        return self.step == 1 and self.value >= 10


def _below_thousand(words: Sequence[str]) -> int | None:
    """The value of up to three digits; None where the words make none."""
    total, last = 0, 1000
    rest = words
    while rest:
        part = _leading_part(rest)
        if part is None or part.step >= last:
            return None
        if part.is_teen and last == 10:
            return None
        total += part.value
        last = part.step
        rest = rest[part.words :]
    return total if words else None


def _leading_part(words: Sequence[str]) -> _Part | None:
    """What the first one or two words say; None where that is nothing."""
    unit = _UNITS.get(words[0])
    following = words[1] if len(words) > 1 else ""
    if unit is None:
        return None
    if following == "belas":
        return _Part(unit + 10, 1, 2)
    if following not in _STEPS:
        return _Part(unit, 1, 1)
    step = _STEPS[following]
    return _Part(unit * step, step, 2) if 0 < unit < 10 else None
