"""From the fields of an event's form to its data, and from findings back to the fields."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from notakesepakatan.model.peristiwa import kahar_unsaid, required_keys
from notakesepakatan.temuan import Temuan
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.peristiwa.choices import Material
from notakesepakatan.web.peristiwa.fields import FORM, Field

EMPTY = 2
"""Empty rows that a list is shown with."""
MOST = 100
REQUIRED = "Wajib diisi."


def row_count(isian: Isian, key: str, more: int = 0) -> int:
    """Rows that a list shows: those typed, and some to type in."""
    ada = [
        int(c[1])
        for name in isian.value
        if (c := re.match(rf"{key}\[(\d{{1,3}})\]", name)) and isian.value[name]
    ]
    return min(max(ada, default=0) + EMPTY + more, MOST)


def event_data(
    kind: str, isian: Isian, material: Material
) -> tuple[dict[str, Any], dict[str, str]]:
    """The event as plain data, and of which row of the form each of its rows comes.

    The second says so by name: {"hadir[1]": "hadir[3]"}.
    """
    content: dict[str, Any] = {"jenis": kind}
    origin: dict[str, str] = {}
    for field in FORM[kind].ruas:
        if value := _value(field, isian, material, origin):
            content[field.kunci] = value
    return content, origin


def _value(
    field: Field, isian: Isian, material: Material, origin: dict[str, str]
) -> Any:
    key = field.kunci
    if field.macam == "butir":
        return [
            line
            for one in isian.text(key, row_counts=True).split("\n")
            if (line := one.strip())
        ]
    if field.macam == "bagian":
        return _mapping(field.isi, isian, f"{key}.")
    if field.macam == "per_pihak":
        return {
            one: text
            for one, _ in material.pihak
            if (text := isian.text(f"{key}.{one}"))
        }
    if field.macam in ("tugas", "program"):
        return [
            name.removeprefix(f"{key}:")
            for name in isian.value
            if name.startswith(f"{key}:")
        ]
    if field.macam in ("baris", "pihak", "capaian"):
        return _rows(field, isian, material, origin)
    return isian.text(key)


def _rows(
    field: Field, isian: Isian, material: Material, origin: dict[str, str]
) -> list[dict[str, Any]]:
    address = list(material.baris) if field.macam == "capaian" else []
    n = {"capaian": len(address), "pihak": len(material.pihak)}.get(
        field.macam
    ) or row_count(isian, field.kunci)
    result = list[dict[str, Any]]()
    for i in range(1, n + 1):
        one = _mapping(field.isi, isian, f"{field.kunci}[{i}].")
        if one or field.macam == "pihak":
            result.append({"alamat": address[i - 1], **one} if address else one)
            origin[f"{field.kunci}[{len(result)}]"] = f"{field.kunci}[{i}]"
    return result if any(result) else []


def _mapping(items: Sequence[Field], isian: Isian, prefix: str) -> dict[str, Any]:
    return {
        field.kunci: text
        for field in items
        if (text := isian.text(f"{prefix}{field.kunci}"))
    }


def field_labels(kind: str, isian: Isian, material: Material) -> dict[str, str]:
    """Every field of the form by name, with the words that a list of errors calls it by."""
    result = dict[str, str]()
    for field in FORM[kind].ruas:
        result[field.kunci] = field.label
        for prefix, word in _places(field, isian, material):
            result[prefix] = word
            result |= {
                f"{prefix}.{inside.kunci}": f"{word}, {inside.label.lower()}"
                for inside in field.isi
            }
    return result


def _places(
    field: Field, isian: Isian, material: Material
) -> Iterator[tuple[str, str]]:
    if field.macam == "bagian":
        yield field.kunci, field.label
    elif field.macam == "per_pihak":
        yield from (
            (f"{field.kunci}.{one}", f"{field.label} {word}")
            for one, word in material.pihak
        )
    elif field.macam == "capaian":
        yield from (
            (f"{field.kunci}[{i}]", f"Baris {address}")
            for i, address in enumerate(material.baris, 1)
        )
    elif field.macam == "pihak":
        yield from (
            (f"{field.kunci}[{i}]", word)
            for i, (_, word) in enumerate(material.pihak, 1)
        )
    elif field.macam == "baris":
        yield from (
            (f"{field.kunci}[{i}]", f"{field.label} {i}")
            for i in range(1, row_count(isian, field.kunci) + 1)
        )


def show_missing(kind: str, isian: Isian, content: Mapping[str, Any]) -> None:
    """Every field that must be filled and is not."""
    missing = {key for key in ("tanggal", *required_keys(kind)) if not content.get(key)}
    if kind == "keadaan_kahar":
        missing |= set(kahar_unsaid(content))
    for field in FORM[kind].ruas:
        if field.kunci in missing:
            isian.add(
                field.kunci,
                field.help if field.macam in ("tugas", "capaian") else REQUIRED,
            )


def show_findings(
    isian: Isian,
    temuan: Sequence[Temuan],
    origin: Mapping[str, str],
    label: Mapping[str, str],
) -> None:
    """Findings of the core beside the fields they are about.

    What is about none stands above the form.
    """
    for t in temuan:
        if t.kode == "PERISTIWA-KURANG" or (
            t.kode == "kunci-kurang" and t.kunci in isian.galat
        ):
            continue
        name = re.sub(r"^\w+\[\d+\]", lambda c: origin.get(c[0], c[0]), t.kunci)
        while name and name not in label:
            name = re.sub(r"(\.\w+|\[\d+\]|^\w+)$", "", name)
        isian.add(
            name,
            REQUIRED
            if t.kode == "kunci-kurang"
            else f"{t.message[:1].upper()}{t.message[1:]}; {t.saran}.",
        )
