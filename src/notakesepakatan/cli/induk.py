"""`nota induk`: quote the agreement that a draft carries out."""

import click


@click.command("induk", options_metavar="[PILIHAN]")
@click.argument("slug", metavar="NAMA")
@click.argument("induk", metavar="[INDUK]", default="")
@click.pass_obj
def command(folder: str, /, slug: str, induk: str) -> None:
    """Kutip jenis, judul, nomor, tanggal, dan akhir INDUK ke dalam konsep NAMA.

    Yang dikutip ditulis di bawah induk: pada kesepakatan.yaml, sehingga [[induk]] dan
    [[induk.nomor]] mencetaknya. Tanpa INDUK, dikutip kembali dari induk yang sudah
    disebut, misalnya setelah induknya bernomor.

    \b
    Contoh:
      nota induk pks-sampah-2026 kb-sampah-2025
      nota induk pks-sampah-2026
    """
    from pathlib import Path

    from notakesepakatan.bureau.induk import quote
    from notakesepakatan.load.opened import Opened
    from notakesepakatan.workspace import Workspace

    file = quote(Opened(Workspace(Path(folder))), slug, induk)
    click.echo(f"{file}: induk dikutip.")
