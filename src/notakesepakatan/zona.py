"""The office's zone and a clock in, the office's day and time out.

What zone the machine keeps makes no difference. Indonesia's three zones are whole hours
ahead of UTC and know no summer time, so that no database of zones is needed.
"""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Literal, NamedTuple, get_args

Zona = Literal["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]
EVERY_ZONA: tuple[Zona, ...] = get_args(Zona)
USUAL_ZONA: Zona = "Asia/Jakarta"
"""Of an office that does not say."""

Clock = Callable[[], float]
"""Gives seconds since the epoch."""


class _Facts(NamedTuple):
    """What is known of a zone.

    Attributes:
        short: what an officer calls it.
        hours: how far it is ahead of UTC.
    """

    short: str
    hours: int


_FACTS: dict[Zona, _Facts] = {
    "Asia/Jakarta": _Facts("WIB", 7),
    "Asia/Makassar": _Facts("WITA", 8),
    "Asia/Jayapura": _Facts("WIT", 9),
}


def machine_clock() -> float:
    """Seconds since the epoch; the one look at the clock for a day or a time."""
    return time.time()


def office_time(zona: Zona, clock: Clock = machine_clock) -> datetime:
    """The time at the office, with its offset."""
    return datetime.fromtimestamp(clock(), _tzinfo(zona))


def office_day(zona: Zona, clock: Clock = machine_clock) -> date:
    """Today at the office."""
    return office_time(zona, clock).date()


def begin_of(day: date, zona: Zona) -> datetime:
    """The midnight at which a day of the office's begins."""
    return datetime(day.year, day.month, day.day, tzinfo=_tzinfo(zona))


def as_office_time(text: str, zona: Zona) -> str:
    """A time kept with any offset, as the office's clocks showed it.

    "2026-11-24T23:30:12+00:00" in Jakarta is "2026-11-25 06:30:12". What has no offset,
    or is no time, stays as it is.
    """
    try:
        kept = datetime.fromisoformat(text)
    except ValueError:
        return text
    if kept.tzinfo is None:
        return text
    return f"{kept.astimezone(_tzinfo(zona)):%Y-%m-%d %H:%M:%S}"


def short_name(zona: Zona) -> str:
    """What an officer calls a zone: "WIB"."""
    return _FACTS[zona].short


def zona_words(zona: Zona) -> str:
    """Its name in the settings and what an officer calls it: "Asia/Jakarta (WIB)"."""
    return f"{zona} ({short_name(zona)})"


def find_zona(text: str) -> Zona | None:
    """The zone that a name means, "Asia/Makassar" or "wita"; None where it is of none."""
    wanted = text.strip().lower()
    for zona in EVERY_ZONA:
        if wanted in (zona.lower(), short_name(zona).lower()):
            return zona
    return None


def machine_offset(clock: Clock = machine_clock) -> timedelta:
    """How far this machine's zone is ahead of UTC now."""
    offset = datetime.fromtimestamp(clock(), UTC).astimezone().utcoffset()
    return offset or timedelta()


def machine_zona(clock: Clock = machine_clock) -> Zona | None:
    """The zone of Indonesia that this machine keeps; None where it keeps another."""
    offset = machine_offset(clock)
    for zona in EVERY_ZONA:
        if _offset(zona) == offset:
            return zona
    return None


def offset_words(offset: timedelta) -> str:
    """ "UTC+07.00", "UTC-03.30"."""
    sign = "-" if offset < timedelta() else "+"
    hours, rest = divmod(abs(offset), timedelta(hours=1))
    return f"UTC{sign}{hours:02}.{rest.seconds // 60:02}"


def _offset(zona: Zona) -> timedelta:
    return timedelta(hours=_FACTS[zona].hours)


def _tzinfo(zona: Zona) -> timezone:
    return timezone(_offset(zona), zona)
