"""What every part of the model shares: text, lists that may be one item, spans of time."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetJsonSchemaHandler,
    model_serializer,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from notakesepakatan.data import Section, WholeNumber
from notakesepakatan.words.numbers import terbilang

_SPACE = re.compile("[ \t\r\n\x85\u2028\u2029]+")
LAMA_UNITS = ("hari kerja", "hari", "minggu", "bulan", "tahun")
_LAMA = re.compile(
    rf"([1-9]\d{{0,3}})(?: \(([a-z ]+)\))? ({'|'.join(LAMA_UNITS)})", re.ASCII
)


def flatten(value: Any) -> Any:
    """A paragraph is one line however the YAML folds it."""
    return _SPACE.sub(" ", value).strip(" ") if isinstance(value, str) else value


def as_list(value: Any) -> Any:
    """One text is a list of one."""
    return [value] if isinstance(value, str) else value


Text = Annotated[
    str,
    BeforeValidator(flatten),
    Field(min_length=1, json_schema_extra={"type": ["string", "number"]}),
]
"""One paragraph; white space folded; may hold `[[isian]]` and `[[rujukan]]`."""

_MaybeEmpty = Annotated[
    str,
    BeforeValidator(flatten),
    Field(json_schema_extra={"type": ["string", "number"]}),
]


def _empty_is_absent(value: str | None) -> str | None:
    return value or None


OptionalText = Annotated[_MaybeEmpty | None, AfterValidator(_empty_is_absent)]
"""One paragraph that is not printed where it is empty or absent."""

TextOrNothing = _MaybeEmpty
"""The same of words that stand by default: only the empty text takes them off."""

LineText = Annotated[
    tuple[Text, ...],
    BeforeValidator(as_list),
    Field(min_length=1, json_schema_extra={"type": ["array", "string", "number"]}),
]
"""One or more paragraphs: a text, or a list of texts."""


def _as_lines(value: Any) -> Any:
    lines = as_list(value)
    if lines and all(isinstance(line, str) for line in lines):
        return [line for line in lines if flatten(line)]
    return lines


OptionalLines = Annotated[
    tuple[Text, ...],
    BeforeValidator(_as_lines),
    Field(json_schema_extra={"type": ["array", "string", "number"]}),
]
"""Paragraphs that are not printed where there are none: a text, or a list of texts."""

NOMOR_PATTERN = r"^[0-9A-Za-z]{1,12}$"
NomorIndex = Annotated[Text, Field(pattern=NOMOR_PATTERN)]
"""A number in the order of the text, without its ornaments: `7A`, `1a`, `a1`."""

_TANGGAL = re.compile(r"(?:19|20|21)\d{2}-\d{2}-\d{2}")


def _iso_only(value: Any) -> Any:
    """Pydantic alone would take "1655337600" for a moment in 2022."""
    if isinstance(value, str) and not _TANGGAL.fullmatch(value):
        raise PydanticCustomError("tanggal", "bukan tanggal")
    return value


Tanggal = Annotated[date, BeforeValidator(_iso_only)]
"""A calendar day, written TTTT-BB-HH."""

Year = Annotated[WholeNumber, Field(ge=1945, le=2200)]


class Withdrawn(Section):
    """That what stands in a file was taken back or put aside: when, by whom and why."""

    tanggal: Tanggal
    oleh: Text
    alasan: Text


def check_lama(value: str) -> str:
    """The text itself when it reads as a span of time.

    Raises:
        PydanticCustomError: as `read_lama`.
    """
    read_lama(value)
    return value


TextLama = Annotated[Text, AfterValidator(check_lama)]
"""A span of time as written: `5 tahun`."""


class BriefSection(Section):
    """A mapping that may be written short, as a bare text: the text is then its `short_key`."""

    @classmethod
    def short_key(cls) -> str:
        """The key that a bare text stands for."""
        return "isi"

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, value: Any) -> Any:
        return {cls.short_key(): value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler.resolve_ref_schema(handler(core))
        return {"anyOf": [{"type": ["string", "number"], "minLength": 1}, dict(schema)]}


Convention = Literal["hari_yang_sama", "sehari_sebelum"]
"""The last day of a term: the anniversary itself, or the day before it. No law settles which."""


_LONGEST = {
    "hari kerja": 9999,
    "hari": 9999,
    "minggu": 5200,
    "bulan": 1200,
    "tahun": 100,
}
"""A century at most: beyond it, it is a slip of the hand."""


def read_lama(text: str) -> dict[str, Any]:
    """Number and unit of a span of time as typed, its number also in words or not.

    "5 tahun" and "5 (lima) tahun" -> {"jumlah": 5, "satuan": "tahun"}

    Raises:
        PydanticCustomError: code `lama`, no span; `lama_huruf`, the words say another
            number; `lama_panjang`, longer than a century.
    """
    match = _LAMA.fullmatch(flatten(text).lower())
    if not match:
        raise PydanticCustomError("lama", "bukan jangka waktu")
    digits, in_words, unit = match.groups()
    number = int(digits)
    if in_words and in_words != terbilang(number):
        raise PydanticCustomError("lama_huruf", "angka dan hurufnya berbeda")
    if number > _LONGEST[unit]:
        raise PydanticCustomError("lama_panjang", "terlalu lama")
    return {"jumlah": number, "satuan": unit}


class OneText(Section):
    """A mapping that the program and its forms write as one text, which reads back as it."""


class Lama(OneText):
    """A span of time, written `5 tahun`, `3 bulan`, `7 hari kerja`.

    `hari` are calendar days; `hari kerja` are Monday to Friday without holidays.
    """

    jumlah: WholeNumber
    satuan: Literal["hari kerja", "hari", "minggu", "bulan", "tahun"]

    @model_validator(mode="before")
    @classmethod
    def _parse(cls, value: Any) -> Any:
        if isinstance(value, dict) and isinstance(value.get("jumlah"), int):
            return value  # made by the program itself; a file holds only text
        if not isinstance(value, str):
            raise PydanticCustomError("lama", "bukan jangka waktu")
        return read_lama(value)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "type": "string",
            "pattern": f"^{_LAMA.pattern}$",
            "examples": ["5 tahun", "3 bulan", "7 hari kerja"],
        }

    @model_serializer
    def _as_text(self) -> str:
        return str(self)

    def __str__(self) -> str:
        """As written: "5 tahun"."""
        return f"{self.jumlah} {self.satuan}"

    @property
    def jumlah_tahun(self) -> int:
        """Years begun by this span, at least 1: 18 bulan -> 2.

        The work plan has that many year columns.
        """
        per_year = {
            "tahun": 1,
            "bulan": 12,
            "minggu": 53,
            "hari": 366,
            "hari kerja": 261,
        }[self.satuan]
        return -(-self.jumlah // per_year)
