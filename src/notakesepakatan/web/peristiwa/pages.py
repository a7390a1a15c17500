"""Events: what happened is recorded from a form, its papers are looked at before and fetched after."""

from collections.abc import Mapping
from pathlib import Path

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.peristiwa import check_event, draft_papers, record, recorded_papers
from notakesepakatan.bureau.register import kahar_deadline
from notakesepakatan.compose.adendum.papers import name_of
from notakesepakatan.compose.composer import Penyusun
from notakesepakatan.compose.peristiwa import load_documents
from notakesepakatan.load.adendum import load_riwayat
from notakesepakatan.load.register import PeristiwaTermuat, load_events
from notakesepakatan.model.peristiwa import required_keys
from notakesepakatan.web.context import hari_ini, pengguna, ruang
from notakesepakatan.web.downloads import document_answer, document_page
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.guard.requests import catat_jejak, perlu
from notakesepakatan.web.peristiwa.choices import Bahan, material, to_answer
from notakesepakatan.web.peristiwa.details import event_words
from notakesepakatan.web.peristiwa.fields import FORMULIR
from notakesepakatan.web.peristiwa.form import KOSONG, event_data, field_labels, row_count, show_findings, show_missing
from notakesepakatan.words.tanggal import parse_iso
from notakesepakatan.workspace.private import SudahBerubah, agreement_hash, check_unchanged, file_hash, locked

DAPAT_NANTI = ("perpanjangan", "pengakhiran")
"""What is agreed before its day comes; all else is recorded once it has happened."""
blueprint = Blueprint("peristiwa", __name__, url_prefix="/kesepakatan")


@blueprint.get("/<slug>/peristiwa")
def daftar(slug: str) -> ResponseReturnValue:
    """What happened so far, and what may be recorded."""
    riwayat = load_riwayat(ruang(), slug)
    _, semua = load_events(ruang(), slug, riwayat)
    urut = sorted(semua, key=lambda satu: (satu.peristiwa.tanggal, satu.berkas.name), reverse=True)
    konsep, adendum = riwayat.asal.kesepakatan.konsep, next((name_of(a) for a in riwayat.adendum if a.adendum.konsep), "")
    return render_template(
        "peristiwa.html",
        slug=slug,
        k=riwayat.asal.terbaca,
        semua=urut,
        formulir=FORMULIR,
        boleh=_allowed,
        konsep=konsep,
        adendum=adendum,
    )


@blueprint.get("/<slug>/catat/<jenis>")
@perlu("penyusun")
def halaman(slug: str, jenis: str) -> ResponseReturnValue:
    """An empty form; what the address says of a field is filled in already."""
    _check_kind(jenis)
    awal = {"tanggal": hari_ini().isoformat()} | {nama: isi for nama, isi in request.args.items() if len(isi) < 100}
    return _form(slug, jenis, Isian(awal).renewed(), _material(slug, jenis))


@blueprint.post("/<slug>/catat/<jenis>")
@perlu("penyusun")
def catat(slug: str, jenis: str) -> ResponseReturnValue:
    """Record it, or show what is wrong with what was typed."""
    _check_kind(jenis)
    isian, bahan = Isian.posted(), _material(slug, jenis)
    if tambah := isian.nilai.get("tambah"):
        return _form(slug, jenis, isian, bahan, lebih=tambah)
    isi = _read(slug, jenis, isian, bahan)
    if not isian.sah:
        return _form(slug, jenis, isian, bahan), 422
    try:
        with locked(ruang()):
            check_unchanged(ruang(), slug, isian.nilai.get("jejak", ""))
            berkas = record(ruang(), slug, isi)
            catat_jejak(f"mencatat {jenis.replace('_', ' ')}", slug, berkas, "", file_hash(berkas))
    except SudahBerubah:
        isian.add("", "Kesepakatan ini diubah orang lain sejak halaman ini dibuka. Belum ada yang dicatat; periksa peristiwa "
                      "yang sudah ada, lalu simpan lagi.")  # fmt: skip
        return _form(slug, jenis, isian.renewed(), bahan), 409
    nanti = " Tanggalnya belum tiba: status dan tenggat berubah sejak tanggal itu." if _ahead(isi) else ""
    flash(f"{FORMULIR[jenis].judul} dicatat.{nanti}")
    return redirect(url_for(".satu", slug=slug, nama=berkas.stem))


