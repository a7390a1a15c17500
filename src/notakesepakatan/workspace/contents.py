"""Bytes of the files of a workspace: those of one agreement, and those that all share. Light, and bounded.

A file that is there and cannot be read, or leads out of the workspace, is never passed over: the documents would come
out without what it says.
"""

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG

from notakesepakatan.errors import CannotRead, NotaError
from notakesepakatan.workspace.folders import BYTE_LIMIT, Workspace
from notakesepakatan.workspace.state import is_part

_FILE = ("pengaturan.yaml", "hari-libur.yaml")


class PointsOutside(NotaError):
    """A file that is a link out of the workspace."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}: menunjuk ke luar ruang kerja, jadi tidak dibaca; ganti pintasan itu dengan berkasnya sendiri"
        )


def common_files(workspace: Workspace) -> Iterator[tuple[str, bytes]]:
    """Path below the workspace and bytes of each, by path.

    Raises:
        CannotRead, PointsOutside.
    """
    root = workspace.root.resolve()
    items = [name for name in _FILE if os.path.lexists(workspace.root / name)]
    if os.path.lexists(workspace.templates):
        items += _below(workspace.root, workspace.templates.name, root, frozenset())
    for name in items:
        yield name, _read_within(workspace.root / name, root)


def own_files(workspace: Workspace, slug: str, name: Iterable[str]) -> dict[str, bytes]:
    """Files of one agreement by their path below its folder.

    Raises:
        CannotRead, PointsOutside: one that the agreement would read.
    """
    folder, limit, result = (
        workspace.agreements / slug,
        workspace.agreements.resolve(),
        dict[str, bytes](),
    )
    for one in name:
        try:
            result[one] = _read_within(folder / one, limit)
        except NotaError:
            if is_part(one):
                raise
    return result


def content_hash(file: Mapping[str, bytes]) -> str:
    """Hash of files by name and bytes, in the order given."""
    count = sha256()
    for name, content in file.items():
        count.update(f"{name}\0{len(content)}\0".encode(errors="surrogateescape"))
        count.update(content)
    return count.hexdigest()


def _below(
    root: Path, folder: str, limit: Path, parent: frozenset[Path]
) -> Iterator[str]:
    """Paths of the files below a folder, through links too, but never round in a circle."""
    try:
        original = (root / folder).resolve(strict=True)
        _check_within(root / folder, original, limit)
        if original in parent:
            return
        with os.scandir(original) as content:
            items = sorted(
                (one.name, _is(one.is_dir), _is(one.is_file)) for one in content
            )
    except OSError as cause:
        raise CannotRead(root / folder, cause) from None
    except (
        RuntimeError
    ):  # how a path that is a link to itself is reported until Python 3.13
        raise CannotRead(root / folder, OSError(errno.ELOOP, "")) from None
    for name, with_folder, file in items:
        if with_folder:
            yield from _below(root, f"{folder}/{name}", limit, parent | {original})
        elif file or not name.startswith(
            "."
        ):  # an editor's lock is a link to nowhere with a dot before its name
            yield f"{folder}/{name}"


def _is(tanya: Callable[[], bool]) -> bool:
    """The answer; no, where a link leads to itself."""
    try:
        return tanya()
    except OSError:
        return False


def _check_within(path: Path, original: Path, limit: Path) -> None:
    if not original.is_relative_to(limit):
        raise PointsOutside(path)


def _read_within(path: Path, folder: Path) -> bytes:
    try:
        if not S_ISREG(path.stat().st_mode):
            raise IsADirectoryError(errno.EISDIR, "")
        _check_within(path, path.resolve(), folder)
        with path.open("rb") as file:
            return file.read(
                BYTE_LIMIT + 1
            )  # one too many, so that who reads it refuses it as ever
    except OSError as cause:
        raise CannotRead(path, cause) from None
