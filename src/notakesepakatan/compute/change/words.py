"""A piece of a tree and words in, the piece with other words in their stead out, and in
how many places they stood.
"""

import re
from typing import Any, get_args

from notakesepakatan.compute.text.tree import deleted
from notakesepakatan.model.pasal import HEADS
from notakesepakatan.model.tabel import Jenis

_NO_WORDS = (
    "kunci",
    "nomor",
    "angka",
    "korespondensi",
    "dihapus",
    "jangka_waktu",
    "konvensi_berakhir",
    "bahasa_kedua",
    "tahun",
    "instrumen",
    *HEADS.values(),
    "gaya_rincian",
    "jumlah",
    "setelah",
    "paraf_pada",
)
"""Keys whose text is no word of the paper."""

TAKEN_OVER = ("tenggat", "penandatanganan", "susunan", "halaman", "instrumen")
"""Keys of data that words of the paper only take over."""

_BRACKET = re.compile(r"\[\[.*?\]\]")


def replace_words(value: Any, tertulis: str, menjadi: str) -> tuple[Any, int]:
    """The value with words replaced in all its texts, and how often that was done."""
    return _replace(value, _whole_words(tertulis), menjadi)


def _replace(value: Any, pattern: re.Pattern[str], menjadi: str) -> tuple[Any, int]:
    if isinstance(value, str):
        return _replace_in_text(value, pattern, menjadi)
    if isinstance(value, list):
        return _replace_in_list(value, pattern, menjadi)
    if isinstance(value, dict) and not deleted(value):
        return _replace_in_mapping(value, pattern, menjadi)
    return value, 0


def _replace_in_list(
    items: list[Any], pattern: re.Pattern[str], menjadi: str
) -> tuple[list[Any], int]:
    result = list[Any]()
    total = 0
    for item in items:
        replaced, times = _replace(item, pattern, menjadi)
        result.append(replaced)
        total += times
    return result, total


def _replace_in_mapping(
    mapping: dict[str, Any], pattern: re.Pattern[str], menjadi: str
) -> tuple[dict[str, Any], int]:
    result = dict[str, Any]()
    total = 0
    for key, value in mapping.items():
        replaced, times = value, 0
        if not _holds_no_words(key, value):
            replaced, times = _replace(value, pattern, menjadi)
        result[key] = replaced
        total += times
    return result, total


def _holds_no_words(key: str, value: Any) -> bool:
    if key in TAKEN_OVER:
        return True
    if key == "jenis" and value in get_args(Jenis):
        return True
    return key in _NO_WORDS and (isinstance(value, str) or key == "tahun")


def _replace_in_text(
    text: str, pattern: re.Pattern[str], menjadi: str
) -> tuple[str, int]:
    """What stands in `[[ ]]` is taken whole or not at all."""
    brackets = [match.span() for match in _BRACKET.finditer(text)]
    pieces = list[str]()
    done = 0
    for match in pattern.finditer(text):
        if _cuts(match.span(), brackets):
            continue
        pieces.append(text[done : match.start()])
        done = match.end()
    return menjadi.join([*pieces, text[done:]]), len(pieces)


def _cuts(span: tuple[int, int], brackets: list[tuple[int, int]]) -> bool:
    """Whether a stretch holds a part of a bracket, and not all of it."""
    start, end = span
    for opening, closing in brackets:
        apart = end <= opening or start >= closing
        around = start <= opening and closing <= end
        if not apart and not around:
            return True
    return False


def _whole_words(words: str) -> re.Pattern[str]:
    """Where these words stand whole: `V` is not found in `VI`."""
    start = r"(?<!\w)" if words[:1].isalnum() else ""
    end = r"(?!\w)" if words[-1:].isalnum() else ""
    return re.compile(start + re.escape(words) + end)
