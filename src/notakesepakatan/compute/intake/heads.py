"""A sheet in, its columns out: which row is the head, and what each column holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from notakesepakatan.compute.intake.above import (
    Rows,
    filled_from_above,
    under_their_groups,
)
from notakesepakatan.compute.intake.both import Heads, apart, names_both
from notakesepakatan.compute.intake.columns import (
    OTHER,
    RUNNING_NUMBER,
    SEVERAL,
    is_kind,
    key_of_head,
    may_be_title,
    plain_head,
)
from notakesepakatan.compute.intake.day_parts import joined_days
from notakesepakatan.compute.intake.days import read_day
from notakesepakatan.compute.intake.sheet import (
    EMPTY,
    Cell,
    Sheet,
    column_letters,
    filled_rows,
)
from notakesepakatan.compute.intake.unfinished import read_unfinished

_LOOKED_AT = 40
"""Rows from the top among which the head is sought."""
_LONGEST_HEAD = 80
_SAMPLES = 3
_LEAST_KNOWN = 2
"""Columns that a head must know at least, for a row to be one."""


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        place: its place in the sheet, from 0.
        head: its head, lines of it joined.
        key: what it holds; `OTHER` where that has no key.
        number: which of its key it is, from 1.
        samples: some of what stands in it.
        in_file: its place in the file, where that is another.
    """

    place: int
    head: str
    key: str
    number: int = 1
    samples: tuple[str, ...] = ()
    in_file: int | None = None

    @property
    def letters(self) -> str:
        """How the file calls it: "F"."""
        return column_letters(self.place if self.in_file is None else self.in_file)

    @property
    def name(self) -> str:
        """Its key with its number; of `OTHER` with its head: "nomor_2", "lainnya.Kode"."""
        if self.key == OTHER:
            return f"{OTHER}.{self.head}"
        return self.key if self.number == 1 else f"{self.key}_{self.number}"

    def data(self) -> dict[str, object]:
        """The column as plain data."""
        return {"judul": self.head, "kunci": self.name, "contoh": list(self.samples)}


@dataclass(frozen=True)
class Table:
    """The rows of a sheet below its head.

    Attributes:
        sheet: the sheet.
        columns: its columns that hold anything.
        rows: rows with their number in the file, from 1.
        above: what stands above the head.
    """

    sheet: Sheet
    columns: tuple[Column, ...]
    rows: tuple[tuple[int, Sequence[Cell]], ...]
    above: tuple[str, ...] = ()


def tables_of(sheet: Sheet, decided: Mapping[str, str]) -> Iterator[Table]:
    """The tables of a sheet, one below the other, each with a head of its own.

    Args:
        sheet: the sheet.
        decided: keys by heads, as `plain_head` gives them, that a person chose before.
    """
    rows = _with_shared_heads(filled_rows(sheet))
    head = _head_row(rows, decided)
    begin = 0
    while head is not None:
        depth = _depth(rows, head, decided)
        heads = _joined_heads(rows[head : head + depth])
        following = _next_head(rows, head + depth, heads, decided)
        end = len(rows) if following is None else following
        body: Rows = [
            (number, row)
            for number, row in enumerate(rows[head + depth : end], head + depth + 1)
            if not _is_empty(row)
            and not _is_numbering(row)
            and not _repeats(row, heads)
        ]
        above = [cell.text for row in rows[begin:head] for cell in row if cell.text]
        heads, body = under_their_groups(heads, filled_from_above(body))
        parted = joined_days(apart(heads, body, decided), decided)
        columns = tuple(_columns(parted, decided))
        yield Table(sheet, columns, tuple(parted.rows), tuple(dict.fromkeys(above)))
        begin, head = end, following


def _next_head(
    rows: Sequence[Sequence[Cell]],
    begin: int,
    heads: Sequence[str],
    decided: Mapping[str, str],
) -> int | None:
    """The next row that is a head, and another than the one above; None where none is."""
    for place in range(begin, len(rows)):
        row = rows[place]
        filled = sum(bool(cell.text) for cell in row)
        known = _score(row, decided)
        if (
            known > _LEAST_KNOWN
            and 4 * known >= 3 * filled
            and not _repeats(row, heads)
        ):
            return place
    return None


