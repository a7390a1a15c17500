"""What pydantic found wrong in data to findings in Indonesian, each at its place in the file."""

from collections.abc import Callable, Collection, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import reduce
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from notakesepakatan.data import class_at
from notakesepakatan.load.yaml.remedies import (
    keys_to_write,
    list_to_write,
    lists_in,
    paragraphs_to_write,
    right_words,
    year_to_write,
)
from notakesepakatan.load.yaml.stray_keys import (
    EVERY_KEY,
    Stray,
    explain_mapping,
    explain_stray,
    explain_text,
)
from notakesepakatan.load.yaml.text import Source
from notakesepakatan.model.adendum import TINDAKAN
from notakesepakatan.model.dasar import NOMOR_PATTERN, BriefSection
from notakesepakatan.model.instrumen import INSTRUMEN_PATTERN
from notakesepakatan.model.lampiran import ONE, SEVERAL
from notakesepakatan.model.pasal import KEY_PATTERN
from notakesepakatan.model.pengaturan import ADDRESS_PATTERN
from notakesepakatan.place import DataPath, Place
from notakesepakatan.temuan import Temuan
from notakesepakatan.words.lists import merge

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
    "lama_huruf": (
        "angka dan hurufnya menyebut bilangan yang berbeda",
        "samakan keduanya, atau tulis angkanya saja, mis. 5 tahun",
    ),
    "jangka_waktu": (
        "bukan jangka waktu",
        "tulis mis. 5 tahun, 1 April 2026 sampai dengan 31 Maret 2027, sampai dengan 31 "
        "Desember 2027, tahun anggaran 2027, tanpa batas waktu, atau {sampai_terpenuhi: "
        "syaratnya}",
    ),
    "jangka_waktu_tanggal": (
        "tanggal itu tidak ada dalam kalender",
        "periksa hari dan bulannya",
    ),
    "jangka_waktu_jauh": (
        "tahunnya terlalu jauh",
        'periksa tahunnya; yang tidak berakhir ditulis "tanpa batas waktu"',
    ),
    "jangka_waktu_kurang": (
        "jangka waktu belum lengkap",
        "tambahkan salah satu: selama, sampai, tahun_anggaran, sampai_terpenuhi, atau "
        "tanpa_batas_waktu: ya",
    ),
    "jangka_waktu_ganda": (
        "jangka waktu menyebut dua macam akhir",
        "pakai salah satu saja: selama, sampai, tahun_anggaran, sampai_terpenuhi, atau "
        "tanpa_batas_waktu; mulai tidak mendampingi tahun_anggaran",
    ),
    "jangka_waktu_batas": (
        "paling_lama dan paling_lambat membatasi jangka waktu yang berlaku sampai suatu "
        "syarat terpenuhi",
        "tulis salah satunya di samping sampai_terpenuhi; tanpa syarat, tulis selama atau "
        "sampai",
    ),
    "jangka_waktu_batas_syarat": (
        "syaratnya memuat batas waktu, yang di sana tidak dihitung",
        "pindahkan ke paling_lama, mis. paling_lama: 5 tahun, atau paling_lambat, mis. "
        "paling_lambat: 2031-12-31",
    ),
    "jangka_waktu_urut": (
        "hari terakhirnya mendahului hari pertamanya",
        "periksa kedua tanggal",
    ),
    "tahun_anggaran": ("bukan tahun anggaran", "tulis 2027 atau 2026-2027"),
    "tahun_anggaran_urut": (
        "tahun terakhirnya mendahului yang pertama, atau lebih dari seratus tahun",
        "tulis mis. 2026-2027",
    ),
    "jumlah": (
        "bukan ya, tidak, atau bilangan",
        "tulis jumlah: ya supaya kolom itu dijumlahkan",
    ),
    "lama": (
        "bukan jangka waktu",
        "tulis bilangan dan satuan: 5 tahun, 3 bulan, 7 hari kerja",
    ),
    "kewajiban_waktu": (
        "waktu kewajiban ini tidak jelas",
        "tulis salah satu: setiap, mis. 6 bulan; paling_lambat, mis. 2027-06-30; atau "
        "dalam, mis. 30 hari, bersama setelah",
    ),
    "kewajiban_setelah": (
        "dalam dan setelah hanya ditulis berdua",
        "tulis mis. dalam: 30 hari dan setelah: serah terima barang",
    ),
    "kewajiban_pada": (
        "hari ini tidak sesuai dengan setiap",
        "tulis mis. pada: 31 Januari bersama setiap: 1 tahun, atau pada: 10 bersama "
        "setiap: 1 bulan",
    ),
    "hari_berulang": (
        "bukan hari dalam setahun atau sebulan",
        "tulis mis. 31 Januari, atau 10 saja untuk tanggal 10",
    ),
    "margin_cm": (
        "bukan margin antara 0.5 dan 8 cm",
        "di bawah halaman, margin ditulis dalam cm, mis. 2.5",
    ),
    "string_pattern_mismatch": (
        "memuat karakter yang tidak boleh di sini",
        "lihat docs/format-yaml.md",
    ),
    "dasar_hukum_teks": (
        "dasar hukum ditulis sebagai teks dan sebagai peraturan sekaligus",
        "hapus teks, atau hapus jenis, nomor, tahun, tentang, dan yang lain",
    ),
    "pasal_isi": (
        "pasal belum berisi",
        'tambahkan "isi:" dengan teksnya, atau "ayat:" dengan daftar ayatnya',
    ),
    "lampiran_kosong": (
        "lampiran ini belum ada isinya",
        "tambahkan salah satu: program (Rencana Kerja), isi, bagian, angka, huruf, "
        "atau tabel",
    ),
    "lampiran_ganda": (
        "Rencana Kerja dan isi lain berdampingan dalam satu lampiran",
        "pindahkan isi yang lain ke lampiran tersendiri",
    ),
    "sisip_letak": (
        "sisipan harus punya tepat satu: setelah atau sebelum",
        "tulis salah satu saja",
    ),
    "kalimat_bahasa": (
        "ada nama dalam kurung kurawal yang tidak ada pada kalimat Indonesianya",
        "pakai hanya nama dalam kurung kurawal yang ada di sana",
    ),
    "adendum_kosong": (
        "adendum ini tidak mengubah apa pun",
        'tambahkan "perubahan:" dengan daftar tindakannya, atau "mencabut:"',
    ),
    "perbaikan_mencabut": (
        "perbaikan hanya membetulkan salah tulis, tidak mencabut adendum",
        'hapus "mencabut:", atau tulis "jenis: adendum"',
    ),
    "bukan_perbaikan": (
        "perbaikan_adendum hanya pada perbaikan",
        'tulis "jenis: perbaikan", atau hapus perbaikan_adendum',
    ),
    "nama_adendum": (
        "bukan nama adendum",
        "tulis seperti nama berkasnya, mis. adendum-01",
    ),
    "union_tag_invalid": (
        "tindakan tidak dikenal",
        f"pilih salah satu: {', '.join(TINDAKAN)}",
    ),
    "union_tag_not_found": (
        "tindakan belum ada",
        f'tambahkan "tindakan:": {merge(TINDAKAN, "atau")}',
    ),
}

