"""The register: what an agreement's dates and recorded events say on a given day.

Nothing of it is stored. `Summary` is the little of an agreement that its status and
deadlines need, so that thousands fit in an index.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache, partial
from typing import Any, Literal

from notakesepakatan.compute.text.numbering import Numbers
from notakesepakatan.compute.time.calendar import DAY, OfficeCalendar
from notakesepakatan.compute.time.tenggat import (
    Ended,
    KindTenggat,
    Tenggat,
    add_lama,
    end_of_term,
    tenggat_hari_kerja,
    tenggat_of_end,
    tenggat_pemberitahuan,
    years_of_plan,
)
from notakesepakatan.model.dasar import Convention, Lama
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.peristiwa import Peristiwa, Tugas, tasks
from notakesepakatan.place import Address, address_words, default_sebutan
from notakesepakatan.words.tanggal import tanggal_long

Status = Literal[
    "konsep",
    "berlaku",
    "masa pemberitahuan",
    "lewat tenggat",
    "diperpanjang",
    "berakhir",
    "diakhiri",
    "batal",
]

ROLE = {
    "jangka_waktu": ("jangka_waktu_berlaku", "jangka_waktu"),
    "pemberitahuan": ("pemberitahuan", "jangka_waktu"),
    "kahar": ("berita_acara_kahar", "keadaan_kahar"),
    "kewajiban": ("kewajiban_tersisa",),
    "musyawarah": ("penyelesaian_perselisihan",),
    "berakhir_demi_hukum": ("berakhir_demi_hukum",),
    "pemantauan": ("pemantauan",),
    "kahar_tetap_berlaku": ("kahar_tetap_berlaku",),
    "surat": ("surat_menyurat",),
    "rencana_kerja": ("rencana_kerja", "pelaksanaan"),
    "perubahan": ("perubahan", "adendum"),
    "perbaikan": ("perbaikan", "adendum"),
}
"""Roles of clauses by the keys of their pasal or ayat; the first that exists is quoted."""


@dataclass(frozen=True)
class Summary:
    """What the register keeps of one agreement."""

    slug: str
    jenis: str
    judul: str
    pihak: tuple[str, ...]
    kunci_pihak: tuple[str, ...]
    nomor: tuple[str, ...]
    begin: date | None
    jangka_waktu: Lama
    convention: Convention
    pemberitahuan: Lama | None
    kahar: Lama | None
    rencana_kerja: bool
    dasar: Mapping[str, str]
    peristiwa: tuple[Peristiwa, ...]
    extended: date | None = None
    """First day of force of the last adendum that changed the term."""
    later: tuple[tuple[date, "Summary"], ...] = ()
    """The same with each adendum, by the first day of its force; in order."""

    def on(self, day: date) -> "Summary":
        """What the text in force on a day says."""
        in_force = [one for since, one in self.later if since <= day]
        return in_force[-1] if in_force else self

    def data(self) -> dict[str, object]:
        """The same as data that JSON takes, dates as text."""
        content = {field.name: getattr(self, field.name) for field in fields(self)}
        for name in ("begin", "extended"):
            content[name] = content[name].isoformat() if content[name] else None
        for name in ("jangka_waktu", "pemberitahuan", "kahar"):
            content[name] = str(content[name]) if content[name] else None
        content["peristiwa"] = [
            p.model_dump(mode="json", exclude_defaults=True) for p in self.peristiwa
        ]
        content["later"] = [
            (since.isoformat(), one.data()) for since, one in self.later
        ]
        return content

    @classmethod
    def from_data(cls, content: dict[str, Any]) -> "Summary":
        """Back from the index; by hand, since thousands are read at once."""
        content["later"] = tuple(
            (date.fromisoformat(since), cls.from_data(one))
            for since, one in content["later"]
        )
        for name in ("begin", "extended"):
            content[name] = date.fromisoformat(content[name]) if content[name] else None
        for name in ("jangka_waktu", "pemberitahuan", "kahar"):
            content[name] = _span(content[name]) if content[name] else None
        for name in ("pihak", "kunci_pihak", "nomor"):
            content[name] = tuple(content[name])
        content["peristiwa"] = tuple(
            Peristiwa.model_validate(p) for p in content["peristiwa"]
        )
        return cls(**content)


@lru_cache(maxsize=256)
def _span(text: str) -> Lama:
    return Lama.model_validate(text)


def clause_of(numbers: Numbers, role: str) -> Address | None:
    """Address of the clause that has this role in the agreement."""
    return next(
        (numbers.kunci[key] for key in ROLE[role] if key in numbers.kunci), None
    )


def clause_words(numbers: Numbers) -> dict[str, str]:
    """Addresses of the clauses by their role, as printed: {"kahar": "Pasal 8 ayat (3)"}."""
    return {
        role: address_words(address)
        for role in ROLE
        if (address := clause_of(numbers, role))
    }


def summarize(
    slug: str, k: Kesepakatan, numbers: Numbers, peristiwa: Sequence[Peristiwa]
) -> Summary:
    """The summary of an agreement and its events, which are put in order of their days."""
    basis = clause_words(numbers)
    return Summary(
        slug=slug,
        jenis=k.jenis,
        judul=k.judul,
        pihak=tuple(p.nama for p in k.para_pihak),
        kunci_pihak=k.kunci_pihak,
        nomor=tuple(p.nomor for p in k.para_pihak if p.nomor),
        begin=k.penandatanganan.tanggal,
        jangka_waktu=k.jangka_waktu,
        convention=k.konvensi_berakhir,
        pemberitahuan=k.tenggat.pemberitahuan,
        kahar=k.tenggat.berita_acara_kahar,
        rencana_kerja=k.lampiran is not None,
        dasar=basis,
        peristiwa=tuple(sorted(peristiwa, key=lambda p: p.tanggal)),
    )


@dataclass(frozen=True)
class Condition:
    """An agreement on a day: status, the end of its present term, open deadlines."""

    status: Status
    ended: Ended | None
    tenggat: tuple[Tenggat, ...]


def condition(
    signed: Summary, today: date, ingatkan: Lama, calendar: OfficeCalendar
) -> Condition:
    """Status and open deadlines of an agreement.

    Args:
        signed: the agreement as signed.
        today: the day it is looked at; later events have not happened yet.
        ingatkan: how long before the last safe day the time of notice begins.
        calendar: days off.
    """
    in_force = signed.on(today)
    if in_force.begin is None or in_force.begin > today:
        return Condition("konsep", None, ())
    happened = [event for event in in_force.peristiwa if event.tanggal <= today]
    left = (
        *_open_kahar(signed, happened, calendar),
        *_open_tasks(in_force, happened, calendar),
    )
    for kind, status in _ENDED_BY:
        if any(event.jenis == kind for event in happened):
            return Condition(status, _ended(happened, kind), left)
    begin, span = present_term(in_force, happened, calendar)
    end = end_of_term(begin, span, in_force.convention, calendar)
    if today > end.tanggal:
        return Condition("berakhir", end, left)
    basis = in_force.dasar.get("jangka_waktu", "")
    end_tenggat = tenggat_of_end(begin, span, in_force.convention, basis, calendar)
    notice = _open_notice(in_force, happened, begin, end, calendar)
    tenggat = [end_tenggat, *left, *notice]
    if in_force.rencana_kerja:
        tenggat += _next_year(in_force, begin, span, today, calendar)
    status = _status(in_force, happened, notice, today, ingatkan, calendar)
    by_day = sorted(tenggat, key=lambda one: (one.safe, one.jenis))
    return Condition(status, end, tuple(by_day))


_ENDED_BY: tuple[tuple[str, Status], ...] = (
    ("batal", "batal"),
    ("pengakhiran", "diakhiri"),
)
"""Kinds of event that end an agreement, and what it is called then."""


def _open_notice(
    summary: Summary,
    happened: Sequence[Peristiwa],
    begin: date,
    end: Ended,
    calendar: OfficeCalendar,
) -> list[Tenggat]:
    """The notice before the end of a term that begins on a day, while none is received."""
    before = summary.pemberitahuan
    if not before or happened_this_term(summary, happened, "pemberitahuan_diterima"):
        return []
    basis = summary.dasar.get("pemberitahuan", "")
    notice = tenggat_pemberitahuan(end, before, basis, calendar)
    # A term shorter than its own notice leaves no day on which one could be given in time.
    return [notice] if notice.tanggal > begin else []


def _status(
    summary: Summary,
    happened: Sequence[Peristiwa],
    notices: Sequence[Tenggat],
    today: date,
    ingatkan: Lama,
    calendar: OfficeCalendar,
) -> Status:
    """What a running term is called."""
    for notice in notices:
        if today > notice.tanggal:
            return "lewat tenggat"
        if today >= add_lama(notice.safe, ingatkan, calendar, -1):
            return "masa pemberitahuan"
    prolonged = any(event.jenis == "perpanjangan" for event in happened)
    return "diperpanjang" if summary.extended or prolonged else "berlaku"


def _ended(happened: Sequence[Peristiwa], kind: str) -> Ended:
    day = min(event.tanggal for event in happened if event.jenis == kind)
    return Ended(day, day)


def present_term(
    summary: Summary, happened: Sequence[Peristiwa], calendar: OfficeCalendar
) -> tuple[date, Lama]:
    """First day and span of the term now running.

    Each extension starts where the one before it ended.
    """
    begin, span = summary.begin or date.min, summary.jangka_waktu
    for event in happened:
        if event.jenis == "perpanjangan" and event.selama:
            begin, span = add_lama(begin, span, calendar), event.selama
    return begin, span


def happened_this_term(
    summary: Summary, happened: Sequence[Peristiwa], kind: str
) -> bool:
    """Whether an event of this kind belongs to the term now running.

    One from before an extension answers nothing.
    """
    return any(event.jenis == kind for event in events_this_term(summary, happened))


def events_this_term(
    summary: Summary, happened: Sequence[Peristiwa]
) -> list[Peristiwa]:
    """Events of the term now running."""
    extensions = [event.tanggal for event in happened if event.jenis == "perpanjangan"]
    since = max(extensions, default=summary.extended or date.min)
    return [event for event in happened if event.tanggal > since]


def _open_kahar(
    signed: Summary, happened: Sequence[Peristiwa], calendar: OfficeCalendar
) -> Iterator[Tenggat]:
    answered = [
        event.kejadian for event in happened if event.jenis == "berita_acara_kahar"
    ]
    for event in happened:
        if event.jenis != "keadaan_kahar" or event.tanggal in answered:
            continue
        # The text in force on the day it happened says how long there is.
        then = signed.on(event.tanggal)
        if then.kahar:
            basis = then.dasar.get("kahar", "")
            kind: KindTenggat = "berita-acara-kahar"
            yield tenggat_hari_kerja(event.tanggal, then.kahar, kind, basis, calendar)


ASSIGNED: Mapping[str, tuple[KindTenggat, str]] = {
    "pengakhiran": ("kewajiban", "kewajiban"),
    "musyawarah": ("tindak-lanjut", "musyawarah"),
}
"""Kinds of event that leave tasks: the kind of deadline, and the role of the clause it rests on."""


def _open_tasks(
    summary: Summary, happened: Sequence[Peristiwa], calendar: OfficeCalendar
) -> Iterator[Tenggat]:
    """Duties left at an ending and follow-ups of talks, until they are recorded as done."""
    for event in happened:
        if event.jenis not in ASSIGNED:
            continue
        kind, role = ASSIGNED[event.jenis]
        basis = summary.dasar.get(role, "")
        for name, i, tugas in tasks(event):
            day = tugas.paling_lambat
            if day and name != "pemulihan" and not _done(happened, event, i + 1):
                safe, _ = calendar.move(day, "mundur")
                explain = partial(_task_words, event, tugas, i + 1)
                task = f"{event.tanggal}-{i + 1}"
                yield Tenggat(kind, day, safe, basis, explain, task)


def _task_words(event: Peristiwa, tugas: Tugas, order: int) -> list[str]:
    paper = f"berita acara {event.jenis} {tanggal_long(event.tanggal)} butir {order}"
    return [f"{paper}: {tugas.uraian}, oleh {_who(tugas.oleh)}"]


def _who(by: str) -> str:
    return "PARA PIHAK" if by == "bersama" else default_sebutan(by)


def _done(happened: Sequence[Peristiwa], event: Peristiwa, order: int) -> bool:
    """Whether a task that an event left is recorded as done, alone or with all others."""
    reports = (other for other in happened if other.jenis == "selesai")
    return any(
        report.kejadian == event.tanggal and report.urutan in (None, order)
        for report in reports
    )


def _next_year(
    summary: Summary, begin: date, span: Lama, today: date, calendar: OfficeCalendar
) -> list[Tenggat]:
    """The year of the work plan that begins next."""
    basis = summary.dasar.get("rencana_kerja", "")
    for name, start, end in years_of_plan(begin, span, summary.convention, calendar):
        if start >= today and start != begin:
            safe, _ = calendar.move(start - DAY, "mundur")
            days = f"{tanggal_long(start)} sampai dengan {tanggal_long(end)}"
            reason = f"tahun {name} Rencana Kerja: {days}"
            explain = partial(list[str], (reason,))
            kind: KindTenggat = "tahun-rencana-kerja"
            return [Tenggat(kind, start, safe, basis, explain, name)]
    return []
