"""Tools: days, months and words reckoned; a file of others checked; this machine looked at.

It is said what the machine has of what the program needs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any

from dateutil.relativedelta import relativedelta
from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.check import check_document, counts
from notakesepakatan.bureau.system import examine
from notakesepakatan.compute.time.calendar import HariKerja
from notakesepakatan.load.dictionary import load_dictionary
from notakesepakatan.load.foreign.reader import KINDS, UnreadableNaskah
from notakesepakatan.web.context import office, workspace
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.guard.requests import needed
from notakesepakatan.words.numbers import terbilang, thousands
from notakesepakatan.words.typed import whole_number

blueprint = Blueprint("alat", __name__, url_prefix="/alat")
LABEL = {
    "hari_kerja": "Banyaknya hari kerja",
    "bulan": "Banyaknya bulan",
    "sejak": "Sejak tanggal",
    "dari": "Dari tanggal",
    "bilangan": "Bilangan",
    "naskah": "Berkas",
}
MOST_SHOWN = 500


@blueprint.get("")
def page() -> ResponseReturnValue:
    """The forms, and the answer to the one that was asked."""
    isian = Isian({name: text.strip() for name, text in request.args.items()})
    return _page(isian, answer=_reckon(isian)), 200 if isian.valid else 422


@blueprint.post("/periksa")
@needed("penyusun")
def check() -> ResponseReturnValue:
    """Findings on a file that was sent; nothing of it is kept."""
    isian = Isian.posted()
    sent = request.files.get("naskah")
    name = _plain_name(sent.filename) if sent and sent.filename else ""
    if sent is None or not name:
        isian.add("naskah", "Pilih sebuah berkas Word, PDF, atau teks.")
        return _page(isian), 422
    try:
        checked = check_document(name, sent.read())
    except UnreadableNaskah as cause:
        isian.add("naskah", f"{cause}.")
        return _page(isian), 422
    return _page(
        isian,
        nama=name,
        reading=checked.text,
        problems=checked.problems,
        temuan=checked.found[:MOST_SHOWN],
        more=len(checked.found[MOST_SHOWN:]),
        jumlah=counts(checked.found),
    )


def _plain_name(path: str) -> str:
    """The last part of a path of whatever system."""
    return PurePath(path.replace("\\", "/")).name


def _page(
    isian: Isian,
    *,
    nama: str = "",
    answer: Mapping[str, object] | None = None,
    **found: object,
) -> str:
    return render_template(
        "alat.html",
        isian=isian,
        label=LABEL,
        nama=nama,
        kinds=KINDS,
        computer=list(examine(workspace())),
        dictionary=load_dictionary(),
        **(answer or {}),
        **found,
    )


def _reckon(isian: Isian) -> dict[str, Any]:
    """The answer to what was asked, by the name it has in the template.

    What cannot be answered stands beside its field.
    """
    reckoning = _RECKONINGS.get(isian.value.get("hitung", ""))
    if reckoning is None:
        return {}
    try:
        result = reckoning.reckon(isian)
    except (OverflowError, ValueError):
        isian.add(reckoning.field, "Hasilnya di luar kalender.")
        return {}
    return {} if result is None else {reckoning.name: result}


def _hari_kerja_count(isian: Isian) -> HariKerja | None:
    start = isian.day("sejak", required=True)
    if start is None:
        return None
    count = _whole(isian, "hari_kerja", 2000)
    return None if count is None else office().calendar.count(start, count)


def _months(isian: Isian) -> date | None:
    start = isian.day("dari", required=True)
    if start is None:
        return None
    count = _whole(isian, "bulan", 2400)
    return None if count is None else start + relativedelta(months=count)


def _in_words(isian: Isian) -> str | None:
    number = _whole(isian, "bilangan", 10**15 - 1)
    return None if number is None else terbilang(number)


@dataclass(frozen=True)
class _Reckoning:
    """One thing that can be reckoned.

    Attributes:
        name: name of the answer in the template.
        field: the field that carries a result out of bounds.
        reckon: the answer; None where something is wrong with what was typed.
    """

    name: str
    field: str
    reckon: Callable[[Isian], object]


_RECKONINGS = {
    "hari-kerja": _Reckoning("hari_kerja", "hari_kerja", _hari_kerja_count),
    "bulan": _Reckoning("bulan", "bulan", _months),
    "terbilang": _Reckoning("terbilang", "bilangan", _in_words),
}
"""By what the form calls it."""


def _whole(isian: Isian, name: str, at_most: int) -> int | None:
    """A whole number, also below zero, also an amount: "1.001.000", "Rp1.001.000,00"."""
    text = isian.text(name, required=True)
    if not text:
        return None
    number = whole_number(text)
    if number is None or abs(number) > at_most:
        bounds = f"paling besar {thousands(at_most)}; boleh negatif"
        isian.add(name, f"Tulis bilangan bulat, {bounds}.")
        return None
    return number
