"""Lines of pages with their places in, paragraphs out.

A line that ends before its column does, a label, a wider gap: there a paragraph ends. What
stands at the head or foot of most pages is read once. Columns of running text are read one
after the other.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from notakesepakatan.load.foreign.account import BODY, Cell, Look, Paragraph, Piece

KnownWord = Callable[[str], bool]

_EDGE_SHARE = 0.12
"""The part of a page's height at its head and foot in which running heads stand."""
_LABEL = re.compile(
    r"(?:pasal|bab|bagian|paragraf|lampiran)\s+(?:\d|[ivxlc]+\b|ke)|(?:nomor|tanggal) ?:"
    r"|\(\d+[a-z]?\)(?:\s|$)"
    r"|(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)](?:\s|$)|[•▪●◦–—-]\s",
    re.IGNORECASE,
)
"""What begins a paragraph by itself."""
_HEADING = re.compile(r"(?:pasal|bab)\s", re.IGNORECASE)
"""What stands at the head of many pages and is never the same."""
_ALONE = re.compile(
    r"(?i:pasal|bab|paragraf) (?:\d+[A-Z]?|[IVXLC]+)|(?i:bagian ke)[a-z]+(?: [a-z]+)?"
    r"|ANTARA|DAN|DENGAN|TENTANG"
)
"""What is a paragraph where it stands in a line by itself."""
_VALUE = re.compile(
    r"(?:Nama|Jabatan|Alamat|Tel\w*|Fa[kx]\w*|Email|Surel|Nomor|NOMOR|Tanggal)"
    r"(?: [\w.]+){0,2}\s?:"
)
"""How a line with a name and its value begins."""
_TABLES_OF_PAGE = 1000
"""More tables than a page has."""
_END = re.compile(r"[.;:]$")
_CLOSING = re.compile(r"Demikian(?:lah)?\b")
"""What a text closes with, in a paragraph of its own."""
_CUT = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_REST = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"@|://|www\.|^[a-z]+(?:\.[a-z]+)+$")
_WHOLE_ADDRESS = re.compile(r"\.(?:id|com|org|net|gov|edu|int)[.,;)]*$")
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_WIDE_GAP = 1.75
"""Of the usual distance of two lines: a wider one parts paragraphs."""
_TOLERANCE = 3.0
"""Points by which two edges that are meant to be one may differ."""
_DEEPEST_INDENT = 72.0
"""Points by which the first line of a paragraph may begin further right than the others."""
_PARTING_WIDTH = 28.0
"""Points; a gap as wide parts what stands side by side."""
_FEWEST_WORDS = 3
"""Words of a line that may be one of a column of running text."""
_FEWEST_OF_HEAD = 3
"""Columns of lines that the page before has too: the head of a table."""
_TITLE_WORD = re.compile(r"(?:ANTARA|DAN|DENGAN|TENTANG)$")
"""A line of a title by itself."""
_ONLY_BLANKS = re.compile(r"[.…_ ]+")
_HEADING = re.compile(r"(?:pasal|bab|bagian|paragraf)\s+\S+$", re.IGNORECASE)
"""What stands at the top of a page by chance, and is no running head."""
_INDENT = 72.0
"""Points behind a label within which its words begin; further on is another column."""
_MOST_LEVEL = 20
"""Lines beside a label that are looked at."""
_HALF_A_LINE = 6.0
"""Points by which lines of two columns may be shifted, and stand beside each other."""
_RAGGED = 0.2
"""Of a column's width, by how much lines may miss its edge that the next word does not fit."""
_FEWEST_OF_TEXT = 6
"""Lines that tell how wide a text is."""
_NARROW_GAP = 1.35
"""Of the usual distance of two lines: a wider one parts sentences into paragraphs."""
_FEWEST_OF_COLUMN = 6
"""Lines side by side that make two columns."""


@dataclass(frozen=True)
class Gap:
    """A wide gap inside a line: where it is in the text, and its edges in points."""

    position: int
    left: float
    right: float


