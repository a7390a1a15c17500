"""Findings of data being typed, each at the field of the form that shows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from notakesepakatan.bureau.check import Found
from notakesepakatan.compute.editing.commands import Fix
from notakesepakatan.compute.editing.edits import Data, read_text
from notakesepakatan.compute.editing.field_names import dotted, field_name, parse_path
from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.yaml import YamlRefused, hidden_characters
from notakesepakatan.temuan import Temuan

MUST = "wajib"
"""The level of a finding that keeps the text from being saved."""


@dataclass(frozen=True)
class FieldTemuan:
    """A finding beside its field.

    Attributes:
        ruas: name of the field, `pasal.0.ayat.1.isi`; empty where it is about the whole.
        tingkat: its level; "wajib" keeps the text from being saved.
        message: what is wrong.
        saran: what to do.
        kode: code of its rule.
        piece: the piece of the text that it is about.
        replace: what may safely stand there instead; None where nothing may.
    """

    ruas: str
    tingkat: str
    message: str
    saran: str
    kode: str = ""
    piece: str = ""
    replace: str | None = None


def field_that_shows(data: Data, kunci: str) -> str:
    """The field of a finding's key; of a part written short, the one of its words."""
    name = field_name(kunci)
    path = parse_path(name)
    is_short_item = isinstance(get_at(data, path), str) and isinstance(path[-1], int)
    return f"{name}.isi" if is_short_item else name


def loading_temuan(data: Data, temuan: Temuan) -> FieldTemuan:
    """What keeps data from being loaded, at its field."""
    name = field_that_shows(data, temuan.kunci)
    return FieldTemuan(name, MUST, temuan.message, temuan.saran, temuan.kode)


def whole_temuan(cause: YamlRefused | FaultyNaskah) -> Iterator[FieldTemuan]:
    """What keeps a text from being read at all; it stands at no field."""
    for temuan in cause.temuan:
        yield FieldTemuan("", MUST, temuan.message, temuan.saran)


def hidden_temuan(data: Data) -> Iterator[FieldTemuan]:
    """Texts with a character that nobody sees."""
    for path, character in hidden_characters(data):
        shown = (*path, "isi") if isinstance(path[-1], int) else path
        yield FieldTemuan(
            dotted(shown),
            MUST,
            f"karakter kendali atau tak terlihat {character}",
            "hapus karakter itu (biasanya terbawa saat menyalin)",
            "karakter-kendali",
        )


def rule_temuan(data: Data, found: Found) -> FieldTemuan:
    """What a rule found, at its field; it is put right only where its words stand there."""
    name = field_name(found.kunci)
    is_there = found.piece and found.piece in read_text(data, parse_path(name))
    return FieldTemuan(
        name,
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
    return Fix(parse_path(temuan.ruas), temuan.piece, temuan.replace)
