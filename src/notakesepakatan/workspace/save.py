"""A path and bytes in, the file on the disk, all or nothing.

A temporary file beside it is flushed to the disk, then put in its place.
"""

import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from notakesepakatan.errors import CannotWrite, NotaError


class AlreadyThere(NotaError):
    """A file or folder that would be overwritten."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: sudah ada dan tidak ditimpa; pilih nama lain")


def save(
    path: Path, content: bytes, *, overwrite: bool = True, private: bool = False
) -> None:
    """Write bytes to a file, making its folder if need be.

    Args:
        path: the file; its old content stays whole until the new one is.
        content: the bytes.
        overwrite: whether a file already there may be replaced.
        private: whether only its owner may read it.

    Raises:
        AlreadyThere: the file is there and may not be replaced.
        CannotWrite: no right, no room, or a folder in the way.
    """
    try:
        _make_folder(path.parent)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(0o600 if private else 0o666 & ~_UMASK)
            _place(temporary, path, overwrite)
        finally:
            temporary.unlink(missing_ok=True)
    except FileExistsError:
        raise AlreadyThere(path) from None
    except OSError as cause:
        raise CannotWrite(path, cause) from None


def lay(root: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Files by their path below a folder that is thrown away: no care is taken of them."""
    for name, content in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, "") from None


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
