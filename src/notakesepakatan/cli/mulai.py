"""`nota mulai`: a new workspace."""

import click


@click.command("mulai", options_metavar="[PILIHAN]")
@click.argument("folder", type=click.Path(), metavar="FOLDER")
@click.option(
    "--dengan-templat",
    "with_templates",
    is_flag=True,
    help="Salin juga semua templat, untuk diubah.",
)
@click.pass_obj
def command(_: str, folder: str, with_templates: bool) -> None:
    """Buat ruang kerja baru di FOLDER: agreements/, templates/, output/, dan pengaturan.yaml.

    \b
    Contoh:
      nota mulai kerja-sama
      nota -C kerja-sama baru
    """
    from pathlib import Path

    from notakesepakatan.bureau.workspace import make_workspace

    make_workspace(Path(folder), with_templates)
    click.echo(f'Ruang kerja {folder} siap. Langkah berikut: nota -C "{folder}" baru')
