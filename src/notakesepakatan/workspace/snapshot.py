"""A workspace in, the bytes of its files at one moment out, while others go on writing.

Everything is copied first without the lock, which may take long. Then, inside the lock,
each file is looked at once more, and only those that changed meanwhile are copied again:
so the copy is the workspace as it was while the lock was held, and nobody waits for it.
Files are not linked instead of copied, since a link changes what tells whether a file
was touched, and every document would count as old.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, NamedTuple

from notakesepakatan.errors import CannotRead, NotaError
from notakesepakatan.workspace.contents import PointsOutside
from notakesepakatan.workspace.layout import (
    DESK_FOLDER,
    LETTERS,
    LOCK_FILE,
    OUTPUT,
)
from notakesepakatan.workspace.trail import COMMAND_LINE
from notakesepakatan.workspace.workspace import Workspace

SESSION_KEY_FILE = "kunci-sesi"
"""The key that signs the desk's cookies: in a restored desk the old ones are dead."""
_CHUNK = 1024 * 1024
_MADE_ANEW = (f"{DESK_FOLDER}/{LOCK_FILE}", f"{DESK_FOLDER}/{SESSION_KEY_FILE}")


class UnusableName(NotaError):
    """A file whose name no archive can carry to every machine."""

    def __init__(self, path: Path) -> None:
        name = str(path).encode(errors="backslashreplace").decode()
        super().__init__(
            f"{name}: nama ini tidak dapat dicadangkan; ganti nama berkasnya, "
            "tanpa garis miring terbalik dan tanpa karakter yang tidak terbaca"
        )


class _State(NamedTuple):
    """What tells whether a file is another than it was."""

    size: int
    changed: int
    entered: int
    inode: int


@dataclass(frozen=True)
class KeptFile:
    """One file of a snapshot.

    Attributes:
        name: its path below the workspace, with slashes.
        size: its bytes.
        hash: their sha256, in hexadecimal digits.
        start: where they begin in the file of copies.
    """

    name: str
    size: int
    hash: str
    start: int


class _Copied(NamedTuple):
    """A file as it was copied; `state` is None where it changed while it was."""

    file: KeptFile
    state: _State | None


@dataclass(frozen=True)
class Snapshot:
    """The files of a workspace at one moment, by name; their bytes lie in `copies`."""

    files: tuple[KeptFile, ...]
    copies: BinaryIO

    def chunks(self, file: KeptFile) -> Iterator[bytes]:
        """The bytes of one file, a piece at a time."""
        self.copies.seek(file.start)
        left = file.size
        while left:
            chunk = self.copies.read(min(left, _CHUNK))
            left -= len(chunk)
            yield chunk


def take_snapshot(
    workspace: Workspace,
    copies: BinaryIO,
    who: str = COMMAND_LINE,
    *,
    with_output: bool = False,
) -> Snapshot:
    """Copy the files of a workspace as they are at one moment.

    Args:
        workspace: the workspace.
        copies: an empty file, open for reading and writing.
        who: who backs it up; whoever waits for the lock is told so.
        with_output: whether documents that can be made anew are copied too; letters
            always are.

    Raises:
        CannotRead, PointsOutside, UnusableName: a file that cannot be copied; none is
            left out.
        Busy, CannotWrite: the lock cannot be had.
        OSError: no room for the copies.
    """
    early = dict[str, _Copied]()
    for name, path in _files(workspace, with_output):
        # What is gone again by now is looked at inside the lock.
        with suppress(CannotRead):
            early[name] = _copy(name, Path(path), copies)
    with workspace.lock(who, "membuat cadangan"):
        files = [
            _unless_unchanged(early.get(name), name, path, copies)
            for name, path in _files(workspace, with_output)
        ]
    return Snapshot(tuple(sorted(files, key=lambda file: file.name)), copies)


def _unless_unchanged(
    early: _Copied | None, name: str, path: str, copies: BinaryIO
) -> KeptFile:
    try:
        if early and early.state == _state(os.stat(path)):  # noqa: PTH116
            return early.file
    except OSError as cause:
        raise CannotRead(Path(path), cause) from None
    return _copy(name, Path(path), copies).file


