"""A signed paper in, what tells it in a sentence out: its name, its numbers, its day."""

from collections.abc import Iterator, Sequence
from datetime import date

from notakesepakatan.load.adendum import LoadedAdendum
from notakesepakatan.words.lists import merge
from notakesepakatan.words.tanggal import tanggal_long


def cite(loaded: LoadedAdendum) -> str:
    """An adendum as later papers name it: "Adendum Kesatu, Nomor … dan Nomor …, tanggal
    1 Juli 2023".
    """
    numbers = [pihak.nomor for pihak in loaded.adendum.para_pihak]
    known = numbers_and_day(numbers, loaded.adendum.signed)
    return ", ".join([loaded.name, *known])


def numbers_and_day(
    numbers: Sequence[str | None], tanggal: date | None
) -> Iterator[str]:
    """What tells a signed paper, as far as it is known."""
    known = [f"Nomor {nomor}" for nomor in numbers if nomor]
    if known:
        yield merge(known)
    if tanggal:
        yield f"tanggal {tanggal_long(tanggal)}"
