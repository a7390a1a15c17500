"""From an agreement and a day to what later papers share.

The parties by their name and office of the day, and the agreement as they cite it.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from notakesepakatan.compute.text import sentence_of_pihak
from notakesepakatan.compute.text.numbering import number
from notakesepakatan.compute.text.reading import resolve
from notakesepakatan.compute.text.sentence_of_pihak import PENGANGKATAN
from notakesepakatan.compute.text.terjemahan import in_other_language
from notakesepakatan.compute.text.words import Words
from notakesepakatan.model.kesepakatan import Kalimat, Kesepakatan, Penandatanganan
from notakesepakatan.model.language import Language
from notakesepakatan.model.para_pihak import PenandaTangan, Pihak
from notakesepakatan.model.terjemahan import TerjemahanKalimat, TerjemahanPihak
from notakesepakatan.words.lists import merge
from notakesepakatan.words.tanggal import tanggal_long

_TODAY = (
    "Pada hari ini [[penandatanganan.hari]], tanggal"
    " [[penandatanganan.tanggal_terbilang]], bulan [[penandatanganan.bulan]], tahun"
    " [[penandatanganan.tahun_terbilang]] ([[penandatanganan.tanggal_angka]])"
)
_BELOW = "kami yang bertanda tangan di bawah ini:"
_PEMBUKAAN = f"{_TODAY}, {_BELOW}"
_PEMBUKAAN_WITH_PLACE = f"{_TODAY}, bertempat di [[penandatanganan.tempat]], {_BELOW}"
_PIHAK = (
    "[[jabatan]], bertindak untuk dan atas nama [[bertindak_atas_nama]], selanjutnya"
    " disebut [[sebutan]];"
)
_PIHAK_BELOW_LINES = (
    "dalam hal ini bertindak untuk dan atas nama [[bertindak_atas_nama]], selanjutnya"
    " disebut [[sebutan]];"
)

_PEMBUKAAN_APART = "Yang bertanda tangan di bawah ini:"
"""Where each party signs on a day of its own."""

_PENANDATANGANAN, _PARA_PIHAK = "[[penandatanganan.", "[[para_pihak."
"""How a word in an opening begins that says the signing, or a party."""

_OF_ONE_PAPER = {"nomor", "nama", "kalimat", "penandatanganan"}
"""What is said of a party for one paper, and not for those after it."""


def present_name(pihak: Pihak, at: date) -> str:
    """The party's name on a day: "Kementerian … (dahulu Badan …)" where it has another."""
    after = [r for r in pihak.riwayat_nama if r.sejak and r.sejak <= at]
    if not after:
        return pihak.nama
    return f"{max(after, key=lambda r: r.sejak or date.min).nama} (dahulu {pihak.nama})"


def cite_kesepakatan(k: Kesepakatan, at: date, changed: Sequence[str] = ()) -> str:
    """An agreement as read, as a letter of a day names it.

    Kind, parties, subject, numbers, day, and the last of its adenda (`changed`).
    """
    nomor = merge([f"Nomor {p.nomor}" for p in k.para_pihak if p.nomor])
    # Of a register's line only a day that is surely that of signing is quoted.
    tanggal = k.printed_day if k.facts_only else k.signed
    part = [k.titled_between([present_name(p, at) for p in k.para_pihak])]
    part += [nomor] if nomor else []
    part += [f"tanggal {tanggal_long(tanggal)}"] if tanggal else []
    if changed:
        times = " beberapa kali diubah, terakhir" if len(changed) > 1 else " diubah"
        part.append(f"sebagaimana telah{times} dengan {changed[-1]}")
    return ", ".join(part)


def penandatanganan_frame(
    k: Kesepakatan,
    penandatanganan: Penandatanganan,
    present: Sequence[PenandaTangan],
    previous: Sequence[PenandaTangan] = (),
    *,
    opening_anew: bool = False,
) -> Kesepakatan:
    """The agreement as it would read were it signed on that day by these people.

    It gives a paper its opening and its parties, in usual words where the agreement
    has none.

    Args:
        k: the text in force, as typed.
        penandatanganan: place and day of the paper.
        present: who signs, in order of the parties; who is missing is as before.
        previous: who signed the last adendum, where it is not as in the text.
        opening_anew: whether the paper opens in words of its own, as an adendum does,
            and not in those of the agreement.
    """
    shown = _as_signed(k, penandatanganan, present, previous, opening_anew=opening_anew)
    return resolve(shown)[0]


