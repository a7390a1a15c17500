"""The Rencana Kerja as a grid: its columns, its rows, and a block of cells put in from a spreadsheet."""

import csv
import io
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from notakesepakatan.bahasa.bilangan import romawi
from notakesepakatan.compute.penomoran import Jalur
from notakesepakatan.compute.suntingan import Data, set_text
from notakesepakatan.model.kesepakatan import keys_of
from notakesepakatan.model.lampiran import BERSAMA

PROGRAM = ("lampiran", "program")


@dataclass(frozen=True)
class BarisKisi:
    """A row: its stage, how deep it lies, and the programme whose name it shows, on the first row of each."""

    jalur: Jalur
    dalam: int
    program: Jalur | None


def columns(data: Data) -> list[tuple[str, ...]]:
    """What each column holds, as steps below the row's path; the first is the name of the programme."""
    kunci = keys_of(len(data.get("para_pihak") or ()))
    tugas = [("tugas", k) for k in (*kunci, BERSAMA)]
    return [("nama",), ("isi",), ("lokasi",), ("sumber_dana",), ("tahun",), *tugas, ("output",), ("outcome",)]


def grid_rows(data: Data) -> list[BarisKisi]:
    """Every stage in order."""
    hasil = []
    for i, program in enumerate((data.get("lampiran") or {}).get("program") or ()):
        baris = list(_stages(program, (*PROGRAM, i), 0))
        hasil += [BarisKisi(j, d, (*PROGRAM, i) if n == 0 else None) for n, (j, d) in enumerate(baris)]
    return hasil


def _stages(atas: Data, jalur: Jalur, dalam: int) -> Iterator[tuple[Jalur, int]]:
    for i, satu in enumerate(atas.get("tahapan") or ()):
        yield (*jalur, "tahapan", i), dalam
        yield from _stages(satu, (*jalur, "tahapan", i), dalam + 1)


def cell(baris: BarisKisi, kolom: tuple[str, ...]) -> Jalur | None:
    """Path of a cell; None for the programme's name below its first row."""
    if kolom == ("nama",):
        return (*baris.program, "nama") if baris.program else None
    return (*baris.jalur, *kolom)


def read_block(teks: str) -> list[list[str]]:
    """Cells as spreadsheets put them on the clipboard: tabs between, a line a row, quotes around what holds a line end."""
    return [baris for baris in csv.reader(io.StringIO(teks, newline=""), dialect="excel-tab") if any(map(str.strip, baris))]


def paste(data: Data, mulai: Jalur, teks: str) -> Data:
    """The data with a block of cells put in from a cell on, to the right and down; rows that are missing are made.

    A name in the programme's column that no row there shows begins a programme.

    Raises:
        LookupError: `mulai` is no cell, nor the table itself, which means below its last row.
    """
    kolom, jumlah_tahun = columns(data), _years(data)
    baris, k = _find(data, mulai)
    for n, isi in enumerate(_with_years(read_block(teks), k, kolom, jumlah_tahun)):
        daftar = grid_rows(data)
        nama = isi[0].strip() if k == 0 else ""
        if baris + n >= len(daftar):
            data = _append(data, nama)
            daftar = grid_rows(data)
        for geser, sel in enumerate(isi[: len(kolom) - k]):
            jalur = cell(daftar[baris + n], kolom[k + geser])
            if jalur is not None and not (kolom[k + geser][-1] == BERSAMA and not sel.strip()):
                data = set_text(data, jalur, sel)
    return data


def _years(data: Data) -> int:
    from notakesepakatan.model.dasar import Lama

    try:
        return Lama.model_validate(data.get("jangka_waktu")).jumlah_tahun
    except ValueError:
        return 1


def _with_years(blok: list[list[str]], k: int, kolom: list[tuple[str, ...]], tahun: int) -> list[list[str]]:
    """A block as wide as the printed table has a column for each year; their marks become the years' numerals."""
    letak = kolom.index(("tahun",)) - k
    lebar = len(kolom) - k - 1 + tahun
    if tahun < 2 or letak < 0 or not any(lebar - 1 <= len(isi) <= lebar for isi in blok):
        return blok
    hasil = []
    for isi in blok:
        tanda = isi[letak : letak + tahun]
        ada = [romawi(i + 1) for i, satu in enumerate(tanda) if satu.strip() not in ("", "-", "–")]
        hasil.append([*isi[:letak], ", ".join(ada), *isi[letak + tahun :]])
    return hasil


def _find(data: Data, mulai: Jalur) -> tuple[int, int]:
    if mulai == PROGRAM:
        return len(grid_rows(data)), 0
    for i, baris in enumerate(grid_rows(data)):
        for k, kolom in enumerate(columns(data)):
            if cell(baris, kolom) == mulai:
                return i, k
    raise LookupError(mulai)


def _append(data: Data, nama: str) -> Data:
    """A row more: of a new programme where it is named, else of the last."""
    hasil = deepcopy(data)
    program: list[Any] = hasil["lampiran"]["program"]
    if nama:
        program.append({"nama": nama, "tahapan": [{"isi": ""}]})
    else:
        program[-1]["tahapan"].append({"isi": ""})
    return hasil
