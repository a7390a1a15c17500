"""The page of one agreement, its papers, the text in force on a chosen day."""

from datetime import date

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.check import counts
from notakesepakatan.bureau.comments import open_comments
from notakesepakatan.bureau.induk import quote
from notakesepakatan.bureau.konsolidasi import KONSOLIDASI, check_signed_by
from notakesepakatan.bureau.overview import look
from notakesepakatan.bureau.papers import make_konsolidasi, make_paper
from notakesepakatan.bureau.seal import ACCEPTED, check_sealed, seal_signed
from notakesepakatan.compute.time.register import Summary
from notakesepakatan.load.attachments import TICKS, read_attachments, what_became
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.web.attachments import KIND_WORDS
from notakesepakatan.web.context import board, office, today, workspace
from notakesepakatan.web.downloads import file_answer
from notakesepakatan.web.editor.places import caption, item_numbers
from notakesepakatan.web.editor.temuan import plain_words
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.guard.requests import naskah_page, needed
from notakesepakatan.web.surat import written_letters

blueprint = Blueprint("kesepakatan", __name__, url_prefix="/kesepakatan")


@blueprint.get("/<slug>")
def page(slug: str) -> ResponseReturnValue:
    """Everything about one agreement."""
    visible = look(office(), slug, today())
    attachments = read_attachments(workspace(), slug)
    numbers = item_numbers(visible.in_force.source.data)
    return render_template(
        "kesepakatan.html",
        slug=slug,
        visible=visible,
        reading=visible.in_force.reading,
        jumlah=counts([each.temuan for each in visible.temuan]),
        main=visible.papers[0].nama if visible.papers else "",
        facts_only=visible.summary.facts_only,
        signed=visible.in_force.kesepakatan.printed_day,
        kept=_kept(visible.in_force.kesepakatan),
        attachments=attachments,
        became={one.name: what_became(workspace(), slug, one) for one in attachments},
        attachment_kinds=KIND_WORDS,
        ticks=TICKS,
        children=_children(slug),
        seals=office().seals(slug),
        letters=written_letters(slug),
        comments=open_comments(workspace(), slug),
        caption=lambda place: caption(place, numbers) or "Naskah",
        plain=lambda words: plain_words(words, numbers),
    )


def _kept(kesepakatan: Kesepakatan) -> list[tuple[str, tuple[str, ...]]]:
    """What the office keeps of it, with its words: "Perangkat daerah"."""
    return [
        (key.replace("_", " ").capitalize() if key.islower() else key, texts)
        for key, texts in kesepakatan.pencatatan.texts
    ]


def _children(slug: str) -> list[Summary]:
    """Agreements that name this one as their parent."""
    rows = board().kept(today()).rows
    return [row.summary for row in rows if row.summary.induk == slug]


@blueprint.post("/<slug>/induk")
@needed("penyusun")
def quote_induk(slug: str) -> ResponseReturnValue:
    """Put the facts of the parent that is named into the draft."""
    named = Isian.posted().text("induk", at_most=100)
    quote(office(), slug, named)
    board().touch(slug)
    flash("Induk dikutip.")
    return redirect(url_for(".page", slug=slug), 303)


@blueprint.post("/<slug>/segel")
@needed("pengesah")
def seal(slug: str) -> ResponseReturnValue:
    """Seal what is signed; what changed since it was sealed with a reason only."""
    isian = Isian.posted()
    reason = isian.text("alasan", at_most=500)
    is_anew = "ulang" in request.form
    sealed = seal_signed(office(), slug, today(), anew=is_anew, reason=reason)
    board().touch(slug)
    if sealed.accepted:
        flash(f"{', '.join(sealed.accepted)} {ACCEPTED}.")
    if sealed.files or not sealed.accepted:
        flash(f"Disegel: {', '.join(sealed.files) or 'tidak ada yang belum disegel'}.")
    return redirect(url_for(".page", slug=slug), 303)


@blueprint.get("/<slug>/berlaku")
def in_force(slug: str) -> ResponseReturnValue:
    """The text in force on a chosen day."""
    riwayat = office().riwayat(slug)
    per, isian = _day()
    konsep = bool(request.args.get("konsep"))
    check_signed_by(riwayat, per)
    check_sealed(office(), slug, "naskah yang berlaku tidak ditampilkan")
    return render_template(
        "berlaku.html",
        slug=slug,
        reading=riwayat.origin.reading,
        per=per,
        isian=isian,
        konsep=konsep,
        applied=riwayat.applied(per, konsep=konsep),
        has_konsep=any(adendum.adendum.konsep for adendum in riwayat.adendum),
        konsolidasi=KONSOLIDASI,
    )


@blueprint.get("/<slug>/naskah/<document>.<suffix>")
def naskah(slug: str, document: str, suffix: str) -> ResponseReturnValue:
    """One paper: HTML to look at in a frame, the others to download."""
    if document == KONSOLIDASI:
        per, isian = _day()
        if not isian.valid:
            abort(404)
        konsep = bool(request.args.get("konsep"))
        content = make_konsolidasi(office(), slug, per, suffix, konsep=konsep)
    else:
        content = make_paper(office(), slug, document, suffix, today())
    if suffix == "html":
        return naskah_page(content)
    return file_answer(content, f"{slug}-{document}.{suffix}")


def _day() -> tuple[date, Isian]:
    """The day asked for, today where none is; and what is wrong with it."""
    isian = Isian({"per": request.args.get("per", "")})
    return isian.day("per") or today(), isian
