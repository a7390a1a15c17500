"""`nota catat`: record what happened."""

from datetime import date

import click

from notakesepakatan.cli.tanggal import TANGGAL, today

_JENIS = (
    "pemberitahuan_disusun", "pemberitahuan_dikirim", "pemberitahuan_diterima", "perpanjangan", "pengakhiran", "batal",
    "keadaan_kahar", "berita_acara_kahar", "realisasi", "musyawarah", "selesai", "penyerahan_rangkap",
)  # fmt: skip


@click.command("catat", options_metavar="[PILIHAN]")
@click.argument("slug", metavar="NAMA")
@click.argument("jenis", type=click.Choice(_JENIS), metavar="JENIS")
@click.option("--tanggal", type=TANGGAL, metavar="TANGGAL", help="Hari peristiwa. Bawaan: hari ini.")
@click.option(
    "--perihal", type=click.Choice(["perpanjangan", "pengakhiran"]), metavar="PERIHAL", help="perpanjangan atau pengakhiran."
)
@click.option("--dari", metavar="PIHAK", help="Pihak yang memberitahukan: kesatu, kedua, …")
@click.option("--nomor", metavar="TEKS", help="Nomor surat atau naskah.")
@click.option("--selama", metavar="LAMA", help="Lama perpanjangan, mis. 5 tahun.")
@click.option("--kejadian", type=TANGGAL, metavar="TANGGAL", help="Hari keadaan kahar yang diberitaacarakan.")
@click.option("--keterangan", metavar="TEKS", help="Catatan.")
@click.pass_obj
def perintah(ruang: str, /, slug: str, jenis: str, tanggal: date | None, **opsi: date | str | None) -> None:
    """Catat peristiwa pada kesepakatan NAMA, sebagai berkas baru di agreements/NAMA/peristiwa/.

    JENIS: pemberitahuan_disusun, pemberitahuan_dikirim, pemberitahuan_diterima, perpanjangan, pengakhiran, batal,
    keadaan_kahar, berita_acara_kahar, realisasi, musyawarah, selesai, penyerahan_rangkap. Catatan tidak pernah ditimpa. Tenggat hilang setelah peristiwa yang
    menjawabnya dicatat: pemberitahuan yang diterima, perpanjangan, pengakhiran, berita acara.

    \b
    Contoh:
      nota catat bp2mi-pekalongan-2022 pemberitahuan_diterima --perihal perpanjangan --dari kesatu
      nota catat bp2mi-pekalongan-2022 keadaan_kahar --tanggal 2026-12-22
    """
    from pathlib import Path

    from notakesepakatan.catat import record
    from notakesepakatan.load.ruang_kerja import RuangKerja

    isi = {"jenis": jenis, "tanggal": str(tanggal or today())}
    isi |= {kunci: str(nilai) for kunci, nilai in opsi.items() if nilai}
    click.echo(f"{record(RuangKerja(Path(ruang)), slug, isi)} dicatat.")
