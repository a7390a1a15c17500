"""What all data read from YAML share, whatever they describe: strict keys, frozen values, yes and no."""

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError


class Bagian(BaseModel):
    """A mapping of a YAML file: no key beyond the known, never changed after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, nilai: Any) -> Any:
        """A known key with nothing behind it counts as not written: its lines may all be commented out."""
        if not isinstance(nilai, Mapping):
            return nilai
        return {kunci: isi for kunci, isi in nilai.items() if isi is not None or kunci not in cls.model_fields}


def _yes_no(nilai: Any) -> Any:
    if isinstance(nilai, bool):
        return nilai
    if nilai not in ("ya", "tidak"):
        raise PydanticCustomError("ya_tidak", "bukan ya atau tidak")
    return nilai == "ya"


def _plain_digits(nilai: Any) -> Any:
    """Pydantic alone reads "10.000" as ten."""
    if isinstance(nilai, str) and not re.fullmatch(r"-?[0-9]{1,18}", nilai):
        raise PydanticCustomError("int_parsing", "bukan bilangan bulat")
    return nilai


Bulat = Annotated[int, BeforeValidator(_plain_digits)]
"""A whole number, written in digits alone."""

YaTidak = Annotated[bool, BeforeValidator(_yes_no), Field(json_schema_extra={"enum": ["ya", "tidak"]})]
"""`ya` or `tidak`."""
