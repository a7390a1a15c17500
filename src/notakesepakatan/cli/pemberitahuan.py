"""`nota pemberitahuan`: the notice of extension or termination, with its receipt."""

from collections.abc import Sequence
from datetime import date

import click

from notakesepakatan.cli.days import TANGGAL, today

_REASON = (
    "tujuan-tercapai",
    "kesepakatan",
    "perubahan-peraturan",
    "objek-hilang",
    "jangka-waktu",
)


@click.command("pemberitahuan", options_metavar="[PILIHAN]")
@click.argument(
    "perihal", type=click.Choice(["perpanjangan", "pengakhiran"]), metavar="PERIHAL"
)
@click.argument("slug", metavar="NAMA")
@click.option(
    "--dari",
    metavar="PIHAK",
    help="Pengirim: kesatu, kedua, … Bawaan: pihak_kami di pengaturan.yaml.",
)
@click.option(
    "--tanggal",
    type=TANGGAL,
    metavar="TANGGAL",
    help="Tanggal surat. Bawaan: hari ini.",
)
@click.option("--nomor", metavar="TEKS", help="Nomor surat.")
@click.option(
    "--selama",
    metavar="LAMA",
    help="Perpanjangan yang diusulkan. Bawaan: selama jangka waktu semula.",
)
@click.option(
    "--alasan",
    type=click.Choice(_REASON),
    metavar="ALASAN",
    help=f"Alasan pengakhiran: {', '.join(_REASON)}.",
)
@click.option(
    "--berlaku",
    "in_force",
    type=TANGGAL,
    metavar="TANGGAL",
    help="Hari pengakhiran berlaku. Bawaan: akhir jangka waktu.",
)
@click.option(
    "--kewajiban",
    multiple=True,
    metavar="TEKS",
    help="Kewajiban yang belum selesai. Boleh diulang.",
)
@click.option(
    "--uraian",
    default="",
    metavar="TEKS",
    help="Kalimat tambahan, mis. hasil evaluasi.",
)
@click.option(
    "--tempat",
    default="",
    metavar="TEKS",
    help="Tempat surat. Bawaan: tempat_surat di pengaturan.yaml.",
)
@click.option(
    "--pejabat",
    default="",
    metavar="TEKS",
    help="Penanda tangan, bila bukan yang menandatangani kesepakatan.",
)
@click.option(
    "--jabatan", default="", metavar="TEKS", help="Jabatan penanda tangan, bila lain."
)
@click.option(
    "--balas",
    "reply",
    type=TANGGAL,
    metavar="TANGGAL",
    help="Batas tanggapan. Bawaan: 14 hari kerja.",
)
@click.option(
    "--format",
    "form",
    default="docx,pdf,txt",
    show_default=True,
    metavar="FORMAT",
    help="docx, pdf, txt, html.",
)
@click.pass_obj
def command(
    folder: str,
    /,
    perihal: str,
    slug: str,
    dari: str | None,
    tanggal: date | None,
    nomor: str | None,
    selama: str | None,
    alasan: str | None,
    in_force: date | None,
    kewajiban: tuple[str, ...],
    uraian: str,
    tempat: str,
    pejabat: str,
    jabatan: str,
    reply: date | None,
    form: str,
) -> None:
    """Susun surat pemberitahuan perpanjangan atau pengakhiran, beserta tanda terimanya.

    Surat ditulis ke output/NAMA/surat/. Setelah diterima, catat dengan "nota catat NAMA
    pemberitahuan_diterima" supaya
    tenggatnya tertutup.

    \b
    Contoh:
      nota pemberitahuan perpanjangan bp2mi-pekalongan-2022 --dari kedua --nomor 500/12/2027
      nota pemberitahuan pengakhiran bp2mi-pekalongan-2022 --alasan tujuan-tercapai
    """
    from pathlib import Path

    from notakesepakatan.bureau.office import Office
    from notakesepakatan.bureau.surat import parse_span, sender_of, write_notice
    from notakesepakatan.cli.susun import formats
    from notakesepakatan.compose.surat import PENGAKHIRAN_REASONS, Pemberitahuan
    from notakesepakatan.workspace import Workspace

    if perihal == "pengakhiran" and not alasan:
        raise click.UsageError(f"pengakhiran memerlukan --alasan: {', '.join(_REASON)}")
    office = Office(Workspace(Path(folder)))
    r = office.summary(slug)
    index = _party(dari, r.kunci_pihak) if dari else sender_of(office, slug, r.pihak)
    day = tanggal or today()
    surat = Pemberitahuan(
        perihal,  # type: ignore[arg-type] # of the choices
        index,
        day,
        day,
        nomor,
        parse_span(selama) if selama else None,
        PENGAKHIRAN_REASONS[alasan] if alasan else "",
        in_force,
        kewajiban,
        uraian,
        tempat,
        pejabat,
        jabatan,
    )
    result = write_notice(office, slug, surat, reply, formats(form))
    for file in result.file:
        click.echo(str(file))
    if result.peringatan:
        click.echo(result.peringatan, err=True)


def _party(key: str, parties: Sequence[str]) -> int:
    """Index of a party by its key."""
    if key not in parties:
        raise click.UsageError(
            f'pihak "{key}" tidak ada; pilih salah satu: {", ".join(parties)}'
        )
    return parties.index(key)
