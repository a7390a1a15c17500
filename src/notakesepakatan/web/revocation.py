"""An adendum revoked by another: what the text reads again is seen, then a draft is made."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.adendum import (
    PlannedAdendum,
    draft_about_adenda,
    plan_change,
)
from notakesepakatan.bureau.adendum_request import AdendumRefused, Request
from notakesepakatan.bureau.konsep import composer
from notakesepakatan.compose.adendum.papers import compose_sandingan
from notakesepakatan.web.context import board, office, workspace
from notakesepakatan.web.desk_words import desk_words
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.guard.requests import naskah_page, needed
from notakesepakatan.workspace import ChangedMeanwhile
from notakesepakatan.workspace.save import AlreadyThere
from notakesepakatan.write.html import write_html

blueprint = Blueprint(
    "pencabutan", __name__, url_prefix="/kesepakatan/<slug>/pencabutan"
)
_LABELS = {"alasan": "Alasan"}


@blueprint.get("/<nama>")
@needed("penyusun")
def page(slug: str, nama: str) -> ResponseReturnValue:
    """What would be said and read again, and the question why."""
    return _form(slug, nama, Isian())


@blueprint.get("/<nama>/sandingan")
@needed("penyusun")
def sandingan(slug: str, nama: str) -> ResponseReturnValue:
    """Both texts side by side, for a frame; nothing is written."""
    plan = _planned(slug, nama)
    return naskah_page(
        write_html(compose_sandingan(composer(workspace()), plan.adendum))
    )


@blueprint.post("/<nama>")
@needed("penyusun")
def make(slug: str, nama: str) -> ResponseReturnValue:
    """Make the draft, or say what stands in its way."""
    isian = Isian.posted()
    lines = map(str.strip, isian.text("alasan", row_counts=True).split("\n"))
    reasons = tuple(filter(None, lines))
    if not reasons:
        isian.add(
            "alasan", "isi alasannya, mis. keadaan yang menjadi sebabnya sudah pulih"
        )
        return _form(slug, nama, isian), 422
    try:
        workspace().check_unchanged(slug, isian.text("jejak"))
        done = draft_about_adenda(office(), slug, _wanted(nama, reasons))
    except (AdendumRefused, AlreadyThere, ChangedMeanwhile) as cause:
        isian.add("", str(cause))
        return _form(slug, nama, isian.renewed()), 409
    board().touch(slug)
    flash(" ".join((f"Konsep {done.file.name} dibuat.", *done.peringatan)))
    return redirect(url_for("kesepakatan.page", slug=slug), 303)


def _wanted(nama: str, reasons: tuple[str, ...] = ()) -> Request:
    return Request(revoked=(nama,), alasan=reasons)


def _planned(slug: str, nama: str) -> PlannedAdendum:
    return plan_change(office(), slug, None, _wanted(nama))


def _form(slug: str, nama: str, isian: Isian) -> str:
    plan, refused = None, ""
    riwayat = office().riwayat(slug)
    named = [
        each.name for each in riwayat.adendum if f"adendum-{each.nomor:02}" == nama
    ]
    try:
        plan = _planned(slug, nama)
    except AdendumRefused as cause:
        refused = desk_words(str(cause))
    return render_template(
        "pencabutan.html",
        slug=slug,
        nama=nama,
        name=named[0] if named else nama,
        plan=plan,
        refused=refused,
        isian=isian,
        label=_LABELS,
        base=isian.base(workspace().hash(slug)),
        reading=riwayat.origin.reading,
    )
