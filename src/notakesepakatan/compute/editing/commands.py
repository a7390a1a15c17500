"""What an editor may do to the data of an agreement: one small class each, data in, `Edited` out.

No command changes the data that it is given. One that finds nothing where its path leads
raises LookupError, and ValueError where what it was given is none of what it takes.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from notakesepakatan.compute.editing.clipboard import Pasted
from notakesepakatan.compute.editing.edits import (
    TEXT_FORM,
    Data,
    blank,
    container,
    index_in,
    is_short,
    is_span,
    opened,
    read_text,
    required,
    set_text,
    shape,
    tidy,
)
from notakesepakatan.compute.editing.grid import paste_rows
from notakesepakatan.compute.editing.history import TYPING
from notakesepakatan.compute.editing.merge import as_ayat
from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.data import class_at, type_at
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import PROGRAM, RINCIAN, DataPath, is_program, keys_of


class Edited(NamedTuple):
    """What a command made: the data, and the path of what its user goes on with."""

    data: Data
    focus: DataPath = ()


class Command(ABC):
    """Something to be done to the data.

    Attributes:
        deed: what it does, in Indonesian, for who undoes it.
    """

    deed: ClassVar[str] = "mengubah"

    @abstractmethod
    def apply(self, data: Data) -> Edited:
        """The data with it done.

        Raises:
            LookupError: what it is about is not there, or of another kind.
            ValueError: what it was given cannot be read.
        """


@dataclass(frozen=True)
class SetTexts(Command):
    """Texts typed into fields, each by the path of its field."""

    texts: Mapping[DataPath, str]
    deed: ClassVar[str] = TYPING

    def apply(self, data: Data) -> Edited:
        for path, text in self.texts.items():
            data = set_text(data, path, text)
        return Edited(data)


@dataclass(frozen=True)
class AddItem(Command):
    """A new item in the list at a path, last or at a place.

    The words of a pasal become the first of its ayat.
    """

    path: DataPath
    place: int | None = None
    deed: ClassVar[str] = "menambah"

    def apply(self, data: Data) -> Edited:
        if not _may_be_list(self.path):
            raise LookupError(self.path)
        result = deepcopy(data)
        above = container(result, self.path)
        if not isinstance(above, dict):
            raise LookupError(self.path)
        name = self.path[-1]
        if name == "ayat":
            _make_ayat(above)
        items = _items(above.get(name), self.path)
        wanted = len(items) if self.place is None else self.place
        place = _within(wanted, items)
        new = blank(self.path)
        above[name] = [*items[:place], new, *items[place:]]
        return Edited(result, (*self.path, place))


@dataclass(frozen=True)
class InsertItem(Command):
    """A new item behind the one at a path."""

    path: DataPath
    deed: ClassVar[str] = "menyisipkan"

    def apply(self, data: Data) -> Edited:
        series = self.path[:-1]
        behind = int(self.path[-1]) + 1
        return AddItem(series, behind).apply(data)


def _may_be_list(path: DataPath) -> bool:
    is_class = class_at(Kesepakatan, (*path, 0)) is not None
    return is_class and not is_span(type_at(Kesepakatan, path))


def _make_ayat(pasal: Data) -> None:
    """In the very mapping: its words are its first ayat."""
    with_ayat = dict(as_ayat(pasal))
    pasal.clear()
    pasal.update(with_ayat)


def _items(value: Any, path: DataPath) -> list[Any]:
    """What a list holds; a bare text that stands in its place is its only item."""
    if isinstance(value, str) and value:
        item = (*path, 0)
        return [value if is_short(item) else opened(value, item)]
    if value and not isinstance(value, list):
        raise LookupError(path)
    return value or []


def _within(place: int, items: Sequence[Any]) -> int:
    """The place in a list that is nearest to one asked for."""
    return min(max(place, 0), len(items))


KINDS_OF_LAMPIRAN = ("rencana_kerja", "teks", "daftar", "tabel")
"""What a new annex may be made for."""


@dataclass(frozen=True)
class AddLampiran(Command):
    """One more annex, last, with what its kind has, to be filled in.

    A Rencana Kerja has the usual head and title with one programme.
    """

    kind: str = "rencana_kerja"
    deed: ClassVar[str] = "menambah"

    def apply(self, data: Data) -> Edited:
        present = _present_lampiran(data)
        has_plan = any("program" in each for each in present)
        if self.kind == "rencana_kerja" and has_plan:
            raise LookupError("lampiran")
        made, focus = self._made(data)
        if data.get("lampiran") is None:
            return Edited({**data, "lampiran": made}, ("lampiran", *focus))
        path: DataPath = ("lampiran", len(present))
        every = [*present, made]
        return Edited({**data, "lampiran": every}, (*path, *focus))

    def _made(self, data: Data) -> tuple[Data, DataPath]:
        """The annex, and the path in it of what its user goes on with."""
        if self.kind == "teks":
            return {"judul": "", "bagian": [blank(("pasal",))]}, ("judul",)
        if self.kind == "daftar":
            return {"judul": "", "angka": [""]}, ("judul",)
        if self.kind == "tabel":
            tabel = {"kolom": ["No", "Uraian"], "baris": ["1 | "]}
            return {"judul": "", "tabel": tabel}, ("judul",)
        return _new_plan(data), ("program", 0, "nama")


def _present_lampiran(data: Data) -> list[Data]:
    """The annexes that the data have, as a list.

    Raises:
        LookupError: something else stands in their place.
    """
    lampiran = data.get("lampiran")
    present = [] if lampiran is None else lampiran
    present = present if isinstance(present, list) else [present]
    if not all(isinstance(each, dict) for each in present):
        raise LookupError("lampiran")
    return present


def _new_plan(data: Data) -> Data:
    pihak = data.get("para_pihak")
    keys = keys_of(len(pihak) if isinstance(pihak, list) else 0)
    head = [
        "Lampiran [[jenis]] antara [[para_pihak]]",
        *(f"Nomor : [[para_pihak.{key}.nomor]]" for key in keys),
        "Tanggal : [[penandatanganan.tanggal]]",
    ]
    return {
        "kepala": head,
        "judul": ["RENCANA KERJA", "[[judul_kapital]]"],
        "program": [blank(PROGRAM)],
    }


@dataclass(frozen=True)
class DeleteItem(Command):
    """An item of a list, or a mapping, taken away; a programme goes with its last stage."""

    path: DataPath
    deed: ClassVar[str] = "menghapus"

    def apply(self, data: Data) -> Edited:
        result = self._without(data, self.path)
        return Edited(result, _nearest(result, self.path))

    def _without(self, data: Data, path: DataPath) -> Data:
        if _is_last_of_needed(data, path):
            return self._without(data, path[:-2])
        result = deepcopy(data)
        above = get_at(result, path[:-1])
        last = path[-1]
        if isinstance(above, list):
            del above[index_in(last, above)]
            if not above and not required(path[:-1]):
                del get_at(result, path[:-2])[path[-2]]
        elif isinstance(above, dict) and last in above:
            del above[last]
        else:
            raise LookupError(path)
        return tidy(result, path[:-2])


def _is_last_of_needed(data: Data, path: DataPath) -> bool:
    """Whether an item's list must have one, and has no other, and lies in an item itself."""
    if len(path) < 3 or not isinstance(path[-3], int) or not required(path[:-1]):
        return False
    if is_program(path[:-1]):
        return False
    siblings = get_at(data, path[:-1])
    return isinstance(siblings, list) and len(siblings) == 1 and path[-1] == 0


