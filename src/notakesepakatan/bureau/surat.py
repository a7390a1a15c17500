"""Notices of one agreement, written on demand or when their time has come."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from notakesepakatan.bureau.induk import outlived_words
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.peristiwa import record_within
from notakesepakatan.bureau.register import open_register
from notakesepakatan.compose.surat import (
    PENGAKHIRAN_REASONS,
    Pemberitahuan,
    compose_pemberitahuan,
    compose_tanda_terima,
    counts_from_ending,
    ends_before_its_end,
    ends_by_itself,
    pemberitahuan_for,
)
from notakesepakatan.compute.time.calendar import OfficeCalendar
from notakesepakatan.compute.time.lacking import lacking_roles
from notakesepakatan.compute.time.register import (
    Condition,
    Summary,
    condition,
    peristiwa_this_term,
)
from notakesepakatan.compute.time.tenggat import Tenggat, tenggat_pemberitahuan
from notakesepakatan.compute.time.term import (
    Ended,
    Term,
    add_lama,
    certain_end,
    reckon_lama,
)
from notakesepakatan.errors import NotaError
from notakesepakatan.load.adendum.riwayat import LoadedAdendum, Riwayat
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.jangka_waktu import JangkaWaktu
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.peristiwa import LEAVING, TWO, Peristiwa, about_words
from notakesepakatan.press import DEFAULT_FORMATS, Document, RenderedFile, render_set
from notakesepakatan.words.lists import merge
from notakesepakatan.words.names import fold
from notakesepakatan.words.numbers import angka_terbilang
from notakesepakatan.words.provisional import marked, years_words
from notakesepakatan.workspace import ChangedMeanwhile


class FaultySurat(NotaError):
    """A letter that cannot be written for this agreement on this day."""

    def __init__(self, slug: str, sebab: str, saran: str) -> None:
        super().__init__(f"{slug}: {sebab}; {saran}")


COMPOSING = "menyusun surat pemberitahuan"
"""How the trail calls it."""
REPLY_TIME = Lama(jumlah=14, satuan="hari kerja")
"""How long a reply is waited for, unless the letter says otherwise.

