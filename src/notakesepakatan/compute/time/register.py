"""The register: what an agreement's dates and recorded events say on a given day.

Nothing of it is stored. `Summary` is the little of an agreement that its status and
deadlines need, so that thousands fit in an index.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import lru_cache, partial
from typing import Any, Literal

from notakesepakatan.compute.text.isian import sebutan_by_key
from notakesepakatan.compute.text.laws import changed_laws
from notakesepakatan.compute.text.numbering import Numbers
from notakesepakatan.compute.text.unnumbered import PasalNames
from notakesepakatan.compute.text.words import INDONESIAN
from notakesepakatan.compute.time.calendar import DAY, OfficeCalendar
from notakesepakatan.compute.time.kewajiban import (
    Days,
    after_the_end,
    open_kewajiban,
)
from notakesepakatan.compute.time.recorded import Recorded, recorded_end
from notakesepakatan.compute.time.tenggat import (
    KindTenggat,
    Tenggat,
    no_decree,
    tenggat_of_end,
    tenggat_pemberitahuan,
    tenggat_since,
    years_of_plan,
)
from notakesepakatan.compute.time.term import (
    Ended,
    Reckoned,
    Term,
    add_lama,
    at_latest,
    extended_for,
    extended_until,
    first_term,
)
from notakesepakatan.model.dasar import Convention, Lama
from notakesepakatan.model.jangka_waktu import JangkaWaktu
from notakesepakatan.model.kesepakatan import Kesepakatan, Kewajiban
from notakesepakatan.model.peraturan import KnownLaws
from notakesepakatan.model.peristiwa import LEAVING, Peristiwa, Tugas, tasks
from notakesepakatan.place import Address
from notakesepakatan.words.provisional import all_years
from notakesepakatan.words.tanggal import tanggal_long

Status = Literal[
    "konsep",
    "disisihkan",
    "belum berlaku",
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
    "pengunduran_diri": ("pengunduran_diri",),
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
    """What the register keeps of one agreement.

    `begin` is the day it was signed; `rencana_kerja` how many years its work plan has,
    0 where it has none.
    """

    slug: str
    jenis: str
    judul: str
    pihak: tuple[str, ...]
    kunci_pihak: tuple[str, ...]
    nomor: tuple[str, ...]
    begin: date | None
    jangka_waktu: JangkaWaktu
    convention: Convention
    pemberitahuan: Lama | None
    kahar: Lama | None
    rencana_kerja: int
    dasar: Mapping[str, str]
    peristiwa: tuple[Peristiwa, ...]
    extended: date | None = None
    """First day of force of the last adendum that changed the term."""
    instrumen: str | None = None
    """The instrument that it names; None where that follows from `jenis`, if at all."""
    sebutan: Mapping[str, str] = field(default_factory=dict)
    """How each party is called, by its key, and all of them as `bersama`."""
    induk: str = ""
    """Slug of its parent, or how the text quotes one that is elsewhere; "" without one."""
    facts_only: bool = False
    """Whether there is no text of it, only what a register says."""
    register: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What the office keeps of it beside its text, by key; its own columns by their heads."""
    set_aside: bool = False
    """Whether it is a draft that was put aside."""
    changed_laws: tuple[str, ...] = ()
    """Laws it rests on that have gone or changed, each with what became of it."""
    kewajiban: tuple[Kewajiban, ...] = ()
    """Duties of which its text says when they are due; `dasar` is the clause as printed."""
    later: tuple[tuple[date, "Summary"], ...] = ()
    """The same with each adendum, by the first day of its force; in order."""

    def on(self, day: date) -> "Summary":
        """What the text in force on a day says."""
        in_force = [text for since, text in self.later if since <= day]
        return in_force[-1] if in_force else self

    def days_of_change(self, today: date) -> list[date]:
        """Days until today on which an adendum or an extension moved deadlines, in order."""
        extensions = [p.tanggal for p in self.peristiwa if p.jenis == "perpanjangan"]
        adenda = [since for since, _ in self.later]
        return sorted(day for day in (*extensions, *adenda) if day <= today)

    @property
    def first_day(self) -> date | None:
        """First day of its term before any extension; None for a draft."""
        return self.jangka_waktu.first_day(self.begin) if self.begin else None

    def data(self) -> dict[str, object]:
        """The same as data that JSON takes, dates as text."""
        content = {field.name: getattr(self, field.name) for field in fields(self)}
        for name in ("begin", "extended"):
            content[name] = content[name].isoformat() if content[name] else None
        content["jangka_waktu"] = str(self.jangka_waktu)
        for name in ("pemberitahuan", "kahar"):
            content[name] = str(content[name]) if content[name] else None
        content["peristiwa"] = [
            peristiwa.model_dump(mode="json", exclude_defaults=True)
            for peristiwa in self.peristiwa
        ]
        content["kewajiban"] = [
            each.model_dump(mode="json", exclude_defaults=True)
            for each in self.kewajiban
        ]
        content["later"] = [
            (since.isoformat(), text.data()) for since, text in self.later
        ]
        return content

    @classmethod
    def from_data(cls, content: dict[str, Any]) -> "Summary":
        """Back from the index; by hand, since thousands are read at once."""
        content["later"] = tuple(
            (date.fromisoformat(since), cls.from_data(text))
            for since, text in content["later"]
        )
        for name in ("begin", "extended"):
            content[name] = date.fromisoformat(content[name]) if content[name] else None
        content["jangka_waktu"] = _term(content["jangka_waktu"])
        for name in ("pemberitahuan", "kahar"):
            content[name] = _span(content[name]) if content[name] else None
        for name in ("pihak", "kunci_pihak", "nomor", "changed_laws"):
            content[name] = tuple(content[name])
        content["register"] = {
            key: tuple(texts) for key, texts in content["register"].items()
        }
        content["peristiwa"] = tuple(
            Peristiwa.model_validate(peristiwa) for peristiwa in content["peristiwa"]
        )
        content["kewajiban"] = tuple(
            map(Kewajiban.model_validate, content["kewajiban"])
        )
        return cls(**content)


