"""`nota cabut`: take back what was done by mistake; the record of it stays."""

import click

from notakesepakatan.cli.asking import is_interactive


@click.command("cabut", options_metavar="[PILIHAN]")
@click.argument("slug", metavar="NAMA")
@click.argument("thing", metavar="[APA]", default="")
@click.option("--alasan", "reason", default="", metavar="TEKS", help="Mengapa dicabut.")
@click.option("--ya", "sure", is_flag=True, help="Cabut tanpa ditanya lagi.")
@click.pass_obj
def command(folder: str, /, slug: str, thing: str, reason: str, sure: bool) -> None:
    """Cabut sesuatu yang keliru pada kesepakatan NAMA. Tanpa APA: daftar yang dapat dicabut.

    APA adalah nama berkas peristiwa, "penandatanganan", atau nama adendum seperti pada
    daftar itu. Tidak ada yang dihapus: peristiwa ditandai dicabut di berkasnya sendiri,
    konsep adendum disimpan di folder dicabut/, dan naskah yang penandatanganannya dicabut
    kembali menjadi konsep. Yang masih menjadi tumpuan hal lain tidak dapat dicabut.

    \b
    Contoh:
      nota cabut bp2mi-pekalongan-2022
      nota cabut bp2mi-pekalongan-2022 2027-03-10-perpanjangan --alasan "salah tanggal"
      nota cabut kesehatan-2027 penandatanganan --alasan "ditandatangani 3 Maret, bukan 13 Maret"
    """
    from pathlib import Path

    from notakesepakatan.bureau.withdrawal import (
        NotWithdrawn,
        deeds,
        foresee,
        withdraw,
    )
    from notakesepakatan.cli.days import today
    from notakesepakatan.load.opened import Opened
    from notakesepakatan.workspace import Workspace

    opened = Opened(Workspace(Path(folder)))
    if not thing:
        things = deeds(opened, slug)
        for each in things:
            click.echo(f"{each.name}  {each.words}")
        if not things:
            click.echo(f"{slug}: tidak ada yang dapat dicabut.")
        return
    day = today(opened)
    try:
        following = foresee(opened, slug, thing, day).following
    except NotWithdrawn as cause:
        if cause.before:
            click.echo(f"Lebih dahulu: nota cabut {slug} {cause.before}", err=True)
        raise
    for sentence in following:
        click.echo(sentence)
    if not sure and is_interactive() and not click.confirm("Cabut?"):
        raise click.Abort
    file = withdraw(opened, slug, thing, reason, day)
    click.echo(f"{thing} dicabut; catatannya ada di {opened.workspace.relative(file)}.")
