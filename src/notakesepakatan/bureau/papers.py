"""The papers of one agreement: which there are, without composing them.

One of them as bytes too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from notakesepakatan.bureau.konsolidasi import konsolidasi_document
from notakesepakatan.bureau.office import Office
from notakesepakatan.compose.kesepakatan import rangkap_list
from notakesepakatan.load.adendum.riwayat import LoadedAdendum
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.press import (
    NoSuchDocument,
    Order,
    document_bytes,
    document_name,
    kesepakatan_documents,
    peristiwa_papers,
)

FORMATS = ("pdf", "docx", "txt", "html")


@dataclass(frozen=True)
class Paper:
    """One paper.

    Attributes:
        nama: the file's name without ending.
        judul: what it is.
        formats: its endings.
        tanggal: the day it was signed, or of its event.
        main: name of the document it is a duplicate of.
    """

    nama: str
    judul: str
    formats: tuple[str, ...] = FORMATS
    tanggal: date | None = None
    main: str = ""


def papers(office: Office, slug: str) -> list[Paper]:
    """Every paper of an agreement, in the order of its life.

    Raises:
        FaultyNaskah: an event of it is wrong.
    """
    riwayat = office.riwayat(slug)
    return [
        *_own_papers(riwayat.origin),
        *(paper for adendum in riwayat.adendum for paper in _adendum_papers(adendum)),
        *_peristiwa_papers(office, slug),
    ]


def _own_papers(origin: Loaded) -> Iterator[Paper]:
    """The agreement as signed, and its duplicates."""
    if origin.kesepakatan.facts_only:
        return
    name = document_name(origin)
    reading = origin.reading
    tanggal = reading.signed
    yield Paper(name, reading.jenis, tanggal=tanggal)
    yield from _rangkap_list(name, reading)


def _adendum_papers(adendum: LoadedAdendum) -> Iterator[Paper]:
    """An adendum, its duplicates, and what helps to discuss it."""
    name = f"adendum-{adendum.nomor:02}"
    judul = adendum.name
    tanggal = adendum.adendum.signed
    tracked = f"{judul} dengan lacak perubahan"
    yield Paper(name, judul, tanggal=tanggal)
    yield from _rangkap_list(name, adendum.reading_as_signed)
    yield Paper(f"{name}-sandingan", f"Sandingan {judul}", tanggal=tanggal)
    yield Paper(f"{name}-lacak-perubahan", tracked, ("docx",), tanggal)


def _rangkap_list(main: str, kesepakatan: Kesepakatan) -> Iterator[Paper]:
    for rangkap in rangkap_list(kesepakatan):
        judul = f"Rangkap {rangkap.nomor}, {rangkap.pemegang}"
        yield Paper(f"{main}-rangkap-{rangkap.nomor}", judul, main=main)


def _peristiwa_papers(office: Office, slug: str) -> Iterator[Paper]:
    if office.riwayat(slug).origin.kesepakatan.konsep:
        return
    kinds = office.composer.kinds
    for file, kind, each in peristiwa_papers(kinds, office.peristiwa_list(slug)):
        peristiwa = each.peristiwa
        has_sheet = peristiwa.jenis == "realisasi"
        formats = (*FORMATS, "xlsx") if has_sheet else FORMATS
        yield Paper(file, kinds[kind].judul, formats, peristiwa.tanggal)


def make_paper(
    office: Office,
    slug: str,
    name: str,
    format_name: str,
    today: date | None = None,
) -> bytes:
    """One paper of an agreement in one format.

    Args:
        office: the workspace and what its papers need.
        slug: the agreement.
        name: of the paper.
        format_name: ending.
        today: the day that a draft bears of which nobody knows when it was changed last.

    Raises:
        NoSuchDocument: it has no such paper, or not in this format.
        FaultyNaskah, FaultyTemplate, SystemLibraryMissing, NoSuchKesepakatan, InvalidSlug.
    """
    by_name = {paper.nama: paper for paper in papers(office, slug)}
    paper = by_name.get(name)
    if paper is None or format_name not in paper.formats:
        raise NoSuchDocument(slug, f"{name}.{format_name}")
    order = Order(rangkap=bool(paper.main), document=(paper.main or name,), today=today)
    for document in kesepakatan_documents(office, slug, office.composer, order):
        if document.nama == name:
            return document_bytes(document, format_name)
    raise NoSuchDocument(slug, name)


def make_konsolidasi(
    office: Office, slug: str, per: date, format_name: str, *, konsep: bool = False
) -> bytes:
    """The text in force on a day, in one format.

    Raises:
        NoSuchDocument: not in this format.
        FaultyNaskah, SystemLibraryMissing, NoSuchKesepakatan, InvalidSlug.
    """
    if format_name not in FORMATS:
        raise NoSuchDocument(slug, f"konsolidasi.{format_name}")
    return document_bytes(konsolidasi_document(office, slug, per, konsep), format_name)
