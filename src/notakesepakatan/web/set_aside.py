"""A draft put aside from its page, with a reason, and brought back from there."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.set_aside import set_aside, take_up_again
from notakesepakatan.web.context import board, office, today
from notakesepakatan.web.guard.requests import needed

blueprint = Blueprint("sisihkan", __name__, url_prefix="/kesepakatan/<slug>/sisihkan")


@blueprint.post("")
@needed("penyusun")
def aside(slug: str) -> ResponseReturnValue:
    """Put it aside."""
    reason = request.form.get("alasan", "")[:500]
    set_aside(office(), slug, reason, today())
    board().touch(slug)
    flash("Konsep disisihkan. Tidak ada yang dihapus.")
    return redirect(url_for("kesepakatan.page", slug=slug), 303)


@blueprint.post("/kembali")
@needed("penyusun")
def back(slug: str) -> ResponseReturnValue:
    """Bring it back."""
    take_up_again(office(), slug)
    board().touch(slug)
    flash("Konsep dikembalikan.")
    return redirect(url_for("kesepakatan.page", slug=slug), 303)