The office's practice, no rule of law.
"""
_NO_PEMBERITAHUAN = ("konsep", "disisihkan", "berakhir", "diakhiri", "batal")
"""Status of an agreement that has no end to give notice of."""
_NAMED = ("jangka_waktu", "surat")
"""Roles of the clauses that every letter names, where the text has them."""
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


def parse_perpanjangan(text: str) -> Lama | date:
    """How an agreement is to go on, as written: "2 tahun", or until a day.

    The day may be "2028-12-31", "31 Desember 2028" or "sampai dengan 31 Desember 2028".

    Raises:
        FaultySurat: it is neither.
    """
    for beginning in ("", "sampai dengan "):
        try:
            term = JangkaWaktu.model_validate(beginning + text)
        except ValidationError:
            continue
        wanted = term.selama or term.sampai
        if wanted and not term.mulai:
            return wanted
    raise FaultySurat(
        f'"{text}"',
        "bukan lama atau hari terakhir perpanjangan",
        'tulis mis. "5 tahun" atau "sampai dengan 31 Desember 2028"',
    )


def sender_of(office: Office, slug: str, pihak: Sequence[str]) -> int:
    """Index of the party that an office is: `pihak_kami`, or the first where none is named.

    Raises:
        FaultySurat: the named one is no party of this agreement; nobody else's letter is
            written in its stead.
    """
    our = office.pengaturan.pihak_kami
    if our is None:
        return 0
    names = [fold(name) for name in pihak]
    if fold(our) not in names:
        raise FaultySurat(
            slug,
            f'pihak_kami "{our}" bukan pihak kesepakatan ini',
            "sebut pengirimnya dengan --dari",
        )
    return names.index(fold(our))


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
        reply: the day a reply is asked for; default fourteen working days after the letter,
            as a day where it is certain.

    Raises:
        FaultySurat: a draft, an agreement that has ended, one without end that is to be
            extended, an unknown party, days out of order.
        FaultyNaskah.
    """
    composer = office.composer
    calendar = office.calendar
    riwayat = office.riwayat(slug)
    _check_seals(office, slug)
    summary = office.summary(slug).on(surat.tanggal)
    _check_leaving(slug, riwayat.on(surat.tanggal).reading, surat)
    term = _term_to_tell(office, slug, summary, surat)
    loaded = riwayat.on(surat.tanggal)
    is_asked = surat.perihal in pemberitahuan_for(loaded.reading)
    day_ended = _day_ended(term, surat, loaded.reading)
    limit = _limit(summary, term, day_ended, calendar) if is_asked else None
    certain_limit = _certain_day(limit)
    effective = _effective_day(slug, term, surat)
    _check_reason(slug, term, surat)
    _check_reply(slug, reply, effective)
    usual = _usual_reply(surat.tanggal, effective, calendar)
    longer = _longer_konsep(riwayat) if surat.perihal == "perpanjangan" else None
    enclosed = longer is not None
    ends = surat.perihal == "pengakhiran"
    lets_end = ends and ends_by_itself(term.end, surat.in_force)
    surat = replace(
        surat, reply=reply or usual.asked, enclosed=enclosed, lets_end=lets_end
    )
    if longer and not surat.selama and not surat.sampai:
        surat = replace(surat, sampai=_last_day_of(longer))
    letter = compose_pemberitahuan(
        composer, loaded, summary, term, certain_limit, surat
    )
    tanda_terima = compose_tanda_terima(composer, loaded, surat)
    sources = (loaded.source, *(adendum.source for adendum in riwayat.adendum))
    name, name_of_tanda_terima = _names(surat)
    documents = (
        Document(name, letter, sources),
        Document(name_of_tanda_terima, tanda_terima, sources),
    )
    warnings = (
        _late(surat.tanggal, limit),
        _late_pemberitahuan(summary, term, surat, calendar) if is_asked else "",
        _without_draft(slug, surat),
        _without_regulation(surat),
        _extended_later(riwayat, surat.tanggal),
        _outlived_induk(office, slug, loaded.kesepakatan, term, surat),
        _unknown_penanda_tangan(riwayat, surat),
        *lacking_roles(loaded.reading, summary.dasar, _NAMED, "surat"),
        _without_reply_day(() if reply else usual.unsettled),
        _without_limit_day(limit, term.end),
    )
    return PlannedSurat(documents, " ".join(filter(None, warnings)))


def _check_seals(office: Office, slug: str) -> None:
    """Raises FaultySurat where a signed file is not as it was sealed."""
    problems = office.seals(slug).problems
    if problems:
        raise FaultySurat(slug, "surat tidak disusun", problems[0])


def _check_leaving(slug: str, k: Kesepakatan, surat: Pemberitahuan) -> None:
    """Raises FaultySurat where one of two would leave, or nobody said on which day."""
    if surat.perihal != LEAVING:
        return
    if len(k.para_pihak) <= TWO:
        raise FaultySurat(
            slug,
            "pihaknya hanya dua; bila satu keluar, kesepakatan ini berakhir",
            "susun pemberitahuan pengakhiran",
        )
    if surat.in_force is None:
        raise FaultySurat(
            slug,
            "hari pengunduran diri belum disebut",
            "tambahkan --berlaku TANGGAL (di meja: Tanggal berlakunya)",
        )


class _UsualReply(NamedTuple):
    """The reply that is asked for where the letter names no day.

    Attributes:
        asked: a day, or a time where the day is not certain.
        unsettled: the years whose days off leave it so.
    """

    asked: date | Lama
    unsettled: tuple[int, ...] = ()


