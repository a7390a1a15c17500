"""Python's collector set aside while a document is composed or written.

A document is many objects that live until it is done: looking for garbage among them
only costs time (rows "PDF, warm" and "DOCX, warm" of docs/benchmark.md).
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_off() -> Iterator[None]:
    """No collecting inside; afterwards as it was."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
