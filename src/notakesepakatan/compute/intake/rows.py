"""A table in, its rows as they were read out: each cell with its reason, and what is asked."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from notakesepakatan.compute.intake.above import is_ditto
from notakesepakatan.compute.intake.columns import (
    RUNNING_NUMBER,
    key_of_head,
    plain_head,
)
from notakesepakatan.compute.intake.days import Meant, in_year, read_day, span_beside
from notakesepakatan.compute.intake.heads import Column, Table
from notakesepakatan.compute.intake.settle import (
    DECIDED,
    Habits,
    Settled,
    as_swapped,
    habits_of,
    settle_days,
)
from notakesepakatan.compute.intake.sheet import Cell
from notakesepakatan.compute.intake.state import settle_state
from notakesepakatan.compute.intake.unfinished import read_unfinished
from notakesepakatan.compute.intake.values import (
    is_bare,
    may_hold_more,
    numbered_parts,
    rupiah_of,
    span_of,
    split_nomor,
    split_pihak,
)
from notakesepakatan.compute.time.recorded import (
    ENDED,
    begins_as_status,
    read_recorded,
    recorded_words,
)
from notakesepakatan.model.dasar import read_lama
from notakesepakatan.model.jangka_waktu import ENDLESS
from notakesepakatan.words.names import fold

Certainty = Literal["pasti", "cukup", "tanya"]
"""Stands there plainly; chosen for a reason; asked."""
DAYS = ("tanggal", "mulai", "berakhir", "periode")
_NO_TERM = relativedelta()
_NEAR = 31
"""Days by which an end may miss its term, before that is a slip."""


@dataclass(frozen=True)
class Decided:
    """What persons decided for this office, earlier or just now.

    Attributes:
        columns: keys by heads of columns, as `plain_head` gives them.
        orders: "hari" or "bulan" by heads: what stands first in days of that column.
        cells: what a cell means, by its `mark`.
        unit: of a bare number in a column of terms.
        jenis: of agreements whose kind the file does not tell.
        office: the office's own name as a party; empty where that was not asked.
        skipped: marks of rows that are not taken in.
        same: slugs of agreements by marks of rows, that a person said are the same; empty
            for one that is another.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    orders: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""
    jenis: str = ""
    office: str = ""
    skipped: frozenset[str] = frozenset()
    same: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ReadCell:
    """A cell as it was read.

    Attributes:
        text: as it stands there.
        read: what it was read as; None where that is asked, or it says nothing.
        reason: why it was read so; empty where it stands there plainly.
        certainty: how sure that is.
        choices: what it may be, where that is asked.
        where: its place in the file: "PKS!F12".
        mark: what tells it from others, also in the next file of the office.
    """

    text: str
    read: str | None
    reason: str = ""
    certainty: Certainty = "pasti"
    choices: tuple[str, ...] = ()
    where: str = ""
    mark: str = ""

    @property
    def asked(self) -> bool:
        """Whether a person has to say what it means."""
        return self.certainty == "tanya"

    def data(self) -> dict[str, object]:
        """The cell as plain data."""
        return {
            "isi": self.text,
            "dibaca": self.read,
            "alasan": self.reason,
            "yakin": self.certainty,
        }


@dataclass(frozen=True)
class ReadRow:
    """A row as it was read.

    Attributes:
        sheet: name of its sheet.
        number: its number there, from 1.
        mark: what tells it from others, also in the next file of the office.
        cells: its cells by the name of their column.
        columns: the columns they stand in.
    """

    sheet: str
    number: int
    mark: str
    cells: Mapping[str, ReadCell]
    columns: Mapping[str, Column]

    @property
    def where(self) -> str:
        """Its place in the file: "PKS!12"."""
        return f"{self.sheet}!{self.number}" if self.sheet else str(self.number)

    @property
    def asked(self) -> tuple[ReadCell, ...]:
        """Cells of which a person has to say what they mean."""
        return tuple(cell for cell in self.cells.values() if cell.asked)

    def all_of(self, key: str) -> Iterator[ReadCell]:
        """Its cells of a key, in the order of their columns."""
        for name, cell in self.cells.items():
            if self.columns[name].key == key:
                yield cell

    def text_of(self, key: str) -> str:
        """What stands in its first cell of a key; empty where none does."""
        return next((cell.text for cell in self.all_of(key) if cell.text), "")

    def day_of(self, name: str) -> date | None:
        """The day of a cell; None where there is none."""
        read = self.cells[name].read if name in self.cells else None
        return date.fromisoformat(read) if read and _ISO.fullmatch(read) else None

    def data(self) -> dict[str, object]:
        """The row as plain data: each cell by the name of its column."""
        return {name: cell.data() for name, cell in self.cells.items()}


