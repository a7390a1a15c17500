"""Adenda in, those that stay out: one may revoke others, and the text is then without them.

What is revoked stays so, also where the adendum that revoked it is revoked itself.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.model.adendum import Adendum
from notakesepakatan.place import at
from notakesepakatan.temuan import Problem
from notakesepakatan.words.lists import merge

if TYPE_CHECKING:
    from notakesepakatan.load.adendum.riwayat import LoadedAdendum, Riwayat


def without_revoked(adenda: "Sequence[LoadedAdendum]") -> "tuple[LoadedAdendum, ...]":
    """Those that none of the others revokes, in their order."""
    gone = {nomor for item in adenda for nomor in item.adendum.revoked}
    return tuple(item for item in adenda if item.nomor not in gone)


def revocable(adendum: Adendum, riwayat: "Riwayat") -> Iterator[Problem]:
    """What keeps an adendum from revoking those that it names.

    Args:
        adendum: the adendum.
        riwayat: the agreement with every adendum before it.
    """
    standing = {item.nomor for item in without_revoked(riwayat.adendum)}
    known = {item.nomor: item for item in riwayat.adendum}
    for i, nomor in enumerate(adendum.revoked):
        place = at("mencabut", i)
        if nomor in adendum.revoked[:i]:
            message = f"{adendum.mencabut[i]} disebut dua kali"
            yield Problem(place, "mencabut", message, "hapus salah satunya")
        elif nomor not in known:
            there = merge([f"adendum-{n:02}" for n in sorted(standing)], "atau")
            message = f"{adendum.mencabut[i]} bukan adendum sebelum ini"
            saran = f"sebut {there}" if there else "hapus mencabut"
            yield Problem(place, "mencabut", message, saran)
        elif nomor not in standing:
            message = f"{known[nomor].name} sudah dicabut"
            yield Problem(place, "mencabut", message, "hapus dari mencabut")
        else:
            yield from _cannot_go(known[nomor], adendum, riwayat, i)


def _cannot_go(
    item: "LoadedAdendum", adendum: Adendum, riwayat: "Riwayat", i: int
) -> Iterator[Problem]:
    """Why this one cannot be revoked, if it cannot."""
    place = at("mencabut", i)
    if item.adendum.konsep:
        message = f"{item.name} masih konsep"
        saran = f"buang konsepnya: nota cabut NAMA {adendum.mencabut[i]}"
        yield Problem(place, "mencabut", message, saran)
    if item.adendum.only_revokes:
        message = (
            f"{item.name} hanya mencabut adendum lain; yang dicabut tidak berlaku "
            "kembali karena pencabutannya dicabut"
        )
        saran = "tulis lagi ketentuannya sebagai perubahan"
        yield Problem(place, "mencabut", message, saran)
    for later in without_revoked(riwayat.adendum):
        both = sorted(item.parts & later.parts)
        if later.nomor > item.nomor and later.nomor not in adendum.revoked and both:
            message = (
                f"{later.name} sudah mengubah lagi {merge(both)} yang diubah dengan "
                f"{item.name}, sehingga bunyinya tanpa {item.name} tidak pasti"
            )
            saran = (
                f"cabut juga {later.name}, atau ubah bunyi bagian itu tanpa pencabutan"
            )
            yield Problem(place, "mencabut", message, saran)


def rests_on_revoked(
    adendum: Adendum, riwayat: "Riwayat", cause: FaultyNaskah
) -> Problem:
    """That a later adendum does not fit the text without those revoked.

    Args:
        adendum: the one that revokes.
        riwayat: the agreement with every adendum before it.
        cause: what the later one lacks.
    """
    names = merge([riwayat.adendum[n - 1].name for n in adendum.revoked])
    lacking = cause.temuan[0]
    later = {item.source.file: item.name for item in riwayat.adendum}
    resting = later.get(lacking.tempat.file, "adendum sesudahnya")
    message = (
        f"{resting} berdiri di atas {names}: tanpa itu {lacking.message} "
        f"({Path(lacking.tempat.file).name}:{lacking.tempat.baris})"
    )
    saran = f"cabut juga {resting}, atau ubah bunyi bagian itu tanpa pencabutan"
    return Problem(at("mencabut"), "mencabut", message, saran)
