"""Deadlines → a calendar file that Outlook, Google and Thunderbird take: all-day
events, alarms, stable UIDs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from notakesepakatan.zona import Zona


@dataclass(frozen=True)
class Entry:
    """One entry.

    Attributes:
        uid: stays when the day moves.
        tanggal: the day.
        brief: its title.
        uraian: its words.
        sejak: since when it is known so, a time with its offset.
        moved: how often what it rests on was changed; a calendar takes the higher one.
    """

    uid: str
    tanggal: date
    brief: str
    uraian: str
    sejak: datetime
    moved: int = 0


def write_ics(entries: Sequence[Entry], zona: Zona) -> bytes:
    """An iCalendar file of days of the office's; each warns a week and a day ahead."""
    calendar = Calendar()
    calendar.add("prodid", "-//notakesepakatan//ID")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Tenggat kesepakatan")
    calendar.add("x-wr-timezone", zona)
    for one in entries:
        entry = Event()
        entry.add("uid", one.uid)
        entry.add("dtstamp", one.sejak.astimezone(UTC))
        entry.add("last-modified", one.sejak.astimezone(UTC))
        entry.add("sequence", one.moved)
        entry.add("dtstart", one.tanggal)
        entry.add("dtend", one.tanggal + timedelta(days=1))
        entry.add("summary", one.brief)
        entry.add("description", one.uraian)
        entry.add("transp", "TRANSPARENT")
        for day in (7, 1):
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", one.brief)
            alarm.add("trigger", timedelta(days=-day))
            entry.add_component(alarm)
        calendar.add_component(entry)
    result: bytes = calendar.to_ical()
    return result
