"""The text in force on a day: as data to be changed, or as a document."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from notakesepakatan.bureau.office import Office
from notakesepakatan.compose.adendum.konsolidasi import compose_konsolidasi
from notakesepakatan.compute.text.tree import shorten
from notakesepakatan.load.adendum import Riwayat
from notakesepakatan.press import Document, write_set
from notakesepakatan.write.yaml import dump

KONSOLIDASI = "naskah-konsolidasi"


def data_in_force(riwayat: Riwayat, per: date | None, *, konsep: bool = False) -> str:
    """The consolidated agreement as YAML in the shape of `kesepakatan.yaml`.

    Args:
        riwayat: the agreement and its adenda.
        per: the day; None: all that is signed is in it.
        konsep: adenda that are not signed too.
    """
    in_force = riwayat.on(per, konsep=konsep).kesepakatan
    return dump(shorten(in_force.model_dump(mode="json", exclude_defaults=True)))


def write_konsolidasi(
    office: Office,
    slug: str,
    per: date,
    konsep: bool,
    formats: Sequence[str],
    to: Path | None = None,
) -> tuple[Path, ...]:
    """Write `naskah-konsolidasi` of an agreement to its folder in `output/`, or in `to`.

    Raises:
        FaultyNaskah, CannotWrite, SystemLibraryMissing, NoSuchKesepakatan, InvalidSlug.
    """
    document = konsolidasi_document(office, slug, per, konsep)
    folder = office.workspace.documents(slug, to)
    within = None if to else office.workspace.root
    return tuple(write_set(folder, [document], formats, within))


def konsolidasi_document(
    office: Office, slug: str, per: date, konsep: bool
) -> Document:
    """The same, to be written or shown.

    Raises:
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug.
    """
    riwayat = office.text(slug)
    yaml = data_in_force(riwayat, per, konsep=konsep).encode()
    naskah = compose_konsolidasi(office.composer, riwayat, per, yaml, konsep=konsep)
    amending = (adendum.source for adendum in riwayat.adendum)
    return Document(KONSOLIDASI, naskah, (riwayat.origin.source, *amending))
