"""`di` and `ke`: apart where they say where, together where they make a verb."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_PLACES = (
    "antara",
    "antaranya",
    "atas",
    "bawah",
    "belakang",
    "bidang",
    "dalam",
    "dalamnya",
    "daerah",
    "depan",
    "hadapan",
    "kabupaten",
    "kantor",
    "kecamatan",
    "kemudian",
    "kota",
    "lapangan",
    "lingkungan",
    "lokasi",
    "luar",
    "mana",
    "muka",
    "provinsi",
    "samping",
    "sana",
    "sebelah",
    "sekitar",
    "seluruh",
    "setiap",
    "sini",
    "situ",
    "tempat",
    "tengah",
    "tingkat",
    "wilayah",
)
_TOWARDS = ("atas", "bawah", "dalam", "depan", "belakang", "mana", "sana", "sini")
"""What `ke` stands before; "ke luar" and "keluar" are both right."""
_TOGETHER = re.compile(
    rf"(?<![\w-])(?:(di)({'|'.join(_PLACES)})|(ke)({'|'.join(_TOWARDS)}))(?![\w-])",
    re.IGNORECASE,
)

_NO_VERBS = ("akan", "bukan", "ikan", "makan", "pekan", "rekan", "pakan")
_ROOTS = (
    "ajukan",
    "ambil",
    "anggap",
    "angkat",
    "atur",
    "awasi",
    "bantu",
    "batasi",
    "bayar",
    "beri",
    "biayai",
    "buat",
    "cabut",
    "catat",
    "dasari",
    "ganti",
    "hadiri",
    "hitung",
    "ikuti",
    "jamin",
    "kelola",
    "kenai",
    "ketahui",
    "kirim",
    "lampiri",
    "lengkapi",
    "maksud",
    "miliki",
    "mulai",
    "olah",
    "pakai",
    "patuhi",
    "penuhi",
    "perbarui",
    "perpanjang",
    "peroleh",
    "pungut",
    "sahkan",
    "sebut",
    "selenggarakan",
    "sepakati",
    "serahkan",
    "setujui",
    "simpan",
    "susun",
    "taati",
    "tandatangani",
    "tanda tangani",
    "tanggung",
    "temui",
    "terima",
    "tinjau",
    "tulis",
    "tunda",
    "tunjuk",
    "ubah",
    "wakili",
)
_APART = re.compile(
    rf"(?<![\w-])(di) ({'|'.join(_ROOTS)}|[a-z]{{2,20}}kan)(?![\w-])", re.IGNORECASE
)


class Slip(NamedTuple):
    """Words that are wrongly together or apart.

    Attributes:
        begin: where they begin in the text.
        written: as they stand there.
        right: as they should.
    """

    begin: int
    written: str
    right: str


def slips(text: str) -> Iterator[Slip]:
    """`diatas` and `di laksanakan`, in the order of the text."""
    found = [*_together(text), *_apart(text)]
    yield from sorted(found)


def _together(text: str) -> Iterator[Slip]:
    for match in _TOGETHER.finditer(text):
        preposition = match[1] or match[3]
        place = match[2] or match[4]
        yield Slip(match.start(), match[0], f"{preposition} {place}")


def _apart(text: str) -> Iterator[Slip]:
    for match in _APART.finditer(text):
        preposition, verb = match.groups()
        is_name = verb[0].isupper() and not verb.isupper()
        if verb.lower() not in _NO_VERBS and not is_name:
            joined = preposition + verb.replace(" ", "")
            yield Slip(match.start(), match[0], joined)
