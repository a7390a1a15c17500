"""From when an adendum is in force, in the words of its paper."""

from notakesepakatan.compose.adendum.pertimbangan import short_name
from notakesepakatan.load.adendum import LoadedAdendum
from notakesepakatan.words.tanggal import tanggal_long


def force_words(loaded: LoadedAdendum) -> str:
    """What the adendum says of its force, behind its own name: "mulai berlaku …".

    Force before the signing is called `berlaku surut`.
    """
    adendum, short = loaded.adendum, short_name(loaded)
    day, signed = adendum.mulai_berlaku, adendum.signed
    if adendum.saat_berlaku:
        known = f", yaitu pada tanggal {tanggal_long(day)}" if day else ""
        return f"mulai berlaku pada saat {adendum.saat_berlaku}{known}"
    if adendum.setelah_berakhir:
        return f"mulai berlaku setelah jangka waktu {short} semula berakhir"
    if day and (adendum.berlaku_surut or (signed and day < signed)):
        return f"berlaku surut terhitung sejak tanggal {tanggal_long(day)}"
    if adendum.berlaku_surut:
        return f"berlaku surut terhitung sejak tanggal ditandatanganinya {short}"
    if day:
        return f"mulai berlaku pada tanggal {tanggal_long(day)}"
    return "mulai berlaku pada tanggal ditandatangani"
