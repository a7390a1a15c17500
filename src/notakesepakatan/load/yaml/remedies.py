"""A value that was refused in, the very words that would be right out.

They stand in messages only: nothing that a person typed is read as something else.
"""

import difflib
import re
from collections.abc import Callable, Mapping
from typing import Any

from notakesepakatan.load.yaml.errors import BULLETS, example
from notakesepakatan.place import RINCIAN
from notakesepakatan.words.typed import (
    iso_of_day,
    lama_meant,
    number_meant,
    term_meant,
)

_NO_SPACE = re.compile(r"([a-z][a-z0-9_]*):(\S.*)")
_BULLETS = re.compile(rf" (?:[{BULLETS}*]\s*|-)(?=\S)")
_UNIT = re.compile(r" ?(?:cm|mm|pt)\.?$", re.IGNORECASE)
_YES = ("yes", "y", "true", "on", "1", "benar", "iya")
_NO = ("no", "n", "false", "off", "0", "bukan", "tdk")
_MOST_KEYS = 4
_RARE_KEYS = ("terjemahan", "dihapus")
"""Keys that nobody begins a part with."""


def right_words(code: str, value: str, context: Mapping[str, Any]) -> str | None:
    """What to write instead of a text; None where it is not certain what was meant.

    Args:
        code: pydantic's code of the finding.
        value: the text.
        context: what pydantic says with the code.
    """
    if code in ("literal_error", "enum"):
        return _near_choice(value, str(context["expected"]))
    remedy = _REMEDIES.get(code)
    return remedy(value) if remedy else None


def _day(value: str) -> str | None:
    day = iso_of_day(value)
    return f"tulis {day}" if day else None


def _number(value: str) -> str | None:
    number = number_meant(value)
    return None if number is None else f"tulis {number}"


def _decimal(value: str) -> str | None:
    bare = _UNIT.sub("", value.strip())
    with_point = bare.replace(",", ".")
    is_decimal = re.fullmatch(r"\d+\.\d+", with_point)
    return f"tulis {with_point}" if is_decimal else _number(bare)


def _span(value: str) -> str | None:
    span = lama_meant(value)
    return f"tulis {span}" if span else None


def _term(value: str) -> str | None:
    term = term_meant(value)
    return f"tulis {term}" if term else None


def _yes_no(value: str) -> str | None:
    word = value.strip().lower()
    if word in _YES or word == "ya":
        return "tulis ya"
    return "tulis tidak" if word in _NO or word == "tidak" else None


def _near_choice(value: str, expected: str) -> str | None:
    choices = re.findall(r"'([^']+)'", expected)
    if set(choices) == {"ya", "tidak"}:
        return _yes_no(value)
    plain = re.sub(r"[\s-]+", "_", value.strip().lower())
    by_plain = {choice.lower().replace(" ", "_"): choice for choice in choices}
    near = difflib.get_close_matches(plain, list(by_plain), 1, 0.8)
    if not near:
        return None
    every = ", ".join(choices)
    return f"mungkin maksudnya {by_plain[near[0]]}; pilih salah satu: {every}"


_REMEDIES: dict[str, Callable[[str], str | None]] = {
    "tanggal": _day,
    "date_parsing": _day,
    "date_from_datetime_parsing": _day,
    "int_parsing": _number,
    "float_parsing": _decimal,
    "lama": _span,
    "jangka_waktu": _term,
    "ya_tidak": _yes_no,
}


def keys_to_write(section: Any, value: Any, in_list: bool = False) -> str | None:
    """What to write where keys and values are wanted and a text or a list stands.

    Args:
        section: the class that is wanted.
        value: what stands there.
        in_list: whether it is an item of a list: its text is what its first key says.
    """
    fields = getattr(section, "model_fields", {})
    if isinstance(value, str):
        match = _NO_SPACE.fullmatch(value)
        if match and match[1] in fields:
            key, words = match.groups()
            return f"beri spasi setelah titik dua: {key}: {words}"
    if not fields:
        return None
    needed = [name for name, field in fields.items() if field.is_required()]
    optional = [name for name in fields if name not in _RARE_KEYS]
    usual = (needed or optional)[:_MOST_KEYS]
    if in_list and isinstance(value, str):
        return _first_key(usual, value)
    names = ", ".join(usual)
    return f"tulis kunci: nilai di bawahnya, menjorok 2 spasi, mis. {names}"


def _first_key(keys: list[str], value: str) -> str:
    """The text below the first key: `- nama: Badan A`, and the others named."""
    first, *others = keys
    saran = f"tulis - {first}: {example(value)}"
    if not others:
        return saran
    return f"{saran}, lalu di bawahnya: {', '.join(others)}"


_WITH_YEAR = re.compile(r"(\S{1,30}) tahun (\d{4})", re.IGNORECASE)


def year_to_write(missing: Any, part: Any) -> str | None:
    """What to write where the year of a regulation stands behind its number."""
    said = part if isinstance(part, dict) else {}
    match = _WITH_YEAR.fullmatch(str(said.get("nomor", "")).strip())
    if missing != "tahun" or not match:
        return None
    return f'pisahkan tahunnya: nomor: "{match[1]}", tahun: {match[2]}'


def list_to_write(value: Any) -> str | None:
    """What to write where a list is wanted and something else stands."""
    if isinstance(value, dict) and value:
        return f'awali setiap isi dengan tanda hubung dan spasi: "- {next(iter(value))}: …"'
    if isinstance(value, str):
        items = _BULLETS.split(" " + value.strip())
        if len(items) > 1 and not items[0]:
            first = items[1]
            return f"awali setiap isi dengan tanda hubung dan spasi: - {example(first)}"
    return None


def paragraphs_to_write(value: Any) -> str | None:
    """What to write where one text is wanted and several paragraphs stand."""
    is_list = isinstance(value, list) and len(value) > 1
    if not is_list or not all(isinstance(text, str) for text in value):
        return None
    return (
        'tulis paragraf pertama setelah "isi:", dan paragraf berikutnya sebagai daftar di '
        'bawah "paragraf:"'
    )


def lists_in(part: Any) -> list[str]:
    """The levels that a part of the data holds: huruf, angka."""
    said = part if isinstance(part, dict) else {}
    return [name for name in RINCIAN if said.get(name)]
