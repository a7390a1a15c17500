"""Rows of a register in, agreements out: rows that are one joined, what has no place kept."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from notakesepakatan.compute.intake.columns import KIND_WORDS, OTHER, RUNNING_NUMBER
from notakesepakatan.compute.intake.days import without_remark
from notakesepakatan.compute.intake.rows import Decided, ReadCell, ReadRow
from notakesepakatan.compute.intake.values import names_whose, span_of
from notakesepakatan.compute.time.recorded import (
    read_recorded,
)
from notakesepakatan.model.jangka_waktu import ENDLESS
from notakesepakatan.words.names import fold

_LINES = {
    "perangkat_daerah": "perangkat_daerah",
    "ruang_lingkup": "ruang_lingkup",
    "bentuk": "bentuk_kegiatan",
    "lokasi": "lokasi",
    "sumber_dana": "sumber_dana",
    "urusan": "urusan",
    "penanggung_jawab": "penanggung_jawab",
    "kontak": "kontak",
    "penanda_tangan": "penanda_tangan",
    "skema": "skema",
    "tempat_naskah": "tempat_naskah",
    "status": "status_tercatat",
    "tautan": "tautan",
    "keterangan": "keterangan",
}
"""Keys of columns whose texts are kept as they stand, by the key of the register."""
_OF_DAYS = ("tanggal", "mulai", "berakhir", "periode", "jangka_waktu")
_DAY_OR_UNTIL = re.compile(r"\d{4}-\d\d-\d\d|\bs\.d\.")
_SINGLE = ("skema", "tempat_naskah", "status_tercatat")


@dataclass(frozen=True)
class Line:
    """One agreement as the rows of it say.

    Attributes:
        rows: the rows it was read from.
        jenis: its kind; empty where nothing tells it.
        judul: its title, or what stands in for it.
        pihak: names of its parties.
        nomor: its numbers, as many as were found.
        signed: the day of signing, where a column of its own says it.
        begin: first day of its term.
        end: its last day.
        span: its term in words, where no last day is said.
        endless: whether it has no last day.
        induk: what it carries out, as the register says it.
        register: what else is known, by the key of the register.
        others: what had no place, by the head of its column.
    """

    rows: tuple[ReadRow, ...]
    jenis: str
    judul: str
    pihak: tuple[str, ...]
    nomor: tuple[str, ...] = ()
    signed: date | None = None
    begin: date | None = None
    end: date | None = None
    span: str = ""
    endless: bool = False
    induk: str = ""
    register: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nilai: int | None = None
    others: Mapping[str, str] = field(default_factory=dict)

    @property
    def asked(self) -> tuple[ReadCell, ...]:
        """Cells of which a person has to say what they mean."""
        return tuple(cell for row in self.rows for cell in row.asked)

    @property
    def mark(self) -> str:
        """What tells it from others, also in the next file of the office."""
        return self.rows[0].mark

    @property
    def where(self) -> str:
        """Its place in the file."""
        return ", ".join(row.where for row in self.rows)

    @property
    def first_day(self) -> date | None:
        """The first day that is known of it."""
        return self.begin or self.signed


def lines_of(rows: Iterable[ReadRow], decided: Decided) -> list[Line]:
    """The agreements of the rows, in order; what is to be skipped left out."""
    lines = list[Line]()
    by_number = dict[tuple[str, str], int]()
    for row in rows:
        if row.mark in decided.skipped:
            continue
        if lines and _continues(row, lines[-1].rows[-1]):
            lines[-1] = _joined(lines[-1], line_of(row, decided))
            continue
        line = line_of(row, decided)
        if _is_nothing(line):
            continue
        key = (fold("; ".join(line.nomor)), fold(line.judul))
        place = by_number.get(key) if line.nomor else None
        if place is not None and _is_same_term(lines[place], line):
            lines[place] = _joined(lines[place], line)
            continue
        if line.nomor:
            by_number[key] = len(lines)
        lines.append(line)
    return lines


def _is_same_term(line: Line, other: Line) -> bool:
    """Whether two rows of one number and title may say one agreement: no day against another."""
    days = (
        (line.signed, other.signed),
        (line.begin, other.begin),
        (line.end, other.end),
    )
    return all(one is None or two is None or one == two for one, two in days)


def _is_nothing(line: Line) -> bool:
    """Whether a row is a sum, a remark, a name of a group: no agreement."""
    (row,) = line.rows
    # The office's own name and a title made of it say nothing of the row.
    own = (_read(row, "judul") or _read(row, "ruang_lingkup"), _read(row, "pihak"))
    known = (*own, line.nomor, line.first_day, line.end)
    return sum(map(bool, known)) < 2


def _continues(row: ReadRow, before: ReadRow) -> bool:
    """Whether a row only adds to the one above it: no title or day of its own.

    A number may be the other party's, where the rows are counted and this one is not.
    """
    own = ("judul", "tanggal", "mulai", "berakhir", "periode", "nomor_urut")
    adds = row.text_of("pihak") or row.text_of("perangkat_daerah")
    directly_below = row.sheet == before.sheet and row.number == before.number + 1
    is_counted = before.text_of("nomor_urut") and before.text_of("judul")
    may_add = bool(is_counted or not row.text_of("nomor"))
    only_adds = bool(adds) and not any(map(row.text_of, own))
    return directly_below and (_is_merged_with(row, before) or (only_adds and may_add))


def _is_merged_with(row: ReadRow, before: ReadRow) -> bool:
    """Whether a row has count, title and days of the one above it, as merged cells do."""
    shared = all(
        row.text_of(key) and row.text_of(key) == before.text_of(key)
        for key in ("nomor_urut", "judul")
    )
    days = ("tanggal", "mulai", "berakhir", "periode")
    return shared and all(row.text_of(key) == before.text_of(key) for key in days)


def line_of(row: ReadRow, decided: Decided) -> Line:
    """The agreement that one row says."""
    pihak = tuple(_pihak(row, decided))
    judul = _read(row, "judul")
    nomor = _pieces(row, "nomor")
    begin, end, endless = _term_days(row)
    span, spoken = _span(row)
    endless = endless or span == ENDLESS
    others = dict(_others(row))
    extended = _extended_until(row)
    if extended:
        if end and end != extended:
            others["Berakhir semula menurut daftar"] = str(end)
        end = extended
    if spoken:
        others["Jangka waktu menurut daftar"] = spoken
    register = _register(row)
    nilai = _read(row, "nilai")
    if nilai and not nilai.isdigit():
        others["Nilai menurut daftar"] = nilai
    return Line(
        (row,),
        _jenis(row, nomor, decided),
        judul or _stand_in(row, pihak),
        pihak,
        tuple(dict.fromkeys(nomor)),
        row.day_of("tanggal"),
        begin,
        end,
        "" if span == ENDLESS or end else span,
        endless and not end,
        _read(row, "induk"),
        register,
        int(nilai) if nilai.isdigit() else None,
        others,
    )


def _read(row: ReadRow, key: str) -> str:
    return next((cell.read for cell in row.all_of(key) if cell.read), "")


def _pieces(row: ReadRow, key: str) -> list[str]:
    """What the cells of a key list, semicolons between."""
    texts = (cell.read for cell in row.all_of(key) if cell.read)
    return [piece for text in texts for piece in text.split("; ")]


def _pihak(row: ReadRow, decided: Decided) -> Iterator[str]:
    """Its parties; the office's own first, where no column names it."""
    named = dict.fromkeys(_pieces(row, "pihak"))
    own = decided.office.partition(";")[0].strip()
    if own and fold(own) not in {fold(name) for name in named}:
        has_first = any(
            column.key == "pihak" and _is_first(column.head)
            for column in row.columns.values()
        )
        if not has_first:
            yield own
    yield from named


