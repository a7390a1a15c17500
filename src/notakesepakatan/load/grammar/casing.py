"""Words in capitals in, the same as a sentence writes them out."""

import re
from collections.abc import Sequence

SMALL_WORDS = frozenset(
    (
        *("dan", "atau", "di", "ke", "dari", "yang", "untuk", "dengan", "pada", "atas"),
        *("oleh", "bagi", "tentang", "dalam"),
        *("of", "the", "and", "for", "on", "in"),
    )
)
"""Words that stay small inside a title."""
_ACRONYMS = frozenset(
    ("RSUD", "RSU", "UPT", "UPTD", "BUMD", "BUMN", "SMA", "SMP", "UIN", "PUPR", "DPRD")
)
"""Names of letters that read like words; those without a vowel tell themselves."""
_VOWEL = re.compile("[aeiou]", re.IGNORECASE)
_SHORTEST = 4
_DEGREE = re.compile(r"\b(?:dr|drg|drh|apt|ns)\. ")


def as_written(capitals: str, sentences: Sequence[str]) -> str:
    """A text of capitals as one of the sentences writes it, else with Large Letters.

    A text that is not all capitals stays as it is.
    """
    if not _is_in_capitals(capitals) or len(capitals) < _SHORTEST:
        return capitals
    wanted = re.compile(rf"(?<!\w){re.escape(capitals)}(?!\w)", re.IGNORECASE)
    for sentence in sentences:
        for match in wanted.finditer(sentence):
            is_same = match[0].upper() == capitals.upper()
            if not _is_in_capitals(match[0]) and is_same:
                return match[0]
    return _titled(capitals) if capitals.isupper() else capitals


def _is_in_capitals(text: str) -> bool:
    """Whether it is in capitals, but for a degree before a name: "RSUD dr. SUMARNO"."""
    return _DEGREE.sub("", text).isupper()


def _titled(capitals: str) -> str:
    words = capitals.lower().split(" ")
    large = [
        word if i and word in SMALL_WORDS else _large(word)
        for i, word in enumerate(words)
    ]
    made = " ".join(large)
    return made if made.upper() == capitals else capitals


def _large(word: str) -> str:
    letters = re.sub(r"[\W\d_]", "", word)
    if letters.upper() in _ACRONYMS or not _VOWEL.search(letters):
        return word.upper()
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), word, count=1)
