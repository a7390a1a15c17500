"""The desk as a server: its addresses, who must log in, and waitress in front of it."""

import logging
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_address
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from flask import Flask

from notakesepakatan.bureau.waiting import clear_up
from notakesepakatan.desk.accounts import load_accounts
from notakesepakatan.errors import NotaError
from notakesepakatan.load.dictionary import load_dictionary
from notakesepakatan.load.opened import Opened
from notakesepakatan.web import create_app
from notakesepakatan.web.guard.addresses import behind, plain_address
from notakesepakatan.web.guard.requests import UPLOAD_SIZE
from notakesepakatan.workspace import Workspace
from notakesepakatan.zona import Clock, machine_clock, office_day

_THREADS = 8
_NO_ACCOUNTS = (
    "Meja yang dapat dibuka dari komputer lain memerlukan akun, dan belum ada satu pun.\n"
    "Buat dahulu, misalnya: nota pengguna tambah ani --peran pengesah. "
    'Untuk komputer ini saja, jalankan "nota web".'
)


class DeskNotStarted(NotaError):
    """The desk cannot be opened as asked."""


@dataclass(frozen=True)
class Position:
    """Where the desk listens.

    Attributes:
        alamat: the address of this machine.
        port: the port.
        origin: the address people type where that is another, behind a proxy with TLS.
        proxies: addresses of the proxies whose word about a visitor's address is believed;
            none named: of this machine, where there is an origin.
    """

    alamat: str = "127.0.0.1"
    port: int = 8020
    origin: str = ""
    proxies: tuple[str, ...] = ()

    @property
    def believed(self) -> frozenset[str]:
        """Addresses whose word about a visitor's address is believed."""
        if self.proxies or not self.origin:
            return frozenset(self.proxies)
        return frozenset({"127.0.0.1", "::1"})

    @property
    def only_here(self) -> bool:
        """Only this machine reaches it, and no proxy stands before it."""
        return is_loopback(self.alamat) and not self.origin

    def url(self, port: int) -> str:
        """What to type into a browser of this machine."""
        if self.origin:
            return self.origin
        is_everywhere = self.alamat in ("0.0.0.0", "::")  # noqa: S104 - compared, not bound
        target = "127.0.0.1" if is_everywhere else self.alamat
        return f"http://{_host(target)}:{port}"


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
    names = {"127.0.0.1", "localhost", "[::1]", _host(position.alamat)}
    if not is_loopback(position.alamat):
        names |= {socket.gethostname(), socket.getfqdn(), *_own_addresses()}
    hosts = {f"{name}:{port}" for name in names}
    if port == 80:
        hosts |= names
    if position.origin:
        hosts.add(urlsplit(position.origin).netloc)
    return frozenset(hosts)


def _own_addresses() -> set[str]:
    """The address from which this machine would speak to the world; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return {probe.getsockname()[0]}
        except OSError:
            return set()


def check_origin(origin: str) -> str:
    """The address that people type, as scheme and host.

    Raises:
        DeskNotStarted: it is no such address.
    """
    parts = urlsplit(origin)
    is_web = parts.scheme in ("http", "https") and parts.hostname
    if not is_web or parts.path.strip("/") or parts.query:
        raise DeskNotStarted(
            f'"{origin}" bukan alamat; tulis misalnya https://meja.kota.go.id'
        )
    return f"{parts.scheme}://{parts.netloc}"


def check_proxies(addresses: Iterable[str], origin: str) -> tuple[str, ...]:
    """The addresses of proxies, in the form in which addresses are compared.

    Raises:
        DeskNotStarted: one is no address, or the address that people type is not said.
    """
    addresses = tuple(addresses)
    if addresses and not origin:
        raise DeskNotStarted(
            "--proksi dipakai bersama --asal: sebutkan juga alamat yang diketik orang, "
            "misalnya --asal https://meja.kota.go.id"
        )
    checked = []
    for text in addresses:
        address = plain_address(text)
        if address is None:
            raise DeskNotStarted(
                f'--proksi "{text}" bukan alamat IP; tulis misalnya 192.168.1.10'
            )
        checked.append(address)
    return tuple(checked)


def open_desk(
    workspace: Workspace, position: Position, now: Clock = machine_clock
) -> tuple[Any, str]:
    """A server that listens already, and its address; `run()` serves until it is stopped.

    Raises:
        DeskNotStarted: others could reach it and there are no accounts, or the port is taken.
        FaultyNaskah: the workspace's settings are wrong.
    """
    accounts = load_accounts(workspace)
    if not accounts and not position.only_here:
        raise DeskNotStarted(_NO_ACCOUNTS)
    clear_up(workspace)
    valid_hosts: set[str] = set()
    app = create_app(
        workspace,
        login_required=bool(accounts),
        valid_hosts=valid_hosts,
        origin=position.origin,
        now=now,
    )
    server = _listen(app, position)
    port = getattr(server, "effective_port", position.port)
    valid_hosts |= known_hosts(position, port)
    # The first whose text is checked does not wait for the dictionary.
    Thread(target=load_dictionary, daemon=True).start()
    today = office_day(Opened(workspace).pengaturan.zona, now)
    app.extensions["meja"].board.on(today)
    return server, position.url(port)


def _listen(app: Flask, position: Position) -> Any:
    """Waitress, which listens already."""
    from notakesepakatan.web.guard.connections import listen

    # That many ask at once is no news to the operator.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    options: dict[str, Any] = {
        "threads": _THREADS,
        "ident": None,
        "max_request_body_size": UPLOAD_SIZE + 1024,
        # What proxies say is weighed by `behind`, which knows more than one of them.
        "clear_untrusted_proxy_headers": False,
    }
    proxies = position.believed
    try:
        return listen(
            behind(proxies, app.wsgi_app),
            proxies,
            host=position.alamat,
            port=position.port,
            **options,
        )
    except (OSError, ValueError) as cause:
        raise DeskNotStarted(
            f"Alamat {position.alamat} port {position.port} tidak dapat dipakai "
            f"({cause}); mungkin meja sudah berjalan. Coba --port lain."
        ) from None
