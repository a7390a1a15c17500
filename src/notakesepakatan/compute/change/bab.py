"""Two lists of pasal in, the new one with the numbers that its BAB have in law out.

A BAB keeps its number whatever comes before it; one that is put in between gets a number
of its own: IIA behind II.
"""

from collections.abc import Iterator, Sequence
from itertools import count

from notakesepakatan.compute.text.bab import BabOfPasal, bab_labels, begins_bab
from notakesepakatan.compute.text.tree import Tree, deleted, labels
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import at, unit_words
from notakesepakatan.temuan import Problem
from notakesepakatan.words.numbers import roman, whole_roman

_PASAL = ("pasal",)
_LETTERS = "ABEFGHJKNOPQRSTUWYZ"
"""Letters that are no roman numerals, so that they surely stand behind one."""


def settle_bab(old: Sequence[Tree], new: Sequence[Tree]) -> list[Tree]:
    """The new pasal with `nomor_bab` written where counting would give another number.

    Args:
        old: the pasal of the text that is amended.
        new: those of the new one, settled.
    """
    if not any("bab" in pasal for pasal in new):
        return list(new)
    wanted = _wanted(old, new)
    result, counted = list[Tree](), 0
    for pasal, label in zip(new, wanted, strict=True):
        result.append(_with_number(pasal, label, roman(counted + 1)))
        counted = max(counted, whole_roman(label))
    return result


def _with_number(pasal: Tree, label: str, by_counting: str) -> Tree:
    if not label or pasal.get("nomor_bab") == label:
        return pasal
    bare = {key: content for key, content in pasal.items() if key != "nomor_bab"}
    return bare if label == by_counting else {**bare, "nomor_bab": label}


def _wanted(old: Sequence[Tree], new: Sequence[Tree]) -> list[str]:
    """The number that the BAB of each new pasal is to have; empty where it begins none."""
    before = _numbers_before(old, new)
    used = {label for label in before if label}
    parts = _said(new)
    result, in_front = list[str](), ""
    for i, label in enumerate(before):
        if begins_bab(parts, i):
            if not label:
                is_last = not any(before[i + 1 :])
                label = _new_number(parts[i].nomor, in_front, used, is_last)
                used.add(label)
            in_front = label
        result.append(label)
    return result


def _numbers_before(old: Sequence[Tree], new: Sequence[Tree]) -> list[str]:
    """The number that the BAB of each new pasal had already; empty of new ones.

    It is that of the same pasal, or where the BAB now begins with another, of its title.
    """
    parts = _said(new)
    old_numbers, new_numbers = labels(old, _PASAL), labels(new, _PASAL)
    by_pasal, by_title = dict[str, str](), dict[str, str]()
    for pasal, number, label in zip(
        old, old_numbers, bab_labels(_said(old)), strict=True
    ):
        if label:
            by_pasal[number] = label
            by_title[pasal["bab"]] = label
    begins = [begins_bab(parts, i) for i in range(len(new))]
    found = [
        by_pasal.get(number, "") if begin else ""
        for number, begin in zip(new_numbers, begins, strict=True)
    ]
    for i, begin in enumerate(begins):
        label = by_title.get(parts[i].judul, "")
        if begin and not found[i] and _fits(label, found, i):
            found[i] = label
    return found


def _fits(label: str, found: Sequence[str], i: int) -> bool:
    """Whether a number is free, and between those before and behind."""
    if not label or label in found:
        return False
    before = [whole_roman(other) for other in found[:i] if other]
    behind = [whole_roman(other) for other in found[i + 1 :] if other]
    here = whole_roman(label)
    return max(before, default=0) <= here <= min(behind, default=here)


def _new_number(written: str, in_front: str, used: set[str], is_last: bool) -> str:
    """The number of a BAB that is new: counted on behind the last, else with a letter."""
    if written and written not in used:
        return written
    if is_last:
        following = (roman(whole_roman(in_front) + n) for n in count(1))
        return next(label for label in following if label not in used)
    stem = in_front.rstrip(_LETTERS) or "0"
    behind = (f"{stem}{letter * times}" for times in count(1) for letter in _LETTERS)
    return next(label for label in behind if label not in used)


def _said(pasal_list: Sequence[Tree]) -> list[BabOfPasal]:
    return [
        BabOfPasal(pasal.get("bab", ""), pasal.get("nomor_bab", ""), deleted(pasal))
        for pasal in pasal_list
    ]


def shifted_bab(before: Kesepakatan, after: Kesepakatan) -> Iterator[Problem]:
    """BAB of which an adendum would change the number; both texts as they read."""
    numbers = {pasal.nomor: pasal.nomor_bab for pasal in before.pasal if pasal.bab}
    for pasal in after.pasal:
        old = numbers.get(pasal.nomor)
        if pasal.bab and old and old != pasal.nomor_bab:
            where = unit_words("pasal", pasal.nomor or "")
            message = (
                f"BAB {old} di atas {where} bergeser menjadi BAB {pasal.nomor_bab}"
            )
            saran = (
                f'beri "nomor_bab: {old}" pada {where}, atau nomor sisipan pada BAB di '
                "depannya, mis. IIA"
            )
            yield Problem(at("perubahan"), "nomor-bab", message, saran)
