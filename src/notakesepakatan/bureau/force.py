"""What a person types of the day from which an adendum is in force in, its key out."""

import re
from typing import NamedTuple

from notakesepakatan.errors import NotaError
from notakesepakatan.words.typed import day_meant

FORCE_KEYS = ("mulai_berlaku", "saat_berlaku", "setelah_berakhir")
"""Keys of an adendum by which it says when it comes into force."""
_AFTER_END = re.compile(
    r"(?i)(?:setelah|sesudah)(?: jangka waktu\w*)?(?: semula)? berakhir"
)
_AT_THE_MOMENT = re.compile(r"(?i)^(?:pada )?saat ")
_LOOKS_LIKE_A_DAY = re.compile(r"\d{4}|^\d|[/-]\d")


class Force(NamedTuple):
    """One way of saying it: the key, and its value."""

    key: str
    value: str


class WrongForce(NotaError):
    """A text that is no day and no event."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f'hari berlaku "{text}" tidak terbaca; tulis mis. 2029-01-01, "setelah '
            'berakhir", atau peristiwanya, mis. "gedung diserahterimakan"'
        )


def force_of(text: str) -> Force | None:
    """A day, the end of the term, or an event; None where nothing is said.

    Raises:
        WrongForce: it looks like a day and is none.
    """
    words = " ".join(text.split()).rstrip(".;")
    if not words:
        return None
    if _AFTER_END.fullmatch(words):
        return Force("setelah_berakhir", "ya")
    day = day_meant(words)
    if day:
        return Force("mulai_berlaku", day.isoformat())
    if _LOOKS_LIKE_A_DAY.search(words):
        raise WrongForce(words)
    return Force("saat_berlaku", _AT_THE_MOMENT.sub("", words))
