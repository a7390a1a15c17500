"""Letters of notice: extension or termination, and the receipt that goes with each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from notakesepakatan.compose.called import is_called, together
from notakesepakatan.compose.cited_klausul import (
    CitedKlausul,
    leaving_cited,
    may_leave,
    other_on_kewajiban,
    pemberitahuan_cited,
    term_cited,
    vouched,
    with_key,
)
from notakesepakatan.compose.composer import Composer, Properties
from notakesepakatan.compose.frame import cite_kesepakatan, present_name
from notakesepakatan.compose.kop import Kop, kop_of
from notakesepakatan.compose.principal import lines_above
from notakesepakatan.compose.quoting import marks_of, quoted
from notakesepakatan.compose.recipients import one_each, recipients
from notakesepakatan.compute.text.isian import POINT, jangka_waktu_words, lama
from notakesepakatan.compute.time.register import Summary
from notakesepakatan.compute.time.term import Ended, Term
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.para_pihak import Pihak
from notakesepakatan.model.pasal import klausul_texts
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.model.peristiwa import LEAVING, About, about_words
from notakesepakatan.naskah import Naskah
from notakesepakatan.place import ALL_SEBUTAN
from notakesepakatan.words.addresses import address_of
from notakesepakatan.words.lists import closed, open_end
from notakesepakatan.words.names import fold, in_small_letters
from notakesepakatan.words.numbers import angka_terbilang
from notakesepakatan.words.tanggal import day_name, tanggal_long

PENGAKHIRAN_REASONS = {
    "tujuan-tercapai": "tujuan kerja sama telah tercapai",
    "kesepakatan": "terdapat kesepakatan PARA PIHAK untuk mengakhirinya",
    "perubahan-peraturan": (
        "terdapat perubahan peraturan perundang-undangan yang mengakibatkan "
        "kerja sama tidak dapat dilaksanakan"
    ),
    "objek-hilang": "objek kerja sama hilang",
    "jangka-waktu": "jangka waktu kerja sama berakhir",
}
"""Grounds on which a cooperation ends (PP 28/2018 Pasal 9); a change of leadership is none."""
_KESEPAKATAN = PENGAKHIRAN_REASONS["kesepakatan"]
"""A letter may propose this; that it is so only the minutes of both say."""
_OF_CHANGED_LAW = PENGAKHIRAN_REASONS["perubahan-peraturan"]
_BEFORE_ITS_END = ("kesepakatan", "perubahan-peraturan", "objek-hilang")
"""Those of them that end it when they come; a term that runs out needs none of them."""


@dataclass(frozen=True)
class Pemberitahuan:
    """What one notice says.

    Attributes:
        perihal: extension, termination, or that the sender alone leaves.
        dari: index of the sending party.
        tanggal: date of the letter.
        reply: the day a reply is asked for; or how long after the letter, where that day may
            still move.
        nomor: number of the letter; dots where it has none yet.
        selama: proposed term of an extension.
        sampai: proposed last day of an extension, in place of its term.
        alasan: ground of a termination, in words.
        dasar: the regulation or paper that it rests on, as the letter names it.
        in_force: effective day of a termination, or of leaving.
        kewajiban: outstanding duties.
        uraian: a sentence of the sender's own.
        tempat: where it is written; the settings' own unless given.
        pejabat: who signs, where it is another than who signed the agreement.
        jabatan: the office of whoever signs, likewise.
        enclosed: whether a draft adendum of the extension goes along.
        lets_end: whether a termination only says that the term is left to run out.
    """

    perihal: About
    dari: int
    tanggal: date
    reply: date | Lama
    nomor: str | None = None
    selama: Lama | None = None
    sampai: date | None = None
    alasan: str = ""
    dasar: str = ""
    in_force: date | None = None
    kewajiban: tuple[str, ...] = ()
    uraian: str = ""
    tempat: str = ""
    pejabat: str = ""
    jabatan: str = ""
    enclosed: bool = False
    lets_end: bool = False


_NAMED_BY = {
    "perpanjangan": re.compile(r"perpanjang", re.IGNORECASE),
    "pengakhiran": re.compile(r"\b(?:meng|di)akhiri|\bpengakhiran", re.IGNORECASE),
}
_WITH_CONSENT = re.compile(
    r"\b(?:dengan|atas|melalui|berdasarkan|setelah|memperoleh|mendapat(?:kan)?)"
    r"\s+(?:\w+\s+)?(?:kesepakatan|persetujuan)\b"
)
_JANGKA_WAKTU = "jangka_waktu"
_PEMBERITAHUAN = "pemberitahuan"
"""Key of the clause that says how long before a notice is given."""


@dataclass(frozen=True)
class _Butir:
    isi: str
    rincian: tuple[str, ...] = ()


def compose_pemberitahuan(
    composer: Composer,
    loaded: Loaded,
    r: Summary,
    term: Term,
    limit: date | None,
    surat: Pemberitahuan,
) -> Naskah:
    """The letter. It names no day as certain that may still move.

    Args:
        composer: composer of the workspace.
        loaded: the agreement.
        r: its summary, for the clauses by their role.
        term: the term now running.
        limit: last day of the notice, as shown; None where it may still move.
        surat: what it says.
    """
    r = replace(r, dasar=vouched(loaded, r.dasar))
    content = _frame(composer, loaded.reading, surat) | {
        "perihal": surat.perihal,
        "terlampir": surat.enclosed,
        "daftar_tujuan": recipients(loaded.reading, surat.dari, surat.tanggal),
        "sebut_kesepakatan": cite_kesepakatan(
            loaded.reading, surat.tanggal, loaded.changed_cited
        ),
        "daftar_butir": _points(loaded, r, term, limit, surat),
        "deret_penanda_tangan": penanda_tangan_list(composer, loaded.reading, surat),
        "tembusan": _tembusan(composer.pengaturan, loaded.reading, surat),
    }
    return composer.fill(
        "surat/pemberitahuan.html.j2",
        content,
        _trait(loaded.reading, surat),
        huruf=_font(composer),
        picture=_picture(composer, _kop(composer, loaded.reading, surat)),
    )


def _tembusan(
    setting: Pengaturan,
    k: Kesepakatan,
    surat: Pemberitahuan,
) -> tuple[str, ...]:
    """Who gets a copy of the office's own letters; of another's nobody knows."""
    return setting.tembusan if _is_ours(setting, k.para_pihak[surat.dari]) else ()


def pemberitahuan_for(k: Kesepakatan) -> tuple[str, ...]:
    """What the clause on notice asks notice of: extension, termination, or both.

    Both too where no clause has that role, or its words name neither.
    """
    words = _klausul_words(k)
    named = tuple(about for about, word in _NAMED_BY.items() if word.search(words))
    return named or tuple(_NAMED_BY)


def counts_from_ending(k: Kesepakatan) -> bool:
    """Whether the notice is counted back from the day that a party wants to end it on."""
    words = _klausul_words(k).lower()
    return "tanggal pengakhiran" in words or "sebelumnya" in words


def _klausul_words(k: Kesepakatan) -> str:
    """What the clause on notice says: that with its role, else what the pasal on the term
    says of it.
    """
    klausul = next(with_key(k.pasal, _PEMBERITAHUAN), None)
    if klausul:
        return " ".join(klausul_texts(klausul))
    of_term = next(with_key(k.pasal, _JANGKA_WAKTU), None)
    said = klausul_texts(of_term) if of_term else ()
    return " ".join(text for text in said if "beritahu" in text.lower())


def compose_tanda_terima(
    composer: Composer,
    loaded: Loaded,
    surat: Pemberitahuan,
) -> Naskah:
    """The receipt to be filled in by hand on delivery, a page for each recipient."""
    k = loaded.reading
    content = _frame(composer, k, surat) | {
        "dari": present_name(k.para_pihak[surat.dari], surat.tanggal),
        "daftar_penerima": one_each(recipients(k, surat.dari, surat.tanggal)),
    }
    return composer.fill(
        "surat/tanda-terima.html.j2",
        content,
        _trait(k, surat),
        huruf=_font(composer),
        picture=_picture(composer, _kop(composer, k, surat)),
    )


def penanda_tangan_list(
    composer: Composer,
    k: Kesepakatan,
    surat: Pemberitahuan,
) -> list[dict[str, object]]:
    """Office, name and what stands below it of each who signs; the name in the letters
    that the office writes it in.
    """
    as_typed = composer.pengaturan.huruf_nama_surat == "seperti_naskah"
    written = str if as_typed else in_small_letters
    return [
        {
            "jabatan": one.jabatan,
            "baris_jabatan": lines_above(one),
            "nama": written(one.pejabat or POINT),
            "bawah_nama": one.bawah_nama,
        }
        for one in _penanda_tangan(k, surat).penanda_tangan_list
    ]


def _penanda_tangan(
    k: Kesepakatan,
    surat: Pemberitahuan,
) -> Pihak:
    """The sending party, with who holds the office on the day of the letter.

    Who signed the agreement beside him signs the letter too, unless it names its own
    signature.
    """
    now: dict[str, object] = {
        name: content
        for name in ("pejabat", "jabatan")
        if (content := getattr(surat, name))
    }
    if now:
        now["penanda_tangan_lain"] = now["bawah_nama"] = ()
    if surat.jabatan:
        now["tanda_tangan"] = ()
    return k.para_pihak[surat.dari].model_copy(update=now)


def _font(composer: Composer) -> str:
    return composer.pengaturan.huruf_surat


def _trait(
    k: Kesepakatan,
    surat: Pemberitahuan,
) -> Properties:
    return Properties(_subject(k, surat), k.para_pihak[surat.dari].nama, surat.tanggal)


def _subject(
    k: Kesepakatan,
    surat: Pemberitahuan,
) -> str:
    if surat.lets_end:
        return f"Pemberitahuan Tidak Memperpanjang {k.jenis}"
    head = "Usulan" if _proposes(k, surat) else "Pemberitahuan"
    of_what = about_words(surat.perihal).title()
    from_what = "dari " if surat.perihal == LEAVING else ""
    return f"{head} {of_what} {from_what}{k.jenis}"


def _proposes(
    k: Kesepakatan,
    surat: Pemberitahuan,
) -> bool:
    """Whether the letter asks for what needs the others, and gives no notice of it."""
    if surat.perihal == LEAVING:
        return not may_leave(k)
    if surat.perihal == "perpanjangan":
        return not _NAMED_BY["perpanjangan"].search(_klausul_words(k))
    if surat.alasan == _KESEPAKATAN:
        return True
    return surat.alasan != _OF_CHANGED_LAW and not _may_alone(k)


def _frame(
    composer: Composer,
    k: Kesepakatan,
    surat: Pemberitahuan,
) -> dict[str, object]:
    kop = _kop(composer, k, surat)
    return {
        "kop": kop.lines,
        "lambang_kop": bool(kop.lambang),
        "tempat": surat.tempat or _usual_place(composer, k, surat),
        "tanggal": tanggal_long(surat.tanggal),
        "nomor": surat.nomor,
        "hal": _subject(k, surat),
    }


def _kop(
    composer: Composer,
    k: Kesepakatan,
    surat: Pemberitahuan,
) -> Kop:
    return kop_of(composer.pengaturan, _penanda_tangan(k, surat), surat.tanggal)


def _picture(
    composer: Composer,
    kop: Kop,
) -> dict[str, bytes]:
    """The emblem above the kop, by the name that the template gives it.

    Raises:
        FaultyLogo: the file that the settings name is no picture.
    """
    if not kop.lambang:
        return {}
    from notakesepakatan.compose.pictures import read_picture

    return {"lambang": read_picture(composer.templat, kop.lambang)}


def _usual_place(
    composer: Composer,
    k: Kesepakatan,
    surat: Pemberitahuan,
) -> str:
    """The place that the settings give the office's own letters, else the sender's town."""
    setting, sender = composer.pengaturan, k.para_pihak[surat.dari]
    if setting.tempat_surat and _is_ours(setting, sender):
        return setting.tempat_surat
    return address_of(sender.kedudukan or "").place or POINT


def _is_ours(
    setting: Pengaturan,
    sender: Pihak,
) -> bool:
    """Whether the letter is the office's own, as far as the settings say who it is."""
    ours = setting.pihak_kami
    return ours is None or fold(ours) == fold(sender.nama)


