"""The editor of a signed text: it is typed as it should read, what that amends is made."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.adendum import PlannedAdendum, ended_words
from notakesepakatan.bureau.adendum_request import Request
from notakesepakatan.bureau.force import Force, WrongForce, force_of
from notakesepakatan.bureau.konsep import composer
from notakesepakatan.bureau.perubahan import (
    ChangeReview,
    has_draft,
    make_change,
    perubahan_side_draft,
    review_change,
)
from notakesepakatan.bureau.side_draft import OtherWindow, SideDraft, SideDraftFile
from notakesepakatan.compose.adendum.papers import (
    compose_adendum,
    compose_sandingan,
)
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compute.editing.commands import Command
from notakesepakatan.compute.editing.edits import Data
from notakesepakatan.web.context import board, office, today, user, workspace
from notakesepakatan.web.editor.page import Editor, add_views
from notakesepakatan.web.editor.sent import Button, Sent
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.guard.requests import naskah_page, needed
from notakesepakatan.workspace import ChangedMeanwhile
from notakesepakatan.write.html import write_html

blueprint = Blueprint("perubahan", __name__, url_prefix="/kesepakatan/<slug>/ubah")
LABELS = {
    "jenis": "Jenis perubahan",
    "bentuk": "Bentuk naskah adendum",
    "alasan": "Alasan",
    "berlaku": "Mulai berlaku",
}
FORMS = {
    "pasal": "Pasal I dan Pasal II, seperti undang-undang",
    "kontrak": "Hanya bagian yang berubah: semula dan menjadi",
    "tabel": "Tabel No, Ketentuan, Semula, Menjadi",
}
_UNREADABLE = "Naskah belum dapat dibaca; perbaiki dahulu."


class PerubahanEditor(Editor[ChangeReview]):
    """The editor of a signed text."""

    is_konsep = False
    temuan_template = "_perubahan.html"
    sheet_title = "Sandingan semula dan menjadi"

    def side(self, slug: str) -> SideDraftFile:
        return perubahan_side_draft(workspace(), slug, user().nama)

    def review(self, slug: str, data: Data) -> ChangeReview:
        return review_change(office(), slug, data, Request(kept=True))

    def sheet(self, review: ChangeReview) -> bytes:
        """Old and new text side by side; the text itself while nothing is changed."""
        if review.plan:
            return _sandingan(review.plan)
        if review.loaded is None:
            return b""
        return write_html(compose_kesepakatan(composer(workspace()), review.loaded))

    def former(self, draft: SideDraft) -> Data | None:
        return draft.base

    def press(self, side: SideDraftFile, draft: SideDraft, button: Button) -> SideDraft:
        """What is typed is kept already; checking it is another page."""
        if button not in (Button.SAVE, Button.CHECK):
            raise LookupError(button)
        return draft

    def next_url(self, slug: str, action: Button | Command) -> str:
        return self.conflict_url(slug) if action is Button.CHECK else ""

    def conflict_url(self, slug: str) -> str:
        return url_for("perubahan.check", slug=slug)

    def other_window(self, slug: str, sent: Sent, conflict: OtherWindow) -> str:
        return self.render(slug, conflict.now, str(conflict))

    def temuan_names(self, review: ChangeReview) -> dict[str, Any]:
        return {"review": review}

    def page_names(self, slug: str) -> dict[str, Any]:
        ended = ended_words(office(), slug, today())
        return {"has_draft": has_draft(workspace(), slug), "ended": ended}


_editor = PerubahanEditor()
add_views(blueprint, _editor)


@blueprint.post("/ulang")
@needed("penyusun")
def again(slug: str) -> ResponseReturnValue:
    """Begin anew from the text as it is now; what was typed goes along, or is let go."""
    side = _editor.side(slug)
    if "gabung" in request.form:
        side.merge()
        flash("Ketikan Anda digabungkan ke naskah yang berlaku. Periksa lagi.")
    else:
        side.discard()
        flash("Ketikan Anda dibuang.")
    return redirect(url_for(".page", slug=slug), 303)


@blueprint.get("/periksa")
@needed("penyusun")
def check(slug: str) -> ResponseReturnValue:
    """What is amended, in what form, and the papers of it."""
    return _check_page(slug, Isian({"jenis": "adendum"}))


@blueprint.post("/naskah")
@needed("penyusun")
def naskah(slug: str) -> ResponseReturnValue:
    """The adendum or the sandingan as it would be, for a frame; nothing is written."""
    isian = Isian.posted()
    data = _editor.side(slug).open().data
    review = review_change(office(), slug, data, _wanted(isian))
    if review.plan is None:
        isian.add("", review.sebab or _UNREADABLE)
        return render_template("bingkai.html", isian=isian, label=LABELS), 422
    if "sandingan" in request.form:
        return naskah_page(_sandingan(review.plan))
    return naskah_page(_adendum(review.plan))


@blueprint.post("/buat")
@needed("penyusun")
def make(slug: str) -> ResponseReturnValue:
    """Make the adendum or the correction, as a draft to be signed."""
    isian = Isian.posted()
    wanted = _wanted(isian)
    if not isian.valid:
        return _check_page(slug, isian), 422
    try:
        made = make_change(_editor.side(slug), isian.text("tanda"), wanted)
    except ChangedMeanwhile as conflict:
        isian.add("", str(conflict))
        return _check_page(slug, isian), 409
    plan = made.plan
    if plan is None:
        isian.add("", made.sebab or _UNREADABLE)
        return _check_page(slug, isian), 422
    board().touch(slug)
    many = len(plan.perubahan)
    done = f"Konsep {plan.adendum.name} dibuat: {many} perubahan."
    flash(" ".join((done, *plan.peringatan)))
    return redirect(url_for("kesepakatan.page", slug=slug), 303)


def _wanted(isian: Isian) -> Request:
    """What the form asks for."""
    lines = map(str.strip, isian.text("alasan", row_counts=True).split("\n"))
    kind = isian.choice("jenis", ("adendum", "perbaikan"), required=True)
    return Request(
        force=_force(isian),
        perbaikan=kind == "perbaikan",
        kept=bool(isian.text("tetap")),
        signed_anew=bool(isian.text("tetap")),
        alasan=tuple(filter(None, lines)),
        retroactive=bool(isian.text("surut")),
        replace=bool(isian.text("ganti")),
        bentuk=isian.choice("bentuk", tuple(FORMS)),
        rujukan_follow=bool(isian.text("rujukan")),
    )


def _force(isian: Isian) -> Force | None:
    """From when it is in force, as typed; what cannot be read is a fault of its field."""
    try:
        return force_of(isian.text("berlaku"))
    except WrongForce as cause:
        isian.add("berlaku", f"{cause}")
        return None


def _sandingan(plan: PlannedAdendum) -> bytes:
    return write_html(compose_sandingan(composer(workspace()), plan.adendum))


def _adendum(plan: PlannedAdendum) -> bytes:
    composed = compose_adendum(composer(workspace()), plan.adendum, plan.previous)
    return write_html(composed)


def _check_page(slug: str, isian: Isian) -> str:
    draft = _editor.side(slug).open()
    review = _editor.review(slug, draft.data)
    return render_template(
        "perubahan_periksa.html",
        slug=slug,
        draft=draft,
        isian=isian,
        label=LABELS,
        forms=tuple(FORMS.items()),
        reading=office().riwayat(slug).origin.reading,
        **_editor.shown(draft, review).temuan_names(),
        **_editor.temuan_names(review),
        **_editor.page_names(slug),
    )
