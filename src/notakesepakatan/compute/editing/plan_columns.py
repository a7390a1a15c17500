"""Rows of a pasted table in, what each of its columns holds out; and whether that is sure.

A Rencana Kerja is copied from its own print, from Excel or from a page: with heads or
without, with a column No or without, a column for each year or one for all. What is not
sure is asked, so that no cell is put where it does not belong.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from notakesepakatan.compute.editing.clipboard import COVERED, Rows
from notakesepakatan.words.names import fold
from notakesepakatan.words.numbers import roman

NOT_TAKEN = "lewati"
"""The column is left out."""
UNKNOWN = ""
"""Nobody knows yet what the column holds."""
NUMBER = "nomor"
NAME = "nama"
TAHAPAN = "isi"
YEARS = "tahun"
TUGAS = "tugas"
SHARED_TUGAS = "tugas.bersama"
_HEADS = (
    (NUMBER, re.compile(r"no(?:mor)?\.?$", re.IGNORECASE)),
    (TAHAPAN, re.compile(r"tahap", re.IGNORECASE)),
    (TUGAS, re.compile(r"tugas|tanggung jawab|kewajiban", re.IGNORECASE)),
    (YEARS, re.compile(r"tahun|jangka waktu|waktu", re.IGNORECASE)),
    ("sumber_dana", re.compile(r"sumber|dana|biaya|anggaran", re.IGNORECASE)),
    ("lokasi", re.compile(r"lokasi|tempat", re.IGNORECASE)),
    ("output", re.compile(r"output|keluaran", re.IGNORECASE)),
    ("outcome", re.compile(r"outcome|hasil|dampak", re.IGNORECASE)),
    (NAME, re.compile(r"program|kegiatan", re.IGNORECASE)),
)
"""How the head of each column is recognised; the first that fits counts."""
_WORDS_OF_HEADS = frozenset(
    re.findall(
        r"\w+",
        """
        no nomor urut nama judul jenis bentuk program kegiatan sub uraian rincian rencana
        aksi tahap tahapan lokasi tempat sumber dana biaya anggaran pendanaan pembiayaan
        tahun ke jangka waktu jadwal pelaksanaan sesuai tugas tanggung jawab kewajiban
        peran penanggung pihak para kesatu kedua ketiga keempat kelima pertama bersama
        output outcome keluaran hasil dampak indikator target kinerja yang diharapkan
        dan atau keterangan satuan volume
        """,
    )
)
"""Heads say these and nothing else; a cell of the plan says what is to be done."""
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_GROUPS = (YEARS, TUGAS)
"""Heads that stand over several columns."""
_LONGEST_HEAD = 80
_NUMBERING = re.compile(r"\(?(\d{1,2})\)?\.?")
_ROW_NUMBER = re.compile(r"\d{1,3}\.?")
_ROMAN = re.compile(r"[IVX]{1,5}", re.IGNORECASE)
_CALENDAR_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_MARKS = ("", "-", "–", "—")
_PRINTED_LABEL = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_MARK = re.compile(r"[vVxX√✓✔*●•■-]|–|—|")
_YEAR_WORDS = re.compile(
    r"(?:[IVX]+|semua|s\.?d\.?|s/d|sampai|dengan|dan|[ ,–-])*", re.I
)


class UnsureColumns(ValueError):
    """What the columns of a pasted table hold has to be asked."""


@dataclass(frozen=True)
class Shape:
    """What an agreement's Rencana Kerja has columns for.

    Attributes:
        para_pihak: how each party is called, by its key, in order.
        years: how many years it has.
    """

    para_pihak: Mapping[str, str]
    years: int

    @property
    def roles(self) -> tuple[str, ...]:
        """Everything that a column may hold."""
        tugas_list = _each_tugas(self)
        marks = [f"{YEARS}.{year}" for year in range(1, self.years + 1)]
        first = (NUMBER, NAME, TAHAPAN, "lokasi", "sumber_dana", YEARS)
        return (*first, *marks, *tugas_list, SHARED_TUGAS, "output", "outcome")


@dataclass(frozen=True)
class Guess:
    """What a table is taken for.

    Attributes:
        head: how many of its first rows are heads.
        roles: what each column holds.
        sure: whether that needs no question.
    """

    head: int
    roles: tuple[str, ...]
    sure: bool


def as_wide(rows: Rows) -> Rows:
    """The rows, each as wide as the widest."""
    width = max(map(len, rows), default=0)
    return [[*row, *[""] * (width - len(row))] for row in rows]


def guess(rows: Rows, shape: Shape) -> Guess:
    """What the columns of a table hold: by its heads, else by its width and its cells."""
    rows = as_wide(rows)
    head = _count_heads(rows, shape)
    body = body_of(rows, head)
    if _is_titled(rows[:1]):
        roles = _roles_by_head(rows[:head], shape)
        return Guess(head, roles, _is_sure(roles, body, shape))
    fitting = [each for each in _layouts(shape) if _fits(each, body)]
    width = len(rows[0]) if rows else 0
    if len(fitting) == 1:
        return Guess(head, fitting[0], sure=True)
    roles = fitting[0] if fitting else (UNKNOWN,) * width
    return Guess(head, roles, sure=False)


def body_of(rows: Rows, head: int) -> Rows:
    """The rows without heads, also where those stand again on a further page."""
    rows = as_wide(rows)
    heads = rows[:head]
    return [row for row in rows[head:] if row not in heads]


def is_of_print(rows: Rows, shape: Shape, *, from_first: bool) -> bool:
    """Whether a table has heads, or a first column of numbers: it is no plain block.

    Args:
        rows: the cells.
        shape: what the plan has columns for.
        from_first: whether it is put in from the first column on.
    """
    rows = as_wide(rows)
    width = len(rows[0]) if rows else 0
    if width < 3:
        return False
    has_numbers = from_first and _is_numbers([row[0] for row in rows])
    return has_numbers or _count_heads(rows, shape) > 0


# Heads.


def _count_heads(rows: Rows, shape: Shape) -> int:
    titled = 1 if _is_titled(rows[:1]) else 0
    count = titled
    while count < len(rows):
        above = rows[count - 1] if count else []
        if not _goes_on_head(rows[count], above, shape):
            break
        count += 1
    return count


def _is_titled(first: Rows) -> bool:
    """Whether a row names columns."""
    if not first:
        return False
    said = [cell for cell in first[0] if _said(cell)]
    if any(len(cell) > _LONGEST_HEAD for cell in said):
        return False
    known = {_head_role(cell) for cell in said if _is_of_heads(cell)} - {UNKNOWN}
    return len(known) >= 2 and 2 * len(known) >= len(said)


def _is_of_heads(cell: str) -> bool:
    """Whether a cell says words of heads alone, but for what stands in brackets."""
    words = re.findall(r"[^\W\d]+", _IN_BRACKETS.sub(" ", cell).lower())
    return bool(words) and all(word in _WORDS_OF_HEADS for word in words)


def _goes_on_head(row: Sequence[str], above: Sequence[str], shape: Shape) -> bool:
    """Whether a row numbers the columns, or names years and parties below their heads.

    What a cell of the head above says that reaches down to it does not count.
    """
    said = [_flat(cell) for cell in row if _said(cell)]
    if _is_numbering(said):
        return True
    pairs = zip(row, above, strict=bool(above))
    own = [_flat(cell) for cell, over in pairs if _said(cell) and cell != over]
    if not own or len(own) == len(row):
        return False
    names = {fold(name) for name in shape.para_pihak.values()}
    return all(_is_below_head(cell, names) for cell in own)


def _is_numbering(said: Sequence[str]) -> bool:
    """Whether cells count the columns: (1) (2) (3) (4)."""
    numbers = [_NUMBERING.fullmatch(cell) for cell in said]
    if len(said) < 4 or not all(numbers):
        return False
    counted = [int(number[1]) for number in numbers if number]
    return counted == list(range(counted[0], counted[0] + len(counted)))


def _is_below_head(cell: str, names: set[str]) -> bool:
    if _ROMAN.fullmatch(cell) or _CALENDAR_YEAR.fullmatch(cell):
        return True
    word = fold(cell)
    return word in names or word.startswith(("pihak ", "bersama", "tahun "))


def _said(cell: str) -> str:
    return cell.strip().strip(COVERED)


def _flat(cell: str) -> str:
    return " ".join(_said(cell).split())


def _head_role(cell: str) -> str:
    words = _flat(cell)
    found = (role for role, pattern in _HEADS if pattern.search(words))
    return next(found, UNKNOWN)


def _roles_by_head(heads: Rows, shape: Shape) -> tuple[str, ...]:
    groups = list(_groups(heads[0]))
    below = [_words_below(heads, column) for column in range(len(groups))]
    year_columns = [i for i, each in enumerate(groups) if each == YEARS]
    tugas_columns = [i for i, each in enumerate(groups) if each == TUGAS]
    roles = list(groups)
    if len(year_columns) > 1:
        for nth, column in enumerate(year_columns, 1):
            roles[column] = f"{YEARS}.{nth}"
    for column, role in zip(
        tugas_columns,
        _tugas_roles([below[i] for i in tugas_columns], shape),
        strict=True,
    ):
        roles[column] = role
    return tuple(roles)


def _groups(first: Sequence[str]) -> Iterator[str]:
    """The head over each column; an empty one goes on with that of years or duties."""
    last = UNKNOWN
    for cell in first:
        if _said(cell):
            last = _head_role(cell)
        elif last not in _GROUPS:
            last = UNKNOWN
        yield last


def _words_below(heads: Rows, column: int) -> str:
    words = [_flat(row[column]) for row in heads if _said(row[column])]
    named = [each for each in words if not _NUMBERING.fullmatch(each)]
    return named[-1] if named else ""


def _tugas_roles(below: Sequence[str], shape: Shape) -> list[str]:
    """Whose duties each column holds: by the names below its head, else in order."""
    keys = list(shape.para_pihak)
    named = [_named_pihak(words, shape) for words in below]
    if all(named) and len(set(named)) == len(named):
        return named
    if len(below) == len(keys):
        return [f"{TUGAS}.{key}" for key in keys]
    return named


def _named_pihak(words: str, shape: Shape) -> str:
    said = fold(words)
    if "bersama" in said:
        return SHARED_TUGAS
    found = (key for key, name in shape.para_pihak.items() if fold(name) == said)
    key = next(found, "")
    return f"{TUGAS}.{key}" if key else UNKNOWN


def _is_sure(roles: Sequence[str], body: Rows, shape: Shape) -> bool:
    """Whether each column with words has a role of its own that the plan has."""
    taken = [role for role in roles if role != UNKNOWN]
    if len(set(taken)) != len(taken) or not {NAME, TAHAPAN} <= set(taken):
        return False
    if not set(taken) <= set(shape.roles):
        return False
    marks = sum(role.startswith(f"{YEARS}.") for role in taken)
    if marks not in (0, shape.years):
        return False
    unknown = [i for i, role in enumerate(roles) if role == UNKNOWN]
    has_words = any(_said(row[i]) for row in body for i in unknown)
    return not has_words and _cells_fit(roles, body)


# Without heads.


def _layouts(shape: Shape) -> list[tuple[str, ...]]:
    """The tables that are known: as it is printed and as the grid has it, with and without No."""
    tugas_list = tuple(f"{TUGAS}.{key}" for key in shape.para_pihak)
    marks = tuple(f"{YEARS}.{year}" for year in range(1, shape.years + 1))
    front = (NAME, TAHAPAN, "lokasi", "sumber_dana")
    back = ("output", "outcome")
    middles = [(YEARS, *tugas_list), (YEARS, *tugas_list, SHARED_TUGAS)]
    if shape.years > 1:
        middles += [(*marks, *tugas_list), (*marks, *tugas_list, SHARED_TUGAS)]
    plain = [(*front, *middle, *back) for middle in middles]
    return [*plain, *((NUMBER, *each) for each in plain)]


def _fits(layout: Sequence[str], body: Rows) -> bool:
    if not body or len(layout) != len(body[0]):
        return False
    return _cells_fit(layout, body)


def _cells_fit(roles: Sequence[str], body: Rows) -> bool:
    """Whether numbers, marks and years stand where they are said to, and nowhere else."""
    return all(
        _column_fits(role, [_flat(row[i]) for row in body])
        for i, role in enumerate(roles)
    )


def _column_fits(role: str, cells: Sequence[str]) -> bool:
    if role == NUMBER:
        return _is_numbers(cells)
    if role == YEARS:
        return all(_YEAR_WORDS.fullmatch(cell) or len(cell) < 2 for cell in cells)
    if role.startswith(f"{YEARS}."):
        return all(_MARK.fullmatch(cell) for cell in cells)
    is_only_numbers = any(cells) and _is_numbers(cells)
    return not (role == NAME and is_only_numbers)


def _is_numbers(cells: Sequence[str]) -> bool:
    said = [cell.strip() for cell in cells if _said(cell)]
    return bool(said) and all(_ROW_NUMBER.fullmatch(cell) for cell in said)


# As rows of the grid.


def grid_block(body: Rows, roles: Sequence[str], shape: Shape) -> Rows:
    """The rows in the order of the grid's own columns, years as numerals.

    What a cell says that reaches over the duties of all is the duty that all share.
    """
    place = {role: column for column, role in enumerate(roles)}
    tugas_list = _each_tugas(shape)
    order = (NAME, TAHAPAN, "lokasi", "sumber_dana")
    result: Rows = []
    for row in body:
        shared = _shared_tugas(row, place, tugas_list)
        said = [_at(row, place, role) for role in tugas_list]
        tugas_cells = ["" for _ in tugas_list] if shared else said
        result.append(
            [
                *[_at(row, place, role) for role in order],
                _years(row, place, shape.years),
                *tugas_cells,
                shared or _at(row, place, SHARED_TUGAS),
                _at(row, place, "output"),
                _at(row, place, "outcome"),
            ]
        )
    return result


def without_labels(block: Rows) -> Rows:
    """Rows of the grid without the numbers that the annex prints before its stages.

    Where those of a programme do not run 1., 2., 3. they are words, and stay.
    """
    programs = list[Rows]()
    name = ""
    for row in block:
        said = _flat(row[0])
        if not programs or (said and said != name):
            programs.append([])
        name = said or name
        programs[-1].append(row)
    return [row for rows in programs for row in _as_words(rows)]


def _as_words(rows: Rows) -> Rows:
    """The rows of one programme."""
    found = [_PRINTED_LABEL.match(row[1]) for row in rows]
    labels = [int(label[1]) for label in found if label]
    if len(rows) < 2 or labels != list(range(1, len(rows) + 1)):
        return rows
    return [[row[0], _PRINTED_LABEL.sub("", row[1], count=1), *row[2:]] for row in rows]


def _at(row: Sequence[str], place: Mapping[str, int], role: str) -> str:
    return _said(row[place[role]]) if role in place else ""


def lone_tugas(body: Rows, roles: Sequence[str], shape: Shape) -> list[int]:
    """Rows whose only duty stands in the first column of duties.

    A cell that was merged over all of these columns looks so where only its words are
    pasted. None where the table has a column for duties of all.
    """
    places = [roles.index(role) for role in _each_tugas(shape) if role in roles]
    if len(places) < 2 or SHARED_TUGAS in roles:
        return []
    first, *others = places
    return [
        i
        for i, row in enumerate(body)
        if _said(row[first]) and not any(row[column].strip() for column in others)
    ]


def with_shared_tugas(
    rows: Rows, head: int, roles: Sequence[str], shape: Shape
) -> Rows:
    """The rows, where a duty that stands alone is one that all share."""
    tugas_roles = _each_tugas(shape)
    lone = {head + i for i in lone_tugas(body_of(rows, head), roles, shape)}
    first = min((roles.index(role) for role in tugas_roles if role in roles), default=0)
    covered = {i for i, role in enumerate(roles) if role in tugas_roles and i != first}
    return [
        [COVERED if i in lone and j in covered else cell for j, cell in enumerate(row)]
        for i, row in enumerate(rows)
    ]


def _each_tugas(shape: Shape) -> list[str]:
    """The duties of each party, in their order."""
    return [f"{TUGAS}.{key}" for key in shape.para_pihak]


def _shared_tugas(
    row: Sequence[str], place: Mapping[str, int], tugas_list: Sequence[str]
) -> str:
    """The words of a cell that covers the duties of every party; else none."""
    columns = sorted(place[role] for role in tugas_list if role in place)
    if len(columns) < 2 or len(columns) != len(tugas_list):
        return ""
    first, *others = columns
    is_covering = all(row[column] == COVERED for column in others)
    return _said(row[first]) if is_covering else ""


def _years(row: Sequence[str], place: Mapping[str, int], years: int) -> str:
    if YEARS in place:
        return _at(row, place, YEARS)
    marked = [
        roman(year)
        for year in range(1, years + 1)
        if _at(row, place, f"{YEARS}.{year}") not in _NO_MARKS
        or _is_covered(row, place.get(f"{YEARS}.{year}"), place)
    ]
    return ", ".join(marked)


def _is_covered(
    row: Sequence[str], column: int | None, place: Mapping[str, int]
) -> bool:
    """Whether the mark of the year before reaches over this one."""
    if column is None or row[column] != COVERED:
        return False
    years = {place[role] for role in place if role.startswith(f"{YEARS}.")}
    while column in years and row[column] == COVERED:
        column -= 1
    return column in years and _said(row[column]) not in _NO_MARKS
