"""Waitress with bounds on who keeps its connections and for how long.

Waitress by itself takes a hundred connections and closes one that was silent for two minutes:
a hundred that send a byte now and then close the desk to everyone. Here a request has so many
seconds to arrive, one address has so many requests under way, and where all places are
taken the one goes that has used up most of its seconds. A connection whose request is being
answered is never closed, and one that rests between two requests is not counted for its
address.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import Any

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.server import MultiSocketServer, TcpWSGIServer
from waitress.task import ErrorTask, ThreadedTaskDispatcher

from notakesepakatan.web.guard.addresses import source
from notakesepakatan.web.guard.clock import steady_seconds

MOST_CONNECTIONS = 400
"""Open at once; each may hold a temporary file too, and a process has 1,024 of both."""
MOST_UNFINISHED = 50
"""Of one address: connections whose request has not arrived as a whole."""
_SPARE = 50
"""Between the last connection taken and the one at which waitress takes no more."""
_ROUND = 1.0
"""Seconds between two looks at what takes too long."""


class Awaited(Enum):
    """What a connection waits for."""

    HEADERS = auto()
    BODY = auto()
    NEXT_REQUEST = auto()
    READER = auto()
    """The answer is there and is not yet read."""
    DESK = auto()
    """A request is being answered, or is next."""


LONGEST: Mapping[Awaited, float] = {
    Awaited.HEADERS: 10,
    Awaited.BODY: 120,
    Awaited.NEXT_REQUEST: 60,
    Awaited.READER: 600,
}
"""Seconds for which a connection may wait for that; what the desk does itself has no limit."""
_UNFINISHED = (Awaited.HEADERS, Awaited.BODY)


_UNREADABLE = "Permintaan ini tidak dapat dibaca. Kembali, muat ulang, lalu kirim lagi."
_REFUSAL = {
    413: "Yang dikirim terlalu besar; berkas paling besar 50 MB. Kecilkan atau bagi "
    "berkasnya, lalu kirim lagi.",
    431: "Alamat atau keterangan permintaan ini terlalu panjang. Hapus kuki peramban "
    "untuk alamat ini, lalu buka lagi.",
    500: "Ada kesalahan di dalam program. Data Anda tidak diubah. "
    "Beri tahu pengelola program.",
}
"""What is said of a request that is refused before the desk sees it, by its status."""
_PAGE = (
    '<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>Tidak dapat '
    'dilayani</title></head><body><main><h1>Tidak dapat dilayani</h1><p role="alert">'
    '{words}</p><p><a href="/">Ke daftar kesepakatan</a></p></main></body></html>'
)


class RefusalTask(ErrorTask):  # type: ignore[misc] # waitress has no types
    """The answer to a request that never reaches the desk, as a page in Indonesian."""

    def execute(self) -> None:
        """Write it, and close the connection."""
        error = self.request.error
        words = _REFUSAL.get(error.code, _UNREADABLE)
        page = _PAGE.format(words=words).encode()
        self.status = f"{error.code} {error.reason}"
        self.response_headers.append(("Content-Type", "text/html; charset=utf-8"))
        self.response_headers.append(("Content-Security-Policy", "default-src 'none'"))
        self.set_close_on_finish()
        self.content_length = len(page)
        self.write(page)


class Channel(HTTPChannel):  # type: ignore[misc] # waitress has no types
    """One connection.

    Attributes:
        since: when what it waits for began, in steady seconds.
    """

    error_task_class = RefusalTask

    def __init__(self, server: "Server", *args: Any, **kwargs: Any) -> None:
        self.since = server.clock()
        self._had_answer = False
        super().__init__(server, *args, **kwargs)

    @property
    def awaited(self) -> Awaited:
        """What it waits for."""
        if self.requests:
            return Awaited.DESK
        if self.total_outbufs_len:
            return Awaited.READER
        if self.request is not None:
            return Awaited.BODY if self.request.headers_finished else Awaited.HEADERS
        return Awaited.NEXT_REQUEST if self._had_answer else Awaited.HEADERS

    def used_up(self, now: float) -> float:
        """How much of its seconds it has waited: more than 1 is too long; 0 for the desk's."""
        longest = LONGEST.get(self.awaited)
        return (now - self.since) / longest if longest else 0.0

    def received(self, data: bytes) -> bool:
        """Some bytes came."""
        request_before = self.request
        went_well: bool = super().received(data)
        if self.request is not request_before:
            self.since = self.server.clock()
        return went_well

    def service(self) -> None:
        """Answer one request; a thread of the desk does it."""
        super().service()
        self._had_answer = True
        self.since = self.server.clock()

    # The server closes connections while waitress goes through them all.

    def readable(self) -> bool:
        """Whether it is open and may be read."""
        return bool(self.connected and super().readable())

    def writable(self) -> bool:
        """Whether it is open and there is something to write."""
        return bool(self.connected and super().writable())


