"""From a recorded event to the officer's words: the label of each field with what was said."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.web.peristiwa.choices import Material
from notakesepakatan.web.peristiwa.fields import FORMS, Field
from notakesepakatan.words.tanggal import tanggal_long


def peristiwa_words(
    peristiwa: Peristiwa, material: Material
) -> Iterator[tuple[str, list[str]]]:
    """Labels and lines of what an event says, beyond its day."""
    content = peristiwa.model_dump(exclude_defaults=True)
    for field in FORMS[peristiwa.jenis].fields:
        if field.key == "tanggal" or field.key not in content:
            continue
        value = content[field.key]
        said = value if isinstance(value, list | tuple) else [value]
        yield field.label, [_words(each, field, material) for each in said]


def _words(value: Any, field: Field, material: Material) -> str:
    if isinstance(value, date):
        return tanggal_long(value)
    if isinstance(value, Mapping):
        return _words_of_fields(value, field, material)
    choices = dict(material.choices.get(field.key, ()))
    return str(choices.get(str(value), value))


def _words_of_fields(
    content: Mapping[str, Any], field: Field, material: Material
) -> str:
    inside = {"alamat": Field("alamat", "Baris")}
    inside |= {each.key: each for each in field.fields}
    if field.kind == "per_pihak":
        inside |= {key: Field(key, words) for key, words in material.pihak}
    parts = []
    for key, value in content.items():
        said_of = inside.get(key, Field(key, key))
        parts.append(f"{said_of.label}: {_words(value, said_of, material)}")
    return "; ".join(parts)
