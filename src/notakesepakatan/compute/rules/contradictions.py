"""What a text says in one place and denies in another: what is included, who does it, sums."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from notakesepakatan.compute.rules.front import front_of
from notakesepakatan.compute.rules.instalments import MONEY, instalments
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Level, Reading
from notakesepakatan.compute.text.tabel import read_number
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
_SMALLEST = Decimal(10_000)


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


def swapped_sums(reading: Reading) -> Iterator[Flaw]:
    """An amount in a sentence that is the sum of a table but for two digits, or for a zero."""
    yield from instalments(reading)
    amounts = [
        (excerpt, match, read_number(match[0]))
        for excerpt in reading.excerpts
        for match in MONEY.finditer(excerpt.text)
    ]
    totals = set(_totals(reading))
    if not totals:
        return
    for excerpt, match, amount in amounts:
        if amount is None or amount in totals or amount < _SMALLEST:
            continue
        if "\t" in excerpt.text or excerpt.path[-3:-2] == ("baris",):
            continue
        near = [total for total in totals if is_changed_round(amount, total)]
        if len(near) == 1:
            message = "dua angkanya tertukar terhadap jumlah pada tabel"
            saran, begin = "samakan dengan jumlah tabelnya", match.start()
            yield excerpt.flaw(match[0], message, saran, begin)
    yield from _by_a_zero(reading, amounts, totals)


def _by_a_zero(
    reading: Reading,
    amounts: Sequence[tuple[Excerpt, re.Match[str], Decimal | None]],
    totals: set[Decimal],
) -> Iterator[Flaw]:
    """`Rp15.000.000,00`, where the table makes Rp150.000.000,00 and no sentence says so."""
    cells = {read_number(cell) for one in reading.excerpts for cell in _cells(one)}
    said = {amount for one, _, amount in amounts if not any(_cells(one))}
    lost = totals - said
    for excerpt, match, amount in amounts:
        if (
            amount is None
            or amount < _SMALLEST
            or amount in cells
            or any(_cells(excerpt))
        ):
            continue
        if amount * 10 in lost or amount / 10 in lost:
            message = "satu nol kurang atau lebih terhadap jumlah pada tabel"
            saran, begin = "samakan dengan jumlah tabelnya", match.start()
            yield excerpt.flaw(match[0], message, saran, begin, _WARNING)


def _cells(excerpt: Excerpt) -> Sequence[str]:
    """The cells of a row; none of a sentence."""
    if "\t" in excerpt.text:
        return excerpt.text.split("\t")
    return [excerpt.text] if excerpt.path[-3:-2] == ("baris",) else []


def _totals(reading: Reading) -> Iterator[Decimal]:
    """The sums of columns of tables."""
    if reading.typed is None:
        for excerpt in reading.excerpts:
            if re.match(r"\s*(?:jumlah|total)\b", excerpt.text, re.IGNORECASE):
                cells = map(read_number, excerpt.text.split("\t")[1:])
                yield from (cell for cell in cells if cell is not None)
        return
    rows = [one for one in reading.excerpts if one.path[-3:-2] == ("baris",)]
    sums = Counter[tuple[object, ...]]()
    result = defaultdict[tuple[object, ...], Decimal](Decimal)
    for cell in rows:
        number = read_number(cell.text)
        column = (*cell.path[:-2], cell.path[-1])
        if number is not None:
            result[column] += number
            sums[column] += 1
    yield from (total for column, total in result.items() if sums[column] > 1)


def is_changed_round(one: Decimal, other: Decimal) -> bool:
    """Whether two digits of one number, put in each other's place, make the other."""
    first, second = str(int(one)), str(int(other))
    if len(first) != len(second) or sorted(first) != sorted(second):
        return False
    differing = [i for i in range(len(first)) if first[i] != second[i]]
    return len(differing) == len((1, 2))


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
