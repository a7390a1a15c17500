"""The signing of an agreement or of its adendum: day, place, numbers and officials; from then on it is in force."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.check import check_agreement, counts
from notakesepakatan.bureau.penandatanganan import (
    Data,
    ReadyKonsep,
    adendum_to_sign,
    agreement_to_sign,
    sign,
    unsaved,
)
from notakesepakatan.web.context import office, today, workspace
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.guard.requests import needed, record_trail
from notakesepakatan.web.peristiwa.form import show_findings
from notakesepakatan.workspace import ChangedMeanwhile

blueprint = Blueprint("penandatanganan", __name__, url_prefix="/kesepakatan/<slug>")
PIHAK = {"nomor": "Nomor", "pejabat": "Penanda tangan", "jabatan": "Jabatan"}
YANG = {"kesepakatan": agreement_to_sign, "adendum": adendum_to_sign}


@blueprint.get("/<any(kesepakatan, adendum):yang>/penandatanganan")
@needed("pengesah")
def page(slug: str, yang: str) -> ResponseReturnValue:
    """The form, with what the draft says already."""
    konsep = _draft(slug, yang)
    mark = konsep.data.get("penandatanganan") or {}
    start = {
        "penandatanganan.tanggal": today().isoformat(),
        "penandatanganan.tempat": mark.get("tempat") or "",
    }
    for i, one in enumerate(konsep.data.get("para_pihak") or [], 1):
        start |= {f"para_pihak[{i}].{name}": one.get(name) or "" for name in PIHAK}
    return _form(slug, yang, konsep, Isian(start))


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
        record_trail(
            "mencatat penandatanganan",
            slug,
            konsep.file,
            before,
            workspace().file_hash(konsep.file),
        )
    flash(f"Penandatanganan {konsep.nama} dicatat.")
    return redirect(url_for("kesepakatan.page", slug=slug), 303)


def _draft(slug: str, yang: str) -> ReadyKonsep:
    return YANG[yang](office(), slug) or abort(
        404, f"Tidak ada {yang} yang menunggu penandatanganan."
    )


def _parties(konsep: ReadyKonsep) -> list[str]:
    return [one.sebutan or one.nama for one in konsep.reading.reading.para_pihak]


def _labels(konsep: ReadyKonsep) -> dict[str, str]:
    result = {
        "penandatanganan.tanggal": "Tanggal penandatanganan",
        "penandatanganan.tempat": "Tempat",
    }
    for i, sebutan in enumerate(_parties(konsep), 1):
        result |= {
            f"para_pihak[{i}].{name}": f"{sebutan}, {word.lower()}"
            for name, word in PIHAK.items()
        }
    return result


def _signed(konsep: ReadyKonsep, isian: Isian) -> Data:
    """The draft's data with what was typed; what was emptied goes."""
    mark = {
        name: isian.text(f"penandatanganan.{name}") for name in ("tempat", "tanggal")
    }
    lama, pihak = list(konsep.data.get("para_pihak") or []), list[Data]()
    for i in range(len(_parties(konsep))):
        one = {**(lama[i] if i < len(lama) else {})} | {
            name: isian.text(f"para_pihak[{i + 1}].{name}") for name in PIHAK
        }
        pihak.append({name: content for name, content in one.items() if content})
    return {
        **konsep.data,
        "penandatanganan": {**(konsep.data.get("penandatanganan") or {}), **mark},
        "para_pihak": pihak,
    }


def _form(slug: str, yang: str, konsep: ReadyKonsep, isian: Isian) -> str:
    origin = yang == "kesepakatan"
    return render_template(
        "penandatanganan.html",
        slug=slug,
        yang=yang,
        nama=konsep.nama,
        isian=isian,
        label=_labels(konsep),
        pihak=_parties(konsep),
        field_pihak=PIHAK,
        trail=isian.base(workspace().hash(slug)),
        k=konsep.reading.reading,
        galat=counts(check_agreement(office(), slug))["galat"] if origin else 0,
        editor=unsaved(workspace(), slug) if origin else [],
    )
