"""The register of a workspace kept ready between requests: read once, then only what changed in the files.

Files are looked at once a second at most. Where that takes long (thousands of agreements) and was done a moment ago, it
is done aside while the answer is given from what is known; what the desk itself wrote is always read anew (`touch`).
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from threading import Lock, Thread
from typing import Any

from notakesepakatan.bureau.register import BarisDaftar, Saringan
from notakesepakatan.compose.gaya import BERKAS_PENGATURAN, load_pengaturan
from notakesepakatan.compute.time.register import condition
from notakesepakatan.load.calendar import load_kalender
from notakesepakatan.load.register import Terdaftar, load_one, load_register
from notakesepakatan.workspace.folders import RuangKerja
from notakesepakatan.workspace.private import hash_of
from notakesepakatan.workspace.state import Tanda, scan, sign

_JEDA, _BASI, _CEPAT = 1.0, 60.0, 0.05
"""Seconds: between two looks; after which a look may not wait; that a look may take while somebody does."""
_BANYAK = 200
"""More changes than this are read through the index."""
GOLONGAN = ("Perlu tindakan", "Berjalan, atau masih ada tenggat", "Konsep", "Selesai")
SEGERA = 7
"""Days before the last safe day from which a deadline needs action, whatever its kind."""
URUTAN = ("tindakan", "judul", "status", "berakhir", "tenggat", "mulai")


@dataclass(frozen=True)
class IsiPapan:
    """The register on a day, by slug, and the agreements that cannot be read."""

    baris: tuple[BarisDaftar, ...] = ()
    bermasalah: tuple[Terdaftar, ...] = ()


class Papan:
    """One workspace's register; may be asked by many threads."""

    def __init__(self, ruang: RuangKerja, jam: Callable[[], float] = time.monotonic) -> None:
        self.ruang, self._jam = ruang, jam
        self._kunci, self._kunci_isi = Lock(), Lock()
        self._tanda: dict[str, tuple[str, int]] = {}
        self._terdaftar: dict[str, Terdaftar] = {}
        self._baris: dict[str, BarisDaftar] = {}
        self._dasar: tuple[object, ...] = ()
        self._isi: IsiPapan | None = None
        self._dilihat = float("-inf")
        self._lamanya = 0.0

    def on(self, per: date) -> IsiPapan:
        """The register on a day.

        Raises:
            NaskahBermasalah: settings or calendar of the workspace are wrong.
        """
        umur = self._jam() - self._dilihat
        if umur > _BASI or (umur > _JEDA and self._lamanya < _CEPAT):
            self._look()
        elif umur > _JEDA and not self._kunci.locked():
            Thread(target=self._look, daemon=True).start()
        return self._content(per)

    def touch(self, slug: str) -> None:
        """Read one agreement anew: the desk has just written it."""
        with self._kunci:
            tanda = sign(str(self.ruang.agreements / slug)) if (self.ruang.agreements / slug).is_dir() else None
            self._read({slug: tanda} if tanda else {}, set() if tanda else {slug} & self._tanda.keys())

    def _look(self) -> None:
        """Read what changed since the last look."""
        with self._kunci:
            if self._jam() - self._dilihat < _JEDA:
                return
            mulai = self._jam()
            try:
                kini = dict(scan(self.ruang))
            except OSError:
                return  # a folder went away under its feet; the next look sees it gone
            self._lamanya = self._jam() - mulai
            berubah = {slug: tanda for slug, tanda in kini.items() if not self._knows(slug, tanda)}
            self._read(berubah, self._tanda.keys() - kini.keys())
            self._dilihat = self._jam()

    def _knows(self, slug: str, tanda: Tanda) -> bool:
        teks, dibaca = self._tanda.get(slug, ("", 0))
        return teks == tanda.teks and tanda.settled(dibaca)

    def _read(self, berubah: dict[str, Tanda], hilang: set[str]) -> None:
        dibaca = time.time_ns()
        banyak = {satu.slug: satu for satu in load_register(self.ruang)} if len(berubah) > _BANYAK else {}
        baru = {slug: banyak.get(slug) or load_one(self.ruang, slug) for slug in berubah}
        with self._kunci_isi:
            for slug, satu in baru.items():
                self._tanda[slug] = (berubah[slug].teks, dibaca)
                if self._terdaftar.get(slug) != satu:
                    self._terdaftar[slug] = satu
                    self._baris.pop(slug, None)
                    self._isi = None
            for slug in hilang:
                del self._tanda[slug], self._terdaftar[slug]
                self._baris.pop(slug, None)
                self._isi = None

    def _content(self, per: date) -> IsiPapan:
        berkas = (self.ruang.akar / nama for nama in (BERKAS_PENGATURAN, "hari-libur.yaml"))
        dasar = (per, *(hash_of(satu.read_bytes()) if satu.is_file() else "" for satu in berkas))
        with self._kunci_isi:
            if dasar != self._dasar:
                self._baris.clear()
                self._isi = None
            if self._isi is None:
                kalender, ingatkan = load_kalender(self.ruang.akar), load_pengaturan(self.ruang.akar).ingatkan
                for slug, satu in self._terdaftar.items():
                    if satu.ringkasan and slug not in self._baris:
                        keadaan = condition(satu.ringkasan, per, ingatkan, kalender)
                        self._baris[slug] = BarisDaftar(satu.ringkasan.on(per), keadaan, per)
                bermasalah = tuple(satu for _, satu in sorted(self._terdaftar.items()) if satu.ringkasan is None)
                self._isi = IsiPapan(tuple(baris for _, baris in sorted(self._baris.items())), bermasalah)
                self._dasar = dasar
            return self._isi


