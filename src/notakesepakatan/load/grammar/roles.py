"""Pasal with their titles in, the roles that their titles say out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from notakesepakatan.compute.text.roles import PASAL_ROLES
from notakesepakatan.load.grammar.inferred import Inferred, Sure

_PEMBERITAHUAN = "pemberitahuan"


def infer_roles(pasal: Sequence[Mapping[str, Any]]) -> Iterator[Inferred]:
    """The role of each pasal whose title speaks of one, each role once.

    Args:
        pasal: as the YAML has them.
    """
    taken = set[int]()
    for role in PASAL_ROLES:
        for i, one in enumerate(pasal):
            title = str(one.get("judul", "")).lower()
            if i in taken or not any(word in title for word in role.headings):
                continue
            if _only_shares_a_word(role.kunci, title):
                continue
            taken.add(i)
            sure: Sure = "pasti" if title in role.headings else "cukup"
            said = str(one.get("judul", ""))
            yield Inferred(f"pasal[{i + 1}].kunci", role.kunci, said, sure)
            break


def _only_shares_a_word(kunci: str, title: str) -> bool:
    """Whether a title only shares a word with the role: "PELAKSANAAN PEMBAYARAN"."""
    return kunci == "pelaksanaan" and title != "pelaksanaan"


def name_pemberitahuan(pasal: Sequence[dict[str, Any]], sentence: str) -> None:
    """Give its role to the ayat that a sentence on notice is."""
    for one in pasal:
        for i, ayat in enumerate(one.get("ayat", [])):
            said = ayat if isinstance(ayat, str) else ayat.get("isi", "")
            if said == sentence:
                plain = {"isi": ayat} if isinstance(ayat, str) else ayat
                one["ayat"][i] = {"kunci": _PEMBERITAHUAN, **plain}
                return
