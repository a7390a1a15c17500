"""`nota catat`: record what happened."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from notakesepakatan.cli.asking import is_interactive
from notakesepakatan.cli.days import TANGGAL, today
from notakesepakatan.cli.formats import DEFAULT, parse_formats

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from notakesepakatan.bureau.office import Office
    from notakesepakatan.bureau.peristiwa import Foreseen, Meant, Substitution
    from notakesepakatan.load.yaml.text import Source

_KIND = (
    "pemberitahuan_disusun",
    "pemberitahuan_dikirim",
    "pemberitahuan_diterima",
    "perpanjangan",
    "pengakhiran",
    "batal",
    "keadaan_kahar",
    "berita_acara_kahar",
    "realisasi",
    "musyawarah",
    "selesai",
    "penyerahan_rangkap",
    "adendum_berlaku",
    "syarat_terpenuhi",
    "peristiwa_naskah",
)


_VERB = {
    "pengakhiran": "Akhiri kesepakatan",
    "batal": "Nyatakan batal",
    "syarat_terpenuhi": "Nyatakan syaratnya terpenuhi",
}
"""What is asked before an event of this kind ends its agreement."""


@click.command("catat", options_metavar="[PILIHAN]")
@click.argument("slug", metavar="NAMA")
@click.argument("jenis", type=click.Choice(_KIND), metavar="JENIS")
@click.option(
    "--isi",
    "file",
    type=click.Path(),
    metavar="BERKAS",
    help="Isi peristiwa dari berkas YAML.",
)
@click.option(
    "--tanggal",
    type=TANGGAL,
    metavar="TANGGAL",
    help="Hari peristiwa. Bawaan: hari ini.",
)
@click.option(
    "--perihal",
    type=click.Choice(["perpanjangan", "pengakhiran", "pengunduran_diri"]),
    metavar="PERIHAL",
    help="perpanjangan, pengakhiran, atau pengunduran_diri (satu pihak keluar).",
)
@click.option(
    "--dari", metavar="PIHAK", help="Pihak yang memberitahukan: kesatu, kedua, …"
)
@click.option("--nomor", metavar="TEKS", help="Nomor surat atau naskah.")
@click.option("--selama", metavar="LAMA", help="Lama perpanjangan, mis. 5 tahun.")
@click.option(
    "--sampai",
    type=TANGGAL,
    metavar="TANGGAL",
    help="Hari terakhir perpanjangan, pengganti --selama.",
)
@click.option(
    "--kejadian",
    type=TANGGAL,
    metavar="TANGGAL",
    help="Hari peristiwa yang dijawab, atau hari batas kewajiban yang selesai.",
)
@click.option(
    "--urutan", metavar="N", help="Butir ke berapa yang selesai. Bawaan: semua."
)
@click.option("--sebab", metavar="SEBAB", help="Sebab pengakhiran, mis. kesepakatan.")
@click.option("--dasar", metavar="TEKS", help="Peraturan atau naskah yang mendasari.")
@click.option("--rangkap", metavar="N", help="Rangkap ke berapa yang diserahkan.")
@click.option("--penerima", metavar="TEKS", help="Penerima rangkap.")
@click.option("--penyimpanan", metavar="TEKS", help="Tempat rangkap disimpan.")
@click.option(
    "--adendum", metavar="ADENDUM", help="Adendum yang mulai berlaku, mis. adendum-01."
)
@click.option(
    "--uraian",
    metavar="TEKS",
    help="Peristiwa naskah, dengan kata-kata kunci setelah pada tenggat.kewajiban.",
)
@click.option("--keterangan", metavar="TEKS", help="Catatan.")
@click.option(
    "--nomor-sama",
    "same_number",
    is_flag=True,
    help="Nomor ini memang sudah dipakai pada peristiwa sejenis.",
)
@click.option(
    "--perpanjang-lagi",
    "same_extension",
    is_flag=True,
    help="Perpanjangan yang sama ini memang yang berikutnya.",
)
@click.option(
    "--mengganti",
    "wrong",
    metavar="PERISTIWA",
    help="Peristiwa yang keliru dicatat; dicabut sekaligus. Perlu --alasan.",
)
@click.option("--alasan", "reason", default="", metavar="TEKS", help="Mengapa diganti.")
@click.option(
    "--ya",
    "sure",
    is_flag=True,
    help="Catat pengakhiran, batal, atau syarat terpenuhi tanpa ditanya lagi.",
)
@click.pass_obj
def command(
    folder: str,
    /,
    slug: str,
    jenis: str,
    file: str | None,
    tanggal: date | None,
    same_number: bool,
    same_extension: bool,
    wrong: str | None,
    reason: str,
    sure: bool,
    **options: date | str | None,
) -> None:
    """Catat peristiwa pada kesepakatan NAMA, sebagai berkas baru di agreements/NAMA/peristiwa/.

    JENIS: pemberitahuan_disusun, pemberitahuan_dikirim, pemberitahuan_diterima,
    perpanjangan, pengakhiran, batal, keadaan_kahar, berita_acara_kahar, realisasi,
    musyawarah, selesai, penyerahan_rangkap, adendum_berlaku, syarat_terpenuhi,
    peristiwa_naskah.

    Catatan tidak pernah ditimpa, dan peristiwa yang sama tidak dicatat dua kali.
    Tenggat hilang setelah peristiwa yang menjawabnya dicatat: pemberitahuan yang
    diterima, perpanjangan, pengakhiran, berita acara, selesai. Dokumen peristiwa,
    mis. berita acara, ikut disusun.

    \b
    Contoh:
      nota catat bp2mi-pekalongan-2022 pemberitahuan_diterima --perihal perpanjangan --dari kesatu
      nota catat bp2mi-pekalongan-2022 pengakhiran --isi pengakhiran.yaml
      nota catat bp2mi-pekalongan-2022 selesai --kejadian 2026-09-30 --urutan 2
      nota catat contoh-2025 perpanjangan --selama "2 tahun" --mengganti 2027-03-10-perpanjangan \\
          --alasan "salah lama"
    """
    content, source = facts_of(jenis, file)
    content |= {key: str(value) for key, value in options.items() if value}
    if reason and not wrong:
        raise click.UsageError("--alasan hanya bersama --mengganti")
    record_and_write(
        folder,
        slug,
        content,
        tanggal,
        source=source,
        meant=_meant(same_number=same_number, same_extension=same_extension),
        replaces=(wrong, reason) if wrong else None,
        sure=sure,
    )


def _meant(*, same_number: bool, same_extension: bool) -> "list[Meant]":
    """What is said to be meant, although it is recorded already."""
    said: dict[Meant, bool] = {"nomor": same_number, "perpanjangan": same_extension}
    return [what for what, is_meant in said.items() if is_meant]


def facts_of(jenis: str, file: str | None) -> "tuple[dict[str, Any], Source | None]":
    """What a file says of an event of this kind, and the file; the kind where none is."""
    from pathlib import Path

    from notakesepakatan.bureau.peristiwa import read_peristiwa

    if file is None:
        return {"jenis": jenis}, None
    return read_peristiwa(Path(file), jenis)


def record_and_write(
    folder: str,
    slug: str,
    content: dict[str, Any],
    tanggal: date | None,
    format_names: str = DEFAULT,
    source: "Source | None" = None,
    *,
    meant: "Collection[Meant]" = (),
    replaces: tuple[str, str] | None = None,
    sure: bool = False,
) -> None:
    """Record an event, write its papers, and say both.

    `replaces` names the event whose place it takes, and says why. What follows from one
    that ends its agreement is said before, and asked about unless `sure`.
    """
    from pathlib import Path

    from notakesepakatan.bureau.office import Office
    from notakesepakatan.bureau.peristiwa import (
        Substitution,
        foresee_ending,
        lacking_in_papers,
        write_papers,
    )
    from notakesepakatan.words.tanggal import parse_iso
    from notakesepakatan.workspace import Workspace

    workspace = Workspace(Path(folder))
    office = Office(workspace)
    if tanggal or "tanggal" not in content:
        content["tanggal"] = str(tanggal or today(office))
    day = today(office)
    substitution = Substitution(*replaces, day) if replaces else None
    foreseen = foresee_ending(office, slug, content, day, substitution)
    if foreseen:
        _ask_for_ending(content, foreseen, day, sure=sure)
    else:
        _ask_for_later_day(str(content["tanggal"]), day)
    file = _record(office, slug, content, source, meant, substitution)
    click.echo(f"{file} dicatat.")
    if substitution:
        click.echo(f"{substitution.name} dicabut.")
    # Opened anew, since what was opened before does not see the event.
    papers = write_papers(Office(workspace), slug, file, parse_formats(format_names))
    for paper in papers:
        click.echo(str(paper))
    happened = parse_iso(str(content["tanggal"]))
    for sentence in lacking_in_papers(office, slug, content["jenis"], happened):
        click.echo(sentence, err=True)


def _record(
    office: "Office",
    slug: str,
    content: dict[str, Any],
    source: "Source | None",
    meant: "Collection[Meant]",
    replaces: "Substitution | None",
) -> "Path":
    """Record it; what is recorded already is asked about, where somebody can answer.

    Raises:
        click.Abort: it is not meant.
    """
    from notakesepakatan.bureau.peristiwa import SaidTwice, record

    try:
        return record(office, slug, content, source, meant=meant, replaces=replaces)
    except SaidTwice as cause:
        if not is_interactive():
            raise
        click.echo(str(cause), err=True)
        if not click.confirm("Catat juga?"):
            raise click.Abort from None
        meant = {*meant, cause.what}
    return _record(office.anew(), slug, content, source, meant, replaces)


def _ask_for_ending(
    content: "Mapping[str, Any]", foreseen: "Foreseen", today: date, *, sure: bool
) -> None:
    """Say what follows from the end of an agreement, and ask whether it is meant.

    Raises:
        click.Abort: it is not.
    """
    from notakesepakatan.bureau.following import day_in_words
    from notakesepakatan.words.tanggal import parse_iso

    day = parse_iso(str(content["tanggal"]))
    click.echo(f"Tanggal: {day_in_words(day, today)}.", err=True)
    for sentence in (*foreseen.doubts, *foreseen.following):
        click.echo(sentence, err=True)
    verb = _VERB[content["jenis"]]
    if not sure and is_interactive() and not click.confirm(f"{verb}?"):
        raise click.Abort


def _ask_for_later_day(tanggal: str, today: date) -> None:
    """Say that an event's day is still to come, and ask whether it is meant.

    Raises:
        click.Abort: it is not.
    """
    from notakesepakatan.words.tanggal import parse_iso

    try:
        is_ahead = parse_iso(tanggal) > today
    except ValueError:  # which the check of the event says better
        return
    if not is_ahead:
        return
    click.echo(
        f"Tanggal {tanggal} belum tiba; hari ini {today}. Yang dicatat adalah yang sudah "
        "terjadi atau sudah disepakati.",
        err=True,
    )
    if is_interactive() and not click.confirm("Catat juga?"):
        raise click.Abort
