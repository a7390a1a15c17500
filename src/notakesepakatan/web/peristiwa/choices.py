"""What an event's form offers to choose from: parties, duties, rows of the work plan, what there is to answer."""

from dataclasses import dataclass
from datetime import date

from notakesepakatan.bureau.register import duplicates
from notakesepakatan.compose.surat import ALASAN_PENGAKHIRAN
from notakesepakatan.compute.peristiwa.content import TugasDikutip, duties, plan_rows, tasks
from notakesepakatan.compute.text.rencana_kerja import BarisRencana
from notakesepakatan.compute.time.register import BERTUGAS, Ringkasan
from notakesepakatan.load.adendum import load_riwayat
from notakesepakatan.load.kesepakatan import Termuat
from notakesepakatan.load.register import load_ringkasan
from notakesepakatan.model.lampiran import BERSAMA
from notakesepakatan.words.numbers import romawi
from notakesepakatan.words.tanggal import tanggal_panjang
from notakesepakatan.workspace.folders import RuangKerja

Pilihan = list[tuple[str, str]]


@dataclass(frozen=True)
class Bahan:
    """One agreement as the forms of its events need it.

    Attributes:
        termuat: the text in force on the day.
        ringkasan: its dates and events.
        tugas: duties that may be chosen.
        baris: rows of the work plan by address.
        pilihan: choices by key: pairs of value and words.
    """

    termuat: Termuat
    ringkasan: Ringkasan
    tugas: tuple[TugasDikutip, ...]
    baris: dict[str, BarisRencana]
    pilihan: dict[str, Pilihan]

    @property
    def pihak(self) -> Pilihan:
        """The parties: key and words."""
        return self.pilihan["pihak"]


def material(ruang: RuangKerja, slug: str, hari: date) -> Bahan:
    """What the forms of an agreement need on a day.

    Raises:
        NaskahBermasalah, KesepakatanTidakAda, SlugTidakSah.
    """
    riwayat = load_riwayat(ruang, slug)
    termuat, r = riwayat.on(hari), load_ringkasan(ruang, slug, riwayat)
    k = termuat.terbaca
    pihak = [(kunci, f"{p.sebutan}, {p.nama}") for kunci, p in zip(k.kunci_pihak, k.para_pihak, strict=True)]
    tahun = [romawi(i) for i in range(1, k.jangka_waktu.jumlah_tahun + 1)]
    pilihan: dict[str, Pilihan] = {
        "pihak": pihak,
        "dari": pihak,
        "oleh": [*pihak, (BERSAMA, "PARA PIHAK")],
        "perihal": [("perpanjangan", "Perpanjangan"), ("pengakhiran", "Pengakhiran")],
        "sebab": [(nama, kata[:1].upper() + kata[1:]) for nama, kata in ALASAN_PENGAKHIRAN.items()],
        "rekomendasi": [(kata, kata.capitalize()) for kata in ("dilanjutkan", "diubah", "diakhiri")],
        "tahun": [(satu, f"Tahun {satu}") for satu in tahun],
        "rangkap": [(str(d["rangkap"]), f"Rangkap {d['rangkap']}, {d['pemegang']}") for d in duplicates(ruang, slug)],
    }
    return Bahan(termuat, r, duties(termuat.kesepakatan, k), plan_rows(k), pilihan)


def to_answer(jenis: str, r: Ringkasan) -> Pilihan:
    """Events that one of this kind may answer: their day and words."""
    if jenis == "berita_acara_kahar":
        sudah = {p.kejadian for p in r.peristiwa if p.jenis == jenis}
        return [
            (str(p.tanggal), f"{tanggal_panjang(p.tanggal)}: {p.macam or 'keadaan kahar'}")
            for p in r.peristiwa
            if p.jenis == "keadaan_kahar" and p.tanggal not in sudah
        ]
    hasil: Pilihan = []
    for p in r.peristiwa:
        daftar = list(tasks(p)) if p.jenis in BERTUGAS else []
        if daftar:
            butir = "; ".join(f"{i + 1}. {satu.uraian}" for _, i, satu in daftar)
            hasil.append((str(p.tanggal), f"{p.jenis.capitalize()} {tanggal_panjang(p.tanggal)}: {butir}"[:160]))
    return hasil
