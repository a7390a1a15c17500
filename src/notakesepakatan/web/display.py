"""Words and names that every template has: dates, days left, the menu."""

from datetime import date
from typing import Any, NamedTuple

from flask import Flask

from notakesepakatan.desk.accounts import Role
from notakesepakatan.errors import NotaError
from notakesepakatan.load.adendum.riwayat import LoadedAdendum
from notakesepakatan.web.context import desk, short_paths, today, user, workspace
from notakesepakatan.web.not_saved import not_saved
from notakesepakatan.words.provisional import mark_meaning, marked
from notakesepakatan.words.tanggal import day_name, left_words, tanggal_long
from notakesepakatan.zona import as_office_time


class MenuItem(NamedTuple):
    """A page in the menu, and who may see it there."""

    words: str
    endpoint: str
    role: Role


_MENU = (
    MenuItem("Daftar", "daftar.page", "pembaca"),
    MenuItem("Kalender", "kalender.page", "pembaca"),
    MenuItem("Surat", "surat.page", "pembaca"),
    MenuItem("Kesepakatan baru", "baru.page", "penyusun"),
    MenuItem("Masukkan yang sudah ada", "masukkan.page", "penyusun"),
    MenuItem("Alat", "alat.page", "pembaca"),
    MenuItem("Jejak", "jejak.page", "pengesah"),
)

_TENGGAT = {
    "berakhir": "Berakhir",
    "pemberitahuan": "Batas pemberitahuan",
    "tahun-rencana-kerja": "Tahun baru Rencana Kerja",
}


def register_display(app: Flask) -> None:
    """Filters and names of the templates."""
    app.jinja_env.filters |= {
        "tanggal": _day_words,
        "hari": day_name,
        "waktu_kantor": _office_time,
        "sisa": days_left,
        "tenggat": tenggat_words,
        "jalur": short_paths,
        "nama_adendum": adendum_words,
        "bertanda": marked,
        "arti_tanda": mark_meaning,
    }
    app.context_processor(_names)


def _names() -> dict[str, Any]:
    return {
        "menu": [item for item in _MENU if user().may(item.role)],
        "user": user(),
        "login_required": desk().login_required,
        "today": _today_if_known(),
        "not_saved": not_saved,
    }


def _today_if_known() -> date | None:
    """Today; None on the page that says the settings are wrong."""
    try:
        return today()
    except NotaError:
        return None


def _office_time(text: str) -> str:
    return as_office_time(text, workspace().zona)


def _day_words(day: date | None) -> str:
    return tanggal_long(day) if day else "–"


def adendum_words(loaded: LoadedAdendum) -> str:
    """The name of an adendum, and whether it corrects or only revokes.

    "Adendum Kedua (perbaikan)".
    """
    if loaded.adendum.only_revokes:
        return f"{loaded.name} (pencabutan)"
    is_perbaikan = loaded.adendum.jenis == "perbaikan"
    return f"{loaded.name} (perbaikan)" if is_perbaikan else loaded.name


def days_left(day: date | None) -> str:
    """A day seen from today: "3 hari lagi", "hari ini", "lewat 2 hari"."""
    return left_words((day - today()).days) if day else "–"


def tenggat_words(kind: str) -> str:
    """A kind of deadline as an officer calls it.

    "berita-acara-kahar" is "Berita acara kahar".
    """
    return _TENGGAT.get(kind, kind.replace("-", " ").capitalize())
