"""A text and an adendum in, the text with it out, or all that does not fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import get_args

from pydantic import ValidationError

from notakesepakatan.compute.change.apply import WrongContent, apply
from notakesepakatan.compute.change.bab import shifted_bab
from notakesepakatan.compute.text.tree import Tree
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.kesepakatan import (
    Computed,
    Loaded,
    compute,
    place_problems,
    with_shared,
    with_tree,
)
from notakesepakatan.load.yaml.messages import translate_all
from notakesepakatan.load.yaml.text import Source
from notakesepakatan.model.adendum import (
    Adendum,
    Append,
    Change,
    Delete,
    Insert,
    Rearrangement,
)
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import at
from notakesepakatan.temuan import Problem, Temuan
from notakesepakatan.words.lists import merge
from notakesepakatan.words.tanggal import tanggal_long

_Fault = tuple[str, str]
"""Message and suggestion."""
_OF_PARTS = (Change, Insert, Append, Delete, *get_args(Rearrangement))
"""Operations that put parts as they were read: the tree that comes of them is the text's own.

Of one that changes words within a text (two spaces where a word went) it is read anew.
"""


@dataclass(frozen=True)
class ReadTree:
    """A tree as an agreement, as far as it is one, and what is wrong with it."""

    tree: Tree
    kesepakatan: Kesepakatan | None
    computed: Computed | None
    faults: tuple[_Fault, ...]


def changed_with(
    before: Loaded,
    adendum: Adendum,
    source: Source,
    nomor: int,
    known: Sequence[Temuan] = (),
) -> Loaded:
    """The text with an adendum.

    Args:
        before: the text it changes.
        adendum: its data.
        source: where each of its values stands.
        nomor: its place, from 1.
        known: what is wrong with it anyway.

    Raises:
        FaultyNaskah: with that, and all that does not fit this text.
    """
    tree, problems = apply(before.tree, adendum.perubahan)
    if problems:
        raise FaultyNaskah([*known, *_operation_faults(problems, source)])
    temuan = list(known)
    after = read_tree(tree, before)
    if after.faults:
        temuan += place_problems(_check_result(adendum, before, after), source)
    kesepakatan, computed = after.kesepakatan, after.computed
    if temuan or kesepakatan is None or computed is None:
        raise FaultyNaskah(temuan)
    _check_pihak(adendum, source, before.kesepakatan, kesepakatan)
    _check_bab(source, before.reading, computed.reading)
    penanda_tangan = () if adendum.konsep else adendum.para_pihak
    names = (*before.changed, adendum.name(nomor))
    cited = (*before.changed_cited, cited_adendum(adendum, nomor))
    text = replace(
        before,
        kesepakatan=kesepakatan,
        reading=computed.reading,
        numbers=computed.numbers,
        changed=names if adendum.perubahan else before.changed,
        changed_cited=cited if adendum.perubahan else before.changed_cited,
        penanda_tangan=penanda_tangan or before.penanda_tangan,
    )
    puts_parts = all(isinstance(each, _OF_PARTS) for each in adendum.perubahan)
    is_tree = puts_parts and _has_same_frame(before.kesepakatan, kesepakatan)
    return with_tree(text, tree) if is_tree else text


def cited_adendum(adendum: Adendum, nomor: int) -> str:
    """How a letter names it: "Adendum Kesatu, Nomor 1/2027, tanggal 2 Maret 2027"."""
    parts = [adendum.name(nomor)]
    numbers = [f"Nomor {one.nomor}" for one in adendum.para_pihak if one.nomor]
    if numbers:
        parts.append(merge(numbers))
    if day := adendum.signed:
        parts.append(f"tanggal {tanggal_long(day)}")
    return ", ".join(parts)


def _has_same_frame(before: Kesepakatan, after: Kesepakatan) -> bool:
    """Whether nothing follows of what changed that no operation says."""
    same_day = before.penandatanganan == after.penandatanganan
    return same_day and before.susunan == after.susunan


def _operation_faults(
    problems: list[Problem | WrongContent], source: Source
) -> list[Temuan]:
    result = list[Temuan]()
    for problem in problems:
        if isinstance(problem, WrongContent):
            result += translate_all(problem.cause, source, problem.wanted, problem.path)
        else:
            result += place_problems([problem], source)
    return result


def _check_pihak(
    adendum: Adendum, source: Source, before: Kesepakatan, after: Kesepakatan
) -> None:
    count = max(len(before.para_pihak), len(after.para_pihak))
    if len(adendum.para_pihak) > count:
        message = f"kesepakatan ini hanya berpihak {count}"
        problem = Problem(at("para_pihak", count), "pihak", message, "hapus yang lebih")
        raise FaultyNaskah(place_problems([problem], source))


def _check_bab(source: Source, before: Kesepakatan, after: Kesepakatan) -> None:
    shifted = place_problems(shifted_bab(before, after), source)
    if shifted:
        raise FaultyNaskah(shifted)


def read_tree(tree: Tree, like: Loaded) -> ReadTree:
    """The agreement that a tree is, and what is wrong with it.

    Args:
        tree: the tree.
        like: a sound text with which it shares most.
    """
    try:
        kesepakatan = Kesepakatan.model_validate(with_shared(tree, like))
    except ValidationError as cause:
        nowhere = Source("", "", tree, {}, {})
        temuan = translate_all(cause, nowhere, Kesepakatan, ())
        misfit = tuple((f"{one.kunci}: {one.message}", one.saran) for one in temuan)
        return ReadTree(tree, None, None, misfit)
    kesepakatan = _signed_as(like.kesepakatan, kesepakatan)
    kesepakatan = _in_sides(like.kesepakatan, kesepakatan)
    computed = compute(kesepakatan, like)
    faults = tuple(
        (f"{one.place}: {one.message}", one.saran) for one in computed.problems
    )
    return ReadTree(tree, kesepakatan, computed, faults)


def _signed_as(before: Kesepakatan, after: Kesepakatan) -> Kesepakatan:
    """The changed agreement, signed when it was signed.

    Where each party signed on a day of its own, parties that come or go later have no
    part in that day; it is said of the whole then.
    """
    if before.signed is None or after.signed == before.signed:
        return after
    day = {"tanggal": before.signed}
    dated = after.penandatanganan.model_copy(update=day)
    return after.model_copy(update={"penandatanganan": dated})


def _in_sides(before: Kesepakatan, after: Kesepakatan) -> Kesepakatan:
    """The changed agreement, its parties on the side of DENGAN on which they were.

    Who joins stands behind the last, on the other side than the first.
    """
    many = len(after.para_pihak)
    sides = before.susunan.sides(len(before.para_pihak))
    if len(sides) == 1 or many == len(before.para_pihak):
        return after
    first_side = {pihak.nama for pihak in before.para_pihak[: sides[0]]}
    staying = takewhile(lambda pihak: pihak.nama in first_side, after.para_pihak)
    behind = many - max(len(list(staying)), 1)
    susunan = after.susunan.model_copy(update={"pihak_setelah_dengan": behind})
    return after.model_copy(update={"susunan": susunan})


def _check_result(
    adendum: Adendum, before: Loaded, after: ReadTree
) -> Iterator[Problem]:
    """What the changed text has wrong, at the operation that made it so.

    What a later operation puts right is no fault.
    """
    lasting = set(after.faults)
    known = set(read_tree(before.tree, before).faults)
    tree = before.tree
    for i, operation in enumerate(adendum.perubahan):
        tree, _ = apply(tree, [operation])
        for fault in read_tree(tree, before).faults:
            if fault in known:
                continue
            known.add(fault)
            message, saran = fault
            if any(message.endswith(other) for other, _ in lasting):
                text = f"naskah menjadi tidak sah: {message}"
                yield Problem(at("perubahan", i), "akibat", text, saran)