def _nearest(data: Data, path: DataPath) -> DataPath:
    """A path, or where nothing stands there any more, the nearest above it."""
    while len(path) > 1 and not get_at(data, path):
        path = path[:-1]
    return path


@dataclass(frozen=True)
class MoveItem(Command):
    """An item of a list put some places further down among its siblings, up if negative."""

    path: DataPath
    down: int
    deed: ClassVar[str] = "memindahkan"

    def apply(self, data: Data) -> Edited:
        result = deepcopy(data)
        siblings = get_at(result, self.path[:-1])
        if not isinstance(siblings, list):
            raise LookupError(self.path)
        place = index_in(self.path[-1], siblings)
        item = siblings.pop(place)
        new_place = _within(place + self.down, siblings)
        siblings.insert(new_place, item)
        return Edited(result, (*self.path[:-1], new_place))


_SENTENCE_END = re.compile(r"[.;:]\s+")
_STAYS_ABOVE = ("nomor", "kunci")
"""Of an item split in two, what stays with the first."""


@dataclass(frozen=True)
class SplitItem(Command):
    """An item in two: what follows a place of its words is the next, with all below it.

    Attributes:
        path: path of the item.
        position: how many characters stay; None for the first sentence.
    """

    path: DataPath
    position: int | None = None
    deed: ClassVar[str] = "memecah"

    def apply(self, data: Data) -> Edited:
        siblings = get_at(data, self.path[:-1])
        words = read_text(data, (*self.path, "isi"))
        front, back = self._halves(words)
        if not isinstance(siblings, list) or self.path[-2] == "pasal":
            raise LookupError(self.path)
        place = index_in(self.path[-1], siblings)
        pair = _split(siblings[place], front, back)
        result = deepcopy(data)
        halved = get_at(result, self.path[:-1])
        halved[place : place + 1] = deepcopy(pair)
        return Edited(result, (*self.path[:-1], place + 1))

    def _halves(self, text: str) -> tuple[str, str]:
        position = self.position
        if position is None:
            end = _SENTENCE_END.search(text)
            position = end.end() if end else 0
        front = text[:position].strip()
        back = text[position:].strip()
        if not front or not back:
            raise LookupError(self.path)
        return front, back


