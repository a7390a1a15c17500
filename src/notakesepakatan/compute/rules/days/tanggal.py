"""Days: the day of the week of a date, dates said twice, dates that no calendar has."""

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Reading
from notakesepakatan.place import at
from notakesepakatan.words.numbers import terbilang
from notakesepakatan.words.spelt import NUMBER_WORDS, leading_number, spelt_number
from notakesepakatan.words.tanggal import day_name, month_name, tanggal_long

_MONTH = {month_name(date(2000, month, 1)).lower(): month for month in range(1, 13)}
_MONTH |= {"nopember": 11, "pebruari": 2, "djuni": 6, "djuli": 7}
_MONTHS = "|".join(sorted(_MONTH, key=len, reverse=True))
_DAYS = r"senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad"
_LONG = rf"(?P<day>\d{{1,2}}) (?P<month>{_MONTHS}) (?P<year>\d{{4}})(?!\d)"
_SHORT = r"(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4})(?![\w/-])"
_DAY_AND_TANGGAL = re.compile(
    rf"\b(?:hari )?(?P<weekday>{_DAYS})\b[, ]{{0,3}}\(?(?:(?:tanggal|tgl\.?)[: ]{{0,3}})?"
    rf"(?:{_LONG}|\(?{_SHORT})",
    re.IGNORECASE,
)
_NAMES_OF_DAYS = (
    "Senin",
    "Selasa",
    "Rabu",
    "Kamis",
    "Jumat",
    "Sabtu",
    "Minggu",
    "Ahad",
)
_SOME_DAY = re.compile(
    r"\b[Hh]ari(?: ini)?,? (?P<word>[A-Z][A-Za-z']{3,8}),? (?:[Tt]anggal|\(?\d)"
)
_LIKE_A_DAY = 0.75
"""Of a word to the name of a day that it is a slip of."""
_OPENING = re.compile(
    rf"\bhari(?: ini)?,? (?P<weekday>{_DAYS}),? tanggal "
    r"(?P<day>[a-z ]{1,40}?|\d{1,2}(?: \([a-z ]{1,40}\))?),? "
    rf"(?:bulan )?(?P<month>{_MONTHS}),? "
    r"tahun (?P<year>[a-z ]{3,80}?|\d{4}(?: \([a-z ]{1,80}\))?),?"
    rf"(?: ?\({_SHORT}\)|(?=[,.;:]|$))",
    re.IGNORECASE,
)
_DATE = re.compile(rf"(?<![\w./-]){_LONG}(?: ?\({_SHORT}\))?", re.IGNORECASE)
_SHORT_DATE = re.compile(rf"(?:\(|tanggal ){_SHORT}", re.IGNORECASE)
_NUMBER_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_SPELT = rf"(?:(?:{_NUMBER_WORDS})(?: |\b)){{1,12}}(?<! )"
_PART = re.compile(
    rf"\bhari(?: ini)?,? (?P<weekday>{_DAYS})\b"
    rf"|(?P<long>\d{{1,2}} (?:{_MONTHS}) \d{{4}})"
    rf"|\btanggal,? (?P<words>{_SPELT})"
    rf"|\bbulan,? (?P<month>{_MONTHS})\b"
    rf"|\btahun,? (?P<year>{_SPELT})"
    r"|\((?P<short>\d{2}-\d{2}-\d{4})\)",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:sampai(?: dengan)?|hingga|s\.?/?d\.?) (?:tanggal )?$", re.I)
"""Before a day on which something ends, which is no day on which it was made."""
_LONGEST_UNTIL = len(" sampai dengan tanggal ")
_FIRST_FIGURES = re.compile(r"\d+")
_NO_DAY = "tanggal itu tidak ada dalam kalender"

_SIGNED_IN = re.compile(
    r"\b(?:bertempat|ditandatangani) di (?P<place>[A-Z]\w+(?: [A-Z]\w+)*)"
    r"(?=,? (?:pada|yang bertanda|kami|oleh)\b)"
)
_LONGEST_PLACE = 80
"""Letters behind a hall or a building in which its town may stand."""


def weekdays(reading: Reading) -> Iterator[Flaw]:
    """The day of the week, the date in brackets, and whether there is such a day."""
    for excerpt in reading.excerpts:
        for match in _DAY_AND_TANGGAL.finditer(excerpt.text):
            yield from _wrong_weekday(excerpt, match)
        for match in _OPENING.finditer(excerpt.text):
            yield from _wrong_opening(excerpt, match)
        yield from _wrong_dates(excerpt)
        yield from _misspelt_day(excerpt)


