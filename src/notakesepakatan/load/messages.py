"""Pydantic's findings in Indonesian, each with its place in the file."""

import difflib
from collections.abc import Mapping
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from notakesepakatan.data import class_at
from notakesepakatan.load.yaml import DataPath, Source
from notakesepakatan.model.dasar import NOMOR_PATTERN
from notakesepakatan.model.pasal import KEY_PATTERN
from notakesepakatan.temuan import Temuan

M = TypeVar("M", bound=BaseModel)

_TYPE = {
    "tuple_type": (
        "bukan daftar",
        "tulis setiap isi di baris sendiri dengan tanda hubung di depannya",
    ),
    "model_type": (
        "di sini harus ada kunci dan nilai",
        "tulis kunci: nilai di bawahnya, menjorok 2 spasi",
    ),
    "model_attributes_type": (
        "di sini harus ada kunci dan nilai",
        "tulis kunci: nilai di bawahnya, menjorok 2 spasi",
    ),
    "dict_type": (
        "di sini harus ada kunci dan nilai",
        "tulis kunci: nilai di bawahnya, menjorok 2 spasi",
    ),
    "string_type": (
        "bukan teks",
        "tulis satu teks di sini, apit dengan tanda kutip bila perlu",
    ),
    "string_too_short": ("teks kosong", "isi, atau hapus kunci ini bila tidak wajib"),
    "int_parsing": (
        "bukan bilangan bulat",
        "tulis angka saja, tanpa titik dan tanpa kata",
    ),
    "int_type": (
        "bukan bilangan bulat",
        "tulis angka saja, tanpa titik dan tanpa kata",
    ),
    "int_from_float": ("bukan bilangan bulat", "tulis angka saja, tanpa koma"),
    "int_parsing_size": ("bilangan terlalu besar", "periksa angkanya"),
    "float_parsing": (
        "bukan bilangan",
        "tulis angka saja; pakai titik untuk desimal, mis. 11.5",
    ),
    "float_type": (
        "bukan bilangan",
        "tulis angka saja; pakai titik untuk desimal, mis. 11.5",
    ),
    "ya_tidak": ("bukan ya atau tidak", "tulis ya atau tidak"),
    "date_type": ("bukan tanggal", "tulis TTTT-BB-HH, mis. 2022-06-16"),
    "date_parsing": (
        "tanggal itu tidak ada dalam kalender",
        "periksa hari dan bulannya; tulis TTTT-BB-HH, mis. 2022-06-16",
    ),
    "date_from_datetime_parsing": (
        "tanggal itu tidak ada dalam kalender",
        "periksa hari dan bulannya; tulis TTTT-BB-HH, mis. 2022-06-16",
    ),
    "tanggal": ("bukan tanggal", "tulis TTTT-BB-HH, mis. 2022-06-16"),
    "lama_panjang": ("lebih lama dari seratus tahun", "periksa bilangannya"),
    "lama": (
        "bukan jangka waktu",
        "tulis bilangan dan satuan: 5 tahun, 3 bulan, 7 hari kerja",
    ),
    "pasal_isi": (
        "pasal harus punya tepat satu: isi atau ayat",
        "tulis salah satu saja",
    ),
    "string_pattern_mismatch": (
        "memuat karakter yang tidak boleh di sini",
        "lihat docs/format-yaml.md",
    ),
    "sisip_letak": (
        "sisipan harus punya tepat satu: setelah atau sebelum",
        "tulis salah satu saja",
    ),
    "union_tag_invalid": (
        "tindakan tidak dikenal",
        "pilih salah satu: ubah, sisip, tambah, hapus, ganti_kata",
    ),
    "union_tag_not_found": (
        "tindakan belum ada",
        'tambahkan "tindakan:": ubah, sisip, tambah, hapus, atau ganti_kata',
    ),
}

_PATTERN = {
    KEY_PATTERN: (
        "bukan nama kunci",
        "pakai huruf kecil, angka, dan garis bawah, diawali huruf",
    ),
    NOMOR_PATTERN: ("bukan nomor urut", "tulis huruf dan angka saja, mis. 7A, 1a, a1"),
}


def validate(model: type[M], source: Source) -> tuple[M | None, list[Temuan]]:
    """The model instance, or None with every finding of shape and type."""
    try:
        return model.model_validate(source.data if source.data is not None else {}), []
    except ValidationError as cause:
        return None, translate_all(cause, source, model, ())


def translate_all(
    cause: ValidationError, source: Source, type_: Any, di: DataPath
) -> list[Temuan]:
    """Findings of a piece of the file, which stands at `di` and should have been of this type."""
    items: list[dict[str, Any]] = [
        {**wrong, "loc": _in_file(wrong["loc"], di, source.data)}
        for wrong in _leading(cause)
    ]
    model = (
        type_ if isinstance(type_, type) and issubclass(type_, BaseModel) else BaseModel
    )
    typos = {
        (*s["loc"][:-1], _meant(s["loc"], di, model))
        for s in items
        if s["type"] == "extra_forbidden"
    }
    return [
        _translate(s, source, di, model)
        for s in items
        if s["type"] != "missing" or s["loc"] not in typos
    ]


def _leading(cause: ValidationError) -> list[ErrorDetails]:
    return [wrong for wrong in cause.errors(include_url=False) if not _follows(wrong)]


