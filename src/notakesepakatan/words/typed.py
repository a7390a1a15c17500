"""What a person typed in another way than the files want it, to the way they want it.

Nothing of a file is read by these: what they give stands in messages, "tulis 2027-12-31".
"""

import re
from datetime import date

from babel.dates import get_month_names

from notakesepakatan.words.numbers import terbilang
from notakesepakatan.words.tanggal import tanggal_long

_MONTHS: dict[str, int] = {
    name.lower()[:3]: month
    for month, name in get_month_names("wide", locale="id").items()
} | {"peb": 2, "ags": 8, "agt": 8, "nop": 11}
"""Months by how their names begin, old spellings and short forms among them."""

_ISO_LIKE = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[T ][\d:.]+Z?)?")
_DAY_FIRST = re.compile(r"(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{4})")
_IN_WORDS = re.compile(
    r"(?:[a-z']+, ?)?(?:tanggal )?(\d{1,2})[- ]([a-z]{3,9})\.?[- ](\d{4})",
    re.IGNORECASE,
)

_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,15}")
_SIGNED_AMOUNT = re.compile(
    r"(?ai)(?P<sign>-?(?:rp\.?)?-?)(?P<digits>\d{1,3}(?:\.\d{3})+|\d+)(?:,00|,-)?"
)
_MOST_DIGITS = 16
_IN_BRACKETS = re.compile(r" ?\([^()]*\)$")
_CENTS = re.compile(r",(?:00?|-)-?$")
_NUMBER_WORDS = {terbilang(number): number for number in range(201)}

_PIECE = re.compile(
    r"(\d{1,4}|[a-z]+(?: [a-z]+)?) ?(?:\([^()]*\))? ?"
    r"(hari kerja|hari|minggu|bulan|bln|tahun|thn|th)\b\.?",
    re.IGNORECASE,
)
_UNITS = {"thn": "tahun", "th": "tahun", "bln": "bulan"}
_BETWEEN = re.compile(r"[\s,]*(?:dan)?[\s,]*", re.IGNORECASE)


_LONGEST_TERM = 100
_ENDLESS = re.compile(
    r"(?:tidak|tak) (?:terbatas|berbatas|ada batas(?: waktu)?)"
    r"|selama-?lamanya|selamanya|seterusnya|tanpa (?:batas|akhir)",
    re.IGNORECASE,
)
_UNTIL = re.compile(r" ?(?:[-–—]|\bs/?d\b\.?|\bsampai\b|\bhingga\b) ?", re.IGNORECASE)
_CONDITION = re.compile(
    r"(?:sampai|hingga)(?: dengan)? ([^\d,:;#{}\[\]\"']+)", re.IGNORECASE
)


def day_meant(text: str) -> date | None:
    """The day of "31 Desember 2027", "31-12-2027", "2027/12/31".

    None where the text is no day of the calendar, or may be read in two ways.
    """
    text = " ".join(text.split())
    for pattern, steps in ((_ISO_LIKE, (1, 2, 3)), (_DAY_FIRST, (3, 2, 1))):
        match = pattern.fullmatch(text)
        if match:
            year, month, day = (int(match[step]) for step in steps)
            return _day(year, month, day)
    match = _IN_WORDS.fullmatch(text)
    if match is None:
        return None
    month = _MONTHS.get(match[2].lower()[:3], 0)
    return _day(int(match[3]), month, int(match[1]))


def iso_of_day(text: str) -> str | None:
    """How the day of a text is written here: "2027-12-31 (31 Desember 2027)".

    None where the text is no day.
    """
    day = day_meant(text)
    return f"{day} ({tanggal_long(day)})" if day else None


def term_meant(text: str) -> str | None:
    """How the files have a term that was typed otherwise: "31-12-2027", "tidak terbatas".

    None where it is not certain what was meant.
    """
    text = " ".join(text.split())
    if len(text) > _LONGEST_TERM:
        return None
    span = lama_meant(text)
    if span or _ENDLESS.fullmatch(text):
        return span or "tanpa batas waktu"
    if last := day_meant(text):
        return f"sampai dengan {tanggal_long(last)}"
    condition = _CONDITION.fullmatch(text)
    return f"{{sampai_terpenuhi: {condition[1]}}}" if condition else _from_until(text)


def _from_until(text: str) -> str | None:
    """Two days with a dash or a word between them."""
    for link in _UNTIL.finditer(text):
        first = day_meant(text[: link.start()])
        last = day_meant(text[link.end() :])
        if first and last:
            return f"{tanggal_long(first)} sampai dengan {tanggal_long(last)}"
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def whole_number(text: str) -> int | None:
    """The whole number of "1.001.000", "Rp1.001.000,00", "-3"; None where it is none.

    Unlike `number_meant` this reads what a person answers where a number is asked for.
    """
    match = _SIGNED_AMOUNT.fullmatch(re.sub(r"\s", "", text))
    digits = match["digits"].replace(".", "") if match else ""
    if match is None or len(digits) > _MOST_DIGITS:
        return None
    return -int(digits) if "-" in match["sign"] else int(digits)


def number_meant(text: str) -> int | None:
    """The whole number of "Rp1.000.000,00", "2 (dua)", "dua"; None where it is none."""
    text = " ".join(text.lower().split())
    text = _IN_BRACKETS.sub("", text)
    text = text.removeprefix("rp").lstrip(". ").removesuffix(" rupiah")
    if text in _NUMBER_WORDS:
        return _NUMBER_WORDS[text]
    digits = _CENTS.sub("", text)
    if _GROUPED.fullmatch(digits):
        return int(digits.replace(".", ""))
    return None


def lama_meant(text: str) -> str | None:
    """The span of "5 (lima) tahun", "dua tahun", "1 tahun 6 bulan": "18 bulan".

    None where the text says anything beside it, or counts in units that do not add up.
    """
    text = " ".join(text.split())
    spans = list[tuple[int, str]]()
    behind = 0
    for match in _PIECE.finditer(text):
        count = number_meant(match[1])
        if count is None or not _BETWEEN.fullmatch(text[behind : match.start()]):
            return None
        unit = match[2].lower()
        spans.append((count, _UNITS.get(unit, unit)))
        behind = match.end()
    if text[behind:].strip():
        return None
    return _one_span(spans)


def _one_span(spans: list[tuple[int, str]]) -> str | None:
    match spans:
        case [(count, unit)] if count > 0:
            return f"{count} {unit}"
        case [(years, "tahun"), (months, "bulan")]:
            return f"{12 * years + months} bulan"
    return None
