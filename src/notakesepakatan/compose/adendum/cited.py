"""A signed paper in, what tells it in a sentence out: its name, its numbers, its day."""

from collections.abc import Iterator, Sequence
from datetime import date

from notakesepakatan.load.adendum import LoadedAdendum
from notakesepakatan.load.frame_slips import as_corrected
from notakesepakatan.words.lists import merge
from notakesepakatan.words.tanggal import tanggal_long


def cite(loaded: LoadedAdendum, others: Sequence[LoadedAdendum]) -> str:
    """An adendum as later papers name it: "Adendum Kesatu, Nomor … dan Nomor …, tanggal
    1 Juli 2023".

    Args:
        loaded: the adendum.
        others: those beside it, of which some may correct its numbers.
    """
    corrected = as_corrected(loaded, others)
    numbers = [pihak.nomor for pihak in corrected.para_pihak]
    known = numbers_and_day(numbers, loaded.adendum.signed)
    return ", ".join([loaded.name, *known])


def corrected_names(loaded: LoadedAdendum) -> str:
    """The adenda whose frames it corrects: "Adendum Kesatu dan Adendum Kedua"."""
    numbers = dict.fromkeys(slip.nomor for slip in loaded.adendum.perbaikan_adendum)
    return merge([loaded.riwayat.adendum[n - 1].name for n in numbers])


def numbers_and_day(
    numbers: Sequence[str | None], tanggal: date | None
) -> Iterator[str]:
    """What tells a signed paper, as far as it is known."""
    known = [f"Nomor {nomor}" for nomor in numbers if nomor]
    if known:
        yield merge(known)
    if tanggal:
        yield f"tanggal {tanggal_long(tanggal)}"