@dataclass(frozen=True)
class Line:
    """One line; places in points from the lower left corner of its page.

    `number` is its number in a file that has lines, and 0 in one that has none; `column`
    that of its first letter there. `cell` is the cell that it is in, of a table with lines.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    gaps: tuple[Gap, ...] = ()
    number: int = 0
    column: int = 1
    cell: Cell | None = None

    def before(self, gap: Gap) -> "Line":
        """What stands left of a gap."""
        return replace(
            self, text=self.text[: gap.position].rstrip(), right=gap.left, gaps=()
        )

    def after(self, gap: Gap) -> "Line":
        """What stands right of it."""
        return replace(
            self, text=self.text[gap.position :].lstrip(), left=gap.right, gaps=()
        )


@dataclass(frozen=True)
class Page:
    """One page with its lines in the order of the file; its sizes in points."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]


class _Edge(NamedTuple):
    """The edges of running text.

    Attributes:
        left, right: where its lines begin, and where the longest ends.
        is_justified: most lines end there, so that a shorter one is a last one.
    """

    left: float
    right: float
    is_justified: bool = False


@dataclass(frozen=True)
class _Stack:
    """Lines below each other, as in a column or a cell.

    Attributes:
        lines: the lines.
        may_follow: it is the first of its page or column: a paragraph may come over.
    """

    lines: tuple[Line, ...]
    may_follow: bool

    @property
    def right(self) -> float:
        """Where its longest line ends."""
        return max(line.right for line in self.lines)

    @cached_property
    def left(self) -> float:
        """Where its first letter begins."""
        return min(line.left for line in self.lines)

    @cached_property
    def pitch(self) -> float:
        """The usual distance of two lines; of few lines what letters of their height have."""
        steps = [above.bottom - below.bottom for above, below in pairwise(self.lines)]
        if len(steps) > 1:
            return median(steps)
        return 1.3 * max(line.top - line.bottom for line in self.lines)


def join_lines(
    pages: Sequence[Page], is_known_word: KnownWord | None = None
) -> Iterator[Paragraph]:
    """Paragraphs of all pages, then what stands at the head or foot of most of them.

    Args:
        pages: the pages in order.
        is_known_word: whether a word is one of Indonesian; decides whether a hyphen at
            the end of a line belongs to the word.
    """
    is_known_word = _or_written_here(pages, is_known_word)
    running = _running_heads(pages)
    yield from _paragraphs(pages, running.keys(), is_known_word)
    for (bagian, _), (text, number) in running.items():
        yield Paragraph(text, bagian, number)


def _paragraphs(
    pages: Sequence[Page],
    running: Collection[tuple[str, str]],
    is_known_word: KnownWord | None,
) -> Iterator[Paragraph]:
    """Paragraphs of all pages without what stands at the edges of most of them."""
    gathered = _Gathered(is_known_word)
    above = list[Line]()
    for page in pages:
        own = [line for line in page.lines if _shape(line, page) not in running]
        lines = _blanks_apart(own[_repeated_head(own, above) :])
        lines = _labels_at_their_words(lines)
        above = own
        for table, part in _tables_apart(lines):
            if table is not None:
                yield from gathered.end()
                yield from _cells(part, page.number, is_known_word)
                continue
            for stack in _stacks(part):
                yield from gathered.add(stack, page.number)
    yield from gathered.end()


def _tables_apart(
    lines: Sequence[Line],
) -> Iterator[tuple[int | None, list[Line]]]:
    """Lines outside of tables as they come, and where a table begins all of its lines."""
    seen = set[int]()
    outside = list[Line]()
    for line in lines:
        if line.cell is None:
            outside.append(line)
        elif line.cell.table not in seen:
            table = line.cell.table
            seen.add(table)
            if outside:
                yield None, outside
                outside = []
            yield table, [one for one in lines if one.cell and one.cell.table == table]
    if outside:
        yield None, outside


def _cells(
    lines: Sequence[Line], page: int, is_known_word: KnownWord | None
) -> Iterator[Paragraph]:
    """The cells of a table row by row, each as the paragraphs that its labels begin."""
    by_cell = dict[Cell, list[Line]]()
    for line in lines:
        if line.cell:
            by_cell.setdefault(line.cell, []).append(line)
    for cell in sorted(by_cell, key=lambda one: (one.row, one.column)):
        text = ""
        for line in sorted(by_cell[cell], key=lambda one: -one.bottom):
            if text and _LABEL.match(line.text):
                yield _in_cell(text, cell, page)
                text = ""
            text = _joined(text, line.text, is_known_word) if text else line.text
        yield _in_cell(text, cell, page)


