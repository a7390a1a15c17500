"""Words and names that every template has: dates, days left, the menu."""

from datetime import date

from flask import Flask, current_app

from notakesepakatan.compose.adendum.papers import name_of
from notakesepakatan.desk.accounts import Peran
from notakesepakatan.load.adendum import AdendumTermuat
from notakesepakatan.web.context import desk, hari_ini, pengguna, short_paths
from notakesepakatan.words.tanggal import nama_hari, tanggal_panjang

_MENU: tuple[tuple[str, str, Peran], ...] = (
    ("Daftar", "daftar.halaman", "pembaca"),
    ("Kalender", "kalender.halaman", "pembaca"),
    ("Surat", "surat.halaman", "pembaca"),
    ("Kesepakatan baru", "baru.halaman", "penyusun"),
    ("Alat", "alat.halaman", "pembaca"),
    ("Jejak", "jejak.halaman", "pembaca"),
)

_TENGGAT = {"berakhir": "Berakhir", "pemberitahuan": "Batas pemberitahuan", "tahun-rencana-kerja": "Tahun baru Rencana Kerja"}


def register_display(app: Flask) -> None:
    """Filters and names of the templates."""
    app.jinja_env.filters |= {
        "tanggal": lambda hari: tanggal_panjang(hari) if hari else "–",
        "hari": nama_hari,
        "sisa": days_left,
        "tenggat": deadline_words,
        "jalur": short_paths,
        "nama_adendum": adendum_words,
    }
    app.context_processor(
        lambda: {
            "menu": [satu for satu in _MENU if satu[1] in current_app.view_functions and pengguna().may(satu[2])],
            "pengguna": pengguna(),
            "wajib_masuk": desk().wajib_masuk,
            "hari_ini": hari_ini(),
            "ada": lambda nama: nama in current_app.view_functions,
        }
    )


def adendum_words(a: AdendumTermuat) -> str:
    """The name of an adendum, and whether it is a correction: "Adendum Kedua (perbaikan)"."""
    return f"{name_of(a)} (perbaikan)" if a.adendum.jenis == "perbaikan" else name_of(a)


def days_left(hari: date | None) -> str:
    """A day seen from today: "3 hari lagi", "hari ini", "lewat 2 hari"."""
    if hari is None:
        return "–"
    sisa = (hari - hari_ini()).days
    if sisa == 0:
        return "hari ini"
    return f"{sisa} hari lagi" if sisa > 0 else f"lewat {-sisa} hari"


def deadline_words(jenis: str) -> str:
    """A kind of deadline as an officer calls it: "berita-acara-kahar" -> "Berita acara kahar"."""
    return _TENGGAT.get(jenis, jenis.replace("-", " ").capitalize())
