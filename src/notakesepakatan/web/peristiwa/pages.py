"""The pages of events: recorded from a form, their papers seen before and fetched after."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.following import day_in_words
from notakesepakatan.bureau.peristiwa import (
    Meant,
    SaidTwice,
    Substitution,
    action_of,
    check_peristiwa,
    draft_papers,
    foresee,
    lacking_in_papers,
    record_within,
    recorded_papers,
)
from notakesepakatan.bureau.register import kahar_tenggat
from notakesepakatan.bureau.withdrawal import look_away
from notakesepakatan.compute.time.kewajiban import PERISTIWA_NASKAH
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.peristiwa import LoadedPeristiwa
from notakesepakatan.model.peristiwa import KAHAR_FACTS, Peristiwa, required_keys
from notakesepakatan.web.context import (
    board,
    office,
    short_paths,
    today,
    user,
    workspace,
)
from notakesepakatan.web.desk_words import desk_words
from notakesepakatan.web.downloads import document_answer, document_page
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.guard.requests import needed
from notakesepakatan.web.peristiwa.choices import Material, material_of
from notakesepakatan.web.peristiwa.details import peristiwa_words
from notakesepakatan.web.peristiwa.fields import FORMS
from notakesepakatan.web.peristiwa.form import (
    EMPTY,
    field_labels,
    form_values,
    row_count,
    show_missing,
    show_temuan,
    typed_peristiwa,
)
from notakesepakatan.web.question import BACK, SURE, Question
from notakesepakatan.words.tanggal import parse_iso
from notakesepakatan.workspace import ChangedMeanwhile

MEANT: Mapping[str, Meant] = {
    "nomor_sama": "nomor",
    "perpanjang_lagi": "perpanjangan",
}
"""The box that says of something recorded already that it is meant."""
REPLACES = "mengganti"
"""The field that names the event whose place this one takes."""
REASON = "alasan_mengganti"
"""The field that says why."""
MAY_COME_LATER = ("perpanjangan", "pengakhiran")
"""What is agreed before its day comes; all else is recorded once it has happened."""
CONDITION = "syarat_terpenuhi"
"""What is recorded only where the term runs until a condition is met."""
_CHANGED_MEANWHILE = (
    "Kesepakatan ini diubah orang lain sejak halaman ini dibuka. Belum ada yang dicatat; "
    "periksa peristiwa yang sudah ada, lalu simpan lagi."
)
_LATER = " Tanggalnya belum tiba: status dan tenggat berubah sejak tanggal itu."
blueprint = Blueprint("peristiwa", __name__, url_prefix="/kesepakatan")


@blueprint.get("/<slug>/peristiwa")
def items(slug: str) -> ResponseReturnValue:
    """What happened so far, and what may be recorded."""
    riwayat = office().riwayat(slug)
    recorded = office().recorded(slug)
    in_force = riwayat.on(today()).kesepakatan
    of_text = {
        CONDITION: in_force.jangka_waktu.sampai_terpenuhi is not None,
        PERISTIWA_NASKAH: any(each.awaits for each in in_force.tenggat.kewajiban),
    }
    unsigned = (each.name for each in riwayat.adendum if each.adendum.konsep)
    return render_template(
        "peristiwa.html",
        slug=slug,
        reading=riwayat.origin.reading,
        recorded=sorted(recorded.peristiwa_list, key=_day_and_name, reverse=True),
        withdrawn=sorted(recorded.withdrawn, key=_day_and_name, reverse=True),
        forms=FORMS,
        allowed=lambda kind: _allowed(kind) and of_text.get(kind, True),
        konsep=riwayat.origin.kesepakatan.konsep,
        adendum=next(unsigned, ""),
    )


def _day_and_name(loaded: LoadedPeristiwa) -> tuple[date, str]:
    return loaded.peristiwa.tanggal, loaded.file.name


@blueprint.get("/<slug>/catat/<jenis>")
@needed("penyusun")
def page(slug: str, jenis: str) -> ResponseReturnValue:
    """An empty form; what the address says of a field is filled in already."""
    _check_kind(jenis)
    said = {name: text for name, text in request.args.items() if len(text) < 100}
    material = _material(slug, jenis)
    wrong = said.get(REPLACES)
    if wrong:
        data = _find(slug, wrong).source.data
        said |= form_values(jenis, data, material)
    isian = Isian({"tanggal": today().isoformat(), **said})
    return _form(slug, jenis, isian.renewed(), material)


@blueprint.post("/<slug>/catat/<jenis>")
@needed("penyusun")
def record(slug: str, jenis: str) -> ResponseReturnValue:
    """Record it, or show what is wrong with what was typed."""
    _check_kind(jenis)
    isian = Isian.posted()
    longer = isian.value.get("tambah", "")
    if longer or isian.value.get(BACK):
        return _form(slug, jenis, isian, _material(slug, jenis), longer=longer)
    meant = [what for box, what in MEANT.items() if isian.text(box)]
    reason = isian.value.get(REASON, "") if isian.value.get(REPLACES) else ""
    with workspace().act(action_of(jenis), slug, user().nama, reason) as act:
        # Opened inside the lock, so that what the form is held against stays.
        material = _material(slug, jenis)
        substitution = _substitution(isian)
        typed = _read(slug, jenis, isian, material)
        if not isian.valid:
            return _form(slug, jenis, isian, material), 422
        try:
            workspace().check_unchanged(slug, isian.value.get("jejak", ""))
            if question := _question(slug, jenis, isian, typed):
                return render_template("pasti.html", question=question)
            file = record_within(
                act,
                office(),
                slug,
                typed.content,
                meant=meant,
                replaces=substitution,
            )
        except SaidTwice as cause:
            isian.add(cause.key, short_paths(str(cause)))
            asked = {*meant, cause.what}
            return _form(slug, jenis, isian, material, asked=asked), 409
        except ChangedMeanwhile:
            isian.add("", _CHANGED_MEANWHILE)
            return _form(slug, jenis, isian.renewed(), material), 409
    board().touch(slug)
    later = _LATER if _ahead(typed.content) else ""
    flash(f"{FORMS[jenis].judul} dicatat.{later}")
    happened = parse_iso(str(typed.content["tanggal"]))
    for sentence in lacking_in_papers(office(), slug, jenis, happened):
        flash(desk_words(sentence))
    return redirect(url_for(".one", slug=slug, nama=file.stem))


@blueprint.post("/<slug>/catat/<jenis>/pratinjau")
@needed("penyusun")
def preview(slug: str, jenis: str) -> ResponseReturnValue:
    """The paper of what was typed, for the frame beside the form; nothing is recorded."""
    _check_kind(jenis)
    isian = Isian.posted()
    material = _material(slug, jenis)
    peristiwa = _read(slug, jenis, isian, material).peristiwa
    if not isian.valid or peristiwa is None:
        labels = field_labels(jenis, isian, material)
        return render_template("bingkai.html", isian=isian, label=labels), 422
    return document_page(draft_papers(office(), slug, peristiwa)[0])


@blueprint.get("/<slug>/peristiwa/<nama>")
def one(slug: str, nama: str) -> ResponseReturnValue:
    """One event: what it says, its papers, what it answers or opens."""
    loaded = _find(slug, nama)
    peristiwa = loaded.peristiwa
    tenggat = None
    if peristiwa.jenis == "keadaan_kahar":
        tenggat = kahar_tenggat(office(), slug, peristiwa.tanggal)
    material = material_of(office(), slug, peristiwa.tanggal)
    return render_template(
        "peristiwa_satu.html",
        slug=slug,
        nama=nama,
        peristiwa=peristiwa,
        form=FORMS[peristiwa.jenis],
        rincian=list(peristiwa_words(peristiwa, material)),
        papers=recorded_papers(office(), slug, loaded.file),
        reading=material.loaded.reading,
        tenggat=tenggat,
    )


@blueprint.get("/<slug>/peristiwa/<nama>/<document>.<suffix>")
def naskah(slug: str, nama: str, document: str, suffix: str) -> ResponseReturnValue:
    """One paper of an event."""
    papers = recorded_papers(office(), slug, _find(slug, nama).file)
    return document_answer(papers, document, suffix)


def _substitution(isian: Isian) -> Substitution | None:
    """What the event that was typed takes the place of; None where it is a new one."""
    wrong = isian.text(REPLACES, at_most=200)
    if not wrong:
        return None
    if not user().may("pengesah"):
        abort(403, 'Mengganti peristiwa memerlukan peran "pengesah".')
    reason = isian.text(REASON, required=True, at_most=500)
    return Substitution(wrong, reason, today())


def _check_kind(kind: str) -> None:
    if kind not in FORMS:
        abort(404)
    if not _allowed(kind):
        abort(403, 'Tindakan ini memerlukan peran "pengesah".')


def _allowed(kind: str) -> bool:
    return user().may(FORMS[kind].role)


def _material(slug: str, kind: str) -> Material:
    return material_of(office(), slug, today()).answering(kind)


@dataclass(frozen=True)
class _Typed:
    """An event as it was typed.

    Attributes:
        content: as plain data.
        peristiwa: the same, read; None where something is wrong with it.
        opened: the workspace beside which it was read.
    """

    content: Mapping[str, object]
    peristiwa: Peristiwa | None
    opened: Opened


def _read(slug: str, kind: str, isian: Isian, material: Material) -> _Typed:
    """The event that was typed; whatever is wrong with it is put beside its fields."""
    typed = typed_peristiwa(kind, isian, material)
    if kind not in MAY_COME_LATER and _ahead(typed.content):
        isian.add("tanggal", "Tanggal ini belum tiba; catat setelah terjadi.")
    show_missing(kind, isian, typed.content)
    opened: Opened = office()
    wrong = isian.value.get(REPLACES)
    if wrong:
        _, opened = look_away(opened, slug, wrong)
    peristiwa, temuan = check_peristiwa(opened, slug, typed.content)
    labels = field_labels(kind, isian, material)
    show_temuan(isian, temuan, typed.rows_of_form, labels)
    return _Typed(typed.content, peristiwa, opened)


def _question(slug: str, kind: str, isian: Isian, typed: _Typed) -> Question | None:
    """What is asked before it is recorded; None where nothing is, or it was answered."""
    if typed.peristiwa is None or isian.value.get(SURE):
        return None
    form = FORMS[kind]
    foreseen = foresee(typed.opened, slug, typed.peristiwa, today())
    if not form.ends and not foreseen.doubts:
        return None
    return Question(
        slug=slug,
        judul=form.judul,
        reading=office().riwayat(slug).origin.reading,
        target=url_for(".record", slug=slug, jenis=kind),
        verb=form.verb,
        days=[("Tanggal", day_in_words(typed.peristiwa.tanggal, today()))],
        following=foreseen.following,
        doubts=foreseen.doubts,
        isian=isian,
    )


def _ahead(content: Mapping[str, object]) -> bool:
    """Whether the event's day is still to come; a day that is none is said by others."""
    try:
        return parse_iso(str(content.get("tanggal", ""))) > today()
    except ValueError:
        return False


