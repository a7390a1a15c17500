"""Taking back what was done by mistake: first what follows is read and a reason typed."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.withdrawal import foresee, withdraw
from notakesepakatan.web.context import board, office, today, workspace
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.guard.requests import needed
from notakesepakatan.web.question import BACK
from notakesepakatan.workspace import ChangedMeanwhile

blueprint = Blueprint("cabut", __name__, url_prefix="/kesepakatan/<slug>/cabut")
_LABELS = {"alasan": "Alasan"}


@blueprint.get("/<nama>")
@needed("pengesah")
def page(slug: str, nama: str) -> ResponseReturnValue:
    """What would follow, and the question why."""
    return _form(slug, nama, Isian())


@blueprint.post("/<nama>")
@needed("pengesah")
def record(slug: str, nama: str) -> ResponseReturnValue:
    """Take it back, or say what is missing."""
    isian = Isian.posted()
    if isian.value.get(BACK):
        return _form(slug, nama, isian)
    reason = isian.text("alasan", required=True, at_most=500)
    if not isian.valid:
        return _form(slug, nama, isian), 422
    thing = foresee(office(), slug, nama, today()).thing
    try:
        workspace().check_unchanged(slug, request.form.get("jejak", ""))
    except ChangedMeanwhile as cause:
        isian.add("", str(cause))
        return _form(slug, nama, isian.renewed()), 409
    withdraw(office(), slug, nama, reason, today())
    board().touch(slug)
    flash(f"{thing.words}: dicabut. Catatannya tetap tersimpan.")
    return redirect(url_for("kesepakatan.page", slug=slug), 303)


def _form(slug: str, nama: str, isian: Isian) -> str:
    foreseen = foresee(office(), slug, nama, today())
    return render_template(
        "cabut.html",
        slug=slug,
        nama=nama,
        thing=foreseen.thing,
        following=foreseen.following,
        isian=isian,
        label=_LABELS,
        base=isian.base(workspace().hash(slug)),
        reading=office().riwayat(slug).origin.reading,
    )
