"""Changes of the data of a draft, one small pure function each: a text set, a part added, deleted, moved, split.

Data are what the YAML says, mappings, lists and texts; a path may say `isi` of a part that is written short.
"""

import re
from collections.abc import Sequence
from copy import deepcopy
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from notakesepakatan.compute.penomoran import Jalur
from notakesepakatan.compute.pohon import get_at
from notakesepakatan.data import kelas_di, tipe_di
from notakesepakatan.model.dasar import DapatSingkat, flatten
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pasal import TINGKAT

Data = dict[str, Any]
BENTUK_BARIS, BENTUK_TAHUN, BENTUK_TEKS = "baris", "tahun", "teks"


def shape(jalur: Jalur) -> str | None:
    """How a text is typed: "teks", "baris" (one paragraph a line), "tahun" (by commas); None where no text may stand."""
    tipe = tipe_di(Kesepakatan, jalur)
    if tipe is None or _holds(tipe, dict) or (kelas_di(Kesepakatan, jalur) is not None and not _is_span(tipe)):
        return None
    if _holds(tipe, tuple):
        return BENTUK_TAHUN if jalur[-1] == "tahun" else BENTUK_BARIS
    return BENTUK_TEKS


def _is_span(tipe: Any) -> bool:
    """A span of time is a class and yet one text."""
    kelas = tipe if isinstance(tipe, type) else next((a for a in get_args(tipe) if isinstance(a, type)), None)
    return getattr(kelas, "__name__", "") == "Lama"


def _holds(tipe: Any, wadah: type) -> bool:
    return get_origin(tipe) is wadah or any(_holds(dalam, wadah) for dalam in get_args(tipe))


def typed(nilai: Any, jalur: Jalur) -> str:
    """A datum as it stands in its field."""
    if isinstance(nilai, list):
        return (", " if shape(jalur) == BENTUK_TAHUN else "\n").join(flatten(str(satu)) for satu in nilai)
    return flatten(str(nilai)) if nilai is not None else ""


def read_text(data: Any, jalur: Jalur) -> str:
    """The text at a path as it stands in its field."""
    nilai = get_at(data, jalur)
    if nilai is None and jalur[-1:] == ("isi",) and isinstance(get_at(data, jalur[:-1]), str):
        nilai = get_at(data, jalur[:-1])
    return typed(nilai, jalur)


def set_text(data: Data, jalur: Jalur, teks: str) -> Data:
    """The data with another text at a path; an optional datum left empty goes. The same text changes nothing.

    Raises:
        LookupError: no text may stand there, or what should hold it is gone.
    """
    bentuk = shape(jalur)
    if bentuk is None:
        raise LookupError(jalur)
    teks = teks.replace("\r\n", "\n")
    if read_text(data, jalur) == (teks if bentuk == BENTUK_BARIS else flatten(teks)):
        return data
    pemisah = "\n" if bentuk == BENTUK_BARIS else "," if bentuk == BENTUK_TAHUN else None
    bagian = [b for satu in teks.split(pemisah) if (b := flatten(satu))] if pemisah else [flatten(teks)]
    nilai: Any = bagian if len(bagian) > 1 else "".join(bagian)
    hasil = deepcopy(data)
    if jalur[-1] == "isi" and isinstance(get_at(data, jalur[:-1]), str):
        jalur = jalur[:-1]
    atas: Any = hasil
    for n, langkah in enumerate(jalur[:-1]):
        atas = _enter(atas, langkah, jalur[n + 1])
    akhir = jalur[-1]
    if isinstance(atas, list):
        atas[_index(akhir, atas)] = nilai
    elif nilai or _required(jalur):
        atas[akhir] = nilai
    else:
        atas.pop(akhir, None)
    return _tidy(hasil, jalur[:-1])


def _enter(atas: Any, langkah: str | int, berikut: str | int) -> Any:
    """What is inside, made a mapping where there is nothing yet or a text written short."""
    if isinstance(atas, list):
        langkah = _index(langkah, atas)
        if isinstance(atas[langkah], str):
            atas[langkah] = {"isi": atas[langkah]}
    elif atas.get(langkah) is None:
        if isinstance(berikut, int):
            raise LookupError(langkah)
        atas[langkah] = {}
    return atas[langkah]


def _index(langkah: str | int, daftar: Sequence[Any]) -> int:
    if not isinstance(langkah, int) or not 0 <= langkah < len(daftar):
        raise LookupError(langkah)
    return langkah


def _tidy(data: Data, jalur: Jalur) -> Data:
    """Mappings that say nothing any more go; a part that has only its words is short again, as it was."""
    for n in range(len(jalur), 0, -1):
        simpul, atas = get_at(data, jalur[:n]), get_at(data, jalur[: n - 1])
        if simpul == {} and isinstance(atas, dict) and not _required(jalur[:n]):
            del atas[jalur[n - 1]]
        elif isinstance(simpul, dict) and simpul.keys() == {"isi"} and isinstance(atas, list) and _short(jalur[:n]):
            i = _index(jalur[n - 1], atas)
            if any(isinstance(lain, str) for j, lain in enumerate(atas) if j != i) or len(atas) == 1:
                atas[i] = simpul["isi"]
    return data


def _short(jalur: Jalur) -> bool:
    kelas = kelas_di(Kesepakatan, jalur)
    return isinstance(kelas, type) and issubclass(kelas, DapatSingkat)


