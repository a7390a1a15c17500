"""The data of a draft to the tree of fields that its form draws, made from the model: a new key needs no new code."""

import re
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from notakesepakatan.compute.editing.edits import Data, read_text, shape
from notakesepakatan.compute.editing.grid import PROGRAM, cell, columns, grid_rows, party_keys
from notakesepakatan.compute.text.numbering import Jalur
from notakesepakatan.compute.text.tree import deleted, get_at, level
from notakesepakatan.data import kelas_di, tipe_di
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pasal import TINGKAT
from notakesepakatan.web.editor.places import Nomor, item_name, kind_of, name_of
from notakesepakatan.web.editor.temuan import PILIHAN

LAMPIRAN = ("lampiran",)
_BERTINGKAT = ("ayat", *TINGKAT)
_JARANG = ("nomor", "kunci", "korespondensi", "penutup", "dihapus", "angka")
"""Of a numbered part: shown only where they say something, else folded away."""

Pilihan = tuple[tuple[str, str], ...]
"""What may be chosen: the value and what it is called."""


@dataclass(frozen=True)
class Ruas:
    """A field, a group of fields, or a list of groups.

    Attributes:
        nama: path, with dots.
        bentuk: "teks", "baris", "tahun", "hari", "pilihan", "kelompok", "daftar", "kisi".
        label: its name, in Indonesian.
        nilai: what it holds, as typed.
        wajib: whether it must be filled.
        bantuan: a word of help.
        pilihan: what may be chosen: values and what they are called.
        anak: fields of a group, groups of a list.
        lipat: fields of a group that are folded away, since they are empty.
        tambah: lists that may be begun here: path and name of an item.
        bagian: whether it is one item of a list, which can be moved and deleted.
        pecah: whether its words can be split in two.
        dihapus: whether an adendum deleted it, so that only its number stands on paper.
        lepas: whether the whole group may be taken away.
    """

    nama: str
    bentuk: str
    label: str
    nilai: str = ""
    wajib: bool = False
    bantuan: str = ""
    pilihan: Pilihan = ()
    anak: tuple["Ruas", ...] = ()
    lipat: tuple["Ruas", ...] = ()
    tambah: tuple[tuple[str, str], ...] = ()
    bagian: bool = False
    pecah: bool = False
    dihapus: bool = False
    lepas: bool = False


def form_of(data: Data, nomor: Nomor) -> tuple[Ruas, ...]:
    """The sections of the form: what stands alone first, then each key of the agreement."""
    pokok, bagian, pembuat = [], [], _Pembuat(data, nomor)
    for nama in Kesepakatan.model_fields:
        satu = pembuat.field((nama,))
        if satu.bentuk in ("kelompok", "daftar"):
            bagian.append(satu)
        else:
            pokok.append(satu)
    return (Ruas("pokok", "kelompok", "Pokok", anak=tuple(pokok)), *bagian)


def references(
    data: Data, nomor: Nomor, terbaca: Kesepakatan | None = None, jalur: Jalur = ("pasal",), atas: str = ""
) -> list[tuple[str, str]]:
    """Every part that may be referred to: path, and its address with its first words, as they read where that is known."""
    hasil = []
    daftar = get_at(data, jalur)
    for i, isi in enumerate(daftar if isinstance(daftar, list) else ()):
        sini = (*jalur, i)
        if isinstance(isi, dict) and deleted(isi):
            continue
        alamat = f"{atas} {item_name(sini, nomor)}".strip()
        kata = _words(data, nomor, terbaca, (*sini, "judul")) or _words(data, nomor, terbaca, (*sini, "isi"))
        hasil.append((_join(sini), f"{alamat} – {kata[:60]}" if kata else alamat))
        for anak in _BERTINGKAT:
            if isinstance(isi, dict) and isi.get(anak):
                hasil += references(data, nomor, terbaca, (*sini, anak), alamat)
    return hasil


def _words(data: Data, nomor: Nomor, terbaca: Kesepakatan | None, jalur: Jalur) -> str:
    """A text as it reads; where the draft does not read, as typed with what is known filled in, and dots for the rest."""
    benda: Any = terbaca
    for langkah in jalur:
        if isinstance(langkah, int):
            benda = benda[langkah] if isinstance(benda, tuple) and langkah < len(benda) else None
        else:
            benda = getattr(benda, langkah, None)
    kata = benda if isinstance(benda, str) else read_text(data, jalur)
    return re.sub(r"\[\[(.*?)\]\]", lambda cocok: _known(data, nomor, cocok[1].strip().split(".")), kata)


