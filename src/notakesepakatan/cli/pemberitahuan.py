"""`nota pemberitahuan`: the notice of extension, of termination or that one party leaves."""

from datetime import date
from typing import TYPE_CHECKING, cast

import click

from notakesepakatan.cli.asking import is_interactive
from notakesepakatan.cli.days import TANGGAL, today
from notakesepakatan.cli.formats import FORMAT_OPTION, parse_formats

if TYPE_CHECKING:
    from notakesepakatan.bureau.office import Office
    from notakesepakatan.bureau.surat import PlannedSurat
    from notakesepakatan.model.peristiwa import About

_ABOUT = ("perpanjangan", "pengakhiran", "pengunduran_diri")
_REASON = (
    "tujuan-tercapai",
    "kesepakatan",
    "perubahan-peraturan",
    "objek-hilang",
    "jangka-waktu",
)


@click.command("pemberitahuan", options_metavar="[PILIHAN]")
@click.argument("perihal", type=click.Choice(_ABOUT), metavar="PERIHAL")
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
    "--sampai",
    type=TANGGAL,
    metavar="TANGGAL",
    help="Hari terakhir perpanjangan yang diusulkan, pengganti --selama.",
)
@click.option(
    "--alasan",
    type=click.Choice(_REASON),
    metavar="ALASAN",
    help=f"Alasan pengakhiran: {', '.join(_REASON)}.",
)
@click.option(
    "--dasar",
    default="",
    metavar="TEKS",
    help="Peraturan atau naskah dasar alasan itu, mis. peraturan yang berubah.",
)
@click.option(
    "--berlaku",
    "in_force",
    type=TANGGAL,
    metavar="TANGGAL",
    help="Hari pengakhiran berlaku. Bawaan: akhir jangka waktu; harus disebut bila tanpa "
    "batas waktu, dan pada pengunduran diri.",
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
    help="Tempat surat. Bawaan: tempat_surat di pengaturan.yaml, lalu kota pengirim.",
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
@FORMAT_OPTION
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
    sampai: date | None,
    alasan: str | None,
    dasar: str,
    in_force: date | None,
    kewajiban: tuple[str, ...],
    uraian: str,
    tempat: str,
    pejabat: str,
    jabatan: str,
    reply: date | None,
    format_names: str,
) -> None:
    """Susun surat pemberitahuan perpanjangan, pengakhiran, atau pengunduran diri satu pihak.

    Tanda terimanya ikut disusun. Pengunduran diri hanya pada kesepakatan lebih dari dua
    pihak, dan tidak mengakhirinya bagi yang lain; ditulis: pengunduran_diri.

    Surat ditulis ke output/NAMA/surat/. Setelah diterima, catat dengan "nota catat NAMA
    pemberitahuan_diterima" supaya tenggatnya tertutup.

    \b
    Contoh:
      nota pemberitahuan perpanjangan bp2mi-pekalongan-2022 --dari kedua --nomor 500/12/2027
      nota pemberitahuan pengakhiran bp2mi-pekalongan-2022 --alasan tujuan-tercapai
    """
    from pathlib import Path

    from notakesepakatan.bureau.office import Office
    from notakesepakatan.bureau.surat import (
        draft_pemberitahuan,
        parse_span,
        write_pemberitahuan,
    )
    from notakesepakatan.compose.surat import PENGAKHIRAN_REASONS, Pemberitahuan
    from notakesepakatan.workspace import Workspace

    if perihal == "pengakhiran" and not alasan:
        raise click.UsageError(f"pengakhiran memerlukan --alasan: {', '.join(_REASON)}")
    if perihal != "pengakhiran":
        _refuse_others(alasan=alasan, dasar=dasar)
    if selama and sampai:
        raise click.UsageError("sebut salah satu saja: --selama atau --sampai")
    office = Office(Workspace(Path(folder)))
    day = tanggal or today(office)
    surat = Pemberitahuan(
        perihal=cast("About", perihal),
        dari=_sender(office, slug, dari),
        tanggal=day,
        reply=day,
        nomor=nomor,
        selama=parse_span(selama) if selama else None,
        sampai=sampai,
        alasan=PENGAKHIRAN_REASONS[alasan] if alasan else "",
        dasar=dasar,
        in_force=in_force,
        kewajiban=kewajiban,
        uraian=uraian,
        tempat=tempat,
        pejabat=pejabat,
        jabatan=jabatan,
    )
    planned = draft_pemberitahuan(office, slug, surat, reply)
    if not _is_wanted(planned):
        click.echo("Surat tidak disusun.")
        return
    written = write_pemberitahuan(
        office, slug, surat, reply, parse_formats(format_names)
    )
    for file in written.files:
        click.echo(str(file))


def _refuse_others(**of_ending: str | None) -> None:
    """Raises click.UsageError: what only an ending has is said of another letter."""
    for name, said in of_ending.items():
        if said:
            raise click.UsageError(
                f"--{name} hanya untuk pengakhiran; sebab lain ditulis dengan --uraian"
            )


def _is_wanted(planned: "PlannedSurat") -> bool:
    """Whether the letter is to be written with what there is to know of it."""
    if not planned.peringatan:
        return True
    click.echo(planned.peringatan, err=True)
    return not is_interactive() or click.confirm("Susun juga?", default=True)


def _sender(office: "Office", slug: str, dari: str | None) -> int:
    """Index of the party that sends the letter."""
    from notakesepakatan.bureau.surat import sender_of
    from notakesepakatan.words.names import fold

    summary = office.summary(slug)
    if not dari:
        return sender_of(office, slug, summary.pihak)
    key = fold(dari).replace(" ", "_")
    if key not in summary.kunci_pihak:
        known = ", ".join(summary.kunci_pihak)
        raise click.UsageError(f'pihak "{dari}" tidak ada; pilih salah satu: {known}')
    return summary.kunci_pihak.index(key)