def group_of(baris: BarisDaftar) -> int:
    """Which of GOLONGAN an agreement is in on its day."""
    tenggat, status = baris.tenggat_berikut, baris.keadaan.status
    if status in ("masa pemberitahuan", "lewat tenggat") or (tenggat and (tenggat.aman - baris.per).days <= SEGERA):
        return 0
    if status == "konsep":
        return 2
    return 3 if status in ("berakhir", "diakhiri", "batal") and not tenggat else 1


@dataclass(frozen=True)
class Permintaan:
    """What is asked of the register: which agreements, in what order ("-judul" is downward), which page."""

    saringan: Saringan = field(default_factory=Saringan)
    golongan: int | None = None
    urut: str = "tindakan"
    ke: int = 1


@dataclass(frozen=True)
class HalamanDaftar:
    """One page: its rows, its number and how many there are, how many agreements fit, how many need action."""

    baris: tuple[BarisDaftar, ...]
    ke: int
    jumlah: int
    cocok: int
    perlu_tindakan: int


def select(isi: IsiPapan, p: Permintaan) -> list[BarisDaftar]:
    """The agreements asked for, in order."""
    cocok = [b for b in isi.baris if p.saringan.passes(b) and (p.golongan is None or group_of(b) == p.golongan)]
    nama = p.urut.removeprefix("-")
    return sorted(cocok, key=lambda b: _key(b, nama), reverse=p.urut.startswith("-"))


def select_page(isi: IsiPapan, p: Permintaan, tiap: int = 50) -> HalamanDaftar:
    """One page of them; a page past the last is the last."""
    cocok = select(isi, p)
    jumlah = max(-(-len(cocok) // tiap), 1)
    ke = min(max(p.ke, 1), jumlah)
    perlu = sum(group_of(b) == 0 for b in isi.baris)
    return HalamanDaftar(tuple(cocok[(ke - 1) * tiap : ke * tiap]), ke, jumlah, len(cocok), perlu)


def _key(b: BarisDaftar, nama: str) -> tuple[Any, ...]:
    r, akhir, tenggat = b.ringkasan, b.keadaan.berakhir, b.tenggat_berikut
    if nama == "judul":
        return r.judul.lower(), r.slug
    if nama == "status":
        return b.keadaan.status, r.slug
    if nama == "berakhir":
        return akhir.tanggal if akhir else date.max, r.slug
    if nama == "tenggat":
        return tenggat.aman if tenggat else date.max, r.slug
    if nama == "mulai":
        return r.mulai or date.max, r.slug
    return group_of(b), tenggat.aman if tenggat else date.max, r.slug
