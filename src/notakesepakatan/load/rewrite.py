"""YAML text and the data it should hold to YAML text that differs only in the lines meant.

An entry of a block mapping or list is kept as the lines it stands on, with the comments right above it; only what
changed inside is written anew, in the style it had. Comments indented deeper than what follows stay with what is above.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product
from json import dumps
from typing import Any

import yaml

from notakesepakatan.load.yaml import LOADER, YamlDitolak, read_yaml
from notakesepakatan.temuan import Tempat, Temuan

_LEBAR = 110
_PANJANG = 90
"""A text longer than this is folded when it is new."""
_SINGKAT = 5
_MIRIP = 0.3
_KOSONG = "tag:yaml.org,2002:null"
_TEKS = "tag:yaml.org,2002:str"
_ATAS = re.compile(r"(?: *(?:#.*)?\n)*")
"""Comments and blank lines."""

_TAK_TERSUNTING = Temuan(
    Tempat(""), "", "tak-tersunting", "perubahan ini tidak dapat ditulis tanpa mengubah baris lain dari berkasnya",
    "sunting berkasnya dengan penyunting teks",
)  # fmt: skip

Ganti = tuple[int, int, str]
"""Characters from, to, and what stands there instead."""


def rewrite(teks: str, data: Any) -> str:
    """The text changed so that it reads as `data`: mappings, lists, texts and None.

    Raises:
        YamlDitolak: the old text is none that this program reads, or the new one would be none, or other lines would change.
    """
    lama = read_yaml(teks.encode(), "").data
    if lama == data:
        return teks
    if (banyak := teks.count("\r\n")) and banyak == teks.count("\n"):
        return rewrite(teks.replace("\r\n", "\n"), data).replace("\n", "\r\n")
    akar = yaml.compose(teks, Loader=LOADER)
    if isinstance(akar, yaml.CollectionNode) and not akar.flow_style and type(lama) is type(data) and data:
        lengkap = teks if teks.endswith("\n") else teks + "\n"
        hasil = _apply(lengkap, 0, len(lengkap), _collection(lengkap, akar, lama, data, 0, len(lengkap)))
        if read_yaml(hasil.encode(), "").data != data:
            raise YamlDitolak([_TAK_TERSUNTING])
        return hasil
    return _dump(_node(data))  # the few shapes that cannot be edited in place: an empty file, a flow mapping as root


def _apply(teks: str, awal: int, akhir: int, ganti: Iterator[Ganti]) -> str:
    hasil = []
    for dari, sampai, baru in sorted(ganti):
        hasil += [teks[awal:dari], baru]
        awal = sampai
    return "".join((*hasil, teks[awal:akhir]))


@dataclass(frozen=True)
class _Butir:
    """An entry of a block collection: where its lines are, where its value may begin, and the value."""

    awal: int
    akhir: int
    setelah: int
    nilai: yaml.Node


def _collection(teks: str, simpul: yaml.CollectionNode, lama: Any, baru: Any, setelah: int, batas: int) -> Iterator[Ganti]:
    """Changes of a block collection that stays one and holds something before and after."""
    kolom, menempel = simpul.start_mark.column, "\n" not in teks[setelah : simpul.start_mark.index] and setelah > 0
    butir = _entries(teks, simpul, setelah, batas, menempel)
    if isinstance(baru, dict):
        nama = list(lama)
        susunan: list[tuple[int | None, Any, Any]] = [
            (nama.index(k) if k in lama else None, k, baru[k]) for k in _order(nama, list(baru))
        ]
    else:
        susunan = [(asal, i, baru[i]) for i, asal in enumerate(_pair(lama, baru))]
    potongan = []
    for asal, kunci, nilai in susunan:
        if asal is None:
            utuh = _mapping([(_node(kunci), _node(nilai))]) if isinstance(baru, dict) else _list([_node(nilai)])
            baris = _indent(_dump(utuh, kolom), kolom)
            renggang = teks[butir[-1].awal] == "\n" and len(butir) > 1
            potongan.append("\n" * renggang + " " * kolom + baris)
            continue
        b, dulu = butir[asal], lama[kunci] if isinstance(baru, dict) else lama[asal]
        potongan.append(" " * (kolom * (menempel and asal == 0)))
        potongan.append(_apply(teks, b.awal, b.akhir, _value(teks, b, dulu, nilai, kolom, isinstance(baru, list))))
    hasil = "".join(potongan)
    yield butir[0].awal, butir[-1].akhir, hasil.lstrip(" \n") if menempel else hasil


def _entries(teks: str, simpul: yaml.CollectionNode, setelah: int, batas: int, menempel: bool) -> list[_Butir]:
    kolom = simpul.start_mark.column
    if menempel:
        awal = simpul.start_mark.index
    elif setelah:
        awal = _next_line(teks, setelah)
    else:
        awal = simpul.start_mark.index - kolom
    hasil = []
    for anak in simpul.value:
        nilai = anak[1] if isinstance(anak, tuple) else anak
        titik = teks.index(":", anak[0].end_mark.index) + 1 if isinstance(anak, tuple) else _dash(teks, awal)
        akhir = _cut(teks, _next_line(teks, max(_end(teks, nilai), titik)), batas, kolom)
        hasil.append(_Butir(awal, akhir, titik, nilai))
        awal = akhir
    return hasil


def _dash(teks: str, awal: int) -> int:
    """Behind the hyphen of the list item whose lines begin here, past the comments above it."""
    return teks.index("-", _ATAS.match(teks, awal).end()) + 1  # type: ignore[union-attr] # it matches the empty text


def _next_line(teks: str, letak: int) -> int:
    ganti = teks.find("\n", letak)
    return len(teks) if ganti < 0 else ganti + 1


def _end(teks: str, simpul: yaml.Node) -> int:
    """Where the last words of a value end; blank lines behind a block scalar are not of it unless it keeps them."""
    if isinstance(simpul, yaml.CollectionNode) and not simpul.flow_style:
        anak = simpul.value[-1]
        if not isinstance(anak, tuple):
            return max(_end(teks, anak), int(anak.start_mark.index))
        return max(_end(teks, anak[1]), teks.index(":", anak[0].end_mark.index) + 1)
    awal, akhir = simpul.start_mark.index, simpul.end_mark.index
    if isinstance(simpul, yaml.ScalarNode) and simpul.style in ("|", ">") and "+" in _head(teks, awal):
        return int(akhir) - 1
    return awal + len(teks[awal:akhir].rstrip())


def _head(teks: str, awal: int) -> str:
    """The indicators of a block scalar."""
    return teks[awal : _next_line(teks, awal)].partition("#")[0]


def _cut(teks: str, mulai: int, batas: int, kolom: int) -> int:
    """Where an entry's lines end: behind the comments that are indented deeper than its column."""
    akhir, baris = mulai, mulai
    while baris < batas:
        isi = teks[baris : _next_line(teks, baris)]
        polos = isi.lstrip(" ")
        if polos.startswith("#") and len(isi) - len(polos) > kolom:
            akhir = baris + len(isi)
        elif polos != "\n":
            break
        baris += len(isi)
    return akhir


