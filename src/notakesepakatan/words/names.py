"""Names in, what tells whether two of them are the same out."""

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


def of_name(values: Mapping[str, V], name: str) -> V | None:
    """What is kept under a name, in whatever form and case; None where nothing is."""
    sought = fold(name)
    return next((value for key, value in values.items() if fold(key) == sought), None)
