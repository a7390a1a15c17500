"""`nota pemberitahuan`: the notice of extension or termination, with its receipt."""

from datetime import date

import click

from notakesepakatan.cli.days import TANGGAL, today

_ALASAN = ("tujuan-tercapai", "kesepakatan", "perubahan-peraturan", "objek-hilang", "jangka-waktu")


@click.command("pemberitahuan", options_metavar="[PILIHAN]")
@click.argument("perihal", type=click.Choice(["perpanjangan", "pengakhiran"]), metavar="PERIHAL")
@click.argument("slug", metavar="NAMA")
@click.option("--dari", metavar="PIHAK", help="Pengirim: kesatu, kedua, … Bawaan: pihak_kami di pengaturan.yaml.")
@click.option("--tanggal", type=TANGGAL, metavar="TANGGAL", help="Tanggal surat. Bawaan: hari ini.")
@click.option("--nomor", metavar="TEKS", help="Nomor surat.")
@click.option("--selama", metavar="LAMA", help="Perpanjangan yang diusulkan. Bawaan: selama jangka waktu semula.")
@click.option("--alasan", type=click.Choice(_ALASAN), metavar="ALASAN", help=f"Alasan pengakhiran: {', '.join(_ALASAN)}.")
@click.option("--berlaku", type=TANGGAL, metavar="TANGGAL", help="Hari pengakhiran berlaku. Bawaan: akhir jangka waktu.")
@click.option("--kewajiban", multiple=True, metavar="TEKS", help="Kewajiban yang belum selesai. Boleh diulang.")
@click.option("--uraian", default="", metavar="TEKS", help="Kalimat tambahan, mis. hasil evaluasi.")
@click.option("--tempat", default="", metavar="TEKS", help="Tempat surat. Bawaan: tempat_surat di pengaturan.yaml.")
@click.option("--pejabat", default="", metavar="TEKS", help="Penanda tangan, bila bukan yang menandatangani kesepakatan.")
@click.option("--jabatan", default="", metavar="TEKS", help="Jabatan penanda tangan, bila lain.")
@click.option("--balas", type=TANGGAL, metavar="TANGGAL", help="Batas tanggapan. Bawaan: 14 hari kerja.")
@click.option("--format", "bentuk", default="docx,pdf,txt", show_default=True, metavar="FORMAT", help="docx, pdf, txt, html.")
@click.pass_obj
def perintah(
    ruang: str, /, perihal: str, slug: str, dari: str | None, tanggal: date | None, nomor: str | None, selama: str | None,
    alasan: str | None, berlaku: date | None, kewajiban: tuple[str, ...], uraian: str, tempat: str, pejabat: str, jabatan: str,
    balas: date | None, bentuk: str,
) -> None:  # fmt: skip
    """Susun surat pemberitahuan perpanjangan atau pengakhiran, beserta tanda terimanya.

    Surat ditulis ke output/NAMA/surat/. Setelah diterima, catat dengan "nota catat NAMA pemberitahuan_diterima" supaya
    tenggatnya tertutup.

    \b
    Contoh:
      nota pemberitahuan perpanjangan bp2mi-pekalongan-2022 --dari kedua --nomor 500/12/2027
      nota pemberitahuan pengakhiran bp2mi-pekalongan-2022 --alasan tujuan-tercapai
    """
    from pathlib import Path

    from notakesepakatan.bureau.surat import Kantor, parse_span, write_notice
    from notakesepakatan.cli.susun import formats
    from notakesepakatan.compose.surat import ALASAN_PENGAKHIRAN, Pemberitahuan
    from notakesepakatan.load.register import load_ringkasan
    from notakesepakatan.workspace.folders import RuangKerja

    if perihal == "pengakhiran" and not alasan:
        raise click.UsageError(f"pengakhiran memerlukan --alasan: {', '.join(_ALASAN)}")
    ruang_kerja = RuangKerja(Path(ruang))
    kantor, r = Kantor.of(ruang_kerja), load_ringkasan(ruang_kerja, slug)
    if dari and dari not in r.kunci_pihak:
        raise click.UsageError(f'pihak "{dari}" tidak ada; pilih salah satu: {", ".join(r.kunci_pihak)}')
    urut = r.kunci_pihak.index(dari) if dari else kantor.sender(slug, r.pihak)
    hari = tanggal or today()
    surat = Pemberitahuan(
        perihal, urut, hari, hari, nomor, parse_span(selama) if selama else None,  # type: ignore[arg-type] # of the choices
        ALASAN_PENGAKHIRAN[alasan] if alasan else "", berlaku, kewajiban, uraian, tempat, pejabat, jabatan,
    )  # fmt: skip
    hasil = write_notice(kantor, slug, surat, balas, formats(bentuk))
    for berkas in hasil.berkas:
        click.echo(str(berkas))
    if hasil.peringatan:
        click.echo(hasil.peringatan, err=True)