def _points(
    loaded: Loaded,
    r: Summary,
    term: Term,
    limit: date | None,
    surat: Pemberitahuan,
) -> list[_Butir]:
    k = loaded.reading
    extends = surat.perihal == "perpanjangan"
    if extends:
        wish = _wish_to_extend(k, term, surat)
    elif surat.perihal == LEAVING:
        wish = _wish_to_leave(loaded, surat)
    else:
        wish = _wish_to_end(loaded, r, term, surat)
    points = (*_terms(loaded, r, term, limit, surat), *wish, *_closing(k, r, surat))
    return [replace(one, isi=_capital(one.isi)) for one in points]


def _terms(
    loaded: Loaded,
    r: Summary,
    term: Term,
    limit: date | None,
    surat: Pemberitahuan,
) -> Iterator[_Butir]:
    """What the agreement says of its end and of the notice, if it asks for this one."""
    k = loaded.reading
    until = _last_day_words(term.end, k, r, surat) if term.end else _open_words(k)
    yield _Butir(f"{_by(k, r, term_cited(loaded))}{until}.")
    before = k.tenggat.pemberitahuan
    if before is None or not _is_asked(k, surat):
        return
    that_day = f", yaitu tanggal {tanggal_long(limit)}" if limit else ""
    ends_early = surat.perihal == "pengakhiran" and not surat.lets_end
    of_ending = term.end is None or (ends_early and counts_from_ending(k))
    counted_from = "tanggal pengakhiran" if of_ending else "jangka waktu berakhir"
    last_day = f"batas waktu pemberitahuan adalah {lama(before)} sebelum {counted_from}{that_day}."
    yield _Butir(f"{_by_words(k, r, pemberitahuan_cited(loaded))}{last_day}")


