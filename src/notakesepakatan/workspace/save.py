"""Bytes to a file, all or nothing: a temporary file beside it, flushed to the disk, then put in its place."""

import errno
import os
import tempfile
from pathlib import Path

from notakesepakatan.errors import SudahAda, TidakDapatDitulis


def save(jalur: Path, isi: bytes, *, timpa: bool = True, pribadi: bool = False) -> None:
    """Write `isi` to `jalur`, making its folder if need be.

    Args:
        jalur: the file; its old content stays whole until the new one is.
        isi: the bytes.
        timpa: whether a file already there may be replaced.
        pribadi: whether only its owner may read it.

    Raises:
        SudahAda: the file is there and `timpa` is false.
        TidakDapatDitulis: no right, no room, or a folder in the way.
    """
    try:
        _make_folder(jalur.parent)
        pegangan, nama = tempfile.mkstemp(prefix=f".{jalur.name}.", dir=jalur.parent)
        sementara = Path(nama)
        try:
            with os.fdopen(pegangan, "wb") as berkas:
                berkas.write(isi)
                berkas.flush()
                os.fsync(berkas.fileno())
            sementara.chmod(0o600 if pribadi else 0o666 & ~_UMASK)
            _place(sementara, jalur, timpa)
        finally:
            sementara.unlink(missing_ok=True)
    except FileExistsError:
        raise SudahAda(jalur) from None
    except OSError as sebab:
        raise TidakDapatDitulis(jalur, sebab) from None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, "") from None


def _place(sementara: Path, jalur: Path, timpa: bool) -> None:
    if timpa:
        sementara.replace(jalur)
    else:
        jalur.hardlink_to(sementara)  # fails, and atomically so, where the name is taken


def _umask() -> int:
    nilai = os.umask(0)
    os.umask(nilai)
    return nilai


_UMASK = _umask()
"""What the user's own programs would give a new file; `mkstemp` gives less. Asked once: it is the whole process's."""
