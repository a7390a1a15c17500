"""Processes of this machine that do jobs: many, or the one that sets PDFs."""

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

from notakesepakatan.press.batch import Stalled, kill, result_of


def cores() -> int:
    """Processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def processes(jumlah: int) -> Executor:
    """A pool of so many processes, each forked from a server that has the libraries loaded already.

    Raises:
        OSError, EOFError: the system gives no process.
    """
    cara = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    konteks = multiprocessing.get_context(cara)
    if cara == "forkserver":
        konteks.set_forkserver_preload(["notakesepakatan.press.preload"])
        resource_tracker.ensure_running()  # first, since starting it lets signals through again
        with _deaf("SIGINT", "SIGHUP"):
            forkserver.ensure_running()
    return ProcessPoolExecutor(jumlah, konteks, _begin)


@dataclass(frozen=True)
class Press:
    """The process that sets PDFs, and for how many seconds it may be at one of them."""

    pool: Executor
    patience: float

    def begin(self, write: Callable[[], bytes]) -> Callable[[], bytes]:
        """Have a file made there; what is returned waits for its bytes, or ends the process and raises `Stalled`."""
        promise = self.pool.submit(write)

        def made() -> bytes:
            try:
                return result_of(promise, (), self.patience)
            except Stalled:
                kill(self.pool)
                raise

        return made


def press(patience: float) -> Press | None:
    """A process that makes PDF ready while this one still reads data; None where forking is not to be had.

    Only for a program of one thread, those of C libraries counted: a fork takes no other thread along.
    """
    if sys.platform != "linux" or cores() < 2 or _threads() > 1:
        return None
    pool = ProcessPoolExecutor(1, multiprocessing.get_context("fork"), _begin)
    try:
        with _deaf("SIGINT", "SIGHUP", "SIGTERM"):
            pool.submit(_warm)
    except OSError:
        return None
    return Press(pool, patience)


def _threads() -> int:
    """Threads of this process, whoever started them."""
    return len(list(Path("/proc/self/task").iterdir()))


@contextmanager
def _deaf(*sinyal: str) -> Iterator[None]:
    """What is started in here never hears these signals; this process hears them afterwards.

    They are for the one that writes the files. One that ignored them only once it runs would hear them while it starts.
    """
    semula = signal.pthread_sigmask(signal.SIG_BLOCK, {getattr(signal, nama) for nama in sinyal})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, semula)


def _begin() -> None:
    """What a worker does first: leave Ctrl-C to the one that asks, and take care to end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End when the one that asks is gone; what it was killed by tells nobody else."""
    if penanya := multiprocessing.parent_process():
        connection.wait([penanya.sentinel])
        from notakesepakatan.press.job import leave

        leave()
        os._exit(1)


def _warm() -> None:
    gc.disable()  # one agreement's documents: collecting costs more than it frees
    from notakesepakatan.write.pdf_engine import mesin

    mesin()
