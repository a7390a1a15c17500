"""A law that is cited in full at one place and in short at another."""

import re
from collections.abc import Iterator

from notakesepakatan.compute.rules.laws.dasar_hukum import (
    CITED,
    CITED_SHORT,
    cited_twice,
    in_data,
    key_of,
    key_of_short,
)
from notakesepakatan.compute.rules.reading import Flaw, Reading

_SETS = re.compile(r"\b(?:disebut|disingkat)(?: sebagai| dengan)? [“\"']?$")


def cited_two_ways(reading: Reading) -> Iterator[Flaw]:
    """One law under two titles, or as `UU No. 23/2014` where it is a basis in full."""
    yield from cited_twice(reading)
    whole = set(_cited_in_full(reading))
    if not whole:
        return
    found = [
        (excerpt, match)
        for excerpt in reading.excerpts
        for match in CITED_SHORT.finditer(excerpt.text)
    ]
    # A short name that the text sets is its own.
    is_set = {match[0] for one, match in found if _is_set(one.text, match)}
    for excerpt, match in found:
        key = key_of_short(match)
        if key in whole and match[0] not in is_set:
            message = "peraturan ini di tempat lain dikutip lengkap"
            kind = " ".join(word.capitalize() for word in key[0].split())
            kind = kind.replace("Undang-undang", "Undang-Undang")
            saran = f"tulis {kind} Nomor {key[1]} Tahun {key[2]}"
            yield excerpt.flaw(match[0], message, saran, match.start())


def _cited_in_full(reading: Reading) -> Iterator[tuple[str, str, int]]:
    if reading.typed is not None:
        for law, _ in in_data(reading):
            yield law.jenis.lower(), law.nomor.lstrip("0"), law.tahun
    for excerpt in reading.excerpts:
        for match in CITED.finditer(excerpt.text):
            yield key_of(match)


def _is_set(text: str, match: re.Match[str]) -> bool:
    """Whether a short name stands where the text sets it: `selanjutnya disebut UU 23/2014`."""
    before = text[max(match.start() - 40, 0) : match.start()]
    return _SETS.search(before) is not None
