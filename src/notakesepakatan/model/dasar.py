"""What every part of the model shares: strictness, text, lists that may be one item, spans of time."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, GetJsonSchemaHandler, model_serializer, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from notakesepakatan.data import Bagian, Bulat

_SPASI = re.compile("[ \t\r\n\x85\u2028\u2029]+")
SATUAN_LAMA = ("hari kerja", "hari", "minggu", "bulan", "tahun")
_LAMA = re.compile(rf"([1-9]\d{{0,3}}) ({'|'.join(SATUAN_LAMA)})")


def flatten(nilai: Any) -> Any:
    """A paragraph is one line however the YAML folds it."""
    return _SPASI.sub(" ", nilai).strip(" ") if isinstance(nilai, str) else nilai


def _as_list(nilai: Any) -> Any:
    return [nilai] if isinstance(nilai, str) else nilai


Teks = Annotated[str, BeforeValidator(flatten), Field(min_length=1, json_schema_extra={"type": ["string", "number"]})]
"""One paragraph; white space folded; may hold `[[isian]]` and `[[rujukan]]`."""

BarisTeks = Annotated[
    tuple[Teks, ...],
    BeforeValidator(_as_list),
    Field(min_length=1, json_schema_extra={"type": ["array", "string", "number"]}),
]
"""One or more paragraphs: a text, or a list of texts."""

POLA_NOMOR = r"^[0-9A-Za-z]{1,12}$"
NomorUrut = Annotated[Teks, Field(pattern=POLA_NOMOR)]
"""A number in the order of the text, without its ornaments: `7A`, `1a`, `a1`."""

_TANGGAL = re.compile(r"(?:19|20|21)\d{2}-\d{2}-\d{2}")


def _iso_only(nilai: Any) -> Any:
    """Pydantic alone would take "1655337600" for a moment in 2022."""
    if isinstance(nilai, str) and not _TANGGAL.fullmatch(nilai):
        raise PydanticCustomError("tanggal", "bukan tanggal")
    return nilai


Tanggal = Annotated[date, BeforeValidator(_iso_only)]
"""A calendar day, written TTTT-BB-HH."""

Tahun = Annotated[Bulat, Field(ge=1945, le=2200)]


def check_lama(nilai: str) -> str:
    """The text itself when it reads as a span of time.

    Raises:
        PydanticCustomError: code `lama`.
    """
    if not _LAMA.fullmatch(nilai.lower()):
        raise PydanticCustomError("lama", "bukan jangka waktu")
    return nilai


TeksLama = Annotated[Teks, AfterValidator(check_lama)]
"""A span of time as written: `5 tahun`."""


class DapatSingkat(Bagian):
    """A mapping that may be written short, as a bare text: the text is then its `_singkat` key."""

    @classmethod
    def _kunci_singkat(cls) -> str:
        return "isi"

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, nilai: Any) -> Any:
        return {cls._kunci_singkat(): nilai} if isinstance(nilai, str) else nilai

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        skema = handler.resolve_ref_schema(handler(core))
        return {"anyOf": [{"type": ["string", "number"], "minLength": 1}, dict(skema)]}


Konvensi = Literal["hari_yang_sama", "sehari_sebelum"]
"""The last day of a term: the anniversary itself, or the day before it. No law settles which."""


_TERLAMA = {"hari kerja": 9999, "hari": 9999, "minggu": 5200, "bulan": 1200, "tahun": 100}
"""A century at most: beyond it, it is a slip of the hand."""


class Lama(Bagian):
    """A span of time, written `5 tahun`, `3 bulan`, `7 hari kerja`.

    `hari` are calendar days; `hari kerja` are Monday to Friday without holidays.
    """

    jumlah: Bulat
    satuan: Literal["hari kerja", "hari", "minggu", "bulan", "tahun"]

    @model_validator(mode="before")
    @classmethod
    def _parse(cls, nilai: Any) -> Any:
        if isinstance(nilai, dict) and isinstance(nilai.get("jumlah"), int):
            return nilai  # made by the program itself; a file holds only text
        cocok = _LAMA.fullmatch(flatten(nilai).lower()) if isinstance(nilai, str) else None
        if not cocok:
            raise PydanticCustomError("lama", "bukan jangka waktu")
        if int(cocok[1]) > _TERLAMA[cocok[2]]:
            raise PydanticCustomError("lama_panjang", "terlalu lama")
        return {"jumlah": int(cocok[1]), "satuan": cocok[2]}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": f"^{_LAMA.pattern}$", "examples": ["5 tahun", "3 bulan", "7 hari kerja"]}

    @model_serializer
    def _as_text(self) -> str:
        return str(self)

    def __str__(self) -> str:
        """As written: "5 tahun"."""
        return f"{self.jumlah} {self.satuan}"

    @property
    def jumlah_tahun(self) -> int:
        """Years begun by this span, at least 1: 18 bulan -> 2. The work plan has that many year columns."""
        per_tahun = {"tahun": 1, "bulan": 12, "minggu": 53, "hari": 366, "hari kerja": 261}[self.satuan]
        return -(-self.jumlah // per_tahun)
