"""What tells whether the files of an agreement changed: name, size, times and inode of each.

Nothing heavy is imported: ten thousand agreements are looked at before it is known that nothing is to be done.
"""

import os
from collections.abc import Iterator
from stat import S_ISREG
from typing import NamedTuple

from notakesepakatan.workspace.folders import (
    KESEPAKATAN_FILE,
    PERISTIWA_FOLDER,
    Workspace,
)

_YOUNG = 2_000_000_000
"""Nanoseconds within which a file's time may not tell two changes apart."""


class FileState(NamedTuple):
    """The files of one agreement as they lie, a line each, and the youngest of their times in nanoseconds.

    A line is name, size, time of the content, time of the entry, and inode: `touch -r` gives back the first time and never
    the second, and two files that changed places have each other's inode. The size of what is no readable file is -1.
    """

    teks: str
    youngest: int

    def settled(self, read: int) -> bool:
        """Whether the files were at rest when they were read, at `read` nanoseconds since the epoch."""
        return self.youngest + _YOUNG < read


_File = tuple[str, int, int, int, int]


def scan(workspace: Workspace) -> Iterator[tuple[str, FileState]]:
    """Slug and state of every agreement of a workspace, by slug; one whose folder cannot be read is there too.

    Raises:
        OSError: agreements/ itself cannot be read.
    """
    with os.scandir(workspace.agreements) as folder:
        items = sorted((one.name, one.path) for one in folder)
    for slug, path in items:
        try:
            mark = sign(path)
        except NotADirectoryError:
            continue
        except OSError as cause:
            if slug.startswith(".") or not os.path.lexists(
                path
            ):  # an editor's lock; a folder that went away just now
                continue
            mark = FileState(_line((KESEPAKATAN_FILE, -1, cause.errno or 0, 0, 0)), 0)
        if mark is not None:
            yield slug, mark


def sign(folder: str) -> FileState | None:
    """The state of the agreement in a folder; None where there is none.

    Raises:
        OSError: the folder cannot be read.
    """
    items = sorted(_files(folder, ""))
    if not any(one[0] == KESEPAKATAN_FILE for one in items):
        return None
    return FileState(
        "\n".join(map(_line, items)), max(max(one[2], one[3]) for one in items)
    )


def names(mark: FileState) -> list[str]:
    """Paths of its files below the agreement's folder."""
    return [line.rsplit("\t", 4)[0] for line in mark.teks.split("\n")]


def is_part(name: str) -> bool:
    """Whether an agreement is read from a file of that path below its folder; an editor's lock has a dot before its name."""
    folder, _, end = name.rpartition("/")
    if folder:
        return not end.startswith(".")
    return name in (KESEPAKATAN_FILE, PERISTIWA_FOLDER) or name.lower().startswith(
        "adendum"
    )


def _line(file: _File) -> str:
    name, large, time, change, inode = file
    return f"{name}\t{large}\t{time}\t{change}\t{inode}"


def _files(path: str, prefix: str) -> Iterator[_File]:
    with os.scandir(path) as content:
        for one in content:
            name = one.name
            if name.endswith(".yaml") or name.lower().startswith(
                "adendum"
            ):  # one wrongly named stops its agreement
                if (file := _state(one, prefix)) is not None:
                    yield file
            elif name == PERISTIWA_FOLDER and not prefix:
                try:
                    yield from _files(one.path, f"{PERISTIWA_FOLDER}/")
                except NotADirectoryError:
                    continue
                except OSError as cause:
                    yield name, -1, cause.errno or 0, 0, 0


def _state(one: os.DirEntry[str], prefix: str) -> _File | None:
    """One file; what is no file counts only where the agreement would read it."""
    name = prefix + one.name
    try:
        k = one.stat()
        if S_ISREG(k.st_mode):
            return name, k.st_size, k.st_mtime_ns, k.st_ctime_ns, k.st_ino
    except OSError:
        pass
    return (name, -1, 0, 0, 0) if is_part(name) else None
