"""Changes of the data of a draft, one small pure function each: a text set, a part added, deleted, moved, split.

Data are what the YAML says, mappings, lists and texts; a path may say `isi` of a part that is written short.
"""

import re
from collections.abc import Sequence
from copy import deepcopy
from functools import lru_cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from notakesepakatan.bahasa.bilangan import romawi
from notakesepakatan.compute.gabung import as_ayat
from notakesepakatan.compute.penomoran import Jalur
from notakesepakatan.compute.pohon import get_at
from notakesepakatan.data import kelas_di, tipe_di
from notakesepakatan.model.dasar import DapatSingkat, flatten
from notakesepakatan.model.kesepakatan import Kesepakatan, keys_of
from notakesepakatan.model.pasal import TINGKAT

Data = dict[str, Any]
BENTUK_BARIS, BENTUK_TAHUN, BENTUK_TEKS = "baris", "tahun", "teks"


def shape(jalur: Jalur) -> str | None:
    """How a text is typed: "teks", "baris" (one paragraph a line), "tahun" (by commas); None where no text may stand."""
    return _shape(_any_item(jalur))


def _any_item(jalur: Jalur) -> Jalur:
    """The path with every place in a list as the first: what the model says is the same for all of them."""
    return tuple(0 if isinstance(langkah, int) else langkah for langkah in jalur)


@lru_cache(maxsize=4096)
def _shape(jalur: Jalur) -> str | None:
    tipe = tipe_di(Kesepakatan, jalur)
    if any(_is_span(tipe_di(Kesepakatan, jalur[:n])) for n in range(1, len(jalur))):
        return None  # a span is one text, whatever the model makes of it
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
    if shape(jalur) is None:
        raise LookupError(jalur)
    if _stands(data, jalur, teks):
        return data
    hasil = deepcopy(data)
    put_text(hasil, jalur, teks)
    return hasil


def _stands(data: Data, jalur: Jalur, teks: str) -> bool:
    teks = teks.replace("\r\n", "\n")
    return read_text(data, jalur) == (teks if shape(jalur) == BENTUK_BARIS else flatten(teks))


def put_text(data: Data, jalur: Jalur, teks: str) -> None:
    """The same in the very data, for who has a copy of its own to put many texts into.

    Raises:
        LookupError: as `set_text`; what was put in before stays.
    """
    bentuk = shape(jalur)
    if bentuk is None:
        raise LookupError(jalur)
    if _stands(data, jalur, teks):
        return
    nilai = _value(teks, bentuk)
    if jalur[-1] == "isi" and isinstance(get_at(data, jalur[:-1]), str):
        jalur = jalur[:-1]
    atas, akhir = _container(data, jalur), jalur[-1]
    if isinstance(atas, list):
        atas[_index(akhir, atas)] = nilai
    elif not isinstance(atas, dict):
        raise LookupError(jalur)
    elif nilai or required(jalur):
        atas[akhir] = nilai
    else:
        atas.pop(akhir, None)
    _tidy(data, jalur[:-1])


def _value(teks: str, bentuk: str) -> str | list[str]:
    """What is kept of a text as typed: a list where there is more than one paragraph, or year."""
    if bentuk == BENTUK_TAHUN:
        bagian = [tahun for satu in _PEMISAH_TAHUN.split(teks) for tahun in _years(flatten(satu))]
    else:
        bagian = [b for satu in (teks.split("\n") if bentuk == BENTUK_BARIS else [teks]) if (b := flatten(satu))]
    return bagian if len(bagian) > 1 else "".join(bagian)


_PEMISAH_TAHUN = re.compile(r"[,;\n]|\bdan\b")
_RENTANG = re.compile(r"([IVXL]+) ?(?:[-–—]|s\.?/?d\.?|sampai(?: dengan)?) ?([IVXL]+)", re.IGNORECASE)
_ROMAWI = {romawi(n): n for n in range(1, 90)}


def _years(teks: str) -> list[str]:
    """The years that a text names: "II – IV" -> II, III, IV; what is no run of years stands as it is."""
    cocok = _RENTANG.fullmatch(teks)
    awal, akhir = (_ROMAWI.get(satu.upper(), 0) for satu in cocok.groups()) if cocok else (0, 0)
    return [romawi(n) for n in range(awal, akhir + 1)] if 0 < awal <= akhir else [teks] * bool(teks)


def _container(data: Data, jalur: Jalur) -> Any:
    """What holds the last step of a path, made on the way where there is nothing yet or a text written short."""
    atas: Any = data
    for n, langkah in enumerate(jalur[:-1]):
        atas = _enter(atas, langkah, jalur[n + 1], jalur[: n + 1])
    return atas


def _enter(atas: Any, langkah: str | int, berikut: str | int, jalur: Jalur) -> Any:
    if isinstance(atas, list):
        langkah = _index(langkah, atas)
        if isinstance(atas[langkah], str) and not isinstance(berikut, int):
            atas[langkah] = _opened(atas[langkah], jalur)
    elif not isinstance(atas, dict):
        raise LookupError(langkah)
    elif atas.get(langkah) is None:
        if isinstance(berikut, int):
            raise LookupError(langkah)
        atas[langkah] = {}
    return atas[langkah]


def _opened(teks: str, jalur: Jalur) -> Data:
    """An item written short, or as a bare text where it must not be, as a mapping that holds its words."""
    kelas = kelas_di(Kesepakatan, jalur)
    return {"isi": teks} if kelas is None or "isi" in kelas.model_fields else {**blank(jalur[:-1]), _first_text(jalur): teks}


def _first_text(jalur: Jalur) -> str:
    kelas = kelas_di(Kesepakatan, jalur)
    return next(str(nama) for nama, ruas in kelas.model_fields.items() if ruas.is_required() and shape((*jalur, nama)))


def _index(langkah: str | int, daftar: Sequence[Any]) -> int:
    if not isinstance(langkah, int) or not 0 <= langkah < len(daftar):
        raise LookupError(langkah)
    return langkah


def _tidy(data: Data, jalur: Jalur) -> Data:
    """Mappings that say nothing any more go; a part that has only its words is short again, as it was."""
    for n in range(len(jalur), 0, -1):
        simpul, atas = get_at(data, jalur[:n]), get_at(data, jalur[: n - 1])
        if simpul == {} and isinstance(atas, dict) and not required(jalur[:n]):
            del atas[jalur[n - 1]]
        elif isinstance(simpul, dict) and simpul.keys() == {"isi"} and isinstance(atas, list) and _short(jalur[:n]):
            i = _index(jalur[n - 1], atas)
            if any(isinstance(lain, str) for j, lain in enumerate(atas) if j != i) or len(atas) == 1:
                atas[i] = simpul["isi"]
    return data


def _short(jalur: Jalur) -> bool:
    kelas = kelas_di(Kesepakatan, jalur)
    return isinstance(kelas, type) and issubclass(kelas, DapatSingkat)


def required(jalur: Jalur) -> bool:
    """Whether the model must have what stands at a path."""
    return _required(_any_item(jalur))


@lru_cache(maxsize=4096)
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
    atas, akhir = _container(hasil, jalur), jalur[-1]
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
        return [nilai if _short((*jalur, 0)) else _opened(nilai, (*jalur, 0))]
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
        del atas[_index(akhir, atas)]
        if not atas and not required(jalur[:-1]):
            del get_at(hasil, jalur[:-2])[jalur[-2]]
    elif isinstance(atas, dict) and akhir in atas:
        del atas[akhir]
    else:
        raise LookupError(jalur)
    return _tidy(hasil, jalur[:-2])


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
