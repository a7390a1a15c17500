"""A register as bureaus keep them, made by chance of a seed, with what it truly says.

Two sheets with titles above and heads of two lines, merged cells, several parties in a cell, and dates in every form and order.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from random import Random
from typing import Any

from dateutil.relativedelta import relativedelta
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from notakesepakatan.words.numbers import roman
from notakesepakatan.words.tanggal import tanggal_long

_MONTH = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Mei",
    "Jun",
    "Jul",
    "Agt",
    "Sep",
    "Okt",
    "Nov",
    "Des",
)
_ZERO = date(1899, 12, 30)
_WHAT = (
    "Pelayanan Kesehatan",
    "Pengolahan Sampah",
    "Pemanfaatan Data",
    "Pendidikan Tinggi",
    "Perlindungan Pekerja",
    "Pemungutan Pajak",
)
_WHERE = (
    "Pasar",
    "Pesisir",
    "Terpadu",
    "Perdesaan",
    "Perkotaan",
    "Digital",
    "Berkelanjutan",
)
_PIHAK = (
    "PT Bersih Lestari",
    "Universitas Contoh",
    "RSUD Melati",
    "Dinas Kependudukan dan Pencatatan Sipil",
    "BPJS Kesehatan Cabang Contoh",
)


@dataclass(frozen=True)
class Truth:
    """What one row truly says; `end` is None where it has no last day."""

    sheet: str
    row: int
    nomor: str
    begin: date
    end: date | None
    pihak: tuple[str, ...]


def _text(day: date) -> str:
    return f"{day.day} {_MONTH[day.month - 1]} {day:%y}"


_FORMS: tuple[Callable[[date], Any], ...] = (
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: f"{day:%m/%d/%Y}",
    lambda day: f"{day:%d-%m-%Y}",
    lambda day: f"{day:%Y-%m-%d}",
    tanggal_long,
    _text,
    lambda day: day,
    lambda day: (day - _ZERO).days,
    lambda day: str((day - _ZERO).days),
)
_ENDLESS = ("0000-00-00", "sampai sekarang", "tidak terbatas", "tanpa batas waktu")


def make_register(count: int, seed: int = 20) -> tuple[bytes, list[Truth]]:
    """A workbook of so many agreements, and what it says."""
    chance = Random(seed)  # noqa: S311 - no secret
    book = Workbook()
    truths = list[Truth]()
    first = book.active
    assert first is not None
    first.title = "PKS"
    second = book.create_sheet("MoU")
    for sheet, many in ((first, count - count // 3), (second, count // 3)):
        _head(sheet)
        for i in range(many):
            truths.append(_row(sheet, i, chance))
    content = BytesIO()
    book.save(content)
    return content.getvalue(), truths


def _head(sheet: Worksheet) -> None:
    sheet.append(["REKAPITULASI KERJA SAMA DAERAH"])
    sheet.merge_cells("A1:I1")
    sheet.append([f"Keadaan sampai dengan Oktober 2026, lembar {sheet.title}"])
    sheet.append([])
    sheet.append(
        [
            "No",
            "Nomor Naskah",
            "Tentang",
            "Para Pihak",
            "Waktu",
            None,
            "Masa Berlaku",
            "Perangkat Daerah",
            "Ket.",
        ]
    )
    sheet.append([None, None, None, None, "Mulai", "Berakhir"])
    sheet.merge_cells("E4:F4")
    for column in "ABCDGHI":
        sheet.merge_cells(f"{column}4:{column}5")
    sheet.append([f"({number})" for number in range(1, 10)])


def _row(sheet: Worksheet, i: int, chance: Random) -> Truth:
    begin = date(2021, 1, 1) + timedelta(days=chance.randrange(365 * 5))
    years = chance.randint(1, 5)
    end: date | None = (
        begin + relativedelta(years=years) - timedelta(days=chance.randint(0, 1))
    )
    month = f"/{roman(begin.month)}" if chance.random() < 0.5 else ""
    nomor = f"{100 + i}/{sheet.title.upper()}{month}/{begin.year}"
    pihak = (
        "Pemerintah Kabupaten Contoh",
        *chance.sample(_PIHAK, chance.randint(1, 2)),
    )
    joined = chance.choice(("\n", "; ", ";\n")).join(pihak)
    title = f"{chance.choice(_WHAT)} {chance.choice(_WHERE)} {i}"
    kind = chance.random()
    if kind > 0.8:
        end = begin + timedelta(days=chance.randint(20, 1500))
    first: Any = chance.choice(_FORMS)(begin)
    assert end is not None
    last: Any = chance.choice(_FORMS)(end)
    term = f"{years} tahun" if kind <= 0.8 and chance.random() < 0.4 else ""
    if kind < 0.1:
        last, term, end = chance.choice(_ENDLESS), "", None
    elif kind < 0.2:
        first, last = f"{begin:%d-%m-%Y} s.d. {end:%d-%m-%Y}", None
    sheet.append(
        [
            i + 1,
            nomor,
            title,
            joined,
            first,
            last,
            term,
            chance.choice(("DLH", "Dinas Kesehatan; RSUD")),
            "",
        ]
    )
    return Truth(sheet.title, sheet.max_row, nomor, begin, end, pihak)
