"""Columns that hold day, month and year of one day in, one column of days out."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from notakesepakatan.compute.intake.both import Heads
from notakesepakatan.compute.intake.columns import key_of_head, plain_head
from notakesepakatan.compute.intake.days import month_of_name, read_day
from notakesepakatan.compute.intake.sheet import EMPTY, Cell
from notakesepakatan.compute.intake.values import month_of_nomor
from notakesepakatan.words.tanggal import MONTHS

_PARTS = {
    **dict.fromkeys(("hari", "hr", "tgl", "tanggal", "day", "date"), "day"),
    **dict.fromkeys(("bulan", "bln", "month"), "month"),
    **dict.fromkeys(("tahun", "thn", "th", "year"), "year"),
}
_DAYS = ("tanggal", "mulai", "berakhir")


def joined_days(parted: Heads, decided: Container[str]) -> Heads:
    """Every three columns of a day as one, at the place of the first.

    Args:
        parted: heads and rows.
        decided: heads of which a person said what stands there.
    """
    for places, named in _threes(parted.heads, decided):
        days = {
            number: _day_of([row[place].text for place in places], named)
            for number, row in parted.rows
        }
        if 2 * sum(read_day(Cell(day)).kind == "hari" for day in days.values()) <= len(
            [day for day in days.values() if day]
        ):
            continue
        parted = _with_days(parted, places, days)
    return parted


def _threes(
    heads: Sequence[str], decided: Container[str]
) -> Iterator[tuple[list[int], list[str]]]:
    """Three columns side by side whose heads name day, month and year of the same."""
    for place in range(len(heads) - 2):
        places = [place, place + 1, place + 2]
        read = [_part_of(plain_head(heads[each])) for each in places]
        named = [name for name, _ in read]
        is_free = not any(plain_head(heads[each]) in decided for each in places)
        same = len({rest for _, rest in read}) == 1
        if is_free and same and sorted(named) == ["day", "month", "year"]:
            yield places, named


def _part_of(head: str) -> tuple[str, str]:
    """Which part of a day a head names, and its other words; the part empty for none."""
    words = head.split()
    for place in (-1, 0):
        if words and words[place] in _PARTS:
            name = words.pop(place)
            return _PARTS[name], " ".join(words)
    return "", head


def _day_of(texts: Sequence[str], named: Sequence[str]) -> str:
    """Three cells as one text, "5 Maret 2024"; what is no day as it stands."""
    part = dict(zip(named, texts, strict=True))
    month = month_of_name(part["month"]) or month_of_nomor(part["month"]) or 0
    if not month and re.fullmatch(r"0?[1-9]|1[0-2]", part["month"]):
        month = int(part["month"])
    if month:
        part["month"] = MONTHS[month - 1]
    return " ".join(filter(None, (part["day"], part["month"], part["year"])))


def _with_days(parted: Heads, places: Sequence[int], days: dict[int, str]) -> Heads:
    first, *others = places
    heads = [*parted.heads]
    _, rest = _part_of(plain_head(heads[first]))
    shared = _shared_words([heads[place] for place in places])
    heads[first] = shared if rest else ", ".join(heads[place] for place in places)
    known = key_of_head(heads[first])
    keys = {**parted.keys, first: known if known in _DAYS else "tanggal"}
    rows = list[tuple[int, Sequence[Cell]]]()
    for number, row in parted.rows:
        cells = [EMPTY if place in others else cell for place, cell in enumerate(row)]
        cells[first] = row[first] if row[first].day else Cell(days[number])
        rows.append((number, cells))
    return replace(parted, heads=heads, rows=rows, keys=keys)


def _shared_words(heads: Sequence[str]) -> str:
    """The words that all heads have: "Tanggal TTD Tgl", "Tanggal TTD Bln" -> "Tanggal TTD"."""
    first, *others = (head.split() for head in heads)
    return " ".join(word for word in first if all(word in words for words in others))