def _known(data: Data, nomor: Nomor, langkah: list[str]) -> str:
    """What the data say at the path of an isian; dots where they say nothing."""
    kunci = party_keys(data)
    if len(langkah) == 3 and langkah[0] == "para_pihak" and langkah[1] in kunci:
        pihak: Jalur = ("para_pihak", kunci.index(langkah[1]))
        return item_name(pihak, nomor) if langkah[2] == "sebutan" else read_text(data, (*pihak, langkah[2])) or "…"
    return (read_text(data, tuple(langkah)) if shape(tuple(langkah)) else "") or "…"


def _join(jalur: Jalur) -> str:
    return ".".join(map(str, jalur))


class _Pembuat:
    """Makes the fields of one state of the data."""

    def __init__(self, data: Data, nomor: Nomor) -> None:
        self._data, self._nomor = data, nomor

    def field(self, jalur: Jalur) -> Ruas:
        """The field, group or list at a path."""
        kelas, nama = kelas_di(Kesepakatan, jalur[:-1]), str(jalur[-1])
        ruas = kelas.model_fields.get(nama) if kelas else None
        label, wajib, bantuan = name_of(jalur), bool(ruas and ruas.is_required()), (ruas.description or "") if ruas else ""
        if jalur == PROGRAM:
            return Ruas(_join(jalur), "kisi", label, wajib=wajib)
        if jalur == LAMPIRAN and self._data.get("lampiran") is None:
            return Ruas(_join(jalur), "kelompok", label, tambah=((_join(jalur), label),))
        bentuk, tipe, nilai = shape(jalur), tipe_di(Kesepakatan, jalur), read_text(self._data, jalur)
        if bentuk is not None:
            if pilihan := _choices(tipe, nama, nilai, wajib):
                return Ruas(_join(jalur), "pilihan", label, nilai, wajib, bantuan, pilihan)
            bentuk = "hari" if "TTTT" in bantuan or nama in ("sejak", "sampai") else bentuk
            return Ruas(_join(jalur), bentuk, label, nilai, wajib, bantuan)
        if get_origin(tipe) is dict or kelas_di(Kesepakatan, jalur) is None:
            anak = tuple(self.field((*jalur, k)) for k in party_keys(self._data))
            return Ruas(_join(jalur), "kelompok", label, bantuan=bantuan, anak=anak)
        if tipe_di(Kesepakatan, (*jalur, 0)) is not None:
            return self._list(jalur, label)
        return self._group(jalur, label)

    def _list(self, jalur: Jalur, label: str) -> Ruas:
        daftar = get_at(self._data, jalur)
        banyak = len(daftar) if isinstance(daftar, list) else 0
        anak = tuple(self._group((*jalur, i), item_name((*jalur, i), self._nomor), bagian=True) for i in range(banyak))
        return Ruas(_join(jalur), "daftar", label, anak=anak, tambah=((_join(jalur), kind_of(jalur)),))

    def _group(self, jalur: Jalur, label: str, *, bagian: bool = False) -> Ruas:
        kelas = kelas_di(Kesepakatan, jalur)
        bernomor = bagian and level(jalur[:-1]) is not None
        anak, lipat = list[Ruas](), list[Ruas]()
        tambah = list[tuple[str, str]]()
        for nama in kelas.model_fields:
            sini = (*jalur, nama)
            if nama in _BERTINGKAT and bernomor and tipe_di(Kesepakatan, (*sini, 0)) is not None:
                if get_at(self._data, sini):
                    anak.append(self.field(sini))
                continue
            satu = self.field(sini)
            if satu.bentuk == "daftar" and not satu.anak and bernomor:
                tambah += satu.tambah
            elif self._folded(satu, sini, bernomor):
                lipat.append(satu)
            else:
                anak.append(satu)
        tambah += [(_join((*jalur, t)), t) for t in _next_levels(self._data, jalur)]
        isi = get_at(self._data, jalur)
        dihapus = isinstance(isi, dict) and deleted(isi)
        teks = next((t for nama in ("judul", "nama", "tentang") if (t := read_text(self._data, (*jalur, nama)))), "")
        return Ruas(
            _join(jalur),
            "kelompok",
            label,
            (teks or read_text(self._data, (*jalur, "isi"))[:80] * dihapus) if bagian else "",
            anak=tuple(anak),
            lipat=tuple(lipat),
            tambah=tuple(tambah),
            bagian=bagian,
            pecah=bernomor and jalur[-2] in ("pertimbangan", *_BERTINGKAT),
            dihapus=dihapus,
            lepas=jalur == LAMPIRAN,
        )

    def _folded(self, satu: Ruas, jalur: Jalur, bernomor: bool) -> bool:
        atas, nama = jalur[:-1], str(jalur[-1])
        if nama == "isi" and get_at(self._data, (*atas, "ayat")):
            return True
        if atas[:-1] == ("pasal",) and nama in ("judul", "isi"):
            return False
        if satu.bentuk == "kelompok":
            baru = atas[:-1] == ("dasar_hukum",) and not read_text(self._data, (*atas, "tentang"))
            return not baru and not any(anak.nilai or anak.anak for anak in satu.anak)
        if nama == "kunci":
            return True  # the reference picker gives these names; people need not see them
        if satu.nilai or satu.wajib or satu.bentuk in ("daftar", "kisi"):
            return False
        return bernomor or nama in _JARANG[1:]


