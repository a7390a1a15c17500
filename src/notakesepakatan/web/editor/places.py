"""A place of a draft to its words on the screen: "Pasal 4 ayat (1) huruf b › Judul".

What an item is called needs the numbers of the text, which `item_numbers` gives.
"""

from collections.abc import Mapping
from typing import Any

from notakesepakatan.align import Pair
from notakesepakatan.compute.change.pairs import pair_parts
from notakesepakatan.compute.change.settle import settle
from notakesepakatan.compute.editing.edits import Data, read_text
from notakesepakatan.compute.editing.grid import pihak_keys
from notakesepakatan.compute.text.numbering import fill_labels
from notakesepakatan.compute.text.tree import Tree, get_at, label_key, labels
from notakesepakatan.place import (
    CHILDREN,
    DASAR_HUKUM_PATH,
    PARA_PIHAK,
    PERTIMBANGAN_PATH,
    PROGRAM,
    RINCIAN,
    DataPath,
    Place,
    default_sebutan,
    is_program,
    keys_of,
    level,
    unit_words,
)

Nomor = Mapping[DataPath, str]
"""By the path of an item: its number ("7A", "a1"), of a party how it is called."""

_LABEL = {
    "up": "u.p.",
    "teks": "Bunyi",
    "email": "Surel",
    "program": "Rencana Kerja",
    "frasa": "Kata sambung ke perubahan",
    "kunci": "Peran atau nama untuk rujukan",
    "korespondensi": "Alamat surat",
    "abaikan": "Temuan yang diabaikan",
    "bab": "Judul BAB",
    "nomor_bab": "Nomor BAB",
    "judul_bagian": "Judul Bagian",
    "nomor_bagian": "Nomor Bagian",
    "judul_paragraf": "Judul Paragraf",
    "nomor_paragraf": "Nomor Paragraf",
    "gaya_rincian": "Bentuk nomor rincian",
}
_MEMBERS = {
    "korespondensi": "Alamat",
    "riwayat_nama": "Nama lain",
    "abaikan": "Temuan",
    "mengetahui": "Yang mengetahui",
    "baris": "Baris bertitik dua",
}
_GROUP = {"pertimbangan": "Pertimbangan", "dasar_hukum": "Dasar hukum"}
_PIHAK_KEYS = keys_of(20)
_NUMBERED_LISTS = (("pasal",), PERTIMBANGAN_PATH, DASAR_HUKUM_PATH)


def name_of(path: DataPath) -> str:
    """A key as people say it: "jabatan_tanda_tangan" -> "Jabatan tanda tangan"."""
    key = str(path[-1])
    if key in _PIHAK_KEYS:
        return default_sebutan(key)
    return _LABEL.get(key, key.replace("_", " ").capitalize())


def kind_of(series: DataPath) -> str:
    """What an item of a list is called: "pihak", "alamat", "ayat"."""
    if series == PARA_PIHAK:
        return "pihak"
    return _member_name(series).lower()


def _member_name(series: DataPath) -> str:
    return _MEMBERS.get(str(series[-1]), name_of(series))


def item_name(path: DataPath, nomor: Nomor) -> str:
    """An item of a list within its part.

    "Pasal 3", "ayat (2)", "huruf a1", "PIHAK KESATU", "Alamat 1".
    """
    series = path[:-1]
    position = int(path[-1])
    if series == PARA_PIHAK:
        return nomor.get(path) or _default_pihak_name(position)
    unit = level(series)
    if unit is None:
        return f"{_member_name(series)} {position + 1}"
    label = nomor[path] if path in nomor else _counted(position, unit)
    if is_program(series):
        return f"Program {label}"
    if series[-1] == "tahapan":
        return f"tahapan {label}".strip()
    return unit_words(unit, label)


def _default_pihak_name(position: int) -> str:
    if position < len(_PIHAK_KEYS):
        return default_sebutan(_PIHAK_KEYS[position])
    return f"PIHAK {position + 1}"


def _counted(position: int, unit: str) -> str:
    """The number of an item where no other is known than its position."""
    return fill_labels([None] * (position + 1), unit)[-1]


def caption(place: Place, nomor: Nomor | None = None) -> str:
    """A place as a screen names it; empty for the whole text.

    `pasal.3.ayat.0.huruf.1.isi` is "Pasal 4 ayat (1) huruf b".
    """
    words, path = "", place.path
    for end in range(1, len(path) + 1):
        leads_to_item = end < len(path) and isinstance(path[end], int)
        if not leads_to_item:
            words = _with_step(words, path[:end], nomor or {})
    return words


