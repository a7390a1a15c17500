"""From an agreement and its state to its life as a line of days.

Signed, changed, what happened, what falls due, its end.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from notakesepakatan.compute.time.register import Condition, Summary
from notakesepakatan.compute.time.tenggat import Tenggat
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.words.tanggal import tanggal_long

KindMoment = Literal[
    "tanda-tangan", "adendum", "peristiwa", "hari-ini", "tenggat", "berakhir"
]
_INDEX = ("tanda-tangan", "adendum", "peristiwa", "hari-ini", "tenggat", "berakhir")
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
    """The whole line: its first and last day, its days in order."""

    awal: date
    end: date
    moment: tuple[Moment, ...]

    def place(self, day: date) -> int:
        """Where a day is between the first and the last, 0 to 1000."""
        length = (self.end - self.awal).days or 1
        return round((day - self.awal).days * 1000 / length)

    @property
    def tahun(self) -> tuple[date, ...]:
        """Each New Year's Day between."""
        every = (date(year, 1, 1) for year in range(self.awal.year, self.end.year + 1))
        return tuple(day for day in every if self.awal <= day <= self.end)


def life_line(
    r: Summary, state: Condition, adendum: Iterable[tuple[date, str]], today: date
) -> LifeLine | None:
    """The line of a signed agreement; None for a draft.

    Args:
        r: the agreement as signed, with its events.
        state: its state today.
        adendum: first day of force and name of each adendum that is signed.
        today: today.
    """
    if r.begin is None:
        return None
    moment = [Moment(r.begin, "tanda-tangan", "Ditandatangani")]
    moment += [Moment(day, "adendum", f"{name} berlaku") for day, name in adendum]
    moment += [_event(p) for p in r.peristiwa]
    moment += _due(state)
    moment.append(Moment(today, "hari-ini", "Hari ini"))
    index = sorted(moment, key=lambda s: (s.tanggal, _INDEX.index(s.jenis)))
    return LifeLine(
        index[0].tanggal,
        max(index[-1].tanggal, *(t.tanggal for t in state.tenggat), index[-1].tanggal),
        tuple(index),
    )


def event_words(kind: str) -> str:
    """A kind of event as an officer calls it: "penyerahan_rangkap" -> "Penyerahan rangkap"."""
    return kind.replace("_", " ").capitalize()


def _event(p: Peristiwa) -> Moment:
    rincian = [
        (name.replace("_", " ").capitalize(), str(content))
        for name in _RINCIAN
        if (content := getattr(p, name))
    ]
    if p.kejadian:
        rincian.append(("Menjawab kejadian", tanggal_long(p.kejadian)))
    if p.rangkap:
        rincian.insert(0, ("Rangkap", str(p.rangkap)))
    return Moment(p.tanggal, "peristiwa", event_words(p.jenis), tuple(rincian))


def _due(state: Condition) -> Iterator[Moment]:
    for t in state.tenggat:
        yield Moment(t.safe, "tenggat", t.jenis, tenggat=t)
    if state.ended and not any(t.jenis == "berakhir" for t in state.tenggat):
        word = {"diakhiri": "Diakhiri", "batal": "Batal"}.get(state.status, "Berakhir")
        yield Moment(state.ended.tanggal, "berakhir", word)