_BETWEEN = re.compile(r"\s(?:dan|and|&|[-–—/])\s", re.IGNORECASE)
OF_GROUP = "dari judul kelompok di atasnya"
"""The reason for what stands over a group of rows and in none of their cells."""
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR_HEAD = re.compile(r"(?:tahun|thn|year)(?: (?:kerja ?sama|ttd|penandatanganan))?")
_ENDS = ("berakhir", "periode")
"""Columns in which a year or a month alone is that of the last day."""


def read_rows(
    table: Table, decided: Decided, today: date | None = None
) -> list[ReadRow]:
    """The rows of a table, read one by one.

    With today a status that does not fit the days of its row is told or asked.
    """
    meanings = _meanings(table, decided)
    by_column = {
        column.name: [meanings[number][column.name] for number, _ in table.rows]
        for column in table.columns
        if column.key in DAYS
    }
    habits = habits_of(by_column)
    return [
        _RowReader(table, number, row, decided, habits, today).read(meanings[number])
        for number, row in table.rows
    ]


def _meanings(table: Table, decided: Decided) -> dict[int, dict[str, Meant]]:
    """What each cell of a column of days may mean, by row and column."""
    starts_1904 = table.sheet.starts_1904
    days = [column for column in table.columns if column.key in DAYS]
    return {
        number: {
            column.name: _meaning(column, row[column.place], starts_1904, year)
            for column in days
        }
        for number, row in table.rows
        for year in (_year_of(table, row),)
    }


def _meaning(
    column: Column, cell: Cell, starts_1904: bool, year: tuple[int, str] | None
) -> Meant:
    """What a cell of days may mean, with what the row says of its year."""
    meant = read_day(cell, starts_1904=starts_1904)
    if meant.kind != "tak terbaca":
        return meant
    if column.key in ("tanggal", "mulai") and year:
        found = in_year(cell.text, year[0])
        return replace(found, reason=year[1]) if found else meant
    unfinished = read_unfinished(cell.text)
    if column.key in _ENDS and unfinished and unfinished.reason:
        last = Meant("hari", (unfinished.last,), reason=unfinished.reason)
        return last if column.key == "berakhir" else Meant("rentang", ends=last)
    return meant


def _year_of(table: Table, row: Sequence[Cell]) -> tuple[int, str] | None:
    """The year of a row by a column, the sheet or its title, and where it was found.

    None where its numbers name another.
    """
    told = [
        row[column.place].text
        for column in table.columns
        if _YEAR_HEAD.fullmatch(plain_head(column.head))
    ]
    for texts, where in (
        (told, "kolom atau judul kelompoknya"),
        ((table.sheet.name,), "nama lembarnya"),
        (table.above, "judul lembarnya"),
    ):
        years = {int(year) for text in texts for year in _YEAR.findall(text)}
        if len(years) == 1 and years <= (_years_of_numbers(table, row) or years):
            (year,) = years
            return year, f"tahunnya {year}, dari {where}"
    return None


def _years_of_numbers(table: Table, row: Sequence[Cell]) -> set[int]:
    """The years that the numbers of a row name: "12/PKS/2023"."""
    numbers = (row[each.place].text for each in table.columns if each.key == "nomor")
    return {int(year) for text in numbers for year in _YEAR.findall(text)}


def row_mark(row: Sequence[Cell], columns: Sequence[Column]) -> str:
    """What tells a row from others: its numbers, else its title and parties."""
    told = {
        key: fold(" ".join(row[c.place].text for c in columns if c.key == key))
        for key in ("nomor", "judul", "pihak")
    }
    has_number = any(character.isdigit() for character in told["nomor"])
    if has_number and told["nomor"] != "0":
        return told["nomor"]
    return " | ".join(filter(None, (told["judul"], told["pihak"])))


