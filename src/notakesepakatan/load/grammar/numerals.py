"""Pasal and parties as they were read in, how their heads and labels are written out.

The values are those of `susunan`; a text that does as everybody does has none.
"""

import re
from collections.abc import MutableMapping, Sequence
from typing import Any

from notakesepakatan.words.lists import nth_huruf
from notakesepakatan.words.numbers import roman, whole_roman

_LABEL = re.compile(r"(?:\d{1,2}|[IVXL]+|[A-Za-z])[.)]")
_FEWEST = 2
"""Pasal in a text of which one numeral tells of all."""


def choices_of_heads(
    pasal: Sequence[MutableMapping[str, Any]], heads: Sequence[str]
) -> dict[str, str]:
    """How pasal are headed; roman numbers become the ones they are counted by.

    Args:
        pasal: as the YAML has them.
        heads: their heads as they stand in the text.
    """
    made = dict[str, str]()
    if heads and all(head.startswith("PASAL") for head in heads):
        made["kata_pasal"] = "PASAL"
    numbers = [str(one.get("nomor", "")) for one in pasal]
    if len(pasal) >= _FEWEST and all(map(_is_roman, numbers)):
        made["pasal"] = "romawi"
        _count(pasal, numbers)
    return made


def _is_roman(number: str) -> bool:
    value = whole_roman(number)
    return value > 0 and number.startswith(roman(value))


def _count(pasal: Sequence[MutableMapping[str, Any]], numbers: Sequence[str]) -> None:
    """Put digits in the place of roman numbers, and take off those that follow."""
    last = 0
    for one, number in zip(pasal, numbers, strict=True):
        value = whole_roman(number)
        letters = number.removeprefix(roman(value))
        one["nomor"] = f"{value}{letters}"
        if value == last + 1 and not letters:
            del one["nomor"]
        last = value


def label_of_pihak(begins: Sequence[str]) -> str:
    """How parties are labelled: "angka"; empty where they are as usual, or unlike.

    Args:
        begins: the first word of what is said of each.
    """
    if not begins:
        return ""
    places = range(1, len(begins) + 1)
    if not any(map(_LABEL.fullmatch, begins)):
        return "tanpa_nomor"
    if [label[:-1] for label in begins] == [str(place) for place in places]:
        return "angka"
    if [label[:-1] for label in begins] == [nth_huruf(place) for place in places]:
        return "huruf"
    return ""
