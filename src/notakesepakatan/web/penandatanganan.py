"""The signing of an agreement or of its adendum: day, place, numbers and officials; from then on it is in force."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.check import check_agreement, counts
from notakesepakatan.bureau.penandatanganan import Data, KonsepSiap, adendum_to_sign, agreement_to_sign, sign, unsaved
from notakesepakatan.web.context import hari_ini, ruang
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.guard.requests import catat_jejak, perlu
from notakesepakatan.web.peristiwa.form import show_findings
from notakesepakatan.workspace.private import SudahBerubah, agreement_hash, check_unchanged, file_hash, locked

blueprint = Blueprint("penandatanganan", __name__, url_prefix="/kesepakatan/<slug>")
PIHAK = {"nomor": "Nomor", "pejabat": "Penanda tangan", "jabatan": "Jabatan"}
YANG = {"kesepakatan": agreement_to_sign, "adendum": adendum_to_sign}


@blueprint.get("/<any(kesepakatan, adendum):yang>/penandatanganan")
@perlu("pengesah")
def halaman(slug: str, yang: str) -> ResponseReturnValue:
    """The form, with what the draft says already."""
    konsep = _draft(slug, yang)
    tanda = konsep.data.get("penandatanganan") or {}
    awal = {"penandatanganan.tanggal": hari_ini().isoformat(), "penandatanganan.tempat": tanda.get("tempat") or ""}
    for i, satu in enumerate(konsep.data.get("para_pihak") or [], 1):
        awal |= {f"para_pihak[{i}].{nama}": satu.get(nama) or "" for nama in PIHAK}
    return _form(slug, yang, konsep, Isian(awal))


@blueprint.post("/<any(kesepakatan, adendum):yang>/penandatanganan")
@perlu("pengesah")
def catat(slug: str, yang: str) -> ResponseReturnValue:
    """Put it into the draft's file; nothing else of the file changes."""
    isian = Isian.posted()
    isian.day("penandatanganan.tanggal", wajib=True)
    isian.text("penandatanganan.tempat", wajib=True)
    with locked(ruang()):
        konsep = _draft(slug, yang)
        data = _signed(konsep, isian)
        if not isian.sah:
            return _form(slug, yang, konsep, isian), 422
        try:
            check_unchanged(ruang(), slug, request.form.get("jejak", ""))
        except SudahBerubah as sebab:
            isian.add("", str(sebab))
            return _form(slug, yang, konsep, isian.renewed()), 409
        sebelum = file_hash(konsep.berkas)
        show_findings(isian, sign(konsep, data), {}, _labels(konsep))
        if not isian.sah:
            return _form(slug, yang, konsep, isian), 422
        catat_jejak("mencatat penandatanganan", slug, konsep.berkas, sebelum, file_hash(konsep.berkas))
    flash(f"Penandatanganan {konsep.nama} dicatat.")
    return redirect(url_for("kesepakatan.halaman", slug=slug), 303)


def _draft(slug: str, yang: str) -> KonsepSiap:
    return YANG[yang](ruang(), slug) or abort(404, f"Tidak ada {yang} yang menunggu penandatanganan.")


def _parties(konsep: KonsepSiap) -> list[str]:
    return [satu.sebutan or satu.nama for satu in konsep.terbaca.terbaca.para_pihak]


def _labels(konsep: KonsepSiap) -> dict[str, str]:
    hasil = {"penandatanganan.tanggal": "Tanggal penandatanganan", "penandatanganan.tempat": "Tempat"}
    for i, sebutan in enumerate(_parties(konsep), 1):
        hasil |= {f"para_pihak[{i}].{nama}": f"{sebutan}, {kata.lower()}" for nama, kata in PIHAK.items()}
    return hasil


def _signed(konsep: KonsepSiap, isian: Isian) -> Data:
    """The draft's data with what was typed; what was emptied goes."""
    tanda = {nama: isian.text(f"penandatanganan.{nama}") for nama in ("tempat", "tanggal")}
    lama, pihak = list(konsep.data.get("para_pihak") or []), list[Data]()
    for i in range(len(_parties(konsep))):
        satu = {**(lama[i] if i < len(lama) else {})} | {nama: isian.text(f"para_pihak[{i + 1}].{nama}") for nama in PIHAK}
        pihak.append({nama: isi for nama, isi in satu.items() if isi})
    return {**konsep.data, "penandatanganan": {**(konsep.data.get("penandatanganan") or {}), **tanda}, "para_pihak": pihak}


def _form(slug: str, yang: str, konsep: KonsepSiap, isian: Isian) -> str:
    asal = yang == "kesepakatan"
    return render_template(
        "penandatanganan.html", slug=slug, yang=yang, nama=konsep.nama, isian=isian, label=_labels(konsep),
        pihak=_parties(konsep), ruas_pihak=PIHAK, jejak=isian.base(agreement_hash(ruang(), slug)), k=konsep.terbaca.terbaca,
        galat=counts(check_agreement(ruang(), slug))["galat"] if asal else 0, penyunting=unsaved(ruang(), slug) if asal else [],
    )  # fmt: skip
