"""A plan in; documents in their folders out, with what became of each agreement.

They are made by this process, by many, or by a cluster. Only this one writes files.
"""

from collections.abc import Generator, Iterator
from concurrent.futures import BrokenExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from notakesepakatan.press.batch import PATIENCE, Failed, Workers, explain, run_jobs
from notakesepakatan.press.cluster import cluster
from notakesepakatan.press.environment import likeness
from notakesepakatan.press.keep import keep, read_jobs
from notakesepakatan.press.planning import Plan, Result
from notakesepakatan.press.processes import (
    Typesetter,
    cores,
    processes,
    start_typesetter,
)
from notakesepakatan.press.row import Row
from notakesepakatan.press.stop import Stop

if TYPE_CHECKING:
    from notakesepakatan.press.job import Job, Rendered

_REMEMBER_EVERY = 100
_FEW = 6
"""Fewer agreements than this are done sooner than a second process is ready."""
_JOBS_EACH = 8
"""Under way or waiting for each worker: enough that none is idle while one is slow."""


@dataclass(frozen=True)
class Manner:
    """How it is done.

    Attributes:
        process: processes of this machine; None: as many as it has processors, where
            that pays. A program of several threads says how many.
        cluster: address of a Dask scheduler, which does it instead.
        stop: tells when to stop.
        patience: seconds without any document done before a worker of this machine is
            given up.
    """

    process: int | None = None
    cluster: str = ""
    stop: Stop = field(default_factory=Stop)
    patience: float = PATIENCE


def susun(plan: Plan, manner: Manner | None = None) -> Generator[Result, None, None]:
    """Do what is planned; one agreement that fails does not stop the others.

    What is finished when the caller stops asking is whole and known to the index.

    Raises:
        FaultyNaskah: the workspace's settings are wrong, before anything is written.
        FaultyCluster: the cluster cannot be used.
        NoWorkers: no process can be had.
        NoHeadway: processes can be had, and stall.
        KeyboardInterrupt: `stop` says so.
    """
    manner = manner or Manner()
    stop = manner.stop
    new: dict[str, Row] = dict(plan.fresh)
    try:
        for job, rendered in _rendered(plan, manner):
            with stop.held():
                result, row = keep(plan, job, rendered)
                if row:
                    new[job.slug] = row
                if len(new) >= _REMEMBER_EVERY:
                    plan.remember(new)
                    new.clear()
            yield result
            stop.check()
    finally:
        with stop.held():
            plan.remember(new)


def _rendered(plan: Plan, manner: Manner) -> "Iterator[tuple[Job, Rendered]]":
    """Every job with what became of it, in the order of the plan."""
    if not plan.needed:
        return
    with ExitStack() as stack:
        alone = _is_done_alone(plan, manner)
        typesetter: Typesetter | None = None
        if alone and manner.process is None and "pdf" in plan.order.format:
            # Forked before anything heavy is imported, so that both import at once.
            typesetter = start_typesetter(manner.patience)
            if typesetter:
                stack.enter_context(typesetter.pool)
        _check_pengaturan(plan)
        if alone:
            yield from _done_here(plan, manner.stop, typesetter)
            return
        workers = stack.enter_context(_workers(manner, len(plan.needed)))
        yield from _done_elsewhere(plan, manner, workers)


def _is_done_alone(plan: Plan, manner: Manner) -> bool:
    """Whether this process does it itself."""
    if manner.cluster:
        return False
    count = len(plan.needed)
    if manner.process is None:
        return count < _FEW
    return manner.process == 1 or count == 1


def _check_pengaturan(plan: Plan) -> None:
    """What is wrong in the settings is said once, before anything is made.

    Raises:
        FaultyNaskah: something is.
    """
    from notakesepakatan.press.job import pengaturan_of

    pengaturan_of(plan.common, str(plan.workspace.root))


def _done_here(
    plan: Plan, stop: Stop, typesetter: Typesetter | None
) -> "Iterator[tuple[Job, Rendered]]":
    from notakesepakatan.compose.bounds import asking
    from notakesepakatan.press import job as jobs

    for job in read_jobs(plan):
        with stop.held(), asking(stop.check):
            try:
                rendered = jobs.perform(job, typesetter)
            except Exception as cause:  # this job's failure and no other's
                if isinstance(cause, BrokenExecutor):
                    typesetter = None
                rendered = _not_rendered(job, explain(cause))
        yield job, rendered


def _done_elsewhere(
    plan: Plan, manner: Manner, workers: Workers
) -> "Iterator[tuple[Job, Rendered]]":
    from notakesepakatan.press.job import perform

    engine = likeness() if manner.cluster else {}
    for job, result in run_jobs(read_jobs(plan, engine), perform, workers):
        if isinstance(result, Failed):
            result = _not_rendered(job, str(result))
        yield job, result


def _not_rendered(job: "Job", why: str) -> "Rendered":
    from notakesepakatan.press.job import Rendered

    return Rendered(problem=f"{job.slug}: gagal disusun: {why}")


@contextmanager
def _workers(manner: Manner, count: int) -> Iterator[Workers]:
    """Who does so many jobs."""
    if manner.cluster:
        with cluster(manner.cluster) as joined:
            yield joined.workers(joined.threads * _JOBS_EACH)
        return
    number = min(manner.process or cores(), count)
    start = partial(processes, number)
    yield Workers(start, number * _JOBS_EACH, manner.patience)
