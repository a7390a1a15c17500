"""`nota adendum`: the change of a signed agreement, written from the text as it should read."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from notakesepakatan.cli.days import PER, today

if TYPE_CHECKING:
    from pathlib import Path

    from notakesepakatan.bureau.adendum import DraftedAdendum
    from notakesepakatan.bureau.adendum_request import Request, TermUnsettled
    from notakesepakatan.bureau.office import Office
    from notakesepakatan.model.adendum import FrameSlip


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
    "--mencabut",
    "revoked",
    multiple=True,
    metavar="ADENDUM",
    help="Mencabut adendum sebelumnya, mis. adendum-01; dengan --dari sekaligus "
    "menggantinya. Boleh diulang.",
)
@click.option(
    "--pada",
    "corrected",
    default="",
    metavar="ADENDUM",
    help="Adendum yang kerangkanya salah tulis (nomor, alasan, pejabat), mis. adendum-01; "
    "dengan --salah.",
)
@click.option(
    "--salah",
    "slips",
    multiple=True,
    nargs=2,
    metavar="TERTULIS SEHARUSNYA",
    help="Kata yang tertulis pada kerangka adendum itu, dan yang seharusnya. Boleh diulang.",
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
    help="Tetap buat konsep, meskipun perubahannya melebihi perbaikan salah "
    "tulis, mengesampingkan adendum lain, atau mengubah keterangan penanda tangan.",
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
    "--berlaku",
    "begin",
    default="",
    metavar="SAAT",
    help="Sejak kapan berlaku, bila bukan sejak ditandatangani: tanggal, mis. 2029-01-01; "
    '"setelah berakhir"; atau peristiwa, mis. "gedung diserahterimakan".',
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
@click.option(
    "--rujukan",
    "rujukan",
    type=click.Choice(["ikut", "tetap"]),
    default="tetap",
    help="Rujukan yang diketik dengan nomor, bila nomornya bergeser: ikut diubah, atau "
    "tetap (bawaan).",
)
@click.option(
    "--jangka-waktu",
    "term",
    metavar="TEKS",
    help="jangka_waktu yang baru bila bunyinya diubah dengan --dari, mis. 4 tahun.",
)
@PER
@click.pass_obj
def command(
    folder: str,
    /,
    slug: str,
    dari: str | None,
    extend: str | None,
    revoked: tuple[str, ...],
    corrected: str,
    slips: tuple[tuple[str, str], ...],
    per: date | None,
    perbaikan: bool,
    kept: bool,
    alasan: tuple[str, ...],
    bentuk: str | None,
    begin: str,
    retroactive: bool,
    replace: bool,
    rujukan: str,
    term: str | None,
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
      nota adendum bp2mi-pekalongan-2022 --mencabut adendum-01
      nota adendum bp2mi-pekalongan-2022 --pada adendum-01 --salah Jaya Raya
    """
    from pathlib import Path

    from notakesepakatan.bureau.adendum_request import Request
    from notakesepakatan.bureau.force import force_of
    from notakesepakatan.bureau.office import Office
    from notakesepakatan.workspace import Workspace

    _check_corrected(corrected, slips, revoked)
    _check_wanted(dari, extend, revoked, slips)
    is_perbaikan = perbaikan or bool(slips)
    if is_perbaikan:
        _check_perbaikan(extend, revoked)
    office = Office(Workspace(Path(folder)))
    day = per or today(office)
    request = Request(
        perbaikan=is_perbaikan,
        kept=kept,
        signed_anew=kept,
        alasan=alasan,
        retroactive=retroactive,
        replace=replace,
        bentuk=bentuk or "",
        rujukan_follow=rujukan == "ikut",
        term=_term(term),
        revoked=revoked,
        force=force_of(begin),
        frame_slips=_frame_slips(corrected, slips),
    )
    _show(_drafted(office, slug, request, dari, extend, day))
    _tell_ended(office, slug, day)


def _drafted(
    office: "Office",
    slug: str,
    request: "Request",
    dari: str | None,
    extend: str | None,
    day: date,
) -> "DraftedAdendum":
    """The draft, made of what was asked for: a longer term, a new text, or neither."""
    from pathlib import Path

    from notakesepakatan.bureau.adendum import draft_about_adenda, draft_perpanjangan
    from notakesepakatan.bureau.surat import parse_perpanjangan

    if extend:
        perpanjangan = parse_perpanjangan(extend)
        return draft_perpanjangan(office, slug, perpanjangan, request, day)
    if dari is None:
        return draft_about_adenda(office, slug, request)
    return _draft_from(office, slug, Path(dari), request)


