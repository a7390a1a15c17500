"""The data of a draft to the tree of fields that its form draws, made from the model: a new key needs no new code."""

import re
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from notakesepakatan.compute.editing.edits import Data, read_text, shape
from notakesepakatan.compute.editing.grid import cell, columns, grid_rows, party_keys
from notakesepakatan.compute.text.tree import deleted, get_at
from notakesepakatan.data import class_at, type_at
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import LEVEL, PROGRAM, DataPath, Place, level
from notakesepakatan.web.editor.places import Nomor, item_name, kind_of, name_of
from notakesepakatan.web.editor.temuan import CHOICE

LAMPIRAN = ("lampiran",)
_NESTED = ("ayat", *LEVEL)
_RARE = ("nomor", "kunci", "korespondensi", "penutup", "dihapus", "angka")
"""Of a numbered part: shown only where they say something, else folded away."""

Choice = tuple[tuple[str, str], ...]
"""What may be chosen: the value and what it is called."""


@dataclass(frozen=True)
class Field:
    """A field, a group of fields, or a list of groups.

    Attributes:
        nama: path, with dots.
        form: "teks", "baris", "tahun", "hari", "pilihan", "kelompok", "daftar", "kisi".
        label: its name, in Indonesian.
        value: what it holds, as typed.
        required: whether it must be filled.
        help: a word of help.
        choice: what may be chosen: values and what they are called.
        child: fields of a group, groups of a list.
        fold: fields of a group that are folded away, since they are empty.
        tambah: lists that may be begun here: path and name of an item.
        part: whether it is one item of a list, which can be moved and deleted.
        break_: whether its words can be split in two.
        dihapus: whether an adendum deleted it, so that only its number stands on paper.
        loose: whether the whole group may be taken away.
    """

    nama: str
    form: str
    label: str
    value: str = ""
    required: bool = False
    help: str = ""
    choice: Choice = ()
    child: tuple["Field", ...] = ()
    fold: tuple["Field", ...] = ()
    tambah: tuple[tuple[str, str], ...] = ()
    part: bool = False
    break_: bool = False
    dihapus: bool = False
    loose: bool = False


def form_of(data: Data, nomor: Nomor) -> tuple[Field, ...]:
    """The sections of the form: what stands alone first, then each key of the agreement."""
    main, part, maker = [], [], _Maker(data, nomor)
    for name in Kesepakatan.model_fields:
        one = maker.field((name,))
        if one.form in ("kelompok", "daftar"):
            part.append(one)
        else:
            main.append(one)
    return (Field("pokok", "kelompok", "Pokok", child=tuple(main)), *part)


def references(
    data: Data,
    nomor: Nomor,
    reading: Kesepakatan | None = None,
    path: DataPath = ("pasal",),
    above: str = "",
) -> list[tuple[str, str]]:
    """Every part that may be referred to: path, and its address with its first words, as they read where that is known."""
    result = []
    items = get_at(data, path)
    for i, content in enumerate(items if isinstance(items, list) else ()):
        here = (*path, i)
        if isinstance(content, dict) and deleted(content):
            continue
        address = f"{above} {item_name(here, nomor)}".strip()
        word = _words(data, nomor, reading, (*here, "judul")) or _words(
            data, nomor, reading, (*here, "isi")
        )
        result.append(
            (Place(here).field, f"{address} – {word[:60]}" if word else address)
        )
        for child in _NESTED:
            if isinstance(content, dict) and content.get(child):
                result += references(data, nomor, reading, (*here, child), address)
    return result


def _words(
    data: Data, nomor: Nomor, reading: Kesepakatan | None, path: DataPath
) -> str:
    """A text as it reads; where the draft does not read, as typed with what is known filled in, and dots for the rest."""
    thing: Any = reading
    for step in path:
        if isinstance(step, int):
            thing = (
                thing[step] if isinstance(thing, tuple) and step < len(thing) else None
            )
        else:
            thing = getattr(thing, step, None)
    word = thing if isinstance(thing, str) else read_text(data, path)
    return re.sub(
        r"\[\[(.*?)\]\]",
        lambda match: _known(data, nomor, match[1].strip().split(".")),
        word,
    )


