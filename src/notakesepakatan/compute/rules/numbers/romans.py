"""Roman numerals that are none: `kelas XIIX`."""

import re
from collections.abc import Iterator

from notakesepakatan.compute.rules.reading import Flaw, Reading
from notakesepakatan.words.numbers import from_roman

_NUMERAL = re.compile(r"(?<![\w./-])(?!X+(?!\w))[IVX]{3,8}(?![\w/-])")
"""Three signs at least: two may be an abbreviation. A row of X is a blank."""


def impossible(reading: Reading) -> Iterator[Flaw]:
    """A run of I, V and X that is no number."""
    for excerpt in reading.excerpts:
        for match in _NUMERAL.finditer(excerpt.prose):
            if not _is_number(match[0]):
                message = f"{match[0]} bukan angka Romawi yang ada"
                saran = "periksa angkanya"
                yield excerpt.flaw(match[0], message, saran, match.start())


def _is_number(numeral: str) -> bool:
    try:
        from_roman(numeral)
    except ValueError:
        return False
    return True
