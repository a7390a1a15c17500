"""Two texts in, what becomes of the parties between them out: one takes another's place,
one joins, one leaves, or one bears another name.

Whoever leaves signs too; who bears another name is the same party.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from notakesepakatan.compose.adendum.speech import Speech
from notakesepakatan.compose.frame import signs_now, usual_parts
from notakesepakatan.compute.text.sentence_of_pihak import without_lines
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.para_pihak import PenandaTangan, Pihak


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


def peralihan(
    old: Kesepakatan,
    new: Kesepakatan,
    named: tuple[Kesepakatan, Kesepakatan] | None = None,
) -> Peralihan:
    """What becomes of the parties of an agreement.

    Args:
        old: the text before, as it reads.
        new: the text behind, as it reads.
        named: both in the language in which the parties are named.
    """
    named_old, named_new = named or (old, new)
    leaving, joining, staying = list[Pihak](), list[Pihak](), list[str]()
    for own, called in zip(old.para_pihak, named_old.para_pihak, strict=True):
        if not _among(own, new.para_pihak):
            leaving.append(called)
    for own, called in zip(new.para_pihak, named_new.para_pihak, strict=True):
        if _among(own, old.para_pihak):
            staying.append(called.nama)
        else:
            joining.append(called)
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


def former_name(pihak: Pihak, old: Kesepakatan, named: Kesepakatan) -> str:
    """The name that a party of the new text bore in the old one; empty where it is the same.

    Args:
        pihak: the party in the new text.
        old: the old text, as it reads.
        named: the old text in the language in which it is named.
    """
    for one, called in zip(old.para_pihak, named.para_pihak, strict=True):
        if _same(one, pihak):
            return called.nama if one.nama != pihak.nama else ""
    return ""


def leaving_pihak(
    change: Peralihan,
    present: Sequence[PenandaTangan],
    speech: Speech,
    *,
    in_lines: bool = False,
) -> tuple[Pihak, ...]:
    """Those who leave as they sign, called after what they were: "PIHAK KEDUA SEMULA".

    Args:
        change: how the parties differ.
        present: who signs for them, in their order; who is missing signs as before.
        speech: the language.
        in_lines: whether name, office and seat stand in lines above the sentence.
    """
    result = list[Pihak]()
    for i, one in enumerate(change.leaving):
        signs = signs_now(one, present[i] if i < len(present) else None)
        parts = usual_parts(signs)
        said = without_lines(parts) if in_lines else parts
        sentence = ", ".join(speech.say(part) for part in said)
        sebutan = speech.say("{sebutan} SEMULA", sebutan=one.sebutan or "")
        anew = {"kalimat": sentence, "sebutan": sebutan}
        result.append(signs.model_copy(update=anew))
    return tuple(result)


def reasons_of_peralihan(
    change: Peralihan, short: str, speech: Speech
) -> Iterator[str]:
    """What the recitals say of it; nothing where the parties are the same.

    Args:
        change: how the parties differ.
        short: how the adendum calls the agreement.
        speech: the language.
    """
    leaving = speech.words.listed([one.nama for one in change.leaving])
    joining = speech.words.listed([one.nama for one in change.joining])
    staying = speech.words.listed(change.staying)
    if change.replaced:
        yield speech.say(
            "{semula} mengalihkan seluruh hak dan kewajibannya dalam {naskah} kepada"
            " {baru}, serta {tetap} menyetujui pengalihan tersebut",
            semula=leaving,
            naskah=short,
            baru=joining,
            tetap=staying,
        )
        return
    if joining:
        yield speech.say(
            "{baru} menyatakan bergabung sebagai pihak dalam {naskah} dan menerima"
            " seluruh ketentuannya, serta {tetap} menyetujuinya",
            baru=joining,
            naskah=short,
            tetap=staying,
        )
    if leaving:
        yield speech.say(
            "{semula} menyatakan tidak lagi menjadi pihak dalam {naskah},"
            " serta {tetap} menyetujuinya",
            semula=leaving,
            naskah=short,
            tetap=staying,
        )


def provisions_of_peralihan(
    change: Peralihan, short: str, name: str, speech: Speech
) -> Iterator[str]:
    """What holds for those who come and go.

    Args:
        change: how the parties differ.
        short: how the adendum calls the agreement.
        name: how the adendum is called.
        speech: the language.
    """
    leaving = speech.words.listed([one.nama for one in change.leaving])
    joining = speech.words.listed([one.nama for one in change.joining])
    if change.replaced:
        yield speech.say(
            "Sejak {adendum} ini mulai berlaku, seluruh hak dan kewajiban {semula}"
            " dalam {naskah} beralih kepada {baru}.",
            adendum=name,
            semula=leaving,
            naskah=short,
            baru=joining,
        )
        return
    if joining:
        yield speech.say(
            "Sejak {adendum} ini mulai berlaku, {baru} menjadi pihak dalam {naskah} dengan"
            " seluruh hak dan kewajibannya.",
            adendum=name,
            baru=joining,
            naskah=short,
        )
    if leaving:
        yield speech.say(
            "Sejak {adendum} ini mulai berlaku, {semula} bukan lagi pihak dalam {naskah},"
            " tanpa menghapus kewajiban yang timbul sebelumnya.",
            adendum=name,
            semula=leaving,
            naskah=short,
        )
