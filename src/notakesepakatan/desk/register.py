"""The register of a workspace kept ready between requests.

It is read once, then only what changed in the files. Files are looked at once a second at most.
Where that takes long (thousands of agreements) and was done a moment ago, it is done aside while
the answer is given from what is known; what the desk itself wrote is always read anew (`touch`).
"""

import time
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from threading import Lock, Thread

from notakesepakatan.bureau.register import (
    SET_ASIDE,
    RegisterRow,
    Selection,
    skema_of,
    with_children,
)
from notakesepakatan.compute.time.register import condition
from notakesepakatan.errors import CannotRead
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.register import Registered, load_one, load_register
from notakesepakatan.words.names import fold
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.last_states import fingerprint
from notakesepakatan.workspace.layout import instrumen_files
from notakesepakatan.workspace.state import FileState

_PAUSE = 1.0
"""Seconds between two looks."""
_STALE = 60.0
"""Seconds after which nobody is answered without a look."""
_FAST = 0.05
"""Seconds that a look may take while somebody waits."""
_MANY = 200
"""More changes than this are read through the index."""
GROUP = ("Perlu tindakan", "Berjalan, atau masih ada tenggat", "Konsep", "Selesai")
_NEEDS_ACTION = ("masa pemberitahuan", "lewat tenggat")
_OVER = ("berakhir", "diakhiri", "batal")
SOON = 7
"""Days before the last safe day from which a deadline needs action, whatever its kind."""
USUAL_ORDER = "tindakan"
ORDER = (USUAL_ORDER, "judul", "status", "berakhir", "tenggat", "mulai")


@dataclass(frozen=True)
class BoardContent:
    """The register on a day, by slug.

    Attributes:
        rows: the agreements.
        faulty: those that cannot be read.
        changed: those of which a signed text is no more what was sealed.
        partly: those of which an adendum cannot be read.
    """

    rows: tuple[RegisterRow, ...] = ()
    faulty: tuple[Registered, ...] = ()
    changed: tuple[Registered, ...] = ()
    partly: tuple[Registered, ...] = ()


