"""Findings of data being typed, each at the field of the form that shows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from notakesepakatan.bureau.check import Found
from notakesepakatan.compute.editing.commands import Fix
from notakesepakatan.compute.editing.edits import Data, read_text, words_path
from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.yaml.characters import hidden_characters
from notakesepakatan.load.yaml.text import YamlRefused
from notakesepakatan.place import Place
from notakesepakatan.temuan import Temuan

MUST = "wajib"
"""The level of a finding that keeps the text from being saved."""


@dataclass(frozen=True)
class FieldTemuan:
    """A finding beside its field.

    Attributes:
        place: what it is about; `Place()` is the whole.
        tingkat: its level; "wajib" keeps the text from being saved.
        message: what is wrong.
        saran: what to do.
        kode: code of its rule.
        piece: the piece of the text that it is about.
        replace: what may safely stand there instead; None where nothing may.
    """

    place: Place
    tingkat: str
    message: str
    saran: str
    kode: str = ""
    piece: str = ""
    replace: str | None = None

    @property
    def field(self) -> str:
        """Name of the field."""
        return self.place.field


def shown_at(data: Data, place: Place) -> Place:
    """The field that shows a finding; of a part written short, the one of its words."""
    is_item = place.path and isinstance(place.path[-1], int)
    is_short_item = is_item and isinstance(get_at(data, place.path), str)
    return Place(words_path(place.path)) if is_short_item else place


def loading_temuan(data: Data, temuan: Temuan) -> FieldTemuan:
    """What keeps data from being loaded, at its field."""
    place = shown_at(data, temuan.place)
    return FieldTemuan(place, MUST, temuan.message, temuan.saran, temuan.kode)


def whole_temuan(cause: YamlRefused | FaultyNaskah) -> Iterator[FieldTemuan]:
    """What keeps a text from being read at all; it stands at no field."""
    for temuan in cause.temuan:
        yield FieldTemuan(Place(), MUST, temuan.message, temuan.saran)


def hidden_temuan(data: Data) -> Iterator[FieldTemuan]:
    """Texts with a character that nobody sees."""
    for path, character in hidden_characters(data):
        is_item = isinstance(path[-1], int)
        shown = Place(words_path(path) if is_item else path)
        yield FieldTemuan(
            shown,
            MUST,
            f"karakter kendali atau tak terlihat {character}",
            "hapus karakter itu (biasanya terbawa saat menyalin)",
            "karakter-kendali",
        )


def rule_temuan(data: Data, found: Found) -> FieldTemuan:
    """What a rule found, at its field; it is put right only where its words stand there."""
    typed = read_text(data, found.place.path)
    is_there = found.piece and found.piece in typed
    return FieldTemuan(
        found.place,
        found.tingkat,
        found.message,
        found.saran,
        found.kode,
        found.piece,
        found.replace if is_there else None,
    )


def safe_fix(temuan: FieldTemuan) -> Fix | None:
    """How a finding may safely be put right; None where that takes a person."""
    if temuan.replace is None:
        return None
    return Fix(temuan.place.path, temuan.piece, temuan.replace)
