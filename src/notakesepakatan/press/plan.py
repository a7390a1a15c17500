"""What there is to do: agreements whose documents lie as they were written are left alone, unread.

The index keeps, for each agreement, what its files were when it was rendered and of what each document was made. Thrown
away, everything is made again. Nothing heavy is imported here: most often there is nothing to do.
"""

import json
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from hashlib import sha256
from pathlib import Path

from notakesepakatan.errors import CannotRead, NotaError
from notakesepakatan.press.environment import environment
from notakesepakatan.press.order import Order
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.index import shape
from notakesepakatan.workspace.layout import check_slug
from notakesepakatan.workspace.state import FileState
from notakesepakatan.workspace.workspace import NoSuchKesepakatan

Common = tuple[tuple[str, bytes], ...]
"""Path and bytes of each file that all agreements of a workspace share."""
Catatan = tuple[str, str, list[int]]
"""What is known of a document: hash of what it was made of, hash of its bytes, its state as it was written."""


@dataclass(frozen=True)
class Result:
    """What became of one agreement: files written, how many were there already, what went wrong, if anything."""

    slug: str
    file: tuple[Path, ...] = ()
    current: int = 0
    problem: str = ""
    temuan: int = 0
    """Findings of level galat that stand in the text in force, spelling left aside."""
    stale: tuple[Path, ...] = ()
    """Files of earlier runs that are there still and that it has no more."""


@dataclass(frozen=True)
class Row:
    """What the index knows of one agreement.

    Attributes:
        tanda: its files when they were read.
        read: when that was, nanoseconds.
        trail: hash of their bytes.
        environment: hash of all else its documents depend on.
        format: endings that were wanted.
        file: each file by name.
        temuan: faults of the text in force.
    """

    tanda: str
    read: int
    trail: str
    environment: str
    format: Sequence[str]
    file: Mapping[str, Catatan]
    temuan: int

    def to_json(self) -> str:
        """As the index keeps it."""
        return json.dumps([_FORM, *(getattr(self, field) for field in _FIELD)])

    def lying(self, folder: str) -> dict[str, Catatan]:
        """The files that lie in the folder as they were written, with their state as it is now."""
        ada = dict[str, Catatan]()
        for name, (trail, fingerprint, state) in self.file.items():
            now = lies(f"{folder}{os.sep}{name}", fingerprint, state)
            if now:
                ada[name] = (trail, fingerprint, now)
        return ada


_FIELD = tuple(field.name for field in fields(Row))
_FORM = shape(*_FIELD)
_FIELD_KINDS = [str, str, int, str, str, list, dict, int]
_NOTE_KINDS = [str, str, list]


def read_row(content: str) -> Row | None:
    """A row as `to_json` wrote it; None for any other."""
    try:
        field = json.loads(content)
    except (TypeError, ValueError):
        return None
    if (
        type(field) is not list
        or [*map(type, field)] != _FIELD_KINDS
        or field[0] != _FORM
    ):
        return None
    if any(
        type(one) is not list or [*map(type, one)] != _NOTE_KINDS
        for one in field[6].values()
    ):
        return None
    return Row(*field[1:])


@dataclass(frozen=True)
class Plan:
    """What there is to do.

    Attributes:
        workspace: the workspace.
        order: what is wanted.
        common: the workspace's common files.
        environment: hash of all that documents depend on besides an agreement's own files.
        current: agreements that are up to date.
        failed: those that cannot be found.
        needed: those to be rendered.
        rows: what the index knows of these.
        fresh: rows of what is up to date though its files look otherwise than when they were read.
        gone: agreements that are no more, with their documents that are there still.
        force: everything anew.
    """

    workspace: Workspace
    order: Order
    common: Common
    environment: str
    current: tuple[Result, ...]
    failed: tuple[Result, ...]
    needed: tuple[str, ...]
    rows: Mapping[str, Row]
    fresh: Mapping[str, Row] = field(default_factory=dict)
    gone: tuple[Result, ...] = ()
    force: bool = False

    def folder(self, slug: str) -> Path:
        """Where the documents of an agreement go."""
        return self.workspace.documents(slug, self.order.to)

    def remember(self, new: Mapping[str, Row], gone: Sequence[str] = ()) -> None:
        """Keep what was just made in the index, and forget agreements that are no more."""
        if new or gone:
            content = [(slug, row.to_json()) for slug, row in new.items()]
            table = _table(self.workspace, self.order)
            self.workspace.write_index(table, content, gone)

    def settle(self) -> None:
        """Bring the index up to what was found without rendering; for who tells of `gone`."""
        self.remember(self.fresh, [one.slug for one in self.gone])