def _is_first(head: str) -> bool:
    """Whether a column holds the first party: "Pihak 1", "Pihak Kesatu"."""
    words = fold(head).replace("_", " ").split()
    return bool({"1", "i", "kesatu", "pertama", "pihak1"} & set(words))


def _stand_in(row: ReadRow, pihak: Sequence[str]) -> str:
    """What an agreement without a title is called: its scope, or with whom it is."""
    scope = _read(row, "ruang_lingkup") or _read(row, "bentuk")
    if scope:
        return scope
    return f"Kerja sama dengan {pihak[-1]}" if pihak else ""


def _jenis(row: ReadRow, nomor: Sequence[str], decided: Decided) -> str:
    """Its kind: as its column says it, as its number or its sheet does, or as decided."""
    said = _read(row, "jenis")
    if said:
        return KIND_WORDS.get(fold(said), said)
    pieces = {fold(piece) for one in nomor for piece in re.split(r"[./\-\s]", one)}
    known = {KIND_WORDS[piece] for piece in pieces if piece in KIND_WORDS}
    if len(known) == 1:
        return known.pop()
    words = {fold(word) for word in row.sheet.split()} | {fold(row.sheet)}
    named = {KIND_WORDS[word] for word in words if word in KIND_WORDS}
    if len(named) == 1:
        return named.pop()
    return decided.jenis


def _term_days(row: ReadRow) -> tuple[date | None, date | None, bool]:
    """First and last day of its term, and whether it has no last one."""
    begin, end = row.day_of("mulai"), row.day_of("berakhir")
    endless = False
    for name, cell in row.cells.items():
        first, last = _ends_in(name, cell.read or "")
        begin = begin or _day(first)
        end = end or _day(last)
        endless = endless or last == ENDLESS
    return begin, end, endless


def _extended_until(row: ReadRow) -> date | None:
    """The new last day that its status names; None where it names none."""
    recorded = read_recorded(_read(row, "status"))
    return recorded.day if recorded.kind == "diperpanjang" else None


