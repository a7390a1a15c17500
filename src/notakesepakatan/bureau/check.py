"""Findings on agreements and on other people's files, each at its place; safe fixes put in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from threading import Lock

from notakesepakatan.bureau.adendum import Permintaan, Rancangan, draft_from_data
from notakesepakatan.bureau.foreign_text import read_document, read_file
from notakesepakatan.compute.rules import Aturan, Cacat, Kamus, check, read_agreement, read_lines
from notakesepakatan.errors import NaskahTidakTerbaca
from notakesepakatan.load.adendum import Riwayat, load_riwayat
from notakesepakatan.load.datum import read_limited
from notakesepakatan.load.find_words import Pencari
from notakesepakatan.load.kesepakatan import Termuat, parse_kesepakatan
from notakesepakatan.load.messages import nama_kunci
from notakesepakatan.temuan import Tempat
from notakesepakatan.workspace.folders import RuangKerja
from notakesepakatan.workspace.save import save

KAMUS = Path("/usr/share/hunspell/id_ID.dic")


@dataclass(frozen=True)
class Ditemukan:
    """One finding with its place and the line it stands on."""

    tempat: Tempat
    kunci: str
    kode: str
    tingkat: str
    pesan: str
    saran: str
    baris: str
    potongan: str
    ganti: str | None = None
    jalur: tuple[str | int, ...] = ()
    """Path in the agreement's data; empty for a file that is not ours."""

    def data(self) -> dict[str, object]:
        """The row as plain data."""
        return {
            "berkas": self.tempat.berkas, "baris": self.tempat.baris, "kolom": self.tempat.kolom, "kunci": self.kunci,
            "kode": self.kode, "tingkat": self.tingkat, "pesan": self.pesan, "saran": self.saran,
        }  # fmt: skip


_SEKALI = Lock()


def load_kamus() -> Kamus | None:
    """The Indonesian dictionary of the system, read once (it takes a second); None where none is installed."""
    with _SEKALI:
        return _read_kamus()


@lru_cache(maxsize=1)
def _read_kamus() -> Kamus | None:
    if not KAMUS.is_file():
        return None
    from spylls.hunspell import Dictionary

    lookup: Callable[[str], bool] = Dictionary.from_files(str(KAMUS.with_suffix(""))).lookup
    return lru_cache(maxsize=50_000)(lookup)


def check_agreement(ruang: RuangKerja, slug: str, per: date | None = None) -> list[Ditemukan]:
    """Findings on the text in force on a day (None: with all that is signed), those silenced left out; by place.

    Raises:
        NaskahBermasalah, KesepakatanTidakAda, SlugTidakSah, TidakDapatDibaca.
    """
    riwayat = load_riwayat(ruang, slug)
    return findings(riwayat, riwayat.on(per), load_kamus())


def findings(riwayat: Riwayat, termuat: Termuat, kamus: Kamus | None) -> list[Ditemukan]:
    """The same for a text that is loaded."""
    asal, adendum = Pencari(riwayat.asal.sumber), [Pencari(a.sumber) for a in reversed(riwayat.adendum)]
    hasil = [_place(asal, adendum, aturan, cacat) for aturan, cacat in check(read_agreement(termuat.kesepakatan, kamus))]
    return sorted(hasil, key=lambda t: (t.tempat, t.kode))


def _place(asal: Pencari, adendum: Sequence[Pencari], aturan: Aturan, cacat: Cacat) -> Ditemukan:
    """Where the words stand: in the agreement's file, or in the adendum that wrote them last."""
    pencari, tempat = asal, None
    if cacat.potongan:
        tempat = asal.locate(cacat.jalur, cacat.potongan)
        for lain in adendum if tempat is None else ():
            if tempat := lain.locate(("perubahan",), cacat.potongan):
                pencari = lain
                break
    tempat = tempat or asal.sumber.tempat(cacat.jalur)
    baris = pencari.baris[tempat.baris - 1]
    return Ditemukan(
        tempat,
        nama_kunci(cacat.jalur),
        aturan.kode,
        aturan.tingkat,
        cacat.pesan,
        cacat.saran,
        baris,
        cacat.potongan,
        cacat.ganti,
        tuple(cacat.jalur),
    )


def check_file(berkas: Path) -> list[Ditemukan]:
    """Findings on a Word, PDF or text file, by the rules that need nothing but the text.

    Raises:
        NaskahTidakTerbaca, TidakDapatDibaca: it is none of these, or broken.
    """
    return check_document(str(berkas), read_file(berkas))


def check_document(nama: str, isi: bytes) -> list[Ditemukan]:
    """The same for bytes that are at hand; the name's ending tells what they are.

    Raises:
        NaskahTidakTerbaca: it is none of these, or broken.
    """
    baris, hasil = read_document(nama, isi), list[Ditemukan]()
    for aturan, cacat in check(read_lines(baris, load_kamus())):
        i = int(cacat.jalur[0])
        tempat = Tempat(nama, i + 1, max(baris[i].find(cacat.potongan) + 1, 1))
        hasil.append(
            Ditemukan(tempat, "", aturan.kode, aturan.tingkat, cacat.pesan, cacat.saran, baris[i], cacat.potongan, cacat.ganti)
        )
    return sorted(hasil, key=lambda t: (t.tempat, t.kode))


@dataclass(frozen=True)
class Diperbaiki:
    """What was put right: in the draft itself, or by an adendum."""

    daftar: tuple[Ditemukan, ...]
    berkas: Path | None = None
    adendum: Rancangan | None = None


def repair(ruang: RuangKerja, slug: str) -> Diperbaiki:
    """Put in every safe fix: into the lines of a draft, comments kept; of a signed text by the draft of a correction.

    Raises:
        NaskahBermasalah, AdendumDitolak, SudahAda, TidakDapatDitulis, NaskahTidakTerbaca.
    """
    berkas = ruang.berkas(slug)
    riwayat = load_riwayat(ruang, slug)
    asal = riwayat.asal
    teks, selesai = asal.sumber.teks, list[Ditemukan]()
    for satu in reversed(findings(Riwayat(asal), asal, load_kamus())):
        if (baru := _replaced(teks, satu)) is not None:
            teks, selesai = baru, [satu, *selesai]
    if not selesai:
        return Diperbaiki(())
    parse_kesepakatan(teks.encode(), str(berkas))
    if not asal.kesepakatan.konsep:
        rancangan = draft_from_data(ruang, slug, teks.encode(), Permintaan(perbaikan=True, tetap=True))
        return Diperbaiki(tuple(selesai), adendum=rancangan)
    if read_limited(berkas) != asal.isi:
        raise NaskahTidakTerbaca(str(berkas), "berubah selagi diperbaiki; jalankan lagi")
    save(berkas, teks.encode())
    return Diperbaiki(tuple(selesai), berkas)


def _replaced(teks: str, satu: Ditemukan) -> str | None:
    """The file with one fix put in at its place; None where the words do not stand there on one line."""
    if satu.ganti is None or not satu.potongan:
        return None
    baris = teks.split("\n")
    n, kolom = satu.tempat.baris - 1, satu.tempat.kolom - 1
    if not baris[n][kolom:].startswith(satu.potongan):
        return None
    baris[n] = baris[n][:kolom] + satu.ganti + baris[n][kolom + len(satu.potongan) :]
    return "\n".join(baris)


def counts(daftar: Sequence[Ditemukan]) -> dict[str, int]:
    """How many of each level."""
    return {tingkat: sum(t.tingkat == tingkat for t in daftar) for tingkat in ("galat", "peringatan", "catatan")}
