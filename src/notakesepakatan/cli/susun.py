"""`nota susun`: agreements to documents."""

import signal
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from notakesepakatan.press.plan import Plan, Result
    from notakesepakatan.press.stop import Stop

_FORMAT = ("docx", "pdf", "txt", "html")


def formats(value: str) -> tuple[str, ...]:
    """The formats of "docx,pdf".

    Raises:
        click.BadParameter: one that is not known.
    """
    items = tuple(dict.fromkeys(one.strip().lower() for one in value.split(",")))
    for one in items:
        if one not in _FORMAT:
            raise click.BadParameter(
                f'"{one}" tidak dikenal; pilih dari {", ".join(_FORMAT)}, dipisah koma'
            )
    return items


@click.command("susun", options_metavar="[PILIHAN]")
@click.argument("slug", nargs=-1, metavar="[NAMA]…")
@click.option(
    "--semua", "every", is_flag=True, help="Semua kesepakatan; sama dengan tanpa NAMA."
)
@click.option(
    "--dokumen",
    "document",
    multiple=True,
    metavar="DOKUMEN",
    help="Hanya dokumen ini, mis. nota-kesepakatan. Boleh diulang.",
)
@click.option(
    "--format",
    "form",
    default="docx,pdf,txt",
    show_default=True,
    callback=lambda ctx, param, value: formats(value),
    metavar="FORMAT",
    help="docx, pdf, txt, html; dipisah koma.",
)
@click.option(
    "--ke",
    "to",
    type=click.Path(),
    metavar="FOLDER",
    help="Folder tujuan. Bawaan: output/ di ruang kerja.",
)
@click.option(
    "--rangkap",
    is_flag=True,
    help="Susun setiap rangkap: dengan kotak meterai, atau paraf hierarki untuk arsip.",
)
@click.option(
    "--paksa",
    "force",
    is_flag=True,
    help="Susun semuanya lagi, juga yang sudah mutakhir.",
)
@click.option(
    "--proses",
    "process",
    type=click.IntRange(1, 256),
    metavar="N",
    help="Banyaknya proses. Bawaan: sebanyak inti prosesor komputer ini.",
)
@click.option(
    "--klaster",
    "cluster",
    default="",
    metavar="ALAMAT",
    help="Susun pada klaster Dask, mis. tcp://10.0.0.5:8786.",
)
@click.pass_obj
def command(
    folder: str,
    slug: tuple[str, ...],
    every: bool,
    document: tuple[str, ...],
    form: tuple[str, ...],
    to: str | None,
    rangkap: bool,
    force: bool,
    process: int | None,
    cluster: str,
) -> None:
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

    from notakesepakatan.press.order import Order
    from notakesepakatan.press.plan import plan
    from notakesepakatan.press.stop import Stop
    from notakesepakatan.workspace import Workspace

    if every and slug:
        raise click.UsageError("pilih salah satu: --semua, atau NAMA kesepakatan")
    workspace, order = (
        Workspace(Path(folder)),
        Order(form, Path(to) if to else None, rangkap, document),
    )
    stop, report = Stop(), list["Result"]()
    kerja: Plan | None = None
    with stop.listening():
        try:
            kerja = plan(workspace, slug, order, force=force)
            if not (kerja.current or kerja.failed or kerja.needed or kerja.gone):
                click.echo(
                    'Belum ada kesepakatan di agreements/; mulai dengan "nota baru".',
                    err=True,
                )
                return
            _work(kerja, process, cluster, stop, report)
            made = [*kerja.failed, *report]
            _summarize(kerja, made)
            stop.check()
        except KeyboardInterrupt:
            click.echo(_stopped(report, kerja), err=True)
            sys.exit(128 + (stop.signal or signal.SIGINT))
    if document and not any(
        one.file or one.current or one.problem for one in (*made, *kerja.current)
    ):
        raise click.UsageError(
            f"tidak ada dokumen bernama {', '.join(document)} pada kesepakatan yang dipilih"
        )
    if any(one.problem for one in made):
        sys.exit(1)


def _work(
    kerja: "Plan",
    process: int | None,
    cluster: str,
    stop: "Stop",
    report: "list[Result]",
) -> None:
    """Do it, saying how far it is where somebody watches; what is finished when it is broken off is in `report`."""
    if not kerja.needed:
        return
    from notakesepakatan.press.run import Manner, compose

    terminal = bool(sys.stderr) and sys.stderr.isatty() and len(kerja.needed) > 5
    result = compose(kerja, Manner(process, cluster, stop))
    try:
        for one in _watched(result, len(kerja.needed)) if terminal else result:
            report.append(one)
            if not terminal:
                _report(one)
    finally:
        with stop.held():
            result.close()
            for one in report if terminal else ():
                _report(one)


def _stopped(report: "Sequence[Result]", kerja: "Plan | None") -> str:
    if kerja is None:
        return "Dihentikan: belum ada yang disusun."
    return (
        f"Dihentikan: {len(report)} dari {len(kerja.needed)} kesepakatan selesai dan naskahnya utuh; "
        f"jalankan lagi untuk meneruskan sisanya."
    )


def _watched(result: "Iterator[Result]", count: int) -> "Iterator[Result]":
    """The same with a bar: how many, how many a second, how long still; counted from the first, which waits for start-up."""
    begin, done = 0.0, 0

    def pace(one: object) -> str:
        lama = time.monotonic() - begin
        if done < 2 or not lama:
            return ""
        rate = (done - 1) / lama
        rest = timedelta(seconds=round((count - done) / rate))
        return f"{rate:.1f} kesepakatan/detik, sisa {rest}".replace(".", ",")

    with click.progressbar(
        result,
        length=count,
        label="Menyusun",
        width=0,
        file=sys.stderr,
        show_pos=True,
        show_eta=False,
        item_show_func=pace,
    ) as series:
        for one in series:
            done += 1
            begin = begin or time.monotonic()
            yield one


def _report(result: "Result") -> None:
    for file in result.file:
        click.echo(click.format_filename(file))
    if result.temuan:
        click.echo(
            f"{result.slug}: {result.temuan} galat pada naskahnya; lihat: nota periksa {result.slug}",
            err=True,
        )
    if result.problem:
        click.echo(result.problem, err=True)
    if result.stale:
        items = ", ".join(click.format_filename(file) for file in result.stale)
        click.echo(
            f"tidak lagi dihasilkan: {items}; hapus bila tidak diperlukan", err=True
        )


def _summarize(kerja: "Plan", made: "Sequence[Result]") -> None:
    """What was left as it is, faults that stand in it still, and how many failed."""
    for one in (*kerja.failed, *kerja.gone):
        _report(one)
    kerja.settle()
    whole = len(kerja.current) + sum(
        1 for one in made if one.current and not one.file and not one.problem
    )
    if whole:
        click.echo(f"{whole} kesepakatan sudah mutakhir, tidak disusun lagi.", err=True)
    faulty = [one for one in kerja.current if one.temuan]
    for one in faulty[:5]:
        _report(one)
    if len(faulty) > 5:
        click.echo(
            f"… dan {len(faulty) - 5} kesepakatan lain; lihat: nota periksa NAMA",
            err=True,
        )
    if failed := sum(bool(one.problem) for one in made):
        count = len(kerja.current) + len(made)
        click.echo(f"{failed} dari {count} kesepakatan bermasalah.", err=True)
