"""Every agreement of a workspace with its events as `Ringkasan`, from an index that can be thrown away.

One row an agreement: the signature of its files (`Tanda`), the hash of their bytes, and the summary or the findings. Where
the signature differs, or a file is so young that its time may not tell two changes apart, the hash decides.
"""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from notakesepakatan.compute.peristiwa.content import check_content
from notakesepakatan.compute.peristiwa.order import check_peristiwa
from notakesepakatan.compute.text.numbering import number
from notakesepakatan.compute.time.register import Ringkasan, present_term, summarize
from notakesepakatan.compute.time.tenggat import end_of_term
from notakesepakatan.errors import NaskahBermasalah, NotaError, TidakDapatDibaca
from notakesepakatan.load.adendum import Riwayat, load_riwayat
from notakesepakatan.load.calendar import load_kalender
from notakesepakatan.load.datum import parse, read_limited
from notakesepakatan.load.messages import nama_kunci
from notakesepakatan.load.yaml import Sumber
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.temuan import Masalah, Temuan
from notakesepakatan.workspace.contents import content_hash, own_files
from notakesepakatan.workspace.folders import FOLDER_PERISTIWA, RuangKerja
from notakesepakatan.workspace.index import read_index, shape, write_index
from notakesepakatan.workspace.state import Tanda, names, scan

_TABEL = "register"


@dataclass(frozen=True)
class Terdaftar:
    """One agreement of the register: its summary, or the message of what is wrong with its files."""

    slug: str
    ringkasan: Ringkasan | None
    masalah: str = ""


def load_register(ruang: RuangKerja) -> list[Terdaftar]:
    """All agreements by slug. One that is wrong is reported in its place; the others are served all the same.

    Raises:
        TidakDapatDibaca: agreements/ itself.
    """
    lama = read_index(ruang, _TABEL)
    hasil, baru = list[Terdaftar](), list[tuple[str, str]]()
    kini = time.time_ns()
    for slug, tanda in _scan(ruang):
        baris = _row(slug, lama[slug]) if slug in lama else None
        if baris and baris.tanda == tanda.teks and tanda.settled(baris.dibaca):
            hasil.append(baris.isi)
            continue
        jejak = _hash(ruang, slug, tanda)
        satu = baris.isi if baris and jejak and baris.jejak == jejak else load_one(ruang, slug)
        hasil.append(satu)
        if slug.isascii():  # no other can be an agreement
            baru.append((slug, _Row(tanda.teks, kini, jejak, satu).to_json()))
    hilang = lama.keys() - {satu.slug for satu in hasil}
    if baru or hilang:
        write_index(ruang, _TABEL, baru, hilang)
    return hasil


def _scan(ruang: RuangKerja) -> Iterator[tuple[str, Tanda]]:
    try:
        yield from scan(ruang)
    except OSError as sebab:
        raise TidakDapatDibaca(ruang.agreements, sebab) from None


class _Row(NamedTuple):
    """What the index knows of one agreement: its files when they were read, when that was, their hash, what they said."""

    tanda: str
    dibaca: int
    jejak: str
    isi: Terdaftar

    def to_json(self) -> str:
        ringkasan = self.isi.ringkasan.data() if self.isi.ringkasan else None
        return json.dumps((_BENTUK, *self[:3], ringkasan, self.isi.masalah), default=str)


_BENTUK = shape(*_Row._fields, *(ruas.name for ruas in fields(Ringkasan)))


def _row(slug: str, isi: str) -> _Row | None:
    """A row as it was written; None for any other."""
    try:
        bentuk, tanda, dibaca, jejak, ringkasan, masalah = json.loads(isi)
        if bentuk != _BENTUK:
            return None
        return _Row(tanda, int(dibaca), jejak, Terdaftar(slug, Ringkasan.from_data(ringkasan) if ringkasan else None, masalah))
    except Exception:  # the index is never the truth, whatever stands in it
        return None


def _hash(ruang: RuangKerja, slug: str, tanda: Tanda) -> str:
    """Hash of its files; empty where one cannot be read."""
    try:
        return content_hash(own_files(ruang, slug, names(tanda)))
    except NotaError:
        return ""