@lru_cache(maxsize=256)
def _span(text: str) -> Lama:
    return Lama.model_validate(text)


@lru_cache(maxsize=4096)
def _term(text: str) -> JangkaWaktu:
    return JangkaWaktu.model_validate(text)


def klausul_of(numbers: Numbers, role: str) -> Address | None:
    """Address of the clause that has this role in the agreement."""
    return next(
        (numbers.kunci[key] for key in ROLE[role] if key in numbers.kunci), None
    )


def klausul_words(numbers: Numbers, names: PasalNames) -> dict[str, str]:
    """Addresses of the clauses by their role, as printed: {"kahar": "Pasal 8 ayat (3)"}.

    `names` says what pasal without a number are called.
    """
    words = INDONESIAN.naming(names)
    return {
        role: words.address(address)
        for role in ROLE
        if (address := klausul_of(numbers, role))
    }


def summarize(
    slug: str,
    k: Kesepakatan,
    numbers: Numbers,
    peristiwa: Sequence[Peristiwa],
    laws: KnownLaws,
    names: PasalNames,
) -> Summary:
    """The summary of an agreement and its events, which are put in order of their days.

    `laws` is what is on record of those it may rest on, `names` what its pasal are
    called that bear no number.
    """
    basis = klausul_words(numbers, names)
    return Summary(
        slug=slug,
        jenis=k.jenis,
        judul=k.judul,
        pihak=tuple(pihak.nama for pihak in k.para_pihak),
        kunci_pihak=k.kunci_pihak,
        nomor=tuple(pihak.nomor for pihak in k.para_pihak if pihak.nomor),
        begin=k.signed,
        jangka_waktu=k.jangka_waktu,
        convention=k.konvensi_berakhir,
        pemberitahuan=k.tenggat.pemberitahuan,
        kahar=k.tenggat.berita_acara_kahar,
        rencana_kerja=k.jumlah_tahun if k.rencana_kerja else 0,
        dasar=basis,
        peristiwa=tuple(sorted(peristiwa, key=lambda each: each.tanggal)),
        instrumen=k.instrumen,
        sebutan=sebutan_by_key(k),
        induk=k.induk.kesepakatan or k.induk.words or _named_induk(k),
        facts_only=k.facts_only,
        register=dict(k.pencatatan.texts),
        set_aside=k.disisihkan is not None,
        changed_laws=tuple(changed_laws(k.dasar_hukum, laws)),
        kewajiban=tuple(
            _with_klausul(each, numbers, names) for each in k.tenggat.kewajiban
        ),
    )


def _with_klausul(each: Kewajiban, numbers: Numbers, names: PasalNames) -> Kewajiban:
    """A duty whose `dasar` is the clause as printed; "" where that is gone."""
    address = numbers.kunci.get(each.dasar or "")
    klausul = INDONESIAN.naming(names).address(address) if address else None
    return each.model_copy(update={"dasar": klausul})


