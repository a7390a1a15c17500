"""What takes longer than a page may: done aside, its progress on a page, and a way to stop.

One run of each kind at a time. Whoever stops one stops it between two files, so that
each is whole; what was written by then stays and is said.
"""

import logging
from collections.abc import Callable
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
    url_for,
)
from flask.typing import ResponseReturnValue

from notakesepakatan.errors import NotaError
from notakesepakatan.press import Stop
from notakesepakatan.web.context import workspace
from notakesepakatan.web.downloads import zip_answer
from notakesepakatan.web.guard.requests import needed, record_trail

blueprint = Blueprint("kemajuan", __name__, url_prefix="/kemajuan")
_log = logging.getLogger("notakesepakatan.web")
_KEY = "meja.kemajuan"
_LOCK = Lock()
_MOST_SHOWN = 100
"""Messages of a run on its page."""


@dataclass
class Run:
    """One run, as far as it is.

    Attributes:
        judul: what is done, in Indonesian: "Menyusun surat".
        unit: what is counted: "surat".
        back: the page that it was begun from.
        total: how many there are to do.
        done: how many are done.
        messages: what is to be said of some.
        files: what was written and may be fetched.
        ended: whether it has ended.
        stop: the wish of whoever wants no more.
        deed: what the trail says when it begins, where what it writes is not recorded.
    """

    judul: str
    unit: str
    back: str
    total: int
    done: int = 0
    messages: list[str] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    ended: bool = False
    stop: Stop = field(default_factory=Stop)
    deed: str = ""

    @property
    def is_stopping(self) -> bool:
        """Whether somebody wants no more."""
        return bool(self.stop.signal)


def begin(name: str, run: Run, work: Callable[[], None]) -> ResponseReturnValue:
    """Begin a run unless one of its name is under way; the page that shows it.

    Args:
        name: "surat", "impor", "naskah".
        run: the run.
        work: does it, keeps `run` current, and looks at `run.stop` between two files.
    """
    with _LOCK:
        last = _runs().get(name)
        if last is not None and not last.ended:
            flash("Yang tadi masih berjalan.")
        else:
            _runs()[name] = run
            if run.deed:
                record_trail(run.deed)
            Thread(target=_carry_out, args=(run, work), daemon=True).start()
    return redirect(url_for("kemajuan.page", name=name), 303)


def last_run(name: str) -> Run | None:
    """The run of a name that is under way or was the last."""
    return _runs().get(name)


def _runs() -> dict[str, Run]:
    return cast(dict[str, Run], current_app.extensions.setdefault(_KEY, {}))


def _carry_out(run: Run, work: Callable[[], None]) -> None:
    try:
        work()
    except KeyboardInterrupt:
        _log.info("%s: dihentikan", run.judul)
    except NotaError as cause:
        run.messages.append(str(cause))
    except Exception:
        _log.exception(run.judul)
        run.messages.append(
            "Ada kesalahan di dalam program. Beri tahu pengelola program."
        )
    finally:
        run.ended = True


@blueprint.get("/<name>")
@needed("penyusun")
def page(name: str) -> ResponseReturnValue:
    """How far a run is."""
    return render_template("kemajuan.html", name=name, run=_run(name), most=_MOST_SHOWN)


@blueprint.get("/<name>/potongan")
@needed("penyusun")
def piece(name: str) -> ResponseReturnValue:
    """Only how far it is, for the page to be kept current."""
    return render_template(
        "_kemajuan.html", name=name, run=_run(name), most=_MOST_SHOWN
    )


@blueprint.post("/<name>/henti")
@needed("penyusun")
def stop(name: str) -> ResponseReturnValue:
    """Stop it after the file that is being written."""
    run = _run(name)
    if not run.ended:
        run.stop.signal = SIGINT
        record_trail(f"menghentikan: {run.judul}")
    return redirect(url_for(".page", name=name), 303)


@blueprint.get("/<name>.zip")
@needed("penyusun")
def archive(name: str) -> Response:
    """What it wrote, as one file."""
    return zip_answer(_run(name).files, workspace().output, f"{name}.zip")


def _run(name: str) -> Run:
    return _runs().get(name) or abort(404)