def _usual_reply(
    letter: date, effective: date | None, calendar: OfficeCalendar
) -> _UsualReply:
    """After the usual time, but not after what the letter announces has come true."""
    expected = reckon_lama(letter, REPLY_TIME, calendar)
    if effective and expected.tanggal > effective:
        return _UsualReply(_day_before(effective, letter, calendar))
    if expected.provisional_years:
        return _UsualReply(REPLY_TIME, tuple(expected.provisional_years))
    return _UsualReply(expected.tanggal)


def _effective_day(slug: str, term: Term, surat: Pemberitahuan) -> date | None:
    """The day on which what the letter announces comes true; None where none is known.

    Raises:
        FaultySurat: an ending before the letter, or after the term has ended by itself.
    """
    end = term.end.tanggal if term.end else None
    if surat.perihal == "perpanjangan" or surat.in_force is None:
        return end
    of_what = about_words(surat.perihal)
    if surat.in_force < surat.tanggal:
        raise FaultySurat(
            slug,
            f"{of_what} berlaku {surat.in_force}, mendahului tanggal surat "
            f"{surat.tanggal}",
            "pilih hari yang lebih kemudian",
        )
    if end and surat.in_force > end:
        raise FaultySurat(
            slug,
            f"{of_what} berlaku {surat.in_force}, padahal jangka waktunya berakhir "
            f"sendiri pada {end}",
            "pilih hari yang tidak sesudahnya, atau kosongkan",
        )
    return surat.in_force


def _check_reason(slug: str, term: Term, surat: Pemberitahuan) -> None:
    """Raises FaultySurat where a term that runs out by itself is said to be ended."""
    if surat.perihal != "pengakhiran" or not ends_before_its_end(surat.alasan):
        return
    if term.end is None or not ends_by_itself(term.end, surat.in_force):
        return
    raise FaultySurat(
        slug,
        f'alasan "{surat.alasan}" mengakhiri kesepakatan sebelum jangka waktunya habis '
        f"({term.end.tanggal}), padahal surat tidak menyebut hari yang lebih awal",
        "tambahkan --berlaku TANGGAL (di meja: Tanggal berlakunya), atau pilih "
        "alasan lain, mis. jangka-waktu",
    )


def _day_before(effective: date, letter: date, calendar: OfficeCalendar) -> date:
    """The last working day until a day, if it is not before the letter."""
    working, _ = calendar.move(effective, "mundur")
    return max(working, letter)


def _check_reply(slug: str, reply: date | None, effective: date | None) -> None:
    """Raises FaultySurat where a reply is asked for when it would come too late."""
    if reply and effective and reply > effective:
        raise FaultySurat(
            slug,
            f"batas tanggapan {reply} sesudah {effective}, hari berakhirnya",
            "pilih hari yang tidak sesudahnya",
        )


def _longer_konsep(riwayat: Riwayat) -> LoadedAdendum | None:
    """The adendum that is not signed yet and changes the term; None where there is none."""
    changing = (
        item
        for item in riwayat.adendum
        if item.adendum.konsep and not item.adendum.only_revokes and _changes_term(item)
    )
    return next(changing, None)


def _changes_term(item: LoadedAdendum) -> bool:
    """Whether an adendum gives the agreement another term."""
    before, after = item.sebelum.kesepakatan, item.sesudah.kesepakatan
    return after.jangka_waktu != before.jangka_waktu


def _outlived_induk(
    office: Office, slug: str, k: Kesepakatan, term: Term, surat: Pemberitahuan
) -> str:
    """That the extension that is proposed would outlast the parent."""
    longer = surat.sampai or surat.selama or term.usual_span
    if surat.perihal != "perpanjangan" or longer is None:
        return ""
    if isinstance(longer, date):
        return outlived_words(office, slug, k, longer)
    end = add_lama(term.end.tanggal, longer, office.calendar) if term.end else None
    return outlived_words(office, slug, k, end)


