"""Pydantic's findings in Indonesian, each with its place in the file."""

import difflib
from collections.abc import Mapping
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from notakesepakatan.data import kelas_di
from notakesepakatan.load.yaml import Jalur, Sumber
from notakesepakatan.model.dasar import POLA_NOMOR
from notakesepakatan.model.pasal import POLA_KUNCI
from notakesepakatan.temuan import Temuan

M = TypeVar("M", bound=BaseModel)

_TIPE = {
    "tuple_type": ("bukan daftar", "tulis setiap isi di baris sendiri dengan tanda hubung di depannya"),
    "model_type": ("di sini harus ada kunci dan nilai", "tulis kunci: nilai di bawahnya, menjorok 2 spasi"),
    "model_attributes_type": ("di sini harus ada kunci dan nilai", "tulis kunci: nilai di bawahnya, menjorok 2 spasi"),
    "dict_type": ("di sini harus ada kunci dan nilai", "tulis kunci: nilai di bawahnya, menjorok 2 spasi"),
    "string_type": ("bukan teks", "tulis satu teks di sini, apit dengan tanda kutip bila perlu"),
    "string_too_short": ("teks kosong", "isi, atau hapus kunci ini bila tidak wajib"),
    "int_parsing": ("bukan bilangan bulat", "tulis angka saja, tanpa titik dan tanpa kata"),
    "int_type": ("bukan bilangan bulat", "tulis angka saja, tanpa titik dan tanpa kata"),
    "int_from_float": ("bukan bilangan bulat", "tulis angka saja, tanpa koma"),
    "int_parsing_size": ("bilangan terlalu besar", "periksa angkanya"),
    "float_parsing": ("bukan bilangan", "tulis angka saja; pakai titik untuk desimal, mis. 11.5"),
    "float_type": ("bukan bilangan", "tulis angka saja; pakai titik untuk desimal, mis. 11.5"),
    "ya_tidak": ("bukan ya atau tidak", "tulis ya atau tidak"),
    "date_type": ("bukan tanggal", "tulis TTTT-BB-HH, mis. 2022-06-16"),
    "date_parsing": ("tanggal itu tidak ada dalam kalender", "periksa hari dan bulannya; tulis TTTT-BB-HH, mis. 2022-06-16"),
    "date_from_datetime_parsing": (
        "tanggal itu tidak ada dalam kalender",
        "periksa hari dan bulannya; tulis TTTT-BB-HH, mis. 2022-06-16",
    ),
    "tanggal": ("bukan tanggal", "tulis TTTT-BB-HH, mis. 2022-06-16"),
    "lama_panjang": ("lebih lama dari seratus tahun", "periksa bilangannya"),
    "lama": ("bukan jangka waktu", "tulis bilangan dan satuan: 5 tahun, 3 bulan, 7 hari kerja"),
    "pasal_isi": ("pasal harus punya tepat satu: isi atau ayat", "tulis salah satu saja"),
    "string_pattern_mismatch": ("memuat karakter yang tidak boleh di sini", "lihat docs/format-yaml.md"),
    "sisip_letak": ("sisipan harus punya tepat satu: setelah atau sebelum", "tulis salah satu saja"),
    "union_tag_invalid": ("tindakan tidak dikenal", "pilih salah satu: ubah, sisip, tambah, hapus, ganti_kata"),
    "union_tag_not_found": ("tindakan belum ada", 'tambahkan "tindakan:": ubah, sisip, tambah, hapus, atau ganti_kata'),
}

_POLA = {
    POLA_KUNCI: ("bukan nama kunci", "pakai huruf kecil, angka, dan garis bawah, diawali huruf"),
    POLA_NOMOR: ("bukan nomor urut", "tulis huruf dan angka saja, mis. 7A, 1a, a1"),
}


def validate(model: type[M], sumber: Sumber) -> tuple[M | None, list[Temuan]]:
    """The model instance, or None with every finding of shape and type."""
    try:
        return model.model_validate(sumber.data if sumber.data is not None else {}), []
    except ValidationError as sebab:
        return None, translate_all(sebab, sumber, model, ())


def translate_all(sebab: ValidationError, sumber: Sumber, tipe: Any, di: Jalur) -> list[Temuan]:
    """Findings of a piece of the file, which stands at `di` and should have been of this type."""
    daftar: list[dict[str, Any]] = [{**salah, "loc": _in_file(salah["loc"], di, sumber.data)} for salah in _leading(sebab)]
    model = tipe if isinstance(tipe, type) and issubclass(tipe, BaseModel) else BaseModel
    salah_ketik = {(*s["loc"][:-1], _meant(s["loc"], di, model)) for s in daftar if s["type"] == "extra_forbidden"}
    return [_translate(s, sumber, di, model) for s in daftar if s["type"] != "missing" or s["loc"] not in salah_ketik]


def _leading(sebab: ValidationError) -> list[ErrorDetails]:
    return [salah for salah in sebab.errors(include_url=False) if not _follows(salah)]


def _in_file(jalur: Jalur, di: Jalur, data: Any) -> Jalur:
    """The path as it is in the file: without the names by which pydantic tells one kind of operation from another."""
    for langkah in di:
        data = data[langkah] if isinstance(data, dict) or isinstance(langkah, int) else None
    hasil: list[Any] = list(di)
    for n, langkah in enumerate(jalur):
        if isinstance(langkah, str) and isinstance(data, dict) and langkah == data.get("tindakan") and n < len(jalur) - 1:
            continue
        hasil.append(langkah)
        try:
            data = data[langkah]
        except (LookupError, TypeError):
            data = None
    return tuple(hasil)


