"""The editor of a draft: its form, the page as it will print, the file it is saved to."""

from collections.abc import Sequence

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.field_temuan import FieldTemuan
from notakesepakatan.bureau.konsep import (
    Review,
    Versions,
    compare_versions,
    konsep_side_draft,
    review,
    save_konsep,
)
from notakesepakatan.bureau.side_draft import OtherWindow, SideDraft, SideDraftFile
from notakesepakatan.bureau.versions import with_names
from notakesepakatan.compute.editing.commands import Command
from notakesepakatan.compute.editing.edits import Data
from notakesepakatan.place import DataPath, Place
from notakesepakatan.web.context import board, user, workspace
from notakesepakatan.web.editor.page import Editor, add_views
from notakesepakatan.web.editor.places import caption, item_numbers
from notakesepakatan.web.editor.sent import Button, Sent
from notakesepakatan.web.editor.shown import TwoVersions, both_versions
from notakesepakatan.web.guard.requests import needed

blueprint = Blueprint("sunting", __name__, url_prefix="/kesepakatan/<slug>/sunting")
_SCREEN = b"""<style>@media screen {
html { background: #e4e4df } html body { padding: 10px; max-width: 297mm }
section { background: #fff; padding: 14mm 13mm; margin: 0 auto 10px; \
box-shadow: 0 1px 4px #0004; max-width: 210mm }
section.lampiran { max-width: none; padding: 10mm } .di-sini { background: #fff3bf }
section.lampiran:has(col:nth-child(6)) { min-width: 257mm }
} @media screen and (max-width: 720px) { html { zoom: .8 } } \
@media screen and (max-width: 440px) { html { zoom: .55 } }
</style></head>"""
"""How the sheet lies on a screen; paper knows nothing of it."""


class KonsepEditor(Editor[Review]):
    """The editor of a draft."""

    is_konsep = True
    temuan_template = "_temuan_konsep.html"
    sheet_title = "Naskah sebagaimana akan tercetak"

    def side(self, slug: str) -> SideDraftFile:
        return konsep_side_draft(workspace(), slug, user().nama)

    def review(self, slug: str, data: Data) -> Review:
        return review(workspace(), slug, data)

    def sheet(self, review: Review) -> bytes:
        return review.html

    def on_screen(self, sheet: bytes) -> bytes:
        return sheet.replace(b"</head>", _SCREEN, 1)

    def fixable(self, slug: str, data: Data) -> Sequence[FieldTemuan]:
        return self.review(slug, data).temuan

    def datum(self, review: Review, path: DataPath) -> str:
        return review.datum(path)

    def press(self, side: SideDraftFile, draft: SideDraft, button: Button) -> SideDraft:
        if button is Button.DISCARD:
            return side.discard()
        if button is not Button.SAVE:
            raise LookupError(button)
        saved = save_konsep(side, draft.stamp)
        if saved.before != saved.after:
            board().touch(side.slug)
        return side.open()

    def said(self, action: Button | Command) -> str:
        return "Tersimpan." if action is Button.SAVE else ""

    def conflict_url(self, slug: str) -> str:
        return url_for("sunting.compare", slug=slug)

    def other_window(self, slug: str, sent: Sent, conflict: OtherWindow) -> str:
        versions = both_versions(conflict.now.data, sent.texts)
        return render_template(
            "konflik_konsep.html",
            slug=slug,
            versions=versions,
            file_hash=None,
            is_past=True,
        )


_editor = KonsepEditor()
add_views(blueprint, _editor)


@blueprint.get("/bandingkan")
@needed("penyusun")
def compare(slug: str) -> ResponseReturnValue:
    """The file as it is now beside what was typed, and what to do."""
    side = _editor.side(slug)
    compared = compare_versions(side)
    draft = side.open()
    numbers = item_numbers(draft.data)
    versions = []
    for path, theirs, mine in compared.differences:
        name = Place(path).field
        place = caption(Place.of_field(name), numbers)
        changed_by = _changed_by(compared, path)
        now, typed = with_names(theirs), with_names(mine)
        versions.append(TwoVersions(place, name, now, typed, changed_by))
    is_past = draft.base_hash != compared.file_hash
    html = render_template(
        "konflik_konsep.html",
        slug=slug,
        versions=versions,
        file_hash=compared.file_hash,
        is_past=is_past,
    )
    return html, 409 if is_past else 200


def _changed_by(compared: Versions, path: DataPath) -> str:
    """Who changed a place since the owner of the side draft opened it."""
    written, typed = compared.is_written(path), compared.is_typed(path)
    if written and typed:
        return "keduanya"
    return "orang lain" if written else "Anda" if typed else ""


@blueprint.post("/bandingkan")
@needed("penyusun")
def decide(slug: str) -> ResponseReturnValue:
    """What its owner decided: what was typed is put on the file as it is now, or let go."""
    side = _editor.side(slug)
    if request.form.get("tindakan") == "gabung":
        side.merge(request.form.get("jejak", ""))
        flash("Ketikan Anda digabungkan ke versi tersimpan. Periksa, lalu simpan.")
    else:
        side.discard()
        flash("Ketikan Anda dibuang; ini versi yang tersimpan.")
    return redirect(url_for("sunting.page", slug=slug), 303)