def _extended_later(riwayat: Riwayat, letter: date) -> str:
    """That an adendum on the term is signed and not yet in force on the day of the letter."""
    signed = (item for item in riwayat.adendum if not item.adendum.konsep)
    later = [
        f"{item.name} ({item.in_force})"
        for item in signed
        if item.in_force and item.in_force > letter and _changes_term(item)
    ]
    if not later:
        return ""
    return (
        f"Surat menyebut jangka waktu yang berlaku pada {letter}; jangka waktunya sudah "
        f"diubah dengan {merge(later)} yang belum mulai berlaku. Periksa apakah surat ini masih "
        "diperlukan."
    )


def _last_day_of(konsep: LoadedAdendum) -> date | None:
    """Until when a draft of an extension goes, which the letter encloses."""
    k = konsep.sesudah.kesepakatan
    return certain_end(k.jangka_waktu, k.signed, k.konvensi_berakhir)


def _without_draft(slug: str, surat: Pemberitahuan) -> str:
    """That the letter names no enclosure, and how there would be one."""
    if surat.perihal != "perpanjangan" or surat.enclosed:
        return ""
    return (
        "Rancangan adendum perpanjangan belum ada, sehingga surat tidak menyebut lampiran. "
        f'Bila hendak dilampirkan, susun lebih dahulu: nota adendum {slug} --perpanjang "…".'
    )


def _without_regulation(surat: Pemberitahuan) -> str:
    """That the letter says a law has changed, and not which."""
    by_law = surat.alasan == PENGAKHIRAN_REASONS["perubahan-peraturan"]
    if not by_law or surat.dasar:
        return ""
    return (
        "Surat menyebut perubahan peraturan perundang-undangan tanpa peraturannya; "
        'sebut dengan --dasar "…" (di meja: Peraturan atau naskah dasarnya).'
    )


def _unknown_penanda_tangan(riwayat: Riwayat, surat: Pemberitahuan) -> str:
    """That nobody said who holds the office on the day of the letter."""
    if surat.pejabat:
        return ""
    penanda_tangan = riwayat.on(surat.tanggal).reading.para_pihak[surat.dari]
    if not penanda_tangan.pejabat:
        return ""
    return (
        f"Penanda tangan surat, {penanda_tangan.pejabat}, diambil dari kesepakatan; program tidak "
        f"mengetahui siapa yang menjabat pada {surat.tanggal}. Bila sudah berganti, sebut "
        "pejabat dan jabatannya (--pejabat, --jabatan; di meja: Penanda tangan)."
    )


def _late_pemberitahuan(
    summary: Summary, term: Term, surat: Pemberitahuan, calendar: OfficeCalendar
) -> str:
    """That an ending before the term ends comes sooner than the time of notice allows."""
    before, day = summary.pemberitahuan, surat.in_force
    if term.end is None or ends_by_itself(term.end, day) or not before or not day:
        return ""
    limit = tenggat_pemberitahuan(Ended(day, day), before, "", calendar).tanggal
    if surat.tanggal <= limit:
        return ""
    return (
        f"Pengakhiran berlaku {day}, sedangkan pemberitahuan disampaikan paling lambat "
        f"{before} sebelumnya, yaitu {limit}; surat ini bertanggal {surat.tanggal}. Pilih "
        "hari yang lebih kemudian, atau sepakati lebih dahulu dengan pihak lainnya."
    )


def _names(surat: Pemberitahuan) -> tuple[str, str]:
    """Names of a letter and of its receipt, without their endings."""
    of_what = surat.perihal.replace("_", "-")
    name = f"{surat.tanggal.isoformat()}-pemberitahuan-{of_what}"
    return name, f"{name}-tanda-terima"


