"""The agreement as a tree of plain data, which adenda change: keys and order of the YAML.

A tree is never changed in place: what a step does not touch is the very same object before and after.
"""

from collections.abc import Sequence
from typing import Any

from notakesepakatan.compute.text.numbering import Jalur, fill_labels, only_stage, tahapan_level
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pasal import TINGKAT

Pohon = dict[str, Any]
"""Mappings, lists, texts and whole numbers, as `Kesepakatan` validates them."""

ANAK = ("ayat", *TINGKAT, "tahapan")
"""Keys of the numbered lists that stand inside a numbered part."""


def to_pohon(k: Kesepakatan) -> Pohon:
    """The tree of an agreement; equal agreements give equal trees, however their YAML is folded.

    Words that stand on paper by default are in it, so that they too can be amended; what is empty is not.
    """
    hasil: Pohon = without_empty(k.model_dump(mode="json", exclude={"abaikan"}))
    return hasil


def without_empty(benda: Any) -> Any:
    """A dump of the model without what says nothing: None, empty lists and mappings, `dihapus: tidak`."""
    if isinstance(benda, dict):
        isi = {kunci: without_empty(nilai) for kunci, nilai in benda.items() if (kunci, nilai) != ("dihapus", "tidak")}
        return {kunci: nilai for kunci, nilai in isi.items() if nilai not in (None, [], {})}
    return [without_empty(isi) for isi in benda] if isinstance(benda, list) else benda


def level(jalur: Jalur) -> str | None:
    """How the list at a path is numbered ("pasal", "ayat", "huruf", …); None where no numbered list stands."""
    match jalur:
        case ("pasal",):
            return "pasal"
        case ("pertimbangan",):
            return "huruf"
        case ("dasar_hukum",) | ("lampiran", "program"):
            return "angka"
        case ("lampiran", "program", *_, "tahapan"):
            return tahapan_level(jalur.count("tahapan") - 1)
        case ("pasal" | "pertimbangan", *_, int(), str(anak)) if anak in ANAK:
            return anak
    return None


def label_key(jalur: Jalur) -> str:
    """The key that holds a written number in the items of this list: a law has a `nomor` of its own."""
    return "angka" if jalur == ("dasar_hukum",) else "nomor"


def labels(daftar: Sequence[Pohon], jalur: Jalur) -> tuple[str, ...]:
    """Numbers of the items of the list at `jalur`, as they stand on paper."""
    kunci = label_key(jalur)
    if jalur[-1] == "tahapan" and jalur.count("tahapan") == 1 and len(daftar) == 1:
        satu = daftar[0]
        if only_stage(satu.get("tahapan"), satu.get("nomor")):
            return ("",)
    return fill_labels([satu.get(kunci) for satu in daftar], level(jalur) or "angka")


def deleted(simpul: Pohon) -> bool:
    """Whether a numbered part is deleted; what it said is still in the tree."""
    return simpul.get("dihapus") == "ya"


def bare(benda: Any) -> Any:
    """What is said, apart from numbers of parts and from what is deleted."""
    if isinstance(benda, list):
        return [bare(isi) for isi in benda if not (isinstance(isi, dict) and deleted(isi))]
    if isinstance(benda, dict):
        bagian = "isi" in benda or any(isinstance(benda.get(anak), list) for anak in ANAK)
        return {kunci: bare(isi) for kunci, isi in benda.items() if kunci != "nomor" or not bagian}
    return benda


def get_at(pohon: Any, jalur: Jalur) -> Any:
    """What stands at a path; None where nothing does."""
    for langkah in jalur:
        try:
            pohon = pohon[langkah]
        except (KeyError, IndexError, TypeError):
            return None
    return pohon


def set_at(pohon: Pohon, jalur: Jalur, nilai: Any) -> Pohon:
    """The tree with another value at a path; mappings on the way are made where they are missing."""
    hasil: Pohon = _set(pohon, jalur, nilai)
    return hasil


def _set(benda: Any, jalur: Jalur, nilai: Any) -> Any:
    if not jalur:
        return nilai
    kepala, sisa = jalur[0], jalur[1:]
    if isinstance(benda, list):
        return [_set(isi, sisa, nilai) if i == kepala else isi for i, isi in enumerate(benda)]
    benda = benda or {}
    return {**benda, kepala: _set(benda.get(kepala), sisa, nilai)}


def drop_at(pohon: Pohon, jalur: Jalur) -> Pohon:
    """The tree without the key at a path, and without mappings that this leaves empty."""
    atas = {kunci: isi for kunci, isi in get_at(pohon, jalur[:-1]).items() if kunci != jalur[-1]}
    if atas or len(jalur) == 1 or isinstance(jalur[-2], int):
        return set_at(pohon, jalur[:-1], atas)
    return drop_at(pohon, jalur[:-1])


def shorten(benda: Any, jalur: Jalur = ()) -> Any:
    """The tree as a person would write it: a part that holds nothing but its words, and a list of one text, as bare text."""
    if isinstance(benda, dict):
        if benda.keys() == {"isi"} and jalur[:1] != ("lampiran",) and jalur != ("pasal",) and isinstance(benda["isi"], str):
            return benda["isi"]
        return {kunci: shorten(isi, (*jalur, kunci)) for kunci, isi in benda.items()}
    if isinstance(benda, list):
        if len(benda) == 1 and isinstance(benda[0], str):
            return benda[0]
        return [shorten(isi, jalur) for isi in benda]
    return benda
