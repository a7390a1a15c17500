"""Which instrument an agreement is: the one it names, or the one its `jenis` says for certain."""

import re
from collections.abc import Iterable

from notakesepakatan.model.instrumen import Instrumen, InstrumenList

_REGION = re.compile(r"\bpemerintah (?:daerah|provinsi|kabupaten|kota)\b", re.I)
_OFFICE_OF_REGION = re.compile(r"^(?:dinas|sekretariat daerah)\b", re.I)


def is_region(name: str) -> bool:
    """Whether a party is a regional government, or an office of one, by its name."""
    return bool(_REGION.search(name) or _OFFICE_OF_REGION.search(name))


def instrumen_of(
    named: str | None, jenis: str, pihak: Iterable[str], known: InstrumenList
) -> Instrumen | None:
    """The instrument of an agreement; None where it is not known for certain.

    Args:
        named: what the agreement says.
        jenis: what it is called.
        pihak: names of its parties.
        known: every instrument.
    """
    if named:
        return known.get(named)
    called_so = [
        each
        for each in known.values()
        if each.dikenali_dari_jenis and _same(each.jenis, jenis)
    ]
    if len(called_so) != 1:
        return None
    (only,) = called_so
    fits = not only.pihak_daerah or any(map(is_region, pihak))
    return only if fits else None


def names_of_jenis(jenis: str, known: InstrumenList) -> list[str]:
    """Names of the instruments that are called so."""
    return [name for name, each in known.items() if _same(each.jenis, jenis)]


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()
