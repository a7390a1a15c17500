"""What a test finds around it: environment, signals, umask and locale, the same whoever calls and from wherever.

All of it is inherited by the processes that a test starts, so that settling it once in this process is enough.
"""

import locale
import os
import signal
import time
from pathlib import Path
from types import FrameType

_KEPT = {
    "PATH",
    "PYTHONPATH",
    "LD_LIBRARY_PATH",
    "VIRTUAL_ENV",
    "TMPDIR",
    "CHROMIUM",
    "AXE_JS",
}
"""Where programs and libraries are; everything else of the caller's environment is left out."""
_SET = {"LANG": "C.UTF-8", "TZ": "WIB-7", "TERM": "dumb"}
_IGNORED_BY_PYTHON = {signal.SIGPIPE, signal.SIGXFSZ}


def settle(home: Path) -> None:
    """From now on, what is written in this module holds, and `home` is the home."""
    os.umask(0o022)
    _settle_environment(home)
    _settle_signals()
    locale.setlocale(locale.LC_CTYPE, "C.UTF-8")


def _settle_environment(home: Path) -> None:
    for name in list(os.environ):
        if name not in _KEPT and not name.startswith("PYTEST_"):
            del os.environ[name]
    os.environ.update(_SET, HOME=str(home))
    time.tzset()


def _settle_signals() -> None:
    """Let children hear what the caller ignored or held back.

    `nohup` ignores SIGHUP, a shell's background job SIGINT, and what is ignored stays so in every child. This process
    stays as deaf as its caller wants: a handler that does nothing is the default again in whatever is executed.
    """
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    for number in signal.valid_signals() - _IGNORED_BY_PYTHON:
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, _overhear)
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _overhear(number: int, frame: FrameType | None) -> None:
    """Hear a signal and do nothing about it."""
