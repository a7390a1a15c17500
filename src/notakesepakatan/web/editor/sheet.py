"""The sheet that one writes on: what the page's script draws of a state of the data.

Recitals and body are paragraphs with their printed numbers; what stands around them, the
front, the signatures and the annexes, is drawn as it prints.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compute.editing.edits import Data, read_text
from notakesepakatan.compute.editing.paragraphs import (
    HEAD_KINDS,
    PASAL,
    Line,
    lines_of,
)
from notakesepakatan.compute.text.bab import HeadedPasal, Heads, number_heads
from notakesepakatan.compute.text.gaya_rincian import printed_label
from notakesepakatan.compute.text.tree import deleted, get_at
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.model.dasar import flatten
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.para_pihak import Address
from notakesepakatan.model.pasal import HEADS, Butir, Pasal
from notakesepakatan.model.tabel import cells_of
from notakesepakatan.place import (
    HEAD_NAMES,
    PERTIMBANGAN_PATH,
    DataPath,
    Place,
    head_words,
    keys_of,
)
from notakesepakatan.web.editor.places import item_numbers
from notakesepakatan.write.html import page, stylesheet

_BRACKET = re.compile(r"(\[\[.*?\]\])")
_AT_PASAL = "\ue000"
_AT_PERTIMBANGAN = "\ue001"
"""Characters of nobody's text, in whose place the paragraphs stand."""
_STYLE = re.compile(r' style="([^"]*)"')
_ID = re.compile(r' id="')
_PAGE_RULE = re.compile(r"@page[^{]*\{(?:[^{}]|\{[^{}]*\})*\}")
_LABEL_RULE = re.compile(r"(\.[\w-]+) > \.label \{")
"""How far the words of a paragraph hang behind its number."""
_PIHAK_KEYS = keys_of(20)
_KEYS = {head: head for head in HEAD_KINDS} | {"pasal": "judul", "penutup": "penutup"}
"""Key of the words of a paragraph that are not `isi`."""


@dataclass(frozen=True)
class Frame:
    """What is drawn around the paragraphs.

    Attributes:
        pieces: the naskah in pieces, as HTML; between them stand `parts`.
        parts: which paragraphs stand between two pieces: "pasal", "pertimbangan".
        css: the styles of the naskah, for what lies in `.lembar`.
    """

    pieces: tuple[str, ...]
    parts: tuple[str, ...]
    css: str

    def json(self) -> dict[str, Any]:
        """The same under the names that the page's script knows."""
        return {"potongan": self.pieces, "bagian": self.parts, "gaya": self.css}


def frame_of(composer: Composer, loaded: Loaded) -> Frame:
    """The naskah of an agreement without its recitals and its body."""
    naskah = compose_kesepakatan(composer, _hollow(loaded))
    html = page(naskah)
    start = html.index("<body>") + len("<body>")
    end = html.rindex("</body>")
    body = html[start:end]
    marks = {_AT_PASAL: "pasal", _AT_PERTIMBANGAN: "pertimbangan"}
    pieces = list[str]()
    parts = list[str]()
    present = [mark for mark in marks if mark in body]
    for mark in sorted(present, key=body.index):
        before, _, body = body.partition(mark)
        pieces.append(_without_last_paragraph(before))
        body = body.partition("</p>")[2]
        parts.append(marks[mark])
    css = _for_sheet(stylesheet(naskah))
    movable = tuple(map(_movable, [*pieces, body]))
    return Frame(movable, tuple(parts), css)


def _hollow(loaded: Loaded) -> Loaded:
    """The same agreement in one language with a mark for recitals and for the body.

    The body has every head, so that the styles of all go along: any may be typed next.
    """
    reading = loaded.reading
    heads = {key: "1" for pair in HEADS.items() for key in pair}
    pasal = Pasal(nomor="1", isi=_AT_PASAL).model_copy(update=heads)
    marked: dict[str, Any] = {"pasal": (pasal,)}
    if reading.pertimbangan:
        butir = Butir(nomor="a", isi=_AT_PERTIMBANGAN)
        marked["pertimbangan"] = (butir,)
    typed = loaded.kesepakatan.model_copy(update={"bahasa_kedua": None})
    return replace(
        loaded,
        kesepakatan=typed,
        reading=reading.model_copy(update={**marked, "bahasa_kedua": None}),
    )


