"""`nota impor`: what the bureau already has, from files that were made elsewhere."""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from notakesepakatan.cli.asking import is_interactive
from notakesepakatan.cli.days import today
from notakesepakatan.cli.take_text import Wanted, is_text_name, run_text

if TYPE_CHECKING:
    from pathlib import Path

    from notakesepakatan.bureau.impor import Entry, Examined, ReadRegister
    from notakesepakatan.compute.intake.rows import Decided, ReadCell
    from notakesepakatan.load.opened import Opened

_SHOWN_SAMPLE = 40


def _parse_pairs(
    ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> dict[str, str]:
    """ "Tgl Mulai=hari" -> {"Tgl Mulai": "hari"}."""
    pairs = dict[str, str]()
    for value in values:
        name, equals, said = value.rpartition("=")
        if not equals or not name.strip():
            raise click.BadParameter(f'"{value}" bukan NAMA=ISI', ctx, parameter)
        pairs[name.strip()] = said.strip()
    return pairs


@click.command("impor", options_metavar="[PILIHAN]")
@click.argument(
    "file",
    type=click.Path(exists=True),
    required=False,
    metavar="BERKAS",
)
@click.option("--lihat", "look_only", is_flag=True, help="Tampilkan; tidak menulis.")
@click.option("--json", "json_wanted", is_flag=True, help="Keluaran JSON.")
@click.option("--ya", "agreed", is_flag=True, help="Tulis yang pasti tanpa bertanya.")
@click.option(
    "--kolom",
    "columns",
    multiple=True,
    callback=_parse_pairs,
    metavar="JUDUL=KUNCI",
    help='Isi sebuah kolom, mis. "Tgl TTD=tanggal". Boleh diulang.',
)
@click.option(
    "--urutan",
    "orders",
    multiple=True,
    callback=_parse_pairs,
    metavar="JUDUL=hari|bulan",
    help='Yang ditulis lebih dahulu pada tanggal sebuah kolom, mis. "Mulai=hari".',
)
@click.option(
    "--jawab",
    "cells",
    multiple=True,
    callback=_parse_pairs,
    metavar="SEL=ISI",
    help='Isi sebuah sel, mis. "PKS!F12=2025-03-05", atau kunci naskah, mis. '
    '"jangka_waktu=5 tahun"; kosong: tidak diketahui.',
)
@click.option(
    "--sama",
    "same",
    multiple=True,
    callback=_parse_pairs,
    metavar="BARIS=NAMA",
    help='Baris itu kesepakatan NAMA; "baru" bila bukan. Boleh diulang.',
)
@click.option(
    "--lewati",
    "skipped",
    multiple=True,
    metavar="BARIS",
    help='Baris yang tidak dimasukkan, mis. "PKS!12". Boleh diulang.',
)
@click.option(
    "--satuan",
    "unit",
    type=click.Choice(["tahun", "bulan"]),
    metavar="SATUAN",
    help="Satuan jangka waktu yang hanya angka: tahun atau bulan.",
)
@click.option("--jenis", metavar="TEKS", help="Jenis naskah, bila tidak tertulis.")
@click.option(
    "--kantor", "office", metavar="TEKS", help="Nama pihak kantor, bila tidak tertulis."
)
@click.option(
    "--sebagai-data", "as_data", is_flag=True, help="Cetak naskah sebagai YAML."
)
@click.option("--nama", "slug", metavar="NAMA", help="Nama kesepakatan bagi naskah.")
@click.option("--batal", "undo", is_flag=True, help="Batalkan impor yang terakhir.")
@click.pass_obj
def command(
    folder: str,
    /,
    file: str | None,
    look_only: bool,
    json_wanted: bool,
    agreed: bool,
    undo: bool,
    as_data: bool,
    slug: str | None,
    **said: Any,
) -> None:
    """Masukkan yang sudah ada: daftar kerja sama (Excel, CSV), atau naskah (Word, PDF, teks).

    Naskah menjadi kesepakatan.yaml kata demi kata; yang tidak mendapat tempat disebut
    dengan halaman dan paragrafnya, dan berkas aslinya disimpan di sampingnya. Daftar
    menjadi data pokok.

    Yang dibaca ditampilkan dahulu: isi setiap sel, alasan bila program memilih, dan
    yang harus ditanyakan. Yang pasti ditulis setelah disetujui; yang diragukan menunggu
    jawaban. Jawaban disimpan, sehingga berkas berikutnya tidak bertanya lagi, dan
    berkas yang sama tidak dimasukkan dua kali.

    \b
    Contoh:
      nota impor daftar.xlsx --lihat
      nota impor daftar.xlsx --jenis "Perjanjian Kerja Sama" --jawab "PKS!F12=2025-03-05"
      nota impor daftar.xlsx --ya
      nota impor folder-pindaian --lihat
      nota impor perjanjian.docx --lihat
      nota impor perjanjian.docx --nama sampah-2025 --jawab "jangka_waktu=5 tahun"
      nota impor --batal
    """
    from pathlib import Path

    from notakesepakatan.cli.take_folder import run_folder
    from notakesepakatan.load.opened import Opened
    from notakesepakatan.workspace import Workspace

    opened = Opened(Workspace(Path(folder)))
    if undo:
        _take_back(opened)
        return
    if not file:
        raise click.UsageError("sebut berkasnya, mis. nota impor daftar.xlsx")
    if Path(file).is_dir():
        run_folder(
            Path(folder),
            Path(file),
            said["cells"],
            look_only=look_only,
            json_wanted=json_wanted,
            agreed=agreed,
        )
        return
    if is_text_name(file):
        wanted = Wanted(look_only, json_wanted, as_data, agreed, slug)
        run_text(Path(folder), Path(file), wanted, dict(said["cells"]))
        return
    _Import(opened, Path(file), said).run(look_only, json_wanted, agreed)


class _Import:
    """A register while it is taken in."""

    def __init__(self, opened: "Opened", file: "Path", said: dict[str, Any]) -> None:
        from notakesepakatan.bureau.decisions import load_decisions
        from notakesepakatan.load.sheet.reader import read_book, read_sheet_file

        self._opened = opened
        self._book = read_book(str(file), read_sheet_file(file))
        self._file = file
        self._decided = _with_general(load_decisions(opened.workspace), said)
        self._register = self._read()
        self._decided = _with_places(self._decided, self._register, said)
        self._register = self._read()

    def _read(self) -> "ReadRegister":
        from notakesepakatan.bureau.impor import read_register_book

        return read_register_book(self._book, self._decided, today(self._opened))

    def _examined(self) -> "Examined":
        from notakesepakatan.bureau.impor import examine

        return examine(self._opened, self._register, self._decided)

    def run(self, look_only: bool, json_wanted: bool, agreed: bool) -> None:
        """Show what was read, ask what is doubtful, write what is certain."""
        if json_wanted:
            data = self._register.data()
            click.echo(json.dumps(data, ensure_ascii=False, indent=2))
            if look_only or not agreed:
                return
        examined = self._examined()
        if not json_wanted:
            click.echo("\n".join(_lines(examined)))
        if look_only:
            return
        if is_interactive() and not agreed:
            examined = self._ask(examined)
        from notakesepakatan.bureau.decisions import keep_decisions

        keep_decisions(self._opened.workspace, self._decided)
        self._write(examined, agreed, quiet=json_wanted)

    def _write(self, examined: "Examined", agreed: bool, *, quiet: bool) -> None:
        from notakesepakatan.bureau.impor import take_in

        new = len(examined.of_state("baru"))
        waiting = len(examined.of_state("ditanyakan"))
        if new and not agreed and not self._is_wanted(new):
            return
        taken = take_in(self._opened, examined, self._decided)
        for problem in taken.failed:
            click.echo(problem, err=True)
        if not quiet:
            for slug in taken.slugs:
                click.echo(f"agreements/{slug}/kesepakatan.yaml")
        for sentence in _outcome(len(taken.slugs), waiting):
            click.echo(sentence, err=True)
        if waiting or taken.failed:
            sys.exit(1)

    def _is_wanted(self, new: int) -> bool:
        """Whether so many are to be written; where nobody can be asked, the run ends."""
        if not is_interactive():
            click.echo(
                f"Belum ada yang ditulis. Tulis {new} yang pasti dengan: "
                f"nota impor {click.format_filename(self._file)} --ya",
                err=True,
            )
            sys.exit(1)
        return click.confirm(f"Tulis {new} kesepakatan yang pasti?")

    # Questions at the terminal.

    def _ask(self, examined: "Examined") -> "Examined":
        """Ask what is doubtful; an empty answer leaves it for later."""
        self._ask_general(examined)
        self._register = self._read()
        examined = self._examined()
        for entry in examined.of_state("ditanyakan"):
            self._ask_entry(entry)
        self._register = self._read()
        return self._examined()

    def _ask_general(self, examined: "Examined") -> None:
        """What is asked once for the whole file."""
        lines = [entry.line for entry in examined.of_state("ditanyakan")]
        decided = self._decided
        if any(not line.jenis for line in lines):
            words = "Jenis naskah bagi baris yang tidak menyebutnya"
            jenis = click.prompt(words, default="Perjanjian Kerja Sama")
            decided = replace(decided, jenis=jenis.strip())
        if not decided.office and any(len(line.pihak) < 2 for line in lines):
            words = "Nama pihak kantor Anda, yang tidak disebut daftar (Enter: tanpa)"
            office = click.prompt(words, default="", show_default=False)
            decided = replace(decided, office=office.strip())
        units = any("satuannya" in cell.reason for line in lines for cell in line.asked)
        if units:
            unit = click.prompt(
                "Satuan jangka waktu yang hanya angka",
                type=click.Choice(["tahun", "bulan"]),
                default="tahun",
            )
            decided = replace(decided, unit=unit)
        self._decided = decided

    def _ask_entry(self, entry: "Entry") -> None:
        line = entry.line
        click.echo(f"\n{line.where}  {line.judul}; {'; '.join(line.pihak)}")
        if entry.slug and click.confirm(
            f"  {entry.problems[-1]}. Kesepakatan yang sama?", default=False
        ):
            same = {**self._decided.same, line.mark: entry.slug}
            self._decided = replace(self._decided, same=same)
            return
        if entry.slug:
            same = {**self._decided.same, line.mark: ""}
            self._decided = replace(self._decided, same=same)
        for cell in line.asked:
            self._ask_cell(cell)

    def _ask_cell(self, cell: "ReadCell") -> None:
        choices = ", ".join(cell.choices) or "TTTT-BB-HH"
        words = f'  {cell.where} "{cell.text}": {cell.reason}. Tulis {choices}'
        answer = click.prompt(f"{words} (Enter: nanti)", default="", show_default=False)
        if answer.strip():
            cells = {**self._decided.cells, cell.mark: answer.strip()}
            self._decided = replace(self._decided, cells=cells)


def _with_general(decided: "Decided", said: dict[str, Any]) -> "Decided":
    """What options say of whole columns and of the file."""
    from notakesepakatan.compute.intake.columns import KEYS, OTHER, plain_head

    for head, key in said["columns"].items():
        if key not in (*KEYS, OTHER):
            known = ", ".join((*KEYS, OTHER))
            raise click.UsageError(f'kolom "{head}": kunci "{key}" bukan {known}')
    for head, order in said["orders"].items():
        if order not in ("hari", "bulan"):
            raise click.UsageError(f'urutan kolom "{head}": tulis hari atau bulan')
    columns = {plain_head(head): key for head, key in said["columns"].items()}
    orders = {plain_head(head): order for head, order in said["orders"].items()}
    return replace(
        decided,
        columns={**decided.columns, **columns},
        orders={**decided.orders, **orders},
        unit=said["unit"] or decided.unit,
        jenis=said["jenis"] or decided.jenis,
        office=said["office"] or decided.office,
    )


def _with_places(
    decided: "Decided", register: "ReadRegister", said: dict[str, Any]
) -> "Decided":
    """What options say of single cells and rows, by what tells these from others."""
    cell_marks = {
        cell.where: cell.mark for row in register.rows for cell in row.cells.values()
    }
    row_marks = {row.where: row.mark for row in register.rows}
    cells = {_known(cell_marks, at): text for at, text in said["cells"].items()}
    same = {
        _known(row_marks, at): "" if slug == "baru" else slug
        for at, slug in said["same"].items()
    }
    skipped = {_known(row_marks, at) for at in said["skipped"]}
    return replace(
        decided,
        cells={**decided.cells, **cells},
        same={**decided.same, **same},
        skipped=decided.skipped | skipped,
    )


def _known(marks: dict[str, str], place: str) -> str:
    if place not in marks:
        raise click.UsageError(f'"{place}" bukan sel atau baris yang terisi')
    return marks[place]


def _take_back(opened: "Opened") -> None:
    from notakesepakatan.bureau.imports import take_back

    taken = take_back(opened)
    click.echo(
        f"Impor {taken.name} ({taken.file}) dibatalkan: {len(taken.removed)} dihapus."
    )
    for slug in taken.reduced:
        click.echo(f"{slug}: kembali ke data pokoknya; berkasnya tetap terlampir.")
    if taken.kept:
        click.echo(
            f"{len(taken.kept)} tetap ada karena sudah diubah atau ditambah sejak itu: "
            f"{', '.join(taken.kept)}",
            err=True,
        )


# What is shown.


def _lines(examined: "Examined") -> Iterator[str]:
    """All that was read: columns, agreements with reasons and questions, sums."""
    register = examined.register
    yield f"{register.name}: {len(register.rows)} baris, {len(register.lines)} kesepakatan"
    yield "Kolom:"
    for column in register.columns:
        samples = "; ".join(_short(sample) for sample in column.samples)
        yield f"  {column.head} -> {column.name} ({samples})"
    for told in register.unread:
        yield f"Tidak dibaca: {told}"
    for told in register.hidden:
        yield f"Tersembunyi di berkasnya, tetapi ikut dibaca: {told}"
    for entry in examined.entries:
        yield from _entry_lines(entry)
    counts = {
        state: len(examined.of_state(state))
        for state in ("baru", "sudah ada", "ditanyakan")
    }
    yield ", ".join(f"{count} {state}" for state, count in counts.items())


def _entry_lines(entry: "Entry") -> Iterator[str]:
    from notakesepakatan.compute.intake.facts import term_words

    line = entry.line
    there = f" ({entry.slug}: {entry.reason})" if entry.state == "sudah ada" else ""
    yield f"{line.where}  {entry.state}{there}  {_short(line.judul, 70)}"
    yield f"    {'; '.join(line.pihak)}; {term_words(line)}"
    for problem in entry.problems:
        yield f"    ? {problem}"
    for row in line.rows:
        for name, cell in row.cells.items():
            if cell.asked:
                several = len(cell.choices) > 1
                shape = _SHAPES.get(row.columns[name].key, "TTTT-BB-HH")
                choices = " atau ".join(cell.choices) if several else shape
                yield f'    ? {cell.where} "{_short(cell.text)}": {cell.reason}'
                yield f'      jawab: --jawab "{cell.where}={choices}"'
            elif cell.certainty == "cukup":
                read = cell.read or "-"
                shown = f'"{_short(cell.text)}" dibaca {_short(read)}'
                yield f"    {cell.where} {shown}: {cell.reason}"


_SHAPES = {
    "pihak": "NAMA; NAMA",
    "jangka_waktu": "3 tahun",
    "periode": "TTTT-BB-HH s.d. TTTT-BB-HH",
    "status": "berlaku",
}
"""How an answer is written, by what its column holds; a day elsewhere."""


def _outcome(written: int, waiting: int) -> Iterator[str]:
    """What came of it, and what to do next."""
    if written:
        yield f"{written} kesepakatan ditulis; batalkan dengan: nota impor --batal"
    if waiting:
        yield f"{waiting} menunggu jawaban; jawab lalu jalankan perintah ini lagi."


def _short(text: str, length: int = _SHOWN_SAMPLE) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= length else f"{plain[: length - 1]}…"
