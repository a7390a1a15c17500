"""Titles of laws against what is on record: another title, or the title of another number."""

from collections.abc import Iterator

from notakesepakatan.compute.rules.laws.dasar_hukum import (
    CITED,
    begins_alike,
    constitution,
    in_data,
    key_of,
    words_of_title,
)
from notakesepakatan.compute.rules.reading import Flaw, Reading
from notakesepakatan.model.peraturan import KnownLaw, KnownLaws
from notakesepakatan.place import Place, at

_FEWEST_WORDS = 2
"""Words of a title that other words may follow; `Desa` begins many."""
_SARAN = "periksa pada peraturannya"


def against_record(reading: Reading) -> Iterator[Flaw]:
    """What a law on record is about, and which law is about that."""
    yield from constitution(reading)
    laws = reading.laws
    if laws is None:
        return
    if reading.typed:
        for regulation, place in in_data(reading):
            key = (
                regulation.jenis.lower(),
                regulation.nomor.lstrip("0"),
                regulation.tahun,
            )
            yield from _in_data(key, regulation.tentang, place, laws)
    for excerpt in reading.excerpts:
        for match in CITED.finditer(excerpt.text):
            message = _wrong(key_of(match), (match[4] or "").strip(), laws)
            piece, begin = match[0].strip(), match.start()
            if message:
                yield excerpt.flaw(piece, message, _SARAN, begin)


def _in_data(
    key: tuple[str, str, int], tentang: str, place: Place, laws: KnownLaws
) -> Iterator[Flaw]:
    message = _wrong(key, tentang, laws)
    if message:
        of_title = laws.find(key) is not None
        where = at(*place.path, "tentang" if of_title else "nomor")
        yield Flaw(where, tentang if of_title else key[1], message, _SARAN)


def _wrong(key: tuple[str, str, int], said: str, laws: KnownLaws) -> str:
    """What is wrong with a title, or with the number before it; empty where nothing is."""
    if not said:
        return ""
    law = laws.find(key)
    if law is not None:
        is_other = law.tentang is not None and not begins_alike(said, law.tentang)
        return f'judul yang tercatat: "{law.tentang}"' if is_other else ""
    owner = next((law for law in laws.peraturan if _is_meant(law, key, said)), None)
    if owner is None:
        return ""
    return f"yang tercatat dengan judul ini: Nomor {owner.nomor} Tahun {owner.tahun}"


def _is_meant(law: KnownLaw, key: tuple[str, str, int], said: str) -> bool:
    """Whether a law on record has this title and all but the number or the year."""
    if law.tentang is None or law.key[0] != key[0]:
        return False
    title = words_of_title(law.tentang)
    own = words_of_title(said)
    is_titled = own == title or (
        len(title) >= _FEWEST_WORDS and own[: len(title)] == title
    )
    is_number_same, is_year_same = law.nomor == key[1], law.tahun == key[2]
    return is_titled and is_number_same != is_year_same