def plan(
    workspace: Workspace, slugs: Sequence[str], order: Order, *, force: bool = False
) -> Plan:
    """Look at the files of every agreement: only where something changed is there work.

    Args:
        workspace: the workspace.
        slugs: slugs; none: all.
        order: what is wanted.
        force: everything anew.

    Raises:
        CannotRead, PointsOutside: agreements/, or a file that all share.
    """
    common, now = tuple(workspace.read_common()), time.time_ns()
    environment_, known = (
        environment(common),
        workspace.read_index(_table(workspace, order)),
    )
    current, failed, needed = list[Result](), list[Result](), list[str]()
    rows, fresh = dict[str, Row](), dict[str, Row]()
    for slug, mark in _signed(workspace, slugs):
        row = read_row(known.pop(slug)) if slug in known else None
        if (
            row
            and mark
            and not force
            and row.environment == environment_
            and {*order.format} <= {*row.format}
        ):
            new = _still(workspace, slug, mark, row, order, now)
            if new:
                current.append(Result(slug, current=len(row.file), temuan=row.temuan))
                if new is not row:
                    fresh[slug] = new
                continue
        if problem := _missing(workspace, slug, mark):
            failed.append(Result(slug, problem=problem))
            continue
        needed.append(slug)
        if row:
            rows[slug] = row
    gone = () if slugs else tuple(_gone(order.to or workspace.output, known))
    return Plan(
        workspace,
        order,
        common,
        environment_,
        tuple(current),
        tuple(failed),
        tuple(needed),
        rows,
        fresh,
        gone,
        force,
    )


def _signed(
    workspace: Workspace, slugs: Sequence[str]
) -> Iterator[tuple[str, FileState | None]]:
    """Slugs with the state of their files; None for one that is not there."""
    if not slugs:
        yield from workspace.scan()
    for slug in dict.fromkeys(slugs):
        try:
            yield slug, workspace.state(check_slug(slug))
        except (NotaError, OSError):
            yield slug, None


def _missing(workspace: Workspace, slug: str, mark: FileState | None) -> str:
    """Why an agreement cannot be rendered, as far as it is known without reading it."""
    try:
        workspace.file(slug)
    except NoSuchKesepakatan as cause:
        return (
            "" if mark else str(cause)
        )  # something of that name is there; reading it tells what
    except NotaError as cause:
        return str(cause)
    except OSError as cause:
        return str(CannotRead(workspace.folder(slug), cause))
    return ""


def _gone(folder: Path, rest: Mapping[str, str]) -> Iterator[Result]:
    """What the index knows of agreements that are no more."""
    for slug, content in rest.items():
        row = read_row(content)
        file = (folder / slug / name for name in (row.file if row else ()))
        yield Result(slug, stale=tuple(one for one in file if os.path.lexists(one)))


def _table(workspace: Workspace, order: Order) -> str:
    """Orders that write the same files have their rows in the same table of the index; format is a matter of the row."""
    to = str((order.to or workspace.output).resolve())
    return "susun " + json.dumps((to, order.rangkap, sorted(order.document)))


def _still(
    workspace: Workspace, slug: str, mark: FileState, row: Row, order: Order, now: int
) -> Row | None:
    """The row, brought up to how the files look now, where all of them are as they were; None where one is not."""
    same = row.tanda == mark.teks and mark.settled(row.read)
    if not same:
        try:
            if workspace.hash(slug, mark) != row.trail:
                return None
        except NotaError:
            return None
    ada = row.lying(str(workspace.documents(slug, order.to)))
    if len(ada) < len(row.file):
        return None
    if (same or not mark.settled(now)) and all(
        ada[name][2] == catatan[2] for name, catatan in row.file.items()
    ):
        return row
    return replace(row, tanda=mark.teks, read=now, file=ada)


def state(path: str) -> list[int]:
    """Size, time of the content, time of the entry, inode: what differs when a file was written to."""
    k = os.stat(path)  # noqa: PTH116 - a Path for each of 30,000 files costs more than the question
    return [k.st_size, k.st_mtime_ns, k.st_ctime_ns, k.st_ino]


def lies(path: str, fingerprint_: str, state_: Sequence[int]) -> list[int] | None:
    """The state of a file that is there as it was written, by its state or else by its bytes; None where it is not."""
    try:
        now = state(path)
        if now == state_ or (
            now[0] == state_[0] and fingerprint(Path(path).read_bytes()) == fingerprint_
        ):
            return now
    except (OSError, IndexError):
        pass
    return None


def fingerprint(content: bytes) -> str:
    """Hash of a document's bytes."""
    return sha256(content).hexdigest()[:32]
