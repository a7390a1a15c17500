"""`nota tenggat`: every coming and missed deadline, with its reasons."""

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from notakesepakatan.cli.days import PER, today

if TYPE_CHECKING:
    from notakesepakatan.bureau.register import BarisDaftar
    from notakesepakatan.compute.time.tenggat import Tenggat


@click.command("tenggat", options_metavar="[PILIHAN]")
@PER
@click.option("--dalam", type=click.IntRange(0, 36500), metavar="HARI", help="Hanya yang hari amannya paling lama HARI lagi.")
@click.option("--alasan", is_flag=True, help="Tampilkan alasan setiap tenggat.")
@click.option("--json", "json", is_flag=True, help="Keluaran JSON.")
@click.option("--ics", type=click.Path(dir_okay=False), metavar="BERKAS", help="Tulis sebagai berkas kalender.")
@click.pass_obj
def perintah(ruang: str, per: date | None, dalam: int | None, alasan: bool, json: bool, ics: str | None) -> None:
    """Tampilkan tenggat semua kesepakatan, yang paling mendesak lebih dahulu.

    Hari aman adalah hari kerja terakhir untuk bertindak menurut pembacaan paling awal; sisa hari dihitung sampai hari
    itu. Tenggat yang terlewat bersisa negatif, dan hilang setelah peristiwa yang menjawabnya dicatat.

    \b
    Contoh:
      nota tenggat --dalam 120
      nota tenggat --alasan
      nota tenggat --ics tenggat.ics
    """
    from pathlib import Path

    from notakesepakatan.bureau.register import all_deadlines, deadline_data, open_register
    from notakesepakatan.workspace.folders import RuangKerja

    daftar, masalah = open_register(RuangKerja(Path(ruang)), per or today())
    semua = all_deadlines(daftar, dalam)
    if ics:
        from notakesepakatan.bureau.calendar import write_deadlines
        from notakesepakatan.workspace.save import save

        save(Path(ics), write_deadlines(semua))
        click.echo(ics)
    elif json:
        import json as json_

        click.echo(json_.dumps([deadline_data(*satu) for satu in semua], ensure_ascii=False, indent=2, default=str))
    else:
        click.echo("\n".join(_lines(semua, alasan)))
    if masalah:
        click.echo("\n".join(masalah), err=True)
        sys.exit(1)


def _lines(semua: "list[tuple[BarisDaftar, Tenggat]]", alasan: bool) -> list[str]:
    if not semua:
        return ["Tidak ada tenggat."]
    hasil = []
    for baris, t in semua:
        sisa = (t.aman - baris.per).days
        kata = f"{sisa} hari lagi" if sisa >= 0 else f"lewat {-sisa} hari"
        dasar = f" ({t.dasar})" if t.dasar else ""
        dasar += "  [sementara: belum ada keputusan hari libur]" if t.sementara else ""
        hasil.append(f"{t.aman}  {kata}  {baris.ringkasan.slug}  {t.jenis}, batas {t.tanggal}{dasar}")
        if alasan:
            hasil += [f"    {satu}" for satu in t.alasan]
    return hasil
