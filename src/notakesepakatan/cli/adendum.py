"""`nota adendum`: the change of a signed agreement, written from the text as it should read."""

from datetime import date

import click

from notakesepakatan.cli.days import PER, today


@click.command("adendum", options_metavar="[PILIHAN]")
@click.argument("slug", metavar="NAMA")
@click.option(
    "--dari",
    type=click.Path(),
    metavar="BERKAS",
    help="Kesepakatan sebagaimana seharusnya berbunyi, sebagai YAML.",
)
@click.option(
    "--perpanjang",
    "extend",
    metavar="LAMA",
    help="Hanya memperpanjang jangka waktu, mis. 5 tahun, atau sampai dengan 31 "
    "Desember 2028. Pengganti --dari.",
)
@click.option(
    "--perbaikan",
    is_flag=True,
    help="Perbaikan kekeliruan penulisan: tabel tertulis dan seharusnya.",
)
@click.option(
    "--tetap",
    "kept",
    is_flag=True,
    help="Tetap buat konsep, meskipun perubahannya melebihi perbaikan salah tulis "
    "atau mengesampingkan adendum lain.",
)
@click.option(
    "--alasan",
    multiple=True,
    metavar="TEKS",
    help="Alasan, tanpa kata bahwa. Boleh diulang.",
)
@click.option(
    "--bentuk",
    type=click.Choice(["pasal", "kontrak", "tabel"]),
    default=None,
    help="pasal: Pasal I dan Pasal II; kontrak: semula dan menjadi; tabel: No, Pasal, "
    "Semula, Menjadi. Bawaan: menurut pengaturan.yaml.",
)
@click.option(
    "--surut",
    "retroactive",
    is_flag=True,
    help="Berlaku surut sejak tanggal kesepakatan ditandatangani.",
)
@click.option(
    "--ganti", "replace", is_flag=True, help="Ganti konsep adendum yang terakhir."
)
@PER
@click.pass_obj
def command(
    folder: str,
    /,
    slug: str,
    dari: str | None,
    extend: str | None,
    per: date | None,
    perbaikan: bool,
    kept: bool,
    alasan: tuple[str, ...],
    bentuk: str | None,
    retroactive: bool,
    replace: bool,
) -> None:
    """Buat konsep adendum dari bedanya dengan naskah yang berlaku.

    Salin naskah yang berlaku dengan "nota konsolidasi NAMA --sebagai-data", ubah sampai
    berbunyi sebagaimana seharusnya, lalu tunjuk dengan --dari. Hasilnya
    agreements/NAMA/adendum-NN.yaml; susun dengan "nota susun NAMA".

    \b
    Contoh:
      nota konsolidasi bp2mi-pekalongan-2022 --sebagai-data > baru.yaml
      nota adendum bp2mi-pekalongan-2022 --dari baru.yaml
      nota adendum bp2mi-pekalongan-2022 --dari baru.yaml --perbaikan
      nota adendum bp2mi-pekalongan-2022 --perpanjang "5 tahun"
    """
    from pathlib import Path

    from notakesepakatan.bureau.adendum import (
        Request,
        draft_extension,
        draft_from,
        ended_words,
    )
    from notakesepakatan.bureau.office import Office
    from notakesepakatan.bureau.surat import parse_perpanjangan
    from notakesepakatan.workspace import Workspace

    if (dari is None) == (extend is None):
        raise click.UsageError("sebut tepat satu: --dari BERKAS atau --perpanjang LAMA")
    if extend and perbaikan:
        raise click.UsageError("perpanjangan bukan perbaikan; hapus --perbaikan")
    office = Office(Workspace(Path(folder)))
    day = per or today(office)
    request = Request(perbaikan, kept, alasan, retroactive, replace, bentuk or "")
    if extend:
        drafted = draft_extension(
            office, slug, parse_perpanjangan(extend), request, day
        )
    else:
        drafted = draft_from(office, slug, Path(dari or ""), request)
    click.echo(str(drafted.file))
    for n, sentence in enumerate(drafted.perubahan, 1):
        click.echo(f"{n}. {sentence}")
    for warning in drafted.peringatan:
        click.echo(warning, err=True)
    over = ended_words(office, slug, day)
    if over:
        click.echo(
            f"{over[0].upper()}{over[1:]}: adendum ini hanya mengubah catatan tentang masa "
            "yang sudah lewat, dan tidak melanjutkan jangka waktunya.",
            err=True,
        )
