"""`nota cadangan`: the whole workspace in one file."""

import click


@click.command("cadangan", options_metavar="[PILIHAN]")
@click.argument("archive", type=click.Path(), metavar="BERKAS")
@click.option(
    "--dengan-output",
    "with_output",
    is_flag=True,
    help="Ikutkan semua naskah di output/, bukan suratnya saja.",
)
@click.pass_obj
def command(folder: str, /, archive: str, with_output: bool) -> None:
    """Simpan seluruh ruang kerja, dengan akun dan jejaknya, dalam satu BERKAS .zip.

    Meja boleh tetap berjalan. BERKAS memuat sidik sandi: simpanlah di tempat yang hanya
    dapat dibuka pengelola. Naskah di output/ dapat disusun lagi, jadi hanya suratnya
    yang ikut.

    \b
    Contoh:
      nota cadangan /media/cakram/kerja-sama-2026-11-24.zip
      nota pulihkan /media/cakram/kerja-sama-2026-11-24.zip kerja-sama
    """
    from pathlib import Path

    from notakesepakatan.bureau.backup import save_backup
    from notakesepakatan.words.numbers import thousands
    from notakesepakatan.workspace import Workspace
    from notakesepakatan.zona import office_time

    workspace = Workspace(Path(folder))
    moment = office_time(workspace.zona)
    backup = save_backup(workspace, Path(archive), moment, with_output=with_output)
    click.echo(
        f"Cadangan {archive}: {thousands(backup.files)} berkas, "
        f"{thousands(backup.size)} bita sebelum dimampatkan. Hanya pemiliknya dapat "
        "membacanya; simpanlah di luar komputer ini."
    )
