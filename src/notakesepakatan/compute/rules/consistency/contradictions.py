"""What a text says in one place and denies in another: what is included, who does it, sums."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from notakesepakatan.compute.rules.front import front_of
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Level, Reading
from notakesepakatan.place import Place

_INCLUDES = re.compile(
    r"\b(sudah|telah|belum|tidak) (?:termasuk|meliputi|mencakup)"
    r" (pajak(?: pertambahan nilai| penghasilan)?|PPN|PPh|meterai|bea meterai"
    r"|ongkos kirim|biaya (?:kirim|pengiriman|administrasi|transportasi|asuransi))",
    re.IGNORECASE,
)
_VALUE_ADDED = ("ppn", "pajak pertambahan nilai", "pajak")
_RIGHTS = re.compile(
    r"(?:memiliki |mempunyai )?(hak|berhak|kewajiban|berkewajiban|wajib)"
)
_SENTENCE = r"(?:^|; |\) |[.)] )(?:{term}) ([a-z]+)((?: [\w-]+)?)"
_CHECK = "periksa pihak mana yang dimaksud"
_WARNING: Level = "peringatan"


def included(reading: Reading) -> Iterator[Flaw]:
    """`belum termasuk pajak` in a pasal, `sudah termasuk pajak` in an annex."""
    found = defaultdict[str, list[tuple[Excerpt, re.Match[str], bool]]](list)
    for excerpt in reading.excerpts:
        for match in _INCLUDES.finditer(excerpt.text):
            what = match[2].lower()
            what = _VALUE_ADDED[0] if what in _VALUE_ADDED else what
            is_in = match[1].lower() in ("sudah", "telah")
            found[what].append((excerpt, match, is_in))
    for places in found.values():
        if {is_in for _, _, is_in in places} != {True, False}:
            continue
        for excerpt, match, _ in places:
            message = "di tempat lain naskah ini berkata sebaliknya"
            saran, begin = "samakan, atau sebut untuk biaya yang mana", match.start()
            yield excerpt.flaw(match[0], message, saran, begin)


def one_does_all(reading: Reading) -> Iterator[Flaw]:
    """`Radio menyediakan …; Radio menyediakan …`, and Akademi does nothing at all."""
    front = front_of(reading)
    terms = [pihak.sebutan for pihak in front.para_pihak if pihak.sebutan]
    if len(terms) != len(front.para_pihak) or len(terms) <= 1:
        return
    acts = defaultdict[str, list[tuple[Excerpt, int, str]]](list)
    for excerpt in front.behind:
        for term in terms:
            pattern = re.compile(_SENTENCE.format(term=re.escape(term)))
            for match in pattern.finditer(excerpt.text.strip()):
                acts[term].append((excerpt, match.start(), match[1]))
    if len(acts) != 1:
        return
    (term, places), *_ = acts.items()
    for (one, _, verb), (other, second, again) in pairwise(places):
        is_beside = one is other or _are_beside(reading, one, other)
        if verb == again and is_beside:
            message = f"{term} melakukan semuanya; pihak lain tidak satu pun"
            if one is not other:
                yield one.flaw(term, message, _CHECK, tingkat=_WARNING)
            offset = other.text.find(term, second)
            yield other.flaw(term, message, _CHECK, offset, _WARNING)


def _are_beside(reading: Reading, one: Excerpt, other: Excerpt) -> bool:
    """Whether two texts are of one pasal, or follow each other."""
    if reading.typed:
        return one.path[:2] == other.path[:2]
    return (one.place, other.place) in _neighbors(reading)


def _neighbors(reading: Reading) -> set[tuple[Place, Place]]:
    places = [excerpt.place for excerpt in reading.excerpts]
    return set(pairwise(places))


def same_side(reading: Reading) -> Iterator[Flaw]:
    """`PIHAK KEDUA berkewajiban:` twice, and nowhere what it has a right to."""
    terms = [one.sebutan for one in front_of(reading).para_pihak if one.sebutan]
    for group in _heads(reading, terms):
        kinds = {kind for _, _, kind in group}
        named = {term for _, term, _ in group}
        if kinds != {"hak", "kewajiban"} or len(named) < len((1, 2)):
            continue
        for term in sorted(named):
            own = [one for one in group if one[1] == term]
            has_both = {kind for _, _, kind in own} == kinds
            others = all(_has_both(group, other) for other in named - {term})
            if has_both or len(own) != len(kinds) or not others:
                continue
            for excerpt, _, kind in own:
                message = f"{kind} {term} dua kali, dan yang lain tidak ada"
                saran = "periksa mana yang hak dan mana yang kewajiban"
                yield excerpt.flaw(term, message, saran, tingkat=_WARNING)


def _has_both(group: Sequence[tuple[Excerpt, str, str]], term: str) -> bool:
    return {kind for _, one, kind in group if one == term} == {"hak", "kewajiban"}


def _heads(
    reading: Reading, terms: Sequence[str]
) -> Iterator[list[tuple[Excerpt, str, str]]]:
    """Sentences that begin a list of rights or duties of a party, pasal by pasal."""
    if not terms:
        return
    every = "|".join(map(re.escape, sorted(terms, key=len, reverse=True)))
    head = re.compile(
        rf"(?:\(?\w{{1,3}}[.)] )?(?:(?:Hak|Kewajiban) )?({every}) ?(.*):$"
    )
    group = list[tuple[Excerpt, str, str]]()
    for excerpt in front_of(reading).behind:
        text = excerpt.text.strip()
        match = head.match(text)
        said = _RIGHTS.search(match[2]) if match else None
        if re.match(r"(?:Pasal|PASAL) \d", text) or _begins_pasal(group, excerpt):
            yield group
            group = []
        if match and said:
            kind = "hak" if "hak" in said[1] else "kewajiban"
            group.append((excerpt, match[1], kind))
    yield group


def _begins_pasal(group: Sequence[tuple[Excerpt, str, str]], excerpt: Excerpt) -> bool:
    """Whether a text of ours is of another pasal than those before it."""
    if not group or excerpt.path[0] != "pasal":
        return False
    last, _, _ = group[-1]
    return last.path[:2] != excerpt.path[:2]