def _with_shared_heads(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The rows, with a head that several columns share in each of them.

    Where cells are merged that is so already; not every file says which are, and many
    people leave the cells beside the shared head empty.
    """
    result = [list(row) for row in rows]
    for upper, lower in pairwise(result[:_LOOKED_AT]):
        if _is_lower_line(upper, lower):
            _repeat_to_the_right(upper, lower)
            _repeat_downwards(upper, lower)
    return result


def _repeat_to_the_right(upper: list[Cell], lower: Sequence[Cell]) -> None:
    """In the very list: a shared head over each name of its parts."""
    shared = EMPTY
    for place, name in enumerate(lower):
        if not name.text:
            shared = EMPTY
        elif upper[place].text:
            shared = upper[place]
        elif shared.text:
            upper[place] = shared


def _repeat_downwards(upper: Sequence[Cell], lower: list[Cell]) -> None:
    """In the very list: a head without parts in the lower line too."""
    for place, head in enumerate(upper):
        if head.text and not lower[place].text:
            lower[place] = head


def _is_lower_line(upper: Sequence[Cell], lower: Sequence[Cell]) -> bool:
    """Whether a row only names parts of heads above it: "Mulai", "Selesai"."""
    names = [cell for cell in lower if cell.text]
    heads = sum(bool(cell.text) for cell in upper)
    if not 2 <= len(names) <= heads or not all(map(_is_name_of_part, names)):
        return False
    known = sum(key_of_head(cell.text) is not None for cell in names)
    if 2 * known < len(names):
        return False
    return _has_shared_head(upper, lower) and not _has_orphan(upper, lower)


def _has_shared_head(upper: Sequence[Cell], lower: Sequence[Cell]) -> bool:
    """Whether two names stand side by side, and a head over the left one alone."""
    columns = zip(upper, lower, strict=True)
    return any(
        head.text and not beside.text and name.text and next_name.text
        for (head, name), (beside, next_name) in pairwise(columns)
    )


def _has_orphan(upper: Sequence[Cell], lower: Sequence[Cell]) -> bool:
    """Whether a name stands below no head, neither one of its own nor a shared one."""
    return any(
        name.text and not _has_shared(upper, lower, place)
        for place, name in enumerate(lower)
    )


def _is_name_of_part(cell: Cell) -> bool:
    has_digit = any(character.isdigit() for character in cell.text[:-1])
    return _is_words(cell) and not has_digit and len(cell.text) <= 30


def _is_words(cell: Cell) -> bool:
    """Whether a cell is neither a day nor a number."""
    return not cell.day and cell.number is None


def _has_shared(upper: Sequence[Cell], lower: Sequence[Cell], place: int) -> bool:
    """Whether a head stands over a name, or left of there over names without a gap."""
    while place >= 0 and lower[place].text:
        if upper[place].text:
            return True
        place -= 1
    return False


def _known(cell: Cell, decided: Mapping[str, str]) -> bool:
    if not _is_words(cell) or len(cell.text) > _LONGEST_HEAD:
        return False
    return plain_head(cell.text) in decided or key_of_head(cell.text) is not None


def _score(row: Sequence[Cell], decided: Mapping[str, str]) -> int:
    """How many different heads that are known stand in a row."""
    known = {plain_head(cell.text) for cell in row if _known(cell, decided)}
    filled = {cell.text for cell in row if cell.text}
    # A row of data has some words of heads too, and more that are none.
    return len(known) if 2 * len(known) >= len(filled) else 0


def _head_row(rows: Sequence[Sequence[Cell]], decided: Mapping[str, str]) -> int | None:
    scores = [_score(row, decided) for row in rows[:_LOOKED_AT]]
    best = max(scores, default=0)
    if best < _LEAST_KNOWN:
        return None
    row = scores.index(best)
    # Heads of two lines: the line above holds what several columns share.
    if row and _is_upper_line(rows[row - 1], rows[row]):
        return row - 1
    return row


def _is_upper_line(above: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Whether a row is the upper line of the head below it: words over most columns."""
    filled = [cell for cell in above if cell.text]
    different = {cell.text for cell in filled}
    below = sum(bool(cell.text) for cell in row)
    words_only = all(map(_is_words, filled))
    return words_only and len(different) > 1 and 2 * len(filled) >= below


def _depth(
    rows: Sequence[Sequence[Cell]], head: int, decided: Mapping[str, str]
) -> int:
    """How many rows the head has."""
    depth = 1
    while depth < 3 and head + depth < len(rows):
        below = rows[head + depth]
        if _is_empty(below) or not _continues(rows[head + depth - 1], below, decided):
            break
        depth += 1
    return depth


def _continues(
    above: Sequence[Cell], below: Sequence[Cell], decided: Mapping[str, str]
) -> bool:
    """Whether a row is a further line of the head above it.

    It repeats cells that are merged downwards, and what is new in it are heads that stand
    below a shared one.
    """
    columns = zip(above, below, strict=True)
    new = [
        (head, cell) for head, cell in columns if cell.text and cell.text != head.text
    ]
    if not new or not all(_may_be_lower_head(cell) for _, cell in new):
        return False
    if not all(_may_have_parts(head, above) for head, _ in new):
        return False
    known = sum(_known(cell, decided) for _, cell in new)
    return 2 * known >= len(new) or _repeats_any(above, below)


def _repeats_any(above: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether a cell stands once more below itself, as one that is merged downwards."""
    columns = zip(above, below, strict=True)
    return any(cell.text and cell.text == head.text for head, cell in columns)


def _may_be_lower_head(cell: Cell) -> bool:
    return _is_words(cell) and len(cell.text) < 40


def _may_have_parts(head: Cell, row: Sequence[Cell]) -> bool:
    """Whether heads may stand below one: it is shared by several columns, or empty."""
    columns = sum(cell.text == head.text for cell in row)
    return not head.text or columns > 1


def _joined_heads(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """The head of each column, its lines joined; what is merged stands in it once.

    "Nomor dan Tanggal" over "Nomor Pihak I" and "Tanggal" says nothing that these do not.
    """
    joined = list[str]()
    for cells in zip(*rows, strict=True):
        lines = list(
            dict.fromkeys(" ".join(cell.text.split()) for cell in cells if cell.text)
        )
        if len(lines) > 1 and names_both(lines[0]) and key_of_head(lines[-1]):
            del lines[0]
        joined.append(" ".join(lines))
    return joined


def _is_empty(row: Sequence[Cell]) -> bool:
    return not any(cell.text for cell in row)


def _is_numbering(row: Sequence[Cell]) -> bool:
    """Whether a row only numbers the columns: (1), (2), (3)."""
    filled = [cell.text.strip("() .") for cell in row if cell.text]
    numbers = [str(number) for number in range(1, len(filled) + 1)]
    return len(filled) > 2 and filled == numbers


def _repeats(row: Sequence[Cell], heads: Sequence[str]) -> bool:
    """Whether a row is the head once more, as on each page."""
    same = [
        plain_head(cell.text) == plain_head(head)
        for cell, head in zip(row, heads, strict=True)
        if cell.text
    ]
    return len(same) > 1 and all(same)


def _columns(parted: Heads, decided: Mapping[str, str]) -> list[Column]:
    columns = list[Column]()
    used = dict[str, int]()
    for place, head in enumerate(parted.heads):
        cells = [row[place] for _, row in parted.rows if row[place].text]
        if not cells:
            continue
        known = parted.keys.get(place) or _refined(key_of_head(head), cells, head)
        key = decided.get(plain_head(head)) or known
        if key in used and key not in SEVERAL:
            key = OTHER
        used[key] = used.get(key, 0) + 1
        samples = tuple(dict.fromkeys(cell.text for cell in cells))[:_SAMPLES]
        shown = head or f"kolom {place + 1}"
        in_file = parted.places.get(place)
        columns.append(Column(place, shown, key, used[key], samples, in_file))
    return _told_apart(_with_title(columns))


def _with_title(columns: list[Column]) -> list[Column]:
    """Where no head is that of the titles, "Kesepakatan / Perjanjian" is."""
    if any(column.key == "judul" for column in columns):
        return columns
    found = next(
        (one for one in columns if one.key == OTHER and may_be_title(one.head)), None
    )
    if found is None or all(map(is_kind, found.samples)):
        return columns
    title = replace(found, key="judul", number=1)
    return [title if one is found else one for one in columns]


def _refined(key: str | None, cells: Sequence[Cell], head: str) -> str:
    """What a column holds, by its head and by what stands in it."""
    if key is None:
        return OTHER
    if key == "bentuk" and all(is_kind(cell.text) for cell in cells):
        return "jenis"
    if key == RUNNING_NUMBER and not _counts(cells):
        return "nomor" if plain_head(head) != "id" else OTHER
    if key in ("tanggal", "mulai", "berakhir", "periode", "jangka_waktu"):
        says_term = key in ("periode", "jangka_waktu")
        kinds = [_kind_of_day(cell, says_term) for cell in cells]
        days = kinds.count("hari")
        if 2 * kinds.count("rentang") > len(kinds) or (
            says_term and "rentang" in kinds
        ):
            return "periode"
        if says_term:
            return "berakhir" if 2 * days > len(kinds) else "jangka_waktu"
    return key


def _kind_of_day(cell: Cell, says_term: bool) -> str:
    """What a cell says of days; a term of which the last day is certain is a range."""
    kind = read_day(cell).kind
    if kind != "tak terbaca" or not says_term:
        return kind
    unfinished = read_unfinished(cell.text)
    return "rentang" if unfinished and unfinished.reason else kind


def _counts(cells: Sequence[Cell]) -> bool:
    """Whether they are mostly small whole numbers."""
    numbers = [cell.text.strip(" .").isdigit() for cell in cells]
    return 2 * sum(numbers) >= len(numbers)


def _told_apart(columns: list[Column]) -> list[Column]:
    """Columns of the same head under `OTHER` told apart by their place."""
    seen = set[str]()
    result = list[Column]()
    for column in columns:
        if column.name in seen:
            column = replace(column, head=f"{column.head} (kolom {column.place + 1})")
        seen.add(column.name)
        result.append(column)
    return result
