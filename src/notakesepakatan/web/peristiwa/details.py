"""A recorded event in the officer's words: the label of each field with what was said."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.web.peristiwa.choices import Material
from notakesepakatan.web.peristiwa.fields import FORM, Field
from notakesepakatan.words.tanggal import tanggal_long


def event_words(p: Peristiwa, material: Material) -> Iterator[tuple[str, list[str]]]:
    """Labels and lines of what an event says, beyond its day."""
    content = p.model_dump(exclude_defaults=True)
    for field in FORM[p.jenis].ruas:
        if field.kunci in content and field.kunci != "tanggal":
            value = content[field.kunci]
            yield (
                field.label,
                [
                    _words(one, field, material)
                    for one in (value if isinstance(value, list | tuple) else [value])
                ],
            )


def _words(value: Any, field: Field, material: Material) -> str:
    if isinstance(value, date):
        return tanggal_long(value)
    if not isinstance(value, Mapping):
        return str(dict(material.choice.get(field.kunci, ())).get(str(value), value))
    field_of = {"alamat": Field("alamat", "Baris")} | {d.kunci: d for d in field.isi}
    field_of |= {
        key: Field(key, word)
        for key, word in material.pihak
        if field.macam == "per_pihak"
    }
    piece = (
        (field_of.get(key, Field(key, key)), content) for key, content in value.items()
    )
    return "; ".join(
        f"{d.label}: {_words(content, d, material)}" for d, content in piece
    )