def _is_asked(
    k: Kesepakatan,
    surat: Pemberitahuan,
) -> bool:
    """Whether the clause asks for a notice of this; of one that only ends it early, not
    where the term is left to run out.
    """
    about = pemberitahuan_for(k)
    only_ends_early = "perpanjangan" not in about and counts_from_ending(k)
    return surat.perihal in about and not (surat.lets_end and only_ends_early)


def _by_words(
    k: Kesepakatan,
    r: Summary,
    cited: CitedKlausul,
) -> str:
    """What a clause says in its own words, where those are one text."""
    if not cited.isi:
        return _by(k, r, cited)
    return f"{_quote(k, cited)} Dengan demikian, "


def _quote(
    k: Kesepakatan,
    cited: CitedKlausul,
) -> str:
    words = quoted(cited.isi.strip(), marks_of(k))
    return f"{cited.dasar} {k.jenis} berbunyi: {words}"


def _last_day_words(
    end: Ended,
    k: Kesepakatan,
    r: Summary,
    surat: Pemberitahuan,
) -> str:
    """When it ends; where that is by an extension on record, that there was one."""
    last_day = f"{day_name(end.tanggal)}, tanggal {tanggal_long(end.tanggal)}"
    ends = "diperkirakan berakhir" if end.provisional_years else "berakhir"
    happened = [each for each in r.peristiwa if each.tanggal <= surat.tanggal]
    is_longer = any(each.jenis == "perpanjangan" for each in happened)
    extended = ", yang telah diperpanjang," if is_longer else ""
    return f"jangka waktu {k.jenis} tersebut{extended} {ends} {end.limit}pada hari {last_day}"


