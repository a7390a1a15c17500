"""The heads that pasal stand under: BAB, in it Bagian, in that Paragraf, with their numbers.

BAB are counted through the text, what is below them anew under each head above.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from notakesepakatan.model.pasal import HEADS, Pasal
from notakesepakatan.place import HEAD_NAMES, at
from notakesepakatan.temuan import Problem
from notakesepakatan.words.numbers import leading_number, roman, whole_roman

Scope = tuple[str, ...]
"""Where a head is counted: the numbers of those above it."""


class HeadKind(NamedTuple):
    """A kind of head.

    Attributes:
        key: of its title in a pasal.
        number_key: of its number there.
        name: what it is called on paper.
        nth: the number at a place, from 1.
        whole: the place that a number counts from: 2 for "IIA".
    """

    key: str
    number_key: str
    name: str
    nth: Callable[[int], str]
    whole: Callable[[str], int]


def _kind(key: str) -> HeadKind:
    nth, whole = (roman, whole_roman) if key == "bab" else (str, leading_number)
    return HeadKind(key, HEADS[key], HEAD_NAMES[key], nth, whole)


HEAD_KINDS = tuple(map(_kind, HEADS))
"""From the highest down."""


class HeadedPasal(NamedTuple):
    """What a pasal says of the heads that it begins.

    Attributes:
        said: their titles and numbers as written, by key.
        dihapus: whether the pasal is deleted.
    """

    said: Mapping[str, str]
    dihapus: bool = False


@dataclass(frozen=True)
class Heads:
    """The heads above each pasal.

    Attributes:
        labels: of each kind the number of the head that each pasal begins; empty where
            it begins none.
        scopes: of each kind, for each pasal, where a head of it is counted.
    """

    labels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    scopes: dict[str, tuple[Scope, ...]] = field(default_factory=dict)


def number_heads(pasal_list: Sequence[HeadedPasal]) -> Heads:
    """The number of every head above the pasal."""
    heads = Heads()
    scopes: tuple[Scope, ...] = ((),) * len(pasal_list)
    for kind in HEAD_KINDS:
        heads.scopes[kind.key] = scopes
        heads.labels[kind.key] = _labels(kind, pasal_list, scopes)
        scopes = tuple(_scopes_below(kind, pasal_list, heads))
    return heads


def _labels(
    kind: HeadKind,
    pasal_list: Sequence[HeadedPasal],
    scopes: Sequence[Scope],
) -> tuple[str, ...]:
    result, counted, scope = list[str](), 0, Scope()
    for i, pasal in enumerate(pasal_list):
        if scopes[i] != scope:
            counted, scope = 0, scopes[i]
        if not begins_head(kind, pasal_list, scopes, i):
            result.append("")
            continue
        label = pasal.said.get(kind.number_key) or kind.nth(counted + 1)
        counted = max(counted, kind.whole(label))
        result.append(label)
    return tuple(result)


def begins_head(
    kind: HeadKind,
    pasal_list: Sequence[HeadedPasal],
    scopes: Sequence[Scope],
    i: int,
) -> bool:
    """Whether a head begins with the pasal at a place.

    Where the first pasal below it is deleted, it begins with the next that has its title.
    """
    pasal = pasal_list[i]
    title = pasal.said.get(kind.key, "")
    if not title or not pasal.dihapus:
        return bool(title)
    behind = zip(pasal_list[i + 1 :], scopes[i + 1 :], strict=True)
    titles = (
        (other.said[kind.key], scope)
        for other, scope in behind
        if other.said.get(kind.key)
    )
    return next(titles, None) != (title, scopes[i])


def _scopes_below(
    kind: HeadKind,
    pasal_list: Sequence[HeadedPasal],
    heads: Heads,
) -> Iterator[Scope]:
    """Of each pasal the numbers of the heads above it, down to this kind.

    A deleted pasal whose head begins with the next one counts as below that.
    """
    scopes, labels = heads.scopes[kind.key], heads.labels[kind.key]
    above, open_label = Scope(), ""
    for i, (scope, label) in enumerate(zip(scopes, labels, strict=True)):
        if scope != above:
            above, open_label = scope, ""
        open_label = label or open_label
        is_passed_on = pasal_list[i].said.get(kind.key) and not label
        behind = filter(None, labels[i + 1 :])
        yield (*scope, next(behind, "") if is_passed_on else open_label)


def heads_of(pasal_list: Sequence[Pasal]) -> list[HeadedPasal]:
    """What each pasal says of its heads."""
    return [HeadedPasal(_said(pasal), pasal.dihapus) for pasal in pasal_list]


def _said(pasal: Pasal) -> dict[str, str]:
    keys = (key for pair in HEADS.items() for key in pair)
    return {key: value for key in keys if (value := getattr(pasal, key))}


def number_bab(pasal_list: Sequence[Pasal]) -> tuple[Pasal, ...]:
    """The pasal with the numbers of the heads that they begin; no title of one elsewhere."""
    said = heads_of(pasal_list)
    if not any(pasal.said for pasal in said):
        return tuple(pasal_list)
    labels = number_heads(said).labels
    return tuple(_numbered(pasal, labels, i) for i, pasal in enumerate(pasal_list))


def _numbered(
    pasal: Pasal,
    labels: Mapping[str, Sequence[str]],
    i: int,
) -> Pasal:
    filled = dict[str, str | None]()
    for kind in HEAD_KINDS:
        title, label = getattr(pasal, kind.key), labels[kind.key][i]
        if title:
            filled[kind.key] = title if label else None
            filled[kind.number_key] = label or None
    return pasal.model_copy(update=filled) if filled else pasal


def check_bab(pasal_list: Sequence[Pasal]) -> Iterator[Problem]:
    """A number that two heads have, and one that no head has."""
    said = heads_of(pasal_list)
    if any(pasal.said for pasal in said):
        heads = number_heads(said)
        for kind in HEAD_KINDS:
            yield from _check_kind(kind, said, heads)


def _check_kind(
    kind: HeadKind,
    pasal_list: Sequence[HeadedPasal],
    heads: Heads,
) -> Iterator[Problem]:
    taken = set[tuple[Scope, str]]()
    labels, scopes = heads.labels[kind.key], heads.scopes[kind.key]
    for i, (pasal, label) in enumerate(zip(pasal_list, labels, strict=True)):
        written = pasal.said.get(kind.number_key)
        if written and not pasal.said.get(kind.key):
            message = f"{kind.number_key} ditulis, padahal pasal ini tidak mengawali {kind.name}"
            saran = (
                f'tambahkan "{kind.key}:" dengan judulnya, atau hapus {kind.number_key}'
            )
            yield Problem(at("pasal", i, kind.number_key), "bab", message, saran)
        if label and (scopes[i], label) in taken:
            key = kind.number_key if written else kind.key
            inserted = f"{kind.nth(2)}A"
            message = f"nomor {kind.name} {label} sudah dipakai"
            saran = f"beri {kind.number_key} lain, mis. {inserted}, atau hapus {kind.number_key}"
            yield Problem(at("pasal", i, key), "nomor-ganda", message, saran)
        taken.add((scopes[i], label))
