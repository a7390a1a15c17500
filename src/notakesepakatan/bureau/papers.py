"""The papers of one agreement: which there are, without composing them; one of them as bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from notakesepakatan.bureau.adendum import konsolidasi_document
from notakesepakatan.bureau.office import Office
from notakesepakatan.compose.adendum.papers import name_of
from notakesepakatan.compose.kesepakatan import rangkap_list
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.press import (
    NoSuchDocument,
    Order,
    agreement_documents,
    document_bytes,
    document_name,
    event_papers,
)

FORM = ("pdf", "docx", "txt", "html")


@dataclass(frozen=True)
class Paper:
    """One paper: the file's name without ending, what it is, its endings; `tanggal` of an event's paper.

    `pokok` is the document it is a duplicate of.
    """

    nama: str
    judul: str
    form: tuple[str, ...] = FORM
    tanggal: date | None = None
    pokok: str = ""


def papers(office: Office, slug: str) -> list[Paper]:
    """Every paper of an agreement, in the order of its life.

    Raises:
        FaultyNaskah: an event of it is wrong.
    """
    riwayat = office.riwayat(slug)
    origin = riwayat.origin
    result = [
        Paper(
            document_name(origin),
            origin.reading.jenis,
            tanggal=origin.reading.penandatanganan.tanggal,
        )
    ]
    result += _duplicates(document_name(origin), origin.reading)
    for a in riwayat.adendum:
        name, word, day = (
            f"adendum-{a.nomor:02}",
            name_of(a),
            a.adendum.penandatanganan.tanggal,
        )
        result.append(Paper(name, word, tanggal=day))
        result += _duplicates(name, a.sesudah.reading)
        result.append(Paper(f"{name}-sandingan", f"Sandingan {word}", tanggal=day))
        result.append(
            Paper(
                f"{name}-lacak-perubahan",
                f"{word} dengan lacak perubahan",
                ("docx",),
                day,
            )
        )
    return result + list(_event_papers(office, slug))


def _duplicates(main: str, k: Kesepakatan) -> Iterator[Paper]:
    for one in rangkap_list(k):
        word = f"Rangkap {one.nomor}, {one.pemegang}"
        yield Paper(f"{main}-rangkap-{one.nomor}", word, pokok=main)


def _event_papers(office: Office, slug: str) -> Iterator[Paper]:
    if office.riwayat(slug).origin.kesepakatan.konsep:
        return
    kind = office.composer.kinds
    for file, name, one in event_papers(kind, office.events(slug)):
        form = (*FORM, "xlsx") if one.peristiwa.jenis == "realisasi" else FORM
        yield Paper(file, kind[name].judul, form, one.peristiwa.tanggal)


def make_paper(office: Office, slug: str, name: str, form: str) -> bytes:
    """One paper of an agreement in one format.

    Raises:
        NoSuchDocument: it has no such paper, or not in this format.
        FaultyNaskah, FaultyTemplate, SystemLibraryMissing, NoSuchKesepakatan, InvalidSlug.
    """
    every = papers(office, slug)
    paper = next((one for one in every if one.nama == name), None)
    if paper is None or form not in paper.form:
        raise NoSuchDocument(slug, f"{name}.{form}")
    order = Order(rangkap=bool(paper.pokok), document=(paper.pokok or name,))
    for document in agreement_documents(office, slug, office.composer, order):
        if document.nama == name:
            return document_bytes(document, form)
    raise NoSuchDocument(slug, name)


def make_konsolidasi(
    office: Office, slug: str, per: date, form: str, *, konsep: bool = False
) -> bytes:
    """The text in force on a day, in one format.

    Raises:
        NoSuchDocument: not in this format.
        FaultyNaskah, SystemLibraryMissing, NoSuchKesepakatan, InvalidSlug.
    """
    if form not in FORM:
        raise NoSuchDocument(slug, f"konsolidasi.{form}")
    return document_bytes(konsolidasi_document(office, slug, per, konsep), form)
