"""What is wrong in an author's file, as values with their place; all of them are shown at once."""

from dataclasses import dataclass

from notakesepakatan.place import Place


@dataclass(frozen=True, order=True, slots=True)
class Position:
    """Where something stands in a file: its path as shown, line and column from 1."""

    file: str
    baris: int = 1
    kolom: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.baris}:{self.kolom}"


@dataclass(frozen=True, order=True, slots=True)
class Temuan:
    """One finding.

    Attributes:
        tempat: where in the file.
        place: where in the data; `Place()` where it is about no one datum.
        kode: code of the rule.
        message: what is wrong, in Indonesian.
        saran: what to do, in Indonesian.
    """

    tempat: Position
    place: Place
    kode: str
    message: str
    saran: str

    @property
    def kunci(self) -> str:
        """The key as the user sees it: "pasal[6].judul"; empty where it is about none."""
        return self.place.key

    def __str__(self) -> str:
        key = f" {self.kunci}:" if self.kunci else ""
        return f"{self.tempat}:{key} {self.message}; {self.saran}"


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding that knows its place in the data and not yet where that stands in the file."""

    place: Place
    kode: str
    message: str
    saran: str

    def found_at(self, position: Position) -> Temuan:
        """The finding, once it is known where in the file its place stands."""
        return Temuan(position, self.place, self.kode, self.message, self.saran)
