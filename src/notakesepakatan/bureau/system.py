"""What the program needs of the machine beyond Python: Pango for PDF, fontconfig, and the fonts of the paper."""

import shutil
from collections.abc import Iterator

from notakesepakatan.bureau.check import DICTIONARY
from notakesepakatan.naskah.gaya import TWIN
from notakesepakatan.write.glyphs import installed
from notakesepakatan.write.pdf_engine import (
    PANGO_PACKAGES,
    SystemLibraryMissing,
    import_weasyprint,
)

_FONT_PACKAGES = {"Bookman Old Style": "fonts-urw-base35", "Arial": "fonts-liberation2"}


def examine() -> Iterator[tuple[str, bool, str]]:
    """Name of each thing needed, whether it is there, and what it is or how to get it."""
    try:
        version = import_weasyprint().__version__
        yield "Pango (PDF)", True, f"WeasyPrint {version} dapat dipakai"
    except SystemLibraryMissing:
        yield (
            "Pango (PDF)",
            False,
            f"pasang dengan: sudo apt-get install {PANGO_PACKAGES}",
        )
    if fc_list := shutil.which("fc-list"):
        yield "fontconfig", True, fc_list
    else:
        yield "fontconfig", False, "pasang dengan: sudo apt-get install fontconfig"
    for huruf, package in _FONT_PACKAGES.items():
        ada = next((name for name in (huruf, *TWIN[huruf]) if installed(name)), None)
        yield (
            f"Huruf {huruf}",
            ada is not None,
            ada or f"pasang kembarannya dengan: sudo apt-get install {package}",
        )
    dictionary = DICTIONARY.is_file()
    yield (
        "Kamus ejaan",
        dictionary,
        str(DICTIONARY)
        if dictionary
        else "pasang dengan: sudo apt-get install hunspell-id",
    )
