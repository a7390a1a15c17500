"""Notices of one agreement, written on demand or when their time has come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.peristiwa import record
from notakesepakatan.bureau.register import open_register
from notakesepakatan.compose.surat import (
    Pemberitahuan,
    compose_pemberitahuan,
    compose_tanda_terima,
)
from notakesepakatan.compute.time.register import Summary, condition, events_this_term
from notakesepakatan.compute.time.tenggat import (
    Tenggat,
    add_lama,
    tenggat_pemberitahuan,
)
from notakesepakatan.errors import NotaError
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.press import DEFAULT_FORMATS, Document, write_set


class FaultySurat(NotaError):
    """A letter that cannot be written for this agreement on this day."""

    def __init__(self, slug: str, sebab: str, saran: str) -> None:
        super().__init__(f"{slug}: {sebab}; {saran}")


REPLY_TIME = Lama(jumlah=14, satuan="hari kerja")
"""How long a reply is waited for, unless the letter says otherwise.

The office's practice, no rule of law.
"""
_COMPOSED = ("pemberitahuan_disusun", "pemberitahuan_dikirim")


def parse_span(text: str) -> Lama:
    """A span as written on the command line.

    Raises:
        FaultySurat: it is none.
    """
    try:
        return Lama.model_validate(text)
    except ValidationError:
        raise FaultySurat(
            f'"{text}"',
            "bukan jangka waktu",
            "tulis bilangan dan satuan: 5 tahun, 3 bulan",
        ) from None


def sender_of(office: Office, slug: str, pihak: Sequence[str]) -> int:
    """Index of the party that an office is: `pihak_kami`, or the first where none is named.

    Raises:
        FaultySurat: the named one is no party of this agreement; nobody else's letter is
            written in its stead.
    """
    our = office.pengaturan.pihak_kami
    if our is None:
        return 0
    if our not in pihak:
        raise FaultySurat(
            slug,
            f'pihak_kami "{our}" bukan pihak kesepakatan ini',
            "sebut pengirimnya dengan --dari",
        )
    return pihak.index(our)


@dataclass(frozen=True)
class PlannedSurat:
    """One letter and its receipt before they are written, and what the operator should know."""

    document: tuple[Document, ...]
    peringatan: str = ""


@dataclass(frozen=True)
class WrittenSurat:
    """The files of one letter and its receipt, and what the operator should know."""

    file: tuple[Path, ...]
    peringatan: str = ""


def draft_notice(
    office: Office, slug: str, surat: Pemberitahuan, reply: date | None = None
) -> PlannedSurat:
    """A notice and its receipt, not yet written.

    Args:
        office: the workspace and what its letters need.
        slug: the agreement.
        surat: what the letter says; its `reply` is replaced.
        reply: the day a reply is asked for; default fourteen working days after the letter.

    Raises:
        FaultySurat: a draft, an agreement that has ended or names no period of notice, an
            unknown party.
        FaultyNaskah.
    """
    composer, calendar, riwayat = office.composer, office.calendar, office.riwayat(slug)
    loaded = riwayat.on(surat.tanggal)
    r = office.summary(slug).on(surat.tanggal)
    state = condition(r, surat.tanggal, composer.pengaturan.ingatkan, calendar)
    if (
        state.status in ("konsep", "berakhir", "diakhiri", "batal")
        or state.ended is None
    ):
        raise FaultySurat(
            slug,
            f"pada {surat.tanggal} statusnya {state.status}",
            "periksa tanggal surat",
        )
    if not r.pemberitahuan:
        raise FaultySurat(
            slug,
            "tidak ada tenggat pemberitahuan",
            'tambahkan "tenggat: {pemberitahuan: 3 bulan}"',
        )
    if not 0 <= surat.dari < len(r.pihak):
        raise FaultySurat(
            slug,
            "pihak pengirim tidak ada",
            f"pilih salah satu: {', '.join(r.kunci_pihak)}",
        )
    limit = tenggat_pemberitahuan(state.ended, r.pemberitahuan, "", calendar)
    surat = replace(surat, reply=reply or add_lama(surat.tanggal, REPLY_TIME, calendar))
    name = f"{surat.tanggal.isoformat()}-pemberitahuan-{surat.perihal}"
    source = (loaded.source, *(a.source for a in riwayat.adendum))
    document = (
        Document(
            name,
            compose_pemberitahuan(
                composer, loaded, r, state.ended, limit.tanggal, surat
            ),
            source,
        ),
        Document(
            f"{name}-tanda-terima",
            compose_tanda_terima(composer, loaded, surat),
            source,
        ),
    )
    return PlannedSurat(document, _warning(surat.tanggal, limit))


def write_notice(
    office: Office,
    slug: str,
    surat: Pemberitahuan,
    reply: date | None = None,
    format_: Sequence[str] = DEFAULT_FORMATS,
) -> WrittenSurat:
    """Write a notice and its receipt to `output/<slug>/surat/`.

    The same arguments as `draft_notice`, and the endings.

    Raises:
        FaultySurat, FaultyNaskah, CannotWrite, SystemLibraryMissing.
    """
    result = draft_notice(office, slug, surat, reply)
    return WrittenSurat(
        tuple(write_set(office.workspace.letters(slug), result.document, format_)),
        result.peringatan,
    )


def _warning(tanggal: date, limit: Tenggat) -> str:
    if tanggal > limit.tanggal:
        return (
            f"Surat bertanggal {tanggal} sesudah batas pemberitahuan {limit.tanggal}."
        )
    if tanggal > limit.safe:
        return (
            f"Surat bertanggal {tanggal} sesudah hari aman {limit.safe}; "
            f"batasnya {limit.tanggal}."
        )
    return ""


@dataclass(frozen=True)
class Published:
    """What became of one agreement in a run: files written, or why none."""

    slug: str
    file: tuple[Path, ...] = ()
    keterangan: str = ""
    failed: bool = False


def publish(
    office: Office, per: date, format_: Sequence[str] = DEFAULT_FORMATS
) -> Iterator[Published]:
    """Write every notice whose time has come, once each, however often and late it runs.

    A notice's time has come when the last safe day less the office's lead (`waktu_muka`) is
    on or before `per`. That it was written is recorded as an event, so a later run leaves it.
    """
    items, problem = due_notices(office, per)
    for message in problem:
        yield Published("", keterangan=message, failed=True)
    for one in items:
        if one.due > per:
            continue
        if one.composed:
            waiting = "surat sudah disusun; menunggu tanda terima, hari aman"
            keterangan = f"{waiting} {one.tenggat.safe}"
            yield Published(one.summary.slug, keterangan=keterangan)
            continue
        yield _publish_one(office, one.summary, per, format_)


@dataclass(frozen=True)
class DueSurat:
    """A notice that an agreement still owes.

    Attributes:
        summary: the agreement.
        tenggat: its deadline.
        due: the day from which it is to be written.
        composed: the event that it was written or sent, while it waits for its receipt.
    """

    summary: Summary
    tenggat: Tenggat
    due: date
    composed: Peristiwa | None


def due_notices(office: Office, per: date) -> tuple[list[DueSurat], list[str]]:
    """Every notice not yet received, the most urgent first.

    And the messages of agreements that cannot be read.
    """
    items, problem = open_register(office, per)
    result = list[DueSurat]()
    for line in items:
        r = line.summary
        for t in (t for t in line.keadaan.tenggat if t.jenis == "pemberitahuan"):
            due = add_lama(t.safe, office.pengaturan.waktu_muka, office.calendar, -1)
            # Whatever day it was recorded for: a run for an earlier day must not write it again.
            composed = next(
                (
                    p
                    for p in reversed(events_this_term(r, r.peristiwa))
                    if p.jenis in _COMPOSED
                ),
                None,
            )
            result.append(DueSurat(r, t, due, composed))
    return sorted(result, key=lambda one: (one.tenggat.safe, one.summary.slug)), problem


def publish_notice(
    office: Office,
    r: Summary,
    surat: Pemberitahuan,
    reply: date | None = None,
    format_: Sequence[str] = DEFAULT_FORMATS,
) -> WrittenSurat:
    """Write a notice and record that it was, as an event of the day of the letter.

    Once, however often it is written anew.

    Raises:
        As `write_notice` and `record`.
    """
    result = write_notice(office, r.slug, surat, reply, format_)
    origin = r.kunci_pihak[surat.dari]
    already = {(p.jenis, p.tanggal, p.perihal, p.dari) for p in r.peristiwa}
    if ("pemberitahuan_disusun", surat.tanggal, surat.perihal, origin) not in already:
        content = {
            "jenis": "pemberitahuan_disusun",
            "tanggal": str(surat.tanggal),
            "perihal": surat.perihal,
            "dari": origin,
        }
        record(
            office,
            r.slug,
            content | ({"nomor": surat.nomor} if surat.nomor else {}),
        )
    return result


def _publish_one(
    office: Office, r: Summary, per: date, format_: Sequence[str]
) -> Published:
    try:
        surat = Pemberitahuan(
            "perpanjangan", sender_of(office, r.slug, r.pihak), per, per
        )
        result = publish_notice(office, r, surat, None, format_)
    except NotaError as cause:
        return Published(r.slug, keterangan=str(cause), failed=True)
    return Published(r.slug, result.file, result.peringatan)