class _RowReader:
    """One row while it is read."""

    def __init__(
        self,
        table: Table,
        number: int,
        row: Sequence[Cell],
        decided: Decided,
        habits: Habits,
        today: date | None,
    ) -> None:
        self._table = table
        self._number = number
        self._row = row
        self._decided = decided
        self._habits = habits
        self._today = today
        self._mark = row_mark(row, table.columns)

    def read(self, meant: Mapping[str, Meant]) -> ReadRow:
        """The row."""
        read = {
            column.name: self._plain(column)
            for column in self._table.columns
            if column.key not in DAYS
        }
        read |= self._days(meant, read)
        states = self._states(read)
        read |= states
        # A remark that says what became of the agreement is its status in this row.
        columns = {
            column.name: replace(column, key="status")
            if column.name in states
            else column
            for column in self._table.columns
        }
        cells = {
            name: read[name] for name in columns if read[name].text or read[name].read
        }
        sheet = self._table.sheet.name
        return ReadRow(sheet, self._number, self._mark, cells, columns)

    def _where(self, column: Column) -> str:
        sheet = f"{self._table.sheet.name}!" if self._table.sheet.name else ""
        return f"{sheet}{column.letters}{self._number}"

    def _cell_mark(self, column: Column) -> str:
        text = self._row[column.place].text
        return " | ".join((plain_head(column.head), fold(text), self._mark))

    def _made(
        self,
        column: Column,
        read: str | None,
        reason: str = "",
        certainty: Certainty = "pasti",
        choices: tuple[str, ...] = (),
    ) -> ReadCell:
        text, above = self._row[column.place].text, self._row[column.place].above
        if above and certainty == "pasti" and text:
            is_named = above == text
            as_above = f'tertulis "{above}", sama dengan di atasnya'
            as_above = OF_GROUP if is_named else as_above
            reason, certainty = "; ".join(filter(None, (as_above, reason))), "cukup"
        where, mark = self._where(column), self._cell_mark(column)
        return ReadCell(text, read, reason, certainty, choices, where, mark)

    # What is no day.

    def _plain(self, column: Column) -> ReadCell:
        """A cell that is not in a column of days."""
        text = self._row[column.place].text
        said = self._decided.cells.get(self._cell_mark(column))
        if said and column.key == "jangka_waktu":
            days = _days_said(said)
            if days:
                return self._made(column, days, DECIDED)
            return self._span(column, said, DECIDED)
        if said is not None:
            return self._made(column, said or None, DECIDED)
        if is_ditto(text) and column.key != RUNNING_NUMBER:
            reason = "menunjuk sel di atasnya, yang kosong"
            return self._made(column, None, reason, "tanya")
        if column.key == "nomor":
            return self._numbers(column, text)
        if column.key == "pihak":
            return self._para_pihak(column, text)
        if column.key == "nilai":
            return self._money(column, text)
        if column.key == "jangka_waktu":
            return self._span(column, text)
        return self._made(column, " ".join(text.split()) or None)

    def _numbers(self, column: Column, text: str) -> ReadCell:
        numbers = split_nomor(text)
        several = len(numbered_parts(self._title_text()))
        if several > 1 and several == len(numbers):
            reason = (
                f"baris ini memuat {several} judul dan {several} nomor; jadikan {several} baris "
                "dalam daftar, atau tulis nomor yang dimaksud"
            )
            return self._made(column, None, reason, "tanya", numbers)
        reason = "lebih dari satu nomor" if len(numbers) > 1 else ""
        return self._made(column, "; ".join(numbers) or None, reason)

    def _title_text(self) -> str:
        titles = (one for one in self._table.columns if one.key == "judul")
        found = next(titles, None)
        return self._row[found.place].text if found else ""

    def _para_pihak(self, column: Column, text: str) -> ReadCell:
        names, reason = split_pihak(text)
        if len(names) == 1 and _may_be_two(column.head, text):
            reason = "mungkin dua pihak; tulis dengan titik koma di antaranya"
            return self._made(column, None, reason, "tanya", (names[0],))
        if len(names) == 1 and self._stands_before(column, text):
            reason = "dua kolom pihak memuat nama yang sama; tulis pihak yang lain"
            return self._made(column, None, reason, "tanya", (names[0],))
        if len(names) > 1 and any(map(may_hold_more, names)):
            reason = "tidak pasti berapa pihak; tulis dengan titik koma di antaranya"
            return self._made(column, None, reason, "tanya", ("; ".join(names),))
        is_guessed = reason.startswith("dipisah k")
        read = "; ".join(names) or None
        return self._made(column, read, reason, _sure(not is_guessed))

    def _stands_before(self, column: Column, text: str) -> bool:
        """Whether a party stands in an earlier column too, as in cells that are merged."""
        return any(
            other.key == "pihak"
            and other.number < column.number
            and fold(self._row[other.place].text) == fold(text)
            for other in self._table.columns
        )

    def _money(self, column: Column, text: str) -> ReadCell:
        amount = rupiah_of(text)
        if amount is None and text.strip() not in ("", "-"):
            return self._made(
                column, text, "bukan bilangan rupiah; disimpan sebagai teks"
            )
        return self._made(column, None if amount is None else str(amount))

    def _span(self, column: Column, text: str, because: str = "") -> ReadCell:
        unit = self._decided.unit
        written = column.head.lower()
        unit = "tahun" if re.search(r"tahun|year|\bthn?\b", written) else unit
        unit = "bulan" if re.search(r"bulan|month|\bbln\b", written) else unit
        span = span_of(text, unit)
        if span:
            reason = f"satuannya {unit}" if is_bare(text) else because
            return self._made(column, span, reason)
        if is_bare(text):
            number = int(text)
            choices = (f"{number} tahun", f"{number} bulan")
            reason = "satuannya tidak tertulis: tahun atau bulan"
            return self._made(column, None, reason, "tanya", choices)
        meant = read_day(Cell(text))
        if meant.kind == "tanpa akhir":
            return self._made(column, ENDLESS, meant.reason or because)
        if meant.kind == "kosong":
            return self._made(column, None)
        asked = self._unfinished(column, text, None)
        if asked:
            return asked
        if any(letter.isdigit() for letter in text):
            reason = "tidak terbaca sebagai jangka waktu"
            return self._made(column, None, reason, "tanya")
        return self._made(column, text, "bukan lama; disimpan sebagai teks", "cukup")

    def _states(self, read: Mapping[str, ReadCell]) -> dict[str, ReadCell]:
        """The cells that say what became of the agreement, beside its days."""
        begin, end = _first_and_last(read)
        states = {
            column.name: self._state(column, begin, end)
            for column in self._table.columns
            if column.key == "status"
        }
        if any(cell.text for cell in states.values()):
            return states
        return states | {
            column.name: self._remark(column, begin, end)
            for column in self._table.columns
            if column.key == "keterangan"
            and begins_as_status(self._row[column.place].text)
        }

    def _remark(self, column: Column, begin: date | None, end: date | None) -> ReadCell:
        """A remark read as a status, which its column does not say that it is."""
        recorded = read_recorded(self._row[column.place].text)
        # That it ended on a day before its last is what such a remark is there to say.
        if recorded.kind not in ENDED or recorded.day is None:
            cell = self._state(column, begin, end)
            if cell.asked or cell.reason == DECIDED:
                return cell
            recorded = read_recorded(cell.read or "")
        words = recorded_words(recorded.kind, recorded.day)
        reason = f"dibaca sebagai status: {words}"
        return self._made(column, words, reason, "cukup")

    def _state(self, column: Column, begin: date | None, end: date | None) -> ReadCell:
        text = " ".join(self._row[column.place].text.split())
        said = self._decided.cells.get(self._cell_mark(column))
        found = settle_state(text, begin, end, self._today, said)
        return self._made(
            column, found.read, found.reason, found.certainty, found.choices
        )

    # Days.

    def _days(
        self, meant: Mapping[str, Meant], read: dict[str, ReadCell]
    ) -> dict[str, ReadCell]:
        """Cells of the columns of days; what they tell of the others goes into `read`."""
        columns = {c.name: c for c in self._table.columns if c.key in DAYS}
        asked_of = {
            name: self._by_order(columns[name], one) for name, one in meant.items()
        }
        parts = _parts(asked_of)
        numbers = tuple(
            nomor
            for name, cell in read.items()
            if name.partition("_")[0] == "nomor" and cell.read
            for nomor in cell.read.split("; ")
        )
        decided = self._said(columns, parts)
        span = _span_in(read) or _span_beside(asked_of)
        settled = settle_days(parts, numbers, span, self._habits, decided)
        read |= self._unit_by_days(read, settled)
        _set_aside(settled)
        _check_end(settled, span)
        return {
            name: self._day_cell(column, asked_of[name], settled)
            for name, column in columns.items()
        }

    def _unit_by_days(
        self, read: Mapping[str, ReadCell], settled: Mapping[str, Settled]
    ) -> dict[str, ReadCell]:
        """A bare number of a term, where the days of the row tell its unit."""
        cell = read.get("jangka_waktu")
        first = settled.get("mulai") or settled.get("tanggal")
        last = settled.get("berakhir")
        if not cell or not cell.asked or not first or not last:
            return {}
        if not first.day or not last.day:
            return {}
        fitting = [
            choice
            for choice in cell.choices
            if abs((last.day - first.day - _length(choice)).days) <= _NEAR
        ]
        if len(fitting) != 1:
            return {}
        reason = "satuannya sesuai tanggal mulai dan berakhirnya"
        settled_cell = replace(
            cell, read=fitting[0], reason=reason, certainty="cukup", choices=()
        )
        return {"jangka_waktu": settled_cell}

    def _by_order(self, column: Column, meant: Meant) -> Meant:
        """The order that was decided for a column, or that Excel has likely spoilt."""
        said = self._decided.cells.get(self._cell_mark(column))
        if said == "":
            return Meant("kosong", reason="diputuskan: tidak diketahui")
        if said and not _ISO.fullmatch(said):
            meant = _as_said(said)
        if column.name in self._habits.swapped:
            meant = as_swapped(meant)
        if _says_until(column, meant):
            reason = "; ".join(filter(None, ("hari berakhirnya", meant.reason)))
            ends = replace(meant, reason=reason)
            meant = Meant("rentang", (), "", "", ends)
        order = self._decided.orders.get(plain_head(column.head))
        if order and meant.doubtful:
            day = meant.days[0] if order == "hari" else meant.days[1]
            reason = f"diputuskan: {order} dahulu"
            return Meant(meant.kind, (day,), "", reason, meant.ends)
        return meant

    def _said(
        self, columns: Mapping[str, Column], parts: Mapping[str, Meant]
    ) -> dict[str, date]:
        """Days that a person chose for cells of this row."""
        said = dict[str, date]()
        for name, column in columns.items():
            chosen = self._decided.cells.get(self._cell_mark(column), "")
            days = [date.fromisoformat(one) for one in _ISO.findall(chosen)]
            if column.key == "periode" and len(days) > 1:
                said["mulai"] = days[0]
                said["berakhir"] = days[-1]
            elif days and name in parts:
                said[name] = days[0]
        return said

    def _day_cell(
        self, column: Column, meant: Meant, settled: Mapping[str, Settled]
    ) -> ReadCell:
        if column.key == "periode" or meant.kind == "rentang":
            return self._range_cell(column, meant, settled)
        if meant.kind == "tanpa akhir" and column.key == "berakhir":
            return self._made(column, ENDLESS, meant.reason, _sure(not meant.reason))
        if meant.kind in ("kosong", "tanpa akhir"):
            reason = "tidak menyebut hari" if meant.kind == "tanpa akhir" else ""
            return self._made(column, None, meant.reason and reason)
        if meant.kind == "tak terbaca":
            return self._unread(column, settled)
        return self._settled_cell(column, settled[column.name])

    def _unread(self, column: Column, settled: Mapping[str, Settled]) -> ReadCell:
        """A cell that is no day: one that a person explained, or that is asked."""
        text = self._row[column.place].text
        one = settled.get(column.name)
        if one and one.day:
            return self._settled_cell(column, one)
        said = self._decided.cells.get(self._cell_mark(column))
        if said and span_of(said):
            return self._made(column, span_of(said), DECIDED)
        if said:
            reason = f'jawaban "{said}" tidak terbaca; tulis harinya, lamanya, atau tidak terbatas'
            return self._made(column, None, reason, "tanya")
        span = span_of(text)
        if span and column.key in _ENDS:
            return self._made(column, span, "lama, bukan tanggal")
        first = settled.get("mulai") or settled.get("tanggal")
        asked = self._unfinished(column, text, first.day if first else None)
        if asked:
            return asked
        if column.key == "periode" and key_of_head(column.head) != "periode":
            return self._span(column, text)
        return self._made(column, None, "tidak terbaca sebagai tanggal", "tanya")

    def _unfinished(
        self, column: Column, text: str, begin: date | None
    ) -> ReadCell | None:
        """A cell that says only the year or month of the last day; None for any other."""
        span, rest = span_beside(text)
        found = read_unfinished(rest or text)
        last = begin + (_added(span) or _NO_TERM) if begin and span else None
        if found and last and found.first <= last <= found.last:
            return self._made(column, span, "sesuai tahun berakhirnya", "cukup")
        if found is None or column.key not in (*_ENDS, "jangka_waktu"):
            return None
        reason = "hanya menyebut bulan atau tahun berakhirnya"
        before = "" if column.key == "berakhir" else "s.d. "
        choices = tuple(f"{before}{day}" for day in found.choices(begin))
        return self._made(column, None, reason, "tanya", choices)

    def _settled_cell(self, column: Column, settled: Settled) -> ReadCell:
        choices = tuple(map(str, settled.choices))
        day = str(settled.day) if settled.day else None
        if choices:
            return self._made(column, day, settled.reason, "tanya", choices)
        return self._made(column, day, settled.reason, _sure(settled.certain))

    def _range_cell(
        self, column: Column, meant: Meant, settled: Mapping[str, Settled]
    ) -> ReadCell:
        """A cell that says first and last day together."""
        first, last = settled.get("mulai"), settled.get("berakhir")
        begin = _day_words(first)
        if meant.kind == "tak terbaca":
            return self._unread(column, settled)
        if meant.kind == "kosong":
            return self._made(column, None)
        parts = [one for one in (first, last) if one]
        reason = _reasons(parts)
        choices = tuple(str(day) for one in parts for day in one.choices)
        if choices:
            return self._made(column, None, reason, "tanya", choices)
        end = ENDLESS if _is_endless(meant) else _day_words(last)
        if meant.span and begin and not end:
            return self._made(column, f"{meant.span} sejak {begin}", reason)
        certain = all(one.certain for one in parts)
        return self._made(column, f"{begin} s.d. {end}".strip(), reason, _sure(certain))


