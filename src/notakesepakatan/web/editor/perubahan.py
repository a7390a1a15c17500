"""Change of a signed agreement: the text is edited as it should read; what that amends is shown, and made."""

from flask import Blueprint, Response, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.adendum import Permintaan, Rencana
from notakesepakatan.bureau.konsep import JendelaLain, Suntingan, composer
from notakesepakatan.bureau.perubahan import (
    TinjauanUbah,
    has_draft,
    make_change,
    open_change,
    renew_change,
    review_change,
    type_change,
)
from notakesepakatan.compose.adendum.papers import compose_adendum, compose_sandingan, name_of
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compute.editing.edits import read_text
from notakesepakatan.load.adendum import load_riwayat
from notakesepakatan.web.context import pengguna, ruang
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
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.guard.requests import catat_jejak, naskah_page, perlu
from notakesepakatan.workspace.private import SudahBerubah, file_hash
from notakesepakatan.write.html import write_html

blueprint = Blueprint("perubahan", __name__, url_prefix="/kesepakatan/<slug>/ubah")
LABEL = {"jenis": "Bentuk perubahan", "alasan": "Alasan"}


@blueprint.get("")
@perlu("penyusun")
def halaman(slug: str) -> ResponseReturnValue:
    """The text to be edited, and beside it what is amended."""
    return _page(slug, open_change(ruang(), slug, pengguna().nama))


@blueprint.get("/pratinjau")
@perlu("penyusun")
def pratinjau(slug: str) -> Response:
    """Old and new text side by side; the text itself while nothing is changed."""
    return naskah_page(_sheet(_review(slug, open_change(ruang(), slug, pengguna().nama))) or _KOSONG)


_KOSONG = b'<!DOCTYPE html><html lang="id"><head><title>Sandingan</title></head><body></body></html>'


@blueprint.post("/ketik")
@perlu("penyusun")
def ketik(slug: str) -> ResponseReturnValue:
    """What was typed since the last time and perhaps something to do, from the page's script."""
    kiriman = read_typed()
    galat: list[str] = []
    try:
        kini, fokus = _do(slug, kiriman)
    except JendelaLain as sebab:
        return jsonify(galat=[str(sebab)], beda=both_versions(sebab.kini.data, kiriman.isian)), 409
    except TidakDapat as sebab:  # what was typed is kept all the same
        galat, kini, fokus = [str(sebab)], open_change(ruang(), slug, pengguna().nama), ""
    if kiriman.tindakan == "periksa" and not galat:
        return jsonify(tanda=kini.tanda, ke=url_for(".periksa", slug=slug))
    tinjauan = _review(slug, kini)
    lembar = _sheet(tinjauan)
    jawaban = {
        "galat": galat, "tanda": kini.tanda, "berubah": kini.data != kini.awal, "datum": "",
        "ruas": by_field(kini.data, tinjauan.temuan, kini.awal),
        "temuan": render_template("_perubahan.html", t=tinjauan, **finding_names(kini.data, tinjauan.temuan, kini.awal)),
        "naskah": body_of(lembar),
    }  # fmt: skip
    if kiriman.tindakan and not galat:
        isi = render_template("_formulir_konsep.html", **form_names(kini.data, tinjauan.temuan, tinjauan.termuat, kini.awal))
        jawaban |= {"formulir": isi, "fokus": fokus}
    return jsonify(jawaban), 422 if galat else 200


@blueprint.post("")
@perlu("penyusun")
def kirim(slug: str) -> ResponseReturnValue:
    """The whole form, where no script runs."""
    kiriman = read_form()
    try:
        fokus = _do(slug, kiriman)[1]
    except (JendelaLain, TidakDapat) as sebab:
        kode = 409 if isinstance(sebab, JendelaLain) else 422
        return _page(slug, open_change(ruang(), slug, pengguna().nama), str(sebab)), kode
    if kiriman.tindakan == "periksa":
        return redirect(url_for(".periksa", slug=slug), 303)
    return redirect(url_for(".halaman", slug=slug) + (f"#ruas-{fokus}" if fokus else ""), 303)


@blueprint.post("/ulang")
@perlu("penyusun")
def ulang(slug: str) -> ResponseReturnValue:
    """Begin anew from the text as it is now; what was typed goes along, or is let go."""
    gabung = "gabung" in request.form
    renew_change(ruang(), slug, pengguna().nama, gabung=gabung)
    flash("Ketikan Anda digabungkan ke naskah yang berlaku. Periksa lagi." if gabung else "Ketikan Anda dibuang.")
    return redirect(url_for(".halaman", slug=slug), 303)


@blueprint.get("/periksa")
@perlu("penyusun")
def periksa(slug: str) -> ResponseReturnValue:
    """What is amended, in what form, and the papers of it."""
    return _check(slug, Isian({"jenis": "adendum"}))


