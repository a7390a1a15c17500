"""The process that reads one file of sheets: its bytes on stdin, its cells on stdout.

It bounds its own memory first. The library allocates every cell between the first and the
last: one cell at the far end of a sheet would ask for gigabytes, which ends here and not in
whoever asked.
"""

import json
import re
import resource
import sys
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from notakesepakatan.load.sheet.bounds import (
    CELL_LENGTH,
    COLUMN_LIMIT,
    MEMORY,
    ROW_LIMIT,
    SHEET_LIMIT,
    UNPACKED_LIMIT,
)
from notakesepakatan.load.sheet.hidden import Parts, hidden_parts, hidden_words

_FORMULA = re.compile(rb"<f[ >/](?:(?!</c>).){0,8192}?</c>", re.DOTALL)
_RESULT = re.compile(rb"<v>[^<]")
_STARTS_1904 = re.compile(rb"""<workbookPr[^>]*date1904=["'](?:1|true)["']""")


def main() -> None:
    """Read stdin, write what became of it as JSON."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    print(json.dumps(read(sys.stdin.buffer.read())))


def read(content: bytes) -> dict[str, Any]:
    """The sheets of a file as plain data, or under `refused` why it is not read."""
    try:
        return _read(content)
    except PasswordError:
        return {"refused": "terkunci"}
    except MemoryError:
        return {"refused": "terlalu besar"}
    except Exception:  # whatever a broken file does to the library is the file's fault
        return {"refused": "rusak"}


def _read(content: bytes) -> dict[str, Any]:
    unread, starts_1904 = list[str](), False
    hidden, parts = list[str](), Parts()
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as package:
            if _unpacked_size(package) > UNPACKED_LIMIT:
                return {"refused": "terlalu besar"}
            unread += _without_result(package)
            starts_1904 = _counts_from_1904(package)
            parts = hidden_parts(package)
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    sheets = list[dict[str, Any]]()
    visible = {
        each.name: each.visible == SheetVisibleEnum.Visible
        for each in book.sheets_metadata
        if each.typ == SheetTypeEnum.WorkSheet
    }
    names = list(visible)
    if len(names) > SHEET_LIMIT:
        unread.append(f"lembar setelah lembar ke-{SHEET_LIMIT}")
    for name in names[:SHEET_LIMIT]:
        sheet = book.get_sheet_by_name(name)
        unread += _beyond_limits(name, sheet)
        held = _content_of(sheet)
        sheets.append({"name": name, **held})
        if not visible[name]:
            hidden.append(f"lembar {name}")
        hidden += hidden_words(name, held["rows"], parts.get(name, (set(), set())))
    told = {"unread": unread, "hidden": hidden, "starts_1904": starts_1904}
    return {"sheets": sheets, **told}


def _unpacked_size(package: ZipFile) -> int:
    return sum(part.file_size for part in package.infolist())


def _beyond_limits(name: str, sheet: CalamineSheet) -> list[str]:
    """What of a sheet is not read since there is too much of it."""
    told = list[str]()
    if sheet.total_height > ROW_LIMIT:
        told.append(f"lembar {name}: baris setelah baris ke-{ROW_LIMIT}")
    if sheet.total_width > COLUMN_LIMIT:
        told.append(f"lembar {name}: kolom setelah kolom ke-{COLUMN_LIMIT}")
    return told


def _content_of(sheet: CalamineSheet) -> dict[str, Any]:
    """Its rows, and the first and last cell of each merged range."""
    rows = [[_plain(value) for value in row[:COLUMN_LIMIT]] for row in _top_rows(sheet)]
    merged = [[*first, *last] for first, last in sheet.merged_cell_ranges or ()]
    return {"rows": rows, "merged": merged}


def _top_rows(sheet: CalamineSheet) -> list[list[Any]]:
    """Its rows from the first of the file on, as many as are read."""
    rows: list[list[Any]] = sheet.to_python(skip_empty_area=False)
    return rows[:ROW_LIMIT]


def _plain(value: object) -> Any:
    """A cell as JSON: a text, a number, or a day in a list of its own."""
    if isinstance(value, datetime):
        return [value.date().isoformat()]
    if isinstance(value, date):
        return [value.isoformat()]
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, (int, float)):
        return value
    return str(value)[:CELL_LENGTH]


def _without_result(package: ZipFile) -> list[str]:
    """Formulas whose result no program has stored, by part of the package."""
    told = list[str]()
    for name in package.namelist():
        if not name.startswith("xl/worksheets/") or not name.endswith(".xml"):
            continue
        formulas = _FORMULA.findall(package.read(name))
        missing = sum(not _RESULT.search(formula) for formula in formulas)
        if missing:
            told.append(
                f"{missing} sel berisi rumus tanpa hasil; buka dengan Excel, simpan, "
                "lalu impor kembali"
            )
    return told


def _counts_from_1904(package: ZipFile) -> bool:
    try:
        return bool(_STARTS_1904.search(package.read("xl/workbook.xml")))
    except (KeyError, BadZipFile):
        return False


if __name__ == "__main__":
    main()
