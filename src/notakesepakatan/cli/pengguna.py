"""`nota pengguna`: accounts of the desk."""

from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from notakesepakatan.workspace import Workspace

_ROLE = ("pembaca", "penyusun", "pengesah")
_PASSWORD = click.option(
    "--sandi-dari",
    "password_of",
    type=click.File("r", encoding="utf-8"),
    metavar="BERKAS",
    help="Baca sandi dari baris pertama BERKAS; - untuk masukan baku. "
    "Tanpa ini, sandi ditanyakan dan tidak terlihat.",
)


@click.group(
    "pengguna", options_metavar="[PILIHAN]", subcommand_metavar="TINDAKAN [PILIHAN]…"
)
def command() -> None:
    """Akun meja: siapa boleh masuk, dan sebagai apa.

    \b
    pembaca   membaca semuanya
    penyusun  juga menyunting konsep, mencatat peristiwa, membuat konsep adendum
    pengesah  juga menandai sudah ditandatangani dan mengakhiri

    \b
    Contoh:
      nota pengguna tambah ani --peran penyusun
      nota pengguna daftar
      nota pengguna sandi ani
      nota pengguna hapus ani
    """


@command.command("tambah", options_metavar="[PILIHAN]")
@click.argument("nama", metavar="NAMA")
@click.option(
    "--peran",
    "role",
    type=click.Choice(_ROLE),
    default="penyusun",
    show_default=True,
    metavar="PERAN",
    help="Perannya.",
)
@_PASSWORD
@click.pass_obj
def add(folder: str, /, nama: str, role: str, password_of: TextIO | None) -> None:
    """Buat akun baru."""
    from notakesepakatan.desk.accounts import ROLE, add_account, load_accounts

    workspace = _workspace(folder)
    is_first = not load_accounts(workspace)
    add_account(workspace, nama, ROLE[_ROLE.index(role)], _password(password_of))
    click.echo(f'Pengguna "{nama}" ({role}) dibuat.')
    if is_first:
        click.echo(
            "Sejak sekarang orang harus masuk lebih dahulu, "
            "juga di meja yang sedang berjalan."
        )


@command.command("daftar")
@click.pass_obj
def list_accounts(folder: str, /) -> None:
    """Daftar akun dan perannya."""
    from notakesepakatan.desk.accounts import load_accounts

    accounts = load_accounts(_workspace(folder))
    for account in accounts.values():
        click.echo(f"{account.nama}  {account.role}")
    if not accounts:
        click.echo('Belum ada akun; buat dengan "nota pengguna tambah NAMA".')


@command.command("sandi", options_metavar="[PILIHAN]")
@click.argument("nama", metavar="NAMA")
@_PASSWORD
@click.pass_obj
def change_password(folder: str, /, nama: str, password_of: TextIO | None) -> None:
    """Ganti sandi; sesi yang sedang berjalan berakhir."""
    from notakesepakatan.desk.accounts import set_password

    workspace = _workspace(folder)
    set_password(workspace, nama, _password(password_of))
    click.echo(f'Sandi "{nama}" diganti.')


@command.command("hapus")
@click.argument("nama", metavar="NAMA")
@click.pass_obj
def remove(folder: str, /, nama: str) -> None:
    """Hapus akun; sesinya berakhir, jejaknya tetap."""
    from notakesepakatan.desk.accounts import remove_account

    workspace = _workspace(folder)
    remove_account(workspace, nama)
    click.echo(f'Pengguna "{nama}" dihapus.')


def _workspace(folder: str) -> "Workspace":
    from pathlib import Path

    from notakesepakatan.workspace import Workspace

    return Workspace(Path(folder))


def _password(file: TextIO | None) -> str:
    """The password: a line of a file, or asked for twice and not shown."""
    if file is not None:
        return file.readline().rstrip("\r\n")
    password: str = click.prompt("Sandi", hide_input=True)
    if click.prompt("Ulangi sandi", hide_input=True) != password:
        raise click.UsageError("kedua sandi tidak sama; tidak ada yang diubah")
    return password
