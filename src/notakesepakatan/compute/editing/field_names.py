"""The path of a datum and its field's name: `("pasal", 0, "isi")` is `pasal.0.isi`."""

import re

from notakesepakatan.compute.text.numbering import DataPath


def dotted(path: DataPath) -> str:
    """A path as fields are named."""
    return ".".join(map(str, path))


def parse_path(name: str) -> DataPath:
    """The path that a field's name says."""
    return tuple(int(step) if _is_place(step) else step for step in name.split("."))


def _is_place(step: str) -> bool:
    """Whether a step is a place in a list; a longer number is none that a file could hold."""
    return step.isdigit() and step.isascii() and len(step) < 6


def field_name(key: str) -> str:
    """The field's name of a finding's key: "pasal[6].ayat[1].isi" -> "pasal.5.ayat.0.isi"."""
    return re.sub(r"\[(\d+)\]", lambda match: f".{int(match[1]) - 1}", key)
