"""What is wrong in an author's file, as a value with its place; all of them are shown at once."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Tempat:
    """A place in a file: the path as shown to the user; line and column count from 1."""

    berkas: str
    baris: int = 1
    kolom: int = 1

    def __str__(self) -> str:
        return f"{self.berkas}:{self.baris}:{self.kolom}"


@dataclass(frozen=True, order=True, slots=True)
class Temuan:
    """One finding: where, which key, a rule code, what is wrong, what to do (both in Indonesian)."""

    tempat: Tempat
    kunci: str
    kode: str
    pesan: str
    saran: str

    def __str__(self) -> str:
        kunci = f" {self.kunci}:" if self.kunci else ""
        return f"{self.tempat}:{kunci} {self.pesan}; {self.saran}"


@dataclass(frozen=True, slots=True)
class Masalah:
    """A finding that knows its path in the data and not yet its place in the file."""

    jalur: tuple[str | int, ...]
    kode: str
    pesan: str
    saran: str
