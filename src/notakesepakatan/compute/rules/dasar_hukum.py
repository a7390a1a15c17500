"""Legal bases: gazettes, order, numbers, and whether the law has moved on since."""

import re
from collections.abc import Iterator

from notakesepakatan.compute.rules.bacaan import Bacaan, Cacat
from notakesepakatan.compute.time.calendar import Kalender
from notakesepakatan.compute.time.tenggat import end_of_term

_PERINGKAT = (
    "undang-undang dasar", "undang-undang", "peraturan pemerintah pengganti", "peraturan pemerintah", "peraturan presiden",
    "keputusan presiden", "peraturan menteri", "peraturan kepala", "peraturan badan", "peraturan daerah", "peraturan gubernur",
    "peraturan bupati", "peraturan wali kota",
)  # fmt: skip
_RENTANG = re.compile(r"Tahun (\d{4})[-–](\d{4})")

BERUBAH = {
    ("undang-undang", "11", 2020): "dicabut; kini UU 6/2023 tentang Penetapan Perppu Cipta Kerja menjadi Undang-Undang",
    ("undang-undang", "18", 2017): "telah diubah, antara lain dengan UU 6/2023",
    ("undang-undang", "23", 2014): "telah diubah beberapa kali, antara lain dengan UU 6/2023",
    ("peraturan presiden", "90", 2019): "diganti; tugas badannya kini pada kementerian, Perpres 165/2024 dan 166/2024",
}
"""Laws repealed or amended since, to the program's knowledge of November 2026; always a warning, never an error."""


def gazettes(b: Bacaan) -> Iterator[Cacat]:
    """A law is promulgated in its own year or later (rule 47)."""
    for i, d in enumerate(b.terbaca.dasar_hukum):
        for jalur, satu in (((), d), *((("perubahan", j), q) for j, q in enumerate(d.perubahan))):
            if satu.lembaran and satu.lembaran.tahun < satu.tahun and not d.dihapus:
                pesan = f"lembaran tahun {satu.lembaran.tahun} lebih tua dari peraturannya, tahun {satu.tahun}"
                yield Cacat(
                    ("dasar_hukum", i, *jalur, "lembaran", "tahun"), str(satu.lembaran.tahun), pesan, "periksa lembarannya"
                )


def _rank(jenis: str) -> int:
    cocok = [i for i, nama in enumerate(_PERINGKAT) if jenis.lower().startswith(nama)]
    return cocok[-1] if cocok else len(_PERINGKAT)


def order(b: Bacaan) -> Iterator[Cacat]:
    """By rank, inside a rank by date (rule 43)."""
    sebelum = None
    for i, d in enumerate(b.terbaca.dasar_hukum):
        kini = (_rank(d.jenis), d.tahun)
        if sebelum and kini < sebelum:
            apa = "tingkat" if kini[0] < sebelum[0] else "tahun"
            yield Cacat(("dasar_hukum", i), "", f"tidak urut menurut {apa}", "urutkan menurut tingkat, lalu tanggal")
        sebelum = kini if sebelum is None else max(sebelum, kini)


def missing_gazettes(b: Bacaan) -> Iterator[Cacat]:
    """A UU or PP carries its gazette (rule 47)."""
    for i, d in enumerate(b.terbaca.dasar_hukum):
        if not d.lembaran and d.jenis.lower() in ("undang-undang", "peraturan pemerintah"):
            yield Cacat(("dasar_hukum", i), "", "tanpa Lembaran Negara", 'tambahkan "lembaran:"')


def zeros(b: Bacaan) -> Iterator[Cacat]:
    """A leading zero in a law's number, unless the law writes it so."""
    for i, d in enumerate(b.terbaca.dasar_hukum):
        if re.match(r"0\d", d.nomor):
            yield Cacat(("dasar_hukum", i, "nomor"), d.nomor, "nomor diawali nol", "periksa pada peraturannya")


def moved_on(b: Bacaan) -> Iterator[Cacat]:
    """Repealed or amended since, by the table."""
    for i, d in enumerate(b.terbaca.dasar_hukum):
        ket = BERUBAH.get((d.jenis.lower(), d.nomor.lstrip("0"), d.tahun))
        if ket and not any(q.nomor == "6" and q.tahun == 2023 for q in d.perubahan):
            yield Cacat(("dasar_hukum", i), "", f"{ket} (pengetahuan November 2026)", "periksa sebelum dipakai lagi")


def plans(b: Bacaan) -> Iterator[Cacat]:
    """A plan that ends before the agreement does."""
    k = b.terbaca
    if not k.penandatanganan.tanggal or k.jangka_waktu.satuan == "hari kerja":
        return
    akhir = end_of_term(k.penandatanganan.tanggal, k.jangka_waktu, k.konvensi_berakhir, Kalender()).tanggal
    for i, d in enumerate(k.dasar_hukum):
        cocok = _RENTANG.search(d.tentang)
        if cocok and int(cocok[2]) < akhir.year:
            pesan = f"rencana sampai {cocok[2]} berakhir sebelum jangka waktu, {akhir.year}"
            yield Cacat(("dasar_hukum", i, "tentang"), cocok[0], pesan, "sebut juga rencana penggantinya bila sudah ada")
