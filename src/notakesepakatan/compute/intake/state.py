"""The status of a row and its days in, what became of the agreement out, or the question."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from notakesepakatan.compute.intake.settle import DECIDED
from notakesepakatan.compute.time.recorded import (
    Recorded,
    read_recorded,
    recorded_words,
)

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(
    r"(?:s\.?/?d\.?|sampai(?: dengan)?|hingga)\s.*\b20\d\d\b", re.IGNORECASE
)


@dataclass(frozen=True)
class SettledState:
    """What a status was read as.

    Attributes:
        read: as it is kept; None where it says nothing.
        reason: why it was read so; empty where it stands there plainly.
        certainty: how sure that is.
        choices: what it may be, where that is asked.
    """

    read: str | None
    reason: str = ""
    certainty: Literal["pasti", "cukup", "tanya"] = "pasti"
    choices: tuple[str, ...] = ()


def settle_state(
    text: str,
    begin: date | None,
    end: date | None,
    today: date | None,
    said: str | None = None,
) -> SettledState:
    """What a status means beside the days of its row.

    Args:
        text: the cell.
        begin: first day of the term, where one is known.
        end: its last day, where one is known.
        today: the office's day; None: nothing is held against it.
        said: what a person answered; empty where nobody knows.
    """
    recorded = read_recorded(text)
    if said is not None:
        return _answered(text, recorded, said)
    if recorded.other:
        reason = f"menyebut masih berlaku, dan juga {recorded.other}"
        choices = (recorded.kind, recorded.other)
        return SettledState(None, reason, "tanya", choices)
    if recorded.kind in ("batal", "diakhiri"):
        return _cut_short(text, recorded, begin)
    if recorded.kind == "diperpanjang":
        return _extended(text, recorded, end, today)
    if recorded.kind == "berakhir":
        return _run_out(text, recorded, end, today)
    if recorded.kind == "berlaku" and end and today and end < today:
        reason = f"menurut daftar masih berlaku, padahal berakhir {end}"
        return SettledState(text, reason, "cukup")
    return SettledState(text or None)


def _answered(text: str, recorded: Recorded, said: str) -> SettledState:
    day = _ISO.search(said)
    if day and recorded.kind:
        words = recorded_words(recorded.kind, date.fromisoformat(day[0]))
        return SettledState(words, DECIDED)
    if not said.strip():
        return SettledState(recorded.kind or text or None, DECIDED)
    return SettledState(said.strip(), DECIDED)


def _asked(reason: str, *days: date) -> SettledState:
    return SettledState(None, reason, "tanya", tuple(map(str, days)))


def _cut_short(text: str, recorded: Recorded, begin: date | None) -> SettledState:
    """Ended before its time: on a day, or on one that nobody wrote down."""
    if len(recorded.days) > 1:
        return _asked("tanggalnya dapat dibaca dua cara", *recorded.days)
    if recorded.day is None:
        reason = "tanggalnya tidak tertulis; dicatat tanpa tanggal"
        return SettledState(text, reason, "cukup")
    if begin and recorded.day < begin:
        return _asked(f"sebelum hari mulainya, {begin}", recorded.day)
    words = recorded_words(recorded.kind, recorded.day)
    return SettledState(words, "status menurut daftar")


def _run_out(
    text: str, recorded: Recorded, end: date | None, today: date | None
) -> SettledState:
    if len(recorded.days) > 1 and end not in recorded.days:
        return _asked("tanggalnya dapat dibaca dua cara", *recorded.days)
    if recorded.day and end and recorded.day != end:
        reason = f"lain dari tanggal berakhirnya, {end}"
        return _asked(reason, recorded.day, end)
    if end and today and end >= today:
        reason = f"menurut daftar sudah berakhir, padahal berakhirnya baru {end}"
        return SettledState(None, reason, "tanya", ("berakhir", "berlaku"))
    if recorded.day and not end:
        return SettledState(recorded_words("berakhir", recorded.day))
    return SettledState(text)


def _extended(
    text: str, recorded: Recorded, end: date | None, today: date | None
) -> SettledState:
    """A new end is the end of the term; without one it is asked, unless one is to come."""
    if len(recorded.days) > 1:
        return _asked("tanggalnya dapat dibaca dua cara", *recorded.days)
    if recorded.day:
        words = recorded_words("diperpanjang", recorded.day)
        is_later = end is None or recorded.day > end
        return SettledState(words if is_later else text, "status menurut daftar")
    if _YEAR.search(text):
        return _asked("tanggal perpanjangannya tidak lengkap")
    if end is None or (today and end < today):
        return _asked("perpanjangannya sampai kapan tidak tertulis")
    reason = f"{end} dianggap tanggal berakhir sesudah diperpanjang"
    return SettledState(text, reason, "cukup")
