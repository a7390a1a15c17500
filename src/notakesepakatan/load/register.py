"""Every agreement of a workspace as `Summary`, from an index that can be thrown away.

One row an agreement: the signature of its files (`FileState`), the hash of their bytes, and the
summary or the findings. Where the signature differs, or a file is so young that its time may not
tell two changes apart, the hash decides.
"""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import NamedTuple

from notakesepakatan.compute.time.register import Summary
from notakesepakatan.errors import CannotRead, NotaError
from notakesepakatan.load.peristiwa import load_summary
from notakesepakatan.workspace.contents import content_hash, own_files
from notakesepakatan.workspace.folders import Workspace
from notakesepakatan.workspace.index import read_index, shape, write_index
from notakesepakatan.workspace.state import FileState, names, scan

_TABLE = "register"


@dataclass(frozen=True)
class Registered:
    """One agreement of the register: its summary, or what is wrong with its files."""

    slug: str
    summary: Summary | None
    problem: str = ""


def load_register(workspace: Workspace) -> list[Registered]:
    """All agreements by slug.

    One that is wrong is reported in its place; the others are served all the same.

    Raises:
        CannotRead: agreements/ itself.
    """
    known = read_index(workspace, _TABLE)
    registered, new_rows = list[Registered](), list[tuple[str, str]]()
    now = time.time_ns()
    for slug, state in _scan(workspace):
        row = _row(slug, known[slug]) if slug in known else None
        if row and row.signature == state.teks and state.settled(row.read):
            registered.append(row.registered)
            continue
        new_row = _renewed(workspace, slug, state, row, now)
        registered.append(new_row.registered)
        if slug.isascii():  # no other can be an agreement
            new_rows.append((slug, new_row.to_json()))
    gone = known.keys() - {agreement.slug for agreement in registered}
    if new_rows or gone:
        write_index(workspace, _TABLE, new_rows, gone)
    return registered


def _scan(workspace: Workspace) -> Iterator[tuple[str, FileState]]:
    try:
        yield from scan(workspace)
    except OSError as cause:
        raise CannotRead(workspace.agreements, cause) from None


class _Row(NamedTuple):
    """What the index knows of one agreement.

    Its files when they were read, when that was, their hash, and what they said.
    """

    signature: str
    read: int
    file_hash: str
    registered: Registered

    def to_json(self) -> str:
        summary = self.registered.summary
        data = summary.data() if summary else None
        row = (_SHAPE, *self[:3], data, self.registered.problem)
        return json.dumps(row, default=str)


def _renewed(
    workspace: Workspace, slug: str, state: FileState, row: _Row | None, now: int
) -> _Row:
    """The row of an agreement whose files may have changed; read only where they did."""
    file_hash = _hash(workspace, slug, state)
    if row and file_hash and row.file_hash == file_hash:
        return _Row(state.teks, now, file_hash, row.registered)
    return _Row(state.teks, now, file_hash, load_one(workspace, slug))


_SHAPE = shape(*_Row._fields, *(field.name for field in fields(Summary)))


def _row(slug: str, content: str) -> _Row | None:
    """A row as it was written; None for any other."""
    try:
        form, signature, read, file_hash, data, problem = json.loads(content)
        if form != _SHAPE:
            return None
        summary = Summary.from_data(data) if data else None
        registered = Registered(slug, summary, problem)
        return _Row(signature, int(read), file_hash, registered)
    except Exception:  # the index is never the truth, whatever stands in it
        return None


def _hash(workspace: Workspace, slug: str, state: FileState) -> str:
    """Hash of its files; empty where one cannot be read."""
    try:
        return content_hash(own_files(workspace, slug, names(state)))
    except NotaError:
        return ""


def load_one(workspace: Workspace, slug: str) -> Registered:
    """One agreement, straight from its files."""
    try:
        return Registered(slug, load_summary(workspace, slug))
    except NotaError as cause:
        return Registered(slug, None, str(cause))
    except OSError as cause:
        unreadable = CannotRead(workspace.agreements / slug, cause)
        return Registered(slug, None, str(unreadable))
