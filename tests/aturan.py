"""`make aturan`: the table of rules in docs/aturan-periksa.md, anew from the rules themselves."""

import re
from pathlib import Path

from notakesepakatan.compute.rules import RULES

HALAMAN = Path(__file__).parents[1] / "docs/aturan-periksa.md"
_TABEL = re.compile(r"(\|---\|---\|---\|---\|\n)(?:\|.*\n)+")


def rows() -> str:
    """One row of the table a rule."""
    return "".join(f"| `{a.kode}` | {a.tingkat} | {a.what} | {a.dasar} |\n" for a in RULES)


if __name__ == "__main__":
    HALAMAN.write_text(_TABEL.sub(lambda cocok: cocok[1] + rows(), HALAMAN.read_text(), count=1))
