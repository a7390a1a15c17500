"""An adendum in, what it says of the adenda that it revokes out.

An adendum that only revokes says so in its Pasal I; one that also changes says it among
its last provisions, as a law does that takes the place of another.
"""

from collections.abc import Iterator, Sequence

from notakesepakatan.compose.adendum.cited import cite
from notakesepakatan.load.adendum import LoadedAdendum
from notakesepakatan.load.revoked import without_revoked
from notakesepakatan.model.adendum import Append, Insert
from notakesepakatan.words.lists import merge

_GONE = "dicabut dan dinyatakan tidak berlaku."


def revoked_names(loaded: LoadedAdendum) -> str:
    """Those that it revokes, by their names: "Adendum Kesatu dan Adendum Kedua"."""
    return merge([item.name for item in loaded.revokes])


def revoking_sentence(loaded: LoadedAdendum) -> str:
    """What an adendum that only revokes says: `Adendum Kesatu, Nomor …, dicabut …`."""
    return f"{_cited(loaded)} {_GONE}"


def provisions_of_revocation(loaded: LoadedAdendum, short: str) -> Iterator[str]:
    """What it says of the revoked among its last provisions.

    Args:
        loaded: the adendum.
        short: how it calls the agreement.
    """
    if not loaded.adendum.mencabut:
        return
    names = revoked_names(loaded)
    and_not_now = ""
    if not loaded.adendum.only_revokes:
        yield f"Pada saat {loaded.name} ini mulai berlaku, {_cited(loaded)} {_GONE}"
        and_not_now = f" dan tidak diubah dengan {loaded.name} ini"
    if any(map(_changed_what_stood, loaded.revokes)):
        yield (
            f"Ketentuan dalam {short} yang diubah dengan {names}{and_not_now} berlaku"
            f" kembali sebagaimana berbunyi sebelum diubah dengan {names}."
        )


def revoked_before(previous: Sequence[LoadedAdendum]) -> Iterator[str]:
    """That earlier adenda were revoked, and with which, for the recitals."""
    for item in previous:
        if item.adendum.mencabut:
            yield f"{revoked_names(item)} telah dicabut dengan {cite(item, previous)}"


def still_changing(previous: Sequence[LoadedAdendum]) -> list[LoadedAdendum]:
    """The adenda by whose changes the agreement stands as it does."""
    standing = without_revoked(previous)
    return [item for item in standing if item.adendum.perubahan]


def _cited(loaded: LoadedAdendum) -> str:
    """The revoked with their numbers and days, as another sentence goes on behind them."""
    return f"{merge([cite(item, loaded.riwayat.adendum) for item in loaded.revokes])},"


def _changed_what_stood(loaded: LoadedAdendum) -> bool:
    """Whether it did more than to add, so that something is as it was again."""
    operations = loaded.adendum.perubahan
    return any(not isinstance(each, Insert | Append) for each in operations)
