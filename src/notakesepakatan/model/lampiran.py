"""The annex: Rencana Kerja, programmes with stages nested below them (PP 28/2018 Pasal 46)."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from notakesepakatan.data import Section, YesNo
from notakesepakatan.model.dasar import LineText, NomorIndex, Text, flatten
from notakesepakatan.model.terjemahan import (
    TerjemahanLampiran,
    TerjemahanProgram,
    TerjemahanTahapan,
)
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


class Lampiran(Section):
    """The Rencana Kerja: heading lines, title lines, table."""

    kepala: LineText = Field(
        description="Baris di kanan atas: Lampiran …, Nomor, Tanggal"
    )
    judul: LineText = Field(description="Mis. RENCANA KERJA dan namanya")
    kolom: Column = Column()
    tanda: Text = Field("V", description="Tanda tahun yang dikerjakan")
    tanda_kosong: Annotated[str, BeforeValidator(flatten)] = Field(
        "-", description="Tanda tahun yang tidak dikerjakan"
    )
    program: tuple[Program, ...] = Field(min_length=1)
    terjemahan: TerjemahanLampiran | None = Field(
        None, description="Dalam bahasa_kedua, kunci yang sama"
    )


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
