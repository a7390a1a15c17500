"""The audit trail of the desk, `.meja/jejak.jsonl`: a line for each change, added and never rewritten."""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime

from notakesepakatan.errors import CannotWrite
from notakesepakatan.workspace import Workspace

TRAIL_FILE = "jejak.jsonl"


@dataclass(frozen=True)
class TrailEntry:
    """One change.

    Attributes:
        time: when, with the machine's offset: "2026-11-24T09:30:12+07:00".
        who: name of the account, or "lokal".
        tindakan: what was done, in Indonesian: "menyimpan konsep".
        slug: the agreement; empty where it is none.
        file: the file below the workspace; empty where it is none.
        sebelum: hash of the file before; empty where it was not there.
        sesudah: hash of the file after; empty where it is gone.
    """

    time: str
    who: str
    tindakan: str
    slug: str = ""
    file: str = ""
    sebelum: str = ""
    sesudah: str = ""


def add_entry(workspace: Workspace, one: TrailEntry) -> None:
    """Add a line and see it on the disk.

    Raises:
        CannotWrite: no right or no room.
    """
    file = workspace.private(TRAIL_FILE)
    line = json.dumps(asdict(one), ensure_ascii=False).encode() + b"\n"
    try:
        with workspace.lock():
            handle = os.open(
                file, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600
            )
            try:
                os.write(handle, _line_end(handle) + line)
                os.fsync(handle)
            finally:
                os.close(handle)
    except OSError as cause:
        raise CannotWrite(file, cause) from None


def _line_end(handle: int) -> bytes:
    """The line end that a crash in the middle of a line left out."""
    large = os.fstat(handle).st_size
    return b"\n" if large and os.pread(handle, 1, large - 1) != b"\n" else b""


def read_trail(
    workspace: Workspace, *, slug: str = "", who: str = ""
) -> list[TrailEntry]:
    """Changes, the youngest first; only of one agreement or one person where named. A torn line is left out."""
    file = workspace.desk_file(TRAIL_FILE)
    if not file.is_file():
        return []
    every = list(_lines(file.read_text(encoding="utf-8", errors="replace")))
    return [
        one
        for one in reversed(every)
        if (not slug or one.slug == slug) and (not who or one.who == who)
    ]


def _lines(text: str) -> Iterator[TrailEntry]:
    for line in text.split("\n"):
        try:
            yield TrailEntry(**json.loads(line))
        except (ValueError, TypeError):
            continue


def now() -> str:
    """The machine's time to the second, with its offset."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
