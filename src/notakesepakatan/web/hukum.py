"""The page of agreements that rest on a law which has gone or changed."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.hukum import affected_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.web.context import board, today, workspace

blueprint = Blueprint("hukum", __name__, url_prefix="/hukum")


@blueprint.get("")
def page() -> ResponseReturnValue:
    """Each of them with its laws."""
    affected = affected_kesepakatan(board().on(today()).rows)
    seen_on = Opened(workspace()).laws.dilihat
    return render_template("hukum.html", affected=affected, seen_on=seen_on)
