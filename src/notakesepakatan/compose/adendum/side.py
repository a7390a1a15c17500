"""An adendum in one language: what its frame says of it in Indonesian, or in the second
language of the agreement.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from notakesepakatan.compose.adendum.peralihan import Peralihan, peralihan
from notakesepakatan.compose.adendum.speech import IN_INDONESIAN, Speech
from notakesepakatan.compose.kesepakatan import Side
from notakesepakatan.compute.text.terjemahan import adendum_in
from notakesepakatan.compute.text.unnumbered import pasal_names
from notakesepakatan.load.adendum.riwayat import LoadedAdendum
from notakesepakatan.model.adendum import Adendum
from notakesepakatan.model.kesepakatan import Kesepakatan


@dataclass(frozen=True)
class AdendumSide:
    """What is said in one language.

    Attributes:
        loaded: the adendum.
        adendum: its data, each text in that language.
        before: the text it changes, as it reads.
        after: the text with it, as it reads.
        speech: the sentences of the language.
    """

    loaded: LoadedAdendum
    adendum: Adendum
    before: Kesepakatan
    after: Kesepakatan
    speech: Speech

    @property
    def name(self) -> str:
        """What it is called: "Adendum Kesatu"."""
        return self.speech.name(self.adendum, self.loaded.nomor)

    @property
    def short(self) -> str:
        """How it calls the agreement: "Perjanjian Induk", else by its kind."""
        return self.adendum.sebutan_naskah or self.before.jenis

    @property
    def peralihan(self) -> Peralihan:
        """What becomes of the parties, by their names in this language."""
        loaded = self.loaded
        between = (loaded.sebelum.reading, loaded.sesudah.reading)
        return peralihan(*between, named=(self.before, self.after))


def in_indonesian(loaded: LoadedAdendum) -> AdendumSide:
    """The adendum in Indonesian."""
    before, after = loaded.sebelum.reading, loaded.sesudah.reading
    return AdendumSide(loaded, loaded.adendum, before, after, IN_INDONESIAN)


def adendum_sides(
    loaded: LoadedAdendum, before: Sequence[Side], after: Sequence[Side]
) -> list[AdendumSide]:
    """The adendum for each language of the text with it, the Indonesian one first.

    A language that has no sentences for it has the Indonesian ones.

    Args:
        loaded: the adendum.
        before: the text it changes in its languages.
        after: the text with it.
    """
    result = [in_indonesian(loaded)]
    for other in after[1:]:
        if not other.language.adendum:
            result.append(result[0])
            continue
        old = before[1].reading if len(before) > 1 else before[0].reading
        names = dict(pasal_names(other.reading, other.words))
        names |= pasal_names(old, other.words)
        speech = Speech(other.language, other.words.naming(names))
        adendum = adendum_in(loaded.adendum, other.language)
        result.append(AdendumSide(loaded, adendum, old, other.reading, speech))
    return result


def other_adendum(side: AdendumSide, loaded: LoadedAdendum) -> AdendumSide:
    """Another adendum of the same agreement in the same language, as far as it is cited."""
    adendum = loaded.adendum
    if side.speech != IN_INDONESIAN:
        adendum = adendum_in(adendum, side.speech.language)
    return replace(side, loaded=loaded, adendum=adendum)
