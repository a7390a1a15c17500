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
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.guard import sessions
from notakesepakatan.web.guard.requests import record_trail

blueprint = Blueprint("masuk", __name__)
NAME_LIMIT, ADDRESS_LIMIT = 5, 20
WINDOW = 15 * 60
_ATTEMPT = "meja.percobaan"
_KEY = Lock()


@blueprint.get("/masuk")
def page() -> ResponseReturnValue:
    """The form."""
    if not desk().login_required or sessions.session_user():
        return redirect(_inside(request.args.get("lanjut", "")))
    return render_template(
        "masuk.html", isian=Isian(), lanjut=_inside(request.args.get("lanjut", ""))
    )


@blueprint.post("/masuk")
def login() -> ResponseReturnValue:
    """A name and a password; nobody learns which of the two was wrong."""
    isian = Isian.posted()
    name, password = (
        isian.text("nama", required=True, paling=100),
        request.form.get("sandi", ""),
    )
    key = (
        (f"nama {name} {request.remote_addr}", NAME_LIMIT),
        (f"alamat {request.remote_addr}", ADDRESS_LIMIT),
    )
    if not password:
        isian.add("sandi", "Wajib diisi.")
    if isian.valid:
        if not (moment := _admit(key)):
            abort(
                429,
                "Terlalu banyak percobaan masuk. Tunggu lima belas menit, lalu coba lagi.",
            )
        who = verify(workspace(), name, password)
        if who is not None:
            _forgive(key, moment)
            sessions.begin(who)
            g.pengguna = who
            record_trail("masuk")
            return redirect(_inside(request.form.get("lanjut", "")))
        isian.add("nama", "Nama atau sandi tidak cocok.")
    return render_template(
        "masuk.html", isian=isian, lanjut=_inside(request.form.get("lanjut", ""))
    ), 422


@blueprint.post("/keluar")
def out() -> ResponseReturnValue:
    """End the session."""
    sessions.end()
    return redirect(url_for("masuk.page"))


def _inside(target: str) -> str:
    """A path of the desk; the register for anything that leads elsewhere."""
    # A path that begins with one slash has neither scheme nor host, whatever follows.
    safe = (
        target.startswith("/")
        and not target.startswith(("//", "/\\"))
        and target.isprintable()
    )
    return target if safe else url_for("daftar.page")


def _attempts() -> dict[str, list[float]]:
    every: dict[str, list[float]] = current_app.extensions.setdefault(_ATTEMPT, {})
    return every


def _admit(key: Sequence[tuple[str, int]]) -> float:
    """Count an attempt against every limit before it is made, so that many at once pass none; 0 where one is reached."""
    now = desk().time()
    with _KEY:
        every = _attempts()
        for lain, moment in list(every.items()):
            every[lain] = [one for one in moment if one > now - WINDOW]
            if not every[lain]:
                del every[lain]
        if any(len(every.get(one, ())) >= limit for one, limit in key):
            return 0
        for one, _ in key:
            every.setdefault(one, []).append(now)
    return now


def _forgive(key: Sequence[tuple[str, int]], moment: float) -> None:
    """The attempt was right, and counts no more."""
    with _KEY:
        for one, _ in key:
            if moment in (items := _attempts().get(one, [])):
                items.remove(moment)