def _term_to_tell(
    office: Office, slug: str, summary: Summary, surat: Pemberitahuan
) -> Term:
    """The term whose end is given notice of, or which is to be ended.

    Raises:
        FaultySurat: there is none, or no such letter can be written for it.
    """
    ingatkan = office.composer.pengaturan.ingatkan
    state = condition(summary, surat.tanggal, ingatkan, office.calendar)
    if state.term is None or state.status in _NO_PEMBERITAHUAN:
        raise FaultySurat(
            slug,
            f"pada {surat.tanggal} statusnya {state.status}{_because(state)}",
            "periksa tanggal surat",
        )
    if state.open_words:
        _check_open_term(slug, state.open_words, surat)
    if not 0 <= surat.dari < len(summary.pihak):
        known = ", ".join(summary.kunci_pihak)
        raise FaultySurat(
            slug, "pihak pengirim tidak ada", f"pilih salah satu: {known}"
        )
    return state.term


def _because(state: Condition) -> str:
    """Why it ended, where that is known: ", syarat terpenuhi: hibah diserahkan"."""
    return f", {state.because}" if state.because else ""


def _check_open_term(slug: str, open_words: str, surat: Pemberitahuan) -> None:
    """An agreement without a last day is not extended, and is ended on a day that is said.

    Raises:
        FaultySurat: the letter would extend it, or does not say that day.
    """
    if surat.perihal == "perpanjangan":
        raise FaultySurat(
            slug,
            f"kesepakatan ini berlaku {open_words}, sehingga tidak ada yang diperpanjang",
            "bila hendak diakhiri, susun pemberitahuan pengakhiran; bila hendak dibatasi, "
            "ubah jangka waktunya dengan adendum",
        )
    if surat.in_force is None:
        raise FaultySurat(
            slug,
            f"kesepakatan ini berlaku {open_words}, sehingga hari pengakhirannya harus "
            "disebut",
            "tambahkan --berlaku TANGGAL, atau isi Tanggal berlakunya",
        )


def _limit(
    summary: Summary, term: Term, day_ended: date | None, calendar: OfficeCalendar
) -> Tenggat | None:
    """The last day of the notice: before the end, or before the day that ends it sooner.

    None where the agreement names no time of notice.
    """
    before = summary.pemberitahuan
    last = Ended(day_ended, day_ended) if day_ended else term.end
    if before is None or last is None:
        return None
    return tenggat_pemberitahuan(last, before, "", calendar)


def _day_ended(term: Term, surat: Pemberitahuan, k: Kesepakatan) -> date | None:
    """The day that ends it sooner, where the time of notice is counted from that."""
    if term.end and not counts_from_ending(k):
        return None
    return surat.in_force


def _certain_day(limit: Tenggat | None) -> date | None:
    """The last day of the notice, as far as no decree can move it any more."""
    return limit.tanggal if limit and _is_certain(limit) else None


def _is_certain(limit: Tenggat) -> bool:
    return not limit.tanggal_provisional_years


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
    ready, missing = render_set(planned.documents, formats)
    with office.workspace.lock(office.who, COMPOSING):
        files = office.workspace.write_letters(slug, _letters(ready))
    if missing:
        raise missing
    return WrittenSurat(files, planned.peringatan)


def _letters(ready: Iterable[RenderedFile]) -> list[tuple[str, bytes]]:
    return [(each.name, each.content or b"") for each in ready]


def _late(tanggal: date, limit: Tenggat | None) -> str:
    """That a letter comes late, or may."""
    if limit is None:
        return ""
    last_day = marked(str(limit.tanggal), limit.tanggal_provisional_years)
    if tanggal > limit.tanggal:
        return f"Surat bertanggal {tanggal} sesudah batas pemberitahuan {last_day}."
    if tanggal > limit.safe:
        safe = marked(str(limit.safe), limit.provisional_years)
        return (
            f"Surat bertanggal {tanggal} sesudah hari aman {safe}; batasnya {last_day}."
        )
    return ""


