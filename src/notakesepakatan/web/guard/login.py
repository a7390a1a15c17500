"""Logging in and out; too many wrong passwords and one waits."""

from collections.abc import Sequence
from threading import Lock

from flask import Blueprint, abort, current_app, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.desk.accounts import verify
from notakesepakatan.web.context import desk, ruang
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.guard import sessions
from notakesepakatan.web.guard.requests import catat_jejak

blueprint = Blueprint("masuk", __name__)
BATAS_NAMA, BATAS_ALAMAT = 5, 20
JENDELA = 15 * 60
_PERCOBAAN = "meja.percobaan"
_KUNCI = Lock()


@blueprint.get("/masuk")
def halaman() -> ResponseReturnValue:
    """The form."""
    if not desk().wajib_masuk or sessions.session_user():
        return redirect(_inside(request.args.get("lanjut", "")))
    return render_template("masuk.html", isian=Isian(), lanjut=_inside(request.args.get("lanjut", "")))


@blueprint.post("/masuk")
def masuk() -> ResponseReturnValue:
    """A name and a password; nobody learns which of the two was wrong."""
    isian = Isian.posted()
    nama, sandi = isian.text("nama", wajib=True, paling=100), request.form.get("sandi", "")
    kunci = ((f"nama {nama} {request.remote_addr}", BATAS_NAMA), (f"alamat {request.remote_addr}", BATAS_ALAMAT))
    if not sandi:
        isian.add("sandi", "Wajib diisi.")
    if isian.sah:
        if not (saat := _admit(kunci)):
            abort(429, "Terlalu banyak percobaan masuk. Tunggu lima belas menit, lalu coba lagi.")
        siapa = verify(ruang(), nama, sandi)
        if siapa is not None:
            _forgive(kunci, saat)
            sessions.begin(siapa)
            g.pengguna = siapa
            catat_jejak("masuk")
            return redirect(_inside(request.form.get("lanjut", "")))
        isian.add("nama", "Nama atau sandi tidak cocok.")
    return render_template("masuk.html", isian=isian, lanjut=_inside(request.form.get("lanjut", ""))), 422


@blueprint.post("/keluar")
def keluar() -> ResponseReturnValue:
    """End the session."""
    sessions.end()
    return redirect(url_for("masuk.halaman"))


def _inside(tujuan: str) -> str:
    """A path of the desk; the register for anything that leads elsewhere."""
    # A path that begins with one slash has neither scheme nor host, whatever follows.
    aman = tujuan.startswith("/") and not tujuan.startswith(("//", "/\\")) and tujuan.isprintable()
    return tujuan if aman else url_for("daftar.halaman")


def _attempts() -> dict[str, list[float]]:
    semua: dict[str, list[float]] = current_app.extensions.setdefault(_PERCOBAAN, {})
    return semua


def _admit(kunci: Sequence[tuple[str, int]]) -> float:
    """Count an attempt against every limit before it is made, so that many at once pass none; 0 where one is reached."""
    kini = desk().waktu()
    with _KUNCI:
        semua = _attempts()
        for lain, saat in list(semua.items()):
            semua[lain] = [satu for satu in saat if satu > kini - JENDELA]
            if not semua[lain]:
                del semua[lain]
        if any(len(semua.get(satu, ())) >= batas for satu, batas in kunci):
            return 0
        for satu, _ in kunci:
            semua.setdefault(satu, []).append(kini)
    return kini


def _forgive(kunci: Sequence[tuple[str, int]], saat: float) -> None:
    """The attempt was right, and counts no more."""
    with _KUNCI:
        for satu, _ in kunci:
            if saat in (daftar := _attempts().get(satu, [])):
                daftar.remove(saat)
