"""What is on record of laws that agreements cite: `peraturan.yaml`, looked up on a day."""

from datetime import date
from typing import Literal

from pydantic import Field

from notakesepakatan.data import Section
from notakesepakatan.model.dasar import Text, Year


class LaterLaw(Section):
    """The last law on record that changes or repeals another."""

    nomor: Text
    tahun: Year


class KnownLaw(Section):
    """One law, promulgated in its own year.

    What is only cited or remembered says nothing against a text.
    """

    jenis: Text
    nomor: Text
    tahun: Year
    tentang: Text | None = Field(None, description="Judulnya, bila diketahui pasti")
    lembaran: Text | None = Field(None, description="Nomor LN atau BN")
    tambahan: Text | None = Field(None, description="Nomor TLN")
    sumber: Literal["dibaca", "dikutip", "diketahui"]
    perubahan: Text | None = Field(None, description="Apa yang tercatat sesudahnya")
    terakhir: LaterLaw | None = None

    @property
    def key(self) -> tuple[str, str, int]:
        """Kind in small letters, number, year."""
        return self.jenis.lower(), self.nomor, self.tahun


class KnownLaws(Section):
    """All of them, and the day on which they were looked up."""

    dilihat: date
    peraturan: tuple[KnownLaw, ...] = ()

    def find(self, key: tuple[str, str, int]) -> KnownLaw | None:
        """The law of a kind, number and year; None where none is on record."""
        return next((law for law in self.peraturan if law.key == key), None)