def _with_step(words: str, path: DataPath, nomor: Nomor) -> str:
    """The words so far and what the last step adds to them."""
    step = path[-1]
    if isinstance(step, int) and len(path) > 1:
        return _with_item(words, path, nomor)
    if step == "isi" and len(path) > 1:
        return words
    if path[-2:-1] == ("tugas",):
        return f"{words} {_pihak_words(str(step), nomor)}"
    if path == PROGRAM or not words:
        return name_of(path)
    if is_program(path):
        return f"{words}, {name_of(path)}"
    return f"{words} › {name_of(path)}"


def _with_item(words: str, path: DataPath, nomor: Nomor) -> str:
    """The words so far and an item below them, as the law sets them side by side."""
    series = path[:-1]
    name = item_name(path, nomor)
    stands_alone = series == PARA_PIHAK or series[:-1] in ((), ("lampiran",))
    if stands_alone:
        group = _GROUP.get(str(series[0]), "")
        return f"{group} {name}".strip()
    if series[-1] == "tahapan":
        return _with_tahapan(words, series, name)
    if level(series):
        return f"{words} {name}"
    return f"{words} › {name}" if words else name


def _with_tahapan(words: str, series: DataPath, name: str) -> str:
    label = name.removeprefix("tahapan").strip()
    if not label:
        return words
    is_below_a_tahapan = series.count("tahapan") > 1
    return f"{words}.{label}" if is_below_a_tahapan else f"{words}, {name}"


def _pihak_words(key: str, nomor: Nomor) -> str:
    if key not in _PIHAK_KEYS:
        return key
    return item_name((*PARA_PIHAK, _PIHAK_KEYS.index(key)), nomor)


def item_numbers(data: Data, former: Data | None = None) -> dict[DataPath, str]:
    """The number of every item of a numbered list, and how each party is called.

    Args:
        data: the data as typed.
        former: the text that they amend, whose numbers never shift: what is put in gets a
            number of its own.
    """
    result: dict[DataPath, str] = {}
    for position, key in enumerate(pihak_keys(data)):
        pihak: DataPath = (*PARA_PIHAK, position)
        sebutan = read_text(data, (*pihak, "sebutan"))
        result[pihak] = sebutan or default_sebutan(key)
    for series in (*_NUMBERED_LISTS, *_lists_of_lampiran(data)):
        before = None if former is None else _list_at(former, series)
        items = _list_at(data, series)
        _number(items, before, series, result)
    return result


def _lists_of_lampiran(data: Data) -> list[DataPath]:
    """The numbered lists of the annexes that no other numbered list holds."""
    lampiran = data.get("lampiran")
    if not isinstance(lampiran, list):
        return [PROGRAM, *(("lampiran", name) for name in ("bagian", *RINCIAN))]
    every = range(len(lampiran))
    return [("lampiran",), *(("lampiran", i, "program") for i in every)]


def _list_at(data: Data, series: DataPath) -> list[Tree]:
    items = get_at(data, series)
    return _longhand(items, series)


def _longhand(items: Any, series: DataPath) -> list[Tree]:
    """The items of a numbered list as mappings, whatever else stands in the data."""
    present = items if isinstance(items, list) else []
    return [_long_item(item, series) for item in present]


def _long_item(item: Any, series: DataPath) -> Tree:
    content = dict(item) if isinstance(item, dict) else {"isi": item}
    number_key = label_key(series)
    for child in CHILDREN:
        if child != number_key and child in content:
            below = (*series, 0, child)
            content[child] = _longhand(content[child], below)
    if not isinstance(content.get(number_key), str):
        content.pop(number_key, None)
    return content


def _number(
    items: list[Tree],
    former: list[Tree] | None,
    series: DataPath,
    result: dict[DataPath, str],
) -> None:
    """Put the numbers of a list and of all below it into the result."""
    pairs = [] if former is None else pair_parts(former, items, series)
    numbers = _item_labels(items, former, pairs, series)
    old_of = {new: old for old, new in pairs if old is not None}
    for position, (content, number) in enumerate(zip(items, numbers, strict=True)):
        here: DataPath = (*series, position)
        result[here] = number
        before = former[old_of[position]] if former and position in old_of else {}
        for child in CHILDREN:
            if isinstance(content.get(child), list):
                below = (*here, child)
                _number(content[child], before.get(child), below, result)


def _item_labels(
    items: list[Tree],
    former: list[Tree] | None,
    pairs: list[Pair],
    series: DataPath,
) -> list[str]:
    """The numbers of one list, what is deleted of the former text keeping its own."""
    counted = list(labels(items, series))
    if former is None:
        return counted
    settled = settle(former, items, series)
    if settled is items or len(settled) != len(pairs):
        return counted
    every = zip(labels(settled, series), pairs, strict=True)
    return [label for label, (_, new) in every if new is not None]
