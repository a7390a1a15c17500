"""Tools: days, months and words reckoned; a file of others checked; what this machine has of what the program needs."""

import re
from datetime import date
from pathlib import PurePath

from dateutil.relativedelta import relativedelta
from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.check import check_document, counts, load_dictionary
from notakesepakatan.bureau.foreign_text import UnreadableNaskah
from notakesepakatan.bureau.system import examine
from notakesepakatan.web.context import office
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.guard.requests import needed
from notakesepakatan.words.numbers import terbilang, thousands

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
_NUMBER = re.compile(
    r"(?ai)(?P<tanda>-?(?:rp\.?)?-?)(?P<angka>\d{1,3}(?:\.\d{3})+|\d+)(?:,00|,-)?"
)


@blueprint.get("")
def page() -> ResponseReturnValue:
    """The forms, and the answer to the one that was asked."""
    isian = Isian({name: content.strip() for name, content in request.args.items()})
    jawaban = _reckon(isian)
    return _page(isian, **jawaban), 200 if isian.valid else 422


@blueprint.post("/periksa")
@needed("penyusun")
def check() -> ResponseReturnValue:
    """Findings on a file that was sent; nothing of it is kept."""
    isian, sent = Isian.posted(), request.files.get("naskah")
    name = PurePath(((sent and sent.filename) or "").replace("\\", "/")).name
    if sent is None or not name:
        isian.add("naskah", "Pilih sebuah berkas .docx, .pdf, atau .txt.")
        return _page(isian), 422
    try:
        every = check_document(name, sent.read())
    except UnreadableNaskah as cause:
        isian.add("naskah", f"{cause}.")
        return _page(isian), 422
    return _page(
        isian,
        nama=name,
        temuan=every[:MOST_SHOWN],
        more=len(every[MOST_SHOWN:]),
        jumlah=counts(every),
    )


def _page(isian: Isian, **lain: object) -> str:
    return render_template(
        "alat.html",
        **{
            "isian": isian,
            "label": LABEL,
            "nama": "",
            "komputer": list(examine()),
            "dictionary": load_dictionary(),
        }
        | lain,
    )


def _reckon(isian: Isian) -> dict[str, object]:
    """The answer to what was asked, by the name it has in the template; what cannot be answered stands beside its field."""
    what = isian.value.get("hitung", "")
    try:
        if what == "hari-kerja" and (start := isian.day("sejak", required=True)):
            count = _whole(isian, "hari_kerja", 2000)
            return (
                {"hari_kerja": office().calendar.count(start, count)}
                if count is not None
                else {}
            )
        if what == "bulan" and (start := isian.day("dari", required=True)):
            count = _whole(isian, "bulan", 2400)
            return {"bulan": _months(start, count)} if count is not None else {}
    except (OverflowError, ValueError):
        isian.add(
            {"hari-kerja": "hari_kerja"}.get(what, what), "Hasilnya di luar kalender."
        )
    if what == "terbilang":
        number = _whole(isian, "bilangan", 10**15 - 1)
        return {"terbilang": terbilang(number)} if number is not None else {}
    return {}


def _months(start: date, count: int) -> date:
    return start + relativedelta(months=count)


def _whole(isian: Isian, name: str, paling: int) -> int | None:
    """A whole number, also below zero, also as an amount of money: "1.001.000", "Rp1.001.000,00"."""
    text = isian.text(name, required=True)
    if not text:
        return None
    match = _NUMBER.fullmatch(re.sub(r"\s", "", text))
    angka = match["angka"].replace(".", "") if match else ""
    if match is None or len(angka) > 16 or int(angka) > paling:
        isian.add(
            name,
            f"Tulis bilangan bulat, paling besar {thousands(paling)}; boleh negatif.",
        )
        return None
    return -int(angka) if "-" in match["tanda"] else int(angka)
