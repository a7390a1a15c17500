"""`nota susun`: agreements to documents."""

import signal
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, NoReturn

import click

from notakesepakatan.cli.days import today_of
from notakesepakatan.cli.formats import DEFAULT, parse_formats

if TYPE_CHECKING:
    from notakesepakatan.press import Plan, Result, Stop
    from notakesepakatan.workspace import Workspace

_FAULTY_SHOWN = 5
"""So many agreements with faults are named; the others are counted."""
_WATCHED_FROM = 6
"""For so many agreements a bar is shown where somebody watches."""


@click.command("susun", options_metavar="[PILIHAN]")
@click.argument("slugs", nargs=-1, metavar="[NAMA]…")
@click.option(
    "--semua",
    "is_all",
    is_flag=True,
    help="Semua kesepakatan; sama dengan tanpa NAMA.",
)
@click.option(
    "--dokumen",
    "documents",
    multiple=True,
    metavar="DOKUMEN",
    help="Hanya dokumen ini, mis. nota-kesepakatan. Boleh diulang.",
)
@click.option(
    "--format",
    "formats",
    default=DEFAULT,
    show_default=True,
    callback=lambda ctx, param, value: parse_formats(value),
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
    help="Susun pada klaster Dask, mis. tls://10.0.0.5:8786.",
)
@click.pass_obj
def command(
    folder: str,
    slugs: tuple[str, ...],
    is_all: bool,
    documents: tuple[str, ...],
    formats: tuple[str, ...],
    to: str | None,
    rangkap: bool,
    force: bool,
    process: int | None,
    cluster: str,
) -> None:
    """Susun naskah dari agreements/NAMA/kesepakatan.yaml.

    Tanpa NAMA, semua kesepakatan disusun. Naskah yang sudah mutakhir tidak disusun
    lagi. Yang bermasalah dilaporkan dan tidak menghentikan yang lain; naskah lamanya
    tidak ditimpa.

    \b
    Contoh:
      nota susun bp2mi-pekalongan-2022
      nota susun --format docx,pdf --ke ~/Dokumen
      nota susun bp2mi-pekalongan-2022 --rangkap
      nota susun --semua --proses 8
    """
    from pathlib import Path

    from notakesepakatan.press import Order, Stop, plan
    from notakesepakatan.workspace import Workspace

    if is_all and slugs:
        raise click.UsageError("pilih salah satu: --semua, atau NAMA kesepakatan")
    workspace = Workspace(Path(folder))
    folder_to = Path(to) if to else None
    order = Order(formats, folder_to, rangkap, documents, today_of(workspace))
    stop = Stop()
    run: _Run | None = None
    with stop.listening():
        try:
            run = _Run(plan(workspace, slugs, order, force=force), stop)
            if run.is_empty:
                click.echo(
                    'Belum ada kesepakatan di agreements/; mulai dengan "nota baru".',
                    err=True,
                )
                return
            run.work(process, cluster)
            run.summarize()
            stop.check()
        except KeyboardInterrupt:
            _break_off(run, stop)
    if documents and not run.has_documents:
        _check_text(workspace, run.slugs)
        names = ", ".join(documents)
        raise click.UsageError(
            f"tidak ada dokumen bernama {names} pada kesepakatan yang dipilih; "
            "susun tanpa --dokumen untuk melihat nama semuanya"
        )
    if run.failed:
        sys.exit(1)


def _check_text(workspace: "Workspace", slugs: Sequence[str]) -> None:
    """A document that is asked for of one agreement is made of its text.

    Raises:
        NeedsText: only facts are known of it.
    """
    from notakesepakatan.load.adendum.riwayat import NeedsText
    from notakesepakatan.load.opened import Opened

    if len(slugs) == 1:
        (slug,) = slugs
        if Opened(workspace).riwayat(slug).origin.kesepakatan.facts_only:
            raise NeedsText(slug)


def _break_off(run: "_Run | None", stop: "Stop") -> NoReturn:
    """Say how far it came, and end as a program does that a signal ended."""
    reached = run.reached() if run else "belum ada yang disusun."
    click.echo(f"Dihentikan: {reached}", err=True)
    sys.exit(128 + (stop.signal or signal.SIGINT))


