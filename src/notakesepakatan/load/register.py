"""A workspace in, every agreement of it with its events as `Summary` out.

By way of an index that can be thrown away: one row an agreement, which holds the state
of its files (`FileState`), the hash of their bytes, and the summary or the findings.
Where the state differs, or a file is so young that its time may not tell two changes
apart, the hash decides.
"""

import json
import time
from dataclasses import dataclass, fields
from typing import NamedTuple

from notakesepakatan.compute.time.register import Summary
from notakesepakatan.errors import CannotRead, NotaError
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.peraturan import laws_fingerprint
from notakesepakatan.load.seal import SealState
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.index import shape
from notakesepakatan.workspace.last_states import fingerprint
from notakesepakatan.workspace.state import FileState

_TABLE = "register"


@dataclass(frozen=True)
class Registered:
    """One agreement.

    Attributes:
        slug: its slug.
        summary: its summary, as far as its adenda can be read; None where its own file or
            an event is wrong.
        problem: what is wrong with its files.
        seal: whether its signed texts are still what was sealed.
        broken_seals: what is to be said of those that are not.
    """

    slug: str
    summary: Summary | None
    problem: str = ""
    seal: SealState = ""
    broken_seals: tuple[str, ...] = ()

    @property
    def messages(self) -> tuple[str, ...]:
        """All that is wrong with it, each with its slug or file."""
        of_files = (self.problem,) if self.problem else ()
        return (*of_files, *(f"{self.slug}: {each}" for each in self.broken_seals))


def load_register(opened: Opened) -> list[Registered]:
    """All agreements by slug.

    One that is wrong is reported in its place; the others are served all the same.

    Raises:
        CannotRead: the folder of agreements itself.
    """
    # Taken first, so that no file counts as settled which changes while others are read.
    read = time.time_ns()
    workspace = opened.workspace
    known = workspace.read_index(_TABLE)
    told = workspace.last_states.all()
    form = _form(opened)
    result = list[Registered]()
    new = list[tuple[str, str]]()
    for slug, state in workspace.scan_known():
        row = _row(slug, known[slug], form) if slug in known else None
        look = _Look(state, fingerprint(told.get(slug, {})), read)
        if row and row.is_of(look):
            result.append(row.registered)
            continue
        now = _look(opened, slug, look, row)
        result.append(now.registered)
        # No other can be an agreement.
        if slug.isascii():
            new.append((slug, now.to_json(form)))
    gone = known.keys() - {registered.slug for registered in result}
    if new or gone:
        workspace.write_index(_TABLE, new, gone)
    return result


class _Look(NamedTuple):
    """What an agreement is read by.

    Attributes:
        state: the state of its files.
        told: what the trail says of its seal and events, as a fingerprint.
        read: when that was looked at, nanoseconds since the epoch.
    """

    state: FileState
    told: str
    read: int


class _Row(NamedTuple):
    """What the index knows of one agreement.

    Attributes:
        state: the state of its files when they were read.
        told: what the trail said of its seal and events, as a fingerprint.
        read: when that was, nanoseconds since the epoch.
        digest: their hash; empty where one could not be read.
        registered: what they said.
    """

    state: str
    told: str
    read: int
    digest: str
    registered: Registered

    def is_of(self, look: _Look) -> bool:
        """Whether the files are surely those that were read, and the trail says the same."""
        is_same = self.state == look.state.text and self.told == look.told
        return is_same and look.state.settled(self.read)

    def to_json(self, form: str) -> str:
        registered = self.registered
        summary = registered.summary
        row = (
            form,
            self.state,
            self.told,
            self.read,
            self.digest,
            summary.data() if summary else None,
            registered.problem,
            registered.seal,
            registered.broken_seals,
        )
        return json.dumps(row, default=str)


_FORM = shape(
    *_Row._fields,
    *(field.name for field in fields(Registered)),
    *(field.name for field in fields(Summary)),
)


def _form(opened: Opened) -> str:
    """The form of a row; what it says of laws is as old as the tables it was made by."""
    return f"{_FORM}:{laws_fingerprint(opened.common or opened.workspace.root)}"


def _row(slug: str, content: str, expected: str) -> _Row | None:
    """A row as it was written; None for any other."""
    try:
        form, *known, data, problem, seal, broken = json.loads(content)
        if form != expected:
            return None
        summary = Summary.from_data(data) if data else None
        registered = Registered(slug, summary, problem, seal, tuple(broken))
        state, told, read, digest = known
        return _Row(state, told, int(read), digest, registered)
    except Exception:  # the index is never the truth, whatever stands in it
        return None


def _look(opened: Opened, slug: str, look: _Look, before: _Row | None) -> _Row:
    """What an agreement says now; what it said before, where its bytes are the same."""
    digest = _hash(opened.workspace, slug, look.state)
    is_same = before and digest and before.digest == digest
    if before and is_same and before.told == look.told:
        registered = before.registered
    else:
        registered = load_one(opened, slug)
    return _Row(look.state.text, look.told, look.read, digest, registered)


def _hash(workspace: Workspace, slug: str, state: FileState) -> str:
    """Hash of its files; empty where one cannot be read."""
    try:
        return workspace.hash(slug, state)
    except NotaError:
        return ""


def load_one(opened: Opened, slug: str) -> Registered:
    """One agreement, straight from its files."""
    try:
        summary, problem = opened.readable_summary(slug)
        seals = opened.readable_seals(slug)
        return Registered(slug, summary, problem, seals.state, seals.problems)
    except NotaError as cause:
        return Registered(slug, None, str(cause))
    except OSError as cause:
        folder = opened.workspace.folder(slug)
        return Registered(slug, None, str(CannotRead(folder, cause)))
