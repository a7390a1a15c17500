"""Many jobs over any `concurrent.futures.Executor`, results in the order asked; a dead worker costs its own job only."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import suppress
from itertools import islice
from typing import TypeVar

from notakesepakatan.errors import NotaError, reason

J = TypeVar("J")
R = TypeVar("R")
DIED = "pekerjanya mati sewaktu mengerjakannya (kehabisan memori, atau dihentikan dari luar)"


_TIDAK_MULAI = (OSError, EOFError)
"""What asking for a process says when the system gives none, or the server that forks them is gone."""


class Failed(Exception):
    """A job that could not be done; `str()` says why."""


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
    if isinstance(sebab, Failed | NotaError):
        return str(sebab)
    if isinstance(sebab, BrokenExecutor) or type(sebab).__name__ == "KilledWorker":  # the latter is Dask's
        return DIED
    if isinstance(sebab, OSError):
        return reason(sebab) + (f": {sebab.filename}" if sebab.filename else "")
    return "kehabisan memori" if isinstance(sebab, MemoryError) else f"{type(sebab).__name__}: {sebab}"


def run_jobs(
    jobs: Iterable[J], perform: Callable[[J], R], make: Callable[[], Executor], width: int
) -> Iterator[tuple[J, R | Failed]]:
    """Do every job, at most `width` of them under way or waiting to be taken.

    When a pool breaks, what was under way is done again one by one, each in a pool of its own, so that the job which
    breaks its worker is known and the others are not lost.

    Args:
        jobs: what is to be done; taken as needed.
        perform: a function of a module, which any process can import.
        make: a new executor.
        width: at least 1.

    Raises:
        TanpaPekerja: no executor can be made, or none that takes a job.
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
                yield job, janji.result()
            except BrokenExecutor:
                sisa = [(job, janji), *berjalan]
                berjalan.clear()
                pool.shutdown(wait=True, cancel_futures=True)
                yield from _one_by_one(sisa, perform, make)
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
    sisa: Iterable[tuple[J, Future[R]]], perform: Callable[[J], R], make: Callable[[], Executor]
) -> Iterator[tuple[J, R | Failed]]:
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
                yield job, lagi.result()
            except Exception as sebab:  # as above
                yield job, Failed(explain(sebab))
