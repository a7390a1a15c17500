"""Connections that never finish a request, beside readers: a real server, real sockets."""

import http.client
import re
import resource
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from notakesepakatan.web.guard.connections import (
    LONGEST,
    MOST_CONNECTIONS,
    MOST_UNFINISHED,
    Awaited,
    Channel,
    listen,
)
from serving import serving
from waiting import PATIENCE, wait_until
from web.conftest import copy_workspace

NOTA = str(Path(sys.executable).with_name("nota"))
BEGINNINGS = (
    b"",
    b"GET / HTTP/1.1\r\nHost: a\r\nX-",
    b"POST /masuk HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\n",
)
"""How a request begins that is never finished: not at all, in its headers, in its body."""


@pytest.fixture
def peladen(tmp_path: Path) -> Iterator[int]:
    """The port of a desk in a process of its own."""
    akar = copy_workspace(tmp_path)
    perintah = [NOTA, "-C", str(akar), "web", "--port", "0", "--tanpa-browser"]
    with subprocess.Popen(perintah, stdout=subprocess.PIPE, text=True) as proses:
        assert proses.stdout
        cocok = re.match(r"Meja siap di \S+:(\d+)/", proses.stdout.readline())
        assert cocok
        yield int(cocok[1])
        proses.terminate()


@contextmanager
def half_open(port: int, addresses: list[str]) -> Iterator[list[socket.socket]]:
    """A connection from each address that never finishes its request.

    Each sends a byte again and again until the block ends, so that none is silent.
    """
    with ExitStack() as opened, trickling() as sockets:
        for n, address in enumerate(addresses):
            satu = opened.enter_context(
                socket.create_connection(
                    ("127.0.0.1", port), PATIENCE, source_address=(address, 0)
                )
            )
            satu.sendall(BEGINNINGS[n % len(BEGINNINGS)])
            sockets.append(satu)
        yield sockets


@contextmanager
def trickling() -> Iterator[list[socket.socket]]:
    """Every socket of the list gets a byte again and again, as long as the other end lets it."""
    sockets = list[socket.socket]()
    stop = threading.Event()

    def trickle() -> None:
        while not stop.wait(0.5):
            for satu in sockets:
                try:
                    satu.send(b"x")
                except OSError:
                    continue

    benang = threading.Thread(target=trickle)
    benang.start()
    try:
        yield sockets
    finally:
        stop.set()
        benang.join()


def is_open(satu: socket.socket) -> bool:
    """Whether the other end still keeps it; it never sends anything."""
    try:
        satu.setblocking(False)
        return satu.recv(1) != b""
    except BlockingIOError:
        return True
    except OSError:
        return False


def read(port: int) -> int:
    """The status of a page that one more visitor reads."""
    with closing(
        http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    ) as hubungan:
        hubungan.request("GET", "/alat")
        jawaban = hubungan.getresponse()
        jawaban.read()
        return jawaban.status


@pytest.mark.processes
def test_readers_are_answered_beside_half_open_connections(peladen: int) -> None:
    """More than waitress alone takes, and none of them silent."""
    with half_open(peladen, ["127.0.0.1"] * 120) as sockets:
        assert [read(peladen) for _ in range(5)] == [200] * 5
        wait_until(
            lambda: sum(map(is_open, sockets)) <= MOST_UNFINISHED,
            "one address to have no more than its share",
        )