class _Run:
    """One run of what is planned.

    What is done is kept as it is done, so that it is known also where the run is broken
    off.
    """

    def __init__(self, planned: "Plan", stop: "Stop") -> None:
        self._plan = planned
        self._stop = stop
        self._done: list[Result] = []

    @property
    def is_empty(self) -> bool:
        """Whether there is no agreement at all."""
        planned = self._plan
        return not (planned.current or planned.failed or planned.needed or planned.gone)

    @property
    def has_documents(self) -> bool:
        """Whether any agreement has a document that was wanted, or may have one."""
        results = (*self._tried, *self._plan.current)
        return any(
            result.files or result.current or result.problem for result in results
        )

    @property
    def slugs(self) -> tuple[str, ...]:
        """The agreements that were looked at."""
        return tuple(result.slug for result in (*self._tried, *self._plan.current))

    @property
    def failed(self) -> int:
        """How many agreements could not be done."""
        return sum(bool(result.problem) for result in self._tried)

    @property
    def _tried(self) -> "tuple[Result, ...]":
        """Those that were not up to date."""
        return (*self._plan.failed, *self._done)

    def reached(self) -> str:
        """How far it came, in words."""
        return (
            f"{len(self._done)} dari {len(self._plan.needed)} kesepakatan selesai dan "
            f"naskahnya utuh; jalankan lagi untuk meneruskan sisanya."
        )

    def work(self, process: int | None, cluster: str) -> None:
        """Do it; each result is told at once, or below the bar where one is watched."""
        count = len(self._plan.needed)
        if not count:
            return
        from notakesepakatan.press import Manner, open_to_readers, susun

        if warning := open_to_readers(cluster):
            click.echo(warning, err=True)
        is_watched = _has_terminal() and count >= _WATCHED_FROM
        results = susun(self._plan, Manner(process, cluster, self._stop))
        try:
            for result in _with_bar(results, count) if is_watched else results:
                self._done.append(result)
                if not is_watched:
                    _report(result)
        finally:
            with self._stop.held():
                results.close()
                if is_watched:
                    _report_all(self._done)

    def summarize(self) -> None:
        """Say what was left as it is, faults that stand in it still, how many failed."""
        _report_all((*self._plan.failed, *self._plan.gone))
        self._plan.settle()
        self._say_what_is_current()
        self._say_what_has_no_text()
        self._say_what_is_faulty()
        if self.failed:
            count = len(self._plan.current) + len(self._tried)
            click.echo(f"{self.failed} dari {count} kesepakatan bermasalah.", err=True)

    def _say_what_is_current(self) -> None:
        read_in_vain = [
            result
            for result in self._tried
            if result.current and not result.files and not result.problem
        ]
        count = len(self._plan.current) + len(read_in_vain)
        if count:
            click.echo(
                f"{count} kesepakatan sudah mutakhir, tidak disusun lagi.", err=True
            )

    def _say_what_has_no_text(self) -> None:
        """Those of which only facts are known; of documents that are named, others may be
        without one.
        """
        if self._plan.order.document:
            return
        without = [
            result
            for result in self._tried
            if not (result.current or result.files or result.problem)
        ]
        if without:
            named = ", ".join(result.slug for result in without[:_FAULTY_SHOWN])
            more = ", …" if len(without) > _FAULTY_SHOWN else ""
            click.echo(
                f"{len(without)} kesepakatan baru berupa data pokok, tanpa naskah yang "
                f"dapat disusun: {named}{more}",
                err=True,
            )

    def _say_what_is_faulty(self) -> None:
        faulty = [result for result in self._plan.current if result.faults]
        _report_all(faulty[:_FAULTY_SHOWN])
        others = len(faulty) - _FAULTY_SHOWN
        if others > 0:
            click.echo(
                f"… dan {others} kesepakatan lain; lihat: nota periksa NAMA", err=True
            )


def _has_terminal() -> bool:
    """Whether somebody may watch."""
    return bool(sys.stderr) and sys.stderr.isatty()


def _with_bar(results: "Iterator[Result]", count: int) -> "Iterator[Result]":
    """The same with a bar: how many, how many a second, how long still.

    The pace counts from the first, which waits for start-up.
    """
    begin = 0.0
    done = 0

    def pace(_: object) -> str:
        elapsed = time.monotonic() - begin
        if done < 2 or not elapsed:
            return ""
        rate = (done - 1) / elapsed
        rest = timedelta(seconds=round((count - done) / rate))
        return f"{rate:.1f} kesepakatan/detik, sisa {rest}".replace(".", ",")

    with click.progressbar(
        results,
        length=count,
        label="Menyusun",
        width=0,
        file=sys.stderr,
        show_pos=True,
        show_eta=False,
        item_show_func=pace,
    ) as watched:
        for result in watched:
            done += 1
            begin = begin or time.monotonic()
            yield result


def _report_all(results: "Sequence[Result]") -> None:
    for result in results:
        _report(result)


def _report(result: "Result") -> None:
    """Say what became of one agreement."""
    slug = result.slug
    for file in result.files:
        click.echo(click.format_filename(file))
    if result.faults:
        click.echo(
            f"{slug}: {result.faults} galat pada naskahnya; lihat: nota periksa {slug}",
            err=True,
        )
    if result.problem:
        click.echo(result.problem, err=True)
    if result.stale:
        files = ", ".join(click.format_filename(file) for file in result.stale)
        click.echo(
            f"tidak lagi dihasilkan: {files}; hapus bila tidak diperlukan", err=True
        )
