"""Parts of a draft: added, deleted, moved, split, referred to; one small pure function each.

Data and paths are those of `suntingan`.
"""

import re
from copy import deepcopy
from typing import Any

from notakesepakatan.compute.editing.edits import (
    BENTUK_TEKS,
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
from notakesepakatan.compute.text.numbering import Jalur
from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.data import kelas_di, tipe_di
from notakesepakatan.model.kesepakatan import Kesepakatan, keys_of
from notakesepakatan.model.pasal import TINGKAT


def add_item(data: Data, jalur: Jalur, ke: int | None = None) -> tuple[Data, Jalur]:
    """A new item in the list at a path, last or at a place; the words of a pasal become its first ayat. Gives its path too.

    Raises:
        LookupError: no list of that kind may stand there.
    """
    if kelas_di(Kesepakatan, (*jalur, 0)) is None or is_span(tipe_di(Kesepakatan, jalur)):
        raise LookupError(jalur)
    hasil = deepcopy(data)
    atas, akhir = container(hasil, jalur), jalur[-1]
    if not isinstance(atas, dict):
        raise LookupError(jalur)
    if akhir == "ayat":
        utuh = dict(as_ayat(atas))
        atas.clear()
        atas.update(utuh)
    daftar = _items(atas.get(akhir), jalur)
    tempat = len(daftar) if ke is None else min(max(ke, 0), len(daftar))
    atas[akhir] = [*daftar[:tempat], blank(jalur), *daftar[tempat:]]
    return hasil, (*jalur, tempat)


def _items(nilai: Any, jalur: Jalur) -> list[Any]:
    """What a list holds; a bare text that stands in its place is its only item."""
    if isinstance(nilai, str) and nilai:
        return [nilai if is_short((*jalur, 0)) else opened(nilai, (*jalur, 0))]
    if nilai and not isinstance(nilai, list):
        raise LookupError(jalur)
    return nilai or []


def add_annex(data: Data) -> Data:
    """The data with a Lampiran of the usual head and title and one programme, to be filled in.

    Raises:
        LookupError: there is one.
    """
    if data.get("lampiran") is not None:
        raise LookupError("lampiran")
    pihak = data.get("para_pihak")
    nomor = [f"Nomor : [[para_pihak.{k}.nomor]]" for k in keys_of(len(pihak) if isinstance(pihak, list) else 0)]
    kepala = ["Lampiran [[jenis]] antara [[para_pihak]]", *nomor, "Tanggal : [[penandatanganan.tanggal]]"]
    isi = {"kepala": kepala, "judul": ["RENCANA KERJA", "[[judul_kapital]]"], "program": [blank(("lampiran", "program"))]}
    return {**data, "lampiran": isi}


def delete_item(data: Data, jalur: Jalur) -> Data:
    """The data without an item of a list, or without a mapping; a programme goes with its last stage.

    Raises:
        LookupError: nothing stands there.
    """
    if len(jalur) > 2 and isinstance(jalur[-3], int) and required(jalur[:-1]) and _is_only(get_at(data, jalur[:-1]), jalur[-1]):
        return delete_item(data, jalur[:-2])
    hasil = deepcopy(data)
    atas, akhir = get_at(hasil, jalur[:-1]), jalur[-1]
    if isinstance(atas, list):
        del atas[index_in(akhir, atas)]
        if not atas and not required(jalur[:-1]):
            del get_at(hasil, jalur[:-2])[jalur[-2]]
    elif isinstance(atas, dict) and akhir in atas:
        del atas[akhir]
    else:
        raise LookupError(jalur)
    return tidy(hasil, jalur[:-2])


def _is_only(daftar: Any, langkah: str | int) -> bool:
    return isinstance(daftar, list) and len(daftar) == 1 and langkah == 0


def move_item(data: Data, jalur: Jalur, ke: int) -> tuple[Data, Jalur]:
    """An item of a list put at another place among its siblings.

    Raises:
        LookupError: no item stands there.
    """
    hasil = deepcopy(data)
    daftar = get_at(hasil, jalur[:-1])
    if not isinstance(daftar, list):
        raise LookupError(jalur)
    satu = daftar.pop(index_in(jalur[-1], daftar))
    ke = min(max(ke, 0), len(daftar))
    daftar.insert(ke, satu)
    return hasil, (*jalur[:-1], ke)


def split_item(data: Data, jalur: Jalur, letak: int | None = None) -> tuple[Data, Jalur]:
    """An item in two: what follows a place of its words becomes the next, with what is tabulated below it.

    Args:
        data: the data.
        jalur: path of the item.
        letak: characters that stay; behind the first sentence unless given.

    Raises:
        LookupError: no item with words stands there, or nothing would be left on one side.
    """
    teks, daftar = read_text(data, (*jalur, "isi")), get_at(data, jalur[:-1])
    if letak is None:
        kalimat = re.search(r"[.;:]\s+", teks)
        letak = kalimat.end() if kalimat else 0
    depan, belakang = teks[:letak].strip(), teks[letak:].strip()
    if not isinstance(daftar, list) or not depan or not belakang or jalur[-2] == "pasal":
        raise LookupError(jalur)
    lama = deepcopy(daftar[index_in(jalur[-1], daftar)])
    pertama: Any = depan
    if isinstance(lama, dict):
        pertama = {k: v for k, v in {**lama, "isi": depan}.items() if k in ("nomor", "kunci", "isi")}
        lama = {k: v for k, v in {**lama, "isi": belakang}.items() if k not in ("nomor", "kunci")}
    kedua = lama if isinstance(lama, dict) else belakang
    i = int(jalur[-1])
    hasil = deepcopy(data)
    get_at(hasil, jalur[:-1])[i : i + 1] = [pertama, kedua]
    return hasil, (*jalur[:-1], i + 1)


_SATUAN = {"pasal": "Pasal", **{satu: satu for satu in ("ayat", *TINGKAT)}}


def insert_reference(data: Data, jalur: Jalur, letak: int, tujuan: Jalur) -> Data:
    """A reference to a part put into a text; the part gets a `kunci` where it has none, so that it may be moved.

    Args:
        data: the data.
        jalur: path of the text.
        letak: characters before the reference.
        tujuan: path of the part.

    Raises:
        LookupError: the text or the part is not there.
    """
    satuan = _SATUAN.get(str(tujuan[-2])) if len(tujuan) > 1 else None
    bagian = get_at(data, tujuan)
    if satuan is None or bagian is None or shape(jalur) != BENTUK_TEKS:
        raise LookupError(tujuan)
    kunci = bagian.get("kunci") if isinstance(bagian, dict) else None
    if not kunci:
        kata = bagian if isinstance(bagian, str) else bagian.get("judul") or bagian.get("isi") or ""
        kunci = _new_key(data, satuan, kata)
        data = set_text(data, (*tujuan, "kunci"), kunci)
    teks = read_text(data, jalur)
    depan, belakang = teks[:letak].rstrip(), teks[letak:].lstrip()
    antara = "" if belakang[:1] in (",", ".", ";", ":", "") else " "
    return set_text(data, jalur, f"{depan} [[dalam {satuan} {kunci}]]{antara}{belakang}")


def _new_key(data: Data, satuan: str, kata: str) -> str:
    """A key made of a part's first words that nothing has yet."""
    polos = re.sub(r"\[\[.*?\]\]", " ", kata).lower()
    dasar = "_".join(re.findall(r"[a-z]+", polos)[:3]) or "bagian"
    dasar = dasar if satuan == "Pasal" else f"{satuan}_{dasar}"
    ada = set(_keys(data.get("pasal")))
    return next(k for n in range(1, len(ada) + 2) if (k := dasar if n == 1 else f"{dasar}_{n}") not in ada)


def _keys(benda: Any) -> list[str]:
    if isinstance(benda, list):
        return [k for satu in benda for k in _keys(satu)]
    if isinstance(benda, dict):
        return [str(benda.get("kunci") or ""), *(k for isi in benda.values() for k in _keys(isi))]
    return []
