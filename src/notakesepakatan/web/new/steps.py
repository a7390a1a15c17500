"""The questions of a new agreement: what was typed step by step in, answers of `nota baru` out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from notakesepakatan.words.numbers import order


@dataclass(frozen=True)
class Step:
    """One step: its heading, and its fields by name with their labels."""

    judul: str
    fields: Mapping[str, str]


PIHAK_WORDS = {
    "nama": "Nama badan",
    "jabatan": "Jabatan penanda tangan",
    "pejabat": "Nama penanda tangan",
    "kedudukan": "Alamat kedudukan",
    "sebutan": "Sebutan dalam naskah",
    "nomor": "Nomor naskah",
    "kuasa": "Surat kuasa",
    "pengangkatan": "Keputusan pengangkatan",
    "pejabat_pelaksana": "Jabatan pejabat pelaksana",
    "up": "Penerima surat (u.p.)",
    "alamat_surat": "Alamat surat",
    "telepon": "Telepon",
    "email": "Surel",
}
OF_PIHAK = (
    ("nomor", "nomor"),
    ("kuasa", "kuasa"),
    ("pengangkatan", "pengangkatan"),
    ("pejabat_pelaksana", "pejabat_pelaksana"),
    ("korespondensi", "up"),
    ("korespondensi", "alamat_surat"),
    ("korespondensi", "telepon"),
    ("korespondensi", "email"),
)
"""What an instrument may ask of each party, and the fields that ask it."""
STEPS = (
    Step("Mitra", {"mitra": "Siapa mitranya"}),
    Step(
        "Pokok",
        {
            "instrumen": "Naskah",
            "judul": "Judul, setelah kata tentang",
            "jenis": "Jenis naskah",
            "slug": "Nama folder",
        },
    ),
    Step(
        "Para pihak",
        {
            "induk": "Kesepakatan yang dilaksanakan",
            "sebutan_bersama": "Sebutan semua pihak bersama-sama",
        },
    ),
    Step(
        "Waktu dan tempat",
        {
            "jangka_waktu": "Jangka waktu",
            "pemberitahuan": "Pemberitahuan paling lambat sebelum jangka waktu berakhir",
            "berita_acara_kahar": "Berita acara paling lambat sejak keadaan kahar",
            "nilai": "Nilai, rupiah",
            "pembayaran": "Tahapan pembayaran",
            "lampiran": "Lampiran",
            "tempat": "Tempat penandatanganan",
            "penyimpan_arsip": "Penyimpan rangkap arsip",
        },
    ),
    Step("Isi", {"lingkup": "Butir ruang lingkup"}),
    Step("Periksa", {}),
)
MITRA_STEP, SUBJECT_STEP, PIHAK_STEP, TIME_STEP, CONTENT_STEP, LAST = range(
    1, len(STEPS) + 1
)
"""Number of the last step, counted from one."""
MOST_PIHAK = 20
RAGAM = "ragam"
"""Fields of the variants of clauses: `ragam[sanksi]`."""
_RAGAM_FIELD = re.compile(r"ragam\[([a-z][a-z0-9_]*)\]")
_LISTS = ("lingkup", "pembayaran")
"""Answers of several lines."""
_APART = ("slug", *_LISTS)
"""Fields whose answers are not taken over as they are typed."""


def count_pihak(typed: Mapping[str, str]) -> int:
    """How many parties are asked for."""
    text = typed.get("pihak", "2")
    is_digits = text.isascii() and text.isdigit()
    if not is_digits or len(text) > 2:
        return 2
    return min(max(int(text), 2), MOST_PIHAK)


def field_labels(typed: Mapping[str, str]) -> dict[str, str]:
    """Every field by name, with its words."""
    result = {name: word for step in STEPS for name, word in step.fields.items()}
    for name in typed:
        match = _RAGAM_FIELD.fullmatch(name)
        if match:
            result[name] = f"Bunyi klausul {match[1].replace('_', ' ')}"
    for i in range(1, count_pihak(typed) + 1):
        result |= {
            f"para_pihak[{i}].{name}": f"{sebutan_of(typed, i)}, {word.lower()}"
            for name, word in PIHAK_WORDS.items()
        }
    return result


def sebutan_of(typed: Mapping[str, str], i: int) -> str:
    """How a party is called: as answered, or by its place."""
    answered = typed.get(f"para_pihak[{i}].sebutan", "")
    return answered.partition("\n")[0].strip() or f"PIHAK {order(i).upper()}"


def step_of(name: str) -> int:
    """The step that asks for a field; the last for what no field is about."""
    if name.startswith("para_pihak"):
        return PIHAK_STEP
    if name.startswith(RAGAM):
        return CONTENT_STEP
    numbered = enumerate(STEPS, 1)
    return next((number for number, step in numbered if name in step.fields), LAST)


def jawaban_of(typed: Mapping[str, str]) -> dict[str, Any]:
    """The answers of `nota baru`; what is empty is not answered."""
    names = [name for step in STEPS for name in step.fields if name not in _APART]
    content: dict[str, Any] = {name: typed[name] for name in names if typed.get(name)}
    places = range(1, count_pihak(typed) + 1)
    content["para_pihak"] = [_answered_pihak(typed, i) for i in places]
    for name in _LISTS:
        lines = map(str.strip, typed.get(name, "").split("\n"))
        items = list(filter(None, lines))
        if items:
            content[name] = items
    matches = {name: _RAGAM_FIELD.fullmatch(name) for name in typed}
    ragam = {match[1]: typed[name] for name, match in matches.items() if match}
    if ragam:
        content[RAGAM] = ragam
    return content


def _answered_pihak(typed: Mapping[str, str], i: int) -> dict[str, str]:
    jawaban_typed = {name: typed.get(f"para_pihak[{i}].{name}") for name in PIHAK_WORDS}
    return {name: text for name, text in jawaban_typed.items() if text}


def with_pihak(typed: Mapping[str, str]) -> dict[str, str]:
    """The same with one party more, as far as there may be."""
    many = min(count_pihak(typed) + 1, MOST_PIHAK)
    return {**typed, "pihak": str(many)}


def without_pihak(typed: Mapping[str, str], remove: int) -> dict[str, str]:
    """The same without one party; those after it move up."""
    many = count_pihak(typed)
    if not 1 <= remove <= many or many == 2:
        return dict(typed)
    result: dict[str, str] = {}
    for name, content in typed.items():
        match = re.fullmatch(r"para_pihak\[(\d+)\]\.(\w+)", name)
        if match is None:
            result[name] = content
            continue
        i = int(match[1])
        if i != remove:
            new_i = i - 1 if i > remove else i
            result[f"para_pihak[{new_i}].{match[2]}"] = content
    return result | {"pihak": str(many - 1)}
