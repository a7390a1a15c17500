"""All documents of the workspace into output/, made aside: how far it is, what failed.

One run at a time.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGINT
from threading import Lock, Thread
from typing import cast

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from notakesepakatan.errors import NotaError
from notakesepakatan.press import (
    Manner,
    Order,
    Plan,
    Result,
    Stop,
    cores,
    plan,
    susun,
)
from notakesepakatan.web.context import today, workspace
from notakesepakatan.web.downloads import zip_answer
from notakesepakatan.web.guard.requests import needed, record_trail

blueprint = Blueprint("susun", __name__, url_prefix="/susun")
_log = logging.getLogger("notakesepakatan.web")
_LAST_RUN = "meja.susun"
_LOCK = Lock()
_MOST_SHOWN = 100


@dataclass
class RunState:
    """One run, as far as it is.

    Attributes:
        jumlah: how many agreements it is about.
        results: what became of those that are done.
        done: whether it has ended.
        sebab: why it stopped before its end.
        gone: agreements that are no more.
        stop: tells when to stop.
    """

    jumlah: int
    results: list[Result] = field(default_factory=list)
    done: bool = False
    sebab: str = ""
    gone: Sequence[Result] = ()
    stop: Stop = field(default_factory=Stop)

    @property
    def stopped(self) -> bool:
        """Whether it ended, or will, because somebody wanted that."""
        return bool(self.stop.signal)

    @property
    def files(self) -> Sequence[Path]:
        """Every file that was written."""
        return [file for result in self.results for file in result.files]

    @property
    def failed(self) -> Sequence[Result]:
        """Agreements that could not be made."""
        return [result for result in self.results if result.problem]

    @property
    def stale(self) -> Sequence[Path]:
        """Documents of earlier runs that nothing makes any more."""
        results = (*self.results, *self.gone)
        return [file for result in results for file in result.stale]

    @property
    def written(self) -> int:
        """How many files were written."""
        return len(self.files)


def _last() -> RunState | None:
    return cast(RunState | None, current_app.extensions.get(_LAST_RUN))


@blueprint.get("")
@needed("penyusun")
def page() -> ResponseReturnValue:
    """What is to be made, and the run that is under way or was the last."""
    run = _last()
    is_under_way = run is not None and not run.done
    to_do = None if is_under_way else plan(workspace(), (), Order())
    return render_template("susun.html", plan=to_do, run=run, most=_MOST_SHOWN)


@blueprint.get("/kemajuan")
@needed("penyusun")
def progress() -> ResponseReturnValue:
    """Only how far it is, for the page to be kept current."""
    return render_template("_susun.html", run=_last(), most=_MOST_SHOWN)


@blueprint.post("")
@needed("penyusun")
def begin() -> ResponseReturnValue:
    """Begin a run, unless one is under way."""
    force = bool(request.form.get("paksa"))
    with _LOCK:
        last = _last()
        if last is not None and not last.done:
            flash("Penyusunan yang tadi masih berjalan.")
            return redirect(url_for(".page"), 303)
        to_do = plan(workspace(), (), Order(today=today()), force=force)
        record_trail(f"menyusun naskah {len(to_do.needed)} kesepakatan ke output/")
        many = len(to_do.failed) + len(to_do.needed)
        run = RunState(many, list(to_do.failed), gone=to_do.gone)
        Thread(target=_carry_out, args=(to_do, run), daemon=True).start()
        current_app.extensions[_LAST_RUN] = run
    return redirect(url_for(".page"), 303)


@blueprint.post("/henti")
@needed("penyusun")
def stop() -> ResponseReturnValue:
    """Stop the run after the agreement that is being made; what is made is whole."""
    run = _last()
    if run is not None and not run.done:
        run.stop.signal = SIGINT
        record_trail("menghentikan penyusunan naskah")
    return redirect(url_for(".page"), 303)


@blueprint.get("/naskah.zip")
@needed("penyusun")
def archive() -> Response:
    """What the last run wrote, as one file."""
    run = _last() or abort(404)
    return zip_answer(run.files, workspace().output, "naskah.zip")


def _carry_out(to_do: Plan, run: RunState) -> None:
    # Other threads answer meanwhile: nothing is forked from this process, and how many
    # processes there are is said.
    manner = Manner(process=cores() if len(to_do.needed) > 1 else 1, stop=run.stop)
    try:
        for result in susun(to_do, manner):
            run.results.append(result)
        to_do.settle()
    except KeyboardInterrupt:
        _log.info("susun: dihentikan")
    except NotaError as cause:
        run.sebab = str(cause)
    except Exception:
        _log.exception("susun")
        run.sebab = "Ada kesalahan di dalam program. Beri tahu pengelola program."
    finally:
        run.done = True