def _days_said(answer: str) -> str:
    """The days of a term that an answer says; empty where it says none, or doubtful ones."""
    meant = read_day(Cell(answer))
    last = meant.ends if meant.kind == "rentang" else meant
    if meant.doubtful or last is None or len(last.days) != 1:
        return ""
    first = str(meant.days[0]) if meant.kind == "rentang" and meant.days else ""
    return f"{first} s.d. {last.days[0]}".strip()


def _as_said(answer: str) -> Meant:
    """What a person answered, read as the cell itself would be."""
    meant = read_day(Cell(answer))
    ends = replace(meant.ends, reason=DECIDED) if meant.ends else None
    return replace(meant, reason=DECIDED, ends=ends)


def _may_be_two(head: str, name: str) -> bool:
    """Whether a cell of all parties may name two as one: "Bupati Contoh dan Pelindo"."""
    holds_all = "para pihak" in plain_head(head)
    return holds_all and _BETWEEN.search(name) is not None


def _says_until(column: Column, meant: Meant) -> bool:
    """Whether a day alone stands in a column of terms: how long it runs."""
    says_term = column.key == "periode" and key_of_head(column.head) == "jangka_waktu"
    return says_term and meant.kind == "hari"


def _first_and_last(
    read: Mapping[str, ReadCell],
) -> tuple[date | None, date | None]:
    """The first and the last day that the cells of a row were read as."""
    starts, ends = list[str](), list[str]()
    for name in ("mulai", "tanggal", "periode", "berakhir"):
        text = (read[name].read if name in read else None) or ""
        before, _, behind = text.partition("s.d. ")
        (ends if name == "berakhir" and not behind else starts).append(before)
        ends.append(behind)
    return _first_day(starts), _first_day(ends)


