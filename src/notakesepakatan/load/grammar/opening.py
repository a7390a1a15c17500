"""What stands between the title and the first pasal in, its sentences and lists out.

Each paragraph goes to one of the parts of `susunan`, by our own bookmark or by the words it
begins with; what is none of them goes on with the part before it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from notakesepakatan.load.grammar.body import Lists, Part
from notakesepakatan.load.grammar.pihak import (
    CALLED,
    ROW,
    TOGETHER,
    ReadPihak,
    is_called_above,
    read_pihak,
    side_by_side,
)
from notakesepakatan.load.grammar.stream import Block, Grid, Item, items_of
from notakesepakatan.model.susunan import USUAL_ORDER

_FOLLOWING = re.compile(r"menindaklanjuti\b", re.IGNORECASE)
_DAY = re.compile(
    r"pada (?:hari|tanggal)\b|(?:kami )?yang bertanda ?tangan|dengan rahmat"
    r"|(?:perjanjian|nota|kesepakatan|kontrak|memorandum)\b.{0,160}?\b(?:dibuat|diadakan"
    r"|ditanda ?tangani)\b.{0,60}?\b(?:pada|di|oleh)\b",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"\b(?:se)?pakat|\bsetuju\b|sebagai berikut\s*[:;.]?$|mengikatkan diri",
    re.IGNORECASE,
)
_BASES = re.compile(
    r"(?:berdasarkan|mengingat|(?:dengan )?memperhatikan|dasar hukum|dengan mengingat"
    r"|dengan berpedoman|berpedoman|merujuk)\b",
    re.IGNORECASE,
)
_REASONS = re.compile(r"(?:menimbang|bahwa|latar belakang)\b", re.IGNORECASE)
_HEAD = re.compile(
    r"(?P<intro>(?:dengan )?(?:menimbang|mengingat|memperhatikan)\s*:)"
    r"(?:\s*(?P<label>[a-z]\.|\d{1,2}\.)?\s*(?P<text>\S.*))?",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"(?:undang-undang|peraturan|keputusan|kitab|instruksi|surat (?:edaran|keputusan)"
    r"|nota kesepa|kesepakatan|perjanjian|memorandum|staatsblad|permen|perpres)",
    re.IGNORECASE,
)
_END = re.compile(r"[;.,]?\s*(?:dan)?$")


@dataclass
class Opening:
    """What the front says behind its title.

    Attributes:
        kalimat: the sentence of each part, by its name.
        dasar_hukum: the bases, without the mark at their ends.
        pertimbangan: the recitals as the YAML has them.
        para_pihak: the parties.
        order: the parts as they follow each other.
        items: all that was read.
        left: what has no place.
        changed: labels that are printed otherwise, with what they were.
    """

    kalimat: dict[str, str] = field(default_factory=dict)
    dasar_hukum: list[str] = field(default_factory=list)
    pertimbangan: list[Any] = field(default_factory=list)
    para_pihak: list[ReadPihak] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    left: list[Item] = field(default_factory=list)
    changed: list[tuple[Item, str]] = field(default_factory=list)

    def say(self, part: str, item: Item, text: str = "") -> None:
        """One more sentence of a part."""
        words = text or item.whole
        self.kalimat[part] = f"{self.kalimat.get(part, '')} {words}".strip()
        self._note(part)
        self.items.append(item)

    def note(self, part: str) -> None:
        """A part stands here."""
        self._note(part)

    def _note(self, part: str) -> None:
        if part not in self.order:
            self.order.append(part)

    @property
    def moved(self) -> list[str]:
        """`susunan.urutan`: the parts that changed places; empty where none did."""
        usual = [part for part in USUAL_ORDER if part in self.order]
        if self.order == usual:
            return []
        begin = next(i for i, part in enumerate(usual) if self.order[i] != part)
        end = len(usual)
        while self.order[end - 1] == usual[end - 1]:
            end -= 1
        return self.order[begin:end]


def read_opening(blocks: Sequence[Block]) -> Opening:
    """The sentences and lists before the first pasal."""
    return _Reader(_split_heads(blocks)).read()


def _split_heads(blocks: Sequence[Block]) -> list[Block]:
    """Tables that set "Menimbang", ":" and its items beside each other, as paragraphs."""
    result = list[Block]()
    for block in blocks:
        if isinstance(block, Grid) and _is_head_grid(block):
            result += _row_items(block)
        else:
            result.append(block)
    return result


def _is_head_grid(grid: Grid) -> bool:
    texts = (cell.text for row in grid.rows for cell in row if cell.text)
    first = next(texts, "")
    return (
        re.match(r"(?:menimbang|mengingat|memperhatikan)\b", first, re.IGNORECASE)
        is not None
    )


def _row_items(grid: Grid) -> Iterator[Item]:
    from dataclasses import replace

    for row in grid.rows:
        for cell in row:
            for item in cell.items:
                yield replace(item, indent=None, lines=(item.whole,))


class _Reader:
    """The blocks one by one: which part is at hand, what waits for a party to end."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._places = {id(block): i for i, block in enumerate(blocks)}
        self._found = Opening()
        self._pihak = list[Block]()
        """Paragraphs of the party at hand."""
        self._part = ""
        self._reasons = Lists(Part(), {})
        self._has_reason = False

    def read(self) -> Opening:
        """All of it."""
        last = self._last_sentence()
        for i, block in enumerate(self._blocks):
            if isinstance(block, Grid):
                self._add_grid(block)
            elif i == last:
                self._end_pihak()
                is_opening = _DAY.match(block.text) and not self._found.kalimat
                usual = "pembukaan" if is_opening else "kesepakatan"
                part = self._own_part(block) or usual
                self._say(part, block)
            else:
                self._add(block)
        self._end_pihak()
        self._reasons.close()
        top = self._reasons.top.data()
        kinds = ("huruf", "angka", "ayat", "subhuruf", "subangka", "poin", "romawi")
        kind = next((kind for kind in kinds if kind in top), "")
        self._found.pertimbangan = top.get(kind, [])
        return self._found

    def _last_sentence(self) -> int:
        """Where the sentence that leads to the pasal stands; -1 without one."""
        for i in reversed(range(len(self._blocks))):
            block = self._blocks[i]
            if isinstance(block, Grid) or block.label:
                return -1
            if _AGREED.search(block.text) and not CALLED.search(block.text):
                return i
        return -1

    def _own_part(self, item: Item) -> str:
        return item.path[1] if item.path[:1] == ("kalimat",) else ""

    def _add(self, item: Item) -> None:
        own = self._own_part(item)
        if own:
            self._end_pihak()
            self._say(own, item)
        elif item.path[:1] == ("dasar_hukum",):
            self._add_base(item)
        elif item.path[:1] == ("pertimbangan",):
            self._add_reason(item)
        elif item.path[:1] == ("para_pihak",):
            self._end_pihak()
            self._pihak = [item]
            self._end_pihak()
        elif self._pihak:
            self._go_on_with_pihak(item)
        else:
            self._add_foreign(item)

    def _add_foreign(self, item: Item) -> None:
        """A paragraph without a bookmark of ours: its words tell, and what stands around it."""
        head = _HEAD.fullmatch(item.whole)
        part = self._part_of_sentence(item)
        part_led_to = self._part_led_to(item)
        if head:
            self._add_head(item, head)
        elif self._is_listed(item):
            self._add_listed(item)
        elif item.label and self._has_opening() and not self._is_law(item):
            self._go_on_with_pihak(item)
        elif part:
            self._say(part, item)
        elif self._begins_pihak(item):
            self._go_on_with_pihak(item)
        elif part_led_to:
            self._say(part_led_to, item)
        elif self._is_law(item):
            self._add_listed(item)
        else:
            self._say(self._part_going_on(item), item)

    def _is_listed(self, item: Item) -> bool:
        """Whether it is one of the bases or reasons that are being read."""
        in_list = self._part in ("dasar_hukum", "pertimbangan")
        return (in_list and bool(item.label)) or item.text.lower().startswith("bahwa ")

    def _part_of_sentence(self, item: Item) -> str:
        """The part whose usual sentence begins like it; empty where none does."""
        said = self._found.kalimat
        if not said and _FOLLOWING.match(item.text):
            return "menindaklanjuti"
        if "pembukaan" not in said and _DAY.match(item.text):
            return "pembukaan"
        if not item.label and TOGETHER.search(item.text):
            return "sebutan_bersama"
        return ""

    def _part_led_to(self, item: Item) -> str:
        """The part whose list begins below it; empty where none does."""
        if not self._leads(item):
            return ""
        if _BASES.match(item.text) or self._next_is(item, _LAW):
            return "dasar_hukum"
        return "pertimbangan" if self._next_is(item, _REASONS) else ""

    def _part_going_on(self, item: Item) -> str:
        """The part at hand, unless its words agree on what follows."""
        if not self._part:
            return "menindaklanjuti"
        return "kesepakatan" if _AGREED.search(item.text) else self._part

    def _add_head(self, item: Item, head: re.Match[str]) -> None:
        """ "Menimbang : a. bahwa …" as the intro of a list and its first item."""
        from dataclasses import replace

        is_reason = head["intro"].lower().startswith("menimbang")
        text = head["text"] or ""
        if text:
            is_reason = is_reason or text.lower().startswith("bahwa")
        part = "pertimbangan" if is_reason else "dasar_hukum"
        self._say(part, item, head["intro"])
        if text:
            self._add_listed(replace(item, text=text, label=head["label"] or ""))

    def _has_opening(self) -> bool:
        return self._part == "pembukaan"

    def _is_law(self, item: Item) -> bool:
        return _LAW.match(item.text) is not None and not CALLED.search(item.text)

    def _begins_pihak(self, item: Item) -> bool:
        """Whether a party is told of: after the opening, or by how it is called."""
        is_called = CALLED.search(item.whole) is not None
        return (
            is_called
            or is_called_above(item.whole)
            or ROW.fullmatch(item.whole) is not None
            or (self._part == "pembukaan" and not self._leads(item))
        )

    def _leads(self, item: Item) -> bool:
        return item.text.endswith(":") or len(item.text.split()) <= 6

    def _next_is(self, item: Item, pattern: re.Pattern[str]) -> bool:
        at = self._places.get(id(item), len(self._blocks))
        following = self._blocks[at + 1] if at + 1 < len(self._blocks) else None
        return isinstance(following, Item) and bool(pattern.match(following.text))

    def _say(self, part: str, item: Item, text: str = "") -> None:
        self._found.say(part, item, text)
        self._part = part

    def _add_grid(self, grid: Grid) -> None:
        """A table: parties beside each other or their sentences, else words that go on."""
        beside = side_by_side(grid)
        for blocks in beside:
            self._end_pihak()
            self._pihak = blocks
            self._end_pihak()
        if beside:
            return
        for rows in _rows_of_pihak(grid):
            self._pihak.append(Grid(tuple(rows)))
            said = " ".join(item.whole for item in items_of(self._pihak))
            if CALLED.search(said):
                self._end_pihak()

    def _go_on_with_pihak(self, item: Item) -> None:
        """One more paragraph of a party; its sentence ends with how it is called."""
        is_other = TOGETHER.search(item.text) or _BASES.match(item.text)
        if self._pihak and is_other and not CALLED.search(item.whole):
            self._end_pihak()
            self._add_foreign(item)
            return
        self._pihak.append(item)
        if CALLED.search(item.whole) and not TOGETHER.search(item.whole):
            self._end_pihak()

    def _end_pihak(self) -> None:
        if not self._pihak:
            return
        blocks, self._pihak = self._pihak, []
        pihak = read_pihak(blocks)
        self._found.para_pihak.append(pihak)
        self._found.items += pihak.items
        self._found.left += pihak.left
        self._found.note("pembukaan")
        self._part = "pembukaan"
        first = next(items_of(blocks), None)
        if first is not None:
            pihak.begins = first.whole.split(" ")[0]
            self._found.changed.append((first, pihak.begins))

    def _add_listed(self, item: Item) -> None:
        is_reason = item.text.lower().startswith("bahwa")
        if is_reason or self._part == "pertimbangan":
            self._add_reason(item)
        else:
            self._add_base(item)

    def _add_base(self, item: Item) -> None:
        self._end_pihak()
        self._found.dasar_hukum.append(_END.sub("", item.text))
        self._found.items.append(item)
        self._found.note("dasar_hukum")
        self._part = "dasar_hukum"
        self._found.changed.append((item, item.label))

    def _add_reason(self, item: Item) -> None:
        from dataclasses import replace

        self._end_pihak()
        self._found.items.append(item)
        self._found.note("pertimbangan")
        self._part = "pertimbangan"
        self._found.changed.append((item, item.label))
        if not item.label:
            count = len(self._reasons.top.items)
            item = replace(item, label=f"{chr(ord('a') + min(count, 25))}.")
        self._reasons.add(item)


def _rows_of_pihak(grid: Grid) -> Iterator[list[Any]]:
    """The rows of a table, cut where a party has been called by its name."""
    rows = list[Any]()
    said = ""
    for row in grid.rows:
        rows.append(row)
        said = " ".join([said, *(cell.text for cell in row if cell.text)])
        if CALLED.search(said):
            yield rows
            rows, said = [], ""
    if rows:
        yield rows
