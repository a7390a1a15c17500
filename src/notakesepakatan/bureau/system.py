"""What the program needs of the machine beyond Python.

That is Pango for PDF, fontconfig, the fonts of the paper, a dictionary.
"""

import shutil
from collections.abc import Iterator
from typing import NamedTuple

from notakesepakatan.bureau.check import DICTIONARY
from notakesepakatan.naskah.gaya import TWIN
from notakesepakatan.write.glyphs import installed
from notakesepakatan.write.pdf_engine import (
    PANGO_PACKAGES,
    SystemLibraryMissing,
    import_weasyprint,
)

_INSTALL = "sudo apt-get install"
_FONT_PACKAGES = {"Bookman Old Style": "fonts-urw-base35", "Arial": "fonts-liberation2"}


class Need(NamedTuple):
    """One thing needed.

    Attributes:
        name: what users call it.
        is_there: whether it is there.
        remark: what it is, or how to get it.
    """

    name: str
    is_there: bool
    remark: str


def examine() -> Iterator[Need]:
    """Everything needed, there or not."""
    yield _pango()
    yield _fontconfig()
    for font, package in _FONT_PACKAGES.items():
        yield _font(font, package)
    yield _dictionary()


def _pango() -> Need:
    name = "Pango (PDF)"
    try:
        version = import_weasyprint().__version__
    except SystemLibraryMissing:
        return Need(name, False, f"pasang dengan: {_INSTALL} {PANGO_PACKAGES}")
    return Need(name, True, f"WeasyPrint {version} dapat dipakai")


def _fontconfig() -> Need:
    program = shutil.which("fc-list")
    if program:
        return Need("fontconfig", True, program)
    return Need("fontconfig", False, f"pasang dengan: {_INSTALL} fontconfig")


def _font(font: str, package: str) -> Need:
    """A font of the paper, or its twin."""
    name = f"Huruf {font}"
    for candidate in (font, *TWIN[font]):
        if installed(candidate):
            return Need(name, True, candidate)
    return Need(name, False, f"pasang kembarannya dengan: {_INSTALL} {package}")


def _dictionary() -> Need:
    if DICTIONARY.is_file():
        return Need("Kamus ejaan", True, str(DICTIONARY))
    return Need("Kamus ejaan", False, f"pasang dengan: {_INSTALL} hunspell-id")
