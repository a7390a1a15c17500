"""A file's name and words in, the agreement that it belongs to out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from notakesepakatan.compute.intake.known import Known
from notakesepakatan.compute.intake.rows import Certainty
from notakesepakatan.words.names import fold
from notakesepakatan.words.tanggal import tanggal_long

_HEAD = 6_000
"""Characters from the top of a text that say what it is."""
_SHORTEST_NOMOR, _SHORTEST_TITLE = 6, 10
_TITLE_IN_TEXT, _TITLE_IN_NAME, _NAME_IN_TEXT = 92, 88, 92
_NO_SIGN = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Likely:
    """An agreement that a file may belong to.

    Attributes:
        slug: the agreement.
        score: how much speaks for it.
        reason: what does, in Indonesian.
    """

    slug: str
    score: int
    reason: str


@dataclass(frozen=True)
class Placed:
    """A file beside the agreements.

    Attributes:
        certainty: how sure it is which one it belongs to.
        candidates: those that it may belong to, the likeliest first.
    """

    certainty: Certainty
    candidates: tuple[Likely, ...] = ()


_NOMOR, _TITLE, _OTHER = 10, 4, 1
_ENOUGH = _TITLE + _OTHER


def place_file(name: str, text: str, known: Iterable[Known]) -> Placed:
    """The agreement that a file belongs to, by number, title, parties and day.

    Args:
        name: the file's name without its ending.
        text: its words; empty where they cannot be read.
        known: agreements.
    """
    head = _Head(name, text)
    likely = [found for one in known if (found := head.likely(one)).score >= _TITLE]
    likely.sort(key=lambda found: (-found.score, found.slug))
    if not likely:
        return Placed("tanya")
    best = likely[0]
    is_alone = len(likely) == 1 or best.score > likely[1].score
    if not is_alone or best.score < _ENOUGH:
        return Placed("tanya", tuple(likely[:5]))
    certainty: Certainty = "pasti" if best.score >= _NOMOR else "cukup"
    return Placed(certainty, (best, *likely[1:5]))


class _Head:
    """What a file's name and the top of its text say."""

    def __init__(self, name: str, text: str) -> None:
        self._name = fold(_NO_SIGN.sub(" ", fold(name)))
        self._text = fold(text[:_HEAD])
        self._signs = _NO_SIGN.sub("", self._text)
        self._name_signs = _NO_SIGN.sub("", fold(name))

    def likely(self, known: Known) -> Likely:
        """How much speaks for an agreement."""
        reasons, score = list[str](), 0
        if self._has_nomor(known.nomor):
            reasons.append("nomornya")
            score += _NOMOR
        if self._has_title(known.judul):
            reasons.append("judulnya")
            score += _TITLE
        if self._has_pihak(known.pihak):
            reasons.append("pihaknya")
            score += _OTHER
        if known.first_day and self._has_day(known):
            reasons.append("tanggalnya")
            score += _OTHER
        return Likely(known.slug, score, ", ".join(reasons))

    def _has_nomor(self, nomor: Sequence[str]) -> bool:
        plain = [_NO_SIGN.sub("", fold(one)) for one in nomor]
        return any(
            one in self._signs or one in self._name_signs
            for one in plain
            if len(one) >= _SHORTEST_NOMOR
        )

    def _has_title(self, judul: str) -> bool:
        title = fold(judul)
        if len(title) < _SHORTEST_TITLE:
            return title in self._text.split("\n")
        in_text = bool(self._text) and (
            title in self._text
            or fuzz.partial_ratio(title, self._text) >= _TITLE_IN_TEXT
        )
        return in_text or fuzz.token_set_ratio(title, self._name) >= _TITLE_IN_NAME

    def _has_pihak(self, pihak: Sequence[str]) -> bool:
        """Whether its last party is named, whom the office's agreements differ by."""
        if not pihak:
            return False
        name = fold(pihak[-1])
        in_text = bool(self._text) and fuzz.partial_ratio(name, self._text)
        in_name = fuzz.token_set_ratio(name, self._name)
        return max(in_text, in_name) >= _NAME_IN_TEXT

    def _has_day(self, known: Known) -> bool:
        day = known.first_day
        if day is None:
            return False
        written = (tanggal_long(day).lower(), f"{day:%d-%m-%Y}", f"{day:%d/%m/%Y}")
        in_name = (
            f"{day:%Y%m%d}" in self._name_signs or f"{day:%d%m%Y}" in self._name_signs
        )
        return in_name or any(one in self._text for one in written)