def _named_induk(k: Kesepakatan) -> str:
    """The parent as a register says it, where not all of it is known; "" without one."""
    if not k.facts_only:
        return ""
    return k.induk.judul or k.induk.numbers or ""


@dataclass(frozen=True)
class Condition:
    """An agreement on a day: status, the end of its present term, open deadlines.

    Attributes:
        status: its status.
        ended: when its present term ends or it was ended; None for a draft and without end.
        tenggat: open deadlines, by their last safe day.
        term: the term now running; None for a draft and for what was ended.
        because: why it ended, in words, where an event that says so ended it.
    """

    status: Status
    ended: Ended | None
    tenggat: tuple[Tenggat, ...]
    term: Term | None = None
    because: str = ""

    @property
    def open_words(self) -> str:
        """Why there is no end, in words; empty where there is one, and for a draft."""
        return self.term.open_words if self.term else ""


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
    happened = [
        peristiwa for peristiwa in in_force.peristiwa if peristiwa.tanggal <= today
    ]
    recorded = _recorded_end(in_force, happened, today)
    if _is_konsep(in_force, today) and not recorded:
        return Condition("disisihkan" if in_force.set_aside else "konsep", None, ())
    left = (
        *_open_kahar(signed, happened, calendar),
        *_open_tasks(in_force, happened, calendar),
    )
    for kind, status in _ENDED_BY:
        ending = next((each for each in happened if each.jenis == kind), None)
        if ending:
            ended = Ended(ending.tanggal, ending.tanggal)
            because = _cause_words(signed.on(ending.tanggal), ending)
            if status != "batal":
                left += _after_ending(in_force, happened, ending.tanggal, calendar)
            return Condition(status, ended, left, because=because)
    if recorded:
        return _condition_of_recorded(in_force, recorded, left, today)
    term = present_term(in_force, happened, calendar)
    end = term.end
    first = in_force.first_day or term.begin.tanggal
    days = Days(in_force.begin, first, end.tanggal if end else None)
    kewajiban = in_force.kewajiban
    left += tuple(open_kewajiban(kewajiban, happened, days, today, calendar))
    if end and today > end.tanggal:
        return Condition("berakhir", replace(end, at_latest=False), left, term)
    of_end, pemberitahuan = list[Tenggat](), list[Tenggat]()
    if end:
        basis = in_force.dasar.get("jangka_waktu", "")
        of_end = [tenggat_of_end(term, end, basis, calendar)]
        pemberitahuan = _open_pemberitahuan(in_force, happened, term, end, calendar)
    next_year = _next_year(in_force, term, today, calendar)
    status = _status(in_force, happened, pemberitahuan, today, ingatkan, calendar)
    if _awaits_begin(in_force, calendar, today):
        status = "belum berlaku"
    tenggat = (*of_end, *left, *pemberitahuan, *next_year)
    by_day = sorted(tenggat, key=lambda due: (due.safe, due.jenis))
    return Condition(status, end, tuple(by_day), term)


def _after_ending(
    summary: Summary, happened: Sequence[Peristiwa], day: date, calendar: OfficeCalendar
) -> tuple[Tenggat, ...]:
    """Duties that are counted from the end, where an event ended it on a day."""
    kewajiban = [each for each in summary.kewajiban if after_the_end((each,))]
    first = summary.first_day or day
    days = Days(summary.begin, first, day)
    return tuple(open_kewajiban(kewajiban, happened, days, day, calendar))


def _recorded_end(
    summary: Summary, happened: Sequence[Peristiwa], today: date
) -> Recorded | None:
    """That it has ended, as the register of old says, where nothing later extends it."""
    if _prolonged(summary, happened):
        return None
    recorded = recorded_end(summary.register.get("status_tercatat", ()))
    is_to_come = recorded and recorded.day and recorded.day > today
    return None if is_to_come else recorded


def _condition_of_recorded(
    summary: Summary, recorded: Recorded, left: tuple[Tenggat, ...], today: date
) -> Condition:
    """Of what a register of old calls ended: no day of its term is announced any more."""
    last = summary.jangka_waktu.last_day
    ran_out = last if last and last <= today else None
    day = recorded.day or ran_out
    ended = Ended(day, day) if day else None
    status: dict[str, Status] = {"batal": "batal", "diakhiri": "diakhiri"}
    return Condition(status.get(recorded.kind, "berakhir"), ended, left)


