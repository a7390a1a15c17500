"""`nota versi`: older versions of an agreement's files, compared and brought back."""

import json
from typing import TYPE_CHECKING

import click

from notakesepakatan.cli.asking import is_interactive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from notakesepakatan.bureau.office import Office
    from notakesepakatan.bureau.versions import Change, Version
    from notakesepakatan.zona import Zona


@click.command("versi", options_metavar="[PILIHAN]")
@click.argument("slug", metavar="NAMA")
@click.option(
    "--lihat", "shown", type=int, metavar="N", help="Apa yang berubah pada versi N."
)
@click.option(
    "--kembalikan",
    "wanted",
    type=int,
    metavar="N",
    help="Kembalikan konsep ke versi N.",
)
@click.option("--ya", "sure", is_flag=True, help="Kembalikan tanpa ditanya lagi.")
@click.option("--json", "json_wanted", is_flag=True, help="Cetak sebagai JSON.")
@click.pass_obj
def command(
    folder: str,
    /,
    slug: str,
    shown: int | None,
    wanted: int | None,
    sure: bool,
    json_wanted: bool,
) -> None:
    """Versi lama kesepakatan NAMA: siapa mengubah apa, kapan, dengan kata-katanya.

    Tanpa pilihan: daftar semua versi naskah, adendum, dan peristiwanya. Versi konsep dapat
    dikembalikan; yang digantikannya tetap tersimpan sebagai versi, sehingga dapat
    dikembalikan lagi. Naskah bertanda tangan tidak dikembalikan: ubahlah dengan adendum.

    \b
    Contoh:
      nota versi kesehatan-2027
      nota versi kesehatan-2027 --lihat 3
      nota versi kesehatan-2027 --kembalikan 2
    """
    from pathlib import Path

    from notakesepakatan.bureau.office import Office
    from notakesepakatan.workspace import Workspace

    office = Office(Workspace(Path(folder)))
    if shown is not None and wanted is not None:
        raise click.UsageError("pilih salah satu: --lihat atau --kembalikan")
    if wanted is not None:
        _bring_back(office, slug, wanted, sure=sure)
    elif shown is not None:
        _show(office, slug, shown, json_wanted=json_wanted)
    else:
        _list(office, slug, json_wanted=json_wanted)


def _list(office: "Office", slug: str, *, json_wanted: bool) -> None:
    from notakesepakatan.bureau.versions import versions

    found = versions(office.workspace, slug)
    if json_wanted:
        click.echo(json.dumps(list(map(_data, found)), ensure_ascii=False, indent=2))
        return
    for version in found:
        click.echo(_line(version, office.workspace.zona))


def _data(version: "Version") -> dict[str, object]:
    return {
        "versi": version.number,
        "berkas": version.file,
        "waktu": version.time or None,
        "siapa": version.who or None,
        "tindakan": version.tindakan,
        "alasan": version.reason or None,
        "sekarang": version.is_present,
    }


def _line(version: "Version", zona: "Zona") -> str:
    from notakesepakatan.zona import as_office_time

    time = as_office_time(version.time, zona) if version.time else ""
    reason = f"alasan: {version.reason}" if version.reason else ""
    present = "(sekarang)" if version.is_present else ""
    said = (time, version.who, version.tindakan, version.words, reason, present)
    return f"{version.number:>3}  " + "  ".join(filter(None, said))


def _show(office: "Office", slug: str, number: int, *, json_wanted: bool) -> None:
    from notakesepakatan.bureau.versions import changed_in, find_version

    version = find_version(office.workspace, slug, number)
    changes = changed_in(office, slug, version)
    if json_wanted:
        told = None if changes is None else list(map(_change_data, changes))
        data = {**_data(version), "perubahan": told}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    click.echo(_line(version, office.workspace.zona))
    if changes is None:
        click.echo("Isi sebelumnya tidak tersimpan, jadi tidak dapat dibandingkan.")
    else:
        _print(changes)


def _change_data(change: "Change") -> dict[str, str]:
    return {
        "letak": change.place,
        "semula": change.before,
        "menjadi": change.after,
    }


def _print(changes: "Sequence[Change]") -> None:
    for change in changes:
        click.echo(change.place)
        click.echo(f"  semula : {change.before or '(tidak ada)'}")
        click.echo(f"  menjadi: {change.after or '(tidak ada)'}")


def _bring_back(office: "Office", slug: str, number: int, *, sure: bool) -> None:
    from notakesepakatan.bureau.versions import (
        beside_present,
        bring_back,
        check_bring_back,
        find_version,
    )

    workspace = office.workspace
    version = find_version(workspace, slug, number)
    check_bring_back(workspace, slug, version)
    _print(beside_present(office, slug, version))
    seen = workspace.hash(slug)
    question = f"Kembalikan {version.words} ke versi {number}?"
    if not sure and is_interactive() and not click.confirm(question):
        raise click.Abort
    file = bring_back(office, slug, number, seen)
    click.echo(f"{workspace.relative(file)} kembali ke versi {number}.")
