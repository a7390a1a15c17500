"""The recitals and the body as one run of paragraphs, as a page shows them, and back.

A pasal is its heading and what follows it; whatever stands below says how deep it is, so
that a page needs no tree. What a paragraph cannot say (a role, a written number, a table)
stays in the data: each one names the part that it came from, and keeps what that had.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, get_args

from notakesepakatan.compute.editing.commands import Command, Edited
from notakesepakatan.compute.editing.edits import Data, typed
from notakesepakatan.compute.editing.history import TYPING
from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.model.dasar import flatten
from notakesepakatan.model.pasal import CONTENTS, Butir, Pasal
from notakesepakatan.place import PERTIMBANGAN_PATH, RINCIAN, DataPath

Head = Literal["bab", "judul_bagian", "judul_paragraf"]
"""A head above a pasal, called as its key."""
Kind = Head | Literal["pasal", "isi", "butir", "paragraf", "sisipan", "penutup"]
HEAD_KINDS: tuple[Head, ...] = get_args(Head)

LISTS = ("ayat", *RINCIAN)
"""Every list that may stand below a pasal or an item, by its key."""

PASAL: DataPath = ("pasal",)
_INSERTED = ("korespondensi", "baris", "tabel")
"""What stands between the words of a part and its list, and is typed elsewhere."""
_DEEPEST = 6
_BELOW = {
    "": "huruf",
    "ayat": "huruf",
    "huruf": "angka",
    "angka": "subhuruf",
    "subhuruf": "subangka",
    "kapital": "angka",
    "romawi": "huruf",
    "poin": "poin",
}
"""Of each list the kind of a new one below it; of a pasal that is not ayat."""


@dataclass(frozen=True)
class Line:
    """One paragraph of the page.

    Attributes:
        kind: what it is.
        text: its words, with `[[ ]]` as they are typed; of a `sisipan` none.
        depth: how many lists it lies in; of a `paragraf`, a `sisipan` and a `penutup`
            that of the part that it belongs to.
        level: of an item the key of its list: "ayat", "huruf"; empty where the place says.
        origin: path of the part that it came from; empty for a new one.
    """

    kind: Kind
    text: str = ""
    depth: int = 0
    level: str = ""
    origin: DataPath = ()


@dataclass
class _Part:
    """A pasal or an item while it is put together."""

    origin: DataPath = ()
    level: str = ""
    heads: dict[Head, str] = field(default_factory=dict)
    judul: str = ""
    isi: str | None = None
    paragraf: list[str] = field(default_factory=list)
    inserted: DataPath | None = None
    items: list["_Part"] = field(default_factory=list)
    penutup: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether a paragraph may still stand before its list."""
        return not (self.items or self.inserted) and self.penutup is None

    def add_paragraph(self, text: str) -> None:
        """Words behind all that it has so far."""
        if self.is_open:
            self.paragraf.append(text)
        else:
            self.penutup = _joined(self.penutup, text)


def _joined(before: str | None, text: str) -> str:
    return f"{before or ''} {text}".strip()


def lines_of(data: Data, series: DataPath) -> list[Line]:
    """The paragraphs of the pasal, or of the recitals.

    Args:
        data: the data.
        series: `("pasal",)` or `("pertimbangan",)`.
    """
    items = get_at(data, series)
    present = items if isinstance(items, list) else []
    if series == PERTIMBANGAN_PATH:
        return [*_lines_of_items(present, series, 1)]
    result = list[Line]()
    for i, pasal in enumerate(present):
        result += _lines_of_pasal(pasal, (*series, i))
    return result


def _lines_of_pasal(pasal: Any, path: DataPath) -> Iterator[Line]:
    content = pasal if isinstance(pasal, dict) else {"isi": pasal}
    for head in HEAD_KINDS:
        if content.get(head) is not None:
            yield Line(head, _text(content, head), origin=path)
    yield Line("pasal", _text(content, "judul"), origin=path)
    if content.get("isi") is not None:
        yield Line("isi", _text(content, "isi"), origin=path)
    yield from _lines_below(content, path, 0)


def _lines_of_items(
    items: Sequence[Any], series: DataPath, depth: int
) -> Iterator[Line]:
    level = "huruf" if series == PERTIMBANGAN_PATH else str(series[-1])
    for i, item in enumerate(items):
        path: DataPath = (*series, i)
        content = item if isinstance(item, dict) else {"isi": item}
        yield Line("butir", _text(content, "isi"), depth, level, path)
        yield from _lines_below(content, path, depth)


def _stands_behind(tabel: object) -> bool:
    """Whether a table says that it stands behind the list of its part."""
    return isinstance(tabel, dict) and tabel.get("setelah") == "rincian"


