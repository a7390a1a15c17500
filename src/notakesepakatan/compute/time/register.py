"""The register: what an agreement's dates and recorded events say on a given day. Nothing of it is stored.

`Ringkasan` is the little of an agreement that its status and deadlines need, so that thousands fit in an index.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache, partial
from typing import Any, Literal

from notakesepakatan.compute.peristiwa.content import tasks
from notakesepakatan.compute.text.numbering import Alamat, Peta
from notakesepakatan.compute.text.rujukan import address_words
from notakesepakatan.compute.time.calendar import SEHARI, Kalender
from notakesepakatan.compute.time.tenggat import (
    Berakhir,
    JenisTenggat,
    Tenggat,
    add_lama,
    end_of_term,
    tenggat_berakhir,
    tenggat_hari_kerja,
    tenggat_pemberitahuan,
    years_of_plan,
)
from notakesepakatan.model.dasar import Konvensi, Lama
from notakesepakatan.model.kesepakatan import Kesepakatan, default_sebutan
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.words.tanggal import tanggal_panjang

Status = Literal[
    "konsep", "berlaku", "masa pemberitahuan", "lewat tenggat", "diperpanjang", "berakhir", "diakhiri", "batal"
]  # fmt: skip

PERAN = {
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
class Ringkasan:
    """What the register keeps of one agreement."""

    slug: str
    jenis: str
    judul: str
    pihak: tuple[str, ...]
    kunci_pihak: tuple[str, ...]
    nomor: tuple[str, ...]
    mulai: date | None
    jangka_waktu: Lama
    konvensi: Konvensi
    pemberitahuan: Lama | None
    kahar: Lama | None
    rencana_kerja: bool
    dasar: Mapping[str, str]
    peristiwa: tuple[Peristiwa, ...]
    diperpanjang: date | None = None
    """First day of force of the last adendum that changed the term."""
    kemudian: tuple[tuple[date, "Ringkasan"], ...] = ()
    """The same with each adendum, by the first day of its force; in order."""

    def on(self, hari: date) -> "Ringkasan":
        """What the text in force on a day says."""
        berlaku = [satu for sejak, satu in self.kemudian if sejak <= hari]
        return berlaku[-1] if berlaku else self

    def data(self) -> dict[str, object]:
        """The same as data that JSON takes, dates as text."""
        isi = {ruas.name: getattr(self, ruas.name) for ruas in fields(self)}
        for nama in ("mulai", "diperpanjang"):
            isi[nama] = isi[nama].isoformat() if isi[nama] else None
        for nama in ("jangka_waktu", "pemberitahuan", "kahar"):
            isi[nama] = str(isi[nama]) if isi[nama] else None
        isi["peristiwa"] = [p.model_dump(mode="json", exclude_defaults=True) for p in self.peristiwa]
        isi["kemudian"] = [(sejak.isoformat(), satu.data()) for sejak, satu in self.kemudian]
        return isi

    @classmethod
    def from_data(cls, isi: dict[str, Any]) -> "Ringkasan":
        """Back from the index; by hand, since thousands are read at once."""
        isi["kemudian"] = tuple((date.fromisoformat(sejak), cls.from_data(satu)) for sejak, satu in isi["kemudian"])
        for nama in ("mulai", "diperpanjang"):
            isi[nama] = date.fromisoformat(isi[nama]) if isi[nama] else None
        for nama in ("jangka_waktu", "pemberitahuan", "kahar"):
            isi[nama] = _span(isi[nama]) if isi[nama] else None
        for nama in ("pihak", "kunci_pihak", "nomor"):
            isi[nama] = tuple(isi[nama])
        isi["peristiwa"] = tuple(Peristiwa.model_validate(p) for p in isi["peristiwa"])
        return cls(**isi)


@lru_cache(maxsize=256)
def _span(teks: str) -> Lama:
    return Lama.model_validate(teks)


def clause_of(peta: Peta, peran: str) -> Alamat | None:
    """Address of the clause that has this role in the agreement."""
    return next((peta.kunci[kunci] for kunci in PERAN[peran] if kunci in peta.kunci), None)


def clause_words(peta: Peta) -> dict[str, str]:
    """Addresses of the clauses by their role, as printed: {"kahar": "Pasal 8 ayat (3)"}."""
    return {peran: address_words(alamat) for peran in PERAN if (alamat := clause_of(peta, peran))}


def summarize(slug: str, k: Kesepakatan, peta: Peta, peristiwa: Sequence[Peristiwa]) -> Ringkasan:
    """The summary of an agreement and its events, which are put in order of their days."""
    dasar = clause_words(peta)
    return Ringkasan(
        slug=slug, jenis=k.jenis, judul=k.judul, pihak=tuple(p.nama for p in k.para_pihak), kunci_pihak=k.kunci_pihak,
        nomor=tuple(p.nomor for p in k.para_pihak if p.nomor), mulai=k.penandatanganan.tanggal,
        jangka_waktu=k.jangka_waktu, konvensi=k.konvensi_berakhir, pemberitahuan=k.tenggat.pemberitahuan,
        kahar=k.tenggat.berita_acara_kahar, rencana_kerja=k.lampiran is not None, dasar=dasar,
        peristiwa=tuple(sorted(peristiwa, key=lambda p: p.tanggal)),
    )  # fmt: skip


@dataclass(frozen=True)
class Keadaan:
    """An agreement on a day: status, the end of its present term, and deadlines not yet answered."""

    status: Status
    berakhir: Berakhir | None
    tenggat: tuple[Tenggat, ...]


def condition(r: Ringkasan, hari_ini: date, ingatkan: Lama, kalender: Kalender) -> Keadaan:
    """Status and open deadlines of an agreement.

    Args:
        r: the agreement.
        hari_ini: the day it is looked at; later events have not happened yet.
        ingatkan: how long before the last safe day the time of notice begins.
        kalender: days off.
    """
    asal, r = r, r.on(hari_ini)
    if r.mulai is None or r.mulai > hari_ini:
        return Keadaan("konsep", None, ())
    terjadi = [p for p in r.peristiwa if p.tanggal <= hari_ini]
    mulai, rentang = present_term(r, terjadi, kalender)
    akhir = end_of_term(mulai, rentang, r.konvensi, kalender)
    tersisa = (*_open_kahar(asal, terjadi, kalender), *_open_tasks(r, terjadi, kalender))
    for jenis, status in (("batal", "batal"), ("pengakhiran", "diakhiri")):
        if any(p.jenis == jenis for p in terjadi):
            return Keadaan(status, _ended(terjadi, jenis), tersisa)  # type: ignore[arg-type] # two of Status
    if hari_ini > akhir.tanggal:
        return Keadaan("berakhir", akhir, tersisa)
    tenggat = [tenggat_berakhir(mulai, rentang, r.konvensi, r.dasar.get("jangka_waktu", ""), kalender), *tersisa]
    status = "diperpanjang" if r.diperpanjang or any(p.jenis == "perpanjangan" for p in terjadi) else "berlaku"
    if r.pemberitahuan and not happened_this_term(r, terjadi, "pemberitahuan_diterima"):
        beri_tahu = tenggat_pemberitahuan(akhir, r.pemberitahuan, r.dasar.get("pemberitahuan", ""), kalender)
        # A term shorter than its own notice leaves no day on which one could be given in time.
        if beri_tahu.tanggal > mulai:
            tenggat.append(beri_tahu)
            if hari_ini > beri_tahu.tanggal:
                status = "lewat tenggat"
            elif hari_ini >= add_lama(beri_tahu.aman, ingatkan, kalender, -1):
                status = "masa pemberitahuan"
    if r.rencana_kerja:
        tenggat += _next_year(r, mulai, rentang, hari_ini, kalender)
    return Keadaan(status, akhir, tuple(sorted(tenggat, key=lambda t: (t.aman, t.jenis))))  # type: ignore[arg-type]


def _ended(terjadi: Sequence[Peristiwa], jenis: str) -> Berakhir:
    hari = min(p.tanggal for p in terjadi if p.jenis == jenis)
    return Berakhir(hari, hari)


def present_term(r: Ringkasan, terjadi: Sequence[Peristiwa], kalender: Kalender) -> tuple[date, Lama]:
    """First day and span of the term now running; each extension starts where the one before it ended."""
    mulai, rentang = r.mulai or date.min, r.jangka_waktu
    for p in terjadi:
        if p.jenis == "perpanjangan" and p.selama:
            mulai, rentang = add_lama(mulai, rentang, kalender), p.selama
    return mulai, rentang


def happened_this_term(r: Ringkasan, terjadi: Sequence[Peristiwa], jenis: str) -> bool:
    """Whether an event of this kind belongs to the term now running; one from before an extension answers nothing."""
    return any(p.jenis == jenis for p in events_this_term(r, terjadi))


def events_this_term(r: Ringkasan, terjadi: Sequence[Peristiwa]) -> list[Peristiwa]:
    """Events of the term now running."""
    perpanjangan = max((p.tanggal for p in terjadi if p.jenis == "perpanjangan"), default=r.diperpanjang or date.min)
    return [p for p in terjadi if p.tanggal > perpanjangan]


def _open_kahar(r: Ringkasan, terjadi: Sequence[Peristiwa], kalender: Kalender) -> Iterator[Tenggat]:
    selesai = [p.kejadian for p in terjadi if p.jenis == "berita_acara_kahar"]
    for p in terjadi:
        # The text in force on the day it happened says how long there is.
        kini = r.on(p.tanggal)
        if p.jenis == "keadaan_kahar" and kini.kahar and p.tanggal not in selesai:
            yield tenggat_hari_kerja(p.tanggal, kini.kahar, "berita-acara-kahar", kini.dasar.get("kahar", ""), kalender)


BERTUGAS: Mapping[str, tuple[JenisTenggat, str]] = {
    "pengakhiran": ("kewajiban", "kewajiban"),
    "musyawarah": ("tindak-lanjut", "musyawarah"),
}
"""Kinds of event that leave tasks: the kind of deadline, and the role of the clause it rests on."""


def _open_tasks(r: Ringkasan, terjadi: Sequence[Peristiwa], kalender: Kalender) -> Iterator[Tenggat]:
    """Duties left at an ending and follow-ups of talks, until they are recorded as done."""
    for p in terjadi:
        for nama, i, tugas in tasks(p) if p.jenis in BERTUGAS else ():
            if tugas.paling_lambat and nama != "pemulihan" and not _done(terjadi, p, i + 1):
                jenis, peran = BERTUGAS[p.jenis]
                aman, _ = kalender.move(tugas.paling_lambat, "mundur")
                kata = f"berita acara {p.jenis} {tanggal_panjang(p.tanggal)} butir {i + 1}: "
                kata += f"{tugas.uraian}, oleh {_who(tugas.oleh)}"
                yield Tenggat(
                    jenis,
                    tugas.paling_lambat,
                    aman,
                    r.dasar.get(peran, ""),
                    partial(list, (kata,)),
                    f"{p.tanggal}-{i + 1}",
                )


def _who(oleh: str) -> str:
    return "PARA PIHAK" if oleh == "bersama" else default_sebutan(oleh)


def _done(terjadi: Sequence[Peristiwa], p: Peristiwa, urutan: int) -> bool:
    return any(q.jenis == "selesai" and q.kejadian == p.tanggal and q.urutan in (None, urutan) for q in terjadi)


def _next_year(r: Ringkasan, mulai: date, rentang: Lama, hari_ini: date, kalender: Kalender) -> list[Tenggat]:
    """The year of the work plan that begins next."""
    for nama, awal, akhir in years_of_plan(mulai, rentang, r.konvensi, kalender):
        if awal >= hari_ini and awal != mulai:
            aman, _ = kalender.move(awal - SEHARI, "mundur")
            kata = f"tahun {nama} Rencana Kerja: {tanggal_panjang(awal)} sampai dengan {tanggal_panjang(akhir)}"
            dasar = r.dasar.get("rencana_kerja", "")
            return [Tenggat("tahun-rencana-kerja", awal, aman, dasar, partial(list, (kata,)), nama)]
    return []
