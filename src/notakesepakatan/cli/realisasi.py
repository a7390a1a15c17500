"""`nota realisasi`: what was done of the work plan in a year, with the report."""

from datetime import date
from typing import Any

import click

from notakesepakatan.cli.baru import ask, is_interactive
from notakesepakatan.cli.catat import record_and_write
from notakesepakatan.cli.days import TANGGAL

_KUNCI = ("alamat", "target", "capaian", "satuan", "realisasi", "output", "outcome", "kendala", "tindak_lanjut")


@click.command("realisasi", options_metavar="[PILIHAN]")
@click.argument("slug", metavar="NAMA")
@click.option("--isi", "berkas", type=click.Path(), metavar="BERKAS", help="Semua isi dari berkas YAML.")
@click.option("--tanggal", type=TANGGAL, metavar="TANGGAL", help="Hari pencatatan. Bawaan: hari ini.")
@click.option("--tahun", metavar="TAHUN", help="Tahun Rencana Kerja: I, II, …")
@click.option(
    "--baris", multiple=True, metavar="ISI",
    help="\"BARIS; TARGET; CAPAIAN; SATUAN; REALISASI; OUTPUT; OUTCOME; KENDALA; TINDAK LANJUT\". Boleh diulang.",
)  # fmt: skip
@click.option("--rekomendasi", metavar="KATA", help="dilanjutkan, diubah, atau diakhiri.")
@click.option("--keterangan", metavar="TEKS", help="Catatan.")
@click.option("--format", "bentuk", default="docx,pdf,txt", show_default=True, metavar="FORMAT", help="docx, pdf, txt, html.")
@click.pass_obj
def perintah(
    ruang: str, /, slug: str, berkas: str | None, tanggal: date | None, baris: tuple[str, ...], bentuk: str, **teks: str | None
) -> None:
    """Catat realisasi Rencana Kerja dan susun laporan pemantauan dan evaluasi, juga sebagai Excel.

    \b
    Contoh:
      nota realisasi bp2mi-pekalongan-2022 --tahun III --baris "2; 100; 80; orang; pelatihan" --rekomendasi dilanjutkan
      nota realisasi bp2mi-pekalongan-2022 --isi realisasi.yaml
    """
    from pathlib import Path

    from notakesepakatan.bureau.peristiwa import read_event

    isi: dict[str, Any] = {"jenis": "realisasi"}
    isi, sumber = read_event(Path(berkas), "realisasi") if berkas else (isi, None)
    isi |= {kunci: nilai for kunci, nilai in teks.items() if nilai}
    if baris:
        isi["baris"] = [_row(satu) for satu in baris]
    if is_interactive() and not berkas and not baris:
        isi["tahun"] = isi.get("tahun") or ask("Tahun Rencana Kerja: I, II, …", None)
        isi["baris"] = []
        while jawab := ask("Baris; target; capaian; satuan; realisasi (Enter bila selesai)", ""):
            isi["baris"].append(_row(jawab))
    if not isi.get("tahun") or not isi.get("baris"):
        raise click.UsageError("sebut --tahun dan paling sedikit satu --baris, atau semuanya dengan --isi BERKAS")
    record_and_write(ruang, slug, isi, tanggal, bentuk, sumber)


def _row(nilai: str) -> dict[str, str]:
    bagian = [satu.strip() for satu in nilai.split(";")]
    return {nama: isi for nama, isi in zip(_KUNCI, bagian, strict=False) if isi}
