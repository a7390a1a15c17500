"""Bytes of the files of a workspace: those of one agreement, and those that all share. Light, and bounded.

A file that is there and cannot be read, or leads out of the workspace, is never passed over: the documents would come
out without what it says.
"""

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG

from notakesepakatan.errors import NotaError, TidakDapatDibaca
from notakesepakatan.workspace.folders import BATAS_BYTE, RuangKerja
from notakesepakatan.workspace.state import is_part

_BERKAS = ("pengaturan.yaml", "hari-libur.yaml")


class MenunjukKeluar(NotaError):
    """A file that is a link out of the workspace."""

    def __init__(self, jalur: Path) -> None:
        super().__init__(
            f"{jalur}: menunjuk ke luar ruang kerja, jadi tidak dibaca; ganti pintasan itu dengan berkasnya sendiri"
        )


def common_files(ruang: RuangKerja) -> Iterator[tuple[str, bytes]]:
    """Path below the workspace and bytes of each, by path.

    Raises:
        TidakDapatDibaca, MenunjukKeluar.
    """
    akar = ruang.akar.resolve()
    daftar = [nama for nama in _BERKAS if os.path.lexists(ruang.akar / nama)]
    if os.path.lexists(ruang.templates):
        daftar += _below(ruang.akar, ruang.templates.name, akar, frozenset())
    for nama in daftar:
        yield nama, _read_within(ruang.akar / nama, akar)


def own_files(ruang: RuangKerja, slug: str, nama: Iterable[str]) -> dict[str, bytes]:
    """Files of one agreement by their path below its folder.

    Raises:
        TidakDapatDibaca, MenunjukKeluar: one that the agreement would read.
    """
    folder, batas, hasil = ruang.agreements / slug, ruang.agreements.resolve(), dict[str, bytes]()
    for satu in nama:
        try:
            hasil[satu] = _read_within(folder / satu, batas)
        except NotaError:
            if is_part(satu):
                raise
    return hasil


def content_hash(berkas: Mapping[str, bytes]) -> str:
    """Hash of files by name and bytes, in the order given."""
    jumlah = sha256()
    for nama, isi in berkas.items():
        jumlah.update(f"{nama}\0{len(isi)}\0".encode(errors="surrogateescape"))
        jumlah.update(isi)
    return jumlah.hexdigest()


def _below(akar: Path, folder: str, batas: Path, induk: frozenset[Path]) -> Iterator[str]:
    """Paths of the files below a folder, through links too, but never round in a circle."""
    try:
        asli = (akar / folder).resolve(strict=True)
        _check_within(akar / folder, asli, batas)
        if asli in induk:
            return
        with os.scandir(asli) as isi:
            daftar = sorted((satu.name, _is(satu.is_dir), _is(satu.is_file)) for satu in isi)
    except OSError as sebab:
        raise TidakDapatDibaca(akar / folder, sebab) from None
    except RuntimeError:  # how a path that is a link to itself is reported until Python 3.13
        raise TidakDapatDibaca(akar / folder, OSError(errno.ELOOP, "")) from None
    for nama, berfolder, berkas in daftar:
        if berfolder:
            yield from _below(akar, f"{folder}/{nama}", batas, induk | {asli})
        elif berkas or not nama.startswith("."):  # an editor's lock is a link to nowhere with a dot before its name
            yield f"{folder}/{nama}"


def _is(tanya: Callable[[], bool]) -> bool:
    """The answer; no, where a link leads to itself."""
    try:
        return tanya()
    except OSError:
        return False


def _check_within(jalur: Path, asli: Path, batas: Path) -> None:
    if not asli.is_relative_to(batas):
        raise MenunjukKeluar(jalur)


def _read_within(jalur: Path, folder: Path) -> bytes:
    try:
        if not S_ISREG(jalur.stat().st_mode):
            raise IsADirectoryError(errno.EISDIR, "")
        _check_within(jalur, jalur.resolve(), folder)
        with jalur.open("rb") as berkas:
            return berkas.read(BATAS_BYTE + 1)  # one too many, so that who reads it refuses it as ever
    except OSError as sebab:
        raise TidakDapatDibaca(jalur, sebab) from None
