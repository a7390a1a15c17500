"""`nota mulai`: a new workspace."""

from typing import TYPE_CHECKING

import click

from notakesepakatan.cli.asking import ask, is_interactive

if TYPE_CHECKING:
    from notakesepakatan.zona import Zona


@click.command("mulai", options_metavar="[PILIHAN]")
@click.argument("folder", type=click.Path(), metavar="FOLDER")
@click.option(
    "--dengan-templat",
    "with_templates",
    is_flag=True,
    help="Salin juga semua templat, untuk diubah.",
)
@click.option(
    "--zona",
    "zona_name",
    metavar="ZONA",
    help="Zona waktu kantor: Asia/Jakarta (bawaan), Asia/Makassar, atau Asia/Jayapura.",
)
@click.pass_obj
def command(_: str, folder: str, with_templates: bool, zona_name: str | None) -> None:
    """Buat ruang kerja baru di FOLDER: agreements/, templates/, output/, dan pengaturan.yaml.

    Zona waktu kantor ditanyakan bila dijalankan di terminal: hari ini ditentukan
    olehnya, di komputer mana pun program berjalan.

    \b
    Contoh:
      nota mulai kerja-sama
      nota mulai kerja-sama --zona Asia/Makassar
      nota -C kerja-sama baru
    """
    from pathlib import Path

    from notakesepakatan.bureau.workspace import (
        check_new,
        make_workspace,
        needs_pengaturan,
    )
    from notakesepakatan.bureau.zona import parse_zona

    root = Path(folder)
    check_new(root, with_templates)
    zona = parse_zona(zona_name) if zona_name else None
    if zona is None and needs_pengaturan(root):
        zona = _choose_zona()
    make_workspace(root, with_templates, zona)
    if zona:
        _say_difference(zona)
    click.echo(f'Ruang kerja {folder} siap. Langkah berikut: nota -C "{folder}" baru')


def _choose_zona() -> "Zona":
    """The zone as answered at the terminal; the usual one where nobody can be asked."""
    from notakesepakatan.bureau.zona import parse_zona
    from notakesepakatan.zona import EVERY_ZONA, USUAL_ZONA, machine_zona, zona_words

    if is_interactive():
        known = ", ".join(map(zona_words, EVERY_ZONA))
        answer = ask(
            f"Zona waktu kantor: {known}", machine_zona() or USUAL_ZONA, parse_zona
        )
        return parse_zona(answer)
    click.echo(
        f"Zona waktu kantor: {zona_words(USUAL_ZONA)}, nilai bawaan. Kantor di zona lain "
        f'mengubah "zona" di pengaturan.yaml.'
    )
    return USUAL_ZONA


def _say_difference(zona: "Zona") -> None:
    """Where the machine keeps another zone than the office."""
    from notakesepakatan.bureau.zona import zona_remark

    remark = zona_remark(zona)
    if remark:
        click.echo(remark, err=True)
