"""A new agreement: answers to a few questions a step in, a draft beside them, a file out."""

import json
import re
from collections.abc import Mapping
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

from notakesepakatan.bureau.konsep import composer
from notakesepakatan.bureau.new import (
    bare_item,
    check_answers,
    make_draft,
    read_answers,
    suggest_slug,
)
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.errors import NotaError
from notakesepakatan.model.jawaban import Jawaban
from notakesepakatan.temuan import Temuan
from notakesepakatan.web.context import today, user, workspace
from notakesepakatan.web.forms import Isian, plain_lines, read_json
from notakesepakatan.web.guard.requests import naskah_page, needed, record_trail
from notakesepakatan.web.new.steps import (
    STEP,
    answers,
    count_pihak,
    field_labels,
    step_of,
    without_party,
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


@blueprint.get("")
@needed("penyusun")
def page() -> ResponseReturnValue:
    """One step of the questions, with what was answered before."""
    step, value = _step(request.args.get("langkah", "1")), _load()
    return _form(Isian(_with_slug(value) if step == len(STEP) else value), step)


@blueprint.post("/<int:step>")
@needed("penyusun")
def answer(step: int) -> ResponseReturnValue:
    """Keep the answers and go on, back, or to the end."""
    _check_step(step)
    value = _keep(request.form)
    if "tambah" in request.form:
        _store(value | {"pihak": str(min(count_pihak(value) + 1, 20))})
        return redirect(
            url_for(
                ".page",
                langkah=step,
                _anchor=f"ruas-para_pihak[{count_pihak(_load())}].nama",
            )
        )
    if remove := request.form.get("hapus", ""):
        _store(
            without_party(value, int(remove))
            if remove.isascii() and remove.isdigit()
            else value
        )
        return redirect(url_for(".page", langkah=step))
    if "kembali" in request.form:
        return redirect(url_for(".page", langkah=max(step - 1, 1)))
    if step in (1, len(STEP)):
        value = _store(_with_slug(value))
    isian = Isian(value)
    _check(isian, step)
    if not isian.valid:
        return _form(isian, step), 422
    return (
        redirect(url_for(".page", langkah=step + 1))
        if step < len(STEP)
        else _make(isian)
    )


@blueprint.post("/ketikan")
@needed("penyusun")
def typed() -> ResponseReturnValue:
    """What is being typed, kept; the draft as it now would print comes back."""
    content = read_json()
    if not isinstance(content, dict) or not all(
        isinstance(value, str) for value in content.values()
    ):
        abort(400)
    _keep(content)
    naskah, valid = _preview()
    return jsonify(naskah=naskah.decode(), sah=valid)


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
    """The file, through the same door as `nota baru`; then the answers are no longer needed."""
    slug = isian.value["slug"]
    with workspace().lock():
        file = make_draft(workspace(), slug, read_answers(None, answers(isian.value)))
        record_trail("membuat konsep", slug, file, "", workspace().file_hash(file))
    _store({})
    flash("Konsep dibuat. Kata-katanya masih dapat diubah sampai ditandatangani.")
    return redirect(url_for("kesepakatan.page", slug=slug))


def _check(isian: Isian, step: int) -> None:
    """Everything wrong with this step's answers, at the last step with all of them."""
    end = step == len(STEP)
    label = field_labels(isian.value)
    for t in check_answers(workspace(), answers(isian.value))[1]:
        name = _field_of(t, label)
        if end or step_of(name) == step:
            isian.add(name, _words(t))
    if isian.value.get("slug"):
        if end or step == 1:
            _check_slug(isian)
    elif end and "judul" not in isian.galat:  # it is made from the title
        isian.add("slug", "Wajib diisi.")


def _field_of(t: Temuan, label: Mapping[str, str]) -> str:
    """The field that a finding is about; "" where it is about none."""
    name = re.sub(r"^lingkup\[\d+\]$", "lingkup", t.kunci)
    return name if name in label else ""


def _words(t: Temuan) -> str:
    return (
        "Wajib diisi."
        if t.kode == "kunci-kurang"
        else f"{t.message[:1].upper()}{t.message[1:]}; {t.saran}."
    )


def _with_slug(value: dict[str, str]) -> dict[str, str]:
    """The answers with the folder that an accepted title suggests.

    It is suggested anew as long as nobody has typed another.
    """
    slug, judul = value.get("slug", ""), value.get("judul", "")
    if (slug and slug != value.get(_PROPOSAL)) or not judul:
        return value
    if any(t.kunci == "judul" for t in check_answers(workspace(), answers(value))[1]):
        return value | {"slug": "", _PROPOSAL: ""}
    proposal = suggest_slug(workspace(), judul, today().year)
    return value | {"slug": proposal, _PROPOSAL: proposal}


def _check_slug(isian: Isian) -> None:
    try:
        workspace().new_file(isian.value["slug"])
    except NotaError as cause:
        already = "sudah ada" in str(cause)
        isian.add(
            "slug",
            "Nama ini sudah dipakai."
            if already
            else "Pakai huruf kecil, angka, dan tanda hubung saja.",
        )


def _form(isian: Isian, step: int) -> str:
    return render_template(
        "baru.html",
        isian=isian,
        step=step,
        every=STEP,
        label=field_labels(isian.value),
        pihak=count_pihak(isian.value),
        default=DEFAULT,
        jawaban=answers(isian.value),
        lingkup=[bare_item(one) for one in answers(isian.value).get("lingkup", ())],
        composed=check_answers(workspace(), answers(_load()))[0] is not None,
    )


def _preview() -> tuple[bytes, bool]:
    """The draft of the answers so far; or why there is none."""
    value = _load()
    loaded, temuan = check_answers(workspace(), answers(value))
    if loaded is None:
        isian, label = Isian(value), field_labels(value)
        for t in sorted(
            temuan,
            key=lambda t: (
                list(label).index(_field_of(t, label)) if _field_of(t, label) else -1
            ),
        ):
            isian.add(_field_of(t, label), _words(t))
        return render_template("bingkai.html", isian=isian, label=label).encode(), False
    return write_html(compose_kesepakatan(composer(workspace()), loaded)), True


def _step(text: str) -> int:
    return int(text) if text in map(str, range(1, len(STEP) + 1)) else 1


def _check_step(step: int) -> None:
    if not 1 <= step <= len(STEP):
        abort(404)


def _keep(content: Mapping[str, str]) -> dict[str, str]:
    """The answers so far with those just typed; nothing but answers is kept."""
    lama = _load()
    known = {*field_labels(lama | {"pihak": content.get("pihak", "2")}), "pihak"}
    new = {
        name: plain_lines(value).strip()[:20_000]
        for name, value in content.items()
        if name in known
    }
    return _store(lama | new)


def _store(value: dict[str, str]) -> dict[str, str]:
    content = json.dumps(value, ensure_ascii=False).encode()
    workspace().write_private(content, "baru", f"{user().nama}.json")
    return value


def _load() -> dict[str, Any]:
    file = workspace().private("baru", f"{user().nama}.json")
    try:
        data = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    except ValueError:
        return {}
    return (
        {name: content for name, content in data.items() if isinstance(content, str)}
        if isinstance(data, dict)
        else {}
    )
