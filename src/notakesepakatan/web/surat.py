"""The pages of letters due: seen before they are written, written one by one or all, fetched."""

from dataclasses import replace
from datetime import date
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.surat import (
    FaultySurat,
    draft_notice,
    due_notices,
    parse_span,
    publish,
    publish_notice,
    sender_of,
)
from notakesepakatan.compose.surat import PENGAKHIRAN_REASONS, Pemberitahuan
from notakesepakatan.compute.time.register import Summary
from notakesepakatan.load.characters import hidden_character
from notakesepakatan.model.dasar import Lama
from notakesepakatan.web.context import office, short_paths, today, workspace
from notakesepakatan.web.downloads import TYPES, document_page, file_answer
from notakesepakatan.web.forms import Isian, plain_lines
from notakesepakatan.web.guard.requests import needed, record_trail
from notakesepakatan.workspace import ChangedMeanwhile

blueprint = Blueprint("surat", __name__, url_prefix="/surat")
LABEL = {
    "perihal": "Perihal",
    "dari": "Pengirim",
    "tanggal": "Tanggal surat",
    "nomor": "Nomor surat",
    "selama": "Lama perpanjangan",
    "alasan": "Alasan pengakhiran",
    "berlaku": "Tanggal pengakhiran berlaku",
    "kewajiban": "Kewajiban yang belum selesai",
    "uraian": "Kalimat tambahan",
    "balas": "Tanggapan paling lambat",
    "tempat": "Tempat surat",
    "pejabat": "Penanda tangan",
    "jabatan": "Jabatan penanda tangan",
}
LONGEST = 4000
"""Characters of an address that carries a letter; servers refuse longer ones."""


@blueprint.get("")
def page() -> ResponseReturnValue:
    """Every notice that is owed, by what is to be done with it."""
    items, problem = due_notices(office(), today())
    now = [one for one in items if one.due <= today() and not one.composed]
    wait = [one for one in items if one.composed]
    later = [one for one in items if one.due > today() and not one.composed]
    return render_template(
        "surat.html",
        now=now,
        wait=wait,
        later=later[:100],
        rest=len(later[100:]),
        problem=problem,
    )


@blueprint.post("/terbitkan")
@needed("penyusun")
def terbitkan() -> ResponseReturnValue:
    """Write every one whose time has come."""
    with workspace().lock():
        result = list(publish(office(), today()))
        for one in result:
            for file in one.files:
                record_trail(
                    "menyusun surat pemberitahuan",
                    one.slug,
                    file,
                    "",
                    workspace().file_hash(file),
                )
    for one in result:
        if one.failed:
            flash(f"{one.slug}: {short_paths(one.keterangan)}")
    flash(f"{sum(bool(one.files) for one in result)} surat disusun.")
    return redirect(url_for(".page"))


@blueprint.get("/<slug>")
@needed("penyusun")
def one(slug: str) -> ResponseReturnValue:
    """The letter of one agreement, with what it usually says, or what the address says of it."""
    r = office().summary(slug).on(today())
    return _form(r, _asked(r))


@blueprint.post("/<slug>")
@needed("penyusun")
def compose(slug: str) -> ResponseReturnValue:
    """Write it with its receipt, and record that it was."""
    isian, r = Isian.posted(), office().summary(slug).on(today())
    surat, reply = _read(isian, r)
    if surat is None or not _possible(isian, r, surat):
        return _form(r, isian), 422
    try:
        with workspace().lock():
            workspace().check_unchanged(slug, isian.value.get("jejak", ""))
            result = publish_notice(office(), r, surat, reply)
            for file in result.files:
                record_trail(
                    "menyusun surat pemberitahuan",
                    slug,
                    file,
                    "",
                    workspace().file_hash(file),
                )
    except ChangedMeanwhile:
        isian.add(
            "",
            "Kesepakatan ini diubah orang lain sejak halaman ini dibuka. "
            "Surat belum disusun; periksa lagi, lalu susun.",
        )
        return _form(r, isian.renewed()), 409
    flash(
        " ".join(
            filter(None, ("Surat dan tanda terimanya disusun.", result.peringatan))
        )
    )
    written: dict[str, Any] = {
        name: content
        for name, content in isian.value.items()
        if name in LABEL and content
    }
    target = url_for(".one", slug=slug, **written)
    return redirect(target if len(target) < LONGEST else url_for(".one", slug=slug))


@blueprint.route("/<slug>/pratinjau", methods=["GET", "POST"])
@needed("penyusun")
def preview(slug: str) -> ResponseReturnValue:
    """The letter or its receipt as it would be; nothing is written."""
    r = office().summary(slug).on(today())
    isian = Isian.posted() if request.method == "POST" else _asked(r)
    surat, reply = _read(isian, r)
    if surat is None or not _possible(isian, r, surat):
        return render_template("bingkai.html", isian=isian, label=LABEL), 422
    return document_page(
        draft_notice(office(), slug, surat, reply).documents["terima" in request.form]
    )


