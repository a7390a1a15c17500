"""The data of a draft as it is edited: what may be typed where, a text read and set, what differs. Parts: `bagian`.

Data are what the YAML says, mappings, lists and texts; a path may say `isi` of a part that is written short.
"""

import re
from collections.abc import Sequence
from copy import deepcopy
from functools import lru_cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from notakesepakatan.compute.text.numbering import Jalur
from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.data import kelas_di, tipe_di
from notakesepakatan.model.dasar import DapatSingkat, flatten
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.words.numbers import romawi

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
    if any(is_span(tipe_di(Kesepakatan, jalur[:n])) for n in range(1, len(jalur))):
        return None  # a span is one text, whatever the model makes of it
    if tipe is None or holds(tipe, dict) or (kelas_di(Kesepakatan, jalur) is not None and not is_span(tipe)):
        return None
    if holds(tipe, tuple):
        return BENTUK_TAHUN if jalur[-1] == "tahun" else BENTUK_BARIS
    return BENTUK_TEKS


def is_span(tipe: Any) -> bool:
    """A span of time is a class and yet one text."""
    kelas = tipe if isinstance(tipe, type) else next((a for a in get_args(tipe) if isinstance(a, type)), None)
    return getattr(kelas, "__name__", "") == "Lama"


def holds(tipe: Any, wadah: type) -> bool:
    return get_origin(tipe) is wadah or any(holds(dalam, wadah) for dalam in get_args(tipe))


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
    atas, akhir = container(data, jalur), jalur[-1]
    if isinstance(atas, list):
        atas[index_in(akhir, atas)] = nilai
    elif not isinstance(atas, dict):
        raise LookupError(jalur)
    elif nilai or required(jalur):
        atas[akhir] = nilai
    else:
        atas.pop(akhir, None)
    tidy(data, jalur[:-1])


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


def container(data: Data, jalur: Jalur) -> Any:
    """What holds the last step of a path, made on the way where there is nothing yet or a text written short."""
    atas: Any = data
    for n, langkah in enumerate(jalur[:-1]):
        atas = _enter(atas, langkah, jalur[n + 1], jalur[: n + 1])
    return atas


def _enter(atas: Any, langkah: str | int, berikut: str | int, jalur: Jalur) -> Any:
    if isinstance(atas, list):
        langkah = index_in(langkah, atas)
        if isinstance(atas[langkah], str) and not isinstance(berikut, int):
            atas[langkah] = opened(atas[langkah], jalur)
    elif not isinstance(atas, dict):
        raise LookupError(langkah)
    elif atas.get(langkah) is None:
        if isinstance(berikut, int):
            raise LookupError(langkah)
        atas[langkah] = {}
    return atas[langkah]


def opened(teks: str, jalur: Jalur) -> Data:
    """An item written short, or as a bare text where it must not be, as a mapping that holds its words."""
    kelas = kelas_di(Kesepakatan, jalur)
    return {"isi": teks} if kelas is None or "isi" in kelas.model_fields else {**blank(jalur[:-1]), _first_text(jalur): teks}


def _first_text(jalur: Jalur) -> str:
    kelas = kelas_di(Kesepakatan, jalur)
    return next(str(nama) for nama, ruas in kelas.model_fields.items() if ruas.is_required() and shape((*jalur, nama)))


def index_in(langkah: str | int, daftar: Sequence[Any]) -> int:
    if not isinstance(langkah, int) or not 0 <= langkah < len(daftar):
        raise LookupError(langkah)
    return langkah


def tidy(data: Data, jalur: Jalur) -> Data:
    """Mappings that say nothing any more go; a part that has only its words is short again, as it was."""
    for n in range(len(jalur), 0, -1):
        simpul, atas = get_at(data, jalur[:n]), get_at(data, jalur[: n - 1])
        if simpul == {} and isinstance(atas, dict) and not required(jalur[:n]):
            del atas[jalur[n - 1]]
        elif isinstance(simpul, dict) and simpul.keys() == {"isi"} and isinstance(atas, list) and is_short(jalur[:n]):
            i = index_in(jalur[n - 1], atas)
            if any(isinstance(lain, str) for j, lain in enumerate(atas) if j != i) or len(atas) == 1:
                atas[i] = simpul["isi"]
    return data


def is_short(jalur: Jalur) -> bool:
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
    if kelas is None or is_short((*jalur, 0)):
        return ""
    hasil: dict[str, Any] = {}
    for nama, ruas in kelas.model_fields.items():
        if ruas.is_required():
            sini = (*jalur, 0, nama)
            hasil[nama] = "" if shape(sini) else [blank(sini)] if holds(tipe_di(Kesepakatan, sini), tuple) else {}
    return hasil


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
