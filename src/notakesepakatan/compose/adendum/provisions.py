"""An adendum in, its last provisions out: what passes over, what stays in force, what it
is part of, and from when it is in force.
"""

from collections.abc import Sequence

from notakesepakatan.compose.adendum.force import force_words
from notakesepakatan.compose.adendum.peralihan import (
    peralihan,
    provisions_of_peralihan,
)
from notakesepakatan.compose.adendum.pertimbangan import changed_with, short_name
from notakesepakatan.compose.adendum.revocation import provisions_of_revocation
from notakesepakatan.load.adendum import LoadedAdendum


def provisions(
    loaded: LoadedAdendum, previous: Sequence[LoadedAdendum], *, rights_stay: bool
) -> tuple[str, ...]:
    """The sentences behind the changes, in their order.

    Args:
        loaded: the adendum.
        previous: all adenda before it.
        rights_stay: whether it is a correction that touches no right and no duty.
    """
    k = loaded.sesudah.reading
    short, name = short_name(loaded), loaded.name
    unchanged = (
        "Perbaikan sebagaimana dimaksud dalam Pasal I tidak mengubah hak dan"
        f" kewajiban {k.all_sebutan}."
    )
    others = (
        "" if loaded.adendum.only_revokes else f" yang tidak diubah dengan {name} ini"
    )
    return (
        *((unchanged,) if rights_stay else ()),
        *provisions_of_peralihan(
            peralihan(loaded.sebelum.reading, k), short, loaded.name
        ),
        *provisions_of_revocation(loaded, short),
        *loaded.adendum.ketentuan_peralihan,
        f"Ketentuan lain dalam {short}{changed_with(loaded, previous)}{others}"
        f" dinyatakan tetap berlaku dan mengikat {k.all_sebutan}.",
        f"{name} ini merupakan satu kesatuan dan bagian tidak terpisahkan dari {short}.",
        f"{name} ini {force_words(loaded)}.",
    )
