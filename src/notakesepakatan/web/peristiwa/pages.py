"""The pages of events: recorded from a form, their papers seen before and fetched after."""

from collections.abc import Mapping

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.peristiwa import check_event, draft_papers, recorded_papers
from notakesepakatan.bureau.peristiwa import record as record_event
from notakesepakatan.bureau.register import kahar_deadline
from notakesepakatan.compose.adendum.papers import name_of
from notakesepakatan.load.peristiwa import LoadedPeristiwa
from notakesepakatan.model.peristiwa import required_keys
from notakesepakatan.web.context import office, today, user, workspace
from notakesepakatan.web.downloads import document_answer, document_page
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.guard.requests import needed, record_trail
from notakesepakatan.web.peristiwa.choices import Material, material, to_answer
from notakesepakatan.web.peristiwa.details import event_words
from notakesepakatan.web.peristiwa.fields import FORM
from notakesepakatan.web.peristiwa.form import (
    EMPTY,
    event_data,
    field_labels,
    row_count,
    show_findings,
    show_missing,
)
from notakesepakatan.words.tanggal import parse_iso
from notakesepakatan.workspace import ChangedMeanwhile

MAY_COME_LATER = ("perpanjangan", "pengakhiran")
"""What is agreed before its day comes; all else is recorded once it has happened."""
blueprint = Blueprint("peristiwa", __name__, url_prefix="/kesepakatan")


@blueprint.get("/<slug>/peristiwa")
def items(slug: str) -> ResponseReturnValue:
    """What happened so far, and what may be recorded."""
    riwayat, every = office().riwayat(slug), office().events(slug)
    index = sorted(
        every, key=lambda one: (one.peristiwa.tanggal, one.file.name), reverse=True
    )
    konsep, adendum = (
        riwayat.origin.kesepakatan.konsep,
        next((name_of(a) for a in riwayat.adendum if a.adendum.konsep), ""),
    )
    return render_template(
        "peristiwa.html",
        slug=slug,
        k=riwayat.origin.reading,
        every=index,
        form=FORM,
        allowed=_allowed,
        konsep=konsep,
        adendum=adendum,
    )


@blueprint.get("/<slug>/catat/<jenis>")
@needed("penyusun")
def page(slug: str, jenis: str) -> ResponseReturnValue:
    """An empty form; what the address says of a field is filled in already."""
    _check_kind(jenis)
    start = {"tanggal": today().isoformat()} | {
        name: content for name, content in request.args.items() if len(content) < 100
    }
    return _form(slug, jenis, Isian(start).renewed(), _material(slug, jenis))


@blueprint.post("/<slug>/catat/<jenis>")
@needed("penyusun")
def record(slug: str, jenis: str) -> ResponseReturnValue:
    """Record it, or show what is wrong with what was typed."""
    _check_kind(jenis)
    isian, material = Isian.posted(), _material(slug, jenis)
    if add := isian.value.get("tambah"):
        return _form(slug, jenis, isian, material, more=add)
    content = _read(slug, jenis, isian, material)
    if not isian.valid:
        return _form(slug, jenis, isian, material), 422
    try:
        with workspace().lock():
            workspace().check_unchanged(slug, isian.value.get("jejak", ""))
            file = record_event(office(), slug, content)
            record_trail(
                f"mencatat {jenis.replace('_', ' ')}",
                slug,
                file,
                "",
                workspace().file_hash(file),
            )
    except ChangedMeanwhile:
        isian.add(
            "",
            "Kesepakatan ini diubah orang lain sejak halaman ini dibuka. Belum ada yang "
            "dicatat; periksa peristiwa yang sudah ada, lalu simpan lagi.",
        )
        return _form(slug, jenis, isian.renewed(), material), 409
    later = (
        " Tanggalnya belum tiba: status dan tenggat berubah sejak tanggal itu."
        if _ahead(content)
        else ""
    )
    flash(f"{FORM[jenis].judul} dicatat.{later}")
    return redirect(url_for(".one", slug=slug, nama=file.stem))