def _in_cell(text: str, cell: Cell, page: int) -> Paragraph:
    # Tables of other pages are other tables.
    here = cell._replace(table=page * _TABLES_OF_PAGE + cell.table)
    return Paragraph(text, BODY, page, look=Look(text, cell=here))


class _Gathered:
    """Lines of the paragraph at hand."""

    def __init__(self, is_known_word: KnownWord | None) -> None:
        self._is_known_word = is_known_word
        self._lines = list[Line]()
        self._page = 0
        """The page on which the paragraph begins."""
        self._stack = _Stack((), may_follow=False)
        self._edge: _Edge | None = None
        """Of the text that the last line stands in."""
        self._told: _Edge | None = None
        """The last edges that enough lines told."""

    def add(self, stack: _Stack, page: int) -> Iterator[Paragraph]:
        """The lines of a stack; the paragraphs that end on the way come out."""
        told = _edge_of(stack)
        edge = told or self._of_same_text(stack)
        self._told = told or self._told
        for i, line in enumerate(stack.lines):
            if self._lines and not self._takes(line, stack, is_first=i == 0):
                yield from self.end()
            self._page = self._page or page
            self._stack, self._edge = stack, edge
            self._lines.append(line)

    def _of_same_text(self, stack: _Stack) -> _Edge:
        """The edges of the text that a few lines go on with; else those of the lines."""
        own = _Edge(stack.left, stack.right)
        is_running = any(map(_has_running_words, stack.lines))
        above = self._told if self._told and is_running else own
        goes_on = abs(above.left - own.left) <= _TOLERANCE
        is_as_wide = above.right <= own.right + _TOLERANCE
        return above if goes_on and is_as_wide else own

    def end(self) -> Iterator[Paragraph]:
        """The paragraph at hand, which ends here; none where none has begun."""
        if self._lines:
            yield self._paragraph()
        self._lines = []
        self._page = 0

    def _takes(self, line: Line, stack: _Stack, *, is_first: bool) -> bool:
        """Whether the line goes on with the same paragraph."""
        last = self._lines[-1]
        if self._begins_anew(line):
            return False
        has_ended = _END.search(last.text) is not None
        if is_first:
            return stack.may_follow and self._is_alike(stack) and not has_ended
        gap = _NARROW_GAP if has_ended else _WIDE_GAP
        if last.bottom - line.bottom > gap * stack.pitch:
            return False
        if last.left - line.left > _DEEPEST_INDENT and not _has_same_middle(last, line):
            return False  # the last one stands in the middle: the title of a pasal
        moved = abs(line.left - last.left) > _TOLERANCE
        return not (moved and len(self._lines) > 1)

    def _begins_anew(self, line: Line) -> bool:
        """Whether the words of the line, or of those before, say that a paragraph begins."""
        last = self._lines[-1]
        if _LABEL.match(line.text) or self._ended_early(line):
            return True
        if _stands_alone(line) or _stands_alone(last) or self._ends_heading(line):
            return True
        closes = _CLOSING.match(line.text) is not None
        return closes and _END.search(last.text) is not None

    def _ended_early(self, line: Line) -> bool:
        """Whether the next word would still have found room on the last line.

        In justified text a sentence ends there that ends before the edge.
        """
        last = self._lines[-1]
        if _CUT.search(last.text) or self._edge is None:
            return False
        room = self._edge.right - last.right
        has_ended = _END.search(last.text) is not None
        if self._edge.is_justified and has_ended:
            return room > _TOLERANCE
        if line.text[0].islower() and not has_ended:
            return False  # short words are kept together at a line's end
        words = line.text.split(" ", 1)
        letter = (line.right - line.left) / len(line.text)
        needed = letter * (len(words[0]) + 1)
        return room > needed + _TOLERANCE

    def _ends_heading(self, line: Line) -> bool:
        """Whether the lines so far are a heading, or words of a title that stand alone."""
        last = self._lines[-1].text
        if any(_ALONE.fullmatch(text) for text in (last, line.text)):
            return True
        is_value = _VALUE.match(last) is not None
        if _VALUE.match(line.text) or (is_value and line.text.isupper()):
            return True
        is_heading = all(one.text.isupper() for one in self._lines)
        return is_heading and not line.text.isupper() and len(last) > 1

    def _is_alike(self, stack: _Stack) -> bool:
        """Whether both are columns of running text of about the same width."""
        widths = [
            each.right - min(line.left for line in each.lines)
            for each in (self._stack, stack)
        ]
        return min(widths) > 0.8 * max(widths)

    def _paragraph(self) -> Paragraph:
        """The paragraph as one text."""
        text = ""
        pieces = list[Piece]()
        for line in self._lines:
            text = _joined(text, line.text, self._is_known_word) if text else line.text
            pieces.append(Piece(len(text) - len(line.text), line.number, line.column))
        first = self._lines[0]
        raw = _with_tabs(first) if len(self._lines) == 1 else text
        look = Look(raw, indent=first.left)
        if not first.number:
            return Paragraph(text, BODY, self._page, look=look)
        return Paragraph(text, BODY, pieces=tuple(pieces), look=look)


