"""Numbers and dates: digits against words, days of the week, numbers of letters against the day of signing."""

import re
from collections.abc import Iterator
from datetime import date

from notakesepakatan.compute.rules.bacaan import Flaw, Reading
from notakesepakatan.place import Place, at
from notakesepakatan.words.numbers import from_roman, roman, terbilang
from notakesepakatan.words.tanggal import day_name, month_name

# Fifteen digits are the most that `terbilang` has words for.
_NUMBER = re.compile(r"(?<![\w.,])(\d{1,3}(?:\.\d{3}){0,4}|\d{1,15}) \(([a-z ]+)\)")
_RUPIAH = re.compile(r"Rp ?(\d{1,3}(?:\.\d{3}){0,4})(?:,00|,-)? \(([a-z ]+) rupiah\)")
_MONTH = {month_name(date(2000, i, 1)).lower(): i for i in range(1, 13)}
_DAY_AND_TANGGAL = re.compile(
    r"\b(?:[Hh]ari )?(Senin|Selasa|Rabu|Kamis|Jumat|Jum'at|Sabtu|Minggu),? (?:tanggal )?(\d{1,2}) (\w+) (\d{4})"
)
_PEMBUKAAN = re.compile(
    r"hari ini (\w+),? tanggal ([A-Z][\w ]{1,60}?),? bulan (\w+),? tahun ([A-Z][\w ]{1,60}?) \((\d{1,2})-(\d{1,2})-(\d{4})\)"
)
_NOMOR = re.compile(r"/([IVX]+)/(\d{4})$")
_MANY = r".{0,400}?(?<!\d)(\d{1,6}) \([a-z ]{1,100}\) rangkap "
_RANGKAP = re.compile(
    rf"rangkap (\d{{1,6}}) \({_MANY}bermeterai(?:{_MANY}tanpa meterai)?"
)
_PERIOD = re.compile(
    r"\bpaling (lama|singkat) (\d+ \([a-z ]+\) (?:hari kerja|hari|minggu|bulan|tahun)) (?:sebelum|setelah|sejak)\b"
)
_WORD = frozenset(k for n in range(20) for k in terbilang(n).split()) | {
    *(
        "puluh",
        "seratus",
        "ratus",
        "seribu",
        "ribu",
        "juta",
        "miliar",
        "milyar",
        "triliun",
    )
}


def words(b: Reading) -> Iterator[Flaw]:
    """`5 (enam)`; rule 86."""
    for p in b.excerpt:
        for pattern, suffix in ((_NUMBER, ""), (_RUPIAH, "rupiah")):
            for match in pattern.finditer(p.teks):
                right = terbilang(int(match[1].replace(".", "")))
                if (
                    match[2] != right
                    and set(match[2].split()) <= _WORD | {"rupiah"}
                    and not match[2].endswith("rupiah")
                ):
                    tail = f" {suffix}" if suffix else ""
                    message = f'{match[1]} dengan huruf adalah "{right}{tail}"'
                    yield Flaw(
                        p.place,
                        match[0],
                        message,
                        "samakan angka dan hurufnya; mana yang benar diputuskan oleh pembuat naskah",
                    )


def weekdays(b: Reading) -> Iterator[Flaw]:
    """The day of the week of a date, and the date in brackets of an opening."""
    for p in b.excerpt:
        for match in _DAY_AND_TANGGAL.finditer(p.teks):
            day = _date(match[4], _MONTH.get(match[3].lower(), 0), match[2])
            if day and day_name(day) != match[1].replace("'", ""):
                right = day_name(day)
                yield Flaw(
                    p.place,
                    match[1],
                    f"{match[2]} {match[3]} {match[4]} adalah hari {right}",
                    f"tulis {right}",
                    right,
                )
        for match in _PEMBUKAAN.finditer(p.teks):
            yield from _opening(p.place, match)


def _opening(place: Place, match: re.Match[str]) -> Iterator[Flaw]:
    day = _date(match[7], int(match[6]), match[5])
    if day is None:
        yield Flaw(
            place,
            f"{match[5]}-{match[6]}-{match[7]}",
            "tanggal itu tidak ada dalam kalender",
            "periksa tanggalnya",
        )
        return
    for tertulis, right in (
        (match[1], day_name(day)),
        (match[2].lower(), terbilang(day.day)),
        (match[3], month_name(day)),
        (match[4].lower(), terbilang(day.year)),
    ):
        if tertulis != right:
            yield Flaw(
                place,
                match[0],
                f'"{tertulis}" tidak cocok dengan {match[5]}-{match[6]}-{match[7]}',
                f"seharusnya {right}",
            )


def _date(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def letter_numbers(b: Reading) -> Iterator[Flaw]:
    """Roman month and year at the end of a party's number against the day of signing; a usage, no law."""
    tanggal = b.reading.penandatanganan.tanggal
    for i, p in enumerate(b.reading.para_pihak):
        match = _NOMOR.search(p.nomor or "")
        if not match or not tanggal:
            continue
        try:
            month = from_roman(match[1])
        except ValueError:
            continue
        if month != tanggal.month or int(match[2]) != tanggal.year:
            message = f"bulan dan tahun nomor bukan {roman(tanggal.month)}/{tanggal.year}, bulan penandatanganan"
            yield Flaw(
                at("para_pihak", i, "nomor"), p.nomor or "", message, "periksa nomornya"
            )


def duplicates(b: Reading) -> Iterator[Flaw]:
    """Stamped and unstamped originals make the sum that is said."""
    for p in b.excerpt:
        for match in _RANGKAP.finditer(p.teks):
            count = int(match[2]) + int(match[3] or 0)
            if count != int(match[1]):
                yield Flaw(
                    p.place,
                    match[0][:40],
                    f"jumlah rangkap {count}, tertulis {match[1]}",
                    "samakan jumlahnya",
                )


def deadlines(b: Reading) -> Iterator[Flaw]:
    """`paling lambat` for a deadline, `paling lama` for a period (rule 255)."""
    for p in b.excerpt:
        for match in _PERIOD.finditer(p.teks):
            right = f"paling {'lambat' if match[1] == 'lama' else 'cepat'} {match[2]}"
            yield Flaw(
                p.place,
                f"paling {match[1]} {match[2]}",
                f"untuk batas waktu dipakai paling {right.split()[1]}",
                f"tulis {right}",
                right,
            )
