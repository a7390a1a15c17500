"""Documents of one or of thousands of agreements, made by this process, by many, or by a cluster."""

import errno
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from notakesepakatan.errors import CannotRead, NotaError
from notakesepakatan.press.batch import Failed, explain, run_jobs
from notakesepakatan.press.cluster import cluster
from notakesepakatan.press.environment import likeness
from notakesepakatan.press.plan import Catatan, Plan, Result, Row, fingerprint, state
from notakesepakatan.press.processes import cores, press, processes
from notakesepakatan.press.stop import Stop
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.contents import content_hash
from notakesepakatan.workspace.save import save
from notakesepakatan.workspace.state import FileState

if TYPE_CHECKING:
    from notakesepakatan.press.job import Job, Rendered

_REMEMBER_EVERY = 100
_FEW = 6
"""Fewer agreements than this are done sooner than a second process is ready."""
_QUEUE = 8
"""Jobs under way or waiting for each worker: enough that none is idle while one is slow."""


@dataclass(frozen=True)
class Manner:
    """How it is done.

    Attributes:
        process: processes of this machine; None: as many as it has processors, where that pays. A program of several
            threads says how many.
        cluster: address of a Dask scheduler, which does it instead.
        stop: tells when to stop.
    """

    process: int | None = None
    cluster: str = ""
    stop: Stop = field(default_factory=Stop)


def compose(kerja: Plan, cara: Manner | None = None) -> Generator[Result, None, None]:
    """Do what is planned; one agreement that fails does not stop the others.

    What is finished when the caller stops asking is whole and known to the index.

    Raises:
        FaultyNaskah: the workspace's settings are wrong, before anything is written.
        FaultyCluster: the cluster cannot be used.
        NoWorkers: no process can be had.
        KeyboardInterrupt: `stop` says so.
    """
    cara, new = cara or Manner(), dict(kerja.fresh)
    try:
        for job, made in _rendered(kerja, cara) if kerja.needed else ():
            with cara.stop.held():
                result, row = _keep(kerja, job, made)
                if row:
                    new[job.slug] = row
                if len(new) >= _REMEMBER_EVERY:
                    kerja.remember(new)
                    new.clear()
            yield result
            cara.stop.check()
    finally:
        with cara.stop.held():
            kerja.remember(new)


def _rendered(kerja: Plan, cara: Manner) -> "Iterator[tuple[Job, Rendered]]":
    """Every job with what became of it, in the order of the plan."""
    count = len(kerja.needed)
    few = not cara.cluster and (
        cara.process == 1 or count == 1 or (cara.process is None and count < _FEW)
    )
    with ExitStack() as stack:
        # Forked before anything heavy is imported here, so that both import at the same time.
        printer = (
            press()
            if few and cara.process is None and "pdf" in kerja.order.format
            else None
        )
        if printer:
            stack.enter_context(printer)
        from notakesepakatan.press.job import Rendered, perform, settings

        # What is wrong in the settings is said once, before anything is made.
        settings(kerja.common, str(kerja.workspace.root))
        if few:
            for job in _jobs(kerja):
                with cara.stop.held():
                    try:
                        made = perform(job, printer)
                    except Exception as cause:  # this job's failure and no other's
                        printer = None if isinstance(cause, BrokenExecutor) else printer
                        made = Rendered(
                            problem=f"{job.slug}: gagal disusun: {explain(cause)}"
                        )
                yield job, made
            return
        make, worker = _executor(cara, count, stack)
        jobs = _jobs(kerja, likeness() if cara.cluster else {})
        for job, result in run_jobs(jobs, perform, make, worker * _QUEUE):
            yield (
                job,
                Rendered(problem=f"{job.slug}: gagal disusun: {result}")
                if isinstance(result, Failed)
                else result,
            )


def _executor(
    cara: Manner, count: int, stack: ExitStack
) -> tuple[Callable[[], Executor], int]:
    """What makes an executor, and how many workers it has."""
    if cara.cluster:
        pool, worker = stack.enter_context(cluster(cara.cluster))
        return (lambda: pool), worker
    process = min(cara.process or cores(), count)
    return partial(processes, process), process


def _jobs(kerja: Plan, engine: Mapping[str, str] | None = None) -> "Iterator[Job]":
    """A job for each agreement, its files read when it is asked for."""
    from notakesepakatan.press.job import Job

    workspace = kerja.workspace
    for slug in kerja.needed:
        read = time.time_ns()
        mark, file, galat = _read(workspace, slug)
        row = None if kerja.force else kerja.rows.get(slug)
        known = (
            {
                name: trail
                for name, (trail, _, _) in row.lying(str(kerja.folder(slug))).items()
            }
            if row
            else {}
        )
        yield Job(
            slug,
            replace(kerja.order, to=None),
            str(workspace.root),
            file,
            kerja.common,
            kerja.environment,
            known,
            mark,
            read,
            galat,
            engine or {},
        )


def _read(workspace: Workspace, slug: str) -> tuple[FileState, dict[str, bytes], str]:
    """The files of an agreement with their state, or why they cannot be read."""
    try:
        mark = workspace.state(slug)
        if mark:
            return mark, workspace.read_agreement(slug, mark), ""
        galat: NotaError = CannotRead(
            workspace.missing_file(slug), OSError(errno.ENOENT, "")
        )
    except NotaError as cause:
        galat = cause
    except OSError as cause:
        galat = CannotRead(workspace.folder(slug), cause)
    return FileState("", 0), {}, str(galat)


def _keep(kerja: Plan, job: "Job", made: "Rendered") -> tuple[Result, Row | None]:
    """Write what was made; what the index is to know of it, unless something went wrong."""
    folder, row, problem = (
        kerja.folder(job.slug),
        kerja.rows.get(job.slug),
        made.problem,
    )
    tertulis, file = list[Path](), dict[str, Catatan]()
    try:
        for name, trail, content in made.files:
            if content is None and row:
                fingerprint_ = row.file[name][1]
            else:
                save(folder / name, content or b"")
                tertulis.append(folder / name)
                fingerprint_ = fingerprint(content or b"")
            file[name] = (trail, fingerprint_, state(str(folder / name)))
    except (NotaError, OSError) as cause:
        problem = explain(cause)
    result = Result(
        job.slug, tuple(tertulis), len(file) - len(tertulis), problem, made.temuan
    )
    if problem:
        return result, None
    trail, format_ = content_hash(job.file), kerja.order.format
    if (
        row
        and not kerja.force
        and (row.trail, row.environment) == (trail, job.environment)
    ):
        # The same agreement in other formats than before: what was there stays known.
        file, format_ = {**row.file, **file}, tuple(sorted({*row.format, *format_}))
    stale = tuple(
        folder / name
        for name in _no_more(row, file, format_)
        if (folder / name).exists()
    )
    return replace(result, stale=stale), Row(
        job.tanda.teks,
        job.read,
        trail,
        job.environment,
        format_,
        file,
        made.temuan,
    )


def _no_more(
    row: Row | None, file: Mapping[str, Catatan], format_: Sequence[str]
) -> list[str]:
    """Files of an earlier run whose document was not made now, though a format that it came in then was asked for."""
    before = row.file if row else {}
    suffix = {*format_, "xlsx"} if "docx" in format_ else {*format_}
    gone = {
        name.rpartition(".")[0]
        for name in before
        if name not in file and name.rpartition(".")[2] in suffix
    }
    return [
        name for name in before if name not in file and name.rpartition(".")[0] in gone
    ]
