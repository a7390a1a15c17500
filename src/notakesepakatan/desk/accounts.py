"""Accounts of the desk, `.meja/pengguna.json`: names, roles and scrypt hashes; who may do what."""

import json
import re
from dataclasses import dataclass
from typing import Literal, get_args

from werkzeug.security import check_password_hash, generate_password_hash

from notakesepakatan.errors import NotaError, TidakDapatDibaca
from notakesepakatan.workspace.folders import RuangKerja
from notakesepakatan.workspace.private import FOLDER_MEJA, desk_folder, locked, write_private

Peran = Literal["pembaca", "penyusun", "pengesah"]
PERAN: tuple[Peran, ...] = get_args(Peran)
"""From the least to the most; each may do what those before it may."""
BERKAS_PENGGUNA = "pengguna.json"
SANDI_TERPENDEK, SANDI_TERPANJANG = 10, 200
_NAMA = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_UMPAN = generate_password_hash("umpan")
"""What a password is held against where there is no such account, so that both answers take as long."""


class PenggunaDitolak(NotaError):
    """An account that cannot be made, changed or found."""

    def __init__(self, nama: str, sebab: str) -> None:
        super().__init__(f'pengguna "{nama}": {sebab}')


@dataclass(frozen=True)
class Pengguna:
    """One account; `sandi` is the hash of its password."""

    nama: str
    peran: Peran
    sandi: str = ""

    def may(self, peran: Peran) -> bool:
        """Whether it may do what that role may."""
        return PERAN.index(self.peran) >= PERAN.index(peran)


LOKAL = Pengguna("lokal", "pengesah")
"""Whoever sits at the machine itself, where there are no accounts."""


def load_pengguna(ruang: RuangKerja) -> dict[str, Pengguna]:
    """Accounts by name, sorted; none where none was made.

    Raises:
        TidakDapatDibaca, PenggunaDitolak: the file cannot be read or is broken.
    """
    berkas = ruang.akar / FOLDER_MEJA / BERKAS_PENGGUNA
    try:
        if not berkas.is_file():
            return {}
        data = json.loads(berkas.read_text(encoding="utf-8"))
        return {nama: Pengguna(nama, isi["peran"], isi["sandi"]) for nama, isi in sorted(data.items())}
    except OSError as sebab:
        raise TidakDapatDibaca(berkas, sebab) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise PenggunaDitolak("", f"{berkas} rusak; pulihkan dari cadangan") from None


def add_pengguna(ruang: RuangKerja, nama: str, peran: Peran, sandi: str) -> None:
    """Make an account.

    Raises:
        PenggunaDitolak: the name is malformed or taken, or the password too short.
    """
    if not _NAMA.fullmatch(nama) or len(nama) > 40:
        raise PenggunaDitolak(nama, "pakai huruf kecil, angka, titik, dan tanda hubung, paling panjang 40")
    if nama == LOKAL.nama:
        raise PenggunaDitolak(nama, "nama ini dipakai untuk meja tanpa akun; pilih nama lain")
    with locked(ruang):
        semua = load_pengguna(ruang)
        if nama in semua:
            raise PenggunaDitolak(nama, f'sudah ada; ganti sandinya dengan "nota pengguna sandi {nama}"')
        _save(ruang, {**semua, nama: Pengguna(nama, peran, _hash(nama, sandi))})


def set_password(ruang: RuangKerja, nama: str, sandi: str) -> None:
    """Another password; sessions begun with the old one end.

    Raises:
        PenggunaDitolak: no such account, or too short.
    """
    with locked(ruang):
        semua = load_pengguna(ruang)
        satu = _known(semua, nama)
        _save(ruang, {**semua, nama: Pengguna(nama, satu.peran, _hash(nama, sandi))})


def remove_pengguna(ruang: RuangKerja, nama: str) -> None:
    """Remove an account; its sessions end. What it did stays in the trail.

    Raises:
        PenggunaDitolak: no such account.
    """
    with locked(ruang):
        semua = load_pengguna(ruang)
        _known(semua, nama)
        _save(ruang, {lain: satu for lain, satu in semua.items() if lain != nama})


def verify(ruang: RuangKerja, nama: str, sandi: str) -> Pengguna | None:
    """The account of this name and password; None where one of the two is wrong, after the same time."""
    satu = load_pengguna(ruang).get(nama)
    cocok = check_password_hash(satu.sandi if satu else _UMPAN, sandi[:SANDI_TERPANJANG])
    return satu if cocok and satu else None


def _known(semua: dict[str, Pengguna], nama: str) -> Pengguna:
    if nama not in semua:
        raise PenggunaDitolak(nama, f"tidak ada; yang ada: {', '.join(semua) or 'belum ada satu pun'}")
    return semua[nama]


def _hash(nama: str, sandi: str) -> str:
    if len(sandi) < SANDI_TERPENDEK:
        raise PenggunaDitolak(nama, f"sandi paling pendek {SANDI_TERPENDEK} karakter; rangkaian beberapa kata mudah diingat")
    if len(sandi) > SANDI_TERPANJANG:
        raise PenggunaDitolak(nama, f"sandi paling panjang {SANDI_TERPANJANG} karakter")
    return generate_password_hash(sandi)


def _save(ruang: RuangKerja, semua: dict[str, Pengguna]) -> None:
    data = {nama: {"peran": satu.peran, "sandi": satu.sandi} for nama, satu in sorted(semua.items())}
    write_private(desk_folder(ruang) / BERKAS_PENGGUNA, json.dumps(data, indent=2).encode())
