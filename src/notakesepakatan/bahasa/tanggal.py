"""Dates in Indonesian words. Month and day names are babel's (CLDR, locale `id`); dates, never times."""

from datetime import date

from babel.dates import format_date

from notakesepakatan.bahasa.bilangan import terbilang


def tanggal_panjang(tanggal: date) -> str:
    """Day, month name, year: "16 Juni 2022"."""
    return format_date(tanggal, "d MMMM y", locale="id")


def nama_hari(tanggal: date) -> str:
    """Weekday: "Kamis"."""
    return format_date(tanggal, "EEEE", locale="id")


def nama_bulan(tanggal: date) -> str:
    """Month: "Juni"."""
    return format_date(tanggal, "MMMM", locale="id")


def tanggal_angka(tanggal: date) -> str:
    """Digits as in the opening of an agreement: "16-06-2022"."""
    return tanggal.strftime("%d-%m-%Y")


def terbilang_kapital(bilangan: int) -> str:
    """Words with capitals, as the opening spells day and year: 16 -> "Enam Belas"."""
    return terbilang(bilangan).title()
