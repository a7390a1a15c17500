"""`nota perbaiki`: the fixes that need no thought."""

import click


@click.command("perbaiki", options_metavar="[PILIHAN]")
@click.argument("slug", metavar="NAMA")
@click.pass_obj
def perintah(ruang: str, /, slug: str) -> None:
    """Perbaiki temuan yang aman: pada konsep langsung di barisnya, pada yang sudah ditandatangani dengan konsep adendum.

    \b
    Contoh:
      nota perbaiki kesehatan-2027
    """
    from pathlib import Path

    from notakesepakatan.bureau.check import repair
    from notakesepakatan.workspace.folders import RuangKerja

    hasil = repair(RuangKerja(Path(ruang)), slug)
    if not hasil.daftar:
        click.echo("Tidak ada yang dapat diperbaiki tanpa keputusan Anda; lihat: nota periksa.")
        return
    for t in hasil.daftar:
        click.echo(f"{t.tempat}: {t.potongan} menjadi {t.ganti}")
    if hasil.berkas:
        click.echo(f"{hasil.berkas} diperbaiki di {len(hasil.daftar)} tempat.")
    if hasil.adendum:
        click.echo(f"Naskahnya sudah ditandatangani; perbaikannya ditulis sebagai {hasil.adendum.berkas}.")
