"""The agreement that another one carries out: a Kesepakatan Bersama above its PKS."""

from pydantic import Field

from notakesepakatan.data import Section
from notakesepakatan.model.dasar import OptionalLines, Tanggal, Text
from notakesepakatan.model.terjemahan import TerjemahanInduk
from notakesepakatan.words.lists import merge
from notakesepakatan.words.tanggal import tanggal_long


class Induk(Section):
    """What is quoted of the parent; a text that says nothing of it has none.

    The facts stand in the child's own file, so that its words depend on no other file.
    `kesepakatan` names the parent where it lies in the same workspace.
    """

    kesepakatan: Text | None = Field(
        None, description="Nama induk di ruang kerja ini, mis. kb-sampah-2025"
    )
    jenis: Text | None = Field(None, description="Mis. Kesepakatan Bersama")
    judul: Text | None = Field(None, description="Setelah kata tentang")
    nomor: OptionalLines = Field((), description="Nomor dari tiap pihak")
    tanggal: Tanggal | None = Field(
        None, description="Hari induk ditandatangani, TTTT-BB-HH"
    )
    berakhir: Tanggal | None = Field(
        None, description="Hari terakhir induk, TTTT-BB-HH; tidak wajib"
    )

    terjemahan: TerjemahanInduk | None = Field(
        None, description="jenis dan judul dalam bahasa_kedua"
    )

    @property
    def is_named(self) -> bool:
        """Whether there is a parent."""
        return bool(self.kesepakatan or self.jenis or self.judul or self.nomor)

    @property
    def words(self) -> str | None:
        """How a text quotes it: "Kesepakatan Bersama Nomor 1/KB tanggal … tentang …".

        None where kind, number, day or subject are not known yet.
        """
        if not (self.jenis and self.judul and self.nomor and self.tanggal):
            return None
        day = tanggal_long(self.tanggal)
        numbered = f"{self.jenis} Nomor {self.numbers}"
        return f"{numbered} tanggal {day} tentang {self.judul}"

    @property
    def numbers(self) -> str | None:
        """Its numbers behind the word Nomor: "1/KB dan Nomor 2/KB"; None without any."""
        named = merge([f"Nomor {nomor}" for nomor in self.nomor])
        return named.removeprefix("Nomor ") or None
