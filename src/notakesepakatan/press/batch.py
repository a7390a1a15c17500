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

_TIDAK_MULAI = (OSError, EOFError)
"""What asking for a process says when the system gives none, or the server that forks them is gone."""


class Failed(Exception):
    """A job that could not be done; `str()` says why."""


class Stalled(BrokenExecutor):
    """Nothing was done for as long as there was patience: the worker makes no headway."""

    def __init__(self, patience: float) -> None:
        super().__init__(f"pekerjanya tidak maju selama {patience:.0f} detik sehingga dihentikan; coba dengan --proses 1")


class NoHeadway(NotaError):
    """Job after job stalls, each in a process of its own."""

    def __init__(self) -> None:
        super().__init__(
            f"Proses pembantu tidak maju pada {_STALLED_IN_A_ROW} kesepakatan berturut-turut. Yang sudah selesai "
            f"tersimpan; jalankan lagi dengan --proses 1."
        )


class TanpaPekerja(NotaError):
    """No process can be had to do the work."""

    def __init__(self, sebab: BaseException) -> None:
        alasan = reason(sebab) if isinstance(sebab, OSError) else "peladennya mati"
        super().__init__(
            f"Proses pembantu tidak dapat dijalankan ({alasan}). Yang sudah selesai tersimpan; jalankan lagi, "
            f"atau pakai --proses 1."
        )


def explain(sebab: BaseException) -> str:
    """Why a job was not done, in the user's words as far as there are any."""
    if isinstance(sebab, Failed | NotaError | Stalled):
        return str(sebab)
    if isinstance(sebab, BrokenExecutor) or type(sebab).__name__ == "KilledWorker":  # the latter is Dask's
        return DIED
    if isinstance(sebab, OSError):
        return reason(sebab) + (f": {sebab.filename}" if sebab.filename else "")
    return "kehabisan memori" if isinstance(sebab, MemoryError) else f"{type(sebab).__name__}: {sebab}"


def result_of(promise: Future[R], others: Iterable[Future[Any]], patience: float | None) -> R:
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
    workers = getattr(pool, "_processes", None) or {}  # Python 3.14 has `kill_workers` for it
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
        TanpaPekerja: no executor can be made, or none that takes a job.
        NoHeadway: job after job stalls.
    """
    antre, pool = iter(jobs), _start(make)
    berjalan = deque[tuple[J, Future[R]]]()
    try:
        while True:
            for job in islice(antre, width - len(berjalan)):
                berjalan.append((job, _submit(pool, perform, job)))
            if not berjalan:
                return
            job, janji = berjalan.popleft()
            try:
                yield job, result_of(janji, (lain for _, lain in berjalan), patience)
            except BrokenExecutor:
                sisa = [(job, janji), *berjalan]
                berjalan.clear()
                kill(pool)
                yield from _one_by_one(sisa, perform, make, patience)
                pool = _start(make)
            except Exception as sebab:  # whatever a worker could not do is this job's failure and no other's
                yield job, Failed(explain(sebab))
    finally:
        for _, janji in berjalan:
            janji.cancel()
        pool.shutdown(wait=False)


def _start(make: Callable[[], Executor]) -> Executor:
    """An executor, asked for twice: a server of processes that was killed is started anew the second time."""
    try:
        return make()
    except _TIDAK_MULAI:
        pass
    try:
        return make()
    except _TIDAK_MULAI as sebab:
        raise TanpaPekerja(sebab) from None


def _submit(pool: Executor, perform: Callable[[J], R], job: J) -> Future[R]:
    try:
        return pool.submit(perform, job)
    except (BrokenExecutor, *_TIDAK_MULAI) as sebab:
        janji: Future[R] = Future()
        janji.set_exception(BrokenExecutor(str(sebab)))
        return janji


def _one_by_one(
    sisa: Iterable[tuple[J, Future[R]]],
    perform: Callable[[J], R],
    make: Callable[[], Executor],
    patience: float | None,
) -> Iterator[tuple[J, R | Failed]]:
    stalled = 0
    for job, janji in sisa:
        with suppress(Exception):
            if janji.done() and not janji.cancelled():
                yield job, janji.result()
                continue
        with _start(make) as pool:
            try:
                lagi = pool.submit(perform, job)
            except _TIDAK_MULAI as sebab:
                raise TanpaPekerja(sebab) from None
            try:
                yield job, result_of(lagi, (), patience)
                stalled = 0
            except Exception as sebab:  # as above
                stalled = stalled + 1 if isinstance(sebab, Stalled) else 0
                if stalled:
                    kill(pool)
                yield job, Failed(explain(sebab))
        if stalled == _STALLED_IN_A_ROW:
            raise NoHeadway
