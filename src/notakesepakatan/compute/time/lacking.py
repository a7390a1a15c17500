"""A text in, out the roles that its papers rest on and that none of its pasal was given.

Only where a heading speaks of what the role is for: a text may go without such a pasal.
"""

from collections.abc import Container, Iterator, Sequence

from notakesepakatan.compute.text.roles import PASAL_ROLES, pasal_without_role
from notakesepakatan.compute.time.register import ROLE
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import unit_words

PAPER_KEYS = frozenset(keys[-1] for keys in ROLE.values())
"""Keys of the pasal that letters, minutes, reports and adenda name."""
_SEALED_AGAIN = (
    " di berkasnya, dan bila sudah disegel, selesaikan dengan menyegelnya kembali: "
    'nota segel NAMA --ulang --alasan "…"'
)


def lacking_roles(
    reading: Kesepakatan, known: Container[str], wanted: Sequence[str], paper: str
) -> Iterator[str]:
    """What a paper will not name, and what to write so that it does, in Indonesian.

    Args:
        reading: the agreement as it reads.
        known: the roles that its clauses have.
        wanted: the roles that the paper rests on.
        paper: what it is called: "surat".
    """
    for role in wanted:
        if role not in known:
            yield from _lacking(reading, ROLE[role][-1], paper)


def _lacking(reading: Kesepakatan, key: str, paper: str) -> Iterator[str]:
    roles = [role for role in PASAL_ROLES if role.kunci == key]
    for role in roles:
        for i in list(pasal_without_role(reading, role))[:1]:
            pasal = reading.pasal[i]
            named = unit_words("pasal", pasal.nomor or "")
            about, _, _ = role.what.partition(";")
            where = "" if reading.konsep else _SEALED_AGAIN
            yield (
                f"{named} ({pasal.judul}) tidak disebut dalam {paper}, karena belum "
                f'diberi perannya; bila memang mengenai {about}, tulis "kunci: {key}" '
                f"padanya{where}."
            )