def frame_in_other_language(
    k: Kesepakatan,
    penandatanganan: Penandatanganan,
    present: Sequence[PenandaTangan],
    language: Language,
    words: Words,
) -> Kesepakatan:
    """`penandatanganan_frame` of a paper that opens in words of its own, in the second
    language of the agreement.

    Args:
        k: the text in force, as typed.
        penandatanganan: place and day of the paper.
        present: who signs, in order of the parties; who is missing is as before.
        language: the words that the program itself prints.
        words: the same language, as numbers and days are said in it.
    """
    shown = _as_signed(
        k, penandatanganan, present, opening_anew=True, language=language
    )
    return in_other_language(number(shown), language, words)


def _as_signed(
    k: Kesepakatan,
    penandatanganan: Penandatanganan,
    present: Sequence[PenandaTangan],
    previous: Sequence[PenandaTangan] = (),
    *,
    opening_anew: bool,
    language: Language | None = None,
) -> Kesepakatan:
    """The agreement as typed, with what is said of it on that day.

    Its usual sentences have their translation beside them where a language is given.
    """
    day = penandatanganan.tanggal or _last_own_day(present) or date.max
    known = bool(penandatanganan.tanggal)
    pihak = []
    for i, one in enumerate(k.para_pihak):
        signs = _pihak_on(one, day, _nth(previous, i), _nth(present, i))
        signs = _with_sentence(signs, one, k.kalimat.pihak, dated=known)
        if language:
            other = _translated_pihak(signs, one, _nth(present, i), language)
            signs = signs.model_copy(update={"terjemahan": other})
        pihak.append(signs)
    usual = _PIHAK_BELOW_LINES if k.susunan.para_pihak == "baris" else _PIHAK
    opening = _own_opening(k, present) if opening_anew else _opening(k, present)
    kalimat: dict[str, object] = {
        "pembukaan": opening,
        "pihak": k.kalimat.pihak or usual,
    }
    if language:
        kalimat["terjemahan"] = _translated_kalimat(k.kalimat, opening, usual, language)
    update = {
        "para_pihak": tuple(pihak),
        "penandatanganan": penandatanganan,
        "kalimat": k.kalimat.model_copy(update=kalimat),
    }
    return k.model_copy(update=update)


def _translated_kalimat(
    kalimat: Kalimat, opening: str, usual: str, language: Language
) -> TerjemahanKalimat:
    """The sentences that this paper opens with, in another language."""
    own = kalimat.terjemahan or TerjemahanKalimat()
    said: dict[str, object] = {"pembukaan": language.sentence(opening)}
    if not kalimat.pihak:
        said["pihak"] = language.sentence(usual)
    return own.model_copy(update=said)


def _translated_pihak(
    signs: Pihak, before: Pihak, present: PenandaTangan | None, language: Language
) -> TerjemahanPihak:
    """What is said of who signs, in another language.

    What reads as before keeps its translation; all else has what the paper gives it.
    """
    known = before.terjemahan or TerjemahanPihak()
    stays = {
        key: getattr(known, key)
        for key in TerjemahanPihak.model_fields
        if getattr(signs, key) == getattr(before, key)
    }
    own = present.terjemahan if present else None
    given = own.model_dump(exclude_unset=True) if own else {}
    said = TerjemahanPihak.model_validate({**stays, **given})
    sentence = signs.kalimat
    if sentence and sentence != before.kalimat and not said.kalimat:
        usual = ", ".join(language.sentence(part) for part in usual_parts(signs))
        is_usual = sentence == ", ".join(usual_parts(signs))
        said = said.model_copy(update={"kalimat": usual if is_usual else None})
    if signs.bertindak_atas_nama == signs.nama:
        said = said.model_copy(update={"bertindak_atas_nama": said.nama})
    return said


def _nth(people: Sequence[PenandaTangan], i: int) -> PenandaTangan | None:
    """Who signs for the party of this position; None where nothing is said of that."""
    return people[i] if i < len(people) else None


def _pihak_on(
    one: Pihak,
    day: date,
    previous: PenandaTangan | None,
    present: PenandaTangan | None,
) -> Pihak:
    """The party as it signs on a day, by what was said of it last and what is said now."""
    name = present_name(one, day)
    now: dict[str, Any] = {
        "nomor": None,
        "penandatanganan": None,
        "nama": name,
        "bertindak_atas_nama": one.bertindak_atas_nama or name,
    }
    if previous:
        said = _said(previous, one)
        now |= {key: said[key] for key in said.keys() - _OF_ONE_PAPER}
    if present:
        now |= _said(present, one.model_copy(update=now))
        if present.nama and not one.bertindak_atas_nama:
            now["bertindak_atas_nama"] = present.nama
    if now["nama"] != one.nama:
        now["nama_judul"] = None
    return one.model_copy(update=now)


