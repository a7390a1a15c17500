"""The blocks below the last pasal in, who signs for whom out.

A block is read column by column: how the party is called, its office, the name, and what
stands below the name.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from notakesepakatan.load.grammar.stream import Block, Grid, GridCell, Item, items_of
from notakesepakatan.words.tanggal import MONTHS
from notakesepakatan.words.typed import day_meant

_BESIDE = re.compile(
    r"(?P<kind>saksi(?:[- ]saksi)?|mengetahui|menyetujui)\s*[:,]?", re.IGNORECASE
)
_UNDER_NAME = re.compile(
    r"(?:NIP|NRP|NIK|NIDN|NPP|Pangkat|Pembina|Penata|Jenderal|Kolonel|Komisaris)\b"
)
_DOTS = re.compile(r"[(\s]*[.…_]{2,}[.…_\s)]*|[(\s]*…[)\s]*")
"""What stands for a name that is not known yet."""
_NAME_BLANK = re.compile(r"\s*\(?[.…_]{3,}\)?$")
"""Where one signs behind a name in the same line: "ANI (........)"."""
_BLANK = re.compile(r"[\s.…_()\-]*")
_PLACE_AND_DAY = re.compile(
    r"(?P<tempat>[A-Z]\w+(?: [A-Z]\w+){0,2}), (?P<hari>\d{1,2} \w+ \d{4})"
)
_PLACE_AND_MONTH = re.compile(
    r"[A-Z]\w+(?: [A-Z]\w+){0,2}\s?,\s*(?:(?:tanggal)?[.…_\s]*)"
    rf"(?:(?i:{'|'.join(MONTHS)})|[.…_]{{2,}})\s*(?:\d{{4}}|\d{{0,2}}[.…_]{{2,}}|20\s*)"
)
"""The same where the day is written by hand: "Pekalongan,    Juni 2022"."""
_PLACE = re.compile(
    r"(?:ditetapkan|ditanda ?tangani|dibuat) di\s*:?\s*(?P<tempat>[\w. ]{3,40}?),?",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:pada )?tanggal\s*:?\s*(?P<hari>\d{1,2} \w+ \d{4})", re.IGNORECASE
)
_SIGNED_MARK = re.compile(
    r"[(\[]?\s*(?:cap(?: dan|[/ +])\s*)?(?:t\.?t\.?d|d\.?t\.?o|tertanda)\b\.?"
    r"(?:\s*(?:dan|[/+])\s*cap)?\s*[)\]]?"
    r"|[(\[]?(?:e-?)?m[ae]te?rai\b[ :]*(?:cukup|tempel)?[ :]*(?:rp\.? ?)?[\d.,-]*[)\]]?"
    r"|(?:rp\.? ?)?(?:10\.?000|6\.?000)(?:,-|,00)?",
    re.IGNORECASE,
)
"""What stands where one signs: a copy's "ttd", the place of the stamp; no words of it."""
_COPIED = re.compile(
    r"(?:untuk )?salinan (?:ini )?sesuai|sesuai dengan (?:yang )?asli", re.IGNORECASE
)
"""What begins the words of whoever made a copy, below all signatures."""
_MOST_CALLED_WORDS = 5
_MOST_SIGNED_WORDS = 12
_SIDE_BY_SIDE = 2
_MIDDLE = 290.0
"""Points; what begins right of it is the right one of two columns."""


@dataclass(frozen=True)
class Known:
    """What the opening says of a party: how it is called, who signs, in what office."""

    sebutan: str
    pejabat: str
    jabatan: str


@dataclass
class _Line:
    item: Item
    text: str


@dataclass
class Ending:
    """What stands below the last pasal.

    Attributes:
        para_pihak: keys of each party that the block says.
        saksi, mengetahui: who signs below.
        order: the parties as they stand side by side, by their place in the opening.
        columns: how many stand side by side.
        after: sentences below the block.
        items: all that was read.
        left: what has no place.
    """

    para_pihak: list[dict[str, Any]]
    saksi: list[dict[str, Any]] = field(default_factory=list)
    mengetahui: list[dict[str, Any]] = field(default_factory=list)
    order: list[int] = field(default_factory=list)
    columns: int = 0
    after: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    left: list[Item] = field(default_factory=list)


def begins_ending(block: Block, known: Sequence[Known]) -> bool:
    """Whether the block of signatures begins there."""
    called = {words for one in known for words in _ways_to_call(one)}
    if isinstance(block, Grid):
        return _is_signed(block, called)
    cells = block.cells or (block.whole,)
    texts = [text for cell in cells for text in _split_called(cell, called)]
    return bool(texts) and all(_called(text, called) for text in texts)


