"""An adendum in one language in, who signs it out: the parties on its day, each by the
name and office that it has then, and those who leave.
"""

from dataclasses import dataclass

from notakesepakatan.compose.adendum.peralihan import former_name, leaving_pihak
from notakesepakatan.compose.adendum.side import AdendumSide
from notakesepakatan.compose.adendum.speech import IN_INDONESIAN
from notakesepakatan.compose.frame import (
    frame_in_other_language,
    penandatanganan_frame,
    with_marks,
)
from notakesepakatan.compute.text.isian import POINT, isian_pihak
from notakesepakatan.compute.text.words import Words
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.para_pihak import Pihak


@dataclass(frozen=True)
class Present:
    """Who signs.

    Attributes:
        frame: the agreement as it would read were it signed on that day.
        leaving: who signs and is a party no more, with their sentences filled in.
    """

    frame: Kesepakatan
    leaving: tuple[Pihak, ...]

    @property
    def all(self) -> Kesepakatan:
        """The same with those who leave, above a sentence that begins anew."""
        para_pihak = with_marks((*self.frame.para_pihak, *self.leaving))
        return self.frame.model_copy(update={"para_pihak": para_pihak})

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all who sign: kesatu, kedua, semula_1."""
        left = range(1, len(self.leaving) + 1)
        return (*self.frame.kunci_pihak, *(f"semula_{n}" for n in left))


def present_of(side: AdendumSide) -> Present:
    """Who signs an adendum, in the language of a side."""
    own_rangkap = side.adendum.rangkap
    frame = _with_former_names(_frame(side), side)
    if own_rangkap:
        frame = frame.model_copy(update={"rangkap": own_rangkap})
    elif _too_few(frame):
        one_each = frame.rangkap.model_copy(update={"bermeterai": None})
        frame = frame.model_copy(update={"rangkap": one_each})
    leaving = leaving_pihak(
        side.peralihan,
        side.adendum.pihak_keluar,
        side.speech,
        in_lines=frame.susunan.para_pihak == "baris",
    )
    words = side.speech.words
    filled = [
        one.model_copy(update={"kalimat": _filled(one, words)}) for one in leaving
    ]
    return Present(frame, tuple(filled))


def _too_few(k: Kesepakatan) -> bool:
    """Whether an agreement has fewer originals than parties, as some joined afterwards."""
    made = k.rangkap
    if not made.bermeterai:
        return False
    return made.bermeterai + made.arsip < len(k.para_pihak)


def _frame(side: AdendumSide) -> Kesepakatan:
    k, own = side.loaded.sesudah.kesepakatan, side.loaded.adendum
    if side.speech == IN_INDONESIAN:
        return penandatanganan_frame(
            k, own.penandatanganan, own.para_pihak, opening_anew=True
        )
    speech = side.speech
    return frame_in_other_language(
        k, own.penandatanganan, own.para_pihak, speech.language, speech.words
    )


def _with_former_names(frame: Kesepakatan, side: AdendumSide) -> Kesepakatan:
    """The parties, each that is called otherwise since this adendum with its old name."""
    old, after = side.loaded.sebelum.reading, side.loaded.sesudah.reading
    named = list[Pihak]()
    for pihak, new in zip(frame.para_pihak, after.para_pihak, strict=True):
        former = former_name(new, old, side.before)
        if former and former not in pihak.nama:
            name = side.speech.say(
                "{nama} (dahulu {dahulu})", nama=pihak.nama, dahulu=former
            )
            pihak = pihak.model_copy(update={"nama": name, "nama_judul": None})
        named.append(pihak)
    return frame.model_copy(update={"para_pihak": tuple(named)})


def _filled(pihak: Pihak, words: Words) -> str:
    """The sentence of a party that is none of the text any more."""
    sentence = pihak.kalimat or ""
    for name, said in isian_pihak(pihak, words).items():
        sentence = sentence.replace(f"[[{name}]]", said or POINT)
    return sentence
