"""`nota daftar`: the register of all agreements."""

import sys
from datetime import date
from typing import Any

import click

from notakesepakatan.cli.days import PER, TANGGAL, today

_STATUS = (
    "konsep",
    "berlaku",
    "masa pemberitahuan",
    "lewat tenggat",
    "diperpanjang",
    "berakhir",
    "diakhiri",
    "batal",
)


@click.command("daftar", options_metavar="[PILIHAN]")
@click.argument("kata", nargs=-1, metavar="[KATA]…")
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
@click.option("--json", "json", is_flag=True, help="Keluaran JSON.")
@click.option(
    "--xlsx",
    type=click.Path(dir_okay=False),
    metavar="BERKAS",
    help="Tulis sebagai lembar kerja Excel.",
)
@click.pass_obj
def command(
    folder: str,
    kata: tuple[str, ...],
    status: tuple[str, ...],
    pihak: str,
    ended_before: date | None,
    per: date | None,
    json: bool,
    xlsx: str | None,
) -> None:
    """Daftar semua kesepakatan dengan status, akhir, dan tenggat berikutnya.

    Status: konsep, berlaku, masa pemberitahuan, lewat tenggat, diperpanjang, berakhir,
    diakhiri, batal. Sisa hari dihitung sampai hari aman. KATA menyaring: semua kata harus ada
    pada nama, judul, pihak, atau nomor.

    \b
    Contoh:
      nota daftar
      nota daftar pekalongan --status berlaku
      nota daftar --berakhir-sebelum 2027-12-31 --xlsx daftar.xlsx
    """
    from pathlib import Path

    from notakesepakatan.bureau.register import (
        REGISTER_COLUMNS,
        Selection,
        open_register,
    )
    from notakesepakatan.load.opened import Opened
    from notakesepakatan.workspace import Workspace

    filter_ = Selection(status, pihak, ended_before, kata)
    items, problem = open_register(
        Opened(Workspace(Path(folder))), per or today(), filter_
    )
    data = [line.data() for line in items]
    if xlsx:
        from notakesepakatan.workspace.save import save
        from notakesepakatan.write.xlsx import write_xlsx

        save(Path(xlsx), write_xlsx("Daftar kesepakatan", REGISTER_COLUMNS, data))
        click.echo(xlsx)
    elif json:
        import json as json_

        click.echo(json_.dumps(data, ensure_ascii=False, indent=2, default=str))
    else:
        click.echo("\n".join(_lines(data)))
    if problem:
        click.echo("\n".join(problem), err=True)
        sys.exit(1)


def _lines(data: list[dict[str, Any]]) -> list[str]:
    if not data:
        return ["Tidak ada kesepakatan yang cocok."]
    result = []
    for line in data:
        tenggat = (
            f"{line['tenggat']} {line['aman']} ({line['sisa_hari']} hari lagi)"
            if line["tenggat"]
            else "-"
        )
        end = line["berakhir"] or "-"
        result.append(
            f"{line['kesepakatan']}  {line['status']}  berakhir {end}  {tenggat}"
        )
        result.append(f"    {line['jenis']}: {'; '.join(line['para_pihak'])}")
    return result
