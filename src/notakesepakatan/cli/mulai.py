"""`nota mulai`: a new workspace."""

import click


@click.command("mulai", options_metavar="[PILIHAN]")
@click.argument("folder", type=click.Path(), metavar="FOLDER")
@click.option("--dengan-templat", is_flag=True, help="Salin juga semua templat, untuk diubah.")
@click.pass_obj
def perintah(ruang: str, folder: str, dengan_templat: bool) -> None:
    """Buat ruang kerja baru di FOLDER: agreements/, templates/, output/, dan pengaturan.yaml.

    \b
    Contoh:
      nota mulai kerja-sama
      nota -C kerja-sama baru
    """
    from pathlib import Path

    from notakesepakatan.bureau.workspace import make_workspace

    make_workspace(Path(folder), dengan_templat)
    click.echo(f'Ruang kerja {folder} siap. Langkah berikut: nota -C "{folder}" baru')
