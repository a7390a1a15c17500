"""From an act to its lines in the trail, `.meja/jejak.jsonl`, and back.

Lines are added and never rewritten. A file is written between two of them: one says what
is about to be written, the next that it is; what a kill left open the next act settles.
Each line carries the hash of the one before, and a file beside it says how many there are
and the hash of the last: a line that was changed, dropped or moved shows. What stands on
the disk outlives the names of this program, so the keys of a line are a table of their own.
"""

import errno
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from pathlib import Path
from typing import Literal, NamedTuple

from notakesepakatan.errors import CannotWrite
from notakesepakatan.workspace.contents import check_within
from notakesepakatan.workspace.save import save, sync_folder

TRAIL_FILE = "jejak.jsonl"
TRAIL_END_FILE = "jejak-ujung.json"
COMMAND_LINE = "baris perintah"
"""Who acts where nobody logged in: whoever types commands."""

NO_END = "mendapati catatan ujung jejak tidak ada; baris terakhirnya mungkin hilang"
"""The act of a line that the program adds where it finds so."""
OTHER_END = "mendapati ujung jejak lain daripada catatannya; baris terakhirnya hilang atau berubah"
"""The act of a line that the program adds where the end that was kept is no line of it."""

Step = Literal["", "niat", "selesai", "batal", "lain"]
"""A note without a file; about to be written; written; killed before it was written;
killed, and the file is neither what it was nor what it was to be.
"""
_KEY_ON_DISK = {
    "time": "waktu",
    "who": "siapa",
    "tindakan": "tindakan",
    "slug": "slug",
    "file": "berkas",
    "before": "sebelum",
    "after": "sesudah",
    "reason": "alasan",
    "step": "tahap",
    "number": "urut",
    "link": "rantai",
}
"""Key of the line by attribute of the entry, in the order of the line."""
_ATTRIBUTE = {key: attribute for attribute, key in _KEY_ON_DISK.items()}
_BEGINNING = f'{{"{_KEY_ON_DISK["time"]}": "'.encode()
"""What every line begins with."""
_CUT_OFF = {
    "niat": " (sedang ditulis, atau terhenti)",
    "batal": " (terhenti; tidak jadi)",
    "lain": " (terhenti; isi berkasnya lain lagi)",
}
_TAIL = 64 * 1024
"""Bytes from the end that are read for the last lines, at first."""


@dataclass(frozen=True)
class TrailEntry:
    """One line.

    Attributes:
        time: when, with the offset: "2026-11-24T09:30:12+07:00".
        who: name of the account, "lokal", or "baris perintah".
        tindakan: what was done, in Indonesian: "menyimpan konsep".
        slug: the agreement; empty where it is none.
        file: the file below the workspace; empty where it is none.
        before: hash of the file before; empty where it was not there.
        after: hash of the file after; empty where it is gone.
        reason: why, where a reason was asked for.
        step: how far it came.
        number: its number in the trail, from 1; 0 in lines of older programs.
        link: hash of the line before; empty in lines of older programs.
    """

    time: str
    who: str
    tindakan: str
    slug: str = ""
    file: str = ""
    before: str = ""
    after: str = ""
    reason: str = ""
    step: Step = ""
    number: int = 0
    link: str = ""

    @property
    def action_words(self) -> str:
        """What was done, with what came of it where it was cut off."""
        return self.tindakan + _CUT_OFF.get(self.step, "")

    def to_line(self) -> str:
        """The entry as its line, without the line's end."""
        data = {key: getattr(self, attr) for attr, key in _KEY_ON_DISK.items()}
        return json.dumps(data, ensure_ascii=False)

    @classmethod
    def from_line(cls, line: str) -> "TrailEntry | None":
        """Back from its line; None where the line is torn or none of this program's."""
        try:
            data = json.loads(line)
            entry = cls(**{_ATTRIBUTE[key]: value for key, value in data.items()})
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None
        is_ours = all(
            isinstance(getattr(entry, each.name), int if each.name == "number" else str)
            for each in fields(cls)
        )
        return entry if is_ours else None


class LastWrite(NamedTuple):
    """Who wrote a file, and when: "2026-11-24T09:30:12+07:00"."""

    time: str
    who: str


@dataclass(frozen=True)
class TrailEnd:
    """How many lines a trail has, and the hash of the last.

    Attributes:
        count: the lines.
        last_hash: of the last; of all of them, where none carries a hash yet.
        is_chained: whether lines carry the hash of those before.
    """

    count: int
    last_hash: str
    is_chained: bool = True


