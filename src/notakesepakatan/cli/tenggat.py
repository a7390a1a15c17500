"""`nota tenggat`: every coming and missed deadline, with its reasons."""

import json
import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from notakesepakatan.cli.days import PER, today

if TYPE_CHECKING:
    from notakesepakatan.bureau.register import RegisterRow
    from notakesepakatan.compute.time.tenggat import Tenggat


@click.command("tenggat", options_metavar="[PILIHAN]")
@PER
@click.option(
    "--dalam",
    "within",
    type=click.IntRange(0, 36500),
    metavar="HARI",
    help="Hanya yang hari amannya paling lama HARI lagi.",
)
@click.option("--alasan", is_flag=True, help="Tampilkan alasan setiap tenggat.")
@click.option("--json", "json_wanted", is_flag=True, help="Keluaran JSON.")
@click.option(
    "--ics",
    type=click.Path(dir_okay=False),
    metavar="BERKAS",
    help="Tulis sebagai berkas kalender.",
)
@click.pass_obj
def command(
    folder: str,
    per: date | None,
    within: int | None,
    alasan: bool,
    json_wanted: bool,
    ics: str | None,
) -> None:
    """Tampilkan tenggat semua kesepakatan, yang paling mendesak lebih dahulu.

    Hari aman adalah hari kerja terakhir untuk bertindak menurut pembacaan paling awal;
    sisa hari dihitung sampai hari itu. Tenggat yang terlewat bersisa negatif, dan
    hilang setelah peristiwa yang menjawabnya dicatat.

    \b
    Contoh:
      nota tenggat --dalam 120
      nota tenggat --alasan
      nota tenggat --ics tenggat.ics
    """
    from pathlib import Path

    from notakesepakatan.bureau.register import (
        all_tenggat,
        open_register,
        tenggat_data,
    )
    from notakesepakatan.load.opened import Opened
    from notakesepakatan.workspace import Workspace

    opened = Opened(Workspace(Path(folder)))
    rows, problems = open_register(opened, per or today(opened))
    tenggat_list = all_tenggat(rows, within)
    if ics:
        from notakesepakatan.bureau.calendar import write_tenggat
        from notakesepakatan.workspace.save import save

        save(Path(ics), write_tenggat(tenggat_list, opened.pengaturan.zona))
        click.echo(ics)
    elif json_wanted:
        data = [tenggat_data(row, tenggat) for row, tenggat in tenggat_list]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2, default=str))
    else:
        click.echo("\n".join(_lines(tenggat_list, alasan)))
    if problems:
        click.echo("\n".join(problems), err=True)
        sys.exit(1)


def _lines(
    tenggat_list: "Sequence[tuple[RegisterRow, Tenggat]]", with_reasons: bool
) -> list[str]:
    from notakesepakatan.words.provisional import all_years, mark_meaning

    if not tenggat_list:
        return ["Tidak ada tenggat."]
    lines = list[str]()
    for row, tenggat in tenggat_list:
        lines.append(_line(row, tenggat))
        if with_reasons:
            lines += [f"    {reason}" for reason in tenggat.alasan]
    meaning = mark_meaning(
        all_years(tenggat.provisional_years for _, tenggat in tenggat_list)
    )
    return [*lines, meaning] if meaning else lines


def _line(row: "RegisterRow", tenggat: "Tenggat") -> str:
    """One deadline: its last safe day, how far that is, and what it is."""
    from notakesepakatan.words.provisional import marked
    from notakesepakatan.words.tanggal import left_words

    left = left_words((tenggat.safe - row.per).days)
    basis = f" ({tenggat.dasar})" if tenggat.dasar else ""
    safe = marked(str(tenggat.safe), tenggat.provisional_years)
    limit = marked(str(tenggat.tanggal), tenggat.tanggal_provisional_years)
    what = f"{tenggat.named}, batas {limit}{basis}"
    return f"{safe}  {left}  {row.summary.slug}  {what}"
