"""A folder in, the calendar of its office out: the decrees this program knows, and its own."""

from functools import cache
from pathlib import Path

from notakesepakatan.compute.time.calendar import OfficeCalendar
from notakesepakatan.load.yaml.datum import parse
from notakesepakatan.model.hari_libur import HariLibur
from notakesepakatan.workspace.contents import read_inside
from notakesepakatan.workspace.layout import hari_libur_file


def load_calendar(root: Path | None) -> OfficeCalendar:
    """The calendar of a workspace; of the package alone where it has no file of its own.

    Raises:
        FaultyNaskah: the file is wrong.
        CannotRead, PointsOutside: it is there and cannot be read.
    """
    if root is None or not hari_libur_file(root).exists():
        return OfficeCalendar(_package_days())
    return OfficeCalendar(_package_days(), _read(root))


@cache
def _package_days() -> HariLibur:
    """The program's own file, which stays as it is while the program runs."""
    return _read(Path(__file__).parent)


def _read(root: Path) -> HariLibur:
    file = hari_libur_file(root)
    return parse(HariLibur, read_inside(file, root), str(file))[0]
