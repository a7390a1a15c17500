"""A finding to its words beside a form's field, where the command says it in those of a file."""

import re

from notakesepakatan.bureau.field_temuan import FieldTemuan
from notakesepakatan.compute.editing.edits import required, shape
from notakesepakatan.data import type_at
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import PARA_PIHAK, Place, is_program, keys_of
from notakesepakatan.web.desk_words import desk_words
from notakesepakatan.web.editor.places import Nomor, caption, name_of

CHOICE = {
    "hari_yang_sama": "Tanggal yang sama",
    "sehari_sebelum": "Sehari sebelumnya",
    "setelah_judul": "Setelah judul",
    "sebelum_judul": "Sebelum kata TENTANG",
    "tanpa_nomor": "Tanpa nomor",
    "bernomor": "Bernomor",
    "kalimat": "Sebagai kalimat",
    "baris": "Baris Nama, Jabatan, dan Alamat",
    "kalimat_saja": "Kalimat saja, tanpa nama di depannya",
    "maju": "Pihak pertama di kiri",
    "mundur": "Pihak pertama di kanan",
    "kiri_kanan": "Kiri dan kanan",
    "dari_jumlah": "Halaman 2 dari 5",
    "awal_kapital": "Huruf awalnya kapital",
    "seperti_naskah": "Seperti pada naskah",
    "Asia/Jakarta": "WIB (Asia/Jakarta)",
    "Asia/Makassar": "WITA (Asia/Makassar)",
    "Asia/Jayapura": "WIT (Asia/Jayapura)",
}
"""What a value of the file is called where it may be chosen."""

REQUIRED = "Wajib diisi."
_WORD = {
    "pasal-isi": "tulis Isi pasal, atau tambahkan ayat atau daftar",
    "lampiran-kosong": "tambahkan isinya: kalimat, bagian, daftar, atau tabel",
    "lampiran-ganda": "pindahkan isi selain Rencana Kerja ke lampiran tersendiri",
    "dasar-hukum-teks": "isi Bunyi saja, atau Jenis, Nomor, Tahun, dan Tentang saja",
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
    (
        re.compile(
            r'tulis "(\w+):" di bawah "terjemahan:" (?:di sampingnya|paling atas)'
        ),
        lambda match: f"isi {name_of((match[1],))} pada Terjemahan",
    ),
    (
        re.compile(r'tulis "bahasa_kedua: Inggris"'),
        lambda _: "pilih Bahasa kedua",
    ),
    (re.compile(r"\bbukan nama kunci\b"), lambda _: "bukan nama untuk rujukan"),
    (re.compile(r'\bkunci(?= ")'), lambda _: "nama untuk rujukan"),
    (
        re.compile(r'isi "induk:" dan kutiplah dengan \[\[induk\]\]'),
        lambda _: "isi Induk pada halaman kesepakatan dengan tombol Kutip",
    ),
    (
        re.compile(r'"kunci: (\w+)"'),
        lambda match: f'nama untuk rujukan "{match[1]}"',
    ),
    (
        re.compile(r"\b(\w+): di bawah (\w+)\b"),
        lambda match: f"{name_of((match[1],))} pada {name_of((match[2],))}",
    ),
    (
        re.compile(r'tulis "([a-z_]+): ([^":]+)"'),
        lambda match: f'isi {name_of((match[1],))} dengan "{match[2]}"',
    ),
    (re.compile(r'"[a-z_]+: ([^":]+)"'), lambda match: f'"{match[1]}"'),
    (re.compile(r'"(\w+):"'), lambda match: name_of((match[1],))),
    (re.compile(r"lihat docs/format-yaml\.md"), lambda _: "periksa penulisannya"),
)
"""What is said of a file, and what of a form."""

_KEY = re.compile(
    r"\[\[.*?\]\]|“[^”]*”|\"[^\"]*\""  # what is quoted stays as it is
    r"|\b[a-z]+(?:[._][a-z]+)+\b"
)
_AT_LEAST = re.compile(r"paling sedikit (\d+)")
_SHORT_KEYS = frozenset(
    (
        "jabatan_tanda_tangan",
        "bertindak_atas_nama",
        "pejabat_pelaksana",
        "riwayat_nama",
        "sumber_dana",
        "kode_pos",
    )
)
"""Keys that a message may say without the part they stand in."""

_PIHAK_OF = {key: position for position, key in enumerate(keys_of(20))}


def temuan_words(found: FieldTemuan, nomor: Nomor) -> str:
    """A finding as it is said beside its field."""
    words = _own_words(found) if found.tingkat == "wajib" else None
    if words is not None:
        return words
    return "; ".join(plain_words(part, nomor) for part in (found.message, found.saran))


def _own_words(found: FieldTemuan) -> str | None:
    """What a form says of a value that cannot be saved; None where the file's words do."""
    if found.kode == "kunci-kurang" or found.message in _EMPTY:
        return _missing(found)
    if found.kode == "kunci-asing":
        key = found.place.path[-1]
        return (
            f'isian "{key}" tidak dikenal; '
            "minta pengelola program menghapusnya dari berkas"
        )
    at_least = _AT_LEAST.search(found.message)
    if found.kode == "too-short" and at_least:
        lampiran = ", atau hapus Lampiran" if is_program(found.place.path) else ""
        return f"paling sedikit {at_least[1]}; tambahkan yang kurang{lampiran}"
    if not found.message.startswith('"'):
        return _WORD.get(found.kode)
    return None


def _missing(found: FieldTemuan) -> str:
    path = found.place.path
    if shape(path) is None:
        return "Wajib ada; tambahkan."
    if required(path) or found.kode == "kunci-kurang":
        return REQUIRED
    return "kosong; isi, atau hapus bagian ini"


def plain_words(words: str, nomor: Nomor) -> str:
    """What a finding says of a file, in the words of the desk's forms and buttons."""
    for pattern, replacement in _REPLACE:
        words = pattern.sub(replacement, words)
    return desk_words(_KEY.sub(lambda match: _key_words(match[0], nomor), words))


def _key_words(key: str, nomor: Nomor) -> str:
    """A key or a path of keys as it stands in a form; what is none stays as it is."""
    if key in CHOICE:
        return f'"{CHOICE[key]}"'
    place = Place.of_field(key)
    match place.path:
        case ("para_pihak", str(pihak), str(datum)) if pihak in _PIHAK_OF:
            whose = caption(Place((*PARA_PIHAK, _PIHAK_OF[pihak])), nomor)
            return f"{name_of((datum,))} {whose}"
    if type_at(Kesepakatan, place.path) is not None:
        return caption(place, nomor)
    return name_of((key,)).lower() if key in _SHORT_KEYS else key
