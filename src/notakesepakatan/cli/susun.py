"""`nota susun`: agreements to documents."""

import signal
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from notakesepakatan.press.plan import Hasil, Plan
    from notakesepakatan.press.stop import Henti

_FORMAT = ("docx", "pdf", "txt", "html")


def formats(nilai: str) -> tuple[str, ...]:
    """The formats of "docx,pdf".

    Raises:
        click.BadParameter: one that is not known.
    """
    daftar = tuple(dict.fromkeys(satu.strip().lower() for satu in nilai.split(",")))
    for satu in daftar:
        if satu not in _FORMAT:
            raise click.BadParameter(f'"{satu}" tidak dikenal; pilih dari {", ".join(_FORMAT)}, dipisah koma')
    return daftar


@click.command("susun", options_metavar="[PILIHAN]")
@click.argument("slug", nargs=-1, metavar="[NAMA]…")
@click.option("--semua", is_flag=True, help="Semua kesepakatan; sama dengan tanpa NAMA.")
@click.option("--dokumen", multiple=True, metavar="DOKUMEN", help="Hanya dokumen ini, mis. nota-kesepakatan. Boleh diulang.")
@click.option(
    "--format",
    "bentuk",
    default="docx,pdf,txt",
    show_default=True,
    callback=lambda ctx, param, nilai: formats(nilai),
    metavar="FORMAT",
    help="docx, pdf, txt, html; dipisah koma.",
)
@click.option("--ke", type=click.Path(), metavar="FOLDER", help="Folder tujuan. Bawaan: output/ di ruang kerja.")
@click.option("--rangkap", is_flag=True, help="Susun setiap rangkap: dengan kotak meterai, atau paraf hierarki untuk arsip.")
@click.option("--paksa", is_flag=True, help="Susun semuanya lagi, juga yang sudah mutakhir.")
@click.option(
    "--proses", type=click.IntRange(1, 256), metavar="N", help="Banyaknya proses. Bawaan: sebanyak inti prosesor komputer ini."
)
@click.option("--klaster", default="", metavar="ALAMAT", help="Susun pada klaster Dask, mis. tcp://10.0.0.5:8786.")
@click.pass_obj
def perintah(
    ruang: str, slug: tuple[str, ...], semua: bool, dokumen: tuple[str, ...], bentuk: tuple[str, ...], ke: str | None,
    rangkap: bool, paksa: bool, proses: int | None, klaster: str,
) -> None:  # fmt: skip
    """Susun naskah dari agreements/NAMA/kesepakatan.yaml.

    Tanpa NAMA, semua kesepakatan disusun. Naskah yang sudah mutakhir tidak disusun lagi. Yang bermasalah dilaporkan dan
    tidak menghentikan yang lain; naskah lamanya tidak ditimpa.

    \b
    Contoh:
      nota susun bp2mi-pekalongan-2022
      nota susun --format docx,pdf --ke ~/Dokumen
      nota susun bp2mi-pekalongan-2022 --rangkap
      nota susun --semua --proses 8
    """
    from pathlib import Path

    from notakesepakatan.press.order import Pesanan
    from notakesepakatan.press.plan import plan
    from notakesepakatan.press.stop import Henti
    from notakesepakatan.workspace.folders import RuangKerja

    if semua and slug:
        raise click.UsageError("pilih salah satu: --semua, atau NAMA kesepakatan")
    ruang_kerja, pesanan = RuangKerja(Path(ruang)), Pesanan(bentuk, Path(ke) if ke else None, rangkap, dokumen)
    henti, laporan = Henti(), list["Hasil"]()
    kerja: Plan | None = None
    with henti.listening():
        try:
            kerja = plan(ruang_kerja, slug, pesanan, paksa=paksa)
            if not (kerja.mutakhir or kerja.gagal or kerja.perlu or kerja.hilang):
                click.echo('Belum ada kesepakatan di agreements/; mulai dengan "nota baru".', err=True)
                return
            _work(kerja, proses, klaster, henti, laporan)
            jadi = [*kerja.gagal, *laporan]
            _summarize(kerja, jadi)
            henti.check()
        except KeyboardInterrupt:
            click.echo(_stopped(laporan, kerja), err=True)
            sys.exit(128 + (henti.sinyal or signal.SIGINT))
    if dokumen and not any(satu.berkas or satu.mutakhir or satu.masalah for satu in (*jadi, *kerja.mutakhir)):
        raise click.UsageError(f"tidak ada dokumen bernama {', '.join(dokumen)} pada kesepakatan yang dipilih")
    if any(satu.masalah for satu in jadi):
        sys.exit(1)


