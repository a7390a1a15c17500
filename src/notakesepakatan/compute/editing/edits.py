"""The data of a draft as it is edited: what may be typed where, a text read and set, what differs. Parts: `part`.

Data are what the YAML says, mappings, lists and texts; a path may say `isi` of a part that is written short.
"""

import re
from collections.abc import Sequence
from copy import deepcopy
from functools import lru_cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.data import class_at, type_at
from notakesepakatan.model.dasar import Shortenable, flatten
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import DataPath
from notakesepakatan.words.numbers import roman

Data = dict[str, Any]
LINE_FORM, YEAR_FORM, TEXT_FORM = "baris", "tahun", "teks"


def shape(path: DataPath) -> str | None:
    """How a text is typed: "teks", "baris" (one paragraph a line), "tahun" (by commas); None where no text may stand."""
    return _shape(_any_item(path))


def _any_item(path: DataPath) -> DataPath:
    """The path with every place in a list as the first: what the model says is the same for all of them."""
    return tuple(0 if isinstance(step, int) else step for step in path)


@lru_cache(maxsize=4096)
def _shape(path: DataPath) -> str | None:
    type_ = type_at(Kesepakatan, path)
    if any(is_span(type_at(Kesepakatan, path[:n])) for n in range(1, len(path))):
        return None  # a span is one text, whatever the model makes of it
    if (
        type_ is None
        or holds(type_, dict)
        or (class_at(Kesepakatan, path) is not None and not is_span(type_))
    ):
        return None
    if holds(type_, tuple):
        return YEAR_FORM if path[-1] == "tahun" else LINE_FORM
    return TEXT_FORM


def is_span(type_: Any) -> bool:
    """A span of time is a class and yet one text."""
    class_name = (
        type_
        if isinstance(type_, type)
        else next((a for a in get_args(type_) if isinstance(a, type)), None)
    )
    return getattr(class_name, "__name__", "") == "Lama"


def holds(type_: Any, container: type) -> bool:
    return get_origin(type_) is container or any(
        holds(inside, container) for inside in get_args(type_)
    )


def typed(value: Any, path: DataPath) -> str:
    """A datum as it stands in its field."""
    if isinstance(value, list):
        return (", " if shape(path) == YEAR_FORM else "\n").join(
            flatten(str(one)) for one in value
        )
    return flatten(str(value)) if value is not None else ""


def read_text(data: Any, path: DataPath) -> str:
    """The text at a path as it stands in its field."""
    value = get_at(data, path)
    if (
        value is None
        and path[-1:] == ("isi",)
        and isinstance(get_at(data, path[:-1]), str)
    ):
        value = get_at(data, path[:-1])
    return typed(value, path)


def set_text(data: Data, path: DataPath, text: str) -> Data:
    """The data with another text at a path; an optional datum left empty goes. The same text changes nothing.

    Raises:
        LookupError: no text may stand there, or what should hold it is gone.
    """
    if shape(path) is None:
        raise LookupError(path)
    if _stands(data, path, text):
        return data
    result = deepcopy(data)
    put_text(result, path, text)
    return result


def _stands(data: Data, path: DataPath, text: str) -> bool:
    text = text.replace("\r\n", "\n")
    return read_text(data, path) == (
        text if shape(path) == LINE_FORM else flatten(text)
    )


def put_text(data: Data, path: DataPath, text: str) -> None:
    """The same in the very data, for who has a copy of its own to put many texts into.

    Raises:
        LookupError: as `set_text`; what was put in before stays.
    """
    form = shape(path)
    if form is None:
        raise LookupError(path)
    if _stands(data, path, text):
        return
    value = _value(text, form)
    if path[-1] == "isi" and isinstance(get_at(data, path[:-1]), str):
        path = path[:-1]
    above, end = container(data, path), path[-1]
    if isinstance(above, list):
        above[index_in(end, above)] = value
    elif not isinstance(above, dict):
        raise LookupError(path)
    elif value or required(path):
        above[end] = value
    else:
        above.pop(end, None)
    tidy(data, path[:-1])


def _value(text: str, form: str) -> str | list[str]:
    """What is kept of a text as typed: a list where there is more than one paragraph, or year."""
    if form == YEAR_FORM:
        part = [
            year for one in _YEAR_SEPARATOR.split(text) for year in _years(flatten(one))
        ]
    else:
        part = [
            b
            for one in (text.split("\n") if form == LINE_FORM else [text])
            if (b := flatten(one))
        ]
    return part if len(part) > 1 else "".join(part)


_YEAR_SEPARATOR = re.compile(r"[,;\n]|\bdan\b")
_SPAN = re.compile(
    r"([IVXL]+) ?(?:[-–—]|s\.?/?d\.?|sampai(?: dengan)?) ?([IVXL]+)", re.IGNORECASE
)
_ROMAN = {roman(n): n for n in range(1, 90)}


