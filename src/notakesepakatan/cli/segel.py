"""`nota segel`: seal what is signed, so that a later change of it shows."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from notakesepakatan.bureau.seal import SealedFiles


@click.command("segel", options_metavar="[PILIHAN]")
@click.argument("slugs", nargs=-1, metavar="[NAMA]…")
@click.option("--semua", "every", is_flag=True, help="Semua kesepakatan.")
@click.option(
    "--ulang",
    "anew",
    is_flag=True,
    help="Segel kembali juga yang berubah sejak disegel; perlu --alasan.",
)
@click.option(
    "--alasan", "reason", default="", metavar="TEKS", help="Mengapa disegel kembali."
)
@click.pass_obj
def command(
    folder: str, /, slugs: tuple[str, ...], every: bool, anew: bool, reason: str
) -> None:
    """Segel naskah yang sudah ditandatangani: sidiknya disimpan, dan perubahan sesudahnya ketahuan.

    Penandatanganan yang dicatat di meja disegel dengan sendirinya. Perintah ini untuk
    naskah yang tanggalnya ditulis langsung di berkas, dan untuk naskah lama. Naskah yang
    berubah sejak disegel, dan segel atau peristiwa yang diubah atau dihapus di luar program,
    tidak diterima kecuali dengan --ulang dan --alasan.

    \b
    Contoh:
      nota segel bp2mi-pekalongan-2022
      nota segel --semua
      nota segel kesehatan-2027 --ulang --alasan "salah ketik nomor, disetujui kedua pihak"
    """
    from pathlib import Path

    from notakesepakatan.bureau.seal import seal_signed
    from notakesepakatan.cli.days import today_of
    from notakesepakatan.errors import NotaError
    from notakesepakatan.load.opened import Opened
    from notakesepakatan.workspace import Workspace

    if every == bool(slugs):
        raise click.UsageError("sebut NAMA, atau --semua")
    if every and anew:
        raise click.UsageError("--ulang hanya untuk kesepakatan yang disebut namanya")
    workspace = Workspace(Path(folder))
    today = today_of(workspace)
    failed = False
    for slug in slugs or workspace.slugs():
        try:
            sealed = seal_signed(
                Opened(workspace), slug, today, anew=anew, reason=reason
            )
        except NotaError as cause:
            click.echo(str(cause), err=True)
            failed = True
            continue
        told = list(_told(sealed))
        if not told and not every:
            told = ["tidak ada naskah bertanda tangan yang belum disegel."]
        for sentence in told:
            click.echo(f"{slug}: {sentence}")
    if failed:
        sys.exit(1)


def _told(sealed: "SealedFiles") -> Iterator[str]:
    """What was done, a sentence each."""
    from notakesepakatan.bureau.seal import ACCEPTED

    if sealed.files:
        yield f"{', '.join(sealed.files)} disegel."
    if sealed.accepted:
        yield f"{', '.join(sealed.accepted)} {ACCEPTED}."
