"""Two texts in, what becomes of the parties between them out: one takes another's place,
one joins, one leaves, or one bears another name.

Whoever leaves signs too; who bears another name is the same party.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.para_pihak import PenandaTangan, Pihak
from notakesepakatan.words.lists import merge


@dataclass(frozen=True)
class Peralihan:
    """How the parties differ.

    Attributes:
        leaving: who is a party no more, as they were.
        joining: who is one now and was none.
        staying: the names of those who stay.
    """

    leaving: tuple[Pihak, ...] = ()
    joining: tuple[Pihak, ...] = ()
    staying: tuple[str, ...] = ()

    @property
    def replaced(self) -> bool:
        """Whether others come in the place of those who leave."""
        return bool(self.leaving) and len(self.leaving) == len(self.joining)


def peralihan(old: Kesepakatan, new: Kesepakatan) -> Peralihan:
    """What becomes of the parties of an agreement, both as they read."""
    leaving = [one for one in old.para_pihak if not _among(one, new.para_pihak)]
    joining = [one for one in new.para_pihak if not _among(one, old.para_pihak)]
    staying = [one.nama for one in new.para_pihak if one not in joining]
    return Peralihan(tuple(leaving), tuple(joining), tuple(staying))


def _among(one: Pihak, others: Sequence[Pihak]) -> bool:
    return any(_same(one, other) for other in others)


def _same(one: Pihak, other: Pihak) -> bool:
    """Whether two are one party: by a name that it bears or bore, else by who signs where.

    A body that only got another name is signed for by the same person at the same seat.
    """
    if _names(one) & _names(other):
        return True
    signs = one.pejabat is not None and one.pejabat == other.pejabat
    return signs and one.kedudukan == other.kedudukan


def _names(pihak: Pihak) -> set[str]:
    """Every name that a party bears or bore."""
    return {pihak.nama, *(other.nama for other in pihak.riwayat_nama)}


def former_name(pihak: Pihak, old: Kesepakatan) -> str:
    """The name that a party of the new text bore in the old one; empty where it is the same."""
    same = [one for one in old.para_pihak if _same(one, pihak)]
    return same[0].nama if same and same[0].nama != pihak.nama else ""


def leaving_pihak(
    change: Peralihan, present: Sequence[PenandaTangan]
) -> tuple[Pihak, ...]:
    """Those who leave as they sign, called after what they were: "PIHAK KEDUA SEMULA".

    Args:
        change: how the parties differ.
        present: who signs for them, in their order; who is missing signs as before.
    """
    result = list[Pihak]()
    for i, one in enumerate(change.leaving):
        said = present[i].model_dump(exclude_none=True) if i < len(present) else {}
        told = {key: value for key, value in said.items() if value and key in _PERSON}
        sentence = {"kalimat": _SENTENCE, "sebutan": f"{one.sebutan} SEMULA"}
        result.append(one.model_copy(update={"nomor": None, **told, **sentence}))
    return tuple(result)


_PERSON = ("nomor", "pejabat", "jabatan", "kedudukan", "pengangkatan")
_SENTENCE = (
    "[[jabatan]], dalam hal ini bertindak untuk dan atas nama [[nama]], selanjutnya"
    " disebut [[sebutan]]."
)


def reasons_of_peralihan(change: Peralihan, short: str) -> Iterator[str]:
    """What the recitals say of it; nothing where the parties are the same.

    Args:
        change: how the parties differ.
        short: how the adendum calls the agreement.
    """
    leaving = merge([one.nama for one in change.leaving])
    joining = merge([one.nama for one in change.joining])
    staying = merge(change.staying)
    if change.replaced:
        yield (
            f"{leaving} mengalihkan seluruh hak dan kewajibannya dalam {short} kepada"
            f" {joining}, dan {staying} menyetujui pengalihan itu"
        )
        return
    if joining:
        yield (
            f"{joining} menyatakan bergabung sebagai pihak dalam {short} dan menerima"
            f" seluruh ketentuannya, dan {staying} menyetujuinya"
        )
    if leaving:
        yield (
            f"{leaving} menyatakan tidak lagi menjadi pihak dalam {short}, dan"
            f" {staying} menyetujuinya"
        )


def provisions_of_peralihan(change: Peralihan, short: str, name: str) -> Iterator[str]:
    """What holds for those who come and go.

    Args:
        change: how the parties differ.
        short: how the adendum calls the agreement.
        name: how the adendum is called.
    """
    leaving = merge([one.nama for one in change.leaving])
    joining = merge([one.nama for one in change.joining])
    since = f"Sejak {name} ini berlaku,"
    if change.replaced:
        yield (
            f"{since} seluruh hak dan kewajiban {leaving} dalam {short} beralih kepada"
            f" {joining}."
        )
        return
    if joining:
        yield (
            f"{since} {joining} menjadi pihak dalam {short} dengan seluruh hak dan"
            " kewajibannya."
        )
    if leaving:
        yield (
            f"{since} {leaving} bukan lagi pihak dalam {short}, tanpa menghapus"
            " kewajiban yang timbul sebelumnya."
        )