def _open_words(k: Kesepakatan) -> str:
    return f"{k.jenis} tersebut berlaku {jangka_waktu_words(k.jangka_waktu)}"


def _sender_words(
    k: Kesepakatan,
    surat: Pemberitahuan,
) -> str:
    """The sender, and how the agreement calls it where that is not its name or office."""
    sender = k.para_pihak[surat.dari]
    name = present_name(sender, surat.tanggal)
    if not is_called(k, sender.sebutan):
        return name
    called = fold(sender.sebutan or "")
    told = any(_is_within(called, fold(one)) for one in (name, sender.jabatan))
    return name if told else f"{name} selaku {sender.sebutan}"


def _is_within(
    called: str,
    name: str,
) -> bool:
    return f" {called} " in f" {name} "


def _wish(
    k: Kesepakatan,
    surat: Pemberitahuan,
    wish: str,
) -> str:
    our = _sender_words(k, surat)
    return f"Sehubungan dengan hal tersebut, {our} {wish} {k.jenis} tersebut"


def _may_alone(k: Kesepakatan) -> bool:
    """Whether the clause on notice lets a party end it: it names that, and no consent."""
    words = _klausul_words(k)
    ends = _NAMED_BY["pengakhiran"].search(words)
    own_name = re.compile(re.escape(k.jenis), re.IGNORECASE)
    without_name = own_name.sub("", words).lower()
    return bool(ends) and not _WITH_CONSENT.search(without_name)


