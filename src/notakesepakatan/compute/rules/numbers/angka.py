"""Numbers: digits against words, sums of originals, numbers of letters against the signing."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from notakesepakatan.compute.rules.front import front_of
from notakesepakatan.compute.rules.numbers import amounts
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Reading
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import Place, at
from notakesepakatan.words.numbers import from_roman, roman, terbilang
from notakesepakatan.words.spelt import NUMBER_WORDS, leading_number, spelt_number

# Fifteen digits are the most that `terbilang` has words for.
_FIGURES = r"(\d{1,3}(?:\.\d{3}){1,4}|\d{1,15})(?:,(\d{1,4})|,-|\.-)?(?![\d.,]\d)"
_COUNTED = (
    "hari kerja|hari kalender|hari|minggu|bulan|tahun|orang|kali|rangkap|lembar|unit"
    "|buah|jam|persen|perseratus|permil|per mil|rupiah|per seratus"
)
_FIGURES_FIRST = re.compile(
    rf"(?<![\w.,/])(Rp\.? ?)?{_FIGURES}"
    rf"(?: ?([%‰])|(?: (ribu|juta|mil[iy]ar|tril[iy]un))?(?: (?:{_COUNTED}))?)?"
    r" ?\( ?([a-z][a-z -]{0,200}?) ?\)",
    re.IGNORECASE,
)
_WORDS_FIRST = re.compile(rf"\((Rp\.? ?)?{_FIGURES} ?[%‰]?\)", re.IGNORECASE)
_LONGEST_WORDS = 150
"""Letters before figures in brackets that are looked at for the words of the number."""
_UNIT_NAMES = frozenset(_COUNTED.replace("|", " ").split())
_UNITS_OF_SIGN = {
    "%": ("persen", "perseratus", "per seratus"),
    "‰": ("permil", "per mil", "perseribu", "per seribu"),
}
_BEGINS_NUMBER = re.compile(
    "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|nol|se(?:puluh|belas|ratus|ribu|juta)",
)
_NOMOR = re.compile(r"/([IVX]+)/(\d{4})$")
_YEAR_OF_NOMOR = re.compile(r"/(20\d{2})$")
_COUNT_OF = r".{0,400}?(?<!\d)(\d{1,6}) \([a-z ]{1,100}\) rangkap "
_RANGKAP = re.compile(
    rf"rangkap (\d{{1,6}}) \({_COUNT_OF}bermeterai(?:{_COUNT_OF}tanpa meterai)?"
)
_RANGKAP_IN_ALL = re.compile(
    r"\bdalam (?:rangkap (\d{1,3}) \([a-z ]{1,60}\)|(\d{1,3}) \([a-z ]{1,60}\) rangkap)"
)
_SHARE = re.compile(
    r"(?<!\d)(\d{1,3}) \([a-z ]{1,60}\) rangkap"
    r"(?= (?:untuk|bagi|dipegang|disimpan|diterima|diserahkan|disampaikan)\b)"
)
_OF_THEM = re.compile(
    r"\b(?:rangkap (?P<whole>\d{1,3})) \([a-z ]{1,60}\)(?: asli)?,? [^.;]{0,60}?"
    r"(?<!\d)(?P<part>\d{1,3}) \([a-z ]{1,60}\)(?: rangkap)? di ?antaranya\b"
)
_PERIOD = re.compile(
    r"\bpaling (lama|singkat) "
    r"(\d+ \([a-z ]+\) (?:hari kerja|hari|minggu|bulan|tahun)) "
    r"(?:sebelum|setelah|sejak)\b"
)


class _Figures(NamedTuple):
    """A number in figures: 1.500,25 as 1500 and "25".

    Attributes:
        written: as it stands there.
        whole: the whole part.
        decimals: what stands behind the comma, without zeros at its end.
        is_money: whether Rp stands before it.
        group: "juta" in 2,5 juta; empty for most.
    """

    written: str
    whole: int
    decimals: str
    is_money: bool
    group: str = ""

    @property
    def spelt(self) -> str:
        """Its words."""
        words = terbilang(self.whole)
        if self.decimals:
            each = " ".join(terbilang(int(digit)) for digit in self.decimals)
            words = f"{words} koma {each}"
        if self.group:
            words = f"{words} {self.group}"
        return f"{words} rupiah" if self.is_money else words


def _figures(
    money: str | None, whole: str, decimals: str | None, group: str = ""
) -> _Figures:
    number = int(whole.replace(".", ""))
    behind = (decimals or "").rstrip("0")
    written = f"{whole},{behind}" if behind else whole
    if group:
        written = f"{written} {group}"
    return _Figures(written, number, behind, bool(money), group)


def words(reading: Reading) -> Iterator[Flaw]:
    """`5 (enam)` and `enam (5)`; rule 86."""
    for excerpt in reading.excerpts:
        if "(" not in excerpt.text:
            continue
        for match in _FIGURES_FIRST.finditer(excerpt.text):
            money, whole, decimals, sign, group, in_words = match.groups()
            spelt, rest = leading_number(in_words)
            if not spelt or not _UNIT_NAMES.issuperset(rest):
                continue
            figures = _figures(money, whole, decimals, (group or "").lower())
            if not _agree(figures, spelt):
                yield _disagreeing(excerpt, match.start(), match[0], figures)
            elif sign and rest and " ".join(rest) not in _UNITS_OF_SIGN[sign]:
                message = f'"{sign}" tidak cocok dengan "{" ".join(rest)}"'
                saran, begin = "samakan satuannya", match.start()
                yield excerpt.flaw(match[0], message, saran, begin)
        yield from _words_first(excerpt)


def _words_first(excerpt: Excerpt) -> Iterator[Flaw]:
    for match in _WORDS_FIRST.finditer(excerpt.text):
        begin = max(match.start() - _LONGEST_WORDS, 0)
        before = excerpt.text[begin : match.start()]
        in_words = _last_number(before)
        if not in_words:
            continue
        figures = _figures(*match.groups())
        spelt, _ = leading_number(in_words)
        if not _agree(figures, spelt):
            start = match.start() - len(in_words)
            yield _disagreeing(excerpt, start, in_words + match[0], figures)


def _last_number(text: str) -> str:
    """The words of a number that a text ends with, spaces and its unit too."""
    pieces = re.findall(r"\S+\s*", text)
    begin = len(pieces)
    if begin and pieces[-1].strip().lower() in ("rupiah", "persen"):
        begin -= 1
    behind = begin
    while begin and pieces[begin - 1].strip().lower() in NUMBER_WORDS:
        begin -= 1
    in_words = "".join(pieces[begin:])
    is_number = begin < behind and _BEGINS_NUMBER.match(in_words.lower())
    return in_words if is_number else ""


def _agree(figures: _Figures, spelt: Sequence[str]) -> bool:
    """Whether figures and words say the same; of a sum with sen nothing is said."""
    if figures.is_money and figures.decimals and not figures.group:
        return True
    said = spelt_number(spelt)
    if said is None:
        return False
    whole, decimals = said
    if (whole, decimals.rstrip("0")) == (figures.whole, figures.decimals):
        return True
    return _times_group(figures.whole, figures.decimals, figures.group) == whole


def _times_group(whole: int, decimals: str, group: str) -> int | None:
    """2,5 with "miliar" as 2500000000; None without such a word, or where it is no whole."""
    one = spelt_number(["satu", group]) if group else None
    if one is None:
        return None
    times, _ = one
    number, rest = divmod(int(f"{whole}{decimals}") * times, 10 ** len(decimals))
    return None if rest else number


def _disagreeing(excerpt: Excerpt, begin: int, piece: str, figures: _Figures) -> Flaw:
    message = f'{figures.written} dengan huruf adalah "{figures.spelt}"'
    saran = "samakan angka dan hurufnya; mana yang benar diputuskan oleh pembuat naskah"
    return excerpt.flaw(piece, message, saran, begin)


def letter_numbers(reading: Reading) -> Iterator[Flaw]:
    """Month and year at the end of a party's number against the day of signing.

    A usage, no law. A year has twelve months, whatever the day.
    """
    yield from amounts.months(reading)
    yield from amounts.accounts(reading)
    front = front_of(reading)
    if front.day is None:
        return
    for i, (nomor, stated) in enumerate(front.numbers):
        wrong = of_another_time(nomor, front.day)
        if wrong:
            place = stated.place if stated else _place_of_nth_number(reading, i)
            yield Flaw(
                place,
                nomor,
                wrong,
                "periksa nomornya",
            )


def _place_of_nth_number(reading: Reading, nth: int) -> Place:
    para_pihak = reading.kesepakatan.para_pihak
    numbered = [i for i, pihak in enumerate(para_pihak) if pihak.nomor]
    return at("para_pihak", numbered[nth], "nomor")


def of_another_time(nomor: str, day: date) -> str:
    """What is wrong with the month or the year of a number; empty where nothing is."""
    match = _NOMOR.search(nomor)
    if match and _month_of_number(match) != (day.month, day.year):
        return f"bulan dan tahun nomor bukan {roman(day.month)}/{day.year}, bulan penandatanganan"
    year = _YEAR_OF_NOMOR.search(nomor)
    if year and int(year[1]) != day.year:
        return f"tahun nomor bukan {day.year}, tahun penandatanganan"
    return ""


def _month_of_number(match: re.Match[str]) -> tuple[int, int] | None:
    """Month and year at its end; None where the numeral is none."""
    try:
        return from_roman(match[1]), int(match[2])
    except ValueError:
        return None


def rangkap_list_of(reading: Reading) -> Iterator[Flaw]:
    """Stamped and unstamped originals make the sum that is said."""
    yield from _more_than_all(reading)
    for excerpt in reading.excerpts:
        for match in _RANGKAP.finditer(excerpt.text):
            count = int(match[2]) + int(match[3] or 0)
            if count != int(match[1]):
                message = f"jumlah rangkap {count}, tertulis {match[1]}"
                yield excerpt.flaw(match[0][:40], message, "samakan jumlahnya")


def _more_than_all(reading: Reading) -> Iterator[Flaw]:
    """`rangkap 2 (dua), 3 (tiga) di antaranya bermeterai`."""
    for excerpt in reading.excerpts:
        for match in _OF_THEM.finditer(excerpt.text):
            if int(match["part"]) > int(match["whole"]):
                message = f"{match['part']} di antara {match['whole']} rangkap"
                saran = "samakan jumlahnya"
                yield excerpt.flaw(match[0], message, saran, match.start())


def _made_before_others_joined(k: Kesepakatan | None) -> int | None:
    """How many originals the data say that a signed text was made in; None if they do not."""
    if k is None:
        return None
    made = k.rangkap.bermeterai
    return made + k.rangkap.arsip if made and k.signed else None


def rangkap_shares(reading: Reading) -> Iterator[Flaw]:
    """What each holds makes the sum that is said; there is one for each party."""
    many = len(front_of(reading).para_pihak)
    made = _made_before_others_joined(reading.resolved)
    for excerpt in reading.excerpts:
        total = _RANGKAP_IN_ALL.search(excerpt.text)
        if not total:
            continue
        count = int(total[1] or total[2])
        shares = list(_SHARE.finditer(excerpt.text))
        held = [int(share[1]) for share in shares]
        begin, piece = total.start(), total[0]
        if len(held) > 1 and sum(held) != count:
            message = f"yang dibagikan {sum(held)} rangkap, seluruhnya {count}"
            saran = "samakan jumlahnya"
            yield excerpt.flaw(piece, message, saran, begin)
            for share in shares:
                yield _one_share(excerpt, share)
        elif 1 < count < many and count != made:
            message = f"{count} rangkap untuk {many} pihak"
            saran = "periksa jumlah rangkapnya"
            yield excerpt.flaw(piece, message, saran, begin, "peringatan")


def _one_share(excerpt: Excerpt, share: re.Match[str]) -> Flaw:
    message = "bersama yang lain bukan sejumlah seluruhnya"
    return excerpt.flaw(share[0], message, "samakan", share.start())


def tenggat_list(reading: Reading) -> Iterator[Flaw]:
    """`paling lambat` for a deadline, `paling lama` for a period (rule 255)."""
    for excerpt in reading.excerpts:
        for match in _PERIOD.finditer(excerpt.text):
            word = "lambat" if match[1] == "lama" else "cepat"
            right = f"paling {word} {match[2]}"
            message = f"untuk batas waktu dipakai paling {word}"
            written = f"paling {match[1]} {match[2]}"
            yield excerpt.flaw(written, message, f"tulis {right}", replace=right)
