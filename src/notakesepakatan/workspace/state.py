"""A folder of agreements in, what tells whether their files changed out.

Nothing heavy is imported: ten thousand agreements are looked at before it is known that
nothing is to be done.
"""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISLNK, S_ISREG
from typing import NamedTuple

from notakesepakatan.words.names import fold
from notakesepakatan.workspace.layout import (
    KESEPAKATAN_FILE,
    SEAL_FILE,
    is_adendum,
    is_data,
    is_own_file,
    is_part,
    is_peristiwa_folder,
)
from notakesepakatan.workspace.save import is_temporary

_YOUNG = 2_000_000_000
"""Nanoseconds within which a file's time may not tell two changes apart."""


class FileState(NamedTuple):
    """The files of one agreement as they lie, a line each, and the youngest of their times.

    A line is name, size, time of the content, time of the entry, and inode: `touch -r`
    gives back the first time and never the second, and two files that changed places
    have each other's inode. The size of what is no readable file is -1. Times are
    nanoseconds since the epoch.
    """

    text: str
    youngest: int

    def settled(self, read: int) -> bool:
        """Whether the files were at rest when they were read, at `read` nanoseconds."""
        return self.youngest + _YOUNG < read

    @property
    def names(self) -> list[str]:
        """Paths of the files below the agreement's folder."""
        return [line.rsplit("\t", 4)[0] for line in self.text.split("\n")]


class _File(NamedTuple):
    name: str
    size: int
    content_time: int
    entry_time: int
    inode: int

    def line(self) -> str:
        return "\t".join(map(str, self))


def scan_folder(kesepakatan_list: Path) -> Iterator[tuple[str, FileState]]:
    """Slug and state of every agreement in a folder, by slug.

    One whose folder cannot be read is there too.

    Raises:
        OSError: the folder itself cannot be read.
    """
    with os.scandir(kesepakatan_list) as folder:
        items = sorted(
            (entry.name, entry.path) for entry in folder if not is_temporary(entry.name)
        )
    for slug, path in items:
        try:
            state = state_of(path)
        except NotADirectoryError:
            continue
        except OSError as cause:
            # An editor's lock; a folder that went away just now.
            if slug.startswith(".") or not os.path.lexists(path):
                continue
            state = _unreadable(cause.errno or 0)
        if state is not None:
            yield slug, state


def missing() -> FileState:
    """The state of an agreement that is not there."""
    return _unreadable(errno.ENOENT)


def _unreadable(why: int) -> FileState:
    return FileState(_File(KESEPAKATAN_FILE, -1, why, 0, 0).line(), 0)


def state_of(folder: str) -> FileState | None:
    """The state of the agreement in a folder; None where there is none.

    Raises:
        OSError: the folder cannot be read.
    """
    files = sorted((*_files(folder, ""), *_link(folder, "")))
    if not any(is_own_file(file.name) for file in files):
        return None
    youngest = max(max(file.content_time, file.entry_time) for file in files)
    return FileState("\n".join(file.line() for file in files), youngest)


def _files(path: str, prefix: str) -> Iterator[_File]:
    with os.scandir(path) as entries:
        for entry in entries:
            name = entry.name
            is_seal = fold(name) == SEAL_FILE and not prefix
            if name.endswith(".yaml") or is_data(name) or is_adendum(name) or is_seal:
                file = _file(entry, prefix)
                if file is not None:
                    yield file
            elif is_peristiwa_folder(name) and not prefix:
                yield from _peristiwa_list(entry.path, name)


def _link(folder: str, prefix: str) -> Iterator[_File]:
    """A line for a folder that is a link: the files behind it look as they always did."""
    try:
        found = os.lstat(folder)
    except OSError:
        return
    if S_ISLNK(found.st_mode):
        yield _File(f"{prefix}.", -1, 0, 0, found.st_ino)


def _peristiwa_list(path: str, name: str) -> Iterator[_File]:
    yield from _link(path, f"{name}/")
    try:
        yield from _files(path, f"{name}/")
    except NotADirectoryError:
        return
    except OSError as cause:
        yield _File(name, -1, cause.errno or 0, 0, 0)


def _file(entry: os.DirEntry[str], prefix: str) -> _File | None:
    """One file; what is no file counts only where the agreement would read it."""
    name = prefix + entry.name
    try:
        found = entry.stat()
        if S_ISREG(found.st_mode):
            changed, entered = found.st_mtime_ns, found.st_ctime_ns
            return _File(name, found.st_size, changed, entered, found.st_ino)
    except OSError:
        pass
    return _File(name, -1, 0, 0, 0) if is_part(name) else None
