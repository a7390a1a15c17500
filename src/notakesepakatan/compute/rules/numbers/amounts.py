"""How sums, shares and numbers are written: as elsewhere in the text, and as can be."""

import re
from collections.abc import Iterator, Sequence

from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Reading
from notakesepakatan.words.numbers import from_roman
from notakesepakatan.words.spelt import NUMBER_WORDS

_SOUND_MONEY = re.compile(r"(?<!\w)Rp\d{1,3}(?:\.\d{3})*(?:,\d{2})?(?![\d.,-]\S)")
_ODD_MONEY = re.compile(
    r"(?<!\w)(?:(?:Rp\. ?|Rp (?=\d)|IDR ?)\d[\d.]*\d(?:,\d{2})?(?:,-|,=|\.-)?"
    r"|Rp\d[\d.]*\d(?:,-|,=|\.-))"
)
_FEWEST_SOUND = 2
_OTHER_MARKS = re.compile(
    r"(?<!\w)(?P<piece>Rp\.? ?\d{1,3}"
    r"(?:(?:,\d{3})+(?:[.,]\d{2})?|(?:\.\d{3})+\.\d{2}))"
    r"(?![\d.,]*\d)(?! (?:juta|miliar|triliun)\b)"
)
"""`Rp500,000.00`, `Rp500.000.00`."""
_GROUPED = re.compile(
    r"(?<!\w)Rp\.? ?(?P<sum>\d[\d.]*\d)(?![\d.]*\d)(?! (?:ribu|juta|miliar))"
)
_ENGLISH = re.compile(r"\b(?:the|of|shall|and|for)\b")
_LIMITED = re.compile(
    r"Rp\.? ?(?P<each>\d[\d.]*\d)(?:,\d{2}|,-)?(?: \([^)]{3,150}\))?"
    r"[^.;]{0,60}?\b(?:setiap|per|tiap-tiap|sehari|sebulan|sekali)\b[^.;]{0,120}?"
    r"\b(?:paling|setinggi|sebanyak|maksimal|maksimum)(?:-\w+| banyak| tinggi| besar)?"
    r" (?:sebesar |sejumlah |seluruhnya )?"
    r"(?P<piece>Rp\.? ?(?P<most>\d[\d.]*\d)(?:,\d{2}|,-)?)"
)
"""`Rp500.000,00 untuk setiap hari, paling banyak Rp150.000,00`."""
_RUPIAH = re.compile(r"(?<!\w)Rp\.? ?\d")
_NUMBER = r"\d[\d.,]{0,20}\d"
_OTHER_CURRENCY = re.compile(
    rf"(?<![\w$])(?P<piece>(?:USD|US\$|\$|SGD|EUR|€|AUD|JPY|MYR) ?{_NUMBER}"
    rf"|(?<![\d.,]){_NUMBER} (?:\([a-z ]{{1,150}}\) )?(?:dolar|euro|yen|ringgit)\b)"
)
_EXCHANGED = re.compile(
    r"\b(?:kurs|nilai tukar|mata uang|setara|ekuivalen|dikonversi\w*|konversi)\b"
)
_IN_WORDS = re.compile(
    r"(?<!\w)(?P<piece>Rp\.? ?\d[\d.]*\d(?:,\d{2})?(?:,-)?"
    r" ?\((?P<words>[a-z][a-z ]{2,150})\))(?! [Rr]upiah)",
    re.IGNORECASE,
)
_LEAST = re.compile(
    r"\b(?:paling (?:sedikit|rendah|kurang|kecil)|minimal"
    r"|sekurang-kurangnya|setidak-tidaknya)"
    r" (?P<piece>(?P<share>\d{3,4})(?:,\d+)? ?(?:%|persen\b))"
    r"(?!(?: \([a-z ]+\))? (?:dari|terhadap)\b)",
    re.IGNORECASE,
)
_WHOLE = 100
_GROUP = 3
"""Figures between two points."""
_UNIT = (
    "hari kerja|hari kalender|hari|minggu|bulan|tahun|orang|kali|rangkap|lembar|unit"
    "|buah|jam"
)
_BEHIND_UNIT = re.compile(
    rf"(?<![\w.,/])(?P<piece>\d{{1,4}} (?:{_UNIT}) \((?P<words>[a-z ]{{2,60}})\))",
    re.IGNORECASE,
)
_MONTH_OF_NUMBER = re.compile(r"/(?P<month>[IVX]{1,6})/(?:19|20)\d{2}(?![\w/])")
_ACCOUNT = re.compile(
    r"\b[Rr]ekening\b[^.;]{0,80}?(?<![\w./-])"
    r"(?P<piece>(?=(?:[A-Za-z.-]*\d){6})\d[\d.-]*[A-Za-z]{1,2}[\d.-]*\d)(?![\w/])"
)
"""`rekening 137-00-11884S2-6`."""
_PLACEHOLDER = re.compile(r"X{2,}")
_MONTHS = 12


