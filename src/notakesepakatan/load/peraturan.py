"""The laws on record, read once from the table of the package."""

from functools import cache
from importlib.resources import files

from notakesepakatan.load.yaml import read_yaml
from notakesepakatan.model.peraturan import KnownLaws


@cache
def known_laws() -> KnownLaws:
    """The table of laws."""
    table = files("notakesepakatan.load") / "peraturan.yaml"
    return KnownLaws.model_validate(
        read_yaml(table.read_bytes(), "peraturan.yaml").data
    )
