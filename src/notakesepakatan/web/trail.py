"""The page of the trail: what was changed at the desk, by whom."""

from math import ceil

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from notakesepakatan.load.seal import changed_past_the_program
from notakesepakatan.web.context import workspace
from notakesepakatan.web.guard.requests import needed
from notakesepakatan.zona import short_name

blueprint = Blueprint("jejak", __name__)
PER_PAGE = 100
_WHY = (
    "Jejak memuat siapa berbuat apa dan sandi siapa yang salah; "
    "mintalah seorang pengesah membacakannya."
)


@blueprint.get("/jejak")
@needed("pengesah", _WHY)
def page() -> ResponseReturnValue:
    """Changes, the youngest first; by agreement and by person."""
    slug = request.args.get("kesepakatan", "").strip()
    who = request.args.get("siapa", "").strip()
    wanted = request.args.get("halaman", 1, type=int)
    entries = workspace().trail(slug=slug, who=who)
    last_page = max(ceil(len(entries) / PER_PAGE), 1)
    number = min(max(wanted, 1), last_page)
    return render_template(
        "jejak.html",
        entries=entries[(number - 1) * PER_PAGE : number * PER_PAGE],
        slug=slug,
        who=who,
        number=number,
        last_page=last_page,
        report=workspace().examine_trail(),
        changed=list(changed_past_the_program(workspace())),
        zona_name=short_name(workspace().zona),
    )
