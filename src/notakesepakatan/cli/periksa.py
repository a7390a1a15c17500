"""`nota periksa`: what is wrong in the text, before it is signed."""

import json
import sys
from datetime import date
from typing import Any

import click

from notakesepakatan.cli.days import PER

_LEVEL = ("galat", "peringatan", "catatan")
_WIDTH = 100


@click.command("periksa", options_metavar="[PILIHAN]")
@click.argument("nama", nargs=-1, metavar="[NAMA|BERKAS]…")
@click.option("--json", "json_", is_flag=True, help="Cetak sebagai JSON.")
@click.option(
    "--tingkat",
    type=click.Choice(_LEVEL),
    default="catatan",
    metavar="TINGKAT",
    help="Paling rendah: galat, peringatan, atau catatan (bawaan).",
)
@PER
@click.pass_obj
def command(
    folder: str, /, nama: tuple[str, ...], json_: bool, tingkat: str, per: date | None
) -> None:
    """Periksa naskah: salah tulis, rujukan, angka, rincian, dasar hukum, dan kesamaan antarbagian.

    Tanpa NAMA, semua kesepakatan. Berkas .docx, .pdf, dan .txt dari luar juga dapat diperiksa. Aturannya ada di
    docs/aturan-periksa.md. Satu temuan yang memang benar dapat didiamkan dengan abaikan: di kesepakatan.yaml.

    \b
    Contoh:
      nota periksa kesehatan-2027
      nota periksa --tingkat galat
      nota periksa naskah-dari-mitra.docx
    """
    from pathlib import Path

    from notakesepakatan.bureau.check import (
        DICTIONARY,
        Found,
        check_agreement,
        check_file,
        counts,
    )
    from notakesepakatan.errors import NotaError
    from notakesepakatan.load.opened import Opened
    from notakesepakatan.workspace import Workspace

    file = [one for one in nama if "." in one or "/" in one]
    slug = [one for one in nama if one not in file]
    every, failed = list[Found](), 0
    if slug or not file:
        opened = Opened(Workspace(Path(folder)))
        for one in slug or opened.workspace.slugs():
            try:
                every += check_agreement(opened, one, per)
            except NotaError as cause:
                failed += 1
                click.echo(str(cause), err=True)
    for one in file:
        every += check_file(Path(one))
    shown = [t for t in every if _LEVEL.index(t.tingkat) <= _LEVEL.index(tingkat)]
    if json_:
        click.echo(json.dumps([t.data() for t in shown], ensure_ascii=False, indent=2))
    else:
        _print(shown)
        click.echo(
            ", ".join(f"{n} {name_level}" for name_level, n in counts(every).items())
        )
    if not DICTIONARY.is_file():
        click.echo(
            "Ejaan tidak diperiksa: kamus belum terpasang (sudo apt-get install hunspell-id).",
            err=True,
        )
    if failed or any(t.tingkat == "galat" for t in every):
        sys.exit(1)


def _print(items: list[Any]) -> None:
    """Findings by file, each with its line and a mark below the words."""
    file = ""
    for t in items:
        if t.tempat.file != file:
            file = t.tempat.file
            click.echo(file)
        click.echo(
            f"  {t.tempat.baris}:{t.tempat.kolom} {t.tingkat} {t.kode}: {t.message}; {t.saran}"
        )
        start = t.tempat.kolom - 1
        shift = max(0, start - _WIDTH // 2)
        click.echo(f"      {t.baris[shift : shift + _WIDTH]}")
        word = next(
            (
                k
                for k in (t.piece, t.piece.split(" ")[0])
                if k and t.baris[start:].startswith(k)
            ),
            "",
        )
        if word:
            click.echo(f"      {' ' * (start - shift)}{'^' * len(word)}")
