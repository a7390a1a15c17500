"""The audit trail, readable."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from notakesepakatan.desk.trail import read_jejak
from notakesepakatan.web.context import ruang

blueprint = Blueprint("jejak", __name__)
TIAP_HALAMAN = 100


@blueprint.get("/jejak")
def halaman() -> ResponseReturnValue:
    """Changes, the youngest first; by agreement and by person."""
    slug, siapa = request.args.get("kesepakatan", "").strip(), request.args.get("siapa", "").strip()
    ke = max(request.args.get("halaman", 1, type=int), 1)
    semua = read_jejak(ruang(), slug=slug, siapa=siapa)
    jumlah = max(-(-len(semua) // TIAP_HALAMAN), 1)
    ke = min(ke, jumlah)
    tampil = semua[(ke - 1) * TIAP_HALAMAN : ke * TIAP_HALAMAN]
    return render_template("jejak.html", daftar=tampil, banyak=len(semua), slug=slug, siapa=siapa, ke=ke, jumlah=jumlah)
