"""`nota jejak`: who did what, and whether the trail is whole."""

import json
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from notakesepakatan.workspace import TrailEntry, Workspace
    from notakesepakatan.zona import Zona


@click.command("jejak", options_metavar="[PILIHAN]")
@click.argument("slug", default="", metavar="[NAMA]")
@click.option("--siapa", "who", default="", metavar="AKUN", help="Hanya yang olehnya.")
@click.option(
    "--periksa", "check", is_flag=True, help="Periksa keutuhan jejak itu sendiri."
)
@click.option("--json", "json_wanted", is_flag=True, help="Cetak sebagai JSON.")
@click.pass_obj
def command(
    folder: str, /, slug: str, who: str, check: bool, json_wanted: bool
) -> None:
    """Jejak perubahan: siapa mengubah apa, kapan, lewat meja maupun perintah.

    Setiap baris memuat sidik baris sebelumnya. Dengan --periksa, baris yang berubah,
    hilang, atau berpindah disebut, demikian pula segel, peristiwa, lampiran berkas, dan
    kesepakatan bersegel yang diubah atau dihapus di luar program; keluar 1 bila ada.

    \b
    Contoh:
      nota jejak bp2mi-pekalongan-2022
      nota jejak --siapa ani
      nota jejak --periksa
    """
    from pathlib import Path

    from notakesepakatan.workspace import Workspace

    workspace = Workspace(Path(folder))
    if check:
        _check(workspace, json_wanted=json_wanted)
        return
    entries = workspace.trail(slug=slug, who=who)
    if json_wanted:
        rows = [json.loads(entry.to_line()) for entry in entries]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for entry in entries:
        click.echo(_line(entry, workspace.zona))
    if not entries:
        click.echo("Belum ada perubahan yang tercatat.")


def _line(entry: "TrailEntry", zona: "Zona") -> str:
    from notakesepakatan.zona import as_office_time

    words = [
        as_office_time(entry.time, zona),
        entry.who,
        entry.action_words,
        entry.slug,
        entry.file,
    ]
    reason = [f"alasan: {entry.reason}"] if entry.reason else []
    return "  ".join(filter(None, [*words, *reason]))


def _check(workspace: "Workspace", *, json_wanted: bool) -> None:
    from notakesepakatan.load.attachments import attachments_past_the_program
    from notakesepakatan.load.seal import changed_past_the_program

    report = workspace.examine_trail()
    changed = [
        *changed_past_the_program(workspace),
        *attachments_past_the_program(workspace),
    ]
    if json_wanted:
        data = {**report.data(), "berubah_di_luar_program": changed}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        for sentence in (*report.sentences(), *changed):
            click.echo(sentence)
    if changed or not report.is_whole:
        sys.exit(1)
