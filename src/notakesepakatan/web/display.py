"""Words and names that every template has: dates, days left, the menu."""

from datetime import date

from flask import Flask, current_app

from notakesepakatan.compose.adendum.papers import name_of
from notakesepakatan.desk.accounts import Role
from notakesepakatan.load.adendum import LoadedAdendum
from notakesepakatan.web.context import desk, short_paths, today, user
from notakesepakatan.words.tanggal import day_name, tanggal_long

_MENU: tuple[tuple[str, str, Role], ...] = (
    ("Daftar", "daftar.page", "pembaca"),
    ("Kalender", "kalender.page", "pembaca"),
    ("Surat", "surat.page", "pembaca"),
    ("Kesepakatan baru", "baru.page", "penyusun"),
    ("Alat", "alat.page", "pembaca"),
    ("Jejak", "jejak.page", "pembaca"),
)

_TENGGAT = {
    "berakhir": "Berakhir",
    "pemberitahuan": "Batas pemberitahuan",
    "tahun-rencana-kerja": "Tahun baru Rencana Kerja",
}


def register_display(app: Flask) -> None:
    """Filters and names of the templates."""
    app.jinja_env.filters |= {
        "tanggal": lambda day: tanggal_long(day) if day else "–",
        "hari": day_name,
        "sisa": days_left,
        "tenggat": deadline_words,
        "jalur": short_paths,
        "nama_adendum": adendum_words,
    }
    app.context_processor(
        lambda: {
            "menu": [
                one
                for one in _MENU
                if one[1] in current_app.view_functions and user().may(one[2])
            ],
            "pengguna": user(),
            "wajib_masuk": desk().login_required,
            "hari_ini": today(),
            "ada": lambda name: name in current_app.view_functions,
        }
    )


def adendum_words(a: LoadedAdendum) -> str:
    """The name of an adendum, and whether it is a correction: "Adendum Kedua (perbaikan)"."""
    return f"{name_of(a)} (perbaikan)" if a.adendum.jenis == "perbaikan" else name_of(a)


def days_left(day: date | None) -> str:
    """A day seen from today: "3 hari lagi", "hari ini", "lewat 2 hari"."""
    if day is None:
        return "–"
    rest = (day - today()).days
    if rest == 0:
        return "hari ini"
    return f"{rest} hari lagi" if rest > 0 else f"lewat {-rest} hari"


def deadline_words(kind: str) -> str:
    """A kind of deadline as an officer calls it: "berita-acara-kahar" -> "Berita acara kahar"."""
    return _TENGGAT.get(kind, kind.replace("-", " ").capitalize())
