"""An adendum in, what it says of the adenda that it revokes out.

An adendum that only revokes says so in its Pasal I; one that also changes says it among
its last provisions, as a law does that takes the place of another.
"""

from collections.abc import Iterator, Sequence

from notakesepakatan.compose.adendum.cited import cite_in
from notakesepakatan.compose.adendum.side import AdendumSide, other_adendum
from notakesepakatan.compose.adendum.speech import Speech
from notakesepakatan.load.adendum.revoked import without_revoked
from notakesepakatan.load.adendum.riwayat import LoadedAdendum
from notakesepakatan.model.adendum import Append, Delete, Insert, Operation


def revoked_names(side: AdendumSide) -> str:
    """Those that it revokes, by their names: "Adendum Kesatu dan Adendum Kedua"."""
    names = [other_adendum(side, one).name for one in side.loaded.revokes]
    return side.speech.words.listed(names)


def revoking_sentence(side: AdendumSide) -> str:
    """What an adendum that only revokes says: `Adendum Kesatu, Nomor …, dicabut …`."""
    return side.speech.say(
        "{adendum} dicabut dan dinyatakan tidak berlaku.", adendum=_cited(side)
    )


def provisions_of_revocation(side: AdendumSide) -> Iterator[str]:
    """What it says of the revoked among its last provisions."""
    loaded, speech = side.loaded, side.speech
    if not loaded.adendum.mencabut:
        return
    names = revoked_names(side)
    if not loaded.adendum.only_revokes:
        yield speech.say(
            "Pada saat {adendum} ini mulai berlaku, {dicabut} dicabut dan dinyatakan"
            " tidak berlaku.",
            adendum=side.name,
            dicabut=_cited(side),
        )
    if not any(map(_changed_what_stood, loaded.revokes)):
        return
    told = _in_force_again(side, names)
    put_in = _ways(loaded.revokes, _PUT_IN)
    if put_in:
        told = speech.say(
            "{ketentuan}, sedangkan ketentuan yang {cara} dengan {dicabut} tidak"
            " berlaku lagi",
            ketentuan=told,
            cara=_either(put_in, speech),
            dicabut=names,
        )
    yield f"{told}."


def _in_force_again(
    side: AdendumSide,
    names: str,
) -> str:
    """That what they changed or deleted reads as before."""
    speech = side.speech
    ways = _either(_ways(side.loaded.revokes, _TAKEN), speech)
    if side.loaded.adendum.only_revokes:
        return speech.say(
            "Ketentuan dalam {naskah} yang {cara} dengan {dicabut} berlaku kembali"
            " dengan bunyi sebelum {cara} dengan {dicabut}",
            naskah=side.short,
            cara=ways,
            dicabut=names,
        )
    return speech.say(
        "Ketentuan dalam {naskah} yang {cara} dengan {dicabut} dan tidak diubah"
        " dengan {adendum} ini berlaku kembali dengan bunyi sebelum {cara}"
        " dengan {dicabut}",
        naskah=side.short,
        cara=ways,
        dicabut=names,
        adendum=side.name,
    )


_TAKEN = ("diubah", "dihapus")
_PUT_IN = ("disisipkan", "ditambahkan")
"""What operations do, in the order that a sentence names it."""


def _way(operation: Operation) -> str:
    match operation:
        case Insert():
            return "disisipkan"
        case Append():
            return "ditambahkan"
        case Delete():
            return "dihapus"
        case _:
            return "diubah"


def _ways(
    revoked: Sequence[LoadedAdendum],
    known: Sequence[str],
) -> list[str]:
    """Which of these ways the revoked adenda took."""
    taken = {_way(each) for one in revoked for each in one.adendum.perubahan}
    return [way for way in known if way in taken]


def _either(
    ways: Sequence[str],
    speech: Speech,
) -> str:
    said = [speech.say(way) for way in ways]
    if len(said) == 1:
        return said[0]
    return speech.say("{satu} atau {dua}", satu=said[0], dua=said[1])


def revoked_before(
    side: AdendumSide,
    previous: Sequence[LoadedAdendum],
) -> Iterator[str]:
    """That earlier adenda were revoked, and with which, for the recitals."""
    for item in previous:
        if item.adendum.mencabut:
            yield side.speech.say(
                "{dicabut} telah dicabut dengan {adendum}",
                dicabut=revoked_names(other_adendum(side, item)),
                adendum=cite_in(side, item, previous),
            )


def still_changing(previous: Sequence[LoadedAdendum]) -> list[LoadedAdendum]:
    """The adenda by whose changes the agreement stands as it does."""
    standing = without_revoked(previous)
    return [item for item in standing if item.adendum.perubahan]


def _cited(side: AdendumSide) -> str:
    """The revoked with their numbers and days, as another sentence goes on behind them."""
    loaded = side.loaded
    cited = [cite_in(side, one, loaded.riwayat.adendum) for one in loaded.revokes]
    return f"{side.speech.words.listed(cited)},"


def _changed_what_stood(loaded: LoadedAdendum) -> bool:
    """Whether it did more than to add, so that something is as it was again."""
    operations = loaded.adendum.perubahan
    return any(not isinstance(each, Insert | Append) for each in operations)
