"""`nota periksa-sistem`: what this machine has of what the program needs."""

import platform
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from notakesepakatan.workspace import Workspace


@click.command("periksa-sistem", options_metavar="")
@click.pass_obj
def command(folder: str) -> None:
    """Periksa apakah pustaka sistem dan huruf yang dibutuhkan ada di komputer ini.

    Setiap kekurangan disebut bersama cara memasangnya. Di ruang kerja, surel yang belum
    terkirim dihitung pula, dan zona waktu komputer ini dibandingkan dengan zona kantor.
    Kode keluar 1 bila ada yang kurang."""
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
    click.echo(_zona_line(workspace))
    if not all(need.is_there for need in needs):
        sys.exit(1)


def _zona_line(workspace: "Workspace | None") -> str:
    """The zone of this machine, and of the office where there is a workspace."""
    from notakesepakatan.bureau.zona import machine_words, zona_remark
    from notakesepakatan.load.opened import Opened
    from notakesepakatan.zona import zona_words

    if workspace is None:
        return f"ada     Zona waktu komputer ini: {machine_words()}"
    zona = Opened(workspace).pengaturan.zona
    remark = zona_remark(zona)
    if remark:
        return f"catatan {remark}"
    return f"ada     Zona waktu: {zona_words(zona)}, sama dengan komputer ini"
