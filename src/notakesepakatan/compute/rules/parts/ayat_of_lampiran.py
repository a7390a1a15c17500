"""An ayat of an annex that names another one of its part: it is there."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Reading
from notakesepakatan.compute.rules.structure import foreign_pasal
from notakesepakatan.place import DataPath

_AYAT = re.compile(r"\((\d{1,3})\)\s+\S")
_NAMED = re.compile(
    r"\b(?:pada|dalam) ayat \((\d{1,3})\)(?! (?:Pasal|huruf \w Pasal)\b)"
)
_BEHIND_PASAL = re.compile(r"Pasal \w{1,4} (?:pada |dalam )?$")
_CHECK = "periksa nomor yang dituju"
_HEAD = re.compile(r"(?:LAMPIRAN|Lampiran)\b")


def missing(
    reading: Reading, is_of_another: Callable[[str, int, int], bool]
) -> Iterator[Flaw]:
    """`pada ayat (3)` in a part of an annex that has but two.

    Args:
        reading: the text.
        is_of_another: whether a reference of a text, from here to there, is to a law.
    """
    parts = _typed(reading) if reading.typed else _plain(reading)
    for excerpts, labels in parts:
        for excerpt in excerpts:
            for match in _NAMED.finditer(excerpt.text):
                is_here = not _is_elsewhere(excerpt.text, match, is_of_another)
                if match[1] not in labels and is_here:
                    message = f"ayat ({match[1]}) tidak ada pada bagian ini"
                    yield excerpt.flaw(match[0], message, _CHECK, match.start())


def _is_elsewhere(
    text: str, match: re.Match[str], is_of_another: Callable[[str, int, int], bool]
) -> bool:
    """Whether the ayat is of a pasal that is named before it, or of a law."""
    begin, end = match.span()
    before = text[max(begin - 20, 0) : begin]
    return bool(_BEHIND_PASAL.search(before)) or is_of_another(text, begin, end)


def _typed(reading: Reading) -> Iterator[tuple[Sequence[Excerpt], set[str]]]:
    """The texts of each part of an annex of ours that has ayat, with the numbers of those."""
    labels = defaultdict[DataPath, set[str]](set)
    for path, address in reading.numbers.alamat.items():
        if path[0] == "lampiran" and "bagian" in path:
            labels[_part_of(path)].update(
                label for unit, label in address if unit == "ayat"
            )
    of_parts = (one for one in reading.excerpts if "bagian" in one.path)
    for part, found in groupby(of_parts, lambda one: _part_of(one.path)):
        if labels[part]:
            yield list(found), labels[part]


def _part_of(path: DataPath) -> DataPath:
    """The path of the part of an annex that something stands in."""
    return path[: path.index("bagian") + 2]


def _plain(reading: Reading) -> Iterator[tuple[Sequence[Excerpt], set[str]]]:
    """The same of a text of others: its ayat from one `(1)` to the next, behind all pasal."""
    run, labels = list[Excerpt](), list[str]()
    for excerpt in _behind_pasal(reading):
        match = _AYAT.match(excerpt.text.strip())
        if match and labels and int(match[1]) < int(labels[-1]):
            yield from _whole(run, labels)
            run, labels = [], []
        if match:
            run.append(excerpt)
            labels.append(match[1])
    yield from _whole(run, labels)


def _whole(
    run: list[Excerpt], labels: list[str]
) -> Iterator[tuple[Sequence[Excerpt], set[str]]]:
    """A run whose numbers begin with 1 and leave none out; a translation repeats each."""
    each = list(dict.fromkeys(labels))
    if len(each) > 1 and each == [str(i + 1) for i in range(len(each))]:
        yield run, set(each)


def _behind_pasal(reading: Reading) -> Iterator[Excerpt]:
    """What stands behind the head of the first annex of a text that has pasal."""
    pasal_list = foreign_pasal(reading.excerpts)
    if not pasal_list:
        return
    last = pasal_list[-1]
    end = last.excerpts[-1][0] if last.excerpts else last.heading
    is_behind = False
    is_lampiran = False
    for excerpt in reading.excerpts:
        is_lampiran = is_lampiran or (
            is_behind and bool(_HEAD.match(excerpt.text.strip()))
        )
        if is_lampiran:
            yield excerpt
        is_behind = is_behind or excerpt is end
