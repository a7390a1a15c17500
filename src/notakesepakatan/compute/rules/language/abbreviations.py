"""Abbreviations in brackets, which have the first letters of the words before them."""

import re
from collections import Counter
from collections.abc import Iterator

from notakesepakatan.compute.rules.reading import Flaw, Reading

_IN_BRACKETS = re.compile(
    r"(?P<words>(?:[A-Z][a-z]+(?:-[A-Z][a-z]+)*"
    r"(?: (?:dan|di|atas|untuk|dengan|ke|bagi|dalam|serta|dari|pada))? ){2,8})"
    r"\((?P<short>[A-Z]{3,8})\)"
)
_WORD = re.compile(r"[A-Z](?=[a-z])")
_CAPITALS = re.compile(r"(?<![\w-])[A-Z]{3,8}(?![\w-])")

_OF_BUDGETS = ("APBN", "APBD", "APBDES")
"""Abbreviations that stand in most agreements."""
_SHORTEST = 4


def other_letters(reading: Reading) -> Iterator[Flaw]:
    """`Orientasi Pra Pemberangkatan (OPB)`, of which all letters but one are right."""
    count = Counter(
        short
        for excerpt in reading.excerpts
        for short in _CAPITALS.findall(excerpt.text)
    )
    yield from _in_other_order(reading, count)
    for excerpt in reading.excerpts:
        for match in _IN_BRACKETS.finditer(excerpt.text):
            short = match["short"]
            right = "".join(_WORD.findall(match["words"]))[-len(short) :]
            if _is_slip(short, right, count):
                message = f"huruf {short} lain dari huruf awal kata di depannya"
                begin, saran = match.start("short"), f"periksa, mungkin {right}"
                yield excerpt.flaw(
                    short,
                    message,
                    saran,
                    begin,
                )


def _in_other_order(reading: Reading, count: Counter[str]) -> Iterator[Flaw]:
    """`ABPN` once, and APBN elsewhere: the same letters in another order."""
    usual = {_letters(short): short for short in count if count[short] > 1}
    usual = {_letters(short): short for short in _OF_BUDGETS} | usual
    for excerpt in reading.excerpts:
        for match in _CAPITALS.finditer(excerpt.text):
            right = usual.get(_letters(match[0]), match[0])
            is_long = len(right) >= _SHORTEST
            if right != match[0] and is_long and count[match[0]] == 1:
                message, saran = f"hurufnya huruf {right}", f"periksa, mungkin {right}"
                yield excerpt.flaw(match[0], message, saran, match.start())


def _letters(short: str) -> str:
    return "".join(sorted(short))


def _is_slip(short: str, right: str, count: Counter[str]) -> bool:
    """Whether one letter differs and the text does not use the abbreviation so."""
    if len(short) != len(right):
        return False
    pairs = zip(short, right, strict=True)
    differing = sum(one != other for one, other in pairs)
    is_in_use = count[short] > 1 and count[short] >= count[right]
    return differing == 1 and not is_in_use
