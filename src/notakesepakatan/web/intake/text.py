"""A text that waits, read as an agreement: what was read, corrected, asked, and written."""

from collections.abc import Mapping
from contextlib import suppress

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.folder import FileMatcher
from notakesepakatan.bureau.take_text import (
    ReadText,
    examine_text,
    suggested_slug,
    take_in_text,
)
from notakesepakatan.bureau.waiting import (
    NoSuchFile,
    WaitingFile,
    drop_waiting,
    waiting_file,
)
from notakesepakatan.errors import FaultyNaskah, NotaError
from notakesepakatan.load.register import load_register
from notakesepakatan.temuan import Temuan
from notakesepakatan.web.context import board, office, short_paths, workspace
from notakesepakatan.web.editor.places import caption
from notakesepakatan.web.forms import Isian, capitalized, field_words
from notakesepakatan.web.guard.requests import needed
from notakesepakatan.web.intake.text_fields import Field, said_in, text_fields
from notakesepakatan.web.intake.text_targets import Target, chosen_in, offered
from notakesepakatan.workspace import ChangedMeanwhile
from notakesepakatan.workspace.layout import InvalidSlug
from notakesepakatan.workspace.save import AlreadyThere

blueprint = Blueprint("masukkan_naskah", __name__, url_prefix="/masukkan/<key>/naskah")
_TAKEN = (
    "Nama ini sudah dipakai; tulis nama lain, atau pilih kesepakatan itu di atas "
    "bila yang ada baru data pokoknya."
)
_LABELS = {"nama": "Nama kesepakatan", "kesepakatan": "Menjadi"}


@blueprint.get("")
@needed("penyusun")
def page(key: str) -> ResponseReturnValue:
    """What was read of the text, with a field for each thing that was inferred."""
    try:
        file = waiting_file(workspace(), key)
        read = examine_text(office(), file.name, file.read())
    except NotaError as cause:
        return _back(cause)
    return _form(file, read, Isian())


@blueprint.post("")
@needed("penyusun")
def write(key: str) -> ResponseReturnValue:
    """Make an agreement of the text, or say what is missing."""
    try:
        file = waiting_file(workspace(), key)
        read = examine_text(office(), file.name, file.read())
    except NotaError as cause:
        return _back(cause)
    isian = Isian.posted()
    grown, seen = chosen_in(isian)
    slug = grown or isian.text("nama", required=True, at_most=100)
    fields = text_fields(read, needs_term=not grown)
    said = said_in(fields, isian)
    if not isian.valid:
        return _form(file, read, isian), 422
    try:
        take_in_text(office(), read, slug, said, seen)
    except ChangedMeanwhile as cause:
        isian.add("", str(cause))
        return _form(file, read, isian, renewed=True), 409
    except NotaError as cause:
        _tell(isian, cause, fields, is_new=not grown)
        return _form(file, read, isian), 422
    with suppress(NoSuchFile):
        drop_waiting(workspace(), key)
    board().touch(slug)
    flash(f"{file.name} menjadi kesepakatan; berkas aslinya tersimpan di sampingnya.")
    return redirect(url_for("kesepakatan.page", slug=slug), 303)


def _back(cause: NotaError) -> ResponseReturnValue:
    """To the list of what waits, where the cause is said."""
    flash(f"{short_paths(str(cause))}.")
    return redirect(url_for("masukkan.page"), 303)


def _tell(
    isian: Isian, cause: NotaError, fields: Mapping[str, Field], *, is_new: bool
) -> None:
    """Say at its field why nothing was written."""
    if isinstance(cause, FaultyNaskah):
        for temuan in cause.temuan:
            _tell_temuan(isian, temuan, fields)
    elif isinstance(cause, AlreadyThere):
        isian.add("nama" if is_new else "kesepakatan", _TAKEN)
    elif isinstance(cause, InvalidSlug):
        isian.add("nama", f"{cause}.")
    else:
        isian.add("", f"{capitalized(short_paths(str(cause)))}.")


def _tell_temuan(isian: Isian, temuan: Temuan, fields: Mapping[str, Field]) -> None:
    name = _field_of(temuan, fields)
    isian.add(name, field_words(temuan) if name else _sentence(temuan))


def _field_of(temuan: Temuan, fields: Mapping[str, Field]) -> str:
    """The name of the field that a finding is about; empty where there is none."""
    names = (one.kunci for one in fields.values() if one.key == temuan.kunci)
    return next(names, "")


def _sentence(temuan: Temuan) -> str:
    """A finding that no field is about."""
    where = f"{caption(temuan.place)}: " if temuan.place.path else ""
    if temuan.kode == "kunci-kurang":
        return f"{where}tidak terbaca dari berkas ini."
    return f"{where}{temuan.message}; {temuan.saran}."


def _form(
    file: WaitingFile, read: ReadText, isian: Isian, *, renewed: bool = False
) -> str:
    targets = _targets(file)
    fields = text_fields(read, needs_term=True)
    return render_template(
        "masukkan_naskah.html",
        file=file,
        read=read,
        fields=list(fields.values()),
        problems=[_sentence(one) for one in read.temuan if not _field_of(one, fields)],
        targets=offered(targets, isian, renewed=renewed),
        chosen=chosen_in(isian)[0] if isian.value else _proposed(targets),
        slug=_free_slug(file.name),
        isian=isian,
        label={**_LABELS, **{one.kunci: one.label for one in fields.values()}},
    )


def _targets(file: WaitingFile) -> list[Target]:
    """Agreements of which only facts are known, those that the file matches first."""
    match = FileMatcher(office()).match(file.name, file.read())
    likely = {one.slug: one.reason for one in match.placed.candidates}
    is_sure = match.placed.certainty != "tanya"
    sure = match.there or (match.placed.candidates[0].slug if is_sure else "")
    targets = [
        Target(
            one.slug,
            one.summary.judul,
            workspace().hash(one.slug),
            likely.get(one.slug, ""),
            is_proposed=one.slug == sure,
        )
        for one in load_register(office())
        if one.summary and one.summary.facts_only
    ]
    return sorted(targets, key=lambda one: (not one.is_proposed, not one.reason))


def _proposed(targets: list[Target]) -> str:
    return next((one.slug for one in targets if one.is_proposed), "")


def _free_slug(name: str) -> str:
    """A name for the agreement that no other has."""
    slug, number = suggested_slug(name), 1
    taken = set(workspace().slugs())
    free = slug
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    return free
