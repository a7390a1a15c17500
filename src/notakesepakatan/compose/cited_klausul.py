"""The clauses that a letter rests on: the ayat that says it, and its own words."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
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
from notakesepakatan.model.peristiwa import LEAVING
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
_LEAVES = re.compile(
    r"(?is)(?=.*\b(?:pihak|kesepakatan|perjanjian|nota|memorandum|kerja sama)\b)"
    r".*\b(?:mengundurkan|pengunduran|menarik|penarikan) diri"
)
"""What a clause says by which one party of several leaves."""


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


def with_key(
    sections: Iterable[Section],
    key: str,
) -> Iterator[Section]:
    """The sections, and those below them, that have this key."""
    for section in sections:
        if getattr(section, "kunci", None) == key and not _is_deleted(section):
            yield section
        for _, below in level_content(section):
            yield from with_key(below, key)


def _is_deleted(section: Section) -> bool:
    return bool(getattr(section, "dihapus", False))


def may_leave(k: Kesepakatan) -> bool:
    """Whether a clause speaks of a party that leaves while the others go on."""
    has_role = any(with_key(k.pasal, LEAVING))
    return has_role or any(map(_leaves, k.pasal))


def _leaves(section: Section) -> bool:
    return any(map(_LEAVES.search, klausul_texts(section)))


def leaving_cited(loaded: Loaded) -> CitedKlausul:
    """The clause by which a party may leave: its ayat, or the pasal of several that say it.

    None where no pasal speaks of it, or more than one.
    """
    path = _path_of(loaded, LEAVING)
    if path:
        return _cited(loaded, path)
    every = range(len(loaded.reading.pasal))
    paths: list[DataPath] = [("pasal", i) for i in every]
    saying = [each for each in paths if _says_leaving(loaded, each)]
    if len(saying) != 1:
        return _NONE
    ayat = list(_below(loaded, saying[0], partial(_says_leaving, loaded)))
    return _cited(loaded, ayat[0] if len(ayat) == 1 else saying[0])


def _says_leaving(loaded: Loaded, path: DataPath) -> bool:
    return _leaves(_section(loaded.reading, path))


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
