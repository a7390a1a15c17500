"""Change of a signed agreement: the text is edited as it should read; what that amends is shown, and made."""

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

from notakesepakatan.bureau.adendum import PlannedAdendum, Request
from notakesepakatan.bureau.konsep import OtherWindow, SideDraft, composer
from notakesepakatan.bureau.perubahan import (
    ChangeReview,
    has_draft,
    make_change,
    open_change,
    renew_change,
    review_change,
    type_change,
)
from notakesepakatan.compose.adendum.papers import (
    compose_adendum,
    compose_sandingan,
    name_of,
)
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compute.editing.edits import read_text
from notakesepakatan.web.context import office, user, workspace
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
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.guard.requests import naskah_page, needed, record_trail
from notakesepakatan.workspace import ChangedMeanwhile
from notakesepakatan.write.html import write_html

blueprint = Blueprint("perubahan", __name__, url_prefix="/kesepakatan/<slug>/ubah")
LABEL = {"jenis": "Bentuk perubahan", "alasan": "Alasan"}


@blueprint.get("")
@needed("penyusun")
def page(slug: str) -> ResponseReturnValue:
    """The text to be edited, and beside it what is amended."""
    return _page(slug, open_change(workspace(), slug, user().nama))


@blueprint.get("/pratinjau")
@needed("penyusun")
def preview(slug: str) -> Response:
    """Old and new text side by side; the text itself while nothing is changed."""
    return naskah_page(
        _sheet(_review(slug, open_change(workspace(), slug, user().nama))) or _EMPTY
    )


_EMPTY = b'<!DOCTYPE html><html lang="id"><head><title>Sandingan</title></head><body></body></html>'


@blueprint.post("/ketik")
@needed("penyusun")
def type_(slug: str) -> ResponseReturnValue:
    """What was typed since the last time and perhaps something to do, from the page's script."""
    sent = read_typed()
    galat: list[str] = []
    try:
        now, focus = _do(slug, sent)
    except OtherWindow as cause:
        return jsonify(
            galat=[str(cause)], beda=both_versions(cause.now.data, sent.isian)
        ), 409
    except Impossible as cause:  # what was typed is kept all the same
        galat, now, focus = (
            [str(cause)],
            open_change(workspace(), slug, user().nama),
            "",
        )
    if sent.tindakan == "periksa" and not galat:
        return jsonify(tanda=now.tanda, ke=url_for(".check", slug=slug))
    review = _review(slug, now)
    sheet = _sheet(review)
    jawaban = {
        "galat": galat,
        "tanda": now.tanda,
        "berubah": now.data != now.awal,
        "datum": "",
        "ruas": by_field(now.data, review.temuan, now.awal),
        "temuan": render_template(
            "_perubahan.html",
            t=review,
            **finding_names(now.data, review.temuan, now.awal),
        ),
        "naskah": body_of(sheet),
    }
    if sent.tindakan and not galat:
        content = render_template(
            "_formulir_konsep.html",
            **form_names(now.data, review.temuan, review.loaded, now.awal),
        )
        jawaban |= {"formulir": content, "fokus": focus}
    return jsonify(jawaban), 422 if galat else 200


@blueprint.post("")
@needed("penyusun")
def send(slug: str) -> ResponseReturnValue:
    """The whole form, where no script runs."""
    sent = read_form()
    try:
        focus = _do(slug, sent)[1]
    except (OtherWindow, Impossible) as cause:
        code = 409 if isinstance(cause, OtherWindow) else 422
        return _page(
            slug, open_change(workspace(), slug, user().nama), str(cause)
        ), code
    if sent.tindakan == "periksa":
        return redirect(url_for(".check", slug=slug), 303)
    return redirect(
        url_for(".page", slug=slug) + (f"#ruas-{focus}" if focus else ""), 303
    )


@blueprint.post("/ulang")
@needed("penyusun")
def again(slug: str) -> ResponseReturnValue:
    """Begin anew from the text as it is now; what was typed goes along, or is let go."""
    merge = "gabung" in request.form
    renew_change(workspace(), slug, user().nama, merging=merge)
    flash(
        "Ketikan Anda digabungkan ke naskah yang berlaku. Periksa lagi."
        if merge
        else "Ketikan Anda dibuang."
    )
    return redirect(url_for(".page", slug=slug), 303)


@blueprint.get("/periksa")
@needed("penyusun")
def check(slug: str) -> ResponseReturnValue:
    """What is amended, in what form, and the papers of it."""
    return _check(slug, Isian({"jenis": "adendum"}))


