"""A loaded agreement in, its documents out, composed as they are asked for.

They are the agreement itself, its adenda with their papers, the papers of its events.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import (
    RangkapIni,
    compose_kesepakatan,
    rangkap_list,
)
from notakesepakatan.load.adendum.riwayat import LoadedAdendum, Riwayat
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.yaml.text import Source
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.press.order import Order
from notakesepakatan.press.render import Document
from notakesepakatan.workspace import COMMAND_LINE, LastWrite
from notakesepakatan.workspace.contents import hash_of

if TYPE_CHECKING:
    from notakesepakatan.compose.kinds import DocumentKind
    from notakesepakatan.compose.peristiwa import Case
    from notakesepakatan.load.peristiwa import LoadedPeristiwa


def kesepakatan_documents(
    opened: Opened, slug: str, composer: Composer, order: Order
) -> Iterator[Document]:
    """Every document of an agreement that is wanted; only those are composed.

    Args:
        opened: the workspace.
        slug: the agreement.
        composer: composer of the workspace.
        order: what is wanted.
    """
    office = composer.pengaturan.pihak_kami or ""
    for document in _documents(opened, slug, composer, order):
        dated = _dated(document, opened.written, office)
        yield _marked(dated, order.today)


def _documents(
    opened: Opened, slug: str, composer: Composer, order: Order
) -> Iterator[Document]:
    riwayat = opened.riwayat(slug)
    yield from _own_documents(riwayat, composer, order)
    for i in range(len(riwayat.adendum)):
        yield from _adendum_documents(riwayat, i, composer, order)
    if opened.workspace.has_peristiwa(slug):
        yield from peristiwa_documents(opened, slug, composer, order)


def _dated(
    document: Document, written: Mapping[str, LastWrite], office: str
) -> Document:
    """The document with the last change of its data: when, and by whom.

    Args:
        document: the document.
        written: who wrote which bytes, as the trail says.
        office: who is named where nobody logged in to make the change.
    """
    hashes = (hash_of(source.text.encode()) for source in document.source)
    known = [written[one] for one in hashes if one in written]
    last = max(known, key=lambda one: datetime.fromisoformat(one.time), default=None)
    who = last.who if last and last.who not in _NOBODY else office
    changed = datetime.fromisoformat(last.time) if last else None
    naskah = replace(document.naskah, changed=changed, changed_by=who)
    return replace(document, naskah=naskah)


def _marked(document: Document, today: date | None) -> Document:
    """The document; a draft with the day and the version of its data on every page."""
    if document.konsep is None:
        return document
    from notakesepakatan.compose.adendum.konsolidasi import mark_draft

    changed = document.naskah.changed
    day = changed.date() if changed else today
    return replace(document, naskah=mark_draft(document.naskah, document.konsep, day))


_NOBODY = (COMMAND_LINE, "lokal")
"""Names in the trail of whoever did not log in."""


def _own_documents(
    riwayat: Riwayat, composer: Composer, order: Order
) -> Iterator[Document]:
    """The agreement as signed."""
    origin = riwayat.origin
    name = document_name(origin)
    if origin.kesepakatan.facts_only or not order.wants(name):
        return
    for suffix, rangkap_ini in _originals(origin.reading, order):
        naskah = compose_kesepakatan(composer, origin, rangkap_ini)
        is_draft = origin.kesepakatan.konsep and rangkap_ini is None
        konsep = origin.isi if is_draft else None
        yield Document(name + suffix, naskah, (origin.source,), konsep=konsep)


def _adendum_documents(
    riwayat: Riwayat, i: int, composer: Composer, order: Order
) -> Iterator[Document]:
    """An adendum with its papers."""
    adendum = riwayat.adendum[i]
    earlier = riwayat.adendum[:i]
    sources = _sources(riwayat.origin, *earlier, adendum)
    name = f"adendum-{adendum.nomor:02}"
    sandingan = f"{name}-sandingan"
    tracked = f"{name}-lacak-perubahan"
    if not order.wants(name, sandingan, tracked):
        return
    from notakesepakatan.compose.adendum.papers import (
        compose_adendum,
        compose_sandingan,
    )

    if order.wants(name):
        for suffix, rangkap_ini in _originals(adendum.reading_as_signed, order):
            naskah = compose_adendum(composer, adendum, earlier, rangkap_ini)
            is_draft = adendum.adendum.konsep and rangkap_ini is None
            konsep = adendum.source.text.encode() if is_draft else None
            yield Document(name + suffix, naskah, sources, konsep=konsep)
    if order.rangkap:
        return
    if order.wants(sandingan):
        yield Document(sandingan, compose_sandingan(composer, adendum), sources)
    if order.wants(tracked):
        before = compose_kesepakatan(composer, adendum.sebelum)
        after = compose_kesepakatan(composer, adendum.sesudah)
        yield Document(tracked, after, sources, before)


def peristiwa_documents(
    opened: Opened,
    slug: str,
    composer: Composer,
    order: Order,
    only: Path | None = None,
) -> Iterator[Document]:
    """The papers of an agreement's events, by their day: `2026-01-12-berita-acara-kahar`.

    Args:
        opened: the workspace.
        slug: the agreement.
        composer: composer of the workspace.
        order: what is wanted.
        only: the file of the one event wanted.
    """
    riwayat = opened.riwayat(slug)
    if order.rangkap or riwayat.origin.kesepakatan.konsep:
        return
    from notakesepakatan.compose.peristiwa import Case

    kinds, calendar = composer.kinds, opened.calendar
    summary, peristiwa_list = opened.summary(slug), opened.peristiwa_list(slug)
    sources = _sources(riwayat.origin, *riwayat.adendum, *peristiwa_list)
    for file, kind, each in peristiwa_papers(kinds, peristiwa_list):
        if order.wants(kind, file) and only in (None, each.file):
            peristiwa = each.peristiwa
            on_its_day = riwayat.on(peristiwa.tanggal)
            case = Case(peristiwa, on_its_day, summary.peristiwa, calendar)
            yield _peristiwa_document(file, kinds[kind], case, composer, sources)


def peristiwa_papers(
    kinds: "Mapping[str, DocumentKind]", peristiwa_list: "Iterable[LoadedPeristiwa]"
) -> "Iterator[tuple[str, str, LoadedPeristiwa]]":
    """Each paper of recorded events: its file's name, its kind's name, the event."""
    used = Counter[str]()
    for each in peristiwa_list:
        peristiwa = each.peristiwa
        for name, kind in kinds.items():
            if kind.peristiwa != peristiwa.jenis:
                continue
            file = f"{peristiwa.tanggal.isoformat()}-{name}"
            used[file] += 1
            again = f"-{used[file]}" if used[file] > 1 else ""
            yield file + again, name, each


def planned_documents(
    opened: Opened,
    slug: str,
    composer: Composer,
    peristiwa: Peristiwa,
) -> Iterator[Document]:
    """The papers of an event that is not recorded yet, among those that are."""
    from notakesepakatan.compose.peristiwa import Case

    riwayat = opened.riwayat(slug)
    summary, peristiwa_list = opened.summary(slug), opened.peristiwa_list(slug)
    planned = sorted((*summary.peristiwa, peristiwa), key=lambda each: each.tanggal)
    main = _answered(peristiwa, planned)
    case = Case(main, riwayat.on(main.tanggal), planned, opened.calendar)
    sources = _sources(riwayat.origin, *riwayat.adendum, *peristiwa_list)
    for name, kind in composer.kinds.items():
        if kind.peristiwa == main.jenis:
            file = f"{main.tanggal.isoformat()}-{name}"
            yield _peristiwa_document(file, kind, case, composer, sources)


def _answered(peristiwa: Peristiwa, planned: Iterable[Peristiwa]) -> Peristiwa:
    """The event whose papers change: of a berita acara kahar, the kahar it records."""
    if peristiwa.jenis != "berita_acara_kahar":
        return peristiwa
    for other in planned:
        if other.jenis == "keadaan_kahar" and other.tanggal == peristiwa.kejadian:
            return other
    return peristiwa


def _peristiwa_document(
    file: str,
    kind: "DocumentKind",
    case: "Case",
    composer: Composer,
    sources: tuple[Source, ...],
) -> Document:
    """One paper of an event."""
    from notakesepakatan.compose.peristiwa import compose_document, report_rows

    naskah = compose_document(composer, kind, case)
    return Document(file, naskah, sources, sheet=tuple(report_rows(case)))


def _sources(
    *loaded: "Loaded | LoadedAdendum | LoadedPeristiwa",
) -> tuple[Source, ...]:
    """The files that a document's words come from."""
    return tuple(each.source for each in loaded)


def _originals(
    kesepakatan: Kesepakatan, order: Order
) -> list[tuple[str, RangkapIni | None]]:
    """The document itself, or each of its duplicates with what is added to its name."""
    if not order.rangkap:
        return [("", None)]
    return [
        (f"-rangkap-{rangkap.nomor}", rangkap) for rangkap in rangkap_list(kesepakatan)
    ]


def document_name(loaded: Loaded) -> str:
    """File name of the instrument: "Nota Kesepakatan" -> "nota-kesepakatan"."""
    jenis = loaded.kesepakatan.jenis.lower()
    name = re.sub(r"[^a-z0-9]+", "-", jenis).strip("-")
    return name[:80] or "kesepakatan"
