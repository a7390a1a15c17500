"""A path and bytes in, the file on the disk, all or nothing.

A temporary file beside it is flushed to the disk and put in its place; then the folder is
flushed, so that what was said to be saved outlives the power. What a killed run left is
known by its ending and swept away later: where the next file is written, and at a start.
"""

import errno
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from notakesepakatan.errors import CannotWrite, NotaError
from notakesepakatan.workspace.contents import check_within

TEMPORARY = ".nota-sementara"
"""How the names of temporary files and folders end."""
_OLD = 3600
"""Seconds after which a temporary file is no run's any more."""


class AlreadyThere(NotaError):
    """A file or folder that would be overwritten."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: sudah ada dan tidak ditimpa; pilih nama lain")


class ChangedMeanwhile(NotaError):
    """A file is no longer what it was when it was read; nothing was overwritten."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what} sudah diubah orang lain sejak dibuka. Tidak ada yang ditimpa. "
            "Lihat isinya yang terkini, lalu ulangi."
        )


def is_temporary(name: str) -> bool:
    """Whether a file or folder is one that a run is writing, or was when it was killed."""
    return name.startswith(".") and name.endswith(TEMPORARY)


def save(
    path: Path,
    content: bytes,
    *,
    overwrite: bool = True,
    private: bool = False,
    within: Path | None = None,
) -> None:
    """Write bytes to a file, making its folder if need be.

    Args:
        path: the file; its old content stays whole until the new one is.
        content: the bytes.
        overwrite: whether a file already there may be replaced.
        private: whether only its owner may read it.
        within: the folder that the file must lie in, whatever links lead to it.

    Raises:
        AlreadyThere: the file is there and may not be replaced.
        PointsOutside: a link on the way leads out of `within`.
        CannotWrite: no right, no room, or a folder in the way.
    """
    if within is not None:
        check_within(path.parent, within)
    try:
        make_folder(path.parent)
        sweep(path.parent)
        temporary = _write_beside(path, content, private=private)
        try:
            _place(temporary, path, overwrite)
        finally:
            temporary.unlink(missing_ok=True)
        sync_folder(path.parent)
    except FileExistsError:
        raise AlreadyThere(path) from None
    except OSError as cause:
        raise CannotWrite(path, cause) from None


def _write_beside(path: Path, content: bytes, *, private: bool) -> Path:
    """A temporary file beside a path, flushed to the disk."""
    handle, name = tempfile.mkstemp(
        prefix=f".{path.name[:100]}.", suffix=TEMPORARY, dir=path.parent
    )
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o600 if private else 0o666 & ~_UMASK)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def save_folders(folders: Mapping[Path, Mapping[str, bytes]]) -> None:
    """Make folders with their files, each of them whole or not there, flushed once.

    None gets its name before all that is in any of them is on the disk.

    Args:
        folders: of each folder the bytes by path below it; one that is there already is
            filled file by file.

    Raises:
        CannotWrite: no right, no room, or something in the way; some may be there.
    """
    for parent in {folder.parent for folder in folders}:
        sweep(parent)
    aside = dict[Path, Path]()
    apart = [folder for folder in folders if os.path.lexists(folder)]
    new = [folder for folder in folders if folder not in apart]
    try:
        for folder in new:
            aside[folder] = _write_aside(folder, folders[folder])
        _sync_all([aside[folder] / name for folder in new for name in folders[folder]])
        for folder in new:
            aside[folder].rename(folder)
    except OSError as cause:
        raise CannotWrite(folder, cause) from None
    finally:
        for temporary in aside.values():
            shutil.rmtree(temporary, ignore_errors=True)
        _sync_folders({folder.parent for folder in new})
    for folder in apart:
        for name, content in folders[folder].items():
            save(folder / name, content, overwrite=False)


