"""The parts of a draft as an officer calls them: a field's name, a place in the text, the number that an item will have."""

from collections.abc import Mapping
from typing import Any

from notakesepakatan.compute.change.diff import settle
from notakesepakatan.compute.change.pairs import pair_parts
from notakesepakatan.compute.editing.edits import Data, read_text
from notakesepakatan.compute.editing.grid import PROGRAM, party_keys
from notakesepakatan.compute.text.numbering import DataPath, fill_labels
from notakesepakatan.compute.text.rujukan import unit_words
from notakesepakatan.compute.text.tree import (
    CHILDREN,
    Tree,
    get_at,
    label_key,
    labels,
    level,
)
from notakesepakatan.model.kesepakatan import default_sebutan, keys_of

Nomor = Mapping[DataPath, str]
"""By the path of an item: its number ("7A", "a1"), of a party how it is called."""

_LABEL = {
    "up": "u.p.",
    "email": "Surel",
    "program": "Rencana Kerja",
    "frasa": "Kata sambung ke perubahan",
    "kunci": "Nama untuk rujukan",
    "korespondensi": "Alamat surat",
    "abaikan": "Temuan yang diabaikan",
}
_MEMBERS = {"korespondensi": "Alamat", "riwayat_nama": "Nama lain", "abaikan": "Temuan"}
_GROUP = {"pertimbangan": "Pertimbangan", "dasar_hukum": "Dasar hukum"}
_PIHAK = keys_of(20)


def name_of(path: DataPath) -> str:
    """A key as people say it: ("para_pihak", 0, "jabatan_tanda_tangan") -> "Jabatan tanda tangan"."""
    name = str(path[-1])
    if name in _PIHAK:
        return default_sebutan(name)
    return _LABEL.get(name, name.replace("_", " ").capitalize())


def kind_of(path: DataPath) -> str:
    """What an item of the list at a path is called: "pihak", "alamat", "ayat"."""
    return (
        "pihak"
        if path == ("para_pihak",)
        else _MEMBERS.get(str(path[-1]), name_of(path)).lower()
    )


def item_name(path: DataPath, nomor: Nomor) -> str:
    """An item of a list within its part: "Pasal 3", "ayat (2)", "huruf a1", "PIHAK KESATU", "Alamat 1"."""
    series, i = path[:-1], int(path[-1])
    if series == ("para_pihak",):
        return nomor.get(path) or (
            default_sebutan(_PIHAK[i]) if i < len(_PIHAK) else f"PIHAK {i + 1}"
        )
    unit = level(series)
    if unit is None:
        return f"{_MEMBERS.get(str(series[-1]), name_of(series))} {i + 1}"
    label = nomor[path] if path in nomor else fill_labels([None] * (i + 1), unit)[-1]
    if series == PROGRAM:
        return f"Program {label}"
    return (
        f"tahapan {label}".strip()
        if series[-1] == "tahapan"
        else unit_words(unit, label)
    )


def place_words(name: str, nomor: Nomor | None = None) -> str:
    """A field's place in words: "pasal.3.ayat.0.huruf.1.isi" -> "Pasal 4 ayat (1) huruf b"."""
    path: DataPath = tuple(
        int(one) if one.isdecimal() and len(one) < 6 else one for one in name.split(".")
    )
    result = ""
    for n, step in enumerate(path):
        here = path[: n + 1]
        if isinstance(step, int) and n:
            result = _with_item(result, here, nomor or {})
        elif (step == "isi" and n) or isinstance(
            path[n + 1] if n + 1 < len(path) else None, int
        ):
            continue
        elif step == "tugas" and n + 1 < len(path):
            result += " › Tugas"
        elif n and path[n - 1] == "tugas":
            result += f" {_party_words(str(step), nomor or {})}"
        elif here != PROGRAM:
            result += (" › " if result else "") + name_of(here)
        else:
            result = name_of(here)
    return result


def _with_item(result: str, path: DataPath, nomor: Nomor) -> str:
    """The words so far and an item below them, as the law sets them side by side."""
    series, word = path[:-1], item_name(path, nomor)
    if series == ("para_pihak",) or series[:-1] in ((), ("lampiran",)):
        head = _GROUP.get(str(series[0]), "")
        return f"{head} {word}".strip()
    if series[-1] == "tahapan":
        label = word.removeprefix("tahapan").strip()
        return (
            result
            if not label
            else f"{result}.{label}"
            if series.count("tahapan") > 1
            else f"{result}, {word}"
        )
    if level(series):
        return f"{result} {word}"
    return f"{result} › {word}" if result else word


def _party_words(key: str, nomor: Nomor) -> str:
    if key not in _PIHAK:
        return key
    return item_name(("para_pihak", _PIHAK.index(key)), nomor)


def item_numbers(data: Data, lama: Data | None = None) -> dict[DataPath, str]:
    """The number of every item of a numbered list, and how each party is called.

    Args:
        data: the data as typed.
        lama: the text that they amend, whose numbers never shift: what is put in gets a number of its own.
    """
    result: dict[DataPath, str] = {}
    for i, key in enumerate(party_keys(data)):
        result["para_pihak", i] = read_text(
            data, ("para_pihak", i, "sebutan")
        ) or default_sebutan(key)
    for path in (("pasal",), ("pertimbangan",), ("dasar_hukum",), PROGRAM):
        formerly = None if lama is None else _longhand(get_at(lama, path), path)
        _number(_longhand(get_at(data, path), path), formerly, path, result)
    return result


def _longhand(items: Any, path: DataPath) -> list[Tree]:
    """The items of a numbered list as mappings, whatever else stands in the data."""
    result, key = list[Tree](), label_key(path)
    for one in items if isinstance(items, list) else ():
        content = dict(one) if isinstance(one, dict) else {"isi": one}
        for child in CHILDREN:
            if child != key and child in content:
                content[child] = _longhand(content[child], (*path, 0, child))
        if not isinstance(content.get(key), str):
            content.pop(key, None)
        result.append(content)
    return result


def _number(
    new: list[Tree],
    lama: list[Tree] | None,
    path: DataPath,
    result: dict[DataPath, str],
) -> None:
    label, origin = list(labels(new, path)), dict[int, int]()
    if lama is not None:
        pair = pair_parts(lama, new, path)
        origin = {j: i for i, j in pair if i is not None and j is not None}
        kept = settle(lama, new, path)
        if kept is not new and len(kept) == len(pair):
            label = [
                one
                for one, (_, j) in zip(labels(kept, path), pair, strict=True)
                if j is not None
            ]
    for j, (content, nomor) in enumerate(zip(new, label, strict=True)):
        here: DataPath = (*path, j)
        result[here] = nomor
        for child in CHILDREN:
            if isinstance(content.get(child), list):
                formerly = (
                    lama[origin[j]].get(child)
                    if lama is not None and j in origin
                    else None
                )
                _number(content[child], formerly, (*here, child), result)
