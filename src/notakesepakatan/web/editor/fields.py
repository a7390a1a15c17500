"""The data of a draft to the tree of fields that its form draws.

It is made from the model: a new key needs no new code.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, get_origin

from notakesepakatan.compute.editing.commands import KINDS_OF_LAMPIRAN, every_kunci
from notakesepakatan.compute.editing.edits import Data, read_text, shape
from notakesepakatan.compute.editing.grid import pihak_keys
from notakesepakatan.compute.text.roles import AYAT_ROLES, PASAL_ROLES, tugas_role
from notakesepakatan.compute.text.terjemahan import KEY as TERJEMAHAN
from notakesepakatan.compute.text.tree import deleted, get_at
from notakesepakatan.data import class_at, literals_at, type_at
from notakesepakatan.model.dasar_hukum import DasarHukum
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.lampiran import OF_OTHERS, OF_PLAN, Lampiran
from notakesepakatan.place import (
    DASAR_HUKUM_PATH,
    RINCIAN,
    DataPath,
    Place,
    is_program,
    level,
)
from notakesepakatan.web.editor.places import Nomor, item_name, kind_of, name_of
from notakesepakatan.web.editor.temuan import CHOICE
from notakesepakatan.web.forms import capitalized

LAMPIRAN = ("lampiran",)
_NESTED = ("ayat", *RINCIAN)
_BELOW = {
    "pasal": ("ayat", "huruf", "angka", "kapital", "poin"),
    "pertimbangan": ("angka",),
    "ayat": ("huruf", "angka", "kapital", "poin"),
    "huruf": ("angka", "romawi", "poin"),
    "angka": ("subhuruf", "huruf", "romawi", "poin"),
    "subhuruf": ("subangka", "romawi", "poin"),
    "subangka": ("romawi", "poin"),
    "kapital": ("angka", "romawi", "poin"),
    "romawi": ("huruf", "angka", "poin"),
    "poin": (),
}
"""Lists that may be begun below a part, the usual one first."""
_FOLDED_IN_PARTS = ("kunci", "korespondensi", "penutup", "dihapus", "angka")
"""Of an unnumbered part: shown only where they say something, else folded away."""
_TITLES = ("judul", "nama", "tentang", "teks")
"""Keys of which the first that is filled is the title of an item."""
_LONGEST_TITLE = 80
_DAY_NAMES = ("sejak", "sampai")
_SECTION_FORMS = ("kelompok", "daftar")

Choice = tuple[str, str]
"""What may be chosen: the value and what it is called."""


class CanAdd(NamedTuple):
    """A list that may be begun or gone on with: its field name, and what an item is called."""

    name: str
    item: str


SET_ASIDE = "disisihkan"
"""The key of a draft that was put aside, which a page of its own writes."""


@dataclass(frozen=True)
class Field:
    """A field, a group of fields, or a list of groups.

    Attributes:
        name: path, with dots.
        form: "teks", "baris", "deret", "tahun", "hari", "pilihan", "kelompok", "daftar",
            "kisi".
        label: its name, in Indonesian.
        value: what it holds, as typed; of an item its title.
        required: whether it must be filled.
        help: a word of help.
        choices: what may be chosen.
        children: fields of a group, groups of a list.
        folded: fields of a group that are folded away, since they are empty.
        can_add: lists that may be begun here.
        is_item: whether it is one item of a list, which can be moved and deleted.
        can_split: whether its words can be split in two.
        dihapus: whether an adendum deleted it, so that only its number stands on paper.
        removable: whether the whole group may be taken away.
    """

    name: str
    form: str
    label: str
    value: str = ""
    required: bool = False
    help: str = ""
    choices: tuple[Choice, ...] = ()
    children: tuple["Field", ...] = ()
    folded: tuple["Field", ...] = ()
    can_add: tuple[CanAdd, ...] = ()
    is_item: bool = False
    can_split: bool = False
    dihapus: bool = False
    removable: bool = False


def form_of(
    data: Data, numbers: Nomor, instrumen: Sequence[Choice] = ()
) -> tuple[Field, ...]:
    """The sections of the form: what stands alone first, then each key of the agreement.

    Args:
        data: the data.
        numbers: the number of each item.
        instrumen: the instruments that may be chosen.
    """
    maker = _Maker(data, numbers, instrumen)
    names = [name for name in Kesepakatan.model_fields if maker.shows(name)]
    fields = [maker.field((name,)) for name in names]
    sections = [field for field in fields if field.form in _SECTION_FORMS]
    alone = tuple(field for field in fields if field.form not in _SECTION_FORMS)
    return (Field("pokok", "kelompok", "Pokok", children=alone), *sections)


@dataclass(frozen=True)
class _About:
    """What the model says of a key, whatever it holds."""

    label: str
    required: bool
    help: str


def _about(path: DataPath) -> _About:
    section = class_at(Kesepakatan, path[:-1])
    field = section.model_fields.get(str(path[-1])) if section else None
    if field is None:
        return _About(name_of(path), False, "")
    needed = path[-1] in getattr(section, "NEEDED", ())
    required = field.is_required() or needed
    return _About(name_of(path), required, spaced(field.description or ""))


def spaced(words: str) -> str:
    """Words in which no key is seen: "kiri_kanan" is "kiri kanan"."""
    return words.replace("_", " ")


@dataclass(frozen=True)
class _Members:
    """The fields of a group, sorted by how they are shown."""

    children: tuple[Field, ...]
    folded: tuple[Field, ...]
    can_add: tuple[CanAdd, ...]


class _Maker:
    """Makes the fields of one state of the data."""

    def __init__(self, data: Data, numbers: Nomor, instrumen: Sequence[Choice]) -> None:
        self._data = data
        self._numbers = numbers
        self._instrumen = instrumen
        self._taken = set(every_kunci(data.get("pasal")))

    def shows(self, name: str) -> bool:
        """Whether a key of the whole agreement has its place in the form."""
        if name == SET_ASIDE:
            return False
        return name != TERJEMAHAN or self._is_translated((name,))

    def field(self, path: DataPath) -> Field:
        """The field, group or list at a path."""
        about = _about(path)
        if is_program(path):
            return Field(
                Place(path).field, "kisi", about.label, required=about.required
            )
        if path == LAMPIRAN:
            return self._every_lampiran(about.label)
        form = shape(path)
        if form is not None:
            return self._text_field(path, form, about)
        is_mapping = get_origin(type_at(Kesepakatan, path)) is dict
        if is_mapping or class_at(Kesepakatan, path) is None:
            return self._group_by_pihak(path, about)
        if type_at(Kesepakatan, (*path, 0)) is not None:
            return self._list(path, about.label)
        return self._group(path, about.label)

    def _every_lampiran(self, label: str) -> Field:
        """The only annex as a group, several as a list; each kind may be added."""
        present = self._data.get("lampiran")
        more = tuple(_new_lampiran(present))
        if present is None:
            return Field("lampiran", "kelompok", label, can_add=more)
        if isinstance(present, list):
            return replace(self._list(LAMPIRAN, label), can_add=more)
        group = self._group(LAMPIRAN, label)
        return replace(group, can_add=(*group.can_add, *more))

    def _text_field(self, path: DataPath, form: str, about: _About) -> Field:
        value = self._read(path)
        choices = (
            _choices(path, value, about.required)
            or self._roles(path, value)
            or self._instrumen_choices(path, value)
        )
        is_day = "TTTT" in about.help or path[-1] in _DAY_NAMES
        if choices:
            form = "pilihan"
        elif is_day:
            form = "hari"
        return Field(
            Place(path).field,
            form,
            about.label,
            value,
            about.required,
            about.help,
            choices,
        )

    def _roles(self, path: DataPath, value: str) -> tuple[Choice, ...]:
        """The roles that a pasal or ayat may have and no other part has already.

        A name for references that it bears stays among them.
        """
        unit = _unit_with_role(path)
        if unit is None:
            return ()
        of_tugas = [tugas_role(key) for key in pihak_keys(self._data)]
        known = PASAL_ROLES if unit == "pasal" else (*AYAT_ROLES, *of_tugas)
        free = [role for role in known if role.kunci not in self._taken - {value}]
        named = [(role.kunci, capitalized(role.what)) for role in free]
        is_foreign = value and value not in (role.kunci for role in known)
        foreign = (
            [(value, f"Nama untuk rujukan: {spaced(value)}")] if is_foreign else []
        )
        return (("", "Tanpa peran"), *foreign, *named)

    def _instrumen_choices(self, path: DataPath, value: str) -> tuple[Choice, ...]:
        """The instruments that are known; one that is not stays among them."""
        if path != ("instrumen",) or not self._instrumen:
            return ()
        known = [name for name, _ in self._instrumen]
        foreign = [(value, value)] if value and value not in known else []
        return (("", "Menurut jenis, bila pasti"), *foreign, *self._instrumen)

    def _group_by_pihak(self, path: DataPath, about: _About) -> Field:
        keys = pihak_keys(self._data)
        children = tuple(self.field((*path, key)) for key in keys)
        return Field(
            Place(path).field,
            "kelompok",
            about.label,
            help=about.help,
            children=children,
        )

    def _list(self, path: DataPath, label: str) -> Field:
        items = get_at(self._data, path)
        many = len(items) if isinstance(items, list) else 0
        children = tuple(self._item((*path, i)) for i in range(many))
        more = CanAdd(Place(path).field, kind_of(path))
        return Field(
            Place(path).field, "daftar", label, children=children, can_add=(more,)
        )

    def _item(self, path: DataPath) -> Field:
        """An item of a list, which can be moved and deleted."""
        numbered = level(path[:-1]) is not None
        members = self._members(path, numbered)
        content = get_at(self._data, path)
        dihapus = isinstance(content, dict) and deleted(content)
        return Field(
            Place(path).field,
            "kelompok",
            item_name(path, self._numbers),
            self._title(path, dihapus),
            children=members.children,
            folded=members.folded,
            can_add=members.can_add,
            is_item=True,
            can_split=numbered and path[-2] in ("pertimbangan", *_NESTED),
            dihapus=dihapus,
        )

    def _group(self, path: DataPath, label: str) -> Field:
        members = self._members(path, numbered=path == LAMPIRAN)
        content = get_at(self._data, path)
        return Field(
            Place(path).field,
            "kelompok",
            label,
            children=members.children,
            folded=members.folded,
            can_add=members.can_add,
            dihapus=isinstance(content, dict) and deleted(content),
            removable=path == LAMPIRAN or (path[-1] == "tabel" and bool(content)),
        )

    def _title(self, path: DataPath, dihapus: bool) -> str:
        """What an item is called beside its number; a deleted one by its first words."""
        titles = (self._read((*path, name))[:_LONGEST_TITLE] for name in _TITLES)
        title = next(filter(None, titles), "")
        if not title and dihapus:
            return self._read((*path, "isi"))[:_LONGEST_TITLE]
        return title

    def _members(self, path: DataPath, numbered: bool) -> _Members:
        children: list[Field] = []
        folded: list[Field] = []
        can_add: list[CanAdd] = []
        for name in _in_form_order(class_at(Kesepakatan, path).model_fields):
            here = (*path, name)
            if not self._has_place(path, name):
                continue
            if numbered and _is_nested_list(here):
                if get_at(self._data, here):
                    children.append(self.field(here))
                continue
            child = self.field(here)
            if numbered and _is_empty_list(child):
                can_add += child.can_add
            elif self._is_folded(child, here, numbered):
                folded.append(child)
            else:
                children.append(child)
        for next_level in _next_levels(self._data, path):
            can_add.append(CanAdd(Place((*path, next_level)).field, next_level))
        return _Members(tuple(children), tuple(folded), tuple(can_add))

    def _has_place(self, path: DataPath, name: str) -> bool:
        """Whether a key of a part has its place in the form."""
        if name == TERJEMAHAN and not self._is_translated((*path, name)):
            return False
        return not self._is_of_other_lampiran(path, name)

    def _is_of_other_lampiran(self, path: DataPath, name: str) -> bool:
        """A key of an annex that only one of another kind has a use for."""
        if class_at(Kesepakatan, path) is not Lampiran:
            return False
        content = get_at(self._data, path)
        is_plan = isinstance(content, dict) and "program" in content
        is_there = isinstance(content, dict) and content.get(name)
        return not is_there and name in (OF_OTHERS if is_plan else OF_PLAN)

    def _is_folded(self, child: Field, path: DataPath, numbered: bool) -> bool:
        above = path[:-1]
        name = path[-1]
        if TERJEMAHAN in path:
            return not self._has_words(child)
        has_ayat = bool(get_at(self._data, (*above, "ayat")))
        if name == "isi" and has_ayat and not child.value:
            return True
        if name in ("judul", "isi") and _always_shows_text(above):
            return False
        if above[:-1] == DASAR_HUKUM_PATH and name in ("teks", *DasarHukum.NEEDED):
            return self._is_of_other_kind(above, str(name))
        if child.form == "kelompok":
            return self._is_group_folded(child, above)
        return _is_field_folded(child, name, numbered)

    def _is_translated(self, path: DataPath) -> bool:
        """Whether translations are asked for, or there is one already."""
        asked = bool(self._read(("bahasa_kedua",)))
        return asked or get_at(self._data, path) is not None

    def _has_words(self, field: Field) -> bool:
        """Whether there is something to translate, or a translation.

        A group is asked for what is in it.
        """
        if field.children:
            return any(self._has_words(child) for child in field.children)
        place = Place.of_field(field.name).path
        text = tuple(step for step in place if step != TERJEMAHAN)
        return bool(field.value or self._read(text))

    def _is_of_other_kind(self, above: DataPath, name: str) -> bool:
        """A key of a regulation where the legal basis is a text, or the other way round.

        What a regulation must have is shown unless the text is there.
        """
        if self._read((*above, name)):
            return False
        return name == "teks" or bool(self._read((*above, "teks")))

    def _is_group_folded(self, group: Field, above: DataPath) -> bool:
        """An empty group is, but for that of a law which is being written down."""
        is_law = above[:-1] == DASAR_HUKUM_PATH
        says_nothing = not (
            self._read((*above, "tentang")) or self._read((*above, "teks"))
        )
        if is_law and says_nothing:
            return False
        return not any(child.value or child.children for child in group.children)

    def _read(self, path: DataPath) -> str:
        return read_text(self._data, path)


def _in_form_order(names: Iterable[str]) -> list[str]:
    """The keys of a part, the translation right behind the words that it renders."""
    result = list(names)
    if TERJEMAHAN in result and "isi" in result:
        result.remove(TERJEMAHAN)
        result.insert(result.index("isi") + 1, TERJEMAHAN)
    return result


def _unit_with_role(path: DataPath) -> str | None:
    """What the part is whose role a path names: "pasal" or "ayat"; None for all others."""
    if path[-1] != "kunci" or path[0] != "pasal":
        return None
    unit = level(path[:-2])
    return unit if unit in ("pasal", "ayat") else None


def _is_empty_list(field: Field) -> bool:
    return field.form == "daftar" and not field.children


def _always_shows_text(path: DataPath) -> bool:
    """Whether the heading and the text of a part are shown, be they empty or not."""
    return _is_pasal(path) or class_at(Kesepakatan, path) is Lampiran


def _is_field_folded(child: Field, name: str | int, numbered: bool) -> bool:
    if name == "kunci":  # the reference picker gives these names
        return True
    if child.value or child.required or child.form in ("daftar", "kisi"):
        return False
    return numbered or name in _FOLDED_IN_PARTS


def _is_nested_list(path: DataPath) -> bool:
    is_list = type_at(Kesepakatan, (*path, 0)) is not None
    return path[-1] in _NESTED and is_list


def _choices(path: DataPath, value: str, required: bool) -> tuple[Choice, ...]:
    """What may be chosen, the present value among it; nothing where anything may be typed."""
    if path[-1] == "dihapus":
        return (("tidak" if value == "tidak" else "", "tidak"), ("ya", "ya"))
    known = literals_at(Kesepakatan, path)
    if not known:
        return ()
    foreign = [] if value in known or not value else [(value, value)]
    named = [(literal, CHOICE.get(literal, spaced(literal))) for literal in known]
    return (*_no_choice(value, required), *foreign, *named)


def _no_choice(value: str, required: bool) -> tuple[Choice, ...]:
    """How it is called that nothing is chosen."""
    if not required:
        return (("", "Bawaan"),)
    return () if value else (("", "pilih…"),)


def _next_levels(data: Data, path: DataPath) -> tuple[str, ...]:
    """Levels of which a first item may be made below a numbered part that has none.

    A pasal that has a tabulation may still get ayat, of which that becomes the first.
    """
    if class_at(Kesepakatan, path) is Lampiran:
        return _levels_of_lampiran(get_at(data, path))
    if len(path) < 2 or path[0] not in ("pasal", "pertimbangan", "lampiran"):
        return ()
    present = _present_levels(get_at(data, path))
    if not present:
        return _BELOW.get("pasal" if _is_pasal(path) else str(path[-2]), ())
    return ("ayat",) if _is_pasal(path) and "ayat" not in present else ()


def _is_pasal(path: DataPath) -> bool:
    """Whether a pasal stands there, or a part of an annex, which is like one."""
    return path[-2:-1] == ("bagian",) or (len(path) == 2 and path[0] == "pasal")


def _levels_of_lampiran(content: Any) -> tuple[str, ...]:
    """Levels that a list in an annex may begin with."""
    is_plan = isinstance(content, dict) and "program" in content
    return () if is_plan or _present_levels(content) else RINCIAN


_KIND_WORDS = {
    "rencana_kerja": "Rencana Kerja",
    "teks": "Lampiran teks",
    "daftar": "Lampiran daftar",
    "tabel": "Lampiran tabel",
}


def _new_lampiran(present: Any) -> Iterator[CanAdd]:
    """Annexes that may be added: one Rencana Kerja, and as many others as wanted."""
    items = present if isinstance(present, list) else [present]
    has_plan = any(isinstance(each, dict) and "program" in each for each in items)
    for kind in KINDS_OF_LAMPIRAN:
        if kind != "rencana_kerja" or not has_plan:
            asked = "" if kind == "rencana_kerja" else f" {kind}"
            yield CanAdd(f"lampiran{asked}", _KIND_WORDS[kind])


def _present_levels(content: Any) -> list[str]:
    if not isinstance(content, dict):
        return []
    return [name for name in _NESTED if content.get(name)]


def rujukan_list(
    data: Data, numbers: Nomor, reading: Kesepakatan | None = None
) -> list[Choice]:
    """Every part that may be referred to: its field name, its address with its first words.

    Args:
        data: the data.
        numbers: the number of each item.
        reading: the agreement as it reads, where it does.
    """
    every = _Rujukan(data, numbers, reading)
    return [*every.below(("pasal",), ""), *every.below(LAMPIRAN, "")]


@dataclass(frozen=True)
class _Rujukan:
    data: Data
    numbers: Nomor
    reading: Kesepakatan | None

    def below(self, path: DataPath, above: str) -> Iterator[Choice]:
        """The parts in the list at a path, each followed by what is below it."""
        items = get_at(self.data, path)
        for i, content in enumerate(items if isinstance(items, list) else ()):
            if isinstance(content, dict) and deleted(content):
                continue
            here = (*path, i)
            address = f"{above} {item_name(here, self.numbers)}".strip()
            words = self._words((*here, "judul")) or self._words((*here, "isi"))
            yield Place(here).field, f"{address} – {words[:60]}" if words else address
            for child in _present_levels(content):
                yield from self.below((*here, child), address)

    def _words(self, path: DataPath) -> str:
        """A text as it reads.

        Where the draft does not read, as typed, with what is known filled in, and dots
        for the rest.
        """
        node: Any = self.reading
        for step in path:
            node = _step_into(node, step)
        words = node if isinstance(node, str) else read_text(self.data, path)
        return re.sub(r"\[\[(.*?)\]\]", self._filled_in, words)

    def _filled_in(self, isian: re.Match[str]) -> str:
        """What the data say at the path of an isian; dots where they say nothing."""
        steps = tuple(isian[1].strip().split("."))
        keys = pihak_keys(self.data)
        if len(steps) == 3 and steps[0] == "para_pihak" and steps[1] in keys:
            return self._of_pihak(keys.index(steps[1]), steps[2])
        text = read_text(self.data, steps) if shape(steps) else ""
        return text or "…"

    def _of_pihak(self, place: int, name: str) -> str:
        pihak: DataPath = ("para_pihak", place)
        if name == "sebutan":
            return item_name(pihak, self.numbers)
        return read_text(self.data, (*pihak, name)) or "…"


def _step_into(node: Any, step: str | int) -> Any:
    """What stands at a step of the agreement as it reads; None where nothing does."""
    if isinstance(step, str):
        return getattr(node, step, None)
    return node[step] if isinstance(node, tuple) and step < len(node) else None
