"""A new agreement: a few questions a step, the draft beside them as it would print, a file at the end."""

import json
import re
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, abort, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.baru import check_answers, make_draft, path_for, read_answers, suggest_slug
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compose.penyusun import Penyusun
from notakesepakatan.errors import NotaError
from notakesepakatan.meja import desk_folder, file_hash, locked, write_private
from notakesepakatan.model.jawaban import Jawaban
from notakesepakatan.web.formulir import Isian
from notakesepakatan.web.keamanan import catat_jejak, naskah_page, perlu
from notakesepakatan.web.konteks import hari_ini, pengguna, ruang
from notakesepakatan.web.langkah_baru import LANGKAH, answers, count_pihak, field_labels, step_of, without_party
from notakesepakatan.write.html import write_html

blueprint = Blueprint("baru", __name__, url_prefix="/baru")
BAWAAN = {
    nama: ruas.default for nama, ruas in Jawaban.model_fields.items() if isinstance(ruas.default, str)
}  # what the command offers with Enter


@blueprint.get("")
@perlu("penyusun")
def halaman() -> ResponseReturnValue:
    """One step of the questions, with what was answered before."""
    return _form(Isian(_load()), _step(request.args.get("langkah", "1")))


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
    if langkah == 1 and not nilai.get("slug") and nilai.get("judul"):
        nilai = _store(nilai | {"slug": suggest_slug(ruang(), nilai["judul"], hari_ini().year)})
    isian = Isian(nilai)
    _check(isian, langkah)
    if not isian.sah:
        return _form(isian, langkah), 422
    return redirect(url_for(".halaman", langkah=langkah + 1)) if langkah < len(LANGKAH) else _make(isian)


@blueprint.post("/ketikan")
@perlu("penyusun")
def ketikan() -> ResponseReturnValue:
    """What is being typed, kept; the draft as it now would print comes back."""
    isi = request.get_json()
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
    if akhir or langkah == 1:
        _check_slug(isian)
    for t in check_answers(ruang(), answers(isian.nilai))[1]:
        nama = re.sub(r"^lingkup\[\d+\]$", "lingkup", t.kunci)
        nama = nama if nama in label else ""
        if akhir or step_of(nama) == langkah:
            isian.add(nama, "Wajib diisi." if t.kode == "kunci-kurang" else f"{t.pesan[:1].upper()}{t.pesan[1:]}; {t.saran}.")


def _check_slug(isian: Isian) -> None:
    if not isian.nilai.get("slug"):
        isian.add("slug", "Wajib diisi.")
        return
    try:
        path_for(ruang(), isian.nilai["slug"])
    except NotaError as sebab:
        sudah = "sudah ada" in str(sebab)
        isian.add("slug", "Nama ini sudah dipakai." if sudah else "Pakai huruf kecil, angka, dan tanda hubung saja.")


def _form(isian: Isian, langkah: int) -> str:
    return render_template(
        "baru.html", isian=isian, langkah=langkah, semua=LANGKAH, label=field_labels(isian.nilai),
        pihak=count_pihak(isian.nilai), bawaan=BAWAAN, jawaban=answers(isian.nilai),
        tersusun=check_answers(ruang(), answers(_load()))[0] is not None,
    )  # fmt: skip


def _preview() -> tuple[bytes, bool]:
    """The draft of the answers so far; or why there is none."""
    termuat, temuan = check_answers(ruang(), answers(_load()))
    if termuat is None:
        galat = Isian(galat={"": [f"{t.kunci}: {t.pesan}; {t.saran}." for t in temuan]})
        return render_template("bingkai.html", isian=galat, label={}).encode(), False
    return write_html(compose_kesepakatan(Penyusun.of(ruang().akar), termuat)), True


def _step(teks: str) -> int:
    return int(teks) if teks in map(str, range(1, len(LANGKAH) + 1)) else 1


def _check_step(langkah: int) -> None:
    if not 1 <= langkah <= len(LANGKAH):
        abort(404)


def _keep(isi: Mapping[str, str]) -> dict[str, str]:
    """The answers so far with those just typed; nothing but answers is kept."""
    lama = _load()
    kenal = {*field_labels(lama | {"pihak": isi.get("pihak", "2")}), "pihak"}
    baru = {nama: nilai.replace("\r\n", "\n").strip()[:20_000] for nama, nilai in isi.items() if nama in kenal}
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
    return data if isinstance(data, dict) else {}
