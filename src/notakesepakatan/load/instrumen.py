"""Folders of templates in, the instruments out: the package's, then the office's own."""

from functools import lru_cache
from pathlib import Path

from notakesepakatan.load.yaml.datum import parse
from notakesepakatan.model.instrumen import Instrumen, InstrumenList
from notakesepakatan.workspace.contents import read_inside
from notakesepakatan.workspace.layout import (
    instrumen_files,
    package_templates,
    templates_folder,
)


def load_instrumen(root: Path) -> InstrumenList:
    """Instruments by name; a file of the workspace takes the place of the package's.

    Args:
        root: the workspace.

    Raises:
        FaultyNaskah: a file is wrong.
        CannotRead, PointsOutside: it is there and cannot be read.
    """
    return {**package_instrumen(), **_read(templates_folder(root), root)}


@lru_cache(maxsize=1)
def package_instrumen() -> InstrumenList:
    """Those that every workspace has; read once, since they do not change."""
    folder = package_templates()
    return _read(folder, folder)


def _read(folder: Path, limit: Path) -> InstrumenList:
    return {
        file.stem: parse(Instrumen, read_inside(file, limit), str(file))[0]
        for file in instrumen_files(folder)
    }
