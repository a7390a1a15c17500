"""The signing of an agreement or of its adendum: what was typed in, the signed file out."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.check import check_kesepakatan, counts
from notakesepakatan.bureau.field_temuan import FieldTemuan, loading_temuan
from notakesepakatan.bureau.following import day_in_words
from notakesepakatan.bureau.penandatanganan import (
    RECORDING,
    ReadyKonsep,
    adendum_to_sign,
    foresee,
    kesepakatan_to_sign,
    sign,
    still_typed,
)
from notakesepakatan.compute.editing.edits import Data
from notakesepakatan.temuan import Temuan
from notakesepakatan.web.context import board, office, today, user, workspace
from notakesepakatan.web.editor.places import caption, item_numbers
from notakesepakatan.web.editor.temuan import temuan_words
from notakesepakatan.web.forms import Isian, capitalized
from notakesepakatan.web.guard.requests import needed
from notakesepakatan.web.peristiwa.form import field_of, show_temuan
from notakesepakatan.web.question import BACK, SURE, Question
from notakesepakatan.words.lists import plain_reason
from notakesepakatan.words.tanggal import parse_iso
from notakesepakatan.workspace import ChangedMeanwhile

blueprint = Blueprint("penandatanganan", __name__, url_prefix="/kesepakatan/<slug>")
_PIHAK_FIELDS = {"nomor": "Nomor", "pejabat": "Penanda tangan", "jabatan": "Jabatan"}
_OWN_FIELDS = {"tempat": "Tempat menandatangani", "tanggal": "Tanggal menandatangani"}
"""Asked of each party where the draft says that they do not sign together."""
_FIND_KONSEP = {"kesepakatan": kesepakatan_to_sign, "adendum": adendum_to_sign}
"""What may be signed, by its word in the address."""
_CONFIRM = "bila memang demikian, beri tanda pada persetujuan di bawah lalu catat lagi"


@blueprint.get("/<any(kesepakatan, adendum):yang>/penandatanganan")
@needed("pengesah")
def page(slug: str, yang: str) -> ResponseReturnValue:
    """The form, with what the draft says already."""
    konsep = _konsep(slug, yang)
    penandatanganan = konsep.data.get("penandatanganan") or {}
    values = {
        "penandatanganan.tanggal": penandatanganan.get("rencana")
        or today().isoformat(),
        "penandatanganan.tempat": penandatanganan.get("tempat") or "",
    }
    own_fields = _own_fields(konsep)
    for number, pihak in enumerate(konsep.data.get("para_pihak") or [], 1):
        values |= _values_of_pihak(number, pihak, own_fields)
    return _form(slug, yang, konsep, Isian(values))


def _values_of_pihak(
    number: int, pihak: Data, own_fields: Collection[str]
) -> dict[str, str]:
    """What the draft says of who signs for a party, and of the party's own day and place."""
    values = dict[str, str]()
    for name in _PIHAK_FIELDS:
        values[_field(number, name)] = pihak.get(name) or ""
    own = pihak.get("penandatanganan") or {}
    for name in own_fields:
        values[_own_field(number, name)] = own.get(name) or ""
    return values


@blueprint.post("/<any(kesepakatan, adendum):yang>/penandatanganan")
@needed("pengesah")
def record(slug: str, yang: str) -> ResponseReturnValue:
    """Put it into the draft's file; nothing else of the file changes."""
    isian = Isian.posted()
    if isian.value.get(BACK):
        return _form(slug, yang, _konsep(slug, yang), isian)
    _check_day(isian, "penandatanganan.tanggal")
    isian.text("penandatanganan.tempat", required=True)
    with workspace().lock(user().nama, RECORDING):
        konsep = _FIND_KONSEP[yang](office(), slug)
        if konsep is None:
            return _nothing_waits(slug, yang)
        data = _signed(konsep, isian)
        if not isian.valid:
            return _form(slug, yang, konsep, isian), 422
        try:
            workspace().check_unchanged(slug, request.form.get("jejak", ""))
        except ChangedMeanwhile as cause:
            isian.add("", str(cause))
            return _form(slug, yang, konsep, isian.renewed()), 409
        if not isian.value.get(SURE):
            return _asked(slug, yang, konsep, isian, data)
        temuan = sign(office(), slug, konsep, data)
        if temuan:
            return _refused(slug, yang, konsep, isian, temuan)
    board().touch(slug)
    flash(f"Penandatanganan {konsep.nama} dicatat.")
    return redirect(url_for("kesepakatan.page", slug=slug), 303)


