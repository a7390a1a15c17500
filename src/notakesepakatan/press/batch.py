"""Many jobs over any `concurrent.futures.Executor`, results in the order asked.

A worker that dies, or that makes no headway, costs its own job only.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import suppress
from itertools import islice
from typing import Any, TypeVar

from notakesepakatan.errors import NotaError, reason

J = TypeVar("J")
R = TypeVar("R")
DIED = "pekerjanya mati sewaktu mengerjakannya (kehabisan memori, atau dihentikan dari luar)"
PATIENCE = 600.0
"""Seconds without anything done before a worker is given up: hundreds of times what a long document takes."""
_STALLED_IN_A_ROW = 3
"""So many jobs that stall one after the other, each alone in a new pool, are no fault of theirs."""

_DOES_NOT_START = (OSError, EOFError)
"""What asking for a process says when the system gives none, or the server that forks them is gone."""


class Failed(Exception):
    """A job that could not be done; `str()` says why."""


class Stalled(BrokenExecutor):
    """Nothing was done for as long as there was patience: the worker makes no headway."""

    def __init__(self, patience: float) -> None:
        super().__init__(
            f"pekerjanya tidak maju selama {patience:.0f} detik sehingga dihentikan; coba dengan --proses 1"
        )


class NoHeadway(NotaError):
    """Job after job stalls, each in a process of its own."""

    def __init__(self) -> None:
        super().__init__(
            f"Proses pembantu tidak maju pada {_STALLED_IN_A_ROW} kesepakatan berturut-turut. Yang sudah selesai "
            f"tersimpan; jalankan lagi dengan --proses 1."
        )


class NoWorkers(NotaError):
    """No process can be had to do the work."""

    def __init__(self, sebab: BaseException) -> None:
        reason_ = reason(sebab) if isinstance(sebab, OSError) else "peladennya mati"
        super().__init__(
            f"Proses pembantu tidak dapat dijalankan ({reason_}). Yang sudah selesai tersimpan; jalankan lagi, "
            f"atau pakai --proses 1."
        )


def explain(cause: BaseException) -> str:
    """Why a job was not done, in the user's words as far as there are any."""
    if isinstance(cause, Failed | NotaError | Stalled):
        return str(cause)
    if (
        isinstance(cause, BrokenExecutor) or type(cause).__name__ == "KilledWorker"
    ):  # the latter is Dask's
        return DIED
    if isinstance(cause, OSError):
        return reason(cause) + (f": {cause.filename}" if cause.filename else "")
    return (
        "kehabisan memori"
        if isinstance(cause, MemoryError)
        else f"{type(cause).__name__}: {cause}"
    )


def result_of(
    promise: Future[R], others: Iterable[Future[Any]], patience: float | None
) -> R:
    """What was promised, waited for as long as anything gets done.

    Args:
        promise: the one that is wanted.
        others: under way in the same pool; one of them done is headway too.
        patience: seconds without any of them done; None: without end.

    Raises:
        Stalled: there is no headway.
    """
    waiting: set[Future[Any]] = {promise, *others}
    while not promise.done():
        done, waiting = wait(waiting, patience, FIRST_COMPLETED)
        if not done:
            raise Stalled(patience or 0)
    return promise.result()


def kill(pool: Executor) -> None:
    """End the processes of a pool, whatever they are at."""
    workers = (
        getattr(pool, "_processes", None) or {}
    )  # Python 3.14 has `kill_workers` for it
    for worker in [*workers.values()]:
        worker.kill()
    pool.shutdown(wait=True, cancel_futures=True)


def run_jobs(
    jobs: Iterable[J],
    perform: Callable[[J], R],
    make: Callable[[], Executor],
    width: int,
    patience: float | None = PATIENCE,
) -> Iterator[tuple[J, R | Failed]]:
    """Do every job, at most `width` of them under way or waiting to be taken.

    When a pool breaks or stalls, what was under way is done again one by one, each in a pool of its own, so that the job
    which breaks its worker is known and the others are not lost.

    Args:
        jobs: what is to be done; taken as needed.
        perform: a function of a module, which any process can import.
        make: a new executor.
        width: at least 1.
        patience: seconds without any job done before the pool is given up; None: never.

    Raises:
        NoWorkers: no executor can be made, or none that takes a job.
        NoHeadway: job after job stalls.
    """
    queue, pool = iter(jobs), _start(make)
    running = deque[tuple[J, Future[R]]]()
    try:
        while True:
            for job in islice(queue, width - len(running)):
                running.append((job, _submit(pool, perform, job)))
            if not running:
                return
            job, promise = running.popleft()
            try:
                yield job, result_of(promise, (lain for _, lain in running), patience)
            except BrokenExecutor:
                rest = [(job, promise), *running]
                running.clear()
                kill(pool)
                yield from _one_by_one(rest, perform, make, patience)
                pool = _start(make)
            except Exception as cause:  # whatever a worker could not do is this job's failure and no other's
                yield job, Failed(explain(cause))
    finally:
        for _, promise in running:
            promise.cancel()
        pool.shutdown(wait=False)


def _start(make: Callable[[], Executor]) -> Executor:
    """An executor, asked for twice: a server of processes that was killed is started anew the second time."""
    try:
        return make()
    except _DOES_NOT_START:
        pass
    try:
        return make()
    except _DOES_NOT_START as cause:
        raise NoWorkers(cause) from None


def _submit(pool: Executor, perform: Callable[[J], R], job: J) -> Future[R]:
    try:
        return pool.submit(perform, job)
    except (BrokenExecutor, *_DOES_NOT_START) as cause:
        promise: Future[R] = Future()
        promise.set_exception(BrokenExecutor(str(cause)))
        return promise


def _one_by_one(
    rest: Iterable[tuple[J, Future[R]]],
    perform: Callable[[J], R],
    make: Callable[[], Executor],
    patience: float | None,
) -> Iterator[tuple[J, R | Failed]]:
    stalled = 0
    for job, promise in rest:
        with suppress(Exception):
            if promise.done() and not promise.cancelled():
                yield job, promise.result()
                continue
        with _start(make) as pool:
            try:
                again = pool.submit(perform, job)
            except _DOES_NOT_START as cause:
                raise NoWorkers(cause) from None
            try:
                yield job, result_of(again, (), patience)
                stalled = 0
            except Exception as cause:  # as above
                stalled = stalled + 1 if isinstance(cause, Stalled) else 0
                if stalled:
                    kill(pool)
                yield job, Failed(explain(cause))
        if stalled == _STALLED_IN_A_ROW:
            raise NoHeadway