def _years(text: str) -> list[str]:
    """The years that a text names: "II – IV" -> II, III, IV; what is no run of years stands as it is."""
    match = _SPAN.fullmatch(text)
    start, end = (
        (_ROMAN.get(one.upper(), 0) for one in match.groups()) if match else (0, 0)
    )
    return (
        [roman(n) for n in range(start, end + 1)]
        if 0 < start <= end
        else [text] * bool(text)
    )


def container(data: Data, path: DataPath) -> Any:
    """What holds the last step of a path, made on the way where there is nothing yet or a text written short."""
    above: Any = data
    for n, step in enumerate(path[:-1]):
        above = _enter(above, step, path[n + 1], path[: n + 1])
    return above


def _enter(above: Any, step: str | int, following: str | int, path: DataPath) -> Any:
    if isinstance(above, list):
        step = index_in(step, above)
        if isinstance(above[step], str) and not isinstance(following, int):
            above[step] = opened(above[step], path)
    elif not isinstance(above, dict):
        raise LookupError(step)
    elif above.get(step) is None:
        if isinstance(following, int):
            raise LookupError(step)
        above[step] = {}
    return above[step]


def opened(text: str, path: DataPath) -> Data:
    """An item written short, or as a bare text where it must not be, as a mapping that holds its words."""
    class_name = class_at(Kesepakatan, path)
    return (
        {"isi": text}
        if class_name is None or "isi" in class_name.model_fields
        else {**blank(path[:-1]), _first_text(path): text}
    )


def _first_text(path: DataPath) -> str:
    class_name = class_at(Kesepakatan, path)
    return next(
        str(name)
        for name, field in class_name.model_fields.items()
        if field.is_required() and shape((*path, name))
    )


def index_in(step: str | int, items: Sequence[Any]) -> int:
    if not isinstance(step, int) or not 0 <= step < len(items):
        raise LookupError(step)
    return step


def tidy(data: Data, path: DataPath) -> Data:
    """Mappings that say nothing any more go; a part that has only its words is short again, as it was."""
    for n in range(len(path), 0, -1):
        node, above = get_at(data, path[:n]), get_at(data, path[: n - 1])
        if node == {} and isinstance(above, dict) and not required(path[:n]):
            del above[path[n - 1]]
        elif (
            isinstance(node, dict)
            and node.keys() == {"isi"}
            and isinstance(above, list)
            and is_short(path[:n])
        ):
            i = index_in(path[n - 1], above)
            if (
                any(isinstance(lain, str) for j, lain in enumerate(above) if j != i)
                or len(above) == 1
            ):
                above[i] = node["isi"]
    return data


def is_short(path: DataPath) -> bool:
    class_name = class_at(Kesepakatan, path)
    return isinstance(class_name, type) and issubclass(class_name, Shortenable)


def required(path: DataPath) -> bool:
    """Whether the model must have what stands at a path."""
    return _required(_any_item(path))


@lru_cache(maxsize=4096)
def _required(path: DataPath) -> bool:
    class_name = class_at(Kesepakatan, path[:-1])
    field = (
        class_name.model_fields.get(str(path[-1]))
        if isinstance(class_name, type) and issubclass(class_name, BaseModel)
        else None
    )
    return bool(field and field.is_required())


def blank(path: DataPath) -> Any:
    """A new item for the list at a path, with what it must have, empty."""
    if path == ("pasal",):
        return {"judul": "", "isi": ""}
    class_name: Any = class_at(Kesepakatan, (*path, 0))
    if class_name is None or is_short((*path, 0)):
        return ""
    result: dict[str, Any] = {}
    for name, field in class_name.model_fields.items():
        if field.is_required():
            here = (*path, 0, name)
            result[name] = (
                ""
                if shape(here)
                else [blank(here)]
                if holds(type_at(Kesepakatan, here), tuple)
                else {}
            )
    return result


def differences(
    theirs: Any, mine: Any, path: DataPath = ()
) -> list[tuple[DataPath, str, str]]:
    """Each place where two differ, with both as typed."""
    if theirs == mine:
        return []
    if isinstance(theirs, dict) and isinstance(mine, dict):
        key = dict.fromkeys((*theirs, *mine))
        return [
            d for k in key for d in differences(theirs.get(k), mine.get(k), (*path, k))
        ]
    if isinstance(theirs, list) and isinstance(mine, list) and shape(path) is None:
        n = max(len(theirs), len(mine))
        pair = [
            (items[i] if i < len(items) else None)
            for i in range(n)
            for items in (theirs, mine)
        ]
        return [
            d
            for i in range(n)
            for d in differences(pair[2 * i], pair[2 * i + 1], (*path, i))
        ]
    return [(path, words_of(theirs, path), words_of(mine, path))]


def words_of(value: Any, path: DataPath) -> str:
    """All that a piece of the data says, a text a line."""
    if isinstance(value, dict):
        return "\n".join(words_of(content, (*path, k)) for k, content in value.items())
    if isinstance(value, list) and any(isinstance(one, dict | list) for one in value):
        return "\n".join(
            words_of(content, (*path, i)) for i, content in enumerate(value)
        )
    return typed(value, path)
