"""Sentences of a text in, what follows from them out: days, the term, periods.

Each with the sentence that says it, and how sure that is; a person confirms it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from notakesepakatan.compute.text.rangkap import (
    ARCHIVED,
    MADE_IN,
    ORIGINALS,
    STAMPED,
    WHOLE,
    count_of,
)
from notakesepakatan.words.spelt import leading_number, spelt_number
from notakesepakatan.words.tanggal import LONG_PATTERN, month_name, parse_long

Sure = Literal["pasti", "cukup", "tanya"]
"""Said in so many words; said in a way that is usual; said in two ways that differ."""

_UNIT = r"(?P<unit>hari kerja|hari|minggu|bulan|tahun)"
_SPAN = rf"(?P<count>\d{{1,4}})\s*(?:\((?P<words>[\w\s]+)\))?\s*{_UNIT}\b"
_DAY = rf"(?:{LONG_PATTERN})"
_FROM = re.compile(
    rf"(?:sejak|mulai|dari|terhitung)[\w\s]{{0,30}}?(?:tanggal )?(?P<first>{_DAY})"
    rf"\s+(?:sampai dengan|s\.?/?d\.?|hingga|sampai)\s+(?:tanggal )?(?P<last>{_DAY})",
    re.IGNORECASE,
)
_DAYS = re.compile(
    rf"(?P<first>{_DAY})\s+(?:sampai dengan|s\.?/?d\.?|hingga|sampai)\s+"
    rf"(?:dengan )?(?:tanggal )?(?P<last>{_DAY})",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    rf"(?:sampai dengan|s\.?/?d\.?|hingga|sampai|berakhir pada)\s+(?:tanggal )?(?P<last>{_DAY})",
    re.IGNORECASE,
)
_FOR = re.compile(
    rf"(?:selama|berlaku|adalah|jangka waktu|paling lama|untuk waktu|untuk masa)\s+"
    rf"(?:jangka waktu\s+)?{_SPAN}",
    re.IGNORECASE,
)
_SINCE = re.compile(
    rf"(?:terhitung )?(?:sejak|mulai)(?: tanggal)? (?P<first>{_DAY})", re.IGNORECASE
)
_MET = re.compile(
    rf"(?:sampai dengan|hingga|sampai)\s+(?P<condition>[^\d,;.()]{{4,200}}?)"
    rf"(?:,| dan|, dan) (?:untuk )?(?:paling lama|selama-lamanya|maksimal)\s+{_SPAN}",
    re.IGNORECASE,
)
"""Until a condition is met, and for no longer than a span."""
_YEARS = re.compile(
    r"tahun anggaran (?P<years>\d{4}(?:\s?[-–]\s?\d{4})?)", re.IGNORECASE
)
_ENDLESS = re.compile(
    r"tanpa batas waktu|tidak terbatas|jangka waktu tidak ditentukan", re.IGNORECASE
)
_BEFORE = re.compile(
    rf"(?:paling (?:lambat|lama|sedikit)|selambat[- ]lambatnya|sekurang[- ]kurangnya|minimal)"
    rf"(?: dalam waktu| dalam jangka waktu)?\s+{_SPAN}\s+(?:kalender\s+)?sebelum",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?:paling (?:lambat|lama)|selambat[- ]lambatnya|dalam (?:jangka )?waktu)"
    rf"(?: paling (?:lambat|lama))?\s+{_SPAN}",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"\(?\b(?P<d>\d{1,2})\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<y>\d{4})\b"
)
_LONG = re.compile(_DAY)
_SPELT = re.compile(
    r"tanggal\s+(?P<d>[\w\s]+?)(?:\s*\([\w\s]+\))?,?\s+bulan\s+(?P<m>\w+),?"
    r"\s+tahun\s+(?P<y>[\w\s]+?)\s*(?:[,(;:.]|$|\b(?:bertempat|di|yang|kami|telah)\b)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:(?:bertempat|ditandatangani|dilaksanakan)|(?<=\d\)))\s+di\s+(?P<tempat>[A-Z][\w.’' -]+?)"
    r"(?=,|;|\s+pada\b|\s+oleh\b|\s+yang\b|\s+kami\b|\s+dalam\b|\.$)"
)
_KEPT_BY = re.compile(r"disimpan (?:oleh )?(?P<who>[A-Z][^,;.]{1,120}?) sebagai arsip")
_AROUND = 70
"""Characters of a sentence that are shown beside what was read from it."""
_MONTHS = [month_name(date(2000, month, 1)).lower() for month in range(1, 13)]


@dataclass(frozen=True)
class Inferred:
    """One value that a sentence says.

    Attributes:
        kunci: the key it has in the YAML: "penandatanganan.tanggal".
        nilai: as the YAML has it.
        kalimat: the sentence it was read from.
        sure: how sure it is.
    """

    kunci: str
    nilai: str
    kalimat: str
    sure: Sure

    @property
    def excerpt(self) -> str:
        """The part of the sentence around what was read from it."""
        at = max(self.kalimat.casefold().find(self.nilai.casefold()), 0)
        begin = max(at - _AROUND // 2, 0)
        end = at + len(self.nilai) + _AROUND
        before = "…" if begin else ""
        after = "…" if end < len(self.kalimat) else ""
        return f"{before}{self.kalimat[begin:end]}{after}"

    def data(self) -> dict[str, str]:
        """The row as plain data."""
        return {
            "kunci": self.kunci,
            "nilai": self.nilai,
            "kalimat": self.kalimat,
            "yakin": self.sure,
        }


def infer_day(sentences: Sequence[str]) -> Iterator[Inferred]:
    """The day of signing, of the sentence that opens the text."""
    for sentence in sentences:
        days = list(dict.fromkeys(_days_in(sentence)))
        if days:
            said_twice = len(list(_days_in(sentence))) > 1
            is_in_words = _SPELT.search(sentence) or _LONG.search(sentence)
            sure: Sure = "pasti" if said_twice or is_in_words else "cukup"
            sure = "tanya" if len(days) > 1 else sure
            key = "penandatanganan.tanggal"
            yield Inferred(key, days[0].isoformat(), sentence, sure)
            return


def infer_place(sentences: Sequence[str]) -> Iterator[Inferred]:
    """Where it was signed."""
    for sentence in sentences:
        match = _PLACE.search(sentence)
        if match:
            yield Inferred(
                "penandatanganan.tempat", match["tempat"].strip(), sentence, "pasti"
            )
            return


def _days_in(sentence: str) -> Iterator[date]:
    spelt = _SPELT.search(sentence)
    day = _spelt_day(spelt) if spelt else None
    if day:
        yield day
    for match in _LONG.finditer(sentence):
        try:
            yield parse_long(match[0])
        except ValueError:
            continue
    for match in _NUMERIC.finditer(sentence):
        try:
            yield date(int(match["y"]), int(match["m"]), int(match["d"]))
        except ValueError:
            continue


def _spelt_day(match: re.Match[str]) -> date | None:
    day, year = _spelt(match["d"]), _spelt(match["y"])
    month = match["m"].lower()
    if day is None or year is None or month not in _MONTHS:
        return None
    try:
        return date(year, _MONTHS.index(month) + 1, day)
    except ValueError:
        return None


def _spelt(text: str) -> int | None:
    if text.strip().isdecimal():
        return int(text)
    words, rest = leading_number(text)
    number = spelt_number(words) if words and not rest else None
    return number[0] if number else None


def infer_term(near: Sequence[str], every: Sequence[str]) -> Iterator[Inferred]:
    """The term.

    Args:
        near: sentences of the pasal on it.
        every: all sentences, where that has none.
    """
    key = "jangka_waktu"
    for sentences, is_near in ((near, True), (every, False)):
        for sentence in sentences:
            if not is_near and "berlaku" not in sentence.lower():
                continue
            value, sure = _term(sentence)
            if value:
                if not is_near and sure == "pasti":
                    sure = "cukup"
                yield Inferred(key, value, sentence, sure)
                return


def _term(sentence: str) -> tuple[str, Sure]:
    for pattern in (_FROM, _DAYS):
        both = pattern.search(sentence)
        if both:
            days = f"{_iso(both['first'])} sampai dengan {_iso(both['last'])}"
            # "1 Maret sampai 9 Maret sebagai uji coba dan berlaku selama 5 tahun".
            other = _FOR.search(sentence, both.end())
            return days, "tanya" if other and _is_valid_for(other) else "pasti"
    if met := _MET.search(sentence):
        condition = f"sampai terpenuhi: {met['condition']}"
        return f"{condition}, paling lama {_lama(met)}", _surely(met)
    span = _FOR.search(sentence)
    if span and not re.match(r"\s*sebelum", sentence[span.end() :]):
        since = _SINCE.search(sentence)
        value = _lama(span)
        if since:
            value = f"{value} sejak {_iso(since['first'])}"
        return value, _surely(span)
    until = _UNTIL.search(sentence)
    if until:
        return f"sampai dengan {_iso(until['last'])}", "pasti"
    years = _YEARS.search(sentence)
    if years:
        return (
            f"tahun anggaran {years['years'].replace(' ', '').replace('–', '-')}",
            "pasti",
        )
    if _ENDLESS.search(sentence):
        return "tanpa batas waktu", "pasti"
    return "", "cukup"


def _is_valid_for(span: re.Match[str]) -> bool:
    return span[0].lower().startswith("berlaku") or "selama" in span[0].lower()


def _iso(text: str) -> str:
    try:
        return parse_long(text).isoformat()
    except ValueError:
        return text


def _lama(match: re.Match[str]) -> str:
    return f"{int(match['count'])} {match['unit'].lower()}"


def _surely(match: re.Match[str]) -> Sure:
    """Whether figure and words are the same number."""
    if not match["words"]:
        return "pasti"
    said = _spelt(match["words"])
    return "pasti" if said == int(match["count"]) else "tanya"


def infer_periods(every: Sequence[str], on_kahar: Sequence[str]) -> Iterator[Inferred]:
    """When to give notice before the end, and when to write down a force majeure."""
    for sentence in every:
        match = _BEFORE.search(sentence)
        if match and _speaks_of_ending(sentence):
            yield Inferred(
                "tenggat.pemberitahuan", _lama(match), sentence, _surely(match)
            )
            break
    for sentence in on_kahar:
        match = _AFTER.search(sentence)
        if match:
            yield Inferred(
                "tenggat.berita_acara_kahar", _lama(match), sentence, _surely(match)
            )
            break


def infer_rangkap(every: Sequence[str]) -> Iterator[Inferred]:
    """How many originals are stamped, how many are for the archive, and who keeps those."""
    for sentence in every:
        patterns = (WHOLE, MADE_IN, ORIGINALS)
        found = (pattern.search(sentence) for pattern in patterns)
        whole = next(filter(None, found), None)
        if not whole:
            continue
        stamped, archived = STAMPED.search(sentence), ARCHIVED.search(sentence)
        of_pihak, in_all = count_of(stamped or whole), count_of(whole)
        for_archive = count_of(archived) if archived else in_all - of_pihak
        # Where the counts do not add up, a person says which of them is right.
        agrees = of_pihak + for_archive == in_all
        sure: Sure = "pasti" if agrees else "tanya"
        yield Inferred("rangkap.bermeterai", str(of_pihak), sentence, sure)
        if for_archive > 0:
            yield Inferred("rangkap.arsip", str(for_archive), sentence, sure)
        keeper = _KEPT_BY.search(sentence)
        if keeper:
            yield Inferred("rangkap.penyimpan_arsip", keeper["who"], sentence, sure)
        return


def _speaks_of_ending(sentence: str) -> bool:
    said = sentence.lower()
    return any(
        word in said for word in ("perpanjang", "berakhir", "akhiri", "jangka waktu")
    )
