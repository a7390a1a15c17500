"""The data of an agreement as it is edited: texts read and set, what two of them differ in.

Data are what the YAML says: mappings, lists and texts. A path may say `isi` of a part
that is written short. What changes their shape stands in `commands`.
"""

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from functools import lru_cache
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.data import class_at, type_at
from notakesepakatan.model.dasar import BriefSection, OneText, flatten
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.tabel import CELL_BETWEEN
from notakesepakatan.place import DASAR_HUKUM_PATH, DataPath, is_program
from notakesepakatan.words.numbers import roman

Data = dict[str, Any]
TEXT_FORM = "teks"
LINE_FORM = "baris"
YEAR_FORM = "tahun"
ROW_FORM = "deret"


def shape(path: DataPath) -> str | None:
    """How a text is typed; None where no text may stand.

    It is "teks", "baris" (one paragraph a line), "tahun" (years with commas between) or
    "deret" (a row of a table a line, with bars between its cells).
    """
    return _shape(_any_item(path))


def _any_item(path: DataPath) -> DataPath:
    """The path with every place in a list as the first: the model says the same for all."""
    return tuple(0 if isinstance(step, int) else step for step in path)


@lru_cache(maxsize=4096)
def _shape(path: DataPath) -> str | None:
    above = (type_at(Kesepakatan, path[:n]) for n in range(1, len(path)))
    if any(map(is_span, above)):
        return None  # a span is one text, whatever the model makes of it
    type_ = type_at(Kesepakatan, path)
    if type_ is None or holds(type_, dict):
        return None
    if class_at(Kesepakatan, path) is not None and not is_span(type_):
        return None
    if not holds(type_, tuple):
        return TEXT_FORM
    if path[-1] == "tahun":
        return YEAR_FORM
    return ROW_FORM if holds(_content_of(type_), tuple) else LINE_FORM


def _content_of(type_: Any) -> Any:
    """What a tuple holds, looking through what is optional or annotated."""
    if get_origin(type_) is tuple:
        return get_args(type_)[0]
    inside = (_content_of(each) for each in get_args(type_) if holds(each, tuple))
    return next(inside, None)


def is_span(type_: Any) -> bool:
    """A span of time, or a term, is a class and yet one text."""
    return _one_text_in(type_) is not None


def _one_text_in(type_: Any) -> type[OneText] | None:
    """The class in an annotation that is written as one text."""
    candidates = (type_, *get_args(type_))
    first = next((each for each in candidates if isinstance(each, type)), None)
    return first if first and issubclass(first, OneText) else None


def holds(type_: Any, container_type: type) -> bool:
    """Whether an annotation is of a kind of container, or has such a one inside."""
    if get_origin(type_) is container_type:
        return True
    return any(holds(inside, container_type) for inside in get_args(type_))


def typed(value: Any, path: DataPath) -> str:
    """A datum as it stands in its field."""
    if value is None:
        return ""
    if isinstance(value, dict):
        value = _as_one_text(value, path)
    if not isinstance(value, list):
        words: str = flatten(str(value))
        return words
    separator = ", " if shape(path) == YEAR_FORM else "\n"
    return separator.join(_line_of(item) for item in value)


def _line_of(item: Any) -> str:
    """One item of a list as a line of its field; of a row its cells, with bars between."""
    if isinstance(item, list):
        return CELL_BETWEEN.join(flatten(str(cell or "")) for cell in item)
    words: str = flatten(str(item))
    return words


def _as_one_text(value: Data, path: DataPath) -> str:
    """A mapping that may be written as one text, as that text; as it stands where wrong."""
    class_ = _one_text_in(type_at(Kesepakatan, _any_item(path)))
    if class_ is None:
        return str(value)
    try:
        return str(class_.model_validate(value))
    except ValidationError:
        said = (f"{key}: {content}" for key, content in value.items())
        return ", ".join(said)


def read_text(data: Any, path: DataPath) -> str:
    """The text at a path as it stands in its field."""
    value = get_at(data, path)
    if value is None and _is_written_short(data, path):
        value = get_at(data, path[:-1])
    return typed(value, path)


def _is_written_short(data: Any, path: DataPath) -> bool:
    """Whether a path says the words of a part of which the file holds nothing else."""
    is_words = bool(path) and path == words_path(path[:-1])
    return is_words and isinstance(get_at(data, path[:-1]), str)