def _own_words(surat: Pemberitahuan) -> str:
    return f" {surat.uraian}" if surat.uraian else ""


def _wish_to_extend(
    k: Kesepakatan,
    term: Term,
    surat: Pemberitahuan,
) -> Iterator[_Butir]:
    proposes = _proposes(k, surat)
    verb = "mengusulkan perpanjangan" if proposes else "bermaksud memperpanjang"
    wish = f"{_wish(k, surat, verb)} {_how_long(k, term, surat)}"
    since = "" if surat.sampai else ", terhitung sejak berakhirnya jangka waktu"
    yield _Butir(f"{wish}{since}.{_own_words(surat)}")
    if surat.enclosed:
        yield _Butir(
            "Rancangan adendum perpanjangan kami lampirkan untuk mendapat tanggapan dan "
            "kesepakatan bersama."
        )


def _how_long(
    k: Kesepakatan,
    term: Term,
    surat: Pemberitahuan,
) -> str:
    """The extension that is proposed: as said, else as long as the text's own term.

    Where that is no whole number of years or months, the parties are to agree on it.
    """
    if surat.sampai:
        return f"sampai dengan tanggal {tanggal_long(surat.sampai)}"
    span = surat.selama or k.jangka_waktu.span or term.usual_span
    if span:
        return f"selama {lama(span)}"
    return f"untuk jangka waktu yang akan disepakati {together(k)}"


def _reason(
    k: Kesepakatan,
    surat: Pemberitahuan,
) -> str:
    """Why it ends, with the name that the agreement gives its parties."""
    link = "yaitu" if surat.alasan == _OF_CHANGED_LAW else "berdasarkan"
    named = f", {link} {open_end(surat.dasar)}" if surat.dasar else ""
    return surat.alasan.replace(ALL_SEBUTAN, together(k)) + named


def _wish_to_end(
    loaded: Loaded,
    r: Summary,
    term: Term,
    surat: Pemberitahuan,
) -> Iterator[_Butir]:
    k = loaded.reading
    if surat.lets_end:
        yield from _wish_to_let_end(loaded, r, term, surat)
        return
    if _proposes(k, surat):
        yield from _proposal_to_end(loaded, r, term, surat)
        return
    day = _day_of_ending(term.end, surat)
    yield _Butir(
        f"{_wish(k, surat, 'bermaksud mengakhiri')} pada {day}, dengan alasan "
        f"{_reason(k, surat)}."
        f"{_by_itself(k, r, surat)}{_own_words(surat)}"
    )
    yield from _tugas_list(loaded, r, surat)
    yield _Butir(f"{k.jenis} tersebut tetap berlaku sampai dengan {day}.")


