"""Numbers in Indonesian words read back, in whatever capitals and with slips of spelling."""

import re
from collections.abc import Sequence

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


def _below_thousand(words: Sequence[str]) -> int | None:
    """The value of up to three digits; None where the words make none."""
    total, last = 0, 1000
    i = 0
    while i < len(words):
        unit = _UNITS.get(words[i])
        following = words[i + 1] if i + 1 < len(words) else ""
        step = {"ratus": 100, "puluh": 10}.get(following, 1)
        if unit is None or (step > 1 and not 0 < unit < 10):
            return None
        if following == "belas":
            value, step, i = unit + 10, 1, i + 1
        else:
            value = unit * step
        if step > 1:
            i += 1
        is_ten = value in (10, 11) or following == "belas"
        if step >= last or (is_ten and last <= 10):
            return None
        total += value
        last = step
        i += 1
    return total if words else None
