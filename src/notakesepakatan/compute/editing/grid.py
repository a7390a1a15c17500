"""The Rencana Kerja as a grid: its columns, its rows, and a block of cells put in from a spreadsheet."""

import csv
import io
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from notakesepakatan.compute.editing.edits import Data, put_text
from notakesepakatan.compute.text.numbering import Jalur
from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.model.dasar import flatten
from notakesepakatan.model.kesepakatan import keys_of
from notakesepakatan.model.lampiran import BERSAMA
from notakesepakatan.words.numbers import romawi

PROGRAM = ("lampiran", "program")


@dataclass(frozen=True)
class BarisKisi:
    """A row: its stage, how deep it lies, and the programme whose name it shows, on the first row of each.

    A programme without stages is a row too; it shows nothing but its name.
    """

    jalur: Jalur
    dalam: int
    program: Jalur | None


def party_keys(data: Data) -> tuple[str, ...]:
    """Keys of the parties that the data have; none where they are no list."""
    pihak = data.get("para_pihak")
    return keys_of(len(pihak)) if isinstance(pihak, list) else ()


def columns(data: Data) -> list[tuple[str, ...]]:
    """What each column holds, as steps below the row's path; the first is the name of the programme."""
    tugas = [("tugas", k) for k in (*party_keys(data), BERSAMA)]
    return [("nama",), ("isi",), ("lokasi",), ("sumber_dana",), ("tahun",), *tugas, ("output",), ("outcome",)]


def grid_rows(data: Data) -> list[BarisKisi]:
    """Every stage in order; nothing where the data are of another shape."""
    hasil = []
    for i, program in enumerate(_list(get_at(data, PROGRAM))):
        sini: Jalur = (*PROGRAM, i)
        baris = list(_stages(program, sini, 0)) or [(sini, 0)]
        hasil += [BarisKisi(j, d, sini if n == 0 else None) for n, (j, d) in enumerate(baris)]
    return hasil


def _list(benda: Any) -> list[Any]:
    return benda if isinstance(benda, list) else []


def _stages(atas: Any, jalur: Jalur, dalam: int) -> Iterator[tuple[Jalur, int]]:
    for i, satu in enumerate(_list(atas.get("tahapan")) if isinstance(atas, dict) else ()):
        yield (*jalur, "tahapan", i), dalam
        yield from _stages(satu, (*jalur, "tahapan", i), dalam + 1)


def cell(baris: BarisKisi, kolom: tuple[str, ...]) -> Jalur | None:
    """Path of a cell; None for the programme's name below its first row, and for a stage that is not there."""
    if kolom == ("nama",):
        return (*baris.program, "nama") if baris.program else None
    return None if baris.jalur == baris.program else (*baris.jalur, *kolom)


def read_block(teks: str) -> list[list[str]]:
    """Cells as spreadsheets put them on the clipboard: tabs between, a line a row, quotes around what holds a line end.

    Raises:
        ValueError: a cell is too long.
    """
    try:
        baris = list(csv.reader(io.StringIO(teks, newline=""), dialect="excel-tab"))
    except csv.Error as sebab:
        raise ValueError(str(sebab)) from None
    return [satu for satu in baris if any(map(str.strip, satu))]


def paste(data: Data, mulai: Jalur, teks: str) -> Data:
    """The data with a block of cells put in from a cell on, to the right and down; rows that are missing are made.

    A name in the programme's column begins a programme, unless the programme above is called so; an empty cell there, as
    cells merged in a spreadsheet leave it, is one more stage of the programme above.

    Raises:
        LookupError: `mulai` is no cell, nor the table itself, which means below its last row.
        ValueError: no block of cells.
    """
    kolom = columns(data)
    baris, k = _find(data, mulai)
    blok = _with_years(read_block(teks), k, kolom, _years(data))
    hasil = deepcopy(data)
    ada = len(grid_rows(data))
    dari = baris if k == 0 else ada  # right of the first column a block tells nothing of programmes
    _make_rows(hasil, dari, [flatten(isi[0]) if k == 0 else "" for isi in blok[dari - baris :]])
    for satu, isi in zip(grid_rows(hasil)[baris:], blok, strict=False):
        for nama, sel in zip(kolom[k:], isi, strict=False):
            jalur = cell(satu, nama)
            if jalur is not None and nama != ("nama",) and not (nama[-1] == BERSAMA and not sel.strip()):
                put_text(hasil, jalur, sel)
    return hasil


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


def _make_rows(data: Data, dari: int, nama: list[str]) -> None:
    """In the very data: a row for each name from a place on, and the programmes that these names begin or go on with."""
    program = get_at(data, PROGRAM)
    if not isinstance(program, list):
        raise LookupError(PROGRAM)
    deret, hasil, lepas = list(_flat(program)), list[Data](), None
    for r in range(max(len(deret), dari + len(nama))):
        awal, tahapan, dalam = deret[r] if r < len(deret) else (None, {"isi": ""}, 0)
        ditempel = dari <= r < dari + len(nama)
        sama = ditempel and bool(hasil) and nama[r - dari].casefold() in ("", str(hasil[-1].get("nama")).casefold())
        if dalam:  # it lies within the stage above, with which it moves
            if ditempel and not sama:
                raise LookupError(r)
            continue
        awal, lepas = awal or lepas, None
        if sama and not (awal and r == dari):
            awal, lepas = None, awal  # what else the programme had that began here still bears its name
        elif ditempel and (nama[r - dari] or not awal):
            awal = {**(awal or {}), "nama": nama[r - dari]}
        if awal:
            hasil.append({**awal, "tahapan": []})
        hasil[-1]["tahapan"].append(tahapan)
    program[:] = hasil


def _flat(program: list[Any]) -> Iterator[tuple[Data | None, Any, int]]:
    """The rows of `grid_rows`: the programme on its first, the stage, how deep it lies."""
    for satu in program:
        isi = satu if isinstance(satu, dict) else {"nama": str(satu)}
        for n, (tahapan, dalam) in enumerate(list(_nested(isi, 0)) or [({"isi": ""}, 0)]):
            yield (isi if n == 0 else None), tahapan, dalam


def _nested(atas: Any, dalam: int) -> Iterator[tuple[Any, int]]:
    for satu in _list(atas.get("tahapan")) if isinstance(atas, dict) else ():
        yield satu, dalam
        yield from _nested(satu, dalam + 1)