def _without_reply_day(provisional_years: Sequence[int]) -> str:
    """That the letter asks for a reply in words, and how to have its day."""
    if not provisional_years:
        return ""
    span = f"{angka_terbilang(REPLY_TIME.jumlah)} {REPLY_TIME.satuan}"
    return (
        f'Surat menyebut batas tanggapan "{span} sejak tanggal surat ini" tanpa tanggalnya, '
        f"karena {_unsettled(provisional_years)}. Catat keputusan bersamanya di "
        "hari-libur.yaml bila sudah terbit, atau tentukan sendiri batas tanggapannya."
    )


def _without_limit_day(limit: Tenggat | None, end: Ended | None) -> str:
    """That the letter leaves out the last day of the notice, which may still move."""
    if limit is None or end is None or _is_certain(limit):
        return ""
    estimate = " dan menyebut akhir jangka waktu sebagai perkiraan"
    return (
        "Surat tidak menyebut tanggal batas pemberitahuan"
        f"{estimate if end.provisional_years else ''}, "
        f"karena {_unsettled(limit.tanggal_provisional_years)}."
    )


def _unsettled(provisional_years: Sequence[int]) -> str:
    return f"hari libur {years_words(provisional_years)} masih sementara"


@dataclass(frozen=True)
class Published:
    """What became of one agreement in a run: files written, or why none."""

    slug: str
    files: tuple[Path, ...] = ()
    keterangan: str = ""
    failed: bool = False
    provisional_years: tuple[int, ...] = ()
    """Years without a decree that a date of `keterangan` rests on."""

    @property
    def words(self) -> str:
        """What is to be said of it, with the agreement it is about; empty for nothing."""
        of_whom = f"{self.slug}: " if self.slug and self.keterangan else ""
        # Many messages of faults name it already.
        return of_whom + self.keterangan.removeprefix(of_whom)


@dataclass(frozen=True)
class PresentPenandaTangan:
    """Who signs the letters of the office on a day; empty where nobody was named."""

    pejabat: str = ""
    jabatan: str = ""


_UNNAMED = PresentPenandaTangan()


def publish(
    office: Office,
    per: date,
    formats: Sequence[str] = DEFAULT_FORMATS,
    penanda_tangan: PresentPenandaTangan = _UNNAMED,
    only: Container[str] | None = None,
) -> Iterator[Published]:
    """Write every notice whose time has come, once each, however often and late it runs.

    A notice's time has come when the last safe day less the office's lead (`waktu_muka`)
    is on or before `per`. That it was written is recorded as an event, so a later run
    leaves it. With `only`, no letter is begun of an agreement that is not in it.
    """
    pemberitahuan_list, problems = due_pemberitahuan(office, per)
    for problem in problems:
        yield Published("", keterangan=problem, failed=True)
    for pemberitahuan in pemberitahuan_list:
        if pemberitahuan.due > per:
            continue
        if pemberitahuan.composed:
            yield _completed(office, pemberitahuan, formats, penanda_tangan)
        elif only is None or pemberitahuan.summary.slug in only:
            yield _published(office, pemberitahuan, per, formats, penanda_tangan)


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
            composed=_composed(row.summary, per),
        )
        for row in rows
        for tenggat in row.condition.tenggat
        if tenggat.jenis == "pemberitahuan"
    ]
    return sorted(pemberitahuan_list, key=_urgency), problems


def _urgency(pemberitahuan: DueSurat) -> tuple[date, str]:
    return pemberitahuan.tenggat.safe, pemberitahuan.summary.slug


def _composed(summary: Summary, per: date) -> Peristiwa | None:
    """The last event that says the notice of the present term was written or sent.

    Whatever day it was recorded for: a run for an earlier day must not write the letter
    again. An extension after that day has begun no other term yet.
    """
    known = [
        peristiwa
        for peristiwa in summary.peristiwa
        if peristiwa.jenis != "perpanjangan" or peristiwa.tanggal <= per
    ]
    for peristiwa in reversed(peristiwa_this_term(summary, known)):
        if peristiwa.jenis in _COMPOSED and peristiwa.perihal != LEAVING:
            return peristiwa
    return None


