"""The clauses that a letter rests on: the ayat that says it, and its own words."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from notakesepakatan.compute.text.isian import jangka_waktu_words, lama
from notakesepakatan.compute.text.unnumbered import pasal_names
from notakesepakatan.compute.text.words import INDONESIAN
from notakesepakatan.compute.time.register import klausul_of
from notakesepakatan.data import Section
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pasal import klausul_texts, level_content
from notakesepakatan.place import DataPath

_BLANK_OF_TERM = "[[jangka_waktu"
"""How the blank begins that a term, or a day of it, is typed with."""


@dataclass(frozen=True)
class CitedKlausul:
    """A clause as a letter cites it.

    Attributes:
        dasar: where it stands: "Pasal 6 ayat (2)".
        isi: its words, where they are one text; empty where items stand below it.
    """

    dasar: str = ""
    isi: str = ""


_NONE = CitedKlausul()
_SAYS = {
    "kewajiban": re.compile(r"(?s)(?=.*kewajiban)(?=.*(?:selesai|hapus))", re.I),
    "berakhir_demi_hukum": re.compile("(?s).*(?:perundang|peraturan|hukum)", re.I),
}
"""What a clause has to speak of, for papers to say by it what they say of that role."""


def vouched(
    loaded: Loaded,
    dasar: Mapping[str, str],
) -> dict[str, str]:
    """The clauses by their role, without those that say something else than papers would.

    Args:
        loaded: the agreement.
        dasar: the clauses as printed, by their role.
    """
    return {
        role: words
        for role, words in dasar.items()
        if role not in _SAYS or _SAYS[role].match(_words_of_role(loaded, role))
    }


def _words_of_role(loaded: Loaded, role: str) -> str:
    path = _path_of(loaded, role)
    return _words(loaded.reading, path) if path else ""


def other_on_kewajiban(loaded: Loaded) -> CitedKlausul:
    """The clause on what is left at the end, where it has words of its own for that."""
    path = _path_of(loaded, "kewajiban")
    if not path or vouched(loaded, {"kewajiban": "ada"}):
        return _NONE
    return _cited(loaded, path)


def term_cited(loaded: Loaded) -> CitedKlausul:
    """The ayat that says how long it runs, or the pasal where no one ayat does."""
    path = _path_of(loaded, "jangka_waktu")
    if not path:
        return _NONE
    says = partial(_says_term, loaded)
    return _cited(loaded, next(_below(loaded, path, says), path))


def pemberitahuan_cited(loaded: Loaded) -> CitedKlausul:
    """The ayat that asks for the notice; none where no clause says anything of it."""
    path = _path_of(loaded, "pemberitahuan")
    says = partial(_says_pemberitahuan, loaded)
    has_role = "pemberitahuan" in loaded.numbers.kunci
    if not path or not (has_role or says(path)):
        return _NONE
    saying = list(_below(loaded, path, says))
    return _cited(loaded, saying[0] if len(saying) == 1 else path)


def _path_of(
    loaded: Loaded,
    role: str,
) -> DataPath | None:
    """Where the clause of a role stands in the data."""
    address = klausul_of(loaded.numbers, role)
    every = loaded.numbers.alamat.items()
    return next((path for path, one in every if one == address), None)


def _below(
    loaded: Loaded,
    path: DataPath,
    says: Callable[[DataPath], bool],
) -> Iterator[DataPath]:
    """The ayat of a pasal that say something; nothing where it has no ayat."""
    for level, ayat in level_content(_section(loaded.reading, path)):
        paths = [(*path, level, i) for i in range(len(ayat))]
        if level == "ayat":
            yield from filter(says, paths)


def _says_term(
    loaded: Loaded,
    path: DataPath,
) -> bool:
    words = jangka_waktu_words(loaded.reading.jangka_waktu)
    typed = _words(loaded.kesepakatan, path)
    read = _words(loaded.reading, path)
    return _BLANK_OF_TERM in typed or words in read


def _says_pemberitahuan(
    loaded: Loaded,
    path: DataPath,
) -> bool:
    words = _words(loaded.reading, path)
    before = lama(loaded.reading.tenggat.pemberitahuan)
    if before and before in words:
        return True
    return "beritahu" in words.lower()


def _words(
    k: Kesepakatan,
    path: DataPath,
) -> str:
    return " ".join(klausul_texts(_section(k, path)))


def _section(
    k: Kesepakatan,
    path: DataPath,
) -> Section:
    part: Any = k
    for step in path:
        part = part[step] if isinstance(step, int) else getattr(part, step)
    section: Section = part
    return section


def _cited(
    loaded: Loaded,
    path: DataPath,
) -> CitedKlausul:
    words = INDONESIAN.naming(pasal_names(loaded.reading))
    first, *others = klausul_texts(_section(loaded.reading, path))
    dasar = words.address(loaded.numbers.alamat[path])
    return CitedKlausul(dasar, "" if others else first)
