"""Between an agreement's files and the workers: files read into jobs, results written.

What was written is told as a result and, for the index, as a row.
"""

import errno
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from notakesepakatan.errors import CannotRead, NotaError
from notakesepakatan.press.batch import explain
from notakesepakatan.press.planning import Plan, Result
from notakesepakatan.press.row import Row, Written, fingerprint_of, state
from notakesepakatan.workspace import LastWrite, Workspace
from notakesepakatan.workspace.contents import content_hash, hash_of
from notakesepakatan.workspace.save import save
from notakesepakatan.workspace.state import FileState

if TYPE_CHECKING:
    from notakesepakatan.press.job import Job, Rendered


def read_jobs(plan: Plan, engine: Mapping[str, str] | None = None) -> "Iterator[Job]":
    """A job for each agreement, its files read when it is asked for.

    Args:
        plan: what there is to do.
        engine: what makes bytes here, where another machine does it.
    """
    from notakesepakatan.load.seal import unlike_the_trail
    from notakesepakatan.press.job import Job, not_composed

    order = replace(plan.order, to=None)
    written = plan.workspace.written() if plan.needed else {}
    for slug in plan.needed:
        read_at = time.time_ns()
        files_state, files, unreadable = _read(plan.workspace, slug)
        # Asked here, where the trail lies: a worker has the files alone.
        if files and (changed := unlike_the_trail(plan.workspace, slug)):
            files, unreadable = {}, not_composed(slug, changed[0])
        yield Job(
            slug,
            order,
            str(plan.workspace.root),
            files,
            plan.common,
            plan.environment,
            _known(plan, slug),
            files_state,
            read_at,
            unreadable,
            engine or {},
            _written(files, written),
        )


def _written(
    files: Mapping[str, bytes], written: Mapping[str, LastWrite]
) -> dict[str, LastWrite]:
    """Who wrote these files, as far as the trail knows their bytes."""
    hashes = {hash_of(content) for content in files.values()} if written else set()
    return {one: written[one] for one in hashes & written.keys()}


def _known(plan: Plan, slug: str) -> dict[str, str]:
    """What the files that lie there were made of."""
    row = plan.rows.get(slug)
    if row is None or plan.force:
        return {}
    there = row.lying(str(plan.folder(slug)))
    return {name: written.trail for name, written in there.items()}


def _read(workspace: Workspace, slug: str) -> tuple[FileState, dict[str, bytes], str]:
    """The files of an agreement with their state, or why they cannot be read."""
    problem: NotaError
    try:
        files_state = workspace.state(slug)
        if files_state:
            files = workspace.read_kesepakatan(slug, files_state)
            return files_state, files, ""
        problem = CannotRead(workspace.missing_file(slug), OSError(errno.ENOENT, ""))
    except NotaError as cause:
        problem = cause
    except OSError as cause:
        problem = CannotRead(workspace.folder(slug), cause)
    return FileState("", 0), {}, str(problem)


def keep(plan: Plan, job: "Job", rendered: "Rendered") -> tuple[Result, Row | None]:
    """Write what was rendered; a row only where nothing went wrong."""
    folder = plan.folder(job.slug)
    row = plan.rows.get(job.slug)
    paths = list[Path]()
    files = dict[str, Written]()
    problem = rendered.problem
    try:
        for name, trail, content in rendered.files:
            path = folder / name
            if content is None and row:
                fingerprint = row.files[name].fingerprint
            else:
                save(path, content or b"", within=plan.within)
                paths.append(path)
                fingerprint = fingerprint_of(content or b"")
            files[name] = Written(trail, fingerprint, state(str(path)))
    except (NotaError, OSError) as cause:
        problem = explain(cause)
    current = len(files) - len(paths)
    result = Result(job.slug, tuple(paths), current, problem, rendered.faults)
    if problem:
        return result, None
    new = _new_row(plan, job, files, rendered.faults)
    return replace(result, stale=_stale(folder, row, new)), new


def _stale(folder: Path, before: Row | None, now: Row) -> tuple[Path, ...]:
    """The files of an earlier run that lie there still."""
    gone = [folder / name for name in no_more(before, now.files, now.format)]
    return tuple(path for path in gone if path.exists())


def _new_row(plan: Plan, job: "Job", files: dict[str, Written], faults: int) -> Row:
    """What the index is to know of an agreement that was rendered."""
    row = plan.rows.get(job.slug)
    trail = content_hash(job.files)
    formats = plan.order.format
    same = row and (row.trail, row.environment) == (trail, job.environment)
    if row and same and not plan.force:
        # The same in other formats than before: what was there stays known.
        files = {**row.files, **files}
        formats = tuple(sorted({*row.format, *formats}))
    return Row(
        job.state.text, job.read_at, trail, job.environment, formats, files, faults
    )


def no_more(
    row: Row | None, files: Mapping[str, Written], formats: Sequence[str]
) -> list[str]:
    """Files of an earlier run whose document was not made now.

    Though a format that it came in then was asked for.
    """
    before = row.files if row else {}
    asked_for = {*formats, "xlsx"} if "docx" in formats else {*formats}
    missing = [name for name in before if name not in files]
    gone = {
        document
        for document, _, suffix in (name.rpartition(".") for name in missing)
        if suffix in asked_for
    }
    return [name for name in missing if name.rpartition(".")[0] in gone]
