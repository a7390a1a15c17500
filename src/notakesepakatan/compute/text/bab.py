"""The BAB that pasal are grouped in: their roman numbers, which go on through the text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from notakesepakatan.model.pasal import Pasal
from notakesepakatan.place import at
from notakesepakatan.temuan import Problem
from notakesepakatan.words.numbers import roman, whole_roman


class BabOfPasal(NamedTuple):
    """What a pasal says of the BAB that it begins.

    Attributes:
        judul: its title; empty where the pasal begins none.
        nomor: the number written for it; empty where it is counted.
        dihapus: whether the pasal is deleted.
    """

    judul: str
    nomor: str = ""
    dihapus: bool = False


def bab_labels(pasal_list: Sequence[BabOfPasal]) -> tuple[str, ...]:
    """The number of the BAB that each pasal begins; empty where it begins none."""
    result, counted = list[str](), 0
    for i, pasal in enumerate(pasal_list):
        if not begins_bab(pasal_list, i):
            result.append("")
            continue
        label = pasal.nomor or roman(counted + 1)
        counted = max(counted, whole_roman(label))
        result.append(label)
    return tuple(result)


def begins_bab(pasal_list: Sequence[BabOfPasal], i: int) -> bool:
    """Whether a BAB begins with the pasal at a place.

    Where the first pasal of a BAB is deleted, it begins with the next that has its title.
    """
    pasal = pasal_list[i]
    if not pasal.judul or not pasal.dihapus:
        return bool(pasal.judul)
    behind = (other.judul for other in pasal_list[i + 1 :] if other.judul)
    return next(behind, "") != pasal.judul


def _of_pasal(pasal_list: Sequence[Pasal]) -> list[BabOfPasal]:
    return [
        BabOfPasal(pasal.bab or "", pasal.nomor_bab or "", pasal.dihapus)
        for pasal in pasal_list
    ]


def number_bab(pasal_list: Sequence[Pasal]) -> tuple[Pasal, ...]:
    """The pasal with `nomor_bab` filled in where they begin a BAB; `bab` elsewhere empty."""
    labels = bab_labels(_of_pasal(pasal_list))
    return tuple(
        _numbered(pasal, label) for pasal, label in zip(pasal_list, labels, strict=True)
    )


def _numbered(pasal: Pasal, label: str) -> Pasal:
    if not pasal.bab:
        return pasal
    title = pasal.bab if label else None
    return pasal.model_copy(update={"bab": title, "nomor_bab": label or None})


def check_bab(pasal_list: Sequence[Pasal]) -> Iterator[Problem]:
    """A number that two BAB have, and one that no BAB has."""
    labels = bab_labels(_of_pasal(pasal_list))
    taken = set[str]()
    for i, (pasal, label) in enumerate(zip(pasal_list, labels, strict=True)):
        if pasal.nomor_bab and not pasal.bab:
            message = "nomor_bab ditulis, padahal pasal ini tidak mengawali BAB"
            saran = 'tambahkan "bab:" dengan judulnya, atau hapus nomor_bab'
            yield Problem(at("pasal", i, "nomor_bab"), "bab", message, saran)
        if label and label in taken:
            key = "nomor_bab" if pasal.nomor_bab else "bab"
            message = f"nomor BAB {label} sudah dipakai"
            saran = "beri nomor_bab lain, mis. IIA, atau hapus nomor_bab"
            yield Problem(at("pasal", i, key), "nomor-ganda", message, saran)
        taken.add(label)