def _wish_to_leave(
    loaded: Loaded,
    surat: Pemberitahuan,
) -> Iterator[_Butir]:
    """That the sender is a party no more, and the others go on."""
    k, cited = loaded.reading, leaving_cited(loaded)
    if cited.isi:
        yield _Butir(_quote(k, cited))
    elif cited.dasar:
        yield _Butir(f"Pengunduran diri diatur dalam {cited.dasar} {k.jenis}.")
    proposes = _proposes(k, surat)
    verb = (
        "mengusulkan pengunduran dirinya" if proposes else "bermaksud mengundurkan diri"
    )
    with_all = f" atas kesepakatan {together(k)}" if proposes else ""
    since = f"terhitung sejak {_day_of_ending(None, surat)}"
    yield _Butir(
        f"{_wish(k, surat, f'{verb} dari')}{with_all} {since}.{_own_words(surat)}"
    )
    yield from _kewajiban_list("", surat.kewajiban)
    yield _Butir(
        f"Pengunduran diri ini tidak mengakhiri {k.jenis} tersebut bagi pihak lainnya; "
        f"perubahan {together(k)} kami usulkan dituangkan dalam adendum."
    )


def _by_itself(
    k: Kesepakatan,
    r: Summary,
    surat: Pemberitahuan,
) -> str:
    """The clause that ends it where law forbids it, if it has one."""
    basis = r.dasar.get("berakhir_demi_hukum")
    if surat.alasan != _OF_CHANGED_LAW or not basis:
        return ""
    return f" Pengakhiran tersebut sesuai dengan ketentuan {basis} {k.jenis}."


def _proposal_to_end(
    loaded: Loaded,
    r: Summary,
    term: Term,
    surat: Pemberitahuan,
) -> Iterator[_Butir]:
    """That it be ended, which needs the others where the text gives no one that right."""
    k = loaded.reading
    with_all = f"atas kesepakatan {together(k)}"
    reason = f", dengan alasan {_reason(k, surat)}"
    if surat.alasan == _KESEPAKATAN:
        reason = f", berdasarkan {open_end(surat.dasar)}" if surat.dasar else ""
    yield _Butir(
        f"{_wish(k, surat, 'mengusulkan pengakhiran')} {with_all} pada "
        f"{_day_of_ending(term.end, surat)}{reason}.{_own_words(surat)}"
    )
    yield from _tugas_list(loaded, r, surat)
    yield _Butir(
        f"{k.jenis} tersebut tetap berlaku selama pengakhirannya belum disepakati "
        f"{together(k)}."
    )


def ends_before_its_end(alasan: str) -> bool:
    """Whether a ground of termination, in words, is one for ending it before its term."""
    return alasan in [PENGAKHIRAN_REASONS[each] for each in _BEFORE_ITS_END]


def ends_by_itself(
    end: Ended | None,
    in_force: date | None,
) -> bool:
    """Whether an agreement that is to end on a day ends then without being ended."""
    return end is not None and in_force in (None, end.tanggal)


def _wish_to_let_end(
    loaded: Loaded,
    r: Summary,
    term: Term,
    surat: Pemberitahuan,
) -> Iterator[_Butir]:
    """That a term which ends by itself is not followed by another."""
    k = loaded.reading
    reason = f", dengan alasan {_reason(k, surat)}"
    if surat.alasan == PENGAKHIRAN_REASONS["jangka-waktu"]:
        reason = ""
    yield _Butir(
        f"{_wish(k, surat, 'bermaksud tidak memperpanjang')} setelah jangka waktunya "
        f"berakhir{_on_certain_day(term.end, surat)}{reason}.{_own_words(surat)}"
    )
    yield from _tugas_list(loaded, r, surat)
    yield _Butir(
        f"{k.jenis} tersebut tetap berlaku sampai dengan hari terakhir jangka waktunya."
    )


