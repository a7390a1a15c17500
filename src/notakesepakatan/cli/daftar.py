"""`nota daftar`: the register of all agreements."""

import json
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from notakesepakatan.cli.days import PER, TANGGAL, today

if TYPE_CHECKING:
    from pathlib import Path

_STATUS = (
    "konsep",
    "disisihkan",
    "belum berlaku",
    "berlaku",
    "masa pemberitahuan",
    "lewat tenggat",
    "diperpanjang",
    "berakhir",
    "diakhiri",
    "batal",
)


@click.command("daftar", options_metavar="[PILIHAN]")
@click.argument("words", nargs=-1, metavar="[KATA]…")
@click.option(
    "--status",
    multiple=True,
    type=click.Choice(_STATUS),
    metavar="STATUS",
    help="Hanya status ini, mis. berlaku. Boleh diulang.",
)
@click.option(
    "--pihak", default="", metavar="TEKS", help="Hanya yang nama pihaknya memuat TEKS."
)
@click.option(
    "--berakhir-sebelum",
    "ended_before",
    type=TANGGAL,
    metavar="TANGGAL",
    help="Hanya yang berakhir sebelum TANGGAL.",
)
@PER
@click.option("--json", "json_wanted", is_flag=True, help="Keluaran JSON.")
@click.option(
    "--xlsx",
    type=click.Path(dir_okay=False),
    metavar="BERKAS",
    help="Tulis sebagai lembar kerja Excel.",
)
@click.pass_obj
def command(
    folder: str,
    words: tuple[str, ...],
    status: tuple[str, ...],
    pihak: str,
    ended_before: date | None,
    per: date | None,
    json_wanted: bool,
    xlsx: str | None,
) -> None:
    """Daftar semua kesepakatan dengan status, akhir, dan tenggat berikutnya.

    Status: konsep, disisihkan, belum berlaku, berlaku, masa pemberitahuan, lewat
    tenggat, diperpanjang, berakhir, diakhiri, batal. Konsep yang disisihkan hanya
    tampil bila statusnya diminta. Sisa hari dihitung sampai hari aman. KATA
    menyaring: semua kata harus ada pada nama, judul, pihak, atau nomor.

    \b
    Contoh:
      nota daftar
      nota daftar pekalongan --status berlaku
      nota daftar --berakhir-sebelum 2027-12-31 --xlsx daftar.xlsx
    """
    from pathlib import Path

    from notakesepakatan.bureau.register import Selection, faulty_data, read_register
    from notakesepakatan.load.opened import Opened
    from notakesepakatan.workspace import Workspace

    opened = Opened(Workspace(Path(folder)))
    selection = Selection(status, pihak, ended_before, words)
    rows, faulty = read_register(opened, per or today(opened), selection)
    data = [row.data() for row in rows]
    if xlsx:
        _write_sheet(Path(xlsx), data)
        click.echo(xlsx)
    elif json_wanted:
        data += [faulty_data(each) for each in faulty if each.summary is None]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2, default=str))
    else:
        click.echo("\n".join(_lines(data)))
    if faulty:
        messages = [message for each in faulty for message in each.messages]
        click.echo("\n".join(messages), err=True)
        sys.exit(1)


def _write_sheet(file: "Path", data: list[dict[str, Any]]) -> None:
    from notakesepakatan.bureau.register import sheet_columns
    from notakesepakatan.workspace.save import save
    from notakesepakatan.write.xlsx import write_xlsx

    save(file, write_xlsx("Daftar kesepakatan", sheet_columns(data), data))


def _lines(data: list[dict[str, Any]]) -> list[str]:
    """Two lines for each agreement, and one each for its parent and its children."""
    if not data:
        return ["Tidak ada kesepakatan yang cocok."]
    lines = [line for row in data for line in _lines_of(row)]
    return [*lines, *_without_seal(data), *_mark_meaning(data)]


def _without_seal(data: list[dict[str, Any]]) -> list[str]:
    """A line that names what is signed and not sealed, where there is such."""
    slugs = [row["kesepakatan"] for row in data if row["segel"] == "tanpa segel"]
    if not slugs:
        return []
    named = ", ".join(slugs[:5]) + (", …" if len(slugs) > 5 else "")
    return [
        f"Belum disegel: {len(slugs)} naskah bertanda tangan ({named}); "
        "segel dengan: nota segel --semua"
    ]


def _mark_meaning(data: list[dict[str, Any]]) -> list[str]:
    """A line on what the mark of dates means, where one is marked."""
    from notakesepakatan.words.provisional import all_years, mark_meaning

    meaning = mark_meaning(all_years(row["tahun_sementara"] for row in data))
    return [meaning] if meaning else []


def _lines_of(row: dict[str, Any]) -> tuple[str, ...]:
    from notakesepakatan.words.tanggal import left_words

    end = _end_words(row)
    tenggat = "-"
    if row["tenggat"]:
        safe = _day(row, "aman")
        tenggat = f"{row['tenggat']} {safe} ({left_words(row['sisa_hari'])})"
    para_pihak = "; ".join(row["para_pihak"])
    skema = f" ({row['skema']})" if row["skema"] else ""
    only = ", data pokok" if row["cakupan"] == "data_pokok" else ""
    return (
        f"{row['kesepakatan']}  {row['status']}  {end}  {tenggat}",
        f"    {row['jenis']}{skema}{only}: {para_pihak}",
        *(_INCOMPLETE if row.get("masalah") else ()),
        *_relatives(row),
    )


_INCOMPLETE = ("    belum lengkap: ada adendum yang tidak terbaca, lihat pesannya",)


def _relatives(row: dict[str, Any]) -> list[str]:
    """Lines that name its parent and its children, where it has such."""
    lines = [f"    induk: {row['induk']}"] if row["induk"] else []
    if row["anak"]:
        lines.append(f"    anak: {', '.join(row['anak'])}")
    return lines


def _end_words(row: dict[str, Any]) -> str:
    """When it ends, or its term in words where nothing says the last day."""
    if row["berakhir"]:
        because = f" ({row['sebab_berakhir']})" if row["sebab_berakhir"] else ""
        limit = "paling lambat " if row.get("paling_lambat") else ""
        return f"berakhir {limit}{_day(row, 'berakhir')}{because}"
    return (
        "berakhir -"
        if row["status"] in ("konsep", "disisihkan")
        else str(row["jangka_waktu"])
    )


def _day(row: dict[str, Any], name: str) -> str:
    """A date of a row, with the mark where it may still move."""
    from notakesepakatan.words.provisional import marked

    years = row["tahun_sementara"] if name in row["sementara"] else ()
    return marked(str(row[name]), years)
