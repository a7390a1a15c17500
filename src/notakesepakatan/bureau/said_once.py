"""One fault, one finding, though several rules see it, or a datum is read in a sentence too."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Protocol, TypeVar

from notakesepakatan.place import DataPath, Place
from notakesepakatan.temuan import Position

_SAID_BY = {
    "SAMA-HARI": ("ANGKA-HARI",),
    "SAMA-JENIS": ("BAHASA-SALAH",),
    "SAMA-UNIT": ("SAMA-NAMA", "SAMA-JUDUL"),
    "SAMA-TAKSEBUT": ("SAMA-SEBUTAN", "ANGKA-HURUF"),
    "BAHASA-SPASI": ("ISIAN-KOSONG", "DAFTAR-TANDA", "DAFTAR-AYAT"),
    "BAHASA-EJAAN": (
        "BAHASA-SALAH",
        "SAMA-ISTILAH",
        "SAMA-NAMA",
        "SAMA-JUDUL",
        "SAMA-SEBUTAN",
    ),
}
"""The rules that name a fault better, by the rule that gives way to them."""


class _Placed(Protocol):
    """A finding, as far as it is looked at here."""

    @property
    def tempat(self) -> Position: ...
    @property
    def kode(self) -> str: ...
    @property
    def piece(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def baris(self) -> str: ...
    @property
    def place(self) -> Place: ...


_T = TypeVar("_T", bound=_Placed)
_Where = tuple[str, int, str]
"""File, line, and rule."""


class _Covered:
    """The letters of a line that findings are about."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._begins = [begin for begin, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def has_any(self, begin: int, end: int) -> bool:
        """Whether one of them stands in this span."""
        earlier = bisect_left(self._begins, end)
        return earlier > 0 and self._ends[earlier - 1] > begin


def said_once(found: Sequence[_T]) -> list[_T]:
    """The findings without those that say again what another says of the same words."""
    every = list(_without_equals(found))
    covered = _covered(every)
    return [one for one in every if not _is_said(one, covered)]


def _without_equals(found: Sequence[_T]) -> Iterator[_T]:
    """Of those that say the same at one place the first; of a datum that a sentence of its
    party repeats, the datum.
    """
    seen = set[tuple[Position, str, str]]()
    typed = {_said(one) for one in found if one.piece in one.baris}
    for one in found:
        key = (one.tempat, one.kode, one.message)
        is_repeated = one.piece not in one.baris and _said(one) in typed
        if key not in seen and not is_repeated:
            seen.add(key)
            yield one


def _said(one: _Placed) -> tuple[str, str, str, DataPath]:
    """What a finding says, and the part of the agreement it says it of."""
    return one.kode, one.message, one.piece, one.place.path[:2]


def _covered(found: Iterable[_Placed]) -> dict[_Where, _Covered]:
    spans = defaultdict[_Where, list[tuple[int, int]]](list)
    for one in found:
        if one.piece:
            spans[_where(one, one.kode)].append(_span(one))
    return {where: _Covered(those) for where, those in spans.items()}


def _is_said(one: _Placed, covered: dict[_Where, _Covered]) -> bool:
    stronger = _SAID_BY.get(one.kode, ()) if one.piece else ()
    places = (covered.get(_where(one, kode)) for kode in stronger)
    return any(place.has_any(*_span(one)) for place in places if place)


def _where(one: _Placed, kode: str) -> _Where:
    return one.tempat.file, one.tempat.baris, kode


def _span(one: _Placed) -> tuple[int, int]:
    return one.tempat.kolom, one.tempat.kolom + len(one.piece)
