"""The life of one agreement as a line of days.

Signed, changed, what happened, what falls due, its end.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from notakesepakatan.compute.time.register import Condition, Summary
from notakesepakatan.compute.time.tenggat import Tenggat
from notakesepakatan.model.peristiwa import Peristiwa, about_words
from notakesepakatan.words.tanggal import tanggal_long

KindMoment = Literal[
    "tanda-tangan", "mulai", "adendum", "peristiwa", "hari-ini", "tenggat", "berakhir"
]
_ORDER = get_args(KindMoment)
_RINCIAN = (
    "nomor",
    "perihal",
    "macam",
    "tempat",
    "uraian",
    "pokok",
    "tahun",
    "dasar",
    "penerima",
    "penyimpanan",
    "rekomendasi",
    "keterangan",
)
"""What an event says of itself in few words."""


@dataclass(frozen=True)
class Moment:
    """One day of the line.

    Attributes:
        tanggal: the day; of a deadline its last safe day.
        jenis: what kind of day.
        judul: in a few words.
        rincian: name and value of what more is known.
        tenggat: the deadline, which has its reasons.
    """

    tanggal: date
    jenis: KindMoment
    judul: str
    rincian: tuple[tuple[str, str], ...] = ()
    tenggat: Tenggat | None = None


@dataclass(frozen=True)
class LifeLine:
    """The whole line: its first and last day, its days in order.

    Where the agreement has no last day, the line stops at the last that is known, and
    `open_words` say so.
    """

    begin: date
    end: date
    moments: tuple[Moment, ...]
    open_words: str = ""

    def place(self, day: date) -> int:
        """Where a day is between the first and the last, 0 to 1000."""
        length = (self.end - self.begin).days or 1
        return round((day - self.begin).days * 1000 / length)

    @property
    def tahun(self) -> tuple[date, ...]:
        """Each New Year's Day between."""
        every = (date(year, 1, 1) for year in range(self.begin.year, self.end.year + 1))
        return tuple(day for day in every if self.begin <= day <= self.end)


def life_line(
    summary: Summary,
    state: Condition,
    adendum: Iterable[tuple[date, str]],
    today: date,
) -> LifeLine | None:
    """The line of a signed agreement; None for a draft.

    Args:
        summary: the agreement as signed, with its events.
        state: its state today.
        adendum: first day of force and name of each adendum that is signed.
        today: today.
    """
    if summary.begin is None and state.ended is None:
        return None
    moments = list(_beginning(summary))
    moments += [Moment(day, "adendum", f"{name} berlaku") for day, name in adendum]
    moments += [_peristiwa(peristiwa) for peristiwa in summary.peristiwa]
    moments += _due(state)
    moments.append(Moment(today, "hari-ini", "Hari ini"))
    in_order = sorted(
        moments, key=lambda moment: (moment.tanggal, _ORDER.index(moment.jenis))
    )
    shown_tenggat = (tenggat.tanggal for tenggat in state.tenggat)
    last_day = in_order[-1].tanggal
    end = max([last_day, *shown_tenggat])
    first = in_order[0].tanggal
    return LifeLine(first, end, tuple(in_order), state.open_words)


def _beginning(summary: Summary) -> Iterator[Moment]:
    """The signing, and the first day of the term where that is another."""
    signed, first = summary.begin, summary.first_day
    if signed and summary.facts_only and summary.jangka_waktu.mulai == signed:
        # Of a register's line the day of signing is often not known.
        yield Moment(signed, "mulai", "Mulai berlaku")
        return
    if signed:
        yield Moment(signed, "tanda-tangan", "Ditandatangani")
    if first and first != signed:
        yield Moment(first, "mulai", "Mulai berlaku")


def peristiwa_words(kind: str) -> str:
    """A kind of event as an officer calls it: "penyerahan_rangkap" -> "Penyerahan rangkap"."""
    return kind.replace("_", " ").capitalize()


def _peristiwa(peristiwa: Peristiwa) -> Moment:
    rincian = list[tuple[str, str]]()
    if peristiwa.rangkap:
        rincian.append(("Rangkap", str(peristiwa.rangkap)))
    for name in _RINCIAN:
        content = getattr(peristiwa, name)
        if content:
            rincian.append((peristiwa_words(name), _said(name, content)))
    if peristiwa.kejadian:
        rincian.append(("Menjawab kejadian", tanggal_long(peristiwa.kejadian)))
    judul = peristiwa_words(peristiwa.jenis)
    return Moment(peristiwa.tanggal, "peristiwa", judul, tuple(rincian))


def _said(name: str, content: object) -> str:
    """What an event says under a key; a choice in words: "pengunduran diri"."""
    return about_words(str(content)) if name == "perihal" else str(content)


_END_WORDS = {"diakhiri": "Diakhiri", "batal": "Batal"}


def _due(state: Condition) -> Iterator[Moment]:
    for tenggat in state.tenggat:
        yield Moment(tenggat.safe, "tenggat", tenggat.jenis, tenggat=tenggat)
    still_to_end = any(tenggat.jenis == "berakhir" for tenggat in state.tenggat)
    if state.ended and not still_to_end:
        word = _END_WORDS.get(state.status, "Berakhir")
        because = (("Sebab", state.because),) if state.because else ()
        yield Moment(state.ended.tanggal, "berakhir", word, because)