def _is_signed(grid: Grid, called: set[str]) -> bool:
    """Whether a table has the signatures: by our own bookmark, or by its first rows."""
    is_own = any(item.path[:1] == ("tanda_tangan",) for item in grid.items)
    return is_own or any(_calls(row, called) for row in grid.rows[:3])


def _ways_to_call(one: Known) -> Iterator[str]:
    """How signatures may call a party: some texts have KESATU above and PERTAMA below."""
    sebutan = one.sebutan.casefold()
    if sebutan:
        yield sebutan
        for usual, other in (("kesatu", "pertama"), ("pertama", "kesatu")):
            if sebutan == f"pihak {usual}":
                yield f"pihak {other}"


def is_days(block: Block) -> bool:
    """Whether places and days stand there, as above the signatures."""
    if isinstance(block, Grid):
        return False
    cells = block.cells or (block.whole,)
    # Where the day is to be written by hand, the room for it parts the line.
    is_blank = _PLACE_AND_MONTH.fullmatch(block.whole) is not None
    return is_blank or all(map(_is_place_and_day, cells))


def called_there(block: Block) -> list[str]:
    """How parties are called that nothing else names: side by side, each with a comma."""
    if isinstance(block, Grid):
        texts = [cell.text for cell in block.rows[0] if cell.text]
    else:
        texts = list(block.cells)
    are_names = len(texts) > 1 and all(
        text.endswith(",") and len(text.split()) <= _MOST_CALLED_WORDS for text in texts
    )
    return [text.strip(" ,") for text in texts] if are_names else []


def _calls(row: Sequence[GridCell], called: set[str]) -> bool:
    """Whether each cell of a row begins with how a party is called, below place and day."""
    firsts = [first for cell in row if (first := _first_said(cell))]
    return bool(firsts) and all(_called(first, called) for first in firsts)


def _first_said(cell: GridCell) -> str:
    """The first line of a cell that is neither a place nor a day; empty without one."""
    lines = (line for item in cell.items for line in item.lines or (item.whole,))
    return next((line for line in lines if not _is_place_or_day(line)), "")


def _is_place_or_day(text: str) -> bool:
    patterns = (_PLACE, _DAY)
    is_one = any(pattern.fullmatch(text) for pattern in patterns)
    return is_one or _is_place_and_day(text)


def _is_place_and_day(text: str) -> bool:
    """Whether a line says both, also where the day is still blank."""
    patterns = (_PLACE_AND_DAY, _PLACE_AND_MONTH)
    return any(pattern.fullmatch(text) for pattern in patterns)


def _day_in(texts: Sequence[str]) -> dict[str, str]:
    """Place and day as one line or two say them; empty where they say anything else."""
    told = dict[str, str]()
    for text in texts:
        matches = [p.fullmatch(text) for p in (_PLACE_AND_DAY, _PLACE, _DAY)]
        match = next(filter(None, matches), None)
        if match is None:
            return {}
        told |= match.groupdict()
    day = day_meant(told.get("hari", ""))
    own = {"tempat": told.get("tempat", ""), "tanggal": day.isoformat() if day else ""}
    return {key: value for key, value in own.items() if value}


def _first_line(item: Item) -> str:
    return item.lines[0] if item.lines else item.whole


def _called(text: str, called: set[str]) -> bool:
    return _as_called(text) in called


def _as_called(text: str) -> str:
    """The words as parties are looked up by them: no marks around, no capitals."""
    return text.strip(" ,.:").casefold()


