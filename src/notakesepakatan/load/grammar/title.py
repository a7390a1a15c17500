"""The front of an agreement in, its title out: what it is, between whom, on what, its numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from notakesepakatan.load.grammar.pihak import CALLED, is_body
from notakesepakatan.load.grammar.stream import Block, Grid, Item
from notakesepakatan.words.names import fold

_JENIS = re.compile(
    r"(?:ADENDUM\s+)?(?:NOTA|KESEPAKATAN|PERJANJIAN|MEMORANDUM|KONTRAK|LETTER OF|PIAGAM"
    r"|NASKAH|SURAT PERJANJIAN|KESEPAHAMAN)\b",
    re.IGNORECASE,
)
_NOMOR = re.compile(
    r"(?:nomor|no\.?|number)(?!\W*(?:telp|telepon|hp|ktp|nik|npwp|rek|faks)\b)"
    r"(?:(?:\s+pihak\s+(?P<whose>\w+))?\s*[:.]\s*(?P<nomor>.*)|\s+(?P<bare>\S*/\S*\d))",
    re.IGNORECASE,
)
_OF_OWN = (
    r"naskah|dokumen|perjanjian(?: kerja ?sama)?|pks|nota kesepa\w+|mou"
    r"|kesepakatan(?: bersama)?"
)
_OF_OTHER = r"kontrak|spk|spmk|sppbj|dipa|dpa|agenda|register|registrasi|akta"
_NAMED_NOMOR = re.compile(
    rf"(?:(?:nomor|no\.?)\s+(?P<kind>{_OF_OWN}|{_OF_OTHER})"
    rf"|(?P<before>{_OF_OTHER})\s+(?:nomor|no\.?))"
    r"(?:\s*[:.]\s*(?P<nomor>.*)|\s+(?P<bare>\S*/\S*\d)|)",
    re.IGNORECASE,
)
"""A number that says of what it is: "NOMOR KONTRAK : 12/PPK/2024"."""
_IS_OTHER = re.compile(_OF_OTHER, re.IGNORECASE)
_ORDER = {
    name: nth
    for nth, names in enumerate(
        (("kesatu", "pertama", "i", "1"), ("kedua", "ii", "2"), ("ketiga", "iii", "3")),
        1,
    )
    for name in names
}
_OF_ONE_LINE = re.compile(
    r"(?P<jenis>(?:NOTA KESEPA\w+|KESEPAKATAN(?: BERSAMA)?|PERJANJIAN(?: KERJA ?SAMA)?)"
    r"(?: BERSAMA)?)\s+(?P<first>\S.*?)\s+(?P<word>DENGAN)\s+(?P<second>\S.*)",
    re.IGNORECASE,
)
"""A title of one line whose names no word ANTARA leads to."""
_INSIDE = re.compile(r"\s+(?=(?:NOMOR|Nomor)\s*:)|\s+(?=(?:TENTANG|ANTARA)\b)")
_BETWEEN = re.compile(r"(?:antara|between)\b\s*(?P<rest>.*)", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:tentang|perihal|mengenai)\b\s*:?\s*(?P<rest>.*)", re.IGNORECASE
)
_AND = re.compile(r"(?:dan|dengan)", re.IGNORECASE)
_ONE_NUMBER = re.compile(r"(?=[^\s]*/)[\w./()-]+(?: [\w./()-]+){0,3}\d[\w./()-]*")
"""A number without its word, as it stands below the first or behind it."""
_NUMBER_GOES_ON = ("/", "-", ".")
_BETWEEN_NUMBERS = re.compile(r"\s*[,;]\s+|\s+(?:dan|&)\s+", re.IGNORECASE)
_YEAR = re.compile(r"tahun \d{4}", re.IGNORECASE)
_BLANK = re.compile(r"[.…_\s-]*")
_OPENING = re.compile(
    r"pada (?:hari|tanggal)|menindaklanjuti|(?:kami )?yang bertanda|bahwa |berdasarkan"
    r"|menimbang|mengingat|dengan (?:ini|rahmat)|(?:dalam rangka|oleh dan) "
    r"|(?:perjanjian|nota|kesepakatan|kontrak|memorandum)\b[\w\s]{0,60}?\bini\b",
    re.IGNORECASE,
)
_FIRST_OF_LIST = re.compile(r"(?:I|1|a)[.)]\s")
_MOST_WORDS = 40


@dataclass
class Title:
    """What the title says; empty where it does not.

    Attributes:
        jenis: what the text is, as printed.
        names: the parties, as printed.
        judul: what it is about, as printed.
        nomor: the numbers in order; blanks as empty.
        nomor_doubted: those that say they are of something else, a contract.
        opposite: how many parties stand behind the word DENGAN; 0 without it.
        has_between: the word ANTARA stands there.
        has_about: the word TENTANG stands there.
        numbers_first: the numbers stand before it.
        has_cover: the same stands on a page before.
        kop: lines above it.
        items: all that it was read of.
        left: what has no place.
        end: how many blocks it takes.
    """

    jenis: str = ""
    names: list[str] = field(default_factory=list)
    judul: str = ""
    nomor: list[str] = field(default_factory=list)
    nomor_doubted: list[str] = field(default_factory=list)
    opposite: int = 0
    has_between: bool = False
    has_about: bool = False
    numbers_first: bool = False
    has_cover: bool = False
    kop: list[Item] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    left: list[Item] = field(default_factory=list)
    end: int = 0


def read_title(blocks: Sequence[Block]) -> Title:
    """The title that a text begins with."""
    title = Title()
    lines = list(_lines(blocks, title))
    begin = next((i for i, (_, line) in enumerate(lines) if _JENIS.match(line)), None)
    if begin is None:
        title.left += [item for item, _ in lines]
        return title
    title.kop = [item for item, _ in lines[:begin]]
    lines = _without_cover(lines[begin:], title)
    _State(title).read(lines)
    return title


def out_of_table(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, where a title in a cell of a table, between pictures, is paragraphs."""
    for i, block in enumerate(blocks):
        if isinstance(block, Item) and _ends_title(block):
            break
        if isinstance(block, Grid):
            cells = [cell for row in block.rows for cell in row if cell.items]
            titled = [cell for cell in cells if _JENIS.match(cell.items[0].whole)]
            if len(titled) != 1:
                break
            others = [cell for cell in cells if cell not in titled]
            items = [item for cell in (*others, *titled) for item in cell.items]
            return [*blocks[:i], *items, *blocks[i + 1 :]]
    return list(blocks)