def _asked(
    slug: str, yang: str, konsep: ReadyKonsep, isian: Isian, data: Data
) -> ResponseReturnValue:
    """What would follow, to be read before it is recorded; or what is wrong."""
    foreseen = foresee(office(), slug, konsep, data, today())
    if foreseen.temuan:
        return _refused(slug, yang, konsep, isian, foreseen.temuan)
    question = Question(
        slug=slug,
        judul=f"Penandatanganan {konsep.nama}",
        reading=konsep.reading.reading,
        target=url_for(".record", slug=slug, yang=yang),
        verb=f"Catat penandatanganan {konsep.nama}",
        days=list(_said_again(konsep, isian)),
        following=foreseen.following,
        doubts=foreseen.doubts,
        isian=isian,
    )
    return render_template("pasti.html", question=question)


def _refused(
    slug: str, yang: str, konsep: ReadyKonsep, isian: Isian, temuan: Sequence[Temuan]
) -> ResponseReturnValue:
    """The form with what keeps it from being recorded, that of the text too, each by its name."""
    labels = _labels(konsep)
    of_form = [each for each in temuan if field_of(each.kunci, {}, labels)]
    show_temuan(isian, of_form, {}, labels)
    of_text = [
        loading_temuan(konsep.data, each) for each in temuan if each not in of_form
    ]
    if of_text:
        isian.add("", "Naskahnya sendiri belum lengkap atau belum benar.")
    return _form(slug, yang, konsep, isian, of_text=of_text), 422


@dataclass(frozen=True)
class _OfText:
    """What is wrong with the text that is to be signed.

    Attributes:
        place: where, as a screen names it; empty for the whole.
        words: what, and what to do.
        address: of its field in the editor; empty where it has none there.
    """

    place: str
    words: str
    address: str


def _of_text(slug: str, yang: str, konsep: ReadyKonsep, found: FieldTemuan) -> _OfText:
    numbers = item_numbers(konsep.data)
    place = caption(found.place, numbers)
    is_in_editor = place and yang == "kesepakatan"
    address = url_for("sunting.page", slug=slug, _anchor=f"ruas-{found.field}")
    words = capitalized(temuan_words(found, numbers))
    return _OfText(place, words, address if is_in_editor else "")


def _said_again(konsep: ReadyKonsep, isian: Isian) -> Iterator[tuple[str, str]]:
    """What was typed, days in words."""
    for name, label in _labels(konsep).items():
        text = isian.value.get(name, "")
        if text:
            is_day = name.endswith(".tanggal")
            yield label, day_in_words(parse_iso(text), today()) if is_day else text


def _check_day(isian: Isian, field: str) -> None:
    """A day on which somebody signed is not still to come: it would lock the text for good."""
    day = isian.day(field, required=True)
    if day and day > today():
        isian.add(
            field,
            "Tanggal ini belum tiba. Untuk mencetak tanggal yang direncanakan, isi Hari yang "
            "direncanakan di penyunting; naskahnya tetap konsep.",
        )


def _nothing_waits(slug: str, yang: str) -> ResponseReturnValue:
    """To the agreement's page: of two clicks on one button the first has recorded it."""
    flash(
        f"Tidak ada lagi {yang} yang menunggu penandatanganan. Yang sudah dicatat tampak di "
        "halaman ini."
    )
    return redirect(url_for("kesepakatan.page", slug=slug), 303)


def _konsep(slug: str, yang: str) -> ReadyKonsep:
    konsep = _FIND_KONSEP[yang](office(), slug)
    return konsep or abort(404, f"Tidak ada {yang} yang menunggu penandatanganan.")


def _field(number: int, name: str) -> str:
    """Name of a field of a party, counted from one."""
    return f"para_pihak[{number}].{name}"


def _own_field(number: int, name: str) -> str:
    """Name of a field of the day and place on which a party alone signs."""
    return _field(number, f"penandatanganan.{name}")


