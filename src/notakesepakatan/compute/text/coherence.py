"""Whether the parts of one agreement fit each other: parties named elsewhere exist, years fit the term, …"""

from collections.abc import Iterator, Mapping

from notakesepakatan.compute.text.numbering import Jalur
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.lampiran import BERSAMA, SEMUA, Tahapan
from notakesepakatan.model.pasal import TINGKAT, Butir, Pasal, isi_tingkat
from notakesepakatan.temuan import Masalah
from notakesepakatan.words.numbers import dari_romawi, romawi

BATAS_KOLOM = 40
"""Year and party columns that a sheet of paper can hold; Word itself ends at 63 columns in all."""


def check_keterkaitan(kesepakatan: Kesepakatan) -> Iterator[Masalah]:
    """Findings on parties, years and duplicates that do not fit the rest of the data."""
    k = kesepakatan
    if k.rangkap.bermeterai is not None and k.rangkap.bermeterai > len(k.para_pihak):
        yield Masalah(
            ("rangkap", "bermeterai"), "rangkap",
            f"{k.rangkap.bermeterai} rangkap bermeterai untuk {len(k.para_pihak)} pihak",
            "setiap pihak memegang paling banyak satu; sisanya tulis di arsip",
        )  # fmt: skip
    if k.judul.lower().startswith("tentang ") or k.judul.endswith("."):
        yield Masalah(("judul",), "judul", "judul memuat kata tentang atau titik", "tulis tanpa kata tentang dan tanpa titik")
    for i, dasar in enumerate(k.dasar_hukum):
        if dasar.tentang[-1] in ";.":
            yield Masalah(
                ("dasar_hukum", i, "tentang"), "tanda-baca", "diakhiri tanda baca", "hapus; tanda baca dicetak program"
            )
    if not k.konsep:
        yield from _check_signed(k)
    if k.lampiran and k.jangka_waktu.jumlah_tahun + len(k.para_pihak) > BATAS_KOLOM:
        pesan = f"{k.jangka_waktu.jumlah_tahun} tahun dan {len(k.para_pihak)} pihak tidak muat dalam tabel Rencana Kerja"
        saran = f"paling banyak {BATAS_KOLOM} kolom tahun dan pihak; hapus lampiran atau pecah jangka waktunya"
        yield Masalah(("jangka_waktu",), "kolom", pesan, saran)
    for i, pasal in enumerate(k.pasal):
        yield from _check_butir(pasal, ("pasal", i), k, "pasal")
    for i, butir in enumerate(k.pertimbangan):
        yield from _check_butir(butir, ("pertimbangan", i), k, "huruf")
    if k.lampiran:
        kolom = k.lampiran.kolom
        yield from _check_pihak(kolom.pihak, ("lampiran", "kolom", "pihak"), k.kunci_pihak)
        for i, program in enumerate(k.lampiran.program):
            yield from _check_tahapan(program.tahapan, ("lampiran", "program", i, "tahapan"), k)


def _check_signed(k: Kesepakatan) -> Iterator[Masalah]:
    """A text with its day of signing prints no dots."""
    for i, pihak in enumerate(k.para_pihak):
        if not pihak.pejabat:
            pesan = "pejabat belum diisi, padahal naskah sudah bertanggal"
            yield Masalah(("para_pihak", i), "bertanggal", pesan, 'tambahkan "pejabat:", nama penanda tangan')
        for j, alamat in enumerate(pihak.korespondensi):
            if not alamat.alamat:
                pesan = "alamat belum diisi, padahal naskah sudah bertanggal"
                yield Masalah(("para_pihak", i, "korespondensi", j), "bertanggal", pesan, 'tambahkan "alamat:"')
    if not any(pihak.nomor for pihak in k.para_pihak):
        pesan = "tidak satu pihak pun bernomor, padahal naskah sudah bertanggal"
        yield Masalah(("para_pihak",), "bertanggal", pesan, 'tambahkan "nomor:" pada pihak yang memberi nomor')


def _check_butir(butir: Butir | Pasal, jalur: Jalur, k: Kesepakatan, atas: str) -> Iterator[Masalah]:
    if butir.korespondensi:
        yield from _check_pihak([butir.korespondensi], (*jalur, "korespondensi"), k.kunci_pihak)
    tingkat_di_bawah = [nama for nama, _ in isi_tingkat(butir)]
    if len(tingkat_di_bawah) > 1:
        pesan = f"{tingkat_di_bawah[0]} dan {tingkat_di_bawah[1]} berdampingan"
        yield Masalah(
            (*jalur, tingkat_di_bawah[1]), "tingkat", pesan, "satu bagian punya satu macam rincian; pindahkan salah satunya"
        )
    for tingkat, isi in isi_tingkat(butir):
        if atas in TINGKAT and TINGKAT.index(tingkat) <= TINGKAT.index(atas):
            pesan = f"{tingkat} di bawah {atas}"
            yield Masalah((*jalur, tingkat), "tingkat", pesan, f"rincian menurun: {', '.join(TINGKAT)}")
        for i, anak in enumerate(isi):
            yield from _check_butir(anak, (*jalur, tingkat, i), k, tingkat)


def _check_pihak(nama: list[str] | Mapping[str, object], jalur: Jalur, ada: tuple[str, ...]) -> Iterator[Masalah]:
    for satu in nama:
        if satu not in ada:
            sini = (*jalur, satu) if isinstance(nama, Mapping) else jalur
            yield Masalah(sini, "pihak", f'pihak "{satu}" tidak ada', f"pilih salah satu: {', '.join(ada)}")


def _check_tahapan(daftar: tuple[Tahapan, ...], jalur: Jalur, k: Kesepakatan) -> Iterator[Masalah]:
    kolom = k.jangka_waktu.jumlah_tahun
    for i, tahapan in enumerate(daftar):
        sini: Jalur = (*jalur, i)
        ada = (*k.kunci_pihak, BERSAMA)
        yield from _check_pihak(tahapan.tugas, (*sini, "tugas"), ada)
        if BERSAMA in tahapan.tugas and len(tahapan.tugas) > 1:
            yield Masalah(
                (*sini, "tugas"), "tugas-bersama", "tugas bersama berdampingan dengan tugas satu pihak",
                "pakai bersama saja, atau rinci menurut pihak",
            )  # fmt: skip
        for j, tahun in enumerate(tahapan.tahun):
            if pesan := _wrong_year(tahun, kolom):
                yield Masalah(
                    (*sini, "tahun", j), "tahun", f'tahun "{tahun}" {pesan}', f'tulis "{SEMUA}" atau tahun romawi: I, II'
                )
        yield from _check_tahapan(tahapan.tahapan, (*sini, "tahapan"), k)


def _wrong_year(tahun: str, kolom: int) -> str:
    """Why this is no year of the term; empty where it is one."""
    if tahun == SEMUA:
        return ""
    try:
        nomor = dari_romawi(tahun)
    except ValueError:
        return "bukan angka romawi"
    return "" if nomor <= kolom else f"melewati jangka waktu, yang terakhir tahun {romawi(kolom)}"
