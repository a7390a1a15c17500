"""Bytes of the files of a workspace: those of one agreement, and those that all share. Light, and bounded."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from notakesepakatan.load.ruang_kerja import BATAS_BYTE, RuangKerja

_BERKAS = ("pengaturan.yaml", "hari-libur.yaml")


def common_files(ruang: RuangKerja) -> Iterator[tuple[str, bytes]]:
    """Path below the workspace and bytes of each, by path; what cannot be read or leads out of it is left out."""
    akar = ruang.akar.resolve()
    daftar = [*(ruang.akar / nama for nama in _BERKAS), *sorted(ruang.templates.rglob("*"))]
    for jalur in daftar:
        isi = _read_within(jalur, akar)
        if isi is not None:
            yield jalur.relative_to(ruang.akar).as_posix(), isi


def own_files(ruang: RuangKerja, slug: str, nama: Iterable[str]) -> dict[str, bytes]:
    """Files of one agreement by their path below its folder, as `common_files` reads them."""
    folder = ruang.agreements / slug
    ada = ((satu, _read_within(folder / satu, ruang.agreements.resolve())) for satu in nama)
    return {satu: isi for satu, isi in ada if isi is not None}


def content_hash(berkas: Mapping[str, bytes]) -> str:
    """Hash of files by name and bytes, in the order given."""
    jumlah = sha256()
    for nama, isi in berkas.items():
        jumlah.update(f"{nama}\0{len(isi)}\0".encode())
        jumlah.update(isi)
    return jumlah.hexdigest()


def _read_within(jalur: Path, folder: Path) -> bytes | None:
    try:
        if not jalur.is_file() or not jalur.resolve().is_relative_to(folder):
            return None
        with jalur.open("rb") as berkas:
            return berkas.read(BATAS_BYTE + 1)  # one too many, so that who reads it refuses it as ever
    except OSError:
        return None
