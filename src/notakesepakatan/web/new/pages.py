"""A new agreement: a few questions a step, the draft beside them as it would print, a file at the end."""

import json
import re
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, abort, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.konsep import composer
from notakesepakatan.bureau.new import bare_item, check_answers, make_draft, path_for, read_answers, suggest_slug
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.errors import NotaError
from notakesepakatan.model.jawaban import Jawaban
from notakesepakatan.temuan import Temuan
from notakesepakatan.web.context import hari_ini, pengguna, ruang
from notakesepakatan.web.forms import Isian, plain_lines, read_json
from notakesepakatan.web.guard.requests import catat_jejak, naskah_page, perlu
from notakesepakatan.web.new.steps import LANGKAH, answers, count_pihak, field_labels, step_of, without_party
from notakesepakatan.workspace.private import desk_folder, file_hash, locked, write_private
from notakesepakatan.write.html import write_html

blueprint = Blueprint("baru", __name__, url_prefix="/baru")
BAWAAN = {
    nama: ruas.default for nama, ruas in Jawaban.model_fields.items() if isinstance(ruas.default, str)
}  # what the command offers with Enter
_USUL = "usul"  # beside the answers: the folder that was suggested, while it is not the officer's own


@blueprint.get("")
@perlu("penyusun")
def halaman() -> ResponseReturnValue:
    """One step of the questions, with what was answered before."""
    langkah, nilai = _step(request.args.get("langkah", "1")), _load()
    return _form(Isian(_with_slug(nilai) if langkah == len(LANGKAH) else nilai), langkah)


@blueprint.post("/<int:langkah>")
@perlu("penyusun")
def jawab(langkah: int) -> ResponseReturnValue:
    """Keep the answers and go on, back, or to the end."""
    _check_step(langkah)
    nilai = _keep(request.form)
    if "tambah" in request.form:
        _store(nilai | {"pihak": str(min(count_pihak(nilai) + 1, 20))})
        return redirect(url_for(".halaman", langkah=langkah, _anchor=f"ruas-para_pihak[{count_pihak(_load())}].nama"))
    if hapus := request.form.get("hapus", ""):
        _store(without_party(nilai, int(hapus)) if hapus.isascii() and hapus.isdigit() else nilai)
        return redirect(url_for(".halaman", langkah=langkah))
    if "kembali" in request.form:
        return redirect(url_for(".halaman", langkah=max(langkah - 1, 1)))
    if langkah in (1, len(LANGKAH)):
        nilai = _store(_with_slug(nilai))
    isian = Isian(nilai)
    _check(isian, langkah)
    if not isian.sah:
        return _form(isian, langkah), 422
    return redirect(url_for(".halaman", langkah=langkah + 1)) if langkah < len(LANGKAH) else _make(isian)


@blueprint.post("/ketikan")
@perlu("penyusun")
def ketikan() -> ResponseReturnValue:
    """What is being typed, kept; the draft as it now would print comes back."""
    isi = read_json()
    if not isinstance(isi, dict) or not all(isinstance(nilai, str) for nilai in isi.values()):
        abort(400)
    _keep(isi)
    naskah, sah = _preview()
    return jsonify(naskah=naskah.decode(), sah=sah)


@blueprint.get("/pratinjau")
@perlu("penyusun")
def pratinjau() -> ResponseReturnValue:
    """The draft of the answers so far, for the frame beside them."""
    naskah, sah = _preview()
    return naskah_page(naskah) if sah else naskah.decode()


@blueprint.post("/ulang")
@perlu("penyusun")
def ulang() -> ResponseReturnValue:
    """Begin again with nothing answered."""
    _store({})
    return redirect(url_for(".halaman"))


def _make(isian: Isian) -> ResponseReturnValue:
    """The file, through the same door as `nota baru`; then the answers are no longer needed."""
    slug = isian.nilai["slug"]
    with locked(ruang()):
        berkas = make_draft(ruang(), slug, read_answers(None, answers(isian.nilai)))
        catat_jejak("membuat konsep", slug, berkas, "", file_hash(berkas))
    _store({})
    flash("Konsep dibuat. Kata-katanya masih dapat diubah sampai ditandatangani.")
    return redirect(url_for("kesepakatan.halaman", slug=slug))


