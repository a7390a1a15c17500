"""The annexes: a Rencana Kerja (PP 28/2018 Pasal 46), a text in parts, a list, a table."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    SerializerFunctionWrapHandler,
    Tag,
    model_serializer,
    model_validator,
)
from pydantic_core import PydanticCustomError

from notakesepakatan.data import Section, YesNo
from notakesepakatan.model.dasar import (
    LineText,
    NomorIndex,
    OptionalLines,
    Text,
    flatten,
)
from notakesepakatan.model.pasal import KEY_PATTERN, Butir, GayaRincian, Pasal
from notakesepakatan.model.tabel import LabelledLine, Tabel
from notakesepakatan.model.terjemahan import (
    TerjemahanLampiran,
    TerjemahanProgram,
    TerjemahanTahapan,
)
from notakesepakatan.place import RINCIAN
from notakesepakatan.words.numbers import from_roman


def _years(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


YearMarked = Annotated[
    tuple[Text, ...],
    BeforeValidator(_years),
    Field(json_schema_extra={"type": ["array", "string"]}),
]
"""Years of the term in roman numerals (`[II, III]`), or the word `semua`."""

SHARED = "bersama"
"""Key of duties that all parties share."""

EVERY = "semua"
"""Word for every year of the term."""


class Tahapan(Section):
    """One row: a stage of a programme, or the heading of the stages nested below it."""

    nomor: NomorIndex | None = Field(
        None, description="Hanya bila tidak berurut; bawaan: dihitung"
    )
    isi: Text
    lokasi: Text | None = None
    sumber_dana: Text | None = None
    tahun: YearMarked = Field((), description="semua, atau tahun romawi: [I, II]")
    tugas: dict[str, LineText] = Field(
        {},
        description=(
            "Menurut pihak: kesatu, kedua, …; bersama untuk semua pihak; "
            "daftar menjadi 1. 2. 3."
        ),
    )
    output: LineText | None = None
    outcome: LineText | None = None
    tahapan: tuple["Tahapan", ...] = ()
    terjemahan: TerjemahanTahapan | None = Field(
        None, description="Dalam bahasa_kedua; teks saja berarti isi"
    )
    dihapus: YesNo = Field(
        False, description="ya: dihapus dengan adendum; nomornya tetap"
    )


class Program(Section):
    """A numbered programme with one or more stages."""

    nomor: NomorIndex | None = Field(
        None, description="Hanya bila tidak berurut; bawaan: dihitung"
    )
    nama: Text
    tahapan: tuple[Tahapan, ...] = Field(min_length=1)
    terjemahan: TerjemahanProgram | None = Field(
        None, description="Dalam bahasa_kedua, kunci yang sama"
    )
    dihapus: YesNo = Field(
        False, description="ya: dihapus dengan adendum; nomornya tetap"
    )


class Column(Section):
    """The words of the table's head, where they are not the usual ones."""

    nomor: Text = "No"
    program: Text = "Program/Kegiatan"
    tahapan: Text = "Tahapan Kegiatan"
    lokasi: Text = "Lokasi"
    sumber_dana: Text = "Sumber Dana"
    tahun: Text = "Tahun (Sesuai Jangka Waktu)"
    tugas: Text = "Tugas dan Tanggung Jawab"
    pihak: dict[str, Text] = Field({}, description="Bawaan: sebutan tiap pihak")
    output: Text = "Output"
    outcome: Text = "Outcome"


_WORDS_OF_PLAN = ("kolom", "tanda", "tanda_kosong")
OF_PLAN = (*_WORDS_OF_PLAN, "program")
"""Keys that only a Rencana Kerja has a use for."""
OF_OTHERS = ("isi", "bagian", *RINCIAN, "baris", "tabel")
"""Keys of which an annex that is no Rencana Kerja has one or more."""
_MANY_COLUMNS = 6
"""From as many columns on a table stands on a page across."""


