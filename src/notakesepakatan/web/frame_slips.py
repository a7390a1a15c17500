"""Slips of a signed adendum's own frame: typed as written and as they should be."""

from collections.abc import Iterator

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.adendum import draft_about_adenda
from notakesepakatan.bureau.adendum_request import AdendumRefused, Request
from notakesepakatan.model.adendum import FrameSlip, nomor_of_file
from notakesepakatan.web.context import board, office, workspace
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.guard.requests import needed
from notakesepakatan.workspace import ChangedMeanwhile
from notakesepakatan.workspace.save import AlreadyThere

blueprint = Blueprint(
    "perbaikan_adendum", __name__, url_prefix="/kesepakatan/<slug>/perbaikan-adendum"
)
_ROWS = range(1, 6)
_LABELS = {
    f"{field}_{row}": f"{label} {row}"
    for row in _ROWS
    for field, label in (("tertulis", "Tertulis"), ("seharusnya", "Seharusnya"))
}


@blueprint.get("/<nama>")
@needed("penyusun")
def page(slug: str, nama: str) -> ResponseReturnValue:
    """The rows to be typed in."""
    return _form(slug, nama, Isian())


@blueprint.post("/<nama>")
@needed("penyusun")
def make(slug: str, nama: str) -> ResponseReturnValue:
    """Make the correction as a draft, or say what stands in its way."""
    isian = Isian.posted()
    if not nomor_of_file(nama):
        return _form(slug, nama, isian), 422
    slips = tuple(_typed_slips(isian, nama))
    if not slips and isian.valid:
        isian.add("tertulis_1", "isi kata yang tertulis dan yang seharusnya")
    if not isian.valid:
        return _form(slug, nama, isian), 422
    wanted = Request(perbaikan=True, kept=bool(isian.text("tetap")), frame_slips=slips)
    try:
        workspace().check_unchanged(slug, isian.text("jejak"))
        done = draft_about_adenda(office(), slug, wanted)
    except (AdendumRefused, AlreadyThere, ChangedMeanwhile) as cause:
        isian.add("", str(cause))
        return _form(slug, nama, isian.renewed()), 409
    board().touch(slug)
    flash(f"Konsep {done.file.name} dibuat: {len(done.perubahan)} perbaikan.")
    return redirect(url_for("kesepakatan.page", slug=slug), 303)


def _typed_slips(isian: Isian, nama: str) -> Iterator[FrameSlip]:
    """The rows in which both are typed; a half row is a fault."""
    for row in _ROWS:
        old, new = isian.text(f"tertulis_{row}"), isian.text(f"seharusnya_{row}")
        if old and new:
            yield FrameSlip(adendum=nama, tertulis=old, menjadi=new)
        elif old or new:
            empty = f"seharusnya_{row}" if old else f"tertulis_{row}"
            isian.add(empty, "isi juga ini, atau kosongkan keduanya")


def _form(slug: str, nama: str, isian: Isian) -> str:
    riwayat = office().riwayat(slug)
    wanted = nomor_of_file(nama)
    named = [each.name for each in riwayat.adendum if each.nomor == wanted]
    return render_template(
        "perbaikan_adendum.html",
        slug=slug,
        nama=nama,
        name=named[0] if named else "",
        rows=_ROWS,
        isian=isian,
        label=_LABELS,
        base=isian.base(workspace().hash(slug)),
        reading=riwayat.origin.reading,
    )
