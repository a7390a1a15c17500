"""From an agreement's dates and recorded events to its state on a day.

Nothing of it is stored.

`Summary` is the little of an agreement that its status and deadlines need, so that
thousands fit in an index.
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
from notakesepakatan.model.peristiwa import Peristiwa, tasks
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
    """An agreement on a day.

    Status, the end of its present term, and deadlines not yet answered.
    """

    status: Status
    ended: Ended | None
    tenggat: tuple[Tenggat, ...]


def condition(
    r: Summary, today: date, ingatkan: Lama, calendar: OfficeCalendar
) -> Condition:
    """Status and open deadlines of an agreement.

    Args:
        r: the agreement.
        today: the day it is looked at; later events have not happened yet.
        ingatkan: how long before the last safe day the time of notice begins.
        calendar: days off.
    """
    signed, r = r, r.on(today)
    if r.begin is None or r.begin > today:
        return Condition("konsep", None, ())
    happened = [p for p in r.peristiwa if p.tanggal <= today]
    left = (
        *_open_kahar(signed, happened, calendar),
        *_open_tasks(r, happened, calendar),
    )
    closed = _closed(happened)
    if closed:
        return Condition(*closed, left)
    begin, span = present_term(r, happened, calendar)
    end = end_of_term(begin, span, r.convention, calendar)
    if today > end.tanggal:
        return Condition("berakhir", end, left)
    basis = r.dasar.get("jangka_waktu", "")
    tenggat = [tenggat_of_end(begin, span, r.convention, basis, calendar), *left]
    status = _running(r, happened)
    notice = _notice(r, happened, begin, end, calendar)
    if notice:
        tenggat.append(notice)
        if today > notice.tanggal:
            status = "lewat tenggat"
        elif today >= add_lama(notice.safe, ingatkan, calendar, -1):
            status = "masa pemberitahuan"
    if r.rencana_kerja:
        tenggat += _next_year(r, begin, span, today, calendar)
    by_day = sorted(tenggat, key=lambda t: (t.safe, t.jenis))
    return Condition(status, end, tuple(by_day))


def _closed(happened: Sequence[Peristiwa]) -> tuple[Status, Ended] | None:
    """How and when an agreement came to an end before its term; None where it did not."""
    closings: tuple[tuple[str, Status], ...] = (
        ("batal", "batal"),
        ("pengakhiran", "diakhiri"),
    )
    for kind, status in closings:
        days = [p.tanggal for p in happened if p.jenis == kind]
        if days:
            return status, Ended(min(days), min(days))
    return None


def _running(r: Summary, happened: Sequence[Peristiwa]) -> Status:
    by_event = any(p.jenis == "perpanjangan" for p in happened)
    return "diperpanjang" if r.extended or by_event else "berlaku"


def _notice(
    r: Summary,
    happened: Sequence[Peristiwa],
    begin: date,
    end: Ended,
    calendar: OfficeCalendar,
) -> Tenggat | None:
    """The notice that is still owed in this term; None where it was received or is none."""
    received = happened_this_term(r, happened, "pemberitahuan_diterima")
    if not r.pemberitahuan or received:
        return None
    basis = r.dasar.get("pemberitahuan", "")
    notice = tenggat_pemberitahuan(end, r.pemberitahuan, basis, calendar)
    # A term shorter than its own notice leaves no day on which one could be given in time.
    return notice if notice.tanggal > begin else None


def present_term(
    r: Summary, happened: Sequence[Peristiwa], calendar: OfficeCalendar
) -> tuple[date, Lama]:
    """First day and span of the term now running.

    Each extension starts where the one before it ended.
    """
    begin, span = r.begin or date.min, r.jangka_waktu
    for p in happened:
        if p.jenis == "perpanjangan" and p.selama:
            begin, span = add_lama(begin, span, calendar), p.selama
    return begin, span


def happened_this_term(r: Summary, happened: Sequence[Peristiwa], kind: str) -> bool:
    """Whether an event of this kind belongs to the term now running.

    One from before an extension answers nothing.
    """
    return any(p.jenis == kind for p in events_this_term(r, happened))


def events_this_term(r: Summary, happened: Sequence[Peristiwa]) -> list[Peristiwa]:
    """Events of the term now running."""
    perpanjangan = max(
        (p.tanggal for p in happened if p.jenis == "perpanjangan"),
        default=r.extended or date.min,
    )
    return [p for p in happened if p.tanggal > perpanjangan]


def _open_kahar(
    r: Summary, happened: Sequence[Peristiwa], calendar: OfficeCalendar
) -> Iterator[Tenggat]:
    done = [p.kejadian for p in happened if p.jenis == "berita_acara_kahar"]
    for p in happened:
        # The text in force on the day it happened says how long there is.
        now = r.on(p.tanggal)
        if p.jenis == "keadaan_kahar" and now.kahar and p.tanggal not in done:
            yield tenggat_hari_kerja(
                p.tanggal,
                now.kahar,
                "berita-acara-kahar",
                now.dasar.get("kahar", ""),
                calendar,
            )


ASSIGNED: Mapping[str, tuple[KindTenggat, str]] = {
    "pengakhiran": ("kewajiban", "kewajiban"),
    "musyawarah": ("tindak-lanjut", "musyawarah"),
}
"""Kinds of event that leave tasks: the kind of deadline, and the role of the clause it rests on."""


def _open_tasks(
    r: Summary, happened: Sequence[Peristiwa], calendar: OfficeCalendar
) -> Iterator[Tenggat]:
    """Duties left at an ending and follow-ups of talks, until they are recorded as done."""
    for p in happened:
        for name, i, tugas in tasks(p) if p.jenis in ASSIGNED else ():
            if (
                tugas.paling_lambat
                and name != "pemulihan"
                and not _done(happened, p, i + 1)
            ):
                kind, role = ASSIGNED[p.jenis]
                safe, _ = calendar.move(tugas.paling_lambat, "mundur")
                word = (
                    f"berita acara {p.jenis} {tanggal_long(p.tanggal)} butir {i + 1}: "
                )
                word += f"{tugas.uraian}, oleh {_who(tugas.oleh)}"
                yield Tenggat(
                    kind,
                    tugas.paling_lambat,
                    safe,
                    r.dasar.get(role, ""),
                    partial(list, (word,)),
                    f"{p.tanggal}-{i + 1}",
                )


def _who(by: str) -> str:
    return "PARA PIHAK" if by == "bersama" else default_sebutan(by)


def _done(happened: Sequence[Peristiwa], p: Peristiwa, order: int) -> bool:
    return any(
        q.jenis == "selesai" and q.kejadian == p.tanggal and q.urutan in (None, order)
        for q in happened
    )


def _next_year(
    r: Summary, begin: date, span: Lama, today: date, calendar: OfficeCalendar
) -> list[Tenggat]:
    """The year of the work plan that begins next."""
    for name, start, end in years_of_plan(begin, span, r.convention, calendar):
        if start >= today and start != begin:
            safe, _ = calendar.move(start - DAY, "mundur")
            days = f"{tanggal_long(start)} sampai dengan {tanggal_long(end)}"
            word = f"tahun {name} Rencana Kerja: {days}"
            basis = r.dasar.get("rencana_kerja", "")
            return [
                Tenggat(
                    "tahun-rencana-kerja",
                    start,
                    safe,
                    basis,
                    partial(list, (word,)),
                    name,
                )
            ]
    return []
