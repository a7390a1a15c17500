"""The calendar: a month of deadlines, events and days off, and an address to subscribe to."""

import re
from datetime import date

from dateutil.relativedelta import relativedelta
from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.calendar import month, write_deadlines
from notakesepakatan.bureau.register import all_deadlines, open_register
from notakesepakatan.desk.subscriptions import (
    is_subscribed,
    subscribe,
    subscriber,
    unsubscribe,
)
from notakesepakatan.web.context import desk, office, today, user, workspace
from notakesepakatan.web.downloads import TYPES, file_answer
from notakesepakatan.web.guard.requests import record_trail
from notakesepakatan.web.guard.sessions import session_user
from notakesepakatan.web.peristiwa.fields import FORM
from notakesepakatan.words.tanggal import month_name

blueprint = Blueprint("kalender", __name__)
_MONTH = re.compile(r"(19[4-9]\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])")


@blueprint.get("/kalender")
def page() -> ResponseReturnValue:
    """One month; this one unless another is named."""
    return _page()


@blueprint.post("/kalender/langganan")
def subscription() -> ResponseReturnValue:
    """A new address to subscribe to, shown this once; the one before stops working."""
    if not desk().login_required:
        abort(404)
    if "cabut" in request.form:
        unsubscribe(workspace(), user().nama)
        record_trail("mencabut alamat kalender")
        return redirect(url_for(".page"))
    key = subscribe(workspace(), user())
    record_trail("membuat alamat kalender")
    return _page(_address(key))


@blueprint.get("/kalender.ics")
def ics() -> ResponseReturnValue:
    """Every open deadline as a calendar file.

    With accounts, for whoever is logged in or brings a word.
    """
    if (
        desk().login_required
        and session_user() is None
        and subscriber(workspace(), request.args.get("kunci", "")) is None
    ):
        abort(
            403,
            "Alamat kalender ini tidak berlaku lagi. Buat yang baru di halaman Kalender.",
        )
    jawaban = file_answer(
        write_deadlines(all_deadlines(open_register(office(), today())[0])),
        "tenggat.ics",
    )
    jawaban.headers["Content-Type"] = f"{TYPES['ics']}; charset=utf-8"
    return jawaban


def _page(address: str = "") -> str:
    match = _MONTH.fullmatch(request.args.get("bulan", ""))
    start = date(int(match[1]), int(match[2]), 1) if match else today().replace(day=1)
    items, problem = open_register(office(), today())
    calendar = office().calendar
    with_accounts = desk().login_required
    return render_template(
        "kalender.html",
        week=month(items, calendar, start.year, start.month),
        judul=f"{month_name(start)} {start.year}",
        past=start - relativedelta(months=1),
        later=start + relativedelta(months=1),
        problem=problem,
        form=FORM,
        keputusan=calendar.keputusan(start.year),
        tahun=start.year,
        alamat=address if with_accounts else _address(),
        subscribed=with_accounts and is_subscribed(workspace(), user()),
    )


def _address(key: str = "") -> str:
    """The calendar's address as a program on another machine calls it."""
    root = desk().origin or request.host_url.rstrip("/")
    return root + url_for(".ics", kunci=key or None)
