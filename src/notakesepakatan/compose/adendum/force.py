"""From when an adendum is in force, in the words of its paper."""

from notakesepakatan.compose.adendum.pertimbangan import short_name
from notakesepakatan.load.adendum import LoadedAdendum
from notakesepakatan.words.tanggal import tanggal_long


def force_words(loaded: LoadedAdendum) -> str:
    """What the adendum says of its force, behind its own name: "mulai berlaku …".

    Force before the signing is called `berlaku surut`.
    """
    adendum = loaded.adendum
    if adendum.berlaku_surut:
        short = short_name(loaded)
        return f"berlaku surut terhitung sejak tanggal ditandatanganinya {short}"
    if not adendum.mulai_berlaku:
        return "mulai berlaku pada tanggal ditandatangani"
    day = tanggal_long(adendum.mulai_berlaku)
    if adendum.signed and adendum.mulai_berlaku < adendum.signed:
        return f"berlaku surut terhitung sejak tanggal {day}"
    return f"mulai berlaku pada tanggal {day}"
