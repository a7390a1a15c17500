"""Findings and choices in the words of a form, where the command says them in those of a file: keys, paths, values."""

import re

from notakesepakatan.bureau.field_temuan import FieldTemuan
from notakesepakatan.compute.editing.edits import required, shape
from notakesepakatan.compute.editing.field_names import parse_path
from notakesepakatan.data import type_at
from notakesepakatan.model.kesepakatan import Kesepakatan, keys_of
from notakesepakatan.web.editor.places import Nomor, name_of, place_words

CHOICE = {"hari_yang_sama": "Tanggal yang sama", "sehari_sebelum": "Sehari sebelumnya"}
"""What a value of the file is called where it may be chosen."""

REQUIRED = "Wajib diisi."
_WORD = {
    "pasal-isi": "tulis Isi pasal, atau tambahkan ayat; salah satu saja",
    "tuple-type": "isinya bukan daftar; tambahkan satu per satu",
    "model-type": "isinya tidak dapat dibaca; hapus, lalu isi lagi",
    "model-attributes-type": "isinya tidak dapat dibaca; hapus, lalu isi lagi",
    "dict-type": "isinya tidak dapat dibaca; hapus, lalu isi lagi",
    "string-type": "isinya bukan teks; tulis satu teks",
}
_EMPTY = ("teks kosong", "nilai kosong")
_REPLACE = (
    (
        re.compile(r'tambahkan "(\w+):"(?: di bagian ini)?'),
        lambda match: f"isi {name_of((match[1],))}",
    ),
    (re.compile(r"\bbukan nama kunci\b"), lambda _: "bukan nama untuk rujukan"),
    (re.compile(r'\bkunci(?= ")'), lambda _: "nama untuk rujukan"),
    (re.compile(r"lihat docs/format-yaml\.md"), lambda _: "periksa penulisannya"),
)
_KEY = re.compile(r"\[\[.*?\]\]|“[^”]*”|\"[^\"]*\"|\b[a-z]+(?:[._][a-z]+)+\b")


def finding_words(t: FieldTemuan, nomor: Nomor) -> str:
    """A finding as it is said beside its field."""
    path = parse_path(t.ruas)
    if t.tingkat == "wajib":
        if t.kode == "kunci-kurang" or t.message in _EMPTY:
            return _missing(t)
        if t.kode == "kunci-asing":
            return f'isian "{path[-1]}" tidak dikenal; minta pengelola program menghapusnya dari berkas'
        if t.kode == "too-short" and (
            match := re.search(r"paling sedikit (\d+)", t.message)
        ):
            lampiran = ", atau hapus Lampiran" if t.ruas == "lampiran.program" else ""
            return f"paling sedikit {match[1]}; tambahkan yang kurang{lampiran}"
        if t.kode in _WORD and not t.message.startswith('"'):
            return _WORD[t.kode]
    return "; ".join(_plain(one, nomor) for one in (t.message, t.saran))


def _missing(t: FieldTemuan) -> str:
    path = parse_path(t.ruas)
    if shape(path) is None:
        return "Wajib ada; tambahkan."
    return (
        REQUIRED
        if required(path) or t.kode == "kunci-kurang"
        else "kosong; isi, atau hapus bagian ini"
    )


def _plain(word: str, nomor: Nomor) -> str:
    for pattern, replace in _REPLACE:
        word = pattern.sub(replace, word)
    return _KEY.sub(lambda match: _key_words(match[0], nomor), word)


def _key_words(key: str, nomor: Nomor) -> str:
    """A key or a path of keys as it stands in a form; what is quoted, and what is none, stays as it is."""
    if key in CHOICE:
        return f'"{CHOICE[key]}"'
    step = key.split(".")
    if step[0] == "para_pihak" and len(step) == 3 and step[1] in keys_of(20):
        pihak = f"para_pihak.{keys_of(20).index(step[1])}"
        return f"{name_of((step[2],))} {place_words(pihak, nomor)}"
    if type_at(Kesepakatan, tuple(step)) is not None:
        return place_words(key, nomor)
    return name_of((key,)).lower() if key in _PARTY_KEYS else key


_PARTY_KEYS = frozenset(
    (
        "jabatan_tanda_tangan",
        "bertindak_atas_nama",
        "pejabat_pelaksana",
        "riwayat_nama",
        "sumber_dana",
        "kode_pos",
    )
)