def _write_aside(folder: Path, files: Mapping[str, bytes]) -> Path:
    """A temporary folder beside another with the files of that, not yet flushed."""
    aside = Path(
        tempfile.mkdtemp(
            prefix=f".{folder.name[:100]}.", suffix=TEMPORARY, dir=folder.parent
        )
    )
    aside.chmod(0o777 & ~_UMASK)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    for name, content in files.items():
        file = aside / name
        file.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(file, flags, 0o666), "wb") as handle:
            handle.write(content)
    return aside


def _sync_all(files: Sequence[Path]) -> None:
    """See everything on the disk at once; then each file says whether that went well.

    Raises:
        OSError.
    """
    if files:
        os.sync()
    for file in files:
        with file.open("rb") as handle:
            os.fsync(handle.fileno())


def remove_with_folders(files: Sequence[Path]) -> None:
    """Remove files, and the folders that are empty then, flushed once for all of them.

    Raises:
        CannotWrite: no right to; some may be gone.
    """
    changed = set[Path]()
    try:
        for file in files:
            file.unlink()
            changed.add(_without_folder(file.parent))
    except OSError as cause:
        raise CannotWrite(file, cause) from None
    finally:
        # One that is gone since is told by the folder above it.
        _sync_folders({folder for folder in changed if folder.is_dir()})


def _without_folder(folder: Path) -> Path:
    """Remove a folder where it is empty; the folder whose names changed last."""
    try:
        folder.rmdir()
    except OSError:
        return folder
    return folder.parent


def _sync_folders(folders: Iterable[Path]) -> None:
    """Raises CannotWrite."""
    for folder in folders:
        try:
            sync_folder(folder)
        except OSError as cause:
            raise CannotWrite(folder, cause) from None


def lay(root: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Files by their path below a folder that is thrown away: no care is taken of them."""
    for name, content in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def sync_folder(folder: Path) -> None:
    """See the names in a folder on the disk; some disks of other machines cannot.

    Raises:
        OSError.
    """
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    except OSError as cause:
        if cause.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def make_folder(folder: Path, mode: int = 0o777) -> None:
    """Make a folder and those above it, where they are not there yet, each seen on the disk.

    Args:
        folder: the folder.
        mode: what others may do in it, less the umask.

    Raises:
        NotADirectoryError: a file is in the way.
        OSError.
    """
    if folder.is_dir():
        return
    if not os.path.lexists(folder.parent):
        make_folder(folder.parent)
    sweep(folder.parent)
    try:
        folder.mkdir(mode, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, "") from None
    sync_folder(folder.parent)


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder of the machine's for temporary files, swept of those of killed runs."""
    with new_temporary_folder() as folder:
        yield Path(folder)


def new_temporary_folder() -> "tempfile.TemporaryDirectory[str]":
    """The same, to be cleaned up by whoever asked for it."""
    sweep(Path(tempfile.gettempdir()))
    return tempfile.TemporaryDirectory(prefix=".nota-", suffix=TEMPORARY)


def sweep(folder: Path) -> int:
    """Remove temporary files and folders of killed runs, right in a folder.

    Returns:
        How many are gone.
    """
    return sum(map(_remove_left_over, list(_left_over(folder))))


def _left_over(folder: Path) -> Iterator[Path]:
    youngest = time.time() - _OLD
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if (
                is_temporary(entry.name)
                and entry.stat(follow_symlinks=False).st_mtime < youngest
            ):
                yield Path(entry.path)


def _remove_left_over(path: Path) -> bool:
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    return not os.path.lexists(path)


def _place(temporary: Path, path: Path, overwrite: bool) -> None:
    if overwrite:
        temporary.replace(path)
    else:
        # Fails, and atomically so, where the name is taken.
        path.hardlink_to(temporary)


def _umask() -> int:
    value = os.umask(0)
    os.umask(value)
    return value


_UMASK = _umask()
"""What the user's own programs would give a new file; `mkstemp` gives less.

Asked once: it is the whole process's.
"""