def _first_day(texts: Sequence[str]) -> date | None:
    found = _ISO.search(" ".join(texts))
    return date.fromisoformat(found[0]) if found else None


def _day_words(settled: Settled | None) -> str:
    """A day as it is kept; empty where none is settled."""
    return str(settled.day) if settled and settled.day else ""


def _reasons(parts: Sequence[Settled]) -> str:
    """Each reason once."""
    return "; ".join(dict.fromkeys(one.reason for one in parts if one.reason))


def _is_endless(meant: Meant) -> bool:
    """Whether a cell says a term without a last day."""
    ends = meant.ends or meant
    return "tanpa akhir" in (meant.kind, ends.kind)


def _length(span: str) -> timedelta:
    """About how long a span is."""
    found = read_lama(span)
    days = {"tahun": 365.25, "bulan": 30.44}
    return timedelta(days=found["jumlah"] * days[found["satuan"]])


def _sure(certain: bool) -> Certainty:
    return "pasti" if certain else "cukup"


def _parts(meant: Mapping[str, Meant]) -> dict[str, Meant]:
    """Days of a row by their names; a range gives its two.

    Where a column of its own says another day than the range, it may be either.
    """
    parts = {name: one for name, one in meant.items() if name in DAYS[:3]}
    for name, one in meant.items():
        if one.kind == "rentang":
            parts.pop(name, None)
            first = Meant("hari", one.days, one.order, one.reason)
            last = one.ends or Meant("kosong")
            parts["mulai"] = _of_both(parts.get("mulai"), first)
            parts["berakhir"] = _of_both(parts.get("berakhir"), last)
        elif name == "periode" and one.kind == "hari":
            parts.setdefault("mulai", one)
    return parts