_PATTERN = {
    KEY_PATTERN: (
        "bukan nama kunci",
        "pakai huruf kecil, angka, dan garis bawah, diawali huruf",
    ),
    ADDRESS_PATTERN: (
        "bukan alamat surel",
        "tulis satu alamat seperti hukum@kota.go.id",
    ),
    INSTRUMEN_PATTERN: (
        "bukan nama instrumen",
        "tulis nama berkasnya di templates/instrumen/ tanpa .yaml, mis. pks-ksdpk",
    ),
    NOMOR_PATTERN: ("bukan nomor urut", "tulis huruf dan angka saja, mis. 7A, 1a, a1"),
}

_OUT_OF_RANGE = {"ge": "paling sedikit", "le": "paling banyak"}
_LONGEST_QUOTE = 40


@dataclass(frozen=True)
class _Wrong:
    """One finding of pydantic's, at its path in the file."""

    path: DataPath
    code: str
    context: Mapping[str, Any]
    value: Any


def validate(model: type[M], source: Source) -> tuple[M | None, list[Temuan]]:
    """The model instance, or None with every finding of shape and type."""
    try:
        return model.model_validate(source.data if source.data is not None else {}), []
    except ValidationError as cause:
        return None, translate_all(cause, source, model, ())


def translate_all(
    cause: ValidationError, source: Source, expected: Any, above: DataPath
) -> list[Temuan]:
    """Findings of a piece of the file, which stands at `above` and should have been of a type."""
    is_model = isinstance(expected, type) and issubclass(expected, BaseModel)
    schema = _Schema(expected if is_model else BaseModel, above)
    every = [
        _Wrong(
            _in_file(error["loc"], above, source.data),
            error["type"],
            error.get("ctx", {}),
            error["input"],
        )
        for error in cause.errors(include_url=False)
        if not _follows(error)
    ]
    foreign = [wrong.path for wrong in every if wrong.code == "extra_forbidden"]
    strays = {path: schema.stray(path, source) for path in foreign}
    meant = {(*path[:-1], stray.meant) for path, stray in strays.items()}
    return [
        _translate(wrong, source, schema, strays.get(wrong.path))
        for wrong in every
        if wrong.code != "missing" or not schema.is_meant(wrong.path, meant)
    ]


_WAYS = (ONE, SEVERAL)
"""Steps by which pydantic tells one way to write a datum from another."""


