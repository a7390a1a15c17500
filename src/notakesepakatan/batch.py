"""Many jobs over any `concurrent.futures.Executor`, results in the order asked; a dead worker costs its own job only."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import suppress
from itertools import islice
from typing import TypeVar

J = TypeVar("J")
R = TypeVar("R")
DIED = "pekerjanya mati sewaktu mengerjakannya (kehabisan memori, atau dihentikan dari luar)"


class Failed(Exception):
    """A job that could not be done; `str()` says why."""


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
    """
    antre, pool = iter(jobs), make()
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
                pool = make()
            except Exception as sebab:  # whatever a worker could not do is this job's failure and no other's
                yield job, Failed(f"{type(sebab).__name__}: {sebab}")
    finally:
        for _, janji in berjalan:
            janji.cancel()
        pool.shutdown(wait=False)


def _submit(pool: Executor, perform: Callable[[J], R], job: J) -> Future[R]:
    try:
        return pool.submit(perform, job)
    except BrokenExecutor as sebab:
        janji: Future[R] = Future()
        janji.set_exception(sebab)
        return janji


def _one_by_one(
    sisa: Iterable[tuple[J, Future[R]]], perform: Callable[[J], R], make: Callable[[], Executor]
) -> Iterator[tuple[J, R | Failed]]:
    for job, janji in sisa:
        with suppress(Exception):
            if janji.done() and not janji.cancelled():
                yield job, janji.result()
                continue
        with make() as pool:
            try:
                yield job, _submit(pool, perform, job).result()
            except BrokenExecutor:
                yield job, Failed(DIED)
            except Exception as sebab:  # as above
                yield job, Failed(f"{type(sebab).__name__}: {sebab}")
