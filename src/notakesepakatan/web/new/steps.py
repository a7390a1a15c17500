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
    ruas: Mapping[str, str]


_PIHAK = {
    "nama": "Nama badan",
    "jabatan": "Jabatan penanda tangan",
    "pejabat": "Nama penanda tangan",
    "kedudukan": "Alamat kedudukan",
}
STEP = (
    Step(
        "Pokok",
        {
            "judul": "Judul, setelah kata tentang",
            "jenis": "Jenis naskah",
            "slug": "Nama folder",
        },
    ),
    Step("Para pihak", {}),
    Step(
        "Waktu dan tempat",
        {
            "jangka_waktu": "Jangka waktu",
            "pemberitahuan": "Pemberitahuan paling lambat sebelum jangka waktu berakhir",
            "berita_acara_kahar": "Berita acara paling lambat sejak keadaan kahar",
            "tempat": "Tempat penandatanganan",
            "penyimpan_arsip": "Penyimpan rangkap arsip",
        },
    ),
    Step("Ruang lingkup", {"lingkup": "Butir ruang lingkup"}),
    Step("Periksa", {}),
)
_AT_MOST = 20
_APART = ("slug", "lingkup")
"""Fields whose answers are not taken over as they are typed."""


def count_pihak(value: Mapping[str, str]) -> int:
    """How many parties are asked for."""
    text = value.get("pihak", "2")
    is_digits = text.isascii() and text.isdigit()
    if not is_digits or len(text) > 2:
        return 2
    return min(max(int(text), 2), _AT_MOST)


def field_labels(value: Mapping[str, str]) -> dict[str, str]:
    """Every field by name, with its words."""
    result = {name: word for one in STEP for name, word in one.ruas.items()}
    for i in range(1, count_pihak(value) + 1):
        result |= {
            f"para_pihak[{i}].{name}": f"PIHAK {order(i).upper()}, {word.lower()}"
            for name, word in _PIHAK.items()
        }
    return result


def step_of(name: str) -> int:
    """The step that asks for a field; the last for what no field is about."""
    if name.startswith("para_pihak"):
        return 2
    return next((i for i, one in enumerate(STEP, 1) if name in one.ruas), len(STEP))


def answers(value: Mapping[str, str]) -> dict[str, Any]:
    """The answers of `nota baru`; what is empty is not answered."""
    names = [name for step in STEP for name in step.ruas if name not in _APART]
    content: dict[str, Any] = {name: value[name] for name in names if value.get(name)}
    places = range(1, count_pihak(value) + 1)
    content["para_pihak"] = [_answered_party(value, i) for i in places]
    lines = map(str.strip, value.get("lingkup", "").split("\n"))
    lingkup = list(filter(None, lines))
    if lingkup:
        content["lingkup"] = lingkup
    return content


def _answered_party(value: Mapping[str, str], i: int) -> dict[str, str]:
    answers = {name: value.get(f"para_pihak[{i}].{name}") for name in _PIHAK}
    return {name: text for name, text in answers.items() if text}


def without_party(value: Mapping[str, str], remove: int) -> dict[str, str]:
    """The same without one party; those after it move up."""
    many = count_pihak(value)
    if not 1 <= remove <= many or many == 2:
        return dict(value)
    result: dict[str, str] = {}
    for name, content in value.items():
        match = re.fullmatch(r"para_pihak\[(\d+)\]\.(\w+)", name)
        if match is None:
            result[name] = content
            continue
        i = int(match[1])
        if i != remove:
            new_i = i - 1 if i > remove else i
            result[f"para_pihak[{new_i}].{match[2]}"] = content
    return result | {"pihak": str(many - 1)}
