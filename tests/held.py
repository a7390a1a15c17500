"""A workspace whose lock another thread holds."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from notakesepakatan.workspace import Workspace


@contextmanager
def held_by_another(workspace: Workspace) -> Iterator[None]:
    """While `ani` saves a draft."""
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with workspace.act("menyimpan konsep", "uji", "ani"):
            held.set()
            done.wait()

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait()
    try:
        yield
    finally:
        done.set()
        holder.join()