def _own_fields(konsep: ReadyKonsep) -> dict[str, str]:
    """What is asked of each party alone; nothing where all sign together."""
    para_pihak = konsep.data.get("para_pihak") or []
    apart = any(pihak.get("penandatanganan") for pihak in para_pihak)
    return _OWN_FIELDS if apart else {}


def _sebutan(konsep: ReadyKonsep) -> list[str]:
    """How the parties are called."""
    para_pihak = konsep.reading.reading.para_pihak
    return [pihak.sebutan or pihak.nama for pihak in para_pihak]


def _labels(konsep: ReadyKonsep) -> dict[str, str]:
    labels = {
        "alasan": "Alasan perubahan",
        "penandatanganan.tanggal": "Tanggal penandatanganan",
        "penandatanganan.tempat": "Tempat",
    }
    for number, sebutan in enumerate(_sebutan(konsep), 1):
        for name, words in _PIHAK_FIELDS.items():
            labels[_field(number, name)] = f"{sebutan}, {words.lower()}"
        for name, words in _OWN_FIELDS.items():
            labels[_own_field(number, name)] = f"{sebutan}, {words.lower()}"
    return labels


def _signed(konsep: ReadyKonsep, isian: Isian) -> Data:
    """The draft's data with what was typed; what was emptied goes."""
    names = ("tempat", "tanggal")
    typed = {name: isian.text(f"penandatanganan.{name}") for name in names}
    said = konsep.data.get("penandatanganan") or {}
    before = {name: content for name, content in said.items() if name != "rencana"}
    numbers = range(1, len(_sebutan(konsep)) + 1)
    alasan = _alasan_lines(isian)
    return {
        **konsep.data,
        **({"alasan": alasan} if alasan and _asks_alasan(konsep) else {}),
        "penandatanganan": {**before, **typed},
        "para_pihak": [_signed_pihak(konsep, isian, number) for number in numbers],
    }


def _asks_alasan(konsep: ReadyKonsep) -> bool:
    """Whether it is an adendum that does not say yet why it is made."""
    is_adendum = konsep.data.get("perubahan") is not None
    is_perbaikan = konsep.data.get("jenis") == "perbaikan"
    return is_adendum and not is_perbaikan and not konsep.data.get("alasan")


def _alasan_lines(isian: Isian) -> list[str]:
    """Reasons as typed, one a line."""
    typed = isian.text("alasan", row_counts=True)
    return [plain_reason(line) for line in typed.split("\n") if line.strip()]


def _signed_pihak(konsep: ReadyKonsep, isian: Isian, number: int) -> Data:
    para_pihak = konsep.data.get("para_pihak") or []
    before = para_pihak[number - 1] if number <= len(para_pihak) else {}
    typed = {name: isian.text(_field(number, name)) for name in _PIHAK_FIELDS}
    own = _signed_alone(konsep, isian, number)
    merged = {**before, **typed, "penandatanganan": own}
    return {name: content for name, content in merged.items() if content}


def _signed_alone(konsep: ReadyKonsep, isian: Isian, number: int) -> Data:
    """Where and when a party signed alone; nothing where all signed together."""
    typed = dict[str, str]()
    for name in _own_fields(konsep):
        field = _own_field(number, name)
        if name == "tanggal":
            _check_day(isian, field)
        typed[name] = isian.text(field, required=True)
    return typed


def _form(
    slug: str,
    yang: str,
    konsep: ReadyKonsep,
    isian: Isian,
    *,
    asked: bool = False,
    of_text: Sequence[FieldTemuan] = (),
) -> str:
    is_adendum = yang == "adendum"
    errors = 0 if is_adendum else counts(check_kesepakatan(office(), slug))["galat"]
    return render_template(
        "penandatanganan.html",
        slug=slug,
        yang=yang,
        nama=konsep.nama,
        isian=isian,
        label=_labels(konsep),
        sebutan=_sebutan(konsep),
        fields=_PIHAK_FIELDS,
        own_fields=_own_fields(konsep),
        asks_alasan=_asks_alasan(konsep),
        base=isian.base(workspace().hash(slug)),
        reading=konsep.reading.reading,
        galat=errors,
        typing=[] if is_adendum else still_typed(workspace(), slug),
        asked=asked,
        of_text=[_of_text(slug, yang, konsep, each) for each in of_text],
    )
