"""A workspace and what is wanted of it in; what there is to do out.

Agreements whose documents lie as they were written are left alone, unread. The index
keeps, for each agreement, what its files were when it was rendered and of what each
document was made; thrown away, everything is made again. Nothing heavy is imported here:
most often there is nothing to do (row "10,000 agreements" of docs/benchmark.md).
"""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from notakesepakatan.errors import CannotRead, NotaError
from notakesepakatan.press.environment import environment
from notakesepakatan.press.order import Order
from notakesepakatan.press.row import Row, read_row
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.layout import InvalidSlug, check_slug
from notakesepakatan.workspace.state import FileState

Common = tuple[tuple[str, bytes], ...]
"""Path and bytes of each file that all agreements of a workspace share."""


@dataclass(frozen=True)
class Result:
    """What became of one agreement.

    Attributes:
        slug: its name.
        files: those written.
        current: how many were there already.
        problem: what went wrong, if anything.
        faults: findings of level galat in the text in force, spelling left aside.
        stale: files of earlier runs that are there still and that it has no more.
    """

    slug: str
    files: tuple[Path, ...] = ()
    current: int = 0
    problem: str = ""
    faults: int = 0
    stale: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Plan:
    """What there is to do.

    Attributes:
        workspace: the workspace.
        order: what is wanted.
        common: the workspace's common files.
        environment: hash of all that documents depend on besides an agreement's files.
        current: agreements that are up to date.
        failed: those that cannot be found.
        needed: those to be rendered.
        rows: what the index knows of these.
        fresh: rows of what is up to date though its files look otherwise than when they
            were read.
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

    @property
    def within(self) -> Path | None:
        """The folder that no link may lead out of; none where another was asked for."""
        return None if self.order.to else self.workspace.root

    def folder(self, slug: str) -> Path:
        """Where the documents of an agreement go."""
        return self.workspace.documents(slug, self.order.to)

    def remember(self, new: Mapping[str, Row], gone: Sequence[str] = ()) -> None:
        """Keep what was just made in the index; forget agreements that are no more."""
        if new or gone:
            rows = [(slug, row.to_json()) for slug, row in new.items()]
            table = _table(self.workspace, self.order)
            self.workspace.write_index(table, rows, gone)

    def settle(self) -> None:
        """Bring the index up to what was found without rendering; `gone` was told of."""
        self.remember(self.fresh, [each.slug for each in self.gone])


def plan(
    workspace: Workspace, slugs: Sequence[str], order: Order, *, force: bool = False
) -> Plan:
    """Look at the files of every agreement: only where something changed is there work.

    Args:
        workspace: the workspace.
        slugs: agreements; none: all.
        order: what is wanted.
        force: everything anew.

    Raises:
        CannotRead, PointsOutside: agreements/, or a file that all share.
    """
    common = tuple(workspace.read_common())
    look = _Look(workspace, order, environment(common), force, time.time_ns())
    known = workspace.read_index(_table(workspace, order))
    current, failed, needed = list[Result](), list[Result](), list[str]()
    rows, fresh = dict[str, Row](), dict[str, Row]()
    for slug, state in _signed(workspace, slugs):
        row = read_row(known.pop(slug)) if slug in known else None
        still = look.still(slug, state, row)
        if still:
            result = Result(slug, current=len(still.files), faults=still.faults)
            current.append(result)
            if still is not row:
                fresh[slug] = still
        elif problem := _missing(workspace, slug, state):
            failed.append(Result(slug, problem=problem))
        else:
            needed.append(slug)
            if row:
                rows[slug] = row
    gone = () if slugs else tuple(_gone(workspace, order, known))
    return Plan(
        workspace,
        order,
        common,
        look.environment,
        tuple(current),
        tuple(failed),
        tuple(needed),
        rows,
        fresh,
        gone,
        force,
    )


@dataclass(frozen=True)
class _Look:
    """What all agreements are looked at with; `now` in nanoseconds."""

    workspace: Workspace
    order: Order
    environment: str
    force: bool
    now: int

    def still(self, slug: str, state: FileState | None, row: Row | None) -> Row | None:
        """The row, brought up to how the files look now; None where there is work."""
        if row is None or state is None or not self._serves(row):
            return None
        unchanged = _is_as_read(row, state)
        if not unchanged and not self._same_content(slug, state, row):
            return None
        folder = self.workspace.documents(slug, self.order.to)
        there = row.lying(str(folder))
        if len(there) < len(row.files):
            return None
        now = replace(row, state=state.text, read_at=self.now, files=there)
        if row.files != there:
            return now
        return row if unchanged or not state.settled(self.now) else now

    def _serves(self, row: Row) -> bool:
        """Whether what was made then is what is wanted now."""
        same = not self.force and row.environment == self.environment
        return same and {*self.order.format} <= {*row.format}

    def _same_content(self, slug: str, state: FileState, row: Row) -> bool:
        try:
            return self.workspace.hash(slug, state) == row.trail
        except NotaError:
            return False


def _is_as_read(row: Row, state: FileState) -> bool:
    """Whether the files look as they did when they were read."""
    return row.state == state.text and state.settled(row.read_at)


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


def _missing(workspace: Workspace, slug: str, state: FileState | None) -> str:
    """Why an agreement cannot be rendered, as far as is known without reading it."""
    try:
        workspace.file(slug)
    except InvalidSlug as cause:
        return str(cause)
    except NotaError as cause:
        # Where something of that name is there, reading it tells what.
        return "" if state else str(cause)
    except OSError as cause:
        return str(CannotRead(workspace.folder(slug), cause))
    return ""


def _gone(
    workspace: Workspace, order: Order, known: Mapping[str, str]
) -> Iterator[Result]:
    """What the index knows of agreements that are no more."""
    for slug, content in known.items():
        row = read_row(content)
        folder = workspace.documents(slug, order.to)
        files = [folder / name for name in (row.files if row else ())]
        there = tuple(file for file in files if file.exists() or file.is_symlink())
        yield Result(slug, stale=there)


def _table(workspace: Workspace, order: Order) -> str:
    """The index's table for an order; format is a matter of the row.

    Orders that write the same files have their rows in the same table.
    """
    to = str((order.to or workspace.output).resolve())
    return "susun " + json.dumps((to, order.rangkap, sorted(order.document)))
