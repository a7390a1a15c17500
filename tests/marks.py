"""A test's marks say what it needs beside this process; one that reaches for more than it says fails where it does."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_OUTSIDE = {"browser", "office", "processes"}
_EVENTS = {
    "subprocess.Popen",
    "os.fork",
    "os.forkpty",
    "os.posix_spawn",
    "os.system",
    "socket.bind",
    "socket.connect",
}
_NO_MORE_THAN_A_CALL = {"fc-list"}
"""Programs that answer like a library does."""
_unmarked: list[pytest.Item] = []
"""The test under way, if it says that it needs nothing."""


def give_marks(items: list[pytest.Item]) -> None:
    """Whatever asks for the browser is marked so."""
    for item in items:
        if "peramban" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@contextmanager
def held_to_its_marks(item: pytest.Item) -> Iterator[None]:
    """Within, an unmarked test starts no process and opens no socket."""
    if not any(item.get_closest_marker(name) for name in _OUTSIDE):
        _unmarked.append(item)
    try:
        yield
    finally:
        _unmarked.clear()


def watch() -> None:
    """Have this process tell what it does, until it ends."""
    sys.addaudithook(_refuse_unmarked)


def _refuse_unmarked(event: str, args: tuple[object, ...]) -> None:
    if not _unmarked or event not in _EVENTS:
        return
    # A call of a program is told twice by Python 3.13: as a call, and as what starts it.
    is_call = event in ("subprocess.Popen", "os.posix_spawn")
    if is_call and Path(os.fsdecode(args[0])).name in _NO_MORE_THAN_A_CALL:  # type: ignore[arg-type]
        return
    raise AssertionError(
        f"{_unmarked[0].nodeid} does {event}: mark it with pytest.mark.processes"
    )
