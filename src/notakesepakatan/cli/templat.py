"""`nota templat`: clauses and templates of the office, checked before they are written."""

import click


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

    Dengan --isi, konsep yang memakainya disusun dahulu sebagai percobaan; yang salah
    ditolak dengan barisnya dan tidak ditulis. Salinan kantor ditulis ke templates/ di
    ruang kerja; yang bawaan tidak pernah diubah.

    \b
    Contoh:
      nota templat
      nota templat klausul/pembiayaan.yaml.j2 > pembiayaan.yaml.j2
      nota templat klausul/pembiayaan.yaml.j2 --isi pembiayaan.yaml.j2
    """
    from pathlib import Path

    from notakesepakatan.bureau.templates import (
        drop_copy,
        old_copy,
        read_template,
        save_template,
        template_names,
    )
    from notakesepakatan.workspace import Workspace
    from notakesepakatan.workspace.contents import read_limited

    workspace = Workspace(Path(folder))
    asked = [each for each in (file, shipped, former) if each]
    if asked and not name:
        raise click.UsageError("sebutkan NAMA templatnya")
    if len(asked) > 1:
        raise click.UsageError("pilih salah satu: --isi, --bawaan, atau --lama")
    if file:
        text = read_limited(Path(file)).decode(errors="replace")
        written = save_template(workspace, name, text)
        click.echo(f"{workspace.relative(written)} dipakai.")
    elif shipped:
        drop_copy(workspace, name)
        click.echo(f"{name}: yang bawaan dipakai lagi.")
    elif former:
        click.echo(old_copy(workspace, name, former).text, nl=False)
    elif name:
        click.echo(read_template(workspace, name).text, nl=False)
    else:
        for each in template_names(workspace):
            own = "  (salinan kantor)" if read_template(workspace, each).own else ""
            click.echo(f"{each}{own}")
