"""The desk's own folder `.meja/`: private files, one lock for all writers, the hash that tells what a form was based on."""

from hashlib import sha256
from pathlib import Path

from filelock import FileLock

from notakesepakatan.errors import NotaError, TidakDapatDitulis
from notakesepakatan.workspace.contents import content_hash, own_files
from notakesepakatan.workspace.folders import RuangKerja
from notakesepakatan.workspace.save import save
from notakesepakatan.workspace.state import names, sign

FOLDER_MEJA = ".meja"


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
    save(berkas, isi, pribadi=True)


def locked(ruang: RuangKerja) -> FileLock:
    """One writer at a time, of this process' threads and of every other process; `with` it, also again inside.

    Raises:
        TidakDapatDitulis: the desk's folder cannot be made.
    """
    # The same object for the same file, so that a thread which holds the lock may enter it again.
    kunci = desk_folder(ruang) / "kunci-tulis"
    return FileLock(kunci, mode=0o600, is_singleton=True, poll_interval=0.01, preserve_lock_file=True)


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
