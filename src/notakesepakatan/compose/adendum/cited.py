"""A signed paper in, what tells it in a sentence out: its name, its numbers, its day."""

from collections.abc import Iterator, Sequence
from datetime import date

from notakesepakatan.compose.adendum.side import (
    AdendumSide,
    in_indonesian,
    other_adendum,
)
from notakesepakatan.compose.adendum.speech import Speech
from notakesepakatan.load.adendum.frame_slips import as_corrected
from notakesepakatan.load.adendum.riwayat import LoadedAdendum


def cite(loaded: LoadedAdendum, others: Sequence[LoadedAdendum]) -> str:
    """An adendum as later papers name it: "Adendum Kesatu, Nomor … dan Nomor …, tanggal
    1 Juli 2023".

    Args:
        loaded: the adendum.
        others: those beside it, of which some may correct its numbers.
    """
    return cite_in(in_indonesian(loaded), loaded, others)


def cite_in(
    side: AdendumSide, cited: LoadedAdendum, others: Sequence[LoadedAdendum]
) -> str:
    """The same in the language of an adendum that names it."""
    corrected = as_corrected(cited, others)
    numbers = [pihak.nomor for pihak in corrected.para_pihak]
    known = numbers_and_day(numbers, cited.adendum.signed, side.speech)
    return ", ".join([other_adendum(side, cited).name, *known])


def corrected_names(side: AdendumSide) -> str:
    """The adenda whose frames it corrects: "Adendum Kesatu dan Adendum Kedua"."""
    loaded = side.loaded
    numbers = dict.fromkeys(slip.nomor for slip in loaded.adendum.perbaikan_adendum)
    corrected = [loaded.riwayat.adendum[n - 1] for n in numbers]
    return side.speech.words.listed(
        [other_adendum(side, one).name for one in corrected]
    )


def numbers_and_day(
    numbers: Sequence[str | None], tanggal: date | None, speech: Speech
) -> Iterator[str]:
    """What tells a signed paper, as far as it is known."""
    known = [speech.say("Nomor {nomor}", nomor=nomor) for nomor in numbers if nomor]
    if known:
        yield speech.words.listed(known)
    if tanggal:
        yield speech.say("tanggal {tanggal}", tanggal=speech.words.day(tanggal))
