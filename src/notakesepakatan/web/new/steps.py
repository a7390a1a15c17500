"""The questions of a new agreement step by step, and from what was typed to the answers of `nota baru`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from notakesepakatan.words.numbers import urutan


@dataclass(frozen=True)
class Langkah:
    """One step: its heading, and its fields by name with their labels."""

    judul: str
    ruas: Mapping[str, str]


_PIHAK = {
    "nama": "Nama badan",
    "jabatan": "Jabatan penanda tangan",
    "pejabat": "Nama penanda tangan",
    "kedudukan": "Alamat kedudukan",
}
LANGKAH = (
    Langkah("Pokok", {"judul": "Judul, setelah kata tentang", "jenis": "Jenis naskah", "slug": "Nama folder"}),
    Langkah("Para pihak", {}),
    Langkah(
        "Waktu dan tempat",
        {
            "jangka_waktu": "Jangka waktu",
            "pemberitahuan": "Pemberitahuan paling lambat sebelum jangka waktu berakhir",
            "berita_acara_kahar": "Berita acara paling lambat sejak keadaan kahar",
            "tempat": "Tempat penandatanganan",
            "penyimpan_arsip": "Penyimpan rangkap arsip",
        },
    ),
    Langkah("Ruang lingkup", {"lingkup": "Butir ruang lingkup"}),
    Langkah("Periksa", {}),
)
_PALING_BANYAK = 20


def count_pihak(nilai: Mapping[str, str]) -> int:
    """How many parties are asked for."""
    teks = nilai.get("pihak", "2")
    return min(max(int(teks), 2), _PALING_BANYAK) if teks.isascii() and teks.isdigit() and len(teks) < 3 else 2


def field_labels(nilai: Mapping[str, str]) -> dict[str, str]:
    """Every field by name, with its words."""
    hasil = {nama: kata for satu in LANGKAH for nama, kata in satu.ruas.items()}
    for i in range(1, count_pihak(nilai) + 1):
        hasil |= {f"para_pihak[{i}].{nama}": f"PIHAK {urutan(i).upper()}, {kata.lower()}" for nama, kata in _PIHAK.items()}
    return hasil


def step_of(nama: str) -> int:
    """The step that asks for a field; the last for what no field is about."""
    if nama.startswith("para_pihak"):
        return 2
    return next((i for i, satu in enumerate(LANGKAH, 1) if nama in satu.ruas), len(LANGKAH))


def answers(nilai: Mapping[str, str]) -> dict[str, Any]:
    """The answers of `nota baru`; what is empty is not answered."""
    isi: dict[str, Any] = {
        nama: nilai[nama] for satu in LANGKAH for nama in satu.ruas if nilai.get(nama) and nama not in ("slug", "lingkup")
    }
    isi["para_pihak"] = [
        {nama: teks for nama in _PIHAK if (teks := nilai.get(f"para_pihak[{i}].{nama}"))}
        for i in range(1, count_pihak(nilai) + 1)
    ]
    if lingkup := [baris for satu in nilai.get("lingkup", "").split("\n") if (baris := satu.strip())]:
        isi["lingkup"] = lingkup
    return isi


def without_party(nilai: Mapping[str, str], hapus: int) -> dict[str, str]:
    """The same without one party; those after it move up."""
    n, hasil = count_pihak(nilai), dict[str, str]()
    if not 1 <= hapus <= n or n == 2:
        return dict(nilai)
    for nama, isi in nilai.items():
        if cocok := re.fullmatch(r"para_pihak\[(\d+)\]\.(\w+)", nama):
            i = int(cocok[1])
            if i != hapus:
                hasil[f"para_pihak[{i - (i > hapus)}].{cocok[2]}"] = isi
        else:
            hasil[nama] = isi
    return hasil | {"pihak": str(n - 1)}