def _order(lama: Sequence[str], baru: Sequence[str]) -> list[str]:
    """Keys in the order of the file, each new one behind the key it follows in the new data."""
    hasil = [k for k in lama if k in baru]
    for i, k in enumerate(baru):
        if k not in lama:
            hasil.insert(hasil.index(baru[i - 1]) + 1 if i else 0, k)
    return hasil


def _pair(lama: Sequence[Any], baru: Sequence[Any]) -> list[int | None]:
    """For each new item the old one it came from: equal ones in order, equal ones moved, then the likest."""
    a, b = ([dumps(satu, sort_keys=True) for satu in daftar] for daftar in (lama, baru))
    hasil: dict[int, int] = {}
    for i, j, n in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        hasil |= {j + k: i + k for k in range(n)}
    sisa_a = [i for i in range(len(a)) if i not in hasil.values()]
    sisa_b = [j for j in range(len(b)) if j not in hasil]
    nilai = [(_likeness(lama, a, i, baru, b, j), -abs(i - j), i, j) for i, j in product(sisa_a, sisa_b)]
    for mirip, _, i, j in sorted(nilai, reverse=True):
        if mirip >= _MIRIP and i not in hasil.values() and j not in hasil:
            hasil[j] = i
    return [hasil.get(j) for j in range(len(baru))]


def _likeness(lama: Sequence[Any], a: Sequence[str], i: int, baru: Sequence[Any], b: Sequence[str], j: int) -> float:
    if a[i] == b[j]:
        return 3
    x, y = lama[i], baru[j]
    if isinstance(x, dict) and isinstance(y, dict) and x.get("kunci") and x.get("kunci") == y.get("kunci"):
        return 2
    p, q = Counter(re.findall(r"\w+", a[i])), Counter(re.findall(r"\w+", b[j]))
    setempat = _MIRIP if i == j and len(a) == len(b) else 0.0
    return setempat + 2 * sum((p & q).values()) / ((p.total() + q.total()) or 1)


def _value(teks: str, b: _Butir, lama: Any, baru: Any, kolom: int, daftar: bool) -> Iterator[Ganti]:
    """Changes of the value of one entry."""
    simpul: Any = b.nilai
    if lama == baru:
        return
    tetap = isinstance(simpul, yaml.CollectionNode) and type(lama) is type(baru)
    if tetap and not simpul.flow_style and baru:
        yield from _collection(teks, simpul, lama, baru, b.setelah, b.akhir)
    elif tetap and simpul.flow_style and _flat(lama) and _flat(baru):
        yield from _flow(simpul, lama, baru)
    else:
        yield from _anew(teks, b, baru, kolom, daftar)


