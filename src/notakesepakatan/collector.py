"""Python's collector set aside while many long-lived objects are made: looking for garbage among them only costs time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_off() -> Iterator[None]:
    """No collecting inside, for a block or as a decorator; afterwards as it was."""
    alive = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if alive:
            gc.enable()
