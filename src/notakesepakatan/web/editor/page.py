"""The page of an editor, of a draft or a signed text: what is sent in, what is shown out.

What is typed goes into a side draft; then what was asked is done to it; then the page
shows the text, its findings, and the sheet that it makes.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from flask import (
    Blueprint,
    Response,
    flash,
    jsonify,
    redirect,
    render_template,
    url_for,
)
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.field_temuan import FieldTemuan
from notakesepakatan.bureau.konsep import NotValidYet, composer
from notakesepakatan.bureau.side_draft import (
    Changed,
    OtherWindow,
    SideDraft,
    SideDraftFile,
)
from notakesepakatan.bureau.typed import read_typed
from notakesepakatan.compute.editing.commands import Command
from notakesepakatan.compute.editing.edits import Data, read_text
from notakesepakatan.compute.editing.grid import program_path
from notakesepakatan.compute.editing.paragraphs import fill_blanks
from notakesepakatan.compute.editing.plan_columns import UnsureColumns
from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.errors import NotaError
from notakesepakatan.load.foreign.bounds import Refused
from notakesepakatan.load.grammar.pasted import read_pasted
from notakesepakatan.load.instrumen import load_instrumen
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.place import DataPath, Place
from notakesepakatan.web.context import workspace
from notakesepakatan.web.editor.comments import comments_json, take_comment
from notakesepakatan.web.editor.fields import Choice
from notakesepakatan.web.editor.places import caption, item_numbers
from notakesepakatan.web.editor.sent import (
    Button,
    Sent,
    read_form,
    read_pasted_text,
    read_script,
)
from notakesepakatan.web.editor.sheet import SheetText, frame_of, line_json
from notakesepakatan.web.editor.shown import Shown, body_of, both_versions
from notakesepakatan.web.guard.requests import naskah_page, needed
from notakesepakatan.workspace import ChangedMeanwhile


class Impossible(NotaError):
    """Something was asked of a part that is not there, or that cannot be done to it."""

    def __init__(self) -> None:
        super().__init__(
            "Tidak dapat dilakukan di sana. Letakkan kursor di tempat yang dimaksud, "
            "atau muat ulang halaman ini."
        )


class AskColumns(Impossible):
    """A table was pasted of which nobody knows what its columns hold."""

    def __init__(self) -> None:
        NotaError.__init__(
            self,
            "Belum ditempel: tidak jelas apa isi setiap kolom tabel itu. Salin isinya "
            "saja, tanpa kepala tabel dan kolom No, dalam urutan kolom yang sama; atau, "
            'pada konsep, pakailah "Tempel tabel utuh" di bawah tabelnya.',
        )


class Reviewed(Protocol):
    """What every review of typed data says."""

    @property
    def temuan(self) -> tuple[FieldTemuan, ...]:
        """What is wrong."""

    @property
    def loaded(self) -> Loaded | None:
        """The agreement as far as it reads."""


R = TypeVar("R", bound=Reviewed)
_NO_PLAN = "Naskah ini belum mempunyai Rencana Kerja; tambahkan dahulu pada Lampiran."
BLANK = "…"
"""What a paragraph that is still empty is read as, so that the others read."""


class Editor(ABC, Generic[R]):
    """The views of an editor; what differs between editors is asked of their own class."""

    is_konsep: ClassVar[bool]
    """Whether it edits a draft; else it amends a signed text."""
    temuan_template: ClassVar[str]
    sheet_title: ClassVar[str]
    """What the sheet beside the form shows."""

    @abstractmethod
    def side(self, slug: str) -> SideDraftFile:
        """The side draft of whoever sends this request."""

    @abstractmethod
    def review(self, slug: str, data: Data) -> R:
        """What the data come to."""

    @abstractmethod
    def sheet(self, review: R) -> bytes:
        """The sheet beside the form; empty where none can be composed."""

    @abstractmethod
    def press(self, side: SideDraftFile, draft: SideDraft, button: Button) -> SideDraft:
        """Do what a button of this editor alone asks.

        Raises:
            LookupError: it has no such button.
        """

    @abstractmethod
    def conflict_url(self, slug: str) -> str:
        """The page that shows the file as it is now, and what to do."""

    @abstractmethod
    def other_window(self, slug: str, sent: Sent, conflict: OtherWindow) -> str:
        """The page for who goes on in an older window, where no script runs."""

    def next_url(self, slug: str, action: Button | Command) -> str:
        """Where an action leads; empty where it stays on the page."""
        return ""

    def said(self, action: Button | Command) -> str:
        """What is said of an action done where no script runs; empty where nothing is."""
        return ""

    def former(self, draft: SideDraft) -> Data | None:
        """The text that the side draft amends; None where it replaces it."""
        return None

    def fixable(self, slug: str, data: Data) -> Sequence[FieldTemuan]:
        """Findings that the page offers to put right."""
        return ()

    def datum(self, review: R, path: DataPath) -> str:
        """Id in the sheet of what a field holds; empty where none is known."""
        return ""

    def temuan_names(self, review: R) -> dict[str, Any]:
        """What this editor's template of findings needs beside them."""
        return {}

    def page_names(self, slug: str) -> dict[str, Any]:
        """What this editor's head needs beside what every editor's has."""
        return {}

    def _head_names(self, slug: str, draft: SideDraft, message: str) -> dict[str, Any]:
        """What every page of this editor needs: its head, where things are sent."""
        return {
            "slug": slug,
            "draft": draft,
            "message": message,
            "judul": read_text(draft.data, ("judul",)),
            "is_konsep": self.is_konsep,
            "store": slug if self.is_konsep else f"ubah-{slug}",
            **self.page_names(slug),
        }

    def page(self, slug: str) -> ResponseReturnValue:
        """The form and the sheet."""
        draft = self.side(slug).open()
        return self.render(slug, draft)

    def preview(self, slug: str) -> Response:
        """The sheet, for the frame beside the form."""
        draft = self.side(slug).open()
        review = self.review(slug, draft.data)
        sheet = self.sheet(review)
        shown = self.on_screen(sheet)
        return naskah_page(shown or self._empty_sheet())

    def on_screen(self, sheet: bytes) -> bytes:
        """The sheet as it lies in the frame."""
        return sheet

    def _empty_sheet(self) -> bytes:
        head = f"<head><title>{self.sheet_title}</title></head>"
        return f'<!DOCTYPE html><html lang="id">{head}<body></body></html>'.encode()

    def typed(self, slug: str) -> ResponseReturnValue:
        """What was typed since the last time and perhaps something to do, from the script."""
        sent = read_script(partial(self.fixable, slug))
        side = self.side(slug)
        try:
            changed = self._carry_out(side, sent)
        except OtherWindow as conflict:
            versions = both_versions(conflict.now.data, sent.texts)
            shown = [each.json() for each in versions]
            return jsonify({"galat": [str(conflict)], "beda": shown}), 409
        except ChangedMeanwhile as conflict:
            return jsonify(galat=[str(conflict)], ke=self.conflict_url(slug)), 409
        except (
            NotValidYet,
            Impossible,
        ) as refusal:  # what was typed is kept all the same
            kept = Changed(side.open(), ())
            answer = self._answer(slug, kept, sent, redrawn=False)
            answer["galat"] = [str(refusal)]
            answer["tanya"] = isinstance(refusal, AskColumns)
            return jsonify(answer), 422
        if url := self.next_url(slug, sent.action):
            return jsonify(tanda=changed.draft.stamp, ke=url)
        redrawn = sent.action not in (Button.NONE, Button.SAVE)
        answer = self._answer(slug, changed, sent, redrawn=redrawn)
        return jsonify(answer)

    def send(self, slug: str) -> ResponseReturnValue:
        """The whole form, where no script runs."""
        sent = read_form(partial(self.fixable, slug))
        side = self.side(slug)
        try:
            changed = self._carry_out(side, sent)
        except OtherWindow as conflict:
            return self.other_window(slug, sent, conflict), 409
        except ChangedMeanwhile:
            return redirect(self.conflict_url(slug), 303)
        except (NotValidYet, Impossible) as refusal:
            return self.render(slug, side.open(), str(refusal)), 422
        if message := changed.words or self.said(sent.action):
            flash(message)
        anchor = f"#ruas-{Place(changed.focus).field}" if changed.focus else ""
        here = url_for(".page", slug=slug) + anchor
        return redirect(self.next_url(slug, sent.action) or here, 303)

    def _carry_out(self, side: SideDraftFile, sent: Sent) -> Changed:
        """Put what was typed into the side draft, then do what was asked.

        Raises:
            Impossible, NotValidYet, ChangedMeanwhile.
        """
        try:
            draft = self._typed_in(side, sent)
            if isinstance(sent.action, Command):
                return side.change(draft.stamp, sent.action)
            if sent.action in (Button.UNDO, Button.REDO):
                return _go_back_or_forth(side, draft, sent.action)
            return Changed(self._press(side, draft, sent.action), ())
        except UnsureColumns:
            raise AskColumns from None
        except (LookupError, ValueError):
            raise Impossible from None

    def _typed_in(self, side: SideDraftFile, sent: Sent) -> SideDraft:
        stamp = sent.stamp
        for command in sent.typing():
            draft = side.change(stamp, command).draft
            stamp = draft.stamp
        return draft

    def _press(
        self, side: SideDraftFile, draft: SideDraft, button: Button
    ) -> SideDraft:
        if button is Button.NONE:
            return draft
        return self.press(side, draft, button)

    def shown(self, draft: SideDraft, review: R) -> Shown:
        """A state of the side draft in the words of the page."""
        known = _known_instrumen()
        former = self.former(draft)
        return Shown(draft.data, review.temuan, review.loaded, former, known)

    def _answer(
        self, slug: str, changed: Changed, sent: Sent, *, redrawn: bool
    ) -> dict[str, Any]:
        """What the page's script shows; the whole form too where it is to be drawn anew."""
        draft = changed.draft
        review = self.review(slug, draft.data)
        shown = self.shown(draft, review)
        if sent.on_sheet:
            shown = self.sheet_shown(slug, draft, review)
        answer: dict[str, Any] = {
            "galat": [],
            "tanda": draft.stamp,
            "berubah": draft.is_typed,
            "kata": changed.words,
            "fokus": Place(changed.focus).field,
            **self._temuan_json(shown, review),
        }
        if sent.on_sheet:
            comments = comments_json(slug, draft.data)
            sheet = self._sheet_json(shown)
            return answer | sheet | {"digambar": redrawn, "komentar": comments}
        if sent.on_plan:
            rows = render_template("_rencana.html", **shown.plan_names())
            return answer | ({"rencana": rows} if redrawn else {})
        answer["naskah"] = body_of(self.sheet(review))
        answer["datum"] = self.datum(review, sent.cursor.field)
        if redrawn:
            names = shown.form_names() | {"slug": slug}
            form = render_template("_formulir_konsep.html", **names)
            answer["formulir"] = form
        return answer

    def sheet_shown(self, slug: str, draft: SideDraft, review: R) -> Shown:
        """A state for the sheet: an empty paragraph keeps the others from nothing."""
        if review.loaded is not None:
            return self.shown(draft, review)
        filled = fill_blanks(draft.data, BLANK)
        drawn = self.review(slug, filled)
        of_others = (
            t for t in drawn.temuan if BLANK not in read_text(filled, t.place.path)
        )
        temuan = dict.fromkeys((*review.temuan, *of_others))
        return replace(self.shown(draft, drawn), temuan=tuple(temuan))

    def _sheet_json(self, shown: Shown) -> dict[str, Any]:
        """What the sheet that one writes on is drawn of."""
        text = SheetText(shown.data, shown.former, shown.loaded)
        return {
            "teks": text.json(),
            "bingkai": _frame_json(shown.loaded),
            "rujukan": shown.rujukan_json(),
        }

    def write_on(self, slug: str) -> ResponseReturnValue:
        """The sheet that one writes on; its script asks for the findings once it is drawn."""
        draft = self.side(slug).open()
        loaded = read_typed(slug, draft.data)
        if loaded is None:
            filled = fill_blanks(draft.data, BLANK)
            loaded = read_typed(slug, filled)
        former = self.former(draft)
        shown = Shown(draft.data, (), loaded, former)
        state = self._sheet_json(shown)
        head = self._head_names(slug, draft, "")
        return render_template("lembar.html", state=state, **head)

    def plan(self, slug: str) -> ResponseReturnValue:
        """The Rencana Kerja as a sheet of cells; its script asks for the findings."""
        draft = self.side(slug).open()
        series = program_path(draft.data)
        if get_at(draft.data, series) is None:
            flash(_NO_PLAN)
            fields = url_for(".page", slug=slug)
            return redirect(f"{fields}#bagian-lampiran")
        former = self.former(draft)
        shown = Shown(draft.data, (), None, former)
        head = self._head_names(slug, draft, "")
        return render_template("rencana.html", **head, **shown.plan_names())

    def found(self, slug: str) -> ResponseReturnValue:
        """What is wrong with what is typed, for the sheet's script."""
        draft = self.side(slug).open()
        review = self.review(slug, draft.data)
        shown = self.sheet_shown(slug, draft, review)
        comments = {"komentar": comments_json(slug, draft.data)}
        found = self._temuan_json(shown, review)
        return jsonify({"tanda": draft.stamp, **comments, **found})

    def comment(self, slug: str) -> ResponseReturnValue:
        """A comment added, settled or opened again; all of them as they are then."""
        draft = self.side(slug).open()
        take_comment(slug)
        return jsonify({"komentar": comments_json(slug, draft.data)})

    def _temuan_json(self, shown: Shown, review: R) -> dict[str, Any]:
        """The findings, all of them as HTML and by the name of their field."""
        names = shown.temuan_names() | self.temuan_names(review)
        return {
            "temuan": render_template(self.temuan_template, **names),
            "ruas": shown.by_field_json(),
        }

    def pasted(self, slug: str) -> ResponseReturnValue:
        """The paragraphs of a piece of text that was pasted into the sheet."""
        try:
            lines = read_pasted(read_pasted_text())
        except Refused as cause:
            return jsonify(galat=[f"Tidak dapat ditempel: {cause}"]), 422
        return jsonify(baris=[line_json(line) for line in lines])

    def render(self, slug: str, draft: SideDraft, message: str = "") -> str:
        """The page itself, with a message where something was refused."""
        review = self.review(slug, draft.data)
        shown = self.shown(draft, review)
        return render_template(
            "dua_sisi.html",
            sheet_title=self.sheet_title,
            temuan_template=self.temuan_template,
            **shown.form_names(),
            **shown.temuan_names(),
            **self.temuan_names(review),
            **self._head_names(slug, draft, message),
        )


