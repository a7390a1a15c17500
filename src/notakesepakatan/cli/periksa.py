"""`nota periksa`: what is wrong in the text, before it is signed."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from notakesepakatan.cli.days import PER

if TYPE_CHECKING:
    from notakesepakatan.bureau.check import Found

_LEVEL = ("galat", "peringatan", "catatan")
_WIDTH = 100


@click.command("periksa", options_metavar="[PILIHAN]")
@click.argument("names", nargs=-1, metavar="[NAMA|BERKAS]…")
@click.option("--json", "json_wanted", is_flag=True, help="Cetak sebagai JSON.")
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
    folder: str,
    /,
    names: tuple[str, ...],
    json_wanted: bool,
    tingkat: str,
    per: date | None,
) -> None:
    """Periksa naskah: salah tulis, rujukan, angka, rincian, dasar hukum, dan kesamaan antarbagian.

    Tanpa NAMA, semua kesepakatan. Berkas .docx, .pdf, dan .txt dari luar juga dapat
    diperiksa. Aturannya ada di docs/aturan-periksa.md. Satu temuan yang memang benar
    dapat didiamkan dengan abaikan: di kesepakatan.yaml.

    \b
    Contoh:
      nota periksa kesehatan-2027
      nota periksa --tingkat galat
      nota periksa naskah-dari-mitra.docx
    """
    from notakesepakatan.bureau.check import DICTIONARY, counts

    files = tuple(filter(_is_file_name, names))
    slugs = tuple(name for name in names if name not in files)
    found: list[Found] = []
    problems: list[str] = []
    if slugs or not files:
        found, problems = _check_every_kesepakatan(folder, slugs, per)
    for problem in problems:
        click.echo(problem, err=True)
    found += _check_files(files)
    shown = _from_level(tingkat, found)
    count_of = counts(found)
    if json_wanted:
        rows = [temuan.data() for temuan in shown]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        _print(shown)
        click.echo(_sums(count_of))
    if not DICTIONARY.is_file():
        click.echo(
            "Ejaan tidak diperiksa: kamus belum terpasang "
            "(sudo apt-get install hunspell-id).",
            err=True,
        )
    if problems or count_of["galat"]:
        sys.exit(1)


def _is_file_name(name: str) -> bool:
    """Whether it names a file that is not ours, rather than an agreement."""
    return "." in name or "/" in name


def _from_level(tingkat: str, found: "Iterable[Found]") -> "list[Found]":
    """Those of this level and of graver ones."""
    lowest = _LEVEL.index(tingkat)
    return [temuan for temuan in found if _LEVEL.index(temuan.tingkat) <= lowest]


def _sums(count_of: Mapping[str, int]) -> str:
    """ "2 galat, 0 peringatan, 1 catatan"."""
    return ", ".join(f"{count} {level}" for level, count in count_of.items())


def _check_every_kesepakatan(
    folder: str, slugs: Sequence[str], per: date | None
) -> "tuple[list[Found], list[str]]":
    """Findings on these agreements, or on all, and why some cannot be read."""
    from pathlib import Path

    from notakesepakatan.bureau.check import check_kesepakatan
    from notakesepakatan.errors import NotaError
    from notakesepakatan.load.opened import Opened
    from notakesepakatan.workspace import Workspace

    opened = Opened(Workspace(Path(folder)))
    found: list[Found] = []
    problems = list[str]()
    for slug in slugs or opened.workspace.slugs():
        try:
            found += check_kesepakatan(opened, slug, per)
        except NotaError as cause:
            problems.append(str(cause))
    return found, problems


def _check_files(files: Sequence[str]) -> "list[Found]":
    """Findings on files that are not ours."""
    from pathlib import Path

    from notakesepakatan.bureau.check import check_file

    return [temuan for file in files for temuan in check_file(Path(file))]


def _print(items: "Iterable[Found]") -> None:
    """Findings by file, each with its line and a mark below the words."""
    lines = list[str]()
    file = ""
    for temuan in items:
        position = temuan.tempat
        if position.file != file:
            file = position.file
            lines.append(file)
        lines.append(
            f"  {position.baris}:{position.kolom} {temuan.tingkat} {temuan.kode}: "
            f"{temuan.message}; {temuan.saran}"
        )
        lines += _shown_line(temuan)
    if lines:
        click.echo("\n".join(lines))


def _shown_line(temuan: "Found") -> list[str]:
    """The line with what is found in it, as much of it as a terminal shows."""
    start = temuan.tempat.kolom - 1
    shift = max(0, start - _WIDTH // 2)
    shown = [f"      {temuan.baris[shift : shift + _WIDTH]}"]
    words = _words_there(temuan, start)
    if words:
        shown.append(f"      {' ' * (start - shift)}{'^' * len(words)}")
    return shown


def _words_there(temuan: "Found", start: int) -> str:
    """The words that a finding is about, or the first of them, where they stand."""
    first = temuan.piece.split(" ", 1)[0]
    for words in (temuan.piece, first):
        if temuan.baris.startswith(words, start):
            return words
    return ""
