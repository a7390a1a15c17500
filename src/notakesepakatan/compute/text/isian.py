"""Values of the agreement in words, for `[[isian]]` in its texts: `[[jangka_waktu]]` -> "5 (lima) tahun".

The name of an isian is the path of its datum in the YAML, so that each number and date is typed once.
"""

from collections.abc import Callable, Mapping
from datetime import date

from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.kesepakatan import Kesepakatan, default_sebutan
from notakesepakatan.model.para_pihak import Pihak
from notakesepakatan.words.lists import gabung
from notakesepakatan.words.numbers import angka_terbilang, rupiah
from notakesepakatan.words.tanggal import nama_bulan, nama_hari, parse_iso, tanggal_angka, tanggal_panjang, terbilang_kapital

TITIK = "………………"
"""Stands on paper where a draft has no value yet."""

FUNGSI = ("bilangan", "rupiah", "tanggal")
"""Isian that take what follows them: `[[bilangan 5]]`."""

_DATA_PIHAK = (
    "nama", "sebutan", "nomor", "pejabat", "jabatan", "kedudukan",
    "pengangkatan", "bertindak_atas_nama", "pejabat_pelaksana",
)  # fmt: skip


class IsianSalah(Exception):
    """An isian that cannot be filled; `str()` says why and `saran` what to do, in Indonesian."""

    def __init__(self, pesan: str, saran: str = "perbaiki isi kurung siku ganda") -> None:
        super().__init__(pesan)
        self.saran = saran


def lama(nilai: Lama | None) -> str | None:
    """A span in digits and words: "7 (tujuh) hari kerja"."""
    return f"{angka_terbilang(nilai.jumlah)} {nilai.satuan}" if nilai else None


def fill_pihak(kesepakatan: Kesepakatan) -> tuple[Pihak, ...]:
    """The parties with what follows from their place and name filled in: sebutan, bertindak_atas_nama."""
    return tuple(
        pihak.model_copy(
            update={
                "sebutan": pihak.sebutan or default_sebutan(kunci),
                "bertindak_atas_nama": pihak.bertindak_atas_nama or pihak.nama,
            }
        )
        for kunci, pihak in zip(kesepakatan.kunci_pihak, kesepakatan.para_pihak, strict=True)
    )


def isian_pihak(pihak: Pihak) -> dict[str, str | None]:
    """What the sentence of one party may name: `[[jabatan]]`, `[[kedudukan]]`, …"""
    return {nama: getattr(pihak, nama) for nama in _DATA_PIHAK}


def isian(kesepakatan: Kesepakatan) -> dict[str, str | None]:
    """Every isian of an agreement whose parties are filled; None where the draft has no value yet."""
    k, r = kesepakatan, kesepakatan.rangkap
    bermeterai = len(k.para_pihak) if r.bermeterai is None else r.bermeterai
    hasil: dict[str, str | None] = {
        "jenis": k.jenis,
        "judul": k.judul,
        "judul_kapital": k.judul.upper(),
        "para_pihak": gabung([p.nama for p in k.para_pihak]),
        "sebutan_para_pihak": gabung([p.sebutan or "" for p in k.para_pihak]),
        "jumlah_pihak": angka_terbilang(len(k.para_pihak)),
        "jangka_waktu": lama(k.jangka_waktu),
        "tenggat.pemberitahuan": lama(k.tenggat.pemberitahuan),
        "tenggat.berita_acara_kahar": lama(k.tenggat.berita_acara_kahar),
        "rangkap.asli": angka_terbilang(bermeterai + r.arsip),
        "rangkap.bermeterai": angka_terbilang(bermeterai),
        "rangkap.arsip": angka_terbilang(r.arsip) if r.arsip else None,
        "rangkap.penyimpan_arsip": r.penyimpan_arsip,
        "penandatanganan.tempat": k.penandatanganan.tempat,
    }
    for nama, fungsi in _TANGGAL.items():
        hasil[f"penandatanganan.{nama}"] = fungsi(k.penandatanganan.tanggal) if k.penandatanganan.tanggal else None
    for kunci, pihak in zip(k.kunci_pihak, k.para_pihak, strict=True):
        hasil |= {f"para_pihak.{kunci}.{nama}": nilai for nama, nilai in isian_pihak(pihak).items()}
    return hasil


_TANGGAL: Mapping[str, Callable[[date], str]] = {
    "hari": nama_hari,
    "tanggal": tanggal_panjang,
    "tanggal_terbilang": lambda t: terbilang_kapital(t.day),
    "bulan": nama_bulan,
    "tahun_terbilang": lambda t: terbilang_kapital(t.year),
    "tanggal_angka": tanggal_angka,
}


def date_words(tanggal: date | None) -> dict[str, str]:
    """A day in every wording an opening needs: hari, tanggal, tanggal_terbilang, …; dots where there is none yet."""
    return {nama: fungsi(tanggal) if tanggal else TITIK for nama, fungsi in _TANGGAL.items()}


def fill_function(nama: str, isi: str) -> str | None:
    """`[[bilangan 5]]`, `[[rupiah 10000]]`, `[[tanggal 2022-06-16]]`; None when `nama` is no such function.

    Raises:
        IsianSalah: the argument is no whole number or no date.
    """
    if nama == "tanggal":
        try:
            return tanggal_panjang(parse_iso(isi))
        except ValueError:
            raise IsianSalah(f'"{isi}" bukan tanggal', "tulis TTTT-BB-HH, mis. [[tanggal 2022-06-16]]") from None
    if nama not in FUNGSI:
        return None
    angka = isi.replace(".", "")
    if not (angka.isascii() and angka.isdigit() and len(angka) <= 15):
        raise IsianSalah(f'"{isi}" bukan bilangan bulat', f"tulis angka saja, tanpa Rp dan tanpa koma: [[{nama} 10000]]")
    return angka_terbilang(int(angka)) if nama == "bilangan" else rupiah(int(angka))