def _meant(jalur: Jalur, di: Jalur, model: type[BaseModel]) -> str:
    """The key an unknown one was probably meant to be; empty when none is near."""
    dekat = difflib.get_close_matches(str(jalur[-1]).lower(), _known_keys(model, jalur[len(di) : -1]), 1)
    return dekat[0] if dekat else ""


def _follows(salah: ErrorDetails) -> bool:
    """Whether it only follows from another finding: pydantic counts a list without its faulty items."""
    return (
        salah["type"] == "too_short"
        and not isinstance(salah["input"], str)
        and len(salah["input"]) >= salah.get("ctx", {}).get("min_length", 0)
    )


_PENGGANTI = ("-", "99 tahun")


def salvage(model: type[M], data: Any) -> M | None:
    """An instance without the faulty values, to look for what else is wrong; None where too much is missing.

    What is required and missing gets a stand-in; nobody but the checks ever sees it.
    """
    data = deepcopy(data)
    pengganti: dict[Jalur, int] = {}
    for _ in range(len(_PENGGANTI) + 2):
        try:
            return model.model_validate(data)
        except ValidationError as sebab:
            for salah in sebab.errors(include_url=False):
                if not _follows(salah):
                    _mend(data, salah["loc"], pengganti)
    return None


def _mend(data: Any, jalur: Jalur, pengganti: dict[Jalur, int]) -> None:
    """Take the value at a path out of the data; what then turns out to be required gets the next stand-in."""
    for langkah in jalur[:-1]:
        try:
            data = data[langkah]
        except (LookupError, TypeError):
            return
    akhir = jalur[-1] if jalur else None
    if isinstance(data, dict) and isinstance(akhir, str):
        if data.pop(akhir, None) is None or jalur in pengganti:
            urut = pengganti[jalur] = pengganti.get(jalur, -1) + 1
            data[akhir] = _PENGGANTI[min(urut, len(_PENGGANTI) - 1)]
    elif isinstance(data, list) and isinstance(akhir, int) and akhir < len(data):
        data[akhir] = _PENGGANTI[0]


def _translate(salah: Mapping[str, Any], sumber: Sumber, di: Jalur, model: type[BaseModel]) -> Temuan:
    jalur: Jalur = salah["loc"]
    kode, konteks, nilai = salah["type"], salah.get("ctx", {}), salah["input"]
    kunci = nama_kunci(jalur)
    if kode == "missing":
        if jalur in sumber.kunci:
            return Temuan(
                sumber.tempat(jalur, pada_kunci=True), kunci, "kunci-kurang", "kunci wajib belum diisi", "isi nilainya"
            )
        return Temuan(
            sumber.tempat(jalur[:-1]), kunci, "kunci-kurang", "kunci wajib belum ada", f'tambahkan "{jalur[-1]}:" di bagian ini'
        )
    if kode == "extra_forbidden":
        dekat = _meant(jalur, di, model)
        saran = f'mungkin maksudnya "{dekat}"' if dekat else "hapus, atau lihat docs/format-yaml.md"
        return Temuan(sumber.tempat(jalur, pada_kunci=True), kunci, "kunci-asing", "kunci tidak dikenal", saran)
    pesan, saran = _describe(kode, konteks)
    if isinstance(nilai, str) and not nilai.strip():
        pesan, saran = _TIPE["string_too_short"]
    elif kode == "string_type" and isinstance(nilai, list) and nilai and isinstance(nilai[0], list):
        saran = 'teks yang diawali kurung siku diapit tanda kutip: "[[jenis]]"'
    elif nilai is None:
        pesan, saran = "nilai kosong", "isi, atau hapus kunci ini bila tidak wajib"
    elif isinstance(nilai, str):
        pesan = f'"{nilai if len(nilai) <= 40 else nilai[:39] + "…"}": {pesan}'
    return Temuan(sumber.tempat(jalur), kunci, kode.replace("_", "-"), pesan, saran)


def _describe(kode: str, konteks: Mapping[str, Any]) -> tuple[str, str]:
    if kode == "string_pattern_mismatch" and konteks["pattern"] in _POLA:
        return _POLA[konteks["pattern"]]
    if kode in _TIPE:
        return _TIPE[kode]
    if kode == "too_short":
        return f"hanya {konteks['actual_length']} isi, paling sedikit {konteks['min_length']}", "tambahkan yang kurang"
    if kode == "too_long":
        return f"lebih dari {konteks['max_length']} isi", "kurangi, atau pecah"
    if kode in ("greater_than_equal", "less_than_equal"):
        batas = konteks.get("ge", konteks.get("le"))
        return f"di luar batas ({'paling sedikit' if 'ge' in konteks else 'paling banyak'} {batas:g})", "periksa angkanya"
    if kode in ("literal_error", "enum"):
        pilihan = str(konteks["expected"]).replace(" or ", ", ").replace("'", "")
        return "bukan pilihan yang dikenal", f"pilih salah satu: {pilihan}"
    if kode == "peristiwa_kurang":
        return f"{konteks['kunci']} belum ada", f'tambahkan "{konteks["kunci"]}:"'
    if kode == "peristiwa_asing":
        return f"{konteks['kunci']} bukan untuk jenis {konteks['jenis']}", f'hapus "{konteks["kunci"]}:", atau periksa jenisnya'
    return "nilai tidak sah", "lihat docs/format-yaml.md"


def nama_kunci(jalur: Jalur) -> str:
    """Path as a person reads it: ("pasal", 5, "ayat", 0) -> "pasal[6].ayat[1]"."""
    hasil = ""
    for langkah in jalur:
        hasil += f"[{langkah + 1}]" if isinstance(langkah, int) else f".{langkah}" if hasil else str(langkah)
    return hasil


def _known_keys(model: type[BaseModel], jalur: Jalur) -> list[str]:
    """Keys the schema allows at a path."""
    return list(getattr(kelas_di(model, jalur), "model_fields", {}))
