"""`nota realisasi`: what was done of the work plan in a year, with the report."""

from datetime import date
from typing import Any

import click

from notakesepakatan.cli.baru import ask, is_interactive
from notakesepakatan.cli.catat import record_and_write
from notakesepakatan.cli.days import TANGGAL

_KEY = (
    "alamat",
    "target",
    "capaian",
    "satuan",
    "realisasi",
    "output",
    "outcome",
    "kendala",
    "tindak_lanjut",
)


@click.command("realisasi", options_metavar="[PILIHAN]")
@click.argument("slug", metavar="NAMA")
@click.option(
    "--isi",
    "file",
    type=click.Path(),
    metavar="BERKAS",
    help="Semua isi dari berkas YAML.",
)
@click.option(
    "--tanggal",
    type=TANGGAL,
    metavar="TANGGAL",
    help="Hari pencatatan. Bawaan: hari ini.",
)
@click.option("--tahun", metavar="TAHUN", help="Tahun Rencana Kerja: I, II, …")
@click.option(
    "--baris",
    multiple=True,
    metavar="ISI",
    help='"BARIS; TARGET; CAPAIAN; SATUAN; REALISASI; OUTPUT; OUTCOME; KENDALA; '
    'TINDAK LANJUT". Boleh diulang.',
)
@click.option(
    "--rekomendasi", metavar="KATA", help="dilanjutkan, diubah, atau diakhiri."
)
@click.option("--keterangan", metavar="TEKS", help="Catatan.")
@click.option(
    "--format",
    "form",
    default="docx,pdf,txt",
    show_default=True,
    metavar="FORMAT",
    help="docx, pdf, txt, html.",
)
@click.pass_obj
def command(
    folder: str,
    /,
    slug: str,
    file: str | None,
    tanggal: date | None,
    baris: tuple[str, ...],
    form: str,
    **text: str | None,
) -> None:
    """Catat realisasi Rencana Kerja dan susun laporan pemantauan dan evaluasi, juga sebagai Excel.

    \b
    Contoh:
      nota realisasi bp2mi-pekalongan-2022 --tahun III --baris "2; 100; 80; orang; pelatihan" --rekomendasi dilanjutkan
      nota realisasi bp2mi-pekalongan-2022 --isi realisasi.yaml
    """  # noqa: E501
    from pathlib import Path

    from notakesepakatan.bureau.peristiwa import read_event

    content: dict[str, Any] = {"jenis": "realisasi"}
    content, source = read_event(Path(file), "realisasi") if file else (content, None)
    content |= {key: value for key, value in text.items() if value}
    if baris:
        content["baris"] = [_row(one) for one in baris]
    if is_interactive() and not file and not baris:
        _ask(content)
    if not content.get("tahun") or not content.get("baris"):
        raise click.UsageError(
            "sebut --tahun dan paling sedikit satu --baris, atau semuanya dengan --isi BERKAS"
        )
    record_and_write(folder, slug, content, tanggal, form, source)


def _ask(content: dict[str, Any]) -> None:
    """Ask for the year and the rows."""
    year = "Tahun Rencana Kerja: I, II, …"
    content["tahun"] = content.get("tahun") or ask(year, None)
    row = "Baris; target; capaian; satuan; realisasi (Enter bila selesai)"
    content["baris"] = []
    while answer := ask(row, ""):
        content["baris"].append(_row(answer))


def _row(value: str) -> dict[str, str]:
    part = [one.strip() for one in value.split(";")]
    return {name: content for name, content in zip(_KEY, part, strict=False) if content}
