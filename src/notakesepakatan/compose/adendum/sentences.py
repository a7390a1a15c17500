"""The sentence of each kind of change, in the language of UU 12/2011 Lampiran II 230-238.

A change is told inside its container: a pasal, the legal bases, the recitals, the
annex. Several changes of one pasal are one sentence, after which the whole pasal stands
as it now reads.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from notakesepakatan.place import Address, unit_words
from notakesepakatan.words.lists import merge
from notakesepakatan.words.numbers import angka_terbilang


@dataclass(frozen=True)
class Container:
    """Where changes are told together.

    Attributes:
        nama: its words inside a sentence: "Pasal 6", "dasar hukum", "Lampiran"; "" for
            the list of pasal itself.
    """

    nama: str


class Clause(Protocol):
    """One change: what stands before the joint ending of the sentence."""

    def kata(self, container: Container, first: bool) -> str:
        """The clause; only the first of a sentence names the container."""
        ...


def _inside(di: Address, container: Container, first: bool) -> str:
    """What the siblings stand in, from small to large: " ayat (1) Pasal 4"."""
    word = [unit_words(*one) for one in reversed(di)]
    return "".join(
        f" {one}"
        for one in [*word, *([container.nama] if first and container.nama else [])]
    )


def _count(kind: str, unit: Sequence[str]) -> str:
    return f"{angka_terbilang(len(unit))} {kind.removeprefix('sub')}"


def _start(word: str, first: bool) -> str:
    return word if first else word[0].lower() + word[1:]


@dataclass(frozen=True)
class Changed:
    """Rules 233-234: `Ketentuan ayat (2) dan ayat (3) Pasal 8 diubah`."""

    satuan: tuple[str, ...]
    di: Address = ()

    def kata(self, container: Container, first: bool) -> str:
        return (
            _start("Ketentuan ", first)
            + merge(self.satuan)
            + _inside(self.di, container, first)
            + " diubah"
        )


@dataclass(frozen=True)
class Inserted:
    """Rules 232 and 236: `Di antara ayat (1) dan ayat (2) Pasal 6 disisipkan 1 (satu)
    ayat, yakni ayat (1a)`.
    """

    jenis: str
    sebelum: str
    sesudah: str
    satuan: tuple[str, ...]
    di: Address = ()

    def kata(self, container: Container, first: bool) -> str:
        position = (
            f"Di antara {self.sebelum} dan {self.sesudah}"
            if self.sebelum
            else f"Sebelum {self.sesudah}"
        )
        namely = (
            f"disisipkan {_count(self.jenis, self.satuan)}, yakni {merge(self.satuan)}"
        )
        return f"{_start(position, first)}{_inside(self.di, container, first)} {namely}"


@dataclass(frozen=True)
class Appended:
    """Rule 236, behind the last: `Setelah ayat (2) Pasal 10 ditambahkan 1 (satu) ayat,
    yakni ayat (3)`.
    """

    jenis: str
    setelah: str
    satuan: tuple[str, ...]
    di: Address = ()

    def kata(self, container: Container, first: bool) -> str:
        namely = (
            f"ditambahkan {_count(self.jenis, self.satuan)}, yakni {merge(self.satuan)}"
        )
        start = _start(f"Setelah {self.setelah}", first)
        return f"{start}{_inside(self.di, container, first)} {namely}"


@dataclass(frozen=True)
class Deleted:
    """Rule 235: `Pasal 9 dihapus`; `Pasal 10 ayat (2) dihapus`, from large to small."""

    satuan: tuple[str, ...]
    di: Address = ()

    def kata(self, container: Container, first: bool) -> str:
        outside = [container.nama] if first and container.nama else []
        word = " ".join(
            [*outside, *(unit_words(*one) for one in self.di), merge(self.satuan)]
        )
        return (word[0].upper() + word[1:] if first else word) + " dihapus"


def sentence(container: Container, items: Sequence[Clause], end: str) -> str:
    """All changes of one container as one sentence; `end` says how it goes on, with its stop."""
    word = [one.kata(container, i == 0) for i, one in enumerate(items)]
    return merge(word) + end


def reads(container: Container, items: Sequence[Clause]) -> str:
    """How the sentence of a pasal ends; of an addition alone it does not name the pasal again."""
    if all(isinstance(one, Appended) for one in items):
        return " sehingga berbunyi sebagai berikut:"
    return f" sehingga {container.nama} berbunyi sebagai berikut:"


def list_units(
    unit: str, label: Sequence[str], index: Sequence[str]
) -> tuple[str, ...]:
    """Siblings as they are listed: more than two that follow one another become `…
    sampai dengan …` (rule 274).
    """
    result = list[str]()
    nomor = sorted(
        (index.index(one) if one in index else len(index), one) for one in label
    )
    for _, group in groupby(enumerate(nomor), lambda one: one[1][0] - one[0]):
        series = [unit_words(unit, one) for _, (_, one) in group]
        result += (
            [f"{series[0]} sampai dengan {series[-1]}"] if len(series) > 2 else series
        )
    return tuple(result)


def words_sentence(tertulis: str, menjadi: str, position: Sequence[str]) -> str:
    """`Frasa "A" dalam Pasal 3 huruf b diubah menjadi frasa "B".`; a single word is a `kata`."""
    where = f'{_phrase(tertulis).capitalize()} "{tertulis}" dalam {merge(position)}'
    if not menjadi:
        return f"{where} dihapus."
    return f'{where} diubah menjadi {_phrase(menjadi)} "{menjadi}".'


def _phrase(text: str) -> str:
    return "frasa" if " " in text else "kata"
