"""The heads of two texts in, how a sentence of an adendum names one of them out: a Bagian
with its BAB, and between which of its kind a new one is put in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from notakesepakatan.compose.adendum.speech import Speech
from notakesepakatan.compute.text.bab import HEAD_KINDS, heads_of, number_heads
from notakesepakatan.model.pasal import Pasal
from notakesepakatan.place import HEAD_NAMES
from notakesepakatan.words.numbers import angka_terbilang


class Head(NamedTuple):
    """A head on paper: the key of its title, its number, that of the pasal below it."""

    kind: str
    label: str
    pasal: str


_Above = tuple[tuple[str, str], ...]
"""Keys and numbers of the heads that one stands below, the highest first."""


@dataclass(frozen=True)
class Heads:
    """Every head of the old text and of the new one.

    Attributes:
        above: what each stands below.
        new: those of the new text, in its order.
    """

    above: Mapping[Head, _Above]
    new: tuple[Head, ...]

    def named(self, head: Head, speech: Speech) -> str:
        """A head with those above it: "Paragraf 2 Bagian Kedua BAB II"."""
        return self._inside(head, speech.words.head(head.kind, head.label), speech)

    def put_in(self, head: Head, *, with_pasal: bool, speech: Speech) -> str:
        """The sentence that puts a head in.

        Args:
            head: the new one.
            with_pasal: whether the pasal below it is new too; else the sentence says above
                which one the head now stands.
            speech: the language.
        """
        same = [one for one in self.new if self._is_beside(one, head)]
        place = same.index(head)
        before, behind = same[:place], same[place + 1 :]
        if not (with_pasal and before):
            return speech.say(
                "Di atas {bagian} disisipkan judul {kepala}",
                bagian=speech.words.unit("pasal", head.pasal),
                kepala=self.named(head, speech),
            )
        beside = [before[-1], *behind[:1]]
        names = [speech.words.head(one.kind, one.label) for one in beside]
        where = (
            "Di antara {bagian} disisipkan"
            if behind
            else "Setelah {bagian} ditambahkan"
        )
        return speech.say(
            "{letak} {banyak}, yakni {baru}",
            letak=speech.say(
                where, bagian=self._inside(head, speech.words.listed(names), speech)
            ),
            banyak=f"{angka_terbilang(1)} {HEAD_NAMES[head.kind].lower()}",
            baru=speech.words.head(head.kind, head.label),
        )

    def _inside(self, head: Head, named: str, speech: Speech) -> str:
        for key, label in reversed(self.above.get(head, ())):
            named = speech.inside(named, speech.words.head(key, label))
        return named

    def _is_beside(self, one: Head, other: Head) -> bool:
        is_same_kind = one.kind == other.kind
        return is_same_kind and self.above.get(one) == self.above.get(other)


def heads_in(old: Sequence[Pasal], new: Sequence[Pasal]) -> Heads:
    """The heads of both texts, whose pasal are numbered."""
    after = _with_those_above(new)
    return Heads(_with_those_above(old) | after, tuple(after))


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
