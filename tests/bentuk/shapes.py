"""The agreements of this room: loaded, checked and written in every format."""

from pathlib import Path

from conftest import Keluaran, write_all
from notakesepakatan.bureau.check import Found, check_kesepakatan
from notakesepakatan.bureau.office import Office
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.workspace import Workspace

BENTUK = Path(__file__).parent


def office(root: Path, *slugs: str) -> Office:
    """A workspace with copies of these agreements."""
    for slug in slugs:
        file = root / "agreements" / slug / "kesepakatan.yaml"
        file.parent.mkdir(parents=True)
        file.write_bytes((BENTUK / slug / "kesepakatan.yaml").read_bytes())
    return Office(Workspace(root))


def written(of: Office, slug: str) -> Keluaran:
    """The agreement in every format."""
    return write_all(compose_kesepakatan(of.composer, of.riwayat(slug).origin))


def severe(of: Office, slug: str) -> list[Found]:
    """Findings of level galat."""
    return [found for found in check_kesepakatan(of, slug) if found.tingkat == "galat"]
