"""The data of a draft to the tree of fields that its form draws, made from the model: a new key needs no new code."""

from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from notakesepakatan.compute.kisi import PROGRAM, cell, columns, grid_rows
from notakesepakatan.compute.penomoran import Jalur
from notakesepakatan.compute.pohon import get_at, labels, level
from notakesepakatan.compute.rujukan import unit_words
from notakesepakatan.compute.suntingan import Data, read_text, shape
from notakesepakatan.data import kelas_di, tipe_di
from notakesepakatan.model.kesepakatan import Kesepakatan, keys_of
from notakesepakatan.model.pasal import TINGKAT

_LABEL = {
    "up": "u.p.",
    "email": "Surel",
    "program": "Rencana Kerja",
    "frasa": "Kata sambung ke perubahan",
    "kunci": "Nama untuk rujukan",
    "korespondensi": "Alamat surat",
    "abaikan": "Temuan yang diabaikan",
}
_ANGGOTA = {"para_pihak": "Pihak", "korespondensi": "Alamat", "riwayat_nama": "Nama lain", "abaikan": "Temuan"}
_BERTINGKAT = ("ayat", *TINGKAT)
_JARANG = ("nomor", "kunci", "korespondensi", "penutup", "dihapus", "angka")
"""Of a numbered part: shown only where they say something, else folded away."""


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
        pilihan: what may be chosen.
        anak: fields of a group, groups of a list.
        lipat: fields of a group that are folded away, since they are empty.
        tambah: lists that may be begun here: path and name of an item.
        bagian: whether it is one item of a list, which can be moved and deleted.
        pecah: whether its words can be split in two.
    """

    nama: str
    bentuk: str
    label: str
    nilai: str = ""
    wajib: bool = False
    bantuan: str = ""
    pilihan: tuple[str, ...] = ()
    anak: tuple["Ruas", ...] = ()
    lipat: tuple["Ruas", ...] = ()
    tambah: tuple[tuple[str, str], ...] = ()
    bagian: bool = False
    pecah: bool = False


def form_of(data: Data) -> tuple[Ruas, ...]:
    """The sections of the form: what stands alone first, then each key of the agreement."""
    pokok, bagian = [], []
    for nama in Kesepakatan.model_fields:
        satu = _field(data, (nama,))
        if satu.bentuk in ("kelompok", "daftar"):
            bagian.append(satu)
        else:
            pokok.append(satu)
    return (Ruas("pokok", "kelompok", "Pokok", anak=tuple(pokok)), *bagian)


def name_of(jalur: Jalur) -> str:
    """A key as people say it: ("para_pihak", 0, "jabatan_tanda_tangan") -> "Jabatan tanda tangan"."""
    nama = str(jalur[-1])
    return _LABEL.get(nama, nama.replace("_", " ").capitalize())


def place_words(nama: str) -> str:
    """A path in words: "para_pihak.0.nama" -> "Para pihak 1 › Nama"."""
    hasil: list[str] = []
    for satu in nama.split("."):
        if satu.isdigit() and hasil:
            hasil[-1] += f" {int(satu) + 1}"
        elif satu != "isi" or not hasil:
            hasil.append(name_of((satu,)))
    return " › ".join(hasil)


def references(data: Data, jalur: Jalur = ("pasal",), atas: str = "") -> list[tuple[str, str]]:
    """Every part that may be referred to: path, and its address with its first words."""
    hasil = []
    daftar = get_at(data, jalur) or []
    for i, (isi, nomor) in enumerate(zip(daftar, _numbers(daftar, jalur), strict=True)):
        sini = (*jalur, i)
        alamat = f"{atas} {nomor}".strip()
        kata = (isi.get("judul") if isinstance(isi, dict) else "") or read_text(data, (*sini, "isi"))
        hasil.append((_join(sini), f"{alamat} – {kata[:60]}" if kata else alamat))
        for anak in _BERTINGKAT:
            if isinstance(isi, dict) and isi.get(anak):
                hasil += references(data, (*sini, anak), alamat)
    return hasil


def _join(jalur: Jalur) -> str:
    return ".".join(map(str, jalur))


def _numbers(daftar: list[Any], jalur: Jalur) -> list[str]:
    """How each item is named: "Pasal 3", "ayat (2)", "Pihak 1"."""
    satuan = level(jalur)
    if satuan is None:
        return [f"{_ANGGOTA.get(str(jalur[-1]), name_of(jalur))} {i + 1}" for i in range(len(daftar))]
    nomor = labels([satu if isinstance(satu, dict) else {} for satu in daftar], jalur)
    return [unit_words(satuan, satu) for satu in nomor]


def _field(data: Data, jalur: Jalur) -> Ruas:
    kelas, nama = kelas_di(Kesepakatan, jalur[:-1]), str(jalur[-1])
    ruas = kelas.model_fields.get(nama) if kelas else None
    label, wajib, bantuan = name_of(jalur), bool(ruas and ruas.is_required()), (ruas.description or "") if ruas else ""
    if jalur == PROGRAM:
        return Ruas(_join(jalur), "kisi", label, wajib=wajib)
    bentuk, tipe = shape(jalur), tipe_di(Kesepakatan, jalur)
    if bentuk is not None:
        if pilihan := _choices(tipe, nama):
            return Ruas(_join(jalur), "pilihan", label, read_text(data, jalur), wajib, bantuan, pilihan)
        bentuk = "hari" if "TTTT" in bantuan or nama in ("sejak", "sampai") else bentuk
        return Ruas(_join(jalur), bentuk, label, read_text(data, jalur), wajib, bantuan)
    if get_origin(tipe) is dict or kelas_di(Kesepakatan, jalur) is None:
        anak = tuple(_field(data, (*jalur, k)) for k in keys_of(len(data.get("para_pihak") or ())))
        return Ruas(_join(jalur), "kelompok", label, bantuan=bantuan, anak=anak)
    if tipe_di(Kesepakatan, (*jalur, 0)) is not None:
        return _list(data, jalur, label)
    return _group(data, jalur, label)


def _choices(tipe: Any, nama: str) -> tuple[str, ...]:
    if nama == "dihapus":
        return ("ya", "tidak")
    for dalam in (tipe, *get_args(tipe)):
        if get_origin(dalam) is Literal:
            return get_args(dalam)
    return ()


def _list(data: Data, jalur: Jalur, label: str) -> Ruas:
    daftar = get_at(data, jalur) or []
    anak = tuple(_group(data, (*jalur, i), nomor, bagian=True) for i, nomor in enumerate(_numbers(daftar, jalur)))
    return Ruas(_join(jalur), "daftar", label, anak=anak, tambah=((_join(jalur), _item_name(jalur)),))


def _item_name(jalur: Jalur) -> str:
    return _ANGGOTA.get(str(jalur[-1]), name_of(jalur)).lower()


def _group(data: Data, jalur: Jalur, label: str, *, bagian: bool = False) -> Ruas:
    kelas = kelas_di(Kesepakatan, jalur)
    bernomor = bagian and level(jalur[:-1]) is not None
    anak, lipat = list[Ruas](), list[Ruas]()
    tambah = list[tuple[str, str]]()
    for nama in kelas.model_fields:
        sini = (*jalur, nama)
        if nama in _BERTINGKAT and bernomor and tipe_di(Kesepakatan, (*sini, 0)) is not None:
            if get_at(data, sini):
                anak.append(_field(data, sini))
            continue
        satu = _field(data, sini)
        if satu.bentuk == "daftar" and not satu.anak and bernomor:
            tambah += satu.tambah
        elif _folded(satu, bernomor) or (nama == "isi" and get_at(data, (*jalur, "ayat"))):
            lipat.append(satu)
        else:
            anak.append(satu)
    tambah += [(_join((*jalur, t)), t) for t in _next_levels(data, jalur)]
    teks = read_text(data, (*jalur, "judul")) or read_text(data, (*jalur, "nama"))
    return Ruas(
        _join(jalur),
        "kelompok",
        label,
        teks if bagian else "",
        anak=tuple(anak),
        lipat=tuple(lipat),
        tambah=tuple(tambah),
        bagian=bagian,
        pecah=bernomor and jalur[-2] in ("pertimbangan", *_BERTINGKAT),
    )


def _folded(satu: Ruas, bernomor: bool) -> bool:
    if satu.bentuk == "kelompok":
        return not any(anak.nilai or anak.anak for anak in satu.anak)
    if satu.nama.endswith(".kunci"):
        return True  # the reference picker gives these names; people need not see them
    if satu.nilai or satu.wajib or satu.bentuk in ("daftar", "kisi"):
        return False
    return bernomor or satu.nama.rpartition(".")[2] in _JARANG[1:]


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
    """A row of the grid: path of its stage, path of its programme on its first row, number, depth, cells."""

    nama: str
    program: str
    nomor: str
    dalam: int
    sel: tuple[tuple[str, str, str], ...]


def grid(data: Data) -> tuple[list[str], list[BarisTabel]]:
    """Heads of the columns, and rows; a cell is its path, its text and its column's name."""
    pihak = [
        read_text(data, ("para_pihak", i, "sebutan")) or f"Pihak {k.replace('_', ' ')}"
        for i, k in enumerate(keys_of(len(data.get("para_pihak") or ())))
    ]
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
    baris, nomor = [], 0
    for satu in grid_rows(data):
        nomor += satu.program is not None
        sel = [(cell(satu, kolom), k) for kolom, k in zip(columns(data), kepala, strict=True)]
        isi = tuple((_join(j), read_text(data, j), k) if j else ("", "", k) for j, k in sel)
        baris.append(
            BarisTabel(
                _join(satu.jalur),
                _join(satu.program) if satu.program else "",
                str(nomor) if satu.program else "",
                satu.dalam,
                isi,
            )
        )
    return kepala, baris