class Board:
    """One workspace's register; may be asked by many threads."""

    def __init__(
        self, workspace: Workspace, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.workspace = workspace
        self._clock = clock
        self._looking = Lock()
        self._writing = Lock()
        self._state: dict[str, tuple[str, int]] = {}
        self._registered: dict[str, Registered] = {}
        self._row: dict[str, RegisterRow] = {}
        self._made_from: tuple[object, ...] = ()
        self._made: BoardContent | None = None
        self._looked_at = float("-inf")
        self._look_took = 0.0

    def on(self, per: date) -> BoardContent:
        """The register on a day.

        Raises:
            FaultyNaskah: settings or calendar of the workspace are wrong.
        """
        age = self._clock() - self._looked_at
        quick = self._look_took < _FAST
        if age > _STALE or (age > _PAUSE and quick):
            self._look()
        elif age > _PAUSE and not self._looking.locked():
            Thread(target=self._look, daemon=True).start()
        return self._content(per)

    def kept(self, per: date) -> BoardContent:
        """The register as it was last looked at; files are read where it never was.

        Raises:
            FaultyNaskah: settings or calendar of the workspace are wrong.
        """
        if self._looked_at == float("-inf"):
            self._look()
        return self._content(per)

    def touch(self, slug: str) -> None:
        """Read one agreement anew: the desk has just written it."""
        with self._looking:
            is_there = self.workspace.folder(slug).is_dir()
            state = self.workspace.state(slug) if is_there else None
            if state:
                self._read(self._marks({slug: state}), set())
            else:
                self._read({}, {slug} & self._state.keys())

    def _look(self) -> None:
        """Read what changed since the last look."""
        with self._looking:
            begin = self._clock()
            if begin - self._looked_at < _PAUSE:
                return
            try:
                states = dict(self.workspace.scan_known())
            except (CannotRead, OSError):
                return  # a folder went away under its feet; the next look sees it gone
            self._look_took = self._clock() - begin
            marks = self._marks(states)
            changed = {
                slug: marks[slug]
                for slug, state in states.items()
                if not self._knows(slug, state, marks[slug])
            }
            self._read(changed, self._state.keys() - states.keys())
            self._looked_at = self._clock()

    def _marks(self, states: Mapping[str, FileState]) -> dict[str, str]:
        """What tells whether the files, or what the trail says of them, are others."""
        told = self.workspace.last_states.all()
        return {
            slug: f"{state.text}\n{fingerprint(told.get(slug, {}))}"
            for slug, state in states.items()
        }

    def _knows(self, slug: str, state: FileState, mark: str) -> bool:
        known, read = self._state.get(slug, ("", 0))
        return known == mark and state.settled(read)

    def _read(self, changed: Mapping[str, str], gone: Set[str]) -> None:
        read_at = time.time_ns()
        kesepakatan_list = self._load(changed.keys())
        with self._writing:
            for slug, kesepakatan in kesepakatan_list.items():
                self._state[slug] = (changed[slug], read_at)
                if self._registered.get(slug) != kesepakatan:
                    self._registered[slug] = kesepakatan
                    self._forget_row(slug)
            for slug in gone:
                del self._state[slug], self._registered[slug]
                self._forget_row(slug)

    def _load(self, slugs: Set[str]) -> dict[str, Registered]:
        """Agreements as their files are; many of them through the index."""
        opened = Opened(self.workspace)
        by_index = dict[str, Registered]()
        if len(slugs) > _MANY:
            by_index = {each.slug: each for each in load_register(opened)}
        return {slug: by_index.get(slug) or load_one(opened, slug) for slug in slugs}

    def _forget_row(self, slug: str) -> None:
        self._row.pop(slug, None)
        self._made = None

    def _content(self, per: date) -> BoardContent:
        basis = self._basis(per)
        with self._writing:
            if basis != self._made_from:
                self._row.clear()
                self._made = None
            if self._made is None:
                self._made = self._make(per)
                self._made_from = basis
            return self._made

    def _basis(self, per: date) -> tuple[object, ...]:
        """What every row rests on beside its own files."""
        files = (
            self.workspace.pengaturan,
            self.workspace.hari_libur,
            self.workspace.laws,
            *instrumen_files(self.workspace.templates),
        )
        hashes = (self.workspace.file_hash(file) for file in files)
        return (per, *hashes)

    def _make(self, per: date) -> BoardContent:
        opened = Opened(self.workspace)
        calendar = opened.calendar
        ingatkan = opened.pengaturan.ingatkan
        for slug, kesepakatan in self._registered.items():
            summary = kesepakatan.summary
            if summary and slug not in self._row:
                state = condition(summary, per, ingatkan, calendar)
                self._row[slug] = RegisterRow(
                    summary.on(per),
                    state,
                    per,
                    kesepakatan.seal,
                    skema_of(summary, opened.instrumen_list),
                    problem=kesepakatan.problem,
                )
        rows = tuple(with_children([row for _, row in sorted(self._row.items())]))
        by_slug = sorted(self._registered.items())
        faulty = tuple(each for _, each in by_slug if each.summary is None)
        changed = tuple(each for _, each in by_slug if each.broken_seals)
        partly = tuple(each for _, each in by_slug if each.summary and each.problem)
        return BoardContent(rows, faulty, changed, partly)


def group_of(row: RegisterRow) -> int:
    """Which of `GROUP` an agreement is in on its day."""
    status = row.condition.status
    if status in _NEEDS_ACTION or _is_due_soon(row):
        return 0
    if status in ("konsep", SET_ASIDE):
        return 2
    return 3 if status in _OVER and not row.next_tenggat else 1


def _is_due_soon(row: RegisterRow) -> bool:
    tenggat = row.next_tenggat
    return tenggat is not None and (tenggat.safe - row.per).days <= SOON


@dataclass(frozen=True)
class Request:
    """What is asked of the register.

    Attributes:
        selection: which agreements.
        group: only this one of `GROUP`.
        order: one of `ORDER`; "-judul" is downward.
        page: which page, from 1.
    """

    selection: Selection = field(default_factory=Selection)
    group: int | None = None
    order: str = USUAL_ORDER
    page: int = 1


@dataclass(frozen=True)
class RegisterPage:
    """One page.

    Attributes:
        rows: its rows.
        number: its number, from 1.
        count: how many pages there are.
        match: how many agreements fit.
        needs_action: how many of all need action.
    """

    rows: tuple[RegisterRow, ...]
    number: int
    count: int
    match: int
    needs_action: int


def select(content: BoardContent, request: Request) -> list[RegisterRow]:
    """The agreements asked for, in order."""
    match = [
        row
        for row in content.rows
        if request.selection.passes(row) and request.group in (None, group_of(row))
    ]
    key = request.order.removeprefix("-")
    downward = request.order.startswith("-")
    return sorted(match, key=lambda row: _sort_key(row, key), reverse=downward)


def select_page(
    content: BoardContent, request: Request, per_page: int = 50
) -> RegisterPage:
    """One page of them; a page past the last is the last."""
    match = select(content, request)
    count = max(-(-len(match) // per_page), 1)
    number = min(max(request.page, 1), count)
    start = (number - 1) * per_page
    rows = tuple(match[start : start + per_page])
    needs_action = sum(group_of(row) == 0 for row in content.rows)
    return RegisterPage(rows, number, count, len(match), needs_action)


def _sort_key(row: RegisterRow, key: str) -> tuple[object, ...]:
    slug = row.summary.slug
    if key in _SORT_VALUE:
        return _SORT_VALUE[key](row), slug
    return group_of(row), _due(row), slug


def _due(row: RegisterRow) -> date:
    """The next last safe day; the end of days where there is none."""
    return row.next_tenggat.safe if row.next_tenggat else date.max


def _end(row: RegisterRow) -> date:
    ended = row.condition.ended
    return ended.tanggal if ended else date.max


_SORT_VALUE: Mapping[str, Callable[[RegisterRow], object]] = {
    "judul": lambda row: fold(row.summary.judul),
    "status": lambda row: row.condition.status,
    "berakhir": _end,
    "tenggat": _due,
    "mulai": lambda row: row.summary.first_day or date.max,
}
"""What each of `ORDER` but the usual one sorts by."""
