"""What the page of an editor sends: read once, here, into a value that says what to do."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from flask import abort, request
from pydantic import BaseModel, Field, ValidationError

from notakesepakatan.bureau.field_temuan import FieldTemuan, safe_fix
from notakesepakatan.compute.editing.clipboard import Pasted
from notakesepakatan.compute.editing.commands import (
    KINDS_OF_LAMPIRAN,
    AddItem,
    AddLampiran,
    Command,
    DeleteItem,
    Fix,
    InsertItem,
    InsertRujukan,
    MoveItem,
    PasteRows,
    Repair,
    SetTexts,
    SplitItem,
    Unknown,
)
from notakesepakatan.compute.editing.edits import Data, shape
from notakesepakatan.compute.editing.paragraphs import PASAL, Kind, Line, WriteLines
from notakesepakatan.place import PERTIMBANGAN_PATH, DataPath, Place
from notakesepakatan.web.editor.fields import LAMPIRAN
from notakesepakatan.web.forms import plain_lines, read_json

FindTemuan = Callable[[Data], Sequence[FieldTemuan]]
"""Finds what is wrong with data as they are typed."""


class Button(Enum):
    """What a page may ask beside a change of the text, by its word in the page."""

    NONE = ""
    SAVE = "simpan"
    DISCARD = "buang"
    UNDO = "urung"
    REDO = "ulang"
    CHECK = "periksa"


@dataclass(frozen=True)
class Cursor:
    """Where the cursor is: the field, and the characters before it."""

    field: DataPath = ()
    position: int | None = None


@dataclass(frozen=True)
class Sent:
    """What a page sent.

    Attributes:
        stamp: the state of the side draft that it has seen.
        texts: what was typed since then, by the name of the field.
        action: what is to be done thereafter.
        cursor: where the cursor is.
        lines: what was typed on the sheet since then.
        on_sheet: whether it comes from the sheet.
        on_plan: whether it comes from the Rencana Kerja as a sheet of cells.
    """

    stamp: str
    texts: Mapping[str, str]
    action: Button | Command
    cursor: Cursor = Cursor()
    lines: tuple[WriteLines, ...] = ()
    on_sheet: bool = False
    on_plan: bool = False

    def typing(self) -> list[Command]:
        """What was typed, as commands."""
        texts = {
            Place.of_field(name).path: plain_lines(text)
            for name, text in self.texts.items()
        }
        return [SetTexts(texts), *self.lines]


class _CursorJson(BaseModel):
    field: str = Field("", alias="ruas")
    position: int | None = Field(None, alias="posisi")


class _LineJson(BaseModel):
    """One paragraph of the sheet."""

    kind: Kind = Field(alias="jenis")
    text: str = Field("", alias="isi")
    depth: int = Field(0, alias="dalam")
    level: str = Field("", alias="tingkat")
    origin: str = Field("", alias="asal")

    def line(self, series: DataPath) -> Line:
        """The same; what it came from is of the same series, or it is new."""
        origin = Place.of_field(self.origin).path
        is_of_series = origin[: len(series)] == series
        kept = origin if is_of_series else ()
        text = plain_lines(self.text)
        return Line(self.kind, text, self.depth, self.level, kept)


class _LinesJson(BaseModel):
    """Paragraphs that take the place of some pasal, or of all recitals."""

    part: Literal["pasal", "pertimbangan"] = Field(alias="bagian")
    start: int = Field(alias="mulai")
    end: int = Field(alias="akhir")
    lines: list[_LineJson] = Field(alias="isi")

    def command(self) -> WriteLines:
        """The same as a command."""
        series = PASAL if self.part == "pasal" else PERTIMBANGAN_PATH
        lines = tuple(line.line(series) for line in self.lines)
        return WriteLines(series, self.start, self.end, lines)


class _SentJson(BaseModel):
    """What the page's script sends, under the names that it has there."""

    stamp: str = Field("", alias="tanda")
    texts: dict[str, str] = Field({}, alias="isian")
    action: str = Field("", alias="tindakan")
    cursor: _CursorJson | None = Field(None, alias="letak")
    pasted: str = Field("", alias="teks")
    lines: list[_LinesJson] = Field([], alias="paragraf")
    on_sheet: bool = Field(False, alias="lembar")
    html: str = ""
    on_plan: bool = Field(False, alias="rencana")


