"""`nota hukum`: which agreements rest on a law that has gone or changed."""

import json
import sys
from datetime import date

import click

from notakesepakatan.cli.days import PER, today


@click.command("hukum", options_metavar="[PILIHAN]")
@PER
@click.option("--json", "json_wanted", is_flag=True, help="Keluaran JSON.")
@click.pass_obj
def command(folder: str, /, per: date | None, json_wanted: bool) -> None:
    """Kesepakatan yang berlaku dengan dasar hukum yang sudah dicabut atau diubah.

    Ini kabar, bukan kesalahan: kesepakatan yang sudah ditandatangani tetap berlaku. Pada
    konsep, "nota periksa" yang menyebutnya sebelum ditandatangani.

    \b
    Contoh:
      nota hukum
      nota hukum --json
    """
    from pathlib import Path

    from notakesepakatan.bureau.hukum import affected_kesepakatan
    from notakesepakatan.bureau.register import open_register
    from notakesepakatan.load.opened import Opened
    from notakesepakatan.words.tanggal import tanggal_long
    from notakesepakatan.workspace import Workspace

    opened = Opened(Workspace(Path(folder)))
    rows, problems = open_register(opened, per or today(opened))
    affected = affected_kesepakatan(rows)
    if json_wanted:
        data = [each.data() for each in affected]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        for each in affected:
            click.echo(f"{each.row.summary.slug}: {each.row.summary.judul}")
            for law in each.laws:
                click.echo(f"    {law}")
        count = len(affected) or "Tidak ada"
        words = "kesepakatan berdasar hukum yang sudah dicabut atau diubah"
        seen = f"tabel peraturan dilihat {tanggal_long(opened.laws.dilihat)}"
        click.echo(f"{count} {words} ({seen}).")
    if problems:
        click.echo("\n".join(problems), err=True)
        sys.exit(1)
