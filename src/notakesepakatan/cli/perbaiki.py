"""`nota perbaiki`: the fixes that need no thought."""

from typing import TYPE_CHECKING

import click

from notakesepakatan.cli.asking import is_interactive

if TYPE_CHECKING:
    from notakesepakatan.bureau.check import Found


@click.command("perbaiki", options_metavar="[PILIHAN]")
@click.argument("slug", metavar="NAMA")
@click.option("--ya", "agreed", is_flag=True, help="Perbaiki tanpa bertanya lagi.")
@click.pass_obj
def command(folder: str, /, slug: str, agreed: bool) -> None:
    """Perbaiki temuan yang pasti: pada konsep langsung di barisnya, pada yang sudah
    ditandatangani dengan konsep adendum.

    Setiap perbaikan ditampilkan lebih dahulu, lalu ditanyakan apakah ditulis. Di luar
    terminal, misalnya dalam skrip, tidak ada yang ditanyakan. Alamat, nama peraturan,
    kutipan, nomor naskah lain, dan nama yang dipilih para pihak tidak disentuh.

    \b
    Contoh:
      nota perbaiki kesehatan-2027
      nota perbaiki kesehatan-2027 --ya
    """
    from pathlib import Path

    from notakesepakatan.bureau.office import Office
    from notakesepakatan.bureau.repair import plan_repair, repair
    from notakesepakatan.workspace import Workspace

    office = Office(Workspace(Path(folder)))
    planned = plan_repair(office, slug)
    if not planned.temuan:
        click.echo(
            "Tidak ada yang dapat diperbaiki tanpa keputusan Anda; lihat: nota periksa."
        )
        return
    for temuan in planned.temuan:
        click.echo(_line(temuan))
    if not (agreed or not is_interactive() or _agreed(planned.signed)):
        click.echo("Tidak ada yang diubah.")
        return
    mended = repair(office, slug, planned.seen)
    if mended.file:
        click.echo(f"{mended.file} diperbaiki di {len(mended.temuan)} tempat.")
    if mended.adendum:
        click.echo(
            f"Naskahnya sudah ditandatangani; "
            f"perbaikannya ditulis sebagai {mended.adendum.file}."
        )


def _line(temuan: "Found") -> str:
    """One fix: where, what, and what it becomes."""
    became = f"menjadi {temuan.replace}" if temuan.replace else "dihapus"
    return f"{temuan.tempat}: {temuan.piece} {became}"


def _agreed(signed: bool) -> bool:
    where = "sebagai konsep adendum perbaikan" if signed else "ke dalam konsep"
    return click.confirm(f"Tulis perbaikan ini {where}?", default=True)
