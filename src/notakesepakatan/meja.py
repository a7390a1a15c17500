"""The desk's own folder `.meja/`: private files, one lock for all writers, the hash that tells what a form was based on."""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from threading import RLock

from notakesepakatan.errors import NotaError, TidakDapatDitulis
from notakesepakatan.load.isi_berkas import content_hash, own_files
from notakesepakatan.load.ruang_kerja import RuangKerja
from notakesepakatan.load.tanda import names, sign

FOLDER_MEJA = ".meja"
_BENANG = RLock()
_DALAM = 0


class SudahBerubah(NotaError):
    """A file is no longer what it was when the form was opened; nothing was overwritten."""

    def __init__(self, apa: str) -> None:
        super().__init__(f"{apa} sudah diubah orang lain sejak halaman ini dibuka. Tidak ada yang ditimpa.")


def desk_folder(ruang: RuangKerja) -> Path:
    """The folder, made if need be: nobody else may look in, and git leaves it alone.

    Raises:
        TidakDapatDitulis: it cannot be made.
    """
    folder = ruang.akar / FOLDER_MEJA
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        if not (folder / ".gitignore").exists():
            write_private(folder / ".gitignore", b"*\n")
    except OSError as sebab:
        raise TidakDapatDitulis(folder, sebab) from None
    return folder


def write_private(berkas: Path, isi: bytes) -> None:
    """Bytes to a file that only its owner reads, all or nothing.

    Raises:
        TidakDapatDitulis: no right or no room.
    """
    try:
        berkas.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        pegangan, nama = tempfile.mkstemp(prefix=f".{berkas.name}.", dir=berkas.parent)
        try:
            with os.fdopen(pegangan, "wb") as sementara:
                sementara.write(isi)
                sementara.flush()
                os.fsync(sementara.fileno())
            Path(nama).replace(berkas)
        finally:
            Path(nama).unlink(missing_ok=True)
    except OSError as sebab:
        raise TidakDapatDitulis(berkas, sebab) from None


@contextmanager
def locked(ruang: RuangKerja) -> Iterator[None]:
    """One writer at a time, of this process and of every other that uses the desk; may be entered again inside."""
    global _DALAM
    with _BENANG:
        if _DALAM:
            yield
            return
        kunci = os.open(desk_folder(ruang) / "kunci-tulis", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(kunci, fcntl.LOCK_EX)
            _DALAM = 1
            yield
        finally:
            _DALAM = 0
            os.close(kunci)


def hash_of(isi: bytes | None) -> str:
    """Hash of the bytes of a file; empty for a file that is not there."""
    return "" if isi is None else sha256(isi).hexdigest()


def file_hash(berkas: Path) -> str:
    """Hash of a file as it lies now; empty where it is not there."""
    return hash_of(berkas.read_bytes()) if berkas.is_file() else ""


def agreement_hash(ruang: RuangKerja, slug: str) -> str:
    """Hash of every file of an agreement, events and adenda too; empty where there is none.

    Raises:
        SlugTidakSah, KesepakatanTidakAda.
    """
    tanda = sign(str(ruang.berkas(slug).parent))
    return content_hash(own_files(ruang, slug, names(tanda))) if tanda else ""


def check_unchanged(ruang: RuangKerja, slug: str, jejak: str) -> None:
    """To be asked inside `locked`, before anything is written.

    Raises:
        SudahBerubah: the agreement's files are not those that had this hash.
    """
    if agreement_hash(ruang, slug) != jejak:
        raise SudahBerubah(f'Kesepakatan "{slug}"')
