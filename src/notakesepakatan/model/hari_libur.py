"""Days off as the decrees fix them: `hari-libur.yaml`.

That of the package and, on top of it, that of the workspace.
"""

from typing import Literal

from pydantic import Field

from notakesepakatan.data import Section, YesNo
from notakesepakatan.model.dasar import Tanggal, Text, Year


class ExtraDay(Section):
    """A day off that the library of holidays does not know, or knows otherwise."""

    tanggal: Tanggal
    nama: Text
    jenis: Literal["libur", "cuti_bersama"] = "libur"


class HariLibur(Section):
    """Decrees by year, days added and removed, and how this office works."""

    keputusan: dict[Year, Text] = Field(
        {}, description="Keputusan bersama yang menetapkan hari libur tahun itu"
    )
    tambah: tuple[ExtraDay, ...] = Field(
        (), description="Hari libur tambahan, juga hari libur daerah"
    )
    hapus: tuple[Tanggal, ...] = Field(
        (), description="Hari yang ternyata bukan hari libur"
    )
    enam_hari_kerja: YesNo = Field(False, description="Sabtu hari kerja")
    cuti_bersama_hari_kerja: YesNo = Field(
        False, description="Cuti bersama dihitung sebagai hari kerja"
    )
