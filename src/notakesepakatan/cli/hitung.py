"""`nota hitung`: the calculator of the desk, for days, months and words."""

import json as json_
from datetime import date
from typing import TYPE_CHECKING

import click

from notakesepakatan.cli.days import TANGGAL

if TYPE_CHECKING:
    from notakesepakatan.compute.time.calendar import Kalender

_NEGATIF = {"ignore_unknown_options": True}
_JSON = click.option("--json", "json", is_flag=True, help="Keluaran JSON.")


@click.group("hitung", options_metavar="", subcommand_metavar="HITUNGAN")
def perintah() -> None:
    """Hitung hari kerja, bulan, dan bilangan dengan huruf.

    \b
    Contoh:
      nota hitung hari-kerja 2026-12-22 7
      nota hitung bulan 2027-06-16 -3
      nota hitung terbilang 1001000
    """


def _calendar(ctx: click.Context) -> "Kalender":
    from pathlib import Path

    from notakesepakatan.load.calendar import load_kalender

    return load_kalender(Path(ctx.obj))


def _words(tanggal: date) -> str:
    from notakesepakatan.words.tanggal import nama_hari, tanggal_panjang

    return f"{tanggal.isoformat()} ({nama_hari(tanggal)}, {tanggal_panjang(tanggal)})"


@perintah.command("hari-kerja", context_settings=_NEGATIF, options_metavar="[PILIHAN]")
@click.argument("tanggal", type=TANGGAL, metavar="TANGGAL")
@click.argument("jumlah", type=click.IntRange(-2000, 2000), metavar="JUMLAH")
@_JSON
@click.pass_context
def hari_kerja(ctx: click.Context, tanggal: date, jumlah: int, json: bool) -> None:
    """Hitung JUMLAH hari kerja sejak TANGGAL; hari itu sendiri tidak dihitung. JUMLAH negatif: mundur."""
    try:
        hitung = _calendar(ctx).count(tanggal, jumlah)
    except (OverflowError, ValueError):
        raise click.UsageError("hasilnya di luar kalender") from None
    if json:
        isi = {
            "hasil": hitung.hasil.isoformat(),
            "hasil_cuti_bersama_kerja": hitung.hasil_cuti_bersama_kerja.isoformat(),
            "aman": hitung.aman.isoformat(),
            "dilewati": [{"tanggal": hari.tanggal.isoformat(), "sebab": hari.sebab} for hari in hitung.dilewati],
            "tahun_sementara": list(hitung.tahun_sementara),
        }
        click.echo(json_.dumps(isi, ensure_ascii=False, indent=2))
        return
    click.echo(f"hasil: {_words(hitung.hasil)}")
    if hitung.hasil != hitung.hasil_cuti_bersama_kerja:
        click.echo(f"bila cuti bersama dihitung sebagai hari kerja: {_words(hitung.hasil_cuti_bersama_kerja)}")
    click.echo(f"aman: {_words(hitung.aman)}")
    for hari in hitung.dilewati:
        click.echo(f"dilewati {hari.tanggal.isoformat()}: {hari.sebab}")
    for tahun in hitung.tahun_sementara:
        click.echo(f"Hari libur tahun {tahun} masih sementara: keputusan bersamanya belum ada.")


@perintah.command("bulan", context_settings=_NEGATIF, options_metavar="[PILIHAN]")
@click.argument("tanggal", type=TANGGAL, metavar="TANGGAL")
@click.argument("jumlah", type=click.IntRange(-2400, 2400), metavar="JUMLAH")
@_JSON
def bulan(tanggal: date, jumlah: int, json: bool) -> None:
    """Hitung JUMLAH bulan dari TANGGAL; tanggal yang tidak ada menjadi akhir bulan. JUMLAH negatif: mundur."""
    from dateutil.relativedelta import relativedelta

    try:
        hasil = tanggal + relativedelta(months=jumlah)
    except (ValueError, OverflowError):
        raise click.UsageError("hasilnya di luar kalender") from None
    click.echo(json_.dumps({"hasil": hasil.isoformat()}) if json else f"hasil: {_words(hasil)}")


@perintah.command("terbilang", context_settings=_NEGATIF, options_metavar="[PILIHAN]")
@click.argument("bilangan", type=int, metavar="BILANGAN")
@_JSON
def terbilang(bilangan: int, json: bool) -> None:
    """Tulis BILANGAN dengan huruf."""
    from notakesepakatan.words import numbers as bahasa

    try:
        hasil = bahasa.terbilang(bilangan)
    except ValueError:
        raise click.UsageError("bilangan terlalu besar, paling banyak 15 angka") from None
    click.echo(json_.dumps({"hasil": hasil}) if json else hasil)
