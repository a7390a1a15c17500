"""How the pages look: a choice of the office, which an agreement may make otherwise."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from notakesepakatan.data import Section, WholeNumber
from notakesepakatan.model.dasar import Text

Paper = Literal["A4", "F4", "Legal", "Letter"]
PAPER_SIZES: dict[Paper, tuple[float, float]] = {
    "A4": (210.0, 297.0),
    "F4": (210.0, 330.0),
    "Legal": (215.9, 355.6),
    "Letter": (215.9, 279.4),
}
"""Width and height, millimetres."""

LARGE_PAPER = (420.0, 297.0)
"""A3 across, in millimetres: for an annex of so many columns that no other paper holds them."""

_LEAST_CM, _MOST_CM = 0.5, 8.0


def _check_centimeters(value: float) -> float:
    """Who writes millimetres here is told of it."""
    if not _LEAST_CM <= value <= _MOST_CM:
        raise PydanticCustomError("margin_cm", "bukan margin dalam cm")
    return value


Centimeters = Annotated[
    float,
    AfterValidator(_check_centimeters),
    Field(json_schema_extra={"minimum": _LEAST_CM, "maximum": _MOST_CM}),
]
PageNumbers = Literal["angka", "dari_jumlah", "tanpa"]


class HalamanMargin(Section):
    """Margins, centimetres; what is not written is as the office has it."""

    atas: Centimeters | None = Field(None, description="cm, mis. 2.5")
    bawah: Centimeters | None = Field(None, description="cm, mis. 2.5")
    kiri: Centimeters | None = Field(None, description="cm, mis. 2.5")
    kanan: Centimeters | None = Field(None, description="cm, mis. 2.5")


class Halaman(Section):
    """What is not written is as the office has it, or as most bureaus print."""

    kertas: Paper | None = Field(
        None, description="A4, F4 (210 x 330 mm), Legal, atau Letter"
    )
    margin: HalamanMargin = HalamanMargin()
    urutan_tanda_tangan: Literal["maju", "mundur"] | None = Field(
        None, description="maju: pihak pertama paling kiri; mundur: paling kanan"
    )
    kolom_tanda_tangan: Annotated[WholeNumber, Field(ge=1, le=4)] | None = Field(
        None, description="Berapa pihak berdampingan pada tanda tangan, 1 sampai 4"
    )
    letak_logo: Literal["tengah", "kiri_kanan", "tanpa"] | None = Field(
        None,
        description="kiri_kanan: logo pihak pertama di kiri, pihak kedua di kanan",
    )
    lambang: Text | None = Field(
        None, description="Berkas dalam templates/: satu lambang, pengganti semua logo"
    )
    kop: Literal["ya", "tidak"] | None = Field(
        None, description="ya: kepala surat kantor di atas halaman pertama"
    )
    sampul: Literal["ya", "tidak"] | None = Field(
        None, description="ya: halaman sampul dengan judul, logo, nomor, dan tahun"
    )
    nomor_halaman: PageNumbers | None = Field(
        None, description="dari_jumlah: Halaman 2 dari 5; bawaan: angka saja"
    )
    paraf: Literal["ya", "tidak"] | None = Field(
        None, description="ya: kotak paraf setiap pihak di kaki setiap halaman"
    )

    def over(self, office: "Halaman") -> "Halaman":
        """What is said here, and what the office says of all else."""
        said = _said(self)
        said["margin"] = office.margin.model_copy(update=_said(self.margin))
        return office.model_copy(update=said)


def _said(section: Section) -> dict[str, object]:
    values = {name: getattr(section, name) for name in type(section).model_fields}
    return {name: value for name, value in values.items() if value is not None}