def _with_sentence(
    signs: Pihak, before: Pihak, shared: str | None, *, dated: bool
) -> Pihak:
    """The party with a sentence that is true of who signs.

    One typed out for the person before, or one that cites a decree that nobody named on
    a paper already dated, gives way to the usual one.
    """
    if _same_person(signs, before):
        return signs
    sentence = signs.kalimat or shared or ""
    stays = bool(signs.kalimat) and signs.kalimat == before.kalimat
    typed_out = stays and "[[" not in sentence
    without_decree = PENGANGKATAN in sentence and signs.pengangkatan is None
    if typed_out or (without_decree and dated):
        return signs.model_copy(update={"kalimat": _usual_sentence(signs)})
    return signs


def signs_now(pihak: Pihak, present: PenandaTangan | None) -> Pihak:
    """A party as it signs another paper, by what is said of it there."""
    now: dict[str, Any] = {"nomor": None, "penandatanganan": None}
    if present:
        now |= _said(present, pihak)
    return pihak.model_copy(update=now)


def with_marks(para_pihak: Sequence[Pihak]) -> tuple[Pihak, ...]:
    """The parties above a sentence that begins anew: the last of their own ends with a stop.

    Those before it end as the first does, where that goes on to the next.
    """
    if not para_pihak:
        return ()
    *others, last = para_pihak
    if others and (others[0].kalimat or "").endswith(";"):
        others = [_ending_with(";", one) for one in others]
    return (*others, _ending_with(".", last))


def _ending_with(mark: str, pihak: Pihak) -> Pihak:
    sentence = pihak.kalimat or ""
    if not sentence.endswith((";", ".")):
        return pihak
    return pihak.model_copy(update={"kalimat": f"{sentence[:-1]}{mark}"})


def _same_person(one: Pihak, other: Pihak) -> bool:
    person = ("pejabat", "jabatan", "nama")
    return all(getattr(one, key) == getattr(other, key) for key in person)


def _usual_sentence(signs: Pihak) -> str:
    """Office, seat, decree, and for whom, as far as they are known."""
    return ", ".join(usual_parts(signs))


def usual_parts(signs: Pihak) -> list[str]:
    """What the usual sentence of a party says of it, as far as it is known."""
    return sentence_of_pihak.usual_parts(
        has_seat=bool(signs.kedudukan), has_decree=bool(signs.pengangkatan)
    )


def _own_opening(k: Kesepakatan, present: Sequence[PenandaTangan]) -> str:
    """The opening of a paper that copies none; it names its place where the agreement did."""
    if any(one.penandatanganan for one in present):
        return _PEMBUKAAN_APART
    with_place = "bertempat" in (k.kalimat.pembukaan or "")
    return _PEMBUKAAN_WITH_PLACE if with_place else _PEMBUKAAN


def _opening(k: Kesepakatan, present: Sequence[PenandaTangan]) -> str:
    """The agreement's own opening, where that fits a paper whose parties follow in lines.

    One that names the parties itself, or no day, does not, unless each signs on a day
    of his own.
    """
    own = k.kalimat.pembukaan
    if own is None or _names_pihak(k, own):
        return _PEMBUKAAN
    signed_apart = any(one.penandatanganan for one in present)
    return own if _PENANDATANGANAN in own or signed_apart else _PEMBUKAAN


def _names_pihak(k: Kesepakatan, opening: str) -> bool:
    """Whether the parties stand in the opening and nowhere below it."""
    sentences = [k.kalimat.pihak, *(pihak.kalimat for pihak in k.para_pihak)]
    in_lines = any(sentences) or k.susunan.para_pihak == "baris"
    return _PARA_PIHAK in opening or not in_lines


def _last_own_day(present: Sequence[PenandaTangan]) -> date | None:
    """The last day on which one of them signs by himself."""
    own = [one.penandatanganan for one in present]
    return max((each.tanggal for each in own if each and each.tanggal), default=None)


def _said(one: PenandaTangan, before: Pihak) -> dict[str, Any]:
    """What is said of who signs.

    Another office or another person than before has not the lines of the one before,
    nor the letter of authority; another person not the decree.
    """
    names = type(one).model_fields
    said = {
        key: value
        for key in names
        if key != "terjemahan" and (value := getattr(one, key))
    }
    if one.penanda_tangan_lain is not None:
        said["penanda_tangan_lain"] = one.penanda_tangan_lain
    other_office = _differs(said, before, "jabatan")
    other_lines = _differs(said, before, "jabatan_tanda_tangan")
    other_person = _differs(said, before, "pejabat")
    if other_office or other_lines:
        said.setdefault("tanda_tangan", ())
    if other_person:
        said.setdefault("bawah_nama", ())
    if other_office or other_person:
        said.setdefault("kuasa", None)
    if other_person:
        said.setdefault("pengangkatan", None)
    return said


def _differs(said: dict[str, Any], before: Pihak, key: str) -> bool:
    return key in said and said[key] != getattr(before, key)
