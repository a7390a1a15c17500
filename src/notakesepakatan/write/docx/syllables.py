"""Where the long words of a narrow cell may be parted, as marks that nobody sees.

Word has no syllables of Indonesian of its own, so the places are marked in the words.
"""

import re
from functools import cache, lru_cache
from typing import Any

_LONG = re.compile(r"[A-Za-z]{8,}")
"""Words that are worth parting."""
_LEAST = 3
"""Letters that stay together at either end of a word."""


def pieces(text: str) -> list[str]:
    """A text cut where its long words may be parted: "pelaksanaan" -> "pelak", "sanaan"."""
    return _LONG.sub(lambda match: _marked(match[0]), text).split("\0")


@lru_cache(maxsize=10_000)
def _marked(word: str) -> str:
    places = _syllables().positions(word)
    kept = [place for place in places if _LEAST <= place <= len(word) - _LEAST]
    ends = [*kept, len(word)]
    return "\0".join(
        word[begin:end] for begin, end in zip([0, *kept], ends, strict=True)
    )


@cache
def _syllables() -> Any:
    from pyphen import Pyphen

    return Pyphen(lang="id_ID")
