"""`nota periksa-sistem`: what this machine has of what the program needs."""

import platform
import sys

import click


@click.command("periksa-sistem", options_metavar="")
def command() -> None:
    """Periksa apakah pustaka sistem dan huruf yang dibutuhkan ada di komputer ini.

    Setiap kekurangan disebut bersama cara memasangnya. Kode keluar 1 bila ada yang kurang.
    """
    from notakesepakatan.bureau.system import examine

    missing = False
    click.echo(f"Python {platform.python_version()} ({sys.executable})")
    for name, ada, remark in examine():
        click.echo(f"{'ada   ' if ada else 'KURANG'}  {name}: {remark}")
        missing |= not ada
    if missing:
        sys.exit(1)