def append(folder: Path, entry: TrailEntry) -> None:
    """Add a line, chained to the one before, and see it on the disk; asked inside the lock.

    Args:
        folder: the desk's own.
        entry: the line; its number and link are set here.

    Raises:
        PointsOutside: a link lies in its place.
        CannotWrite: no right or no room; then no line was added.
    """
    append_all(folder, [entry])


def append_all(folder: Path, entries: Sequence[TrailEntry]) -> None:
    """Add lines one behind the other, flushed once; nothing is done where there are none.

    Raises:
        PointsOutside, CannotWrite: as `append`; all of them are added, or none.
    """
    if not entries:
        return
    file = folder / TRAIL_FILE
    check_within(file, folder)
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC
    try:
        handle = os.open(file, flags, 0o600)
        try:
            end = _end(folder, handle)
            found = _about_the_end(folder, handle, end, entries[0])
            lines, end = _chained([*found, *entries], end)
            added = b"".join(line + b"\n" for line in lines)
            _add(handle, _missing_line_end(handle) + added)
        finally:
            os.close(handle)
    except OSError as cause:
        raise CannotWrite(file, cause) from None
    _keep_end(folder, end)


def _about_the_end(
    folder: Path, handle: int, end: TrailEnd, entry: TrailEntry
) -> Iterator[TrailEntry]:
    """A line that nothing was kept of where the trail ended, or that it ends otherwise.

    Without it the next line would make a trail whole of which the last lines are gone.
    """
    kept = read_end(folder)
    if kept is None:
        if end.count > 1 and end.is_chained:
            yield TrailEntry(entry.time, entry.who, NO_END)
        return
    if kept.last_hash == end.last_hash:
        return
    # A kill leaves lines behind the one that was kept, and never takes that one away.
    lines = split_lines(os.pread(handle, os.fstat(handle).st_size, 0))
    if kept.last_hash not in map(hash_line, reversed(lines)):
        counts = f"tercatat {kept.count} baris, didapati {len(lines)}"
        yield TrailEntry(entry.time, entry.who, OTHER_END, reason=counts)


def _chained(
    entries: Iterable[TrailEntry], end: TrailEnd
) -> tuple[list[bytes], TrailEnd]:
    """Entries as lines behind that end, each with the hash of the one before; the new end."""
    lines = list[bytes]()
    for entry in entries:
        chained = replace(entry, number=end.count + 1, link=end.last_hash)
        line = chained.to_line().encode(errors="replace")
        lines.append(line)
        end = TrailEnd(end.count + 1, hash_line(line))
    return lines, end


def hash_line(line: bytes) -> str:
    """Hash of a line without its end, as the next line carries it."""
    return sha256(line).hexdigest()


def _add(handle: int, content: bytes) -> None:
    """Add bytes, all or none.

    Raises:
        OSError: not all of them found room; what did was taken back.
    """
    before = os.fstat(handle).st_size
    try:
        if os.write(handle, content) != len(content):
            raise OSError(errno.ENOSPC, "")
        os.fsync(handle)
    except OSError:
        os.ftruncate(handle, before)
        raise


def _missing_line_end(handle: int) -> bytes:
    """The line end that a crash in the middle of a line left out."""
    size = os.fstat(handle).st_size
    ends_within_line = size > 0 and os.pread(handle, 1, size - 1) != b"\n"
    return b"\n" if ends_within_line else b""


def _end(folder: Path, handle: int) -> TrailEnd:
    """Where the trail ends now; the first line of a chain carries all that was before."""
    size = os.fstat(handle).st_size
    if not size:
        return TrailEnd(0, hash_line(b""))
    last = _last_whole(handle, size)
    last_hash = hash_line(last)
    kept = read_end(folder)
    if kept and kept.last_hash == last_hash:
        return kept
    content = os.pread(handle, size, 0)
    count = len(split_lines(content))
    entry = TrailEntry.from_line(last.split(b"\n")[0].decode(errors="replace"))
    is_chained = kept is not None or (entry is not None and entry.link != "")
    before = content + _missing_line_end(handle)
    if not is_chained:
        return TrailEnd(count, hash_line(before), is_chained=False)
    return TrailEnd(count, last_hash)


