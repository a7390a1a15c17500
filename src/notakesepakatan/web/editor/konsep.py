"""The editor of a draft: its form, the page as it will print, findings beside their fields."""

from typing import Any

from flask import Blueprint, Response, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.konsep import (
    BelumSah,
    JendelaLain,
    Suntingan,
    both,
    change,
    discard,
    open_draft,
    parse_path,
    rebase,
    review,
    save_draft,
    undo,
)
from notakesepakatan.compute.editing.edits import read_text
from notakesepakatan.compute.editing.merge import merge
from notakesepakatan.web.context import pengguna, ruang
from notakesepakatan.web.editor.places import item_numbers, place_words
from notakesepakatan.web.editor.typing import (
    Kiriman,
    TidakDapat,
    act,
    body_of,
    both_versions,
    by_field,
    finding_names,
    form_names,
    put_typed,
    read_form,
    read_typed,
)
from notakesepakatan.web.guard.requests import catat_jejak, naskah_page, perlu
from notakesepakatan.workspace.private import SudahBerubah

blueprint = Blueprint("sunting", __name__, url_prefix="/kesepakatan/<slug>/sunting")
_LAYAR = """<style>@media screen {
html { background: #e4e4df } html body { padding: 10px; max-width: 297mm }
section { background: #fff; padding: 14mm 13mm; margin: 0 auto 10px; box-shadow: 0 1px 4px #0004; max-width: 210mm }
section.lampiran { max-width: none; padding: 10mm } .di-sini { background: #fff3bf }
section.lampiran:has(col:nth-child(6)) { min-width: 257mm }
} @media screen and (max-width: 720px) { html { zoom: .8 } } @media screen and (max-width: 440px) { html { zoom: .55 } }
</style></head>"""
"""How the sheet lies on a screen; paper knows nothing of it."""


@blueprint.get("")
@perlu("penyusun")
def halaman(slug: str) -> ResponseReturnValue:
    """The editor."""
    kini = open_draft(ruang(), slug, pengguna().nama)
    return _page(slug, kini)


@blueprint.get("/pratinjau")
@perlu("penyusun")
def pratinjau(slug: str) -> Response:
    """The page as it will print, for the frame beside the form."""
    tinjauan = review(ruang(), slug, open_draft(ruang(), slug, pengguna().nama).data)
    return naskah_page(tinjauan.html.replace(b"</head>", _LAYAR.encode(), 1) or _EMPTY)


_EMPTY = b'<!DOCTYPE html><html lang="id"><head><title>Pratinjau</title></head><body></body></html>'


@blueprint.post("/ketik")
@perlu("penyusun")
def ketik(slug: str) -> ResponseReturnValue:
    """What was typed since the last time and perhaps something to do, from the page's script."""
    kiriman = read_typed()
    galat: list[str] = []
    tindakan = kiriman.tindakan
    try:
        kini, fokus = _do(slug, kiriman)
    except JendelaLain as sebab:
        return jsonify(galat=[str(sebab)], beda=both_versions(sebab.kini.data, kiriman.isian)), 409
    except (BelumSah, TidakDapat) as sebab:  # what was typed is in the side draft all the same
        galat, kini, fokus, tindakan = [str(sebab)], open_draft(ruang(), slug, pengguna().nama), "", ""
    except SudahBerubah as sebab:
        return jsonify(galat=[str(sebab)], ke=url_for("sunting.bandingkan", slug=slug)), 409
    tinjauan = review(ruang(), slug, kini.data)
    jawaban: dict[str, Any] = {
        "galat": galat,
        "tanda": kini.tanda,
        "berubah": kini.data != kini.awal,
        "temuan": render_template("_temuan_konsep.html", **finding_names(kini.data, tinjauan.temuan)),
        "ruas": by_field(kini.data, tinjauan.temuan),
        "naskah": body_of(tinjauan.html),
        "datum": tinjauan.datum(parse_path(kiriman.letak.ruas if kiriman.letak else "")),
    }
    if tindakan and tindakan != "simpan":
        jawaban |= {
            "formulir": render_template("_formulir_konsep.html", **form_names(kini.data, tinjauan.temuan, tinjauan.termuat)),
            "fokus": fokus,
        }
    return jsonify(jawaban), 422 if galat else 200


