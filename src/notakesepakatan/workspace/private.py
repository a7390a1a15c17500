"""The desk's own folder `.meja/`: private files, one lock for all writers, the hash that tells what a form was based on."""

from hashlib import sha256
from pathlib import Path

from filelock import FileLock

from notakesepakatan.errors import CannotWrite, NotaError
from notakesepakatan.workspace.contents import content_hash, own_files
from notakesepakatan.workspace.folders import Workspace
from notakesepakatan.workspace.save import save
from notakesepakatan.workspace.state import names, sign

DESK_FOLDER = ".meja"


class ChangedMeanwhile(NotaError):
    """A file is no longer what it was when the form was opened; nothing was overwritten."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what} sudah diubah orang lain sejak halaman ini dibuka. Tidak ada yang ditimpa."
        )


def desk_folder(workspace: Workspace) -> Path:
    """The folder, made if need be: nobody else may look in, and git leaves it alone.

    Raises:
        CannotWrite: it cannot be made.
    """
    folder = workspace.root / DESK_FOLDER
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        if not (folder / ".gitignore").exists():
            write_private(folder / ".gitignore", b"*\n")
    except OSError as cause:
        raise CannotWrite(folder, cause) from None
    return folder


def write_private(file: Path, content: bytes) -> None:
    """Bytes to a file that only its owner reads, all or nothing.

    Raises:
        CannotWrite: no right or no room.
    """
    save(file, content, private=True)


def locked(workspace: Workspace) -> FileLock:
    """One writer at a time, of this process' threads and of every other process; `with` it, also again inside.

    Raises:
        CannotWrite: the desk's folder cannot be made.
    """
    # The same object for the same file, so that a thread which holds the lock may enter it again.
    key = desk_folder(workspace) / "kunci-tulis"
    return FileLock(
        key, mode=0o600, is_singleton=True, poll_interval=0.01, preserve_lock_file=True
    )


def hash_of(content: bytes | None) -> str:
    """Hash of the bytes of a file; empty for a file that is not there."""
    return "" if content is None else sha256(content).hexdigest()


def file_hash(file: Path) -> str:
    """Hash of a file as it lies now; empty where it is not there."""
    return hash_of(file.read_bytes()) if file.is_file() else ""


def agreement_hash(workspace: Workspace, slug: str) -> str:
    """Hash of every file of an agreement, events and adenda too; empty where there is none.

    Raises:
        InvalidSlug, NoSuchKesepakatan.
    """
    mark = sign(str(workspace.file(slug).parent))
    return content_hash(own_files(workspace, slug, names(mark))) if mark else ""


def check_unchanged(workspace: Workspace, slug: str, trail: str) -> None:
    """To be asked inside `locked`, before anything is written.

    Raises:
        ChangedMeanwhile: the agreement's files are not those that had this hash.
    """
    if agreement_hash(workspace, slug) != trail:
        raise ChangedMeanwhile(f'Kesepakatan "{slug}"')
