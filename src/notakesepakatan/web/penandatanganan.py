"""The signing of an adendum: its day, place, numbers and officials; from then on it is in force."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.compose.adendum import name_of
from notakesepakatan.meja import SudahBerubah, agreement_hash, check_unchanged, file_hash, locked
from notakesepakatan.pengubahan import KonsepAdendum, first_draft, sign_adendum
from notakesepakatan.web.formulir import Isian
from notakesepakatan.web.isian_peristiwa import show_findings
from notakesepakatan.web.keamanan import catat_jejak, perlu
from notakesepakatan.web.konteks import hari_ini, ruang

blueprint = Blueprint("penandatanganan", __name__, url_prefix="/kesepakatan/<slug>/adendum")
PIHAK = {"nomor": "Nomor adendum", "pejabat": "Penanda tangan", "jabatan": "Jabatan"}


@blueprint.get("/penandatanganan")
@perlu("pengesah")
def halaman(slug: str) -> ResponseReturnValue:
    """The form, with what the draft says already."""
    konsep = _draft(slug)
    awal = {"penandatanganan.tanggal": hari_ini().isoformat()}
    for i, satu in enumerate(konsep.adendum.adendum.para_pihak, 1):
        awal |= {f"para_pihak[{i}].{nama}": getattr(satu, nama) or "" for nama in PIHAK}
    return _form(slug, konsep, Isian(awal))


@blueprint.post("/penandatanganan")
@perlu("pengesah")
def catat(slug: str) -> ResponseReturnValue:
    """Put it into the adendum's file; nothing else of the file changes."""
    konsep, isian = _draft(slug), Isian.posted()
    isian.day("penandatanganan.tanggal", wajib=True)
    isian.text("penandatanganan.tempat", wajib=True)
    data = _signed(konsep, isian)
    if not isian.sah:
        return _form(slug, konsep, isian), 422
    try:
        with locked(ruang()):
            check_unchanged(ruang(), slug, request.form.get("jejak", ""))
            sebelum = file_hash(konsep.berkas)
            show_findings(isian, sign_adendum(ruang(), slug, konsep, data), {}, _labels(konsep))
            if not isian.sah:
                return _form(slug, konsep, isian), 422
            catat_jejak("mencatat penandatanganan", slug, konsep.berkas, sebelum, file_hash(konsep.berkas))
    except SudahBerubah as sebab:
        isian.add("", str(sebab))
        return _form(slug, konsep, isian), 409
    flash(f"Penandatanganan {name_of(konsep.adendum)} dicatat.")
    return redirect(url_for("kesepakatan.halaman", slug=slug), 303)


def _draft(slug: str) -> KonsepAdendum:
    return first_draft(ruang(), slug) or abort(404, "Tidak ada adendum yang menunggu penandatanganan.")


def _parties(konsep: KonsepAdendum) -> list[str]:
    return [satu.sebutan or satu.nama for satu in konsep.adendum.sesudah.terbaca.para_pihak]


def _labels(konsep: KonsepAdendum) -> dict[str, str]:
    hasil = {"penandatanganan.tanggal": "Hari penandatanganan", "penandatanganan.tempat": "Tempat"}
    for i, sebutan in enumerate(_parties(konsep), 1):
        hasil |= {f"para_pihak[{i}].{nama}": f"{sebutan}, {kata.lower()}" for nama, kata in PIHAK.items()}
    return hasil


def _signed(konsep: KonsepAdendum, isian: Isian) -> dict[str, Any]:
    """The adendum's data with what was typed; what was emptied goes."""
    data = dict(konsep.data)
    tanda = {nama: isian.text(f"penandatanganan.{nama}") for nama in ("tempat", "tanggal")}
    data["penandatanganan"] = {**(data.get("penandatanganan") or {}), **tanda}
    lama = list(data.get("para_pihak") or [])
    pihak = list[dict[str, Any]]()
    for i in range(len(_parties(konsep))):
        satu = {**(lama[i] if i < len(lama) else {})} | {nama: isian.text(f"para_pihak[{i + 1}].{nama}") for nama in PIHAK}
        pihak.append({nama: isi for nama, isi in satu.items() if isi})
    data["para_pihak"] = pihak
    return data


def _form(slug: str, konsep: KonsepAdendum, isian: Isian) -> str:
    return render_template(
        "penandatanganan.html", slug=slug, konsep=konsep, nama=name_of(konsep.adendum), isian=isian, label=_labels(konsep),
        pihak=_parties(konsep), ruas_pihak=PIHAK, jejak=agreement_hash(ruang(), slug), k=konsep.adendum.sesudah.terbaca,
    )  # fmt: skip
