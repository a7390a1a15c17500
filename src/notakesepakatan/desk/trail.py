"""From a change at the desk to a line of the audit trail, `.meja/jejak.jsonl`, and back.

A line for each change; lines are added and never rewritten. What stands on the disk outlives the
names of this program, so the keys of a line are a table of their own.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from notakesepakatan.errors import CannotWrite
from notakesepakatan.workspace import Workspace

TRAIL_FILE = "jejak.jsonl"

_KEY_ON_DISK = {
    "time": "waktu",
    "who": "siapa",
    "tindakan": "tindakan",
    "slug": "slug",
    "file": "berkas",
    "before": "sebelum",
    "after": "sesudah",
}
"""Key of the line by attribute of the entry, in the order of the line."""
_ATTRIBUTE = {key: attribute for attribute, key in _KEY_ON_DISK.items()}


@dataclass(frozen=True)
class TrailEntry:
    """One change.

    Attributes:
        time: when, with the machine's offset: "2026-11-24T09:30:12+07:00".
        who: name of the account, or "lokal".
        tindakan: what was done, in Indonesian: "menyimpan konsep".
        slug: the agreement; empty where it is none.
        file: the file below the workspace; empty where it is none.
        before: hash of the file before; empty where it was not there.
        after: hash of the file after; empty where it is gone.
    """

    time: str
    who: str
    tindakan: str
    slug: str = ""
    file: str = ""
    before: str = ""
    after: str = ""

    def to_line(self) -> str:
        """The entry as its line, without the line's end."""
        data = {key: getattr(self, attr) for attr, key in _KEY_ON_DISK.items()}
        return json.dumps(data, ensure_ascii=False)

    @classmethod
    def from_line(cls, line: str) -> "TrailEntry | None":
        """Back from its line; None where the line is torn or none of this program's."""
        try:
            data = json.loads(line)
            return cls(**{_ATTRIBUTE[key]: value for key, value in data.items()})
        except (ValueError, TypeError, KeyError, AttributeError):
            return None


def add_entry(workspace: Workspace, entry: TrailEntry) -> None:
    """Add a line and see it on the disk.

    Raises:
        CannotWrite: no right or no room.
    """
    file = workspace.private(TRAIL_FILE)
    line = entry.to_line().encode() + b"\n"
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC
    try:
        with workspace.lock():
            handle = os.open(file, flags, 0o600)
            try:
                os.write(handle, _missing_line_end(handle) + line)
                os.fsync(handle)
            finally:
                os.close(handle)
    except OSError as cause:
        raise CannotWrite(file, cause) from None


def _missing_line_end(handle: int) -> bytes:
    """The line end that a crash in the middle of a line left out."""
    size = os.fstat(handle).st_size
    ends_within_line = size > 0 and os.pread(handle, 1, size - 1) != b"\n"
    return b"\n" if ends_within_line else b""


def read_trail(
    workspace: Workspace, *, slug: str = "", who: str = ""
) -> list[TrailEntry]:
    """Changes, the youngest first; only of one agreement or one person where named.

    A torn line is left out.
    """
    file = workspace.desk_file(TRAIL_FILE)
    if not file.is_file():
        return []
    oldest_first = list(_entries(file.read_text(encoding="utf-8", errors="replace")))
    return [
        entry
        for entry in reversed(oldest_first)
        if slug in ("", entry.slug) and who in ("", entry.who)
    ]


def _entries(text: str) -> Iterator[TrailEntry]:
    for line in text.split("\n"):
        entry = TrailEntry.from_line(line)
        if entry:
            yield entry


def now() -> str:
    """The machine's time to the second, with its offset."""
    return datetime.now().astimezone().isoformat("T", "seconds")
