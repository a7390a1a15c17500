"""An agreement of a register in, the one of the workspace that is the same out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rapidfuzz import fuzz, process

from notakesepakatan.compute.intake.lines import Line
from notakesepakatan.words.names import fold, plain_nomor

Likeness = Literal["sama", "mirip", ""]
"""The same; perhaps the same, which is asked; another."""
_SAME_TITLE, _LIKE_TITLE, _SAME_NAME = 93, 86, 88
_OTHER_TITLE = 45
"""Below it two titles have nothing to do with each other."""
_CANDIDATES = 8


@dataclass(frozen=True)
class Known:
    """What tells an agreement of the workspace from others."""

    slug: str
    judul: str
    pihak: tuple[str, ...]
    nomor: tuple[str, ...]
    first_day: date | None


@dataclass(frozen=True)
class Match:
    """What was found of an agreement.

    Attributes:
        likeness: how like it is.
        slug: the one that it is like.
        reason: why, in Indonesian.
    """

    likeness: Likeness = ""
    slug: str = ""
    reason: str = ""


class KnownList:
    """The agreements of a workspace, to be searched."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._known = list(known)
        self._by_nomor = dict[str, list[Known]]()
        for one in self._known:
            for nomor in one.nomor:
                self._by_nomor.setdefault(plain_nomor(nomor), []).append(one)
        self._judul = [fold(one.judul) for one in self._known]

    def match(self, line: Line) -> Match:
        """The agreement that a line is, or may be."""
        by_nomor = [
            one
            for nomor in line.nomor
            for one in self._by_nomor.get(plain_nomor(nomor), ())
        ]
        if by_nomor:
            return _by_nomor(line, by_nomor)
        found = process.extract(
            fold(line.judul),
            self._judul,
            scorer=fuzz.token_sort_ratio,
            score_cutoff=_LIKE_TITLE,
            limit=_CANDIDATES,
        )
        for _, score, place in found:
            match = _by_title(line, self._known[place], score)
            if match.likeness:
                return match
        return Match()


def _by_nomor(line: Line, known: Sequence[Known]) -> Match:
    """By its number, which may by mistake be that of another too."""
    title = fold(line.judul)
    scored = [(fuzz.token_set_ratio(title, fold(one.judul)), one) for one in known]
    score, best = max(scored, key=lambda each: each[0])
    if score >= _OTHER_TITLE or line.judul.startswith("Kerja sama dengan"):
        return Match("sama", best.slug, "nomornya sama")
    reason = f'nomornya sama, tetapi judulnya lain: "{best.judul}"'
    return Match("mirip", best.slug, reason)


def _by_title(line: Line, known: Known, score: float) -> Match:
    """By title, parties and first day, where the numbers tell nothing."""
    if line.nomor and known.nomor:
        return Match()  # both have numbers, and others: a later one on the same matter
    if not _shares_pihak(line.pihak, known.pihak):
        return Match()
    days = (line.first_day, known.first_day)
    if score >= _SAME_TITLE and days[0] == days[1]:
        return Match("sama", known.slug, "judul, pihak, dan tanggalnya sama")
    if days[0] and days[1] and days[0] != days[1]:
        return Match()
    return Match("mirip", known.slug, f'judulnya mirip: "{known.judul}"')


def _shares_pihak(first: Sequence[str], second: Sequence[str]) -> bool:
    if not first or not second:
        return True
    return any(
        fuzz.token_set_ratio(fold(one), fold(other)) >= _SAME_NAME
        for one in first
        for other in second
    )
