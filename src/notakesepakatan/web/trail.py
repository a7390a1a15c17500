"""The audit trail, readable."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from notakesepakatan.desk.trail import read_trail
from notakesepakatan.web.context import workspace

blueprint = Blueprint("jejak", __name__)
PER_PAGE = 100


@blueprint.get("/jejak")
def page() -> ResponseReturnValue:
    """Changes, the youngest first; by agreement and by person."""
    slug, who = (
        request.args.get("kesepakatan", "").strip(),
        request.args.get("siapa", "").strip(),
    )
    to = max(request.args.get("halaman", 1, type=int), 1)
    every = read_trail(workspace(), slug=slug, who=who)
    count = max(-(-len(every) // PER_PAGE), 1)
    to = min(to, count)
    shown = every[(to - 1) * PER_PAGE : to * PER_PAGE]
    return render_template(
        "jejak.html",
        items=shown,
        many=len(every),
        slug=slug,
        who=who,
        to=to,
        jumlah=count,
    )
