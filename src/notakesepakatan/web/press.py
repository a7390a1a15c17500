"""Every document made at the desk: aside, as `web/aside.py` runs what takes long."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.press import Manner, Order, Plan, Result, cores, plan, susun
from notakesepakatan.web.aside import Run, begin, last_run
from notakesepakatan.web.context import today, workspace
from notakesepakatan.web.guard.requests import needed

blueprint = Blueprint("susun", __name__, url_prefix="/susun")
RUN = "naskah"
"""Name of its run."""


@blueprint.get("")
@needed("penyusun")
def page() -> ResponseReturnValue:
    """What is to be made; the page of the run that is under way."""
    run = last_run(RUN)
    if run is not None and not run.ended:
        return redirect(url_for("kemajuan.page", name=RUN))
    to_do = plan(workspace(), (), Order())
    return render_template("susun.html", plan=to_do, run=run, name=RUN)


@blueprint.post("")
@needed("penyusun")
def start() -> ResponseReturnValue:
    """Begin a run, unless one is under way."""
    force = bool(request.form.get("paksa"))
    to_do = plan(workspace(), (), Order(today=today()), force=force)
    needed_count = len(to_do.needed)
    run = Run(
        "Menyusun naskah",
        "kesepakatan dikerjakan",
        url_for(".page"),
        len(to_do.failed) + needed_count,
        deed=f"menyusun naskah {needed_count} kesepakatan ke output/",
    )
    return begin(RUN, run, lambda: _carry_out(to_do, run))


def _carry_out(to_do: Plan, run: Run) -> None:
    """Make them, and say what became of each that is worth saying."""
    # Other threads answer meanwhile: nothing is forked from this process, and how many
    # processes there are is said.
    manner = Manner(process=cores() if len(to_do.needed) > 1 else 1, stop=run.stop)
    for result in to_do.failed:
        _take_in(result, run)
    for result in susun(to_do, manner):
        _take_in(result, run)
    to_do.settle()
    for result in to_do.gone:
        run.messages += _stale_words(result)
    if not run.messages:
        run.messages.append("Tidak ada yang gagal.")


def _take_in(result: Result, run: Run) -> None:
    run.done += 1
    run.files += result.files
    if result.problem:
        run.messages.append(
            f"{result.slug}: gagal, naskah lamanya tidak ditimpa. {result.problem}"
        )
    run.messages += _stale_words(result)


def _stale_words(result: Result) -> list[str]:
    """What is said of documents of earlier runs that nothing makes any more."""
    return [
        f"{file}: tidak lagi dihasilkan; hapus bila tidak diperlukan."
        for file in result.stale
    ]
