"""Waiting for what happens, not for time to pass: a busy machine makes a test slow, never wrong."""

import time
from collections.abc import Callable
from typing import TypeVar

PATIENCE = 300
"""Seconds after which something is said to hang; nothing is asked to be quick."""

Answer = TypeVar("Answer")


def wait_until(ask: Callable[[], Answer], what: str) -> Answer:
    """The first answer that is true; `what` is waited for."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        answer = ask()
        if answer:
            return answer
        time.sleep(0.02)
    raise AssertionError(f"{PATIENCE} s without {what}")
