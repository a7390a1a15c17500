"""From when an adendum is in force, in the words of its paper."""

from notakesepakatan.compose.adendum.side import AdendumSide
from notakesepakatan.words.lists import open_end


def force_words(side: AdendumSide) -> str:
    """What the adendum says of its force: "Adendum Kesatu ini mulai berlaku …".

    Force before the signing is called `berlaku surut`.
    """
    return (
        _at_an_occasion(side)
        or _behind_the_term(side)
        or _backwards(side)
        or _from_a_day(side)
    )


def _at_an_occasion(side: AdendumSide) -> str:
    adendum, speech = side.adendum, side.speech
    if not adendum.saat_berlaku:
        return ""
    occasion = open_end(adendum.saat_berlaku)
    day, signed = adendum.mulai_berlaku, adendum.signed
    if day is None or signed is None or day > signed:
        # A day that is known only afterwards changes no word of what was signed.
        return speech.say(
            "{adendum} ini mulai berlaku pada saat {saat}.",
            adendum=side.name,
            saat=occasion,
        )
    return speech.say(
        "{adendum} ini mulai berlaku pada saat {saat}, yaitu pada tanggal {tanggal}.",
        adendum=side.name,
        saat=occasion,
        tanggal=speech.words.day(day),
    )


def _behind_the_term(side: AdendumSide) -> str:
    if not side.adendum.setelah_berakhir:
        return ""
    return side.speech.say(
        "{adendum} ini mulai berlaku sehari setelah berakhirnya jangka waktu {naskah}"
        " sebelum diubah dengan {adendum} ini.",
        adendum=side.name,
        naskah=side.short,
    )


def _backwards(side: AdendumSide) -> str:
    adendum, speech = side.adendum, side.speech
    day, signed = adendum.mulai_berlaku, adendum.signed
    before_signed = bool(day and signed and day < signed)
    if day and (adendum.berlaku_surut or before_signed):
        return speech.say(
            "{adendum} ini berlaku surut terhitung sejak tanggal {tanggal}.",
            adendum=side.name,
            tanggal=speech.words.day(day),
        )
    if adendum.berlaku_surut:
        return speech.say(
            "{adendum} ini berlaku surut terhitung sejak tanggal ditandatanganinya"
            " {naskah}.",
            adendum=side.name,
            naskah=side.short,
        )
    return ""


def _from_a_day(side: AdendumSide) -> str:
    day, speech = side.adendum.mulai_berlaku, side.speech
    if day is None:
        return speech.say(
            "{adendum} ini mulai berlaku pada tanggal ditandatangani.",
            adendum=side.name,
        )
    return speech.say(
        "{adendum} ini mulai berlaku pada tanggal {tanggal}.",
        adendum=side.name,
        tanggal=speech.words.day(day),
    )