def _of_both(own: Meant | None, of_range: Meant) -> Meant:
    """What two cells say of the same day: the days that both may mean, else all of them."""
    if own is None or not own.days:
        return of_range
    if not of_range.days:
        return own
    shared = tuple(day for day in own.days if day in of_range.days)
    if shared:
        return replace(own, days=shared)
    both = (*own.days[:1], *of_range.days[:1])
    return replace(own, days=both, reason="", contrary=True)


def _span_in(read: Mapping[str, ReadCell]) -> relativedelta | None:
    """The term that a row states, as what is added to its first day."""
    cell = read.get("jangka_waktu")
    return _added(span_of(cell.read or "") if cell else None)


def _span_beside(meant: Mapping[str, Meant]) -> relativedelta | None:
    """The term that stands beside days in the same cell."""
    return _added(next((one.span for one in meant.values() if one.span), None))


def _added(span: str | None) -> relativedelta | None:
    """A span as what is added to its first day; None where it is none of the calendar."""
    if not span:
        return None
    found = read_lama(span)
    units = {"tahun": "years", "bulan": "months", "minggu": "weeks", "hari": "days"}
    unit = units.get(found["satuan"])
    if unit is None:
        return None
    return relativedelta(**{unit: found["jumlah"]})


def _set_aside(settled: dict[str, Settled]) -> None:
    """An end before or on its first day is a slip that a person has to see."""
    end = settled.get("berakhir")
    for name in ("mulai", "tanggal"):
        first = settled.get(name)
        if not first or not end or not first.day or not end.day:
            continue
        if end.day <= first.day:
            reason = "berakhir sebelum atau pada hari mulainya; salah satu keliru"
            # Either may be the slip: both are asked, and one put right settles both.
            for key, slip in ((name, first), ("berakhir", end)):
                day = slip.day or end.day
                settled[key] = Settled(day, (day,), reason, certain=False)
        return


def _check_end(settled: dict[str, Settled], span: relativedelta | None) -> None:
    """An end that is far from the stated term is a slip too."""
    end = settled.get("berakhir")
    first = settled.get("mulai") or settled.get("tanggal")
    if not span or not first or not end or not first.day or not end.day or end.choices:
        return
    by_term = first.day + span
    if end.reason != DECIDED and abs((end.day - by_term).days) > _NEAR:
        reason = f"tidak cocok dengan jangka waktunya, yang berakhir {by_term}"
        settled["berakhir"] = Settled(
            end.day, (end.day, by_term), reason, certain=False
        )
