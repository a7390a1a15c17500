"""Columns that hold a number and its day in one cell in, the two apart out.

"PKS-12/2023 tanggal 12 Mei 2023" is a number, and a day of signing. What stands there
besides the day goes to the number, so that nothing is lost.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from notakesepakatan.compute.intake.columns import plain_head
from notakesepakatan.compute.intake.days import read_day
from notakesepakatan.compute.intake.sheet import EMPTY, Cell

_NUMBER = re.compile(r"\b(?:nomor|no|nomer)\b")
_DAY = re.compile(r"\b(?:tanggal|tgl|tahun)\b")
_LEADS = re.compile(
    r"[\s,;(]*\b(?:ter)?(?:tanggal|tgl)\b\.?\s*:?\s*|\s*[,;\n(]\s*", re.IGNORECASE
)
_LINE = re.compile(r"\n|;")
_LEAST_PARTS = 2


@dataclass(frozen=True)
class Heads:
    """The heads of a table and its rows, where none says two things any more.

    Attributes:
        heads: the heads; those that were parted stand at the end too.
        rows: the rows, each with its number.
        keys: what a parted column holds, by its place.
        places: the place in the file, by the place here, where they differ.
    """

    heads: list[str]
    rows: list[tuple[int, Sequence[Cell]]]
    keys: dict[int, str]
    places: dict[int, int]


def apart(
    heads: Sequence[str],
    rows: Sequence[tuple[int, Sequence[Cell]]],
    decided: Container[str],
) -> Heads:
    """Each column of numbers with their days as two: the days stand at the end.

    Args:
        heads: the head of each column.
        rows: the rows below, each with its number.
        decided: heads of which a person said what stands there.
    """
    made = Heads(list(heads), list(rows), {}, {})
    for place, head in enumerate(heads):
        cells = [row[place] for _, row in rows if row[place].text]
        if plain_head(head) not in decided and _holds_both(head, cells):
            _part(made, place)
    return made


def names_both(head: str) -> bool:
    """Whether a head names numbers and days: "Nomor dan Tanggal"."""
    plain = plain_head(head)
    return bool(_NUMBER.search(plain) and _DAY.search(plain))


def _holds_both(head: str, cells: Sequence[Cell]) -> bool:
    """Whether a head names both, or a column of numbers tells a day in most of its cells."""
    plain = plain_head(head)
    if not _NUMBER.search(plain):
        return False
    told = sum(bool(nomor_and_day(cell.text)[1]) for cell in cells)
    return told > 0 if _DAY.search(plain) else 2 * told > len(cells)


def _part(made: Heads, place: int) -> None:
    """In the very lists: the numbers stay, the days go to a column of their own."""
    head, width = made.heads[place], len(made.heads)
    made.heads[place] = f"{head}: nomor"
    made.heads.append(f"{head}: tanggal")
    made.keys[place] = "nomor"
    made.keys[width] = "tanggal"
    made.places[width] = place
    made.rows[:] = [(number, _parted(row, place)) for number, row in made.rows]


def _parted(row: Sequence[Cell], place: int) -> list[Cell]:
    cell = row[place]
    if cell.day:
        return [*row[:place], EMPTY, *row[place + 1 :], cell]
    nomor, day = nomor_and_day(cell.text)
    return [*row[:place], Cell(nomor), *row[place + 1 :], Cell(day) if day else EMPTY]


def nomor_and_day(text: str) -> tuple[str, str]:
    """What a cell says besides its days, and the days, a semicolon between; empty for none.

    "12/PKS/2023 tanggal 12 Mei 2023" is "12/PKS/2023" and "12 Mei 2023".
    """
    lines = [_of_line(line) for line in _LINE.split(text) if line.strip()]
    numbers = [nomor for nomor, _ in lines if nomor]
    days = list(dict.fromkeys(day for _, day in lines if day))
    return "\n".join(numbers), "; ".join(days)


def _of_line(line: str) -> tuple[str, str]:
    line = line.strip()
    if _is_day(line):
        return "", line
    for begin, end in _leads(line):
        day = line[end:].strip(" ,.;()")
        if _is_day(day):
            return line[:begin].strip(" ,;("), day
    return line, ""


def _leads(line: str) -> Iterator[tuple[int, int]]:
    """Where a day may begin, and where its words do."""
    for match in _LEADS.finditer(line):
        yield match.span()


def _is_day(text: str) -> bool:
    """Whether a text is a day, of as many parts as one has."""
    parts = re.split(r"[-/.\s]+", text)
    return len(parts) > _LEAST_PARTS and read_day(Cell(text)).kind == "hari"
