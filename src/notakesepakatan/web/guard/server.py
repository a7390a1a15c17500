"""The desk as a server: which addresses it answers to, who must log in, and waitress in front of it."""

import logging
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from ipaddress import ip_address
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from notakesepakatan.bureau.check import load_dictionary
from notakesepakatan.desk.accounts import load_accounts
from notakesepakatan.errors import NotaError
from notakesepakatan.web import create_app
from notakesepakatan.web.guard.requests import LARGEST_SIZE
from notakesepakatan.workspace import Workspace

_THREAD = 8


class DeskNotStarted(NotaError):
    """The desk cannot be opened as asked."""


@dataclass(frozen=True)
class Position:
    """Where the desk listens, and the address people type where that is another (behind a proxy with TLS)."""

    alamat: str = "127.0.0.1"
    port: int = 8020
    origin: str = ""

    @property
    def only_here(self) -> bool:
        """Only this machine reaches it, and no proxy stands before it."""
        return is_loopback(self.alamat) and not self.origin

    def url(self, port: int) -> str:
        """What to type into a browser of this machine."""
        target = "127.0.0.1" if self.alamat in ("0.0.0.0", "::") else self.alamat  # noqa: S104 - compared, not bound
        return self.origin or f"http://{_host(target)}:{port}"


def is_loopback(address: str) -> bool:
    """Whether an address is of this machine only."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"


def _host(address: str) -> str:
    return f"[{address}]" if ":" in address else address


def known_hosts(position: Position, port: int) -> frozenset[str]:
    """What requests may name as their host."""
    name = {"127.0.0.1", "localhost", "[::1]", _host(position.alamat)}
    if not is_loopback(position.alamat):
        name |= {socket.gethostname(), socket.getfqdn(), *_own_addresses()}
    result = {f"{one}:{port}" for one in name} | (name if port == 80 else set())
    if position.origin:
        result.add(urlsplit(position.origin).netloc)
    return frozenset(result)


def _own_addresses() -> set[str]:
    """The address from which this machine would speak to the world; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        try:
            s.connect(("192.0.2.1", 9))
            return {s.getsockname()[0]}
        except OSError:
            return set()


def check_origin(origin: str) -> str:
    """The address that people type, as scheme and host.

    Raises:
        DeskNotStarted: it is no such address.
    """
    part = urlsplit(origin)
    if (
        part.scheme not in ("http", "https")
        or not part.hostname
        or part.path.strip("/")
        or part.query
    ):
        raise DeskNotStarted(
            f'"{origin}" bukan alamat; tulis misalnya https://meja.kota.go.id'
        )
    return f"{part.scheme}://{part.netloc}"


def open_desk(
    workspace: Workspace, position: Position, today: Callable[[], date]
) -> tuple[Any, str]:
    """A server that listens already, and its address; `run()` serves until it is stopped.

    Raises:
        DeskNotStarted: others could reach it and there are no accounts, or the port is taken.
        FaultyNaskah: the workspace's settings are wrong.
    """
    import waitress

    logging.getLogger("waitress.queue").setLevel(
        logging.ERROR
    )  # that many ask at once is no news to the operator
    account = load_accounts(workspace)
    if not account and not position.only_here:
        raise DeskNotStarted(
            "Meja yang dapat dibuka dari komputer lain memerlukan akun, dan belum ada satu pun.\n"
            'Buat dahulu, misalnya: nota pengguna tambah ani --peran pengesah. Untuk komputer ini saja, jalankan "nota web".'
        )
    valid: set[str] = set()
    app = create_app(
        workspace,
        today=today,
        login_required=bool(account),
        valid_hosts=valid,
        origin=position.origin,
    )
    choice: dict[str, Any] = {
        "threads": _THREAD,
        "ident": None,
        "max_request_body_size": LARGEST_SIZE + 1024,
    }
    if position.origin:
        choice |= {
            "trusted_proxy": "127.0.0.1",
            "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
        }
    try:
        server = waitress.create_server(
            app,
            host=position.alamat,
            port=position.port,
            clear_untrusted_proxy_headers=True,
            **choice,
        )
    except (OSError, ValueError) as cause:
        raise DeskNotStarted(
            f"Alamat {position.alamat} port {position.port} tidak dapat dipakai ({cause}); "
            "mungkin meja sudah berjalan. Coba --port lain."
        ) from None
    port = getattr(server, "effective_port", position.port)
    valid |= known_hosts(position, port)
    Thread(
        target=load_dictionary, daemon=True
    ).start()  # the first to be checked does not wait for it
    app.extensions["meja"].board.on(today())
    return server, position.url(port)
