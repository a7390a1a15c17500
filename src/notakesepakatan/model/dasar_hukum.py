"""Legal bases as data. Their words on paper follow rules 43 to 52 of UU 12/2011 Lampiran II."""

from typing import Literal

from pydantic import Field

from notakesepakatan.data import Section, YesNo
from notakesepakatan.model.dasar import NomorIndex, Text, Year


class Lembaran(Section):
    """The gazette: year and number of promulgation, with the number of its supplement
    (TLN, TBN, TLD).
    """

    jenis: Literal["LN", "BN", "LD", "BD"] = Field(description="LN, BN, LD, atau BD")
    daerah: Text | None = Field(
        None, description="Nama daerah untuk LD dan BD, mis. Kabupaten Pekalongan"
    )
    tahun: Year = Field(description="Tahun pengundangan")
    nomor: Text
    tambahan: Text | None = Field(None, description="Nomor tambahan lembaran, bila ada")


class Regulation(Section):
    """One law: kind, number, year, title, gazette."""

    jenis: Text = Field(description="Mis. Undang-Undang, Peraturan Pemerintah")
    nomor: Text = Field(description="Persis seperti pada peraturan, mis. 04")
    tahun: Year
    tentang: Text
    lembaran: Lembaran | None = None


class DasarHukum(Regulation):
    """An item of the list of legal bases, with the chain of its amendments.

    `perubahan` holds the amending laws that the text names; `frasa` the words that lead to them.
    """

    angka: NomorIndex | None = Field(
        None, description="Hanya bila tidak berurut, mis. 6a; bawaan: dihitung"
    )
    frasa: Text | None = Field(
        None,
        description="Kata sambung ke peraturan perubahan; bawaan: sebagaimana telah diubah dengan",
    )
    perubahan: tuple[Regulation, ...] = Field(
        (), description="Peraturan perubahan yang disebut"
    )
    dihapus: YesNo = Field(
        False, description="ya: dihapus dengan adendum; angkanya tetap"
    )
