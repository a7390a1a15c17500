"""`nota periksa-sistem`: what this machine has of what the program needs."""

import platform
import sys

import click


@click.command("periksa-sistem", options_metavar="")
@click.pass_obj
def command(folder: str) -> None:
    """Periksa apakah pustaka sistem dan huruf yang dibutuhkan ada di komputer ini.

    Setiap kekurangan disebut bersama cara memasangnya. Di ruang kerja, surel yang belum
    terkirim dihitung pula. Kode keluar 1 bila ada yang kurang."""
    from pathlib import Path

    from notakesepakatan.bureau.system import examine
    from notakesepakatan.workspace import Workspace

    root = Path(folder)
    workspace = Workspace(root) if Workspace.is_one(root) else None
    click.echo(f"Python {platform.python_version()} ({sys.executable})")
    needs = list(examine(workspace))
    for need in needs:
        state = "ada   " if need.is_there else "KURANG"
        click.echo(f"{state}  {need.name}: {need.remark}")
    if not all(need.is_there for need in needs):
        sys.exit(1)
