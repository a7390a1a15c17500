"""`nota daftar`: the register of all agreements."""

import sys
from datetime import date
from typing import Any

import click

from notakesepakatan.cli.days import PER, TANGGAL, today

_STATUS = (
    "konsep", "berlaku", "masa pemberitahuan", "lewat tenggat", "diperpanjang", "berakhir", "diakhiri", "batal",
)  # fmt: skip


@click.command("daftar", options_metavar="[PILIHAN]")
@click.argument("kata", nargs=-1, metavar="[KATA]…")
@click.option(
    "--status",
    multiple=True,
    type=click.Choice(_STATUS),
    metavar="STATUS",
    help="Hanya status ini, mis. berlaku. Boleh diulang.",
)
@click.option("--pihak", default="", metavar="TEKS", help="Hanya yang nama pihaknya memuat TEKS.")
@click.option("--berakhir-sebelum", type=TANGGAL, metavar="TANGGAL", help="Hanya yang berakhir sebelum TANGGAL.")
@PER
@click.option("--json", "json", is_flag=True, help="Keluaran JSON.")
@click.option("--xlsx", type=click.Path(dir_okay=False), metavar="BERKAS", help="Tulis sebagai lembar kerja Excel.")
@click.pass_obj
def perintah(
    ruang: str, kata: tuple[str, ...], status: tuple[str, ...], pihak: str, berakhir_sebelum: date | None,
    per: date | None, json: bool, xlsx: str | None,
) -> None:  # fmt: skip
    """Daftar semua kesepakatan dengan status, akhir, dan tenggat berikutnya.

    Status: konsep, berlaku, masa pemberitahuan, lewat tenggat, diperpanjang, berakhir, diakhiri, batal. Sisa hari
    dihitung sampai hari aman. KATA menyaring: semua kata harus ada pada nama, judul, pihak, atau nomor.

    \b
    Contoh:
      nota daftar
      nota daftar pekalongan --status berlaku
      nota daftar --berakhir-sebelum 2027-12-31 --xlsx daftar.xlsx
    """
    from pathlib import Path

    from notakesepakatan.bureau.register import KOLOM_DAFTAR, Saringan, open_register
    from notakesepakatan.workspace.folders import RuangKerja

    saringan = Saringan(status, pihak, berakhir_sebelum, kata)
    daftar, masalah = open_register(RuangKerja(Path(ruang)), per or today(), saringan)
    data = [baris.data() for baris in daftar]
    if xlsx:
        from notakesepakatan.workspace.save import save
        from notakesepakatan.write.xlsx import write_lembar

        save(Path(xlsx), write_lembar("Daftar kesepakatan", KOLOM_DAFTAR, data))
        click.echo(xlsx)
    elif json:
        import json as json_

        click.echo(json_.dumps(data, ensure_ascii=False, indent=2, default=str))
    else:
        click.echo("\n".join(_lines(data)))
    if masalah:
        click.echo("\n".join(masalah), err=True)
        sys.exit(1)


def _lines(data: list[dict[str, Any]]) -> list[str]:
    if not data:
        return ["Tidak ada kesepakatan yang cocok."]
    hasil = []
    for baris in data:
        tenggat = f"{baris['tenggat']} {baris['aman']} ({baris['sisa_hari']} hari lagi)" if baris["tenggat"] else "-"
        hasil.append(f"{baris['kesepakatan']}  {baris['status']}  berakhir {baris['berakhir'] or '-'}  {tenggat}")
        hasil.append(f"    {baris['jenis']}: {'; '.join(baris['para_pihak'])}")
    return hasil
