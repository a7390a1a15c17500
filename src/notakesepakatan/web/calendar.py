"""The calendar: a month of deadlines, events and days off, and an address to subscribe to."""

import re
from datetime import date

from dateutil.relativedelta import relativedelta
from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.calendar import month, write_deadlines
from notakesepakatan.bureau.register import all_deadlines, open_register
from notakesepakatan.desk.subscriptions import is_subscribed, subscribe, subscriber, unsubscribe
from notakesepakatan.load.calendar import load_kalender
from notakesepakatan.web.context import desk, hari_ini, pengguna, ruang
from notakesepakatan.web.downloads import TIPE, file_answer
from notakesepakatan.web.guard.requests import catat_jejak
from notakesepakatan.web.guard.sessions import session_user
from notakesepakatan.web.peristiwa.fields import FORMULIR
from notakesepakatan.words.tanggal import nama_bulan

blueprint = Blueprint("kalender", __name__)
_BULAN = re.compile(r"(19[4-9]\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])")


@blueprint.get("/kalender")
def halaman() -> ResponseReturnValue:
    """One month; this one unless another is named."""
    return _page()


@blueprint.post("/kalender/langganan")
def langganan() -> ResponseReturnValue:
    """A new address to subscribe to, shown this once; the one before stops working."""
    if not desk().wajib_masuk:
        abort(404)
    if "cabut" in request.form:
        unsubscribe(ruang(), pengguna().nama)
        catat_jejak("mencabut alamat kalender")
        return redirect(url_for(".halaman"))
    kunci = subscribe(ruang(), pengguna())
    catat_jejak("membuat alamat kalender")
    return _page(_address(kunci))


@blueprint.get("/kalender.ics")
def ics() -> ResponseReturnValue:
    """Every open deadline as a calendar file; with accounts, for whoever is logged in or brings a word."""
    if desk().wajib_masuk and session_user() is None and subscriber(ruang(), request.args.get("kunci", "")) is None:
        abort(403, "Alamat kalender ini tidak berlaku lagi. Buat yang baru di halaman Kalender.")
    jawaban = file_answer(write_deadlines(all_deadlines(open_register(ruang(), hari_ini())[0])), "tenggat.ics")
    jawaban.headers["Content-Type"] = f"{TIPE['ics']}; charset=utf-8"
    return jawaban


def _page(alamat: str = "") -> str:
    cocok = _BULAN.fullmatch(request.args.get("bulan", ""))
    awal = date(int(cocok[1]), int(cocok[2]), 1) if cocok else hari_ini().replace(day=1)
    daftar, masalah = open_register(ruang(), hari_ini())
    kalender = load_kalender(ruang().akar)
    kantor = desk().wajib_masuk
    return render_template(
        "kalender.html", pekan=month(daftar, kalender, awal.year, awal.month), judul=f"{nama_bulan(awal)} {awal.year}",
        lalu=awal - relativedelta(months=1), nanti=awal + relativedelta(months=1), masalah=masalah, formulir=FORMULIR,
        keputusan=kalender.keputusan(awal.year), tahun=awal.year, alamat=alamat if kantor else _address(),
        berlangganan=kantor and is_subscribed(ruang(), pengguna()),
    )  # fmt: skip


def _address(kunci: str = "") -> str:
    """The calendar's address as a program on another machine calls it."""
    akar = desk().asal or request.host_url.rstrip("/")
    return akar + url_for(".ics", kunci=kunci or None)
