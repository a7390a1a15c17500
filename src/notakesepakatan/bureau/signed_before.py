"""A text as it should read in, the same with those who signed the old one out.

Who signed it, by what decree or kuasa and before which saksi, happened once and is
amended by no adendum. Whoever signs today is named by the adendum itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from notakesepakatan.compose.adendum.perbaikan import is_slip
from notakesepakatan.compute.change.wording import texts
from notakesepakatan.compute.text.tree import Tree
from notakesepakatan.words.lists import merge

_OF_WHO_SIGNS = (
    *("pejabat", "jabatan", "jabatan_tanda_tangan", "tanda_tangan", "bawah_nama"),
    *("penanda_tangan_lain", "pengangkatan", "kuasa"),
)
_BESIDE = {"saksi": "saksi", "mengetahui": "pejabat yang mengetahui"}
"""Who signs below the parties, by key."""
_NO_CHANGE = (
    "pergantian pejabat, saksi, atau kuasa bukan perubahan naskah (bandingkan "
    "PP 28/2018 Pasal 9 ayat (2))"
)


@dataclass(frozen=True)
class SignedBefore:
    """A new text, and who was named in it in place of those who signed the old one.

    Attributes:
        tree: the new text with those who signed the old one.
        present: what the adendum is to say of each party that another signs for.
        beside: who is named beside the parties, by `saksi` and `mengetahui`.
        who: whose they are: "PIHAK KEDUA", "saksi".
        numbered: in whose place another stands that would have lost its number.
    """

    tree: Tree
    present: tuple[Tree, ...] = ()
    beside: Tree = field(default_factory=dict)
    who: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()

    @property
    def remarks(self) -> tuple[str, ...]:
        """That they sign, and that nothing of the signed text changes with them."""
        return (*self._of_who_signs(), *self._of_numbers())

    def _of_numbers(self) -> Iterator[str]:
        if self.numbered:
            yield (
                f"Nomor naskah dari {merge(self.numbered)} tetap: naskah itu sudah "
                "ditandatangani dengan nomor itu, siapa pun yang menggantikan pihaknya."
            )

    def _of_who_signs(self) -> Iterator[str]:
        if self.who:
            yield (
                f"Penanda tangan berganti ({merge(self.who)}), tetapi {_NO_CHANGE}: "
                "yang baru ditulis pada adendum ini dan menandatanganinya, sedangkan "
                "keterangan pada naskah yang sudah ditandatangani tetap. Bila "
                "keterangan itu memang harus diubah, pakai --tetap."
            )

    @property
    def why_not(self) -> str:
        """Why nothing is amended where nothing else changes; empty where none signs anew."""
        if not self.who:
            return ""
        named = merge(self.who)
        return f"yang berganti hanya penanda tangan ({named}), padahal {_NO_CHANGE}"


def signed_before(old: Tree, new: Tree, sebutan: Sequence[str]) -> SignedBefore:
    """The new text signed by those who signed the old one.

    A party that bears another name keeps what is said of it, and so does a slip.

    Args:
        old: the text before.
        new: the text as it should read.
        sebutan: how each party of the old text is called.
    """
    parts = list(zip(old["para_pihak"], new["para_pihak"], sebutan, strict=False))
    numbered = _losing_numbers(old, new)
    taken = [
        ({**after, "nomor": before["nomor"]}, Tree())
        if i in numbered
        else _taken_out(before, after)
        for i, (before, after, _) in enumerate(parts)
    ]
    others = [key for key in _BESIDE if _another(old.get(key), new.get(key))]
    of_them = zip(parts, taken, strict=True)
    who = [called for (_, _, called), (_, said) in of_them if said]
    who += [_BESIDE[key] for key in others]
    if not (who or numbered):
        return SignedBefore(new)
    rest = new["para_pihak"][len(parts) :]
    para_pihak = [*(pihak for pihak, _ in taken), *rest]
    tree = {**_as_in(old, new, others), "para_pihak": para_pihak}
    present = tuple(said for _, said in taken)
    theirs = tuple(sebutan[i] for i in numbered)
    return SignedBefore(tree, present, _only(new, others), tuple(who), theirs)


def _taken_out(before: Tree, after: Tree) -> tuple[Tree, Tree]:
    """A party as it signed before, and what is said of who signs for it now, if another."""
    if before.get("nama") != after.get("nama"):
        return after, {}
    if not any(_another(before.get(key), after.get(key)) for key in _OF_WHO_SIGNS):
        return after, {}
    keys = _differing(before, after, (*_OF_WHO_SIGNS, "kalimat"))
    pihak, said = _as_in(before, after, keys), _only(after, keys)
    old, new = (each.get("terjemahan") or {} for each in (before, after))
    translated = _differing(old, new, (*_OF_WHO_SIGNS, "kalimat"))
    if translated:
        pihak = {**pihak, "terjemahan": _as_in(old, new, translated)}
        said["terjemahan"] = _only(new, translated)
    return pihak, said


def _losing_numbers(old: Tree, new: Tree) -> list[int]:
    """Where another body stands without the number of the signed text.

    Nowhere where one leaves or joins, since the others then stand elsewhere.
    """
    before, after = old["para_pihak"], new["para_pihak"]
    if len(before) != len(after):
        return []
    names = {pihak.get("nama") for pihak in before}
    others = [i for i, pihak in enumerate(after) if pihak.get("nama") not in names]
    return [i for i in others if "nomor" in before[i] and "nomor" not in after[i]]


def _differing(old: Tree, new: Tree, keys: Sequence[str]) -> list[str]:
    return [key for key in keys if old.get(key) != new.get(key)]


def _another(old: Any, new: Any) -> bool:
    """Whether it is another, and no slip of the same."""
    one, other = list(texts(old)), list(texts(new))
    if len(one) != len(other):
        return True
    return not all(_alike(*both) for both in zip(one, other, strict=True))


def _alike(one: str, other: str) -> bool:
    return one == other or (_shape(one) == _shape(other) and is_slip(one, other))


def _shape(text: str) -> tuple[str, int]:
    """The digits of a text, and how many words it has: no slip changes them."""
    digits = "".join(letter for letter in text if letter.isdigit())
    return digits, len(text.split())


def _as_in(old: Tree, new: Tree, keys: Sequence[str]) -> Tree:
    """The new mapping with what the old one has under these keys."""
    rest = {key: value for key, value in new.items() if key not in keys}
    return {**rest, **_only(old, keys)}


def _only(tree: Tree, keys: Sequence[str]) -> Tree:
    return {key: tree[key] for key in keys if key in tree}
