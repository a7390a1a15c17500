"""Logging in and out; too many wrong passwords and one waits."""

from collections.abc import Sequence
from threading import Lock

from flask import (
    Blueprint,
    abort,
    current_app,
    g,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from notakesepakatan.desk.accounts import verify
from notakesepakatan.web.context import desk, workspace
from notakesepakatan.web.forms import REQUIRED, Isian
from notakesepakatan.web.guard import sessions
from notakesepakatan.web.guard.requests import record_trail

blueprint = Blueprint("masuk", __name__)
NAME_LIMIT = 5
ADDRESS_LIMIT = 20
WINDOW = 15 * 60
"""Seconds for which an attempt counts."""
_ATTEMPTS = "meja.percobaan"
_LOCK = Lock()

Limit = tuple[str, int]
"""By what attempts are counted, and how many there may be."""

_TOO_MANY = "Terlalu banyak percobaan masuk. Tunggu lima belas menit, lalu coba lagi."


@blueprint.get("/masuk")
def page() -> ResponseReturnValue:
    """The form."""
    if not desk().login_required or sessions.session_user():
        return redirect(_inside(request.args.get("lanjut", "")))
    return _form(Isian(), request.args.get("lanjut", ""))


@blueprint.post("/masuk")
def login() -> ResponseReturnValue:
    """A name and a password; nobody learns which of the two was wrong."""
    isian = Isian.posted()
    name = isian.text("nama", required=True, at_most=100)
    password = request.form.get("sandi", "")
    target = request.form.get("lanjut", "")
    if not password:
        isian.add("sandi", REQUIRED)
    if not isian.valid:
        return _form(isian, target), 422
    limits = (
        (f"nama {name} {request.remote_addr}", NAME_LIMIT),
        (f"alamat {request.remote_addr}", ADDRESS_LIMIT),
    )
    moment = _admit(limits)
    if moment is None:
        abort(429, _TOO_MANY)
    who = verify(workspace(), name, password)
    if who is None:
        isian.add("nama", "Nama atau sandi tidak cocok.")
        return _form(isian, target), 422
    _forgive(limits, moment)
    sessions.begin(who)
    g.user = who
    record_trail("masuk")
    return redirect(_inside(target))


def _form(isian: Isian, target: str) -> str:
    return render_template("masuk.html", isian=isian, target=_inside(target))


@blueprint.post("/keluar")
def out() -> ResponseReturnValue:
    """End the session."""
    sessions.end()
    return redirect(url_for("masuk.page"))


def _inside(target: str) -> str:
    """A path of the desk; the register for anything that leads elsewhere."""
    # A path that begins with one slash has neither scheme nor host, whatever follows.
    has_one_slash = target.startswith("/") and not target.startswith(("//", "/\\"))
    is_safe = has_one_slash and target.isprintable()
    return target if is_safe else url_for("daftar.page")


def _attempts() -> dict[str, list[float]]:
    """When attempts were made (seconds), by what they are counted by."""
    attempts: dict[str, list[float]] = current_app.extensions.setdefault(_ATTEMPTS, {})
    return attempts


def _admit(limits: Sequence[Limit]) -> float | None:
    """Count an attempt against every limit; None where one is reached.

    It is counted before it is made, so that of many at once none passes.
    """
    now = desk().time()
    with _LOCK:
        attempts = _attempts()
        _forget(attempts, now - WINDOW)
        if any(len(attempts.get(key, ())) >= limit for key, limit in limits):
            return None
        for key, _ in limits:
            attempts.setdefault(key, []).append(now)
    return now


def _forget(attempts: dict[str, list[float]], before: float) -> None:
    """Attempts of long ago count no more."""
    for key, moments in list(attempts.items()):
        recent = [moment for moment in moments if moment > before]
        if recent:
            attempts[key] = recent
        else:
            del attempts[key]


def _forgive(limits: Sequence[Limit], moment: float) -> None:
    """The attempt was right, and counts no more."""
    with _LOCK:
        for key, _ in limits:
            moments = _attempts().get(key, [])
            if moment in moments:
                moments.remove(moment)
