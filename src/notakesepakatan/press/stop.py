"""A wish to stop, from Ctrl-C or from a signal: at once where that does no harm, else when what is under way is done."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SINYAL = ("SIGINT", "SIGTERM", "SIGHUP")


class Henti:
    """Whether the one who asked wants no more; `sinyal` is the number of the signal that said so, 0 while none did.

    An exception raised at any place may be swallowed there (pydantic does) or leave a file half made: what must be done
    whole is done in `held`, and who goes on after it asks first.
    """

    def __init__(self) -> None:
        self.sinyal = 0
        self._ditahan = False

    @contextmanager
    def held(self) -> Iterator[None]:
        """What is done in here is broken off by a second signal only."""
        sebelumnya, self._ditahan = self._ditahan, True
        try:
            yield
        finally:
            self._ditahan = sebelumnya

    def check(self) -> None:
        """Go no further once a signal came.

        Raises:
            KeyboardInterrupt: one did.
        """
        if self.sinyal:
            raise KeyboardInterrupt

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Take Ctrl-C, SIGTERM and SIGHUP, where they are not ignored; only in the main thread of a program."""
        semula = {getattr(signal, nama): signal.getsignal(getattr(signal, nama)) for nama in _SINYAL if hasattr(signal, nama)}
        diambil = {nomor: cara for nomor, cara in semula.items() if cara not in (None, signal.SIG_IGN)}
        for nomor in diambil:
            signal.signal(nomor, self._heard)
        try:
            yield
        finally:
            for nomor, cara in diambil.items():
                signal.signal(nomor, cara)

    def _heard(self, nomor: int, frame: FrameType | None) -> None:
        lagi, self.sinyal = bool(self.sinyal), nomor
        if lagi or not self._ditahan:
            raise KeyboardInterrupt
