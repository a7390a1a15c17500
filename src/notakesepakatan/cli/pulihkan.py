"""`nota pulihkan`: a workspace of a backup."""

import click


@click.command("pulihkan", options_metavar="")
@click.argument("archive", type=click.Path(), metavar="BERKAS")
@click.argument("target", type=click.Path(), metavar="FOLDER")
def command(archive: str, target: str) -> None:
    """Pulihkan ruang kerja dari cadangan BERKAS ke FOLDER yang belum ada atau kosong.

    Setiap bita dicocokkan dengan manifes cadangan sebelum ada yang ditulis. Bila satu
    saja tidak cocok, berkasnya disebut dan tidak ada yang dipulihkan. Akun, jejak, dan
    ketikan yang belum disimpan ikut pulih; sesi lama tidak.

    \b
    Contoh:
      nota pulihkan /media/cakram/kerja-sama-2026-11-24.zip kerja-sama
      nota -C kerja-sama bukti
    """
    from pathlib import Path

    from notakesepakatan.bureau.backup import restore_backup
    from notakesepakatan.desk.accounts import load_accounts
    from notakesepakatan.words.numbers import thousands

    restored = restore_backup(Path(archive), Path(target))
    workspace = restored.workspace
    click.echo(
        f"Dipulihkan ke {target}: {thousands(restored.files)} berkas dari cadangan "
        f"{restored.made} (program versi {restored.version})."
    )
    click.echo(
        f"{thousands(len(workspace.slugs()))} kesepakatan, "
        f"{thousands(len(load_accounts(workspace)))} akun, "
        f"{thousands(workspace.examine_trail().count)} baris jejak."
    )
    click.echo(f'Periksa dengan "nota -C {target} bukti", lalu buka mejanya.')