@blueprint.get("/<slug>/berkas/<nama>")
def file(slug: str, nama: str) -> ResponseReturnValue:
    """A letter that was written."""
    if nama not in _written(slug):
        abort(404)
    return file_answer((workspace().letters(slug) / nama).read_bytes(), nama)


def _written(slug: str) -> list[str]:
    """Names of the letters of an agreement, the youngest first."""
    workspace().file(slug)
    folder = workspace().letters(slug)
    ada = folder.iterdir() if folder.is_dir() else ()
    return sorted(
        (
            b.name
            for b in ada
            if b.is_file() and b.suffix[1:] in TYPES and b.name[0] != "."
        ),
        reverse=True,
    )


def _usual(r: Summary) -> Isian:
    """What the letter of an agreement usually says, of today."""
    try:
        origin = r.kunci_pihak[sender_of(office(), r.slug, r.pihak)]
    except FaultySurat:  # the office is no party of this one; the officer chooses
        origin = ""
    return Isian(
        {
            "tanggal": today().isoformat(),
            "perihal": "perpanjangan",
            "dari": origin,
            "selama": str(r.jangka_waktu),
        }
    )


def _asked(r: Summary) -> Isian:
    """What the address says of a letter, as it does of one just written.

    Else what it usually says.
    """
    return Isian(content) if (content := _said()) else _usual(r)


def _said() -> dict[str, str]:
    """What the address says of a letter."""
    content = {
        name: plain_lines(text).strip()
        for name, text in request.args.items()
        if name in LABEL
    }
    return {} if any(map(hidden_character, content.values())) else content


def _read(isian: Isian, r: Summary) -> tuple[Pemberitahuan | None, date | None]:
    """What was typed, and the day a reply is asked for.

    Whatever is wrong with it is put beside its field.
    """
    about = isian.choice("perihal", ("perpanjangan", "pengakhiran"), required=True)
    ends = about == "pengakhiran"
    origin = isian.choice("dari", r.kunci_pihak, required=True)
    tanggal = isian.day("tanggal", required=True)
    alasan = isian.choice("alasan", PENGAKHIRAN_REASONS, required=ends)
    in_force, reply = isian.day("berlaku"), isian.day("balas")
    if tanggal and reply and reply < tanggal:
        isian.add("balas", "Mendahului tanggal surat.")
    selama = _span(isian) if about == "perpanjangan" else None
    kewajiban = _filled_lines(isian.text("kewajiban", row_counts=True))
    nomor, uraian = isian.text("nomor", paling=200) or None, isian.text("uraian")
    tempat = isian.text("tempat", paling=500)
    pejabat = isian.text("pejabat", paling=500)
    jabatan = isian.text("jabatan", paling=500)
    if not isian.valid or tanggal is None:
        return None, None
    surat = Pemberitahuan(
        perihal="pengakhiran" if ends else "perpanjangan",
        dari=r.kunci_pihak.index(origin),
        tanggal=tanggal,
        reply=tanggal,
        nomor=nomor,
        selama=selama,
        uraian=uraian,
        tempat=tempat,
        pejabat=pejabat,
        jabatan=jabatan,
    )
    if ends:
        words = PENGAKHIRAN_REASONS[alasan]
        surat = replace(surat, alasan=words, in_force=in_force, kewajiban=kewajiban)
    return surat, reply


def _span(isian: Isian) -> Lama | None:
    """The extension that is proposed; None where none is typed, or no span of time."""
    text = isian.text("selama")
    if not text:
        return None
    try:
        return parse_span(text)
    except FaultySurat:
        isian.add("selama", "Tulis bilangan dan satuan: 5 tahun, 18 bulan.")
        return None


def _filled_lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _possible(isian: Isian, r: Summary, surat: Pemberitahuan) -> bool:
    """Whether the agreement allows such a letter on its day; if not, why stands above the form."""
    try:
        draft_notice(office(), r.slug, surat)
    except FaultySurat as cause:
        isian.add("", f"{str(cause).removeprefix(f'{r.slug}: ')}.")
    return isian.valid


def _form(r: Summary, isian: Isian) -> str:
    pihak = list(zip(r.kunci_pihak, r.pihak, strict=True))
    return render_template(
        "surat_satu.html",
        r=r,
        isian=isian,
        label=LABEL,
        pihak=pihak,
        trail=isian.base(workspace().hash(r.slug)),
        alasan=[
            (name, word[:1].upper() + word[1:])
            for name, word in PENGAKHIRAN_REASONS.items()
        ],
        tertulis=_written(r.slug),
        look=_said(),
    )
