"""Legal bases as data. Their words on paper follow rules 43 to 52 of UU 12/2011 Lampiran II."""

from typing import Literal

from pydantic import Field

from notakesepakatan.data import Bagian, YaTidak
from notakesepakatan.model.dasar import NomorUrut, Tahun, Teks


class Lembaran(Bagian):
    """The gazette: year and number of promulgation, with the number of its supplement (TLN, TBN, TLD)."""

    jenis: Literal["LN", "BN", "LD", "BD"] = Field(description="LN, BN, LD, atau BD")
    daerah: Teks | None = Field(None, description="Nama daerah untuk LD dan BD, mis. Kabupaten Pekalongan")
    tahun: Tahun = Field(description="Tahun pengundangan")
    nomor: Teks
    tambahan: Teks | None = Field(None, description="Nomor tambahan lembaran, bila ada")


class Peraturan(Bagian):
    """One law: kind, number, year, title, gazette."""

    jenis: Teks = Field(description="Mis. Undang-Undang, Peraturan Pemerintah")
    nomor: Teks = Field(description="Persis seperti pada peraturan, mis. 04")
    tahun: Tahun
    tentang: Teks
    lembaran: Lembaran | None = None


class DasarHukum(Peraturan):
    """An item of the list of legal bases, with the chain of its amendments.

    `perubahan` holds the amending laws that the text names; `frasa` the words that lead to them.
    """

    angka: NomorUrut | None = Field(None, description="Hanya bila tidak berurut, mis. 6a; bawaan: dihitung")
    frasa: Teks | None = Field(
        None,
        description="Kata sambung ke peraturan perubahan; bawaan: sebagaimana telah diubah dengan",
    )
    perubahan: tuple[Peraturan, ...] = Field((), description="Peraturan perubahan yang disebut")
    dihapus: YaTidak = Field(False, description="ya: dihapus dengan adendum; angkanya tetap")
