"""The page of one agreement, its papers, the text in force on a chosen day."""

from datetime import date

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.adendum import KONSOLIDASI
from notakesepakatan.bureau.check import counts
from notakesepakatan.bureau.overview import look
from notakesepakatan.bureau.papers import make_konsolidasi, make_paper
from notakesepakatan.load.adendum import load_riwayat
from notakesepakatan.web.context import hari_ini, ruang
from notakesepakatan.web.downloads import file_answer
from notakesepakatan.web.editor.places import item_numbers, place_words
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.guard.requests import naskah_page

blueprint = Blueprint("kesepakatan", __name__, url_prefix="/kesepakatan")


@blueprint.get("/<slug>")
def halaman(slug: str) -> ResponseReturnValue:
    """Everything about one agreement."""
    tampak = look(ruang(), slug, hari_ini())
    temuan = [satu.temuan for satu in tampak.temuan]
    pokok, nomor = tampak.kertas[0].nama, item_numbers(tampak.berlaku.sumber.data)
    return render_template(
        "kesepakatan.html", slug=slug, t=tampak, k=tampak.berlaku.terbaca, jumlah=counts(temuan), pokok=pokok,
        letak=lambda jalur: place_words(".".join(map(str, jalur)), nomor) if jalur else "Naskah",
    )  # fmt: skip


@blueprint.get("/<slug>/berlaku")
def berlaku(slug: str) -> ResponseReturnValue:
    """The text in force on a chosen day."""
    riwayat = load_riwayat(ruang(), slug)
    per, isian = _day()
    konsep = bool(request.args.get("konsep"))
    terpakai = riwayat.applied(per, konsep=konsep)
    return render_template(
        "berlaku.html", slug=slug, k=riwayat.asal.terbaca, per=per, isian=isian, konsep=konsep, terpakai=terpakai,
        ada_konsep=any(not a.berlaku for a in riwayat.adendum), konsolidasi=KONSOLIDASI,
    )  # fmt: skip


@blueprint.get("/<slug>/naskah/<dokumen>.<bentuk>")
def naskah(slug: str, dokumen: str, bentuk: str) -> ResponseReturnValue:
    """One paper: HTML to look at in a frame, the others to download."""
    if dokumen == KONSOLIDASI:
        per, isian = _day()
        if not isian.sah:
            abort(404)
        isi = make_konsolidasi(ruang(), slug, per, bentuk, konsep=bool(request.args.get("konsep")))
    else:
        isi = make_paper(ruang(), slug, dokumen, bentuk)
    if bentuk == "html":
        return naskah_page(isi)
    return file_answer(isi, f"{slug}-{dokumen}.{bentuk}")


def _day() -> tuple[date, Isian]:
    """The day asked for, today where none is; and what is wrong with it."""
    isian = Isian({"per": request.args.get("per", "")})
    return isian.day("per") or hari_ini(), isian
