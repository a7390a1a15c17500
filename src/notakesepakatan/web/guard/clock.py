"""Seconds that only go forward, whatever is done to the machine's clock."""

import time


def steady_seconds() -> float:
    """Seconds since some moment of the past.

    The hours a machine slept count too, where it can tell them; nobody stays logged in by
    closing the lid.
    """
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()