@pytest.mark.processes
@pytest.mark.long
def test_readers_are_answered_beside_500_half_open_connections(peladen: int) -> None:
    """From one address, and from as many that none has more than its share."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 4096), most))
    everywhere = [f"127.0.{n // 250}.{n % 250 + 1}" for n in range(500)]
    for addresses in (["127.0.0.1"] * 500, everywhere):
        with half_open(peladen, addresses):
            assert [read(peladen) for _ in range(50)] == [200] * 50


class Kecil:
    """Waitress over a small application, by a clock that a test sets."""

    def __init__(self, app: Any, exempt: frozenset[str] = frozenset()) -> None:
        self.now = 1000.0
        self.server = listen(app, exempt, host="127.0.0.1", port=0)
        self.server.clock = lambda: self.now
        self.port: int = self.server.effective_port

    def connect(self, sent: bytes = b"") -> socket.socket:
        satu = socket.create_connection(("127.0.0.1", self.port), PATIENCE)
        satu.sendall(sent)
        return satu

    def awaited(self) -> list[Awaited]:
        everything = list(self.server._map.values())  # while the server changes it
        return [satu.awaited for satu in everything if isinstance(satu, Channel)]

    def closes_everything(self) -> bool:
        """Time goes on with each question.

        What was still on its way when a test moved the clock begins to wait only then.
        """
        self.now += 1.5
        return not self.awaited()


def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    start_response("200 OK", [("Content-Length", "2")])
    return [b"ya"]


def read_answer(satu: socket.socket) -> None:
    """Headers and body may come one after the other."""
    satu.settimeout(PATIENCE)
    came = b""
    while not came.endswith(b"ya"):
        more = satu.recv(1000)
        assert more, "it was closed instead"
        came += more


@pytest.fixture
def kecil() -> Iterator[Callable[..., Kecil]]:
    with ExitStack() as running:

        def make(*args: Any) -> Kecil:
            satu = Kecil(*args)
            running.enter_context(serving(satu.server))
            return satu

        yield make


GET = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"


@pytest.mark.processes
@pytest.mark.parametrize(
    ("sent", "awaited"),
    [
        (BEGINNINGS[0], Awaited.HEADERS),
        (BEGINNINGS[1], Awaited.HEADERS),
        (BEGINNINGS[2], Awaited.BODY),
        (GET, Awaited.NEXT_REQUEST),
        (GET + b"GET / HT", Awaited.HEADERS),
    ],
)
def test_each_wait_has_its_seconds(
    kecil: Callable[..., Kecil], sent: bytes, awaited: Awaited
) -> None:
    meja = kecil(answer)
    with closing(meja.connect(sent)) as satu:
        if sent.startswith(GET):
            read_answer(satu)
        wait_until(lambda: meja.awaited() == [awaited], f"awaited {awaited.name}")
        meja.now += LONGEST[awaited]
        assert meja.awaited() == [awaited]
        wait_until(meja.closes_everything, "the connection to be closed")
        wait_until(lambda: not is_open(satu), "its other end to see it")


@pytest.mark.processes
def test_an_answer_that_nobody_reads_is_given_up(kecil: Callable[..., Kecil]) -> None:
    """Also where not one more byte can be written, which waitress alone waits for."""

    def large(_: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        start_response("200 OK", [("Content-Length", str(12 << 20))])
        return [b"x" * (12 << 20)]

    meja = kecil(large)
    with closing(meja.connect(GET)):
        wait_until(lambda: meja.awaited() == [Awaited.READER], "the answer to wait")
        meja.now += LONGEST[Awaited.READER]
        wait_until(meja.closes_everything, "the connection to be closed")


@pytest.mark.processes
def test_what_the_desk_works_on_is_never_closed(kecil: Callable[..., Kecil]) -> None:
    go = threading.Event()

    def slow(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        go.wait(PATIENCE)
        return answer(environ, start)

    meja = kecil(slow)
    with closing(meja.connect(GET)) as satu, closing(meja.connect(b"GET ")):
        wait_until(
            lambda: set(meja.awaited()) == {Awaited.HEADERS, Awaited.DESK}, "both"
        )
        meja.now += 3600

        def only_the_desk_goes_on() -> bool:
            meja.now += 1.5
            return meja.awaited() == [Awaited.DESK]

        wait_until(only_the_desk_goes_on, "the other to be closed")
        go.set()
        read_answer(satu)


@pytest.mark.processes
@pytest.mark.parametrize("exempt", [frozenset(), frozenset({"127.0.0.1"})])
def test_a_proxy_has_any_number(
    kecil: Callable[..., Kecil], exempt: frozenset[str]
) -> None:
    meja = kecil(answer, exempt)
    many = MOST_UNFINISHED + 10
    with ExitStack() as opened:
        sockets = [opened.enter_context(closing(meja.connect())) for _ in range(many)]
        kept = many if exempt else MOST_UNFINISHED
        wait_until(lambda: len(meja.awaited()) == kept, f"{kept} connections")
        oldest, youngest = sockets[0], sockets[-1]
        if not exempt:
            wait_until(lambda: not is_open(oldest), "the oldest to be closed")
        youngest.sendall(GET)
        read_answer(youngest)


@pytest.mark.processes
def test_resting_connections_do_not_count_and_go_where_all_places_are_taken(
    kecil: Callable[..., Kecil],
) -> None:
    """An office behind one address that is no proxy the desk was told of."""
    meja = kecil(answer)
    with ExitStack() as opened:
        for _ in range(MOST_UNFINISHED + 10):
            satu = opened.enter_context(closing(meja.connect(GET)))
            read_answer(satu)
        resting = [Awaited.NEXT_REQUEST] * (MOST_UNFINISHED + 10)
        wait_until(lambda: meja.awaited() == resting, "all to rest")
        for _ in range(MOST_CONNECTIONS - len(resting) + 5):
            satu = opened.enter_context(closing(meja.connect(GET)))
            read_answer(satu)
        wait_until(
            lambda: len(meja.awaited()) == MOST_CONNECTIONS, "the oldest to make room"
        )


@pytest.mark.processes
def test_a_jump_of_the_machines_clock_closes_nothing(
    kecil: Callable[..., Kecil], monkeypatch: pytest.MonkeyPatch
) -> None:
    meja = kecil(answer)
    with closing(meja.connect(GET)) as satu:
        read_answer(satu)
        real = time.time
        monkeypatch.setattr(time, "time", lambda: real() + 1e9)
        for _ in range(3):
            satu.sendall(GET)
            read_answer(satu)
        meja.server.readable()
        resting = [Awaited.NEXT_REQUEST]
        wait_until(lambda: meja.awaited() == resting, "it to rest, still open")


REFUSED = [
    (f"POST /masukkan HTTP/1.1\r\nHost: a\r\nContent-Length: {10**9}\r\n\r\n", 413),
    (f"GET /{'x' * 300_000} HTTP/1.1\r\nHost: a\r\n\r\n", 431),
    ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400),
]


@pytest.mark.processes
@pytest.mark.parametrize(
    ("request_text", "status"), REFUSED, ids=["body", "head", "name"]
)
def test_what_never_reaches_the_desk_is_refused_in_indonesian(
    peladen: int, request_text: str, status: int
) -> None:
    with closing(socket.create_connection(("127.0.0.1", peladen), PATIENCE)) as one:
        one.sendall(request_text.encode())
        answer = http.client.HTTPResponse(one)
        answer.begin()
        page = answer.read().decode()
    assert answer.status == status
    assert '<html lang="id">' in page
    assert "waitress" not in page.lower()
    assert "lagi" in page
