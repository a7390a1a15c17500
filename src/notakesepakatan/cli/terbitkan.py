"""`nota terbitkan`: write every notice whose time has come; meant for a daily timer."""

import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from notakesepakatan.cli.days import PER, now, today
from notakesepakatan.cli.formats import FORMAT_OPTION, parse_formats

if TYPE_CHECKING:
    from notakesepakatan.bureau.office import Office
    from notakesepakatan.bureau.surat import Published


@click.command("terbitkan", options_metavar="[PILIHAN]")
@PER
@click.option(
    "--pejabat",
    default="",
    metavar="TEKS",
    help="Penanda tangan surat, bila bukan yang menandatangani kesepakatan.",
)
@click.option(
    "--jabatan", default="", metavar="TEKS", help="Jabatan penanda tangan, bila lain."
)
@FORMAT_OPTION
@click.pass_obj
def command(
    folder: str, /, per: date | None, pejabat: str, jabatan: str, format_names: str
) -> None:
    """Susun setiap surat pemberitahuan yang waktunya sudah tiba, masing-masing satu kali.

    Waktunya tiba bila hari aman dikurangi waktu_muka (pengaturan.yaml, bawaan 30 hari)
    sudah sampai atau lewat. Boleh dijalankan berkali-kali dan terlambat: surat yang
    sudah disusun tidak disusun lagi.

    Bila surel: diisi pada pengaturan.yaml, ringkasannya dikirim; yang belum terkirim
    disimpan dan dicoba lagi pada kali berikutnya. Kode keluar 1 bila ada surat yang
    gagal disusun atau surel yang belum terkirim; surat yang disusun tetap tersimpan.

    \b
    Contoh:
      nota terbitkan
      nota terbitkan --per 2027-02-01
    """
    from pathlib import Path

    from notakesepakatan.bureau.mail import send_waiting
    from notakesepakatan.bureau.office import Office
    from notakesepakatan.bureau.surat import PresentPenandaTangan, publish
    from notakesepakatan.bureau.waiting import clear_up
    from notakesepakatan.bureau.zona import remark_once
    from notakesepakatan.words.provisional import mark_meaning
    from notakesepakatan.workspace import Workspace

    workspace = Workspace(Path(folder))
    clear_up(workspace)
    office = Office(workspace)
    remark = remark_once(workspace, office.pengaturan.zona)
    if remark:
        click.echo(remark, err=True)
    written = 0
    failed = 0
    said = list[str]()
    provisional_years = set[int]()
    day, penanda_tangan = per or today(office), PresentPenandaTangan(pejabat, jabatan)
    for published in publish(office, day, parse_formats(format_names), penanda_tangan):
        written += bool(published.files)
        failed += published.failed
        lines = _lines(published)
        for line in lines:
            click.echo(line, err=published.failed)
        said += lines
        provisional_years.update(published.provisional_years)
    if meaning := mark_meaning(sorted(provisional_years)):
        click.echo(meaning)
        said.append(meaning)
    summary = f"{written} surat disusun."
    click.echo(summary)
    if said:
        _keep_mail(office, said, summary)
    still_waiting = send_waiting(workspace, office.pengaturan.surel)
    for mail in still_waiting:
        click.echo(str(mail), err=True)
    if failed or still_waiting:
        sys.exit(1)


def _keep_mail(office: "Office", said: Sequence[str], summary: str) -> None:
    """Put what the run said where mails wait, if the office has a server for them."""
    from notakesepakatan.bureau.mail import keep_mail
    from notakesepakatan.write.mail import write_mail

    server = office.pengaturan.surel
    if server is None:
        return
    body = "\n".join([*said, summary])
    judul = f"Surat pemberitahuan: {summary}"
    keep_mail(office.workspace, write_mail(server, judul, f"{body}\n", now(office)))


def _lines(published: "Published") -> list[str]:
    """What became of one agreement, in words."""
    files = [str(file) for file in published.files]
    return [*files, published.words] if published.words else files
