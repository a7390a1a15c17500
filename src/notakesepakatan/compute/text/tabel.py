"""A table in, its cells as they stand on paper out: numbers grouped, sums computed."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from notakesepakatan.model.tabel import Tabel, TabelColumn, cells_of
from notakesepakatan.place import DataPath, at
from notakesepakatan.temuan import Problem
from notakesepakatan.words.numbers import thousands

_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,(\d{1,4}))?")
_RUPIAH = re.compile(r"Rp\.? ?")
_NOTHING = ("", "-", "–")
"""Cells of a column of numbers that count as none."""

_NARROWEST = 5
_WIDEST = 34
"""Letters that the width of a column is reckoned from, at least and at most."""


class PrintedColumn(NamedTuple):
    """A column as it stands on paper.

    Attributes:
        judul: its heading.
        width: of the width of the table, in percent.
        counted: whether it holds numbers, which stand at the right.
    """

    judul: str
    width: float
    counted: bool


class PrintedTabel(NamedTuple):
    """A table as it stands on paper.

    Attributes:
        columns: its columns.
        rows: the cells of each row.
        sums: the cells of the row of sums; empty where there is none.
        before_sums: how many columns the word of that row goes over; 0 for none.
    """

    columns: tuple[PrintedColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    sums: tuple[str, ...]
    before_sums: int


def printed(tabel: Tabel) -> PrintedTabel:
    """A table as it stands on paper; every row has as many cells as there are columns."""
    rows = tuple(_printed_row(tabel, row) for row in tabel.baris)
    sums = _printed_sums(tabel) if tabel.summed else ()
    widths = _widths(tabel, (*rows, sums))
    columns = tuple(
        PrintedColumn(kolom.judul, width, kolom.counted)
        for kolom, width in zip(tabel.kolom, widths, strict=True)
    )
    before = next((i for i, kolom in enumerate(tabel.kolom) if kolom.jumlah), 0)
    return PrintedTabel(columns, rows, sums, before)


def _printed_row(
    tabel: Tabel,
    row: tuple[str, ...],
) -> tuple[str, ...]:
    cells = cells_of(row, len(tabel.kolom))
    return tuple(
        _printed_cell(kolom, cell)
        for kolom, cell in zip(tabel.kolom, cells, strict=True)
    )


def _printed_cell(
    kolom: TabelColumn,
    cell: str,
) -> str:
    number = read_number(cell) if kolom.counted else None
    return cell if number is None else _printed_number(kolom, number)


def _printed_sums(tabel: Tabel) -> tuple[str, ...]:
    """The sums under their columns; the word for them in front of the first."""
    cells = [
        _printed_number(kolom, column_sum(tabel, i)) if kolom.jumlah else ""
        for i, kolom in enumerate(tabel.kolom)
    ]
    if not cells[0]:
        cells[0] = tabel.kata_jumlah
    return tuple(cells)


def column_sum(
    tabel: Tabel,
    column: int,
) -> Decimal:
    """The sum of the numbers in a column, counted from 0; what is no number counts nothing.

    Nor does a row that sums the rows above it: they are counted already.
    """
    return sum((number for _, number in _counted(tabel, column)), Decimal(0))


def _counted(tabel: Tabel, column: int) -> Iterator[tuple[int, Decimal]]:
    """The numbers that a sum counts, each with its row."""
    for i, row in enumerate(tabel.baris):
        number = read_number(cells_of(row, len(tabel.kolom))[column])
        if number is not None and not is_subtotal(row):
            yield i, number


_NUMBER_HEAD = re.compile(r"no\.?|nomor|no\.? urut|nomor urut", re.IGNORECASE)
_LONGEST_CELL = 40
"""Letters of the cell that stands beside a number in the name of a row."""


def row_names(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """What the rows of a table are called: "5", "1 (Pelatihan guru)".

    By the number that is typed in a first column of numbers; where several rows have it,
    with the cell beside it; else by their place, from 1.

    Args:
        heads: the headings of the columns.
        rows: the cells of each row.
    """
    places = tuple(str(place) for place in range(1, len(rows) + 1))
    if not heads or not _NUMBER_HEAD.fullmatch(heads[0].strip()):
        return places
    numbers = [row[0].strip().removesuffix(".") if row else "" for row in rows]
    names = [
        number if numbers.count(number) == 1 else f"{number} ({_beside(row)})".strip()
        for number, row in zip(numbers, rows, strict=True)
    ]
    distinct = len(set(names)) == len(names)
    readable = all(numbers) and not any("()" in name for name in names)
    return tuple(names) if distinct and readable else places


def _beside(row: Sequence[str]) -> str:
    """The first words beside the number of a row."""
    words = next((cell.strip() for cell in row[1:] if cell.strip()), "")
    return (
        words if len(words) <= _LONGEST_CELL else f"{words[:_LONGEST_CELL].rstrip()}…"
    )


_SUBTOTAL = re.compile(r"sub[ -]?(?:jumlah|total)\b", re.IGNORECASE)


def is_subtotal(row: Sequence[str]) -> bool:
    """Whether a row says the sum of rows above it: `Subjumlah A`, `Sub Total`."""
    return any(_SUBTOTAL.match(cell) for cell in row)


def read_number(text: str) -> Decimal | None:
    """The number that a cell says; None where it says none.

    "2500000", "2.500.000", "Rp2.500.000,00", "12,5".
    """
    digits = _RUPIAH.sub("", text, count=1).removesuffix(",-")
    if not _NUMBER.fullmatch(digits):
        return None
    return Decimal(digits.replace(".", "").replace(",", "."))


def _printed_number(
    kolom: TabelColumn,
    number: Decimal,
) -> str:
    """ "Rp2.500.000,00" in a column of money, "12,5" in one of numbers."""
    whole = int(number)
    fraction = number - whole
    if kolom.jenis == "uang":
        cents = int(fraction * 100)
        return f"Rp{thousands(whole)},{cents:02}"
    behind = f"{fraction.normalize():f}".removeprefix("0.") if fraction else ""
    return f"{thousands(whole)},{behind}" if behind else thousands(whole)


def _widths(
    tabel: Tabel,
    rows: tuple[tuple[str, ...], ...],
) -> tuple[float, ...]:
    """Widths of the columns in percent, wider where more is said."""
    letters = list[int]()
    for i, kolom in enumerate(tabel.kolom):
        texts = [kolom.judul, *(row[i] for row in rows if row)]
        longest_word = max(
            len(word) for text in texts for word in (text.split() or [""])
        )
        longest_cell = max(len(text) for text in texts[1:])
        wanted = max(longest_word, min(longest_cell, _WIDEST))
        letters.append(max(wanted, _NARROWEST))
    return tuple(round(100 * many / sum(letters), 3) for many in letters)


def check_tabel(
    tabel: Tabel,
    path: DataPath,
) -> Iterator[Problem]:
    """Rows of another length, cells that are no numbers, sums that are not those typed.

    Args:
        tabel: the table as typed.
        path: where it stands in the data.
    """
    for i, row in enumerate(tabel.baris):
        yield from _check_row(tabel, row, (*path, "baris", i))
    said = tabel.terjemahan
    for i, row in enumerate(said.baris if said else ()):
        yield from _check_row(tabel, row, (*path, "terjemahan", "baris", i))
    for i, kolom in enumerate(tabel.kolom):
        if kolom.jumlah:
            yield from _check_sum(tabel, i, (*path, "kolom", i, "jumlah"))
            yield from _check_subtotals(tabel, i, path)


def _check_row(
    tabel: Tabel,
    row: tuple[str, ...],
    path: DataPath,
) -> Iterator[Problem]:
    many = len(tabel.kolom)
    if len(row) != many:
        message = f"baris ini punya {len(row)} sel, padahal tabelnya {many} kolom"
        saran = (
            "tambah atau hapus sel; sel yang kosong ditulis kosong di antara tanda |"
        )
        yield Problem(at(*path), "tabel", message, saran)
        return
    for j, (kolom, cell) in enumerate(zip(tabel.kolom, row, strict=True)):
        if kolom.counted and cell not in _NOTHING and read_number(cell) is None:
            message = f'"{cell}" bukan bilangan, padahal kolom {kolom.judul} berisi '
            saran = "tulis angkanya saja, mis. 2500000, atau ubah jenis kolomnya: teks"
            yield Problem(at(*path, j), "tabel", f"{message}{kolom.jenis}", saran)


def _check_subtotals(tabel: Tabel, column: int, path: DataPath) -> Iterator[Problem]:
    """Rows that sum the rows above them: since the one before, or all of them."""
    kolom = tabel.kolom[column]
    counted = list(_counted(tabel, column))
    since = 0
    for i, row in enumerate(tabel.baris):
        said = read_number(cells_of(row, len(tabel.kolom))[column])
        if said is None or not is_subtotal(row):
            continue
        own = sum((number for j, number in counted if since <= j < i), Decimal(0))
        whole = sum((number for j, number in counted if j < i), Decimal(0))
        since = i
        if said not in (own, whole):
            typed, right = _printed_number(kolom, said), _printed_number(kolom, own)
            message = f"tertulis {typed}, padahal baris di atasnya berjumlah {right}"
            saran = "periksa baris ini dan baris di atasnya"
            place = at(*path, "baris", i, column)
            yield Problem(place, "tabel", message, saran)


def _check_sum(
    tabel: Tabel,
    column: int,
    path: DataPath,
) -> Iterator[Problem]:
    kolom = tabel.kolom[column]
    if not kolom.counted:
        message = f"kolom {kolom.judul} berisi teks dan tidak dapat dijumlahkan"
        saran = 'tulis "jenis: uang" atau "jenis: bilangan" pada kolom itu'
        yield Problem(at(*path), "tabel", message, saran)
        return
    if kolom.jumlah == "ya":
        return
    typed, right = read_number(kolom.jumlah or ""), column_sum(tabel, column)
    if typed is None:
        message = f'"{kolom.jumlah}" bukan ya, tidak, atau bilangan'
        yield Problem(at(*path), "tabel", message, "tulis jumlah: ya")
    elif typed != right:
        said, computed = _printed_number(kolom, typed), _printed_number(kolom, right)
        message = f"jumlah kolom {kolom.judul} tertulis {said}, padahal {computed}"
        saran = "periksa barisnya, atau tulis jumlah: ya supaya selalu dihitung"
        yield Problem(at(*path), "tabel", message, saran)
