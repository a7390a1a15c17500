"""Notices of one agreement, written on demand or when their time has come."""

from collections.abc import Iterator, Mapping, Sequence
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
from notakesepakatan.compute.time.register import (
    Summary,
    condition,
    peristiwa_this_term,
)
from notakesepakatan.compute.time.tenggat import (
    Ended,
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
_NO_PEMBERITAHUAN = ("konsep", "berakhir", "diakhiri", "batal")
"""Status of an agreement that has no end to give notice of."""
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
    """One letter and its receipt, not yet written; what the operator should know."""

    documents: tuple[Document, ...]
    peringatan: str = ""


@dataclass(frozen=True)
class WrittenSurat:
    """The files of one letter and its receipt, and what the operator should know."""

    files: tuple[Path, ...]
    peringatan: str = ""


def draft_pemberitahuan(
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
    composer = office.composer
    calendar = office.calendar
    riwayat = office.riwayat(slug)
    summary = office.summary(slug).on(surat.tanggal)
    end, span = _pemberitahuan_terms(office, slug, summary, surat)
    limit = tenggat_pemberitahuan(end, span, "", calendar)
    surat = replace(surat, reply=reply or add_lama(surat.tanggal, REPLY_TIME, calendar))
    loaded = riwayat.on(surat.tanggal)
    letter = compose_pemberitahuan(composer, loaded, summary, end, limit.tanggal, surat)
    tanda_terima = compose_tanda_terima(composer, loaded, surat)
    sources = (loaded.source, *(adendum.source for adendum in riwayat.adendum))
    name = f"{surat.tanggal.isoformat()}-pemberitahuan-{surat.perihal}"
    documents = (
        Document(name, letter, sources),
        Document(f"{name}-tanda-terima", tanda_terima, sources),
    )
    return PlannedSurat(documents, _warning(surat.tanggal, limit))


def _pemberitahuan_terms(
    office: Office, slug: str, summary: Summary, surat: Pemberitahuan
) -> tuple[Ended, Lama]:
    """The end that is given notice of, and how long before.

    Raises:
        FaultySurat: there is none to be given.
    """
    ingatkan = office.composer.pengaturan.ingatkan
    state = condition(summary, surat.tanggal, ingatkan, office.calendar)
    if state.ended is None or state.status in _NO_PEMBERITAHUAN:
        raise FaultySurat(
            slug,
            f"pada {surat.tanggal} statusnya {state.status}",
            "periksa tanggal surat",
        )
    if not summary.pemberitahuan:
        raise FaultySurat(
            slug,
            "tidak ada tenggat pemberitahuan",
            'tambahkan "tenggat: {pemberitahuan: 3 bulan}"',
        )
    if not 0 <= surat.dari < len(summary.pihak):
        known = ", ".join(summary.kunci_pihak)
        raise FaultySurat(
            slug, "pihak pengirim tidak ada", f"pilih salah satu: {known}"
        )
    return state.ended, summary.pemberitahuan


def write_pemberitahuan(
    office: Office,
    slug: str,
    surat: Pemberitahuan,
    reply: date | None = None,
    formats: Sequence[str] = DEFAULT_FORMATS,
) -> WrittenSurat:
    """Write a notice and its receipt to `output/<slug>/surat/`.

    The arguments are those of `draft_pemberitahuan`, and the endings.

    Raises:
        FaultySurat, FaultyNaskah, CannotWrite, SystemLibraryMissing.
    """
    planned = draft_pemberitahuan(office, slug, surat, reply)
    files = write_set(office.workspace.letters(slug), planned.documents, formats)
    return WrittenSurat(tuple(files), planned.peringatan)


def _warning(tanggal: date, limit: Tenggat) -> str:
    """That a letter comes late, or may."""
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
    files: tuple[Path, ...] = ()
    keterangan: str = ""
    failed: bool = False


def publish(
    office: Office, per: date, formats: Sequence[str] = DEFAULT_FORMATS
) -> Iterator[Published]:
    """Write every notice whose time has come, once each, however often and late it runs.

    A notice's time has come when the last safe day less the office's lead (`waktu_muka`)
    is on or before `per`. That it was written is recorded as an event, so a later run
    leaves it.
    """
    pemberitahuan_list, problems = due_pemberitahuan(office, per)
    for problem in problems:
        yield Published("", keterangan=problem, failed=True)
    for pemberitahuan in pemberitahuan_list:
        if pemberitahuan.due > per:
            continue
        if pemberitahuan.composed:
            waits = (
                f"surat sudah disusun; menunggu tanda terima, "
                f"hari aman {pemberitahuan.tenggat.safe}"
            )
            yield Published(pemberitahuan.summary.slug, keterangan=waits)
            continue
        yield _published(office, pemberitahuan.summary, per, formats)


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


def due_pemberitahuan(office: Office, per: date) -> tuple[list[DueSurat], list[str]]:
    """Every notice not yet received, the most urgent first.

    With the messages of agreements that cannot be read.
    """
    rows, problems = open_register(office, per)
    waktu_muka = office.pengaturan.waktu_muka
    pemberitahuan_list = [
        DueSurat(
            summary=row.summary,
            tenggat=tenggat,
            due=add_lama(tenggat.safe, waktu_muka, office.calendar, -1),
            composed=_composed(row.summary),
        )
        for row in rows
        for tenggat in row.condition.tenggat
        if tenggat.jenis == "pemberitahuan"
    ]
    return sorted(pemberitahuan_list, key=_urgency), problems


def _urgency(pemberitahuan: DueSurat) -> tuple[date, str]:
    return pemberitahuan.tenggat.safe, pemberitahuan.summary.slug


def _composed(summary: Summary) -> Peristiwa | None:
    """The last event that says the notice of the present term was written or sent.

    Whatever day it was recorded for: a run for an earlier day must not write the letter
    again.
    """
    for peristiwa in reversed(peristiwa_this_term(summary, summary.peristiwa)):
        if peristiwa.jenis in _COMPOSED:
            return peristiwa
    return None


def publish_pemberitahuan(
    office: Office,
    summary: Summary,
    surat: Pemberitahuan,
    reply: date | None = None,
    formats: Sequence[str] = DEFAULT_FORMATS,
) -> WrittenSurat:
    """Write a notice and record that it was, as an event of the day of the letter.

    It is recorded once, however often it is written anew.

    Raises:
        As `write_pemberitahuan` and `record`.
    """
    written = write_pemberitahuan(office, summary.slug, surat, reply, formats)
    content = {
        "jenis": "pemberitahuan_disusun",
        "tanggal": str(surat.tanggal),
        "perihal": surat.perihal,
        "dari": summary.kunci_pihak[surat.dari],
    }
    if not _is_recorded(summary, content):
        numbered = {"nomor": surat.nomor} if surat.nomor else {}
        record(office, summary.slug, content | numbered)
    return written


def _is_recorded(summary: Summary, content: Mapping[str, str]) -> bool:
    """Whether an event says just that."""
    return any(
        all(str(getattr(peristiwa, key)) == value for key, value in content.items())
        for peristiwa in summary.peristiwa
    )


def _published(
    office: Office, summary: Summary, per: date, formats: Sequence[str]
) -> Published:
    """The notice of an agreement written, or why it was not."""
    slug = summary.slug
    try:
        sender = sender_of(office, slug, summary.pihak)
        surat = Pemberitahuan("perpanjangan", sender, per, per)
        written = publish_pemberitahuan(office, summary, surat, None, formats)
    except NotaError as cause:
        return Published(slug, keterangan=str(cause), failed=True)
    return Published(slug, written.files, written.peringatan)
