"""The body: pasal, ayat, and the tabulation below them (rules 79 to 91 of UU 12/2011 Lampiran II)."""

from collections.abc import Iterator

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from notakesepakatan.data import Bagian, YaTidak
from notakesepakatan.model.dasar import DapatSingkat, NomorUrut, Teks

TINGKAT = ("huruf", "angka", "subhuruf", "subangka")
"""The four levels under a pasal or an ayat: `a.`, `1.`, `a)`, `1)`."""

POLA_KUNCI = r"^[a-z][a-z0-9_]*$"


class Butir(DapatSingkat):
    """An ayat, huruf, angka, subhuruf or subangka: its words, then at most one deeper level, then a closing phrase."""

    nomor: NomorUrut | None = Field(None, description="Hanya bila tidak berurut, mis. 1a; bawaan: dihitung")
    kunci: str | None = Field(None, pattern=POLA_KUNCI, description="Nama untuk rujukan, mis. [[pada ayat KUNCI]]")
    isi: Teks
    korespondensi: str | None = Field(None, description="Sisipkan alamat pihak ini: kesatu, kedua, …")
    huruf: tuple["Butir", ...] = ()
    angka: tuple["Butir", ...] = ()
    subhuruf: tuple["Butir", ...] = ()
    subangka: tuple["Butir", ...] = ()
    penutup: Teks | None = Field(None, description="Frasa setelah rincian")
    dihapus: YaTidak = Field(False, description="ya: dihapus dengan adendum; nomornya tetap")


class Pasal(Bagian):
    """One pasal: heading, and either ayat or a single text with its tabulation."""

    nomor: NomorUrut | None = Field(None, description="Hanya bila tidak berurut, mis. 7A; bawaan: dihitung")
    kunci: str | None = Field(None, pattern=POLA_KUNCI, description="Peran pasal, mis. jangka_waktu")
    judul: Teks | None = None
    isi: Teks | None = None
    korespondensi: str | None = None
    ayat: tuple[Butir, ...] = ()
    huruf: tuple[Butir, ...] = ()
    angka: tuple[Butir, ...] = ()
    subhuruf: tuple[Butir, ...] = ()
    subangka: tuple[Butir, ...] = ()
    penutup: Teks | None = None
    dihapus: YaTidak = Field(False, description="ya: dihapus dengan adendum; nomornya tetap")

    @model_validator(mode="after")
    def _content(self) -> "Pasal":
        if bool(self.isi) == bool(self.ayat):
            raise PydanticCustomError("pasal_isi", "pasal harus punya tepat satu: isi atau ayat")
        return self


def isi_tingkat(butir: Butir | Pasal) -> Iterator[tuple[str, tuple[Butir, ...]]]:
    """The levels that stand directly below: ("ayat", …) or ("huruf", …) and so on; at most one in valid data."""
    for tingkat in ("ayat", *TINGKAT):
        if isi := getattr(butir, tingkat, ()):
            yield tingkat, isi
