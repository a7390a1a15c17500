"""The files beside an agreement: sent, listed on its page, looked at, kept."""

from typing import get_args

from flask import Blueprint, Response, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.attachments import (
    AttachmentStays,
    CannotAttach,
    NewAttachment,
    attach,
    picture_of,
    read_attached,
    withdraw,
)
from notakesepakatan.load.attachments import KINDS, SIGNED, TICKS, AttachmentKind
from notakesepakatan.web.context import office, workspace
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.guard.requests import needed

blueprint = Blueprint("lampiran_berkas", __name__, url_prefix="/kesepakatan")
KIND_WORDS = {kind: kind.replace("_", " ").capitalize() for kind in KINDS}
_SHOWN = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
}
"""Endings that a browser shows without running anything of them."""
_SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'"


@blueprint.post("/<slug>/lampiran-berkas")
@needed("penyusun")
def receive(slug: str) -> ResponseReturnValue:
    """Attach the file that was sent."""
    isian = Isian.posted()
    kind = isian.choice("jenis", KINDS, required=True)
    day = isian.day("tanggal")
    remark = isian.text("keterangan", at_most=500)
    sent = request.files.get("berkas")
    if not isian.valid or sent is None or not sent.filename:
        flash("Pilih berkas dan jenisnya, dan tulis tanggal sebagai TTTT-BB-HH.")
        return redirect(url_for("kesepakatan.page", slug=slug), 303)
    new = NewAttachment(
        sent.filename, sent.read(), kind_of(kind), day, remark, ticks_of(isian, kind)
    )
    try:
        attached = attach(office(), slug, new)
        flash(f"Dilampirkan: {attached.name}.")
    except CannotAttach as cause:
        flash(f"{cause}.")
    return redirect(url_for("kesepakatan.page", slug=slug), 303)


def kind_of(text: str) -> AttachmentKind:
    """A kind as the form sent it; "lainnya" for any other text."""
    known: tuple[AttachmentKind, ...] = get_args(AttachmentKind)
    return next((kind for kind in known if kind == text), "lainnya")


def ticks_of(isian: Isian, kind: str) -> dict[str, bool] | None:
    """What was said of the signs on a signed text; only of those that were answered."""
    if kind != SIGNED:
        return None
    said = {tick: isian.value.get(tick, "") for tick in TICKS}
    return {tick: value == "ya" for tick, value in said.items() if value}


@blueprint.post("/<slug>/lampiran-berkas/<name>/cabut")
@needed("penyusun")
def remove(slug: str, name: str) -> ResponseReturnValue:
    """Say that an attachment counts no more, and why."""
    reason = Isian.posted().text("alasan", at_most=500)
    try:
        withdraw(office(), slug, name, reason)
        flash(f"Dicabut: {name}.")
    except AttachmentStays as cause:
        flash(f"{cause}.")
    return redirect(url_for("kesepakatan.page", slug=slug), 303)


@blueprint.get("/<slug>/lampiran-berkas/<name>")
def file(slug: str, name: str) -> ResponseReturnValue:
    """The file itself: shown where a browser only shows it, else to be kept."""
    content = _content(slug, name)
    suffix = name.rpartition(".")[2]
    shown = suffix in _SHOWN and "unduh" not in request.args
    response = Response(
        content, mimetype=_SHOWN.get(suffix, "application/octet-stream")
    )
    way = "inline" if shown else "attachment"
    response.headers["Content-Disposition"] = f'{way}; filename="{_header_name(name)}"'
    if suffix != "pdf":
        response.headers["Content-Security-Policy"] = _SANDBOX
    return response


def _header_name(name: str) -> str:
    """A name that fits between the quotes of a header, also of a file put there by hand."""
    plain = "".join(
        character if character.isascii() and character.isprintable() else "-"
        for character in name
    )
    return plain.replace('"', "-").replace("\\", "-")


@blueprint.get("/<slug>/lampiran-berkas/<name>/gambar")
def picture(slug: str, name: str) -> ResponseReturnValue:
    """A small picture of it; 404 where it has none."""
    drawn = picture_of(name, _content(slug, name))
    if drawn is None:
        abort(404)
    return Response(drawn, mimetype="image/png")


def _content(slug: str, name: str) -> bytes:
    try:
        return read_attached(workspace(), slug, name)
    except CannotAttach:
        abort(404)
