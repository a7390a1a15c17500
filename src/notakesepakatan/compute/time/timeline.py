"""The life of one agreement as a line of days: signed, changed, what happened, what falls due, its end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from notakesepakatan.compute.time.register import Keadaan, Ringkasan
from notakesepakatan.compute.time.tenggat import Tenggat
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.words.tanggal import tanggal_panjang

JenisSaat = Literal["tanda-tangan", "adendum", "peristiwa", "hari-ini", "tenggat", "berakhir"]
_URUT = ("tanda-tangan", "adendum", "peristiwa", "hari-ini", "tenggat", "berakhir")
_RINCIAN = (
    "nomor", "perihal", "macam", "tempat", "uraian", "pokok", "tahun", "dasar", "penerima", "penyimpanan", "rekomendasi",
    "keterangan",
)  # fmt: skip
"""What an event says of itself in few words."""


@dataclass(frozen=True)
class Saat:
    """One day of the line.

    Attributes:
        tanggal: the day; of a deadline its last safe day.
        jenis: what kind of day.
        judul: in a few words.
        rincian: name and value of what more is known.
        tenggat: the deadline, which has its reasons.
    """

    tanggal: date
    jenis: JenisSaat
    judul: str
    rincian: tuple[tuple[str, str], ...] = ()
    tenggat: Tenggat | None = None


@dataclass(frozen=True)
class Garis:
    """The whole line: its first and last day, its days in order."""

    awal: date
    akhir: date
    saat: tuple[Saat, ...]

    def place(self, hari: date) -> int:
        """Where a day is between the first and the last, 0 to 1000."""
        panjang = (self.akhir - self.awal).days or 1
        return round((hari - self.awal).days * 1000 / panjang)

    @property
    def tahun(self) -> tuple[date, ...]:
        """Each New Year's Day between."""
        semua = (date(tahun, 1, 1) for tahun in range(self.awal.year, self.akhir.year + 1))
        return tuple(hari for hari in semua if self.awal <= hari <= self.akhir)


def life_line(r: Ringkasan, keadaan: Keadaan, adendum: Iterable[tuple[date, str]], hari_ini: date) -> Garis | None:
    """The line of a signed agreement; None for a draft.

    Args:
        r: the agreement as signed, with its events.
        keadaan: its state today.
        adendum: first day of force and name of each adendum that is signed.
        hari_ini: today.
    """
    if r.mulai is None:
        return None
    saat = [Saat(r.mulai, "tanda-tangan", "Ditandatangani")]
    saat += [Saat(hari, "adendum", f"{nama} berlaku") for hari, nama in adendum]
    saat += [_event(p) for p in r.peristiwa]
    saat += _due(keadaan)
    saat.append(Saat(hari_ini, "hari-ini", "Hari ini"))
    urut = sorted(saat, key=lambda s: (s.tanggal, _URUT.index(s.jenis)))
    return Garis(urut[0].tanggal, max(urut[-1].tanggal, *(t.tanggal for t in keadaan.tenggat), urut[-1].tanggal), tuple(urut))


def event_words(jenis: str) -> str:
    """A kind of event as an officer calls it: "penyerahan_rangkap" -> "Penyerahan rangkap"."""
    return jenis.replace("_", " ").capitalize()


def _event(p: Peristiwa) -> Saat:
    rincian = [(nama.replace("_", " ").capitalize(), str(isi)) for nama in _RINCIAN if (isi := getattr(p, nama))]
    if p.kejadian:
        rincian.append(("Menjawab kejadian", tanggal_panjang(p.kejadian)))
    if p.rangkap:
        rincian.insert(0, ("Rangkap", str(p.rangkap)))
    return Saat(p.tanggal, "peristiwa", event_words(p.jenis), tuple(rincian))


def _due(keadaan: Keadaan) -> Iterator[Saat]:
    for t in keadaan.tenggat:
        yield Saat(t.aman, "tenggat", t.jenis, tenggat=t)
    if keadaan.berakhir and not any(t.jenis == "berakhir" for t in keadaan.tenggat):
        kata = {"diakhiri": "Diakhiri", "batal": "Batal"}.get(keadaan.status, "Berakhir")
        yield Saat(keadaan.berakhir.tanggal, "berakhir", kata)