def read_script(find: FindTemuan) -> Sent:
    """What the page's script sent; 400 where it is none of its making."""
    try:
        body = _SentJson.model_validate(read_json())
    except ValidationError:
        abort(400)
    place = body.cursor or _CursorJson()
    field = Place.of_field(place.field)
    cursor = Cursor(field.path, place.position)
    pasted = Pasted(body.pasted, body.html)
    action = read_action(body.action, cursor, pasted, find)
    lines = tuple(each.command() for each in body.lines)
    return Sent(
        stamp=body.stamp,
        texts=body.texts,
        action=action,
        cursor=cursor,
        lines=lines,
        on_sheet=body.on_sheet,
        on_plan=body.on_plan,
    )


class _PastedJson(BaseModel):
    """A piece of text that was pasted."""

    text: str = Field(alias="teks")


def read_pasted_text() -> str:
    """The text that was pasted; 400 where the page's script sent something else."""
    try:
        return plain_lines(_PastedJson.model_validate(read_json()).text)
    except ValidationError:
        abort(400)


def read_form(find: FindTemuan) -> Sent:
    """The whole form, where no script runs."""
    form = request.form
    texts = {name: text for name, text in form.items() if _is_field(name)}
    words = form.get("tindakan", "")
    pasted = Pasted(form.get("tempelan", ""))
    nowhere = Cursor(("",))
    action = read_action(words, nowhere, pasted, find)
    return Sent(form.get("tanda", ""), texts, action)


def _is_field(name: str) -> bool:
    """Whether a text may stand in a field of this name."""
    place = Place.of_field(name)
    return shape(place.path) is not None


@dataclass(frozen=True)
class _Order:
    """The words of a button, taken apart: what, where, and of a finding its code."""

    verb: str
    place: str
    kode: str
    cursor: Cursor
    pasted: Pasted
    find: FindTemuan

    @property
    def path(self) -> DataPath:
        return Place.of_field(self.place).path


def read_action(
    words: str, cursor: Cursor, pasted: Pasted, find: FindTemuan
) -> Button | Command:
    """What the words of a button ask: "hapus pasal.3", "perbaiki pasal.5.isi BAHASA-GANDA"."""
    verb, place, kode, *_ = (*words.split(" ", 2), "", "")
    if verb in _BUTTONS:
        return _BUTTONS[verb]
    read = _READERS.get(verb)
    if read is None:
        return Unknown(words)
    order = _Order(verb, place, kode, cursor, pasted, find)
    return read(order)


_BUTTONS = {button.value: button for button in Button}


def _add(order: _Order) -> Command:
    """A new item; of an annex its kind stands where a finding has its code."""
    if order.path == LAMPIRAN:
        kind = order.kode or KINDS_OF_LAMPIRAN[0]
        return AddLampiran(kind) if kind in KINDS_OF_LAMPIRAN else Unknown(kind)
    return AddItem(order.path)


def _insert(order: _Order) -> Command:
    return InsertItem(order.path)


def _delete(order: _Order) -> Command:
    return DeleteItem(order.path)


def _move_up(order: _Order) -> Command:
    return MoveItem(order.path, -1)


def _move_down(order: _Order) -> Command:
    return MoveItem(order.path, 1)


def _split(order: _Order) -> Command:
    """At the cursor where it stands in the words of the item, else behind a sentence."""
    is_there = order.cursor.field == (*order.path, "isi")
    position = order.cursor.position if is_there else None
    return SplitItem(order.path, position)


def _refer(order: _Order) -> Command:
    cursor = order.cursor
    return InsertRujukan(cursor.field, cursor.position or 0, order.path)


def _paste(order: _Order) -> Command:
    """From a cell on; of the sheet of cells a row, and its column by place."""
    column = int(order.kode) if order.kode.isdecimal() else None
    return PasteRows(order.path, order.pasted, column)


_EVERY = "semua"


def _repair(order: _Order) -> Command:
    """Every safe fix, or the first for a field and a code."""

    def fixes(data: Data) -> list[Fix]:
        found = order.find(data)
        if order.place == _EVERY:
            return _safe_fixes(found)
        wanted = (order.place, order.kode)
        meant = [t for t in found if (t.field, t.kode) == wanted]
        fixes = _safe_fixes(meant)
        return fixes[:1]

    return Repair(fixes, order.path)


def _safe_fixes(found: Iterable[FieldTemuan]) -> list[Fix]:
    fixes = map(safe_fix, found)
    return [fix for fix in fixes if fix is not None]


_READERS: Mapping[str, Callable[[_Order], Command]] = {
    "tambah": _add,
    "sisip": _insert,
    "hapus": _delete,
    "naik": _move_up,
    "turun": _move_down,
    "pecah": _split,
    "rujuk": _refer,
    "tempel": _paste,
    "perbaiki": _repair,
}
"""The words of the page's buttons."""
