"""What all data read from YAML share, whatever they describe: strict keys, frozen values, yes and no."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, model_validator
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

YaTidak = Annotated[
    bool,
    BeforeValidator(_yes_no),
    PlainSerializer(lambda nilai: "ya" if nilai else "tidak", when_used="json"),
    Field(json_schema_extra={"enum": ["ya", "tidak"]}),
]
"""`ya` or `tidak`."""


def kelas_di(model: type[BaseModel], jalur: tuple[str | int, ...]) -> Any:
    """The class of the model that stands at a path of the data; None where none does."""
    return _class_in(tipe_di(model, jalur))


def tipe_di(model: type[BaseModel], jalur: tuple[str | int, ...]) -> Any:
    """What stands at a path of the data, as an annotation that validates it; None where the model has no such path."""
    tipe: Any = model
    for langkah in jalur:
        if isinstance(langkah, int):
            tipe = _items(tipe, tuple)
        elif kelas := _class_in(tipe):
            ruas = kelas.model_fields.get(langkah)
            tipe = ruas.rebuild_annotation() if ruas else None
        else:
            tipe = _items(tipe, dict)
    return tipe


def _items(tipe: Any, wadah: type) -> Any:
    """Type of what a tuple holds, or of the values of a dict; looks through what is optional or annotated."""
    if get_origin(tipe) is wadah:
        return get_args(tipe)[-1 if wadah is dict else 0]
    return next((hasil for dalam in get_args(tipe) if (hasil := _items(dalam, wadah)) is not None), None)


def _class_in(tipe: Any) -> Any:
    if isinstance(tipe, type) and issubclass(tipe, BaseModel):
        return tipe
    return next((kelas for dalam in get_args(tipe) if (kelas := _class_in(dalam))), None)
