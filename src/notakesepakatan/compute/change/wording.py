"""A change of words told as such: the words as written and as they should be, with enough around them to be found."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from notakesepakatan.compute.change.apply import apply_one
from notakesepakatan.compute.text.letak import LetakSalah, words_of
from notakesepakatan.compute.text.numbering import Jalur
from notakesepakatan.compute.text.tree import Pohon, get_at, set_at
from notakesepakatan.model.adendum import GantiKata, Operasi

_SEKITAR = (2, 4, 8, 16, 10_000)
"""Words around a change, as few of these as make the place certain."""


def texts(benda: Any) -> Iterator[str]:
    """Every text of a tree."""
    if isinstance(benda, str):
        yield benda
    elif isinstance(benda, dict | list):
        for isi in benda.values() if isinstance(benda, dict) else benda:
            yield from texts(isi)


def reword(pohon: Pohon, jalur: Jalur, baru: Any) -> tuple[Pohon, list[Operasi]] | None:
    """The tree with the value at a path reworded, and the operations; None where more than words differ."""
    pasangan = list(_pairs(get_at(pohon, jalur), baru))
    if not pasangan or None in pasangan:
        return None
    letak = words_of(pohon, jalur)
    for sekitar in _SEKITAR:
        kata = [satu for pasang in pasangan if pasang for satu in phrases(*pasang, sekitar)]
        daftar: list[Operasi] = [GantiKata(tindakan="ganti_kata", letak=letak, tertulis=a, menjadi=b) for a, b in kata]
        hasil = pohon
        try:
            for operasi in daftar:
                hasil = apply_one(hasil, operasi)
        except LetakSalah:
            continue
        if hasil == set_at(pohon, jalur, baru):
            return hasil, daftar
    return None


def _pairs(lama: Any, baru: Any) -> Iterator[tuple[str, str] | None]:
    """Texts that differ; None where something else does."""
    if lama == baru:
        return
    if isinstance(lama, str) and isinstance(baru, str):
        yield lama, baru
    elif isinstance(lama, dict) and isinstance(baru, dict) and lama.keys() == baru.keys():
        for kunci, isi in lama.items():
            yield from _pairs(isi, baru[kunci])
    elif isinstance(lama, list) and isinstance(baru, list) and len(lama) == len(baru):
        for a, b in zip(lama, baru, strict=True):
            yield from _pairs(a, b)
    else:
        yield None


def phrases(lama: str, baru: str, sekitar: int) -> list[tuple[str, str]]:
    """Words as written and as they should be, with so many words around; changes that meet become one."""
    a, b = lama.split(" "), baru.split(" ")
    beda = [op[1:] for op in SequenceMatcher(None, a, b, autojunk=False).get_opcodes() if op[0] != "equal"]
    rentang = list[list[int]]()
    for i1, i2, j1, j2 in beda:
        depan, belakang = min(sekitar, i1, j1), min(sekitar, len(a) - i2, len(b) - j2)
        satu = [i1 - depan, i2 + belakang, j1 - depan, j2 + belakang]
        if rentang and (satu[0] <= rentang[-1][1] or satu[2] <= rentang[-1][3]):
            rentang[-1][1], rentang[-1][3] = satu[1], satu[3]
        else:
            rentang.append(satu)
    return [(" ".join(a[i1:i2]), " ".join(b[j1:j2])) for i1, i2, j1, j2 in rentang]