def _lines_below(content: Data, path: DataPath, depth: int) -> Iterator[Line]:
    """What follows the words of a part."""
    for text in _paragraphs(content.get("paragraf")):
        yield Line("paragraf", text, depth, origin=path)
    inserted = [key for key in _INSERTED if content.get(key)]
    is_behind = inserted == ["tabel"] and _stands_behind(content["tabel"])
    if inserted and not is_behind:
        yield Line("sisipan", "", depth, origin=path)
    for level in LISTS:
        items = content.get(level)
        if isinstance(items, list):
            yield from _lines_of_items(items, (*path, level), depth + 1)
    if is_behind:
        yield Line("sisipan", "", depth, origin=path)
    if content.get("penutup") is not None:
        yield Line("penutup", _text(content, "penutup"), depth, origin=path)


def fill_blanks(data: Data, words: str) -> Data:
    """The same data with words where recitals and body have an empty text, to be drawn.

    A paragraph that was just begun keeps nobody from seeing the others as they read.
    """
    result = dict(data)
    for series in (PERTIMBANGAN_PATH, PASAL):
        key = str(series[0])
        if key in data:
            result[key] = _filled(data[key], words)
    pasal = result.get("pasal")
    if isinstance(pasal, list):
        result["pasal"] = [_with_content(each, words) for each in pasal]
    return result


def _filled(node: Any, words: str) -> Any:
    if isinstance(node, dict):
        return {key: _filled(value, words) for key, value in node.items()}
    if isinstance(node, list):
        return [_filled(each, words) for each in node]
    return words if node == "" else node


def _with_content(pasal: Any, words: str) -> Any:
    is_bare = isinstance(pasal, dict) and not any(pasal.get(key) for key in CONTENTS)
    return {**pasal, "isi": words} if is_bare else pasal


def _text(content: Data, key: str) -> str:
    return typed(content.get(key), (key,))