@blueprint.post("/<slug>/catat/<jenis>/pratinjau")
@perlu("penyusun")
def pratinjau(slug: str, jenis: str) -> ResponseReturnValue:
    """The paper of what was typed, for the frame beside the form; nothing is recorded."""
    _check_kind(jenis)
    isian, bahan = Isian.posted(), _material(slug, jenis)
    isi = _read(slug, jenis, isian, bahan)
    peristiwa = check_event(ruang(), slug, isi)[0]
    if not isian.sah or peristiwa is None:
        return render_template("bingkai.html", isian=isian, label=field_labels(jenis, isian, bahan)), 422
    return document_page(draft_papers(ruang(), slug, peristiwa)[0])


@blueprint.get("/<slug>/peristiwa/<nama>")
def satu(slug: str, nama: str) -> ResponseReturnValue:
    """One event: what it says, its papers, what it answers or opens."""
    termuat = _find(slug, nama)
    p = termuat.peristiwa
    tenggat = kahar_deadline(ruang(), slug, p.tanggal) if p.jenis == "keadaan_kahar" else None
    bahan = material(ruang(), slug, p.tanggal)
    return render_template(
        "peristiwa_satu.html", slug=slug, nama=nama, p=p, formulir=FORMULIR[p.jenis], rincian=list(event_words(p, bahan)),
        dokumen=recorded_papers(ruang(), slug, termuat.berkas), k=bahan.termuat.terbaca, tenggat=tenggat,
    )  # fmt: skip


@blueprint.get("/<slug>/peristiwa/<nama>/<dokumen>.<bentuk>")
def naskah(slug: str, nama: str, dokumen: str, bentuk: str) -> ResponseReturnValue:
    """One paper of an event."""
    return document_answer(recorded_papers(ruang(), slug, _find(slug, nama).berkas), dokumen, bentuk)


def _check_kind(jenis: str) -> None:
    if jenis not in FORMULIR:
        abort(404)
    if not _allowed(jenis):
        abort(403, 'Tindakan ini memerlukan peran "pengesah".')


def _allowed(jenis: str) -> bool:
    return pengguna().may("pengesah" if FORMULIR[jenis].pengesah else "penyusun")


def _material(slug: str, jenis: str) -> Bahan:
    bahan = material(ruang(), slug, hari_ini())
    bahan.pilihan["kejadian"] = to_answer(jenis, bahan.ringkasan)
    return bahan


def _read(slug: str, jenis: str, isian: Isian, bahan: Bahan) -> Mapping[str, object]:
    """The event that was typed; whatever is wrong with it is put beside its fields."""
    isi, asal = event_data(jenis, isian, bahan)
    if jenis not in DAPAT_NANTI and _ahead(isi):
        isian.add("tanggal", "Tanggal ini belum tiba; catat setelah terjadi.")
    show_missing(jenis, isian, isi)
    show_findings(isian, check_event(ruang(), slug, isi)[1], asal, field_labels(jenis, isian, bahan))
    return isi


def _ahead(isi: Mapping[str, object]) -> bool:
    """Whether the event's day is still to come; a day that is none is said by others."""
    try:
        return parse_iso(str(isi.get("tanggal", ""))) > hari_ini()
    except ValueError:
        return False


def _form(slug: str, jenis: str, isian: Isian, bahan: Bahan, lebih: str = "") -> str:
    punya_naskah = {d.peristiwa for d in load_documents(Penyusun.of(ruang().akar).templat).values()} | {"berita_acara_kahar"}
    return render_template(
        "peristiwa_catat.html", slug=slug, jenis=jenis, formulir=FORMULIR[jenis], isian=isian, bahan=bahan,
        label=field_labels(jenis, isian, bahan), wajib=("tanggal", *required_keys(jenis)),
        jejak=isian.base(agreement_hash(ruang(), slug)),
        jumlah=lambda kunci: row_count(isian, kunci, KOSONG if kunci == lebih else 0), naskah=jenis in punya_naskah,
    )  # fmt: skip


def _find(slug: str, nama: str) -> PeristiwaTermuat:
    """The event of this name among those that are there; no name of a request becomes a path."""
    _, semua = load_events(ruang(), slug, load_riwayat(ruang(), slug))
    return next((satu for satu in semua if Path(satu.berkas).stem == nama), None) or abort(404)