def _is_konsep(summary: Summary, today: date) -> bool:
    """Whether it is not signed on a day; of a register's line, whether no day is known."""
    if summary.facts_only:
        return summary.begin is None and summary.jangka_waktu.last_day is None
    return summary.begin is None or summary.begin > today


_ENDED_BY: tuple[tuple[str, Status], ...] = (
    ("batal", "batal"),
    ("pengakhiran", "diakhiri"),
    ("syarat_terpenuhi", "berakhir"),
)
"""Kinds of event that end an agreement, and what it is called then."""


def _open_pemberitahuan(
    summary: Summary,
    happened: Sequence[Peristiwa],
    term: Term,
    end: Ended,
    calendar: OfficeCalendar,
) -> list[Tenggat]:
    """The notice before the end of a term, while none is received."""
    before = summary.pemberitahuan
    if not before or _is_received(summary, happened):
        return []
    basis = summary.dasar.get("pemberitahuan", "")
    pemberitahuan = tenggat_pemberitahuan(end, before, basis, calendar)
    # A term shorter than its own notice leaves no day on which one could be given in time.
    in_time = pemberitahuan.tanggal > term.begin.tanggal
    return [pemberitahuan] if in_time else []


def _is_received(summary: Summary, happened: Sequence[Peristiwa]) -> bool:
    """Whether a notice of the term now running was received.

    That one party leaves says nothing of whether the term is followed by another.
    """
    on_term = [each for each in happened if each.perihal != LEAVING]
    return happened_this_term(summary, on_term, "pemberitahuan_diterima")


def _status(
    summary: Summary,
    happened: Sequence[Peristiwa],
    pemberitahuan_list: Sequence[Tenggat],
    today: date,
    ingatkan: Lama,
    calendar: OfficeCalendar,
) -> Status:
    """What a running term is called."""
    for pemberitahuan in pemberitahuan_list:
        if today > pemberitahuan.tanggal:
            return "lewat tenggat"
        if today >= add_lama(pemberitahuan.safe, ingatkan, calendar, -1):
            return "masa pemberitahuan"
    return "diperpanjang" if _prolonged(summary, happened) else "berlaku"


def _awaits_begin(summary: Summary, calendar: OfficeCalendar, today: date) -> bool:
    """Whether the first term is still to begin, extended already or not."""
    signed = summary.begin or date.min
    convention = summary.convention
    first = first_term(summary.jangka_waktu, signed, convention, calendar)
    return today < first.begin.tanggal


def _prolonged(summary: Summary, happened: Sequence[Peristiwa]) -> bool:
    """Whether the term now running is an extension."""
    by_peristiwa = any(peristiwa.jenis == "perpanjangan" for peristiwa in happened)
    return bool(summary.extended) or by_peristiwa


def _cause_words(summary: Summary, ending: Peristiwa) -> str:
    """Why an event ended an agreement: "syarat terpenuhi: hibah diserahkan"."""
    if ending.jenis == "syarat_terpenuhi":
        return f"syarat terpenuhi: {summary.jangka_waktu.sampai_terpenuhi}"
    return (ending.sebab or "").replace("-", " ")


def present_term(
    summary: Summary, happened: Sequence[Peristiwa], calendar: OfficeCalendar
) -> Term:
    """The term now running; each extension starts where the one before it ended."""
    convention = summary.convention
    signed = summary.begin or date.min
    term = first_term(summary.jangka_waktu, signed, convention, calendar)
    for peristiwa in happened:
        if peristiwa.jenis != "perpanjangan":
            continue
        awaited = term.awaited
        if peristiwa.sampai:
            term = extended_until(term, peristiwa.sampai)
        elif peristiwa.selama:
            term = extended_for(term, peristiwa.selama, convention, calendar)
        term = at_latest(term, awaited)
    return term


def happened_this_term(
    summary: Summary, happened: Sequence[Peristiwa], kind: str
) -> bool:
    """Whether an event of this kind belongs to the term now running.

    One from before an extension answers nothing.
    """
    return any(
        peristiwa.jenis == kind for peristiwa in peristiwa_this_term(summary, happened)
    )


def peristiwa_this_term(
    summary: Summary, happened: Sequence[Peristiwa]
) -> list[Peristiwa]:
    """Events of the term now running."""
    extensions = [
        peristiwa.tanggal for peristiwa in happened if peristiwa.jenis == "perpanjangan"
    ]
    since = max(extensions, default=summary.extended or date.min)
    return [peristiwa for peristiwa in happened if peristiwa.tanggal > since]


