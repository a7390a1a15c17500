"""A server of waitress in a thread of the tests, which ends as it began: one step after another."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from waitress import wasyncore
from waitress.server import BaseWSGIServer

from waiting import PATIENCE


@contextmanager
def serving(server: BaseWSGIServer) -> Iterator[None]:
    """The server answers within the block, and is gone after it.

    Its sockets are closed by the thread that waits for them. Closed by another, they may be
    gone between the moment it lists them and the moment it asks the system about them.
    """
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.task_dispatcher.shutdown()
        # Under its lock: awake already, it would close the pipe before it is rung.
        with server.trigger.lock:
            server.trigger.thunks.append(lambda: wasyncore.close_all(server._map))
            server.trigger.pull_trigger()
        thread.join(PATIENCE)
        assert not thread.is_alive()
