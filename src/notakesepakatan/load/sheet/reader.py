"""A file of sheets in, its cells out."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path, PurePath
from typing import Any

from notakesepakatan.compute.intake.sheet import Book, Cell, Sheet
from notakesepakatan.errors import CannotRead, NotaError
from notakesepakatan.load.sheet.bounds import FILE_LIMIT, SECONDS
from notakesepakatan.load.sheet.separated import read_separated

SHEET_KINDS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv")
"""Endings of the files that can be read."""
_SEPARATED = (".csv", ".tsv")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_REFUSED = {
    "terkunci": "terkunci dengan kata sandi; buka dengan Excel, hapus kata sandinya "
    "(File, Info, Protect Workbook), simpan, lalu coba lagi",
    "terlalu besar": "terlalu besar setelah dibuka; salin baris yang diperlukan ke "
    "berkas baru, lalu coba lagi",
    "rusak": "rusak atau bukan lembar kerja; buka dengan Excel, simpan kembali, lalu "
    "coba lagi",
}


class UnreadableSheet(NotaError):
    """A file of sheets that cannot be read."""

    def __init__(self, name: str, sebab: str) -> None:
        super().__init__(f"{name}: tidak dapat dibaca: {sebab}")


def read_sheet_file(file: Path) -> bytes:
    """The bytes of a file, which may not be too many.

    Raises:
        UnreadableSheet: more than 50 MB.
        CannotRead: no such file.
    """
    try:
        if file.stat().st_size > FILE_LIMIT:
            raise UnreadableSheet(str(file), "lebih dari 50 MB")
        return file.read_bytes()
    except OSError as cause:
        raise CannotRead(file, cause) from None


def read_book(name: str, content: bytes) -> Book:
    """The sheets of a file.

    Args:
        name: its name; the ending tells what it is.
        content: its bytes.

    Raises:
        UnreadableSheet: another kind of file, or a broken, locked or too large one.
    """
    kind = PurePath(name).suffix.lower()
    if PurePath(name).name.startswith("~$"):
        raise UnreadableSheet(
            name, "penanda bahwa Excel sedang membuka berkas lain; pilih berkas itu"
        )
    if kind not in SHEET_KINDS:
        known = ", ".join(SHEET_KINDS[:-1])
        raise UnreadableSheet(name, f"hanya {known}, dan {SHEET_KINDS[-1]}")
    if len(content) > FILE_LIMIT:
        raise UnreadableSheet(name, "lebih dari 50 MB")
    if not content.strip():
        raise UnreadableSheet(name, "berkas kosong")
    if kind in _SEPARATED:
        try:
            return read_separated(PurePath(name).name, content)
        except ValueError:
            raise UnreadableSheet(name, "isinya bukan teks") from None
    if content.startswith(_COMPOUND) and _LOCKED in content:
        raise UnreadableSheet(name, _REFUSED["terkunci"])
    return book_of(name, _asked(name, content))


def _asked(name: str, content: bytes) -> dict[str, Any]:
    """What the process says that reads the file."""
    command = [sys.executable, "-m", "notakesepakatan.load.sheet.worker"]
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter, and a module of ours
            command, input=content, capture_output=True, timeout=SECONDS, check=False
        )
        told: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        message = f"belum selesai dibaca setelah {SECONDS} detik"
        raise UnreadableSheet(name, message) from None
    except ValueError:
        # It ended before it could say anything: it asked for too much memory.
        return {"refused": "terlalu besar"}
    return told


def book_of(name: str, told: dict[str, Any]) -> Book:
    """The book of what was told of a file.

    Raises:
        UnreadableSheet: it was refused, or there is nothing in it.
    """
    if "refused" in told:
        raise UnreadableSheet(name, _REFUSED[told["refused"]])
    sheets = tuple(
        Sheet(
            one["name"],
            [[_cell(value) for value in row] for row in one["rows"]],
            [(top, left, bottom, right) for top, left, bottom, right in one["merged"]],
            told["starts_1904"],
        )
        for one in told["sheets"]
    )
    filled = tuple(
        sheet
        for sheet in sheets
        if any(cell.text for row in sheet.rows for cell in row)
    )
    unread, hidden = tuple(told["unread"]), tuple(told["hidden"])
    return Book(PurePath(name).name, filled, unread, hidden)


def _cell(value: Any) -> Cell:
    if isinstance(value, list):
        day = date.fromisoformat(value[0])
        return Cell(value[0], day)
    if isinstance(value, (int, float)):
        whole = int(value) if value == int(value) else value
        return Cell(str(whole), number=float(value))
    return Cell(str(value).strip())