def _form(
    slug: str,
    kind: str,
    isian: Isian,
    material: Material,
    *,
    longer: str = "",
    asked: Collection[Meant] = (),
) -> str:
    """The form.

    Args:
        slug: the agreement.
        kind: the kind of event.
        isian: what was typed.
        material: what the form offers to choose from.
        longer: the list that is to have more empty rows.
        asked: what is recorded already; a box asks whether that is meant.
    """
    required = {"tanggal", *required_keys(kind)}
    if kind == "keadaan_kahar":
        required |= set(KAHAR_FACTS)
    return render_template(
        "peristiwa_catat.html",
        slug=slug,
        jenis=kind,
        form=FORMS[kind],
        isian=isian,
        material=material,
        label={**field_labels(kind, isian, material), REASON: "Alasan mengganti"},
        required=required,
        base=isian.base(workspace().hash(slug)),
        row_count=lambda key: row_count(isian, key, EMPTY if key == longer else 0),
        has_naskah=_has_naskah(kind),
        wrong=isian.value.get(REPLACES),
        asked=asked,
    )


def _has_naskah(kind: str) -> bool:
    """Whether events of a kind have papers, or signed ones those of what they answer."""
    with_papers = {paper.peristiwa for paper in office().composer.kinds.values()}
    return kind in with_papers or kind == "berita_acara_kahar"


def _find(slug: str, name: str) -> LoadedPeristiwa:
    """The event of this name among those that are there.

    No name of a request becomes a path.
    """
    named = (each for each in office().peristiwa_list(slug) if each.file.stem == name)
    return next(named, None) or abort(404)