def words_path(path: DataPath) -> DataPath:
    """The path of what an item says that is written short: `isi`, of a legal basis `teks`."""
    class_ = class_at(Kesepakatan, _any_item(path))
    if isinstance(class_, type) and issubclass(class_, BriefSection):
        return (*path, class_.short_key())
    return (*path, "isi")


def set_text(data: Data, path: DataPath, text: str) -> Data:
    """The data with another text at a path; an optional datum left empty goes.

    The same text changes nothing.

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
    """Whether a text is there already."""
    plain = text.replace("\r\n", "\n")
    has_lines = shape(path) in (LINE_FORM, ROW_FORM)
    expected = plain if has_lines else flatten(plain)
    return read_text(data, path) == expected


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
    if _is_written_short(data, path):
        path = path[:-1]
    above = container(data, path)
    last = path[-1]
    if isinstance(above, list):
        above[index_in(last, above)] = value
    elif not isinstance(above, dict):
        raise LookupError(path)
    elif value or required(path):
        above[last] = value
    else:
        above.pop(last, None)
    tidy(data, path[:-1])


def _value(text: str, form: str) -> str | list[str]:
    """What is kept of a text as typed: a list where it has several paragraphs, or years.

    Rows of a table are always a list, of one text each.
    """
    if form == ROW_FORM:
        return _paragraphs(text.replace("\t", CELL_BETWEEN), form)
    values = _year_numerals(text) if form == YEAR_FORM else _paragraphs(text, form)
    return values if len(values) > 1 else "".join(values)


def _paragraphs(text: str, form: str) -> list[str]:
    lines = text.split("\n") if form in (LINE_FORM, ROW_FORM) else [text]
    return [flat for flat in map(flatten, lines) if flat]


_YEAR_SEPARATOR = re.compile(r"[,;\n]|\bdan\b")
_YEAR_RUN = re.compile(
    r"([IVXL]+) ?(?:[-–—]|s\.?/?d\.?|sampai(?: dengan)?) ?([IVXL]+)", re.IGNORECASE
)
_ROMAN_VALUE = {roman(n): n for n in range(1, 90)}


def _year_numerals(text: str) -> list[str]:
    """The years that a text names: "I, III – IV" -> I, III, IV."""
    pieces = map(flatten, _YEAR_SEPARATOR.split(text))
    return [year for piece in pieces for year in _years_of_piece(piece)]


def _years_of_piece(piece: str) -> list[str]:
    """The years of one piece: II to IV -> II, III, IV; what is no run stands as it is."""
    match = _YEAR_RUN.fullmatch(piece)
    if match:
        first, last = (_ROMAN_VALUE.get(end.upper(), 0) for end in match.groups())
        if 0 < first <= last:
            return [roman(n) for n in range(first, last + 1)]
    return [piece] if piece else []


def container(data: Data, path: DataPath) -> Any:
    """What holds the last step of a path.

    It is made on the way where there is nothing yet, or a text written short.
    """
    above: Any = data
    for n, step in enumerate(path[:-1]):
        above = _enter(above, step, path[n + 1], path[: n + 1])
    return above


def _enter(above: Any, step: str | int, following: str | int, path: DataPath) -> Any:
    """What stands at a step of a container, as something that the following step may enter."""
    if isinstance(above, list):
        position = index_in(step, above)
        if isinstance(above[position], str) and not isinstance(following, int):
            above[position] = opened(above[position], path)
        return above[position]
    if not isinstance(above, dict):
        raise LookupError(step)
    if above.get(step) is None:
        if isinstance(following, int):
            raise LookupError(step)
        above[step] = {}
    return above[step]


def opened(text: str, path: DataPath) -> Data:
    """An item that is a bare text, as a mapping that holds its words."""
    fields = _fields_at(path)
    if is_short(path):
        return {str(words_path(path)[-1]): text}
    if not fields or "isi" in fields:
        return {"isi": text}
    return {**blank(path[:-1]), _first_text(path): text}


def _first_text(path: DataPath) -> str:
    """Name of the first text that an item must have."""
    names = (name for name, field in _fields_at(path).items() if field.is_required())
    return next(name for name in names if shape((*path, name)))


def _fields_at(path: DataPath) -> Mapping[str, FieldInfo]:
    """The fields of the class that stands at a path; none where no class does."""
    class_ = class_at(Kesepakatan, path)
    if isinstance(class_, type) and issubclass(class_, BaseModel):
        return class_.model_fields
    return {}


def index_in(step: str | int, items: Sequence[Any]) -> int:
    """A step as the place of an item that a list has.

    Raises:
        LookupError: it is none.
    """
    if not isinstance(step, int) or not 0 <= step < len(items):
        raise LookupError(step)
    return step


def tidy(data: Data, path: DataPath) -> Data:
    """The very data, from a path up to its root.

    Mappings that say nothing any more go; a part that has only its words is short again.
    """
    for n in range(len(path), 0, -1):
        _drop_if_empty(data, path[:n])
        _shorten_if_only_words(data, path[:n])
    return data


def _drop_if_empty(data: Data, path: DataPath) -> None:
    above = get_at(data, path[:-1])
    is_empty = get_at(data, path) == {}
    if is_empty and isinstance(above, dict) and not required(path):
        del above[path[-1]]


def _shorten_if_only_words(data: Data, path: DataPath) -> None:
    """An item alone, or one whose siblings are written short too, is written short."""
    siblings = get_at(data, path[:-1])
    item = get_at(data, path)
    if not isinstance(siblings, list) or not is_short(path):
        return
    words_key = str(words_path(path)[-1])
    if not isinstance(item, dict) or item.keys() != {words_key}:
        return
    position = index_in(path[-1], siblings)
    others = siblings[:position] + siblings[position + 1 :]
    if not others or any(isinstance(other, str) for other in others):
        siblings[position] = item[words_key]


def is_short(path: DataPath) -> bool:
    """Whether an item may be written as its words alone."""
    class_ = class_at(Kesepakatan, path)
    return isinstance(class_, type) and issubclass(class_, BriefSection)


def required(path: DataPath) -> bool:
    """Whether the model must have what stands at a path."""
    return _required(_any_item(path))


@lru_cache(maxsize=4096)
def _required(path: DataPath) -> bool:
    field = _fields_at(path[:-1]).get(str(path[-1]))
    is_needed = bool(field and field.is_required())
    return is_needed or is_program(path)


def blank(path: DataPath) -> Any:
    """A new item for the list at a path, with what it must have, empty."""
    if path == ("pasal",):
        return {"judul": "", "isi": ""}
    if path == DASAR_HUKUM_PATH:
        return {}
    item = (*path, 0)
    fields = _fields_at(item)
    if not fields or is_short(item):
        return ""
    needed = [name for name, field in fields.items() if field.is_required()]
    return {name: _blank_datum((*item, name)) for name in needed}


def _blank_datum(path: DataPath) -> Any:
    if shape(path):
        return ""
    return [blank(path)] if holds(type_at(Kesepakatan, path), tuple) else {}


class Difference(NamedTuple):
    """A place where two differ, with both as typed."""

    path: DataPath
    theirs: str
    mine: str


def differences(theirs: Any, mine: Any, path: DataPath = ()) -> list[Difference]:
    """Each place where two differ."""
    if theirs == mine:
        return []
    inside_theirs = _inside(theirs, path)
    inside_mine = _inside(mine, path)
    if inside_theirs is None or inside_mine is None or type(theirs) is not type(mine):
        return [Difference(path, words_of(theirs, path), words_of(mine, path))]
    result: list[Difference] = []
    for step in dict.fromkeys((*inside_theirs, *inside_mine)):
        below = (*path, step)
        result += differences(inside_theirs.get(step), inside_mine.get(step), below)
    return result


def _inside(thing: Any, path: DataPath) -> Mapping[str | int, Any] | None:
    """What lies below a datum by the step that leads there; None of a text."""
    if isinstance(thing, dict):
        return thing
    if isinstance(thing, list) and shape(path) is None:
        return dict(enumerate(thing))
    return None


def words_of(value: Any, path: DataPath) -> str:
    """All that a piece of the data says, a text a line."""
    if shape(path) == ROW_FORM:
        return typed(value, path)
    if isinstance(value, dict):
        below = list(value.items())
    elif isinstance(value, list) and any(
        isinstance(each, dict | list) for each in value
    ):
        below = list(enumerate(value))
    else:
        return typed(value, path)
    return "\n".join(words_of(content, (*path, step)) for step, content in below)