def _split(item: Any, front: str, back: str) -> list[Any]:
    if not isinstance(item, dict):
        return [front, back]
    above = {**item, "isi": front}
    below = {**item, "isi": back}
    return [
        {key: above[key] for key in above if key in ("isi", *_STAYS_ABOVE)},
        {key: below[key] for key in below if key not in _STAYS_ABOVE},
    ]


_UNIT = {
    "pasal": "Pasal",
    "lampiran": "Lampiran",
    "ayat": "ayat",
    **{level: level for level in RINCIAN},
}


@dataclass(frozen=True)
class InsertRujukan(Command):
    """A reference to a part put into a text.

    The part gets a `kunci` where it has none, so that it may be moved.

    Attributes:
        text: path of the text.
        position: characters before the reference.
        target: path of the part.
    """

    text: DataPath
    position: int
    target: DataPath
    deed: ClassVar[str] = "menyisipkan rujukan pada"

    def apply(self, data: Data) -> Edited:
        unit = _UNIT.get(str(self.target[-2])) if len(self.target) > 1 else None
        part = get_at(data, self.target)
        if unit is None or part is None or shape(self.text) != TEXT_FORM:
            raise LookupError(self.target)
        kunci = part.get("kunci") if isinstance(part, dict) else None
        if not kunci:
            kunci = _new_kunci(data, unit, _first_words(part))
            data = set_text(data, (*self.target, "kunci"), kunci)
        words = read_text(data, self.text)
        referring = self._put_into(words, f"[[dalam {unit} {kunci}]]")
        return Edited(set_text(data, self.text, referring), self.text)

    def _put_into(self, words: str, rujukan: str) -> str:
        front = words[: self.position].rstrip()
        back = words[self.position :].lstrip()
        space = "" if back[:1] in (",", ".", ";", ":", "") else " "
        return f"{front} {rujukan}{space}{back}"


def _first_words(part: Any) -> str:
    if isinstance(part, str):
        return part
    words = part.get("judul") or part.get("isi") or ""
    return " ".join(words) if isinstance(words, list) else str(words)


def _new_kunci(data: Data, unit: str, words: str) -> str:
    """A name made of a part's first words that nothing has yet."""
    plain = re.sub(r"\[\[.*?\]\]", " ", words).lower()
    first_words = re.findall(r"[a-z]+", plain)[:3]
    stem = "_".join(first_words) or "bagian"
    if unit != "Pasal":
        stem = f"{unit.lower()}_{stem}"
    parts = [data.get("pasal"), data.get("lampiran")]
    taken = set(every_kunci(parts))
    name, n = stem, 1
    while name in taken:
        n += 1
        name = f"{stem}_{n}"
    return name


def every_kunci(thing: Any) -> Iterator[str]:
    """Every `kunci` in a piece of the data, from the outermost in."""
    if isinstance(thing, list):
        for item in thing:
            yield from every_kunci(item)
    elif isinstance(thing, dict):
        yield str(thing.get("kunci") or "")
        for content in thing.values():
            yield from every_kunci(content)


@dataclass(frozen=True)
class PasteRows(Command):
    """A block of cells put into the Rencana Kerja from a cell on.

    Attributes:
        start: path of the cell; of its row, where `column` says which one.
        cells: what was pasted.
        column: place of the column; None where `start` is the cell.
    """

    start: DataPath
    cells: Pasted
    column: int | None = None
    deed: ClassVar[str] = "menempel pada"

    def apply(self, data: Data) -> Edited:
        rows = self.cells.rows()
        is_plain = self.cells.is_plain
        made = paste_rows(data, self.start, self.column, rows, is_plain=is_plain)
        return Edited(made, self.start)


class Fix(NamedTuple):
    """A piece of a text that may safely be put otherwise."""

    path: DataPath
    piece: str
    replacement: str


@dataclass(frozen=True)
class Repair(Command):
    """Safe fixes put into their fields.

    Attributes:
        fixes: finds in the data what is to be fixed.
        focus: where their user goes on.
    """

    fixes: Callable[[Data], Sequence[Fix]]
    focus: DataPath
    deed: ClassVar[str] = "memperbaiki"

    def apply(self, data: Data) -> Edited:
        for fix in self.fixes(data):
            text = read_text(data, fix.path)
            repaired = text.replace(fix.piece, fix.replacement, 1)
            data = set_text(data, fix.path, repaired)
        return Edited(data, self.focus)


@dataclass(frozen=True)
class Unknown(Command):
    """Something that no editor does."""

    words: str

    def apply(self, data: Data) -> Edited:
        raise LookupError(self.words)
