"""Laws that were repealed or amended since agreements began to rest on them."""

import re
from collections.abc import Iterator, Mapping, Sequence

from notakesepakatan.model.dasar_hukum import DasarHukum

_LAW = re.compile(
    r"(Undang-Undang|Peraturan \w+)(?: Republik Indonesia)? Nomor (\d+) Tahun (\d{4})\b",
    re.IGNORECASE,
)
_LAW_NUMBER = re.compile(r"\bNomor (\d+) Tahun (\d{4})\b")

CHANGED: Mapping[tuple[str, str, int], str] = {
    ("undang-undang", "11", 2020): (
        "dicabut; kini UU 6/2023 tentang Penetapan Perppu Cipta Kerja "
        "menjadi Undang-Undang"
    ),
    ("undang-undang", "18", 2017): "telah diubah, antara lain dengan UU 6/2023",
    ("undang-undang", "23", 2014): (
        "telah diubah beberapa kali, antara lain dengan UU 6/2023"
    ),
    ("peraturan presiden", "90", 2019): (
        "diganti; tugas badannya kini pada kementerian, Perpres 165/2024 dan 166/2024"
    ),
}
"""Laws repealed or amended since, by kind, number and year.

Always a warning, never an error.
"""
KNOWN_UNTIL = "pengetahuan November 2026"
"""Until when the table knows what became of them."""


def what_became_of(dasar: DasarHukum) -> str:
    """What the table says of the law that a legal basis names; empty where nothing.

    Nor is there anything to say where the basis names the change itself.
    """
    named = {(change.nomor, change.tahun) for change in dasar.perubahan}
    named |= {
        (nomor, int(year)) for nomor, year in _LAW_NUMBER.findall(dasar.teks or "")
    }
    return "" if ("6", 2023) in named else CHANGED.get(_law_of(dasar), "")


def changed_laws(dasar_hukum: Sequence[DasarHukum]) -> Iterator[str]:
    """Each law among legal bases that has gone or changed, with what became of it."""
    for dasar in dasar_hukum:
        remark = "" if dasar.dihapus else what_became_of(dasar)
        if remark:
            kind, nomor, year = _law_of(dasar)
            yield f"{kind.title()} Nomor {nomor} Tahun {year}: {remark}"


def _law_of(dasar: DasarHukum) -> tuple[str, str, int]:
    """Kind, number and year of the law that a legal basis names first; empty for none."""
    match = _LAW.match(dasar.teks or "")
    if match:
        kind, nomor, year = match.groups()
        return kind.lower(), nomor.lstrip("0"), int(year)
    nomor = (dasar.nomor or "").lstrip("0")
    return (dasar.jenis or "").lower(), nomor, dasar.tahun or 0
