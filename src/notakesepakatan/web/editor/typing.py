"""What the page of an editor sends and gets, for a draft and for the change of a signed text alike."""

from collections.abc import Callable, Sequence
from typing import Any

from flask import abort, request
from pydantic import BaseModel, ValidationError

from notakesepakatan.bureau.konsep import TemuanRuas, dotted, parse_path, repair_field
from notakesepakatan.compute.editing import edits, grid, parts
from notakesepakatan.compute.editing.edits import Data, read_text, set_text
from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.errors import NotaError
from notakesepakatan.load.kesepakatan import Termuat
from notakesepakatan.web.editor.fields import LAMPIRAN, form_of, references
from notakesepakatan.web.editor.fields import grid as grid_of
from notakesepakatan.web.editor.places import item_numbers, place_words
from notakesepakatan.web.editor.temuan import finding_words
from notakesepakatan.web.forms import plain_lines, read_json


class Letak(BaseModel):
    """Where the cursor is: the field, and characters before it."""

    ruas: str = ""
    posisi: int | None = None


class Kiriman(BaseModel):
    """What the page's script sends: the state it has seen, what was typed by field, and perhaps something to do."""

    tanda: str = ""
    isian: dict[str, str] = {}
    tindakan: str = ""
    letak: Letak | None = None
    teks: str = ""


class TidakDapat(NotaError):
    """Something was asked of a part that is not there, or that cannot be done to it."""

    def __init__(self) -> None:
        super().__init__("Tidak dapat dilakukan di sana. Letakkan kursor di tempat yang dimaksud, atau muat ulang halaman ini.")


def read_typed() -> Kiriman:
    """What the page's script sent; 400 where it is none of its making."""
    try:
        return Kiriman.model_validate(read_json())
    except ValidationError:
        abort(400)


def read_form() -> Kiriman:
    """The whole form, where no script runs."""
    isian = {nama: nilai for nama, nilai in request.form.items() if edits.shape(parse_path(nama))}
    isi = {nama: request.form.get(nama, "") for nama in ("tanda", "tindakan")}
    return Kiriman(isian=isian, teks=request.form.get("tempelan", ""), **isi)


def put_typed(data: Data, isian: dict[str, str]) -> Data:
    """The data with what was typed in its fields."""
    for nama, nilai in isian.items():
        data = set_text(data, parse_path(nama), plain_lines(nilai))
    return data


def act(data: Data, kiriman: Kiriman, fokus: list[str], temuan: Callable[[Data], Sequence[TemuanRuas]]) -> Data:
    """One change of the draft's shape, as `kiriman.tindakan` asks; the field to go to is put into `fokus`.

    Raises:
        LookupError, ValueError: what it is about is not there.
    """
    apa, _, di = kiriman.tindakan.partition(" ")
    jalur = parse_path(di.partition(" ")[0])
    letak = kiriman.letak or Letak()
    if apa == "tambah" and jalur == LAMPIRAN:
        data, jalur = parts.add_annex(data), (*grid.PROGRAM, 0, "nama")
    elif apa == "tambah":
        data, jalur = parts.add_item(data, jalur)
    elif apa == "sisip":
        data, jalur = parts.add_item(data, jalur[:-1], int(jalur[-1]) + 1)
    elif apa == "hapus":
        data = parts.delete_item(data, jalur)
        while len(jalur) > 1 and not get_at(data, jalur):
            jalur = jalur[:-1]
    elif apa in ("naik", "turun"):
        data, jalur = parts.move_item(data, jalur, int(jalur[-1]) + (1 if apa == "turun" else -1))
    elif apa == "pecah":
        data, jalur = parts.split_item(data, jalur, letak.posisi if letak.ruas == dotted((*jalur, "isi")) else None)
    elif apa == "rujuk":
        tujuan, jalur = jalur, parse_path(letak.ruas)
        data = parts.insert_reference(data, jalur, letak.posisi or 0, tujuan)
    elif apa == "tempel":
        data = grid.paste(data, jalur, kiriman.teks)
    elif apa == "perbaiki":
        aman = [t for t in temuan(data) if t.ganti is not None]
        for satu in aman if di == "semua" else [t for t in aman if f"{t.ruas} {t.kode}" == di][:1]:
            data = repair_field(data, satu)
    else:
        raise LookupError(apa)
    fokus.append(dotted(jalur))
    return data


def both_versions(data: Data, isian: dict[str, str]) -> list[dict[str, str]]:
    """Where what was typed is not what the draft says now: the place, and both."""
    nomor = item_numbers(data)
    return [
        {"tempat": place_words(nama, nomor), "ruas": nama, "kini": kini, "ketikan": nilai}
        for nama, nilai in isian.items()
        if (kini := read_text(data, parse_path(nama))) != nilai
    ]


def by_field(data: Data, temuan: Sequence[TemuanRuas], lama: Data | None = None) -> dict[str, list[dict[str, str]]]:
    """Findings by their field, as the page's script takes them."""
    hasil: dict[str, list[dict[str, str]]] = {}
    nomor = item_numbers(data, lama) if temuan else {}
    for t in temuan:
        satu = {"tingkat": t.tingkat, "pesan": finding_words(t, nomor), "ganti": t.ganti or "", "potongan": t.potongan}
        hasil.setdefault(t.ruas, []).append(satu | {"kode": t.kode, "ada": "" if t.ganti is None else "ya"})
    return hasil


def body_of(halaman: bytes) -> str | None:
    """What stands in the page's body; None where it cannot be composed, and the last one stays."""
    html = halaman.decode()
    return html[html.index("<body>") + 6 : html.rindex("</body>")] if html else None


def form_names(data: Data, temuan: Sequence[TemuanRuas], termuat: Termuat | None, lama: Data | None = None) -> dict[str, Any]:
    """What the template of the form needs; `lama` is the text that the data amend."""
    nomor = item_numbers(data, lama)
    kepala, baris = grid_of(data, nomor)
    return {
        "bagian": form_of(data, nomor),
        "kepala": kepala,
        "baris": baris,
        "rujukan": references(data, nomor, termuat.terbaca if termuat else None),
        "ruas": by_field(data, temuan, lama),
    }


def finding_names(data: Data, temuan: Sequence[TemuanRuas], lama: Data | None = None) -> dict[str, Any]:
    """What the template of the findings needs."""
    nomor = item_numbers(data, lama)
    return {"temuan": temuan, "tempat": lambda nama: place_words(nama, nomor), "sebut": lambda t: finding_words(t, nomor)}
