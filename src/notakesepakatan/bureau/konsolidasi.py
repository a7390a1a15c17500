"""The text in force on a day: as data to be changed, or as a document."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.seal import check_sealed
from notakesepakatan.compose.adendum.konsolidasi import compose_konsolidasi
from notakesepakatan.compute.text.tree import shorten
from notakesepakatan.errors import NotaError
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.press import Document, write_set
from notakesepakatan.words.tanggal import tanggal_long
from notakesepakatan.write.yaml import dump

KONSOLIDASI = "naskah-konsolidasi"


class NotYetSigned(NotaError):
    """A day on which there was no agreement yet."""

    def __init__(self, per: date, signed: date) -> None:
        super().__init__(
            f"pada {tanggal_long(per)} kesepakatan ini belum ada: ditandatangani "
            f"{tanggal_long(signed)}; sebut hari itu atau sesudahnya"
        )


def check_signed_by(riwayat: Riwayat, per: date | None) -> None:
    """Refuse a day before the agreement.

    Raises:
        NotYetSigned: it was signed later.
    """
    signed = riwayat.origin.kesepakatan.signed
    if per and signed and per < signed:
        raise NotYetSigned(per, signed)


def data_in_force(riwayat: Riwayat, per: date | None, *, konsep: bool = False) -> str:
    """The consolidated agreement as YAML in the shape of `kesepakatan.yaml`.

    Args:
        riwayat: the agreement and its adenda.
        per: the day; None: all that is signed is in it.
        konsep: adenda that are not signed too.

    Raises:
        NotYetSigned.
    """
    check_signed_by(riwayat, per)
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
        FaultyNaskah, CannotWrite, SystemLibraryMissing, NoSuchKesepakatan, InvalidSlug,
        NotYetSigned, SealBroken.
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
        SealBroken, FaultyNaskah, NoSuchKesepakatan, InvalidSlug, NotYetSigned.
    """
    check_sealed(office, slug, "naskah konsolidasi tidak disusun")
    riwayat = office.text(slug)
    yaml = data_in_force(riwayat, per, konsep=konsep).encode()
    naskah = compose_konsolidasi(office.composer, riwayat, per, yaml, konsep=konsep)
    amending = (adendum.source for adendum in riwayat.adendum)
    return Document(KONSOLIDASI, naskah, (riwayat.origin.source, *amending))