def _known(data: Data, nomor: Nomor, step: list[str]) -> str:
    """What the data say at the path of an isian; dots where they say nothing."""
    key = party_keys(data)
    if len(step) == 3 and step[0] == "para_pihak" and step[1] in key:
        pihak: DataPath = ("para_pihak", key.index(step[1]))
        return (
            item_name(pihak, nomor)
            if step[2] == "sebutan"
            else read_text(data, (*pihak, step[2])) or "…"
        )
    return (read_text(data, tuple(step)) if shape(tuple(step)) else "") or "…"


class _Maker:
    """Makes the fields of one state of the data."""

    def __init__(self, data: Data, nomor: Nomor) -> None:
        self._data, self._nomor = data, nomor

    def field(self, path: DataPath) -> Field:
        """The field, group or list at a path."""
        class_name, name = class_at(Kesepakatan, path[:-1]), str(path[-1])
        field_ = class_name.model_fields.get(name) if class_name else None
        label, required, help = (
            name_of(path),
            bool(field_ and field_.is_required()),
            (field_.description or "") if field_ else "",
        )
        if path == PROGRAM:
            return Field(Place(path).field, "kisi", label, required=required)
        if path == LAMPIRAN and self._data.get("lampiran") is None:
            return Field(
                Place(path).field,
                "kelompok",
                label,
                tambah=((Place(path).field, label),),
            )
        form, type_, value = (
            shape(path),
            type_at(Kesepakatan, path),
            read_text(self._data, path),
        )
        if form is not None:
            if choice := _choices(type_, name, value, required):
                return Field(
                    Place(path).field, "pilihan", label, value, required, help, choice
                )
            form = "hari" if "TTTT" in help or name in ("sejak", "sampai") else form
            return Field(Place(path).field, form, label, value, required, help)
        if get_origin(type_) is dict or class_at(Kesepakatan, path) is None:
            child = tuple(self.field((*path, k)) for k in party_keys(self._data))
            return Field(Place(path).field, "kelompok", label, help=help, child=child)
        if type_at(Kesepakatan, (*path, 0)) is not None:
            return self._list(path, label)
        return self._group(path, label)

    def _list(self, path: DataPath, label: str) -> Field:
        items = get_at(self._data, path)
        many = len(items) if isinstance(items, list) else 0
        child = tuple(
            self._group((*path, i), item_name((*path, i), self._nomor), part=True)
            for i in range(many)
        )
        return Field(
            Place(path).field,
            "daftar",
            label,
            child=child,
            tambah=((Place(path).field, kind_of(path)),),
        )

    def _group(self, path: DataPath, label: str, *, part: bool = False) -> Field:
        class_name = class_at(Kesepakatan, path)
        numbered = part and level(path[:-1]) is not None
        child, fold = list[Field](), list[Field]()
        add = list[tuple[str, str]]()
        for name in class_name.model_fields:
            here = (*path, name)
            if (
                name in _NESTED
                and numbered
                and type_at(Kesepakatan, (*here, 0)) is not None
            ):
                if get_at(self._data, here):
                    child.append(self.field(here))
                continue
            one = self.field(here)
            if one.form == "daftar" and not one.child and numbered:
                add += one.tambah
            elif self._folded(one, here, numbered):
                fold.append(one)
            else:
                child.append(one)
        add += [(Place((*path, t)).field, t) for t in _next_levels(self._data, path)]
        content = get_at(self._data, path)
        dihapus = isinstance(content, dict) and deleted(content)
        text = next(
            (
                t
                for name in ("judul", "nama", "tentang")
                if (t := read_text(self._data, (*path, name)))
            ),
            "",
        )
        return Field(
            Place(path).field,
            "kelompok",
            label,
            (text or read_text(self._data, (*path, "isi"))[:80] * dihapus)
            if part
            else "",
            child=tuple(child),
            fold=tuple(fold),
            tambah=tuple(add),
            part=part,
            break_=numbered and path[-2] in ("pertimbangan", *_NESTED),
            dihapus=dihapus,
            loose=path == LAMPIRAN,
        )

    def _folded(self, one: Field, path: DataPath, numbered: bool) -> bool:
        above, name = path[:-1], str(path[-1])
        if name == "isi" and get_at(self._data, (*above, "ayat")):
            return True
        if above[:-1] == ("pasal",) and name in ("judul", "isi"):
            return False
        if one.form == "kelompok":
            new = above[:-1] == ("dasar_hukum",) and not read_text(
                self._data, (*above, "tentang")
            )
            return not new and not any(
                child.value or child.child for child in one.child
            )
        if name == "kunci":
            return (
                True  # the reference picker gives these names; people need not see them
            )
        if one.value or one.required or one.form in ("daftar", "kisi"):
            return False
        return numbered or name in _RARE[1:]