def _has_same_middle(line: Line, other: Line) -> bool:
    """Whether both have the same middle."""
    return abs(line.left + line.right - other.left - other.right) < 2 * _TOLERANCE


def _parting(line: Line) -> list[Gap]:
    """Gaps that no justified text has."""
    return [gap for gap in line.gaps if gap.right - gap.left >= _PARTING_WIDTH]


def _edge_of(stack: _Stack) -> _Edge | None:
    """The edges of its running text, which headings and rows may overtop.

    None where few lines reach as far as the longest one: there is no such text.
    """
    running = [line for line in stack.lines if _has_running_words(line)]
    if len(running) < _FEWEST_OF_TEXT:
        return None
    left, right = (
        min(line.left for line in running),
        max(line.right for line in running),
    )
    missed = [right - line.right for line in running]
    half = len(running) / 2
    if sum(miss < _RAGGED * (right - left) for miss in missed) < half:
        return None
    return _Edge(left, right, sum(miss <= _TOLERANCE for miss in missed) >= half)


def _has_running_words(line: Line) -> bool:
    """Whether a line may be one of running text: no heading in capitals, no row."""
    return not line.text.isupper() and not _stands_alone(line)


def _is_row(line: Line) -> bool:
    """Whether words stand side by side in it, and not only a label before its text."""
    if _is_spread(line):
        return False
    before_gaps = (line.text[: gap.position].strip() for gap in _parting(line))
    return any(not _LABEL.fullmatch(before) for before in before_gaps)


def _is_spread(line: Line) -> bool:
    """Whether all its words stand apart alike, as in a narrow column of justified text."""
    widths = [gap.right - gap.left for gap in line.gaps]
    is_every_space = len(widths) == len(line.text.split()) - 1
    is_several = is_every_space and len(widths) > 1
    return is_several and max(widths) - min(widths) <= _TOLERANCE


def _stands_alone(line: Line) -> bool:
    """Whether it is a paragraph by itself: a word of a title, words side by side."""
    return _TITLE_WORD.match(line.text) is not None or _is_row(line)


def _with_tabs(line: Line) -> str:
    """The text of a line, its wide gaps as tabs."""
    edges = [0, *(gap.position for gap in _parting(line)), len(line.text)]
    return "\t".join(line.text[a:b].strip() for a, b in pairwise(edges))


def _joined(text: str, line: str, is_known_word: KnownWord | None) -> str:
    """Two lines as one, a word cut between them whole again."""
    if text.endswith("/") or _is_cut_address(text, line):
        return text + line
    match = _CUT.search(text)
    rest = _REST.match(line)
    if not match or not rest:
        return f"{text} {line}"
    begin, end = match[1], rest[0]
    if not text.endswith("-"):  # such a hyphen is there for the end of the line only
        return text[:-1] + line
    is_one_word = begin.lower() != end.lower()
    if is_one_word and is_known_word is not None:
        is_one_word = is_known_word((begin + end).lower())
    return text[:-1] + line if is_one_word else text + line


def _is_cut_address(text: str, line: str) -> bool:
    """Whether a mail or web address, which has no spaces, goes on in the next line."""
    begin = text.rsplit(" ", 1)[-1]
    rest = line.split(" ", 1)[0]
    is_open = _ADDRESS.search(begin) is not None and not _WHOLE_ADDRESS.search(begin)
    return is_open and "." in rest.rstrip(".,;")


