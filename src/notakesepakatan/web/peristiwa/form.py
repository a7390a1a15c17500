"""From the fields of an event's form to its data, and from findings back to the fields."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from notakesepakatan.model.peristiwa import kahar_unsaid, required_keys
from notakesepakatan.temuan import Temuan
from notakesepakatan.web.forms import REQUIRED, Isian, field_words
from notakesepakatan.web.peristiwa.choices import Material
from notakesepakatan.web.peristiwa.fields import FORMS, Field

EMPTY = 2
"""Empty rows that a list is shown with."""
MOST = 100
_OF_ROWS = ("rows", "pihak", "capaian")


def row_count(isian: Isian, key: str, more: int = 0) -> int:
    """Rows that a list shows: those typed, and some to type in."""
    matches = [
        re.match(rf"{key}\[(\d{{1,3}})\]", name)
        for name, text in isian.value.items()
        if text
    ]
    typed = max((int(match[1]) for match in matches if match), default=0)
    return min(typed + EMPTY + more, MOST)


@dataclass(frozen=True)
class TypedPeristiwa:
    """An event as it was typed.

    Attributes:
        content: the event as plain data.
        rows_of_form: of which row of the form each of its rows comes:
            {"hadir[1]": "hadir[3]"}.
    """

    content: Mapping[str, Any]
    rows_of_form: Mapping[str, str]


def typed_peristiwa(kind: str, isian: Isian, material: Material) -> TypedPeristiwa:
    """What was typed into the form of a kind; what is too long is said at its field."""
    content: dict[str, Any] = {"jenis": kind}
    rows_of_form: dict[str, str] = {}
    for field in FORMS[kind].fields:
        if field.kind in _OF_ROWS:
            rows = _rows(field, isian, material)
            value = [row.content for row in rows]
            is_said = any(value)
            for position, row in enumerate(rows, 1):
                rows_of_form[f"{field.key}[{position}]"] = f"{field.key}[{row.number}]"
        else:
            value = _value(field, isian, material)
            is_said = bool(value)
        if is_said:
            content[field.key] = value
    return TypedPeristiwa(content, rows_of_form)


def form_values(
    kind: str, data: Mapping[str, Any], material: Material
) -> dict[str, str]:
    """What would be typed to say what an event says; `typed_peristiwa` reads it back."""
    values = dict[str, str]()
    for field in FORMS[kind].fields:
        said = data.get(field.key)
        if said:
            values |= _values_of(field, said, material)
    return values


def _values_of(field: Field, said: Any, material: Material) -> dict[str, str]:
    match field.kind:
        case "lines":
            return {field.key: "\n".join(map(str, said))}
        case "group" | "per_pihak":
            return _flat(said, field.key)
        case "tugas" | "program":
            return {f"{field.key}:{each}": "ya" for each in said}
        case "rows" | "pihak" | "capaian":
            addresses = list(material.plan_rows)
            values = dict[str, str]()
            for position, row in enumerate(said, 1):
                number = position
                if field.kind == "capaian":
                    number = addresses.index(str(row.get("alamat"))) + 1
                values |= _flat(row, f"{field.key}[{number}]")
            return values
        case _:
            return {field.key: str(said)}


def _flat(row: Mapping[str, Any], prefix: str) -> dict[str, str]:
    return {f"{prefix}.{key}": str(text) for key, text in row.items()}


def _value(field: Field, isian: Isian, material: Material) -> Any:
    match field.kind:
        case "lines":
            lines = isian.text(field.key, row_counts=True).split("\n")
            return [line.strip() for line in lines if line.strip()]
        case "group":
            return _mapping(field.fields, isian, f"{field.key}.")
        case "per_pihak":
            pihak = [Field(key, words) for key, words in material.pihak]
            return _mapping(pihak, isian, f"{field.key}.")
        case "tugas" | "program":
            prefix = f"{field.key}:"
            names = [name for name in isian.value if name.startswith(prefix)]
            return [name.removeprefix(prefix) for name in names]
        case _:
            return isian.text(field.key)


@dataclass(frozen=True)
class _Row:
    """A row that was typed: its number in the form, and what it says."""

    number: int
    content: dict[str, Any]


def _rows(field: Field, isian: Isian, material: Material) -> list[_Row]:
    addresses = list(material.plan_rows) if field.kind == "capaian" else []
    rows = list[_Row]()
    for number in range(1, _row_limit(field, isian, material) + 1):
        content = _mapping(field.fields, isian, f"{field.key}[{number}].")
        if not content and field.kind != "pihak":
            continue
        if addresses:
            content = {"alamat": addresses[number - 1], **content}
        rows.append(_Row(number, content))
    return rows


def _row_limit(field: Field, isian: Isian, material: Material) -> int:
    """How many rows the form has for a field."""
    fixed = {"capaian": len(material.plan_rows), "pihak": len(material.pihak)}
    return fixed.get(field.kind) or row_count(isian, field.key)


def _mapping(fields: Sequence[Field], isian: Isian, prefix: str) -> dict[str, Any]:
    typed = {field.key: isian.text(f"{prefix}{field.key}") for field in fields}
    return {key: text for key, text in typed.items() if text}


def field_labels(kind: str, isian: Isian, material: Material) -> dict[str, str]:
    """Every field of the form by name, with the words that a list of errors calls it by."""
    labels = dict[str, str]()
    for field in FORMS[kind].fields:
        labels[field.key] = field.label
        for name, words in _places(field, isian, material):
            labels[name] = words
            for inside in field.fields:
                labels[f"{name}.{inside.key}"] = f"{words}, {inside.label.lower()}"
    return labels


def _places(
    field: Field, isian: Isian, material: Material
) -> Iterator[tuple[str, str]]:
    """Where the fields inside a field stand: the name of each place, and its words."""
    match field.kind:
        case "group":
            yield field.key, field.label
        case "per_pihak":
            for key, words in material.pihak:
                yield f"{field.key}.{key}", f"{field.label} {words}"
        case "capaian":
            for number, address in enumerate(material.plan_rows, 1):
                yield f"{field.key}[{number}]", f"Baris {address}"
        case "pihak":
            for number, (_, words) in enumerate(material.pihak, 1):
                yield f"{field.key}[{number}]", words
        case "rows":
            for number in range(1, row_count(isian, field.key) + 1):
                yield f"{field.key}[{number}]", f"{field.label} {number}"


def show_missing(kind: str, isian: Isian, content: Mapping[str, Any]) -> None:
    """Every field that must be filled and is not."""
    missing = {key for key in ("tanggal", *required_keys(kind)) if not content.get(key)}
    if kind == "keadaan_kahar":
        missing |= set(kahar_unsaid(content))
    for field in FORMS[kind].fields:
        if field.key in missing:
            says_what = field.kind in ("tugas", "capaian")
            isian.add(field.key, field.help if says_what else REQUIRED)


def show_temuan(
    isian: Isian,
    temuan: Sequence[Temuan],
    rows_of_form: Mapping[str, str],
    labels: Mapping[str, str],
) -> None:
    """Findings beside the fields they are about; those about none stand above the form."""
    for each in temuan:
        is_said = each.kode == "kunci-kurang" and each.kunci in isian.galat
        if each.kode != "PERISTIWA-KURANG" and not is_said:
            name = field_of(each.kunci, rows_of_form, labels)
            isian.add(name, field_words(each))


def field_of(
    key: str, rows_of_form: Mapping[str, str], labels: Mapping[str, str]
) -> str:
    """The field of a key, or the one that it lies in; empty where there is none."""
    name = re.sub(
        r"^\w+\[\d+\]", lambda match: rows_of_form.get(match[0], match[0]), key
    )
    while name and name not in labels:
        name = re.sub(r"(\.\w+|\[\d+\]|^\w+)$", "", name)
    return name
