"""Paragraphs about one party in, its data out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest
from typing import Any, NamedTuple

from notakesepakatan.load.grammar.found import BLANK
from notakesepakatan.load.grammar.stream import Block, Grid, GridCell, Item
from notakesepakatan.load.grammar.tables import pair_in

CALLED = re.compile(
    r"(?:(?:selanjutnya|kemudian|seterusnya|untuk)?[^.;]{0,60}?\bdi(?:sebut|singkat)\b"
    r"(?:\s+(?:sebagai|juga|dengan))*|\(?\b(?:selaku|sebagai)\b(?=\W+(?i:pihak)\b)"
    r"|\((?=[\"“]?PIHAK\b))\s*[:\"“”‘'(]*\s*"
    r"(?P<sebutan>[A-Z][\w./-]*(?: [A-Z][\w./-]*){0,4})"
    r"\s*[\"“”’')]*\s*(?:\([^()]{3,40}\)\s*)?[.;,]?\s*(?:dan)?$"
)
"""How the sentence of a party ends: "selanjutnya disebut PIHAK KESATU;", "(selaku Pihak I)"."""
TOGETHER = re.compile(
    r"bersama[- ]?sama|secara sendiri|masing-masing disebut|disebut (?:juga )?[\"“]?para\b",
    re.IGNORECASE,
)
ROW = re.compile(
    r"(?P<label>nama(?: lengkap)?|jabatan|alamat|kedudukan|kuasa)\s*:\s*(?P<value>.*)",
    re.IGNORECASE,
)
_NAME = re.compile(r"nama(?: lengkap)?\s*(?::|$)", re.IGNORECASE)
_ORDER = re.compile(r"\A(?:(?:[IVX]{1,5}|\d{1,2}|\d[IVX]{1,3}|[a-z])[.)]|[•·–])\s*")
"""The label of a party; "1I." is a Roman number whose first letter was typed as a figure."""
_NAMED = re.compile(r"(?P<name>[^:]{3,90}?)\s*:\s+(?P<rest>\S.*)")
_DEGREE = re.compile(
    r"(?:[A-Z][\w]{0,5}\.)+(?:[A-Z]\w{0,5}\.?)*|[A-Z][a-z]?\.?[A-Z]\w{0,3}\.?"
)
_SEAT = re.compile(
    r"(?:berkedudukan|beralamat|berkantor|bertempat kedudukan)(?:kan)?(?: kantor)?"
    r"(?:\s+dan\s+(?:berkantor|beralamat))?(?:\s+(?:di|pada))?\s+(?P<kedudukan>.+?)"
    r"(?=,?\s+(?:yang\s|dalam (?:hal|perbuatan)|diangkat|berdasarkan|bertindak|selanjutnya"
    r"|untuk selanjutnya|sesuai|selaku)|[;.]?$)"
)
_BASED = re.compile(
    r"(?:diangkat )?(?<!didirikan )(?<!dibentuk )berdasarkan\s+(?P<pengangkatan>.+?)"
    r"(?=,?\s+(?:dalam hal ini|bertindak|sah bertindak|selanjutnya|untuk selanjutnya"
    r"|berkedudukan|beralamat)|[;.]?$)"
)
_SPOKEN_FOR = re.compile(
    r"diwakili (?:secara sah )?oleh\s+(?P<pejabat>[^;]+?),?\s+(?:selaku|sebagai|[Jj]abatan)\s+"
    r"(?P<jabatan>[^,;]+?)(?=,|;|\s+(?:yang|berkedudukan|beralamat|bertindak)\b)"
)
_FOR = re.compile(
    r"untuk dan atas nama\s+(?P<nama>.+?)"
    r"(?=,?\s+(?:yang\s|selanjutnya|untuk selanjutnya|berkedudukan|beralamat"
    r"|dalam hal|berdasarkan|\(?(?:selaku|sebagai)\b|\([\"“]?PIHAK\b)|[;.]?$)"
)
_OFFICE_ENDS = re.compile(
    r",|\s(?:yang (?:diangkat|berkedudukan|beralamat)|berkedudukan|beralamat|berdasarkan"
    r"|dalam hal|bertindak|selaku|\(selaku|\(sebagai|\(PIHAK)\b"
)
_NO_OFFICE = re.compile(
    r"(?:dalam hal|bertindak|oleh karena|(?:yang mana )?selanjutnya|tempat|lahir"
    r"|ber(?:kedudukan|alamat|kantor)|diwakili)\b",
    re.IGNORECASE,
)
_REPRESENTED = re.compile(
    r"diwakili oleh\s*:\s*(?P<pejabat>[^;,]+?),?\s+(?:selaku|sebagai)\s+(?P<jabatan>.+)",
    re.IGNORECASE,
)
_OTHER_ROW = re.compile(r"(?P<label>[A-Z][\w ./-]{1,30}?)\s*:\s*(?P<value>\S.{0,120})")
"""A line of a name and its value that may have no key: "NIP : 19…"."""
_DOTS = re.compile(r"[.…_\s]*")
_MOST_NAME_WORDS = 10
_MOST_PERSON_WORDS = 8
_FEWEST_LINES = 2
_CALLED_ABOVE = re.compile(r"PIHAK [A-Z]+(?: [A-Z]+)?")
_ROW_KEYS = {
    "nama": "pejabat",
    "nama lengkap": "pejabat",
    "jabatan": "jabatan",
    "alamat": "kedudukan",
    "kedudukan": "kedudukan",
}


@dataclass
class ReadPihak:
    """What is said of one party.

    Attributes:
        begins: the first word, where its label is.
        sebutan: how it is called.
        pejabat: who signs.
        kalimat: what is said behind the name.
        rows: name and value of each line "Nama : …", as keys of the YAML.
        more: what stands below such a line and has no name of its own, by the same keys.
        other_rows: the like of lines that have no key: "NPWP", "NIK".
        facts: kedudukan, pengangkatan and the like, which the sentence says too.
        items: the items it was read of.
        left: what has no place.
        is_named_first: its sentence begins with the name of a person.
    """

    begins: str = ""
    sebutan: str = ""
    pejabat: str = ""
    kalimat: str = ""
    rows: dict[str, str] = field(default_factory=dict)
    more: dict[str, list[str]] = field(default_factory=dict)
    other_rows: list[dict[str, str]] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    left: list[Item] = field(default_factory=list)
    is_named_first: bool = True

    @property
    def whole(self) -> str:
        """Name and sentence as they stand there."""
        return f"{self.pejabat} : {self.kalimat}" if self.pejabat else self.kalimat


def side_by_side(grid: Grid) -> list[list[Block]]:
    """The parties of a table that tells of them beside each other; none where it does not.

    Each is told in columns of its own: where a row says two names, or how two are called.
    """
    begins = next((found for row in grid.rows if (found := _begins_of(row))), [])
    edges = [0, *begins[1:], grid.width]
    return [_columns_of(grid, a, b) for a, b in pairwise(edges)] if begins else []


def _begins_of(row: Sequence[GridCell]) -> list[int]:
    """Where the columns of each party begin, of a row that tells of several of them."""
    named = [cell.column for cell in row if _NAME.match(cell.text)]
    called = [cell.column for cell in row if CALLED.search(cell.text)]
    return max((named, called), key=len) if max(len(named), len(called)) > 1 else []


def _columns_of(grid: Grid, begin: int, end: int) -> list[Block]:
    """What stands in some columns: their paragraphs, or a table of several columns."""
    rows = [
        tuple(cell for cell in row if begin <= cell.column < end and cell.items)
        for row in grid.rows
    ]
    rows = [row for row in rows if row]
    if all(len(row) == 1 for row in rows):
        return [item for row in rows for item in row[0].items]
    return [Grid(tuple(rows))]


def is_called_above(text: str) -> bool:
    """Whether a line says only how the party is called whose lines stand below it."""
    return _CALLED_ABOVE.fullmatch(_ORDER.sub("", text, count=1)) is not None


def read_pihak(blocks: Sequence[Block]) -> ReadPihak:
    """One party of the paragraphs that tell of it."""
    pihak = ReadPihak()
    words = list[str]()
    texts = _texts(blocks)
    last_row = _last_row([text for _, text in texts])
    for i, (item, text) in enumerate(texts):
        if i < last_row and pihak.rows and _goes_on(text, pihak):
            pihak.items.append(item)
            continue
        said = text if words else _ORDER.sub("", text, count=1)
        row = None if words else _row_of(said, pihak)
        if not words and not pihak.rows and is_called_above(said):
            pihak.sebutan = said
            pihak.left.append(item)
        elif row is None:
            pihak.items.append(item)
            if said:
                words.append(said)
        else:
            pihak.items.append(item)
            _add_row(pihak, row)
            represented = _REPRESENTED.fullmatch(text)
            pihak.facts |= represented.groupdict() if represented else {}
    _say(pihak, " ".join(words))
    return pihak


def _last_row(texts: Sequence[str]) -> int:
    """Where the last line "Nama : …" stands before the sentence of the party; -1 without."""
    last = -1
    for i, text in enumerate(texts):
        if CALLED.search(text):
            break
        last = i if ROW.fullmatch(text) else last
    return last


def _goes_on(text: str, pihak: ReadPihak) -> bool:
    """Whether a line between two others says more of the one above; if so it is taken."""
    key = list(pihak.rows)[-1]
    if not text or ROW.fullmatch(text) or _OTHER_ROW.fullmatch(text):
        return False
    pihak.more.setdefault(key, []).append(text)
    return True


class _Row(NamedTuple):
    """A line "Jabatan : …": its name and value, and its key, empty where it has none."""

    label: str
    value: str
    key: str


def _add_row(pihak: ReadPihak, row: _Row) -> None:
    """A line under its key, or beside those that have none."""
    if row.key and row.key not in pihak.rows:
        pihak.rows[row.key] = row.value
    else:
        pihak.other_rows.append({"label": row.label, "isi": row.value})


def _row_of(text: str, pihak: ReadPihak) -> _Row | None:
    """The line of a name and its value that a text is.

    One without a key of ours is such a line only below others.
    """
    row = ROW.fullmatch(text)
    key = _ROW_KEYS.get(row["label"].lower(), "") if row else ""
    if row and key:
        return _Row(row["label"], row["value"].strip() or BLANK, key)
    other = _OTHER_ROW.fullmatch(text) if pihak.rows else None
    if other is None or CALLED.search(text):
        return None
    return _Row(other["label"], other["value"], "")


def _texts(blocks: Sequence[Block]) -> list[tuple[Item, str]]:
    """Lines of the paragraphs, a row of a table as one."""
    result = list[tuple[Item, str]]()
    for block in blocks:
        if isinstance(block, Item):
            lines = block.lines if len(block.lines) > 1 else (block.whole,)
            result += [(block, line) for line in lines]
        else:
            result += [line for row in block.rows for line in _texts_of_row(row)]
    return result


def _texts_of_row(row: Sequence[GridCell]) -> list[tuple[Item, str]]:
    """The whole row as the words of its first item, no words for the others.

    Paragraphs of cells that are lines of a name and its value stay lines.
    """
    cells = [cell for cell in row if cell.items]
    if not cells:
        return []
    beside = [cell for cell in cells if not _ORDER.fullmatch(f"{cell.text} ")]
    if not _is_of_lines(beside):
        return _as_one_line([item for cell in cells for item in cell.items], cells)
    orders = [cell for cell in cells if cell not in beside]
    result = [(item, "") for cell in orders for item in cell.items]
    for line in zip_longest(*(cell.items for cell in beside)):
        result += _as_one_line([item for item in line if item])
    return result


def _is_of_lines(cells: Sequence[GridCell]) -> bool:
    """Whether the paragraphs of cells stand beside each other, a name and its value a line.

    Below the last value more may stand.
    """
    many = [len(cell.items) for cell in cells]
    if not many or many[0] < _FEWEST_LINES or many[-1] < many[0]:
        return False
    is_level = len(set(many[:-1])) <= 1
    first = _as_line([cell.items[0].whole for cell in cells])
    return is_level and ROW.fullmatch(first) is not None


def _as_one_line(
    items: Sequence[Item], cells: Sequence[GridCell] = ()
) -> list[tuple[Item, str]]:
    """Items as the words of the first of them."""
    texts = [cell.text for cell in cells] or [item.whole for item in items]
    first, *others = items
    return [(first, _as_line(texts)), *((item, "") for item in others)]


def _as_line(texts: Sequence[str]) -> str:
    if (texts and _ORDER.fullmatch(texts[0] + " ")) or (
        texts and _ORDER.fullmatch(texts[0])
    ):
        texts = texts[1:]
    pair = pair_in(texts) or _name_beside(texts)
    return f"{pair[0]} : {pair[1]}" if pair else " ".join(texts)


def _name_beside(texts: Sequence[str]) -> tuple[str, str] | None:
    """The name of a person in one cell, the sentence on it in the next."""
    if len(texts) != 2 or len(texts[0].split()) > _MOST_NAME_WORDS:
        return None
    return (texts[0], texts[1]) if CALLED.search(texts[1]) else None


def _say(pihak: ReadPihak, sentence: str) -> None:
    called = CALLED.search(sentence)
    if called:
        pihak.sebutan = called["sebutan"].strip(" .,")
    if pihak.rows:
        pihak.kalimat = sentence
        pihak.pejabat = pihak.rows.get("pejabat", "")
    else:
        _name(pihak, sentence)
    spoken_for = _SPOKEN_FOR.search(sentence)
    if spoken_for and not pihak.is_named_first:
        pihak.facts |= spoken_for.groupdict()
    for pattern in (_SEAT, _BASED, _FOR):
        match = pattern.search(sentence)
        if match:
            pihak.facts |= {
                key: value.strip(" ,") for key, value in match.groupdict().items()
            }
    if "jabatan" not in pihak.rows and pihak.is_named_first:
        office = _OFFICE_ENDS.split(pihak.kalimat, maxsplit=1)[0].strip(" ,")
        office = re.sub(r"^(?:selaku|sebagai|jabatan)\s+", "", office)
        if not _NO_OFFICE.match(office):
            pihak.facts["jabatan"] = office


def _name(pihak: ReadPihak, sentence: str) -> None:
    """The name that the sentence begins with, and what is said behind it."""
    named = _NAMED.fullmatch(sentence)
    if named and len(named["name"].split()) <= _MOST_NAME_WORDS:
        pihak.pejabat, pihak.kalimat = named["name"], named["rest"]
        return
    segments = sentence.split(", ")
    end = 1
    while end < len(segments) and _DEGREE.fullmatch(segments[end]):
        end += 1
    name = ", ".join(segments[:end])
    is_short = len(name.split()) <= _MOST_PERSON_WORDS and end < len(segments)
    is_person = is_short and not is_body(name) and not _SPOKEN_FOR.search(sentence)
    pihak.is_named_first = is_person
    if is_person:
        pihak.pejabat, pihak.kalimat = name, ", ".join(segments[end:])
    else:
        pihak.kalimat = sentence


_BODY = re.compile(
    r"(?:pemerintah|kementerian|badan|dinas|universitas|institut|politeknik|pt\b|cv\b"
    r"|yayasan|perusahaan|lembaga|kantor|balai|rumah sakit|rsud|sekolah|smk|sma|bank"
    r"|koperasi|perum|direktorat|komisi|kejaksaan|pengadilan|kepolisian|desa|asosiasi"
    r"|the|university|ministry|institute|government|agency|council|embassy|college"
    r"|foundation|department|company)\b",
    re.IGNORECASE,
)


def is_body(name: str) -> bool:
    """Whether a name is that of an office or a firm and of no person."""
    return _BODY.match(name) is not None or name.islower()


_NUMBERED = re.compile(r"(?:^|\s+)\d[.)]\s+(?=[A-Z]|dr)")
"""Before each of several persons in one line: "1. ANI 2. BUDI"."""
_SEVERAL = "; "
"""Between persons of whom it is not told who holds which office."""


def says_several(name: str) -> bool:
    """Whether a name of a person is one of several that were not told apart."""
    return _SEVERAL.strip() in name


def _whole_rows(pihak: ReadPihak) -> dict[str, Any]:
    """The lines with what stands below them; several persons each with an office."""
    rows: dict[str, Any] = {
        key: " ".join([value, *pihak.more.get(key, ())])
        for key, value in pihak.rows.items()
    }
    names, offices = _each("pejabat", pihak), _each("jabatan", pihak)
    if len(names) < _FEWEST_LINES:
        return rows
    if len(names) != len(offices):
        return rows | {"pejabat": _SEVERAL.join(names)}
    (first, office), *others = zip(names, offices, strict=True)
    lain = [{"pejabat": name, "jabatan": held} for name, held in others]
    return rows | {"pejabat": first, "jabatan": office, "penanda_tangan_lain": lain}


def _each(key: str, pihak: ReadPihak) -> list[str]:
    """What lines of a key list: numbered in one line, or below each other."""
    lines = [pihak.rows.get(key, ""), *pihak.more.get(key, ())]
    parts = [part for line in lines for part in _NUMBERED.split(line)]
    return [plain for part in parts if (plain := part.strip(" ;"))]


def as_data(pihak: ReadPihak, of_rows: bool) -> dict[str, Any]:
    """The keys of a party that its paragraphs say."""
    said = _whole_rows(pihak) if of_rows else {}
    named = said.get("pejabat") or pihak.pejabat or pihak.facts.get("pejabat", "")
    made = {
        "sebutan": pihak.sebutan,
        "pejabat": "" if _DOTS.fullmatch(named) else named,
        "jabatan": said.get("jabatan") or pihak.facts.get("jabatan", ""),
        "kedudukan": said.get("kedudukan") or pihak.facts.get("kedudukan", ""),
        "penanda_tangan_lain": said.get("penanda_tangan_lain", []),
        "baris": pihak.other_rows if of_rows else [],
        "pengangkatan": pihak.facts.get("pengangkatan", ""),
        "kalimat": pihak.kalimat,
    }
    return {key: value for key, value in made.items() if value}
