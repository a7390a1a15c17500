"""A wish to stop, from Ctrl-C or from a signal: at once where that does no harm, else when what is under way is done."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNAL = ("SIGINT", "SIGTERM", "SIGHUP")


class Stop:
    """Whether the one who asked wants no more; `signal` is the number of the signal that said so, 0 while none did.

    An exception raised at any place may be swallowed there (pydantic does) or leave a file half made: what must be done
    whole is done in `held`, and who goes on after it asks first.
    """

    def __init__(self) -> None:
        self.signal = 0
        self._held = False

    @contextmanager
    def held(self) -> Iterator[None]:
        """What is done in here is broken off by a second signal only."""
        previous, self._held = self._held, True
        try:
            yield
        finally:
            self._held = previous

    def check(self) -> None:
        """Go no further once a signal came.

        Raises:
            KeyboardInterrupt: one did.
        """
        if self.signal:
            raise KeyboardInterrupt

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Take Ctrl-C, SIGTERM and SIGHUP, where they are not ignored; only in the main thread of a program."""
        semula = {
            getattr(signal, name): signal.getsignal(getattr(signal, name))
            for name in _SIGNAL
            if hasattr(signal, name)
        }
        taken = {
            nomor: cara
            for nomor, cara in semula.items()
            if cara not in (None, signal.SIG_IGN)
        }
        for nomor in taken:
            signal.signal(nomor, self._heard)
        try:
            yield
        finally:
            for nomor, cara in taken.items():
                signal.signal(nomor, cara)

    def _heard(self, nomor: int, frame: FrameType | None) -> None:
        again, self.signal = bool(self.signal), nomor
        if again or not self._held:
            raise KeyboardInterrupt
