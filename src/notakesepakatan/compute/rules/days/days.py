"""Days of one sentence among each other: months that are none, spans that run backwards."""

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from notakesepakatan.compute.rules.days import spans
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Level, Reading
from notakesepakatan.words.tanggal import LONG_PATTERN, day_said, month_name

_MONTHS = tuple(month_name(date(2000, month, 1)) for month in range(1, 13))
_ENGLISH = ("January", "February", "March", "May", "June", "July", "August", "October")
_OLD = ("Pebruari", "Nopember", "Djuni", "Djuli")
_KNOWN = frozenset(name.lower() for name in (*_MONTHS, *_ENGLISH, *_OLD))
_LIKE_A_DATE = re.compile(
    r"(?<![\w./-])(\d{1,2}) ([A-Za-z]{3,10}) ((?:19|20)\d{2})(?!\d)"
)
_ODD_YEAR = re.compile(
    rf"(?<![\w./-])\d{{1,2}} (?:{'|'.join(_MONTHS)}) (\d{{5,8}}|\d{{3}})(?![\d.])"
    r"|\b[Tt]ahun (?:Anggaran )?(20\d{3})(?![\d.])"
)
_EACH_MONTH = re.compile(
    r"\btanggal (?P<day>\d{1,2})(?: \([a-z ]+\))? (?:setiap|tiap|pada setiap|bulan berikut)"
    r"|\b(?:setiap|tiap) tanggal (?P<behind>\d{1,2})(?![\d/-]|\.\d)"
)
_LONGEST_MONTH = 31
_LIKENESS = 0.65
"""Of a word to the name of a month that it is a slip of."""
_DAY = rf"(?:tanggal )?({LONG_PATTERN})"
_SPAN = re.compile(
    rf"{_DAY},? (?:sampai dengan|sampai|hingga|s\.d\.|s/d) {_DAY}", re.IGNORECASE
)
_BESIDE = re.compile(
    rf"(?<!antara )(?<!antara tanggal ){_DAY} dengan {_DAY}", re.IGNORECASE
)
_OF_ACT = re.compile(
    rf"\bNomor:? [\w./-]+ Tahun (\d{{4}}),? (?:tertanggal|tanggal) ({LONG_PATTERN})",
    re.IGNORECASE,
)


def together(reading: Reading) -> Iterator[Flaw]:
    """What days of one sentence say against each other, and months that no calendar has."""
    for excerpt in reading.excerpts:
        if not any(map(str.isdigit, excerpt.text)):
            continue
        yield from _months(excerpt)
        yield from _no_day_of_month(excerpt)
        yield from _years(excerpt)
        yield from _backwards(excerpt)
        yield from _years_of_acts(excerpt)
    yield from spans.together(reading)


def _months(excerpt: Excerpt) -> Iterator[Flaw]:
    for match in _LIKE_A_DATE.finditer(excerpt.text):
        word = match[2].capitalize()
        if word.lower() in _KNOWN:
            continue
        near = get_close_matches(word, _MONTHS, 1, _LIKENESS)
        if near:
            message = f'"{match[2]}" bukan nama bulan'
            saran, begin = f"mungkin {near[0]}", match.start(2)
            yield excerpt.flaw(match[2], message, saran, begin)


def _no_day_of_month(excerpt: Excerpt) -> Iterator[Flaw]:
    """`tanggal 35 setiap bulan`."""
    for match in _EACH_MONTH.finditer(excerpt.text):
        day = match["day"] or match["behind"]
        if not 1 <= int(day) <= _LONGEST_MONTH:
            message, saran = (
                "tanggal itu tidak ada dalam kalender",
                "periksa tanggalnya",
            )
            yield excerpt.flaw(match[0], message, saran, match.start())


def _years(excerpt: Excerpt) -> Iterator[Flaw]:
    """`31 Desember 20227`."""
    for match in _ODD_YEAR.finditer(excerpt.text):
        which = 1 if match[1] else 2
        message = "angka tahun bukan empat angka"
        saran, begin = "periksa tahunnya", match.start(which)
        yield excerpt.flaw(match[which], message, saran, begin)


def _backwards(excerpt: Excerpt) -> Iterator[Flaw]:
    for match in _SPAN.finditer(excerpt.text):
        first, last = day_said(match[1]), day_said(match[2])
        if first and last and last < first:
            message = "hari terakhir mendahului hari pertamanya"
            saran, begin = "periksa kedua tanggal", match.start()
            yield excerpt.flaw(match[0], message, saran, begin)
    for match in _BESIDE.finditer(excerpt.text):
        message = 'hanya "dengan" di antara dua tanggal'
        saran, begin = 'mungkin "sampai dengan"', match.start()
        level: Level = "peringatan"
        yield excerpt.flaw(match[0], message, saran, begin, level)


def _years_of_acts(excerpt: Excerpt) -> Iterator[Flaw]:
    """`Nomor 72 Tahun 2020 tanggal 13 April 2021`."""
    for match in _OF_ACT.finditer(excerpt.text):
        made = day_said(match[2])
        if made and made.year != int(match[1]):
            message = f"tahunnya {match[1]}, padahal tanggalnya tahun {made.year}"
            saran, begin = "samakan tahunnya", match.start()
            yield excerpt.flaw(match[0], message, saran, begin)
