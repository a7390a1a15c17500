"""Which item of an old list has become which item of a new one, in order: equal ones first, then the nearest."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from json import dumps
from typing import NamedTuple

from notakesepakatan.compute.text.numbering import Jalur
from notakesepakatan.compute.text.tree import Pohon, bare, deleted, label_key, labels

Pasangan = tuple[int | None, int | None]
"""Places in the old and the new list; None where the item is new, or gone."""

_KATA = re.compile(r"\w+")
_PASTI = 2.0
_DASAR = 0.05
"""What pairing any two at all is worth: an item replaced in its place counts as changed."""


def align(lama: Sequence[Pohon], baru: Sequence[Pohon], jalur: Jalur) -> list[Pasangan]:
    """Pairs in order of the text; in a gap between equal items, what is gone comes before what is new."""
    a, b = _traces(lama, baru, jalur)
    hasil = list[Pasangan]()
    for jenis, i1, i2, j1, j2 in SequenceMatcher(None, [x.isi for x in a], [x.isi for x in b], autojunk=False).get_opcodes():
        if jenis == "equal":
            hasil += zip(range(i1, i2), range(j1, j2), strict=True)
        else:
            hasil += _pair_gap(a, b, range(i1, i2), range(j1, j2))
    return hasil


class _Jejak(NamedTuple):
    """What tells an item: its content without numbers, its number where written (of the old: as it stands), its role."""

    isi: str
    nomor: str | None
    kunci: str | None
    dihapus: bool


def _traces(lama: Sequence[Pohon], baru: Sequence[Pohon], jalur: Jalur) -> tuple[list[_Jejak], list[_Jejak]]:
    kunci, ada = label_key(jalur), labels(lama, jalur)

    def trace(satu: Pohon, nomor: str | None, tanda: str) -> _Jejak:
        isi = dumps([bare({n: v for n, v in satu.items() if n != kunci}), tanda], sort_keys=True)
        return _Jejak(isi, nomor, satu.get("kunci"), deleted(satu))

    a = [trace(satu, label, "") for satu, label in zip(lama, ada, strict=True)]
    # A number that the old list does not have marks what is new, even where it says the same as something old.
    asing = {nomor: nomor for satu in baru if (nomor := satu.get(kunci)) and nomor not in ada}
    return a, [trace(satu, satu.get(kunci), asing.get(satu.get(kunci) or "", "")) for satu in baru]


def _pair_gap(lama: Sequence[_Jejak], baru: Sequence[_Jejak], a: range, b: range) -> list[Pasangan]:
    """The order-keeping pairing of the greatest likeness."""
    nilai = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    mirip = [[_likeness(lama[i], baru[j]) for j in b] for i in a]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            nilai[i][j] = max(nilai[i + 1][j], nilai[i][j + 1], mirip[i][j] + nilai[i + 1][j + 1] if mirip[i][j] else 0)
    hasil, i, j = list[Pasangan](), 0, 0
    while i < len(a) or j < len(b):
        if i < len(a) and j < len(b) and mirip[i][j] and nilai[i][j] == mirip[i][j] + nilai[i + 1][j + 1]:
            hasil.append((a[i], b[j]))
            i, j = i + 1, j + 1
        elif i < len(a) and (j == len(b) or nilai[i][j] == nilai[i + 1][j]):
            hasil.append((a[i], None))
            i += 1
        else:
            hasil.append((None, b[j]))
            j += 1
    return hasil


def _likeness(lama: _Jejak, baru: _Jejak) -> float:
    """0 where they cannot be the same; the same number or role is proof."""
    if baru.nomor:
        return _PASTI if baru.nomor == lama.nomor else 0.0
    if lama.dihapus and not baru.dihapus:
        return 0.0
    if lama.kunci and lama.kunci == baru.kunci:
        return _PASTI
    x, y = _words(lama.isi), _words(baru.isi)
    return _DASAR + 2 * len(x & y) / (len(x) + len(y) or 1)


@lru_cache(maxsize=4096)
def _words(teks: str) -> frozenset[str]:
    return frozenset(_KATA.findall(teks.lower()))
