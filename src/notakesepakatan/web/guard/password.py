"""The page on which one changes one's own password."""

from flask import (
    Blueprint,
    abort,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from notakesepakatan.desk.accounts import (
    SHORTEST_PASSWORD,
    AccountRefused,
    change_password,
    password_problem,
)
from notakesepakatan.web.context import desk, user, workspace
from notakesepakatan.web.forms import REQUIRED, Isian, capitalized
from notakesepakatan.web.guard import sessions
from notakesepakatan.web.guard.attempts import FREE, Count
from notakesepakatan.web.guard.verification import check_password, too_soon

blueprint = Blueprint("sandi", __name__)
_FIELDS = ("sandi", "sandi_baru", "sandi_ulang")
_NO_ACCOUNTS = (
    "Meja ini dibuka tanpa akun, sehingga tidak ada sandi yang dapat diganti. "
    "Akun dibuat oleh pengelola di komputer meja."
)


@blueprint.get("/sandi")
def page() -> ResponseReturnValue:
    """The form."""
    _check_accounts()
    return _form(Isian())


@blueprint.post("/sandi")
def change() -> ResponseReturnValue:
    """The old password, and the new one twice; every other session of the account ends."""
    _check_accounts()
    isian = Isian()  # without what was typed: no password is ever sent back
    old, new, again = (request.form.get(name, "") for name in _FIELDS)
    for name, content in zip(_FIELDS, (old, new, again), strict=True):
        if not content:
            isian.add(name, REQUIRED)
    if isian.valid:
        _check_new(isian, old, new, again)
    if not isian.valid:
        return _form(isian), 422
    return _change(isian, old, new)


def _check_new(isian: Isian, old: str, new: str, again: str) -> None:
    problem = password_problem(new)
    if problem:
        isian.add("sandi_baru", f"{capitalized(problem)}.")
    elif new == old:
        isian.add(
            "sandi_baru", "Sandi baru sama dengan sandi sekarang; pilih yang lain."
        )
    elif new != again:
        isian.add("sandi_ulang", "Tidak sama dengan sandi baru; ketik sekali lagi.")


def _change(isian: Isian, old: str, new: str) -> ResponseReturnValue:
    name = user().nama
    own_count = (Count(("ganti sandi", name), FREE),)
    answer = check_password(own_count, name, old, "salah sandi saat mengganti sandi")
    if answer.who is None:
        words = "Sandi sekarang tidak cocok."
        isian.add("sandi", answer.words(words))
        form = _form(isian)
        return too_soon(form, answer.wait) if answer.is_refused else (form, 422)
    try:
        renewed = change_password(workspace(), answer.who, new)
    except AccountRefused as cause:
        isian.add("", f"{capitalized(str(cause))}.")
        return _form(isian), 422
    sessions.begin(renewed)
    flash("Sandi Anda sudah diganti. Sesi Anda di peramban lain sudah berakhir.")
    return redirect(url_for("daftar.page"))


def _form(isian: Isian) -> str:
    return render_template("sandi.html", isian=isian, shortest=SHORTEST_PASSWORD)


def _check_accounts() -> None:
    if not desk().login_required:
        abort(404, _NO_ACCOUNTS)
