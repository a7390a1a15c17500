"""Processes of this machine that do jobs: many, or the one that sets the PDFs of one.

The pools are `concurrent.futures`' own. What stands here is for two rows of
docs/benchmark.md ("two processes / one": workers forked from a server that has the
libraries loaded; "`nota susun`, YAML to PDF": a process that imports WeasyPrint while
this one reads and composes), and for two faults: Ctrl-C reaches every process of a
terminal, though only the one that writes files knows when to stop; and a worker waits
without end for one that was killed.
"""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import connection, forkserver, resource_tracker
from pathlib import Path
from threading import Thread
from types import FrameType

from notakesepakatan.press.batch import Stalled, kill, result_of


def cores() -> int:
    """Processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def processes(count: int) -> Executor:
    """A pool of so many processes.

    Raises:
        OSError, EOFError: the system gives no process.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), _begin)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["notakesepakatan.press.preload"])
    # First, since starting it lets signals through again.
    resource_tracker.ensure_running()
    with _deaf("SIGINT", "SIGHUP", "SIGUSR1"):
        forkserver.ensure_running()
    return ProcessPoolExecutor(count, context, _begin)


@dataclass(frozen=True)
class Typesetter:
    """The process that sets PDFs, and how many seconds it may be at one of them."""

    pool: Executor
    patience: float

    def begin(self, write: Callable[[], bytes]) -> Callable[[], bytes]:
        """Have a file made there.

        What is returned waits for its bytes, or ends the process and raises `Stalled`.
        """
        promise = self.pool.submit(write)

        def made() -> bytes:
            try:
                return result_of(self.pool, promise, (), self.patience)
            except Stalled:
                kill(self.pool)
                raise

        return made


def start_typesetter(patience: float) -> Typesetter | None:
    """A process that makes PDF ready while this one still reads data.

    None where forking is not to be had. Only for a program of one thread, those of C
    libraries counted: a fork takes no other thread along.
    """
    if sys.platform != "linux" or cores() < 2 or _threads() > 1:
        return None
    pool = ProcessPoolExecutor(1, multiprocessing.get_context("fork"), _begin)
    try:
        with _deaf("SIGINT", "SIGHUP", "SIGTERM"):
            pool.submit(_warm)
    except OSError:
        return None
    return Typesetter(pool, patience)


def _threads() -> int:
    """Threads of this process, whoever started them."""
    return len(list(Path("/proc/self/task").iterdir()))


@contextmanager
def _deaf(*names: str) -> Iterator[None]:
    """What is started in here never hears these signals; this process does afterwards.

    One that ignored them only once it runs would hear them while it starts.
    """
    numbers = {getattr(signal, name) for name in names}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, numbers)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """What a worker does first: leave Ctrl-C to the one that asks, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.signal(signal.SIGUSR1, _hurry)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM, signal.SIGUSR1})
    Thread(target=_end_with_parent, daemon=True).start()


def _hurry(number: int, frame: FrameType | None) -> None:
    """Leave a template that goes on and on: the one that asked waits no more."""
    from notakesepakatan.compose.bounds import give_up

    give_up()


def _end_with_parent() -> None:
    """End when the one that asks is gone; what it was killed by tells nobody else."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    connection.wait([parent.sentinel])
    from notakesepakatan.press.job import leave

    try:
        leave()
    finally:
        os._exit(1)


def _warm() -> None:
    gc.disable()  # one agreement's documents: collecting costs more than it frees
    from notakesepakatan.write.pdf_engine import engine

    engine()
