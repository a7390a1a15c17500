"""The parts of a draft as an officer calls them: a field's name, a place in the text, the number that an item will have."""

from collections.abc import Mapping
from typing import Any

from notakesepakatan.compute.change.align import align
from notakesepakatan.compute.change.diff import settle
from notakesepakatan.compute.editing.edits import Data, read_text
from notakesepakatan.compute.editing.grid import PROGRAM, party_keys
from notakesepakatan.compute.text.numbering import Jalur, fill_labels
from notakesepakatan.compute.text.rujukan import unit_words
from notakesepakatan.compute.text.tree import ANAK, Pohon, get_at, label_key, labels, level
from notakesepakatan.model.kesepakatan import default_sebutan, keys_of

Nomor = Mapping[Jalur, str]
"""By the path of an item: its number ("7A", "a1"), of a party how it is called."""

_LABEL = {
    "up": "u.p.",
    "email": "Surel",
    "program": "Rencana Kerja",
    "frasa": "Kata sambung ke perubahan",
    "kunci": "Nama untuk rujukan",
    "korespondensi": "Alamat surat",
    "abaikan": "Temuan yang diabaikan",
}
_ANGGOTA = {"korespondensi": "Alamat", "riwayat_nama": "Nama lain", "abaikan": "Temuan"}
_KELOMPOK = {"pertimbangan": "Pertimbangan", "dasar_hukum": "Dasar hukum"}
_PIHAK = keys_of(20)


def name_of(jalur: Jalur) -> str:
    """A key as people say it: ("para_pihak", 0, "jabatan_tanda_tangan") -> "Jabatan tanda tangan"."""
    nama = str(jalur[-1])
    if nama in _PIHAK:
        return default_sebutan(nama)
    return _LABEL.get(nama, nama.replace("_", " ").capitalize())


def kind_of(jalur: Jalur) -> str:
    """What an item of the list at a path is called: "pihak", "alamat", "ayat"."""
    return "pihak" if jalur == ("para_pihak",) else _ANGGOTA.get(str(jalur[-1]), name_of(jalur)).lower()


def item_name(jalur: Jalur, nomor: Nomor) -> str:
    """An item of a list within its part: "Pasal 3", "ayat (2)", "huruf a1", "PIHAK KESATU", "Alamat 1"."""
    deret, i = jalur[:-1], int(jalur[-1])
    if deret == ("para_pihak",):
        return nomor.get(jalur) or (default_sebutan(_PIHAK[i]) if i < len(_PIHAK) else f"PIHAK {i + 1}")
    satuan = level(deret)
    if satuan is None:
        return f"{_ANGGOTA.get(str(deret[-1]), name_of(deret))} {i + 1}"
    label = nomor[jalur] if jalur in nomor else fill_labels([None] * (i + 1), satuan)[-1]
    if deret == PROGRAM:
        return f"Program {label}"
    return f"tahapan {label}".strip() if deret[-1] == "tahapan" else unit_words(satuan, label)


def place_words(nama: str, nomor: Nomor | None = None) -> str:
    """A field's place in words: "pasal.3.ayat.0.huruf.1.isi" -> "Pasal 4 ayat (1) huruf b"."""
    jalur: Jalur = tuple(int(satu) if satu.isdecimal() and len(satu) < 6 else satu for satu in nama.split("."))
    hasil = ""
    for n, langkah in enumerate(jalur):
        sini = jalur[: n + 1]
        if isinstance(langkah, int) and n:
            hasil = _with_item(hasil, sini, nomor or {})
        elif (langkah == "isi" and n) or isinstance(jalur[n + 1] if n + 1 < len(jalur) else None, int):
            continue
        elif langkah == "tugas" and n + 1 < len(jalur):
            hasil += " › Tugas"
        elif n and jalur[n - 1] == "tugas":
            hasil += f" {_party_words(str(langkah), nomor or {})}"
        elif sini != PROGRAM:
            hasil += (" › " if hasil else "") + name_of(sini)
        else:
            hasil = name_of(sini)
    return hasil


def _with_item(hasil: str, jalur: Jalur, nomor: Nomor) -> str:
    """The words so far and an item below them, as the law sets them side by side."""
    deret, kata = jalur[:-1], item_name(jalur, nomor)
    if deret == ("para_pihak",) or deret[:-1] in ((), ("lampiran",)):
        kepala = _KELOMPOK.get(str(deret[0]), "")
        return f"{kepala} {kata}".strip()
    if deret[-1] == "tahapan":
        label = kata.removeprefix("tahapan").strip()
        return hasil if not label else f"{hasil}.{label}" if deret.count("tahapan") > 1 else f"{hasil}, {kata}"
    if level(deret):
        return f"{hasil} {kata}"
    return f"{hasil} › {kata}" if hasil else kata


def _party_words(kunci: str, nomor: Nomor) -> str:
    if kunci not in _PIHAK:
        return kunci
    return item_name(("para_pihak", _PIHAK.index(kunci)), nomor)


def item_numbers(data: Data, lama: Data | None = None) -> dict[Jalur, str]:
    """The number of every item of a numbered list, and how each party is called.

    Args:
        data: the data as typed.
        lama: the text that they amend, whose numbers never shift: what is put in gets a number of its own.
    """
    hasil: dict[Jalur, str] = {}
    for i, kunci in enumerate(party_keys(data)):
        hasil["para_pihak", i] = read_text(data, ("para_pihak", i, "sebutan")) or default_sebutan(kunci)
    for jalur in (("pasal",), ("pertimbangan",), ("dasar_hukum",), PROGRAM):
        dahulu = None if lama is None else _longhand(get_at(lama, jalur), jalur)
        _number(_longhand(get_at(data, jalur), jalur), dahulu, jalur, hasil)
    return hasil


def _longhand(daftar: Any, jalur: Jalur) -> list[Pohon]:
    """The items of a numbered list as mappings, whatever else stands in the data."""
    hasil, kunci = list[Pohon](), label_key(jalur)
    for satu in daftar if isinstance(daftar, list) else ():
        isi = dict(satu) if isinstance(satu, dict) else {"isi": satu}
        for anak in ANAK:
            if anak != kunci and anak in isi:
                isi[anak] = _longhand(isi[anak], (*jalur, 0, anak))
        if not isinstance(isi.get(kunci), str):
            isi.pop(kunci, None)
        hasil.append(isi)
    return hasil


def _number(baru: list[Pohon], lama: list[Pohon] | None, jalur: Jalur, hasil: dict[Jalur, str]) -> None:
    label, asal = list(labels(baru, jalur)), dict[int, int]()
    if lama is not None:
        pasangan = align(lama, baru, jalur)
        asal = {j: i for i, j in pasangan if i is not None and j is not None}
        tetap = settle(lama, baru, jalur)
        if tetap is not baru and len(tetap) == len(pasangan):
            label = [satu for satu, (_, j) in zip(labels(tetap, jalur), pasangan, strict=True) if j is not None]
    for j, (isi, nomor) in enumerate(zip(baru, label, strict=True)):
        sini: Jalur = (*jalur, j)
        hasil[sini] = nomor
        for anak in ANAK:
            if isinstance(isi.get(anak), list):
                dahulu = lama[asal[j]].get(anak) if lama is not None and j in asal else None
                _number(isi[anak], dahulu, (*sini, anak), hasil)
