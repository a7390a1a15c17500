"""`nota konsolidasi`: the text in force on a day."""

from datetime import date

import click

from notakesepakatan.cli.days import PER, today
from notakesepakatan.cli.formats import FORMAT_OPTION, parse_formats


@click.command("konsolidasi", options_metavar="[PILIHAN]")
@click.argument("slug", metavar="NAMA")
@PER
@click.option(
    "--termasuk-konsep",
    "konsep",
    is_flag=True,
    help="Dengan adendum yang belum ditandatangani juga.",
)
@FORMAT_OPTION
@click.option(
    "--ke",
    "to",
    type=click.Path(),
    metavar="FOLDER",
    help="Folder tujuan. Bawaan: output/ di ruang kerja.",
)
@click.option(
    "--sebagai-data",
    "as_data",
    is_flag=True,
    help="Cetak sebagai YAML, untuk diubah; tanpa --per, semua yang ditandatangani.",
)
@click.pass_obj
def command(
    folder: str,
    /,
    slug: str,
    per: date | None,
    konsep: bool,
    format_names: str,
    to: str | None,
    as_data: bool,
) -> None:
    """Susun naskah konsolidasi: kesepakatan dengan semua adendum yang berlaku.

    Setiap tempat yang berubah menyebut adendumnya. Ini naskah kerja, bukan naskah yang
    ditandatangani.

    \b
    Contoh:
      nota konsolidasi bp2mi-pekalongan-2022 --per 2025-01-01
      nota konsolidasi bp2mi-pekalongan-2022 --termasuk-konsep
      nota konsolidasi bp2mi-pekalongan-2022 --sebagai-data > baru.yaml
    """
    from pathlib import Path

    from notakesepakatan.bureau.konsolidasi import data_in_force, write_konsolidasi
    from notakesepakatan.bureau.office import Office
    from notakesepakatan.bureau.seal import check_sealed
    from notakesepakatan.workspace import Workspace

    office = Office(Workspace(Path(folder)))
    if as_data:
        check_sealed(office, slug, "datanya tidak diberikan")
        click.echo(data_in_force(office.text(slug), per, konsep=konsep), nl=False)
        return
    day = per or today(office)
    target = Path(to) if to else None
    formats = parse_formats(format_names)
    for file in write_konsolidasi(office, slug, day, konsep, formats, target):
        click.echo(str(file))
