"""Deadlines → a calendar file that Outlook, Google and Thunderbird take: all-day events, alarms, stable UIDs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event


@dataclass(frozen=True)
class Acara:
    """One entry: a UID that stays when the date moves, the day, the words, and since when it is known."""

    uid: str
    tanggal: date
    ringkas: str
    uraian: str
    sejak: date


def write_kalender(acara: Sequence[Acara]) -> bytes:
    """An iCalendar file; each entry warns a week and a day ahead."""
    kalender = Calendar()
    kalender.add("prodid", "-//notakesepakatan//ID")
    kalender.add("version", "2.0")
    kalender.add("x-wr-calname", "Tenggat kesepakatan")
    for satu in acara:
        entri = Event()
        entri.add("uid", satu.uid)
        entri.add("dtstamp", datetime.combine(satu.sejak, time(), UTC))
        entri.add("dtstart", satu.tanggal)
        entri.add("dtend", satu.tanggal + timedelta(days=1))
        entri.add("summary", satu.ringkas)
        entri.add("description", satu.uraian)
        entri.add("transp", "TRANSPARENT")
        for hari in (7, 1):
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", satu.ringkas)
            alarm.add("trigger", timedelta(days=-hari))
            entri.add_component(alarm)
        kalender.add_component(entri)
    hasil: bytes = kalender.to_ical()
    return hasil
