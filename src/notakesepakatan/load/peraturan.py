"""The laws on record, read once from the table of the package."""

from functools import cache
from hashlib import sha256
from importlib.resources import files

from notakesepakatan.load.yaml import read_yaml
from notakesepakatan.model.peraturan import KnownLaws

_TABLE = "peraturan.yaml"


@cache
def known_laws() -> KnownLaws:
    """The table of laws."""
    return KnownLaws.model_validate(read_yaml(_table(), _TABLE).data)


def laws_fingerprint() -> str:
    """A hash of the table: what was computed by another one is out of date."""
    return sha256(_table()).hexdigest()


def _table() -> bytes:
    return files("notakesepakatan.load").joinpath(_TABLE).read_bytes()