def _split_called(text: str, called: set[str]) -> list[str]:
    """ "PIHAK KESATU, PIHAK KEDUA," as two."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    return parts if all(_called(part, called) for part in parts) else [text]


def read_ending(blocks: Sequence[Block], known: Sequence[Known]) -> Ending:
    """The signatures, and those beside the parties."""
    return _Reader(known).read(blocks)


class _Reader:
    """Lines of each column, as they come."""

    def __init__(self, known: Sequence[Known]) -> None:
        self._known = known
        self._called = {
            words: i for i, one in enumerate(known) for words in _ways_to_call(one)
        }
        self._ending = Ending([{} for _ in known])
        self._lines: list[dict[int, list[_Line]]] = [{} for _ in known]
        """Of each party the lines of each of its columns."""
        self._columns = dict[int, int]()
        """The party of each column of the table at hand."""
        self._beside = ""
        self._beside_columns = list[list[_Line]]()
        self._days_above = list[_Line]()
        self._is_over = False
        self._own_days = dict[int, dict[str, str]]()

    def read(self, blocks: Sequence[Block]) -> Ending:
        """All blocks below the last pasal."""
        for block in blocks:
            self._is_over = self._is_over or _begins_copied(block)
            if self._is_over:
                self._ending.left += items_of([block])
            elif isinstance(block, Grid):
                self._add_grid(block)
            else:
                self._add_item(block)
        self._end_beside()
        for i, lines in enumerate(self._lines):
            self._ending.para_pihak[i] = self._signed(i, lines)
        for i, own in self._own_days.items():
            self._ending.para_pihak[i]["penandatanganan"] = own
        return self._ending

    def _add_grid(self, grid: Grid) -> None:
        days = dict[int, list[_Line]]()
        for row in grid.rows:
            if self._beside:
                self._add_row_beside(row)
                continue
            places = self._places(row)
            for place, (cell, column) in enumerate(zip(row, places, strict=True)):
                for line in _lines_of(cell):
                    if self._beside:
                        self._add_line_beside(line, place)
                    elif not self._begins_column(line, column, cell.columns):
                        self._add_line(line, column, days)
        for column, lines in days.items():
            self._add_day(column, lines)
        self._give_days_above()

    def _places(self, row: Sequence[GridCell]) -> list[int]:
        """The column of each cell; tabs of a text file put them where they may."""
        said = [cell for cell in row if cell.items]
        is_known = all(cell.column in self._columns for cell in said)
        calls = any(self._calls(cell) for cell in said)
        if not self._columns or is_known or calls:
            return [cell.column for cell in row]
        placed = self._placed(said)
        return [placed.get(cell.column, cell.column) for cell in row]

    def _placed(self, said: Sequence[GridCell]) -> dict[int, int]:
        """The known column of each cell, by where the cell begins: in order, else the nearest."""
        known = sorted(self._columns)
        if len(said) == len(known):
            return {cell.column: known[i] for i, cell in enumerate(said)}
        return {cell.column: _nearest(known, cell.column) for cell in said}

    def _calls(self, cell: GridCell) -> bool:
        first = _first_line(cell.items[0]) if cell.items else ""
        return _as_called(first) in self._called

    def _add_day(self, column: int, lines: Sequence[_Line]) -> None:
        """Place and day above the block of one party."""
        i = self._columns.get(column)
        own = _day_in([line.text for line in lines])
        if i is None or not own:
            self._ending.left += [line.item for line in lines]
            return
        self._own_days[i] = own
        self._ending.items += [line.item for line in lines]

    def _begins_column(self, line: _Line, column: int, columns: int) -> bool:
        """Whether a party is called there, whose lines stand below."""
        i = self._called.get(_as_called(line.text))
        if i is None:
            return False
        if column in self._columns and self._columns[column] == i:
            return False
        for each in range(column, column + columns):
            self._columns[each] = i
        if column == 0:
            self._columns = dict.fromkeys(range(columns), i)
        self._note(i, line.item)
        return True

    def _note(self, i: int, item: Item) -> None:
        if i not in self._ending.order:
            self._ending.order.append(i)
        self._ending.columns = max(
            self._ending.columns, len(set(self._columns.values()))
        )
        self._ending.items.append(item)

    def _add_line(self, line: _Line, column: int, days: dict[int, list[_Line]]) -> None:
        beside = _BESIDE.fullmatch(line.text)
        if beside and column == 0:
            self._begin_beside(beside["kind"], line.item)
            return
        if column not in self._columns:
            i = self._by_words(line.text)
            if i is None:
                days.setdefault(column, []).append(line)
                return
            self._columns[column] = i
        i = self._columns[column]
        self._lines[i].setdefault(column, []).append(line)
        self._ending.items.append(line.item)

    def _by_words(self, text: str) -> int | None:
        """The party whose office or name a line is."""
        said = text.strip(" ,").casefold()
        for i, one in enumerate(self._known):
            if said and said in (one.jabatan.casefold(), one.pejabat.casefold()):
                return i
        # A name that is too long for its column goes on in the next line.
        begun = [
            i
            for i, one in enumerate(self._known)
            if " " in said and one.pejabat.casefold().startswith(f"{said},")
        ]
        return begun[0] if len(begun) == 1 else None

    def _goes_on_with_name(self, item: Item, text: str) -> bool:
        """Whether a line is the rest of a name that was too long for its column."""
        for one, columns in zip(self._known, self._lines, strict=True):
            last = next((lines[-1] for lines in columns.values() if lines), None)
            whole = f"{last.text} {text}" if last else ""
            if last and whole.casefold() == one.pejabat.casefold():
                last.text = whole
                self._ending.items.append(item)
                return True
        return False

    def _add_item(self, item: Item) -> None:
        """A paragraph outside of a table: its parts stand below each other's."""
        cells = item.cells or (item.whole,)
        beside = _BESIDE.fullmatch(item.whole)
        pihak_list = self._all_called(cells)
        if beside:
            self._begin_beside(beside["kind"], item)
        elif self._is_after(item):
            self._ending.after.append(item.whole)
            self._ending.items.append(item)
        elif self._beside:
            self._add_item_beside(item)
        elif is_days(item):
            self._days_above = [_Line(item, cell) for cell in cells]
        elif pihak_list is not None:
            self._begin_columns(pihak_list, item)
        else:
            self._add_cells(item, cells)

    def _is_after(self, item: Item) -> bool:
        """Whether it is a sentence below the signatures."""
        is_own = item.path[:2] == ("kalimat", "setelah_tanda_tangan")
        if is_own:
            return True
        is_long = len(item.text.split()) > _MOST_SIGNED_WORDS
        # A text file has a name, its rank and its number on one line.
        is_name = bool(_UNDER_NAME.search(item.text))
        return is_long and not is_name and bool(self._ending.order)

    def _add_item_beside(self, item: Item) -> None:
        """One more line of who signs beside the parties."""
        if item.label[:1].isdigit() or not self._beside_columns:
            self._beside_columns.append([])
        words = item.text if item.label[:1].isdigit() else item.whole
        self._beside_columns[-1].append(_Line(item, _NAME_BLANK.sub("", words)))
        self._ending.items.append(item)

    def _all_called(self, cells: Sequence[str]) -> list[int] | None:
        """The parties that the cells call; None where they say anything else."""
        names = set(self._called)
        parts = [part for cell in cells for part in _split_called(cell, names)]
        if not all(_called(part, names) for part in parts):
            return None
        return [self._called[_as_called(part)] for part in parts]

    def _begin_columns(self, pihak_list: Sequence[int], item: Item) -> None:
        """Parties are called side by side; below days, those are theirs."""
        self._columns = dict(enumerate(pihak_list))
        self._give_days_above()
        for i in pihak_list:
            self._note(i, item)

    def _give_days_above(self) -> None:
        """Places and days above the columns; one alone stands at the right, over the last."""
        above, columns = self._days_above, sorted(self._columns)
        over = columns[-1:] if len(above) == 1 else columns
        for column, line in zip(over, above, strict=False):
            self._add_day(column, [line])
        self._days_above = above[len(over) :]

    def _add_cells(self, item: Item, cells: Sequence[str]) -> None:
        for column, text in enumerate(cells):
            if self._goes_on_with_name(item, text):
                continue
            i = self._pihak_of(item, cells, column)
            if i is None:
                self._ending.left.append(item)
                continue
            own = next((c for c, j in self._columns.items() if j == i), column)
            self._lines[i].setdefault(own, []).append(_Line(item, text))
            self._ending.items.append(item)

    def _pihak_of(self, item: Item, cells: Sequence[str], column: int) -> int | None:
        """Whose line a cell is: by its words, by where it stands, by what goes on."""
        many = len(self._columns)
        found = self._by_words(cells[column])
        if found is None and len(cells) == 1 and many == _SIDE_BY_SIDE:
            found = self._by_side(item)
        if found is None and len(cells) != many:
            found = self._unfinished()
        return self._columns.get(column) if found is None else found

    def _by_side(self, item: Item) -> int | None:
        """Of two parties the one in whose half of the page it stands; None without pages."""
        if item.page is None:
            return None
        is_right = (item.indent or 0.0) >= _MIDDLE
        return self._columns.get(1 if is_right else 0)

    def _unfinished(self) -> int | None:
        """The party whose lines go on: the last with lines, until its name has come."""
        for i in reversed(self._ending.order):
            if any(self._lines[i].values()):
                return i
        return self._ending.order[0] if self._ending.order else None

    def _begin_beside(self, kind: str, item: Item) -> None:
        self._end_beside()
        self._beside = "saksi" if kind.lower().startswith("saksi") else "mengetahui"
        self._ending.items.append(item)

    def _add_row_beside(self, row: Sequence[Any]) -> None:
        for place, cell in enumerate(row):
            for line in _lines_of(cell):
                self._add_line_beside(line, place)

    def _add_line_beside(self, line: _Line, place: int) -> None:
        while len(self._beside_columns) <= place:
            self._beside_columns.append([])
        self._beside_columns[place].append(line)
        self._ending.items.append(line.item)

    def _end_beside(self) -> None:
        if self._beside:
            people = getattr(self._ending, self._beside)
            for lines in self._beside_columns:
                made = _person([line.text for line in lines])
                if made:
                    people.append(made)
        self._beside, self._beside_columns = "", []

    def _signed(self, i: int, columns: Mapping[int, list[_Line]]) -> dict[str, Any]:
        """The keys of a party that its block says."""
        known = self._known[i]
        is_name_first = self._is_name_first()
        people = [
            _one_penanda_tangan([line.text for line in lines], known, is_name_first)
            for _, lines in sorted(columns.items())
        ]
        people = [person for person in people if person]
        if not people:
            return {}
        first, *others = people
        made = dict(first)
        if others:
            made["penanda_tangan_lain"] = [
                {"jabatan": " ".join(other.get("tanda_tangan", ["…"])), **other}
                for other in others
            ]
        return made

    def _is_name_first(self) -> bool:
        """Whether a name that is known stands above its office, and so those that are not."""
        for known, columns in zip(self._known, self._lines, strict=True):
            for lines in columns.values():
                texts = [one.text for one in lines if not _BLANK.fullmatch(one.text)]
                if known.pejabat and len(texts) > 1 and texts[0] == known.pejabat:
                    return True
        return False


