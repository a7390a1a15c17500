"""`nota terbitkan`: write every notice whose time has come; meant for a daily timer."""

import sys
from datetime import date

import click

from notakesepakatan.cli.tanggal import PER, today


@click.command("terbitkan", options_metavar="[PILIHAN]")
@PER
@click.option("--format", "bentuk", default="docx,pdf,txt", show_default=True, metavar="FORMAT", help="docx, pdf, txt, html.")
@click.pass_obj
def perintah(ruang: str, /, per: date | None, bentuk: str) -> None:
    """Susun setiap surat pemberitahuan yang waktunya sudah tiba, masing-masing satu kali.

    Waktunya tiba bila hari aman dikurangi waktu_muka (pengaturan.yaml, bawaan 30 hari) sudah sampai atau lewat. Boleh
    dijalankan berkali-kali dan terlambat: surat yang sudah disusun tidak disusun lagi.

    \b
    Contoh:
      nota terbitkan
      nota terbitkan --per 2027-02-01
    """
    from pathlib import Path

    from notakesepakatan.cli.susun import formats
    from notakesepakatan.load.ruang_kerja import RuangKerja
    from notakesepakatan.surat import publish

    gagal = ditulis = 0
    for satu in publish(RuangKerja(Path(ruang)), per or today(), formats(bentuk)):
        for berkas in satu.berkas:
            click.echo(str(berkas))
        ditulis += bool(satu.berkas)
        gagal += satu.gagal
        if satu.keterangan:
            click.echo(f"{satu.slug}: {satu.keterangan}" if satu.slug else satu.keterangan, err=satu.gagal)
    click.echo(f"{ditulis} surat disusun.")
    if gagal:
        sys.exit(1)