@blueprint.post("/<slug>/catat/<jenis>/pratinjau")
@needed("penyusun")
def preview(slug: str, jenis: str) -> ResponseReturnValue:
    """The paper of what was typed, for the frame beside the form; nothing is recorded."""
    _check_kind(jenis)
    isian, material = Isian.posted(), _material(slug, jenis)
    content = _read(slug, jenis, isian, material)
    peristiwa = check_event(office(), slug, content)[0]
    if not isian.valid or peristiwa is None:
        return render_template(
            "bingkai.html", isian=isian, label=field_labels(jenis, isian, material)
        ), 422
    return document_page(draft_papers(office(), slug, peristiwa)[0])


@blueprint.get("/<slug>/peristiwa/<nama>")
def one(slug: str, nama: str) -> ResponseReturnValue:
    """One event: what it says, its papers, what it answers or opens."""
    loaded = _find(slug, nama)
    p = loaded.peristiwa
    tenggat = (
        kahar_deadline(office(), slug, p.tanggal)
        if p.jenis == "keadaan_kahar"
        else None
    )
    material_ = material(office(), slug, p.tanggal)
    return render_template(
        "peristiwa_satu.html",
        slug=slug,
        nama=nama,
        p=p,
        form=FORM[p.jenis],
        rincian=list(event_words(p, material_)),
        document=recorded_papers(office(), slug, loaded.file),
        k=material_.loaded.reading,
        tenggat=tenggat,
    )


@blueprint.get("/<slug>/peristiwa/<nama>/<document>.<form>")
def naskah(slug: str, nama: str, document: str, form: str) -> ResponseReturnValue:
    """One paper of an event."""
    return document_answer(
        recorded_papers(office(), slug, _find(slug, nama).file), document, form
    )


def _check_kind(kind: str) -> None:
    if kind not in FORM:
        abort(404)
    if not _allowed(kind):
        abort(403, 'Tindakan ini memerlukan peran "pengesah".')


def _allowed(kind: str) -> bool:
    return user().may("pengesah" if FORM[kind].approver else "penyusun")


def _material(slug: str, kind: str) -> Material:
    material_ = material(office(), slug, today())
    material_.choice["kejadian"] = to_answer(kind, material_.summary)
    return material_


def _read(
    slug: str, kind: str, isian: Isian, material: Material
) -> Mapping[str, object]:
    """The event that was typed; whatever is wrong with it is put beside its fields."""
    content, origin = event_data(kind, isian, material)
    if kind not in MAY_COME_LATER and _ahead(content):
        isian.add("tanggal", "Tanggal ini belum tiba; catat setelah terjadi.")
    show_missing(kind, isian, content)
    show_findings(
        isian,
        check_event(office(), slug, content)[1],
        origin,
        field_labels(kind, isian, material),
    )
    return content


def _ahead(content: Mapping[str, object]) -> bool:
    """Whether the event's day is still to come; a day that is none is said by others."""
    try:
        return parse_iso(str(content.get("tanggal", ""))) > today()
    except ValueError:
        return False


def _form(
    slug: str, kind: str, isian: Isian, material: Material, more: str = ""
) -> str:
    of_naskah = {d.peristiwa for d in office().composer.kinds.values()} | {
        "berita_acara_kahar"
    }
    return render_template(
        "peristiwa_catat.html",
        slug=slug,
        jenis=kind,
        form=FORM[kind],
        isian=isian,
        material=material,
        label=field_labels(kind, isian, material),
        required=("tanggal", *required_keys(kind)),
        trail=isian.base(workspace().hash(slug)),
        jumlah=lambda key: row_count(isian, key, EMPTY if key == more else 0),
        naskah=kind in of_naskah,
    )


def _find(slug: str, name: str) -> LoadedPeristiwa:
    """The event of this name among those that are there; no name of a request becomes a path."""
    every = office().events(slug)
    return next((one for one in every if one.file.stem == name), None) or abort(404)
