"""Jobs in, each with its result or its failure out, in the order asked.

Any `concurrent.futures.Executor` does them. It asks, waits and cancels; what stands here
is what it leaves to its users:

- thousands of jobs are not held in memory at once: so many are under way, no more
  (`Executor.map` asks for all of them first);
- a worker that dies breaks its whole pool, and which job killed it is not said;
- a worker that hangs is waited for without end.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any, NoReturn, TypeVar

from notakesepakatan.errors import NotaError, reason

J = TypeVar("J")
R = TypeVar("R")

DIED = (
    "pekerjanya mati sewaktu mengerjakannya "
    "(kehabisan memori, atau dihentikan dari luar)"
)
CUT_OFF = "klaster terputus"
_OF_DASK = {
    "KilledWorker": DIED,
    "CancelledError": CUT_OFF,
    "FutureCancelledError": CUT_OFF,
    "CommClosedError": CUT_OFF,
    "ClosedClientError": CUT_OFF,
}
"""What Dask's client says of a job by the exception's name; it need not be installed."""

PATIENCE = 600.0
"""Seconds without anything done before a worker is given up: hundreds of documents' time."""
_LOOK = 5.0
"""Seconds between two looks at whether all workers are alive while nothing is done."""
_STALLED_IN_A_ROW = 3
"""So many jobs that stall one after the other, each alone, are no fault of theirs."""
_DOES_NOT_START = (OSError, EOFError)
"""What is raised where the system gives no process, or the server of them is gone."""


class Failed(Exception):
    """A job that could not be done; `str()` says why."""


class CutOff(Failed):
    """Those that do the jobs are gone: neither this one nor any later one is done."""


class Stalled(BrokenExecutor):
    """Nothing was done for as long as there was patience: a worker makes no headway."""

    def __init__(self, patience: float) -> None:
        super().__init__(
            f"pekerjanya tidak maju selama {patience:.0f} detik sehingga dihentikan; "
            f"coba dengan --proses 1"
        )


class NoHeadway(NotaError):
    """Job after job stalls, each in a process of its own."""

    def __init__(self) -> None:
        super().__init__(
            f"Proses pembantu tidak maju pada {_STALLED_IN_A_ROW} kesepakatan "
            f"berturut-turut. Yang sudah selesai tersimpan; jalankan lagi dengan "
            f"--proses 1."
        )


class NoWorkers(NotaError):
    """No process can be had to do the work."""

    def __init__(self, cause: BaseException) -> None:
        why = reason(cause) if isinstance(cause, OSError) else "peladennya mati"
        super().__init__(
            f"Proses pembantu tidak dapat dijalankan ({why}). Yang sudah selesai "
            f"tersimpan; jalankan lagi, atau pakai --proses 1."
        )


def explain(cause: BaseException) -> str:
    """Why a job was not done, in the user's words as far as there are any."""
    kind = type(cause).__name__
    if kind in _OF_DASK:
        return _OF_DASK[kind]
    if isinstance(cause, Failed | NotaError | Stalled):
        return str(cause)
    if isinstance(cause, BrokenExecutor):
        return DIED
    if isinstance(cause, OSError):
        file = f": {cause.filename}" if cause.filename else ""
        return reason(cause) + file
    if isinstance(cause, MemoryError):
        return "kehabisan memori"
    return f"{kind}: {cause}"


def give_up(patience: float) -> NoReturn:
    """What processes of this machine are worth after so many silent seconds."""
    raise Stalled(patience)


@dataclass(frozen=True)
class Workers:
    """Who does jobs.

    Attributes:
        start: makes an executor.
        width: jobs under way or waiting to be taken; at least 1.
        patience: seconds without any job done, after which `silent` is asked.
        silent: returns where waiting on makes sense; else raises `Stalled`, of this
            executor, or `CutOff`, of all there will be.
    """

    start: Callable[[], Executor]
    width: int
    patience: float = PATIENCE
    silent: Callable[[float], None] = give_up


def result_of(
    pool: Executor,
    promise: Future[R],
    others: Iterable[Future[Any]],
    patience: float,
    silent: Callable[[float], None] = give_up,
) -> R:
    """What was promised, waited for as long as anything gets done.

    Args:
        pool: who promised it.
        promise: the one that is wanted.
        others: under way with the same workers; one of them done is headway too.
        patience: as of `Workers`.
        silent: likewise.

    Raises:
        BrokenExecutor: a worker is gone, and the pool does not know it.
        Stalled, CutOff: `silent` does.
        Exception: whatever the job raised.
    """
    waiting: set[Future[Any]] = {promise, *others}
    silent_for = 0.0
    while not promise.done():
        look = min(patience, _LOOK)
        done, waiting = wait(waiting, look, FIRST_COMPLETED)
        silent_for = 0.0 if done else silent_for + look
        if not done and _has_lost_one(pool) and not promise.done():
            raise BrokenExecutor(DIED)
        if silent_for >= patience:
            silent(patience)
            silent_for = 0.0
    return promise.result()


def _has_lost_one(pool: Executor) -> bool:
    """Whether a process of the pool is dead.

    The pool sees that itself, except where the process died while it was giving a result:
    half of one came, and the pool reads on for the other half.
    """
    return any(worker.exitcode is not None for worker in _workers(pool))


