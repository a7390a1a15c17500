"""How the front of an agreement stands on paper: the order of its parts, its title."""

from collections.abc import Callable, Container
from typing import Annotated, Literal

from pydantic import Field

from notakesepakatan.data import Section, WholeNumber
from notakesepakatan.words.lists import nth_huruf
from notakesepakatan.words.numbers import roman, roman_label

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


class Susunan(Section):
    """A choice of each agreement; none of it is content, so no adendum changes it."""

    urutan: tuple[Part, ...] = Field(
        (),
        max_length=len(USUAL_ORDER),
        description="Bagian yang bertukar tempat, menurut urutannya pada naskah",
    )
    antara: Literal["ya", "tidak"] | None = Field(
        None, description="tidak: judul naskah tanpa kata ANTARA; bawaan: ya"
    )
    antar_pihak: Literal["DAN", "DENGAN"] | None = Field(
        None,
        description="Kata di antara para pihak pada judul; bawaan: DAN. Dengan DENGAN, "
        "yang terakhir berhadapan dengan yang lain: A DAN B DENGAN C",
    )
    pihak_setelah_dengan: Annotated[WholeNumber, Field(ge=1, le=99)] | None = Field(
        None,
        description="Banyaknya pihak di belakang DENGAN; bawaan: 1. Dengan 2: "
        "A DAN B DENGAN C DAN D",
    )
    tentang: Literal["ya", "tidak"] | None = Field(
        None, description="tidak: judul naskah tanpa TENTANG; bawaan: ya"
    )
    nomor: NomorPlace | None = Field(
        None, description="Letak baris NOMOR; bawaan: setelah_judul"
    )
    para_pihak: Literal["kalimat", "baris", "kalimat_saja"] | None = Field(
        None,
        description="baris: Nama, Jabatan, dan Alamat di baris sendiri; kalimat_saja: tanpa "
        "nama penanda tangan di depannya; bawaan: kalimat",
    )
    label_pihak: Literal["romawi", "angka", "huruf", "tanpa_nomor"] | None = Field(
        None,
        description="Di depan tiap pihak pada pembukaan: I., 1., a., atau tidak ada; "
        "bawaan: romawi",
    )
    pasal: Literal["bernomor", "romawi", "tanpa_nomor"] | None = Field(
        None,
        description="romawi: Pasal I, Pasal II; tanpa_nomor: tanpa baris Pasal 1, hanya "
        "judulnya bila ada; bawaan: bernomor",
    )
    kata_pasal: Literal["Pasal", "PASAL"] | None = Field(
        None, description="Kata di atas setiap pasal; bawaan: Pasal"
    )
    dasar_hukum: Literal["bernomor", "huruf", "tanpa_nomor"] | None = Field(
        None,
        description="huruf: a., b.; tanpa_nomor: dasar hukum tanpa 1., 2.; "
        "bawaan: bernomor",
    )
    pertimbangan: Literal["bernomor", "angka", "tanpa_nomor"] | None = Field(
        None,
        description="angka: 1., 2.; tanpa_nomor: pertimbangan tanpa a., b.; "
        "bawaan: bernomor",
    )
    sebutan_tanda_tangan: Literal["ya", "tidak"] | None = Field(
        None, description="tidak: tanpa baris sebutan di atas tanda tangan; bawaan: ya"
    )

    def numbers(self, part: Literal["pasal", "dasar_hukum", "pertimbangan"]) -> bool:
        """Whether what stands in a part bears its numbers on paper."""
        said: str | None = getattr(self, part)
        return said != "tanpa_nomor"

    def label_of(self, number: int) -> str:
        """What stands in front of a party: "I."; empty where nothing does.

        Args:
            number: its place among the parties, from 1.
        """
        if self.label_pihak == "tanpa_nomor":
            return ""
        labels: dict[str, Callable[[int], str]] = {"angka": str, "huruf": nth_huruf}
        return f"{labels.get(self.label_pihak or '', roman)(number)}."

    def number_of_pasal(self, label: str) -> str:
        """The number of a pasal as it is printed: "7A", or "VIIA"."""
        return roman_label(label) if self.pasal == "romawi" else label

    def head_of_pasal(self, word: str, label: str) -> str:
        """What stands above a pasal: "Pasal 7", "PASAL VII".

        Args:
            word: for a pasal, in the language of the text.
            label: the number that it is counted by.
        """
        written = word.upper() if self.kata_pasal == "PASAL" else word
        return f"{written} {self.number_of_pasal(label)}"

    def numbers_as_usual(self, part: Literal["dasar_hukum", "pertimbangan"]) -> bool:
        """Whether it bears those that the drafting rules give it: a., b. and 1., 2."""
        said: str | None = getattr(self, part)
        return said in (None, "bernomor")

    def sides(self, count: int) -> tuple[int, ...]:
        """How many of the parties stand on each side of the word DENGAN; all on one without.

        Args:
            count: how many parties there are.
        """
        behind = self.pihak_setelah_dengan or 1
        if self.antar_pihak != "DENGAN" or behind >= count:
            return (count,)
        return count - behind, behind

    def links(self, count: int) -> tuple[str, ...]:
        """What stands in the title behind each name but the last: ",", "DAN" or "DENGAN"."""
        first, *others = [_links_of_one_side(side) for side in self.sides(count)]
        return (*first, *(link for side in others for link in ("DENGAN", *side)))

    def parts(self, present: Container[Part]) -> tuple[Part, ...]:
        """All parts in order: those of `urutan` share their places among themselves.

        Args:
            present: the parts that the agreement has; an absent one gives up no place.
        """
        named = dict.fromkeys(self.urutan)
        moved = [part for part in named if part in present]
        in_turn = iter(moved)
        return tuple(next(in_turn) if part in moved else part for part in USUAL_ORDER)


def _links_of_one_side(count: int) -> list[str]:
    commas = [","] * (count - 2)
    return [*commas, "DAN"] if count > 1 else []
