"""Other papers that a text rests on: cited alike wherever it does, and older than itself."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from notakesepakatan.compute.rules.days import tanggal
from notakesepakatan.compute.rules.days.penandatanganan import (
    last_said,
    penandatanganan_of,
)
from notakesepakatan.compute.rules.front import front_of
from notakesepakatan.compute.rules.laws import decrees
from notakesepakatan.compute.rules.laws.dasar_hukum import CITED, in_data
from notakesepakatan.compute.rules.likeness import like
from notakesepakatan.compute.rules.reading import (
    CALLED,
    Excerpt,
    Flaw,
    Level,
    Reading,
    typed_at,
)
from notakesepakatan.place import Place, at
from notakesepakatan.words.tanggal import LONG_PATTERN, day_said, tanggal_long

_KINDS = (
    "Kesepakatan Bersama|Nota Kesepakatan|Nota Kesepahaman|Perjanjian Kerja Sama"
    "|Perjanjian Induk|Kontrak Payung|Memorandum Saling Pengertian"
)
_NOMOR = r"(?=[\w./-]{0,60}\d)[\w./-]{2,60}\w"
_CITED = re.compile(
    rf"(?P<kind>{_KINDS}) Nomor:? "
    rf"(?P<numbers>{_NOMOR}(?:(?:,| dan|, dan)(?: Nomor)? {_NOMOR}){{0,4}})"
    rf"(?:,? (?:tertanggal|tanggal) (?P<day>{LONG_PATTERN}))?"
    r"(?:,? tentang (?P<title>[^,.;:()]{5,200}))?",
    re.IGNORECASE,
)
_NUMBER = re.compile(_NOMOR)
_NEARLY = 0.85
_MOST = 100
"""Citations of a text that are held against each other."""
_WARNING: Level = "peringatan"
_ACT = re.compile(
    rf"\b(?:Keputusan|Surat|Akta|Kuasa|Kesepakatan|Perjanjian|Peraturan)\b[^;]{{0,200}}?"
    rf"\b(?:tertanggal|tanggal) ({LONG_PATTERN})",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:[Kk]eputusan|[Ss]urat|[Aa]kta|[Bb]erita [Aa]cara|[Pp]iagam|[Pp]roposal"
    r"|[Kk]esepakatan|[Nn]ota [Kk]esepa\w+|[Pp]erjanjian|[Pp]ernyataan|[Pp]eraturan)\b"
    r"(?!(?: \w+){0,2} ini\b)[^.;]{0,150}?"
    r"\b(?:bertanggal|tertanggal|Nomor:? \S{1,40} tanggal"
    r"|(?:ditandatangani|ditetapkan|dibuat|diterbitkan|dikeluarkan|disepakati|disampaikan)"
    r"(?: di [A-Z]\w+)?(?: pada)?(?: tanggal)?)"
    rf" (?P<day>{LONG_PATTERN})"
)
_STILL_TO_COME = re.compile(
    r"\b(?:akan|paling lambat|sampai dengan|hingga|berakhir|berlaku|sebelum)\b"
)
_NEAR = 60
"""Letters before a paper that may say that it is still to be made."""
_YEAR_OF_ACT = re.compile(
    r"\bNomor:? (?:[\w.-]+(?:/[\w.-]+)*/(?P<of_number>20\d{2})(?![\w/-])"
    r"|[\w./-]+ Tahun (?P<of_name>20\d{2})\b)"
)


class _Cited(NamedTuple):
    """One citation.

    Attributes:
        excerpt: where it stands.
        kind: the kind of the paper, in small letters.
        numbers: its numbers.
        day: its day; empty where it is not said.
        title: what it is about, in small letters; empty where that is not said.
        match: the whole of it.
    """

    excerpt: Excerpt
    kind: str
    numbers: tuple[str, ...]
    day: str
    title: str
    match: re.Match[str]


def cited_alike(reading: Reading) -> Iterator[Flaw]:
    """`Kesepakatan Bersama Nomor 18 tanggal 14 April`, and then `tanggal 15 April`."""
    yield from decrees.cited_alike(reading)
    every = list(_citations(reading))[:_MOST]
    told = set[tuple[object, str]]()
    for one, other in combinations(every, 2):
        for odd, piece, right in _differing(one, other, every):
            words = odd.excerpt.place.path, piece
            if words in told:
                continue
            told.add(words)
            message = f"di tempat lain tertulis {right}"
            saran, begin = "periksa mana yang benar", odd.match.start()
            begin = odd.excerpt.text.index(piece, begin)
            yield odd.excerpt.flaw(piece, message, saran, begin, _WARNING)


def _citations(reading: Reading) -> Iterator[_Cited]:
    for excerpt in reading.excerpts:
        for match in _CITED.finditer(excerpt.text):
            numbers = tuple(
                number
                for number in _NUMBER.findall(match["numbers"])
                if number.lower() != "dan"
            )
            title = " ".join((match["title"] or "").lower().split())
            day = match["day"] or ""
            yield _Cited(excerpt, match["kind"], numbers, day, title, match)


def _differing(
    one: _Cited, other: _Cited, every: Sequence[_Cited]
) -> Iterator[tuple[_Cited, str, str]]:
    """What two citations of one paper say otherwise: the odd one, its words, the others.

    Both, where either may be the odd one.
    """
    if one.excerpt is other.excerpt or not _mean_one_paper(one, other):
        return
    for first, second in _pairs(one, other):
        count = _count(first, second, every)
        if count[first] <= count[second]:
            yield one, first, second
        if count[second] <= count[first]:
            yield other, second, first


def _mean_one_paper(one: _Cited, other: _Cited) -> bool:
    """Whether all but one thing is the same of two citations."""
    differing = len(list(_pairs(one, other)))
    shared = not set(one.numbers).isdisjoint(other.numbers)
    same_title = bool(one.title) and one.title == other.title
    same_day = bool(one.day) and one.day.lower() == other.day.lower()
    return differing == 1 and (shared or (same_title and same_day))


def _pairs(one: _Cited, other: _Cited) -> Iterator[tuple[str, str]]:
    """The kinds, days and numbers that differ."""
    if one.kind.lower() != other.kind.lower():
        yield one.kind, other.kind
    if one.day and other.day and one.day.lower() != other.day.lower():
        yield one.day, other.day
    if len(one.numbers) == len(other.numbers):
        for first, second in zip(one.numbers, other.numbers, strict=True):
            if first != second and like(first, second, _NEARLY) >= _NEARLY:
                yield first, second


def _count(first: str, second: str, every: Sequence[_Cited]) -> Counter[str]:
    """How often each of two words stands in the citations."""
    return Counter(
        word
        for cited in every
        for word in (cited.kind, cited.day, *cited.numbers)
        if word in (first, second)
    )


def later_acts(reading: Reading) -> Iterator[Flaw]:
    """Acts that a text rests on, made only after the day on which it is signed."""
    if reading.typed is not None:
        yield from tanggal.later_acts(reading)
    else:
        yield from _later_in_text(reading)
    day = penandatanganan_of(reading)
    if day is None:
        return
    yield from _later_papers(reading, day)
    yield from _later_numbers(reading, day)
    yield from _later_laws(reading, day)


def _after(day: date) -> str:
    return f"sesudah hari penandatanganan, {tanggal_long(day)}"


def _later_papers(reading: Reading, day: date) -> Iterator[Flaw]:
    """`surat pernyataan kehendak yang ditandatangani pada 12 Februari 2028`."""
    for excerpt in reading.excerpts:
        is_looked_at = reading.typed is None and CALLED.search(excerpt.text)
        if is_looked_at or excerpt.path[-1] == "pengangkatan":
            continue
        for match in _PAPER.finditer(excerpt.text):
            made = day_said(match["day"])
            begin = max(match.start() - _NEAR, 0)
            said = excerpt.text[begin : match.end()]
            if made and made > day and not _STILL_TO_COME.search(said):
                message, saran = f"tanggal itu {_after(day)}", "periksa tanggalnya"
                piece, begin = match["day"], match.start("day")
                if _is_put_in(reading, excerpt, piece):
                    piece = f"[[tanggal {made}]]"
                yield excerpt.flaw(piece, message, saran, begin)
    induk = reading.typed.induk if reading.typed else None
    if induk and induk.tanggal and induk.tanggal > day:
        place, piece = at("induk", "tanggal"), str(induk.tanggal)
        message = f"induknya ditandatangani {_after(day)}"
        yield Flaw(place, piece, message, "periksa tanggalnya")


def _is_put_in(reading: Reading, excerpt: Excerpt, day: str) -> bool:
    """Whether a day was typed as `[[tanggal 2026-02-12]]`."""
    typed = typed_at(reading.typed, excerpt.path)
    return isinstance(typed, str) and day not in typed


def _later_numbers(reading: Reading, day: date) -> Iterator[Flaw]:
    """An appointment or a letter of authority with the number of a year to come."""
    for place, text in _appointments(reading):
        for match in _YEAR_OF_ACT.finditer(text):
            year = match["of_number"] or match["of_name"]
            if int(year) > day.year:
                message = f"tahun {year} {_after(day)}"
                begin, saran = match.start(), "periksa tahun pada nomornya"
                yield Flaw(place, match[0], message, saran, None, _WARNING, begin)


def _appointments(reading: Reading) -> Iterator[tuple[Place, str]]:
    """What says by which act somebody acts for a party."""
    for excerpt in reading.excerpts:
        if reading.typed is None:
            if CALLED.search(excerpt.text):
                yield excerpt.place, excerpt.text
        elif excerpt.path[-1] == "pengangkatan":
            yield excerpt.place, excerpt.text
    para_pihak = reading.kesepakatan.para_pihak if reading.typed else ()
    for i, pihak in enumerate(para_pihak):
        if pihak.kuasa and pihak.kuasa.nomor:
            yield at("para_pihak", i, "kuasa", "nomor"), f"Nomor {pihak.kuasa.nomor}"


def _later_laws(reading: Reading, day: date) -> Iterator[Flaw]:
    """A law of a year that is still to come."""
    saran = "periksa tahunnya"
    if reading.typed:
        for regulation, place in in_data(reading):
            if regulation.tahun > day.year:
                message = f"tahun peraturan itu {_after(day)}"
                where = at(*place.path, "tahun")
                yield Flaw(where, str(regulation.tahun), message, saran)
    for excerpt in reading.excerpts:
        for match in CITED.finditer(excerpt.text):
            if int(match[3]) > day.year:
                message = f"tahun peraturan itu {_after(day)}"
                begin = match.start(3)
                yield excerpt.flaw(match[3], message, saran, begin)


def _later_in_text(reading: Reading) -> Iterator[Flaw]:
    """The acts by which those who sign a text of others do so."""
    day = last_said(reading)
    behind = {id(excerpt) for excerpt in front_of(reading).behind}
    for excerpt in reading.excerpts if day else ():
        if id(excerpt) in behind or not CALLED.search(excerpt.text):
            continue
        for match in _ACT.finditer(excerpt.text):
            made = day_said(match[1])
            if made and day and made > day:
                message = (
                    f"tanggal itu sesudah hari penandatanganan, {tanggal_long(day)}"
                )
                begin, saran = match.start(1), "periksa tanggalnya"
                yield excerpt.flaw(match[1], message, saran, begin)
