"""The words that the program itself prints, in one language: `templates/bahasa/*.yaml`.

What a file leaves out, and all of Indonesian, is as it stands here.
"""

import re
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from notakesepakatan.data import Section
from notakesepakatan.model.dasar import Text

_OneAndMany = Annotated[tuple[Text, ...], Field(min_length=1, max_length=2)]
PART = re.compile(r"\{(\w+)\}")
"""The place of a part in a sentence: "{naskah}"."""


def _with_known_parts(sentences: dict[str, str]) -> dict[str, str]:
    """A sentence may leave out a part of the Indonesian one, and add none."""
    for indonesian, own in sentences.items():
        if set(PART.findall(own)) - set(PART.findall(indonesian)):
            raise PydanticCustomError("kalimat_bahasa", "bagian lain")
    return sentences


class Language(Section):
    """Words of the frame, of references, numbers and days.

    `{}` in a text is the place of what it is about.
    """

    kode: Text = Field("id", description="Kode bahasa menurut CLDR: en, nl, ja")
    tanggal: Text = Field("d MMMM y", description="Pola tanggal menurut CLDR")
    kata: dict[str, Text] = Field(
        {}, description="Kata yang dicetak program, menurut kata Indonesianya"
    )
    dan: Text = "dan"
    atau: Text = "atau"
    unsur: dict[str, Text] = Field(
        {}, description="Sebutan bagian dalam rujukan: pasal, ayat, huruf, angka, …"
    )
    pasal_tanpa_nomor: Text = Field(
        "bagian {}", description="Pasal yang nomornya tidak tercetak, menurut judulnya"
    )
    dalam: Text = "dalam"
    pada: Text = "pada"
    sampai_dengan: Text = Field("sampai dengan", description="Di antara dua rujukan")
    bilangan: tuple[Text, ...] = Field(
        (), description="Kata bilangan dari nol; yang lebih besar tercetak angka saja"
    )
    rupiah: Text = "Rp{}"
    nomor_tanggal: Text = "Nomor {} tanggal {}"
    tentang: Text = Field("{} tentang {}", description="Naskah, lalu judulnya")
    satuan: dict[str, _OneAndMany] = Field(
        {}, description="Satuan lama: bentuk tunggal, lalu bentuk jamak"
    )
    sejak: Text = "terhitung sejak tanggal {}"
    sampai: Text = "sampai dengan {}"
    paling_lama: Text = Field(
        ", paling lama {}", description="Di belakang syarat, dengan komanya"
    )
    paling_lambat: Text = Field(
        ", paling lambat tanggal {}", description="Di belakang syarat, dengan komanya"
    )
    tahun_anggaran: Text = "Tahun Anggaran {}"
    tanpa_batas_waktu: Text = "tanpa batas waktu"
    pihak: tuple[Text, ...] = Field((), description="PIHAK KESATU, PIHAK KEDUA, …")
    sebutan_bersama: Text = "PARA PIHAK"
    sebutan_tunggal: Text = "PIHAK"
    urutan: tuple[Text, ...] = Field(
        (), description="Kesatu, Kedua, …; di atasnya tercetak angka"
    )
    adendum: Annotated[dict[str, Text], AfterValidator(_with_known_parts)] = Field(
        {}, description="Kalimat kerangka adendum, menurut kalimat Indonesianya"
    )

    @property
    def code(self) -> str:
        """What it is called in HTML and Word: "en-GB"."""
        return self.kode.replace("_", "-")

    def said(self, indonesian: str) -> str:
        """A word of the program's own in this language; as it is where no other is known."""
        return self.kata.get(indonesian, indonesian)

    def sentence(self, indonesian: str) -> str:
        """A sentence of the frame of an adendum, its parts in `{}`, in this language.

        As it is where no other is known.
        """
        return self.adendum.get(indonesian, indonesian)
