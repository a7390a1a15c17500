"""Times of one text among each other: its term, its notice, its deadlines, its budget year."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from notakesepakatan.compute.rules.days.penandatanganan import penandatanganan_of
from notakesepakatan.compute.rules.front import front_of
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Level, Reading
from notakesepakatan.compute.time.term import certain_end
from notakesepakatan.place import at
from notakesepakatan.words.tanggal import (
    LONG_PATTERN,
    day_said,
    tanggal_long,
)

_WARNING: Level = "peringatan"
_BEFORE_DAY = r"(?:pada )?(?:hari \w+,? )?(?:tanggal )?"
_LAST = rf"{_BEFORE_DAY}(?P<last>{LONG_PATTERN})"
_FIRST = rf"{_BEFORE_DAY}(?P<first>{LONG_PATTERN})"
_UNTIL = r"(?:sampai dengan|sampai|hingga|s\.d\.)"
_LONG = r"(?P<many>\d{1,3}) (?:\([a-z ]+\) )?(?P<unit>hari|bulan|tahun)\b(?! (?:anggaran|kerja))"
_DAYS_AND_SPAN = re.compile(
    rf"{_FIRST} {_UNTIL} {_LAST}"
    rf"(?:,? (?:atau|yaitu|yakni))?,? \(?(?:untuk jangka waktu |selama ){_LONG}",
    re.IGNORECASE,
)
_SPAN_AND_DAYS = re.compile(
    rf"\b(?:selama|jangka waktu) {_LONG}"
    rf"(?:,|,? (?:yaitu|yakni|terhitung|mulai|sejak|dari)){{1,4}} {_FIRST} {_UNTIL} {_LAST}",
    re.IGNORECASE,
)
_TENGGAT = re.compile(rf"\bpaling (?:lambat|lama|akhir) {_LAST}", re.IGNORECASE)
_OF_TERM = re.compile(
    rf"\bini (?:mulai )?berlaku\b[^.;]{{0,120}}? {_UNTIL} {_LAST}", re.IGNORECASE
)
_TERM = re.compile(
    rf"\bini (?:mulai )?berlaku\b[^.;]{{0,60}}? (?:selama|jangka waktu) {_LONG}",
    re.IGNORECASE,
)
_PEMBERITAHUAN = re.compile(
    rf"\bpaling (?:lambat|singkat|sedikit|kurang|cepat) {_LONG}"
    r" sebelum(?: \w+){0,5}? (?:berakhir|pengakhiran|jangka waktu)",
    re.IGNORECASE,
)
_YEARS = r"(?P<years>20\d{2}(?:(?:-|–|, | dan | sampai dengan )20\d{2}){0,3})"
_BUDGET_YEAR = re.compile(rf"\btahun anggaran {_YEARS}", re.IGNORECASE)
_OF_BUDGET = re.compile(
    r"\b(?:(?:Belanja (?:Daerah|Negara|Desa)|APBN|APBD|APBDes)\b[^.;]{0,100}?"
    rf"|berlaku (?:untuk|pada|selama) )Tahun (?:Anggaran )?{_YEARS}"
)
_YEAR = re.compile(r"\d{4}")
_DAYS_OF = {"hari": 1, "bulan": 30, "tahun": 365}
_DAY_MORE = timedelta(days=1)


def together(reading: Reading) -> Iterator[Flaw]:
    """What a text says of its times, where one cannot be with the other."""
    for excerpt in reading.excerpts:
        for pattern in (_DAYS_AND_SPAN, _SPAN_AND_DAYS):
            yield from _unlike(excerpt, pattern)
    day = penandatanganan_of(reading)
    if day:
        yield from _over(reading, day)
    yield from _parent(reading)
    yield from _pemberitahuan(reading)
    yield from _budget_years(reading)


def _unlike(excerpt: Excerpt, pattern: re.Pattern[str]) -> Iterator[Flaw]:
    """`sampai dengan 12 Juli 2027 atau selama 3 (tiga) tahun`, and that is one year."""
    for match in pattern.finditer(excerpt.text):
        first, last = day_said(match["first"]), day_said(match["last"])
        if first is None or last is None:
            continue
        right = _after(first, match)
        if abs(right - _DAY_MORE - last) > _DAY_MORE:
            message = (
                f"lamanya menurut tanggalnya bukan {match['many']} {match['unit']}"
            )
            begin, saran = match.start(), "samakan tanggal dan lamanya"
            yield excerpt.flaw(match[0], message, saran, begin, _WARNING)


def _after(first: date, match: re.Match[str]) -> date:
    many = int(match["many"])
    unit = match["unit"].lower()
    if unit == "tahun":
        return first + relativedelta(years=many)
    if unit == "bulan":
        return first + relativedelta(months=many)
    return first + timedelta(days=many)


def _over(reading: Reading, day: date) -> Iterator[Flaw]:
    """A term that is over, or a deadline gone by, before anybody signs."""
    behind = front_of(reading).behind
    for excerpt in behind:
        is_ours = excerpt.path[0] in ("pasal", "lampiran", "kalimat")
        if reading.typed and not is_ours:
            continue
        for pattern, what in ((_OF_TERM, "masanya"), (_TENGGAT, "batas waktu itu")):
            yield from _gone(excerpt, pattern, what, day)
    if not reading.typed:
        yield from _signed_too_late(reading, day)


def _signed_too_late(reading: Reading, day: date) -> Iterator[Flaw]:
    """The day of signing itself, where the term of the text is over by then."""
    ends = [
        last
        for excerpt in reading.excerpts
        for match in _OF_TERM.finditer(excerpt.text)
        if (last := day_said(match["last"])) and last < day
    ]
    written = tanggal_long(day)
    for excerpt in reading.excerpts if ends else ():
        if written in excerpt.text:
            message = f"hari itu sesudah masa naskah berakhir, {tanggal_long(ends[0])}"
            begin, saran = excerpt.text.index(written), "periksa kedua tanggal"
            yield excerpt.flaw(written, message, saran, begin, _WARNING)
            return


def _gone(
    excerpt: Excerpt, pattern: re.Pattern[str], what: str, day: date
) -> Iterator[Flaw]:
    for match in pattern.finditer(excerpt.text):
        last = day_said(match["last"])
        if last and last < day:
            message = f"{what} lewat sebelum penandatanganan, {tanggal_long(day)}"
            begin, piece = match.start("last"), match["last"]
            saran = "periksa tanggalnya, atau hari penandatanganannya"
            yield excerpt.flaw(piece, message, saran, begin, _WARNING)


def _parent(reading: Reading) -> Iterator[Flaw]:
    """A parent that had ended when this was signed, or before it began."""
    induk = reading.typed.induk if reading.typed else None
    if induk is None or induk.berakhir is None:
        return
    place, piece = at("induk", "berakhir"), str(induk.berakhir)
    day = penandatanganan_of(reading)
    if induk.tanggal and induk.berakhir < induk.tanggal:
        message = "hari terakhir induk mendahului penandatanganannya"
        yield Flaw(place, piece, message, "periksa kedua tanggal")
    elif day and induk.berakhir < day:
        message = f"induknya berakhir sebelum penandatanganan, {tanggal_long(day)}"
        yield Flaw(place, piece, message, "periksa tanggalnya", None, _WARNING)


def _pemberitahuan(reading: Reading) -> Iterator[Flaw]:
    """A notice that is to be given before the term has begun."""
    if reading.typed:
        yield from _typed_pemberitahuan(reading)
        return
    terms = [
        _length(match)
        for excerpt in reading.excerpts
        for match in _TERM.finditer(excerpt.text)
    ]
    if len(terms) != 1:
        return
    for excerpt in reading.excerpts:
        for match in _PEMBERITAHUAN.finditer(excerpt.text):
            if _length(match) >= terms[0]:
                begin, saran = match.start(), "periksa keduanya"
                yield excerpt.flaw(match[0], _TOO_LONG, saran, begin, _WARNING)


_TOO_LONG = "pemberitahuan itu tidak lebih pendek daripada jangka waktunya"


def _typed_pemberitahuan(reading: Reading) -> Iterator[Flaw]:
    k = reading.kesepakatan
    pemberitahuan = k.tenggat.pemberitahuan
    term = k.jangka_waktu
    day = k.printed_day or term.mulai or date(2000, 1, 1)
    last = certain_end(term, day, k.konvensi_berakhir)
    if pemberitahuan is None or last is None:
        return
    length = pemberitahuan.jumlah * _DAYS_OF.get(pemberitahuan.satuan, 1)
    if length >= (last - term.first_day(day)).days + 2:
        place = at("tenggat", "pemberitahuan")
        yield Flaw(
            place, str(pemberitahuan), _TOO_LONG, "periksa keduanya", None, _WARNING
        )


def _length(match: re.Match[str]) -> int:
    """How many days a span has, nearly."""
    return int(match["many"]) * _DAYS_OF[match["unit"].lower()]


def _budget_years(reading: Reading) -> Iterator[Flaw]:
    """Money of another budget year than the one in the title, or of the term."""
    known = _known_years(reading)
    if not known:
        return
    for excerpt in reading.excerpts:
        for match in _OF_BUDGET.finditer(excerpt.text):
            if known.isdisjoint(_every_year(match["years"])):
                right = ", ".join(sorted(map(str, known)))
                message = f"tahun anggaran naskah ini {right}"
                begin, piece = match.start("years"), match["years"]
                saran = "periksa tahun anggarannya"
                yield excerpt.flaw(piece, message, saran, begin, _WARNING)


def _known_years(reading: Reading) -> set[int]:
    """The budget years that the title says, or else the term; a title in figures only."""
    titles = [front_of(reading).judul]
    if reading.typed:
        term = reading.kesepakatan.jangka_waktu.tahun_anggaran
        titles.append(f"tahun anggaran {term}" if term else "")
    years = set[int]()
    for title in titles:
        for match in _BUDGET_YEAR.finditer(title):
            years |= _every_year(match["years"])
    return years


def _every_year(text: str) -> set[int]:
    """The years that are named, and those between the first and the last."""
    named = [int(year) for year in _YEAR.findall(text)]
    return set(range(min(named), max(named) + 1))
