"""Paths of files in, their bytes out, bounded; hashes of them.

A file that is there and cannot be read, or leads out of the workspace, is never passed
over: the documents would come out without what it says.
"""

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import file_digest, sha256
from pathlib import Path
from stat import S_ISREG

from notakesepakatan.errors import CannotRead, NotaError
from notakesepakatan.workspace.layout import BYTE_LIMIT, is_part


class PointsOutside(NotaError):
    """A file that is a link out of the workspace."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}: menunjuk ke luar ruang kerja, jadi tidak dibaca atau ditulis; "
            "ganti pintasan itu dengan berkas atau foldernya sendiri"
        )


def read_limited(file: Path) -> bytes:
    """At most one byte more than may be in a file; who parses it then refuses it.

    Raises:
        CannotRead: no such file, or no right to read it.
    """
    try:
        if file.exists() and not file.is_file():
            raise IsADirectoryError(errno.EISDIR, "")
        with file.open("rb") as handle:
            return handle.read(BYTE_LIMIT + 1)
    except OSError as cause:
        raise CannotRead(file, cause) from None


def read_inside(file: Path, limit: Path) -> bytes:
    """The same of a file that no link may lead out of a folder.

    Raises:
        CannotRead, PointsOutside.
    """
    check_within(file, limit)
    return read_limited(file)


def read_common(
    root: Path, files: Iterable[str], folder: str
) -> Iterator[tuple[str, bytes]]:
    """Path below a root and bytes of each of these files, and of all below a folder.

    Raises:
        CannotRead, PointsOutside.
    """
    limit = root.resolve()
    names = [name for name in files if os.path.lexists(root / name)]
    if os.path.lexists(root / folder):
        names += _below(root, folder, limit, frozenset())
    for name in names:
        yield name, _read_within(root / name, limit)


def read_own(folder: Path, limit: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Files of one agreement by their path below its folder.

    Raises:
        CannotRead, PointsOutside: one that the agreement would read.
    """
    limit, result = limit.resolve(), dict[str, bytes]()
    for name in names:
        try:
            result[name] = _read_within(folder / name, limit)
        except NotaError:
            if is_part(name):
                raise
    return result


def hash_of(content: bytes | None) -> str:
    """Hash of the bytes of a file; empty for a file that is not there."""
    return "" if content is None else sha256(content).hexdigest()


def hash_of_file(file: Path) -> str:
    """Hash of all bytes of a file, however many: an attachment may be large.

    Raises:
        CannotRead: no such file, or no right to read it.
    """
    try:
        if file.exists() and not file.is_file():
            raise IsADirectoryError(errno.EISDIR, "")
        with file.open("rb") as handle:
            return file_digest(handle, "sha256").hexdigest()
    except OSError as cause:
        raise CannotRead(file, cause) from None


def content_hash(files: Mapping[str, bytes]) -> str:
    """Hash of files by name and bytes, in the order given."""
    digest = sha256()
    for name, content in files.items():
        digest.update(f"{name}\0{len(content)}\0".encode(errors="surrogateescape"))
        digest.update(content)
    return digest.hexdigest()


def _below(
    root: Path, folder: str, limit: Path, above: frozenset[Path]
) -> Iterator[str]:
    """Paths of the files below a folder, through links too, but never round in a circle."""
    try:
        original = (root / folder).resolve(strict=True)
        _check_original(root / folder, original, limit)
        if original in above:
            return
        with os.scandir(original) as entries:
            items = sorted(
                (entry.name, _holds(entry.is_dir), _holds(entry.is_file))
                for entry in entries
            )
    except OSError as cause:
        raise CannotRead(root / folder, cause) from None
    except RuntimeError:
        # How a path that is a link to itself is reported until Python 3.13.
        raise CannotRead(root / folder, OSError(errno.ELOOP, "")) from None
    for name, is_folder, is_file in items:
        if is_folder:
            yield from _below(root, f"{folder}/{name}", limit, above | {original})
        elif is_file or not name.startswith("."):
            # An editor's lock is a link to nowhere with a dot before its name.
            yield f"{folder}/{name}"


def _holds(question: Callable[[], bool]) -> bool:
    """The answer; no, where a link leads to itself."""
    try:
        return question()
    except OSError:
        return False


def check_within(path: Path, limit: Path) -> None:
    """Refuse a path that a link leads out of a folder; it need not be there.

    Raises:
        PointsOutside.
    """
    _check_original(path, path.resolve(), limit.resolve())


def _check_original(path: Path, original: Path, limit: Path) -> None:
    if not original.is_relative_to(limit):
        raise PointsOutside(path)


def _read_within(path: Path, limit: Path) -> bytes:
    try:
        if not S_ISREG(path.stat().st_mode):
            raise IsADirectoryError(errno.EISDIR, "")
        _check_original(path, path.resolve(), limit)
        with path.open("rb") as handle:
            # One too many, so that who parses it refuses it as ever.
            return handle.read(BYTE_LIMIT + 1)
    except OSError as cause:
        raise CannotRead(path, cause) from None
