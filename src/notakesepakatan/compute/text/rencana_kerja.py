"""The rows of the Rencana Kerja in order.

Each has its address ("3.2.a") and its place in its programme.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from notakesepakatan.model.lampiran import SHARED, Lampiran, Program, Tahapan


@dataclass(frozen=True)
class PlanRow:
    """One row of the table.

    Attributes:
        alamat: numbers joined by dots: programme, stage, stage below; "1" where the only
            stage bears no number.
        program: the programme it belongs to.
        tahapan: what the row says.
        awal: the first of its programme, so that it shows the programme's number and name.
        tugas: duties in order of the parties, None where there are none; a single item
            where they are shared.
        bersama: the duties are shared by all parties.
        tinggi: some cell is so long that the row may not fit on a page and must be
            allowed to break.
    """

    alamat: str
    program: Program
    tahapan: Tahapan
    awal: bool
    tugas: tuple[tuple[str, ...] | None, ...]
    bersama: bool
    tinggi: bool


def rows(
    lampiran: Lampiran, kunci_pihak: tuple[str, ...], year_count: int
) -> tuple[PlanRow, ...]:
    """Rows of an annex whose numbers are filled in.

    Args:
        lampiran: the annex.
        kunci_pihak: keys of the parties in their order.
        year_count: how many columns of years the table has.
    """
    # About the letters that a column holds on half a landscape page, the narrower the
    # more columns there are.
    limit = 5000 // (year_count + len(kunci_pihak))
    result = list[PlanRow]()
    for program in lampiran.program:
        tahapan_list = _walk(program.tahapan, program.nomor or "")
        for i, (address, tahapan) in enumerate(tahapan_list):
            shared = SHARED in tahapan.tugas
            bearers = (SHARED,) if shared else kunci_pihak
            tugas = tuple(tahapan.tugas.get(bearer) for bearer in bearers)
            tall = _longest(tahapan, tugas) > limit
            row = PlanRow(address, program, tahapan, i == 0, tugas, shared, tall)
            result.append(row)
    return tuple(result)


def _longest(tahapan: Tahapan, tugas: tuple[tuple[str, ...] | None, ...]) -> int:
    """Letters of the longest cell."""
    items = (*tugas, tahapan.output, tahapan.outcome, (tahapan.isi,))
    return max(sum(map(len, cell)) for cell in items if cell)


def _walk(items: tuple[Tahapan, ...], above: str) -> Iterator[tuple[str, Tahapan]]:
    for tahapan in items:
        address = f"{above}.{tahapan.nomor}" if tahapan.nomor else above
        yield address, tahapan
        yield from _walk(tahapan.tahapan, address)
