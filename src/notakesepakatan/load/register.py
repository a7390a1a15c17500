"""Every agreement of a workspace with its events as `Ringkasan`, from an index that can be thrown away.

One row an agreement: the signature of its files (name, size, time of change), the hash of their bytes, and the summary
or the findings. A row is read anew when the signature differs, and checked by hash when a file is so young that its time
may not tell two changes apart.
"""

import hashlib
import json
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from notakesepakatan import __version__
from notakesepakatan.compute.penomoran import number
from notakesepakatan.compute.peristiwa import check_content
from notakesepakatan.compute.register import Ringkasan, present_term, summarize
from notakesepakatan.compute.tenggat import end_of_term
from notakesepakatan.compute.urutan_peristiwa import check_peristiwa
from notakesepakatan.errors import NaskahBermasalah, NotaError
from notakesepakatan.load.adendum import Riwayat, load_riwayat
from notakesepakatan.load.berkas import parse, read_limited
from notakesepakatan.load.kalender import load_kalender
from notakesepakatan.load.pesan import nama_kunci
from notakesepakatan.load.ruang_kerja import BERKAS_KESEPAKATAN, RuangKerja
from notakesepakatan.load.yaml import Sumber
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.temuan import Masalah, Temuan

FOLDER_PERISTIWA = "peristiwa"
BERKAS_INDEKS = ".indeks.sqlite3"
_MUDA = 2_000_000_000
"""Nanoseconds within which a file's time may not tell two changes apart."""

Tanda = list[tuple[str, int, int]]


@dataclass(frozen=True)
class Terdaftar:
    """One agreement of the register: its summary, or the message of what is wrong with its files."""

    slug: str
    ringkasan: Ringkasan | None
    masalah: str = ""


def load_register(ruang: RuangKerja) -> list[Terdaftar]:
    """All agreements by slug. One that is wrong is reported in its place; the others are served all the same."""
    lama = _read_index(ruang)
    hasil, baru = [], []
    kini = time.time_ns()
    for slug, tanda in _scan(ruang):
        baris = lama.get(slug)
        if baris and baris[0] == json.dumps(tanda) and (_settled(tanda, baris[3]) or baris[1] == _hash(ruang, slug, tanda)):
            isi, masalah = baris[2]
            hasil.append(Terdaftar(slug, Ringkasan.from_json(isi) if isi else None, masalah))
            continue
        satu = load_one(ruang, slug)
        hasil.append(satu)
        teks = satu.ringkasan.to_json() if satu.ringkasan else ""
        baru.append((slug, json.dumps(tanda), _hash(ruang, slug, tanda), teks, satu.masalah, kini))
    hilang = lama.keys() - {satu.slug for satu in hasil}
    if baru or hilang:
        _write_index(ruang, baru, hilang)
    return hasil


def load_one(ruang: RuangKerja, slug: str) -> Terdaftar:
    """One agreement, straight from its files."""
    try:
        return Terdaftar(slug, load_ringkasan(ruang, slug))
    except NotaError as sebab:
        return Terdaftar(slug, None, str(sebab))


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


def _scan(ruang: RuangKerja) -> Iterator[tuple[str, Tanda]]:
    with os.scandir(ruang.agreements) as folder:
        daftar = sorted((satu.name, satu.path) for satu in folder if satu.is_dir())
    for slug, jalur in daftar:
        tanda = _signature(jalur, "")
        if any(nama == BERKAS_KESEPAKATAN for nama, _, _ in tanda):
            yield slug, tanda


def _signature(jalur: str, awalan: str) -> Tanda:
    hasil: Tanda = []
    with os.scandir(jalur) as isi:
        for satu in isi:
            if satu.name == FOLDER_PERISTIWA and not awalan and satu.is_dir():
                hasil += _signature(satu.path, FOLDER_PERISTIWA + "/")
            elif satu.name.endswith(".yaml") and satu.is_file():
                keterangan = satu.stat()
                hasil.append((awalan + satu.name, keterangan.st_size, keterangan.st_mtime_ns))
    return sorted(hasil)


def _settled(tanda: Tanda, dibaca: int) -> bool:
    return all(waktu + _MUDA < dibaca for _, _, waktu in tanda)


def _hash(ruang: RuangKerja, slug: str, tanda: Tanda) -> str:
    jumlah = hashlib.sha256()
    for nama, _, _ in tanda:
        try:
            jumlah.update((ruang.agreements / slug / nama).read_bytes())
        except OSError:
            jumlah.update(b"?")
    return jumlah.hexdigest()


def _path(ruang: RuangKerja) -> Path:
    return ruang.output / BERKAS_INDEKS


_Baris = tuple[str, str, tuple[str, str], int]


def _read_index(ruang: RuangKerja) -> dict[str, _Baris]:
    """The index as it stands; empty where it is not there, of another version, or broken."""
    if not _path(ruang).is_file():
        return {}
    try:
        with closing(sqlite3.connect(_path(ruang), timeout=5)) as db:
            if db.execute("SELECT isi FROM versi").fetchone() != (__version__,):
                return {}
            kueri = "SELECT slug, tanda, jejak, ringkasan, masalah, dibaca FROM kesepakatan"
            return {
                slug: (tanda, jejak, (isi, masalah), dibaca) for slug, tanda, jejak, isi, masalah, dibaca in db.execute(kueri)
            }
    except sqlite3.Error:
        return {}


def _write_index(ruang: RuangKerja, baru: list[tuple[str, str, str, str, str, int]], hilang: set[str]) -> None:
    """Keep what was read; an index that cannot be written is no reason to fail."""
    try:
        ruang.output.mkdir(exist_ok=True)
        with closing(sqlite3.connect(_path(ruang), timeout=5)) as db, db:
            try:
                sama = db.execute("SELECT isi FROM versi").fetchone() == (__version__,)
            except sqlite3.OperationalError:
                sama = False
            if not sama:
                db.execute("DROP TABLE IF EXISTS versi")
                db.execute("DROP TABLE IF EXISTS kesepakatan")
                db.execute("CREATE TABLE versi (isi TEXT)")
                db.execute("INSERT INTO versi VALUES (?)", (__version__,))
                db.execute(
                    "CREATE TABLE kesepakatan (slug TEXT PRIMARY KEY, tanda TEXT, jejak TEXT, ringkasan TEXT, "
                    "masalah TEXT, dibaca INTEGER)"
                )
            db.executemany("DELETE FROM kesepakatan WHERE slug = ?", [(slug,) for slug in hilang])
            db.executemany("INSERT OR REPLACE INTO kesepakatan VALUES (?, ?, ?, ?, ?, ?)", baru)
    except sqlite3.DatabaseError:
        _path(ruang).unlink(missing_ok=True)
    except OSError:
        pass
