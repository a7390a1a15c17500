"""What all data read from YAML share: strict keys, frozen values, yes and no."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    model_validator,
)
from pydantic_core import PydanticCustomError


class Section(BaseModel):
    """A mapping of a YAML file: no key beyond the known, never changed after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, value: Any) -> Any:
        """A known key with nothing behind it counts as not written.

        Its lines may all be commented out.
        """
        if not isinstance(value, Mapping):
            return value
        return {
            key: content
            for key, content in value.items()
            if content is not None or key not in cls.model_fields
        }


def _yes_no(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value not in ("ya", "tidak"):
        raise PydanticCustomError("ya_tidak", "bukan ya atau tidak")
    return value == "ya"


def _plain_digits(value: Any) -> Any:
    """Pydantic alone reads "10.000" as ten."""
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]{1,18}", value):
        raise PydanticCustomError("int_parsing", "bukan bilangan bulat")
    return value


WholeNumber = Annotated[int, BeforeValidator(_plain_digits)]
"""A whole number, written in digits alone."""

YesNo = Annotated[
    bool,
    BeforeValidator(_yes_no),
    PlainSerializer(lambda value: "ya" if value else "tidak", when_used="json"),
    Field(json_schema_extra={"enum": ["ya", "tidak"]}),
]
"""`ya` or `tidak`."""


def class_at(model: type[BaseModel], path: tuple[str | int, ...]) -> Any:
    """The class of the model that stands at a path of the data; None where none does."""
    return _class_in(type_at(model, path))


def type_at(model: type[BaseModel], path: tuple[str | int, ...]) -> Any:
    """What stands at a path of the data, as an annotation that validates it.

    None where the model has no such path.
    """
    # Whichever item of a list it is, its type is that of the first.
    of_any_item = tuple(0 if isinstance(step, int) else step for step in path)
    return _type_at(model, of_any_item)


@lru_cache(maxsize=4_096)
def _type_at(model: type[BaseModel], path: tuple[str | int, ...]) -> Any:
    annotation: Any = model
    for step in path:
        class_name = _class_in(annotation)
        if isinstance(step, int):
            annotation = _content(annotation, tuple)
        elif class_name:
            field = class_name.model_fields.get(step)
            annotation = field.rebuild_annotation() if field else None
        else:
            annotation = _content(annotation, dict)
    return annotation


def literals_at(model: type[BaseModel], path: tuple[str | int, ...]) -> tuple[str, ...]:
    """The values that may stand at a path of the data; none where any may."""
    annotation = type_at(model, path)
    for inside in (annotation, *get_args(annotation)):
        if get_origin(inside) is Literal:
            return get_args(inside)
    return ()


def _content(annotation: Any, container: type) -> Any:
    """The annotation of what a tuple holds, or of the values of a dict.

    Looks through what is optional or annotated.
    """
    if get_origin(annotation) is container:
        return get_args(annotation)[-1 if container is dict else 0]
    for argument in get_args(annotation):
        content = _content(argument, container)
        if content is not None:
            return content
    return None


def _class_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in get_args(annotation):
        class_name = _class_in(argument)
        if class_name:
            return class_name
    return None
