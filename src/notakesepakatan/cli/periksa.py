"""`nota periksa`: what is wrong in the text, before it is signed."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

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

    Tanpa NAMA, semua kesepakatan. Berkas dari luar juga dapat diperiksa: .docx, .pdf,
    .txt, dan lewat LibreOffice .doc, .odt, .rtf. Yang tidak terbaca disebutkan. Aturannya
    ada di docs/aturan-periksa.md. Satu temuan yang memang benar dapat didiamkan dengan
    abaikan: di kesepakatan.yaml.

    \b
    Contoh:
      nota periksa kesehatan-2027
      nota periksa --tingkat galat
      nota periksa naskah-dari-mitra.docx
    """
    from notakesepakatan.bureau.check import counts
    from notakesepakatan.load.dictionary import DICTIONARY

    files = tuple(filter(_is_file_name, names))
    slugs = tuple(name for name in names if name not in files)
    checked = _Checked([], [], [])
    if slugs or not files:
        checked.add(_check_every_kesepakatan(folder, slugs, per))
    checked.add(_check_files(files))
    shown = _from_level(tingkat, checked.found)
    count_of = counts(checked.found)
    for problem in checked.problems:
        click.echo(problem, err=True)
    if json_wanted:
        _print_json(checked, shown)
    else:
        _print(shown)
        _print_readings(checked, count_of)
    if not DICTIONARY.is_file():
        click.echo(
            "Ejaan tidak diperiksa: kamus belum terpasang "
            "(sudo apt-get install hunspell-id).",
            err=True,
        )
    if checked.problems or count_of["galat"]:
        sys.exit(1)


@dataclass
class _Checked:
    """What came of one call.

    Attributes:
        found: findings.
        readings: the account of each file that was read.
        problems: why some were not, or not as a whole.
    """

    found: "list[Found]"
    readings: list[dict[str, Any]]
    problems: list[str]

    @property
    def is_anything_read(self) -> bool:
        """Whether a count of findings says anything."""
        return any(reading["paragraf"] for reading in self.readings)

    def add(self, other: "_Checked") -> None:
        """What came of some more."""
        self.found += other.found
        self.readings += other.readings
        self.problems += other.problems

    def not_read(self, name: str, why: str) -> None:
        """A file of which nothing was read."""
        part = {"bagian": "seluruh berkas", "alasan": why, "kata": 0}
        reading = {"berkas": name, "halaman": None, "paragraf": 0, "kata": 0}
        self.readings.append({**reading, "tidak_terbaca": [part]})
        self.problems.append(why)


def _print_json(checked: _Checked, shown: "Iterable[Found]") -> None:
    rows = [temuan.data() for temuan in shown]
    content = {"bacaan": checked.readings, "temuan": rows}
    click.echo(json.dumps(content, ensure_ascii=False, indent=2))


def _print_readings(checked: _Checked, count_of: Mapping[str, int]) -> None:
    """What was read, and how much was found where anything was."""
    for line in _reading_lines(checked.readings):
        click.echo(line)
    if checked.is_anything_read:
        click.echo(_sums(count_of))


def _reading_lines(readings: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """What was read of files that are not ours, and what was not."""
    for reading in readings:
        if "perubahan" not in reading:
            continue
        pages = f"{reading['halaman']} halaman, " if reading["halaman"] else ""
        yield (
            f"{reading['berkas']}: terbaca {pages}{reading['paragraf']} alinea, "
            f"{reading['kata']} kata"
        )
        for remark in reading["catatan"]:
            yield f"  {remark}"
        for part in reading["tidak_terbaca"]:
            words = f" ({part['kata']} kata)" if part["kata"] else ""
            yield f"  tidak terbaca: {part['bagian']}{words}: {part['alasan']}"
        added = sum(mark["jenis"] == "sisipan" for mark in reading["perubahan"])
        if added:
            yield f"  {added} sisipan terlacak dibaca seolah diterima"


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
) -> _Checked:
    """What came of these agreements, or of all."""
    from pathlib import Path

    from notakesepakatan.bureau.check import (
        check_attachments,
        check_kesepakatan,
        reading_of,
    )
    from notakesepakatan.errors import NotaError
    from notakesepakatan.load.opened import Opened
    from notakesepakatan.workspace import Workspace

    opened = Opened(Workspace(Path(folder)))
    checked = _Checked([], [], [])
    everyone = (*opened.workspace.slugs(), *opened.workspace.sealed_gone())
    for slug in slugs or everyone:
        try:
            checked.found += check_kesepakatan(opened, slug, per)
            # All bytes of them are read, which is too slow for a whole workspace.
            checked.found += check_attachments(opened, slug) if slugs else ()
            checked.readings.append(reading_of(opened, slug))
        except NotaError as cause:
            checked.not_read(slug, str(cause))
    return checked


def _check_files(files: Sequence[str]) -> _Checked:
    """What came of files that are not ours; a bad one costs only itself."""
    from pathlib import Path

    from notakesepakatan.bureau.check import check_file
    from notakesepakatan.errors import NotaError

    checked = _Checked([], [], [])
    for file in files:
        try:
            one = check_file(Path(file))
        except NotaError as cause:
            checked.not_read(file, str(cause))
            continue
        checked.found += one.found
        checked.readings.append(one.reading())
        checked.problems += one.problems
    return checked


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