@blueprint.post("")
@perlu("penyusun")
def kirim(slug: str) -> ResponseReturnValue:
    """The whole form, where no script runs."""
    kiriman = read_form()
    try:
        fokus = _do(slug, kiriman)[1]
    except JendelaLain as sebab:
        beda = both_versions(sebab.kini.data, kiriman.isian)
        return render_template("konflik_konsep.html", slug=slug, beda=beda, jejak=None, lewat=True), 409
    except (BelumSah, TidakDapat) as sebab:
        return _page(slug, open_draft(ruang(), slug, pengguna().nama), str(sebab)), 422
    except SudahBerubah:
        return redirect(url_for("sunting.bandingkan", slug=slug), 303)
    if kiriman.tindakan == "simpan":
        flash("Tersimpan.")
    return redirect(url_for("sunting.halaman", slug=slug) + (f"#ruas-{fokus}" if fokus else ""), 303)


@blueprint.get("/bandingkan")
@perlu("penyusun")
def bandingkan(slug: str) -> ResponseReturnValue:
    """The file as it is now beside what was typed, and what to do."""
    jejak, daftar = both(ruang(), slug, pengguna().nama)
    kini = open_draft(ruang(), slug, pengguna().nama)
    nomor = item_numbers(kini.data)
    beda = [{"tempat": place_words(nama, nomor), "ruas": nama, "kini": a, "ketikan": b} for nama, a, b in daftar]
    lewat = kini.jejak != jejak
    return render_template("konflik_konsep.html", slug=slug, beda=beda, jejak=jejak, lewat=lewat), 409 if lewat else 200


@blueprint.post("/bandingkan")
@perlu("penyusun")
def putuskan(slug: str) -> ResponseReturnValue:
    """What its owner decided: put the typed changes on the file as it is now, or let go of them."""
    if request.form.get("tindakan") == "gabung":
        rebase(ruang(), slug, pengguna().nama, request.form.get("jejak", ""), merge)
        flash("Ketikan Anda digabungkan ke versi tersimpan. Periksa, lalu simpan.")
    else:
        discard(ruang(), slug, pengguna().nama)
        flash("Ketikan Anda dibuang; ini versi yang tersimpan.")
    return redirect(url_for("sunting.halaman", slug=slug), 303)


def _do(slug: str, kiriman: Kiriman) -> tuple[Suntingan, str]:
    """Put what was typed into the side draft, then do what was asked; gives the draft and the field to go to."""
    siapa, apa = pengguna().nama, kiriman.tindakan.partition(" ")[0]
    try:
        kini = change(ruang(), slug, siapa, kiriman.tanda, lambda data: put_typed(data, kiriman.isian))
        if apa == "simpan":
            sebelum, sesudah = save_draft(ruang(), slug, siapa, kini.tanda)
            if sebelum != sesudah:
                catat_jejak("menyimpan konsep", slug, ruang().berkas(slug), sebelum, sesudah)
        elif apa == "buang":
            discard(ruang(), slug, siapa)
        elif apa == "urung":
            return undo(ruang(), slug, siapa, kini.tanda), ""
        elif apa:
            fokus: list[str] = []
            kini = change(
                ruang(),
                slug,
                siapa,
                kini.tanda,
                lambda data: act(data, kiriman, fokus, lambda kini: review(ruang(), slug, kini).temuan),
                ingat=True,
            )
            return kini, "".join(fokus)
        else:
            return kini, ""
    except (LookupError, ValueError):
        raise TidakDapat from None
    return open_draft(ruang(), slug, siapa), ""


def _page(slug: str, kini: Suntingan, pesan: str = "") -> str:
    tinjauan = review(ruang(), slug, kini.data)
    return render_template(
        "sunting.html", slug=slug, kini=kini, pesan=pesan, judul=read_text(kini.data, ("judul",)),
        **form_names(kini.data, tinjauan.temuan, tinjauan.termuat), **finding_names(kini.data, tinjauan.temuan),
    )  # fmt: skip
