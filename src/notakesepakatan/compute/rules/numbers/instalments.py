"""Terms of payment: shares of the whole, and sums that make the total of their pasal."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Level, Reading
from notakesepakatan.compute.text.tabel import column_sum, read_number
from notakesepakatan.model.tabel import Tabel, cells_of
from notakesepakatan.place import DataPath, at

MONEY = re.compile(r"Rp\.? ?(\d[\d.]*(?:,\d{2})?)")
_TERM = re.compile(r"\b(?:tahap|termin|angsuran|uang muka|pelunasan)\b", re.IGNORECASE)
_SHARE = re.compile(r"(?<![\d,.])(\d{1,3}(?:,\d{1,2})?) ?(?:%|persen\b)")
_NO_SHARE = re.compile(
    r"\b(?:kemajuan|progres\w*|prestasi|mencapai|pengembalian|dikurangi|diperhitungkan)\b",
    re.IGNORECASE,
)
"""What is said of the work done, or is taken off again, and makes no part of a whole."""
_ITEM = re.compile(r"\s*(?:[a-z]|\d{1,2})[.)]\s")
_HEADING = re.compile(r"\s*(?:Pasal|PASAL) \d+[A-Z]*\b")
_TAXED = re.compile(r"\b(?:pajak|PPN|PPh)\b", re.IGNORECASE)
"""What makes of the whole and of what is paid two sums."""
_WHOLE = Decimal(100)
_FEWEST = 2
_WARNING: Level = "peringatan"
_SARAN = "periksa semua tahapnya"


def instalments(reading: Reading) -> Iterator[Flaw]:
    """`tahap I sebesar 60%` and `tahap II sebesar 30%` of one whole, or sums of rupiah."""
    for around, series in _lists(reading):
        yield from _shares(series)
        yield from _sums(around, series)
    yield from _of_tahapan(reading)


def _of_tahapan(reading: Reading) -> Iterator[Flaw]:
    """A table of stages that do not make the one sum of the text that is larger than each."""
    texts = [one for one in reading.excerpts if one.path[0] == "pasal"]
    if reading.typed is None or any(_TAXED.search(one.text) for one in texts):
        return
    stated = {amount for one in texts for amount in _amounts(one)}
    for i, pasal in enumerate(reading.kesepakatan.pasal):
        yield from _unlike_stated(pasal.tabel, ("pasal", i, "tabel"), stated)
        for j, ayat in enumerate(pasal.ayat):
            path = ("pasal", i, "ayat", j, "tabel")
            yield from _unlike_stated(ayat.tabel, path, stated)


def _unlike_stated(
    tabel: Tabel | None, path: DataPath, stated: set[Decimal]
) -> Iterator[Flaw]:
    if tabel is None or not _TERM.fullmatch(str(tabel.kolom[0].judul)):
        return
    for column, kolom in enumerate(tabel.kolom):
        if kolom.jenis != "uang" or not kolom.jumlah:
            continue
        cells = [cells_of(row, len(tabel.kolom))[column] for row in tabel.baris]
        each = [amount for amount in map(read_number, cells) if amount is not None]
        larger = {amount for amount in stated if each and amount > max(each)}
        if len(larger) != 1 or column_sum(tabel, column) in larger:
            continue
        for row, cell in enumerate(cells):
            place = at(*path, "baris", row, column)
            message = "semua tahap tidak berjumlah sama dengan seluruhnya"
            yield Flaw(place, cell, message, _SARAN, tingkat=_WARNING)


def _lists(reading: Reading) -> Iterator[tuple[list[Excerpt], list[Excerpt]]]:
    """Lists whose every item is a term of payment, each with the rest of its pasal."""
    for every in _pasal(reading):
        for series in _series(reading, every):
            if len(series) >= _FEWEST and all(_TERM.search(one.text) for one in series):
                places = {one.path for one in series}
                yield [one for one in every if one.path not in places], series


def _pasal(reading: Reading) -> Iterator[list[Excerpt]]:
    if reading.typed is None:
        yield from _pasal_of_others(reading.excerpts)
        return
    found = dict[object, list[Excerpt]]()
    for excerpt in reading.excerpts:
        if excerpt.path[0] == "pasal":
            found.setdefault(excerpt.path[:2], []).append(excerpt)
    yield from found.values()


def _pasal_of_others(excerpts: Sequence[Excerpt]) -> Iterator[list[Excerpt]]:
    every = list[Excerpt]()
    for excerpt in excerpts:
        if _HEADING.match(excerpt.text):
            yield every
            every = []
        every.append(excerpt)
    yield every


def _series(reading: Reading, every: Sequence[Excerpt]) -> Iterator[list[Excerpt]]:
    if reading.typed is not None:
        lists = dict[object, list[Excerpt]]()
        for one in every:
            if len(one.path) > 4 and one.path[-1] == "isi" and "baris" not in one.path:
                lists.setdefault(one.path[:-2], []).append(one)
        yield from lists.values()
        return
    series = list[Excerpt]()
    for one in every:
        if _ITEM.match(one.text):
            series.append(one)
        elif series:
            yield series
            series = []
    yield series


def _shares(series: Sequence[Excerpt]) -> Iterator[Flaw]:
    found = [_SHARE.findall(one.text) for one in series]
    if any(len(said) != 1 for said in found):
        return
    if any(_NO_SHARE.search(one.text) for one in series):
        return
    whole = sum(Decimal(said[0].replace(",", ".")) for said in found)
    if whole == _WHOLE:
        return
    for one in series:
        match = _SHARE.search(one.text)
        if match:
            message = f"semua tahap berjumlah {whole}%, bukan 100%".replace(".", ",")
            yield one.flaw(match[0], message, _SARAN, match.start(), _WARNING)


def _sums(around: Sequence[Excerpt], series: Sequence[Excerpt]) -> Iterator[Flaw]:
    found = [_amounts(one) for one in series]
    if any(len(said) != 1 for said in found):
        return
    each = [said[0] for said in found]
    stated = {amount for one in around for amount in _amounts(one)}
    larger = [amount for amount in stated if amount > max(each)]
    if not larger or sum(each) in stated or len(larger) > 1:
        return
    for one in series:
        match = MONEY.search(one.text)
        if match:
            message = "semua tahap tidak berjumlah sama dengan seluruhnya"
            yield one.flaw(match[0], message, _SARAN, match.start(), _WARNING)


def _amounts(excerpt: Excerpt) -> list[Decimal]:
    read = (read_number(match[0]) for match in MONEY.finditer(excerpt.text))
    return [amount for amount in read if amount is not None]
