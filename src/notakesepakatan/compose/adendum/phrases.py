"""What is touched inside one container in, the phrases of its sentence out."""

from collections.abc import Sequence
from typing import NamedTuple

from notakesepakatan.compose.adendum.sentences import (
    Appended,
    Changed,
    Deleted,
    Inserted,
    Phrase,
)
from notakesepakatan.compose.adendum.touched import Touch


class TouchedPhrase(NamedTuple):
    """A phrase, with the labels right below the container that it is about."""

    phrase: Phrase
    labels: tuple[str, ...]


def phrases(touched: Sequence[Touch]) -> list[TouchedPhrase]:
    """Phrases of one container; changes of siblings of one kind are one."""
    told = [touch for touch in touched if not touch.told_elsewhere]
    return [_phrase(group) for group in _groups(told)]


def _groups(touched: Sequence[Touch]) -> list[list[Touch]]:
    groups = dict[tuple[object, ...], list[Touch]]()
    for touch in touched:
        # What is put in is one clause only where it is put in at one spot.
        is_new = touch.tindakan in ("sisip", "tambah")
        spot = touch.both_beside if is_new else None
        own = touch.phrase or touch.tail or None
        key = (touch.tindakan, touch.above, touch.jenis, spot, own)
        groups.setdefault(key, []).append(touch)
    return list(groups.values())


def _phrase(group: Sequence[Touch]) -> TouchedPhrase:
    first = group[0]
    labels = tuple(dict.fromkeys(label for touch in group for label in touch.labels))
    siblings = max((touch.siblings for touch in group), key=len)
    below = (first.above[0][1],) if first.above else labels
    return TouchedPhrase(_words(first, labels, siblings), below)


def _words(touch: Touch, labels: tuple[str, ...], siblings: tuple[str, ...]) -> Phrase:
    jenis = touch.jenis
    if touch.phrase:
        return touch.phrase
    if touch.tindakan == "ubah":
        return Changed(
            jenis=jenis,
            labels=labels,
            siblings=siblings,
            above=touch.above,
        )
    if touch.tindakan == "hapus":
        return Deleted(
            jenis=jenis,
            labels=labels,
            siblings=siblings,
            above=touch.above,
        )
    in_front, behind = touch.both_beside
    if touch.tindakan == "tambah":
        return Appended(
            jenis=jenis,
            setelah=in_front,
            labels=labels,
            above=touch.above,
            tail=touch.tail,
        )
    return Inserted(
        jenis=jenis,
        sebelum=in_front,
        sesudah=behind,
        labels=labels,
        above=touch.above,
        tail=touch.tail,
    )