def _misspelt_day(excerpt: Excerpt) -> Iterator[Flaw]:
    """`Pada hari ini Selesa`."""
    for match in _SOME_DAY.finditer(excerpt.text):
        word = match["word"].replace("'", "")
        near = get_close_matches(word.capitalize(), _NAMES_OF_DAYS, 1, _LIKE_A_DAY)
        if near and word.capitalize() not in _NAMES_OF_DAYS:
            message = f'"{match["word"]}" bukan nama hari'
            begin, saran = match.start("word"), f"mungkin {near[0]}"
            yield excerpt.flaw(match["word"], message, saran, begin)


def _wrong_weekday(excerpt: Excerpt, match: re.Match[str]) -> Iterator[Flaw]:
    written = match["weekday"]
    tanggal = _long_day(match) or _short_day(match)
    is_week = written.islower() and "hari " not in match[0].lower()
    if tanggal is None or is_week or _is_day(written, tanggal):
        return
    right = _name_like(written, tanggal)
    shown = match[0][match.end("weekday") - match.start() :].strip(" ,(")
    message = f"{shown} adalah hari {right}"
    begin = match.start("weekday")
    saran = f"tulis {right}"
    yield excerpt.flaw(written, message, saran, begin, replace=right)


def _is_day(written: str, tanggal: date) -> bool:
    name = written.lower().replace("'", "").replace("ahad", "minggu")
    return name == day_name(tanggal).lower()


def _name_like(written: str, tanggal: date) -> str:
    """The name of the day, in capitals where what is written has them."""
    name = day_name(tanggal)
    return name.upper() if written.isupper() else name


def _long_day(match: re.Match[str]) -> date | None:
    """The date with the name of its month; None for none, or none of the calendar."""
    if not match["day"]:
        return None
    return _date(match["year"], _MONTH[match["month"].lower()], match["day"])


def _short_day(match: re.Match[str]) -> date | None:
    """The date in figures alone; None where there is none, or none of the calendar."""
    if not match["d"]:
        return None
    return _date(match["y"], int(match["m"]), match["d"])


def _wrong_opening(excerpt: Excerpt, match: re.Match[str]) -> Iterator[Flaw]:
    month = _MONTH[match["month"].lower()]
    day, year = _said(match["day"]), _said(match["year"])
    if match["d"]:
        yield from _against_brackets(excerpt, match, (day, month, year))
        return
    if day is None or year is None:
        return
    tanggal = _date(str(year), month, str(day))
    if tanggal is None:
        piece = excerpt.text[match.start("day") : match.end()]
        begin = match.start("day")
        yield excerpt.flaw(piece, _NO_DAY, "periksa tanggalnya", begin)
    elif not _is_day(match["weekday"], tanggal):
        right = _name_like(match["weekday"], tanggal)
        message = f"tanggal itu adalah hari {right}"
        begin = match.start("weekday")
        saran = f"tulis {right}"
        yield excerpt.flaw(match["weekday"], message, saran, begin, replace=right)


def day_of_opening(text: str) -> date | None:
    """The day that an opening says in words; None where it says none of the calendar."""
    match = _OPENING.search(text)
    if not match:
        return None
    day, year = _said(match["day"]), _said(match["year"])
    if day is None or year is None:
        return None
    return _date(str(year), _MONTH[match["month"].lower()], str(day))


def _said(text: str) -> int | None:
    """A number of an opening, in figures or in words; None where it is none."""
    figures = _FIRST_FIGURES.match(text)
    if figures:
        return int(figures[0])
    words, _ = leading_number(text)
    said = spelt_number(words)
    return said[0] if said else None


def _against_brackets(
    excerpt: Excerpt, match: re.Match[str], said: tuple[int | None, int, int | None]
) -> Iterator[Flaw]:
    """What an opening says in words against the date in its brackets."""
    in_figures = excerpt.text[match.start("d") : match.end("y")]
    tanggal = _short_day(match)
    if tanggal is None:
        return
    day, month, year = said
    for agrees, written, right in (
        (_is_day(match["weekday"], tanggal), match["weekday"], day_name(tanggal)),
        (day == tanggal.day, match["day"], terbilang(tanggal.day)),
        (month == tanggal.month, match["month"], month_name(tanggal)),
        (year == tanggal.year, match["year"], terbilang(tanggal.year)),
    ):
        if not agrees:
            message = f'"{written}" tidak cocok dengan {in_figures}'
            saran = f"seharusnya {right}"
            begin = excerpt.text.index(written, match.start())
            yield excerpt.flaw(written, message, saran, begin)


