"""Sessions of those who logged in, kept by the server: they end by rest, by age, by logout and with the account.

The cookie holds a name of the session and nothing else; whoever restarts the desk logs everyone out.
"""

import secrets
from dataclasses import dataclass, replace
from threading import Lock
from typing import cast

from flask import current_app, session

from notakesepakatan.desk.accounts import Pengguna, load_pengguna
from notakesepakatan.web.context import desk, ruang

SESI = "meja.sesi"
PALING_LAMA = 8 * 3600
PALING_DIAM = 30 * 60
_KUNCI = Lock()


@dataclass(frozen=True)
class Sesi:
    """One session: whose, with which password it began, when, and when it was last used (seconds)."""

    nama: str
    sandi: str
    mulai: float
    terakhir: float

    def alive(self, kini: float) -> bool:
        """Whether it may still be used."""
        return kini - self.mulai <= PALING_LAMA and kini - self.terakhir <= PALING_DIAM


def _all() -> dict[str, Sesi]:
    return cast(dict[str, Sesi], current_app.extensions[SESI])


def begin(siapa: Pengguna) -> None:
    """A new session; what the visitor's cookie said before is forgotten, so that nobody can plant one."""
    session.clear()
    kini, nama = desk().waktu(), secrets.token_urlsafe(32)
    with _KUNCI:
        for lain in [kunci for kunci, satu in _all().items() if not satu.alive(kini)]:
            del _all()[lain]
        _all()[nama] = Sesi(siapa.nama, siapa.sandi, kini, kini)
    session["sesi"] = nama


def end() -> None:
    """Log out: the session is gone from the server too."""
    with _KUNCI:
        _all().pop(session.get("sesi", ""), None)
    session.clear()


def session_user() -> Pengguna | None:
    """The account of this request's session, with its present role; None where it ended."""
    nama, kini = session.get("sesi", ""), desk().waktu()
    with _KUNCI:
        satu = _all().get(nama)
        if satu is None or not satu.alive(kini):
            _all().pop(nama, None)
            return None
        siapa = load_pengguna(ruang()).get(satu.nama)
        if siapa is None or siapa.sandi != satu.sandi:
            del _all()[nama]
            return None
        _all()[nama] = replace(satu, terakhir=kini)
    return siapa
