"""Two lists of pasal in, the new one with the numbers that its heads have in law out.

A BAB keeps its number whatever comes before it, and so does a Bagian in its BAB; one that
is put in between gets a number of its own: BAB IIA behind II, Bagian 2A behind 2.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from string import ascii_uppercase

from notakesepakatan.compute.text.bab import (
    HEAD_KINDS,
    HeadedPasal,
    HeadKind,
    Scope,
    begins_head,
    heads_of,
    number_heads,
)
from notakesepakatan.compute.text.tree import Tree, deleted, labels
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pasal import HEADS
from notakesepakatan.place import at, head_words, unit_words
from notakesepakatan.temuan import Problem

_PASAL = ("pasal",)
_NO_NUMERAL = "ABEFGHJKNOPQRSTUWYZ"
"""Letters that are no roman numerals, so that they surely stand behind one."""


@dataclass(frozen=True)
class _Group:
    """Pasal whose heads of a kind are counted together.

    Attributes:
        places: where each stands in the whole list.
        numbers: number of each.
        parts: what each says of its heads.
        labels: number of the head that each begins, as counted.
    """

    kind: HeadKind
    places: tuple[int, ...] = ()
    numbers: tuple[str, ...] = ()
    parts: tuple[HeadedPasal, ...] = ()
    labels: tuple[str, ...] = ()

    def title(
        self,
        i: int,
    ) -> str:
        """The title of the head that the pasal there begins; empty for none."""
        return self.parts[i].said.get(self.kind.key, "")

    def begins(
        self,
        i: int,
    ) -> bool:
        """Whether a head begins there."""
        together = ((),) * len(self.parts)
        return begins_head(self.kind, self.parts, together, i)


def settle_bab(
    old: Sequence[Tree],
    new: Sequence[Tree],
) -> list[Tree]:
    """The new pasal with a number written where counting would give a head another.

    Args:
        old: the pasal of the text that is amended.
        new: those of the new one, settled.
    """
    result = list(new)
    for kind in HEAD_KINDS:
        if any(kind.key in pasal for pasal in new):
            _settle_kind(kind, old, result)
    return result


def _settle_kind(
    kind: HeadKind,
    old: Sequence[Tree],
    new: list[Tree],
) -> None:
    before = _groups(kind, old)
    for scope, group in _groups(kind, new).items():
        counted = 0
        wanted = _wanted(before.get(scope, _Group(kind)), group)
        for place, label in zip(group.places, wanted, strict=True):
            new[place] = _with_number(kind, new[place], label, counted)
            counted = max(counted, kind.whole(label))


def _groups(
    kind: HeadKind,
    pasal_list: Sequence[Tree],
) -> dict[Scope, _Group]:
    parts = _said(pasal_list)
    heads = number_heads(parts)
    numbers = labels(pasal_list, _PASAL)
    places = dict[Scope, list[int]]()
    for i, scope in enumerate(heads.scopes[kind.key]):
        places.setdefault(scope, []).append(i)
    return {
        scope: _Group(
            kind,
            tuple(inside),
            tuple(numbers[i] for i in inside),
            tuple(parts[i] for i in inside),
            tuple(heads.labels[kind.key][i] for i in inside),
        )
        for scope, inside in places.items()
    }


def _with_number(
    kind: HeadKind,
    pasal: Tree,
    label: str,
    counted: int,
) -> Tree:
    key = kind.number_key
    if not label or pasal.get(key) == label:
        return pasal
    bare = {name: content for name, content in pasal.items() if name != key}
    return bare if label == kind.nth(counted + 1) else {**bare, key: label}


def _wanted(
    old: _Group,
    new: _Group,
) -> list[str]:
    """The number that the head of each new pasal is to have; empty where it begins none."""
    before = _numbers_before(old, new)
    used = {label for label in before if label}
    result, in_front = list[str](), ""
    for i, label in enumerate(before):
        if new.begins(i):
            if not label:
                written = new.parts[i].said.get(new.kind.number_key, "")
                is_last = not any(before[i + 1 :])
                label = _new_number(new.kind, written, in_front, used, is_last)
                used.add(label)
            in_front = label
        result.append(label)
    return result


def _numbers_before(
    old: _Group,
    new: _Group,
) -> list[str]:
    """The number that the head of each new pasal had already; empty of new ones.

    It is that of the same pasal, or where the head now begins with another, of its title.
    """
    by_pasal, by_title = dict[str, str](), dict[str, str]()
    for i, label in enumerate(old.labels):
        if label:
            by_pasal[old.numbers[i]] = label
            by_title[old.title(i)] = label
    begins = [new.begins(i) for i in range(len(new.parts))]
    found = [
        by_pasal.get(number, "") if begin else ""
        for number, begin in zip(new.numbers, begins, strict=True)
    ]
    for i, begin in enumerate(begins):
        label = by_title.get(new.title(i), "")
        if begin and not found[i] and _fits(new.kind, label, found, i):
            found[i] = label
    return found


def _fits(
    kind: HeadKind,
    label: str,
    found: Sequence[str],
    i: int,
) -> bool:
    """Whether a number is free, and between those before and behind."""
    if not label or label in found:
        return False
    before = [kind.whole(other) for other in found[:i] if other]
    behind = [kind.whole(other) for other in found[i + 1 :] if other]
    here = kind.whole(label)
    return max(before, default=0) <= here <= min(behind, default=here)


def _new_number(
    kind: HeadKind,
    written: str,
    in_front: str,
    used: set[str],
    is_last: bool,
) -> str:
    """The number of a head that is new: counted on behind the last, else with a letter."""
    if written and written not in used:
        return written
    if is_last:
        following = (kind.nth(kind.whole(in_front) + n) for n in count(1))
        return next(label for label in following if label not in used)
    letters = _NO_NUMERAL if kind.nth(1) == "I" else ascii_uppercase
    stem = in_front.rstrip(letters) or "0"
    behind = (f"{stem}{letter * times}" for times in count(1) for letter in letters)
    return next(label for label in behind if label not in used)


def _said(pasal_list: Sequence[Tree]) -> list[HeadedPasal]:
    keys = [key for pair in HEADS.items() for key in pair]
    return [
        HeadedPasal({key: pasal[key] for key in keys if key in pasal}, deleted(pasal))
        for pasal in pasal_list
    ]


def shifted_bab(
    before: Kesepakatan,
    after: Kesepakatan,
) -> Iterator[Problem]:
    """Heads of which an adendum would change the number; both texts as they read."""
    if any(pasal.said for pasal in heads_of(after.pasal)):
        for kind in HEAD_KINDS:
            yield from _shifted(kind, before, after)


def _shifted(
    kind: HeadKind,
    before: Kesepakatan,
    after: Kesepakatan,
) -> Iterator[Problem]:
    numbers = {
        pasal.nomor: getattr(pasal, kind.number_key)
        for pasal in before.pasal
        if getattr(pasal, kind.key)
    }
    for pasal in after.pasal:
        old, now = numbers.get(pasal.nomor), getattr(pasal, kind.number_key)
        if getattr(pasal, kind.key) and old and old != now:
            where = unit_words("pasal", pasal.nomor or "")
            names = [head_words(kind.key, label) for label in (old, now)]
            message = f"{names[0]} di atas {where} bergeser menjadi {names[1]}"
            saran = (
                f'beri "{kind.number_key}: {old}" pada {where}, atau nomor sisipan pada '
                f"{kind.name} di depannya, mis. {kind.nth(2)}A"
            )
            yield Problem(at("perubahan"), "nomor-bab", message, saran)
