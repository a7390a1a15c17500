"""The annex: Rencana Kerja, programmes with stages nested below them (PP 28/2018 Pasal 46)."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from notakesepakatan.data import Bagian, YaTidak
from notakesepakatan.model.dasar import BarisTeks, NomorUrut, Teks, flatten


def _years(nilai: Any) -> Any:
    return (nilai,) if isinstance(nilai, str) else nilai


TahunDitandai = Annotated[
    tuple[Teks, ...],
    BeforeValidator(_years),
    Field(json_schema_extra={"type": ["array", "string"]}),
]
"""Years of the term in roman numerals (`[II, III]`), or the word `semua`."""

BERSAMA = "bersama"
"""Key of duties that all parties share."""

SEMUA = "semua"
"""Word for every year of the term."""


class Tahapan(Bagian):
    """One row: a stage of a programme, or the heading of the stages nested below it."""

    nomor: NomorUrut | None = Field(None, description="Hanya bila tidak berurut; bawaan: dihitung")
    isi: Teks
    lokasi: Teks | None = None
    sumber_dana: Teks | None = None
    tahun: TahunDitandai = Field((), description="semua, atau tahun romawi: [I, II]")
    tugas: dict[str, BarisTeks] = Field(
        {}, description="Menurut pihak: kesatu, kedua, …; bersama untuk semua pihak; daftar menjadi 1. 2. 3."
    )
    output: BarisTeks | None = None
    outcome: BarisTeks | None = None
    tahapan: tuple["Tahapan", ...] = ()
    dihapus: YaTidak = Field(False, description="ya: dihapus dengan adendum; nomornya tetap")


class Program(Bagian):
    """A numbered programme with one or more stages."""

    nomor: NomorUrut | None = Field(None, description="Hanya bila tidak berurut; bawaan: dihitung")
    nama: Teks
    tahapan: tuple[Tahapan, ...] = Field(min_length=1)
    dihapus: YaTidak = Field(False, description="ya: dihapus dengan adendum; nomornya tetap")


class Kolom(Bagian):
    """The words of the table's head, where they are not the usual ones."""

    nomor: Teks = "No"
    program: Teks = "Program/Kegiatan"
    tahapan: Teks = "Tahapan Kegiatan"
    lokasi: Teks = "Lokasi"
    sumber_dana: Teks = "Sumber Dana"
    tahun: Teks = "Tahun (Sesuai Jangka Waktu)"
    tugas: Teks = "Tugas dan Tanggung Jawab"
    pihak: dict[str, Teks] = Field({}, description="Bawaan: sebutan tiap pihak")
    output: Teks = "Output"
    outcome: Teks = "Outcome"


class Lampiran(Bagian):
    """The Rencana Kerja: heading lines, title lines, table."""

    kepala: BarisTeks = Field(description="Baris di kanan atas: Lampiran …, Nomor, Tanggal")
    judul: BarisTeks = Field(description="Mis. RENCANA KERJA dan namanya")
    kolom: Kolom = Kolom()
    tanda: Teks = Field("V", description="Tanda tahun yang dikerjakan")
    tanda_kosong: Annotated[str, BeforeValidator(flatten)] = Field("-", description="Tanda tahun yang tidak dikerjakan")
    program: tuple[Program, ...] = Field(min_length=1)
