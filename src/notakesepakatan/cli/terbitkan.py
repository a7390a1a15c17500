"""`nota terbitkan`: write every notice whose time has come; meant for a daily timer."""

import sys
from datetime import date

import click

from notakesepakatan.cli.days import PER, today


@click.command("terbitkan", options_metavar="[PILIHAN]")
@PER
@click.option(
    "--format",
    "form",
    default="docx,pdf,txt",
    show_default=True,
    metavar="FORMAT",
    help="docx, pdf, txt, html.",
)
@click.pass_obj
def command(folder: str, /, per: date | None, form: str) -> None:
    """Susun setiap surat pemberitahuan yang waktunya sudah tiba, masing-masing satu kali.

    Waktunya tiba bila hari aman dikurangi waktu_muka (pengaturan.yaml, bawaan 30 hari)
    sudah sampai atau lewat. Boleh
    dijalankan berkali-kali dan terlambat: surat yang sudah disusun tidak disusun lagi.

    \b
    Contoh:
      nota terbitkan
      nota terbitkan --per 2027-02-01
    """
    from pathlib import Path

    from notakesepakatan.bureau.office import Office
    from notakesepakatan.bureau.surat import publish
    from notakesepakatan.cli.susun import formats
    from notakesepakatan.workspace import Workspace
    from notakesepakatan.write.mail import send

    office = Office(Workspace(Path(folder)))
    mail = office.pengaturan.surel
    failed, written, summary = 0, 0, list[str]()
    for one in publish(office, per or today(), formats(form)):
        written += bool(one.file)
        failed += one.failed
        line = [str(file) for file in one.file]
        if one.keterangan:
            line.append(f"{one.slug}: {one.keterangan}" if one.slug else one.keterangan)
        for word in line:
            click.echo(word, err=one.failed)
        summary += line
    summary.append(f"{written} surat disusun.")
    click.echo(summary[-1])
    if mail and len(summary) > 1:
        send(mail, f"Surat pemberitahuan: {summary[-1]}", "\n".join(summary) + "\n")
    if failed:
        sys.exit(1)
