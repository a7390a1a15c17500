"""What the program needs of the machine beyond Python, and what it could not do with it.

That is Pango for PDF, fontconfig, the fonts of the paper, a dictionary; and mail that waits.
"""

import shutil
from collections.abc import Iterator
from typing import NamedTuple

from notakesepakatan.bureau.mail import waiting_mails
from notakesepakatan.load.dictionary import DICTIONARY
from notakesepakatan.naskah.gaya import TWIN
from notakesepakatan.workspace import Workspace
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


def examine(workspace: Workspace | None = None) -> Iterator[Need]:
    """Everything needed, there or not; of a workspace, whether its mail was sent.

    Raises:
        CannotRead: mail that waits cannot be read.
    """
    yield _pango()
    yield _fontconfig()
    for font, package in _FONT_PACKAGES.items():
        yield _font(font, package)
    yield _dictionary()
    if workspace:
        yield _mail(workspace)


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


def _mail(workspace: Workspace) -> Need:
    name = "Surel terkirim"
    waiting = waiting_mails(workspace)
    if not waiting:
        return Need(name, True, "tidak ada yang menunggu")
    oldest = waiting[0]
    since = f"yang tertua sejak {oldest.since_words}: {oldest.why}"
    return Need(name, False, f"{len(waiting)} menunggu, {since}")
