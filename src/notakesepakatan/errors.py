"""What stops the operator: one exception a cause.

Each writes its own Indonesian message and owns its exit code.
"""

import errno
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from notakesepakatan.temuan import Temuan

_CAUSE = {
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin",
    errno.ENOENT: "berkas atau folder tidak ada",
    errno.ENOSPC: "ruang cakram habis",
    errno.EDQUOT: "jatah ruang habis",
    errno.EROFS: "cakram hanya dapat dibaca",
    errno.EISDIR: "nama itu bukan berkas biasa",
    errno.ENOTDIR: "ada berkas di tempat folder",
    errno.EEXIST: "ada berkas di tempat folder",
    errno.ENAMETOOLONG: "nama terlalu panjang",
    errno.ELOOP: "pintasan saling menunjuk",
    errno.EIO: "cakram atau jaringannya rusak",
    errno.ENOMEM: "kehabisan memori",
    errno.EAGAIN: "terlalu banyak proses atau memori yang terpakai",
    errno.EMFILE: "terlalu banyak berkas terbuka",
    errno.ENFILE: "terlalu banyak berkas terbuka",
}


def reason(cause: OSError) -> str:
    """Why a file could not be used, in the user's words."""
    return _CAUSE.get(cause.errno or 0, cause.strerror or str(cause))


class NotaError(Exception):
    """Base of all that `nota` reports without a traceback; `str()` is the message for the user."""

    exit_code = 1

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled as it is said, whatever it was made of: a worker's error reads the same here."""
        return _again, (type(self), self.args, self.__dict__)


def _again(
    class_name: type[NotaError], args: tuple[Any, ...], content: dict[str, Any]
) -> NotaError:
    same = class_name.__new__(class_name, *args)
    same.__dict__.update(content)
    return same


class FaultyNaskah(NotaError):
    """An author's file has findings; nothing was written."""

    def __init__(self, temuan: Sequence[Temuan]) -> None:
        self.temuan = tuple(sorted(temuan))
        super().__init__("\n".join(map(str, self.temuan)))


class CannotWrite(NotaError):
    """The output cannot be written."""

    def __init__(self, path: Path, sebab: OSError) -> None:
        super().__init__(
            f"{path}: tidak dapat ditulis ({reason(sebab)}); "
            "periksa izin folder, ruang cakram, "
            "dan apakah berkas sedang terbuka di program lain"
        )


class CannotRead(NotaError):
    """A file that should be there cannot be read."""

    def __init__(self, path: Path, sebab: OSError) -> None:
        super().__init__(
            f"{path}: tidak dapat dibaca ({reason(sebab)}); "
            "periksa nama dan izin berkas"
        )
