"""A Dask cluster as an executor; one that goes away is told of, and waited for no longer than a while."""

import logging
import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, InvalidStateError
from contextlib import contextmanager, suppress
from threading import Event, Lock, Thread
from typing import Any

from notakesepakatan.errors import KlasterBermasalah
from notakesepakatan.press.batch import Failed

_BATAS_SAMBUNG = "10s"
_ALAMAT = re.compile(r"(tcp|tls)://[^\s/]+:\d{1,5}")
_TIAP, _SABAR = 2.0, 30.0
"""Seconds: between two looks at the cluster; that it may be without any worker."""
TERPUTUS = "klaster terputus"
_TANPA_PEKERJA = f"{TERPUTUS}: tidak ada lagi pekerja"
_GALAT_PUTUS = {"CancelledError", "FutureCancelledError", "CommClosedError", "ClosedClientError"}
_PENCATAT = ("distributed", "distributed.client", "distributed.core", "tornado.application", "asyncio")


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
    with _quiet():
        try:
            klien: Any = Client(alamat, timeout=_BATAS_SAMBUNG, set_as_default=False)
        except (OSError, ValueError) as sebab:
            raise KlasterBermasalah(alamat, f"tidak menjawab ({type(sebab).__name__})") from None
        with klien:
            kuat = sum(klien.nthreads().values())
            if not kuat:
                raise KlasterBermasalah(alamat, "belum mempunyai pekerja")
            kumpulan = _Kumpulan(klien)
            try:
                yield kumpulan, kuat
            finally:
                kumpulan.end()


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the library's own messages: what goes wrong is said of each agreement."""
    semula = [(logging.getLogger(nama), logging.getLogger(nama).level) for nama in _PENCATAT]
    for pencatat, _ in semula:
        pencatat.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for pencatat, tingkat in semula:
            pencatat.setLevel(tingkat)


class _Kumpulan(Executor):
    """Dask's executor, whose promises are all settled even when the cluster is gone."""

    def __init__(self, klien: Any) -> None:
        self._klien, self._pool = klien, klien.get_executor(pure=False)
        self._menunggu, self._kunci, self._usai = set[Future[Any]](), Lock(), Event()
        self._putus = ""
        Thread(target=self._watch, daemon=True).start()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """As every executor; what cannot even be asked for fails as its own result."""
        janji: Future[Any] = Future()
        with self._kunci:
            self._menunggu.add(janji)
        try:
            asli = None if self._putus else self._pool.submit(fn, *args, **kwargs)
        except Exception:  # the client says in many ways that it is not connected
            asli = None
        if asli is None:
            self._settle(janji, Failed(self._putus or TERPUTUS))
            return janji
        janji.add_done_callback(lambda _: asli.cancel() if janji.cancelled() else None)
        asli.add_done_callback(lambda _: self._done(janji, asli))
        return janji

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Nothing: the cluster is another's, and its client serves until `end`."""

    def end(self) -> None:
        """Ask no more of the cluster."""
        self._usai.set()
        self._fail("")

    def _done(self, janji: Future[Any], asli: Future[Any]) -> None:
        sebab = Failed(TERPUTUS) if asli.cancelled() else asli.exception()
        if sebab is not None:
            self._settle(janji, Failed(TERPUTUS) if type(sebab).__name__ in _GALAT_PUTUS else sebab)
            return
        with self._kunci, suppress(InvalidStateError):
            self._menunggu.discard(janji)
            janji.set_result(asli.result())

    def _settle(self, janji: Future[Any], sebab: BaseException) -> None:
        with self._kunci, suppress(InvalidStateError):
            self._menunggu.discard(janji)
            janji.set_exception(sebab)

    def _fail(self, pesan: str) -> None:
        """All that is waited for; cancelled where there is nothing to say."""
        self._putus = pesan or self._putus
        with self._kunci:
            daftar = [*self._menunggu]
        for janji in daftar:
            self._settle(janji, Failed(pesan)) if pesan else janji.cancel()

    def _watch(self) -> None:
        terakhir = time.monotonic()
        while not self._usai.wait(_TIAP):
            if self._klien.status == "closed":
                return self._fail(TERPUTUS)
            if self._manned():
                terakhir = time.monotonic()
            elif time.monotonic() - terakhir > _SABAR:
                return self._fail(_TANPA_PEKERJA)
        return None

    def _manned(self) -> bool:
        """Whether the scheduler answers that it has a worker."""
        try:
            return bool(self._klien.sync(self._klien.scheduler.ncores, callback_timeout=_TIAP))
        except Exception:  # no answer, whatever the reason
            return False