def _choices(tipe: Any, nama: str, nilai: str, wajib: bool) -> Pilihan:
    """What may be chosen, the present value among it."""
    if nama == "dihapus":
        return (("tidak" if nilai == "tidak" else "", "tidak"), ("ya", "ya"))
    for dalam in (tipe, *get_args(tipe)):
        if get_origin(dalam) is Literal:
            ada = get_args(dalam)
            asing = () if nilai in ada or not nilai else ((nilai, nilai),)
            tanpa = (("", "Bawaan"),) if not wajib else () if nilai else (("", "pilih…"),)
            return (*tanpa, *asing, *((satu, PILIHAN.get(satu, satu)) for satu in ada))
    return ()


def _next_levels(data: Data, jalur: Jalur) -> list[str]:
    """Levels of which a first item may be made below a numbered part: the next one; below a pasal also ayat."""
    isi = get_at(data, jalur)
    ada = [t for t in _BERTINGKAT if isinstance(isi, dict) and isi.get(t)]
    if len(jalur) == 2 and jalur[0] == "pasal":
        return [] if "ayat" in ada else ["ayat"] if ada else ["ayat", "huruf"]
    if ada or len(jalur) < 2 or jalur[0] not in ("pasal", "pertimbangan"):
        return []
    if jalur[-2] == "pertimbangan":
        return ["angka"]
    return [t for t in _BERTINGKAT[1:] if jalur[-2] == _BERTINGKAT[_BERTINGKAT.index(t) - 1]]


@dataclass(frozen=True)
class BarisTabel:
    """A row of the grid: path of its stage, path of its programme on its first row, number, depth, cells, whether deleted."""

    nama: str
    program: str
    nomor: str
    dalam: int
    sel: tuple[tuple[str, str, str], ...]
    dihapus: bool = False


def grid(data: Data, nomor: Nomor) -> tuple[list[str], list[BarisTabel]]:
    """Heads of the columns, and rows; a cell is its path, its text and its column's name."""
    pihak = [item_name(("para_pihak", i), nomor) for i, _ in enumerate(party_keys(data))]
    kepala = [
        "Program/Kegiatan",
        "Tahapan",
        "Lokasi",
        "Sumber dana",
        "Tahun",
        *[f"Tugas {p}" for p in pihak],
        "Tugas bersama",
        "Output",
        "Outcome",
    ]
    baris = []
    for satu in grid_rows(data):
        sel = [(cell(satu, kolom), k) for kolom, k in zip(columns(data), kepala, strict=True)]
        isi = tuple((_join(j), read_text(data, j), k) if j else ("", "", k) for j, k in sel)
        program = _join(satu.program) if satu.program else ""
        label = nomor.get(satu.program, "") if satu.program else ""
        baris.append(BarisTabel(_join(satu.jalur), program, label, satu.dalam, isi, _gone(data, satu.jalur)))
    return kepala, baris


def _gone(data: Data, jalur: Jalur) -> bool:
    """Whether a stage, or what it lies in, is deleted."""
    atas = (get_at(data, jalur[:n]) for n in range(3, len(jalur) + 1))
    return any(isinstance(satu, dict) and deleted(satu) for satu in atas)
