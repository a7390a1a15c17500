"""Where jobs are done: this machine's processes, or a Dask cluster."""

import gc
import multiprocessing
import os
import re
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any

from notakesepakatan.errors import KlasterBermasalah

_BATAS_SAMBUNG = "10s"
_ALAMAT = re.compile(r"(tcp|tls)://[^\s/]+:\d{1,5}")


def cores() -> int:
    """Processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def processes(jumlah: int) -> Executor:
    """A pool of so many processes, each forked from a server that has the libraries loaded already."""
    cara = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    konteks = multiprocessing.get_context(cara)
    if cara == "forkserver":
        konteks.set_forkserver_preload(["notakesepakatan.preload"])
    # Ctrl-C is for the one that writes the files; workers end when it lets them go.
    return ProcessPoolExecutor(jumlah, konteks, signal.signal, (signal.SIGINT, signal.SIG_IGN))


def press() -> Executor | None:
    """A process that makes PDF ready while this one still reads data; None where forking is not to be had.

    Only for a program of one thread: a fork takes no other thread along.
    """
    if sys.platform != "linux" or cores() < 2:
        return None
    pool = ProcessPoolExecutor(1, multiprocessing.get_context("fork"), signal.signal, (signal.SIGINT, signal.SIG_IGN))
    pool.submit(_warm)
    return pool


def _warm() -> None:
    gc.disable()  # one agreement's documents: collecting costs more than it frees
    from notakesepakatan.write import bentuk, pdf  # noqa: F401 - what the work will ask for
    from notakesepakatan.write.mesin_pdf import mesin

    mesin()


@contextmanager
def cluster(alamat: str) -> Iterator[tuple[Executor, int]]:
    """A Dask cluster as an executor, and how many threads its workers have in all.

    Raises:
        KlasterBermasalah: no Dask here, or nothing answers at that address.
    """
    try:
        from distributed import Client
    except ImportError:
        raise KlasterBermasalah(alamat, 'Dask belum terpasang; pasang dengan: pip install "notakesepakatan[klaster]"') from None
    if not _ALAMAT.fullmatch(alamat):
        raise KlasterBermasalah(alamat, "bukan alamat pengatur Dask, mis. tcp://10.0.0.5:8786")
    try:
        klien: Any = Client(alamat, timeout=_BATAS_SAMBUNG, set_as_default=False)
    except (OSError, ValueError) as sebab:
        raise KlasterBermasalah(alamat, f"tidak menjawab ({type(sebab).__name__})") from None
    with klien:
        kuat = sum(klien.nthreads().values())
        if not kuat:
            raise KlasterBermasalah(alamat, "belum mempunyai pekerja")
        yield klien.get_executor(pure=False), kuat
