"""Names in, what tells whether two of them are the same out."""

import re
import unicodedata
from collections.abc import Mapping
from typing import TypeVar

V = TypeVar("V")


def fold(name: str) -> str:
    """A name in one Unicode form, one case, and with single spaces.

    Only for comparing: "Dinas  KESEHATAN" and "dinas kesehatan" are the same name, and
    so are two spellings of é.
    """
    if name.isascii():
        return " ".join(name.lower().split())
    composed = unicodedata.normalize("NFC", name)
    small = unicodedata.normalize("NFC", composed.casefold())
    return " ".join(small.split())


_HEAD_OF_NOMOR = re.compile(r"(?:nomor|no)\b\.?\s*:?\s+")
_NO_SIGN = re.compile(r"[^a-z0-9/]+")


def plain_nomor(nomor: str) -> str:
    """The number of a paper as it is compared: "Nomor B/1 /x" and "B/1/X" are one."""
    small = fold(unicodedata.normalize("NFKC", nomor))
    bare = _NO_SIGN.sub("", _HEAD_OF_NOMOR.sub("", small, count=1))
    return bare or small


def of_name(values: Mapping[str, V], name: str) -> V | None:
    """What is kept under a name, in whatever form and case; None where nothing is."""
    sought = fold(name)
    return next((value for key, value in values.items() if fold(key) == sought), None)


_TITLE_OR_ROMAN = re.compile(r".*\.|[IVX]+|KH|Hj", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")
"""A word of a name; an apostrophe begins no new one: "MA'RUF"."""


def in_small_letters(name: str) -> str:
    """A person's name as a letter signs with it: "FADIA ARAFIQ, S.E." -> "Fadia Arafiq, S.E.".

    Only a name all in capitals is written anew; titles stay as they are, whatever their
    letters: "dr. RATNA MULYANI" -> "dr. Ratna Mulyani".
    """
    person, comma, titles = name.partition(",")
    pieces = person.split(" ")
    words = [word for word in pieces if not _TITLE_OR_ROMAN.fullmatch(word)]
    if any(word != word.upper() for word in words):
        return name
    written = [_WORD.sub(_capital, word) if word in words else word for word in pieces]
    return " ".join(written) + comma + titles


def small_but(office: str, known: str) -> str:
    """An office all in capitals in small letters, words that are known as those are.

    "KEPALA SMK NEGERI 3" with "SMK Negeri 3" -> "Kepala SMK Negeri 3".
    """
    if office != office.upper():
        return office
    spelled = {fold(word): word for word in known.split()}
    words = [spelled.get(fold(word)) or word.capitalize() for word in office.split()]
    return " ".join(words)


def _capital(word: re.Match[str]) -> str:
    return word[0].capitalize()
