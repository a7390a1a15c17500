"""Tools: days, months and words reckoned; a file of others checked; what this machine has of what the program needs."""

import re
from datetime import date
from pathlib import PurePath

from dateutil.relativedelta import relativedelta
from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.check import check_document, counts, load_kamus
from notakesepakatan.bureau.system import examine
from notakesepakatan.errors import NaskahTidakTerbaca
from notakesepakatan.load.calendar import load_kalender
from notakesepakatan.web.context import ruang
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.guard.requests import perlu
from notakesepakatan.words.numbers import ribuan, terbilang

blueprint = Blueprint("alat", __name__, url_prefix="/alat")
LABEL = {
    "hari_kerja": "Banyaknya hari kerja", "bulan": "Banyaknya bulan", "sejak": "Sejak tanggal", "dari": "Dari tanggal",
    "bilangan": "Bilangan", "naskah": "Berkas",
}  # fmt: skip
PALING_TAMPIL = 500
_BILANGAN = re.compile(r"(?ai)(?P<tanda>-?(?:rp\.?)?-?)(?P<angka>\d{1,3}(?:\.\d{3})+|\d+)(?:,00|,-)?")


@blueprint.get("")
def halaman() -> ResponseReturnValue:
    """The forms, and the answer to the one that was asked."""
    isian = Isian({nama: isi.strip() for nama, isi in request.args.items()})
    jawaban = _reckon(isian)
    return _page(isian, **jawaban), 200 if isian.sah else 422


@blueprint.post("/periksa")
@perlu("penyusun")
def periksa() -> ResponseReturnValue:
    """Findings on a file that was sent; nothing of it is kept."""
    isian, kiriman = Isian.posted(), request.files.get("naskah")
    nama = PurePath(((kiriman and kiriman.filename) or "").replace("\\", "/")).name
    if kiriman is None or not nama:
        isian.add("naskah", "Pilih sebuah berkas .docx, .pdf, atau .txt.")
        return _page(isian), 422
    try:
        semua = check_document(nama, kiriman.read())
    except NaskahTidakTerbaca as sebab:
        isian.add("naskah", f"{sebab}.")
        return _page(isian), 422
    return _page(isian, nama=nama, temuan=semua[:PALING_TAMPIL], lebih=len(semua[PALING_TAMPIL:]), jumlah=counts(semua))


def _page(isian: Isian, **lain: object) -> str:
    return render_template(
        "alat.html", **{"isian": isian, "label": LABEL, "nama": "", "komputer": list(examine()), "kamus": load_kamus()} | lain
    )


def _reckon(isian: Isian) -> dict[str, object]:
    """The answer to what was asked, by the name it has in the template; what cannot be answered stands beside its field."""
    apa = isian.nilai.get("hitung", "")
    try:
        if apa == "hari-kerja" and (awal := isian.day("sejak", wajib=True)):
            jumlah = _whole(isian, "hari_kerja", 2000)
            return {"hari_kerja": load_kalender(ruang().akar).count(awal, jumlah)} if jumlah is not None else {}
        if apa == "bulan" and (awal := isian.day("dari", wajib=True)):
            jumlah = _whole(isian, "bulan", 2400)
            return {"bulan": _months(awal, jumlah)} if jumlah is not None else {}
    except (OverflowError, ValueError):
        isian.add({"hari-kerja": "hari_kerja"}.get(apa, apa), "Hasilnya di luar kalender.")
    if apa == "terbilang":
        bilangan = _whole(isian, "bilangan", 10**15 - 1)
        return {"terbilang": terbilang(bilangan)} if bilangan is not None else {}
    return {}


def _months(awal: date, jumlah: int) -> date:
    return awal + relativedelta(months=jumlah)


def _whole(isian: Isian, nama: str, paling: int) -> int | None:
    """A whole number, also below zero, also as an amount of money: "1.001.000", "Rp1.001.000,00"."""
    teks = isian.text(nama, wajib=True)
    if not teks:
        return None
    cocok = _BILANGAN.fullmatch(re.sub(r"\s", "", teks))
    angka = cocok["angka"].replace(".", "") if cocok else ""
    if cocok is None or len(angka) > 16 or int(angka) > paling:
        isian.add(nama, f"Tulis bilangan bulat, paling besar {ribuan(paling)}; boleh negatif.")
        return None
    return -int(angka) if "-" in cocok["tanda"] else int(angka)
