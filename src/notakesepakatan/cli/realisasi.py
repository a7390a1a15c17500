"""`nota realisasi`: what was done of the work plan in a year, with the report."""

from datetime import date

import click

from notakesepakatan.cli.asking import (
    Question,
    ask,
    ask_unsaid,
    is_interactive,
    split_by_keys,
)
from notakesepakatan.cli.catat import facts_of, record_and_write
from notakesepakatan.cli.days import TANGGAL
from notakesepakatan.cli.formats import FORMAT_OPTION

_TAHUN = Question("tahun", "Tahun Rencana Kerja: I, II, …")
_ROW_KEYS = (
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
@FORMAT_OPTION
@click.pass_obj
def command(
    folder: str,
    /,
    slug: str,
    file: str | None,
    tanggal: date | None,
    baris: tuple[str, ...],
    format_names: str,
    **options: str | None,
) -> None:
    """Catat realisasi Rencana Kerja dan susun laporan pemantauan dan evaluasi, juga sebagai Excel.

    \b
    Contoh:
      nota realisasi bp2mi-pekalongan-2022 --tahun III \
--baris "2; 100; 80; orang; pelatihan" --rekomendasi dilanjutkan
      nota realisasi bp2mi-pekalongan-2022 --isi realisasi.yaml
    """
    content, source = facts_of("realisasi", file)
    content |= {key: value for key, value in options.items() if value}
    if baris:
        content["baris"] = [split_by_keys(text, _ROW_KEYS) for text in baris]
    if is_interactive() and not file and not baris:
        content |= ask_unsaid([_TAHUN], content)
        content["baris"] = _ask_rows()
    if not content.get("tahun") or not content.get("baris"):
        raise click.UsageError(
            "sebut --tahun dan paling sedikit satu --baris, "
            "atau semuanya dengan --isi BERKAS"
        )
    record_and_write(folder, slug, content, tanggal, format_names, source)


def _ask_rows() -> list[dict[str, str]]:
    """Rows of the work plan, until there is no more."""
    rows = list[dict[str, str]]()
    while True:
        answer = ask(
            "Baris; target; capaian; satuan; realisasi (Enter bila selesai)", ""
        )
        if not answer:
            return rows
        rows.append(split_by_keys(answer, _ROW_KEYS))
