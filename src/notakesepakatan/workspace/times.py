"""A workspace in, its office's zone and the time of what is done now out."""

import re
from pathlib import Path

from notakesepakatan.workspace.layout import BYTE_LIMIT, pengaturan_file
from notakesepakatan.zona import (
    USUAL_ZONA,
    Clock,
    Zona,
    find_zona,
    machine_clock,
    office_time,
)

_ZONA_LINE = re.compile(rb"""^zona:[ \t]*["']?([A-Za-z/]+)""", re.MULTILINE)


def zona_of(root: Path) -> Zona:
    """The zone that the settings of a workspace name; the usual one where they do not.

    Only its line is read, for what is done has its time also while the settings are wrong.
    A time is kept with its offset, so that it is right in any zone; who asks for today asks
    the settings themselves.
    """
    try:
        with pengaturan_file(root).open("rb") as file:
            match = _ZONA_LINE.search(file.read(BYTE_LIMIT))
    except OSError:
        return USUAL_ZONA
    named = find_zona(match[1].decode()) if match else None
    return named or USUAL_ZONA


def now(root: Path, clock: Clock = machine_clock) -> str:
    """The office's time to the second, with its offset: "2026-11-24T09:30:12+07:00"."""
    return office_time(zona_of(root), clock).isoformat("T", "seconds")