def _workers(pool: Executor) -> list[Any]:
    """The processes of a pool of this machine; none of any other."""
    return [*(getattr(pool, "_processes", None) or {}).values()]


def kill(pool: Executor) -> None:
    """End the processes of a pool, whatever they are at."""
    # Python 3.14 has `kill_workers` for it.
    for worker in _workers(pool):
        worker.kill()
    # Half of a result that never comes is waited for until nobody can write the rest.
    results = getattr(pool, "_result_queue", None)
    if results is not None:
        results._writer.close()
    pool.shutdown(wait=True, cancel_futures=True)


def hurry(pool: Executor) -> None:
    """Tell the processes of a pool that nobody waits for what takes them long."""
    if not hasattr(signal, "SIGUSR1"):
        return
    workers = getattr(pool, "_processes", None) or {}
    for process_id in [*workers]:
        with suppress(ProcessLookupError):
            os.kill(process_id, signal.SIGUSR1)


def run_jobs(
    jobs: Iterable[J], perform: Callable[[J], R], workers: Workers
) -> Iterator[tuple[J, R | Failed]]:
    """Do every job.

    When a pool breaks or stalls, what was under way is done again one by one, each in a
    pool of its own, so that the job which breaks its worker is known and the others are
    not lost.

    Args:
        jobs: what is to be done; taken as needed.
        perform: a function of a module, which any process can import.
        workers: who does it.

    Raises:
        NoWorkers: no executor can be made, or none that takes a job.
        NoHeadway: job after job stalls.
    """
    queue = iter(jobs)
    pool = _start(workers)
    under_way = deque[tuple[J, Future[R]]]()
    try:
        while True:
            for job in islice(queue, workers.width - len(under_way)):
                under_way.append((job, _submit(pool, perform, job)))
            if not under_way:
                return
            job, promise = under_way[0]
            others = [other for _, other in under_way][1:]
            try:
                done = _outcome(pool, promise, others, workers)
            except BrokenExecutor:
                left = [*under_way]
                under_way.clear()
                kill(pool)
                yield from _one_by_one(left, perform, workers)
                pool = _start(workers)
                continue
            except CutOff as cause:
                left_jobs = [*(job for job, _ in under_way), *queue]
                yield from ((job, cause) for job in left_jobs)
                return
            under_way.popleft()
            yield job, done
    finally:
        _dismiss(pool, [promise for _, promise in under_way])


def _dismiss(pool: Executor, promises: Sequence[Future[Any]]) -> None:
    """Leave a pool to end by itself, whose results nobody waits for any more."""
    for promise in promises:
        promise.cancel()
    if promises:
        hurry(pool)
    pool.shutdown(wait=False)


def _outcome(
    pool: Executor,
    promise: Future[R],
    others: Iterable[Future[Any]],
    workers: Workers,
) -> R | Failed:
    """What became of a job, as far as that is no matter of all of them.

    Raises:
        BrokenExecutor, CutOff: its pool is lost, or all there will be.
    """
    try:
        return result_of(pool, promise, others, workers.patience, workers.silent)
    except (BrokenExecutor, CutOff):
        raise
    except Exception as cause:  # this job's failure and no other's
        return Failed(explain(cause))


def _start(workers: Workers) -> Executor:
    """An executor, asked for twice: a server that was killed is started anew then."""
    try:
        return workers.start()
    except _DOES_NOT_START:
        pass
    try:
        return workers.start()
    except _DOES_NOT_START as cause:
        raise NoWorkers(cause) from None


def _submit(pool: Executor, perform: Callable[[J], R], job: J) -> Future[R]:
    """A promise, broken from the start where none can be asked for."""
    failure: Exception
    try:
        return pool.submit(perform, job)
    except CutOff as cause:
        failure = cause
    except (BrokenExecutor, *_DOES_NOT_START) as cause:
        failure = BrokenExecutor(str(cause))
    promise = Future[R]()
    promise.set_exception(failure)
    return promise


def _one_by_one(
    left: Iterable[tuple[J, Future[R]]], perform: Callable[[J], R], workers: Workers
) -> Iterator[tuple[J, R | Failed]]:
    """What was under way in a pool that broke; what was done before keeps its result."""
    stalled = 0
    for job, promise in left:
        if promise.done() and not promise.cancelled() and not promise.exception():
            yield job, promise.result()
            continue
        try:
            yield job, _alone(job, perform, workers)
            stalled = 0
        except Stalled as cause:
            yield job, Failed(str(cause))
            stalled += 1
        if stalled == _STALLED_IN_A_ROW:
            raise NoHeadway


def _alone(job: J, perform: Callable[[J], R], workers: Workers) -> R | Failed:
    """One job in a pool of its own."""
    with _start(workers) as pool:
        try:
            promise = pool.submit(perform, job)
        except _DOES_NOT_START as cause:
            raise NoWorkers(cause) from None
        try:
            return result_of(pool, promise, (), workers.patience, workers.silent)
        except BrokenExecutor as cause:
            kill(pool)
            if isinstance(cause, Stalled):
                raise
            return Failed(explain(cause))
        except Exception as cause:  # as in `run_jobs`
            return Failed(explain(cause))