def _tell_ended(office: "Office", slug: str, day: date) -> None:
    """Say what an adendum is worth where its agreement is over."""
    from notakesepakatan.bureau.adendum import ended_words

    over = ended_words(office, slug, day)
    if over:
        click.echo(
            f"{over[0].upper()}{over[1:]}: adendum ini hanya mengubah catatan tentang masa "
            "yang sudah lewat, dan tidak melanjutkan jangka waktunya.",
            err=True,
        )


def _draft_from(
    office: "Office", slug: str, new_text: "Path", request: "Request"
) -> "DraftedAdendum":
    """The draft; the term is asked for where the new text leaves it open."""
    from notakesepakatan.bureau.adendum import draft_from
    from notakesepakatan.bureau.adendum_request import TermUnsettled

    try:
        return draft_from(office, slug, new_text, request)
    except TermUnsettled as unsettled:
        asked = _asked_term(unsettled, request)
        return draft_from(office.anew(), slug, new_text, asked)


def _show(drafted: "DraftedAdendum") -> None:
    click.echo(str(drafted.file))
    for n, sentence in enumerate(drafted.perubahan, 1):
        click.echo(f"{n}. {sentence}")
    for data_change in drafted.data_changes:
        click.echo(f"Data {data_change}")
    for warning in drafted.peringatan:
        click.echo(warning, err=True)


def _check_perbaikan(extend: str | None, revoked: tuple[str, ...]) -> None:
    """A correction does nothing else."""
    if extend or revoked:
        kind = "perpanjangan" if extend else "pencabutan"
        raise click.UsageError(f"{kind} bukan perbaikan; hapus --perbaikan")


def _check_corrected(
    corrected: str, slips: Sequence[object], revoked: tuple[str, ...]
) -> None:
    """A slip is of an adendum, and nothing else is done with it but corrections."""
    if bool(corrected) != bool(slips):
        raise click.UsageError('sebut keduanya: --pada ADENDUM dan --salah "…" "…"')
    if slips and revoked:
        raise click.UsageError("perbaikan tidak mencabut adendum; hapus salah satunya")


def _frame_slips(
    corrected: str, slips: tuple[tuple[str, str], ...]
) -> "tuple[FrameSlip, ...]":
    from pydantic import ValidationError

    from notakesepakatan.model.adendum import FrameSlip

    try:
        return tuple(
            FrameSlip(adendum=corrected, tertulis=tertulis, menjadi=menjadi)
            for tertulis, menjadi in slips
        )
    except ValidationError:
        raise click.UsageError(
            "sebut adendumnya seperti nama berkasnya, mis. adendum-01, dan kata-katanya "
            "tidak kosong"
        ) from None


def _check_wanted(
    dari: str | None,
    extend: str | None,
    revoked: tuple[str, ...],
    slips: Sequence[object],
) -> None:
    """What the adendum is made of is said once; only a new text may go with a revocation."""
    if dari and extend:
        raise click.UsageError("sebut tepat satu: --dari BERKAS atau --perpanjang LAMA")
    if extend and revoked:
        raise click.UsageError(
            "perpanjangan dan pencabutan adalah dua adendum; tulis --dari BERKAS dengan "
            "jangka waktu yang baru bila hendak disatukan"
        )
    if not (dari or extend or revoked or slips):
        raise click.UsageError(
            "sebut tepat satu: --dari BERKAS atau --perpanjang LAMA, atau --mencabut "
            "ADENDUM"
        )


def _term(text: str | None) -> str:
    """A term as it was asked for, in the words of the program; empty where it was not."""
    from pydantic import ValidationError

    from notakesepakatan.model.jangka_waktu import JangkaWaktu

    if not text:
        return ""
    try:
        return str(JangkaWaktu.model_validate(text))
    except ValidationError:
        raise click.UsageError(
            f'jangka waktu "{text}" tidak terbaca; tulis mis. 4 tahun, atau 1 April 2026 '
            "sampai dengan 31 Maret 2028"
        ) from None


def _asked_term(unsettled: "TermUnsettled", request: "Request") -> "Request":
    """The request with the term of whoever sits there; nobody there, nothing is made."""
    from dataclasses import replace

    from notakesepakatan.cli.asking import ask, is_interactive

    if not is_interactive():
        raise unsettled
    click.echo(str(unsettled.sebab), err=True)
    answer = ask("jangka_waktu yang baru (kosong: datanya tetap)", "")
    if not answer:
        return replace(request, kept=True)
    return replace(request, term=_term(answer))
