"""The body: pasal, ayat, and the tabulation below them.

Rules 79 to 91 of UU 12/2011 Lampiran II.
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from notakesepakatan.data import Section, YesNo
from notakesepakatan.model.dasar import (
    BriefSection,
    NomorIndex,
    OptionalLines,
    Text,
)
from notakesepakatan.model.tabel import LabelledLine, Tabel
from notakesepakatan.model.terjemahan import TerjemahanButir, TerjemahanPasal
from notakesepakatan.place import RINCIAN

KEY_PATTERN = r"^[a-z][a-z0-9_]*$"

GayaRincian = Literal[
    "a.",
    "a)",
    "(a)",
    "1.",
    "1)",
    "(1)",
    "A.",
    "A)",
    "(A)",
    "i.",
    "i)",
    "(i)",
    "-",
    "–",
    "•",
]
"""How the numbers of a list are written, or what stands in their place."""

HEADS = {
    "bab": "nomor_bab",
    "judul_bagian": "nomor_bagian",
    "judul_paragraf": "nomor_paragraf",
}
"""Heads above pasal, from the highest: the key of the title, and of its number."""

_OF_PARAGRAPHS = "Paragraf sesudah isi, sebelum rincian"
_OF_LINES = "Nama dan nilainya bertitik dua, mis. Nama Bank : Bank Contoh"
_OF_TABEL = "Tabel dengan kolom sendiri"
_OF_GAYA = "Bentuk nomor daftar di bawahnya; bawaan: (1), a., 1., a), 1), A., i., -"
_OF_CAPITALS = "Daftar A., B., C."
_OF_ROMAN = "Daftar i., ii., iii."
_OF_BULLETS = "Daftar tanpa nomor, diawali tanda hubung"


class Butir(BriefSection):
    """An ayat, huruf, angka, subhuruf or subangka: its words, then at most one deeper
    level, then a closing phrase.
    """

    nomor: NomorIndex | None = Field(
        None, description="Hanya bila tidak berurut, mis. 1a; bawaan: dihitung"
    )
    kunci: str | None = Field(
        None,
        pattern=KEY_PATTERN,
        description="Peran ayat, mis. pemberitahuan, atau nama untuk rujukan",
    )
    isi: Text
    paragraf: OptionalLines = Field((), description=_OF_PARAGRAPHS)
    korespondensi: str | None = Field(
        None, description="Sisipkan alamat pihak ini: kesatu, kedua, …"
    )
    baris: tuple[LabelledLine, ...] = Field((), description=_OF_LINES)
    tabel: Tabel | None = Field(None, description=_OF_TABEL)
    gaya_rincian: GayaRincian | None = Field(None, description=_OF_GAYA)
    huruf: tuple["Butir", ...] = ()
    angka: tuple["Butir", ...] = ()
    subhuruf: tuple["Butir", ...] = ()
    subangka: tuple["Butir", ...] = ()
    kapital: tuple["Butir", ...] = Field((), description=_OF_CAPITALS)
    romawi: tuple["Butir", ...] = Field((), description=_OF_ROMAN)
    poin: tuple["Butir", ...] = Field((), description=_OF_BULLETS)
    penutup: Text | None = Field(None, description="Frasa setelah rincian")
    terjemahan: TerjemahanButir | None = Field(
        None, description="Dalam bahasa_kedua; teks saja berarti isi"
    )
    dihapus: YesNo = Field(
        False, description="ya: dihapus dengan adendum; nomornya tetap"
    )


CONTENTS = ("isi", "ayat", *RINCIAN, "baris", "tabel")
"""Keys of which a pasal has at least one."""


class Pasal(Section):
    """One pasal: heading, its words, and ayat or a tabulation below them.

    The first of a BAB bears the title of that, and so does the first of a Bagian in it
    and of a Paragraf in that.
    """

    bab: Text | None = Field(
        None, description="Judul BAB yang diawali pasal ini, mis. Ketentuan Umum"
    )
    nomor_bab: NomorIndex | None = Field(
        None, description="Hanya bila tidak berurut, mis. IIA; bawaan: dihitung"
    )
    judul_bagian: Text | None = Field(
        None, description="Judul Bagian dalam BAB yang diawali pasal ini, mis. Umum"
    )
    nomor_bagian: NomorIndex | None = Field(
        None, description="Hanya bila tidak berurut, mis. 1A; bawaan: dihitung"
    )
    judul_paragraf: Text | None = Field(
        None, description="Judul Paragraf dalam Bagian yang diawali pasal ini"
    )
    nomor_paragraf: NomorIndex | None = Field(
        None, description="Hanya bila tidak berurut, mis. 1A; bawaan: dihitung"
    )
    nomor: NomorIndex | None = Field(
        None, description="Hanya bila tidak berurut, mis. 7A; bawaan: dihitung"
    )
    kunci: str | None = Field(
        None,
        pattern=KEY_PATTERN,
        description="Peran pasal, mis. jangka_waktu, atau nama untuk rujukan",
    )
    judul: Text | None = None
    isi: Text | None = None
    paragraf: OptionalLines = Field((), description=_OF_PARAGRAPHS)
    korespondensi: str | None = None
    baris: tuple[LabelledLine, ...] = Field((), description=_OF_LINES)
    tabel: Tabel | None = Field(None, description=_OF_TABEL)
    gaya_rincian: GayaRincian | None = Field(None, description=_OF_GAYA)
    ayat: tuple[Butir, ...] = ()
    huruf: tuple[Butir, ...] = ()
    angka: tuple[Butir, ...] = ()
    subhuruf: tuple[Butir, ...] = ()
    subangka: tuple[Butir, ...] = ()
    kapital: tuple[Butir, ...] = Field((), description=_OF_CAPITALS)
    romawi: tuple[Butir, ...] = Field((), description=_OF_ROMAN)
    poin: tuple[Butir, ...] = Field((), description=_OF_BULLETS)
    penutup: Text | None = None
    terjemahan: TerjemahanPasal | None = Field(
        None, description="Dalam bahasa_kedua; teks saja berarti isi"
    )
    dihapus: YesNo = Field(
        False, description="ya: dihapus dengan adendum; nomornya tetap"
    )

    @model_validator(mode="after")
    def _content(self) -> "Pasal":
        if not any(getattr(self, name) for name in CONTENTS):
            raise PydanticCustomError("pasal_isi", "pasal belum berisi")
        return self


def level_content(butir: Section) -> Iterator[tuple[str, tuple[Butir, ...]]]:
    """The levels that stand directly below: ("ayat", …) or ("huruf", …) and so on.

    At most one in valid data.
    """
    for level in _levels_of(type(butir)):
        content = getattr(butir, level)
        if content:
            yield level, content


def klausul_texts(section: Section) -> Iterator[str]:
    """What a clause says, and the items below it."""
    yield getattr(section, "isi", None) or ""
    yield from getattr(section, "paragraf", ())
    for _, below in level_content(section):
        for one in below:
            yield from klausul_texts(one)


@cache
def _levels_of(part: type[Section]) -> tuple[str, ...]:
    """The levels that parts of a class may have: asking a part for one it lacks is slow."""
    return tuple(level for level in ("ayat", *RINCIAN) if level in part.model_fields)
