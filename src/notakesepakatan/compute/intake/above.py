"""Rows of a table in, the same rows out with what they take from those above them.

"sda" means the cell above. A line that names a year, a kind or a group stands over all the
rows below it: each of them gets it in columns of its own, at the end.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from notakesepakatan.compute.intake.columns import is_kind
from notakesepakatan.compute.intake.sheet import EMPTY, Cell

Rows = list[tuple[int, Sequence[Cell]]]
GROUP_HEADS = ("Tahun", "Jenis", "Kelompok")
"""Heads of the columns for what stands over a group of rows; it is its own `above`."""
_DITTO = re.compile(
    r"s\W{0,2}d\W{0,2}a\W?|idem|ditto|sama(?: dengan)? (?:di ?)?atas(?:nya)?"
    r"|[-–\s]*(?:[\"″”“〃〞]|''|’’|,,)(?:[-–\s]*[\"″”“〃〞])?[-–\s]*",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:[A-Z]|[IVX]{1,5}|\d{1,2})[.)]\s+")
_COUNT = re.compile(r"(?:[A-Z]|[IVX]{1,5})[.)]?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEAR_WORDS = re.compile(
    r"\b(?:tahun(?: anggaran)?|thn?\.?|t\.?a\.?)?\s*(?:19|20)\d\d\b", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_SUM = re.compile(r"(?:sub ?)?(?:jumlah|total)\b", re.IGNORECASE)
_WIDE = 3
"""Columns that one merged cell spans at least, for it to stand over rows."""
_LONGEST = 100


@dataclass
class _Over:
    """What stands over the rows under way, the outer before the inner.

    Attributes:
        said: what each says, by its head.
        unused: lines that no row stands below yet, with their number.
    """

    said: dict[str, str] = field(default_factory=dict)
    unused: list[tuple[int, str]] = field(default_factory=list)

    def take(self, number: int, text: str) -> None:
        """A further line; what stood inside of one that it replaces ends with that."""
        if not self.unused:
            self._end(_heads_of(text))
        for head in _heads_of(text):
            self.said[head] = _bare(text) if head == "Jenis" else text
        self.unused.append((number, text))

    def _end(self, heads: Sequence[str]) -> None:
        order = list(self.said)
        ended = [order.index(head) for head in heads if head in order]
        for head in order[min(ended, default=len(order)) :]:
            del self.said[head]


def is_ditto(text: str) -> bool:
    """Whether a cell only says that it is as the one above: "sda", a ditto mark."""
    return bool(text) and _DITTO.fullmatch(text) is not None


def filled_from_above(rows: Rows) -> Rows:
    """The rows, where a cell that means the one above holds what stands there."""
    result: Rows = []
    above: Sequence[Cell] = ()
    for number, row in rows:
        above = [_filled(cell, place, above) for place, cell in enumerate(row)]
        result.append((number, above))
    return result


def _filled(cell: Cell, place: int, above: Sequence[Cell]) -> Cell:
    if not above or not above[place].text or not is_ditto(cell.text):
        return cell
    return above[place]._replace(above=cell.text)


def under_their_groups(heads: Sequence[str], rows: Rows) -> tuple[list[str], Rows]:
    """Heads and rows without the lines that stand over others, which are columns now.

    A line over no row stays a row, with its words in the last of these columns.
    """
    if not any(_name_of_group(row) for _, row in rows):
        return [*heads], rows
    over = _Over()
    result: Rows = []
    for number, row in rows:
        name = _name_of_group(row)
        if name:
            over.take(number, name)
        else:
            over.unused.clear()
            result.append((number, [*row, *_cells(over.said)]))
    nothing = [EMPTY] * (len(heads) + len(GROUP_HEADS) - 1)
    result += [(number, [*nothing, Cell(text)]) for number, text in over.unused]
    return [*heads, *GROUP_HEADS], result


def _cells(said: dict[str, str]) -> list[Cell]:
    texts = [said.get(head, "") for head in GROUP_HEADS]
    return [Cell(text, above=text) for text in texts]


def _name_of_group(row: Sequence[Cell]) -> str:
    """What a line says that stands over rows; empty where a row is none."""
    filled = [cell.text for cell in row if cell.text]
    counted = _counted_name(row, filled)
    if counted:
        return counted if _may_stand_over(counted) else ""
    if len(set(filled)) != 1 or not _may_stand_over(filled[0]):
        return ""
    # Words that are no kind and no year may be of any column, where they span few of them.
    is_unknown = "Kelompok" in _heads_of(filled[0])
    return "" if is_unknown and len(filled) < _WIDE else filled[0]


def _counted_name(row: Sequence[Cell], filled: Sequence[str]) -> str:
    """The words behind a count, of a row that says nothing else: "A." and "PASAR"."""
    texts = list(dict.fromkeys(filled))
    is_counted = len(row) > _WIDE and bool(row[0].text) and len(texts) == 2
    if not is_counted or not _COUNT.fullmatch(texts[0]):
        return ""
    return texts[1] if _has_letter(texts[1]) else ""


def _may_stand_over(text: str) -> bool:
    """Whether a text may name the rows below it: no sum, no ditto mark, no mere number."""
    if len(text) > _LONGEST or _SUM.match(text) or is_ditto(text):
        return False
    return _has_letter(text) or _YEAR.search(text) is not None


def _has_letter(text: str) -> bool:
    return any(map(str.isalpha, text))


def _heads_of(text: str) -> list[str]:
    """Which of `GROUP_HEADS` a line is: "PKS TAHUN 2023" is a kind and a year."""
    heads = list[str]()
    if len(_YEAR.findall(text)) == 1:
        heads.append("Tahun")
    name = _bare(text)
    if is_kind(name):
        heads.append("Jenis")
    elif name or not heads:
        heads.append("Kelompok")
    return heads


def _bare(text: str) -> str:
    """The words of a line without its count, its year and what stands in brackets."""
    counted = _COUNTED.sub("", text.strip(), count=1)
    bare = _YEAR_WORDS.sub(" ", _IN_BRACKETS.sub(" ", counted))
    return " ".join(bare.split()).strip(" .:-–")
