"""Values of the agreement in words, for `[[isian]]` in its texts: `[[jangka_waktu]]` -> "5 (lima) tahun".

The name of an isian is the path of its datum in the YAML, so that each number and date is typed once.
"""

from collections.abc import Callable, Mapping
from datetime import date

from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.para_pihak import Pihak
from notakesepakatan.place import default_sebutan
from notakesepakatan.words.lists import merge
from notakesepakatan.words.numbers import angka_terbilang, rupiah
from notakesepakatan.words.tanggal import (
    day_name,
    month_name,
    parse_iso,
    tanggal_angka,
    tanggal_long,
    terbilang_capitals,
)

POINT = "………………"
"""Stands on paper where a draft has no value yet."""

FUNCTION = ("bilangan", "rupiah", "tanggal")
"""Isian that take what follows them: `[[bilangan 5]]`."""

_DATA_PIHAK = (
    "nama",
    "sebutan",
    "nomor",
    "pejabat",
    "jabatan",
    "kedudukan",
    "pengangkatan",
    "bertindak_atas_nama",
    "pejabat_pelaksana",
)


class WrongIsian(Exception):
    """An isian that cannot be filled; `str()` says why and `saran` what to do, in Indonesian."""

    def __init__(
        self, message: str, saran: str = "perbaiki isi kurung siku ganda"
    ) -> None:
        super().__init__(message)
        self.saran = saran


def lama(value: Lama | None) -> str | None:
    """A span in digits and words: "7 (tujuh) hari kerja"."""
    return f"{angka_terbilang(value.jumlah)} {value.satuan}" if value else None


def fill_pihak(kesepakatan: Kesepakatan) -> tuple[Pihak, ...]:
    """The parties with what follows from their place and name filled in: sebutan, bertindak_atas_nama."""
    return tuple(
        pihak.model_copy(
            update={
                "sebutan": pihak.sebutan or default_sebutan(key),
                "bertindak_atas_nama": pihak.bertindak_atas_nama or pihak.nama,
            }
        )
        for key, pihak in zip(
            kesepakatan.kunci_pihak, kesepakatan.para_pihak, strict=True
        )
    )


def isian_pihak(pihak: Pihak) -> dict[str, str | None]:
    """What the sentence of one party may name: `[[jabatan]]`, `[[kedudukan]]`, …"""
    return {name: getattr(pihak, name) for name in _DATA_PIHAK}


def isian(kesepakatan: Kesepakatan) -> dict[str, str | None]:
    """Every isian of an agreement whose parties are filled; None where the draft has no value yet."""
    k, r = kesepakatan, kesepakatan.rangkap
    bermeterai = len(k.para_pihak) if r.bermeterai is None else r.bermeterai
    result: dict[str, str | None] = {
        "jenis": k.jenis,
        "judul": k.judul,
        "judul_kapital": k.judul.upper(),
        "para_pihak": merge([p.nama for p in k.para_pihak]),
        "sebutan_para_pihak": merge([p.sebutan or "" for p in k.para_pihak]),
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
    for name, function in _TANGGAL.items():
        result[f"penandatanganan.{name}"] = (
            function(k.penandatanganan.tanggal) if k.penandatanganan.tanggal else None
        )
    for key, pihak in zip(k.kunci_pihak, k.para_pihak, strict=True):
        result |= {
            f"para_pihak.{key}.{name}": value
            for name, value in isian_pihak(pihak).items()
        }
    return result


_TANGGAL: Mapping[str, Callable[[date], str]] = {
    "hari": day_name,
    "tanggal": tanggal_long,
    "tanggal_terbilang": lambda t: terbilang_capitals(t.day),
    "bulan": month_name,
    "tahun_terbilang": lambda t: terbilang_capitals(t.year),
    "tanggal_angka": tanggal_angka,
}


def date_words(tanggal: date | None) -> dict[str, str]:
    """A day in every wording an opening needs: hari, tanggal, tanggal_terbilang, …; dots where there is none yet."""
    return {
        name: function(tanggal) if tanggal else POINT
        for name, function in _TANGGAL.items()
    }


def fill_function(name: str, content: str) -> str | None:
    """`[[bilangan 5]]`, `[[rupiah 10000]]`, `[[tanggal 2022-06-16]]`; None when `nama` is no such function.

    Raises:
        WrongIsian: the argument is no whole number or no date.
    """
    if name == "tanggal":
        try:
            return tanggal_long(parse_iso(content))
        except ValueError:
            raise WrongIsian(
                f'"{content}" bukan tanggal',
                "tulis TTTT-BB-HH, mis. [[tanggal 2022-06-16]]",
            ) from None
    if name not in FUNCTION:
        return None
    angka = content.replace(".", "")
    if not (angka.isascii() and angka.isdigit() and len(angka) <= 15):
        raise WrongIsian(
            f'"{content}" bukan bilangan bulat',
            f"tulis angka saja, tanpa Rp dan tanpa koma: [[{name} 10000]]",
        )
    return angka_terbilang(int(angka)) if name == "bilangan" else rupiah(int(angka))
