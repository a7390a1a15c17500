"""The pages of clauses and templates: written at the desk, seen before, refused where wrong."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.template_proof import NotTaken
from notakesepakatan.bureau.templates import (
    drop_copy,
    old_copies,
    old_copy,
    preview,
    read_template,
    save_template,
    template_names,
)
from notakesepakatan.web.context import user, workspace
from notakesepakatan.web.forms import plain_lines
from notakesepakatan.web.guard.requests import naskah_page, needed

_GROUPS = (
    ("Klausul", ("klausul",)),
    ("Instrumen", ("instrumen",)),
    ("Bentuk naskah, adendum, dan sandingan", ("", "bagian")),
    ("Surat", ("surat",)),
    ("Dokumen peristiwa", ("peristiwa",)),
)
"""Headings of the list, and the folders of what stands under each."""

blueprint = Blueprint("templat", __name__, url_prefix="/pengaturan/templat")


@blueprint.get("")
@needed("pengesah")
def items() -> ResponseReturnValue:
    """All that may be written here, the office's own marked."""
    found = [read_template(workspace(), name) for name in template_names(workspace())]
    groups = [
        (heading, [template for template in found if template.folder in folders])
        for heading, folders in _GROUPS
    ]
    return render_template("templat.html", groups=groups)


@blueprint.get("/<path:name>")
@needed("pengesah")
def page(name: str) -> ResponseReturnValue:
    """One of them, to be written on; with `lama` it begins from a former copy."""
    number = request.args.get("lama", type=int)
    if number is not None:
        return _page(name, old_copy(workspace(), name, number).text, former=number)
    return _page(name, read_template(workspace(), name).text)


@blueprint.post("/<path:name>")
@needed("pengesah")
def save(name: str) -> ResponseReturnValue:
    """Keep it as the office's copy, or say where it is wrong."""
    text = _sent_text()
    seen = request.form.get("jejak", "")
    try:
        save_template(workspace(), name, text, user().nama, seen)
    except NotTaken as cause:
        return _page(name, text, cause), 422
    flash("Disimpan sebagai salinan kantor.")
    return redirect(url_for(".page", name=name), 303)


@blueprint.post("/pratinjau/<path:name>")
@needed("pengesah")
def show(name: str) -> ResponseReturnValue:
    """A draft or a sample with it as it would print, for the frame beside the form."""
    try:
        return naskah_page(preview(workspace(), name, _sent_text()))
    except NotTaken as cause:
        return render_template("galat.html", messages=[str(cause)]), 422


@blueprint.post("/bawaan/<path:name>")
@needed("pengesah")
def drop(name: str) -> ResponseReturnValue:
    """Let the shipped text count again."""
    drop_copy(workspace(), name, user().nama)
    flash("Yang bawaan dipakai lagi; salinan kantor ada pada Salinan kantor terdahulu.")
    return redirect(url_for(".page", name=name), 303)


def _sent_text() -> str:
    text = plain_lines(request.form.get("teks", ""))
    return text if text.endswith("\n") else f"{text}\n"


def _page(
    name: str, text: str, refused: NotTaken | None = None, former: int | None = None
) -> str:
    template = read_template(workspace(), name)
    return render_template(
        "templat_satu.html",
        template=template,
        text=text,
        refused=refused,
        former=former,
        copies=old_copies(workspace(), name),
        base=request.form.get("jejak", template.hash),
    )
