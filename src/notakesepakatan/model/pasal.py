"""The body: pasal, ayat, and the tabulation below them.

Rules 79 to 91 of UU 12/2011 Lampiran II.
"""

from collections.abc import Iterator

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from notakesepakatan.data import Section, YesNo
from notakesepakatan.model.dasar import BriefSection, NomorIndex, Text
from notakesepakatan.model.terjemahan import TerjemahanButir, TerjemahanPasal
from notakesepakatan.place import LEVEL

KEY_PATTERN = r"^[a-z][a-z0-9_]*$"


class Butir(BriefSection):
    """An ayat, huruf, angka, subhuruf or subangka: its words, then at most one deeper
    level, then a closing phrase.
    """

    nomor: NomorIndex | None = Field(
        None, description="Hanya bila tidak berurut, mis. 1a; bawaan: dihitung"
    )
    kunci: str | None = Field(
        None,
        pattern=KEY_PATTERN,
        description="Peran ayat, mis. pemberitahuan, atau nama untuk rujukan",
    )
    isi: Text
    korespondensi: str | None = Field(
        None, description="Sisipkan alamat pihak ini: kesatu, kedua, …"
    )
    huruf: tuple["Butir", ...] = ()
    angka: tuple["Butir", ...] = ()
    subhuruf: tuple["Butir", ...] = ()
    subangka: tuple["Butir", ...] = ()
    penutup: Text | None = Field(None, description="Frasa setelah rincian")
    terjemahan: TerjemahanButir | None = Field(
        None, description="Dalam bahasa_kedua; teks saja berarti isi"
    )
    dihapus: YesNo = Field(
        False, description="ya: dihapus dengan adendum; nomornya tetap"
    )


class Pasal(Section):
    """One pasal: heading, and either ayat or a single text with its tabulation."""

    nomor: NomorIndex | None = Field(
        None, description="Hanya bila tidak berurut, mis. 7A; bawaan: dihitung"
    )
    kunci: str | None = Field(
        None,
        pattern=KEY_PATTERN,
        description="Peran pasal, mis. jangka_waktu, atau nama untuk rujukan",
    )
    judul: Text | None = None
    isi: Text | None = None
    korespondensi: str | None = None
    ayat: tuple[Butir, ...] = ()
    huruf: tuple[Butir, ...] = ()
    angka: tuple[Butir, ...] = ()
    subhuruf: tuple[Butir, ...] = ()
    subangka: tuple[Butir, ...] = ()
    penutup: Text | None = None
    terjemahan: TerjemahanPasal | None = Field(
        None, description="Dalam bahasa_kedua; teks saja berarti isi"
    )
    dihapus: YesNo = Field(
        False, description="ya: dihapus dengan adendum; nomornya tetap"
    )

    @model_validator(mode="after")
    def _content(self) -> "Pasal":
        if bool(self.isi) == bool(self.ayat):
            raise PydanticCustomError(
                "pasal_isi", "pasal harus punya tepat satu: isi atau ayat"
            )
        return self


def level_content(butir: Butir | Pasal) -> Iterator[tuple[str, tuple[Butir, ...]]]:
    """The levels that stand directly below: ("ayat", …) or ("huruf", …) and so on.

    At most one in valid data.
    """
    for level in ("ayat", *LEVEL):
        content = getattr(butir, level, ())
        if content:
            yield level, content