def _required(jalur: Jalur) -> bool:
    kelas = kelas_di(Kesepakatan, jalur[:-1])
    ruas = kelas.model_fields.get(str(jalur[-1])) if isinstance(kelas, type) and issubclass(kelas, BaseModel) else None
    return bool(ruas and ruas.is_required())


def blank(jalur: Jalur) -> Any:
    """A new item for the list at a path, with what it must have, empty."""
    if jalur == ("pasal",):
        return {"judul": "", "isi": ""}
    kelas: Any = kelas_di(Kesepakatan, (*jalur, 0))
    if kelas is None or _short((*jalur, 0)):
        return ""
    hasil: dict[str, Any] = {}
    for nama, ruas in kelas.model_fields.items():
        if ruas.is_required():
            sini = (*jalur, 0, nama)
            hasil[nama] = "" if shape(sini) else [blank(sini)] if _holds(tipe_di(Kesepakatan, sini), tuple) else {}
    return hasil


def add_item(data: Data, jalur: Jalur, ke: int | None = None) -> tuple[Data, Jalur]:
    """A new item in the list at a path, last or at a place; the words of a pasal become its first ayat. Gives its path too.

    Raises:
        LookupError: no list of that kind may stand there.
    """
    if kelas_di(Kesepakatan, (*jalur, 0)) is None or _is_span(tipe_di(Kesepakatan, jalur)):
        raise LookupError(jalur)
    hasil = deepcopy(data)
    atas: Any = hasil
    for n, langkah in enumerate(jalur[:-1]):
        atas = _enter(atas, langkah, jalur[n + 1])
    akhir = jalur[-1]
    daftar: list[Any] = atas.get(akhir) or []
    if akhir == "ayat" and not daftar and atas.get("isi"):
        daftar = [{k: atas.pop(k) for k in ("isi", *TINGKAT, "korespondensi", "penutup") if k in atas}]
    tempat = len(daftar) if ke is None else min(max(ke, 0), len(daftar))
    atas[akhir] = [*daftar[:tempat], blank(jalur), *daftar[tempat:]]
    return hasil, (*jalur, tempat)


def delete_item(data: Data, jalur: Jalur) -> Data:
    """The data without an item of a list, or without a mapping.

    Raises:
        LookupError: nothing stands there.
    """
    hasil = deepcopy(data)
    atas, akhir = get_at(hasil, jalur[:-1]), jalur[-1]
    if isinstance(atas, list):
        del atas[_index(akhir, atas)]
        if not atas and not _required(jalur[:-1]):
            del get_at(hasil, jalur[:-2])[jalur[-2]]
    elif isinstance(atas, dict) and akhir in atas:
        del atas[akhir]
    else:
        raise LookupError(jalur)
    return _tidy(hasil, jalur[:-2])


def move_item(data: Data, jalur: Jalur, ke: int) -> tuple[Data, Jalur]:
    """An item of a list put at another place among its siblings.

    Raises:
        LookupError: no item stands there.
    """
    hasil = deepcopy(data)
    daftar = get_at(hasil, jalur[:-1])
    if not isinstance(daftar, list):
        raise LookupError(jalur)
    satu = daftar.pop(_index(jalur[-1], daftar))
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
    lama = deepcopy(daftar[_index(jalur[-1], daftar)])
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


def merge(awal: Any, mereka: Any, saya: Any) -> Any:
    """What two made of one thing: each one's changes; where both changed the same, mine."""
    if saya in (awal, mereka):
        return mereka
    if mereka == awal:
        return saya
    if all(isinstance(satu, dict) for satu in (awal, mereka, saya)):
        kunci = dict.fromkeys((*mereka, *saya))
        isi = {k: merge(awal.get(k), mereka.get(k), saya.get(k)) for k in kunci}
        return {k: v for k, v in isi.items() if v is not None or (k in mereka and mereka[k] is None)}
    if all(isinstance(satu, list) and len(satu) == len(saya) for satu in (awal, mereka)):
        return [merge(a, m, s) for a, m, s in zip(awal, mereka, saya, strict=True)]
    return saya


def differences(mereka: Any, saya: Any, jalur: Jalur = ()) -> list[tuple[Jalur, str, str]]:
    """Each place where two differ, with both as typed."""
    if mereka == saya:
        return []
    if isinstance(mereka, dict) and isinstance(saya, dict):
        kunci = dict.fromkeys((*mereka, *saya))
        return [d for k in kunci for d in differences(mereka.get(k), saya.get(k), (*jalur, k))]
    if isinstance(mereka, list) and isinstance(saya, list) and shape(jalur) is None:
        n = max(len(mereka), len(saya))
        pasangan = [(daftar[i] if i < len(daftar) else None) for i in range(n) for daftar in (mereka, saya)]
        return [d for i in range(n) for d in differences(pasangan[2 * i], pasangan[2 * i + 1], (*jalur, i))]
    return [(jalur, words_of(mereka, jalur), words_of(saya, jalur))]


def words_of(nilai: Any, jalur: Jalur) -> str:
    """All that a piece of the data says, a text a line."""
    if isinstance(nilai, dict):
        return "\n".join(words_of(isi, (*jalur, k)) for k, isi in nilai.items())
    if isinstance(nilai, list) and any(isinstance(satu, dict | list) for satu in nilai):
        return "\n".join(words_of(isi, (*jalur, i)) for i, isi in enumerate(nilai))
    return typed(nilai, jalur)
