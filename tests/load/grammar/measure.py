"""How much of a text stands in its place: the data that was read, walked with their places."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from load.grammar.texts import Text
from notakesepakatan.load.grammar.labels import split_label
from notakesepakatan.model.pasal import HEADS
from notakesepakatan.place import RINCIAN, keys_of, nth_label

_LISTS = ("ayat", *RINCIAN)
_ORDER = re.compile(r"\A(?:[IVX]+|\d+)\.\s+")


def places(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every text of an agreement with its place: ("pasal.3.ayat.2", "…")."""
    yield "jenis", data["jenis"]
    yield "judul", f"antara dan dengan tentang {data['judul']}"
    for key, text in data.get("kalimat", {}).items():
        for one in text if isinstance(text, list) else [text]:
            yield f"kalimat.{key}", one
    parties = data["para_pihak"]
    for key, pihak in zip(keys_of(len(parties)), parties, strict=True):
        yield from _places_of_pihak(key, pihak)
    for i, law in enumerate(data.get("dasar_hukum", [])):
        said = law if isinstance(law, str) else " ".join(_leaves(law))
        yield f"dasar_hukum.{i + 1}", f"{said} nomor tahun tentang"
    for i, one in enumerate(data.get("pertimbangan", [])):
        yield from _places_below(one, f"pertimbangan.{nth_label('huruf', i + 1)}")
    count = 0
    for pasal in data.get("pasal", []):
        count = int(re.sub(r"\D", "", pasal.get("nomor", str(count + 1))))
        place = f"pasal.{pasal.get('nomor', count)}"
        heading = f"pasal {pasal.get('nomor', count)} {pasal.get('judul', '')}"
        yield place, heading
        yield f"{place}.judul", pasal.get("judul", "")
        heads = " ".join(pasal.get(key, "") for key in HEADS)
        numbers = "bab i ii iii bagian kesatu kedua paragraf 1"
        yield f"{place}.bab", f"{numbers} {heads}"
        yield from _places_below(pasal, place)
    annexes = data.get("lampiran", [])
    for i, one in enumerate([annexes] if isinstance(annexes, dict) else annexes):
        place = f"lampiran.{i + 1}"
        yield f"{place}.kepala", " ".join(one.get("kepala", []))
        yield f"{place}.judul", " ".join(one["judul"])
        yield f"{place}.tabel", " ".join(_leaves(one.get("tabel", {})))
        yield from _places_below(one, place)
    for key in ("saksi", "mengetahui"):
        yield key, " ".join([key, *_leaves(data.get(key, []))])


def _places_of_pihak(key: str, pihak: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    said = ("pejabat", "jabatan", "kedudukan", "kalimat", "sebutan")
    yield f"para_pihak.{key}.nama", pihak.get("nama_judul", pihak["nama"])
    words = [pihak.get(one, "") for one in said]
    words += _leaves(pihak.get("baris", []))
    yield f"para_pihak.{key}", " ".join(["nama jabatan alamat", *words])
    yield "nomor", f"nomor {pihak.get('nomor', '')}"
    sebutan = pihak.get("sebutan", f"PIHAK {key.upper()}")
    above = pihak.get("tanda_tangan", [pihak["jabatan"]])
    signed = [sebutan, *above, pihak.get("pejabat", ""), *pihak.get("bawah_nama", [])]
    yield "tanda_tangan", " ".join(signed)


def _places_below(part: Any, place: str) -> Iterator[tuple[str, str]]:
    """Texts of a part; that of an item stands at the item's own place."""
    if isinstance(part, str):
        yield place, part
        return
    is_top = place.count(".") == 1 and not place.startswith("pertimbangan")
    yield (f"{place}.isi" if is_top else place), part.get("isi", "")
    for text in part.get("paragraf", []):
        yield f"{place}.paragraf", text
    yield place, " ".join(_leaves(part.get("baris", [])))
    yield f"{place}.penutup", part.get("penutup", "")
    for kind in _LISTS:
        for count, item in enumerate(part.get(kind, []), 1):
            nomor = item.get("nomor") if isinstance(item, dict) else None
            label = nomor or nth_label(kind, count)
            yield from _places_below(item, f"{place}.{kind}.{label}")


def _leaves(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, Mapping):
        for value in node.values():
            yield from _leaves(value)
    else:
        for value in node:
            yield from _leaves(value)


def right_words(text: Text, data: Mapping[str, Any]) -> tuple[int, int, list[str]]:
    """Words in the right place, all words, and the lines that stand elsewhere."""
    by_place = dict[str, list[str]]()
    for place, said in places(data):
        by_place.setdefault(place, []).append(_bare(said))
    right, every = 0, 0
    wrong = list[str]()
    for words, place in text.lines:
        many = len(words.split())
        every += many
        if not place or _is_there(words, by_place.get(place, []), place):
            right += many
        else:
            wrong.append(f"{place}: {words[:60]}")
    return right, every, wrong


def _is_there(words: str, said: list[str], place: str) -> bool:
    _, text = split_label(" ".join(words.split()))
    if place.startswith("para_pihak"):
        text = _ORDER.sub("", text, count=1)
    wanted = _bare(text).split()
    whole = " ".join(said).split()
    return all(token in whole for token in wanted)


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w/]+", " ", text.casefold()).split())