def _frame_json(loaded: Loaded | None) -> dict[str, Any] | None:
    """What is drawn around the paragraphs; None where the text does not read."""
    if loaded is None:
        return None
    used = composer(workspace())
    frame = frame_of(used, loaded)
    return frame.json()


def _known_instrumen() -> list[Choice]:
    """The instruments that may be chosen."""
    known = load_instrumen(workspace().root)
    return [(name, f"{name}: {each.nama}") for name, each in known.items()]


def _go_back_or_forth(side: SideDraftFile, draft: SideDraft, button: Button) -> Changed:
    """Undo the last step or do the last undone one again, and say what it was."""
    is_back = button is Button.UNDO
    reverted = (side.undo if is_back else side.redo)(draft.stamp)
    step = reverted.step
    if step is None:
        nothing = "diurungkan" if is_back else "diulangi"
        return Changed(reverted.draft, (), f"Tidak ada lagi yang dapat {nothing}.")
    numbers = item_numbers(reverted.draft.data)
    done = "Diurungkan" if is_back else "Diulangi"
    words = f"{done}: {step.deed} {caption(Place(step.place), numbers)}."
    return Changed(reverted.draft, step.place, words)


def add_views(blueprint: Blueprint, editor: Editor[R]) -> None:
    """Put the views that every editor has on its blueprint."""
    views = (
        ("GET", "", "page", editor.page),
        ("POST", "", "send", editor.send),
        ("GET", "/pratinjau", "preview", editor.preview),
        ("POST", "/ketik", "typed", editor.typed),
        ("GET", "/halaman", "write_on", editor.write_on),
        ("GET", "/rencana", "plan", editor.plan),
        ("GET", "/temuan", "found", editor.found),
        ("POST", "/komentar", "comment", editor.comment),
        ("POST", "/uraikan", "pasted", editor.pasted),
    )
    for method, rule, endpoint, view in views:
        guarded = needed("penyusun")(view)
        blueprint.add_url_rule(rule, endpoint, guarded, methods=[method])
