"""Logging in and out."""

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.desk.accounts import account_name
from notakesepakatan.web.context import desk, user
from notakesepakatan.web.forms import REQUIRED, Isian
from notakesepakatan.web.guard import sessions
from notakesepakatan.web.guard.addresses import source
from notakesepakatan.web.guard.browsers import browser_word, remember
from notakesepakatan.web.guard.kept_forms import take
from notakesepakatan.web.guard.requests import record_trail
from notakesepakatan.web.guard.verification import attempts, check_password, too_soon

blueprint = Blueprint("masuk", __name__)
_RESUMED = "/masuk/isian/"
_GONE = (
    "Isian itu sudah dibuka kembali atau bukan milik Anda. "
    "Periksa tab lain yang masih terbuka."
)
_LEAD_BACK = (
    "peristiwa.record",
    "penandatanganan.record",
    "cabut.record",
    "surat.compose",
)
"""Views that show their form again, as it was sent, where its button says so."""


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
    # However it is typed, attempts are counted for the account that is meant.
    name = account_name(isian.text("nama", required=True, at_most=100))
    password = request.form.get("sandi", "")
    target = request.form.get("lanjut", "")
    if not password:
        isian.add("sandi", REQUIRED)
    if not isian.valid:
        return _form(isian, target), 422
    address = source(request.remote_addr or "")
    counts = attempts().counts(name, address, browser_word(name), desk().time())
    answer = check_password(counts, name, password, "salah sandi")
    if answer.who is None:
        isian.add("nama", answer.words("Nama atau sandi tidak cocok."))
        form = _form(isian, target)
        return too_soon(form, answer.wait) if answer.is_refused else (form, 422)
    sessions.begin(answer.who)
    g.user = answer.who
    record_trail("masuk")
    response = redirect(_inside(target))
    remember(response, name)
    return response


def _form(isian: Isian, target: str) -> str:
    inside = _inside(target)
    has_form = inside.startswith(_RESUMED)
    return render_template("masuk.html", isian=isian, target=inside, kept=has_form)


@blueprint.get(_RESUMED + "<kept>")
def resume(kept: str) -> ResponseReturnValue:
    """A form that was sent when its session had ended: to be gone on with, or sent."""
    form = take(kept, user().nama)
    if form is None:
        abort(404, _GONE)
    return render_template(
        "lanjutkan.html", form=form, can_go_back=form.endpoint in _LEAD_BACK
    )


@blueprint.post("/keluar")
def out() -> ResponseReturnValue:
    """End the session."""
    if sessions.session_user():
        record_trail("keluar")
    sessions.end()
    return redirect(url_for("masuk.page"))


def _inside(target: str) -> str:
    """A path of the desk; the register for anything that leads elsewhere."""
    # A path that begins with one slash has neither scheme nor host, whatever follows.
    has_one_slash = target.startswith("/") and not target.startswith(("//", "/\\"))
    is_safe = has_one_slash and target.isprintable()
    return target if is_safe else url_for("daftar.page")
