"""The pages of letters due: seen before they are written, written one by one or all, fetched."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, cast, get_args

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.mail import waiting_mails
from notakesepakatan.bureau.surat import (
    FaultySurat,
    PresentPenandaTangan,
    draft_pemberitahuan,
    due_pemberitahuan,
    parse_span,
    publish,
    publish_pemberitahuan,
    sender_of,
)
from notakesepakatan.compose.surat import PENGAKHIRAN_REASONS, Pemberitahuan
from notakesepakatan.compute.time.register import Summary
from notakesepakatan.errors import NotaError
from notakesepakatan.load.yaml.characters import hidden_character
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.peristiwa import LEAVING, About
from notakesepakatan.web.aside import Run, begin
from notakesepakatan.web.context import board, office, short_paths, today, workspace
from notakesepakatan.web.downloads import TYPES, document_page, file_answer
from notakesepakatan.web.forms import Isian, capitalized, plain_lines
from notakesepakatan.web.guard.requests import needed
from notakesepakatan.web.peristiwa.choices import about_choices
from notakesepakatan.web.question import BACK
from notakesepakatan.words.provisional import all_years
from notakesepakatan.workspace import ChangedMeanwhile

blueprint = Blueprint("surat", __name__, url_prefix="/surat")
LABEL = {
    "perihal": "Perihal",
    "dari": "Pengirim",
    "tanggal": "Tanggal surat",
    "nomor": "Nomor surat",
    "selama": "Lama perpanjangan",
    "sampai": "Diperpanjang sampai dengan",
    "alasan": "Alasan pengakhiran",
    "dasar": "Peraturan atau naskah dasarnya",
    "berlaku": "Tanggal berlakunya",
    "kewajiban": "Kewajiban yang belum selesai",
    "uraian": "Kalimat tambahan",
    "balas": "Tanggapan paling lambat",
    "tempat": "Tempat surat",
    "pejabat": "Penanda tangan",
    "jabatan": "Jabatan penanda tangan",
}
LONGEST = 4000
"""Characters of an address that carries a letter; servers refuse longer ones."""
MOST_SHOWN = 100
"""Letters of later days on the page."""
_CHANGED_MEANWHILE = (
    "Kesepakatan ini diubah orang lain sejak halaman ini dibuka. "
    "Surat belum disusun; periksa lagi, lalu susun."
)


@blueprint.get("")
def page() -> ResponseReturnValue:
    """Every notice that is owed, by what is to be done with it."""
    owed, problem = due_pemberitahuan(office(), today())
    unwritten = [surat for surat in owed if not surat.composed]
    now = [surat for surat in unwritten if surat.due <= today()]
    waiting = [surat for surat in owed if surat.composed]
    later = [surat for surat in unwritten if surat.due > today()]
    shown = [*now, *waiting, *later[:MOST_SHOWN]]
    return render_template(
        "surat.html",
        now=now,
        waiting=waiting,
        later=later[:MOST_SHOWN],
        rest=len(later[MOST_SHOWN:]),
        problem=problem,
        unsent=waiting_mails(workspace()),
        provisional_years=all_years(surat.tenggat.provisional_years for surat in shown),
    )


@blueprint.get("/terbitkan")
@needed("penyusun")
def all_due() -> ResponseReturnValue:
    """Every one whose time has come, to be looked at before they are written."""
    owed, problem = due_pemberitahuan(office(), today())
    due = [each for each in owed if not each.composed and each.due <= today()]
    return render_template("surat_terbitkan.html", due=due, problem=problem)


@blueprint.post("/terbitkan")
@needed("penyusun")
def terbitkan() -> ResponseReturnValue:
    """Write those that were chosen of them."""
    chosen = frozenset(request.form.getlist("surat"))
    said = PresentPenandaTangan(
        request.form.get("pejabat", "").strip(), request.form.get("jabatan", "").strip()
    )
    if len(chosen) > 1:
        return _publish_aside(said, chosen)
    results = list(publish(office(), today(), penanda_tangan=said, only=chosen))
    for result in results:
        if result.files:
            board().touch(result.slug)
        if result.failed or (result.files and result.keterangan):
            flash(short_paths(result.words))
    many = sum(bool(result.files) for result in results)
    flash(f"{many} surat disusun.")
    return redirect(url_for(".page"))


def _publish_aside(
    said: PresentPenandaTangan, chosen: frozenset[str]
) -> ResponseReturnValue:
    """Several letters, while their number is shown."""
    opened, per, register = office(), today(), board()
    run = Run("Menyusun surat", "surat disusun", url_for(".page"), len(chosen))

    def work() -> None:
        for result in publish(opened, per, penanda_tangan=said, only=chosen):
            if result.files:
                register.touch(result.slug)
                run.files.extend(result.files)
                run.done += result.slug in chosen
            if result.failed or (result.files and result.keterangan):
                run.messages.append(result.words)
            if run.is_stopping:
                break

    return begin("surat", run, work)


@blueprint.get("/<slug>")
@needed("penyusun")
def one(slug: str) -> ResponseReturnValue:
    """The letter of one agreement, with what it usually says.

    Or with what the address says of it.
    """
    summary = office().summary(slug).on(today())
    return _form(summary, _asked(summary))


@blueprint.post("/<slug>")
@needed("penyusun")
def compose(slug: str) -> ResponseReturnValue:
    """Write it with its receipt, and record that it was."""
    isian = Isian.posted()
    summary = office().summary(slug).on(today())
    if isian.value.get(BACK):
        return _form(summary, isian)
    typed = _read(isian, summary)
    if typed is None or not _possible(isian, summary, typed):
        return _form(summary, isian), 422
    try:
        seen = isian.value.get("jejak", "-")
        result = publish_pemberitahuan(
            office(), slug, typed.surat, typed.reply, seen=seen
        )
    except ChangedMeanwhile:
        isian.add("", _CHANGED_MEANWHILE)
        return _form(summary, isian.renewed()), 409
    except FaultySurat as cause:
        isian.add("", str(cause))
        return _form(summary, isian), 409
    board().touch(slug)
    done = ("Surat dan tanda terimanya disusun.", short_paths(result.peringatan))
    flash(" ".join(filter(None, done)))
    return redirect(_address_of(slug, isian))


def _address_of(slug: str, isian: Isian) -> str:
    """The page of a letter, which its address says as far as there is room."""
    said: dict[str, Any] = {
        name: text for name, text in isian.value.items() if name in LABEL and text
    }
    address = url_for(".one", slug=slug, **said)
    return address if len(address) < LONGEST else url_for(".one", slug=slug)


@blueprint.route("/<slug>/pratinjau", methods=["GET", "POST"])
@needed("penyusun")
def preview(slug: str) -> ResponseReturnValue:
    """The letter or its receipt as it would be; nothing is written."""
    summary = office().summary(slug).on(today())
    isian = Isian.posted() if request.method == "POST" else _asked(summary)
    typed = _read(isian, summary)
    if typed is None or not _possible(isian, summary, typed):
        return render_template("bingkai.html", isian=isian, label=LABEL), 422
    planned = draft_pemberitahuan(office(), slug, typed.surat, typed.reply)
    letter, tanda_terima = planned.documents
    return document_page(tanda_terima if "terima" in request.form else letter)


@blueprint.get("/<slug>/berkas/<nama>")
def file(slug: str, nama: str) -> ResponseReturnValue:
    """A letter that was written."""
    if nama not in written_letters(slug):
        abort(404)
    content = workspace().read_letter(slug, nama)
    return file_answer(content, nama)


def written_letters(slug: str) -> list[str]:
    """Names of the letters of an agreement, the youngest first."""
    workspace().file(slug)
    folder = workspace().letters(slug)
    present = folder.iterdir() if folder.is_dir() else ()
    names = [path.name for path in present if path.is_file() and _is_letter(path)]
    return sorted(names, reverse=True)


def _is_letter(path: Path) -> bool:
    return path.suffix[1:] in TYPES and not path.name.startswith(".")


def _usual(summary: Summary) -> Isian:
    """What the letter of an agreement usually says, of today."""
    try:
        sender = sender_of(office(), summary.slug, summary.pihak)
        dari = summary.kunci_pihak[sender]
    except FaultySurat:  # the office is no party of this one; the officer chooses
        dari = ""
    return Isian(
        {
            "tanggal": today().isoformat(),
            "perihal": "perpanjangan",
            "dari": dari,
            "selama": str(summary.jangka_waktu.span or ""),
        }
    )


def _asked(summary: Summary) -> Isian:
    """What the address says of a letter, as it does of one just written.

    Else what it usually says.
    """
    said = _said()
    return Isian(said) if said else _usual(summary)


def _said() -> dict[str, str]:
    """What the address says of a letter."""
    arguments = request.args.items()
    said = {
        name: plain_lines(text).strip() for name, text in arguments if name in LABEL
    }
    return {} if any(map(hidden_character, said.values())) else said


@dataclass(frozen=True)
class _Typed:
    """A letter as typed, and the day a reply is asked for, if it says one."""

    surat: Pemberitahuan
    reply: date | None


@dataclass(frozen=True)
class _Proposed:
    """The extension that a letter proposes: how long, or until when; it may say neither."""

    selama: Lama | None = None
    sampai: date | None = None


_NOTHING_PROPOSED = _Proposed()


def _read(isian: Isian, summary: Summary) -> _Typed | None:
    """What was typed; None where something is wrong, which is put beside its field."""
    about = isian.choice("perihal", get_args(About), required=True)
    ends, leaves = about == "pengakhiran", about == LEAVING
    dari = isian.choice("dari", summary.kunci_pihak, required=True)
    tanggal = isian.day("tanggal", required=True)
    alasan = isian.choice("alasan", PENGAKHIRAN_REASONS, required=ends)
    dasar = isian.text("dasar", at_most=1000)
    in_force = isian.day("berlaku")
    reply = _reply(isian, tanggal)
    proposed = _NOTHING_PROPOSED
    if about == "perpanjangan":
        proposed = _proposed(isian)
    kewajiban = _filled_lines(isian.text("kewajiban", row_counts=True))
    nomor = isian.text("nomor", at_most=200) or None
    uraian = isian.text("uraian")
    tempat = isian.text("tempat", at_most=500)
    pejabat = isian.text("pejabat", at_most=500)
    jabatan = isian.text("jabatan", at_most=500)
    if not isian.valid or tanggal is None:
        return None
    surat = Pemberitahuan(
        perihal=cast(About, about),
        dari=summary.kunci_pihak.index(dari),
        tanggal=tanggal,
        reply=tanggal,
        nomor=nomor,
        selama=proposed.selama,
        sampai=proposed.sampai,
        uraian=uraian,
        tempat=tempat,
        pejabat=pejabat,
        jabatan=jabatan,
    )
    if ends:
        words = PENGAKHIRAN_REASONS[alasan]
        surat = replace(surat, alasan=words, dasar=dasar)
    if ends or leaves:
        surat = replace(surat, in_force=in_force, kewajiban=kewajiban)
    return _Typed(surat, reply)


def _reply(isian: Isian, tanggal: date | None) -> date | None:
    """The day a reply is asked for, which is not before that of the letter."""
    reply = isian.day("balas")
    if tanggal and reply and reply < tanggal:
        isian.add("balas", "Mendahului tanggal surat.")
    return reply


def _proposed(isian: Isian) -> _Proposed:
    proposed = _Proposed(_span(isian), isian.day("sampai"))
    if proposed.selama and proposed.sampai:
        isian.add("sampai", "Isi salah satu saja: lamanya atau hari terakhirnya.")
    return proposed


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


def _possible(isian: Isian, summary: Summary, typed: _Typed) -> bool:
    """Whether the agreement allows such a letter on its day.

    If not, why stands above the form.
    """
    try:
        draft_pemberitahuan(office(), summary.slug, typed.surat, typed.reply)
    except FaultySurat as cause:
        why = str(cause).removeprefix(f"{summary.slug}: ")
        isian.add("", f"{why}.")
    return isian.valid


def _warning(isian: Isian, summary: Summary) -> str:
    """What the officer should know of the letter before it goes out.

    Empty where what was typed makes none.
    """
    typed = _read(Isian(isian.value), summary)
    if typed is None:
        return ""
    try:
        planned = draft_pemberitahuan(office(), summary.slug, typed.surat, typed.reply)
    except NotaError:  # which its preview says
        return ""
    return short_paths(planned.peringatan)


def _form(summary: Summary, isian: Isian) -> str:
    return render_template(
        "surat_satu.html",
        summary=summary,
        isian=isian,
        label=LABEL,
        about=about_choices(summary.kunci_pihak),
        pihak=list(zip(summary.kunci_pihak, summary.pihak, strict=True)),
        base=isian.base(workspace().hash(summary.slug)),
        reasons=[
            (name, capitalized(words)) for name, words in PENGAKHIRAN_REASONS.items()
        ],
        written=written_letters(summary.slug),
        warning=_warning(isian, summary),
        said=_said(),
    )
