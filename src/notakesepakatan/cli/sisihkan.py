"""`nota sisihkan`: a draft that nobody works on any more, put aside and brought back."""

import click

from notakesepakatan.cli.asking import is_interactive


@click.command("sisihkan", options_metavar="[PILIHAN]")
@click.argument("slug", metavar="NAMA")
@click.option(
    "--alasan", "reason", default="", metavar="TEKS", help="Mengapa disisihkan."
)
@click.option(
    "--kembalikan", "back", is_flag=True, help="Kembalikan konsep yang disisihkan."
)
@click.option("--ya", "sure", is_flag=True, help="Sisihkan tanpa ditanya lagi.")
@click.pass_obj
def command(folder: str, /, slug: str, reason: str, back: bool, sure: bool) -> None:
    """Sisihkan konsep NAMA yang tidak dikerjakan lagi, dengan alasannya.

    Tidak ada yang dihapus: berkasnya tetap di tempatnya, bertanda disisihkan. Daftar tidak
    menampilkannya, kecuali diminta dengan --status disisihkan. Konsepnya tidak dapat
    disunting atau ditandatangani sampai dikembalikan dengan --kembalikan.

    \b
    Contoh:
      nota sisihkan kesehatan-2027 --alasan "mitranya mundur"
      nota daftar --status disisihkan
      nota sisihkan kesehatan-2027 --kembalikan
    """
    from pathlib import Path

    from notakesepakatan.bureau.set_aside import set_aside, take_up_again
    from notakesepakatan.cli.days import today
    from notakesepakatan.load.opened import Opened
    from notakesepakatan.workspace import Workspace

    opened = Opened(Workspace(Path(folder)))
    if back:
        if reason:
            raise click.UsageError("--alasan hanya untuk menyisihkan")
        take_up_again(opened, slug)
        click.echo(f"{slug} dikembalikan sebagai konsep.")
        return
    if not sure and is_interactive() and not click.confirm(f"Sisihkan konsep {slug}?"):
        raise click.Abort
    set_aside(opened, slug, reason, today(opened))
    click.echo(
        f"{slug} disisihkan; kembalikan dengan: nota sisihkan {slug} --kembalikan"
    )
