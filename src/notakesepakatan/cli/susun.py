"""`nota susun`: agreements to documents."""

import sys

import click

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
@click.pass_obj
def perintah(
    ruang: str, slug: tuple[str, ...], dokumen: tuple[str, ...], bentuk: tuple[str, ...], ke: str | None, rangkap: bool
) -> None:
    """Susun naskah dari agreements/NAMA/kesepakatan.yaml.

    Tanpa NAMA, semua kesepakatan disusun. Yang bermasalah dilaporkan dan tidak menghentikan yang lain; naskah lamanya
    tidak ditimpa.

    \b
    Contoh:
      nota susun bp2mi-pekalongan-2022
      nota susun --format docx,pdf --ke ~/Dokumen
      nota susun bp2mi-pekalongan-2022 --rangkap
    """
    from pathlib import Path

    from notakesepakatan.load.ruang_kerja import RuangKerja
    from notakesepakatan.susun import Hasil, Pesanan, susun

    ruang_kerja = RuangKerja(Path(ruang))
    daftar = tuple(dict.fromkeys(slug)) or ruang_kerja.daftar_slug()
    if not daftar:
        click.echo('Belum ada kesepakatan di agreements/; mulai dengan "nota baru".', err=True)
        return
    gagal = jumlah = 0
    terminal = bool(sys.stderr) and sys.stderr.isatty() and len(daftar) > 5
    hasil = susun(ruang_kerja, daftar, Pesanan(bentuk, Path(ke) if ke else None, rangkap, dokumen))
    with click.progressbar(hasil, length=len(daftar), label="Menyusun", file=sys.stderr, hidden=not terminal) as deret:
        laporan: list[Hasil] = []
        for satu in deret:
            laporan.append(satu)
            if not terminal:
                _report(satu)
    if terminal:
        for satu in laporan:
            _report(satu)
    jumlah = sum(len(satu.berkas) for satu in laporan)
    gagal = sum(satu.masalah is not None for satu in laporan)
    if dokumen and not jumlah and not gagal:
        raise click.UsageError(f"tidak ada dokumen bernama {', '.join(dokumen)} pada kesepakatan yang dipilih")
    if gagal:
        click.echo(f"{gagal} dari {len(daftar)} kesepakatan bermasalah.", err=True)
        sys.exit(1)


def _report(hasil: "object") -> None:
    for berkas in getattr(hasil, "berkas", ()):
        click.echo(str(berkas))
    if temuan := getattr(hasil, "temuan", 0):
        slug = getattr(hasil, "slug", "")
        click.echo(f"{slug}: {temuan} galat pada naskahnya; lihat: nota periksa {slug}", err=True)
    if masalah := getattr(hasil, "masalah", None):
        click.echo(str(masalah), err=True)