def _work(kerja: "Plan", proses: int | None, klaster: str, henti: "Henti", laporan: "list[Hasil]") -> None:
    """Do it, saying how far it is where somebody watches; what is finished when it is broken off is in `laporan`."""
    if not kerja.perlu:
        return
    from notakesepakatan.press.run import Cara, susun

    terminal = bool(sys.stderr) and sys.stderr.isatty() and len(kerja.perlu) > 5
    hasil = susun(kerja, Cara(proses, klaster, henti))
    try:
        for satu in _watched(hasil, len(kerja.perlu)) if terminal else hasil:
            laporan.append(satu)
            if not terminal:
                _report(satu)
    finally:
        with henti.held():
            hasil.close()
            for satu in laporan if terminal else ():
                _report(satu)


def _stopped(laporan: "Sequence[Hasil]", kerja: "Plan | None") -> str:
    if kerja is None:
        return "Dihentikan: belum ada yang disusun."
    return (
        f"Dihentikan: {len(laporan)} dari {len(kerja.perlu)} kesepakatan selesai dan naskahnya utuh; "
        f"jalankan lagi untuk meneruskan sisanya."
    )


def _watched(hasil: "Iterator[Hasil]", jumlah: int) -> "Iterator[Hasil]":
    """The same with a bar: how many, how many a second, how long still; counted from the first, which waits for start-up."""
    mulai, selesai = 0.0, 0

    def pace(satu: object) -> str:
        lama = time.monotonic() - mulai
        if selesai < 2 or not lama:
            return ""
        laju = (selesai - 1) / lama
        sisa = timedelta(seconds=round((jumlah - selesai) / laju))
        return f"{laju:.1f} kesepakatan/detik, sisa {sisa}".replace(".", ",")

    with click.progressbar(
        hasil, length=jumlah, label="Menyusun", width=0, file=sys.stderr, show_pos=True, show_eta=False, item_show_func=pace
    ) as deret:
        for satu in deret:
            selesai += 1
            mulai = mulai or time.monotonic()
            yield satu


def _report(hasil: "Hasil") -> None:
    for berkas in hasil.berkas:
        click.echo(click.format_filename(berkas))
    if hasil.temuan:
        click.echo(f"{hasil.slug}: {hasil.temuan} galat pada naskahnya; lihat: nota periksa {hasil.slug}", err=True)
    if hasil.masalah:
        click.echo(hasil.masalah, err=True)
    if hasil.usang:
        daftar = ", ".join(click.format_filename(berkas) for berkas in hasil.usang)
        click.echo(f"tidak lagi dihasilkan: {daftar}; hapus bila tidak diperlukan", err=True)


def _summarize(kerja: "Plan", jadi: "Sequence[Hasil]") -> None:
    """What was left as it is, faults that stand in it still, and how many failed."""
    for satu in (*kerja.gagal, *kerja.hilang):
        _report(satu)
    kerja.settle()
    utuh = len(kerja.mutakhir) + sum(1 for satu in jadi if satu.mutakhir and not satu.berkas and not satu.masalah)
    if utuh:
        click.echo(f"{utuh} kesepakatan sudah mutakhir, tidak disusun lagi.", err=True)
    bergalat = [satu for satu in kerja.mutakhir if satu.temuan]
    for satu in bergalat[:5]:
        _report(satu)
    if len(bergalat) > 5:
        click.echo(f"… dan {len(bergalat) - 5} kesepakatan lain; lihat: nota periksa NAMA", err=True)
    if gagal := sum(bool(satu.masalah) for satu in jadi):
        jumlah = len(kerja.mutakhir) + len(jadi)
        click.echo(f"{gagal} dari {jumlah} kesepakatan bermasalah.", err=True)
