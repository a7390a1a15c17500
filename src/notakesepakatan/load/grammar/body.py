"""What stands below a heading in, a pasal with its lists out.

A list goes on where its next label comes; where two might go on, the indent tells, then the
nearer one has it. A paragraph without a label belongs to what it is indented under.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from notakesepakatan.load.grammar.addresses import read_addresses
from notakesepakatan.load.grammar.labels import (
    Reading,
    gaya_written,
    kind_below,
    readings,
)
from notakesepakatan.load.grammar.stream import Block, Grid, Item
from notakesepakatan.load.grammar.tables import lines_of, read_tabel
from notakesepakatan.place import CHILDREN

_NEAR = 4.0
"""Points by which two labels that are meant to stand below each other may differ."""
_DEEPEST = 4
_KEY_LINE = re.compile(
    r"(?P<label>[A-Z][\w./()-]*(?: [\w./()-]+){0,3})\s*:\s+(?P<isi>\S.*)"
)
"""A name and its value in one line: "Nama Bank : Bank Contoh"."""
_FEWEST_LINES = 2


@dataclass
class Part:
    """A pasal or an item of a list while it is put together.

    Attributes:
        reading: how its label is read; None of a pasal.
        kind: of the list that it is in: "ayat", "huruf"; empty for a pasal.
        indent: where its label stands; None where nothing says it.
        below: the kind of the list below it, and how that is written.
    """

    reading: Reading | None = None
    kind: str = ""
    indent: float | None = None
    isi: str = ""
    paragraf: list[str] = field(default_factory=list)
    baris: list[dict[str, str]] = field(default_factory=list)
    tabel: dict[str, Any] | None = None
    korespondensi: str = ""
    below: tuple[str, str] = ("", "")
    items: list["Part"] = field(default_factory=list)
    penutup: str = ""

    @property
    def is_open(self) -> bool:
        """Whether a paragraph may still stand before its list."""
        return not self.items

    def data(self) -> dict[str, Any]:
        """The part as the YAML has it, without its own number."""
        kind, gaya = self.below
        written = gaya_written(kind, gaya) if self.items else None
        made: dict[str, Any] = {
            "isi": self.isi,
            "paragraf": list(self.paragraf),
            "korespondensi": self.korespondensi,
            "baris": list(self.baris),
            "tabel": self.tabel,
            "gaya_rincian": written,
            kind or "huruf": list(_items_data(self.items)),
            "penutup": self.penutup,
        }
        return {key: value for key, value in made.items() if value}


def _items_data(items: Sequence[Part]) -> Iterator[dict[str, Any] | str]:
    count = 0
    for item in items:
        data = item.data()
        reading = item.reading
        if reading and reading.count and _is_out_of_order(reading, count):
            data = {"nomor": reading.nomor, **data}
        count = max(count + 1, reading.count) if reading and reading.count else count
        yield data["isi"] if data.keys() == {"isi"} else data


def _is_out_of_order(reading: Reading, count: int) -> bool:
    has_letter_added = not (reading.nomor.isdigit() or reading.nomor.isalpha())
    return reading.count != count + 1 or has_letter_added


class Lists:
    """Paragraphs of one pasal as they come, put where they belong."""

    def __init__(self, top: Part, keys: Mapping[str, str]) -> None:
        """
        Args:
            top: the pasal, without its contents.
            keys: the key of each party by how it is called.
        """
        self.top = top
        self.addresses = dict[str, list[dict[str, Any]]]()
        """Where letters go, by the key of the party."""
        self._open = [top]
        """The pasal, the item of its list that is at hand, the item below that, …"""
        self._waiting = list[Item]()
        """Paragraphs without a label after a list: what follows says whose they are."""
        self._keys = keys

    def add(self, block: Block) -> None:
        """One more block."""
        if isinstance(block, Grid):
            self._settle(self._open[-1])
            self._add_grid(block)
        elif block.label and block.text:
            self._add_labelled(block)
        else:
            self._add_plain(block.with_label_in_text)

    def close(self) -> None:
        """The pasal ends: what waits stands behind its list."""
        self._settle(self.top)

    def _add_labelled(self, item: Item) -> None:
        place = self._place_of(item)
        if place is None:
            self._add_plain(item.with_label_in_text)
            return
        depth, reading = place
        owner = self._open[depth]
        if owner.items:
            self._settle(owner.items[-1])
        else:
            self._settle(owner)
            intro = owner.isi or owner.paragraf
            kind = _own_kind(item) or kind_below(
                reading.gaya, owner.kind, may_be_ayat=depth == 0 and not intro
            )
            owner.below = (kind, reading.gaya)
        first, *rest = _with_address(item)
        part = Part(reading, owner.below[0], item.indent, first)
        owner.items.append(part)
        self._open = [*self._open[: depth + 1], part]
        self._waiting += [replace(item, text=line, label="") for line in rest]

    def _place_of(self, item: Item) -> tuple[int, Reading] | None:
        """How deep the item's list is, and how its label is read there."""
        choices = list(readings(item.label))
        if not choices:
            return None
        own = _own_depth(item)
        if own is not None:
            depth = min(own, len(self._open) - 1)
            return depth, _of_kind(choices, item.path[-2])
        going_on = list(self._going_on(choices))
        aligned = [one for one in going_on if self._is_aligned(one[0], item)]
        if aligned:
            return aligned[0]
        if going_on:
            return self._by_ending(going_on)
        return self._place_of_new(item, choices)

    def _place_of_new(
        self, item: Item, choices: Sequence[Reading]
    ) -> tuple[int, Reading] | None:
        """The same for a label that is the next of no list: one begins, or leaps."""
        deepest = len(self._open) - 1
        first = next((one for one in choices if one.is_first), None)
        if first and deepest <= _DEEPEST and not self._leaps_back(item):
            return deepest, first
        leaping = self._leaping(choices)
        if leaping:
            return leaping
        return (deepest, choices[0]) if deepest <= _DEEPEST else None

    def _going_on(self, choices: Sequence[Reading]) -> Iterator[tuple[int, Reading]]:
        """Open lists of which the label is the next, the innermost first."""
        for depth in reversed(range(len(self._open) - 1)):
            last = self._open[depth + 1].reading
            for reading in choices:
                if last and reading.follows(last):
                    yield depth, reading

    def _is_aligned(self, depth: int, item: Item) -> bool:
        other = self._open[depth + 1].indent
        if other is None or item.indent is None:
            return False
        return abs(other - item.indent) <= _NEAR

    def _by_ending(
        self, going_on: Sequence[tuple[int, Reading]]
    ) -> tuple[int, Reading]:
        """Of several lists the inner one, unless its last item ended with a full stop."""
        inner, outer = going_on[0], going_on[-1]
        last = self._open[inner[0] + 1]
        return outer if last.isi.endswith(".") else inner

    def _leaps_back(self, item: Item) -> bool:
        """Whether a first label stands left of the item at hand: a list begun anew."""
        last = self._open[-1]
        if last.indent is None or item.indent is None:
            return False
        return len(self._open) > 1 and item.indent < last.indent - _NEAR

    def _leaping(self, choices: Sequence[Reading]) -> tuple[int, Reading] | None:
        """The innermost open list that is written alike, where a number was left out."""
        for depth in reversed(range(len(self._open) - 1)):
            last = self._open[depth + 1].reading
            taken = {
                one.reading.nomor for one in self._open[depth].items if one.reading
            }
            for reading in choices:
                is_alike = last is not None and last.gaya == reading.gaya
                if is_alike and reading.nomor not in taken:
                    return depth, reading
        return None

    def _add_plain(self, item: Item) -> None:
        here = self._open[-1]
        if item.path[-2:-1] == ("paragraf",) or item.path[-1:] == ("isi",):
            self._settle(here)
            _append(here, item)
        elif item.path[-1:] == ("penutup",):
            self._settle(here)
            self._owner_by_path(item).penutup = item.text
        elif len(self._open) == 1 and self.top.is_open:
            _append(here, item)
        else:
            self._waiting.append(item)

    def _owner_by_path(self, item: Item) -> Part:
        depth = (len(item.path) - 3) // 2
        return self._open[min(max(depth, 0), len(self._open) - 1)]

    def _settle(self, following: Part) -> None:
        """Give what waits to the part it is indented under, or to what follows it."""
        waiting, self._waiting = self._waiting, []
        if self._is_address(waiting):
            return
        here = self._open[-1]
        lines = _key_lines(waiting)
        if lines and here.is_open and not here.baris:
            here.baris += lines
            return
        for item in waiting:
            under = self._indented_under(item)
            owner = following if under is None or under is self.top else under
            self._give(item, owner)

    def _give(self, item: Item, owner: Part) -> None:
        """Words before the list of a part, or behind it."""
        if owner.is_open and owner is self._open[-1]:
            _append(owner, item)
        elif owner.is_open and owner is not self.top:
            owner.paragraf.append(item.text)
        else:
            owner.penutup = f"{owner.penutup} {item.text}".strip()

    def _is_address(self, waiting: Sequence[Item]) -> bool:
        """Whether the address of a party waits below its name; it is kept then."""
        here = self._open[-1]
        key = self._keys.get(here.isi.rstrip(":").strip().casefold(), "")
        addresses = read_addresses([item.text for item in waiting]) if key else []
        if not addresses or not here.is_open:
            return False
        here.korespondensi = key
        self.addresses[key] = addresses
        return True

    def _indented_under(self, item: Item) -> Part | None:
        if item.indent is None:
            return None
        under = [
            part
            for part in self._open[1:]
            if part.indent is not None and item.indent > part.indent + _NEAR
        ]
        known = any(part.indent is not None for part in self._open[1:])
        if under:
            return under[-1]
        return self.top if known else None

    def _holder(self, grid: Grid) -> Part:
        """The part that a table belongs to: by our own bookmark, else the last begun."""
        items = (item for row in grid.rows for cell in row for item in cell.items)
        path = next((item.path for item in items if "tabel" in item.path), ())
        depth = sum(step in CHILDREN for step in path)
        return self._open[depth] if path and depth < len(self._open) else self._open[-1]

    def _add_grid(self, grid: Grid) -> None:
        here = self._holder(grid)
        lines = lines_of(grid)
        if lines:
            here.baris += lines
            return
        tabel = read_tabel(grid)
        if tabel and here.tabel is None and here.is_open:
            here.tabel = tabel
            return
        if tabel and here.tabel is None and here is not self._open[-1]:
            here.tabel = {**tabel, "setelah": "rincian"}
            return
        for row in grid.rows:
            text = " ".join(cell.text for cell in row if cell.text)
            if text:
                _append(here, row[0].items[0] if row[0].items else Item(-1, text), text)


