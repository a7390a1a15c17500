"""How the front of an agreement stands on paper: the order of its parts, its title."""

from collections.abc import Container
from typing import Literal

from pydantic import Field

from notakesepakatan.data import Section

Part = Literal[
    "menindaklanjuti",
    "pembukaan",
    "dasar_hukum",
    "sebutan_bersama",
    "pertimbangan",
    "kesepakatan",
]
USUAL_ORDER: tuple[Part, ...] = (
    "menindaklanjuti",
    "pembukaan",
    "dasar_hukum",
    "sebutan_bersama",
    "pertimbangan",
    "kesepakatan",
)
"""The parts between the title and the first pasal."""

NomorPlace = Literal["setelah_judul", "sebelum_judul", "tanpa_nomor"]

PasalHeading = Literal["bernomor", "tanpa_nomor"]


class Susunan(Section):
    """A choice of each agreement; none of it is content, so no adendum changes it."""

    urutan: tuple[Part, ...] = Field(
        (),
        max_length=len(USUAL_ORDER),
        description="Bagian yang bertukar tempat, menurut urutannya pada naskah",
    )
    antar_pihak: Literal["DAN", "DENGAN"] | None = Field(
        None,
        description="Kata di antara para pihak pada judul; bawaan: DAN. Dengan DENGAN, "
        "yang terakhir berhadapan dengan yang lain: A DAN B DENGAN C",
    )
    tentang: Literal["ya", "tidak"] | None = Field(
        None, description="tidak: judul naskah tanpa TENTANG; bawaan: ya"
    )
    nomor: NomorPlace | None = Field(
        None, description="Letak baris NOMOR; bawaan: setelah_judul"
    )
    para_pihak: Literal["kalimat", "baris"] | None = Field(
        None,
        description="baris: Nama, Jabatan, dan Alamat di baris sendiri; bawaan: kalimat",
    )
    pasal: PasalHeading | None = Field(
        None,
        description="tanpa_nomor: tanpa baris Pasal 1, hanya judulnya bila ada; "
        "bawaan: bernomor",
    )

    def parts(self, present: Container[Part]) -> tuple[Part, ...]:
        """All parts in order: those of `urutan` share their places among themselves.

        Args:
            present: the parts that the agreement has; an absent one gives up no place.
        """
        named = dict.fromkeys(self.urutan)
        moved = [part for part in named if part in present]
        in_turn = iter(moved)
        return tuple(next(in_turn) if part in moved else part for part in USUAL_ORDER)