def _in_file(path: DataPath, di: DataPath, data: Any) -> DataPath:
    """The path as it is in the file: without the names by which pydantic tells one kind of operation from another."""
    for step in di:
        data = data[step] if isinstance(data, dict) or isinstance(step, int) else None
    result: list[Any] = list(di)
    for n, step in enumerate(path):
        if (
            isinstance(step, str)
            and isinstance(data, dict)
            and step == data.get("tindakan")
            and n < len(path) - 1
        ):
            continue
        result.append(step)
        try:
            data = data[step]
        except (LookupError, TypeError):
            data = None
    return tuple(result)


def _meant(path: DataPath, di: DataPath, model: type[BaseModel]) -> str:
    """The key an unknown one was probably meant to be; empty when none is near."""
    near = difflib.get_close_matches(
        str(path[-1]).lower(), _known_keys(model, path[len(di) : -1]), 1
    )
    return near[0] if near else ""


def _follows(wrong: ErrorDetails) -> bool:
    """Whether it only follows from another finding: pydantic counts a list without its faulty items."""
    return (
        wrong["type"] == "too_short"
        and not isinstance(wrong["input"], str)
        and len(wrong["input"]) >= wrong.get("ctx", {}).get("min_length", 0)
    )


_REPLACEMENT = ("-", "99 tahun")


def salvage(model: type[M], data: Any) -> M | None:
    """An instance without the faulty values, to look for what else is wrong; None where too much is missing.

    What is required and missing gets a stand-in; nobody but the checks ever sees it.
    """
    data = deepcopy(data)
    replacement: dict[DataPath, int] = {}
    for _ in range(len(_REPLACEMENT) + 2):
        try:
            return model.model_validate(data)
        except ValidationError as cause:
            for wrong in cause.errors(include_url=False):
                if not _follows(wrong):
                    _mend(data, wrong["loc"], replacement)
    return None


def _mend(data: Any, path: DataPath, replacement: dict[DataPath, int]) -> None:
    """Take the value at a path out of the data; what then turns out to be required gets the next stand-in."""
    for step in path[:-1]:
        try:
            data = data[step]
        except (LookupError, TypeError):
            return
    end = path[-1] if path else None
    if isinstance(data, dict) and isinstance(end, str):
        if data.pop(end, None) is None or path in replacement:
            index = replacement[path] = replacement.get(path, -1) + 1
            data[end] = _REPLACEMENT[min(index, len(_REPLACEMENT) - 1)]
    elif isinstance(data, list) and isinstance(end, int) and end < len(data):
        data[end] = _REPLACEMENT[0]


def _translate(
    wrong: Mapping[str, Any], source: Source, di: DataPath, model: type[BaseModel]
) -> Temuan:
    path: DataPath = wrong["loc"]
    code, context, value = wrong["type"], wrong.get("ctx", {}), wrong["input"]
    key = key_name(path)
    if code == "missing":
        if path in source.kunci:
            return Temuan(
                source.tempat(path, by_key=True),
                key,
                "kunci-kurang",
                "kunci wajib belum diisi",
                "isi nilainya",
            )
        return Temuan(
            source.tempat(path[:-1]),
            key,
            "kunci-kurang",
            "kunci wajib belum ada",
            f'tambahkan "{path[-1]}:" di bagian ini',
        )
    if code == "extra_forbidden":
        near = _meant(path, di, model)
        saran = (
            f'mungkin maksudnya "{near}"'
            if near
            else "hapus, atau lihat docs/format-yaml.md"
        )
        return Temuan(
            source.tempat(path, by_key=True),
            key,
            "kunci-asing",
            "kunci tidak dikenal",
            saran,
        )
    message, saran = _describe(code, context)
    if isinstance(value, str) and not value.strip():
        message, saran = _TYPE["string_too_short"]
    elif (
        code == "string_type"
        and isinstance(value, list)
        and value
        and isinstance(value[0], list)
    ):
        saran = 'teks yang diawali kurung siku diapit tanda kutip: "[[jenis]]"'
    elif value is None:
        message, saran = "nilai kosong", "isi, atau hapus kunci ini bila tidak wajib"
    elif isinstance(value, str):
        message = f'"{value if len(value) <= 40 else value[:39] + "…"}": {message}'
    return Temuan(source.tempat(path), key, code.replace("_", "-"), message, saran)


def _describe(code: str, context: Mapping[str, Any]) -> tuple[str, str]:
    if code == "string_pattern_mismatch" and context["pattern"] in _PATTERN:
        return _PATTERN[context["pattern"]]
    if code in _TYPE:
        return _TYPE[code]
    if code == "too_short":
        return (
            f"hanya {context['actual_length']} isi, paling sedikit {context['min_length']}",
            "tambahkan yang kurang",
        )
    if code == "too_long":
        return f"lebih dari {context['max_length']} isi", "kurangi, atau pecah"
    if code in ("greater_than_equal", "less_than_equal"):
        limit = context.get("ge", context.get("le"))
        return (
            f"di luar batas ({'paling sedikit' if 'ge' in context else 'paling banyak'} {limit:g})",
            "periksa angkanya",
        )
    if code in ("literal_error", "enum"):
        choice = str(context["expected"]).replace(" or ", ", ").replace("'", "")
        return "bukan pilihan yang dikenal", f"pilih salah satu: {choice}"
    return "nilai tidak sah", "lihat docs/format-yaml.md"


def key_name(path: DataPath) -> str:
    """Path as a person reads it: ("pasal", 5, "ayat", 0) -> "pasal[6].ayat[1]"."""
    result = ""
    for step in path:
        result += (
            f"[{step + 1}]"
            if isinstance(step, int)
            else f".{step}"
            if result
            else str(step)
        )
    return result


def _known_keys(model: type[BaseModel], path: DataPath) -> list[str]:
    """Keys the schema allows at a path."""
    return list(getattr(class_at(model, path), "model_fields", {}))
