"""One unit or office under two names, within a party and over the whole text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, takewhile

from notakesepakatan.compute.rules.consistency.near_names import nearly_alike
from notakesepakatan.compute.rules.consistency.sameness import units
from notakesepakatan.compute.rules.front import front_of
from notakesepakatan.compute.rules.likeness import like
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Reading

_KINDS = (
    "Dinas|Badan|Biro|Bagian|Kementerian|Pemerintah|Direktorat|Balai|Sekretariat"
    "|Inspektorat|Kecamatan|Universitas|Akademi|Politeknik|RSUD|PT|CV|Bank|Yayasan"
)
_NAME = re.compile(
    rf"(?<![\w-])(?:{_KINDS})"
    rf"(?:(?:,? dan |, | )(?!(?:{_KINDS})\b)(?:[A-Z][\w-]*|dr\.)){{1,9}}"
)
_LAW = re.compile(r"\b(?:Undang-Undang|Peraturan|Keputusan|Surat) [^;()]*")
_SCOPE = frozenset(
    (
        "kabupaten",
        "kota",
        "provinsi",
        "wilayah",
        "republik",
        "daerah",
        "pusat",
        "cabang",
    )
)
_ALIKE = 0.7
_SHARED = 0.7
"""Of the words of the shorter of two names, what must be in common."""
_FEWEST = 3
_MOST = 400
"""Different names of a text that are held against each other."""


def two_names(reading: Reading) -> Iterator[Flaw]:
    """An office of a party under two names; a unit that the text calls in two ways."""
    told = set[tuple[object, str]]()
    if reading.typed:
        for flaw in units(reading):
            told.add((flaw.place.path, flaw.piece))
            yield flaw
    places = _names(reading)
    count = Counter(name for _, name, _ in places)
    own = {pihak.nama for pihak in front_of(reading).para_pihak}
    slips = _slips(list(count)[:_MOST], count, own)
    for excerpt, name, begin in places:
        if name in slips and (excerpt.place.path, name) not in told:
            message = f'mirip "{slips[name]}", mungkin satu unit dengan dua nama'
            saran = "samakan bila memang unit yang sama"
            told.add((excerpt.place.path, name))
            yield excerpt.flaw(name, message, saran, begin)
    for flaw in nearly_alike(reading):
        if not any(path == flaw.place.path for path, _ in told):
            yield flaw


def _names(reading: Reading) -> list[tuple[Excerpt, str, int]]:
    """Every name of a unit in a sentence, and where it begins there."""
    result = list[tuple[Excerpt, str, int]]()
    for excerpt in reading.excerpts:
        if excerpt.path[0] in ("dasar_hukum", "penandatanganan"):
            continue
        text = _LAW.sub(lambda match: "_" * len(match[0]), excerpt.text)
        for match in _NAME.finditer(text):
            result.append((excerpt, match[0], match.start()))
    return result


def _slips(names: Sequence[str], count: Counter[str], own: set[str]) -> dict[str, str]:
    """The names that are probably slips of others, with those others."""
    result = dict[str, str]()
    for one, other in combinations(names, 2):
        same_kind = one.split()[0] == other.split()[0]
        if not same_kind or not _is_one_unit(one, other):
            continue
        right = _likelier(one, other, count, own)
        if right:
            result[other if right == one else one] = right
    return result


def _likelier(one: str, other: str, count: Counter[str], own: set[str]) -> str | None:
    """Which of two names is right; None where either may be a name of its own."""
    if one in own and other in own:
        return None
    if count[one] > 2 and count[other] > 2:
        return None
    if one in own or other in own:
        return one if one in own else other
    return max(one, other, key=count.__getitem__)


def _is_one_unit(one: str, other: str) -> bool:
    first, second = _words(one), _words(other)
    if first == second:
        return False
    if sorted(first) == sorted(second):
        return True
    if _is_mostly_same(first, second) or _has_contraction(first, second):
        return True
    if len(first) == len(second):
        differing = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
        return len(differing) == 1 and like(*differing[0]) >= _ALIKE
    shorter, longer = sorted((first, second), key=len)
    return _has_one_more(shorter, longer)


def _is_mostly_same(first: Sequence[str], second: Sequence[str]) -> bool:
    """Three words in common of four, as of one office before and after it was renamed."""
    one, other = _own_words(first), _own_words(second)
    shared = one & other
    if not (one - other and other - one):
        return False  # one of them is a part of the other body
    return len(shared) >= _FEWEST and len(shared) >= _SHARED * min(len(one), len(other))


def _own_words(name: Sequence[str]) -> set[str]:
    """The words of a name without its kind, and without the place of which it is."""
    return set(takewhile(lambda word: word not in _SCOPE, name[1:]))


def _has_contraction(first: Sequence[str], second: Sequence[str]) -> bool:
    """`Dinas Kominfo` for `Dinas Komunikasi dan Informatika`, with or without more words."""
    pairs = ((first, second), (second, first))
    return any(
        word.startswith(begin[:3]) and end[:3] in word[2:] and word not in longer
        for shorter, longer in pairs
        for word in shorter[1:]
        for begin, end in pairwise(longer[1:])
    )


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[\w.-]+", name.lower()) if word != "dan"]


def _has_one_more(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """A word more inside a name, or one behind it that says no place."""
    if len(longer) != len(shorter) + 1 or len(shorter) < 3:
        return False
    for i in range(1, len(longer)):
        if [*longer[:i], *longer[i + 1 :]] == list(shorter):
            return i < len(longer) - 1 or longer[i] not in _SCOPE
    return False
