"""A folder in, or its common files, the settings of its office out."""

from collections.abc import Iterable
from pathlib import Path

from notakesepakatan.load.yaml.datum import parse
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.workspace.contents import read_inside
from notakesepakatan.workspace.layout import pengaturan_file


def load_pengaturan(root: Path) -> Pengaturan:
    """Settings of the workspace; the defaults where it has none.

    Raises:
        FaultyNaskah: the file is wrong.
        CannotRead, PointsOutside: it is there and cannot be read.
    """
    file = pengaturan_file(root)
    if not file.exists():
        return Pengaturan()
    return _parse(read_inside(file, root), file)


def parse_pengaturan(root: Path, files: Iterable[tuple[str, bytes]]) -> Pengaturan:
    """The same from files that are read already, by their path below the root.

    Raises:
        FaultyNaskah: the file is wrong.
    """
    file = pengaturan_file(root)
    for name, content in files:
        if root / name == file:
            return _parse(content, file)
    return Pengaturan()


def _parse(content: bytes, file: Path) -> Pengaturan:
    return parse(Pengaturan, content, str(file))[0]
