"""`make aturan`: the tables of rules in docs/aturan-periksa.md, anew from the rules themselves."""

import re
from pathlib import Path

from notakesepakatan.compute.peristiwa import rules as peristiwa
from notakesepakatan.compute.rules import RULES

HALAMAN = Path(__file__).parents[1] / "docs/aturan-periksa.md"
_TABEL = re.compile(r"(\| Kode \|.*\n\|(?:---\|){4}\n)(?:\|.*\n)+")
"""A table of rules: its first column is their codes, which no other table has."""


def rows() -> str:
    """One row of the table a rule of the text."""
    return "".join(
        f"| `{a.kode}` | {a.tingkat} | {a.what} | {a.dasar} |\n" for a in RULES
    )


def event_rows() -> str:
    """One row of the table a rule of events."""
    return "".join(
        f"| `{a.kode}` | {peristiwa.TINGKAT} | {a.what} | {a.dasar} |\n"
        for a in peristiwa.RULES
    )


if __name__ == "__main__":
    tabel = iter((rows(), event_rows()))
    HALAMAN.write_text(
        _TABEL.sub(lambda cocok: cocok[1] + next(tabel), HALAMAN.read_text(), count=2)
    )