def _begins_copied(block: Block) -> bool:
    """Whether the words of whoever made a copy begin there."""
    first = next(items_of([block]), None)
    return first is not None and _COPIED.match(first.whole) is not None


def _lines_of(cell: GridCell) -> Iterator[_Line]:
    for item in cell.items:
        for text in item.lines or (item.whole,):
            yield _Line(item, text)


def _nearest(known: Sequence[int], column: int) -> int:
    return min((abs(one - column), one) for one in known)[1]


def _one_penanda_tangan(
    lines: Sequence[str], known: Known, is_name_first: bool
) -> dict[str, Any]:
    lines = [line for line in lines if not _SIGNED_MARK.fullmatch(line)]
    texts = [line for line in lines if not _BLANK.fullmatch(line)]
    if not texts:
        return {}
    dots = next((i for i, line in enumerate(lines) if _DOTS.fullmatch(line)), None)
    if dots is not None and known.pejabat not in texts:
        return _kept({"tanda_tangan": lines[:dots], "bawah_nama": lines[dots + 1 :]})
    at = 0 if is_name_first else _name_at(texts, known.pejabat)
    made: dict[str, Any] = {}
    name, below = texts[at], texts[at + 1 :]
    if known.pejabat and name.startswith(f"{known.pejabat} "):
        below = [name.removeprefix(known.pejabat).strip(), *below]
        name = known.pejabat
    made["pejabat"] = name.strip("()")
    if texts[:at]:
        made["tanda_tangan"] = texts[:at]
    if below:
        made["bawah_nama"] = below
    return made


