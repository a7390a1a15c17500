"""Rows of plain data → XLSX: dates as dates, numbers as numbers, text as text that is
never a formula.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font

_TIME = datetime(2000, 1, 1)  # noqa: DTZ001
"""Of every sheet, so that the same rows give the same bytes."""


def write_xlsx(
    judul: str, column: Mapping[str, int], line: Sequence[Mapping[str, object]]
) -> bytes:
    """One sheet with a heading row that stays in view and can be filtered.

    Args:
        judul: name of the sheet, at most 31 characters.
        column: keys of the rows in order, with the widths of their columns in characters.
        line: the rows; lists are joined by "; ".
    """
    book = Workbook()
    book.properties.created = book.properties.modified = _TIME
    sheet = book.active
    if sheet is None:
        raise TypeError("a new workbook has one sheet")
    sheet.title = judul[:31]
    for i, (name, width) in enumerate(column.items(), 1):
        cell = sheet.cell(1, i, name)
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width
    for n, content in enumerate(line, 2):
        for i, name in enumerate(column, 1):
            _fill(sheet.cell(n, i), content.get(name))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    result = BytesIO()
    book.save(result)
    return _timeless(result.getvalue())


def _fill(cell: Any, value: object) -> None:
    if isinstance(value, date):
        cell.value = value
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, int | float):
        cell.value = value
    elif value is not None:
        text = (
            "; ".join(map(str, value))
            if isinstance(value, (list, tuple))
            else str(value)
        )
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _timeless(content: bytes) -> bytes:
    """The same package without the clock in its zip entries and properties."""
    result = BytesIO()
    with ZipFile(BytesIO(content)) as origin, ZipFile(result, "w") as target:
        for name in origin.namelist():
            data = origin.read(name)
            if name == "docProps/core.xml":
                element = data.find(b"<dcterms:modified")
                start = data.find(b">", element) + 1
                end = data.find(b"</dcterms:modified>")
                data = data[:start] + b"2000-01-01T00:00:00Z" + data[end:]
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, data)
    return result.getvalue()
