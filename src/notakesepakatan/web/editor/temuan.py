"""Findings and choices in the words of a form, where the command says them in those of a file: keys, paths, values."""

import re

from notakesepakatan.bureau.konsep import TemuanRuas, parse_path
from notakesepakatan.compute.editing.edits import required, shape
from notakesepakatan.data import tipe_di
from notakesepakatan.model.kesepakatan import Kesepakatan, keys_of
from notakesepakatan.web.editor.places import Nomor, name_of, place_words

PILIHAN = {"hari_yang_sama": "Tanggal yang sama", "sehari_sebelum": "Sehari sebelumnya"}
"""What a value of the file is called where it may be chosen."""

WAJIB = "Wajib diisi."
_KATA = {
    "pasal-isi": "tulis Isi pasal, atau tambahkan ayat; salah satu saja",
    "tuple-type": "isinya bukan daftar; tambahkan satu per satu",
    "model-type": "isinya tidak dapat dibaca; hapus, lalu isi lagi",
    "model-attributes-type": "isinya tidak dapat dibaca; hapus, lalu isi lagi",
    "dict-type": "isinya tidak dapat dibaca; hapus, lalu isi lagi",
    "string-type": "isinya bukan teks; tulis satu teks",
}
_KOSONG = ("teks kosong", "nilai kosong")
_GANTI = (
    (re.compile(r'tambahkan "(\w+):"(?: di bagian ini)?'), lambda cocok: f"isi {name_of((cocok[1],))}"),
    (re.compile(r"\bbukan nama kunci\b"), lambda _: "bukan nama untuk rujukan"),
    (re.compile(r'\bkunci(?= ")'), lambda _: "nama untuk rujukan"),
    (re.compile(r"lihat docs/format-yaml\.md"), lambda _: "periksa penulisannya"),
)
_KUNCI = re.compile(r"\[\[.*?\]\]|“[^”]*”|\"[^\"]*\"|\b[a-z]+(?:[._][a-z]+)+\b")


def finding_words(t: TemuanRuas, nomor: Nomor) -> str:
    """A finding as it is said beside its field."""
    jalur = parse_path(t.ruas)
    if t.tingkat == "wajib":
        if t.kode == "kunci-kurang" or t.pesan in _KOSONG:
            return _missing(t)
        if t.kode == "kunci-asing":
            return f'isian "{jalur[-1]}" tidak dikenal; minta pengelola program menghapusnya dari berkas'
        if t.kode == "too-short" and (cocok := re.search(r"paling sedikit (\d+)", t.pesan)):
            lampiran = ", atau hapus Lampiran" if t.ruas == "lampiran.program" else ""
            return f"paling sedikit {cocok[1]}; tambahkan yang kurang{lampiran}"
        if t.kode in _KATA and not t.pesan.startswith('"'):
            return _KATA[t.kode]
    return "; ".join(_plain(satu, nomor) for satu in (t.pesan, t.saran))


def _missing(t: TemuanRuas) -> str:
    jalur = parse_path(t.ruas)
    if shape(jalur) is None:
        return "Wajib ada; tambahkan."
    return WAJIB if required(jalur) or t.kode == "kunci-kurang" else "kosong; isi, atau hapus bagian ini"


def _plain(kata: str, nomor: Nomor) -> str:
    for pola, ganti in _GANTI:
        kata = pola.sub(ganti, kata)
    return _KUNCI.sub(lambda cocok: _key_words(cocok[0], nomor), kata)


def _key_words(kunci: str, nomor: Nomor) -> str:
    """A key or a path of keys as it stands in a form; what is quoted, and what is none, stays as it is."""
    if kunci in PILIHAN:
        return f'"{PILIHAN[kunci]}"'
    langkah = kunci.split(".")
    if langkah[0] == "para_pihak" and len(langkah) == 3 and langkah[1] in keys_of(20):
        pihak = f"para_pihak.{keys_of(20).index(langkah[1])}"
        return f"{name_of((langkah[2],))} {place_words(pihak, nomor)}"
    if tipe_di(Kesepakatan, tuple(langkah)) is not None:
        return place_words(kunci, nomor)
    return name_of((kunci,)).lower() if kunci in _PARTY_KEYS else kunci


_PARTY_KEYS = frozenset(
    ("jabatan_tanda_tangan", "bertindak_atas_nama", "pejabat_pelaksana", "riwayat_nama", "sumber_dana", "kode_pos")
)
