"""The text as every rule reads it, walked once: each sentence with its path, words and names counted."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from pydantic import BaseModel

from notakesepakatan.compute.text.numbering import Jalur, Peta, number
from notakesepakatan.compute.text.reading import resolve
from notakesepakatan.model.kesepakatan import Kesepakatan

Tingkat = Literal["galat", "peringatan", "catatan"]
Kamus = Callable[[str], bool]
"""Whether a word is one of Indonesian."""

_BUKAN_TEKS = ("kunci", "korespondensi", "sebutan", "konvensi_berakhir", "kode_pos", "telepon", "faksimile", "email", "angka")
_KATA = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True)
class Petikan:
    """One text with its path in the data, as it reads on paper."""

    jalur: Jalur
    teks: str


@dataclass(frozen=True)
class Cacat:
    """One finding.

    Attributes:
        jalur: path of the text, or of what is missing something.
        potongan: the words it is about, as they read; empty where it is about the whole.
        pesan: what is wrong, in Indonesian.
        saran: what to do.
        ganti: words for `potongan` that may be put in without asking.
    """

    jalur: Jalur
    potongan: str
    pesan: str
    saran: str
    ganti: str | None = None


@dataclass(frozen=True)
class Bacaan:
    """A text with what rules ask of it.

    Attributes:
        petikan: every sentence in order.
        k: the agreement as typed, None for a text that is not ours.
        kamus: the dictionary, None where none is installed.
    """

    petikan: tuple[Petikan, ...]
    k: Kesepakatan | None = None
    kamus: Kamus | None = None

    @cached_property
    def terbaca(self) -> Kesepakatan:
        """The agreement as it reads; only where there is one."""
        if self.k is None:
            raise ValueError("no agreement behind this text")
        return resolve(self.k)[0]

    @cached_property
    def peta(self) -> Peta:
        if self.k is None:
            raise ValueError("no agreement behind this text")
        return number(self.k)[1]

    @cached_property
    def banyak_kata(self) -> Counter[str]:
        """How often each word stands, in small letters."""
        return Counter(kata.lower() for p in self.petikan for kata in words(p.teks))


def words(teks: str) -> list[str]:
    """Words of letters; a hyphenated one is one."""
    return _KATA.findall(teks)


def read_agreement(k: Kesepakatan, kamus: Kamus | None = None) -> Bacaan:
    """The reading of an agreement."""
    terbaca, _ = resolve(k)
    return Bacaan(tuple(_walk(terbaca, ())), k, kamus)


def read_lines(baris: list[str], kamus: Kamus | None = None) -> Bacaan:
    """The reading of any text, a path being the number of the line from 0."""
    return Bacaan(tuple(Petikan((i,), teks) for i, teks in enumerate(baris) if teks.strip()), None, kamus)


def _walk(benda: Any, jalur: Jalur) -> Iterator[Petikan]:
    if isinstance(benda, str):
        yield Petikan(jalur, benda)
    elif isinstance(benda, tuple | list):
        for i, isi in enumerate(benda):
            yield from _walk(isi, (*jalur, i))
    elif isinstance(benda, dict):
        for kunci, isi in benda.items():
            yield from _walk(isi, (*jalur, kunci))
    elif isinstance(benda, BaseModel) and not getattr(benda, "dihapus", False):
        for nama in type(benda).model_fields:
            isi = getattr(benda, nama)
            if (
                isi
                and nama not in ("dihapus", "riwayat_nama", "abaikan")
                and not (nama in _BUKAN_TEKS and isinstance(isi, str))
            ):
                if nama == "nomor" and jalur[-2:-1] != ("para_pihak",):
                    continue
                yield from _walk(isi, (*jalur, nama))
