"""`nota perbaiki`: the fixes that need no thought."""

import click


@click.command("perbaiki", options_metavar="[PILIHAN]")
@click.argument("slug", metavar="NAMA")
@click.pass_obj
def command(folder: str, /, slug: str) -> None:
    """Perbaiki temuan yang aman: pada konsep langsung di barisnya, pada yang sudah
    ditandatangani dengan konsep adendum.

    \b
    Contoh:
      nota perbaiki kesehatan-2027
    """
    from pathlib import Path

    from notakesepakatan.bureau.check import repair
    from notakesepakatan.bureau.office import Office
    from notakesepakatan.workspace import Workspace

    mended = repair(Office(Workspace(Path(folder))), slug)
    if not mended.temuan:
        click.echo(
            "Tidak ada yang dapat diperbaiki tanpa keputusan Anda; lihat: nota periksa."
        )
        return
    for temuan in mended.temuan:
        became = f"menjadi {temuan.replace}" if temuan.replace else "dihapus"
        click.echo(f"{temuan.tempat}: {temuan.piece} {became}")
    if mended.file:
        click.echo(f"{mended.file} diperbaiki di {len(mended.temuan)} tempat.")
    if mended.adendum:
        click.echo(
            f"Naskahnya sudah ditandatangani; "
            f"perbaikannya ditulis sebagai {mended.adendum.file}."
        )
