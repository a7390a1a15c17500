"""`nota bukti`: whether signed texts and trail are what they were; the verifier given away."""

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path


@click.command("bukti", options_metavar="[PILIHAN]")
@click.option(
    "--simpan",
    "script",
    type=click.Path(),
    metavar="BERKAS",
    help="Simpan pemeriksanya sebagai BERKAS: satu berkas Python yang dapat dijalankan "
    "siapa pun, tanpa program ini.",
)
@click.pass_obj
def command(folder: str, /, script: str | None) -> None:
    """Buktikan bahwa naskah bersegel dan jejak tidak berubah.

    Jejak, segel, dan salinan tersegel dicocokkan satu dengan yang lain. Bila ada yang
    berubah, bita pertama yang berubah disebut: berkas, baris, dan kolomnya. Tidak ada
    yang ditulis. Kode keluar 1 bila ada yang berubah.

    \b
    Contoh:
      nota bukti
      nota bukti --simpan bukti.py
      python3 bukti.py FOLDER
    """
    from pathlib import Path

    if script is not None:
        _give_away(Path(script))
        return
    _print_report(Path(folder))


def _give_away(path: "Path") -> None:
    from pathlib import Path

    from notakesepakatan import bukti
    from notakesepakatan.workspace.save import save

    save(path, Path(bukti.__file__).read_bytes(), overwrite=False)
    click.echo(f"Pemeriksa tersimpan: {path}. Jalankan: python3 {path} FOLDER")


def _print_report(root: "Path") -> None:
    from notakesepakatan import bukti
    from notakesepakatan.workspace import Workspace

    report = bukti.examine(Workspace(root).root)
    for line in report.lines():
        click.echo(line)
    if not report.is_whole:
        sys.exit(1)
