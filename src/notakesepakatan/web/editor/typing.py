"""What the page of an editor sends and gets, for a draft and for the change of a signed text alike."""

from collections.abc import Callable, Sequence
from typing import Any

from flask import abort, request
from pydantic import BaseModel, ValidationError

from notakesepakatan.bureau.konsep import FieldTemuan, repair_field
from notakesepakatan.compute.editing import edits, grid, parts
from notakesepakatan.compute.editing.edits import Data, read_text, set_text
from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.errors import NotaError
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.place import PROGRAM, Place, at
from notakesepakatan.web.editor.fields import LAMPIRAN, form_of, references
from notakesepakatan.web.editor.fields import grid as grid_of
from notakesepakatan.web.editor.places import caption, item_numbers
from notakesepakatan.web.editor.temuan import finding_words
from notakesepakatan.web.forms import plain_lines, read_json


class Letak(BaseModel):
    """Where the cursor is: the field, and characters before it."""

    ruas: str = ""
    posisi: int | None = None


class Sent(BaseModel):
    """What the page's script sends: the state it has seen, what was typed by field, and perhaps something to do."""

    tanda: str = ""
    isian: dict[str, str] = {}
    tindakan: str = ""
    letak: Letak | None = None
    teks: str = ""


class Impossible(NotaError):
    """Something was asked of a part that is not there, or that cannot be done to it."""

    def __init__(self) -> None:
        super().__init__(
            "Tidak dapat dilakukan di sana. Letakkan kursor di tempat yang dimaksud, atau muat ulang halaman ini."
        )


def read_typed() -> Sent:
    """What the page's script sent; 400 where it is none of its making."""
    try:
        return Sent.model_validate(read_json())
    except ValidationError:
        abort(400)


def read_form() -> Sent:
    """The whole form, where no script runs."""
    isian = {
        name: value
        for name, value in request.form.items()
        if edits.shape(Place.of_field(name).path)
    }
    content = {name: request.form.get(name, "") for name in ("tanda", "tindakan")}
    return Sent(isian=isian, teks=request.form.get("tempelan", ""), **content)


def put_typed(data: Data, isian: dict[str, str]) -> Data:
    """The data with what was typed in its fields."""
    for name, value in isian.items():
        data = set_text(data, Place.of_field(name).path, plain_lines(value))
    return data


def act(
    data: Data,
    sent: Sent,
    focus: list[str],
    temuan: Callable[[Data], Sequence[FieldTemuan]],
) -> Data:
    """One change of the draft's shape, as `sent.tindakan` asks; the field to go to is put into `focus`.

    Raises:
        LookupError, ValueError: what it is about is not there.
    """
    what, _, di = sent.tindakan.partition(" ")
    path = Place.of_field(di.partition(" ")[0]).path
    letak = sent.letak or Letak()
    if what == "tambah" and path == LAMPIRAN:
        data, path = parts.add_annex(data), (*PROGRAM, 0, "nama")
    elif what == "tambah":
        data, path = parts.add_item(data, path)
    elif what == "sisip":
        data, path = parts.add_item(data, path[:-1], int(path[-1]) + 1)
    elif what == "hapus":
        data = parts.delete_item(data, path)
        while len(path) > 1 and not get_at(data, path):
            path = path[:-1]
    elif what in ("naik", "turun"):
        data, path = parts.move_item(
            data, path, int(path[-1]) + (1 if what == "turun" else -1)
        )
    elif what == "pecah":
        data, path = parts.split_item(
            data, path, letak.posisi if letak.ruas == at(*path, "isi").field else None
        )
    elif what == "rujuk":
        target, path = path, Place.of_field(letak.ruas).path
        data = parts.insert_reference(data, path, letak.posisi or 0, target)
    elif what == "tempel":
        data = grid.paste(data, path, sent.teks)
    elif what == "perbaiki":
        safe = [t for t in temuan(data) if t.replace is not None]
        for one in (
            safe
            if di == "semua"
            else [t for t in safe if f"{t.ruas} {t.kode}" == di][:1]
        ):
            data = repair_field(data, one)
    else:
        raise LookupError(what)
    focus.append(Place(path).field)
    return data


def both_versions(data: Data, isian: dict[str, str]) -> list[dict[str, str]]:
    """Where what was typed is not what the draft says now: the place, and both."""
    nomor = item_numbers(data)
    return [
        {
            "tempat": caption(Place.of_field(name), nomor),
            "ruas": name,
            "kini": now,
            "ketikan": value,
        }
        for name, value in isian.items()
        if (now := read_text(data, Place.of_field(name).path)) != value
    ]


def by_field(
    data: Data, temuan: Sequence[FieldTemuan], lama: Data | None = None
) -> dict[str, list[dict[str, str]]]:
    """Findings by their field, as the page's script takes them."""
    result: dict[str, list[dict[str, str]]] = {}
    nomor = item_numbers(data, lama) if temuan else {}
    for t in temuan:
        one = {
            "tingkat": t.tingkat,
            "pesan": finding_words(t, nomor),
            "ganti": t.replace or "",
            "potongan": t.piece,
        }
        result.setdefault(t.ruas, []).append(
            one | {"kode": t.kode, "ada": "" if t.replace is None else "ya"}
        )
    return result


def body_of(page: bytes) -> str | None:
    """What stands in the page's body; None where it cannot be composed, and the last one stays."""
    html = page.decode()
    return html[html.index("<body>") + 6 : html.rindex("</body>")] if html else None


def form_names(
    data: Data,
    temuan: Sequence[FieldTemuan],
    loaded: Loaded | None,
    lama: Data | None = None,
) -> dict[str, Any]:
    """What the template of the form needs; `lama` is the text that the data amend."""
    nomor = item_numbers(data, lama)
    head, line = grid_of(data, nomor)
    return {
        "bagian": form_of(data, nomor),
        "kepala": head,
        "baris": line,
        "rujukan": references(data, nomor, loaded.reading if loaded else None),
        "ruas": by_field(data, temuan, lama),
    }


def finding_names(
    data: Data, temuan: Sequence[FieldTemuan], lama: Data | None = None
) -> dict[str, Any]:
    """What the template of the findings needs."""
    nomor = item_numbers(data, lama)
    return {
        "temuan": temuan,
        "tempat": lambda name: caption(Place.of_field(name), nomor),
        "sebut": lambda t: finding_words(t, nomor),
    }