def _kept(made: Mapping[str, Any]) -> dict[str, Any]:
    return {key: list(value) for key, value in made.items() if value}


def _name_at(texts: Sequence[str], pejabat: str) -> int:
    """Which line is the name."""
    wanted = pejabat.casefold()
    for i, text in enumerate(texts):
        said = text.strip("() ").casefold()
        if wanted and (said == wanted or said.startswith(f"{wanted} ")):
            return i
    for i, text in enumerate(texts):
        if _UNDER_NAME.match(text):
            return max(i - 1, 0)
    return len(texts) - 1


def _person(lines: Sequence[str]) -> dict[str, Any]:
    """One who signs beside the parties: office, name, what stands below it."""
    lines = [line for line in lines if not _SIGNED_MARK.fullmatch(line)]
    texts = [line for line in lines if not _BLANK.fullmatch(line)]
    if not texts:
        return {}
    cut = re.split(r" (?=NIP\b)", texts[-1], maxsplit=1)
    texts = [*texts[:-1], *cut]
    at = _name_at(texts, "")
    made: dict[str, Any] = {"nama": texts[at]}
    if texts[:at]:
        made["jabatan"] = texts[:at]
    if texts[at + 1 :]:
        made["bawah_nama"] = texts[at + 1 :]
    return made
