"""Who may fetch the calendar without logging in: a random word a person, of which only the hash is kept."""

import hmac
import json
import secrets
from hashlib import sha256

from pydantic import TypeAdapter

from notakesepakatan.desk.accounts import Pengguna, load_pengguna
from notakesepakatan.errors import TidakDapatDibaca
from notakesepakatan.workspace.folders import RuangKerja
from notakesepakatan.workspace.private import FOLDER_MEJA, desk_folder, locked, write_private

BERKAS_LANGGANAN = "langganan.json"
_LANGGANAN = TypeAdapter(dict[str, dict[str, str]])


def subscribe(ruang: RuangKerja, akun: Pengguna) -> str:
    """A new word for an account, in place of the one it had; it is given away once and never kept.

    Raises:
        TidakDapatDitulis, TidakDapatDibaca.
    """
    kunci = secrets.token_urlsafe(32)
    with locked(ruang):
        _save(ruang, {**_load(ruang), akun.nama: {"kunci": _hash(kunci), "akun": _hash(akun.sandi)}})
    return kunci


def unsubscribe(ruang: RuangKerja, nama: str) -> None:
    """The word of an account no longer opens anything.

    Raises:
        TidakDapatDitulis, TidakDapatDibaca.
    """
    with locked(ruang):
        _save(ruang, {lain: satu for lain, satu in _load(ruang).items() if lain != nama})


def is_subscribed(ruang: RuangKerja, akun: Pengguna) -> bool:
    """Whether an account has a word that still opens."""
    return _load(ruang).get(akun.nama, {}).get("akun") == _hash(akun.sandi)


def subscriber(ruang: RuangKerja, kunci: str) -> str | None:
    """The account that this word was given to; None where there is none, or it is gone, or has another password."""
    jejak, akun = _hash(kunci), load_pengguna(ruang)
    cocok = [nama for nama, satu in _load(ruang).items() if hmac.compare_digest(satu.get("kunci", ""), jejak)]
    return next((nama for nama in cocok if nama in akun and is_subscribed(ruang, akun[nama])), None)


def _hash(kunci: str) -> str:
    return sha256(kunci.encode(errors="replace")).hexdigest()


def _load(ruang: RuangKerja) -> dict[str, dict[str, str]]:
    berkas = ruang.akar / FOLDER_MEJA / BERKAS_LANGGANAN
    try:
        data = json.loads(berkas.read_text(encoding="utf-8")) if berkas.is_file() else {}
        return _LANGGANAN.validate_python(data, strict=True)
    except OSError as sebab:
        raise TidakDapatDibaca(berkas, sebab) from None
    except ValueError:
        return {}  # a broken file opens nothing; the next word writes it anew


def _save(ruang: RuangKerja, semua: dict[str, dict[str, str]]) -> None:
    write_private(desk_folder(ruang) / BERKAS_LANGGANAN, json.dumps(semua, indent=2).encode())
