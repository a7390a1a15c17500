"""A Dask cluster as workers; one that goes away is waited for no longer than a while.

Dask's own executor asks and answers. What stands here is what its client leaves open:
it says in many ways that it cannot be asked, prints them too, and where the last worker
is gone it waits without end.
"""

import logging
import re
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import Any

from notakesepakatan.errors import NotaError
from notakesepakatan.press.batch import CUT_OFF, CutOff, Workers


class FaultyCluster(NotaError):
    """The cluster cannot be used."""

    def __init__(self, alamat: str, sebab: str) -> None:
        super().__init__(
            f"klaster {alamat}: {sebab}; tanpa --klaster, naskah disusun di komputer ini"
        )


_JOIN_LIMIT = "10s"
_ADDRESS = re.compile(r"(tcp|tls)://[^\s/]+:\d{1,5}")
_LOOK_EVERY = 2.0
"""Seconds without an answer after which the cluster is looked at."""
_WITHOUT_WORKERS_LIMIT = 30.0
"""Seconds that it may be without any worker."""
_WITHOUT_WORKERS = f"{CUT_OFF}: tidak ada lagi pekerja"
_LOGGERS = (
    "distributed",
    "distributed.client",
    "distributed.core",
    "tornado.application",
    "asyncio",
)


def open_to_readers(address: str) -> str:
    """What is to be said of a cluster at an address that is not encrypted.

    Empty where it is.
    """
    if not address.startswith("tcp://"):
        return ""
    return (
        f"Peringatan: klaster {address} tidak memakai TLS. Isi kesepakatan dan naskahnya "
        "dikirim tanpa sandi, dan siapa pun di jaringan itu dapat membaca atau "
        "mengubahnya. Pakai alamat tls://; caranya ada di docs/panduan.md, bagian Klaster."
    )


@contextmanager
def cluster(address: str) -> "Iterator[Cluster]":
    """The cluster of the scheduler at an address.

    Raises:
        FaultyCluster: no Dask here, nothing answers at that address, or no workers.
    """
    try:
        from distributed import Client
    except ImportError:
        raise FaultyCluster(
            address,
            "Dask belum terpasang; "
            'pasang dengan: pip install "notakesepakatan[klaster]"',
        ) from None
    if not _ADDRESS.fullmatch(address):
        raise FaultyCluster(
            address, "bukan alamat pengatur Dask, mis. tls://10.0.0.5:8786"
        )
    with _quiet():
        try:
            client: Any = Client(address, timeout=_JOIN_LIMIT, set_as_default=False)
        except (OSError, ValueError) as cause:
            kind = type(cause).__name__
            raise FaultyCluster(address, f"tidak menjawab ({kind})") from None
        with client:
            found = Cluster(client)
            if not found.threads:
                raise FaultyCluster(address, "belum mempunyai pekerja")
            yield found


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the library's own messages: what goes wrong is said of each agreement."""
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


class Cluster:
    """A cluster that was joined.

    Attributes:
        threads: how many its workers have in all.
    """

    def __init__(self, client: Any) -> None:
        self._client = client
        self._looks_without_workers = 0
        self.threads = sum(client.nthreads().values())

    def workers(self, width: int) -> Workers:
        """It as workers, with at most so many jobs under way."""
        pool = _Pool(self._client.get_executor(pure=False))
        return Workers(lambda: pool, width, _LOOK_EVERY, self._look)

    def _look(self, seconds: float) -> None:
        """Whether to wait on, after so many seconds in which no job was done.

        Raises:
            CutOff: it is gone, or has had no worker for too long.
        """
        if self._client.status == "closed":
            raise CutOff(CUT_OFF)
        if self._has_workers():
            self._looks_without_workers = 0
            return
        self._looks_without_workers += 1
        if self._looks_without_workers * seconds > _WITHOUT_WORKERS_LIMIT:
            raise CutOff(_WITHOUT_WORKERS)

    def _has_workers(self) -> bool:
        """Whether the scheduler answers that it has a worker."""
        question = self._client.scheduler.ncores
        try:
            return bool(self._client.sync(question, callback_timeout=_LOOK_EVERY))
        except Exception:  # no answer, whatever the reason
            return False


class _Pool(Executor):
    """Dask's executor; one that cannot be asked says so in one way.

    It is never shut down, as the base class does: the client outlives it.
    """

    def __init__(self, pool: Executor) -> None:
        self._pool = pool

    def submit(
        self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any
    ) -> Future[Any]:
        """As every executor.

        Raises:
            CutOff: the client is not connected.
        """
        try:
            return self._pool.submit(fn, *args, **kwargs)
        except Exception:
            raise CutOff(CUT_OFF) from None
