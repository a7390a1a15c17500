"""Which documents an agreement has: itself, its adenda with their papers, the papers of its events."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import (
    RangkapIni,
    compose_kesepakatan,
    rangkap_list,
)
from notakesepakatan.load.adendum import Riwayat
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.load.opened import Opened
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.press.order import Order
from notakesepakatan.press.render import Document

if TYPE_CHECKING:
    from notakesepakatan.compose.kinds import DocumentKind
    from notakesepakatan.load.peristiwa import LoadedPeristiwa


def documents(
    opened: Opened, slug: str, composer: Composer, order: Order
) -> Iterator[Document]:
    """Every document of an agreement that is wanted; only those are composed."""
    riwayat = opened.riwayat(slug)
    yield from _own_documents(riwayat, composer, order)
    if riwayat.adendum:
        yield from _adendum_documents(riwayat, composer, order)
    if opened.workspace.has_events(slug):
        yield from event_documents(opened, slug, composer, order)


def _own_documents(
    riwayat: Riwayat, composer: Composer, order: Order
) -> Iterator[Document]:
    """The agreement as signed."""
    origin = riwayat.origin
    if not order.wants(name := document_name(origin)):
        return
    for tambahan, rangkap_ini in _originals(origin.reading, order):
        naskah = compose_kesepakatan(composer, origin, rangkap_ini)
        if origin.kesepakatan.konsep and origin.faults:
            from notakesepakatan.compose.adendum.konsolidasi import mark_draft

            naskah = mark_draft(composer, naskah, origin.faults)
        yield Document(name + tambahan, naskah, (origin.source,))


def _adendum_documents(
    riwayat: Riwayat, composer: Composer, order: Order
) -> Iterator[Document]:
    """Each adendum with its papers."""
    origin = riwayat.origin
    for i, a in enumerate(riwayat.adendum):
        name, source = (
            f"adendum-{a.nomor:02}",
            (origin.source, *(b.source for b in riwayat.adendum[: i + 1])),
        )
        board, track = f"{name}-sandingan", f"{name}-lacak-perubahan"
        if not order.wants(name, board, track):
            continue
        from notakesepakatan.compose.adendum.papers import (
            compose_adendum,
            compose_sandingan,
        )

        if order.wants(name):
            for tambahan, rangkap_ini in _originals(a.sesudah.reading, order):
                yield Document(
                    name + tambahan,
                    compose_adendum(composer, a, riwayat.adendum[:i], rangkap_ini),
                    source,
                )
        if order.wants(board) and not order.rangkap:
            yield Document(board, compose_sandingan(composer, a), source)
        if order.wants(track) and not order.rangkap:
            lama, new = (
                compose_kesepakatan(composer, loaded)
                for loaded in (a.sebelum, a.sesudah)
            )
            yield Document(track, new, source, lama)


def event_documents(
    opened: Opened,
    slug: str,
    composer: Composer,
    order: Order,
    only: Path | None = None,
) -> Iterator[Document]:
    """The papers of the events of an agreement, named by their day: `2026-01-12-berita-acara-kahar`.

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
    from notakesepakatan.compose.peristiwa import (
        Case,
        compose_document,
        report_rows,
    )

    kind, calendar = composer.kinds, opened.calendar
    summary, loaded = opened.summary(slug), opened.events(slug)
    source = (
        riwayat.origin.source,
        *(a.source for a in riwayat.adendum),
        *(lain.source for lain in loaded),
    )
    for file, name, one in event_papers(kind, loaded):
        p = one.peristiwa
        if order.wants(name, file) and only in (None, one.file):
            case = Case(p, riwayat.on(p.tanggal), summary.peristiwa, calendar)
            yield Document(
                file,
                compose_document(composer, kind[name], case),
                source,
                sheet=tuple(report_rows(case)),
            )


def event_papers(
    kind: "Mapping[str, DocumentKind]", loaded: "Iterable[LoadedPeristiwa]"
) -> "Iterator[tuple[str, str, LoadedPeristiwa]]":
    """Each paper of recorded events: its file's name, the name of its kind, the event."""
    used = Counter[str]()
    for one in loaded:
        for name in (
            name
            for name, document in kind.items()
            if document.peristiwa == one.peristiwa.jenis
        ):
            file = f"{one.peristiwa.tanggal.isoformat()}-{name}"
            used[file] += 1
            yield (f"{file}-{used[file]}" if used[file] > 1 else file), name, one


def planned_documents(
    opened: Opened, slug: str, composer: Composer, peristiwa: Peristiwa
) -> Iterator[Document]:
    """The papers of an event that is not recorded yet, among those that are."""
    from notakesepakatan.compose.peristiwa import (
        Case,
        compose_document,
        report_rows,
    )

    riwayat = opened.riwayat(slug)
    summary, loaded = opened.summary(slug), opened.events(slug)
    every = sorted((*summary.peristiwa, peristiwa), key=lambda p: p.tanggal)
    answered = [
        p
        for p in every
        if p.jenis == "keadaan_kahar" and p.tanggal == peristiwa.kejadian
    ]
    main = (
        answered[0]
        if peristiwa.jenis == "berita_acara_kahar" and answered
        else peristiwa
    )
    case = Case(main, riwayat.on(main.tanggal), every, opened.calendar)
    source = (
        riwayat.origin.source,
        *(a.source for a in riwayat.adendum),
        *(one.source for one in loaded),
    )
    for name, document in composer.kinds.items():
        if document.peristiwa == main.jenis:
            naskah = compose_document(composer, document, case)
            yield Document(
                f"{main.tanggal.isoformat()}-{name}",
                naskah,
                source,
                sheet=tuple(report_rows(case)),
            )


def _originals(k: Kesepakatan, order: Order) -> list[tuple[str, RangkapIni | None]]:
    """The document itself, or each of its duplicates: what is added to its name, and the duplicate."""
    if not order.rangkap:
        return [("", None)]
    return [(f"-rangkap-{one.nomor}", one) for one in rangkap_list(k)]


def document_name(loaded: Loaded) -> str:
    """File name of the instrument: "Nota Kesepakatan" -> "nota-kesepakatan"."""
    return (
        re.sub(r"[^a-z0-9]+", "-", loaded.kesepakatan.jenis.lower()).strip("-")[:80]
        or "kesepakatan"
    )
