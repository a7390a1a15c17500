"""Numbers and dates: digits against words, days of the week, numbers of letters.

The last against the day of signing.
"""

import re
from collections.abc import Iterator
from datetime import date

from notakesepakatan.compute.rules.reading import Flaw, Reading
from notakesepakatan.place import Place, at
from notakesepakatan.words.numbers import from_roman, roman, terbilang
from notakesepakatan.words.tanggal import day_name, month_name

# Fifteen digits are the most that `terbilang` has words for.
_NUMBER = re.compile(r"(?<![\w.,])(\d{1,3}(?:\.\d{3}){0,4}|\d{1,15}) \(([a-z ]+)\)")
_RUPIAH = re.compile(r"Rp ?(\d{1,3}(?:\.\d{3}){0,4})(?:,00|,-)? \(([a-z ]+) rupiah\)")
_MONTH = {month_name(date(2000, month, 1)).lower(): month for month in range(1, 13)}
_DAY_AND_TANGGAL = re.compile(
    r"\b(?:[Hh]ari )?(Senin|Selasa|Rabu|Kamis|Jumat|Jum'at|Sabtu|Minggu),? "
    r"(?:tanggal )?(\d{1,2}) (\w+) (\d{4})"
)
_PEMBUKAAN = re.compile(
    r"hari ini (\w+),? tanggal ([A-Z][\w ]{1,60}?),? bulan (\w+),? "
    r"tahun ([A-Z][\w ]{1,60}?) \((\d{1,2})-(\d{1,2})-(\d{4})\)"
)
_NOMOR = re.compile(r"/([IVX]+)/(\d{4})$")
_COUNT_OF = r".{0,400}?(?<!\d)(\d{1,6}) \([a-z ]{1,100}\) rangkap "
_RANGKAP = re.compile(
    rf"rangkap (\d{{1,6}}) \({_COUNT_OF}bermeterai(?:{_COUNT_OF}tanpa meterai)?"
)
_PERIOD = re.compile(
    r"\bpaling (lama|singkat) "
    r"(\d+ \([a-z ]+\) (?:hari kerja|hari|minggu|bulan|tahun)) "
    r"(?:sebelum|setelah|sejak)\b"
)
_UNIT_WORDS = frozenset(word for n in range(20) for word in terbilang(n).split())
_GROUP_WORDS = frozenset(
    (
        "puluh",
        "seratus",
        "ratus",
        "seribu",
        "ribu",
        "juta",
        "miliar",
        "milyar",
        "triliun",
        "rupiah",
    )
)
_NUMBER_WORDS = _UNIT_WORDS | _GROUP_WORDS


def words(reading: Reading) -> Iterator[Flaw]:
    """`5 (enam)`; rule 86."""
    for excerpt in reading.excerpts:
        for pattern, unit in ((_NUMBER, ""), (_RUPIAH, " rupiah")):
            for match in pattern.finditer(excerpt.text):
                right = terbilang(int(match[1].replace(".", "")))
                if match[2] != right and _is_number(match[2]):
                    message = f'{match[1]} dengan huruf adalah "{right}{unit}"'
                    saran = (
                        "samakan angka dan hurufnya; "
                        "mana yang benar diputuskan oleh pembuat naskah"
                    )
                    yield Flaw(excerpt.place, match[0], message, saran)


def _is_number(text: str) -> bool:
    """Whether words are a number; money is one for the pattern that knows rupiah."""
    return _NUMBER_WORDS.issuperset(text.split()) and not text.endswith("rupiah")


def weekdays(reading: Reading) -> Iterator[Flaw]:
    """The day of the week of a date, and the date in brackets of an opening."""
    for excerpt in reading.excerpts:
        for match in _DAY_AND_TANGGAL.finditer(excerpt.text):
            yield from _wrong_weekday(excerpt.place, match)
        for match in _PEMBUKAAN.finditer(excerpt.text):
            yield from _wrong_opening(excerpt.place, match)


def _wrong_weekday(place: Place, match: re.Match[str]) -> Iterator[Flaw]:
    written, day, month, year = match.groups()
    tanggal = _date(year, _MONTH.get(month.lower(), 0), day)
    if tanggal and day_name(tanggal) != written.replace("'", ""):
        right = day_name(tanggal)
        message = f"{day} {month} {year} adalah hari {right}"
        yield Flaw(place, written, message, f"tulis {right}", right)


def _wrong_opening(place: Place, match: re.Match[str]) -> Iterator[Flaw]:
    weekday, day_words, month_word, year_words, day, month, year = match.groups()
    in_digits = f"{day}-{month}-{year}"
    tanggal = _date(year, int(month), day)
    if tanggal is None:
        message = "tanggal itu tidak ada dalam kalender"
        yield Flaw(place, in_digits, message, "periksa tanggalnya")
        return
    for written, right in (
        (weekday, day_name(tanggal)),
        (day_words.lower(), terbilang(tanggal.day)),
        (month_word, month_name(tanggal)),
        (year_words.lower(), terbilang(tanggal.year)),
    ):
        if written != right:
            message = f'"{written}" tidak cocok dengan {in_digits}'
            yield Flaw(place, match[0], message, f"seharusnya {right}")


def _date(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def letter_numbers(reading: Reading) -> Iterator[Flaw]:
    """Roman month and year at the end of a party's number against the day of signing.

    A usage, no law.
    """
    tanggal = reading.kesepakatan.signed
    if tanggal is None:
        return
    for i, pihak in enumerate(reading.kesepakatan.para_pihak):
        nomor = pihak.nomor or ""
        if _month_of_number(nomor) not in (None, (tanggal.month, tanggal.year)):
            signed = f"{roman(tanggal.month)}/{tanggal.year}"
            message = f"bulan dan tahun nomor bukan {signed}, bulan penandatanganan"
            place = at("para_pihak", i, "nomor")
            yield Flaw(place, nomor, message, "periksa nomornya")


def _month_of_number(nomor: str) -> tuple[int, int] | None:
    """Month and year at its end; None where there are none."""
    match = _NOMOR.search(nomor)
    if not match:
        return None
    try:
        return from_roman(match[1]), int(match[2])
    except ValueError:
        return None


def rangkap_list_of(reading: Reading) -> Iterator[Flaw]:
    """Stamped and unstamped originals make the sum that is said."""
    for excerpt in reading.excerpts:
        for match in _RANGKAP.finditer(excerpt.text):
            count = int(match[2]) + int(match[3] or 0)
            if count != int(match[1]):
                message = f"jumlah rangkap {count}, tertulis {match[1]}"
                yield Flaw(excerpt.place, match[0][:40], message, "samakan jumlahnya")


def tenggat_list(reading: Reading) -> Iterator[Flaw]:
    """`paling lambat` for a deadline, `paling lama` for a period (rule 255)."""
    for excerpt in reading.excerpts:
        for match in _PERIOD.finditer(excerpt.text):
            word = "lambat" if match[1] == "lama" else "cepat"
            right = f"paling {word} {match[2]}"
            message = f"untuk batas waktu dipakai paling {word}"
            written = f"paling {match[1]} {match[2]}"
            yield Flaw(excerpt.place, written, message, f"tulis {right}", right)
