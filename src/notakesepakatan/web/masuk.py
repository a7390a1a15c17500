"""Logging in and out; too many wrong passwords and one waits."""

from threading import Lock
from urllib.parse import urlsplit

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.jejak import Jejak, add_jejak, now
from notakesepakatan.pengguna import verify
from notakesepakatan.web import sesi
from notakesepakatan.web.formulir import Isian
from notakesepakatan.web.konteks import desk, ruang

blueprint = Blueprint("masuk", __name__)
BATAS_NAMA, BATAS_ALAMAT = 5, 20
JENDELA = 15 * 60
_PERCOBAAN = "meja.percobaan"
_KUNCI = Lock()


@blueprint.get("/masuk")
def halaman() -> ResponseReturnValue:
    """The form."""
    if not desk().wajib_masuk or sesi.session_user():
        return redirect(_inside(request.args.get("lanjut", "")))
    return render_template("masuk.html", isian=Isian(), lanjut=_inside(request.args.get("lanjut", "")))


@blueprint.post("/masuk")
def masuk() -> ResponseReturnValue:
    """A name and a password; nobody learns which of the two was wrong."""
    isian = Isian.posted()
    nama, sandi = isian.text("nama", wajib=True, paling=100), request.form.get("sandi", "")
    kunci = ((f"nama {nama} {request.remote_addr}", BATAS_NAMA), (f"alamat {request.remote_addr}", BATAS_ALAMAT))
    if any(_failures(satu) >= batas for satu, batas in kunci):
        abort(429, "Terlalu banyak percobaan masuk. Tunggu lima belas menit, lalu coba lagi.")
    if not sandi:
        isian.add("sandi", "Wajib diisi.")
    if isian.sah:
        siapa = verify(ruang(), nama, sandi)
        if siapa is not None:
            sesi.begin(siapa)
            add_jejak(ruang(), Jejak(now(), siapa.nama, "masuk"))
            return redirect(_inside(request.form.get("lanjut", "")))
        for satu, _ in kunci:
            _fail(satu)
        isian.add("nama", "Nama atau sandi tidak cocok.")
    return render_template("masuk.html", isian=isian, lanjut=_inside(request.form.get("lanjut", ""))), 422


@blueprint.post("/keluar")
def keluar() -> ResponseReturnValue:
    """End the session."""
    sesi.end()
    return redirect(url_for("masuk.halaman"))


def _inside(tujuan: str) -> str:
    """A path of the desk; the register for anything that leads elsewhere."""
    bagian = urlsplit(tujuan)
    aman = tujuan.startswith("/") and not tujuan.startswith(("//", "/\\")) and not (bagian.scheme or bagian.netloc)
    return tujuan if aman and tujuan.isprintable() else url_for("daftar.halaman")


def _attempts() -> dict[str, list[float]]:
    semua: dict[str, list[float]] = current_app.extensions.setdefault(_PERCOBAAN, {})
    return semua


def _failures(kunci: str) -> int:
    """Wrong passwords of late; what is older is forgotten."""
    batas = desk().waktu() - JENDELA
    with _KUNCI:
        for lain, saat in list(_attempts().items()):
            _attempts()[lain] = [satu for satu in saat if satu > batas]
            if not _attempts()[lain]:
                del _attempts()[lain]
        return len(_attempts().get(kunci, ()))


def _fail(kunci: str) -> None:
    with _KUNCI:
        _attempts().setdefault(kunci, []).append(desk().waktu())
