"""What became of the laws that agreements rest on, by the table of laws."""

import re
from collections.abc import Iterator, Sequence

from notakesepakatan.model.dasar_hukum import DasarHukum
from notakesepakatan.model.peraturan import KnownLaw, KnownLaws

_LAW = re.compile(
    r"(Undang-Undang|Peraturan \w+)(?: Republik Indonesia)? Nomor (\d+) Tahun (\d{4})\b",
    re.IGNORECASE,
)
_LAW_NUMBER = re.compile(r"\bNomor (\d+) Tahun (\d{4})\b")


def law_moved_on(dasar: DasarHukum, laws: KnownLaws) -> KnownLaw | None:
    """The law that a legal basis names, where the table knows that it has gone or changed.

    None where the basis names the change itself.
    """
    law = laws.find(_law_of(dasar))
    if law is None or not law.perubahan or not law.terakhir:
        return None
    later = (law.terakhir.nomor, law.terakhir.tahun)
    return None if later in _named_later(dasar) else law


def changed_laws(dasar_hukum: Sequence[DasarHukum], laws: KnownLaws) -> Iterator[str]:
    """Each law among legal bases that has gone or changed, with what became of it."""
    for dasar in dasar_hukum:
        law = None if dasar.dihapus else law_moved_on(dasar, laws)
        if law:
            yield f"{law.jenis} Nomor {law.nomor} Tahun {law.tahun}: {law.perubahan}"


def _named_later(dasar: DasarHukum) -> set[tuple[str, int]]:
    """Number and year of each law that a legal basis names as a change."""
    in_words = _LAW_NUMBER.findall(dasar.teks or "")
    named = {(nomor, int(year)) for nomor, year in in_words}
    return named | {(change.nomor, change.tahun) for change in dasar.perubahan}


def _law_of(dasar: DasarHukum) -> tuple[str, str, int]:
    """Kind, number and year of the law that a legal basis names first; empty for none."""
    match = _LAW.match(dasar.teks or "")
    if match:
        kind, nomor, year = match.groups()
        return kind.lower(), nomor.lstrip("0"), int(year)
    nomor = (dasar.nomor or "").lstrip("0")
    return (dasar.jenis or "").lower(), nomor, dasar.tahun or 0
