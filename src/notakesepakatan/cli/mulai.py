"""`nota mulai`: a new workspace."""

from pathlib import Path

import click


@click.command("mulai", short_help="Buat ruang kerja baru.", options_metavar="[PILIHAN]")
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
@click.option("--dengan-templat", is_flag=True, help="Salin juga semua templat, untuk diubah.")
@click.pass_obj
def perintah(ruang: Path, folder: Path, dengan_templat: bool) -> None:
    """Buat ruang kerja baru di FOLDER: agreements/, templates/, output/, dan pengaturan.yaml.

    \b
    Contoh:
      nota mulai kerja-sama
      nota -C kerja-sama baru
    """
    from notakesepakatan.mulai import make_workspace

    make_workspace(folder, dengan_templat)
    click.echo(f'Ruang kerja {folder} siap. Langkah berikut: nota -C "{folder}" baru')
