"""A Dask cluster as an executor; one that goes away is told of, and waited for no longer than a while."""

import logging
import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, InvalidStateError
from contextlib import contextmanager, suppress
from threading import Event, Lock, Thread
from typing import Any

from notakesepakatan.errors import NotaError
from notakesepakatan.press.batch import Failed


class FaultyCluster(NotaError):
    """The cluster cannot be used."""

    def __init__(self, alamat: str, sebab: str) -> None:
        super().__init__(
            f"klaster {alamat}: {sebab}; tanpa --klaster, naskah disusun di komputer ini"
        )


_JOIN_LIMIT = "10s"
_ADDRESS = re.compile(r"(tcp|tls)://[^\s/]+:\d{1,5}")
_EACH, _PATIENCE = 2.0, 30.0
"""Seconds: between two looks at the cluster; that it may be without any worker."""
CUT_OFF = "klaster terputus"
_WITHOUT_WORKERS = f"{CUT_OFF}: tidak ada lagi pekerja"
_LOST_CONNECTION = {
    "CancelledError",
    "FutureCancelledError",
    "CommClosedError",
    "ClosedClientError",
}
_LOGGER = (
    "distributed",
    "distributed.client",
    "distributed.core",
    "tornado.application",
    "asyncio",
)


@contextmanager
def cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """A Dask cluster as an executor, and how many threads its workers have in all.

    Raises:
        FaultyCluster: no Dask here, or nothing answers at that address.
    """
    try:
        from distributed import Client
    except ImportError:
        raise FaultyCluster(
            address,
            'Dask belum terpasang; pasang dengan: pip install "notakesepakatan[klaster]"',
        ) from None
    if not _ADDRESS.fullmatch(address):
        raise FaultyCluster(
            address, "bukan alamat pengatur Dask, mis. tcp://10.0.0.5:8786"
        )
    with _quiet():
        try:
            client: Any = Client(address, timeout=_JOIN_LIMIT, set_as_default=False)
        except (OSError, ValueError) as cause:
            raise FaultyCluster(
                address, f"tidak menjawab ({type(cause).__name__})"
            ) from None
        with client:
            strength = sum(client.nthreads().values())
            if not strength:
                raise FaultyCluster(address, "belum mempunyai pekerja")
            pool = _Pool(client)
            try:
                yield pool, strength
            finally:
                pool.end()


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the library's own messages: what goes wrong is said of each agreement."""
    semula = [
        (logging.getLogger(name), logging.getLogger(name).level) for name in _LOGGER
    ]
    for logger, _ in semula:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in semula:
            logger.setLevel(level)


class _Pool(Executor):
    """Dask's executor, whose promises are all settled even when the cluster is gone."""

    def __init__(self, client: Any) -> None:
        self._client, self._pool = client, client.get_executor(pure=False)
        self._waiting, self._key, self._over = set[Future[Any]](), Lock(), Event()
        self._cut = ""
        Thread(target=self._watch, daemon=True).start()

    def submit(
        self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any
    ) -> Future[Any]:
        """As every executor; what cannot even be asked for fails as its own result."""
        promise: Future[Any] = Future()
        with self._key:
            self._waiting.add(promise)
        try:
            original = None if self._cut else self._pool.submit(fn, *args, **kwargs)
        except Exception:  # the client says in many ways that it is not connected
            original = None
        if original is None:
            self._settle(promise, Failed(self._cut or CUT_OFF))
            return promise
        promise.add_done_callback(
            lambda _: original.cancel() if promise.cancelled() else None
        )
        original.add_done_callback(lambda _: self._done(promise, original))
        return promise

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Nothing: the cluster is another's, and its client serves until `end`."""

    def end(self) -> None:
        """Ask no more of the cluster."""
        self._over.set()
        self._fail("")

    def _done(self, promise: Future[Any], original: Future[Any]) -> None:
        cause = Failed(CUT_OFF) if original.cancelled() else original.exception()
        if cause is not None:
            self._settle(
                promise,
                Failed(CUT_OFF) if type(cause).__name__ in _LOST_CONNECTION else cause,
            )
            return
        with self._key, suppress(InvalidStateError):
            self._waiting.discard(promise)
            promise.set_result(original.result())

    def _settle(self, promise: Future[Any], cause: BaseException) -> None:
        with self._key, suppress(InvalidStateError):
            self._waiting.discard(promise)
            promise.set_exception(cause)

    def _fail(self, message: str) -> None:
        """All that is waited for; cancelled where there is nothing to say."""
        self._cut = message or self._cut
        with self._key:
            items = [*self._waiting]
        for promise in items:
            self._settle(promise, Failed(message)) if message else promise.cancel()

    def _watch(self) -> None:
        last = time.monotonic()
        while not self._over.wait(_EACH):
            if self._client.status == "closed":
                return self._fail(CUT_OFF)
            if self._manned():
                last = time.monotonic()
            elif time.monotonic() - last > _PATIENCE:
                return self._fail(_WITHOUT_WORKERS)
        return None

    def _manned(self) -> bool:
        """Whether the scheduler answers that it has a worker."""
        try:
            return bool(
                self._client.sync(self._client.scheduler.ncores, callback_timeout=_EACH)
            )
        except Exception:  # no answer, whatever the reason
            return False
