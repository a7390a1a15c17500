"""The term: what the clause on it says against what the data say, by which days are reckoned."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta
from pydantic import ValidationError

from notakesepakatan.compute.rules.days.recurring import SPELT, length
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Reading, is_wording
from notakesepakatan.compute.time.calendar import DAY
from notakesepakatan.compute.time.term import certain_end
from notakesepakatan.model.dasar import LAMA_UNITS, Lama
from notakesepakatan.model.jangka_waktu import JangkaWaktu
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pasal import klausul_texts
from notakesepakatan.place import DataPath
from notakesepakatan.words.tanggal import (
    LONG_PATTERN,
    day_said,
    tanggal_long,
)

_ROLES = ("jangka_waktu_berlaku", "jangka_waktu")
"""Keys of the clause that says the term; the first that exists is read."""
_HEADING = re.compile(
    r"jangka waktu|masa (?:ber)?laku|(?:masa|lama(?:nya)?) (?:perjanjian|kerja ?sama)"
    r"|^[\W\d]*waktu\W*$",
    re.I,
)
_SAYS_TERM = re.compile(
    r"\b(?:perjanjian|kesepakatan|nota|memorandum|kerja ?sama)\b[^.;]{0,40}? ini "
    r"(?:mulai )?berlaku (?:efektif )?(?:selama|untuk|sejak|terhitung|sampai|hingga|tanpa)\b",
    re.I,
)
"""How a pasal without a heading begins that says the term."""
_BEFORE = 60
"""Letters before a span or a day that tell what it is about."""

_ABOUT_TERM = re.compile(
    r"\b(?:jangka waktu|berlaku|selama|masa)(?:nya)?\b(?!.*[.;])", re.I
)
_ABOUT_OTHER = re.compile(
    r"(?:paling (?:lambat|lama|singkat|cepat)|diperpanjang|perpanjangan|setiap|"
    r"diubah|pemberitahuan|pelaksanaan|pekerjaan|pembayaran|pemeliharaan|penyelesaian|"
    r"kerahasiaan|rahasia|transisi|pemulihan|evaluasi|penyimpanan|retensi)\b(?!.*[.;])",
    re.I,
)
_SPAN = re.compile(
    rf"(?<![\w.,(])(?:(?P<figures>[1-9]\d{{0,3}}) (?:\([a-z ]+\) )?|(?P<words>{SPELT}))"
    rf"(?P<unit>{'|'.join(LAMA_UNITS)})\b"
    r"(?! (?:sebelum|sesudah|setelah|kalender sebelum))",
    re.I,
)
_DAY_WORDS = rf"(?:hari \w+,? )?(?:tanggal )?({LONG_PATTERN})"
_LAST = re.compile(
    rf"(?:sampai dengan|sampai|s\.d\.|hingga|berakhir pada|berakhir) {_DAY_WORDS}",
    re.I,
)
_FIRST = re.compile(rf"(?:sejak|mulai|terhitung) {_DAY_WORDS}", re.I)
_SINCE_SIGNED = re.compile(
    r"sejak (?:tanggal |saat |hari )?(?:di)?(?:tandatangani|penandatanganan)\w*", re.I
)
_OPEN = re.compile(
    r"tanpa batas waktu|tidak terbatas|tidak dibatasi|waktu yang tidak ditentukan", re.I
)
_MET = re.compile(
    r"\bberlaku\b[^.;]{0,80}?\b(?:sampai dengan|sampai|hingga) "
    r"(?!(?:hari|tanggal|tahun|akhir|diakhiri|dengan|jangka|ada|adanya|\d+)\b)"
    r"(?P<syarat>[^.;,]{4,200})",
    re.I,
)
_BUDGET_YEAR = re.compile(r"tahun anggaran (\d{4})", re.I)
_ROOT = re.compile(r"^(?:ter|di|ke|ber|me[nm]?)(?=\w{4})")
_MOST_WORDS = 0.6
"""Of the words of a condition, what a sentence must have to say it."""
_IN_MONTHS = {"bulan": 1, "tahun": 12}
_IN_DAYS = {"hari": 1, "minggu": 7}


@dataclass(frozen=True)
class _Data:
    """What the data say.

    Attributes:
        term: the term.
        first: its first day; None where that is a day of signing not known yet.
        last: its last day; None where there is none, or none that is certain.
        signed: the day of signing, or the one that is planned.
    """

    term: JangkaWaktu
    first: date | None
    last: date | None
    signed: date | None


def text_and_data(reading: Reading) -> Iterator[Flaw]:
    """The clause on the term and `jangka_waktu` say the same."""
    k = reading.kesepakatan
    day = k.printed_day
    knows_first = day or k.jangka_waktu.mulai or k.jangka_waktu.tahun_anggaran
    first = k.jangka_waktu.first_day(day or date.min) if knows_first else None
    last = certain_end(k.jangka_waktu, day, k.konvensi_berakhir)
    data = _Data(k.jangka_waktu, first, last, day)
    for excerpt in _klausul(reading, k):
        yield from _wrong_spans(excerpt, data)
        yield from _wrong_last_days(excerpt, data)
        yield from _wrong_first_days(excerpt, data)
        yield from _wrong_open_words(excerpt, data)
        yield from _wrong_budget_year(excerpt, data)
    yield from _wrong_condition(list(_klausul(reading, k)), data)


def _klausul(reading: Reading, k: Kesepakatan) -> Iterator[Excerpt]:
    """The sentences of the clause that says the term."""
    path = _path_of_klausul(reading, k)
    for excerpt in reading.excerpts:
        is_inside = path is not None and excerpt.path[: len(path)] == path
        if is_inside and is_wording(excerpt.path):
            yield excerpt


def _path_of_klausul(reading: Reading, k: Kesepakatan) -> DataPath | None:
    numbers = reading.numbers
    for role in _ROLES:
        address = numbers.kunci.get(role)
        for path, other in numbers.alamat.items():
            if address is not None and other == address:
                return path
    standing = [(i, pasal) for i, pasal in enumerate(k.pasal) if not pasal.dihapus]
    headed = [i for i, pasal in standing if _HEADING.search(pasal.judul or "")]
    if headed:
        return ("pasal", headed[0])
    for i, pasal in standing:
        words = () if pasal.judul else klausul_texts(pasal)
        if any(map(_SAYS_TERM.search, words)):
            return ("pasal", i)
    return None


def _is_about_term(text: str, start: int) -> bool:
    """Whether what stands at a place of a text is said of the term itself."""
    before = text[max(start - _BEFORE, 0) : start]
    return bool(_ABOUT_TERM.search(before)) and not _ABOUT_OTHER.search(before)


def _wrong_spans(excerpt: Excerpt, data: _Data) -> Iterator[Flaw]:
    for match in _SPAN.finditer(excerpt.text):
        if not _is_about_term(excerpt.text, match.start()):
            continue
        written = _lama(f"{length(match)} {match['unit']}")
        if written and not _agrees(written, data):
            yield _flaw(excerpt, match[0], data, _as_data(written, data))


def _as_data(written: Lama, data: _Data) -> str:
    """The span of the text as the data say it: where they name its first day, with that day."""
    behind = _after(data.first, written) if data.term.mulai and data.first else None
    if data.first is None or behind is None:
        return str(written)
    return f"{tanggal_long(data.first)} sampai dengan {tanggal_long(behind - DAY)}"


def _agrees(written: Lama, data: _Data) -> bool:
    """Whether a span in the text is that of the data, or may be."""
    if data.term.selama:
        return _measure(written) == _measure(data.term.selama)
    if data.term.open_words:
        return False
    if data.first is None or data.last is None:
        return True
    again = _after(data.first, written)
    return again is None or data.last in (again, again - DAY)


def _measure(span: Lama) -> tuple[str, int]:
    """A span in months or in days, so that 12 bulan is 1 tahun."""
    if span.satuan in _IN_MONTHS:
        return "bulan", span.jumlah * _IN_MONTHS[span.satuan]
    return span.satuan.replace("minggu", "hari"), span.jumlah * _IN_DAYS.get(
        span.satuan, 1
    )


def _after(first: date, span: Lama) -> date | None:
    """The day a span after the first; None where that takes a calendar of days off."""
    unit, many = _measure(span)
    if unit == "bulan":
        return first + relativedelta(months=many)
    return first + DAY * many if unit == "hari" else None


def _wrong_last_days(excerpt: Excerpt, data: _Data) -> Iterator[Flaw]:
    for match in _LAST.finditer(excerpt.text):
        before = excerpt.text[max(match.start() - _BEFORE, 0) : match.start()]
        day = day_said(match[1])
        if day is None or day == data.last or _ABOUT_OTHER.search(before):
            continue
        if data.last == day + DAY and data.term.selama:
            yield _other_convention(excerpt, match[0], data.last)
        else:
            until = f"sampai dengan {tanggal_long(day)}"
            starts = data.term.mulai or data.term.tahun_anggaran
            first = f"{tanggal_long(data.first)} " if data.first and starts else ""
            yield _flaw(excerpt, match[0], data, first + until)


def _other_convention(excerpt: Excerpt, piece: str, last: date) -> Flaw:
    message = f"hari terakhir menurut data adalah {tanggal_long(last)}"
    saran = 'tambahkan "konvensi_berakhir: sehari_sebelum", atau betulkan naskahnya'
    return excerpt.flaw(piece, message, saran)


def _wrong_first_days(excerpt: Excerpt, data: _Data) -> Iterator[Flaw]:
    for match in _FIRST.finditer(excerpt.text):
        before = excerpt.text[max(match.start() - _BEFORE, 0) : match.start()]
        day = day_said(match[1])
        if day is None or day == data.first or _ABOUT_OTHER.search(before):
            continue
        known = tanggal_long(data.first) if data.first else "hari penandatanganan"
        message = f"hari pertama menurut data adalah {known}"
        right = f"mulai: {day}"
        if data.term.tahun_anggaran and data.last:
            right = f"jangka_waktu: {tanggal_long(day)} sampai dengan {tanggal_long(data.last)}"
        saran = f'tulis "{right}", atau betulkan naskahnya'
        yield excerpt.flaw(match[0], message, saran)
    yield from _not_since_signed(excerpt, data)


def _not_since_signed(excerpt: Excerpt, data: _Data) -> Iterator[Flaw]:
    """The text counts from the signing, the data from another day."""
    match = _SINCE_SIGNED.search(excerpt.text)
    elsewhere = data.term.mulai or data.term.tahun_anggaran
    if match and elsewhere and data.first and data.first != data.signed:
        message = f"hari pertama menurut data adalah {tanggal_long(data.first)}"
        saran = "samakan jangka_waktu dengan naskahnya, atau betulkan naskahnya"
        yield excerpt.flaw(match[0], message, saran)


def _wrong_open_words(excerpt: Excerpt, data: _Data) -> Iterator[Flaw]:
    match = _OPEN.search(excerpt.text)
    has_end = not data.term.open_words or data.term.sampai_terpenuhi
    if match and has_end:
        yield _flaw(excerpt, match[0], data, "tanpa batas waktu")


def _wrong_budget_year(excerpt: Excerpt, data: _Data) -> Iterator[Flaw]:
    """`berlaku untuk tahun anggaran 2026`, where the data have another."""
    known = str(data.term.tahun_anggaran or "")
    for match in _BUDGET_YEAR.finditer(excerpt.text) if known else ():
        if match[1] not in known and _is_about_term(excerpt.text, match.start()):
            yield _flaw(excerpt, match[0], data, match[0].lower())


def _wrong_condition(klausul: Sequence[Excerpt], data: _Data) -> Iterator[Flaw]:
    """The condition that ends the term is another in the text, or only one of both has one."""
    found = [(text, match) for text in klausul for match in _MET.finditer(text.text)]
    own = data.term.sampai_terpenuhi
    if own is None and any(_says_when(text.text) for text in klausul):
        return
    if own and any(_are_near(own, text.text) for text in klausul):
        return
    for excerpt, match in found[:1]:
        said = match["syarat"].strip()
        yield _flaw(excerpt, match[0], data, f"{{sampai_terpenuhi: {said}}}")


def _says_when(text: str) -> bool:
    """Whether a sentence says a term in another way too: how long, until when, without end."""
    return any(pattern.search(text) for pattern in (_SPAN, _LAST, _OPEN, _BUDGET_YEAR))


def _are_near(condition: str, text: str) -> bool:
    """Whether a text has most words of a condition, in whatever form."""
    words = [word for word in re.findall(r"\w+", condition.lower()) if len(word) > 3]
    there = [word for word in words if _ROOT.sub("", word)[:5] in text.lower()]
    return len(there) >= len(words) * _MOST_WORDS


def _flaw(excerpt: Excerpt, piece: str, data: _Data, right: str) -> Flaw:
    """That the text says one term and the data another; `right` is what the text says."""
    message = f'jangka waktu menurut data adalah "{data.term}"'
    saran = f'samakan: bila naskahnya benar, tulis "jangka_waktu: {right}"'
    return excerpt.flaw(piece, message, saran)


def _lama(text: str) -> Lama | None:
    try:
        return Lama.model_validate(text)
    except ValidationError:
        return None
