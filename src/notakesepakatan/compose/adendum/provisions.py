"""An adendum in, its last provisions out: what passes over, what stays in force, what it
is part of, and from when it is in force.
"""

from collections.abc import Sequence

from notakesepakatan.compose.adendum.force import force_words
from notakesepakatan.compose.adendum.peralihan import provisions_of_peralihan
from notakesepakatan.compose.adendum.pertimbangan import changed_with
from notakesepakatan.compose.adendum.side import AdendumSide


def provisions(
    side: AdendumSide, previous: Sequence[AdendumSide], *, rights_stay: bool
) -> tuple[str, ...]:
    """The sentences behind the changes, in their order.

    Args:
        side: the adendum in one language.
        previous: all adenda before it, in the same.
        rights_stay: whether it is a correction that touches no right and no duty.
    """
    speech, short, name = side.speech, side.short, side.name
    all_sebutan = side.after.all_sebutan
    unchanged = speech.say(
        "Perbaikan sebagaimana dimaksud dalam Pasal I tidak mengubah hak dan"
        " kewajiban {para_pihak}.",
        para_pihak=all_sebutan,
    )
    others_stay = speech.say(
        "Ketentuan lain dalam {naskah} yang tidak diubah dengan {adendum} ini"
        " dinyatakan tetap berlaku dan mengikat {para_pihak}.",
        naskah=changed_with(short, previous, speech),
        adendum=name,
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
        *side.adendum.ketentuan_peralihan,
        others_stay,
        is_part,
        force_words(side),
    )
