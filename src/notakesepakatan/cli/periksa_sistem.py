"""`nota periksa-sistem`: what this machine has of what the program needs."""

import platform
import sys

import click


@click.command("periksa-sistem", options_metavar="")
def command() -> None:
    """Periksa apakah pustaka sistem dan huruf yang dibutuhkan ada di komputer ini.

    Setiap kekurangan disebut bersama cara memasangnya. Kode keluar 1 bila ada yang
    kurang."""
    from notakesepakatan.bureau.system import examine

    click.echo(f"Python {platform.python_version()} ({sys.executable})")
    needs = list(examine())
    for need in needs:
        state = "ada   " if need.is_there else "KURANG"
        click.echo(f"{state}  {need.name}: {need.remark}")
    if not all(need.is_there for need in needs):
        sys.exit(1)
