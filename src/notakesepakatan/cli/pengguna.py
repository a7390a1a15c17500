"""`nota pengguna`: accounts of the desk."""

from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from notakesepakatan.workspace.folders import RuangKerja

_PERAN = ("pembaca", "penyusun", "pengesah")
_SANDI = click.option(
    "--sandi-dari", "sandi_dari", type=click.File("r", encoding="utf-8"), metavar="BERKAS",
    help="Baca sandi dari baris pertama BERKAS; - untuk masukan baku. Tanpa ini, sandi ditanyakan dan tidak terlihat.",
)  # fmt: skip


@click.group("pengguna", options_metavar="[PILIHAN]", subcommand_metavar="TINDAKAN [PILIHAN]…")
def perintah() -> None:
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


@perintah.command("tambah", options_metavar="[PILIHAN]")
@click.argument("nama", metavar="NAMA")
@click.option("--peran", type=click.Choice(_PERAN), default="penyusun", show_default=True, metavar="PERAN", help="Perannya.")
@_SANDI
@click.pass_obj
def tambah(ruang: str, /, nama: str, peran: str, sandi_dari: TextIO | None) -> None:
    """Buat akun baru."""
    from notakesepakatan.desk.accounts import PERAN, add_pengguna, load_pengguna

    kerja = _workspace(ruang)
    pertama = not load_pengguna(kerja)
    add_pengguna(kerja, nama, PERAN[_PERAN.index(peran)], _password(sandi_dari))
    _note(kerja, f"menambah pengguna {nama} ({peran})")
    click.echo(f'Pengguna "{nama}" ({peran}) dibuat.')
    if pertama:
        click.echo("Mulai ulang meja yang sedang berjalan: sejak ada akun, orang harus masuk lebih dahulu.")


@perintah.command("daftar")
@click.pass_obj
def daftar(ruang: str, /) -> None:
    """Daftar akun dan perannya."""
    from notakesepakatan.desk.accounts import load_pengguna

    semua = load_pengguna(_workspace(ruang))
    for satu in semua.values():
        click.echo(f"{satu.nama}  {satu.peran}")
    if not semua:
        click.echo('Belum ada akun; buat dengan "nota pengguna tambah NAMA".')


@perintah.command("sandi", options_metavar="[PILIHAN]")
@click.argument("nama", metavar="NAMA")
@_SANDI
@click.pass_obj
def sandi(ruang: str, /, nama: str, sandi_dari: TextIO | None) -> None:
    """Ganti sandi; sesi yang sedang berjalan berakhir."""
    from notakesepakatan.desk.accounts import set_password

    kerja = _workspace(ruang)
    set_password(kerja, nama, _password(sandi_dari))
    _note(kerja, f"mengganti sandi {nama}")
    click.echo(f'Sandi "{nama}" diganti.')


@perintah.command("hapus")
@click.argument("nama", metavar="NAMA")
@click.pass_obj
def hapus(ruang: str, /, nama: str) -> None:
    """Hapus akun; sesinya berakhir, jejaknya tetap."""
    from notakesepakatan.desk.accounts import remove_pengguna

    kerja = _workspace(ruang)
    remove_pengguna(kerja, nama)
    _note(kerja, f"menghapus pengguna {nama}")
    click.echo(f'Pengguna "{nama}" dihapus.')


def _workspace(ruang: str) -> "RuangKerja":
    from pathlib import Path

    from notakesepakatan.workspace.folders import RuangKerja

    return RuangKerja(Path(ruang))


def _password(dari: TextIO | None) -> str:
    """The password: a line of a file, or asked for twice and not shown."""
    if dari is not None:
        return dari.readline().rstrip("\r\n")
    satu: str = click.prompt("Sandi", hide_input=True)
    if click.prompt("Ulangi sandi", hide_input=True) != satu:
        raise click.UsageError("kedua sandi tidak sama; tidak ada yang diubah")
    return satu


def _note(ruang: "RuangKerja", tindakan: str) -> None:
    from notakesepakatan.desk.trail import Jejak, add_jejak, now

    add_jejak(ruang, Jejak(now(), "baris perintah", tindakan))