def _lines(blocks: Sequence[Block], title: Title) -> Iterator[tuple[Item, str]]:
    """Lines of the blocks that may belong to it, each with its item."""
    is_titled = False
    for i, block in enumerate(blocks):
        if not isinstance(block, Item) or _ends_title(block):
            return
        title.end = i + 1
        for line in block.lines or (block.whole,):
            # "KONTRAK NOMOR: …" is one below the kind of the text, and may be that kind.
            is_number = is_titled and _NAMED_NOMOR.fullmatch(line) is not None
            is_titled = is_titled or _JENIS.match(line) is not None
            for piece in (line,) if is_number else _INSIDE.split(line):
                named = _OF_ONE_LINE.fullmatch(piece)
                if named and is_body(named["first"]):
                    yield from ((block, part) for part in named.groups())
                else:
                    yield block, piece


def _ends_title(item: Item) -> bool:
    if item.path[:1] == ("kalimat",):
        return True
    if item.path[:1] == ("para_pihak",):
        return item.path[-1] not in ("nama", "nomor")
    if CALLED.search(item.whole) or _FIRST_OF_LIST.match(item.whole):
        return True
    is_long = len(item.text.split()) > _MOST_WORDS and not item.text.isupper()
    return bool(_OPENING.match(item.text)) or is_long


