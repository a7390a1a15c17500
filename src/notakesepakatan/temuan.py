"""What is wrong in an author's file, as a value with its place; all of them are shown at once."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Position:
    """A place in a file: the path as shown to the user; line and column count from 1."""

    file: str
    baris: int = 1
    kolom: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.baris}:{self.kolom}"


@dataclass(frozen=True, order=True, slots=True)
class Temuan:
    """One finding: where, which key, a rule code, what is wrong, what to do (both in Indonesian)."""

    tempat: Position
    kunci: str
    kode: str
    message: str
    saran: str

    def __str__(self) -> str:
        key = f" {self.kunci}:" if self.kunci else ""
        return f"{self.tempat}:{key} {self.message}; {self.saran}"


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding that knows its path in the data and not yet its place in the file."""

    path: tuple[str | int, ...]
    kode: str
    message: str
    saran: str
