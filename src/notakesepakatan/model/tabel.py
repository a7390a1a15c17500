"""Tables and lines of a name and its value, which stand in a pasal or in an annex."""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from notakesepakatan.data import Section
from notakesepakatan.model.dasar import BriefSection, OptionalText, Text, flatten
from notakesepakatan.model.terjemahan import (
    Terjemahan,
    TerjemahanColumn,
    TerjemahanLine,
)

CELL_MARK = "|"
"""Stands between the cells of a row that is written as one text."""

CELL_BETWEEN = f" {CELL_MARK} "
"""The same as it is written between two cells."""

Jenis = Literal["teks", "bilangan", "uang"]
"""What a column holds: words, numbers, or whole rupiah."""


TabelPlace = Literal["isi", "rincian"]
"""What a table stands behind: the words of its part, or the list below them."""


def _cell(value: Any) -> Any:
    """A cell in which nothing is written is an empty one."""
    return "" if value is None else flatten(value)


Cell = Annotated[
    str,
    BeforeValidator(_cell),
    Field(json_schema_extra={"type": ["string", "number", "null"]}),
]
"""What stands in a cell; may be empty, may hold `[[isian]]`."""


def _cells(value: Any) -> Any:
    return value.split(CELL_MARK) if isinstance(value, str) else value


Row = Annotated[
    tuple[Cell, ...],
    BeforeValidator(_cells),
    Field(min_length=1, json_schema_extra={"type": ["array", "string", "number"]}),
]
"""The cells of a row: a list of texts, or one text with `|` between the cells."""


def _sum(value: Any) -> Any:
    """`tidak` says no more than nothing does."""
    if not isinstance(value, str):
        raise PydanticCustomError("jumlah", "bukan ya, tidak, atau bilangan")
    return None if flatten(value) == "tidak" else flatten(value)


class TerjemahanTabel(Terjemahan):
    """A table; rows that are not written are the same in both languages."""

    SAME: ClassVar[tuple[str, ...]] = ("baris",)

    baris: tuple[Row, ...] = Field((), description="Semua baris, sel demi sel")
    kata_jumlah: OptionalText = None


class TabelColumn(BriefSection):
    """A column of a table; its heading alone may be written short."""

    judul: Text
    jenis: Jenis = Field(
        "teks",
        description="uang: rupiah tanpa Rp; bilangan: angka; keduanya rata kanan",
    )
    jumlah: Annotated[str, BeforeValidator(_sum)] | None = Field(
        None,
        description="ya: dijumlahkan pada baris terakhir; atau jumlahnya, yang diperiksa",
        json_schema_extra={"type": ["string", "number"]},
    )

    terjemahan: TerjemahanColumn | None = Field(
        None, description="Dalam bahasa_kedua; teks saja berarti judul"
    )

    @classmethod
    def short_key(cls) -> str:
        """The key that a bare text stands for."""
        return "judul"

    @property
    def counted(self) -> bool:
        """Whether its cells are numbers."""
        return self.jenis != "teks"


class Tabel(Section):
    """A table with columns of its own; its last row may be the sums."""

    kolom: tuple[TabelColumn, ...] = Field(min_length=1, max_length=12)
    baris: tuple[Row, ...] = Field(
        min_length=1, description="Sel-sel dipisahkan tanda |"
    )
    kata_jumlah: Text = Field("Jumlah", description="Kata pada baris jumlah")
    setelah: TabelPlace = Field(
        "isi", description="rincian: di belakang rincian bagiannya, bukan di depannya"
    )
    terjemahan: TerjemahanTabel | None = Field(
        None, description="Baris dan kata_jumlah dalam bahasa_kedua"
    )

    @property
    def summed(self) -> bool:
        """Whether it ends with a row of sums."""
        return any(kolom.jumlah for kolom in self.kolom)


class LabelledLine(Section):
    """A line of a name and its value: "Nama Bank : Bank Contoh"."""

    label: Text
    isi: Text
    terjemahan: TerjemahanLine | None = Field(
        None, description="Dalam bahasa_kedua, kunci yang sama"
    )


def cells_of(row: Sequence[str], many: int) -> tuple[str, ...]:
    """The cells of a row, as many as there are columns."""
    missing = [""] * (many - len(row))
    return (*row[:many], *missing)
