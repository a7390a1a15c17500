"""The signing of an agreement or of its adendum: what was typed in, the signed file out."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.check import check_agreement, counts
from notakesepakatan.bureau.penandatanganan import (
    ReadyKonsep,
    adendum_to_sign,
    agreement_to_sign,
    sign,
    unsaved,
)
from notakesepakatan.compute.editing.edits import Data
from notakesepakatan.web.context import office, today, workspace
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.guard.requests import needed, record_trail
from notakesepakatan.web.peristiwa.form import show_findings
from notakesepakatan.workspace import ChangedMeanwhile

blueprint = Blueprint("penandatanganan", __name__, url_prefix="/kesepakatan/<slug>")
_PARTY_FIELDS = {"nomor": "Nomor", "pejabat": "Penanda tangan", "jabatan": "Jabatan"}
_FIND_DRAFT = {"kesepakatan": agreement_to_sign, "adendum": adendum_to_sign}
"""What may be signed, by its word in the address."""


@blueprint.get("/<any(kesepakatan, adendum):yang>/penandatanganan")
@needed("pengesah")
def page(slug: str, yang: str) -> ResponseReturnValue:
    """The form, with what the draft says already."""
    konsep = _draft(slug, yang)
    penandatanganan = konsep.data.get("penandatanganan") or {}
    values = {
        "penandatanganan.tanggal": today().isoformat(),
        "penandatanganan.tempat": penandatanganan.get("tempat") or "",
    }
    for i, pihak in enumerate(konsep.data.get("para_pihak") or [], 1):
        for name in _PARTY_FIELDS:
            values[_field(i, name)] = pihak.get(name) or ""
    return _form(slug, yang, konsep, Isian(values))


@blueprint.post("/<any(kesepakatan, adendum):yang>/penandatanganan")
@needed("pengesah")
def record(slug: str, yang: str) -> ResponseReturnValue:
    """Put it into the draft's file; nothing else of the file changes."""
    isian = Isian.posted()
    isian.day("penandatanganan.tanggal", required=True)
    isian.text("penandatanganan.tempat", required=True)
    with workspace().lock():
        konsep = _draft(slug, yang)
        data = _signed(konsep, isian)
        if not isian.valid:
            return _form(slug, yang, konsep, isian), 422
        try:
            workspace().check_unchanged(slug, request.form.get("jejak", ""))
        except ChangedMeanwhile as cause:
            isian.add("", str(cause))
            return _form(slug, yang, konsep, isian.renewed()), 409
        before = workspace().file_hash(konsep.file)
        show_findings(isian, sign(konsep, data), {}, _labels(konsep))
        if not isian.valid:
            return _form(slug, yang, konsep, isian), 422
        after = workspace().file_hash(konsep.file)
        record_trail("mencatat penandatanganan", slug, konsep.file, before, after)
    flash(f"Penandatanganan {konsep.nama} dicatat.")
    return redirect(url_for("kesepakatan.page", slug=slug), 303)


def _draft(slug: str, yang: str) -> ReadyKonsep:
    konsep = _FIND_DRAFT[yang](office(), slug)
    return konsep or abort(404, f"Tidak ada {yang} yang menunggu penandatanganan.")


def _field(i: int, name: str) -> str:
    """Name of a field of the i-th party."""
    return f"para_pihak[{i}].{name}"


def _parties(konsep: ReadyKonsep) -> list[str]:
    """How the parties are called."""
    return [pihak.sebutan or pihak.nama for pihak in konsep.reading.reading.para_pihak]


def _labels(konsep: ReadyKonsep) -> dict[str, str]:
    labels = {
        "penandatanganan.tanggal": "Tanggal penandatanganan",
        "penandatanganan.tempat": "Tempat",
    }
    for i, sebutan in enumerate(_parties(konsep), 1):
        for name, word in _PARTY_FIELDS.items():
            labels[_field(i, name)] = f"{sebutan}, {word.lower()}"
    return labels


def _signed(konsep: ReadyKonsep, isian: Isian) -> Data:
    """The draft's data with what was typed; what was emptied goes."""
    typed = {
        name: isian.text(f"penandatanganan.{name}") for name in ("tempat", "tanggal")
    }
    penandatanganan = konsep.data.get("penandatanganan") or {}
    many = len(_parties(konsep))
    return {
        **konsep.data,
        "penandatanganan": {**penandatanganan, **typed},
        "para_pihak": [_signed_party(konsep, isian, i) for i in range(1, many + 1)],
    }


def _signed_party(konsep: ReadyKonsep, isian: Isian, i: int) -> Data:
    parties = konsep.data.get("para_pihak") or []
    former = parties[i - 1] if i <= len(parties) else {}
    typed = {name: isian.text(_field(i, name)) for name in _PARTY_FIELDS}
    merged = {**former, **typed}
    return {name: content for name, content in merged.items() if content}


def _form(slug: str, yang: str, konsep: ReadyKonsep, isian: Isian) -> str:
    is_agreement = yang == "kesepakatan"
    errors = counts(check_agreement(office(), slug))["galat"] if is_agreement else 0
    return render_template(
        "penandatanganan.html",
        slug=slug,
        yang=yang,
        nama=konsep.nama,
        isian=isian,
        label=_labels(konsep),
        pihak=_parties(konsep),
        party_fields=_PARTY_FIELDS,
        file_hash=isian.base(workspace().hash(slug)),
        k=konsep.reading.reading,
        galat=errors,
        typing=unsaved(workspace(), slug) if is_agreement else [],
    )
