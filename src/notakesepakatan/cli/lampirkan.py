"""`nota lampirkan`: files beside an agreement, as a signed scan or a decree."""

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from notakesepakatan.cli.asking import is_interactive
from notakesepakatan.cli.days import TANGGAL

if TYPE_CHECKING:
    from notakesepakatan.load.attachments import Attachment

_KINDS = (
    "naskah_ditandatangani",
    "keputusan",
    "berita_acara",
    "tanda_terima",
    "surat",
    "foto",
    "berkas_asal",
    "lainnya",
)
_YES_NO = click.Choice(["ya", "tidak"])


@click.command("lampirkan", options_metavar="[PILIHAN]")
@click.argument("slug", metavar="NAMA")
@click.argument(
    "files",
    nargs=-1,
    type=click.Path(exists=True, dir_okay=False),
    metavar="[BERKAS]…",
)
@click.option(
    "--sebagai",
    "kind",
    type=click.Choice(_KINDS),
    default="lainnya",
    metavar="JENIS",
    help="naskah_ditandatangani, keputusan, berita_acara, tanda_terima, surat, foto, "
    "berkas_asal, atau lainnya (bawaan).",
)
@click.option(
    "--tanggal", "day", type=TANGGAL, metavar="TANGGAL", help="Hari berkasnya."
)
@click.option("--keterangan", "remark", default="", metavar="TEKS", help="Catatan.")
@click.option(
    "--paraf",
    type=_YES_NO,
    metavar="ya|tidak",
    help="Setiap halaman diparaf: ya, tidak.",
)
@click.option(
    "--meterai", type=_YES_NO, metavar="ya|tidak", help="Bermeterai: ya atau tidak."
)
@click.option(
    "--stempel", type=_YES_NO, metavar="ya|tidak", help="Berstempel: ya atau tidak."
)
@click.option("--cabut", "withdrawn", metavar="BERKAS", help="Lampiran yang dicabut.")
@click.option("--alasan", "reason", default="", metavar="TEKS", help="Alasan mencabut.")
@click.option("--json", "json_wanted", is_flag=True, help="Keluaran JSON.")
@click.pass_obj
def command(
    folder: str,
    /,
    slug: str,
    files: tuple[str, ...],
    kind: Any,
    day: date | None,
    remark: str,
    withdrawn: str | None,
    reason: str,
    json_wanted: bool,
    **said: str | None,
) -> None:
    """Lampirkan berkas pada kesepakatan NAMA; tanpa BERKAS: daftar lampirannya.

    Berkasnya disalin ke agreements/NAMA/lampiran-berkas/ dengan jenis, tanggal, dan sidiknya,
    ikut dicadangkan, dan tidak pernah ditimpa. Pada naskah ditandatangani disebut apakah ada
    paraf, meterai, dan stempel.

    \b
    Contoh:
      nota lampirkan sampah-2027 scan.pdf --sebagai naskah_ditandatangani \\
        --paraf ya --meterai ya --stempel tidak
      nota lampirkan sampah-2027
      nota lampirkan sampah-2027 --cabut scan.pdf --alasan "salah berkas"
    """
    from pathlib import Path

    from notakesepakatan.bureau.attachments import (
        NewAttachment,
        attach,
        read_to_attach,
        withdraw,
    )
    from notakesepakatan.load.attachments import SIGNED, read_attachments, what_became
    from notakesepakatan.load.opened import Opened
    from notakesepakatan.workspace import Workspace

    opened = Opened(Workspace(Path(folder)))
    opened.workspace.file(slug)
    if withdrawn:
        withdraw(opened, slug, withdrawn, reason)
    for file in files:
        content = read_to_attach(Path(file))
        ticks = _ticks(file, said) if kind == SIGNED else None
        new = NewAttachment(Path(file).name, content, kind, day, remark, ticks)
        attached = attach(opened, slug, new)
        if not json_wanted:
            path = opened.workspace.attachment_folder(slug) / attached.name
            click.echo(opened.workspace.relative(path))
    if json_wanted or not (files or withdrawn):
        attachments = read_attachments(opened.workspace, slug)
        became = [what_became(opened.workspace, slug, one) for one in attachments]
        _show(list(zip(attachments, became, strict=True)), json_wanted)


def _ticks(file: str, said: dict[str, str | None]) -> dict[str, bool]:
    """Whether each sign is on a signed text: as said, or as answered."""
    ticks = dict[str, bool]()
    for name, value in said.items():
        if value is not None:
            ticks[name] = value == "ya"
        elif is_interactive():
            ticks[name] = click.confirm(f"{file}: {name} ada?", default=True)
    return ticks


def _show(attachments: "list[tuple[Attachment, str]]", json_wanted: bool) -> None:
    """The attachments, each with what became of it since."""
    if json_wanted:
        data = [{**one.data(), "keadaan": became} for one, became in attachments]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    if not attachments:
        click.echo("Belum ada lampiran berkas.")
    for one, became in attachments:
        click.echo(_line(one, became))


def _line(one: "Attachment", became: str) -> str:
    """One attachment: what became of it, what it is, its day, its size, its signs."""
    kind = one.kind.replace("_", " ")
    signs = ", ".join(
        f"{name} {'ada' if there else 'tidak ada'}" for name, there in one.ticks.items()
    )
    told = [
        became.upper(),
        kind,
        str(one.day or ""),
        f"{one.size // 1024} KB",
        signs,
        one.remark,
    ]
    if one.withdrawn:
        told.append(f"dicabut: {one.withdrawn}")
    return f"{one.name}  {'; '.join(filter(None, told))}"
