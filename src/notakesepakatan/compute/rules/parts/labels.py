"""Labels that leap or stand twice, where no pasal counts them: parties, recitals, rows, parts."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from notakesepakatan.compute.rules.parts import rujukan
from notakesepakatan.compute.rules.reading import CALLED, Excerpt, Flaw, Reading
from notakesepakatan.compute.rules.structure import foreign_pasal
from notakesepakatan.words.numbers import from_roman

_PIHAK = re.compile(r"\s*([IVX]{1,5}|\d{1,2})[.)]\s+\S")
_PERTIMBANGAN = re.compile(
    r"\s*(?:menimbang\W{0,5})?([a-z])[.)]\s+bahwa\b", re.IGNORECASE
)
_ENGLISH_PASAL = re.compile(r"\s*(?:Article|ARTICLE) (\d{1,3})(?=\s*$| [A-Z])")
_CAPITAL = re.compile(r"\s*([A-Z])\.\s+[A-Z]")
_ITEM = re.compile(r"\s*([a-z]|\d{1,2})[.)]\s+\S")
_CLOSED = re.compile(r"\s*([a-z]|\d{1,2})\)\s+\S")
_OPEN = re.compile(r"\s*(?:(?:[a-z]|\d{1,2})\.|\(\d{1,2}\))\s+\S")
_LAMPIRAN = re.compile(
    r"(?:LAMPIRAN|Lampiran) ([IVX]{1,5})\b"
    r"(?! (?:dan|atau|huruf|Undang-Undang|Peraturan|Keputusan|Surat|Instruksi|memuat)\b)"
)
_OF_ADENDUM = re.compile(r"(?:LAMPIRAN|Lampiran)(?: [IVX]{1,5})? (?:ADENDUM|Adendum)\b")
_ROMANS = frozenset("ivxIVX")
"""Letters that are rather numerals where they leap."""
_NUMBER_OF_ROW = re.compile(r"([IVX]{1,5}|\d{1,3})[.)]?")
_HEAD_OF_NUMBERS = re.compile(r"(?:no|nomor|tahap|termin|angsuran)\b", re.IGNORECASE)
_FEWEST_ROWS = 2


class _Label(NamedTuple):
    """One label.

    Attributes:
        excerpt: the text it stands in.
        written: as it stands there.
        number: which one it is.
    """

    excerpt: Excerpt
    written: str
    number: int


def gaps(reading: Reading) -> Iterator[Flaw]:
    """What the pasal count, and beside them what other lists and tables do."""
    yield from rujukan.gaps(reading)
    if reading.typed is None:
        yield from _in_other_text(reading)
    yield from _rows(reading)


def _in_other_text(reading: Reading) -> Iterator[Flaw]:
    for pattern, fewest in ((_PERTIMBANGAN, 1), (_ENGLISH_PASAL, 1), (_CAPITAL, 2)):
        labels = [*_labelled(reading.excerpts, pattern)]
        yield from _odd_ones(labels, fewest)
    stated = [one for one in reading.excerpts if CALLED.search(one.text)]
    yield from _odd_ones([*_labelled(stated, _PIHAK)], 1)
    yield from _lists(reading)
    for pasal in foreign_pasal(reading.excerpts):
        yield from _closed_lists([one for one, _ in pasal.excerpts])
    yield from _every_lampiran(reading.excerpts)


def _closed_lists(excerpts: Sequence[Excerpt]) -> Iterator[Flaw]:
    """`a)` and then `c)`, with what stands below `a)` between them."""
    before = dict[bool, int]()
    for excerpt in excerpts:
        match = _CLOSED.match(excerpt.text)
        if not match:
            if _OPEN.match(excerpt.text):
                before.clear()
            continue
        written = match[1]
        kind, number = written.isdigit(), _number(written)
        last = before.get(kind, 0)
        is_leap = last and number > last + 1 and written not in _ROMANS
        if is_leap:
            yield _odd(_Label(excerpt, f"{written})", number), last + 1)
        before[kind] = number
        if not kind:
            before.pop(True, None)


def _every_lampiran(excerpts: Sequence[Excerpt]) -> Iterator[Flaw]:
    """`Lampiran VI` behind `Lampiran IV`, where no annex is the fifth."""
    labels = [*_labelled(excerpts, _LAMPIRAN)]
    if any(_OF_ADENDUM.match(excerpt.text) for excerpt in excerpts):
        return  # An adendum has the annexes that it changes, and no others.
    numbers = {label.number for label in labels}
    last = 0
    for label in labels:
        is_leap = last and label.number > last + 1 and last + 1 not in numbers
        if is_leap:
            yield _odd(label, last + 1)
        last = max(last, label.number)


def _labelled(
    excerpts: Sequence[Excerpt], pattern: re.Pattern[str]
) -> Iterator[_Label]:
    for excerpt in excerpts:
        match = pattern.match(excerpt.text)
        number = _number(match[1]) if match else 0
        if match and number:
            yield _Label(excerpt, match[1], number)


def _number(label: str) -> int:
    """Which one a label is; 0 where it is none."""
    if label.isdigit():
        return int(label)
    if len(label) == 1 and label not in "IVX":
        return ord(label.lower()) - ord("a") + 1
    try:
        return from_roman(label)
    except ValueError:
        return 0


def _odd_ones(labels: Sequence[_Label], fewest: int) -> Iterator[Flaw]:
    """The labels that do not go on with those before, where so many have done so."""
    before, run = 0, 0
    following = [*(label.number for label in labels), 0][1:]
    for label, behind in zip(labels, following, strict=True):
        goes_on = behind == before + 2
        begins_again = label.number == 1 and not goes_on
        if label.number == before + 1:
            before, run = label.number, run + 1
        elif begins_again or run < fewest:
            before, run = label.number, 1 if label.number == 1 else 0
        else:
            yield _odd(label, before + 1)
            before = before + 1 if goes_on else label.number


def _odd(label: _Label, right: int) -> Flaw:
    what = "dua kali" if label.number == right - 1 else "tidak berurutan"
    message = f"{label.written} {what}"
    begin = label.excerpt.text.index(label.written)
    saran = "periksa nomornya"
    return label.excerpt.flaw(label.written, message, saran, begin)


def _lists(reading: Reading) -> Iterator[Flaw]:
    """`a.` and right below it `c.`, outside of the pasal, which see to their own lists."""
    pasal_list = foreign_pasal(reading.excerpts)
    inside = {id(one) for pasal in pasal_list for one, _ in pasal.excerpts}
    for above, below in pairwise(reading.excerpts):
        first, second = _ITEM.match(above.text), _ITEM.match(below.text)
        if not first or not second or id(below) in inside:
            continue
        before, now = first[1], second[1]
        is_numeral = now in _ROMANS or before in _ROMANS
        is_pertimbangan = _PERTIMBANGAN.match(below.text)
        leaps = before.isdigit() == now.isdigit() and _number(now) > _number(before) + 1
        if leaps and not is_numeral and not is_pertimbangan:
            label = _Label(below, now, _number(now))
            yield _odd(label, _number(before) + 1)


def _rows(reading: Reading) -> Iterator[Flaw]:
    """The first column of a table, where it counts the rows."""
    tables = _typed_columns(reading) if reading.typed else _plain_columns(reading)
    for column in tables:
        labels = [*_labels_of_rows(column)]
        if len(labels) >= _FEWEST_ROWS and labels[0].number == 1:
            yield from _odd_ones(labels, 1)


def _plain_columns(reading: Reading) -> Iterator[list[Excerpt]]:
    """Rows of a text of others below a head that counts them."""
    for count, series in groupby(reading.excerpts, lambda one: one.text.count("\t")):
        rows = list(series) if count else []
        if rows and _HEAD_OF_NUMBERS.match(rows[0].text.strip()):
            yield rows[1:]


def _typed_columns(reading: Reading) -> Iterator[list[Excerpt]]:
    """The first column of each table of ours."""
    cells = [
        one
        for one in reading.excerpts
        if one.path[-3:-2] == ("baris",) and one.path[-1] == 0
    ]
    for _, table in groupby(cells, lambda one: one.path[:-2]):
        yield list(table)


def _labels_of_rows(column: Sequence[Excerpt]) -> Iterator[_Label]:
    for excerpt in column:
        cell = excerpt.text.split("\t", 1)[0].strip()
        match = _NUMBER_OF_ROW.fullmatch(cell)
        number = _number(match[1]) if match else 0
        if match and number:
            yield _Label(excerpt, match[1], number)
