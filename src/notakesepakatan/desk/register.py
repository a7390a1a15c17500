"""The register of a workspace kept ready between requests: read once, then only what changed in the files.

Files are looked at once a second at most. Where that takes long (thousands of agreements) and was done a moment ago, it
is done aside while the answer is given from what is known; what the desk itself wrote is always read anew (`touch`).
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from threading import Lock, Thread
from typing import Any

from notakesepakatan.bureau.register import RegisterRow, Selection
from notakesepakatan.compute.time.register import condition
from notakesepakatan.errors import CannotRead
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.register import Registered, load_one, load_register
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.state import FileState

_PAUSE, _STALE, _FAST = 1.0, 60.0, 0.05
"""Seconds: between two looks; after which a look may not wait; that a look may take while somebody does."""
_MANY = 200
"""More changes than this are read through the index."""
GROUP = ("Perlu tindakan", "Berjalan, atau masih ada tenggat", "Konsep", "Selesai")
SOON = 7
"""Days before the last safe day from which a deadline needs action, whatever its kind."""
ORDER = ("tindakan", "judul", "status", "berakhir", "tenggat", "mulai")


@dataclass(frozen=True)
class BoardContent:
    """The register on a day, by slug, and the agreements that cannot be read."""

    baris: tuple[RegisterRow, ...] = ()
    faulty: tuple[Registered, ...] = ()


class Board:
    """One workspace's register; may be asked by many threads."""

    def __init__(
        self, workspace: Workspace, jam: Callable[[], float] = time.monotonic
    ) -> None:
        self.workspace, self._jam = workspace, jam
        self._key, self._content_lock = Lock(), Lock()
        self._mark: dict[str, tuple[str, int]] = {}
        self._registered: dict[str, Registered] = {}
        self._line: dict[str, RegisterRow] = {}
        self._basis: tuple[object, ...] = ()
        self._made: BoardContent | None = None
        self._seen = float("-inf")
        self._duration = 0.0

    def on(self, per: date) -> BoardContent:
        """The register on a day.

        Raises:
            FaultyNaskah: settings or calendar of the workspace are wrong.
        """
        age = self._jam() - self._seen
        if age > _STALE or (age > _PAUSE and self._duration < _FAST):
            self._look()
        elif age > _PAUSE and not self._key.locked():
            Thread(target=self._look, daemon=True).start()
        return self._content(per)

    def touch(self, slug: str) -> None:
        """Read one agreement anew: the desk has just written it."""
        with self._key:
            mark = (
                self.workspace.state(slug)
                if self.workspace.folder(slug).is_dir()
                else None
            )
            self._read(
                {slug: mark} if mark else {},
                set() if mark else {slug} & self._mark.keys(),
            )

    def _look(self) -> None:
        """Read what changed since the last look."""
        with self._key:
            if self._jam() - self._seen < _PAUSE:
                return
            begin = self._jam()
            try:
                now = dict(self.workspace.scan())
            except (CannotRead, OSError):
                return  # a folder went away under its feet; the next look sees it gone
            self._duration = self._jam() - begin
            changed = {
                slug: mark for slug, mark in now.items() if not self._knows(slug, mark)
            }
            self._read(changed, self._mark.keys() - now.keys())
            self._seen = self._jam()

    def _knows(self, slug: str, mark: FileState) -> bool:
        text, read = self._mark.get(slug, ("", 0))
        return text == mark.teks and mark.settled(read)

    def _read(self, changed: dict[str, FileState], gone: set[str]) -> None:
        read, opened = time.time_ns(), Opened(self.workspace)
        many = (
            {one.slug: one for one in load_register(opened)}
            if len(changed) > _MANY
            else {}
        )
        new = {slug: many.get(slug) or load_one(opened, slug) for slug in changed}
        with self._content_lock:
            for slug, one in new.items():
                self._mark[slug] = (changed[slug].teks, read)
                if self._registered.get(slug) != one:
                    self._registered[slug] = one
                    self._line.pop(slug, None)
                    self._made = None
            for slug in gone:
                del self._mark[slug], self._registered[slug]
                self._line.pop(slug, None)
                self._made = None

    def _content(self, per: date) -> BoardContent:
        workspace = self.workspace
        files = (workspace.pengaturan, workspace.hari_libur)
        basis = (per, *(workspace.file_hash(file) for file in files))
        with self._content_lock:
            if basis != self._basis:
                self._line.clear()
                self._made = None
            if self._made is None:
                opened = Opened(workspace)
                calendar, ingatkan = opened.calendar, opened.pengaturan.ingatkan
                for slug, one in self._registered.items():
                    if one.summary and slug not in self._line:
                        state = condition(one.summary, per, ingatkan, calendar)
                        self._line[slug] = RegisterRow(one.summary.on(per), state, per)
                faulty = tuple(
                    one
                    for _, one in sorted(self._registered.items())
                    if one.summary is None
                )
                self._made = BoardContent(
                    tuple(line for _, line in sorted(self._line.items())), faulty
                )
                self._basis = basis
            return self._made


def group_of(line: RegisterRow) -> int:
    """Which of GOLONGAN an agreement is in on its day."""
    tenggat, status = line.next_tenggat, line.keadaan.status
    if status in ("masa pemberitahuan", "lewat tenggat") or (
        tenggat and (tenggat.safe - line.per).days <= SOON
    ):
        return 0
    if status == "konsep":
        return 2
    return 3 if status in ("berakhir", "diakhiri", "batal") and not tenggat else 1


@dataclass(frozen=True)
class Request:
    """What is asked of the register: which agreements, in what order ("-judul" is downward), which page."""

    filter_: Selection = field(default_factory=Selection)
    group: int | None = None
    index: str = "tindakan"
    to: int = 1


@dataclass(frozen=True)
class RegisterPage:
    """One page: its rows, its number and how many there are, how many agreements fit, how many need action."""

    baris: tuple[RegisterRow, ...]
    to: int
    jumlah: int
    match: int
    needs_action: int


def select(content: BoardContent, p: Request) -> list[RegisterRow]:
    """The agreements asked for, in order."""
    match = [
        b
        for b in content.baris
        if p.filter_.passes(b) and (p.group is None or group_of(b) == p.group)
    ]
    name = p.index.removeprefix("-")
    return sorted(match, key=lambda b: _key(b, name), reverse=p.index.startswith("-"))


def select_page(content: BoardContent, p: Request, each: int = 50) -> RegisterPage:
    """One page of them; a page past the last is the last."""
    match = select(content, p)
    count = max(-(-len(match) // each), 1)
    to = min(max(p.to, 1), count)
    needed = sum(group_of(b) == 0 for b in content.baris)
    return RegisterPage(
        tuple(match[(to - 1) * each : to * each]), to, count, len(match), needed
    )


def _key(b: RegisterRow, name: str) -> tuple[Any, ...]:
    r, end, tenggat = b.summary, b.keadaan.ended, b.next_tenggat
    if name == "judul":
        return r.judul.lower(), r.slug
    if name == "status":
        return b.keadaan.status, r.slug
    if name == "berakhir":
        return end.tanggal if end else date.max, r.slug
    if name == "tenggat":
        return tenggat.safe if tenggat else date.max, r.slug
    if name == "mulai":
        return r.begin or date.max, r.slug
    return group_of(b), tenggat.safe if tenggat else date.max, r.slug
