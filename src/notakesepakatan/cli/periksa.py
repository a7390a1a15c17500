"""`nota periksa`: what is wrong in the text, before it is signed."""

import json
import sys
from datetime import date
from typing import Any

import click

from notakesepakatan.cli.days import PER

_TINGKAT = ("galat", "peringatan", "catatan")
_LEBAR = 100


@click.command("periksa", options_metavar="[PILIHAN]")
@click.argument("nama", nargs=-1, metavar="[NAMA|BERKAS]…")
@click.option("--json", "json_", is_flag=True, help="Cetak sebagai JSON.")
@click.option(
    "--tingkat", type=click.Choice(_TINGKAT), default="catatan", metavar="TINGKAT",
    help="Paling rendah: galat, peringatan, atau catatan (bawaan).",
)  # fmt: skip
@PER
@click.pass_obj
def perintah(ruang: str, /, nama: tuple[str, ...], json_: bool, tingkat: str, per: date | None) -> None:
    """Periksa naskah: salah tulis, rujukan, angka, rincian, dasar hukum, dan kesamaan antarbagian.

    Tanpa NAMA, semua kesepakatan. Berkas .docx, .pdf, dan .txt dari luar juga dapat diperiksa. Aturannya ada di
    docs/aturan-periksa.md. Satu temuan yang memang benar dapat didiamkan dengan abaikan: di kesepakatan.yaml.

    \b
    Contoh:
      nota periksa kesehatan-2027
      nota periksa --tingkat galat
      nota periksa naskah-dari-mitra.docx
    """
    from pathlib import Path

    from notakesepakatan.bureau.check import KAMUS, Ditemukan, check_agreement, check_file, counts
    from notakesepakatan.errors import NotaError
    from notakesepakatan.workspace.folders import RuangKerja

    berkas = [satu for satu in nama if "." in satu or "/" in satu]
    slug = [satu for satu in nama if satu not in berkas]
    semua, gagal = list[Ditemukan](), 0
    if slug or not berkas:
        ruang_kerja = RuangKerja(Path(ruang))
        for satu in slug or ruang_kerja.daftar_slug():
            try:
                semua += check_agreement(ruang_kerja, satu, per)
            except NotaError as sebab:
                gagal += 1
                click.echo(str(sebab), err=True)
    for satu in berkas:
        semua += check_file(Path(satu))
    tampil = [t for t in semua if _TINGKAT.index(t.tingkat) <= _TINGKAT.index(tingkat)]
    if json_:
        click.echo(json.dumps([t.data() for t in tampil], ensure_ascii=False, indent=2))
    else:
        _print(tampil)
        click.echo(", ".join(f"{n} {nama_tingkat}" for nama_tingkat, n in counts(semua).items()))
    if not KAMUS.is_file():
        click.echo("Ejaan tidak diperiksa: kamus belum terpasang (sudo apt-get install hunspell-id).", err=True)
    if gagal or any(t.tingkat == "galat" for t in semua):
        sys.exit(1)


def _print(daftar: list[Any]) -> None:
    """Findings by file, each with its line and a mark below the words."""
    berkas = ""
    for t in daftar:
        if t.tempat.berkas != berkas:
            berkas = t.tempat.berkas
            click.echo(berkas)
        click.echo(f"  {t.tempat.baris}:{t.tempat.kolom} {t.tingkat} {t.kode}: {t.pesan}; {t.saran}")
        awal = t.tempat.kolom - 1
        geser = max(0, awal - _LEBAR // 2)
        click.echo(f"      {t.baris[geser : geser + _LEBAR]}")
        kata = next((k for k in (t.potongan, t.potongan.split(" ")[0]) if k and t.baris[awal:].startswith(k)), "")
        if kata:
            click.echo(f"      {' ' * (awal - geser)}{'^' * len(kata)}")
