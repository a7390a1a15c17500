"""`nota perbaiki`: the fixes that need no thought."""

import click


@click.command("perbaiki", options_metavar="[PILIHAN]")
@click.argument("slug", metavar="NAMA")
@click.pass_obj
def command(folder: str, /, slug: str) -> None:
    """Perbaiki temuan yang aman: pada konsep langsung di barisnya, pada yang sudah ditandatangani dengan konsep adendum.

    \b
    Contoh:
      nota perbaiki kesehatan-2027
    """
    from pathlib import Path

    from notakesepakatan.bureau.check import repair
    from notakesepakatan.bureau.office import Office
    from notakesepakatan.workspace import Workspace

    result = repair(Office(Workspace(Path(folder))), slug)
    if not result.items:
        click.echo(
            "Tidak ada yang dapat diperbaiki tanpa keputusan Anda; lihat: nota periksa."
        )
        return
    for t in result.items:
        click.echo(f"{t.tempat}: {t.piece} menjadi {t.replace}")
    if result.file:
        click.echo(f"{result.file} diperbaiki di {len(result.items)} tempat.")
    if result.adendum:
        click.echo(
            f"Naskahnya sudah ditandatangani; perbaikannya ditulis sebagai {result.adendum.file}."
        )