def _without_cover(
    lines: Sequence[tuple[Item, str]], title: Title
) -> list[tuple[Item, str]]:
    """The lines without those of a page before that say the same."""
    first = lines[0][1].casefold()
    for i in range(3, len(lines)):
        if lines[i][1].casefold() == first:
            title.has_cover = True
            title.items += [item for item, _ in lines[:i]]
            return list(lines[i:])
    return list(lines)


class _State:
    """The title line by line: which part is read."""

    def __init__(self, title: Title) -> None:
        self._title = title
        self._part = "jenis"
        self._name = ""
        self._before_with = 0  # names that stand before the word DENGAN
        self._whose = list[int]()  # of each number the party that it names; 0 for none
        self._is_awaited = False  # the word NOMOR stands alone in its line
        self._of_other = list[tuple[Item, str]]()  # numbers of something else

    def read(self, lines: Sequence[tuple[Item, str]]) -> None:
        """All lines; those of no part are left."""
        first_name = _first_name([line for _, line in lines])
        for i, (item, line) in enumerate(lines):
            if i == first_name:
                self._part = "names"
            if self._sets_aside(item, line):
                continue
            if self._takes(line):
                self._title.items.append(item)
            else:
                self._title.left.append(item)
        self._end_name()
        self._settle_of_other()
        self._order_numbers()
        if self._before_with:
            self._title.opposite = len(self._title.names) - self._before_with

    def _sets_aside(self, item: Item, line: str) -> bool:
        """Whether the line is a number of something else, as of a contract."""
        named = _NAMED_NOMOR.fullmatch(line)
        said = (named["kind"] or named["before"]) if named else ""
        is_goes_on = self._part == "aside" and _ONE_NUMBER.fullmatch(line)
        if is_goes_on:
            self._of_other.append((item, line))
            return True
        is_other = _IS_OTHER.fullmatch(said) is not None
        if named is None or not is_other or said.lower() in self._title.jenis.lower():
            return False
        self._end_name()
        self._part = "aside"
        number = (named["nomor"] or named["bare"] or "").strip()
        self._of_other.append((item, number))
        return True

    def _settle_of_other(self) -> None:
        """Numbers of something else: left, or the agreement's own where it has no others."""
        title = self._title
        if title.nomor:
            title.left += [item for item, _ in self._of_other]
            return
        title.items += [item for item, _ in self._of_other]
        numbers = [number for _, number in self._of_other if number]
        title.nomor += numbers
        title.nomor_doubted += numbers
        self._whose += [0] * len(numbers)
        title.numbers_first = title.numbers_first or not title.has_about

    def _order_numbers(self) -> None:
        """The numbers in the order of the parties, where each says whose it is."""
        nomor, whose = self._title.nomor, self._whose
        if sorted(whose) == list(range(1, len(nomor) + 1)) == sorted(set(whose)):
            self._title.nomor = [nomor[whose.index(nth)] for nth in sorted(whose)]

    def _takes(self, line: str) -> bool:
        """Whether the line has its place in the title."""
        title = self._title
        if not any(map(str.isalnum, line)):
            return True  # a line that is drawn with "=====" or "-----"
        named = _NAMED_NOMOR.fullmatch(line)
        if named and (named["nomor"] or named["bare"]):
            return self._takes_number((named["bare"] or named["nomor"]).strip())
        number = _NOMOR.fullmatch(line)
        if number:
            text = (number["bare"] or number["nomor"]).strip()
            return self._takes_number(text, _ORDER.get(fold(number["whose"] or ""), 0))
        between, about = _BETWEEN.fullmatch(line), _ABOUT.fullmatch(line)
        about_is_said = bool(title.judul) and not title.names
        if between and (self._part != "judul" or about_is_said):
            self._part = "names"
            title.has_between = True
            return self._takes_name(between["rest"]) if between["rest"] else True
        if about and not title.has_about:
            self._end_name()
            title.has_about = True
            self._part = "judul"
            title.judul = about["rest"]
            return True
        return self._goes_on(line)

    def _takes_number(self, nomor: str, whose: int = 0) -> bool:
        title = self._title
        self._end_name()
        title.numbers_first = title.numbers_first or not title.has_about
        many = _split_numbers(nomor)
        title.nomor += ["" if _BLANK.fullmatch(one) else one for one in many]
        self._whose += [whose] * len(many)
        self._part = "nomor"
        self._is_awaited = not nomor
        return True

    def _goes_on(self, line: str) -> bool:
        title = self._title
        if self._part == "jenis":
            title.jenis = f"{title.jenis} {line}".strip()
            return True
        if self._part == "names":
            return self._takes_name(line)
        if self._part == "judul":
            title.judul = f"{title.judul} {line}".strip()
            return True
        if self._part == "nomor" and self._goes_on_with_number(line):
            return True
        return title.has_cover and _YEAR.fullmatch(line) is not None

    def _goes_on_with_number(self, line: str) -> bool:
        """Whether a line is a further number below the first, or the rest of it."""
        nomor = self._title.nomor
        if nomor[-1].endswith(_NUMBER_GOES_ON) or line.startswith(_NUMBER_GOES_ON):
            nomor[-1] += line
            return True
        numbers = _split_numbers(line)
        if not all(map(_ONE_NUMBER.fullmatch, numbers)):
            return False
        if not nomor[-1] and self._is_awaited:
            nomor.pop()
        if len(nomor) + len(numbers) > max(len(self._title.names), 2):
            return False
        return self._takes_number(line)

    def _takes_name(self, line: str) -> bool:
        if _AND.fullmatch(line):
            self._end_name()
            if line.upper() == "DENGAN":
                self._before_with = len(self._title.names)
            return True
        self._name = f"{self._name} {line}".strip()
        if line.endswith(","):
            self._end_name()
        return True

    def _end_name(self) -> None:
        if self._name:
            self._title.names += _split_names(self._name.rstrip(","), self._title)
        self._name = ""