def _in_file(path: DataPath, above: DataPath, data: Any) -> DataPath:
    """The path as it is in the file.

    Without the names by which pydantic tells one kind of operation from another.
    """
    for step in above:
        data = data[step] if isinstance(data, dict) or isinstance(step, int) else None
    result: list[Any] = list(above)
    for position, step in enumerate(path):
        if step in _WAYS:
            continue
        leads_on = position < len(path) - 1
        if leads_on and isinstance(data, dict) and step == data.get("tindakan"):
            continue
        result.append(step)
        data = _below(data, step)
    return tuple(result)


def _below(data: Any, step: str | int) -> Any:
    try:
        return data[step]
    except (LookupError, TypeError):
        return None


@dataclass(frozen=True)
class _Schema:
    """The model of a piece of the file, and the path at which that piece stands."""

    model: type[BaseModel]
    above: DataPath

    def stray(self, path: DataPath, source: Source) -> Stray:
        """What a key that is none was meant to be."""
        below = self._below(path)
        as_key = explain_stray(self.model, below)
        as_text = explain_text(self.model, below, path, source, as_key)
        return as_text or as_key

    def is_meant(self, path: DataPath, meant: Collection[DataPath]) -> bool:
        """Whether a missing key is there under a wrong name, or all of its part is as words."""
        section = self.section(path[:-1])
        may_be_short = isinstance(section, type) and issubclass(section, BriefSection)
        is_short = may_be_short and (*path[:-1], section.short_key()) in meant
        return is_short or path in meant or (*path[:-1], EVERY_KEY) in meant

    def section(self, path: DataPath) -> Any:
        """The class that stands at a path; None where none does."""
        return class_at(self.model, self._below(path))

    def field(self, path: DataPath) -> FieldInfo | None:
        """What the model says of the key at a path; None where it is no key of a class."""
        if not path:
            return None
        fields = getattr(self.section(path[:-1]), "model_fields", {})
        field: FieldInfo | None = fields.get(path[-1])
        return field

    def _below(self, path: DataPath) -> DataPath:
        return path[len(self.above) :]


def _follows(error: ErrorDetails) -> bool:
    """Whether it only follows from another: pydantic counts a list without its faulty items."""
    if error["type"] != "too_short" or isinstance(error["input"], str):
        return False
    least: int = error.get("ctx", {}).get("min_length", 0)
    return len(error["input"]) >= least


_STAND_INS = ("-", "99 tahun")
"""Values that pass for a text, or for a span of time."""


def salvage(model: type[M], data: Any) -> M | None:
    """An instance without the faulty values, to look for what else is wrong.

    What is required and missing gets a stand-in; nobody but the checks ever sees it.
    None where too much is missing.
    """
    data = deepcopy(data)
    tried: dict[DataPath, int] = {}
    for _ in range(len(_STAND_INS) + 4):
        try:
            return model.model_validate(data)
        except ValidationError as cause:
            for error in cause.errors(include_url=False):
                if not _follows(error):
                    _mend(data, error["loc"], tried)
    return None


def _mend(data: Any, path: DataPath, tried: dict[DataPath, int]) -> None:
    """Take the value at a path out of the data.

    What then turns out to be required gets the next stand-in, counted in `tried`.
    """
    path = tuple(step for step in path if step not in _WAYS)
    if not path:
        return
    *above, last = path
    holder = reduce(_below, above, data)
    if isinstance(holder, dict) and isinstance(last, str):
        was_missing = holder.pop(last, None) is None
        if was_missing or path in tried:
            holder[last] = _next_stand_in(path, tried)
    elif isinstance(holder, list) and isinstance(last, int) and last < len(holder):
        holder[last] = _STAND_INS[0]


def _next_stand_in(path: DataPath, tried: dict[DataPath, int]) -> str:
    tried[path] = tried.get(path, -1) + 1
    return _STAND_INS[min(tried[path], len(_STAND_INS) - 1)]


def _translate(
    wrong: _Wrong, source: Source, schema: _Schema, stray: Stray | None
) -> Temuan:
    if wrong.code == "missing":
        return _missing(wrong, source)
    if wrong.code == "extra_forbidden" and stray:
        position = source.tempat(wrong.path, by_key=True)
        place = Place(wrong.path)
        return Temuan(position, place, "kunci-asing", stray.message, stray.saran)
    message, saran = _describe(wrong, source, schema)
    return Temuan(
        source.tempat(wrong.path),
        Place(wrong.path),
        wrong.code.replace("_", "-"),
        message,
        saran,
    )


