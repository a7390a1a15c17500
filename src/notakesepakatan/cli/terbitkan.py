"""`nota terbitkan`: write every notice whose time has come; meant for a daily timer."""

import sys
from datetime import date

import click

from notakesepakatan.cli.days import PER, today


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

    from notakesepakatan.bureau.surat import publish
    from notakesepakatan.cli.susun import formats
    from notakesepakatan.compose.gaya import load_pengaturan
    from notakesepakatan.workspace.folders import RuangKerja
    from notakesepakatan.write.mail import send

    ruang_kerja = RuangKerja(Path(ruang))
    surel = load_pengaturan(ruang_kerja.akar).surel
    gagal, ditulis, ringkasan = 0, 0, list[str]()
    for satu in publish(ruang_kerja, per or today(), formats(bentuk)):
        ditulis += bool(satu.berkas)
        gagal += satu.gagal
        baris = [str(berkas) for berkas in satu.berkas]
        if satu.keterangan:
            baris.append(f"{satu.slug}: {satu.keterangan}" if satu.slug else satu.keterangan)
        for kata in baris:
            click.echo(kata, err=satu.gagal)
        ringkasan += baris
    ringkasan.append(f"{ditulis} surat disusun.")
    click.echo(ringkasan[-1])
    if surel and len(ringkasan) > 1:
        send(surel, f"Surat pemberitahuan: {ringkasan[-1]}", "\n".join(ringkasan) + "\n")
    if gagal:
        sys.exit(1)