def _check(isian: Isian, langkah: int) -> None:
    """Everything wrong with this step's answers, at the last step with all of them."""
    akhir = langkah == len(LANGKAH)
    label = field_labels(isian.nilai)
    for t in check_answers(ruang(), answers(isian.nilai))[1]:
        nama = _field_of(t, label)
        if akhir or step_of(nama) == langkah:
            isian.add(nama, _words(t))
    if isian.nilai.get("slug"):
        if akhir or langkah == 1:
            _check_slug(isian)
    elif akhir and "judul" not in isian.galat:  # it is made from the title
        isian.add("slug", "Wajib diisi.")


def _field_of(t: Temuan, label: Mapping[str, str]) -> str:
    """The field that a finding is about; "" where it is about none."""
    nama = re.sub(r"^lingkup\[\d+\]$", "lingkup", t.kunci)
    return nama if nama in label else ""


def _words(t: Temuan) -> str:
    return "Wajib diisi." if t.kode == "kunci-kurang" else f"{t.pesan[:1].upper()}{t.pesan[1:]}; {t.saran}."


def _with_slug(nilai: dict[str, str]) -> dict[str, str]:
    """The answers with the folder that an accepted title suggests, anew as long as nobody has typed another."""
    slug, judul = nilai.get("slug", ""), nilai.get("judul", "")
    if (slug and slug != nilai.get(_USUL)) or not judul:
        return nilai
    if any(t.kunci == "judul" for t in check_answers(ruang(), answers(nilai))[1]):
        return nilai | {"slug": "", _USUL: ""}
    usul = suggest_slug(ruang(), judul, hari_ini().year)
    return nilai | {"slug": usul, _USUL: usul}


def _check_slug(isian: Isian) -> None:
    try:
        path_for(ruang(), isian.nilai["slug"])
    except NotaError as sebab:
        sudah = "sudah ada" in str(sebab)
        isian.add("slug", "Nama ini sudah dipakai." if sudah else "Pakai huruf kecil, angka, dan tanda hubung saja.")


def _form(isian: Isian, langkah: int) -> str:
    return render_template(
        "baru.html", isian=isian, langkah=langkah, semua=LANGKAH, label=field_labels(isian.nilai),
        pihak=count_pihak(isian.nilai), bawaan=BAWAAN, jawaban=answers(isian.nilai),
        lingkup=[bare_item(satu) for satu in answers(isian.nilai).get("lingkup", ())],
        tersusun=check_answers(ruang(), answers(_load()))[0] is not None,
    )  # fmt: skip


def _preview() -> tuple[bytes, bool]:
    """The draft of the answers so far; or why there is none."""
    nilai = _load()
    termuat, temuan = check_answers(ruang(), answers(nilai))
    if termuat is None:
        isian, label = Isian(nilai), field_labels(nilai)
        for t in sorted(temuan, key=lambda t: list(label).index(_field_of(t, label)) if _field_of(t, label) else -1):
            isian.add(_field_of(t, label), _words(t))
        return render_template("bingkai.html", isian=isian, label=label).encode(), False
    return write_html(compose_kesepakatan(composer(ruang()), termuat)), True


def _step(teks: str) -> int:
    return int(teks) if teks in map(str, range(1, len(LANGKAH) + 1)) else 1


def _check_step(langkah: int) -> None:
    if not 1 <= langkah <= len(LANGKAH):
        abort(404)


def _keep(isi: Mapping[str, str]) -> dict[str, str]:
    """The answers so far with those just typed; nothing but answers is kept."""
    lama = _load()
    kenal = {*field_labels(lama | {"pihak": isi.get("pihak", "2")}), "pihak"}
    baru = {nama: plain_lines(nilai).strip()[:20_000] for nama, nilai in isi.items() if nama in kenal}
    return _store(lama | baru)


def _store(nilai: dict[str, str]) -> dict[str, str]:
    write_private(desk_folder(ruang()) / "baru" / f"{pengguna().nama}.json", json.dumps(nilai, ensure_ascii=False).encode())
    return nilai


def _load() -> dict[str, Any]:
    berkas = desk_folder(ruang()) / "baru" / f"{pengguna().nama}.json"
    try:
        data = json.loads(berkas.read_text(encoding="utf-8")) if berkas.is_file() else {}
    except ValueError:
        return {}
    return {nama: isi for nama, isi in data.items() if isinstance(isi, str)} if isinstance(data, dict) else {}