def publish_pemberitahuan(
    office: Office,
    slug: str,
    surat: Pemberitahuan,
    reply: date | None = None,
    formats: Sequence[str] = DEFAULT_FORMATS,
    seen: str = "",
) -> WrittenSurat:
    """Record that a notice is written, as an event of the day of the letter, and write it.

    It is rendered before the lock is taken; inside it is held against what others did
    meanwhile, then the event is written, then the letter: a run that is killed between
    leaves an event, and the next run finds it and writes the letter of that day. It is
    recorded once, however often it is written anew.

    Args:
        office: the workspace and what its letters need.
        slug: the agreement.
        surat: what the letter says.
        reply: the day a reply is asked for; default fourteen working days after it.
        formats: endings.
        seen: hash of the agreement's files as the form was based on them; or empty.

    Raises:
        ChangedMeanwhile: the agreement is not what it was when the letter was rendered.
        As `write_pemberitahuan` and `record`.
    """
    seen = seen or office.workspace.hash(slug)
    planned = draft_pemberitahuan(office, slug, surat, reply)
    ready, missing = render_set(planned.documents, formats)
    with office.workspace.act(COMPOSING, slug, office.who) as act:
        office.workspace.check_unchanged(slug, seen)
        now = office.anew()
        summary = now.summary(slug)
        content = _peristiwa_of(summary, surat)
        letters = _letters(ready)
        if not _is_recorded(summary, content):
            numbered = {"nomor": surat.nomor} if surat.nomor else {}
            record_within(act, now, slug, content | numbered)
        elif office.workspace.has_other_letters(slug, letters):
            raise FaultySurat(slug, *_written_already(surat))
        files = office.workspace.write_letters(slug, letters)
    if missing:
        raise missing
    return WrittenSurat(files, planned.peringatan)


def _written_already(surat: Pemberitahuan) -> tuple[str, str]:
    """Why a letter of that day is not written anew, and what to do."""
    return (
        f"surat pemberitahuan {about_words(surat.perihal)} bertanggal {surat.tanggal} sudah "
        "disusun dan dicatat, dan bunyinya lain; surat itu tidak ditimpa",
        "bila hendak diganti, cabut dahulu catatannya dengan alasan (nota cabut; di meja: "
        "Cabut pada halaman kesepakatan), lalu susun kembali",
    )


def _peristiwa_of(summary: Summary, surat: Pemberitahuan) -> dict[str, str]:
    """The event that a letter was written, but for its number."""
    return {
        "jenis": "pemberitahuan_disusun",
        "tanggal": str(surat.tanggal),
        "perihal": surat.perihal,
        "dari": summary.kunci_pihak[surat.dari],
    }


def _is_recorded(summary: Summary, content: Mapping[str, str]) -> bool:
    """Whether an event says just that."""
    return any(
        all(str(getattr(peristiwa, key)) == value for key, value in content.items())
        for peristiwa in summary.peristiwa
    )


def _published(
    office: Office,
    due: DueSurat,
    per: date,
    formats: Sequence[str],
    penanda_tangan: PresentPenandaTangan,
) -> Published:
    """The notice of an agreement written, or why it was not."""
    slug = due.summary.slug
    try:
        seen = office.workspace.hash(slug)
        # What is due was read some time ago: another run may have written it since.
        if _is_composed_by_now(office, slug, per):
            return _written_by_another(slug)
        sender = sender_of(office, slug, due.summary.pihak)
        surat = _signed_by(
            Pemberitahuan("perpanjangan", sender, per, per), penanda_tangan
        )
        written = publish_pemberitahuan(office, slug, surat, None, formats, seen)
    except ChangedMeanwhile as cause:
        if _is_composed_by_now(office, slug, per):
            return _written_by_another(slug)
        return Published(slug, keterangan=str(cause), failed=True)
    except NotaError as cause:
        return Published(slug, keterangan=str(cause), failed=True)
    return Published(slug, written.files, written.peringatan)


