"""A new agreement that begins as another one: which one, then who the other parties are."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.new import (
    FaultyJawaban,
    check_new_slug,
    read_like,
    suggest_slug,
)
from notakesepakatan.bureau.new_like import copied_text, make_copy, own_place
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.register import Selection
from notakesepakatan.desk.register import Request, select_page
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import default_sebutan
from notakesepakatan.web.context import board, office, today, workspace
from notakesepakatan.web.forms import REQUIRED, Isian, field_words
from notakesepakatan.web.guard.requests import needed

blueprint = Blueprint("seperti", __name__, url_prefix="/baru/seperti")
_PIHAK = {
    "nama": "Nama badan",
    "jabatan": "Jabatan penanda tangan",
    "pejabat": "Nama penanda tangan",
    "kedudukan": "Alamat kedudukan",
}
_LONGEST = 200
"""Characters of a search."""
_LIKE = "dari"
"""What says in the address which agreement is copied."""


@blueprint.get("")
@needed("penyusun")
def page() -> ResponseReturnValue:
    """Which agreement; or, where the address says it, the questions about the copy."""
    like = request.args.get(_LIKE, "")
    if not like:
        return _choices()
    opened = office()
    kesepakatan = copied_text(opened.text(like)).kesepakatan
    value = _proposal(opened, like, kesepakatan)
    return _form(Isian(value), like, kesepakatan)


def _choices() -> str:
    """The agreements that have the words sought, as many as a page has."""
    sought = request.args.get("q", "")[:_LONGEST].strip()
    wanted = Request(Selection(words=tuple(sought.split())), order="judul")
    page = select_page(board().on(today()), wanted)
    return render_template("baru_seperti_pilih.html", page=page, sought=sought)


@blueprint.post("/<like>")
@needed("penyusun")
def copy(like: str) -> ResponseReturnValue:
    """The draft, through the same door as `nota baru --seperti`."""
    opened = office()
    kesepakatan = copied_text(opened.text(like)).kesepakatan
    isian = Isian.posted()
    slug = isian.text("slug")
    judul = isian.text("judul", required=True)
    if not slug and judul:
        slug = suggest_slug(workspace(), judul, today().year)
    elif slug and (why := check_new_slug(workspace(), slug)):
        isian.add("slug", why)
    content = _jawaban_typed(isian, kesepakatan)
    if isian.valid:
        _make(opened, isian, slug, like, content)
    if not isian.valid:
        return _form(isian, like, kesepakatan), 422
    return redirect(url_for("kesepakatan.page", slug=slug))


def _make(
    opened: Office, isian: Isian, slug: str, like: str, content: dict[str, Any]
) -> None:
    """Write it; what stands in its way is said at its field."""
    try:
        _, copied = make_copy(opened, slug, like, read_like(content))
    except (FaultyJawaban, FaultyNaskah) as cause:
        for temuan in cause.temuan:
            name = temuan.kunci if temuan.kunci in isian.value else ""
            isian.add(name, field_words(temuan))
        return
    board().touch(slug)
    flash(f"Konsep dibuat. {copied.words}")


def _proposal(opened: Office, like: str, k: Kesepakatan) -> dict[str, str]:
    """What the form holds at first: the office itself, title and term as they were."""
    value = {"judul": k.judul, "jangka_waktu": str(k.jangka_waktu)}
    value["tempat"] = k.penandatanganan.tempat or ""
    own = own_place(opened, like)
    for name in _PIHAK:
        words = getattr(k.para_pihak[own], name)
        value[f"para_pihak[{own + 1}].{name}"] = words or ""
    return value


def _jawaban_typed(isian: Isian, k: Kesepakatan) -> dict[str, Any]:
    content: dict[str, Any] = {
        name: text
        for name in ("judul", "tempat", "jangka_waktu")
        if (text := isian.text(name))
    }
    content["para_pihak"] = [
        _answered_pihak(isian, i) for i in range(1, len(k.para_pihak) + 1)
    ]
    return content


def _answered_pihak(isian: Isian, i: int) -> dict[str, str]:
    answered = {name: isian.text(f"para_pihak[{i}].{name}") for name in _PIHAK}
    for name in ("nama", "jabatan"):
        if not answered[name]:
            isian.add(f"para_pihak[{i}].{name}", REQUIRED)
    return {name: text for name, text in answered.items() if text}


def _form(isian: Isian, like: str, k: Kesepakatan) -> str:
    names = _names(k)
    label = {
        "judul": "Judul, setelah kata tentang",
        "slug": "Nama folder",
        "jangka_waktu": "Jangka waktu",
        "tempat": "Tempat penandatanganan",
    }
    for i, name in enumerate(names, 1):
        for key, words in _PIHAK.items():
            label[f"para_pihak[{i}].{key}"] = f"{name}, {words.lower()}"
    return render_template(
        "baru_seperti.html",
        isian=isian,
        label=label,
        like=like,
        kesepakatan=k,
        names=names,
        fields=_PIHAK,
    )


def _names(k: Kesepakatan) -> Sequence[str]:
    pairs = zip(k.kunci_pihak, k.para_pihak, strict=True)
    return [pihak.sebutan or default_sebutan(key) for key, pihak in pairs]
