"""The trail in, what it last knew of each seal and each event out.

Such a file that is no more what the trail says was changed, or taken away, past the program.
Only the lines added since the last look are read.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from threading import Lock

from notakesepakatan.errors import CannotRead
from notakesepakatan.workspace.layout import (
    KESEPAKATAN_FOLDER,
    PERISTIWA_FOLDER,
    SEAL_FILE,
)
from notakesepakatan.workspace.trail import TRAIL_FILE, TrailEntry

_MARKS = (f'/{SEAL_FILE}"'.encode(), f"/{PERISTIWA_FOLDER}/".encode())
"""One of them is in every line about a seal or an event."""


@dataclass(frozen=True)
class LastState:
    """What the trail last says of a file.

    Attributes:
        hashes: what it may be by now, empty where it is not there: one, or two while an act
            is under way.
        time: when that was written: "2026-11-24T09:30:12+07:00".
        who: by whom.
    """

    hashes: frozenset[str]
    time: str
    who: str

    @property
    def is_there(self) -> bool:
        """Whether the file must be there."""
        return "" not in self.hashes


States = Mapping[str, LastState]
"""States of one agreement's files by their path below its folder."""


@dataclass
class LastStates:
    """The last states of a workspace's seals and events; may be asked by many threads.

    Raises:
        CannotRead: the trail is there and cannot be read, but for want of the right to.
    """

    folder: Path
    _known: dict[str, dict[str, LastState]] = field(default_factory=dict)
    _inode: int = 0
    _read: int = 0
    _is_hidden: bool = False
    _reading: Lock = field(default_factory=Lock)

    def of(self, slug: str) -> States:
        """Those of one agreement."""
        with self._reading:
            self._read_on()
            return dict(self._known.get(slug, ()))

    def all(self) -> dict[str, States]:
        """Those of all agreements, by slug."""
        with self._reading:
            self._read_on()
            return {slug: dict(states) for slug, states in self._known.items()}

    def is_hidden(self) -> bool:
        """Whether who asks has no right to read the trail, so that nothing is known of it."""
        with self._reading:
            self._read_on()
            return self._is_hidden

    def _read_on(self) -> None:
        """Take up the whole lines that are new; all of them, where it is another file.

        Who may read the agreements and not the trail is told nothing of it.
        """
        file = self.folder / TRAIL_FILE
        try:
            whole = self._new_lines(file)
        except (FileNotFoundError, NotADirectoryError, PermissionError) as cause:
            self._known, self._inode, self._read = {}, 0, 0
            self._is_hidden = isinstance(cause, PermissionError)
            return
        except OSError as cause:
            raise CannotRead(file, cause) from None
        self._is_hidden = False
        for line in whole.split(b"\n"):
            if any(mark in line for mark in _MARKS):
                self._take(TrailEntry.from_line(line.decode(errors="replace")))

    def _new_lines(self, file: Path) -> bytes:
        """The whole lines that were not read yet."""
        with file.open("rb") as trail:
            found = os.fstat(trail.fileno())
            if found.st_ino != self._inode or found.st_size < self._read:
                self._known, self._inode, self._read = {}, found.st_ino, 0
            trail.seek(self._read)
            whole, line_end, _ = trail.read().rpartition(b"\n")
        self._read += len(whole + line_end)
        return whole

    def _take(self, entry: TrailEntry | None) -> None:
        if entry is None:
            return
        top, _, below = entry.file.partition("/")
        slug, _, name = below.partition("/")
        is_known = name == SEAL_FILE or name.startswith(f"{PERISTIWA_FOLDER}/")
        if top == KESEPAKATAN_FOLDER and is_known:
            state = LastState(_hashes(entry), entry.time, entry.who)
            self._known.setdefault(slug, {})[name] = state


def _hashes(entry: TrailEntry) -> frozenset[str]:
    """What a file may be after a line; what a hand put there meanwhile is none of it."""
    if entry.step == "niat":
        return frozenset((entry.before, entry.after))
    return frozenset((entry.before if entry.step == "lain" else entry.after,))


def fingerprint(states: States) -> str:
    """What tells whether states are the same as they were; empty for none."""
    if not states:
        return ""
    rows = sorted((name, *sorted(state.hashes)) for name, state in states.items())
    return sha256(repr(rows).encode(errors="surrogateescape")).hexdigest()[:16]


def sealed(states: Mapping[str, States]) -> Iterator[str]:
    """Slugs of the agreements that have a seal by the trail."""
    for slug, of_one in states.items():
        if SEAL_FILE in of_one and of_one[SEAL_FILE].is_there:
            yield slug
