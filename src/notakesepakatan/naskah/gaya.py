"""Looks, said once: paragraph styles and pages in millimetres and points, for Word and
for print alike.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from notakesepakatan.data import Section, WholeNumber, YesNo

Millimeters = Annotated[float, Field(ge=0, le=300)]
Points = Annotated[float, Field(ge=0, le=200)]


class Gaya(Section):
    """One paragraph style of `templates/gaya.yaml`; its key there is the class in the templates."""

    nama: str = Field(
        min_length=1,
        max_length=80,
        pattern=r"^[^\x00-\x1f<>&\"]+$",
        description="Nama gaya di Word",
    )
    ukuran: Points | None = Field(None, description="pt; bawaan: ukuran naskah")
    spasi: Points | None = Field(
        None, description="pt, tinggi baris; bawaan: 1,4 kali ukuran"
    )
    tebal: YesNo = False
    miring: YesNo = False
    rata: Literal["kiri", "tengah", "kanan", "penuh"] = "kiri"
    masuk: Millimeters = Field(0, description="mm, tepi kiri teks")
    masuk_kanan: Millimeters = Field(0, description="mm, tepi kanan teks")
    gantung: Millimeters = Field(0, description="mm, lebar label di kiri teks")
    sebelum: Points = 0
    sesudah: Points = 0
    lanjut: YesNo = Field(False, description="tidak terpisah dari paragraf berikutnya")
    halaman_baru: YesNo = Field(False, description="selalu di awal halaman")
    utuh: YesNo = Field(
        False, description="baris-barisnya tidak terpisah oleh pergantian halaman"
    )
    tingkat: WholeNumber = Field(
        0, ge=0, le=6, description="tingkat dalam panel navigasi; 0: tidak tampil"
    )
    bingkai: YesNo = False
    garis_bawah: YesNo = Field(
        False, description="garis selebar halaman di bawah paragraf"
    )
    penggal: YesNo = Field(
        False, description="kata panjang dipenggal menurut suku katanya"
    )
    gaya_word: Literal["", "Title", "Subtitle"] = Field(
        "", description="gaya bawaan Word yang mendasarinya"
    )
    berikut: str = Field(
        "", description="gaya paragraf berikutnya di Word setelah Enter ditekan"
    )
    bila_dipakai: YesNo = Field(
        False, description="hanya dibawa naskah yang memakainya"
    )


@dataclass(frozen=True)
class Foot:
    """What stands at the foot of each page.

    Attributes:
        nomor: "angka", the number alone; "dari_jumlah", "Halaman 2 dari 5"; "tanpa", none.
        paraf: who initials each page, a box for each.
        first: whether the first page has a number; one with a kop has none.
    """

    nomor: Literal["angka", "dari_jumlah", "tanpa"] = "angka"
    paraf: tuple[str, ...] = ()
    first: bool = True


FRAME_WIDTH, FRAME_INDENT = 25, 2
"""Millimetres of the place of a stamp, at the left of its column: who signs beside it
signs over its edge.
"""
PARAF_MARGIN = 25
"""Millimetres that boxes for initials need below the text."""
_WIDEST_BOX = 32


@dataclass(frozen=True)
class Page:
    """A page: size and margins in millimetres, width and height as they lie (landscape
    is wider than high); `head` is what every page says at its top.
    """

    width: float
    tinggi: float
    atas: float
    bawah: float
    kiri: float
    kanan: float
    foot: Foot = Foot()
    head: str = ""

    @property
    def box_width(self) -> float:
        """Width of one box for initials, millimetres."""
        return min(_WIDEST_BOX, self.content_width / max(len(self.foot.paraf), 1))

    @property
    def content_height(self) -> float:
        """Height between the margins, millimetres."""
        return self.tinggi - self.atas - self.bawah

    @property
    def landscape(self) -> bool:
        """Landscape."""
        return self.width > self.tinggi

    @property
    def content_width(self) -> float:
        """Width between the margins, millimetres."""
        return self.width - self.kiri - self.kanan


TWIN = {
    "Bookman Old Style": ("URW Bookman", "TeX Gyre Bonum"),
    "Arial": ("Liberation Sans", "Arimo"),
    "Times New Roman": ("Liberation Serif", "Tinos"),
}
"""Fonts of equal widths to stand in where the named one is not installed."""
