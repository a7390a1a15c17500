"""One agreement as it is looked at on a day: its state, its line of days, its papers, what the check finds and where."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from notakesepakatan.bureau.check import Ditemukan, findings, load_kamus
from notakesepakatan.bureau.papers import Kertas, papers
from notakesepakatan.bureau.register import duplicates
from notakesepakatan.compose.adendum.papers import name_of
from notakesepakatan.compose.composer import Penyusun
from notakesepakatan.compose.gaya import load_pengaturan
from notakesepakatan.compose.kesepakatan import annex_rows, compose_kesepakatan
from notakesepakatan.compute.text.numbering import Jalur, number
from notakesepakatan.compute.time.register import Keadaan, Ringkasan, condition
from notakesepakatan.compute.time.timeline import Garis, life_line
from notakesepakatan.load.adendum import Riwayat, load_riwayat
from notakesepakatan.load.calendar import load_kalender
from notakesepakatan.load.kesepakatan import Termuat
from notakesepakatan.load.register import load_events
from notakesepakatan.words.lists import huruf_ke
from notakesepakatan.workspace.folders import RuangKerja

_ID = re.compile(r'\bid="([^"]+)"')


@dataclass(frozen=True)
class TemuanDiLembar:
    """A finding, and the name of the place on paper where it stands."""

    temuan: Ditemukan
    jangkar: str


@dataclass(frozen=True)
class Tampak:
    """What the page of one agreement shows.

    Attributes:
        riwayat: the agreement and its adenda.
        berlaku: the text in force on the day.
        ringkasan: what the register keeps of it as signed.
        keadaan: its state on the day.
        garis: its line of days; None for a draft.
        kertas: its papers.
        rangkap: who holds which duplicate; none of a draft.
        temuan: findings on the text in force, by place.
        ejaan: whether spelling was checked too.
    """

    riwayat: Riwayat
    berlaku: Termuat
    ringkasan: Ringkasan
    keadaan: Keadaan
    garis: Garis | None
    kertas: Sequence[Kertas]
    rangkap: Sequence[dict[str, object]]
    temuan: Sequence[TemuanDiLembar]
    ejaan: bool

    @property
    def menunggu(self) -> int | None:
        """Number of the adendum whose turn it is to be signed; None where all are."""
        return next((a.nomor for a in self.riwayat.adendum if a.adendum.konsep), None)


def look(ruang: RuangKerja, slug: str, hari_ini: date) -> Tampak:
    """Everything at once.

    Raises:
        NaskahBermasalah, KesepakatanTidakAda, SlugTidakSah, TidakDapatDibaca.
    """
    riwayat, penyusun = load_riwayat(ruang, slug), Penyusun.of(ruang.akar)
    ringkasan, _ = load_events(ruang, slug, riwayat)
    keadaan = condition(ringkasan, hari_ini, load_pengaturan(ruang.akar).ingatkan, load_kalender(ruang.akar))
    adendum = [(a.berlaku, name_of(a)) for a in riwayat.adendum if a.berlaku]
    berlaku, kamus = riwayat.on(hari_ini), load_kamus()
    konsep = riwayat.asal.kesepakatan.konsep
    return Tampak(
        riwayat,
        berlaku,
        ringkasan,
        keadaan,
        life_line(ringkasan, keadaan, adendum, hari_ini),
        papers(ruang, slug, riwayat, penyusun),
        [] if konsep else duplicates(ruang, slug),
        place_findings(penyusun, berlaku, findings(riwayat, berlaku, kamus)),
        kamus is not None,
    )


def place_findings(penyusun: Penyusun, termuat: Termuat, daftar: Sequence[Ditemukan]) -> list[TemuanDiLembar]:
    """Each finding with its anchor on the naskah of that text; empty where the paper shows no such place."""
    if not daftar:
        return []
    ada = _ID.findall(compose_kesepakatan(penyusun, termuat).isi)
    _, peta, _ = number(termuat.kesepakatan)
    nama = {jalur: ".".join(kata for pasangan in alamat for kata in pasangan) for jalur, alamat in peta.alamat.items()}
    baris = {id(satu.tahapan): f"lampiran.{satu.alamat}" for satu in annex_rows(termuat.terbaca)}
    return [TemuanDiLembar(t, _anchor(t.jalur, termuat, nama, baris, ada)) for t in daftar]


def _anchor(jalur: Jalur, termuat: Termuat, nama: Mapping[Jalur, str], baris: Mapping[int, str], ada: Sequence[str]) -> str:
    """The nearest block that carries the datum at a path, or what is around it."""
    for panjang in range(len(jalur), 0, -1):
        bagian = jalur[:panjang]
        kata = nama.get(bagian) or baris.get(id(_at(termuat.terbaca, bagian))) or _plain(bagian, termuat)
        for satu in (f"{kata}.isi", kata):
            if satu in ada:
                return satu
    return next((satu for satu in ada if len(jalur) > 1 and satu.startswith(f"{jalur[0]}.")), "")


def _at(benda: Any, jalur: Jalur) -> Any:
    """The datum at a path of the agreement as it reads; None where there is none."""
    for langkah in jalur:
        try:
            benda = benda[langkah] if isinstance(langkah, int) else getattr(benda, langkah)
        except (AttributeError, IndexError, TypeError, KeyError):
            return None
    return benda


def _plain(jalur: Jalur, termuat: Termuat) -> str:
    """A path in the words that blocks are named by: parties by key, recitals by letter, the rest from one."""
    hasil = list[str]()
    for langkah in jalur:
        if not isinstance(langkah, int):
            hasil.append(langkah)
        elif hasil == ["para_pihak"]:
            hasil.append(termuat.kesepakatan.kunci_pihak[langkah])
        else:
            hasil.append(huruf_ke(langkah + 1) if hasil == ["pertimbangan"] else str(langkah + 1))
    return ".".join(hasil)
