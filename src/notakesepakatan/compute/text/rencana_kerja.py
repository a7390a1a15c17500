"""The rows of the Rencana Kerja in order, each with its address ("3.2.a") and its place in its programme."""

from collections.abc import Iterator
from dataclasses import dataclass

from notakesepakatan.model.lampiran import BERSAMA, Lampiran, Program, Tahapan


@dataclass(frozen=True)
class BarisRencana:
    """One row of the table.

    Attributes:
        alamat: numbers joined by dots: programme, stage, stage below; "1" where the only stage bears no number.
        program: the programme it belongs to.
        tahapan: what the row says.
        awal: the first row of its programme, which shows the programme's number and name.
        tugas: duties in order of the parties, None where there are none; a single item where they are shared.
        bersama: the duties are shared by all parties.
        tinggi: some cell is so long that the row may not fit on a page and must be allowed to break.
    """

    alamat: str
    program: Program
    tahapan: Tahapan
    awal: bool
    tugas: tuple[tuple[str, ...] | None, ...]
    bersama: bool
    tinggi: bool


def rows(lampiran: Lampiran, kunci_pihak: tuple[str, ...], jumlah_tahun: int) -> tuple[BarisRencana, ...]:
    """Rows of an annex whose numbers are filled in, for the parties of the agreement in their order."""
    hasil = []
    # About the letters that a column holds on half a landscape page, the narrower the more columns there are.
    batas = 5000 // (jumlah_tahun + len(kunci_pihak))
    for program in lampiran.program:
        for i, (alamat, tahapan) in enumerate(_walk(program.tahapan, program.nomor or "")):
            bersama = BERSAMA in tahapan.tugas
            urut = (BERSAMA,) if bersama else kunci_pihak
            tugas = tuple(tahapan.tugas.get(kunci) for kunci in urut)
            hasil.append(BarisRencana(alamat, program, tahapan, i == 0, tugas, bersama, _longest(tahapan, tugas) > batas))
    return tuple(hasil)


def _longest(tahapan: Tahapan, tugas: tuple[tuple[str, ...] | None, ...]) -> int:
    """Letters of the longest cell."""
    daftar = (*tugas, tahapan.output, tahapan.outcome, (tahapan.isi,))
    return max(sum(map(len, sel)) for sel in daftar if sel)


def _walk(daftar: tuple[Tahapan, ...], atas: str) -> Iterator[tuple[str, Tahapan]]:
    for tahapan in daftar:
        alamat = f"{atas}.{tahapan.nomor}" if tahapan.nomor else atas
        yield alamat, tahapan
        yield from _walk(tahapan.tahapan, alamat)