def _day_of_ending(
    end: Ended | None,
    surat: Pemberitahuan,
) -> str:
    """From when the agreement is to end, by its day where that is certain."""
    day = _certain_day(end, surat)
    return f"tanggal {tanggal_long(day)}" if day else "hari berakhirnya jangka waktu"


def _on_certain_day(
    end: Ended | None,
    surat: Pemberitahuan,
) -> str:
    """On which day its term ends; nothing where that is not certain."""
    day = _certain_day(end, surat)
    return f" pada tanggal {tanggal_long(day)}" if day else ""


def _certain_day(
    end: Ended | None,
    surat: Pemberitahuan,
) -> date | None:
    if surat.in_force or end is None or end.provisional_years:
        return surat.in_force
    return end.tanggal


def _closing(
    k: Kesepakatan,
    r: Summary,
    surat: Pemberitahuan,
) -> Iterator[_Butir]:
    korespondensi = r.dasar.get("surat")
    if korespondensi:
        yield _Butir(
            f"Surat ini kami sampaikan sesuai dengan ketentuan {korespondensi} "
            f"{k.jenis}."
        )
    yield _Butir(
        f"Kami mengharapkan tanggapan tertulis paling lambat {_reply_words(surat.reply)}."
    )


def _reply_words(reply: date | Lama) -> str:
    if isinstance(reply, Lama):
        return f"{lama(reply)} sejak tanggal surat ini"
    return f"tanggal {tanggal_long(reply)}"


def _tugas_list(
    loaded: Loaded,
    r: Summary,
    surat: Pemberitahuan,
) -> Iterator[_Butir]:
    """What is still owed; that it was agreed so is said only where a clause says it.

    A clause that has other words for it is quoted, and nothing is said by it.
    """
    k = loaded.reading
    other = other_on_kewajiban(loaded)
    if other.isi:
        yield _Butir(_quote(k, other))
    lead = _by_klausul(k, r, "kewajiban")
    # That nothing is owed is the office's to say, never the program's.
    if surat.kewajiban or not other.dasar:
        yield from _kewajiban_list(lead, surat.kewajiban)


def _kewajiban_list(
    lead: str,
    kewajiban: tuple[str, ...],
) -> Iterator[_Butir]:
    """What is still owed, as far as the letter names it.

    Args:
        lead: by which clause.
        kewajiban: the duties; none where the letter names none.
    """
    n = len(kewajiban)
    if n == 0:
        yield _Butir(
            f"{lead}kewajiban yang telah timbul dan belum diselesaikan tetap harus "
            "diselesaikan."
        )
        return
    if n == 1:
        (only,) = kewajiban
        yield _Butir(
            f"{lead}kewajiban yang tetap harus diselesaikan adalah {closed(only)}"
        )
        return
    rincian = tuple(
        f"{one}{'.' if i == n - 1 else '; dan' if i == n - 2 else ';'}"
        for i, one in enumerate(kewajiban)
    )
    count = angka_terbilang(n)
    yield _Butir(f"{lead}{count} kewajiban berikut tetap harus diselesaikan:", rincian)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _by(
    k: Kesepakatan,
    r: Summary,
    cited: CitedKlausul,
) -> str:
    """The clause by its present number; else that it was agreed, as the data say."""
    if cited.dasar:
        return f"Berdasarkan ketentuan {cited.dasar} {k.jenis}, "
    return f"Sesuai dengan kesepakatan {together(k)}, "


def _by_klausul(
    k: Kesepakatan,
    r: Summary,
    role: str,
) -> str:
    """The clause by its role and present number; nothing where no clause has the role."""
    basis = r.dasar.get(role)
    return f"Berdasarkan ketentuan {basis} {k.jenis}, " if basis else ""
