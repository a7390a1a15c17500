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

from notakesepakatan.bureau.check import load_kamus
from notakesepakatan.desk.accounts import load_pengguna
from notakesepakatan.errors import NotaError
from notakesepakatan.web import create_app
from notakesepakatan.web.guard.requests import BESAR_TERBESAR
from notakesepakatan.workspace.folders import RuangKerja

_BENANG = 8


class MejaTidakDimulai(NotaError):
    """The desk cannot be opened as asked."""


@dataclass(frozen=True)
class Tempat:
    """Where the desk listens, and the address people type where that is another (behind a proxy with TLS)."""

    alamat: str = "127.0.0.1"
    port: int = 8020
    asal: str = ""

    @property
    def hanya_di_sini(self) -> bool:
        """Only this machine reaches it, and no proxy stands before it."""
        return is_loopback(self.alamat) and not self.asal

    def url(self, port: int) -> str:
        """What to type into a browser of this machine."""
        tujuan = "127.0.0.1" if self.alamat in ("0.0.0.0", "::") else self.alamat  # noqa: S104 - compared, not bound
        return self.asal or f"http://{_host(tujuan)}:{port}"


def is_loopback(alamat: str) -> bool:
    """Whether an address is of this machine only."""
    try:
        return ip_address(alamat).is_loopback
    except ValueError:
        return alamat == "localhost"


def _host(alamat: str) -> str:
    return f"[{alamat}]" if ":" in alamat else alamat


def known_hosts(tempat: Tempat, port: int) -> frozenset[str]:
    """What requests may name as their host."""
    nama = {"127.0.0.1", "localhost", "[::1]", _host(tempat.alamat)}
    if not is_loopback(tempat.alamat):
        nama |= {socket.gethostname(), socket.getfqdn(), *_own_addresses()}
    hasil = {f"{satu}:{port}" for satu in nama} | (nama if port == 80 else set())
    if tempat.asal:
        hasil.add(urlsplit(tempat.asal).netloc)
    return frozenset(hasil)


def _own_addresses() -> set[str]:
    """The address from which this machine would speak to the world; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        try:
            s.connect(("192.0.2.1", 9))
            return {s.getsockname()[0]}
        except OSError:
            return set()


def check_asal(asal: str) -> str:
    """The address that people type, as scheme and host.

    Raises:
        MejaTidakDimulai: it is no such address.
    """
    bagian = urlsplit(asal)
    if bagian.scheme not in ("http", "https") or not bagian.hostname or bagian.path.strip("/") or bagian.query:
        raise MejaTidakDimulai(f'"{asal}" bukan alamat; tulis misalnya https://meja.kota.go.id')
    return f"{bagian.scheme}://{bagian.netloc}"


def open_desk(ruang: RuangKerja, tempat: Tempat, hari_ini: Callable[[], date]) -> tuple[Any, str]:
    """A server that listens already, and its address; `run()` serves until it is stopped.

    Raises:
        MejaTidakDimulai: others could reach it and there are no accounts, or the port is taken.
        NaskahBermasalah: the workspace's settings are wrong.
    """
    import waitress

    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that many ask at once is no news to the operator
    akun = load_pengguna(ruang)
    if not akun and not tempat.hanya_di_sini:
        raise MejaTidakDimulai(
            "Meja yang dapat dibuka dari komputer lain memerlukan akun, dan belum ada satu pun.\n"
            'Buat dahulu, misalnya: nota pengguna tambah ani --peran pengesah. Untuk komputer ini saja, jalankan "nota web".'
        )
    sah: set[str] = set()
    app = create_app(ruang, hari_ini=hari_ini, wajib_masuk=bool(akun), alamat_sah=sah, asal=tempat.asal)
    pilihan: dict[str, Any] = {"threads": _BENANG, "ident": None, "max_request_body_size": BESAR_TERBESAR + 1024}
    if tempat.asal:
        pilihan |= {"trusted_proxy": "127.0.0.1", "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"}}
    try:
        peladen = waitress.create_server(
            app, host=tempat.alamat, port=tempat.port, clear_untrusted_proxy_headers=True, **pilihan
        )
    except (OSError, ValueError) as sebab:
        raise MejaTidakDimulai(
            f"Alamat {tempat.alamat} port {tempat.port} tidak dapat dipakai ({sebab}); "
            "mungkin meja sudah berjalan. Coba --port lain."
        ) from None
    port = getattr(peladen, "effective_port", tempat.port)
    sah |= known_hosts(tempat, port)
    Thread(target=load_kamus, daemon=True).start()  # the first to be checked does not wait for it
    app.extensions["meja"].papan.on(hari_ini())
    return peladen, tempat.url(port)
