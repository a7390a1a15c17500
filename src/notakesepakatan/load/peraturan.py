"""The laws on record: the table of the package, and on top of it the office's own."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from notakesepakatan.load.yaml.datum import parse
from notakesepakatan.load.yaml.text import read_yaml
from notakesepakatan.model.peraturan import KnownLaws
from notakesepakatan.workspace.contents import read_inside
from notakesepakatan.workspace.layout import laws_file

_TABLE = "peraturan.yaml"


@cache
def known_laws() -> KnownLaws:
    """The table of the package."""
    return KnownLaws.model_validate(read_yaml(_table(), _TABLE).data)


def load_laws(root: Path) -> KnownLaws:
    """The laws that a workspace knows: a row of its own stands before the package's.

    Raises:
        FaultyNaskah: its file is wrong.
        CannotRead, PointsOutside: it is there and cannot be read.
    """
    file = laws_file(root)
    if not file.exists():
        return known_laws()
    own, _ = parse(KnownLaws, read_inside(file, root), str(file))
    told = {law.key for law in own.peraturan}
    others = [law for law in known_laws().peraturan if law.key not in told]
    return KnownLaws(dilihat=own.dilihat, peraturan=(*own.peraturan, *others))


def laws_fingerprint(root: Path) -> str:
    """A hash of both tables: what was computed by others is out of date."""
    file = laws_file(root)
    own = read_inside(file, root) if file.exists() else b""
    return sha256(_table() + own).hexdigest()


def _table() -> bytes:
    return files("notakesepakatan.load").joinpath(_TABLE).read_bytes()
