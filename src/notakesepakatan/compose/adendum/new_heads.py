"""New pasal in, the BAB that they make up out: a new head is told with all that stands
below it, as one change.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from notakesepakatan.compose.adendum.heads import Head, Heads
from notakesepakatan.compose.adendum.sentences import (
    Container,
    Phrase,
    list_units,
)
from notakesepakatan.compose.adendum.speech import Speech
from notakesepakatan.compose.adendum.touched import Touch
from notakesepakatan.place import address_id


@dataclass(frozen=True)
class HeadsPutIn:
    """`Di antara BAB II dan BAB III disisipkan 1 (satu) bab, yakni BAB IIA, yang terdiri
    atas Pasal 6A dan Pasal 6B,`.

    Attributes:
        new: the new heads, of one kind, one behind the other.
        pasal: the numbers of all pasal below them.
        heads: those above the pasal of both texts.
    """

    new: tuple[Head, ...]
    pasal: tuple[str, ...]
    heads: Heads = field(compare=False)

    def kata(self, container: Container, first: bool, speech: Speech) -> str:
        units = list_units("pasal", self.pasal, self.heads.pasal, speech)
        return speech.say(
            "{perubahan}, yang terdiri atas {bagian},",
            perubahan=self.heads.put_in_beside(self.new, speech),
            bagian=speech.words.listed(units),
        )

    def called(self, speech: Speech) -> str:
        """What it puts in: "BAB IIA"."""
        names = [self.heads.named(head, speech) for head in self.new]
        return speech.words.listed(names)


def with_new_heads(
    touched: Sequence[Touch],
    heads: Heads,
) -> list[Touch]:
    """The same touches, new pasal that make up a new BAB, Bagian or Paragraf told as that."""
    result = list[Touch]()
    for touch in touched:
        if _puts_in_pasal(touch):
            result += _parts(touch, heads)
        else:
            result.append(touch)
    return result


def _puts_in_pasal(touch: Touch) -> bool:
    if touch.jenis != "pasal":
        return False
    is_told = touch.phrase or touch.tail
    return touch.tindakan in ("sisip", "tambah") and not is_told


def _parts(
    touch: Touch,
    heads: Heads,
) -> list[Touch]:
    """What is put in, each run of pasal below new heads apart from the others."""
    result = list[Touch]()
    for made in _stretches(touch, heads):
        if result:
            made = _joined(result.pop(), made, result)
        result.append(made)
    return result


def _stretches(
    touch: Touch,
    heads: Heads,
) -> Iterator[Touch]:
    """The touch in pieces: the pasal of one new head, or one without."""
    labels = list(touch.labels)
    while labels:
        head = _new_head(labels, heads)
        if head:
            many = _below(labels, head, heads)
            own = tuple(labels[:many])
            yield _told_by_head(touch, head, own, heads)
        else:
            many = 1
            yield _only(touch, tuple(labels[:1]))
        labels = labels[many:]


def _new_head(
    labels: Sequence[str],
    heads: Heads,
) -> Head | None:
    """The new head that the first of these new pasal begins, where all below it are new.

    One that stands in front of all others of its kind has no place between them.
    """
    head = next(iter(heads.begun_by(labels[0])), None)
    if head is None or not heads.is_new(head):
        return None
    if not heads.is_behind_another(head):
        return None
    last = labels[_below(labels, head, heads) - 1]
    following = heads.behind(last)
    if following and not heads.are_begun_anew(following, head.kind):
        return None
    return head


def _below(
    labels: Sequence[str],
    head: Head,
    heads: Heads,
) -> int:
    """How many of the new pasal stand below the head that the first of them begins."""
    others = enumerate(labels[1:], 1)
    ends = (n for n, label in others if heads.are_begun_anew(label, head.kind))
    return next(ends, len(labels))


def _only(
    touch: Touch,
    labels: tuple[str, ...],
) -> Touch:
    """The touch of some of its pasal alone."""
    datum = tuple(address_id((("pasal", label),)) for label in labels)
    return replace(touch, labels=labels, datum=datum)


def _told_by_head(
    touch: Touch, head: Head, labels: tuple[str, ...], heads: Heads
) -> Touch:
    own = _only(touch, labels)
    begun = [one.datum for label in labels for one in heads.begun_by(label)]
    return replace(
        own,
        datum=(*begun, *own.datum),
        phrase=HeadsPutIn((head,), labels, heads),
    )


def _joined(
    last: Touch,
    this: Touch,
    earlier: list[Touch],
) -> Touch:
    """Two that follow one another, as one where they are told alike.

    Else the first of them is put behind the earlier ones.
    """
    labels = (*last.labels, *this.labels)
    before = last.phrase
    after = this.phrase
    if before is None and after is None:
        return _only(last, labels)
    phrase = _both(before, after)
    if phrase is None:
        earlier.append(last)
        return this
    return replace(
        last,
        labels=labels,
        datum=(*last.datum, *this.datum),
        phrase=phrase,
    )


def _both(
    before: Phrase | None,
    after: Phrase | None,
) -> HeadsPutIn | None:
    """Heads that stand beside one another, as put in together; else None."""
    if not isinstance(before, HeadsPutIn):
        return None
    if not isinstance(after, HeadsPutIn):
        return None
    heads = before.heads
    if not heads.are_beside(before.new[0], after.new[0]):
        return None
    return HeadsPutIn(
        new=(*before.new, *after.new),
        pasal=(*before.pasal, *after.pasal),
        heads=heads,
    )
