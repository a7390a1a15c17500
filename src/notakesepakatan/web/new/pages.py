"""A new agreement: answers to a few questions a step in, a draft beside them, a file out."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from flask import (
    Blueprint,
    abort,
    flash,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.konsep import composer, instrumen_list
from notakesepakatan.bureau.new import (
    USUAL_TERM,
    bare_item,
    check_jawaban,
    check_new_slug,
    choose,
    make_draft,
    offered,
    read_jawaban,
    suggest_slug,
)
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.model.instrumen import MITRA, Instrumen
from notakesepakatan.model.jawaban import Jawaban
from notakesepakatan.temuan import Temuan
from notakesepakatan.web.context import board, today, user, workspace
from notakesepakatan.web.forms import (
    REQUIRED,
    Isian,
    field_words,
    plain_lines,
    read_json,
)
from notakesepakatan.web.guard.requests import naskah_page, needed
from notakesepakatan.web.new.steps import (
    LAST,
    MITRA_STEP,
    MOST_PIHAK,
    OF_PIHAK,
    PIHAK_WORDS,
    RAGAM,
    STEPS,
    SUBJECT_STEP,
    count_pihak,
    field_labels,
    jawaban_of,
    sebutan_of,
    step_of,
    with_pihak,
    without_pihak,
)
from notakesepakatan.write.html import write_html

blueprint = Blueprint("baru", __name__, url_prefix="/baru")
DEFAULT = {
    name: field.default
    for name, field in Jawaban.model_fields.items()
    if isinstance(field.default, str)
}
"""What the command offers with Enter."""
_PROPOSAL = "usul"
"""Beside the answers: the folder suggested, while it is not the officer's own."""
_NOTHING = Jawaban.model_validate(
    {"judul": "-", "para_pihak": [{"nama": "-", "jabatan": "-"}] * 2}
)
"""Answers that choose no instrument."""
_STEP_ARGUMENT = "langkah"
"""What says in the address which step it is."""
_PIHAK_HELP = {
    "kuasa": "Bila bukan pimpinan badan yang menandatangani, misalnya Surat Kuasa "
    "Wali Kota Contoh Nomor 7/SK/2026 tanggal 5 Januari 2026.",
    "nomor": "Kosong sampai hari penandatanganan.",
    "alamat_surat": "Kosong: sama dengan alamat kedudukan.",
}
LONGEST = 20_000
"""Characters of an answer."""


@blueprint.get("")
@needed("penyusun")
def page() -> ResponseReturnValue:
    """One step of the questions, with what was answered before."""
    step = _step(request.args.get(_STEP_ARGUMENT, "1"))
    typed = _load()
    return _form(Isian(_with_slug(typed) if step == LAST else typed), step)


@blueprint.post("/<int:step>")
@needed("penyusun")
def answer(step: int) -> ResponseReturnValue:
    """Keep the answers and go on, back, or to the end."""
    _check_step(step)
    typed = _keep(request.form)
    if "tambah" in request.form:
        typed = _store(with_pihak(typed))
        return redirect(_address(step, f"ruas-para_pihak[{count_pihak(typed)}].nama"))
    if remove := request.form.get("hapus", ""):
        if remove.isascii() and remove.isdigit():
            _store(without_pihak(typed, int(remove)))
        return redirect(_address(step))
    if "kembali" in request.form:
        return redirect(_address(max(step - 1, 1)))
    if step in (SUBJECT_STEP, LAST):
        typed = _store(_with_slug(typed))
    isian = Isian(typed)
    _check(isian, step)
    if not isian.valid:
        return _form(isian, step), 422
    return _make(isian) if step == LAST else redirect(_address(step + 1))


@blueprint.post("/ketikan")
@needed("penyusun")
def typed() -> ResponseReturnValue:
    """What is being typed, kept; the draft as it now would print comes back."""
    texts = read_json()
    is_form = isinstance(texts, dict)
    if not is_form or not all(isinstance(text, str) for text in texts.values()):
        abort(400)
    _keep(texts)
    naskah, valid = _preview()
    return jsonify({"naskah": naskah.decode(), "sah": valid})


@blueprint.get("/pratinjau")
@needed("penyusun")
def preview() -> ResponseReturnValue:
    """The draft of the answers so far, for the frame beside them."""
    naskah, valid = _preview()
    return naskah_page(naskah) if valid else naskah.decode()


@blueprint.post("/ulang")
@needed("penyusun")
def again() -> ResponseReturnValue:
    """Begin again with nothing answered."""
    _store({})
    return redirect(url_for(".page"))


def _make(isian: Isian) -> ResponseReturnValue:
    """The file, through the same door as `nota baru`.

    Then the answers are no longer needed.
    """
    slug = isian.value["slug"]
    jawaban = read_jawaban(None, jawaban_of(isian.value))
    make_draft(workspace(), slug, jawaban, user().nama)
    board().touch(slug)
    _store({})
    flash("Konsep dibuat. Kata-katanya masih dapat diubah sampai ditandatangani.")
    return redirect(url_for("kesepakatan.page", slug=slug))


def _check(isian: Isian, step: int) -> None:
    """Everything wrong with this step's answers, at the last step with all of them."""
    if step in (MITRA_STEP, LAST) and not isian.value.get("mitra"):
        isian.add("mitra", "Pilih siapa mitranya; naskahnya diusulkan menurut itu.")
    labels = field_labels(isian.value)
    for temuan in _temuan(isian.value):
        name = _field_of(temuan, labels)
        if step in (step_of(name), LAST):
            isian.add(name, field_words(temuan))
    if isian.value.get("slug"):
        if step in (SUBJECT_STEP, LAST):
            _check_slug(isian)
    elif step == LAST and "judul" not in isian.galat:  # it is made from the title
        isian.add("slug", REQUIRED)


