"""The term of an agreement: how long and from when, until when, or why it has no last day.

Written as a mapping, or as one text that a person would write; the program itself writes
the text.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    Field,
    GetJsonSchemaHandler,
    model_serializer,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from notakesepakatan.data import YesNo
from notakesepakatan.model.dasar import (
    LAMA_UNITS,
    Lama,
    OneText,
    Tanggal,
    Text,
    flatten,
    read_lama,
)
from notakesepakatan.words.tanggal import (
    LONG_PATTERN,
    parse_iso,
    parse_long,
    tanggal_long,
)

ENDLESS = "tanpa batas waktu"
"""How a term is called that has no last day."""
UNKNOWN = "belum diketahui"
"""How a term is called of which the register knows nothing."""

_LENGTH = rf"[1-9]\d{{0,3}}(?: \([a-z ]+\))? (?:{'|'.join(LAMA_UNITS)})"
_SPAN = rf"(?P<selama>{_LENGTH})"
_ANY_DAY = rf"{LONG_PATTERN}|\d{{4}}-\d\d-\d\d"
_FIRST = rf"(?:tanggal )?(?P<mulai>{_ANY_DAY})"
_LAST = rf"(?:tanggal )?(?P<sampai>{_ANY_DAY})"
_SINCE = r"(?:terhitung )?(?:sejak|mulai|dari)"
_UNTIL = r"(?:sampai dengan|sampai|hingga|s\.?/?d\.?)"
_SINCE_SIGNED = rf"{_SINCE} (?:tanggal )?(?:ditandatangani|penandatanganan)(?:nya)?"
_CAP = (
    rf"(?:paling lama (?P<paling_lama>{_LENGTH})"
    rf"|paling lambat (?:tanggal )?(?P<paling_lambat>{_ANY_DAY}))"
)
"""How long a term lasts that a condition ends, where that is not met."""
_YEARS = (
    rf"(?P<awal>\d{{4}})(?: ?(?:-|–|{_UNTIL}) ?(?:tahun anggaran )?(?P<akhir>\d{{4}}))?"
)

_FORMS = tuple(
    re.compile(form, re.ASCII | re.IGNORECASE)
    for form in (
        rf"(?:selama )?{_SPAN}(?:,? {_SINCE_SIGNED})?",
        rf"(?:selama )?{_SPAN},? {_SINCE} {_FIRST}",
        rf"(?:{_SINCE} )?{_FIRST} {_UNTIL} {_LAST}",
        rf"{_UNTIL} {_LAST}",
        rf"(?P<tanpa_batas_waktu>{ENDLESS})(?:,? {_SINCE} {_FIRST})?",
        rf"(?P<belum_diketahui>{UNKNOWN})(?:,? {_SINCE} {_FIRST})?",
        rf"tahun anggaran (?P<tahun_anggaran>{_YEARS})",
        rf"(?:{_SINCE} {_FIRST} )?sampai terpenuhi:? (?P<sampai_terpenuhi>.+?)(?:, {_CAP})?",
    )
)
"""Texts that say a term for certain; the names of their groups are the keys."""

_ENDS_WITH_CAP = re.compile(rf",? {_CAP}\.?$", re.ASCII | re.IGNORECASE)
_MOST_BUDGET_YEARS = 100
_LAST_YEAR = 2199
"""The last of a day that is written with figures too; what is later says "no end"."""
_DAY = timedelta(days=1)
_WHICH = (
    "selama",
    "sampai",
    "tahun_anggaran",
    "sampai_terpenuhi",
    "tanpa_batas_waktu",
    "belum_diketahui",
)
"""Keys of which each alone says what kind of term it is."""


def _check_budget_years(text: str) -> str:
    """One budget year or several, as "2027" or "2026-2027"."""
    match = re.fullmatch(_YEARS, text, re.ASCII | re.IGNORECASE)
    if not match:
        raise PydanticCustomError("tahun_anggaran", "bukan tahun anggaran")
    first, last = match["awal"], match["akhir"] or match["awal"]
    if int(last) > _LAST_YEAR:
        raise PydanticCustomError("jangka_waktu_jauh", "terlalu jauh")
    if not 0 <= int(last) - int(first) < _MOST_BUDGET_YEARS:
        raise PydanticCustomError("tahun_anggaran_urut", "tahunnya terbalik")
    return first if first == last else f"{first}-{last}"


BudgetYears = Annotated[Text, AfterValidator(_check_budget_years)]


class JangkaWaktu(OneText):
    """A term of one of five kinds, each from a first day, which is that of signing by default.

    A span (`selama`), until a day (`sampai`), one or more budget years
    (`tahun_anggaran`), until a condition is met (`sampai_terpenuhi`), or without end
    (`tanpa_batas_waktu`). What a condition ends may end on a day at the latest: after a
    span (`paling_lama`), or on one that is named (`paling_lambat`).
    """

    selama: Lama | None = Field(None, description="Lamanya, mis. 2 tahun")
    mulai: Tanggal | None = Field(
        None, description="Hari pertama; bawaan: hari ditandatangani"
    )
    sampai: Tanggal | None = Field(None, description="Hari terakhir")
    tahun_anggaran: BudgetYears | None = Field(
        None, description="2027, atau 2026-2027: 1 Januari sampai dengan 31 Desember"
    )
    sampai_terpenuhi: Text | None = Field(None, description="Syarat yang mengakhirinya")
    paling_lama: Lama | None = Field(
        None, description="Lamanya bila syaratnya tidak terpenuhi, mis. 5 tahun"
    )
    paling_lambat: Tanggal | None = Field(
        None, description="Hari terakhirnya bila syaratnya tidak terpenuhi"
    )
    tanpa_batas_waktu: YesNo = Field(False, description="ya: tidak ada hari terakhir")
    belum_diketahui: YesNo = Field(
        False, description="ya: lamanya belum diketahui; hanya pada data pokok"
    )

    @model_validator(mode="before")
    @classmethod
    def _parse(cls, value: Any) -> Any:
        if isinstance(value, str):
            return read_term(value)
        if not isinstance(value, Mapping):
            raise PydanticCustomError("jangka_waktu", "bukan jangka waktu")
        return value

    @model_validator(mode="after")
    def _one_kind(self) -> "JangkaWaktu":
        said = [key for key in _WHICH if getattr(self, key)]
        if not said:
            raise PydanticCustomError("jangka_waktu_kurang", "belum lengkap")
        if len(said) > 1 or (self.tahun_anggaran and self.mulai):
            raise PydanticCustomError("jangka_waktu_ganda", "dua macam berdampingan")
        _check_cap(self)
        _check_order(self.mulai, self.sampai or self.paling_lambat)
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        as_mapping = handler.resolve_ref_schema(handler(core))
        as_text = {
            "type": "string",
            "minLength": 1,
            "examples": [
                "5 tahun",
                "2 tahun sejak 1 April 2026",
                "1 April 2026 sampai dengan 31 Maret 2027",
                "sampai dengan 31 Desember 2027",
                "tahun anggaran 2027",
                "sampai terpenuhi: seluruh hibah diserahkan, paling lama 2 tahun",
                ENDLESS,
            ],
        }
        return {"anyOf": [as_text, dict(as_mapping)]}

    @model_serializer
    def _as_text(self) -> str:
        return str(self)

    def __str__(self) -> str:
        """As a person would write it; `read_term` reads it back.

        "5 tahun", "1 April 2026 sampai dengan 31 Maret 2027", "tahun anggaran 2027".
        """
        since = f" sejak {tanggal_long(self.mulai)}" if self.mulai else ""
        if self.selama:
            return f"{self.selama}{since}"
        if self.sampai:
            first = f"{tanggal_long(self.mulai)} " if self.mulai else ""
            return f"{first}sampai dengan {tanggal_long(self.sampai)}"
        if self.tahun_anggaran:
            return f"tahun anggaran {self.tahun_anggaran}"
        if self.sampai_terpenuhi:
            until = f"sampai terpenuhi: {self.sampai_terpenuhi}{self._cap}"
            return f"{since} {until}".lstrip()
        return f"{UNKNOWN if self.belum_diketahui else ENDLESS}{since}"

    @property
    def _cap(self) -> str:
        """When it ends at the latest, as a person would write it behind the condition."""
        if self.paling_lama:
            return f", paling lama {self.paling_lama}"
        if self.paling_lambat:
            return f", paling lambat {tanggal_long(self.paling_lambat)}"
        return ""

    @property
    def span(self) -> Lama | None:
        """What its last day is counted by; None where that is named, or there is none."""
        return self.selama or self.paling_lama

    @property
    def budget_years(self) -> str:
        """Its budget years as they stand on paper: "2026–2027"."""
        return (self.tahun_anggaran or "").replace("-", "–")

    def first_day(self, signed: date) -> date:
        """The first day of the term of an agreement signed on a day."""
        if self.tahun_anggaran:
            return date(self._budget_years[0], 1, 1)
        return self.mulai or signed

    @property
    def last_day(self) -> date | None:
        """The last day, where the term names it; that of a span is reckoned elsewhere."""
        if self.tahun_anggaran:
            return date(self._budget_years[1], 12, 31)
        return self.sampai or self.paling_lambat

    @property
    def open_words(self) -> str:
        """Why there is no last day, in words; empty where there is one."""
        if self.tanpa_batas_waktu:
            return ENDLESS
        if self.belum_diketahui:
            return f"jangka waktu {UNKNOWN}"
        if self.sampai_terpenuhi and not (self.paling_lama or self.paling_lambat):
            return f"sampai dengan {self.sampai_terpenuhi}"
        return ""

    @property
    def jumlah_tahun(self) -> int:
        """Years begun, as far as the term alone tells, at least 1."""
        return self.years(None) or 1

    def years(self, signed: date | None) -> int | None:
        """Years begun by the term of an agreement signed on a day, at least 1.

        None where nothing tells how many.
        """
        if self.span:
            return self.span.jumlah_tahun
        last = self.last_day
        knows_first = signed or self.mulai or self.tahun_anggaran
        if last is None or not knows_first:
            return None
        return _years_begun(self.first_day(signed or last), last)

    @property
    def _budget_years(self) -> tuple[int, int]:
        """The first and the last budget year."""
        first, _, last = (self.tahun_anggaran or "").partition("-")
        return int(first), int(last or first)


def _years_begun(first: date, last: date) -> int:
    """Years from a first to a last day, both counted; one that is only begun counts whole."""
    after = last + _DAY
    more = (after.month, after.day) > (first.month, first.day)
    return max(after.year - first.year + more, 1)


def read_term(text: str) -> dict[str, Any]:
    """What a text says of a term, as the keys of `JangkaWaktu`.

    Raises:
        PydanticCustomError: code `jangka_waktu`, not one of the texts that are known for
            certain; `jangka_waktu_tanggal`, a day that is in no calendar;
            `jangka_waktu_urut`, the last day before the first; else as `read_lama`.
    """
    plain = flatten(text)
    for form in _FORMS:
        match = form.fullmatch(plain)
        if match:
            return _keys_of(match)
    raise PydanticCustomError("jangka_waktu", "bukan jangka waktu")


def _keys_of(match: re.Match[str]) -> dict[str, Any]:
    found = match.groupdict()
    result = dict[str, Any]()
    for key in ("selama", "paling_lama"):
        if found.get(key):
            result[key] = read_lama(found[key])
    for key in ("mulai", "sampai", "paling_lambat"):
        if found.get(key):
            result[key] = _read_day(found[key])
    for key in ("tahun_anggaran", "sampai_terpenuhi"):
        if found.get(key):
            result[key] = found[key]
    if found.get("tahun_anggaran"):
        result["tahun_anggaran"] = _check_budget_years(found["tahun_anggaran"])
    for key in ("tanpa_batas_waktu", "belum_diketahui"):
        if found.get(key):
            result[key] = True
    last = result.get("sampai") or result.get("paling_lambat")
    _check_order(result.get("mulai"), last)
    return result


def _check_cap(term: JangkaWaktu) -> None:
    """A cap stands beside a condition, once, and not among its words."""
    caps = [each for each in (term.paling_lama, term.paling_lambat) if each]
    if len(caps) > 1 or (caps and not term.sampai_terpenuhi):
        raise PydanticCustomError("jangka_waktu_batas", "batas tanpa syarat")
    if _ENDS_WITH_CAP.search(term.sampai_terpenuhi or ""):
        raise PydanticCustomError("jangka_waktu_batas_syarat", "batas di dalam syarat")


def _check_order(first: date | None, last: date | None) -> None:
    if first and last and last < first:
        raise PydanticCustomError("jangka_waktu_urut", "terbalik")


def _read_day(text: str) -> date:
    try:
        day = parse_iso(text) if text[4:5] == "-" else parse_long(text)
    except ValueError:
        raise PydanticCustomError("jangka_waktu_tanggal", "tanggal tidak ada") from None
    if day.year > _LAST_YEAR:
        raise PydanticCustomError("jangka_waktu_jauh", "terlalu jauh")
    return day


def check_term(value: str) -> str:
    """The text itself when it reads as a term.

    Raises:
        PydanticCustomError: as `read_term`.
    """
    read_term(value)
    return value


TextJangkaWaktu = Annotated[Text, AfterValidator(check_term)]
"""A term as written: `5 tahun`, `sampai dengan 31 Desember 2027`."""
