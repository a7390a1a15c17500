"""The heads of two texts in, how a sentence of an adendum names one of them out: a Bagian
with its BAB, and between which of its kind a new one is put in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from notakesepakatan.compose.adendum.difference import Difference
from notakesepakatan.compose.adendum.speech import IN_INDONESIAN, Speech
from notakesepakatan.compute.text.bab import HEAD_KINDS, heads_of, number_heads
from notakesepakatan.model.pasal import HEADS, Pasal
from notakesepakatan.place import HEAD_NAMES
from notakesepakatan.words.numbers import angka_terbilang


class Head(NamedTuple):
    """A head on paper: the key of its title, its number, that of the pasal below it."""

    kind: str
    label: str
    pasal: str

    @property
    def datum(self) -> str:
        """Its path on paper: "bab.IIA.6A"."""
        return ".".join(self)


def head_of_datum(datum: str) -> Head | None:
    """The head that a path on paper leads to; None where it leads elsewhere."""
    kind, *rest = datum.split(".")
    return Head(kind, *rest) if kind in HEADS and len(rest) == 2 else None


_Above = tuple[tuple[str, str], ...]
"""Keys and numbers of the heads that one stands below, the highest first."""


@dataclass(frozen=True)
class Heads:
    """Every head of the old text and of the new one.

    Attributes:
        above: what each stands below.
        old: those of the old text.
        new: those of the new text, in its order.
        pasal: the numbers of the new text's pasal, in its order.
    """

    above: Mapping[Head, _Above]
    old: tuple[Head, ...] = ()
    new: tuple[Head, ...] = ()
    pasal: tuple[str, ...] = ()

    def named(self, head: Head, speech: Speech) -> str:
        """A head with those above it: "Paragraf 2 Bagian Kedua BAB II"."""
        return self._inside(head, speech.words.head(head.kind, head.label), speech)

    def begun_by(self, pasal: str) -> list[Head]:
        """The heads of the new text that begin with a pasal, the highest first."""
        return [head for head in self.new if head.pasal == pasal]

    def behind(self, pasal: str) -> str:
        """The number of the pasal that follows one in the new text; empty of the last."""
        place = self.pasal.index(pasal)
        following = self.pasal[place + 1 :]
        return following[0] if following else ""

    def are_begun_anew(
        self,
        pasal: str,
        kind: str,
    ) -> bool:
        """Whether a head of a kind, or a higher one, begins with a pasal."""
        keys = list(HEADS)
        up_to_here = keys[: keys.index(kind) + 1]
        return any(head.kind in up_to_here for head in self.begun_by(pasal))

    def is_new(self, head: Head) -> bool:
        """Whether the old text had no head of this number, above whatever pasal."""
        same = (one for one in self.old if one[:2] == head[:2])
        return all(self.above[one] != self.above[head] for one in same)

    def put_in(
        self,
        head: Head,
        *,
        with_pasal: bool,
        speech: Speech,
    ) -> str:
        """The sentence that puts a head in.

        Args:
            head: the new one.
            with_pasal: whether the pasal below it is new too; else the sentence says above
                which one the head now stands.
            speech: the language.
        """
        if with_pasal and self.is_behind_another(head):
            return self.put_in_beside([head], speech)
        return speech.say(
            "Di atas {bagian} disisipkan judul {kepala}",
            bagian=speech.words.unit("pasal", head.pasal),
            kepala=self.named(head, speech),
        )

    def is_behind_another(self, head: Head) -> bool:
        """Whether another of its kind stands in front of it."""
        return bool(self._beside(head)[0])

    def put_in_beside(
        self,
        heads: Sequence[Head],
        speech: Speech,
    ) -> str:
        """The sentence that puts heads in, one behind the other, between those beside them."""
        before, behind = self._beside(heads[0])[0], self._beside(heads[-1])[1]
        beside = [before[-1], *behind[:1]]
        names = [speech.words.head(one.kind, one.label) for one in beside]
        where = (
            "Di antara {bagian} disisipkan"
            if behind
            else "Setelah {bagian} ditambahkan"
        )
        first = heads[0]
        place = self._inside(first, speech.words.listed(names), speech)
        new = [speech.words.head(one.kind, one.label) for one in heads]
        return speech.say(
            "{letak} {banyak}, yakni {baru}",
            letak=speech.say(where, bagian=place),
            banyak=f"{angka_terbilang(len(heads))} {HEAD_NAMES[first.kind].lower()}",
            baru=speech.words.listed(new),
        )

    def _beside(self, head: Head) -> tuple[list[Head], list[Head]]:
        """Those of its kind in front of a head and behind it, under the same heads."""
        same = [one for one in self.new if self.are_beside(one, head)]
        place = same.index(head)
        return same[:place], same[place + 1 :]

    def _inside(self, head: Head, named: str, speech: Speech) -> str:
        for key, label in reversed(self.above.get(head, ())):
            named = speech.inside(named, speech.words.head(key, label))
        return named

    def are_beside(
        self,
        one: Head,
        other: Head,
    ) -> bool:
        """Whether two are of one kind, under the same heads."""
        is_same_kind = one.kind == other.kind
        return is_same_kind and self.above.get(one) == self.above.get(other)


def with_head_named(
    difference: Difference,
    heads: Heads,
) -> Difference:
    """A changed place; a head with those above it: "judul Bagian Kedua BAB IV"."""
    head = head_of_datum(difference.datum)
    if head is None or head not in heads.above:
        return difference
    named = heads.named(head, IN_INDONESIAN)
    return replace(difference, letak=f"{TITLE}{named}")


TITLE = "judul "
"""Before the place of a pasal or a BAB of which only the head differs."""


def heads_in(old: Sequence[Pasal], new: Sequence[Pasal]) -> Heads:
    """The heads of both texts, whose pasal are numbered."""
    before, after = _with_those_above(old), _with_those_above(new)
    pasal = tuple(one.nomor or "" for one in new)
    return Heads(before | after, tuple(before), tuple(after), pasal)


def _with_those_above(pasal_list: Sequence[Pasal]) -> dict[Head, _Above]:
    heads = number_heads(heads_of(pasal_list))
    keys = [kind.key for kind in HEAD_KINDS]
    result = dict[Head, _Above]()
    for i, pasal in enumerate(pasal_list):
        for key in keys:
            label, scope = heads.labels[key][i], heads.scopes[key][i]
            if label:
                above = zip(keys, scope, strict=False)
                head = Head(key, label, pasal.nomor or "")
                result[head] = tuple(one for one in above if one[1])
    return result