@blueprint.post("/naskah")
@perlu("penyusun")
def naskah(slug: str) -> ResponseReturnValue:
    """The adendum or the sandingan as it would be, for a frame; nothing is written."""
    isian = Isian.posted()
    hasil = review_change(ruang(), slug, open_change(ruang(), slug, pengguna().nama).data, _wanted(isian))
    if hasil.rencana is None:
        isian.add("", hasil.sebab or "Naskah belum dapat dibaca; perbaiki dahulu.")
        return render_template("bingkai.html", isian=isian, label=LABEL), 422
    if "sandingan" in request.form:
        return naskah_page(_comparison(hasil.rencana))
    return naskah_page(write_html(compose_adendum(composer(ruang()), hasil.rencana.adendum, hasil.rencana.sebelumnya)))


@blueprint.post("/buat")
@perlu("penyusun")
def buat(slug: str) -> ResponseReturnValue:
    """Make the adendum or the correction, as a draft to be signed."""
    isian = Isian.posted()
    permintaan = _wanted(isian)
    try:
        if not isian.sah:
            return _check(slug, isian), 422
        hasil = make_change(ruang(), slug, pengguna().nama, isian.text("tanda"), permintaan)
    except SudahBerubah as sebab:
        isian.add("", str(sebab))
        return _check(slug, isian), 409
    if hasil.rencana is None:
        isian.add("", hasil.sebab or "Naskah belum dapat dibaca; perbaiki dahulu.")
        return _check(slug, isian), 422
    rencana = hasil.rencana
    catat_jejak("membuat konsep adendum", slug, rencana.berkas, "", file_hash(rencana.berkas))
    flash(" ".join((f"Konsep {name_of(rencana.adendum)} dibuat: {len(rencana.perubahan)} perubahan.", *rencana.peringatan)))
    return redirect(url_for("kesepakatan.halaman", slug=slug), 303)


def _do(slug: str, kiriman: Kiriman) -> tuple[Suntingan, str]:
    """Put what was typed into the side text, then do what was asked; gives the text and the field to go to."""
    siapa, apa, fokus = pengguna().nama, kiriman.tindakan.partition(" ")[0], list[str]()
    try:
        kini = type_change(ruang(), slug, siapa, kiriman.tanda, lambda data: put_typed(data, kiriman.isian))
        if apa == "urung":
            kini = type_change(
                ruang(), slug, siapa, kini.tanda, lambda data: data if kini.lalu is None else kini.lalu, ingat=True
            )
        elif apa not in ("", "simpan", "periksa"):
            ubah = lambda data: act(data, kiriman, fokus, lambda _: ())  # noqa: E731 - named for the line below
            kini = type_change(ruang(), slug, siapa, kini.tanda, ubah, ingat=True)
    except (LookupError, ValueError):
        raise TidakDapat from None
    return kini, "".join(fokus)


def _wanted(isian: Isian) -> Permintaan:
    alasan = tuple(baris for satu in isian.text("alasan", banyak_baris=True).split("\n") if (baris := satu.strip()))
    jenis = isian.choice("jenis", ("adendum", "perbaikan"), wajib=True)
    tetap, surut, ganti = (bool(isian.text(nama)) for nama in ("tetap", "surut", "ganti"))
    return Permintaan(jenis == "perbaikan", tetap, alasan, surut, ganti)


def _review(slug: str, kini: Suntingan) -> TinjauanUbah:
    return review_change(ruang(), slug, kini.data, Permintaan(tetap=True))


def _sheet(tinjauan: TinjauanUbah) -> bytes:
    if tinjauan.rencana:
        return _comparison(tinjauan.rencana)
    return write_html(compose_kesepakatan(composer(ruang()), tinjauan.termuat)) if tinjauan.termuat else b""


def _comparison(rencana: Rencana) -> bytes:
    return write_html(compose_sandingan(composer(ruang()), rencana.adendum))


def _page(slug: str, kini: Suntingan, pesan: str = "") -> str:
    tinjauan = _review(slug, kini)
    return render_template(
        "perubahan.html", slug=slug, kini=kini, pesan=pesan, judul=read_text(kini.data, ("judul",)), t=tinjauan,
        ada_konsep=has_draft(ruang(), slug),
        **form_names(kini.data, tinjauan.temuan, tinjauan.termuat, kini.awal),
        **finding_names(kini.data, tinjauan.temuan, kini.awal),
    )  # fmt: skip


def _check(slug: str, isian: Isian) -> str:
    kini = open_change(ruang(), slug, pengguna().nama)
    return render_template(
        "perubahan_periksa.html", slug=slug, kini=kini, isian=isian, label=LABEL, t=_review(slug, kini),
        k=load_riwayat(ruang(), slug).asal.terbaca, ada_konsep=has_draft(ruang(), slug),
        **finding_names(kini.data, _review(slug, kini).temuan, kini.awal),
    )  # fmt: skip
