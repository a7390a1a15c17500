"""Legal bases as data. Their words on paper follow rules 43 to 52 of UU 12/2011 Lampiran II."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from notakesepakatan.data import Section, YesNo
from notakesepakatan.model.dasar import BriefSection, NomorIndex, Text, Year
from notakesepakatan.model.terjemahan import TerjemahanDasarHukum


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


_UNSAID = object()
"""Stands for what a regulation must say and does not."""


def _said(value: Any) -> Any:
    if value is _UNSAID:
        raise PydanticCustomError("missing", "kunci wajib belum ada")
    return value


_Said = BeforeValidator(_said)
_NEEDED = ("jenis", "nomor", "tahun", "tentang")


def _either(schema: dict[str, Any]) -> None:
    """The schema says what the validators do: one text, or all that a regulation has."""
    of_text, of_regulation = {"required": ["teks"]}, {"required": list(_NEEDED)}
    schema["anyOf"] = [of_text, of_regulation]


class DasarHukum(BriefSection):
    """An item of the list of legal bases: a regulation, or whatever else in its own words.

    A regulation has its parts, and with `perubahan` and `frasa` the chain of its
    amendments. What is none (a code, a decree with a day and no year, an earlier
    agreement) is one text, `teks`, as which a bare text is read.
    """

    model_config = ConfigDict(json_schema_extra=_either)

    NEEDED: ClassVar[tuple[str, ...]] = _NEEDED
    """What a regulation must have; in an item with `teks` none of it stands."""

    teks: Text | None = Field(
        None,
        description="Seluruh bunyinya, bila bukan peraturan bernomor dan bertahun; "
        "tanpa tanda baca akhir",
    )
    jenis: Annotated[Text | None, _Said] = Field(
        None, description="Mis. Undang-Undang, Peraturan Pemerintah"
    )
    nomor: Annotated[Text | None, _Said] = Field(
        None, description="Persis seperti pada peraturan, mis. 04"
    )
    tahun: Annotated[Year | None, _Said] = None
    tentang: Annotated[Text | None, _Said] = None
    lembaran: Lembaran | None = None
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
    terjemahan: TerjemahanDasarHukum | None = Field(
        None, description="Seluruh bunyinya dalam bahasa_kedua"
    )
    dihapus: YesNo = Field(
        False, description="ya: dihapus dengan adendum; angkanya tetap"
    )

    @classmethod
    def short_key(cls) -> str:
        return "teks"

    @property
    def regulation(self) -> Regulation | None:
        """The regulation itself; None where it is another text."""
        if not (self.jenis and self.nomor and self.tahun and self.tentang):
            return None
        return Regulation(
            jenis=self.jenis,
            nomor=self.nomor,
            tahun=self.tahun,
            tentang=self.tentang,
            lembaran=self.lembaran,
        )

    @model_validator(mode="before")
    @classmethod
    def _ask_for_all(cls, value: Any) -> Any:
        """A regulation without one of the keys that it must have lacks that key."""
        if not isinstance(value, Mapping) or value.get("teks") is not None:
            return value
        unsaid = [key for key in cls.NEEDED if value.get(key) is None]
        return {**value, **dict.fromkeys(unsaid, _UNSAID)}

    @model_validator(mode="after")
    def _one_of_both(self) -> "DasarHukum":
        of_regulation = (*self.NEEDED, "lembaran", "frasa", "perubahan")
        if self.teks and any(getattr(self, key) for key in of_regulation):
            message = "teks dan peraturan berdampingan"
            raise PydanticCustomError("dasar_hukum_teks", message)
        return self
