"""The editor of a draft: its form, the page as it will print, findings beside their fields."""

from typing import Any

from flask import (
    Blueprint,
    Response,
    flash,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.konsep import (
    NotValidYet,
    OtherWindow,
    SideDraft,
    both,
    change,
    discard,
    open_draft,
    rebase,
    review,
    save_draft,
    undo,
)
from notakesepakatan.compute.editing.edits import read_text
from notakesepakatan.compute.editing.merge import merge
from notakesepakatan.place import Place
from notakesepakatan.web.context import user, workspace
from notakesepakatan.web.editor.places import caption, item_numbers
from notakesepakatan.web.editor.typing import (
    Impossible,
    Sent,
    act,
    body_of,
    both_versions,
    by_field,
    finding_names,
    form_names,
    put_typed,
    read_form,
    read_typed,
)
from notakesepakatan.web.guard.requests import naskah_page, needed, record_trail
from notakesepakatan.workspace import ChangedMeanwhile

blueprint = Blueprint("sunting", __name__, url_prefix="/kesepakatan/<slug>/sunting")
_SCREEN = """<style>@media screen {
html { background: #e4e4df } html body { padding: 10px; max-width: 297mm }
section { background: #fff; padding: 14mm 13mm; margin: 0 auto 10px; box-shadow: 0 1px 4px #0004; max-width: 210mm }
section.lampiran { max-width: none; padding: 10mm } .di-sini { background: #fff3bf }
section.lampiran:has(col:nth-child(6)) { min-width: 257mm }
} @media screen and (max-width: 720px) { html { zoom: .8 } } @media screen and (max-width: 440px) { html { zoom: .55 } }
</style></head>"""
"""How the sheet lies on a screen; paper knows nothing of it."""


@blueprint.get("")
@needed("penyusun")
def page(slug: str) -> ResponseReturnValue:
    """The editor."""
    now = open_draft(workspace(), slug, user().nama)
    return _page(slug, now)


@blueprint.get("/pratinjau")
@needed("penyusun")
def preview(slug: str) -> Response:
    """The page as it will print, for the frame beside the form."""
    review_ = review(workspace(), slug, open_draft(workspace(), slug, user().nama).data)
    return naskah_page(review_.html.replace(b"</head>", _SCREEN.encode(), 1) or _EMPTY)


_EMPTY = b'<!DOCTYPE html><html lang="id"><head><title>Pratinjau</title></head><body></body></html>'


@blueprint.post("/ketik")
@needed("penyusun")
def type_(slug: str) -> ResponseReturnValue:
    """What was typed since the last time and perhaps something to do, from the page's script."""
    sent = read_typed()
    galat: list[str] = []
    action = sent.tindakan
    try:
        now, focus = _do(slug, sent)
    except OtherWindow as cause:
        return jsonify(
            galat=[str(cause)], beda=both_versions(cause.now.data, sent.isian)
        ), 409
    except (
        NotValidYet,
        Impossible,
    ) as cause:  # what was typed is in the side draft all the same
        galat, now, focus, action = (
            [str(cause)],
            open_draft(workspace(), slug, user().nama),
            "",
            "",
        )
    except ChangedMeanwhile as cause:
        return jsonify(
            galat=[str(cause)], ke=url_for("sunting.compare", slug=slug)
        ), 409
    review_ = review(workspace(), slug, now.data)
    jawaban: dict[str, Any] = {
        "galat": galat,
        "tanda": now.tanda,
        "berubah": now.data != now.awal,
        "temuan": render_template(
            "_temuan_konsep.html", **finding_names(now.data, review_.temuan)
        ),
        "ruas": by_field(now.data, review_.temuan),
        "naskah": body_of(review_.html),
        "datum": review_.datum(
            Place.of_field(sent.letak.ruas if sent.letak else "").path
        ),
    }
    if action and action != "simpan":
        jawaban |= {
            "formulir": render_template(
                "_formulir_konsep.html",
                **form_names(now.data, review_.temuan, review_.loaded),
            ),
            "fokus": focus,
        }
    return jsonify(jawaban), 422 if galat else 200


@blueprint.post("")
@needed("penyusun")
def send(slug: str) -> ResponseReturnValue:
    """The whole form, where no script runs."""
    sent = read_form()
    try:
        focus = _do(slug, sent)[1]
    except OtherWindow as cause:
        difference = both_versions(cause.now.data, sent.isian)
        return render_template(
            "konflik_konsep.html",
            slug=slug,
            difference=difference,
            trail=None,
            past=True,
        ), 409
    except (NotValidYet, Impossible) as cause:
        return _page(slug, open_draft(workspace(), slug, user().nama), str(cause)), 422
    except ChangedMeanwhile:
        return redirect(url_for("sunting.compare", slug=slug), 303)
    if sent.tindakan == "simpan":
        flash("Tersimpan.")
    return redirect(
        url_for("sunting.page", slug=slug) + (f"#ruas-{focus}" if focus else ""), 303
    )


@blueprint.get("/bandingkan")
@needed("penyusun")
def compare(slug: str) -> ResponseReturnValue:
    """The file as it is now beside what was typed, and what to do."""
    trail, items = both(workspace(), slug, user().nama)
    now = open_draft(workspace(), slug, user().nama)
    nomor = item_numbers(now.data)
    difference = [
        {"tempat": caption(place, nomor), "ruas": place.field, "kini": a, "ketikan": b}
        for place, a, b in items
    ]
    past = now.trail != trail
    return render_template(
        "konflik_konsep.html", slug=slug, difference=difference, trail=trail, past=past
    ), 409 if past else 200


@blueprint.post("/bandingkan")
@needed("penyusun")
def decide(slug: str) -> ResponseReturnValue:
    """What its owner decided: put the typed changes on the file as it is now, or let go of them."""
    if request.form.get("tindakan") == "gabung":
        rebase(workspace(), slug, user().nama, request.form.get("jejak", ""), merge)
        flash("Ketikan Anda digabungkan ke versi tersimpan. Periksa, lalu simpan.")
    else:
        discard(workspace(), slug, user().nama)
        flash("Ketikan Anda dibuang; ini versi yang tersimpan.")
    return redirect(url_for("sunting.page", slug=slug), 303)


def _do(slug: str, sent: Sent) -> tuple[SideDraft, str]:
    """Put what was typed into the side draft, then do what was asked; gives the draft and the field to go to."""
    who, what = user().nama, sent.tindakan.partition(" ")[0]
    try:
        now = change(
            workspace(), slug, who, sent.tanda, lambda data: put_typed(data, sent.isian)
        )
        if what == "simpan":
            before, after = save_draft(workspace(), slug, who, now.tanda)
            if before != after:
                record_trail(
                    "menyimpan konsep", slug, workspace().file(slug), before, after
                )
        elif what == "buang":
            discard(workspace(), slug, who)
        elif what == "urung":
            return undo(workspace(), slug, who, now.tanda), ""
        elif what:
            focus: list[str] = []
            now = change(
                workspace(),
                slug,
                who,
                now.tanda,
                lambda data: act(
                    data, sent, focus, lambda now: review(workspace(), slug, now).temuan
                ),
                remember=True,
            )
            return now, "".join(focus)
        else:
            return now, ""
    except (LookupError, ValueError):
        raise Impossible from None
    return open_draft(workspace(), slug, who), ""


def _page(slug: str, now: SideDraft, message: str = "") -> str:
    review_ = review(workspace(), slug, now.data)
    return render_template(
        "sunting.html",
        slug=slug,
        now=now,
        message=message,
        judul=read_text(now.data, ("judul",)),
        **form_names(now.data, review_.temuan, review_.loaded),
        **finding_names(now.data, review_.temuan),
    )