def _first_name(lines: Sequence[str]) -> int:
    """Where the names begin that no word ANTARA leads to, by DENGAN below; -1 elsewhere."""
    about = (i for i, line in enumerate(lines) if _ABOUT.fullmatch(line))
    before = lines[: next(about, len(lines))]
    joined = next((i for i, line in enumerate(before) if _AND.fullmatch(line)), 0)
    if joined <= 1 or any(_BETWEEN.fullmatch(line) for line in before):
        return -1
    bodies = [i for i in range(1, joined) if is_body(before[i])]
    return bodies[0] if bodies else joined - 1


def _split_numbers(nomor: str) -> list[str]:
    """Numbers that stand in one line, each with its year: "1/A/2024, 2/B/2024"."""
    parts = [part.strip() for part in _BETWEEN_NUMBERS.split(nomor)]
    return parts if all(map(_ONE_NUMBER.fullmatch, parts)) else [nomor]


def _split_names(name: str, title: Title) -> list[str]:
    """Names that stand in one line, with commas or the word DENGAN between them."""
    parts = name.split(", ")
    if len(parts) > 1 and all(map(is_body, parts)):
        return parts
    for word in (" DENGAN ", " dengan "):
        if word in name:
            title.opposite = 1
            return [part.strip(" ,") for part in name.split(word)]
    return [name]


def order_said(names: Sequence[str], sentences: Sequence[str]) -> list[int]:
    """Which of the title's names each party's sentence says; empty where that is not plain.

    It is plain where every sentence says one of the names, each another, and one of them not
    that which stands in its place.
    """
    if len(names) != len(sentences):
        return []
    said, wanted = map(_only_words, sentences), list(map(_only_words, names))
    order = [[i for i, name in enumerate(wanted) if name in one] for one in said]
    if not all(len(found) == 1 for found in order):
        return []
    alone = [found[0] for found in order]
    return alone if len(set(alone)) == len(names) else []


def _only_words(text: str) -> str:
    return " ".join(["", *re.findall(r"\w+", fold(text)), ""])