def money(reading: Reading) -> Iterator[Flaw]:
    """`Rp. 48.500.000,-` where other sums read `Rp65.000.000,00`; words without `rupiah`."""
    texts = [(excerpt, excerpt.text) for excerpt in reading.excerpts]
    sound = sum(len(_SOUND_MONEY.findall(text)) for _, text in texts)
    odd = [(one, match) for one, text in texts for match in _ODD_MONEY.finditer(text)]
    if sound >= _FEWEST_SOUND and sound > len(odd):
        for excerpt, match in odd:
            message = (
                "jumlah uang lain cara menulisnya daripada yang lain di naskah ini"
            )
            begin, saran = match.start(), "tulis mis. Rp48.500.000,00"
            yield _warning(excerpt, match[0], message, saran, begin)
    yield from _without_rupiah(reading.excerpts)
    yield from _with_other_marks(reading.excerpts)
    yield from _badly_grouped(reading.excerpts)
    yield from _in_other_currency(reading.excerpts)
    yield from _below_one(reading.excerpts)


def _with_other_marks(excerpts: Sequence[Excerpt]) -> Iterator[Flaw]:
    """`Rp500,000.00`, but not where the sentence is English."""
    for excerpt in excerpts:
        if _ENGLISH.search(excerpt.text):
            continue
        for match in _OTHER_MARKS.finditer(excerpt.text):
            message = "ribuan dipisahkan dengan titik, dan sen dengan koma"
            begin, saran = match.start(), "tulis mis. Rp500.000,00"
            yield _warning(excerpt, match["piece"], message, saran, begin)


def _badly_grouped(excerpts: Sequence[Excerpt]) -> Iterator[Flaw]:
    """`Rp7.000.0000,00`: behind each point three figures."""
    for excerpt in excerpts:
        for match in _GROUPED.finditer(excerpt.text):
            first, *groups = match["sum"].split(".")
            in_threes = len(first) <= _GROUP and all(
                len(one) == _GROUP for one in groups
            )
            # One point before two figures stands for the comma, which others tell.
            ends_short = len(groups[-1]) < _GROUP if groups else False
            has_cents = ends_short and not excerpt.text.startswith(",", match.end())
            if groups and not in_threes and not has_cents:
                message = "ribuannya tidak terkelompok tiga-tiga"
                saran = "periksa banyaknya angka nol"
                yield _warning(excerpt, match[0], message, saran, match.start())


def _in_other_currency(excerpts: Sequence[Excerpt]) -> Iterator[Flaw]:
    """One sum in dollars where all the others are in rupiah, and nothing says why."""
    texts = [excerpt.text for excerpt in excerpts]
    rupiah = sum(len(_RUPIAH.findall(text)) for text in texts)
    found = [
        (excerpt, match)
        for excerpt in excerpts
        for match in _OTHER_CURRENCY.finditer(excerpt.text)
    ]
    is_explained = any(map(_EXCHANGED.search, texts))
    if len(found) != 1 or is_explained:
        return
    for excerpt, match in found:
        if rupiah < _FEWEST_SOUND and not _RUPIAH.search(excerpt.text):
            continue
        message = "mata uang lain, padahal jumlah lainnya dalam rupiah"
        begin, saran = match.start(), "tulis jumlahnya dalam rupiah, atau kursnya"
        yield _warning(excerpt, match["piece"], message, saran, begin)