def _shape(line: Line, page: Page) -> tuple[str, str]:
    """At which edge of the page a line stands, and its words but for numbers."""
    if _HEADING.match(line.text):
        return "", ""
    shape = _NUMBER.sub("#", line.text)
    if line.bottom > page.height * (1 - _EDGE_SHARE):
        return "kepala halaman", shape
    if line.top < page.height * _EDGE_SHARE:
        return "kaki halaman", shape
    return "", ""


def _running_heads(
    pages: Sequence[Page],
) -> dict[tuple[str, str], tuple[str, int]]:
    """What stands at the edge of most pages: the first text of each, and its page."""
    count = Counter[tuple[str, str]]()
    first = dict[tuple[str, str], tuple[str, int]]()
    for page in pages:
        for line in page.lines:
            first.setdefault(_shape(line, page), (line.text, page.number))
        shapes = dict.fromkeys(_shape(line, page) for line in page.lines)
        count.update(shapes.keys())
    enough = max(min(3, max(len(pages), 2)), len(pages) // 2)
    return {
        shape: first[shape]
        for shape, times in count.items()
        if shape[0] and times >= enough and not _HEADING.match(shape[1])
    }


def _or_written_here(
    pages: Sequence[Page], is_known_word: KnownWord | None
) -> KnownWord | None:
    """A word of the language, or one that these pages have uncut, as a name of a place."""
    if is_known_word is None:
        return None
    written = {
        word.lower()
        for page in pages
        for line in page.lines
        for word in _REST.findall(line.text)
    }
    return lambda word: word in written or is_known_word(word)


def _repeated_head(lines: Sequence[Line], above: Sequence[Line]) -> int:
    """How many lines at the top repeat the head of a table of the page before."""
    longest = 0
    for begin in range(len(above)):
        count = 0
        for line, other in zip(lines, above[begin:], strict=False):
            is_same = line.text == other.text and abs(line.left - other.left) < 1
            if not is_same:
                break
            count += 1
        longest = max(longest, count)
    columns = {round(line.left) for line in lines[:longest]}
    return longest if len(columns) >= _FEWEST_OF_HEAD else 0


def _blanks_apart(lines: Sequence[Line]) -> list[Line]:
    """Blanks beside each other, as two people sign, are a line each."""
    result = list[Line]()
    for line in lines:
        rest = line
        if _ONLY_BLANKS.fullmatch(line.text):
            for gap in line.gaps[:1]:
                result.append(rest.before(gap))
                rest = rest.after(gap)
        result.append(rest)
    return result


def _labels_at_their_words(lines: Sequence[Line]) -> list[Line]:
    """Labels that the file has somewhere else, before the words that they stand beside."""
    level = dict[int, list[int]]()
    for i, line in enumerate(lines):
        level.setdefault(round(line.bottom / _TOLERANCE), []).append(i)
    result: list[Line | None] = [*lines]
    for i, line in enumerate(lines):
        is_label = _LABEL.fullmatch(line.text) and not _HEADING.match(line.text)
        if not is_label or _has_words_next(lines, i):
            continue
        height = round(line.bottom / _TOLERANCE)
        beside = [j for step in (-1, 0, 1) for j in level.get(height + step, ())][
            :_MOST_LEVEL
        ]
        right = [
            j for j in beside if line.right <= lines[j].left <= line.right + _INDENT
        ]
        if not right:
            continue
        nearest = min(right, key=lambda each: lines[each].left)
        words = lines[nearest]
        is_free = result[nearest] is words and not _LABEL.match(words.text)
        if is_free:
            result[nearest] = _labelled(line, words)
            result[i] = None
    return [line for line in result if line]


def _has_words_next(lines: Sequence[Line], i: int) -> bool:
    """Whether the words beside a label come next in the file."""
    following = lines[i + 1] if i + 1 < len(lines) else None
    if following is None:
        return False
    return abs(following.bottom - lines[i].bottom) < 2 * _TOLERANCE


def _labelled(label: Line, words: Line) -> Line:
    shift = len(label.text) + 1
    gaps = tuple(replace(gap, position=gap.position + shift) for gap in words.gaps)
    text = f"{label.text} {words.text}"
    return replace(words, text=text, left=label.left, gaps=gaps)


def _stacks(lines: Sequence[Line]) -> Iterator[_Stack]:
    """Lines of a page as columns and cells."""
    for column in _columns(lines):
        stack = list[Line]()
        is_first = True
        for line in column:
            if stack and not _is_below(line, stack[-1]):
                yield _Stack(tuple(stack), is_first)
                stack, is_first = [], False
            stack.append(line)
        if stack:
            yield _Stack(tuple(stack), is_first)


def _is_below(line: Line, above: Line) -> bool:
    overlaps = line.left < above.right and above.left < line.right
    return line.bottom < above.bottom - 1 and overlaps


def _columns(lines: Sequence[Line]) -> list[Sequence[Line]]:
    """The lines as they are read: two columns of running text one after the other."""
    edges = _right_edges(lines)
    middle = median(edges.values()) if edges else 0.0
    rows = [i for i, edge in edges.items() if _is_at(edge, middle)]
    if len(rows) < _FEWEST_OF_COLUMN:
        return _columns_in_order(lines)
    begin, end = rows[0], min(rows[-1] + 2, len(lines))
    left, right = list[Line](), list[Line]()
    for line in lines[begin:end]:
        gap = next((gap for gap in line.gaps if _is_at(gap.right, middle)), None)
        if gap:
            left.append(line.before(gap))
            right.append(line.after(gap))
        elif line.left < middle - 2 * _TOLERANCE:
            left.append(line)
        else:
            right.append(line)
    parts: list[Sequence[Line]] = [lines[:begin], left, right, lines[end:]]
    return [part for part in parts if part]


def _columns_in_order(lines: Sequence[Line]) -> list[Sequence[Line]]:
    """Lines of which the file has one column behind the other already, column by column.

    All in one part where the right column does not stand in one piece: such are cells.
    """
    edges = Counter(round(line.left) for line in _right_of_others(lines))
    edge, count = max(edges.items(), key=lambda one: one[1], default=(0, 0))
    if count < _FEWEST_OF_COLUMN:
        return [lines]
    right = [line for line in lines if line.left > edge - 2 * _TOLERANCE]
    top = max(line.top for line in right if round(line.left) == edge)
    runs = [
        (place, list(run))
        for place, run in groupby(lines, lambda line: _place(line, edge, top))
    ]
    is_whole = [place for place, _ in runs].count("right") == 1
    return [run for _, run in runs] if is_whole else [lines]


def _place(line: Line, edge: float, top: float) -> str:
    """In which column a line stands; above them or over both it is in none."""
    if line.bottom > top:
        return "none"
    if line.left > edge - 2 * _TOLERANCE:
        return "right"
    return "left" if line.right < edge else "none"


def _right_of_others(lines: Sequence[Line]) -> Iterator[Line]:
    """Running text that has other running text left of it at about the same height."""
    level = dict[int, float]()
    running = [line for line in lines if _is_running(line.text)]
    for line in running:
        height = round(line.bottom / _HALF_A_LINE)
        level[height] = min(level.get(height, line.right), line.right)
    for line in running:
        height = round(line.bottom / _HALF_A_LINE)
        ends = [level.get(height + step) for step in (-1, 0, 1)]
        if any(end is not None and end < line.left for end in ends):
            yield line


def _is_at(edge: float, middle: float) -> bool:
    return abs(edge - middle) <= 2 * _TOLERANCE


def _right_edges(lines: Sequence[Line]) -> dict[int, float]:
    """By its number, each line that has running text beside it: where that begins.

    It is a part of the same line behind a wide gap, or the next line at the same height.
    """
    edges = dict[int, float]()
    for i, line in enumerate(lines):
        following = lines[i + 1] if i + 1 < len(lines) else None
        edge = _edge_inside(line)
        if following and _is_beside(line, following):
            edge = following.left
        if edge is not None:
            edges[i] = edge
    return edges


def _edge_inside(line: Line) -> float | None:
    """Where running text begins behind other running text in one line; None without it."""
    edges = [
        gap.right
        for gap in line.gaps
        if _is_running(line.before(gap).text) and _is_running(line.after(gap).text)
    ]
    return edges[-1] if edges else None


def _is_beside(line: Line, following: Line) -> bool:
    """Whether both are running text, the next right of the first at the same height."""
    is_level = abs(following.bottom - line.bottom) < _TOLERANCE
    are_running = _is_running(line.text) and _is_running(following.text)
    return is_level and are_running and following.left > line.right


def _is_running(text: str) -> bool:
    return len(text.split()) >= _FEWEST_WORDS
