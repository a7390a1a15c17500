"""Every line that stands on paper: the sentences, and what stands around the signatures."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from notakesepakatan.compute.rules.reading import Flaw, Level, Reading, typed_at
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.para_pihak import Pihak
from notakesepakatan.place import DataPath, Place, at


class Line(NamedTuple):
    """One line.

    Attributes:
        place: where it stands.
        text: how it reads.
        is_sentence: whether rules read it as a sentence too.
    """

    place: Place
    text: str
    is_sentence: bool

    @property
    def path(self) -> DataPath:
        """The path of its place."""
        return self.place.path

    def flaw(
        self,
        piece: str,
        message: str,
        saran: str,
        begin: int,
        tingkat: Level | None = None,
    ) -> Flaw:
        """A finding in it; of a line below a name nothing counts its letters."""
        offset = begin if self.is_sentence else None
        return Flaw(self.place, piece, message, saran, None, tingkat, offset)


def every_line(reading: Reading) -> tuple[Line, ...]:
    """The lines of a text; worked out once."""
    lines = reading.kept.get("lines")
    if not isinstance(lines, tuple):
        lines = tuple(_every_line(reading))
        reading.kept["lines"] = lines
    return lines


def _every_line(reading: Reading) -> Iterator[Line]:
    for excerpt in reading.excerpts:
        yield Line(excerpt.place, excerpt.text, is_sentence=True)
    if reading.typed is None:
        return
    k = reading.kesepakatan
    for i, pihak in enumerate(k.para_pihak):
        yield from _of_pihak(i, pihak)
    yield from _beside(k)


def _of_pihak(i: int, pihak: Pihak) -> Iterator[Line]:
    yield from _lines(at("para_pihak", i, "tanda_tangan"), pihak.tanda_tangan)
    yield from _lines(at("para_pihak", i, "bawah_nama"), pihak.bawah_nama)
    for j, other in enumerate(pihak.penanda_tangan_lain):
        place = at("para_pihak", i, "penanda_tangan_lain", j)
        yield from _lines(at(*place.path, "tanda_tangan"), other.tanda_tangan)
        yield from _lines(at(*place.path, "bawah_nama"), other.bawah_nama)


def _beside(k: Kesepakatan) -> Iterator[Line]:
    """Whoever signs beside the parties."""
    for name, every in (("saksi", k.saksi), ("mengetahui", k.mengetahui)):
        for i, one in enumerate(every):
            if one.nama:
                yield Line(at(name, i, "nama"), one.nama, is_sentence=False)
            yield from _lines(at(name, i, "jabatan"), one.jabatan)
            yield from _lines(at(name, i, "bawah_nama"), one.bawah_nama)


def _lines(place: Place, lines: Sequence[str]) -> Iterator[Line]:
    for i, line in enumerate(lines):
        yield Line(at(*place.path, i), line, is_sentence=False)


def is_typed_there(reading: Reading, flaw: Flaw) -> bool:
    """Whether its words are typed where they stand, and not put in from elsewhere."""
    if reading.typed is None:
        return True
    typed = typed_at(reading.typed, flaw.place.path)
    return isinstance(typed, str) and flaw.piece in " ".join(typed.split())
