"""The calendar: a month of deadlines, events and days off, and an address to subscribe to."""

import re
from datetime import date

from dateutil.relativedelta import relativedelta
from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.calendar import month, provisional_years_of, write_tenggat
from notakesepakatan.bureau.register import all_tenggat, open_register
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
from notakesepakatan.web.peristiwa.fields import FORMS
from notakesepakatan.words.tanggal import month_name

blueprint = Blueprint("kalender", __name__)
_NOT_VALID = (
    "Alamat kalender ini tidak berlaku lagi. Buat yang baru di halaman Kalender."
)
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
    if desk().login_required and not _may_read():
        abort(403, _NOT_VALID)
    rows, _ = open_register(office(), today())
    content = write_tenggat(all_tenggat(rows), office().pengaturan.zona)
    response = file_answer(content, "tenggat.ics")
    response.headers["Content-Type"] = f"{TYPES['ics']}; charset=utf-8"
    return response


def _may_read() -> bool:
    """Whether one has logged in, or the address says a word that was given out."""
    if session_user() is not None:
        return True
    return subscriber(workspace(), request.args.get("kunci", "")) is not None


def _page(address: str = "") -> str:
    match = _MONTH.fullmatch(request.args.get("bulan", ""))
    start = date(int(match[1]), int(match[2]), 1) if match else today().replace(day=1)
    rows, problem = open_register(office(), today())
    calendar = office().calendar
    with_accounts = desk().login_required
    weeks = month(rows, calendar, start.year, start.month)
    return render_template(
        "kalender.html",
        weeks=weeks,
        provisional_years=provisional_years_of(weeks),
        judul=f"{month_name(start)} {start.year}",
        month_before=start - relativedelta(months=1),
        month_after=start + relativedelta(months=1),
        problem=problem,
        forms=FORMS,
        keputusan=calendar.keputusan(start.year),
        tahun=start.year,
        address=address if with_accounts else _address(),
        subscribed=with_accounts and is_subscribed(workspace(), user()),
    )


def _address(key: str = "") -> str:
    """The calendar's address as a program on another machine calls it."""
    root = desk().origin or request.host_url.rstrip("/")
    return root + url_for(".ics", kunci=key or None)
