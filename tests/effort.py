"""Bounds on work that hold on any machine: counted in what the machine itself needs for something plain."""

import time
from collections.abc import Callable
from functools import cache

YARDSTICKS = 60
"""What is linear needs a tenth of this; what grows with the square needs many times as much."""

TRIES = 3


def is_bounded(work: Callable[[], object], yardsticks: int = YARDSTICKS) -> bool:
    """Whether work ends within so many yardsticks of its own processor time, in the best of three tries.

    What the machine does beside it (a collection of garbage, a pause of its host) is charged to one try; a square is charged to each.
    """
    bound = yardsticks * _yardstick()
    return any(_seconds(work) <= bound for _ in range(TRIES))


def _seconds(work: Callable[[], object]) -> float:
    """This thread's processor time."""
    start = time.thread_time()
    work()
    return time.thread_time() - start


@cache
def _yardstick() -> float:
    """Seconds of ten million empty steps, about a quarter on a machine of 2020."""

    def count() -> None:
        for _ in range(10_000_000):
            pass

    return _seconds(count)
