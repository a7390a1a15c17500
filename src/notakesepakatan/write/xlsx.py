"""Rows of plain data → XLSX: dates as dates, numbers as numbers, text as text that is never a formula."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font

_WAKTU = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed mark, so that the same rows give the same bytes


def write_lembar(judul: str, kolom: Mapping[str, int], baris: Sequence[Mapping[str, object]]) -> bytes:
    """One sheet with a heading row that stays in view and can be filtered.

    Args:
        judul: name of the sheet, at most 31 characters.
        kolom: keys of the rows in order, with the widths of their columns in characters.
        baris: the rows; lists are joined by "; ".
    """
    buku = Workbook()
    buku.properties.created = buku.properties.modified = _WAKTU
    lembar = buku.active
    if lembar is None:
        raise TypeError("a new workbook has one sheet")
    lembar.title = judul[:31]
    for i, (nama, lebar) in enumerate(kolom.items(), 1):
        sel = lembar.cell(1, i, nama)
        sel.font = Font(bold=True)
        lembar.column_dimensions[sel.column_letter].width = lebar
    for n, isi in enumerate(baris, 2):
        for i, nama in enumerate(kolom, 1):
            _fill(lembar.cell(n, i), isi.get(nama))
    lembar.freeze_panes = "A2"
    lembar.auto_filter.ref = lembar.dimensions
    hasil = BytesIO()
    buku.save(hasil)
    return _timeless(hasil.getvalue())


def _fill(sel: Any, nilai: object) -> None:
    if isinstance(nilai, date):
        sel.value = nilai
        sel.number_format = "yyyy-mm-dd"
    elif isinstance(nilai, int):
        sel.value = nilai
    elif nilai is not None:
        teks = "; ".join(map(str, nilai)) if isinstance(nilai, (list, tuple)) else str(nilai)
        sel.value = ILLEGAL_CHARACTERS_RE.sub("", teks)
        sel.data_type = "s"
        sel.alignment = Alignment(wrap_text=True, vertical="top")


def _timeless(isi: bytes) -> bytes:
    """The same package without the clock in its zip entries and properties."""
    hasil = BytesIO()
    with ZipFile(BytesIO(isi)) as asal, ZipFile(hasil, "w") as tujuan:
        for nama in asal.namelist():
            data = asal.read(nama)
            if nama == "docProps/core.xml":
                kini, lama = data.find(b"<dcterms:modified"), data.find(b"</dcterms:modified>")
                awal = data.find(b">", kini) + 1
                data = data[:awal] + b"2000-01-01T00:00:00Z" + data[lama:]
            info = ZipInfo(nama, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            tujuan.writestr(info, data)
    return hasil.getvalue()