class Lampiran(Section):
    """One annex: heading lines, title lines, and what it holds.

    That is a Rencana Kerja (`program`), or words, parts, a list or a table, which may
    stand together.
    """

    nomor: NomorIndex | None = Field(
        None, description="Hanya bila tidak berurut, mis. IIA; bawaan: dihitung"
    )
    kunci: str | None = Field(
        None, pattern=KEY_PATTERN, description="Nama untuk rujukan, mis. anggaran"
    )
    kepala: OptionalLines = Field(
        (), description="Baris di kanan atas; bawaan: Lampiran …, Nomor, Tanggal"
    )
    judul: LineText = Field(description="Mis. RENCANA KERJA dan namanya")
    arah: Literal["tegak", "mendatar"] | None = Field(
        None, description="Bawaan: mendatar untuk Rencana Kerja dan tabel lebar"
    )
    ditandatangani: YesNo = Field(
        False, description="ya: dengan blok tanda tangan para pihak"
    )
    kolom: Column = Column()
    tanda: Text = Field("V", description="Tanda tahun yang dikerjakan")
    tanda_kosong: Annotated[str, BeforeValidator(flatten)] = Field(
        "-", description="Tanda tahun yang tidak dikerjakan"
    )
    program: tuple[Program, ...] = Field(
        (), min_length=1, description="Isi Rencana Kerja"
    )
    isi: Text | None = Field(None, description="Kalimat pembuka, atau seluruh isinya")
    bagian: tuple[Pasal, ...] = Field(
        (), description="Bagian berjudul A., B., …, masing-masing seperti pasal"
    )
    baris: tuple[LabelledLine, ...] = Field(
        (), description="Nama dan nilainya bertitik dua, mis. Nama Bank : Bank Contoh"
    )
    tabel: Tabel | None = None
    gaya_rincian: GayaRincian | None = Field(
        None, description="Bentuk nomor daftar di bawahnya"
    )
    huruf: tuple[Butir, ...] = ()
    angka: tuple[Butir, ...] = ()
    subhuruf: tuple[Butir, ...] = ()
    subangka: tuple[Butir, ...] = ()
    kapital: tuple[Butir, ...] = ()
    romawi: tuple[Butir, ...] = ()
    poin: tuple[Butir, ...] = ()
    penutup: Text | None = Field(None, description="Kalimat setelah isinya")
    terjemahan: TerjemahanLampiran | None = Field(
        None, description="Dalam bahasa_kedua, kunci yang sama"
    )
    dihapus: YesNo = Field(
        False, description="ya: dihapus dengan adendum; nomornya tetap"
    )

    @model_validator(mode="after")
    def _content(self) -> "Lampiran":
        others = [name for name in OF_OTHERS if getattr(self, name)]
        if not self.program and not others:
            raise PydanticCustomError("lampiran_kosong", "lampiran belum ada isinya")
        if self.program and others:
            raise PydanticCustomError("lampiran_ganda", "Rencana Kerja dan isi lain")
        return self

    @model_serializer(mode="wrap")
    def _without_unused(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """The usual words of a Rencana Kerja stand in no other annex."""
        dumped: dict[str, Any] = handler(self)
        unused = () if self.program else _WORDS_OF_PLAN
        return {key: value for key, value in dumped.items() if key not in unused}

    @property
    def is_plan(self) -> bool:
        """Whether it is a Rencana Kerja."""
        return bool(self.program)

    @property
    def is_wide(self) -> bool:
        """Whether it stands on a page across."""
        if self.arah:
            return self.arah == "mendatar"
        many = len(self.tabel.kolom) if self.tabel else 0
        return self.is_plan or many >= _MANY_COLUMNS


ONE, SEVERAL = "(satu)", "(daftar)"
"""How pydantic tells the two ways to write annexes apart; no key of a file is called so."""


def _way(value: Any) -> str:
    return SEVERAL if isinstance(value, list | tuple) else ONE


Annexed = Annotated[
    Annotated[Lampiran, Tag(ONE)]
    | Annotated[tuple[Lampiran, ...], Field(min_length=1, max_length=99), Tag(SEVERAL)],
    Discriminator(_way),
]
"""The only annex, which bears no number, or a list of annexes: Lampiran I, II, …"""


def last_year(lampiran: Lampiran) -> int:
    """The last year that a plan names, I being 1; 1 where it names none."""
    named = (
        year
        for program in lampiran.program
        for tahapan in program.tahapan
        for year in _named_years(tahapan)
    )
    return max(named, default=1)


def _named_years(tahapan: Tahapan) -> Iterator[int]:
    for year in tahapan.tahun:
        try:
            yield from_roman(year)
        except ValueError:
            continue
    for below in tahapan.tahapan:
        yield from _named_years(below)
