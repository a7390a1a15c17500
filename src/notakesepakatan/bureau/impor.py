"""A register that the bureau kept elsewhere in, its agreements as facts out.

First everything is read and shown (`examine_register`), then what is certain is written as
one act (`take_in`), which `take_back` undoes.
"""

from dataclasses import dataclass

from notakesepakatan.compute.intake.heads import Column, table_of
from notakesepakatan.compute.intake.lines import Line, lines_of
from notakesepakatan.compute.intake.rows import Decided, ReadRow, read_rows
from notakesepakatan.compute.intake.sheet import Book
from notakesepakatan.errors import NotaError


class NoTable(NotaError):
    """A file in which no row is the head of a register."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name}: tidak ditemukan baris judul kolom; pastikan satu baris memuat "
            "nama kolom seperti Nomor, Judul, Mitra, Tanggal Mulai, Tanggal Berakhir"
        )


@dataclass(frozen=True)
class ReadRegister:
    """A register as it was read.

    Attributes:
        name: the file's.
        columns: its columns, those of all sheets; of the same head and key once.
        rows: its rows.
        lines: the agreements of them.
        unread: what was not read and why, in Indonesian.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[ReadRow, ...]
    lines: tuple[Line, ...]
    unread: tuple[str, ...]

    def data(self) -> dict[str, object]:
        """All that was read as plain data."""
        return {
            "kolom": [column.data() for column in self.columns],
            "baris": [row.data() for row in self.rows],
        }


def read_register_book(book: Book, decided: Decided) -> ReadRegister:
    """The agreements of a book.

    Raises:
        NoTable: no sheet of it has a head.
    """
    columns = dict[tuple[str, str], Column]()
    rows = list[ReadRow]()
    unread = list(book.unread)
    found = False
    for sheet in book.sheets:
        table = table_of(sheet, decided.columns)
        if table is None:
            unread.append(f"lembar {sheet.name}: tidak ada baris judul kolom")
            continue
        found = True
        for column in table.columns:
            columns.setdefault((column.name, column.head), column)
        rows += read_rows(table, decided)
    if not found:
        raise NoTable(book.name)
    lines = lines_of(rows, decided)
    return ReadRegister(
        book.name, tuple(columns.values()), tuple(rows), tuple(lines), tuple(unread)
    )