def _copy(name: str, path: Path, copies: BinaryIO) -> _Copied:
    """One file put behind the copies.

    Raises:
        CannotRead, UnusableName.
    """
    if not is_portable(name):
        raise UnusableName(path)
    start, digest = copies.seek(0, os.SEEK_END), sha256()
    with _opened(path) as (file, before):
        while chunk := _read(file, path):
            digest.update(chunk)
            copies.write(chunk)
        after = _state(os.fstat(file.fileno()))
    size = copies.tell() - start
    kept = KeptFile(name, size, digest.hexdigest(), start)
    return _Copied(kept, after if before == after else None)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[BinaryIO, _State]]:
    try:
        file = path.open("rb")
    except OSError as cause:
        raise CannotRead(path, cause) from None
    with file:
        yield file, _state(os.fstat(file.fileno()))


def _read(file: BinaryIO, path: Path) -> bytes:
    try:
        return file.read(_CHUNK)
    except OSError as cause:
        raise CannotRead(path, cause) from None


def _state(found: os.stat_result) -> _State:
    return _State(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


# Which files.


def is_kept(name: str, *, with_output: bool) -> bool:
    """Whether a path below the workspace belongs into a backup; of a folder, too.

    Left out is what the program makes anew: locks, the key of sessions, temporary files,
    the index, and, unless wanted, documents; and other programs' hidden files.
    """
    parts = name.split("/")
    hidden = [part for part in parts if part.startswith(".")]
    if hidden and not _is_desk_path(parts, hidden):
        return False
    if name.startswith(_MADE_ANEW):
        return False
    is_document = parts[0] == OUTPUT and len(parts) > 2
    return with_output or not is_document or parts[2] == LETTERS


def _is_desk_path(parts: list[str], hidden: list[str]) -> bool:
    """Whether a path with hidden parts is the desk's folder, or a lasting file in it."""
    if parts[0] != DESK_FOLDER:
        return False
    return hidden == [DESK_FOLDER] or parts == [DESK_FOLDER, ".gitignore"]


def is_portable(name: str) -> bool:
    """Whether a name means the same file below a folder on every machine, and none outside."""
    parts = name.split("/")
    if any(part in ("", ".", "..") for part in parts):
        return False
    if "\\" in name or ":" in parts[0]:
        return False
    return name.isprintable() and len(name.encode(errors="replace")) <= 4000


def _files(workspace: Workspace, with_output: bool) -> Iterator[tuple[str, str]]:
    """Name and path of every file that belongs into a backup.

    Raises:
        CannotRead, PointsOutside.
    """
    limit = workspace.root.resolve()
    yield from _Walk(limit, with_output).below(str(limit), "", frozenset())


@dataclass(frozen=True)
class _Walk:
    """A walk through a folder, which no link leads out of.

    Paths are bare text: the lock is held while ten thousands of them are looked at.
    """

    limit: Path
    with_output: bool

    def below(
        self, folder: str, prefix: str, above: frozenset[str]
    ) -> Iterator[tuple[str, str]]:
        """Name and path of each file below a folder; never round in a circle.

        Args:
            folder: the folder, no link in its path.
            prefix: what stands before the names of its files.
            above: the folders that the walk came through.
        """
        for entry in _entries(folder):
            name = prefix + entry.name
            if not is_kept(name, with_output=self.with_output):
                continue
            path = self._original(entry)
            try:
                is_folder, is_file = entry.is_dir(), entry.is_file()
            except OSError as cause:
                raise CannotRead(Path(entry.path), cause) from None
            if is_folder and path not in above:
                yield from self.below(path, f"{name}/", above | {folder, path})
            elif is_file:
                yield name, path
            elif not is_folder:
                raise CannotRead(Path(entry.path), OSError(errno.EISDIR, ""))

    def _original(self, entry: os.DirEntry[str]) -> str:
        """Where an entry lies, a link followed."""
        if not entry.is_symlink():
            return entry.path
        path = Path(entry.path)
        try:
            original = path.resolve()
        except RuntimeError:
            # How a link to itself is reported until Python 3.13.
            raise CannotRead(path, OSError(errno.ELOOP, "")) from None
        if not original.is_relative_to(self.limit):
            raise PointsOutside(path)
        return str(original)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as cause:
        raise CannotRead(Path(folder), cause) from None
