"""`nota hitung`: the calculator of the desk, for days, months and words."""

import json
from datetime import date
from typing import TYPE_CHECKING

import click

from notakesepakatan.cli.days import TANGGAL
from notakesepakatan.cli.whole_number import WholeNumber

if TYPE_CHECKING:
    from notakesepakatan.compute.time.calendar import HariKerja, OfficeCalendar

_GREATEST = 10**15 - 1
"""The greatest number that has words."""
_NEGATIVE = {"ignore_unknown_options": True}
_JSON = click.option("--json", "json_wanted", is_flag=True, help="Keluaran JSON.")


@click.group("hitung", options_metavar="", subcommand_metavar="HITUNGAN")
def command() -> None:
    """Hitung hari kerja, bulan, dan bilangan dengan huruf.

    \b
    Contoh:
      nota hitung hari-kerja 2026-12-22 7
      nota hitung bulan 2027-06-16 -3
      nota hitung terbilang 1.001.000
    """


def _calendar(ctx: click.Context) -> "OfficeCalendar":
    from pathlib import Path

    from notakesepakatan.load.calendar import load_calendar

    return load_calendar(Path(ctx.obj))


def _words(tanggal: date) -> str:
    from notakesepakatan.words.tanggal import day_name, tanggal_long

    return f"{tanggal.isoformat()} ({day_name(tanggal)}, {tanggal_long(tanggal)})"


@command.command("hari-kerja", context_settings=_NEGATIVE, options_metavar="[PILIHAN]")
@click.argument("tanggal", type=TANGGAL, metavar="TANGGAL")
@click.argument("jumlah", type=WholeNumber(-2000, 2000), metavar="JUMLAH")
@_JSON
@click.pass_context
def hari_kerja(
    ctx: click.Context, tanggal: date, jumlah: int, json_wanted: bool
) -> None:
    """Hitung JUMLAH hari kerja sejak TANGGAL; hari itu sendiri tidak dihitung. JUMLAH
    negatif: mundur.
    """
    try:
        reckoned = _calendar(ctx).count(tanggal, jumlah)
    except (OverflowError, ValueError):
        raise click.UsageError("hasilnya di luar kalender") from None
    if json_wanted:
        content = _reckoned_data(reckoned)
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))
    else:
        _print(reckoned)


def _reckoned_data(reckoned: "HariKerja") -> dict[str, object]:
    return {
        "hasil": reckoned.hasil.isoformat(),
        "hasil_cuti_bersama_kerja": reckoned.with_cuti_bersama_at_work.isoformat(),
        "aman": reckoned.safe.isoformat(),
        "dilewati": [
            {"tanggal": day.tanggal.isoformat(), "sebab": day.sebab}
            for day in reckoned.skipped
        ],
        "tahun_sementara": list(reckoned.provisional_years),
    }


def _print(reckoned: "HariKerja") -> None:
    from notakesepakatan.words.provisional import mark_meaning, marked

    def shown(tanggal: date) -> str:
        return marked(_words(tanggal), reckoned.provisional_years)

    click.echo(f"hasil: {shown(reckoned.hasil)}")
    at_work = reckoned.with_cuti_bersama_at_work
    if reckoned.hasil != at_work:
        click.echo(f"bila cuti bersama dihitung sebagai hari kerja: {shown(at_work)}")
    click.echo(f"aman: {shown(reckoned.safe)}")
    for day in reckoned.skipped:
        click.echo(f"dilewati {day.tanggal.isoformat()}: {day.sebab}")
    if meaning := mark_meaning(reckoned.provisional_years):
        click.echo(meaning)


@command.command("bulan", context_settings=_NEGATIVE, options_metavar="[PILIHAN]")
@click.argument("tanggal", type=TANGGAL, metavar="TANGGAL")
@click.argument("jumlah", type=WholeNumber(-2400, 2400), metavar="JUMLAH")
@_JSON
def month(tanggal: date, jumlah: int, json_wanted: bool) -> None:
    """Hitung JUMLAH bulan dari TANGGAL; tanggal yang tidak ada menjadi akhir bulan.
    JUMLAH negatif: mundur.
    """
    from dateutil.relativedelta import relativedelta

    try:
        result = tanggal + relativedelta(months=jumlah)
    except (ValueError, OverflowError):
        raise click.UsageError("hasilnya di luar kalender") from None
    click.echo(
        json.dumps({"hasil": result.isoformat()})
        if json_wanted
        else f"hasil: {_words(result)}"
    )


@command.command("terbilang", context_settings=_NEGATIVE, options_metavar="[PILIHAN]")
@click.argument("number", type=WholeNumber(-_GREATEST, _GREATEST), metavar="BILANGAN")
@_JSON
def terbilang(number: int, json_wanted: bool) -> None:
    """Tulis BILANGAN dengan huruf; boleh 1000000, 1.000.000, atau Rp1.000.000,00."""
    from notakesepakatan.words import numbers

    result = numbers.terbilang(number)
    click.echo(json.dumps({"hasil": result}) if json_wanted else result)
