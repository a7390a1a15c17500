"""Looks, said once: paragraph styles and pages in millimetres and points, for Word and for print alike."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from notakesepakatan.data import Bagian, Bulat, YaTidak

Milimeter = Annotated[float, Field(ge=0, le=300)]
Poin = Annotated[float, Field(ge=0, le=200)]


class Gaya(Bagian):
    """One paragraph style of `templates/gaya.yaml`; its key there is the class in the templates."""

    nama: str = Field(min_length=1, max_length=80, pattern=r"^[^\x00-\x1f<>&\"]+$", description="Nama gaya di Word")
    ukuran: Poin | None = Field(None, description="pt; bawaan: ukuran naskah")
    spasi: Poin | None = Field(None, description="pt, tinggi baris; bawaan: 1,4 kali ukuran")
    tebal: YaTidak = False
    miring: YaTidak = False
    rata: Literal["kiri", "tengah", "kanan", "penuh"] = "kiri"
    masuk: Milimeter = Field(0, description="mm, tepi kiri teks")
    gantung: Milimeter = Field(0, description="mm, lebar label di kiri teks")
    sebelum: Poin = 0
    sesudah: Poin = 0
    lanjut: YaTidak = Field(False, description="tidak terpisah dari paragraf berikutnya")
    utuh: YaTidak = Field(False, description="baris-barisnya tidak terpisah oleh pergantian halaman")
    tingkat: Bulat = Field(0, ge=0, le=6, description="tingkat dalam panel navigasi; 0: tidak tampil")
    bingkai: YaTidak = False
    garis_bawah: YaTidak = Field(False, description="garis selebar halaman di bawah paragraf")


@dataclass(frozen=True)
class Halaman:
    """A page: size and margins in millimetres, width and height as they lie (landscape is wider than high)."""

    lebar: float
    tinggi: float
    atas: float
    bawah: float
    kiri: float
    kanan: float

    @property
    def rebah(self) -> bool:
        """Landscape."""
        return self.lebar > self.tinggi

    @property
    def lebar_isi(self) -> float:
        """Width between the margins, millimetres."""
        return self.lebar - self.kiri - self.kanan


KEMBARAN = {
    "Bookman Old Style": ("URW Bookman", "TeX Gyre Bonum"),
    "Arial": ("Liberation Sans", "Arimo"),
    "Times New Roman": ("Liberation Serif", "Tinos"),
}
"""Fonts of equal widths to stand in where the named one is not installed."""