def _paragraphs(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [flatten(str(each)) for each in values if each is not None]


@dataclass(frozen=True)
class WriteLines(Command):
    """Some pasal, or all recitals, as a page has them now.

    Attributes:
        series: `("pasal",)` or `("pertimbangan",)`.
        start: place of the first pasal that they take the place of.
        end: place behind the last one.
        lines: the paragraphs.
    """

    series: DataPath
    start: int
    end: int
    lines: tuple[Line, ...]
    deed: ClassVar[str] = TYPING

    def apply(self, data: Data) -> Edited:
        items = get_at(data, self.series) or []
        if not isinstance(items, list) or not 0 <= self.start <= self.end <= len(items):
            raise LookupError(self.series)
        made = self._made(data)
        before = items[: self.start]
        behind = items[self.end :]
        written = [*before, *made, *behind]
        key = str(self.series[0])
        result: Data = {**data, key: written}
        if not written:
            del result[key]
        return Edited(result)

    def _made(self, data: Data) -> list[Any]:
        lines = list(_each_origin_once(self.lines))
        if self.series == PERTIMBANGAN_PATH:
            (top,) = _parts([Line("pasal"), *lines])
            return _items_data(data, top.items, self.series)
        return [_part_data(data, part, Pasal) for part in _parts(lines)]


def _each_origin_once(lines: Sequence[Line]) -> Iterator[Line]:
    """The same lines; what was copied is a new part."""
    seen = set[tuple[str, DataPath]]()
    for line in lines:
        begins_part = line.kind in (*HEAD_KINDS, "pasal", "butir", "sisipan")
        name = (line.kind, line.origin)
        if begins_part and line.origin and name in seen:
            line = Line(line.kind, line.text, line.depth, line.level)
        seen.add(name)
        yield line


def _parts(lines: Sequence[Line]) -> list[_Part]:
    """The pasal that a run of paragraphs makes."""
    result = list[_Part]()
    heads = dict[Head, str]()
    open_parts = list[_Part]()
    for line in lines:
        text = flatten(line.text)
        if line.kind in HEAD_KINDS:
            heads[line.kind] = _joined(heads.get(line.kind), text)
            continue
        if line.kind == "pasal" or not open_parts:
            judul = text if line.kind == "pasal" else ""
            origin = line.origin if line.kind == "pasal" else ()
            result.append(_Part(origin, heads=heads, judul=judul))
            open_parts, heads = [result[-1]], {}
        if line.kind != "pasal":
            open_parts = _with_line(open_parts, line, text)
    return result


def _with_line(open_parts: list[_Part], line: Line, text: str) -> list[_Part]:
    """Put a paragraph where it belongs; the parts that are open behind it."""
    if line.kind == "butir":
        return _with_item(open_parts, line, text)
    deepest = len(open_parts) - 1
    depth = min(max(line.depth, 0), deepest)
    owner = open_parts[depth]
    has_words = owner.isi is not None or owner.paragraf
    if line.kind == "isi" and owner.is_open and not has_words:
        owner.isi = text
    elif line.kind == "sisipan":
        owner.inserted = owner.inserted or line.origin
    elif line.kind == "penutup" and owner.items:
        owner.penutup = _joined(owner.penutup, text)
    else:
        owner.add_paragraph(text)
    return open_parts[: depth + 1]


def _with_item(open_parts: list[_Part], line: Line, text: str) -> list[_Part]:
    depth = min(max(line.depth, 1), len(open_parts), _DEEPEST)
    owner = open_parts[depth - 1]
    level = _level(line, owner, depth)
    if owner.penutup is not None and owner.items:
        owner.items[-1].add_paragraph(owner.penutup)
        owner.penutup = None
    was_pasal = line.origin[:-1] == PASAL  # its sentence, which is an item now
    origin = () if was_pasal else line.origin
    item = _Part(origin, level, isi=text)
    owner.items.append(item)
    return [*open_parts[:depth], item]


def _level(line: Line, owner: _Part, depth: int) -> str:
    """The kind of the list that an item goes on with, or begins."""
    if owner.items:
        return owner.items[0].level
    if line.level in RINCIAN or (line.level == "ayat" and depth == 1):
        return line.level
    if depth == 1 and owner.isi is None and not owner.paragraf:
        return "ayat"
    return _BELOW.get(owner.level, "poin")


def _part_data(data: Data, part: _Part, model: type[Butir | Pasal]) -> Data:
    """A pasal or an item as the data have it."""
    origin = get_at(data, part.origin) if part.origin else None
    former: Data = origin if isinstance(origin, dict) else {}
    result = deepcopy(
        {key: value for key, value in former.items() if key not in _INSERTED}
    )
    inserted = get_at(data, part.inserted) if part.inserted else None
    if isinstance(inserted, dict):
        kept = {key: inserted[key] for key in _INSERTED if key in inserted}
        result |= deepcopy(kept)
    for key, value in _written(data, part, former, model).items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = value
    _drop_foreign_gaya(result, former)
    if not result:
        result["judul"] = ""
    return _in_order(result, former, model)


def _written(
    data: Data, part: _Part, former: Data, model: type[Butir | Pasal]
) -> dict[str, Any]:
    """What the paragraphs say, by key; None where nothing."""
    result = dict[str, Any].fromkeys(LISTS)
    if part.items:
        level = part.items[0].level
        series: DataPath = (*part.origin, level)
        result[level] = _items_data(data, part.items, series)
    texts: dict[str, str | None] = {"isi": part.isi, "penutup": part.penutup}
    if model is Pasal:
        texts |= {head: part.heads.get(head) for head in HEAD_KINDS}
        texts["judul"] = part.judul or None
    for key, text in texts.items():
        was = former.get(key)
        is_same = was is not None and _text(former, key) == text
        result[key] = was if is_same else text
    result["paragraf"] = _paragraf_value(part.paragraf, former.get("paragraf"))
    return result


def _paragraf_value(texts: list[str], former: Any) -> Any:
    if _paragraphs(former) == texts and former is not None:
        return former
    if len(texts) == 1 and not isinstance(former, list):
        return texts[0]
    return texts or None


def _items_data(data: Data, parts: Sequence[_Part], series: DataPath) -> list[Any]:
    """The items of a list; those of words alone as short as their siblings are."""
    siblings = get_at(data, series)
    present = siblings if isinstance(siblings, list) else []
    is_short = not present or any(isinstance(each, str) for each in present)
    return [_item_data(data, part, is_short) for part in parts]


def _item_data(data: Data, part: _Part, is_short: bool) -> Any:
    result = _part_data(data, part, Butir)
    former = get_at(data, part.origin) if part.origin else None
    if isinstance(former, str) and flatten(former) == part.isi:
        result["isi"] = former
    was_long = isinstance(former, dict) and former.keys() == {"isi"}
    may_be_short = isinstance(former, str) or (is_short and not was_long)
    return result["isi"] if may_be_short and result.keys() == {"isi"} else result


def _drop_foreign_gaya(result: Data, former: Data) -> None:
    """The way to write a list's numbers goes where the list is another one, or gone."""
    if _kind_of_list(former) != _kind_of_list(result):
        result.pop("gaya_rincian", None)


def _kind_of_list(part: Data) -> str | None:
    """The kind of the list that a part has."""
    present = [level for level in LISTS if part.get(level)]
    return present[0] if present else None


def _in_order(result: Data, former: Data, model: type[Butir | Pasal]) -> Data:
    """The same keys; new ones stand where the model has them, the others stay."""
    order = {key: place for place, key in enumerate(model.model_fields)}
    last = len(order)
    keys = [key for key in former if key in result]
    for key in result:
        if key in keys:
            continue
        behind = (
            i for i, other in enumerate(keys) if order.get(other, last) > order[key]
        )
        keys.insert(next(behind, len(keys)), key)
    return {key: result[key] for key in keys}