def _last_whole(handle: int, size: int) -> bytes:
    """The last whole line, with the torn ones behind it; all there is, where none is whole.

    So the next line binds them both.
    """
    length = _TAIL
    while True:
        start = max(size - length, 0)
        lines = split_lines(os.pread(handle, size - start, start))
        complete = lines if start == 0 else lines[1:]
        for i in reversed(range(len(complete))):
            if not is_torn(complete[i]):
                return b"\n".join(complete[i:])
        if start == 0:
            return b"\n".join(lines)
        length *= 8


def is_torn(line: bytes) -> bool:
    """Whether a line is no entry: it was cut off, or somebody else wrote it."""
    return TrailEntry.from_line(line.decode(errors="replace")) is None


def is_cut_off(line: bytes) -> bool:
    """Whether a torn line may be the beginning of one of ours, or what the power left of it."""
    beginning = _BEGINNING.startswith(line[: len(_BEGINNING)])
    return line != b"" and (beginning or line.startswith(b"\0"))


def split_lines(content: bytes) -> list[bytes]:
    """Lines of a trail without their ends; one that was torn is the last."""
    lines = content.split(b"\n")
    return lines[:-1] if lines[-1] == b"" else lines


def read_end(folder: Path) -> TrailEnd | None:
    """What was kept of the end; None where nothing is, or what is cannot be read.

    What a link shows is not what was kept.
    """
    file = folder / TRAIL_END_FILE
    if file.is_symlink():
        return None
    try:
        data = json.loads(file.read_bytes())
        return TrailEnd(int(data["baris"]), str(data["sidik"]))
    except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None


def _keep_end(folder: Path, end: TrailEnd) -> None:
    """Keep where the trail ends, once the trail itself has its name on the disk."""
    file = folder / TRAIL_END_FILE
    try:
        if not file.exists():
            sync_folder(folder)
    except OSError as cause:
        raise CannotWrite(file, cause) from None
    data = {"baris": end.count, "sidik": end.last_hash}
    save(file, json.dumps(data).encode(), private=True)


def open_intents(folder: Path) -> list[TrailEntry]:
    """Files that the last act was about to write and of which no line says what became.

    In the order in which they were said.
    """
    file = folder / TRAIL_FILE
    if not file.is_file():
        return []
    with file.open("rb") as trail:
        return _open_intents(_entries_from_end(trail.fileno()))


def _open_intents(backwards: Iterable[TrailEntry]) -> list[TrailEntry]:
    """Of the last intents said in a row those that nothing behind them closes.

    An act says all its intents before its first file, so older ones are closed.
    """
    closed = set[str]()
    intents = list[TrailEntry]()
    for entry in backwards:
        if entry.step == "niat":
            intents.append(entry)
        elif intents or not entry.step:
            break
        else:
            closed.add(entry.file)
    return [intent for intent in reversed(intents) if intent.file not in closed]


def _entries_from_end(handle: int) -> Iterator[TrailEntry]:
    """Entries, the youngest first; no more is read of the file than is asked for."""
    end = os.fstat(handle).st_size
    cut_off = b""
    while end > 0:
        start = max(end - _TAIL, 0)
        content = os.pread(handle, end - start, start) + cut_off
        lines = content.split(b"\n")
        # The first of them may have begun before what was read.
        cut_off = lines.pop(0) if start else b""
        for line in reversed(lines):
            entry = TrailEntry.from_line(line.decode(errors="replace"))
            if entry:
                yield entry
        end = start


def read_entries(folder: Path) -> list[TrailEntry]:
    """Every act in the trail, the oldest first.

    A line that says what is about to be written is left out where one behind it says
    what came of it; a torn line is left out too.
    """
    read = [TrailEntry.from_line(line) for line in _text_lines(folder)]
    entries = [entry for entry in read if entry]
    still_open = _open_intents(reversed(entries))
    closed = [entry for entry in entries if entry.step != "niat"]
    return [*closed, *still_open]


def last_written(folder: Path) -> dict[str, LastWrite]:
    """When some bytes were last written to a file and by whom, by their hash."""
    return {
        entry.after: LastWrite(entry.time, entry.who)
        for entry in read_entries(folder)
        if entry.after and entry.step in ("", "selesai")
    }


def _text_lines(folder: Path) -> Iterator[str]:
    file = folder / TRAIL_FILE
    content = file.read_bytes() if file.is_file() else b""
    for line in split_lines(content):
        yield line.decode(errors="replace")
