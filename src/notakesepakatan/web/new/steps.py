"""The questions of a new agreement step by step, and from what was typed to the answers of `nota baru`."""

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


def count_pihak(value: Mapping[str, str]) -> int:
    """How many parties are asked for."""
    text = value.get("pihak", "2")
    return (
        min(max(int(text), 2), _AT_MOST)
        if text.isascii() and text.isdigit() and len(text) < 3
        else 2
    )


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
    content: dict[str, Any] = {
        name: value[name]
        for one in STEP
        for name in one.ruas
        if value.get(name) and name not in ("slug", "lingkup")
    }
    content["para_pihak"] = [
        {
            name: text
            for name in _PIHAK
            if (text := value.get(f"para_pihak[{i}].{name}"))
        }
        for i in range(1, count_pihak(value) + 1)
    ]
    if scope := [
        line for one in value.get("lingkup", "").split("\n") if (line := one.strip())
    ]:
        content["lingkup"] = scope
    return content


def without_party(value: Mapping[str, str], remove: int) -> dict[str, str]:
    """The same without one party; those after it move up."""
    n, result = count_pihak(value), dict[str, str]()
    if not 1 <= remove <= n or n == 2:
        return dict(value)
    for name, content in value.items():
        if match := re.fullmatch(r"para_pihak\[(\d+)\]\.(\w+)", name):
            i = int(match[1])
            if i != remove:
                result[f"para_pihak[{i - (i > remove)}].{match[2]}"] = content
        else:
            result[name] = content
    return result | {"pihak": str(n - 1)}
