"""A cell in, the days that it may mean out: one where it is certain, two where it is not.

Nothing is settled here: `settle` does that, by what else the row says.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from babel.dates import get_month_names
from rapidfuzz.fuzz import ratio

from notakesepakatan.compute.intake.sheet import Cell
from notakesepakatan.words.typed import lama_meant

Order = Literal["hari", "bulan", ""]
"""What stands first in a day in digits; empty where it is not told by digits."""
Kind = Literal["hari", "rentang", "tanpa akhir", "kosong", "tak terbaca"]

_ABBREVIATED = 3
_ALIKE = 70.0
"""Of a hundred, how alike a word and the name of a month are that is typed amiss."""
_MONTHS: dict[str, int] = {
    name.lower(): number
    for language in ("id", "en")
    for number, name in get_month_names("wide", locale=language).items()
}
_MONTHS |= {name[:3]: number for name, number in tuple(_MONTHS.items())}
_MONTHS |= {"peb": 2, "pebruari": 2, "ags": 8, "agt": 8, "agst": 8, "nop": 11}
_MONTHS |= {"nopember": 11, "sept": 9, "des": 12, "juny": 6, "agus": 8}
_DAY_NAME = r"(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|mon|tue|wed|thu|fri"
_DAY_NAME += r"|sat|sun)[a-z]*[,.]? +)?(?:tanggal +|tgl\.? +|tmt\.? +)?"
_DAY_NAME = rf"(?:(?:di ?tanda ?tangani|ttd\.?)(?: pada)? +)?{_DAY_NAME}"
_TIME = (
    r"(?:[T ,]+(?:pukul +)?\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?"
    r"(?: ?(?:wib|wita|wit|am|pm|z))?)?"
)
_DIGITS = re.compile(
    rf"{_DAY_NAME}(\d{{1,2}}) ?([-/.\s]) ?(\d{{1,2}}) ?[-/.\s] ?(\d{{4}}|\d{{2}}){_TIME}",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(
    rf"(\d{{4}}) ?[-/.\s] ?(\d{{1,2}}) ?[-/.\s] ?(\d{{1,2}}){_TIME}", re.IGNORECASE
)
_IN_WORDS = re.compile(
    rf"{_DAY_NAME}(\d{{1,2}})(?:st|nd|rd|th)?[-/.,\s]*([a-z]{{3,9}})[-/.,\s]*"
    rf"(\d{{4}}|'?\d{{2}}){_TIME}",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"{_DAY_NAME}([a-z]{{3,9}})[-./\s]*(\d{{1,2}})(?:st|nd|rd|th)?[-,.\s]+(\d{{4}}){_TIME}",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(19|20)(\d\d)(\d\d)(\d\d)")
_SERIAL = re.compile(r"[1-9]\d{4}(?:[.,]\d+)?")
_FIRST_SERIAL, _LAST_SERIAL = 10959, 73050
"""1930 to 2100: other numbers of five digits are no days."""
_ZERO_DAY = re.compile(r"0{1,4}[-/. ]0{1,2}[-/. ]0{1,4}(?:[ T]0\d?:00(?::00)?)?")
_NOTHING = (
    "",
    "-",
    "--",
    "–",
    "—",
    "n/a",
    "na",
    "null",
    "nihil",
    "kosong",
    "belum ada",
)
_ENDLESS = re.compile(
    r"(?:(?:sampai|s\.?/?d\.?|hingga|until)?(?: dengan)? ?(?:sekarang|saat ini|now|present)"
    r"|(?:tidak|tdk|tak|tanpa|tnp|belum|blm)(?: ada)? ?(?:di)?"
    r"(?:batasi?|terbatas|tentukan|ditentukan)"
    r"(?: (?:waktu|akhir))?(?:nya)?"
    r"|(?:tidak|tdk) ditentukan|tanpa (?:jangka waktu|akhir)|selamanya|seterusnya|tidak berakhir"
    r"|unlimited|indefinite|no end|seumur hidup|selama (?:masih )?(?:berlaku|diperlukan)"
    r"|(?:sampai|hingga|s\.?/?d\.?)(?: dengan)? (?:ada|dicabut|diakhiri).*)",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\s*(?:\bs\.?\s?/?\s?d\.?(?=[\s\d])|\bsampai(?: dengan)?\b|\bhingga\b|\bto\b|\buntil\b"
    r"|\bberakhir(?: pada)?(?: tanggal)?\b"
    r"|(?<=\s)[-–—~](?=\s)|[–—~]|(?<=\d{4})\s?-\s?(?=\d{1,2}[/. ])|(?<=[a-z] \d{4})-)\s*",
    re.IGNORECASE,
)

_SINCE = (
    r"(?:berlaku +)?(?:dari|mulai|sejak|terhitung(?: +(?:mulai|sejak))?)(?: +tanggal)?"
)
_IN_FORCE = re.compile(r"(?:masa )?berlaku", re.IGNORECASE)
_BEGINS = re.compile(rf"{_SINCE} +", re.IGNORECASE)
_SPAN = (
    r"(?:(?:jangka waktu|selama|berlaku) +){0,2}"
    r"(?P<span>\d{1,3} ?(?:\([^()]*\) ?)?(?:tahun|thn|th|bulan|bln|hari)\b\.?)"
)
_SPAN_FIRST = re.compile(rf"{_SPAN}[ ,;:–-]*\(?(?P<rest>[^()]+?)\)?", re.IGNORECASE)
_SPAN_LAST = re.compile(rf"(?P<rest>.+?)[ ,;:–-]*\(?{_SPAN}\)?", re.IGNORECASE)
_REMARK = re.compile(
    r"\s*[,;(]?\s*(?:(?:dan|serta) )?(?:dapat|bisa) (?:di)?perpanjang(?: (?:kembali|lagi))?\)?$"
    r"|\s*\((?![^()]*(?:panjang|batal|ubah|akhir|semula|revisi|adendum|tahun|bulan))"
    r"[^()\d]*\)$",
    re.IGNORECASE,
)
"""Words behind a day or a term that do not change it: "dan dapat diperpanjang", "(MoU)"."""
_WEEKDAYS = {
    name: number
    for names in (
        ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"),
        ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    )
    for number, name in enumerate(names)
}
_WEEKDAY = re.compile(
    r"(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|mon|tue|wed|thu|fri|sat|sun)"
)
_BETWEEN_DAYS = re.compile(r"\s*(?:\n|;|\s/\s|&|\bdan\b)\s*", re.IGNORECASE)
_LAST_YEAR = 2199
_PAIR = 2
_DIGITS_OF_TWO = re.compile(r"\d{1,2} ?[-/.] ?\d{1,2}")
_DAY_AND_MONTH = re.compile(r"\d{1,2} +[a-z]{3,9}\.?", re.IGNORECASE)


@dataclass(frozen=True)
class Meant:
    """What a cell may mean.

    Attributes:
        kind: what it says.
        days: the day, or both that it may be; the day-first reading first.
        order: what stands first, where digits tell it for certain.
        reason: how it was read, in Indonesian; empty where it stands there plainly.
        ends: of a range what stands behind "sampai dengan".
        typed: the file itself says that it is a day.
        span: of a range the term that stands beside it: "3 tahun"; empty without one.
        contrary: two cells of the row say different days.
    """

    kind: Kind
    days: tuple[date, ...] = ()
    order: Order = ""
    reason: str = ""
    ends: "Meant | None" = None
    typed: bool = False
    span: str = ""
    contrary: bool = False

    @property
    def doubtful(self) -> bool:
        """Whether it may be two days."""
        return len(self.days) > 1


def read_day(cell: Cell, *, starts_1904: bool = False) -> Meant:
    """What a cell in a column of days may mean."""
    meant = _read_day(cell, starts_1904=starts_1904)
    if meant.days and meant.days[-1].year > _LAST_YEAR:
        # What databases keep for want of a day: 31/12/9999.
        reason = f"tahun {meant.days[-1].year} berarti tanpa tanggal akhir"
        return Meant("tanpa akhir", reason=reason)
    return meant


def _read_day(cell: Cell, *, starts_1904: bool) -> Meant:
    if cell.day:
        return Meant("hari", (cell.day,), typed=True)
    plain = cell.text.replace("\u00a0", " ").replace("’", "'")
    text = " ".join(without_remark(plain).split())
    if text.lower() in _NOTHING or text == "0":
        return Meant("kosong")
    if _ZERO_DAY.fullmatch(text):
        return Meant("tanpa akhir", reason="tanggal nol berarti tanpa tanggal akhir")
    if _ENDLESS.fullmatch(text):
        return Meant("tanpa akhir")
    whole = _on_its_weekday(_one_day(text), text) or _serial(text, starts_1904)
    spoken = whole or _range(text) or _range_and_span(text)
    return spoken or _two_days(cell.text) or Meant("tak terbaca")


def without_remark(text: str) -> str:
    """A day or a term without words behind it that change nothing of it."""
    return _REMARK.sub("", text, count=1)


def _on_its_weekday(meant: Meant | None, text: str) -> Meant | None:
    """A day beside the name of its weekday: of two the one that has it, none is asked."""
    named = _WEEKDAY.match(text.lower())
    if meant is None or named is None:
        return meant
    number = _WEEKDAYS[named[1].replace("'", "")]
    fitting = tuple(day for day in meant.days if day.weekday() == number)
    if not fitting:
        reason = f"harinya bukan {named[1].capitalize()}"
        return replace(meant, reason=reason, contrary=True)
    if len(fitting) == len(meant.days):
        return meant
    return replace(meant, days=fitting, reason=f"jatuh pada {named[1].capitalize()}")


def _two_days(text: str) -> Meant | None:
    """Two days in one cell, as of two parties: either may be meant."""
    parts = [part.strip(" ,") for part in _BETWEEN_DAYS.split(text.strip())]
    days = [_one_day(" ".join(part.split())) for part in parts]
    found = [one for one in days if one]
    if len(found) < len(parts) or len(found) != _PAIR:
        return None
    every = tuple(dict.fromkeys(day for one in found for day in one.days))
    reason = "dua tanggal dalam satu sel" if len(every) > 1 else ""
    return Meant("hari", every, reason=reason, contrary=len(every) > 1)


def in_year(text: str, year: int) -> Meant | None:
    """A day of which only its year is not said: "25 Maret", "5/4"; None for any other."""
    text = " ".join(text.split()).rstrip(".")
    if not _DAY_AND_MONTH.fullmatch(text) and not _DIGITS_OF_TWO.fullmatch(text):
        return None
    separator = " " if text[-1].isalpha() else "/"
    return _one_day(f"{text}{separator}{year}")


def _range_and_span(text: str) -> Meant | None:
    """A term beside its days: "3 Tahun (12 Mei 2023 s.d. 11 Mei 2026)"."""
    span, rest = span_beside(text)
    found = (_range(rest) or _first_day(rest)) if span else None
    return replace(found, span=span) if found else None


def span_beside(text: str) -> tuple[str, str]:
    """A term and what stands beside it: "5 Th (2024-2029)"; both empty without one."""
    text = " ".join(text.split())
    match = _SPAN_FIRST.fullmatch(text) or _SPAN_LAST.fullmatch(text)
    span = lama_meant(match["span"]) if match else None
    return (span, match["rest"]) if match and span else ("", "")


def _first_day(text: str) -> Meant | None:
    """The day from which a term runs: "sejak 3 Mei 2021"."""
    begins = _BEGINS.match(text)
    first = _one_day(text[begins.end() :]) if begins else None
    return replace(first, kind="rentang") if first else None


def _range(text: str) -> Meant | None:
    """Two days with "sampai dengan" between them."""
    for match in _UNTIL.finditer(text):
        before = _BEGINS.sub("", text[: match.start()].strip(" ,"), count=1)
        before = "" if _IN_FORCE.fullmatch(before) else before
        behind = read_day(Cell(text[match.end() :].strip(" ,.")))
        first = _one_day(before) or _of_same_year(before, behind)
        if first and behind.kind in ("hari", "tanpa akhir"):
            return Meant("rentang", first.days, first.order, first.reason, behind)
        if not before and behind.kind == "hari":
            return Meant("rentang", (), "", "", behind)
    return None


def _of_same_year(text: str, behind: Meant) -> Meant | None:
    """A day whose year stands only with the last one: "12 Mei s.d. 11 November 2024"."""
    if behind.kind != "hari" or not _DAY_AND_MONTH.fullmatch(text):
        return None
    last = behind.days[0]
    first = _one_day(f"{text.rstrip('.')} {last.year}")
    if not first or first.days[0] >= last:
        return None
    return replace(first, reason=f"tahunnya {last.year}, dari tanggal akhirnya")


def _one_day(text: str) -> Meant | None:
    if match := _YEAR_FIRST.fullmatch(text):
        return _certain(int(match[1]), int(match[2]), int(match[3]))
    if match := _COMPACT.fullmatch(text):
        year = int(match[1] + match[2])
        return _certain(year, int(match[3]), int(match[4]), "tahun, bulan, hari")
    if match := _DIGITS.fullmatch(text):
        return _of_digits(int(match[1]), int(match[3]), match[4])
    if match := _IN_WORDS.fullmatch(text):
        month = month_of_name(match[2])
        year, reason = _year(match[3].lstrip("'"))
        return _certain(year, month, int(match[1]), reason)
    if match := _MONTH_FIRST.fullmatch(text):
        return _certain(int(match[3]), month_of_name(match[1]), int(match[2]))
    return None


def month_of_name(name: str) -> int:
    """The number of a month by its name; 0 for no month."""
    name = name.lower()
    number = _MONTHS.get(name) or _MONTHS.get(name[:3], 0)
    whole = (full for full in _MONTHS if len(full) > _ABBREVIATED)
    alike = (ratio(name, full) for full in whole if _MONTHS[full] == number)
    is_one = len(name) == _ABBREVIATED or max(alike, default=0) >= _ALIKE
    return number if is_one else 0


def _year(text: str) -> tuple[int, str]:
    """The year of two or four digits, and how it was read."""
    if len(text) == 4:
        return int(text), ""
    year = int(text) + (2000 if int(text) < 70 else 1900)
    return year, f"tahun {text} dibaca {year}"


def _certain(year: int, month: int, day: int, reason: str = "") -> Meant | None:
    found = _day(year, month, day)
    return Meant("hari", (found,), reason=reason) if found else None


def _of_digits(first: int, second: int, year_text: str) -> Meant | None:
    """A day whose first two numbers may stand in either order."""
    year, reason = _year(year_text)
    day_first = _day(year, second, first)
    month_first = _day(year, first, second)
    if day_first and month_first and day_first != month_first:
        return Meant("hari", (day_first, month_first), reason=reason)
    found = day_first or month_first
    if not found:
        return None
    order: Order = "hari" if day_first else "bulan"
    if day_first == month_first:
        order = ""
    told = f"{first} bukan bulan" if order == "hari" else f"{second} bukan bulan"
    because = "; ".join(filter(None, (told if order else "", reason)))
    return Meant("hari", (found,), order, because)


def _serial(text: str, starts_1904: bool) -> Meant | None:
    """A day as the number that Excel keeps of it."""
    if not _SERIAL.fullmatch(text):
        return None
    number = int(re.split("[.,]", text)[0])
    if not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return None
    origin = date(1904, 1, 1) if starts_1904 else date(1899, 12, 30)
    day = origin + timedelta(days=number)
    return Meant("hari", (day,), reason=f"nomor seri Excel {number}")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
