"""Only on the path of processes that a test kills: such a process dies at its n-th call that changes the disk.

Python imports this before anything else. It dies as by `kill -9`: nothing is flushed, nothing is cleaned up. A call of
`os.write` counts twice, for it may also be cut off in the middle. What it is to do stands in the environment:

DIE_COUNT: a file that gets a byte for each call.
DIE_AT: at which call it dies; not there: never.
DIE_FIRST: "main" or "worker", who counts: the process that was started, or those that it starts itself.
DIE_ARMED: a file without which no call counts.
DIE_TOKEN: a file that whoever dies makes first; where it is there already, nobody dies any more.
"""

import os
import signal
from collections.abc import Callable
from typing import Any

_MAIN = os.environ.setdefault("DIE_MAIN", str(os.getpid()))
_open, _write, _close = os.open, os.write, os.close
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_calls = 0


def _counts() -> bool:
    is_main = str(os.getpid()) == _MAIN
    armed = os.environ.get("DIE_ARMED")
    return is_main == (os.environ["DIE_FIRST"] == "main") and (
        not armed or os.path.exists(armed)  # noqa: PTH110 - pathlib is not yet imported
    )


def _is_last() -> bool:
    """Count a call; whether it is the one to die at."""
    global _calls
    _calls += 1
    handle = _open(os.environ["DIE_COUNT"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    _write(handle, b".")
    _close(handle)
    return _calls == int(os.environ.get("DIE_AT", 0)) and _takes_token()


def _takes_token() -> bool:
    try:
        _close(_open(os.environ["DIE_TOKEN"], os.O_WRONLY | os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return False
    return True


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _deadly(call: Callable[..., Any]) -> Callable[..., Any]:
    def instead(*args: Any, **kwargs: Any) -> Any:
        if _counts() and _is_last():
            _die()
        return call(*args, **kwargs)

    return instead


def _deadly_open(path: Any, flags: int, *args: Any, **kwargs: Any) -> int:
    if flags & _WRITES and _counts() and _is_last():
        _die()
    return _open(path, flags, *args, **kwargs)


def _deadly_write(handle: int, content: Any) -> int:
    if _counts():
        if _is_last():
            _die()
        if _is_last():
            _write(handle, bytes(content)[: len(content) // 2])
            _die()
    return _write(handle, content)


if "DIE_COUNT" in os.environ:
    for _name in [
        "fsync",
        "sync",
        "replace",
        "rename",
        "link",
        "unlink",
        "remove",
        "mkdir",
        "rmdir",
        "chmod",
    ]:
        setattr(os, _name, _deadly(getattr(os, _name)))
    os.open = _deadly_open
    os.write = _deadly_write
