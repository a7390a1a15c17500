"""What an event says against the agreement in force on its day: duties and rows it names, parties, dates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta

from notakesepakatan.compute.text.letak import LetakSalah, find, words_of
from notakesepakatan.compute.text.numbering import Jalur, number
from notakesepakatan.compute.text.rencana_kerja import BarisRencana, rows
from notakesepakatan.compute.text.tree import Pohon, deleted, get_at, to_pohon
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.lampiran import BERSAMA
from notakesepakatan.model.peristiwa import Peristiwa, Tugas
from notakesepakatan.temuan import Masalah
from notakesepakatan.words.numbers import dari_romawi, romawi

_PERAN_TUGAS = "tugas"
"""Keys of pasal and ayat on duties begin with it."""


@dataclass(frozen=True)
class TugasDikutip:
    """A duty of the agreement in its own words."""

    alamat: str
    teks: str


def duties(k: Kesepakatan, terbaca: Kesepakatan) -> tuple[TugasDikutip, ...]:
    """Every duty that may be chosen, the deepest parts below the pasal or ayat whose role is a duty."""
    _, peta, _ = number(k)
    pohon, hasil = to_pohon(k), list[TugasDikutip]()
    akar = [alamat for kunci, alamat in peta.kunci.items() if kunci.split("_")[0] == _PERAN_TUGAS]
    for jalur, alamat in peta.alamat.items():
        if any(alamat[: len(a)] == a for a in akar) and not _has_children(pohon, jalur):
            hasil.append(quote(pohon, terbaca, words_of(pohon, jalur)))
    return tuple(hasil)


def _has_children(pohon: Pohon, jalur: Jalur) -> bool:
    simpul = get_at(pohon, jalur) or {}
    return deleted(simpul) or any(kunci in simpul for kunci in ("ayat", "huruf", "angka", "subhuruf", "subangka"))


def quote(pohon: Pohon, terbaca: Kesepakatan, letak: str) -> TugasDikutip:
    """The words at an address of the pasal, without the mark that ends them in their list.

    Raises:
        LetakSalah: no such part, or a deleted one.
    """
    jalur = find(pohon, letak)
    simpul = get_at(pohon, jalur)
    if jalur[0] != "pasal" or not isinstance(simpul, dict):
        raise LetakSalah(f"{letak} bukan pasal, ayat, huruf, atau angka", "sebut tugasnya, mis. Pasal 4 ayat (1) huruf a")
    if deleted(simpul):
        raise LetakSalah(f"{letak} sudah dihapus dengan adendum", "pilih tugas yang masih berlaku")
    benda: Any = terbaca
    for langkah in jalur:
        benda = benda[langkah] if isinstance(langkah, int) else getattr(benda, langkah)
    teks: str = benda.isi or benda.judul or ""
    for ekor in ("; dan/atau", "; dan", "; atau", ";", "."):
        teks = teks.removesuffix(ekor)
    return TugasDikutip(words_of(pohon, jalur), teks)


def plan_rows(terbaca: Kesepakatan) -> dict[str, BarisRencana]:
    """Rows of the work plan that hold work, by their address; a heading over others is none."""
    if not terbaca.lampiran:
        return {}
    semua = rows(terbaca.lampiran, terbaca.kunci_pihak, terbaca.jangka_waktu.jumlah_tahun)
    return {satu.alamat: satu for satu in semua if not satu.tahapan.tahapan and not satu.tahapan.dihapus}


def check_content(p: Peristiwa, k: Kesepakatan, terbaca: Kesepakatan, akhir: date | None) -> Iterator[Masalah]:
    """What an event says that the agreement in force does not bear out.

    Args:
        p: the event.
        k: the agreement in force on its day, as typed.
        terbaca: the same as read.
        akhir: last day of the term then running, None where it does not matter.
    """
    pohon = to_pohon(k) if p.tugas else {}
    boleh = {satu.alamat for satu in duties(k, terbaca)} if p.tugas else set()
    for i, letak in enumerate(p.tugas):
        try:
            dikutip = quote(pohon, terbaca, letak)
        except LetakSalah as sebab:
            yield Masalah(("tugas", i), "tugas", str(sebab), sebab.saran)
            continue
        if letak in p.tugas[:i]:
            yield Masalah(("tugas", i), "tugas", f"{letak} disebut dua kali", "hapus salah satu")
        elif boleh and dikutip.alamat not in boleh:
            yield Masalah(("tugas", i), "tugas", f"{letak} bukan satu tugas", f"pilih dari: {', '.join(sorted(boleh))}")
    ada = plan_rows(terbaca) if p.program or p.baris else {}
    for jalur, alamat in (
        *((("program", i), satu) for i, satu in enumerate(p.program)),
        *((("baris", i, "alamat"), satu.alamat) for i, satu in enumerate(p.baris)),
    ):
        if alamat not in ada and not (jalur[0] == "program" and any(satu.startswith(f"{alamat}.") for satu in ada)):
            yield Masalah(
                jalur, "program", f"baris {alamat} tidak ada pada Rencana Kerja", f"yang ada: {', '.join(ada) or '-'}"
            )
    for i, satu in enumerate(p.baris):
        if satu.alamat in [lain.alamat for lain in p.baris[:i]]:
            yield Masalah(("baris", i, "alamat"), "program", f"baris {satu.alamat} disebut dua kali", "satukan")
    yield from _check_brackets(p)
    yield from _check_year(p, terbaca)
    yield from _check_parties(p, terbaca.kunci_pihak)
    yield from _check_days(p, akhir)
    jumlah = (len(k.para_pihak) if k.rangkap.bermeterai is None else k.rangkap.bermeterai) + k.rangkap.arsip
    if p.rangkap and p.rangkap > jumlah:
        yield Masalah(("rangkap",), "rangkap", f"rangkap {p.rangkap} dari {jumlah}", f"pilih 1 sampai dengan {jumlah}")


def _check_brackets(p: Peristiwa) -> Iterator[Masalah]:
    """An event is words as they are; nothing in it is filled."""

    def walk(benda: Any, jalur: Jalur) -> Iterator[Masalah]:
        if isinstance(benda, str) and "[[" in benda:
            yield Masalah(jalur, "isian", "kurung siku ganda tidak diisi di sini", "tulis kata-katanya")
        elif isinstance(benda, dict | list):
            for kunci, isi in benda.items() if isinstance(benda, dict) else enumerate(benda):
                yield from walk(isi, (*jalur, kunci))

    yield from walk(p.model_dump(mode="json", exclude_defaults=True), ())


def _check_year(p: Peristiwa, k: Kesepakatan) -> Iterator[Masalah]:
    n = k.jangka_waktu.jumlah_tahun
    try:
        salah = p.tahun is not None and dari_romawi(p.tahun) > n
    except ValueError:
        salah = True
    if salah:
        yield Masalah(("tahun",), "tahun", f'tahun "{p.tahun}" di luar jangka waktu', f"tulis I sampai dengan {romawi(n)}")
    elif p.tahun and k.penandatanganan.tanggal:
        awal = k.penandatanganan.tanggal + relativedelta(years=dari_romawi(p.tahun) - 1)
        if awal > p.tanggal:
            yield Masalah(("tahun",), "tahun", f"tahun {p.tahun} baru dimulai {awal}", "periksa tahun atau tanggalnya")


def _check_parties(p: Peristiwa, kunci_pihak: Sequence[str]) -> Iterator[Masalah]:
    saran = f"pilih salah satu: {', '.join(kunci_pihak)}"
    disebut: list[tuple[Jalur, str]] = [(("kerugian", satu), satu) for satu in p.kerugian]
    disebut += [
        ((nama, i, "pihak"), satu.pihak)
        for nama, daftar in (("hadir", p.hadir), ("saksi", p.saksi))
        for i, satu in enumerate(daftar)
        if satu.pihak
    ]
    disebut += [((nama, i, "oleh"), satu.oleh) for nama, i, satu in tasks(p) if satu.oleh != BERSAMA]
    for jalur, satu in disebut:
        if satu not in kunci_pihak:
            yield Masalah(jalur, "pihak", f'pihak "{satu}" tidak ada', saran)
    if len(p.para_pihak) > len(kunci_pihak):
        yield Masalah(("para_pihak", len(kunci_pihak)), "pihak", f"kesepakatan ini hanya berpihak {len(kunci_pihak)}", "hapus")


def tasks(p: Peristiwa) -> Iterator[tuple[str, int, Tugas]]:
    """Whatever an event leaves to be done: its key, its place, the task."""
    for nama, daftar in (("kewajiban", p.kewajiban), ("tindak_lanjut", p.tindak_lanjut), ("pemulihan", p.pemulihan)):
        for i, satu in enumerate(daftar):
            yield nama, i, satu


def _check_days(p: Peristiwa, akhir: date | None) -> Iterator[Masalah]:
    saran = "periksa kedua tanggal"
    for nama, hari in (("sampai", p.sampai), ("diketahui", p.diketahui)):
        if hari and hari < p.tanggal:
            yield Masalah((nama,), "peristiwa", f"{hari} mendahului kejadiannya {p.tanggal}", saran)
    if p.surat_keterangan and p.surat_keterangan.tanggal and p.surat_keterangan.tanggal < p.tanggal:
        pesan = f"surat keterangan {p.surat_keterangan.tanggal} mendahului kejadiannya {p.tanggal}"
        yield Masalah(("surat_keterangan", "tanggal"), "peristiwa", pesan, saran)
    for nama, i, satu in tasks(p):
        if satu.paling_lambat and satu.paling_lambat < p.tanggal:
            pesan = f"{satu.paling_lambat} mendahului {p.jenis.replace('_', ' ')} {p.tanggal}"
            yield Masalah((nama, i, "paling_lambat"), "peristiwa", pesan, saran)
    if akhir and p.tanggal > akhir and p.jenis in ("keadaan_kahar", "realisasi", "pengakhiran"):
        yield Masalah(
            ("tanggal",), "peristiwa", f"{p.tanggal} di luar jangka waktu, yang berakhir {akhir}", "periksa tanggalnya"
        )
    if akhir and p.sebab == "jangka-waktu" and p.jenis == "pengakhiran" and p.tanggal != akhir:
        yield Masalah(("sebab",), "peristiwa", f"jangka waktu baru berakhir {akhir}", "periksa tanggal atau sebabnya")
