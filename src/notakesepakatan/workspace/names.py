"""Files of an agreement whose names are nearly right in; what to name them out.

`Peristiwa/`, `ADENDUM-02.YAML` and `kesepakatan.yml` are what people and their systems make of
the names this program reads. Passed over, an event or an adendum would be lost without a
word.
"""

import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from notakesepakatan.errors import CannotRead, NotaError
from notakesepakatan.words.names import fold
from notakesepakatan.workspace.contents import PointsOutside
from notakesepakatan.workspace.layout import (
    KESEPAKATAN_FILE,
    PERISTIWA_FOLDER,
    SEAL_FILE,
    is_data,
    is_own_file,
    is_peristiwa_folder,
)

_ADENDUM = re.compile(r"adendum[- _]?0*([1-9]\d?)\.ya?ml")


class WronglyNamed(NamedTuple):
    """A file or folder that is not read for its name, and the name that it should have."""

    path: Path
    right: str

    @property
    def saran(self) -> str:
        """What to do."""
        if _is_there(self.path, self.right):
            return f"{self.right} sudah ada; satukan isinya, lalu hapus yang ini"
        return f"ganti namanya menjadi {self.right}"


class WronglyNamedFile(NotaError):
    """An agreement's own file is not read for its name."""

    def __init__(self, wrongly_named: WronglyNamed) -> None:
        super().__init__(
            f"{wrongly_named.path}: tidak dibaca karena namanya; {wrongly_named.saran}"
        )


def wrongly_named(folder: Path) -> list[WronglyNamed]:
    """What an agreement would have read under another name, by path.

    Raises:
        CannotRead: its folder cannot be read.
    """
    try:
        return list(_wrongly_named(folder))
    except OSError as cause:
        raise CannotRead(folder, cause) from None


def why_unreadable(file: Path, limit: Path) -> NotaError | None:
    """What is wrong with the own file of an agreement that is no plain file.

    None where there is nothing like it.

    Args:
        file: where it should be.
        limit: the folder that no link may lead out of.
    """
    if os.path.lexists(file):
        if not Path(os.path.realpath(file)).is_relative_to(limit.resolve()):
            return PointsOutside(file)
        code = errno.EISDIR if file.exists() else errno.ENOENT
        return CannotRead(file, OSError(code, ""))
    if not file.parent.is_dir():
        return None
    near = [one for one in wrongly_named(file.parent) if one.right == KESEPAKATAN_FILE]
    return WronglyNamedFile(near[0]) if near else None


def _wrongly_named(folder: Path) -> Iterator[WronglyNamed]:
    for path in sorted(folder.iterdir()):
        name = path.name
        if is_own_file(name) and name != KESEPAKATAN_FILE:
            yield WronglyNamed(path, KESEPAKATAN_FILE)
        elif fold(name) == SEAL_FILE and name != SEAL_FILE:
            yield WronglyNamed(path, SEAL_FILE)
        elif is_peristiwa_folder(name) and path.is_dir():
            yield from _wrongly_named_peristiwa(path)
        elif adendum := _ADENDUM.fullmatch(fold(name)):
            right = f"adendum-{int(adendum[1]):02}.yaml"
            if name != right:
                yield WronglyNamed(path, right)


def _wrongly_named_peristiwa(folder: Path) -> Iterator[WronglyNamed]:
    """The folder itself where it holds something, or what is in it."""
    files = [path for path in sorted(folder.iterdir()) if is_data(path.name)]
    if folder.name != PERISTIWA_FOLDER:
        if files:
            yield WronglyNamed(folder, PERISTIWA_FOLDER)
        return
    for path in files:
        if path.suffix != ".yaml":
            yield WronglyNamed(path, f"{path.stem}.yaml")


def _is_there(path: Path, right: str) -> bool:
    """Whether there is another of the right name; the same file under both is none."""
    other = path.with_name(right)
    return os.path.lexists(other) and not other.samefile(path)