def _without_last_paragraph(html: str) -> str:
    """What stands before the paragraph that the mark is in, and before its headings."""
    before = html[: html.rindex("<p ")].rstrip()
    heading = before.rfind('<h2 class="bab"')
    return before if heading < 0 else before[:heading]


def _movable(html: str) -> str:
    """No style in the markup, which the policy forbids, and no id that the page has too."""
    return _ID.sub(' data-datum="', _STYLE.sub(r' data-gaya="\1"', html))


def _for_sheet(css: str) -> str:
    rules = _PAGE_RULE.sub("", css).replace("html {", "& {", 1)
    rules = rules.replace("body { margin: 0 }\n", "", 1)
    rules = _LABEL_RULE.sub(r"\1 > .label, \1[data-label]::before {", rules)
    return f".lembar {{\n{rules}}}\n"


@dataclass(frozen=True)
class SheetText:
    """The paragraphs of a state of the data as the page draws them.

    Attributes:
        data: the data as typed.
        former: the text that they amend, whose numbers never shift; None for a draft.
        loaded: the agreement as far as it reads.
    """

    data: Data
    former: Data | None
    loaded: Loaded | None

    def json(self) -> dict[str, list[dict[str, Any]]]:
        """The paragraphs of each part, under the names that the page's script knows."""
        return {
            str(series[0]): [self._line(line) for line in self._lines(series)]
            for series in (PERTIMBANGAN_PATH, PASAL)
        }

    def _lines(self, series: DataPath) -> Iterator[Line]:
        yield from lines_of(self.data, series)

    @cached_property
    def _numbers(self) -> Mapping[DataPath, str]:
        return item_numbers(self.data, self.former)

    @cached_property
    def _heads(self) -> Heads:
        pasal = self.data.get("pasal")
        every = pasal if isinstance(pasal, list) else []
        return number_heads([_heads_of(each) for each in every])

    @cached_property
    def _is_numbered(self) -> bool:
        return read_text(self.data, ("susunan", "pasal")) != "tanpa_nomor"

    def _line(self, line: Line) -> dict[str, Any]:
        part = get_at(self.data, line.origin)
        result = {
            **line_json(line),
            "asal": Place(line.origin).field,
            "ruas": Place(text_path(line)).field,
            "label": self._label(line),
            "isi": list(self._pieces(line)),
            "dihapus": isinstance(part, dict) and deleted(part),
        }
        if line.kind == "sisipan":
            rows = inserted_rows(self._reading, line.origin)
            result["sel"] = list(rows)
        return result

    @property
    def _reading(self) -> Kesepakatan | None:
        return self.loaded.reading if self.loaded else None

    def _label(self, line: Line) -> str:
        number = self._numbers.get(line.origin, "")
        if line.kind in HEAD_KINDS:
            begun = self._heads.labels[line.kind][int(line.origin[1])]
            return head_words(line.kind, begun) if begun else HEAD_NAMES[line.kind]
        if line.kind == "pasal":
            return f"Pasal {number}" if self._is_numbered else ""
        if line.kind != "butir":
            return ""
        owner = get_at(self.data, line.origin[:-2])
        gaya = owner.get("gaya_rincian") if isinstance(owner, dict) else None
        return printed_label(line.level, number, gaya)

    def _pieces(self, line: Line) -> Iterator[Any]:
        """The words of a paragraph; what stands in brackets with the words it gives."""
        pieces = _BRACKET.split(line.text)
        values = self._values(line, pieces)
        for place, piece in enumerate(pieces):
            if place % 2:
                yield {"kode": piece, "kata": values[place // 2]}
            elif piece:
                yield piece

    def _values(self, line: Line, pieces: Sequence[str]) -> Sequence[str]:
        """What each bracket reads as; nothing where that is not known."""
        codes = pieces[1::2]
        if not codes:
            return ()
        spaced = map(_spaced_once, pieces[::2])
        between = map(re.escape, spaced)
        pattern = re.compile("(.*?)".join(between))
        texts = (self._as_read(line), *self._every_text)
        matches = map(pattern.fullmatch, texts)
        match = next(filter(None, matches), None)
        if match:
            return match.groups()
        return [""] * len(codes)

    @cached_property
    def _every_text(self) -> Sequence[str]:
        """All texts as they read, for where a part that cannot be read shifted the places."""
        if self._reading is None:
            return ()
        parts = (*self._reading.pertimbangan, *self._reading.pasal)
        return tuple(text for part in parts for text in _texts_in(part))

    def _as_read(self, line: Line) -> str:
        node: Any = self._reading
        for step in text_path(line):
            node = _below(node, step)
        if isinstance(node, tuple):
            alike = [each for each in node if isinstance(each, str)]
            before = list(self._paragraphs_before(line))
            place = len(before)
            node = alike[place] if place < len(alike) else None
        return node if isinstance(node, str) else ""

    def _paragraphs_before(self, line: Line) -> Iterator[Line]:
        for other in lines_of(self.data, line.origin[:1]):
            if other is line or other == line:
                return
            if (other.kind, other.origin) == (line.kind, line.origin):
                yield other


def text_path(line: Line) -> DataPath:
    """Path of the field that holds the words of a paragraph."""
    if line.kind == "paragraf":
        return (*line.origin, "paragraf")
    return (*line.origin, _KEYS.get(line.kind, "isi"))


def line_json(line: Line) -> dict[str, Any]:
    """A paragraph without its place, under the names that the page's script knows."""
    return {
        "jenis": line.kind,
        "dalam": line.depth,
        "tingkat": line.level,
        "isi": [line.text] if line.text else [],
    }


def _spaced_once(words: str) -> str:
    """Words between brackets with single spaces, those at their ends kept."""
    return re.sub(r"\s+", " ", words)


def _heads_of(pasal: Any) -> HeadedPasal:
    if not isinstance(pasal, dict):
        return HeadedPasal({})
    keys = (key for pair in HEADS.items() for key in pair)
    said = {key: flatten(str(pasal.get(key) or "")) for key in keys}
    return HeadedPasal(said, deleted(pasal))


def _texts_in(part: Any) -> Iterator[str]:
    """The words of a part and of all below it."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from _texts_in(item)
    elif isinstance(part, BaseModel):
        for name in part.model_fields_set:
            yield from _texts_in(getattr(part, name))


def _below(node: Any, step: str | int) -> Any:
    """What stands at a step of the agreement as it reads; None where nothing does."""
    if isinstance(step, str):
        return getattr(node, step, None)
    if not isinstance(node, tuple) or step >= len(node):
        return None
    return node[step]


def inserted_rows(reading: Kesepakatan | None, path: DataPath) -> Iterator[list[str]]:
    """What stands between a part's words and its list, as rows of cells."""
    part: Any = reading
    for step in path:
        part = _below(part, step)
    if reading is None or not isinstance(part, Pasal | Butir):
        return
    if part.korespondensi in _PIHAK_KEYS:
        for address in _addresses(reading, part.korespondensi):
            yield from ([line] for line in _address_lines(address))
    for named in part.baris:
        yield [named.label, f": {named.isi}"]
    if part.tabel:
        kolom = part.tabel.kolom
        yield [each.judul for each in kolom]
        for row in part.tabel.baris:
            cells = cells_of(row, len(kolom))
            yield list(cells)


def _addresses(reading: Kesepakatan, key: str | None) -> Sequence[Address]:
    place = _PIHAK_KEYS.index(str(key))
    if place >= len(reading.para_pihak):
        return ()
    return reading.para_pihak[place].korespondensi


def _address_lines(address: Address) -> Iterator[str]:
    yield from address.nama
    if address.up:
        yield f"u.p. {address.up}"
    if address.alamat:
        yield address.alamat
    reached = (address.telepon, address.faksimile, address.email)
    yield from filter(None, reached)
