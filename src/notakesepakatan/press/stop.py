"""A wish to stop, from Ctrl-C or a signal, taken where it does no harm.

Python raises KeyboardInterrupt at whatever place it is. Two faults are cured here: such
an exception may be swallowed there (pydantic does), and it may leave a file half made
or one that the index does not know.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
_NOT_OURS = (None, signal.SIG_IGN)
"""How a signal is handled that Python does not handle, or that is ignored."""


class Stop:
    """Whether the one who asked wants no more.

    What must be done whole is done in `held`, and who goes on after it asks `check`.

    Attributes:
        signal: number of the signal that said so; 0 while none did.
    """

    def __init__(self) -> None:
        self.signal = 0
        self._held = False

    @contextmanager
    def held(self) -> Iterator[None]:
        """What is done in here is broken off by a second signal only."""
        previous = self._held
        self._held = True
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
        """Take Ctrl-C, SIGTERM and SIGHUP, where they are not ignored.

        Only in the main thread of a program.
        """
        numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
        handlers = {number: signal.getsignal(number) for number in numbers}
        taken = {
            number: handler
            for number, handler in handlers.items()
            if handler not in _NOT_OURS
        }
        for number in taken:
            signal.signal(number, self._heard)
        try:
            yield
        finally:
            for number, handler in taken.items():
                signal.signal(number, handler)

    def _heard(self, number: int, frame: FrameType | None) -> None:
        again = bool(self.signal)
        self.signal = number
        if again or not self._held:
            raise KeyboardInterrupt