def _open_kahar(
    signed: Summary, happened: Sequence[Peristiwa], calendar: OfficeCalendar
) -> Iterator[Tenggat]:
    answered = [
        peristiwa.kejadian
        for peristiwa in happened
        if peristiwa.jenis == "berita_acara_kahar"
    ]
    for peristiwa in happened:
        if peristiwa.jenis != "keadaan_kahar" or peristiwa.tanggal in answered:
            continue
        # The text in force on the day it happened says how long there is.
        then = signed.on(peristiwa.tanggal)
        if then.kahar:
            basis = then.dasar.get("kahar", "")
            kind: KindTenggat = "berita-acara-kahar"
            yield tenggat_since(peristiwa.tanggal, then.kahar, kind, basis, calendar)


ASSIGNED: Mapping[str, tuple[KindTenggat, str]] = {
    "pengakhiran": ("kewajiban", "kewajiban"),
    "musyawarah": ("tindak-lanjut", "musyawarah"),
    "syarat_terpenuhi": ("kewajiban", "kewajiban"),
}
"""Kinds of event that leave tasks: the kind of deadline, and the role of the clause it rests on."""


def _open_tasks(
    summary: Summary, happened: Sequence[Peristiwa], calendar: OfficeCalendar
) -> Iterator[Tenggat]:
    """Duties left at an ending and follow-ups of talks, until they are recorded as done."""
    for peristiwa in happened:
        if peristiwa.jenis not in ASSIGNED:
            continue
        kind, role = ASSIGNED[peristiwa.jenis]
        basis = summary.dasar.get(role, "")
        for name, i, tugas in tasks(peristiwa):
            day = tugas.paling_lambat
            if day and name != "pemulihan" and not _done(happened, peristiwa, i + 1):
                safe, _ = calendar.move(day, "mundur")
                years = calendar.provisional_years(safe, day)
                by = summary.sebutan[tugas.oleh]
                explain = partial(_task_words, peristiwa, tugas, by, i + 1, years)
                task = f"{peristiwa.tanggal}-{i + 1}"
                what = tugas.uraian
                yield Tenggat(kind, day, safe, basis, explain, task, years, uraian=what)


def _task_words(
    peristiwa: Peristiwa,
    tugas: Tugas,
    by: str,
    order: int,
    provisional_years: tuple[int, ...],
) -> list[str]:
    left_by = f"berita acara {peristiwa.jenis}"
    if peristiwa.jenis == "syarat_terpenuhi":
        left_by = "syarat terpenuhi"
    return [
        f"{left_by} {tanggal_long(peristiwa.tanggal)} butir {order}: {tugas.uraian}, oleh {by}",
        *map(no_decree, provisional_years),
    ]


def _done(happened: Sequence[Peristiwa], peristiwa: Peristiwa, order: int) -> bool:
    """Whether a task that an event left is recorded as done, alone or with all others."""
    reports = (other for other in happened if other.jenis == "selesai")
    return any(
        report.kejadian == peristiwa.tanggal and report.urutan in (None, order)
        for report in reports
    )


def _next_year(
    summary: Summary, term: Term, today: date, calendar: OfficeCalendar
) -> list[Tenggat]:
    """The year of the work plan that begins next."""
    if not summary.rencana_kerja:
        return []
    first_day = term.begin.tanggal
    plan = years_of_plan(term, term.years or summary.rencana_kerja)
    for name, start, end in plan:
        if start >= today and start != first_day:
            days = (start, end)
            return [_tenggat_of_year(summary, term.begin, name, days, calendar)]
    return []


def _tenggat_of_year(
    summary: Summary,
    begin: Reckoned,
    name: str,
    days: tuple[date, date],
    calendar: OfficeCalendar,
) -> Tenggat:
    """The beginning of one year of the work plan, of a term that begins on a day."""
    start, end = days
    day_before = start - DAY
    safe, _ = calendar.move(day_before, "mundur")
    moved_over = calendar.provisional_years(safe, day_before)
    provisional_years = all_years((begin.provisional_years, moved_over))
    words = f"{tanggal_long(start)} sampai dengan {tanggal_long(end)}"
    reasons = (
        f"tahun {name} Rencana Kerja: {words}",
        *map(no_decree, provisional_years),
    )
    return Tenggat(
        "tahun-rencana-kerja",
        start,
        safe,
        summary.dasar.get("rencana_kerja", ""),
        partial(list[str], reasons),
        name,
        provisional_years,
        begin.provisional_years,
    )
