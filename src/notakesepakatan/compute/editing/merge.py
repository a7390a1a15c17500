"""What two people made of one text, put together: each one's changes stay, and no words go that nobody took out.

The items of a list are known again on both sides by what they say, so a list is merged like a mapping that has an order.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from json import dumps
from re import findall
from typing import Any

from notakesepakatan.model.pasal import TINGKAT

_TIADA: Any = object()
"""What stands at a key that a mapping does not have."""
_MIRIP = 0.5
"""Items less alike than this are two: where that is wrong both stay, where the opposite is wrong words would be lost."""
_BANYAK = 100_000
"""About as many pairs are looked at; of lists too long for that, those not far from each other."""
_CIRI = ("isi", "judul", "nama")
"""Keys whose words alone tell an item."""


def merge(awal: Any, mereka: Any, saya: Any) -> Any:
    """What two made of one thing: each one's changes; where both changed the same text, mine.

    An item that one deleted goes unless the other changed it; what either added stays where it was put, theirs first;
    what one moved stands there, what both moved where I put it.
    """
    if saya in (awal, mereka):
        return mereka
    if mereka == awal:
        return saya
    tiga = _alike(awal, mereka, saya)
    if all(isinstance(satu, dict) for satu in tiga):
        return _merge_mappings(*tiga, singkat=isinstance(mereka, str) or isinstance(saya, str))
    if all(isinstance(satu, list) for satu in tiga):
        hasil = _merge_lists(*tiga)
        return hasil[0] if len(hasil) == 1 and (isinstance(mereka, str) or isinstance(saya, str)) else hasil
    return mereka if saya is _TIADA and isinstance(mereka, dict) else saya


def as_ayat(pasal: dict[str, Any]) -> dict[str, Any]:
    """A pasal whose words, with what is tabulated below them, are its first ayat; one that has ayat is as it was."""
    if pasal.get("ayat") or not pasal.get("isi"):
        return pasal
    pindah = ("isi", *TINGKAT, "korespondensi", "penutup")
    isi = {k: pasal[k] for k in pindah if k in pasal}
    return {**{k: v for k, v in pasal.items() if k not in pindah}, "ayat": [isi]}


def _alike(*tiga: Any) -> list[Any]:
    """Three things in one shape where they have one: a part written short is a mapping, one paragraph a list."""
    if any(isinstance(satu, dict) for satu in tiga):
        panjang = [{"isi": satu} if isinstance(satu, str) else satu for satu in tiga]
        if not isinstance(panjang[0], dict) and all(isinstance(satu, dict) for satu in panjang[1:]):
            panjang[0] = {}
        berayat = any(isinstance(satu, dict) and satu.get("ayat") for satu in panjang)
        return [as_ayat(satu) if berayat and isinstance(satu, dict) else satu for satu in panjang]
    if any(isinstance(satu, list) for satu in tiga):
        return [[] if satu is _TIADA or satu is None else [satu] if isinstance(satu, str) else satu for satu in tiga]
    return list(tiga)


def _merge_mappings(awal: Any, mereka: Any, saya: Any, *, singkat: bool) -> Any:
    """Key by key; a list of which nothing is left goes with its key, a part that has only its words is short again."""
    hasil = {}
    for k in _order(awal, mereka, saya):
        isi = merge(awal.get(k, _TIADA), mereka.get(k, _TIADA), saya.get(k, _TIADA))
        if isi is not _TIADA and (isi != [] or [] in (mereka.get(k), saya.get(k))):
            hasil[k] = isi
    return hasil["isi"] if singkat and hasil.keys() == {"isi"} else hasil


def _merge_lists(awal: list[Any], mereka: list[Any], saya: list[Any]) -> list[Any]:
    """Item by item, each under a name: its place in the list of old, or for a new one whose it is and where."""
    a: dict[Hashable, Any] = dict(enumerate(awal))
    m: dict[Hashable, Any] = {}
    for j, asal in enumerate(pair(awal, mereka)):
        m[("mereka", j) if asal is None else asal] = mereka[j]
    s: dict[Hashable, Any] = {}
    for j, asal in enumerate(pair(awal, saya)):
        sama = (t for t in m if t not in a and t not in s and m[t] == saya[j])  # both added the very same
        s[next(sama, ("saya", j)) if asal is None else asal] = saya[j]
    isi = (_merge_item(*(daftar.get(t, _TIADA) for daftar in (a, m, s))) for t in _order(a, m, s))
    return [satu for satu in isi if satu is not _TIADA]


def _merge_item(awal: Any, mereka: Any, saya: Any) -> Any:
    """An item that one side does not have is there only if the other added or changed it, and then whole."""
    if mereka is not _TIADA and saya is not _TIADA:
        return merge(awal, mereka, saya)
    ada = saya if mereka is _TIADA else mereka
    return _TIADA if ada == awal else ada


def _order(awal: Iterable[Any], mereka: Iterable[Any], saya: Iterable[Any]) -> list[Any]:
    """All names as they stand with them, but what I moved or added behind the last before it that they left in place."""
    lama, kini, punya_mereka = list(awal), list(saya), list(mereka)
    pindah, digeser = _moved(lama, kini), _moved(lama, punya_mereka)
    hasil, tempat = [t for t in punya_mereka if t not in pindah], 0
    for t in kini:
        baru = t not in hasil
        if baru:
            while t not in lama and tempat < len(hasil) and hasil[tempat] not in kini:
                tempat += 1
            hasil.insert(tempat, t)
        if baru or t not in digeser:
            tempat = hasil.index(t) + 1
    return hasil


def _moved(lama: list[Any], kini: list[Any]) -> set[Any]:
    """What is on both sides, but not in the order that most of it keeps."""
    blok = SequenceMatcher(None, lama, kini, autojunk=False).get_matching_blocks()
    return (set(lama) & set(kini)) - {lama[b.a + n] for b in blok for n in range(b.size)}


def pair(lama: Sequence[Any], baru: Sequence[Any]) -> list[int | None]:
    """For each new item the old one that it was: equal ones in order, then equal ones moved and the likest."""
    a, b = ([dumps(satu, sort_keys=True) for satu in daftar] for daftar in (lama, baru))
    hasil: dict[int, int] = {}
    for i, j, n in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        hasil |= {j + k: i + k for k in range(n)}
    kata_a = {i: _words(lama[i]) for i in set(range(len(a))) - set(hasil.values())}
    kata_b = {j: _words(baru[j]) for j in set(range(len(b))) - set(hasil)}
    jauh = _BANYAK // max(len(kata_a), len(kata_b), 1)
    nilai = [
        (3.0 if a[i] == b[j] else 2.0 if _same_name(lama[i], baru[j]) else _likeness(kata_a[i], kata_b[j]), -abs(i - j), i, j)
        for i in kata_a
        for j in range(max(i - jauh, 0), min(i + jauh + 1, len(b)))
        if j in kata_b
    ]
    for mirip, _, i, j in sorted(nilai, reverse=True):
        if mirip >= _MIRIP and i in kata_a and j in kata_b:
            hasil[j] = i
            del kata_a[i], kata_b[j]
    return [hasil.get(j) for j in range(len(baru))]


def _same_name(x: Any, y: Any) -> bool:
    """Whether a role or a written number proves that they are one; the number of a law does not, without its kind."""
    if not isinstance(x, dict) or not isinstance(y, dict):
        return False
    return any(x.get(k) and x.get(k) == y.get(k) for k in (("kunci",) if "jenis" in x else ("kunci", "nomor")))


def _words(satu: Any) -> list[frozenset[str]]:
    """The words of an item, then of what tells it alone."""
    ciri = [satu.get(k) for k in _CIRI] if isinstance(satu, dict) else [satu, None, None]
    return [frozenset(findall(r"\w+", " ".join(_texts(isi)).lower())) for isi in (satu, *ciri)]


def _texts(benda: Any) -> Iterator[str]:
    if isinstance(benda, dict | list):
        for isi in benda.values() if isinstance(benda, dict) else benda:
            yield from _texts(isi)
    elif benda is not None:
        yield str(benda)


def _likeness(x: list[frozenset[str]], y: list[frozenset[str]]) -> float:
    return max((2 * len(p & q) / (len(p) + len(q)) for p, q in zip(x, y, strict=True) if p and q), default=0.0)