def _wrong_dates(excerpt: Excerpt) -> Iterator[Flaw]:
    """Dates that no calendar has, and dates that differ from those in their brackets."""
    for match in _DATE.finditer(excerpt.text):
        tanggal = _long_day(match)
        begin, piece = match.start(), match[0]
        if tanggal is None:
            saran = "periksa tanggalnya"
            yield excerpt.flaw(piece, _NO_DAY, saran, begin)
        elif match["d"] and _short_day(match) not in (None, tanggal):
            message = "tanggal itu tidak cocok dengan yang di dalam kurung"
            yield excerpt.flaw(piece, message, "samakan keduanya", begin)
    for match in _SHORT_DATE.finditer(excerpt.text):
        is_number = match["d"] > "31" or match["m"] > "31"
        if not is_number and _short_day(match) is None:
            begin = match.start("d")
            piece = excerpt.text[begin : match.end()]
            saran = "periksa tanggalnya"
            yield excerpt.flaw(piece, _NO_DAY, saran, begin)


def of_opening(reading: Reading) -> Iterator[Flaw]:
    """Each part of the day that the opening was typed with, against the day of the data."""
    yield from _other_place(reading)
    day = reading.kesepakatan.printed_day
    typed = reading.typed
    opening = typed.kalimat.pembukaan if typed else None
    if day is None or not opening:
        return
    place = at("kalimat", "pembukaan")
    for match in _PART.finditer(opening):
        for what, right in _parts_of(day).items():
            written = match[what]
            if written and written.lower() not in (right.lower(), f"0{right}"):
                message = f'"{written}", padahal hari penandatanganan {right}'
                saran = "samakan dengan penandatanganan, atau pakai isiannya"
                yield Flaw(place, written, message, saran)


def _other_place(reading: Reading) -> Iterator[Flaw]:
    """`bertempat di Kajen`, where the data have it signed in Jakarta."""
    right = reading.kesepakatan.penandatanganan.tempat or ""
    for excerpt in reading.excerpts if right else ():
        is_opening = excerpt.path == ("kalimat", "pembukaan")
        for match in _SIGNED_IN.finditer(excerpt.text):
            is_of_this = is_opening or " ini " in excerpt.text[: match.start()]
            near = excerpt.text[match.start() : match.end() + _LONGEST_PLACE]
            if is_of_this and right.lower() not in near.lower():
                message = f"menurut data, tempat penandatanganan {right}"
                saran = "samakan dengan penandatanganan, atau pakai isiannya"
                begin = match.start("place")
                yield excerpt.flaw(match["place"], message, saran, begin)


def later_acts(reading: Reading) -> Iterator[Flaw]:
    """Acts that a party or the text rests on, made only after the day of signing."""
    day = reading.kesepakatan.printed_day
    if day is None:
        return
    message = f"tanggal itu sesudah hari penandatanganan, {tanggal_long(day)}"
    saran = "periksa tanggalnya"
    for excerpt in reading.excerpts:
        of_basis = excerpt.path[:1] == ("dasar_hukum",)
        if not of_basis and excerpt.path[-1] != "pengangkatan":
            continue
        for match in _DATE.finditer(excerpt.text):
            made = _long_day(match)
            begin = match.start()
            is_end = _UNTIL.search(excerpt.text, max(0, begin - _LONGEST_UNTIL), begin)
            if made is not None and made > day and not is_end:
                yield excerpt.flaw(match[0], message, saran, begin)
    for i, pihak in enumerate(reading.kesepakatan.para_pihak):
        if pihak.kuasa and pihak.kuasa.tanggal and pihak.kuasa.tanggal > day:
            place = at("para_pihak", i, "kuasa", "tanggal")
            yield Flaw(place, str(pihak.kuasa.tanggal), message, saran)


def _parts_of(day: date) -> dict[str, str]:
    """How each part of a day is written in an opening."""
    return {
        "weekday": day_name(day),
        "long": f"{day.day} {month_name(day)} {day.year}",
        "words": terbilang(day.day),
        "month": month_name(day),
        "year": terbilang(day.year),
        "short": day.strftime("%d-%m-%Y"),
    }


def _date(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
