"""Who may fetch the calendar without logging in: a random word a person, of which only the hash is kept."""

import hmac
import json
import secrets
from hashlib import sha256

from notakesepakatan.errors import TidakDapatDibaca
from notakesepakatan.load.ruang_kerja import RuangKerja
from notakesepakatan.meja import FOLDER_MEJA, desk_folder, locked, write_private
from notakesepakatan.pengguna import load_pengguna

BERKAS_LANGGANAN = "langganan.json"


def subscribe(ruang: RuangKerja, nama: str) -> str:
    """A new word for an account, in place of the one it had; it is given away once and never kept.

    Raises:
        TidakDapatDitulis, TidakDapatDibaca.
    """
    kunci = secrets.token_urlsafe(32)
    with locked(ruang):
        _save(ruang, {**_load(ruang), nama: _hash(kunci)})
    return kunci


def unsubscribe(ruang: RuangKerja, nama: str) -> None:
    """The word of an account no longer opens anything.

    Raises:
        TidakDapatDitulis, TidakDapatDibaca.
    """
    with locked(ruang):
        _save(ruang, {lain: jejak for lain, jejak in _load(ruang).items() if lain != nama})


def is_subscribed(ruang: RuangKerja, nama: str) -> bool:
    """Whether an account has a word."""
    return nama in _load(ruang)


def subscriber(ruang: RuangKerja, kunci: str) -> str | None:
    """The account that this word was given to; None where there is none, or the account is gone."""
    jejak = _hash(kunci)
    cocok = [nama for nama, satu in _load(ruang).items() if hmac.compare_digest(satu, jejak)]
    return next((nama for nama in cocok if nama in load_pengguna(ruang)), None)


def _hash(kunci: str) -> str:
    return sha256(kunci.encode(errors="replace")).hexdigest()


def _load(ruang: RuangKerja) -> dict[str, str]:
    berkas = ruang.akar / FOLDER_MEJA / BERKAS_LANGGANAN
    try:
        data = json.loads(berkas.read_text(encoding="utf-8")) if berkas.is_file() else {}
    except OSError as sebab:
        raise TidakDapatDibaca(berkas, sebab) from None
    except ValueError:
        return {}  # a broken file opens nothing; the next word writes it anew
    return data if isinstance(data, dict) else {}


def _save(ruang: RuangKerja, semua: dict[str, str]) -> None:
    write_private(desk_folder(ruang) / BERKAS_LANGGANAN, json.dumps(semua, indent=2).encode())