def _choices(type_: Any, name: str, value: str, required: bool) -> Choice:
    """What may be chosen, the present value among it."""
    if name == "dihapus":
        return (("tidak" if value == "tidak" else "", "tidak"), ("ya", "ya"))
    for inside in (type_, *get_args(type_)):
        if get_origin(inside) is Literal:
            ada = get_args(inside)
            foreign = () if value in ada or not value else ((value, value),)
            without = (
                (("", "Bawaan"),)
                if not required
                else ()
                if value
                else (("", "pilih…"),)
            )
            return (*without, *foreign, *((one, CHOICE.get(one, one)) for one in ada))
    return ()


def _next_levels(data: Data, path: DataPath) -> list[str]:
    """Levels of which a first item may be made below a numbered part: the next one; below a pasal also ayat."""
    content = get_at(data, path)
    ada = [t for t in _NESTED if isinstance(content, dict) and content.get(t)]
    if len(path) == 2 and path[0] == "pasal":
        return [] if "ayat" in ada else ["ayat"] if ada else ["ayat", "huruf"]
    if ada or len(path) < 2 or path[0] not in ("pasal", "pertimbangan"):
        return []
    if path[-2] == "pertimbangan":
        return ["angka"]
    return [t for t in _NESTED[1:] if path[-2] == _NESTED[_NESTED.index(t) - 1]]


@dataclass(frozen=True)
class TableRow:
    """A row of the grid: path of its stage, path of its programme on its first row, number, depth, cells, whether deleted."""

    nama: str
    program: str
    nomor: str
    inside: int
    cell: tuple[tuple[str, str, str], ...]
    dihapus: bool = False


def grid(data: Data, nomor: Nomor) -> tuple[list[str], list[TableRow]]:
    """Heads of the columns, and rows; a cell is its path, its text and its column's name."""
    pihak = [
        item_name(("para_pihak", i), nomor) for i, _ in enumerate(party_keys(data))
    ]
    head = [
        "Program/Kegiatan",
        "Tahapan",
        "Lokasi",
        "Sumber dana",
        "Tahun",
        *[f"Tugas {p}" for p in pihak],
        "Tugas bersama",
        "Output",
        "Outcome",
    ]
    line = []
    for one in grid_rows(data):
        cell_ = [
            (cell(one, column), k)
            for column, k in zip(columns(data), head, strict=True)
        ]
        content = tuple(
            (Place(j).field, read_text(data, j), k) if j else ("", "", k)
            for j, k in cell_
        )
        program = Place(one.program).field if one.program else ""
        label = nomor.get(one.program, "") if one.program else ""
        line.append(
            TableRow(
                Place(one.path).field,
                program,
                label,
                one.inside,
                content,
                _gone(data, one.path),
            )
        )
    return head, line


def _gone(data: Data, path: DataPath) -> bool:
    """Whether a stage, or what it lies in, is deleted."""
    above = (get_at(data, path[:n]) for n in range(3, len(path) + 1))
    return any(isinstance(one, dict) and deleted(one) for one in above)