def load_one(ruang: RuangKerja, slug: str) -> Terdaftar:
    """One agreement, straight from its files."""
    try:
        return Terdaftar(slug, load_ringkasan(ruang, slug))
    except NotaError as sebab:
        return Terdaftar(slug, None, str(sebab))
    except OSError as sebab:
        return Terdaftar(slug, None, str(TidakDapatDibaca(ruang.agreements / slug, sebab)))


def load_ringkasan(ruang: RuangKerja, slug: str, riwayat: Riwayat | None = None) -> Ringkasan:
    """The summary of one agreement with its adenda and events; `riwayat` is that agreement where it is loaded already.

    Raises:
        NaskahBermasalah: the agreement or one of its events is wrong, with every finding.
        KesepakatanTidakAda, SlugTidakSah, TidakDapatDibaca: it cannot be read.
    """
    return load_events(ruang, slug, riwayat or load_riwayat(ruang, slug))[0]


@dataclass(frozen=True)
class PeristiwaTermuat:
    """An event with the file it stands in."""

    berkas: Path
    peristiwa: Peristiwa
    sumber: Sumber


def load_events(ruang: RuangKerja, slug: str, riwayat: Riwayat) -> tuple[Ringkasan, list[PeristiwaTermuat]]:
    """The summary of an agreement and its events by file name, every one proved to fit.

    Raises:
        NaskahBermasalah: one of its events is wrong, with every finding.
    """
    temuan, termuat = list[Temuan](), list[PeristiwaTermuat]()
    for berkas in sorted((ruang.agreements / slug / FOLDER_PERISTIWA).glob("*.yaml"), key=lambda berkas: berkas.stem):
        try:
            termuat.append(PeristiwaTermuat(berkas, *parse(Peristiwa, read_limited(berkas), str(berkas))))
        except NaskahBermasalah as sebab:
            temuan += sebab.daftar_temuan
    daftar = [(str(satu.berkas), satu.peristiwa, satu.sumber) for satu in termuat]
    semua = [satu for _, satu, _ in daftar]
    ringkasan = _with_adenda(slug, riwayat, semua)
    sumber_dari = {nama: sumber for nama, _, sumber in daftar}
    for nama, m in check_peristiwa(ringkasan, [(nama, peristiwa) for nama, peristiwa, _ in daftar]):
        temuan.append(_place(m, sumber_dari[nama]))
    for _, p, sumber in daftar:
        temuan += [_place(m, sumber) for m in content_faults(ruang, riwayat, ringkasan, p)]
    if temuan:
        raise NaskahBermasalah(temuan)
    return ringkasan, termuat


_BERISI = ("keadaan_kahar", "pengakhiran", "musyawarah", "realisasi", "penyerahan_rangkap", "berita_acara_kahar")


def content_faults(ruang: RuangKerja, riwayat: Riwayat, r: Ringkasan, p: Peristiwa) -> list[Masalah]:
    """What one event says that the text in force on its day does not bear out."""
    if p.jenis not in _BERISI or r.mulai is None or p.tanggal < r.mulai:
        return []
    berlaku, kalender = riwayat.on(p.tanggal), load_kalender(ruang.akar)
    kini = r.on(p.tanggal)
    mulai, rentang = present_term(kini, [q for q in r.peristiwa if q.tanggal <= p.tanggal], kalender)
    akhir = end_of_term(mulai, rentang, kini.konvensi, kalender).tanggal
    return list(check_content(p, berlaku.kesepakatan, berlaku.terbaca, akhir))


def _place(m: Masalah, sumber: Sumber) -> Temuan:
    return Temuan(sumber.tempat(m.jalur), nama_kunci(m.jalur), m.kode, m.pesan, m.saran)


def _with_adenda(slug: str, riwayat: Riwayat, peristiwa: list[Peristiwa]) -> Ringkasan:
    def summary(k: Kesepakatan) -> Ringkasan:
        return summarize(slug, k, number(k)[1], peristiwa)

    asal = kini = summary(riwayat.asal.kesepakatan)
    kemudian = list[tuple[date, Ringkasan]]()
    for a in riwayat.adendum:
        if a.berlaku:
            baru = summary(a.sesudah.kesepakatan)
            lain = (baru.jangka_waktu, baru.konvensi) != (kini.jangka_waktu, kini.konvensi)
            kini = replace(baru, diperpanjang=a.berlaku if lain else kini.diperpanjang)
            kemudian.append((a.berlaku, kini))
    return replace(asal, kemudian=tuple(kemudian))
