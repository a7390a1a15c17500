"""The calendar of an office: the decrees this program knows, and on top of them the workspace's `hari-libur.yaml`."""

from pathlib import Path

from notakesepakatan.compute.time.calendar import OfficeCalendar
from notakesepakatan.load.datum import parse, read_limited
from notakesepakatan.model.hari_libur import HariLibur

HARI_LIBUR_FILE = "hari-libur.yaml"


def load_calendar(root: Path | None) -> OfficeCalendar:
    """The calendar of a workspace; of the package alone where it has no file of its own.

    Raises:
        FaultyNaskah: the file is wrong.
        CannotRead: it is there and cannot be read.
    """
    default = Path(__file__).parent / HARI_LIBUR_FILE
    items = [parse(HariLibur, read_limited(default), str(default))[0]]
    if root and (own := root / HARI_LIBUR_FILE).exists():
        items.append(parse(HariLibur, read_limited(own), str(own))[0])
    return OfficeCalendar(*items)
