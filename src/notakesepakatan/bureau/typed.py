"""Data as they are typed in, the agreement that they make out; no rule is asked."""

from notakesepakatan.compute.editing.edits import Data
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.kesepakatan import Loaded, examine
from notakesepakatan.write.yaml import dump


def read_typed(slug: str, data: Data) -> Loaded | None:
    """The agreement as far as the data read; None where they make none."""
    try:
        loaded, _ = examine(dump(data).encode(errors="replace"), slug)
    except FaultyNaskah:
        return None
    return loaded
