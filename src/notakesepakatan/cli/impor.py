"""`nota impor`: what the bureau already has, from files that were made elsewhere."""

import json
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path


@click.command("impor", options_metavar="[PILIHAN]")
@click.argument("file", type=click.Path(exists=True, dir_okay=False), metavar="BERKAS")
@click.option(
    "--lihat", "look_only", is_flag=True, help="Tampilkan saja; tidak menulis."
)
@click.option("--json", "json_wanted", is_flag=True, help="Keluaran JSON.")
@click.pass_obj
def command(folder: str, file: str, look_only: bool, json_wanted: bool) -> None:
    """Masukkan daftar kerja sama yang sudah ada.

    \b
    Contoh:
      nota impor daftar.xlsx --lihat
    """
    from pathlib import Path

    path = Path(file)
    _register(folder, path, look_only, json_wanted)


def _register(folder: str, file: "Path", look_only: bool, json_wanted: bool) -> None:
    """A register: `.xlsx`, `.xls`, `.ods`, `.csv`."""
    from notakesepakatan.bureau.impor import read_register_book
    from notakesepakatan.compute.intake.rows import Decided
    from notakesepakatan.load.sheet.reader import read_book, read_sheet_file

    book = read_book(str(file), read_sheet_file(file))
    register = read_register_book(book, Decided())
    if json_wanted:
        click.echo(json.dumps(register.data(), ensure_ascii=False, indent=2))
        return
    for line in register.lines:
        click.echo(f"{line.where}  {line.judul}")