def _anew(teks: str, b: _Butir, baru: Any, kolom: int, daftar: bool) -> Iterator[Ganti]:
    """A value written anew in its place, its comment kept: what follows the first line goes below the comment."""
    simpul, akhir = b.nilai, _end(teks, b.nilai)
    awal = simpul.start_mark.index
    if akhir <= awal or (isinstance(simpul, yaml.CollectionNode) and not simpul.flow_style):
        awal, akhir = b.setelah, max(akhir, b.setelah)
    isi = _node(baru)
    if isinstance(simpul, yaml.ScalarNode) and isi.tag == _TEKS and (simpul.style or akhir - awal > _PANJANG):
        isi.style = simpul.style
    induk = _list([isi]) if daftar else _mapping([(_node("x"), isi)])
    tulisan = _indent(_dump(induk, kolom, lipat=getattr(isi, "style", ">") == ">"), kolom)
    kepala, _, ekor = tulisan[1 if daftar else 2 :].removesuffix("\n").partition("\n")
    if (
        ekor and getattr(isi, "style", None) and teks[awal:].startswith(kepala.strip())
    ):  # a block scalar stays one, with what its head says
        yield _next_line(teks, awal), akhir, ekor
        return
    yield awal, akhir, kepala if awal == b.setelah else kepala.lstrip(" ")
    if ekor:
        ujung = max(_next_line(teks, akhir) - 1, akhir)
        yield ujung, ujung, "\n" + ekor


def _flow(simpul: yaml.CollectionNode, lama: Any, baru: Any) -> Iterator[Ganti]:
    """A flow collection of texts: the texts that changed, or all of it where its shape did."""
    kunci = list(lama) if isinstance(lama, dict) else list(range(len(lama)))
    if kunci != (list(baru) if isinstance(baru, dict) else list(range(len(baru)))):
        isi = _node(baru)
        isi.flow_style = True
        yield simpul.start_mark.index, simpul.end_mark.index, _dump(isi, lipat=False).strip()
        return
    for k, anak in zip(kunci, simpul.value, strict=True):
        nilai = anak[1] if isinstance(anak, tuple) else anak
        if lama[k] != baru[k]:
            isi = _node(baru[k])
            isi.style = nilai.style if isinstance(nilai, yaml.ScalarNode) and isi.tag == _TEKS else None
            awal, akhir = nilai.start_mark.index, nilai.end_mark.index
            yield awal, akhir, " " * (awal == akhir) + _dump(_list([isi], flow=True), lipat=False).strip()[1:-1]


def _flat(baru: Any) -> bool:
    isi = list(baru.values()) if isinstance(baru, dict) else baru
    return bool(baru) and all(satu is None or isinstance(satu, str) for satu in isi)


def _node(nilai: Any) -> Any:
    if isinstance(nilai, dict):
        return _mapping([(_node(k), _node(v)) for k, v in nilai.items()], flow=not nilai)
    if isinstance(nilai, list):
        return _list([_node(satu) for satu in nilai], flow=all(isinstance(t, str) and len(t) <= _SINGKAT for t in nilai))
    if nilai is None:
        return yaml.ScalarNode(_KOSONG, "null")
    return yaml.ScalarNode(_TEKS, str(nilai), style=">" if len(str(nilai)) > _PANJANG else None)


def _mapping(isi: list[tuple[Any, Any]], *, flow: bool = False) -> yaml.MappingNode:
    return yaml.MappingNode("tag:yaml.org,2002:map", isi, flow_style=flow)


def _list(isi: list[Any], *, flow: bool = False) -> yaml.SequenceNode:
    return yaml.SequenceNode("tag:yaml.org,2002:seq", isi, flow_style=flow)


class _Penulis(yaml.BaseDumper):
    """PyYAML's writer, to which everything is text but what this project reads as nothing; it quotes doubly."""

    def choose_scalar_style(self) -> Any:
        gaya = super().choose_scalar_style()
        return '"' if gaya == "'" and getattr(self.event, "style", None) != "'" else gaya


_Penulis.add_implicit_resolver(_KOSONG, re.compile("(?:~|null|)$"), ["~", "n", ""])


def _dump(simpul: yaml.Node, kolom: int = 0, *, lipat: bool = True) -> str:
    lebar = max(_LEBAR - kolom, 40) if lipat else 10**9
    hasil: str = yaml.serialize(simpul, Dumper=_Penulis, allow_unicode=True, width=lebar)
    return hasil


def _indent(teks: str, kolom: int) -> str:
    """Every line but the first moved to the right."""
    return re.sub(r"\n(?=[^\n])", "\n" + " " * kolom, teks)