@blueprint.post("/naskah")
@needed("penyusun")
def naskah(slug: str) -> ResponseReturnValue:
    """The adendum or the sandingan as it would be, for a frame; nothing is written."""
    isian = Isian.posted()
    result = review_change(
        workspace(),
        slug,
        open_change(workspace(), slug, user().nama).data,
        _wanted(isian),
    )
    if result.rencana is None:
        isian.add("", result.sebab or "Naskah belum dapat dibaca; perbaiki dahulu.")
        return render_template("bingkai.html", isian=isian, label=LABEL), 422
    if "sandingan" in request.form:
        return naskah_page(_comparison(result.rencana))
    return naskah_page(
        write_html(
            compose_adendum(
                composer(workspace()), result.rencana.adendum, result.rencana.previous
            )
        )
    )


@blueprint.post("/buat")
@needed("penyusun")
def make(slug: str) -> ResponseReturnValue:
    """Make the adendum or the correction, as a draft to be signed."""
    isian = Isian.posted()
    request = _wanted(isian)
    try:
        if not isian.valid:
            return _check(slug, isian), 422
        result = make_change(
            workspace(), slug, user().nama, isian.text("tanda"), request
        )
    except ChangedMeanwhile as cause:
        isian.add("", str(cause))
        return _check(slug, isian), 409
    if result.rencana is None:
        isian.add("", result.sebab or "Naskah belum dapat dibaca; perbaiki dahulu.")
        return _check(slug, isian), 422
    plan = result.rencana
    record_trail(
        "membuat konsep adendum", slug, plan.file, "", workspace().file_hash(plan.file)
    )
    flash(
        " ".join(
            (
                f"Konsep {name_of(plan.adendum)} dibuat: {len(plan.perubahan)} perubahan.",
                *plan.peringatan,
            )
        )
    )
    return redirect(url_for("kesepakatan.page", slug=slug), 303)


def _do(slug: str, sent: Sent) -> tuple[SideDraft, str]:
    """Put what was typed into the side text, then do what was asked; gives the text and the field to go to."""
    who, what, focus = user().nama, sent.tindakan.partition(" ")[0], list[str]()
    try:
        now = type_change(
            workspace(), slug, who, sent.tanda, lambda data: put_typed(data, sent.isian)
        )
        if what == "urung":
            now = type_change(
                workspace(),
                slug,
                who,
                now.tanda,
                lambda data: data if now.past is None else now.past,
                remember=True,
            )
        elif what not in ("", "simpan", "periksa"):
            change = lambda data: act(data, sent, focus, lambda _: ())  # noqa: E731 - named for the line below
            now = type_change(workspace(), slug, who, now.tanda, change, remember=True)
    except (LookupError, ValueError):
        raise Impossible from None
    return now, "".join(focus)


def _wanted(isian: Isian) -> Request:
    reason = tuple(
        line
        for one in isian.text("alasan", row_counts=True).split("\n")
        if (line := one.strip())
    )
    kind = isian.choice("jenis", ("adendum", "perbaikan"), required=True)
    kept, retroactive, replace = (
        bool(isian.text(name)) for name in ("tetap", "surut", "ganti")
    )
    return Request(kind == "perbaikan", kept, reason, retroactive, replace)


def _review(slug: str, now: SideDraft) -> ChangeReview:
    return review_change(workspace(), slug, now.data, Request(kept=True))


def _sheet(review: ChangeReview) -> bytes:
    if review.rencana:
        return _comparison(review.rencana)
    return (
        write_html(compose_kesepakatan(composer(workspace()), review.loaded))
        if review.loaded
        else b""
    )


def _comparison(plan: PlannedAdendum) -> bytes:
    return write_html(compose_sandingan(composer(workspace()), plan.adendum))


def _page(slug: str, now: SideDraft, message: str = "") -> str:
    review = _review(slug, now)
    return render_template(
        "perubahan.html",
        slug=slug,
        now=now,
        message=message,
        judul=read_text(now.data, ("judul",)),
        t=review,
        ada_konsep=has_draft(workspace(), slug),
        **form_names(now.data, review.temuan, review.loaded, now.awal),
        **finding_names(now.data, review.temuan, now.awal),
    )


def _check(slug: str, isian: Isian) -> str:
    now = open_change(workspace(), slug, user().nama)
    return render_template(
        "perubahan_periksa.html",
        slug=slug,
        now=now,
        isian=isian,
        label=LABEL,
        t=_review(slug, now),
        k=office().riwayat(slug).origin.reading,
        ada_konsep=has_draft(workspace(), slug),
        **finding_names(now.data, _review(slug, now).temuan, now.awal),
    )