def _below_one(excerpts: Sequence[Excerpt]) -> Iterator[Flaw]:
    """The most of a sum that is less than it is each time."""
    for excerpt in excerpts:
        for match in _LIMITED.finditer(excerpt.text):
            each, most = (match[name].replace(".", "") for name in ("each", "most"))
            if int(most) < int(each):
                message = "batasnya lebih kecil daripada jumlah yang dibatasinya"
                begin, saran = match.start("piece"), "periksa kedua jumlahnya"
                yield _warning(excerpt, match["piece"], message, saran, begin)


def _without_rupiah(excerpts: Sequence[Excerpt]) -> Iterator[Flaw]:
    """Sums in words without their unit, where others have it."""
    found = [
        (excerpt, match)
        for excerpt in excerpts
        for match in _IN_WORDS.finditer(excerpt.text)
    ]
    lacking = [
        (excerpt, match)
        for excerpt, match in found
        if NUMBER_WORDS.issuperset(match["words"].lower().split())
    ]
    if len(lacking) * 2 > len(found):
        return
    for excerpt, match in lacking:
        message, saran = 'huruf tanpa "rupiah"', 'tulis "rupiah" di dalam kurungnya'
        begin = match.start("piece")
        yield _warning(excerpt, match["piece"], message, saran, begin)


def _warning(
    excerpt: Excerpt, piece: str, message: str, saran: str, begin: int
) -> Flaw:
    return excerpt.flaw(piece, message, saran, begin, "peringatan")


def shares(reading: Reading) -> Iterator[Flaw]:
    """`paling sedikit 995%`, of what has no more than a hundred."""
    for excerpt in reading.excerpts:
        for match in _LEAST.finditer(excerpt.text):
            if int(match["share"]) > _WHOLE:
                message, saran = "lebih dari seratus persen", "periksa angkanya"
                begin = match.start("piece")
                yield _warning(excerpt, match["piece"], message, saran, begin)


def behind_units(reading: Reading) -> Iterator[Flaw]:
    """`2 bulan (dua)`."""
    for excerpt in reading.excerpts:
        for match in _BEHIND_UNIT.finditer(excerpt.text):
            if NUMBER_WORDS.issuperset(match["words"].lower().split()):
                message = "huruf bilangannya di belakang satuannya"
                saran = "tulis hurufnya tepat di belakang angkanya"
                begin = match.start("piece")
                yield _warning(excerpt, match["piece"], message, saran, begin)


def months(reading: Reading) -> Iterator[Flaw]:
    """`09/BM/XIII/2026`."""
    for excerpt in reading.excerpts:
        for match in _MONTH_OF_NUMBER.finditer(excerpt.text):
            month = match["month"]
            if not _PLACEHOLDER.fullmatch(month) and not _is_month(month):
                message = f'"{month}" pada nomor bukan bulan'
                begin = match.start("month")
                yield _warning(excerpt, month, message, "periksa nomornya", begin)


def accounts(reading: Reading) -> Iterator[Flaw]:
    """A letter among the digits of an account, also of a row that is labelled so."""
    label = ""
    for excerpt in reading.excerpts:
        key = excerpt.path[-1]
        above = f"{label} " if key == "isi" else ""
        label = excerpt.text if key == "label" else ""
        for match in _ACCOUNT.finditer(above + excerpt.text):
            message = "huruf di dalam nomor rekening"
            begin = match.start("piece") - len(above)
            yield _warning(
                excerpt, match["piece"], message, "periksa nomornya", max(begin, 0)
            )


def _is_month(numeral: str) -> bool:
    try:
        return 1 <= from_roman(numeral) <= _MONTHS
    except ValueError:
        return False