def _is_composed_by_now(office: Office, slug: str, per: date) -> bool:
    """Whether the notice is recorded on the disk, whatever was read before."""
    return _composed(office.anew().summary(slug).on(per), per) is not None


def _written_by_another(slug: str) -> Published:
    return Published(slug, keterangan="surat baru saja disusun proses lain")


def _waiting(pemberitahuan: DueSurat) -> Published:
    """That a notice was written and not yet received."""
    tenggat = pemberitahuan.tenggat
    safe = marked(str(tenggat.safe), tenggat.provisional_years)
    return Published(
        pemberitahuan.summary.slug,
        keterangan=f"surat sudah disusun; menunggu tanda terima, hari aman {safe}",
        provisional_years=tenggat.provisional_years,
    )


def _signed_by(
    surat: Pemberitahuan, penanda_tangan: PresentPenandaTangan
) -> Pemberitahuan:
    return replace(
        surat, pejabat=penanda_tangan.pejabat, jabatan=penanda_tangan.jabatan
    )


def _completed(
    office: Office,
    due: DueSurat,
    formats: Sequence[str],
    penanda_tangan: PresentPenandaTangan,
) -> Published:
    """A notice that is recorded as written, and whose files may not all be there.

    A run that was killed between the two leaves it so; the letter is written as it is
    recorded, of its own day.
    """
    slug = due.summary.slug
    recorded = due.composed
    is_own = recorded and recorded.jenis == "pemberitahuan_disusun"
    # Why a termination was given notice of stands in the letter only.
    if not recorded or not is_own or recorded.perihal != "perpanjangan":
        return _waiting(due)
    try:
        surat = _signed_by(_surat_of(due.summary, recorded), penanda_tangan)
        if _has_letters(office, slug, surat, formats):
            return _waiting(due)
        written = _write_missing(office, slug, surat, formats)
    except NotaError as cause:
        return Published(slug, keterangan=str(cause), failed=True)
    if written is None:
        return _written_by_another(slug)
    again = (
        f"suratnya tercatat disusun {recorded.tanggal}, tetapi berkasnya tidak ada; "
        "disusun kembali menurut catatan itu"
    )
    words = ". ".join(filter(None, (again, written.peringatan)))
    return Published(slug, written.files, words)


def _has_letters(
    office: Office, slug: str, surat: Pemberitahuan, formats: Sequence[str]
) -> bool:
    """Whether the files of a letter are all there.

    Whoever is writing them just now holds the lock until they are.
    """
    names = [f"{each}.{suffix}" for each in _names(surat) for suffix in formats]
    with office.workspace.lock(office.who, COMPOSING):
        return office.workspace.has_letters(slug, names)


def _write_missing(
    office: Office, slug: str, surat: Pemberitahuan, formats: Sequence[str]
) -> WrittenSurat | None:
    """A letter that is recorded and not there; None where another run wrote it meanwhile."""
    planned = draft_pemberitahuan(office, slug, surat)
    ready, missing = render_set(planned.documents, formats)
    with office.workspace.lock(office.who, COMPOSING):
        if _has_letters(office, slug, surat, formats):
            return None
        there = office.workspace.letters(slug)
        letters = [each for each in _letters(ready) if not (there / each[0]).exists()]
        files = office.workspace.write_letters(slug, letters)
    if missing:
        raise missing
    return WrittenSurat(files, planned.peringatan)


def _surat_of(summary: Summary, recorded: Peristiwa) -> Pemberitahuan:
    """The letter that an event says was written, as far as the event says it."""
    sender = summary.kunci_pihak.index(recorded.dari or "")
    day = recorded.tanggal
    return Pemberitahuan("perpanjangan", sender, day, day, nomor=recorded.nomor)
