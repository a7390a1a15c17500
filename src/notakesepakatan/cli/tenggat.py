"""`nota tenggat`: every coming and missed deadline, with its reasons."""

import sys
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
    "inside",
    type=click.IntRange(0, 36500),
    metavar="HARI",
    help="Hanya yang hari amannya paling lama HARI lagi.",
)
@click.option("--alasan", is_flag=True, help="Tampilkan alasan setiap tenggat.")
@click.option("--json", "json", is_flag=True, help="Keluaran JSON.")
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
    inside: int | None,
    alasan: bool,
    json: bool,
    ics: str | None,
) -> None:
    """Tampilkan tenggat semua kesepakatan, yang paling mendesak lebih dahulu.

    Hari aman adalah hari kerja terakhir untuk bertindak menurut pembacaan paling awal; sisa
    hari dihitung sampai hari
    itu. Tenggat yang terlewat bersisa negatif, dan hilang setelah peristiwa yang
    menjawabnya dicatat.

    \b
    Contoh:
      nota tenggat --dalam 120
      nota tenggat --alasan
      nota tenggat --ics tenggat.ics
    """
    from pathlib import Path

    from notakesepakatan.bureau.register import (
        all_deadlines,
        deadline_data,
        open_register,
    )
    from notakesepakatan.load.opened import Opened
    from notakesepakatan.workspace import Workspace

    items, problem = open_register(Opened(Workspace(Path(folder))), per or today())
    every = all_deadlines(items, inside)
    if ics:
        from notakesepakatan.bureau.calendar import write_deadlines
        from notakesepakatan.workspace.save import save

        save(Path(ics), write_deadlines(every))
        click.echo(ics)
    elif json:
        import json as json_

        click.echo(
            json_.dumps(
                [deadline_data(*one) for one in every],
                ensure_ascii=False,
                indent=2,
                default=str,
            )
        )
    else:
        click.echo("\n".join(_lines(every, alasan)))
    if problem:
        click.echo("\n".join(problem), err=True)
        sys.exit(1)


def _lines(every: "list[tuple[RegisterRow, Tenggat]]", reason: bool) -> list[str]:
    if not every:
        return ["Tidak ada tenggat."]
    result = []
    for line, t in every:
        rest = (t.safe - line.per).days
        word = f"{rest} hari lagi" if rest >= 0 else f"lewat {-rest} hari"
        basis = f" ({t.dasar})" if t.dasar else ""
        basis += "  [sementara: belum ada keputusan hari libur]" if t.temporary else ""
        result.append(
            f"{t.safe}  {word}  {line.summary.slug}  {t.jenis}, batas {t.tanggal}{basis}"
        )
        if reason:
            result += [f"    {one}" for one in t.alasan]
    return result