def _temuan(typed: Mapping[str, str]) -> Sequence[Temuan]:
    """What is wrong with the answers so far."""
    return check_jawaban(workspace(), jawaban_of(typed))[1]


def _field_of(temuan: Temuan, labels: Mapping[str, str]) -> str:
    """The field that a finding is about; "" where it is about none."""
    name = re.sub(r"^(lingkup|pembayaran)\[\d+\]$", r"\1", temuan.kunci)
    return name if name in labels else ""


def _with_slug(typed: dict[str, str]) -> dict[str, str]:
    """The answers with the folder that an accepted title suggests.

    It is suggested anew as long as nobody has typed another.
    """
    slug = typed.get("slug", "")
    judul = typed.get("judul", "")
    is_own = slug and slug != typed.get(_PROPOSAL)
    if is_own or not judul:
        return typed
    if any(temuan.kunci == "judul" for temuan in _temuan(typed)):
        return typed | {"slug": "", _PROPOSAL: ""}
    proposal = suggest_slug(workspace(), judul, today().year)
    return typed | {"slug": proposal, _PROPOSAL: proposal}


def _check_slug(isian: Isian) -> None:
    why = check_new_slug(workspace(), isian.value["slug"])
    if why:
        isian.add("slug", why)


def _form(isian: Isian, step: int) -> str:
    jawaban = jawaban_of(isian.value)
    loaded, _ = check_jawaban(workspace(), jawaban_of(_load()))
    known = instrumen_list(workspace())
    instrumen = _chosen(isian.value)
    asked = instrumen.tanya
    return render_template(
        "baru.html",
        isian=isian,
        step=step,
        steps=STEPS,
        label=field_labels(isian.value),
        pihak=count_pihak(isian.value),
        default=DEFAULT,
        default_sebutan=[sebutan_of({}, i) for i in range(1, MOST_PIHAK + 1)],
        jawaban=jawaban,
        mitra_list=MITRA.items(),
        offers=offered(isian.value.get("mitra", ""), known),
        others=[(name, each.nama) for name, each in known.items()],
        chosen=_chosen_name(isian.value),
        instrumen=instrumen,
        asked=asked,
        pihak_words=PIHAK_WORDS,
        pihak_help=_PIHAK_HELP,
        pihak_fields=[name for of, name in OF_PIHAK if of in asked],
        with_ragam=[each for each in instrumen.klausul if len(each.ragam) > 1],
        usual_term=str(instrumen.masa.paling_lama) if instrumen.masa else USUAL_TERM,
        lingkup=[bare_item(butir) for butir in jawaban.get("lingkup", ())],
        composed=loaded is not None,
    )


def _chosen(typed: Mapping[str, str]) -> Instrumen:
    """The instrument of the answers so far."""
    known = instrumen_list(workspace())
    name = _chosen_name(typed)
    return known[name] if name in known else choose(_NOTHING, known).instrumen


def _chosen_name(typed: Mapping[str, str]) -> str:
    """Its name: the one chosen, or the first proposed for the partner; else empty."""
    offers = offered(typed.get("mitra", ""), instrumen_list(workspace()))
    return typed.get("instrumen") or (offers[0].name if offers else "")


def _preview() -> tuple[bytes, bool]:
    """The draft of the answers so far; or why there is none."""
    typed = _load()
    loaded, temuan = check_jawaban(workspace(), jawaban_of(typed))
    if loaded is None:
        return _why_not(typed, temuan).encode(), False
    return write_html(compose_kesepakatan(composer(workspace()), loaded)), True


def _why_not(typed: Mapping[str, str], temuan: Sequence[Temuan]) -> str:
    """What is wrong with the answers, in the order of their fields."""
    isian = Isian(typed)
    labels = field_labels(typed)
    order = ["", *labels]
    by_field = [(_field_of(each, labels), each) for each in temuan]
    for name, each in sorted(by_field, key=lambda pair: order.index(pair[0])):
        isian.add(name, field_words(each))
    return render_template("bingkai.html", isian=isian, label=labels)


def _step(text: str) -> int:
    """The step that an address names; the first where it names none."""
    return int(text) if text in map(str, range(1, LAST + 1)) else 1


def _address(step: int, anchor: str | None = None) -> str:
    arguments: dict[str, Any] = {_STEP_ARGUMENT: str(step)}
    return url_for(".page", _anchor=anchor, **arguments)


def _check_step(step: int) -> None:
    if not 1 <= step <= LAST:
        abort(404)


def _keep(texts: Mapping[str, str]) -> dict[str, str]:
    """The answers so far with those just typed; nothing but answers is kept."""
    before = _load()
    labels = field_labels(before | {"pihak": texts.get("pihak", "2")})
    ragam = {f"{RAGAM}[{klausul.nama}]" for klausul in _chosen(before).klausul}
    known = {*labels, *ragam, "pihak"}
    new = {
        name: plain_lines(text).strip()[:LONGEST]
        for name, text in texts.items()
        if name in known
    }
    if "mitra" in new and new["mitra"] != before.get("mitra"):
        before.pop("instrumen", None)  # the new partner has a proposal of its own
    return _store(before | new)


def _store(typed: dict[str, str]) -> dict[str, str]:
    content = json.dumps(typed, ensure_ascii=False).encode()
    workspace().write_private(content, *_file_parts())
    return typed


def _load() -> dict[str, str]:
    file = workspace().private(*_file_parts())
    if not file.is_file():
        return {}
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        return {}
    if not isinstance(data, dict):
        return {}
    return {name: text for name, text in data.items() if isinstance(text, str)}


def _file_parts() -> tuple[str, str]:
    """Where the answers of whoever sends this request are kept."""
    return "baru", f"{user().nama}.json"
