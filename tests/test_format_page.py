"""The guide to the format, key by key: what the schema lets one write, the page tells, and where it stands on paper."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from conftest import AKAR
from notakesepakatan.load.yaml.schema import schema_text
from notakesepakatan.model.adendum import Adendum

PAGE = (AKAR / "docs/format-yaml.md").read_text(encoding="utf-8")

SCHEMA: dict[str, Any] = json.loads(schema_text())

TABLES = {
    "Kesepakatan": "4.1 Kunci",
    "FactsOnly": "4.1 Kunci",
    "Penandatanganan": "4.2 Kunci",
    "PenandatangananPihak": "4.2 Kunci",
    "Pihak": "4.3 Kunci",
    "FactsPihak": "4.3 Kunci",
    "PenandaTanganLain": "4.3 Kunci dalam `penanda_tangan_lain`",
    "Saksi": "4.3 Kunci dalam `saksi` dan `mengetahui`",
    "Kuasa": "4.3 Kunci dalam `kuasa`",
    "RiwayatNama": "4.3 Kunci dalam `riwayat_nama`",
    "Address": "4.4 Kunci",
    "ContactLabel": "4.4 Kunci dalam `label`",
    "Tenggat": "4.5 Kunci",
    "Kewajiban": "4.5 Kunci dalam `kewajiban`",
    "Rangkap": "4.6 Kunci",
    "Kalimat": "4.7 Kunci",
    "DasarHukum": "4.8 Kunci",
    "Regulation": "4.8 Kunci",
    "Lembaran": "4.8 Kunci dalam `lembaran`",
    "Pasal": "4.10 Kunci pasal",
    "Butir": "4.10 Kunci butir",
    "LabelledLine": "4.10 Kunci dalam `baris`",
    "Tabel": "4.10 Kunci dalam `tabel`",
    "TabelColumn": "4.10 Kunci dalam `kolom`",
    "Lampiran": "4.11 Kunci",
    "Column": "4.11 Kunci dalam `kolom`",
    "Program": "4.11 Kunci dalam `program`",
    "Tahapan": "4.11 Kunci dalam `tahapan`",
    "JangkaWaktu": "4.12 Kunci",
    "Susunan": "4.13 Kunci",
    "Halaman": "4.15 Kunci",
    "HalamanMargin": "4.15 Kunci dalam `margin`",
    "Induk": "4.17 Kunci",
    "RegisterEntry": "4.18 Kunci",
    "Withdrawn": "4.19 Kunci dalam `disisihkan`",
    "Silenced": "4.19 Kunci dalam `abaikan`",
    "Adendum": "15 Kunci",
}
"""What the schema calls a part: the section of the page and the head of the table that has its keys."""


TRANSLATIONS = {
    "Kesepakatan": "tingkat teratas",
    "Pihak": "`para_pihak`",
    "PenandaTangan": "`penanda_tangan_lain`",
    "Kuasa": "`kuasa`",
    "Address": "`korespondensi`",
    "Saksi": "`saksi`, `mengetahui`",
    "Rangkap": "`rangkap`",
    "Kalimat": "`kalimat`",
    "DasarHukum": "`dasar_hukum`",
    "Induk": "`induk`",
    "Pasal": "`pasal`",
    "Butir": "`ayat`, rincian, `pertimbangan`",
    "Line": "butir `baris`",
    "Column": "`kolom` sebuah `tabel`",
    "Tabel": "`tabel`",
    "Lampiran": "`lampiran`",
    "Program": "`program`",
    "Tahapan": "`tahapan`",
}
"""What may be translated, as the schema calls it: the first cell of its row in the table of translations."""


class Row(NamedTuple):
    key: str
    where: str
    "What the page says of its place on paper; nothing where its table has no such column."


def _tables() -> dict[str, list[Row]]:
    """The rows of every table of keys, by section and first word of its head.

    A table that a section has in two pieces, or that goes on below another heading of the section,
    is one table.
    """
    tables = dict[str, list[Row]]()
    section, head, columns = "", "", list[str]()
    for line in PAGE.splitlines():
        if found := re.match(r"#{2,4} ([\d.]+\d)?", line):
            section = found[1] or section
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if not cells:
            head = ""
        elif not head:
            head, columns = cells[0], cells
        elif not set(cells[0]) <= set("-"):
            where = cells[-1] if columns[-1] == "Tampil di" else ""
            names = re.findall(r"`(\w+)`", cells[0])
            rows = tables.setdefault(f"{section} {head}", [])
            rows += [Row(name, where) for name in names]
    return tables


def _keys(part: Any) -> Iterator[str]:
    """The keys that may be written at a part of the schema itself, in whichever of its forms."""
    yield from part.get("properties", {})
    for form in part.get("anyOf", []):
        yield from _keys(form)


def _parts() -> dict[str, set[str]]:
    parts = {"Kesepakatan": SCHEMA["else"], "FactsOnly": SCHEMA["then"]}
    parts.update(SCHEMA["$defs"])
    keys = {name: set(_keys(part)) for name, part in parts.items()}
    keys["Adendum"] = set(Adendum.model_fields)
    return {name: found for name, found in keys.items() if found}


PARTS = _parts()

TRANSLATED = sorted(p for p in PARTS if p.startswith("Terjemahan"))


@pytest.mark.parametrize("part", [p for p in PARTS if p not in TRANSLATED])
def test_each_key_of_a_part_has_its_row_with_its_place_on_paper(part: str) -> None:
    rows = {row.key: row.where for row in _tables()[TABLES[part]]}
    in_second_language = {"terjemahan"} - set(rows)
    untold = PARTS[part] - set(rows) - in_second_language
    assert untold == set()
    assert [key for key in PARTS[part] & set(rows) if not rows[key]] == []


@pytest.mark.parametrize("part", TRANSLATED)
def test_each_translation_has_its_keys_in_the_table_of_translations(part: str) -> None:
    table = PAGE.partition("| `terjemahan` pada |")[2].partition("\n\n")[0]
    rows = table.splitlines()[2:]
    told = {row.split(" | ")[0].removeprefix("| "): row.split(" | ")[1] for row in rows}
    keys = told[TRANSLATIONS[part.removeprefix("Terjemahan")]]
    named = set(re.findall(r"`(\w+)`", keys))
    if keys == "kunci yang sama seperti 4.7":
        named = {row.key for row in _tables()["4.7 Kunci"]}
    assert PARTS[part] <= named


@pytest.mark.parametrize("table", sorted(set(TABLES.values())))
def test_no_row_tells_of_a_key_that_cannot_be_written(table: str) -> None:
    known = set[str]().union(*(PARTS[p] for p, at in TABLES.items() if at == table))
    assert [row.key for row in _tables()[table] if row.key not in known] == []
