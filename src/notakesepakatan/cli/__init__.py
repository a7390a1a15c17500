"""The command `nota`: options in, one call, print.

Everything heavy is imported inside the commands, `pathlib` too: `nota --help` must answer at once.
"""

import gc
import gettext
import importlib
import os
import sys
from typing import Any

import click

from notakesepakatan import __version__

_COMMAND = {
    "mulai": "Buat ruang kerja baru.",
    "baru": "Mulai kesepakatan baru.",
    "susun": "Susun naskah Word, PDF, dan teks.",
    "adendum": "Adendum atau perbaikan dari naskah yang seharusnya.",
    "konsolidasi": "Naskah yang berlaku pada suatu tanggal.",
    "periksa": "Periksa naskah sebelum ditandatangani.",
    "impor": "Masukkan daftar dan naskah yang sudah ada.",
    "lampirkan": "Lampirkan berkas: pindaian, keputusan, foto.",
    "induk": "Kutip kesepakatan induk ke dalam konsep.",
    "perbaiki": "Perbaiki temuan yang aman.",
    "daftar": "Daftar semua kesepakatan dengan status dan tenggatnya.",
    "tenggat": "Tenggat yang akan datang dan yang terlewat, dengan alasannya.",
    "hukum": "Kesepakatan yang dasar hukumnya dicabut atau diubah.",
    "catat": "Catat peristiwa: pemberitahuan, perpanjangan, keadaan kahar, …",
    "cabut": "Cabut peristiwa, penandatanganan, atau konsep adendum yang keliru.",
    "sisihkan": "Sisihkan konsep yang tidak dikerjakan lagi.",
    "kahar": "Keadaan kahar dan berita acaranya.",
    "realisasi": "Realisasi Rencana Kerja dan laporannya.",
    "rangkap": "Siapa memegang rangkap mana.",
    "pemberitahuan": "Surat pemberitahuan perpanjangan atau pengakhiran.",
    "terbitkan": "Susun setiap surat yang waktunya sudah tiba.",
    "segel": "Segel naskah yang sudah ditandatangani.",
    "versi": "Versi lama: dilihat, dibandingkan, dikembalikan.",
    "jejak": "Siapa mengubah apa, dan apakah jejaknya utuh.",
    "templat": "Klausul dan templat kantor.",
    "web": "Meja: semuanya di peramban.",
    "pengguna": "Akun meja dan perannya.",
    "cadangan": "Buat cadangan seluruh ruang kerja dalam satu berkas.",
    "pulihkan": "Pulihkan ruang kerja dari cadangan.",
    "bukti": "Buktikan bahwa naskah bersegel dan jejak tidak berubah.",
    "hitung": "Hitung hari kerja, bulan, dan bilangan dengan huruf.",
    "periksa-sistem": "Periksa pustaka dan huruf di komputer ini.",
    "skema": "Cetak JSON Schema dari kesepakatan.yaml.",
}
_HELP_OPTIONS = {"help_option_names": ["-h", "--help", "--bantuan"]}


class _Group(click.Group):
    """Commands live one a module, `cli/<name>.py`, and are imported when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMAND)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMAND:
            return None
        module = importlib.import_module(
            f"notakesepakatan.cli.{cmd_name.replace('-', '_')}"
        )
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click's own, which can only suggest commands that are loaded already."""
        if args and args[0] not in _COMMAND and args[0][:1] != "-":
            raise click.exceptions.NoSuchCommand(
                args[0], possibilities=list(_COMMAND), ctx=ctx
            )
        return super().resolve_command(ctx, args)

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """The list of commands without importing any of them."""
        with formatter.section("Perintah"):
            formatter.write_dl(list(_COMMAND.items()))


@click.group(
    cls=_Group,
    context_settings=_HELP_OPTIONS,
    options_metavar="[PILIHAN]",
    subcommand_metavar="PERINTAH [PILIHAN]…",
    epilog='Bantuan untuk satu perintah: "nota PERINTAH --help", misalnya "nota susun --help".',
)
@click.option(
    "-C",
    "--ruang",
    "folder",
    type=click.Path(),
    default=".",
    metavar="FOLDER",
    help="Ruang kerja: folder yang memuat agreements/. Bawaan: folder ini.",
)
@click.version_option(
    __version__,
    "--versi",
    "--version",
    message="notakesepakatan %(version)s",
    help="Tampilkan versi program.",
)
@click.pass_context
def cli(ctx: click.Context, folder: str) -> None:
    """Menyusun dan mengelola kesepakatan antarlembaga pemerintah: dari data YAML
    menjadi Word dan PDF.
    """
    ctx.obj = folder


def main() -> Any:
    """Entry point: Indonesian whatever the locale, one clear message instead of a traceback."""
    os.environ["LANGUAGE"] = "id"
    # A command is short: looking for garbage among what it imports only costs time.
    gc.set_threshold(100_000)
    gettext.bindtextdomain(
        "messages", f"{__file__.rpartition(os.sep)[0]}{os.sep}locale"
    )
    try:
        return cli()
    except Exception as cause:
        from notakesepakatan.errors import NotaError

        if isinstance(cause, NotaError):
            click.echo(str(cause), err=True)
            sys.exit(cause.exit_code)
        if os.environ.get("NOTA_DEBUG"):
            raise
        click.echo(
            f"Kesalahan di dalam program ({type(cause).__name__}: {cause}). "
            f"Data Anda tidak diubah. Jalankan lagi dengan NOTA_DEBUG=1 di depan "
            f"perintah dan kirim keluarannya kepada pengelola program.",
            err=True,
        )
        sys.exit(70)
