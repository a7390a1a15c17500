"""A register that the bureau kept elsewhere in, its agreements as facts out.

First everything is read and shown (`examine`), then what is certain is written as one act
(`take_in`), which can be taken back (`bureau.imports`).
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from notakesepakatan.bureau.imports import keep_record
from notakesepakatan.bureau.new import suggest_slug
from notakesepakatan.compute.intake.facts import facts_of_line
from notakesepakatan.compute.intake.heads import Column, tables_of
from notakesepakatan.compute.intake.known import Known, KnownList, Match
from notakesepakatan.compute.intake.lines import Line, lines_of
from notakesepakatan.compute.intake.rows import OF_GROUP, Decided, ReadRow, read_rows
from notakesepakatan.compute.intake.sheet import Book
from notakesepakatan.errors import FaultyNaskah, NotaError
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.register import load_register
from notakesepakatan.words.names import fold, plain_nomor
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.contents import hash_of
from notakesepakatan.write.yaml import dump

State = Literal["baru", "sudah ada", "ditanyakan"]
IMPORTING = "mengimpor daftar"
_AT_ONCE = 200
"""Agreements that are written together, flushed to the disk once."""


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
        hidden: what the file hides and was read all the same.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[ReadRow, ...]
    lines: tuple[Line, ...]
    unread: tuple[str, ...]
    hidden: tuple[str, ...] = ()

    def data(self) -> dict[str, object]:
        """All that was read as plain data."""
        return {
            "kolom": [column.data() for column in self.columns],
            "baris": [row.data() for row in self.rows],
            "tidak_dibaca": list(self.unread),
            "tersembunyi": list(self.hidden),
        }


@dataclass(frozen=True)
class Entry:
    """An agreement of a register beside the workspace.

    Attributes:
        line: what the register says.
        state: whether it will be written, is there already, or is asked about.
        slug: the agreement that it is, or is like.
        problems: what keeps it from being written, in Indonesian.
        reason: how it was found among those that are there.
    """

    line: Line
    state: State
    slug: str = ""
    problems: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class Examined:
    """A register beside the workspace."""

    register: ReadRegister
    entries: tuple[Entry, ...]

    def of_state(self, state: State) -> list[Entry]:
        """Those of a state, in the order of the register."""
        return [entry for entry in self.entries if entry.state == state]


@dataclass(frozen=True)
class TakenIn:
    """What was written of a register.

    Attributes:
        name: name of the act, by which it can be taken back; empty where nothing was.
        slugs: agreements that were made.
        failed: what could not be written and why.
    """

    name: str
    slugs: tuple[str, ...]
    failed: tuple[str, ...] = ()


def read_register_book(
    book: Book, decided: Decided, today: date | None = None
) -> ReadRegister:
    """The agreements of a book.

    Args:
        book: the file.
        decided: what was decided.
        today: the office's day, against which a status is held; None where nobody asks.

    Raises:
        NoTable: no sheet of it has a head.
    """
    columns = dict[tuple[str, str], Column]()
    rows = list[ReadRow]()
    unread = list(book.unread)
    found = False
    for sheet in book.sheets:
        tables = list(tables_of(sheet, decided.columns))
        if not tables:
            unread.append(f"lembar {sheet.name}: tidak ada baris judul kolom")
        for table in tables:
            found = True
            for column in table.columns:
                columns.setdefault((column.name, column.head), column)
            rows += read_rows(table, decided, today)
    if not found:
        raise NoTable(book.name)
    lines = lines_of(rows, decided)
    unread += _other_rows(rows, lines, decided)
    return ReadRegister(
        book.name,
        tuple(columns.values()),
        tuple(rows),
        tuple(lines),
        tuple(unread),
        book.hidden,
    )


def _other_rows(
    rows: Iterable[ReadRow], lines: Iterable[Line], decided: Decided
) -> Iterator[str]:
    """Rows that are no part of an agreement: sums, remarks, names of groups."""
    taken = {row.where for line in lines for row in line.rows}
    for row in rows:
        if row.where not in taken and row.mark not in decided.skipped:
            own = (cell.text for cell in row.cells.values() if cell.reason != OF_GROUP)
            words = " ".join(own)
            yield f'baris {row.where}, bukan kesepakatan: "{" ".join(words.split())}"'


def examine(opened: Opened, register: ReadRegister, decided: Decided) -> Examined:
    """Each agreement of a register beside those that are there.

    Raises:
        CannotRead: the folder of agreements.
    """
    known = KnownList(known_in(opened))
    entries = [_entry(line, known.match(line), decided) for line in register.lines]
    return Examined(register, tuple(entries))


def known_in(opened: Opened) -> list[Known]:
    """What tells the agreements of a workspace from each other."""
    return [
        Known(
            one.slug,
            one.summary.judul,
            one.summary.pihak,
            one.summary.nomor,
            one.summary.first_day or one.summary.jangka_waktu.mulai,
        )
        for one in load_register(opened)
        if one.summary
    ]


def _entry(line: Line, match: Match, decided: Decided) -> Entry:
    said = decided.same.get(line.mark)
    if said:
        return Entry(line, "sudah ada", said, reason="diputuskan")
    if match.likeness == "sama" and said is None:
        return Entry(line, "sudah ada", match.slug, reason=match.reason)
    problems = list(_missing(line))
    if match.likeness == "mirip" and said is None:
        problems.append(f"mungkin sudah ada sebagai {match.slug}: {match.reason}")
        return Entry(line, "ditanyakan", match.slug, tuple(problems))
    if problems or line.asked:
        return Entry(line, "ditanyakan", problems=tuple(problems))
    return Entry(line, "baru")


def _missing(line: Line) -> Iterable[str]:
    """What an agreement cannot do without."""
    if not line.jenis:
        yield "jenis naskahnya tidak tertulis, mis. Perjanjian Kerja Sama"
    if not line.pihak:
        yield "pihaknya tidak tertulis"
    if not line.judul:
        yield "judulnya tidak tertulis"


# Writing.


def take_in(
    opened: Opened,
    examined: Examined,
    decided: Decided,
    only: Collection[str] = (),
    goes_on: Callable[[int, int], bool] = lambda _done, _total: True,
) -> TakenIn:
    """Write every agreement that is new and certain, as one act.

    What was written meanwhile by another is looked at again inside the lock.

    Args:
        opened: the workspace.
        examined: the register beside it.
        decided: what was decided.
        only: places of those that are to be written; none: all.
        goes_on: told again and again how many are written, and of how many; says
            whether the next are written too.

    Raises:
        Busy, CannotRead, CannotWrite.
    """
    workspace = opened.workspace
    file = examined.register.name
    with workspace.act(f"{IMPORTING} {file}", who=opened.who) as act:
        fresh = examine(opened.anew(), examined.register, decided)
        wanted = [
            entry.line
            for entry in fresh.of_state("baru")
            if not only or entry.line.where in only
        ]
        planned, failed = _planned(workspace, wanted, file, known_in(opened))
        name = ""
        if planned:
            made = {slug: hash_of(content) for slug, content in planned.items()}
            name = keep_record(workspace, opened.who, file, made)
        written = list[str]()
        for first in range(0, len(planned), _AT_ONCE):
            if not goes_on(len(written), len(planned)):
                break
            some = list(planned)[first : first + _AT_ONCE]
            files = {workspace.new_file(slug): planned[slug] for slug in some}
            act.write_new({file.parent: {file.name: files[file]} for file in files})
            written += some
    return TakenIn(name, tuple(written), tuple(failed))


def _planned(
    workspace: Workspace, lines: Iterable[Line], register: str, known: list[Known]
) -> tuple[dict[str, bytes], list[str]]:
    """Bytes of the files to be written by slug, and what cannot be written and why."""
    parents = _Parents(known)
    planned, failed = dict[str, bytes](), list[str]()
    for line in lines:
        data = facts_of_line(line, register, parents.slug_of(line.induk))
        content = dump(data).encode(errors="replace")
        try:
            parse_kesepakatan(content, f"{line.where} (belum ditulis)")
        except FaultyNaskah as cause:
            failed.append(str(cause))
            continue
        day = line.first_day or line.end
        year = day.year if day else None
        planned[suggest_slug(workspace, line.judul, year, planned)] = content
    return planned, failed


class _Parents:
    """Agreements that a register may name as parents, by number and by title."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._slug = dict[str, str]()
        for one in known:
            self._slug.setdefault(fold(one.judul), one.slug)
            for nomor in one.nomor:
                self._slug.setdefault(plain_nomor(nomor), one.slug)

    def slug_of(self, text: str) -> str:
        """The agreement that a text names; empty where it names none."""
        return self._slug.get(fold(text)) or self._slug.get(plain_nomor(text), "")
