"""The day on which a text is signed, of ours or of others."""

import re
from datetime import date

from notakesepakatan.compute.rules.days.tanggal import day_of_opening
from notakesepakatan.compute.rules.front import front_of
from notakesepakatan.compute.rules.reading import Reading
from notakesepakatan.words.tanggal import LONG_PATTERN, day_said

_OPENING_DAY = re.compile(
    rf"\bPada (?:hari ini [A-Z][a-z']{{3,8}},? )?(?:tanggal )?({LONG_PATTERN})",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\W*Pada\b")
_SIGNED_DAY = re.compile(rf"(?:^|\t)[A-Z][\w ]{{2,40}}, ({LONG_PATTERN})(?=\t|\s*$)")


def penandatanganan_of(reading: Reading) -> date | None:
    """The day of signing, of a draft the planned one; None where the text says none."""
    if reading.typed is not None:
        return reading.kesepakatan.printed_day
    return last_said(reading)


def last_said(reading: Reading) -> date | None:
    """The last day of signing that a text of others says; None where it says none."""
    front = front_of(reading)
    if front.day:
        return front.day
    days, openings = list[date | None](), list[date | None]()
    # A text without pasal has no front, and its opening is anywhere.
    has_front = len(front.behind) < len(reading.excerpts)
    behind = {id(excerpt) for excerpt in front.behind}
    for excerpt in reading.excerpts:
        is_behind = id(excerpt) in behind
        if is_behind:
            days += _days(_SIGNED_DAY, excerpt.text)
        if not is_behind or not has_front:
            is_opening = has_front or _BEGINS.match(excerpt.text)
            days += _days(_OPENING_DAY, excerpt.text) if is_opening else []
            openings.append(day_of_opening(excerpt.text))
    # Nothing else that is said of a day is as certain as an opening in words.
    return max(filter(None, openings if any(openings) else days), default=None)


def _days(pattern: re.Pattern[str], text: str) -> list[date | None]:
    return [day_said(match[1]) for match in pattern.finditer(text)]
