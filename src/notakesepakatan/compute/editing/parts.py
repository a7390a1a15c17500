"""Parts of a draft: added, deleted, moved, split, referred to; one small pure function each.

Data and paths are those of `edit`.
"""

import re
from copy import deepcopy
from typing import Any

from notakesepakatan.compute.editing.edits import (
    TEXT_FORM,
    Data,
    blank,
    container,
    index_in,
    is_short,
    is_span,
    opened,
    read_text,
    required,
    set_text,
    shape,
    tidy,
)
from notakesepakatan.compute.editing.merge import as_ayat
from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.data import class_at, type_at
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import LEVEL, DataPath, keys_of


def add_item(
    data: Data, path: DataPath, to: int | None = None
) -> tuple[Data, DataPath]:
    """A new item in the list at a path, last or at a place; the words of a pasal become its first ayat. Gives its path too.

    Raises:
        LookupError: no list of that kind may stand there.
    """
    if class_at(Kesepakatan, (*path, 0)) is None or is_span(type_at(Kesepakatan, path)):
        raise LookupError(path)
    result = deepcopy(data)
    above, end = container(result, path), path[-1]
    if not isinstance(above, dict):
        raise LookupError(path)
    if end == "ayat":
        whole = dict(as_ayat(above))
        above.clear()
        above.update(whole)
    items = _items(above.get(end), path)
    position = len(items) if to is None else min(max(to, 0), len(items))
    above[end] = [*items[:position], blank(path), *items[position:]]
    return result, (*path, position)


def _items(value: Any, path: DataPath) -> list[Any]:
    """What a list holds; a bare text that stands in its place is its only item."""
    if isinstance(value, str) and value:
        return [value if is_short((*path, 0)) else opened(value, (*path, 0))]
    if value and not isinstance(value, list):
        raise LookupError(path)
    return value or []


def add_annex(data: Data) -> Data:
    """The data with a Lampiran of the usual head and title and one programme, to be filled in.

    Raises:
        LookupError: there is one.
    """
    if data.get("lampiran") is not None:
        raise LookupError("lampiran")
    pihak = data.get("para_pihak")
    nomor = [
        f"Nomor : [[para_pihak.{k}.nomor]]"
        for k in keys_of(len(pihak) if isinstance(pihak, list) else 0)
    ]
    head = [
        "Lampiran [[jenis]] antara [[para_pihak]]",
        *nomor,
        "Tanggal : [[penandatanganan.tanggal]]",
    ]
    content = {
        "kepala": head,
        "judul": ["RENCANA KERJA", "[[judul_kapital]]"],
        "program": [blank(("lampiran", "program"))],
    }
    return {**data, "lampiran": content}


def delete_item(data: Data, path: DataPath) -> Data:
    """The data without an item of a list, or without a mapping; a programme goes with its last stage.

    Raises:
        LookupError: nothing stands there.
    """
    if (
        len(path) > 2
        and isinstance(path[-3], int)
        and required(path[:-1])
        and _is_only(get_at(data, path[:-1]), path[-1])
    ):
        return delete_item(data, path[:-2])
    result = deepcopy(data)
    above, end = get_at(result, path[:-1]), path[-1]
    if isinstance(above, list):
        del above[index_in(end, above)]
        if not above and not required(path[:-1]):
            del get_at(result, path[:-2])[path[-2]]
    elif isinstance(above, dict) and end in above:
        del above[end]
    else:
        raise LookupError(path)
    return tidy(result, path[:-2])


def _is_only(items: Any, step: str | int) -> bool:
    return isinstance(items, list) and len(items) == 1 and step == 0


def move_item(data: Data, path: DataPath, to: int) -> tuple[Data, DataPath]:
    """An item of a list put at another place among its siblings.

    Raises:
        LookupError: no item stands there.
    """
    result = deepcopy(data)
    items = get_at(result, path[:-1])
    if not isinstance(items, list):
        raise LookupError(path)
    one = items.pop(index_in(path[-1], items))
    to = min(max(to, 0), len(items))
    items.insert(to, one)
    return result, (*path[:-1], to)


def split_item(
    data: Data, path: DataPath, letak: int | None = None
) -> tuple[Data, DataPath]:
    """An item in two: what follows a place of its words becomes the next, with what is tabulated below it.

    Args:
        data: the data.
        path: path of the item.
        letak: characters that stay; behind the first sentence unless given.

    Raises:
        LookupError: no item with words stands there, or nothing would be left on one side.
    """
    text, items = read_text(data, (*path, "isi")), get_at(data, path[:-1])
    if letak is None:
        kalimat = re.search(r"[.;:]\s+", text)
        letak = kalimat.end() if kalimat else 0
    front, back = text[:letak].strip(), text[letak:].strip()
    if not isinstance(items, list) or not front or not back or path[-2] == "pasal":
        raise LookupError(path)
    lama = deepcopy(items[index_in(path[-1], items)])
    first: Any = front
    if isinstance(lama, dict):
        first = {
            k: v
            for k, v in {**lama, "isi": front}.items()
            if k in ("nomor", "kunci", "isi")
        }
        lama = {
            k: v
            for k, v in {**lama, "isi": back}.items()
            if k not in ("nomor", "kunci")
        }
    second = lama if isinstance(lama, dict) else back
    i = int(path[-1])
    result = deepcopy(data)
    get_at(result, path[:-1])[i : i + 1] = [first, second]
    return result, (*path[:-1], i + 1)


_UNIT = {"pasal": "Pasal", **{one: one for one in ("ayat", *LEVEL)}}


def insert_reference(data: Data, path: DataPath, letak: int, target: DataPath) -> Data:
    """A reference to a part put into a text; the part gets a `kunci` where it has none, so that it may be moved.

    Args:
        data: the data.
        path: path of the text.
        letak: characters before the reference.
        target: path of the part.

    Raises:
        LookupError: the text or the part is not there.
    """
    unit = _UNIT.get(str(target[-2])) if len(target) > 1 else None
    part = get_at(data, target)
    if unit is None or part is None or shape(path) != TEXT_FORM:
        raise LookupError(target)
    key = part.get("kunci") if isinstance(part, dict) else None
    if not key:
        word = (
            part
            if isinstance(part, str)
            else part.get("judul") or part.get("isi") or ""
        )
        key = _new_key(data, unit, word)
        data = set_text(data, (*target, "kunci"), key)
    text = read_text(data, path)
    front, back = text[:letak].rstrip(), text[letak:].lstrip()
    between = "" if back[:1] in (",", ".", ";", ":", "") else " "
    return set_text(data, path, f"{front} [[dalam {unit} {key}]]{between}{back}")


def _new_key(data: Data, unit: str, word: str) -> str:
    """A key made of a part's first words that nothing has yet."""
    plain = re.sub(r"\[\[.*?\]\]", " ", word).lower()
    basis = "_".join(re.findall(r"[a-z]+", plain)[:3]) or "bagian"
    basis = basis if unit == "Pasal" else f"{unit}_{basis}"
    ada = set(_keys(data.get("pasal")))
    return next(
        k
        for n in range(1, len(ada) + 2)
        if (k := basis if n == 1 else f"{basis}_{n}") not in ada
    )


def _keys(thing: Any) -> list[str]:
    if isinstance(thing, list):
        return [k for one in thing for k in _keys(one)]
    if isinstance(thing, dict):
        return [
            str(thing.get("kunci") or ""),
            *(k for content in thing.values() for k in _keys(content)),
        ]
    return []
