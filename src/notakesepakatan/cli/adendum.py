"""`nota adendum`: the change of a signed agreement, written from the text as it should read."""

import click


@click.command("adendum", options_metavar="[PILIHAN]")
@click.argument("slug", metavar="NAMA")
@click.option("--dari", type=click.Path(), metavar="BERKAS", help="Kesepakatan sebagaimana seharusnya berbunyi, sebagai YAML.")
@click.option("--perpanjang", metavar="LAMA", help="Hanya memperpanjang jangka waktu, mis. 5 tahun. Pengganti --dari.")
@click.option("--perbaikan", is_flag=True, help="Perbaikan kekeliruan penulisan: tabel tertulis dan seharusnya.")
@click.option(
    "--tetap", is_flag=True,
    help="Tetap buat konsep, meskipun perubahannya melebihi perbaikan salah tulis atau mengesampingkan adendum lain.",
)  # fmt: skip
@click.option("--alasan", multiple=True, metavar="TEKS", help="Alasan, tanpa kata bahwa. Boleh diulang.")
@click.option("--surut", is_flag=True, help="Berlaku surut sejak tanggal kesepakatan ditandatangani.")
@click.option("--ganti", is_flag=True, help="Ganti konsep adendum yang terakhir.")
@click.pass_obj
def perintah(
    ruang: str, /, slug: str, dari: str | None, perpanjang: str | None, perbaikan: bool, tetap: bool,
    alasan: tuple[str, ...], surut: bool, ganti: bool,
) -> None:  # fmt: skip
    """Buat konsep adendum dari bedanya dengan naskah yang berlaku.

    Salin naskah yang berlaku dengan "nota konsolidasi NAMA --sebagai-data", ubah sampai berbunyi sebagaimana seharusnya,
    lalu tunjuk dengan --dari. Hasilnya agreements/NAMA/adendum-NN.yaml; susun dengan "nota susun NAMA".

    \b
    Contoh:
      nota konsolidasi bp2mi-pekalongan-2022 --sebagai-data > baru.yaml
      nota adendum bp2mi-pekalongan-2022 --dari baru.yaml
      nota adendum bp2mi-pekalongan-2022 --dari baru.yaml --perbaikan
      nota adendum bp2mi-pekalongan-2022 --perpanjang "5 tahun"
    """
    from pathlib import Path

    from notakesepakatan.bureau.adendum import Permintaan, draft_extension, draft_from
    from notakesepakatan.bureau.surat import parse_span
    from notakesepakatan.workspace.folders import RuangKerja

    if (dari is None) == (perpanjang is None):
        raise click.UsageError("sebut tepat satu: --dari BERKAS atau --perpanjang LAMA")
    if perpanjang and perbaikan:
        raise click.UsageError("perpanjangan bukan perbaikan; hapus --perbaikan")
    ruang_kerja, permintaan = RuangKerja(Path(ruang)), Permintaan(perbaikan, tetap, alasan, surut, ganti)
    if perpanjang:
        hasil = draft_extension(ruang_kerja, slug, parse_span(perpanjang), permintaan)
    else:
        hasil = draft_from(ruang_kerja, slug, Path(dari or ""), permintaan)
    click.echo(str(hasil.berkas))
    for nomor, kalimat in enumerate(hasil.perubahan, 1):
        click.echo(f"{nomor}. {kalimat}")
    for peringatan in hasil.peringatan:
        click.echo(peringatan, err=True)
