"""What the program needs of the machine beyond Python: Pango for PDF, fontconfig, and the fonts of the paper."""

import shutil
from collections.abc import Iterator

from notakesepakatan.bureau.check import KAMUS
from notakesepakatan.errors import PustakaSistemTidakAda
from notakesepakatan.naskah.gaya import KEMBARAN
from notakesepakatan.write.glyphs import installed
from notakesepakatan.write.pdf_engine import PAKET_PANGO, import_weasyprint

_PAKET_HURUF = {"Bookman Old Style": "fonts-urw-base35", "Arial": "fonts-liberation2"}


def examine() -> Iterator[tuple[str, bool, str]]:
    """Name of each thing needed, whether it is there, and what it is or how to get it."""
    try:
        versi = import_weasyprint().__version__
        yield "Pango (PDF)", True, f"WeasyPrint {versi} dapat dipakai"
    except PustakaSistemTidakAda:
        yield "Pango (PDF)", False, f"pasang dengan: sudo apt-get install {PAKET_PANGO}"
    if fc_list := shutil.which("fc-list"):
        yield "fontconfig", True, fc_list
    else:
        yield "fontconfig", False, "pasang dengan: sudo apt-get install fontconfig"
    for huruf, paket in _PAKET_HURUF.items():
        ada = next((nama for nama in (huruf, *KEMBARAN[huruf]) if installed(nama)), None)
        yield f"Huruf {huruf}", ada is not None, ada or f"pasang kembarannya dengan: sudo apt-get install {paket}"
    kamus = KAMUS.is_file()
    yield "Kamus ejaan", kamus, str(KAMUS) if kamus else "pasang dengan: sudo apt-get install hunspell-id"