def _with_address(item: Item) -> list[str]:
    """The words of an item, and the lines of an address where lines break for one."""
    first, *rest = item.lines or (item.text,)
    if not rest or not read_addresses(rest):
        return [item.text]
    return [first.removeprefix(item.label).strip(), *rest]


def _append(part: Part, item: Item, text: str = "") -> None:
    """Words behind those that the part has, before its list."""
    words = text or item.text
    if part.tabel or part.baris:
        part.penutup = f"{part.penutup} {words}".strip()
    elif not part.isi and not part.reading:
        part.isi = words
    else:
        part.paragraf.append(words)


def _key_lines(items: Sequence[Item]) -> list[dict[str, str]]:
    """Names and values, where all of several lines are such."""
    matches = [_KEY_LINE.fullmatch(item.text) for item in items]
    if len(items) < _FEWEST_LINES or not all(matches):
        return []
    return [match.groupdict() for match in matches if match]


def _own_depth(item: Item) -> int | None:
    """By our own bookmark: how many items the list is below; None without one."""
    if len(item.path) < 4 or item.path[-2] not in CHILDREN:
        return 0 if item.path[:1] == ("pertimbangan",) and len(item.path) == 2 else None
    is_outside = item.path[0] == "pertimbangan"
    names = [step for step in item.path[1:] if step in CHILDREN and step != "bagian"]
    return len(names) - (0 if is_outside else 1)


def _own_kind(item: Item) -> str:
    has_one = len(item.path) >= 4 and item.path[-2] in CHILDREN
    return item.path[-2] if has_one else ""


def _of_kind(choices: Sequence[Reading], kind: str) -> Reading:
    """The reading that fits a kind of list: "i." in romawi is the first."""
    wanted = "i" if kind == "romawi" else "a"
    return next((one for one in choices if wanted in one.gaya), choices[0])
