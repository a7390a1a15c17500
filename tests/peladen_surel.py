"""A mail server of our own, and certificates of our own for it, for what is sent to be seen."""

import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from waiting import PATIENCE

SANDI = "kata sandi surel"
NAMA = "surel.contoh.go.id"


@dataclass(frozen=True)
class Sertifikat:
    """Who vouches (`penerbit`), and certificates with their keys in one file each.

    Attributes:
        penerbit: PEM of who issued both.
        sah: certificate of 127.0.0.1 and localhost.
        nama_lain: certificate of another name alone.
    """

    penerbit: Path
    sah: Path
    nama_lain: Path


def buat_sertifikat(folder: Path) -> Sertifikat:
    """Certificates as an office with an issuer of its own has them, strictly by RFC 5280."""
    # Nothing of the machine's own openssl.cnf.
    (folder / "openssl.cnf").write_text("[req]\ndistinguished_name = dn\n[dn]\n")
    penerbit, kunci = folder / "penerbit.pem", folder / "penerbit.key"
    _openssl(
        folder,
        *("-subj", "/CN=Penerbit Uji", "-keyout", kunci, "-out", penerbit),
        *("-addext", "basicConstraints=critical,CA:TRUE"),
        *("-addext", "keyUsage=critical,keyCertSign,cRLSign"),
        *("-addext", "subjectKeyIdentifier=hash"),
    )

    def terbit(nama: str, untuk: str) -> Path:
        berkas, rahasia = folder / f"{nama}.pem", folder / f"{nama}.key"
        _openssl(
            folder,
            *("-CA", penerbit, "-CAkey", kunci, "-subj", "/CN=uji"),
            *("-keyout", rahasia, "-out", berkas),
            *("-addext", f"subjectAltName={untuk}"),
            *("-addext", "basicConstraints=critical,CA:FALSE"),
            *("-addext", "keyUsage=critical,digitalSignature"),
            *("-addext", "authorityKeyIdentifier=keyid"),
        )
        berkas.write_bytes(berkas.read_bytes() + rahasia.read_bytes())
        return berkas

    sah = terbit("sah", "IP:127.0.0.1,DNS:localhost")
    return Sertifikat(penerbit, sah, terbit("nama-lain", f"DNS:{NAMA}"))


def _openssl(folder: Path, *pilihan: str | Path) -> None:
    kunci = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    umum = ("-x509", "-days", "7300", "-config", folder / "openssl.cnf")
    subprocess.run(
        ["openssl", "req", *umum, *kunci, *pilihan],
        check=True,
        capture_output=True,
    )


@dataclass
class PeladenSurel(threading.Thread):
    """A mail server that keeps what it is told, one connection after the other.

    Attributes:
        sertifikat: its certificate; None for a server without TLS.
        langsung: whether TLS begins with the first byte.
        tolak: addresses that it refuses.
        diam: the command that it never answers; empty for none.
        tetes: the command that it answers in drops, without end; empty for none.
        putus: the command at which it hangs up; empty for none.
        jawab_data: what it answers to a message.
        dikatakan: every line that it was told before a message, in order.
        surel: every message that it took.
    """

    sertifikat: Path | None = None
    langsung: bool = False
    tolak: frozenset[str] = frozenset()
    diam: str = ""
    tetes: str = ""
    putus: str = ""
    jawab_data: str = "250 ok"
    dikatakan: list[str] = field(default_factory=list)
    surel: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(daemon=True)
        self._soket = socket.create_server(("127.0.0.1", 0))
        self.porta: int = self._soket.getsockname()[1]

    def __hash__(self) -> int:
        return id(self)

    def __enter__(self) -> "PeladenSurel":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        # A word of our own ends the waiting; closing a socket does not everywhere.
        self._berhenti = True
        with socket.create_connection(("127.0.0.1", self.porta)):
            pass
        self.join(PATIENCE)
        assert not self.is_alive()
        self._soket.close()

    _berhenti = False

    def run(self) -> None:
        while True:
            sambungan, _ = self._soket.accept()
            if self._berhenti:
                sambungan.close()
                return
            try:
                self._layani(sambungan)
            except OSError:
                pass  # the other side would not go on, which is what some tests are about
            finally:
                sambungan.close()

    def _layani(self, soket: socket.socket) -> None:
        if self.langsung:
            soket = self._dengan_tls(soket)
        if self._bicara(soket):
            soket = self._dengan_tls(soket)
            self._bicara(soket, sudah_tls=True)
        soket.close()

    def _dengan_tls(self, soket: socket.socket) -> socket.socket:
        konteks = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        konteks.load_cert_chain(str(self.sertifikat))
        return konteks.wrap_socket(soket, server_side=True)

    def _bicara(self, soket: socket.socket, sudah_tls: bool = False) -> bool:
        """Answer until the end, or, which is True, until TLS is asked for."""
        aliran = soket.makefile("rb")

        def kata(teks: str) -> None:
            soket.sendall(f"{teks}\r\n".encode())

        if not sudah_tls:
            kata("220 uji")
        for mentah in aliran:
            baris = mentah.decode().rstrip("\r\n")
            self.dikatakan.append(baris)
            perintah = baris.upper()
            if self.diam and perintah.startswith(self.diam):
                aliran.read()  # until the other side gives up
                return False
            if self.tetes and perintah.startswith(self.tetes):
                self._teteskan(soket)
                return False
            if self.putus and perintah.startswith(self.putus):
                return False
            if perintah.startswith("EHLO"):
                kata("250-uji")
                if self.sertifikat and not (self.langsung or sudah_tls):
                    kata("250-STARTTLS")
                kata("250 AUTH PLAIN")
            elif perintah == "STARTTLS":
                kata("220 mulai")
                return True
            elif perintah.startswith("AUTH"):
                kata("235 masuk")
            elif perintah.startswith("RCPT"):
                ditolak = any(alamat in baris for alamat in self.tolak)
                kata("550 tidak dikenal" if ditolak else "250 ok")
            elif perintah == "DATA":
                self._data(aliran, kata)
            elif perintah == "QUIT":
                kata("221 sampai jumpa")
                return False
            else:
                kata("250 ok")
        return False

    def _teteskan(self, soket: socket.socket) -> None:
        while True:  # until the other side gives up, which ends it with an OSError
            soket.sendall(b"2")
            time.sleep(0.01)

    def _data(self, aliran: BinaryIO, kata: Callable[[str], None]) -> None:
        kata("354 mulai")
        isi = b""
        for baris in aliran:
            if baris == b".\r\n":
                break
            isi += baris.removeprefix(b".")
        if self.jawab_data.startswith("2"):
            self.surel.append(isi)
        kata(self.jawab_data)