def _ends_in(name: str, read: str) -> tuple[str, str]:
    """First and last day in a cell of the column of this name; empty for what it lacks."""
    if " s.d. " in read or read.startswith("s.d. "):
        first, _, last = read.partition("s.d. ")
        return first, last
    if " sejak " in read:
        return read.partition(" sejak ")[2], ""
    if name == "berakhir":
        return "", read
    if name == "periode":
        return read, ""
    return "", ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _span(row: ReadRow) -> tuple[str, str]:
    """Its term as a span or without end; else what the register says of it, as a text."""
    for key in ("jangka_waktu", "berakhir", "periode"):
        for cell in row.all_of(key):
            said = (cell.read or "").partition(" sejak ")[0]
            if said == ENDLESS or span_of(said):
                return said, ""
    return "", _spoken(row)


def _spoken(row: ReadRow) -> str:
    """What the register says of its term in words that are neither a span nor days."""
    said = (_read(row, key) for key in ("jangka_waktu", "periode"))
    return next((text for text in said if text and not _DAY_OR_UNTIL.search(text)), "")


def _register(row: ReadRow) -> dict[str, tuple[str, ...]]:
    register = dict[str, tuple[str, ...]]()
    for key, kept in _LINES.items():
        texts = [cell.text for cell in row.all_of(key) if cell.read]
        if key == "status":
            texts = [cell.read for cell in row.all_of(key) if cell.read]
        if kept in _SINGLE:
            lines = [" ".join(text.split()) for text in texts]
        else:
            lines = [line for text in texts for line in _lines_in(text)]
        if lines:
            register[kept] = tuple(lines)
    remarks = [line for text in _read_as_status(row) for line in _lines_in(text)]
    if remarks:
        kept_remarks = register.get("keterangan", ())
        register["keterangan"] = (*kept_remarks, *remarks)
    return register


def _read_as_status(row: ReadRow) -> Iterator[str]:
    """Remarks that were read as its status: they stay remarks too."""
    for name, cell in row.cells.items():
        if name.startswith("keterangan") and row.columns[name].key == "status":
            yield cell.text


def _lines_in(text: str) -> list[str]:
    pieces = text.replace(";", "\n").splitlines()
    return [plain for piece in pieces if (plain := " ".join(piece.split()))]


def _others(row: ReadRow) -> Iterator[tuple[str, str]]:
    """What had no place, and what did not read as what its column holds."""
    for name, cell in row.cells.items():
        column = row.columns[name]
        if not cell.text or column.key == RUNNING_NUMBER:
            continue
        if _says_more(column.key, cell):
            yield f"{column.head} menurut daftar", " ".join(cell.text.split())
        elif column.key == OTHER:
            yield column.head, " ".join(cell.text.split())
        elif cell.read is None and cell.text.strip(" -") and not cell.asked:
            yield f"{column.head} menurut daftar", " ".join(cell.text.split())


def _says_more(key: str, cell: ReadCell) -> bool:
    """Whether a cell says more than what it was read as."""
    if key == "nomor":
        return names_whose(cell.text)
    if key in _OF_DAYS:
        return not cell.asked and without_remark(cell.text) != cell.text
    return key == "status" and cell.read not in (None, cell.text)


def _joined(line: Line, more: Line) -> Line:
    """Two lines that say the same agreement as one; the first holds where both speak."""
    return replace(
        _with_term_of_both(line, more),
        rows=(*line.rows, *more.rows),
        jenis=line.jenis or more.jenis,
        judul=line.judul or more.judul,
        pihak=_all(line.pihak, more.pihak),
        nomor=_all(line.nomor, more.nomor),
        signed=line.signed or more.signed,
        induk=line.induk or more.induk,
        register=_register_joined(line.register, more.register),
        nilai=line.nilai if line.nilai is not None else more.nilai,
        others=_others_joined(line.others, more.others),
    )


def _with_term_of_both(line: Line, more: Line) -> Line:
    end = line.end or more.end
    endless = line.endless or more.endless
    return replace(
        line,
        begin=line.begin or more.begin,
        end=end,
        span=line.span or more.span,
        endless=endless and not end,
    )


def _register_joined(
    first: Mapping[str, tuple[str, ...]], second: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """The lines of both by their key, each once."""
    joined = dict[str, tuple[str, ...]]()
    for key in (*first, *second):
        every = (*first.get(key, ()), *second.get(key, ()))
        joined[key] = tuple(dict.fromkeys(every))
    return joined


def _others_joined(
    first: Mapping[str, str], second: Mapping[str, str]
) -> dict[str, str]:
    """Both; where they differ under one head, the two texts side by side."""
    joined = dict(first)
    for head, text in second.items():
        if head in joined and text not in joined[head]:
            joined[head] = f"{joined[head]}; {text}"
        else:
            joined.setdefault(head, text)
    return joined


def _all(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    """Both without what differs only in case or spaces."""
    by_fold = {fold(each): each for each in reversed((*first, *second))}
    order = dict.fromkeys(fold(each) for each in (*first, *second))
    return tuple(by_fold[each] for each in order)
