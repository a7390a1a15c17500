"""All documents of the workspace into output/, made aside: one run at a time, how far it is, what failed."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread
from typing import cast

from flask import (
    Blueprint,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from notakesepakatan.errors import NotaError
from notakesepakatan.press import Manner, Order, Plan, Result, cores, plan, susun
from notakesepakatan.web.context import workspace
from notakesepakatan.web.guard.requests import needed, record_trail

blueprint = Blueprint("susun", __name__, url_prefix="/susun")
_log = logging.getLogger("notakesepakatan.web")
_ROAD = "meja.susun"
_KEY = Lock()
_MOST_SHOWN = 100


@dataclass
class RunState:
    """One run: how many agreements, what became of those that are done, why it stopped before its end, which are no more."""

    jumlah: int
    hasil: list[Result] = field(default_factory=list)
    done: bool = False
    sebab: str = ""
    gone: Sequence[Result] = ()

    @property
    def failed(self) -> Sequence[Result]:
        """Agreements that could not be made."""
        return [one for one in self.hasil if one.problem]

    @property
    def stale(self) -> Sequence[Path]:
        """Documents of earlier runs that nothing makes any more."""
        return [file for one in (*self.hasil, *self.gone) for file in one.stale]

    @property
    def file(self) -> int:
        """Files written."""
        return sum(len(one.files) for one in self.hasil)


def _last() -> RunState | None:
    return cast(RunState | None, current_app.extensions.get(_ROAD))


@blueprint.get("")
@needed("penyusun")
def page() -> ResponseReturnValue:
    """What is to be made, and the run that is under way or was the last."""
    road = _last()
    kerja = None if road and not road.done else plan(workspace(), (), Order())
    return render_template("susun.html", kerja=kerja, road=road, paling=_MOST_SHOWN)


@blueprint.get("/kemajuan")
@needed("penyusun")
def progress() -> ResponseReturnValue:
    """Only how far it is, for the page to be kept current."""
    return render_template("_susun.html", road=_last(), paling=_MOST_SHOWN)


@blueprint.post("")
@needed("penyusun")
def begin() -> ResponseReturnValue:
    """Begin a run, unless one is under way."""
    force = bool(request.form.get("paksa"))
    with _KEY:
        if (road := _last()) and not road.done:
            flash("Penyusunan yang tadi masih berjalan.")
            return redirect(url_for(".page"), 303)
        kerja = plan(workspace(), (), Order(), force=force)
        record_trail(f"menyusun naskah {len(kerja.needed)} kesepakatan ke output/")
        road = RunState(
            len(kerja.failed) + len(kerja.needed), list(kerja.failed), gone=kerja.gone
        )
        Thread(target=_run, args=(road, kerja), daemon=True).start()
        current_app.extensions[_ROAD] = road
    return redirect(url_for(".page"), 303)


def _run(road: RunState, kerja: Plan) -> None:
    # Other threads answer meanwhile: nothing is forked from this process, and how many processes there are is said.
    manner = Manner(process=cores() if len(kerja.needed) > 1 else 1)
    try:
        for one in susun(kerja, manner):
            road.hasil.append(one)
        kerja.settle()
    except NotaError as cause:
        road.sebab = str(cause)
    except Exception:
        _log.exception("susun")
        road.sebab = "Ada kesalahan di dalam program. Beri tahu pengelola program."
    finally:
        road.done = True
