"""An adendum in, its last provisions out: what passes over, what stays in force, what it
is part of, and from when it is in force.
"""

from collections.abc import Sequence

from notakesepakatan.compose.adendum.force import force_words
from notakesepakatan.compose.adendum.peralihan import provisions_of_peralihan
from notakesepakatan.compose.adendum.pertimbangan import changed_with
from notakesepakatan.compose.adendum.revocation import provisions_of_revocation
from notakesepakatan.compose.adendum.side import AdendumSide
from notakesepakatan.load.adendum.riwayat import LoadedAdendum
from notakesepakatan.words.lists import as_sentence


def provisions(
    side: AdendumSide, previous: Sequence[LoadedAdendum], *, rights_stay: bool
) -> tuple[str, ...]:
    """The sentences behind the changes, in their order.

    Args:
        side: the adendum in one language.
        previous: all adenda before it.
        rights_stay: whether it is a correction that touches no right and no duty.
    """
    speech, short, name = side.speech, side.short, side.name
    all_sebutan = side.after.all_sebutan
    unchanged = speech.say(
        "Perbaikan sebagaimana dimaksud dalam Pasal I tidak mengubah hak dan"
        " kewajiban {para_pihak}.",
        para_pihak=all_sebutan,
    )
    is_part = speech.say(
        "{adendum} ini merupakan satu kesatuan dan bagian tidak terpisahkan dari"
        " {naskah}.",
        adendum=name,
        naskah=short,
    )
    return (
        *((unchanged,) if rights_stay else ()),
        *provisions_of_peralihan(side.peralihan, short, name, speech),
        *provisions_of_revocation(side),
        *(as_sentence(own) for own in side.adendum.ketentuan_peralihan),
        _others_stay(side, changed_with(short, side, previous)),
        is_part,
        force_words(side),
    )


def _bound(side: AdendumSide) -> str:
    """Whom it binds: of PARA PIHAK of the paper not those who leave with it."""
    if not side.peralihan.leaving:
        return side.after.all_sebutan
    return side.speech.words.listed([p.sebutan or "" for p in side.after.para_pihak])


def _others_stay(side: AdendumSide, naskah: str) -> str:
    """That all else stays in force, of the agreement as it was changed before."""
    bound = _bound(side)
    if ", sebagaimana telah" in naskah:
        naskah += ","
    if side.adendum.jenis == "perbaikan":
        return side.speech.say(
            "Ketentuan lain dalam {naskah} yang tidak diperbaiki dengan {adendum} ini"
            " dinyatakan tetap berlaku dan mengikat {para_pihak}.",
            naskah=naskah,
            adendum=side.name,
            para_pihak=bound,
        )
    if side.adendum.only_revokes:
        return side.speech.say(
            "Ketentuan lain dalam {naskah} dinyatakan tetap berlaku dan mengikat"
            " {para_pihak}.",
            naskah=naskah,
            para_pihak=bound,
        )
    return side.speech.say(
        "Ketentuan lain dalam {naskah} yang tidak diubah dengan {adendum} ini"
        " dinyatakan tetap berlaku dan mengikat {para_pihak}.",
        naskah=naskah,
        adendum=side.name,
        para_pihak=bound,
    )