def _missing(wrong: _Wrong, source: Source) -> Temuan:
    path, code = wrong.path, "kunci-kurang"
    if path in source.keys:
        position = source.tempat(path, by_key=True)
        message, saran = "kunci wajib belum diisi", "isi nilainya"
    else:
        position = source.tempat(path[:-1])
        message = "kunci wajib belum ada"
        saran = f'tambahkan "{path[-1]}:" di bagian ini'
        if path[-1] == "isi" and lists_in(wrong.value):
            saran += ", kalimat yang memulai daftarnya"
        part = reduce(_below, path[:-1], source.data)
        saran = year_to_write(path[-1], part) or saran
    return Temuan(position, Place(path), code, message, saran)


def _describe(wrong: _Wrong, source: Source, schema: _Schema) -> tuple[str, str]:
    """What is wrong with a value, and what to do."""
    value = wrong.value
    emptiness = _emptiness(value)
    if emptiness:
        return emptiness, _fill_in(wrong.path, source, schema)
    if wrong.code == "string_type" and isinstance(value, dict):
        stray = explain_mapping(value, wrong.path, source)
        return stray.message, stray.saran
    message, saran = _describe_code(wrong.code, wrong.context)
    saran = _exact(wrong, schema) or saran
    if isinstance(value, str):
        return f'"{_shortened(value)}": {message}', saran
    if wrong.code == "string_type" and _holds_list(value):
        saran = 'teks yang diawali kurung siku diapit tanda kutip: "[[jenis]]"'
    return message, saran


def _emptiness(value: Any) -> str:
    """How it is told that a value is empty; empty itself where the value is not."""
    if value is None:
        return "nilai kosong"
    is_blank = isinstance(value, str) and not value.strip()
    return "teks kosong" if is_blank else ""


def _holds_list(value: Any) -> bool:
    """Whether it begins with two brackets: "[[jenis]]" without quotes is a list in a list."""
    return isinstance(value, list) and bool(value) and isinstance(value[0], list)


def _fill_in(path: DataPath, source: Source, schema: _Schema) -> str:
    """What to do about a text or value that is empty."""
    is_short = path not in source.values and path[:-1] in source.values
    words_of = path[:-1] if is_short else path
    if words_of and isinstance(words_of[-1], int):
        return "isi, atau hapus baris ini dari daftarnya"
    field = schema.field(path)
    if field is None:
        return "isi, atau hapus kunci ini bila tidak wajib"
    if field.is_required():
        return "isi teksnya, sebab kunci ini wajib"
    if isinstance(field.default, str):
        return f'isi, atau hapus kunci ini; bawaannya "{field.default}"'
    return "isi, atau hapus kunci ini, sebab tidak wajib"


def _exact(wrong: _Wrong, schema: _Schema) -> str | None:
    """The very words to write; None where it is not certain what was meant."""
    if wrong.code in ("model_type", "model_attributes_type"):
        in_list = isinstance(wrong.path[-1], int)
        return keys_to_write(schema.section(wrong.path), wrong.value, in_list)
    if wrong.code == "tuple_type":
        return list_to_write(wrong.value)
    if wrong.code == "string_type" and wrong.path[-1:] == ("isi",):
        return paragraphs_to_write(wrong.value)
    if isinstance(wrong.value, str):
        return right_words(wrong.code, wrong.value, wrong.context)
    return None


def _shortened(value: str) -> str:
    if len(value) <= _LONGEST_QUOTE:
        return value
    return value[: _LONGEST_QUOTE - 1] + "…"


def _describe_code(code: str, context: Mapping[str, Any]) -> tuple[str, str]:
    if code == "string_pattern_mismatch" and context["pattern"] in _PATTERN:
        return _PATTERN[context["pattern"]]
    if code in _TYPE:
        return _TYPE[code]
    if code in _WITH_CONTEXT:
        return _WITH_CONTEXT[code](context)
    return "nilai tidak sah", "lihat docs/format-yaml.md"


def _too_short(context: Mapping[str, Any]) -> tuple[str, str]:
    actual, least = context["actual_length"], context["min_length"]
    return f"hanya {actual} isi, paling sedikit {least}", "tambahkan yang kurang"


def _too_long(context: Mapping[str, Any]) -> tuple[str, str]:
    return f"lebih dari {context['max_length']} isi", "kurangi, atau pecah"


def _out_of_range(context: Mapping[str, Any]) -> tuple[str, str]:
    bound = "ge" if "ge" in context else "le"
    limit = context.get(bound)
    return f"di luar batas ({_OUT_OF_RANGE[bound]} {limit:g})", "periksa angkanya"


def _no_choice(context: Mapping[str, Any]) -> tuple[str, str]:
    choice = str(context["expected"]).replace(" or ", ", ").replace("'", "")
    return "bukan pilihan yang dikenal", f"pilih salah satu: {choice}"


_WITH_CONTEXT: dict[str, Callable[[Mapping[str, Any]], tuple[str, str]]] = {
    "too_short": _too_short,
    "too_long": _too_long,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "literal_error": _no_choice,
    "enum": _no_choice,
}
"""What is wrong and what to do, where both say what the model allows."""
