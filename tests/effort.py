"""Bounds on work that hold on any machine: counted in what the machine itself needs for something plain."""

import time


def yardstick() -> float:
    """Seconds of this thread's processor time for ten million empty steps; about a quarter on a machine of 2020."""
    start = time.thread_time()
    for _ in range(10_000_000):
        pass
    return time.thread_time() - start