class Server(TcpWSGIServer):  # type: ignore[misc] # waitress has no types
    """Listens on one address.

    Attributes:
        clock: gives steady seconds.
        exempt: addresses through which many people come: of proxies.
    """

    channel_class = Channel
    clock = staticmethod(steady_seconds)
    exempt: frozenset[str] = frozenset()
    _next_round = 0.0

    def readable(self) -> bool:
        """Asked before each round of waitress, at least once a second."""
        now = self.clock()
        if now >= self._next_round:
            self._next_round = now + _ROUND
            _close(each for each in self._channels() if each.used_up(now) > 1)
        return bool(super().readable())

    def maintenance(self, now: float) -> None:
        """Nothing: what waitress does here goes by the machine's clock, which jumps."""

    def handle_accept(self) -> None:
        """One more connection; where that is one too many, another goes."""
        super().handle_accept()
        _close(self._beyond_share())
        _close(self._beyond_room())

    def _channels(self) -> list[Channel]:
        """Also those of other addresses that this process listens on."""
        return [each for each in self._map.values() if isinstance(each, Channel)]

    def _beyond_share(self) -> Iterable[Channel]:
        """The oldest requests under way of an address that has too many of them."""
        by_source = defaultdict[str, list[Channel]](list)
        for channel in self._channels():
            address = channel.addr[0]
            if channel.awaited in _UNFINISHED and address not in self.exempt:
                by_source[source(address)].append(channel)
        for channels in by_source.values():
            channels.sort(key=lambda channel: channel.since)
            yield from channels[: max(len(channels) - MOST_UNFINISHED, 0)]

    def _beyond_room(self) -> Iterable[Channel]:
        """As many as there are too many, those that used up most of their seconds."""
        now = self.clock()
        channels = self._channels()
        waiting = [
            channel for channel in channels if channel.awaited is not Awaited.DESK
        ]
        waiting.sort(key=lambda channel: channel.used_up(now), reverse=True)
        return waiting[: max(len(channels) - MOST_CONNECTIONS, 0)]


def _close(channels: Iterable[Channel]) -> None:
    for channel in list(channels):
        channel.handle_close()


def listen(app: Any, exempt: frozenset[str], **options: Any) -> Any:
    """Waitress with these bounds; it listens already.

    Args:
        app: the WSGI application.
        exempt: addresses of proxies; one of them may have any number of requests under way.
        options: what waitress itself is told.

    Raises:
        OSError, ValueError: the address cannot be listened on.
    """
    adjustments = Adjustments(
        connection_limit=MOST_CONNECTIONS + _SPARE, asyncore_use_poll=True, **options
    )
    dispatcher = ThreadedTaskDispatcher()
    dispatcher.set_thread_count(adjustments.threads)
    sockets: dict[int, Any] = {}
    servers = [
        Server(
            app, sockets, dispatcher=dispatcher, adj=adjustments, sockinfo=socket_info
        )
        for socket_info in adjustments.listen
    ]
    for server in servers:
        server.exempt = exempt
    if len(servers) == 1:
        return servers[0]
    places = [(server.effective_host, server.effective_port) for server in servers]
    return MultiSocketServer(
        sockets, adjustments, places, dispatcher, servers[0].log_info
    )
