"""`nota templat`: clauses and templates of the office, checked before they are written."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

    from notakesepakatan.workspace import Workspace


@click.command("templat", options_metavar="[PILIHAN]")
@click.argument("name", metavar="[NAMA]", default="")
@click.option(
    "--isi",
    "file",
    type=click.Path(),
    metavar="BERKAS",
    help="Periksa isi BERKAS, lalu pakai sebagai salinan kantor.",
)
@click.option("--bawaan", "shipped", is_flag=True, help="Pakai lagi yang bawaan.")
@click.option(
    "--lama",
    "former",
    type=click.IntRange(min=1),
    metavar="NOMOR",
    help="Cetak salinan kantor terdahulu; 1 yang terakhir.",
)
@click.pass_obj
def command(
    folder: str, /, name: str, file: str | None, shipped: bool, former: int | None
) -> None:
    """Klausul dan templat kantor. Tanpa NAMA: daftarnya; dengan NAMA: isinya.

    Dengan --isi, konsep dan dokumen contoh yang memakainya disusun dahulu; yang salah
    ditolak dengan barisnya dan tidak ditulis. Salinan kantor ditulis ke templates/ di
    ruang kerja; yang bawaan tidak pernah diubah.

    \b
    Contoh:
      nota templat
      nota templat klausul/pembiayaan.yaml.j2 > pembiayaan.yaml.j2
      nota templat klausul/pembiayaan.yaml.j2 --isi pembiayaan.yaml.j2
    """
    from pathlib import Path

    from notakesepakatan.bureau.templates import drop_copy, old_copy, read_template
    from notakesepakatan.workspace import Workspace

    workspace = Workspace(Path(folder))
    _check(name, file, shipped, former)
    if file:
        _use(workspace, name, Path(file))
    elif shipped:
        drop_copy(workspace, name)
        click.echo(f"{name}: yang bawaan dipakai lagi.")
    elif former:
        copy = old_copy(workspace, name, former)
        click.echo(copy.text, nl=False)
    elif name:
        template = read_template(workspace, name)
        click.echo(template.text, nl=False)
    else:
        _print_names(workspace)


def _check(name: str, file: str | None, shipped: bool, former: int | None) -> None:
    """Refuse options that do not go together."""
    asked = [each for each in (file, shipped, former) if each]
    if asked and not name:
        raise click.UsageError("sebutkan NAMA templatnya")
    if len(asked) > 1:
        raise click.UsageError("pilih salah satu: --isi, --bawaan, atau --lama")


def _use(workspace: "Workspace", name: str, file: "Path") -> None:
    """Make a file the office's copy."""
    from notakesepakatan.bureau.templates import save_template
    from notakesepakatan.workspace.contents import read_limited

    content = read_limited(file)
    text = content.decode(errors="replace")
    written = save_template(workspace, name, text)
    click.echo(f"{workspace.relative(written)} dipakai.")


def _print_names(workspace: "Workspace") -> None:
    """All clauses and templates, the office's own marked."""
    from notakesepakatan.bureau.templates import read_template, template_names

    for name in template_names(workspace):
        template = read_template(workspace, name)
        mark = "  (salinan kantor)" if template.own else ""
        click.echo(f"{name}{mark}")
